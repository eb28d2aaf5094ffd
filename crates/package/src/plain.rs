//! Takes what a caller gave out of JavaScript, without running anything of it: own keys that are listed, values that stand
//! there. Nothing is read through a prototype or a getter, and whatever throws is a value that cannot be read.

use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::given::{DEEPEST, Given, Kind, MOST_ENTRIES, MOST_TEXT};

#[wasm_bindgen]
extern "C" {
    /// Whether it is a list; throws for a proxy that was revoked.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

/// The value as a tree.
#[must_use]
pub fn read(value: &JsValue) -> Given {
    within(value, 0)
}

fn within(value: &JsValue, depth: u32) -> Given {
    if value.is_undefined() {
        Given::Missing
    } else if value.is_null() {
        Given::Other(Kind::Null)
    } else if let Some(number) = value.as_f64() {
        Given::Number(number)
    } else if let Some(text) = value.dyn_ref::<JsString>() {
        read_text(text)
    } else if value.as_bool().is_some() {
        Given::Other(Kind::Boolean)
    } else if value.is_bigint() {
        Given::Other(Kind::BigInt)
    } else if value.is_symbol() {
        Given::Other(Kind::Symbol)
    } else if value.is_function() {
        Given::Other(Kind::Function)
    } else {
        of_entries(value, depth).unwrap_or(Given::Other(Kind::Unreadable))
    }
}

fn read_text(text: &JsString) -> Given {
    // Looked at before it is copied.
    if text.length() > MOST_TEXT { Given::TooLong(text.length()) } else { Given::Text(text.into()) }
}

/// A list or a plain object; `None` for what throws.
fn of_entries(value: &JsValue, depth: u32) -> Option<Given> {
    let object = value.dyn_ref::<Object>().cloned().unwrap_or_else(|| value.clone().unchecked_into());
    if is_array(value).ok()? {
        let length = owned(&object, &"length".into())?.as_f64()?;
        if length > f64::from(MOST_ENTRIES) {
            return Some(Given::TooMany(count(length)));
        }
        if depth > DEEPEST {
            return Some(Given::Other(Kind::Object));
        }
        let each = (0..count(length)).map(|i| entry(&object, &JsValue::from(i.to_string()), depth));
        return Some(Given::List(each.collect::<Option<_>>()?));
    }
    if depth > DEEPEST || !is_plain(&object)? {
        return Some(Given::Other(Kind::Object));
    }
    let keys = Reflect::own_keys(&object).ok()?;
    if keys.length() > MOST_ENTRIES {
        return Some(Given::TooMany(keys.length()));
    }
    let mut entries = Vec::new();
    for key in keys.iter() {
        let name = match key.dyn_ref::<JsString>().map(read_text) {
            Some(Given::Text(name)) => name,
            Some(_) => "…".to_owned(),
            None => "Symbol".to_owned(),
        };
        match entry(&object, &key, depth)? {
            Given::Missing => {}
            given => entries.push((name, given)),
        }
    }
    Some(Given::Object(entries))
}

/// An object literal, or one without a prototype; those of another window are such too.
fn is_plain(object: &Object) -> Option<bool> {
    let prototype = Reflect::get_prototype_of(object).ok()?;
    let prototype: JsValue = prototype.into();
    if prototype.is_null() {
        return Some(true);
    }
    let above: JsValue = Reflect::get_prototype_of(&prototype).ok()?.into();
    Some(above.is_null())
}

/// What stands at a key; nothing where it is not listed.
fn entry(object: &Object, key: &JsValue, depth: u32) -> Option<Given> {
    let found = Reflect::get_own_property_descriptor(object, key).ok()?;
    let Some(descriptor) = found.dyn_ref::<Object>() else { return Some(Given::Missing) };
    // The engine makes a descriptor itself: reading it runs nothing.
    let of = |name: &str| Reflect::get(descriptor, &name.into()).ok();
    if of("enumerable")?.is_falsy() {
        return Some(Given::Missing);
    }
    if !of("get")?.is_undefined() || !of("set")?.is_undefined() {
        return Some(Given::Getter);
    }
    Some(within(&of("value")?, depth + 1))
}

/// The value of an own key that need not be listed.
fn owned(object: &Object, key: &JsValue) -> Option<JsValue> {
    let found = Reflect::get_own_property_descriptor(object, key).ok()?;
    Reflect::get(found.dyn_ref::<Object>()?, &"value".into()).ok()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the length of a list
fn count(length: f64) -> u32 {
    length as u32
}
