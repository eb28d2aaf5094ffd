//! What `datapackage.json` (Frictionless Data Package) says about each table.
//!
//! The same file is read by the `frictionless` tool, so the build and the tool cannot disagree about a column.

use serde_json::Value;

use crate::Problem;

/// The description of all tables.
#[derive(Debug)]
pub struct Schema {
    /// Version of the data.
    pub version: String,
    /// One entry a table.
    pub resources: Vec<Resource>,
}

/// The description of one table.
#[derive(Debug, Clone)]
pub struct Resource {
    /// Table name.
    pub name: String,
    /// File name within the package.
    pub path: String,
    /// Columns in file order.
    pub fields: Vec<Field>,
    /// Column that identifies a row.
    pub key: String,
    /// Name of the enumeration that the keys become (property `enumeration`, our own); most tables have none.
    pub enumeration: Option<String>,
    /// A smaller form of the table for a page that needs little of it (property `view`, our own).
    pub view: Option<View>,
}

/// Some columns of some rows of a table.
#[derive(Debug, Clone)]
pub struct View {
    /// Name of the list.
    pub name: String,
    /// Name of a row's type.
    pub row: String,
    /// Columns and the values that a row must have in them.
    pub filters: Vec<(String, String)>,
    /// The columns that are kept.
    pub columns: Vec<String>,
}

/// The description of one column.
#[derive(Debug, Clone)]
pub struct Field {
    /// Column name.
    pub name: String,
    /// What the column holds.
    pub kind: Kind,
    /// Whether an empty cell is refused.
    pub required: bool,
    /// Whether two rows may not share a value.
    pub unique: bool,
    /// The values accepted, where they are listed.
    pub accepted: Option<Vec<String>>,
    /// How a text stands for numbers of other rows.
    pub formula: Formula,
}

/// How a text stands for numbers of other rows (property `formula` of a field, our own).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// Not at all.
    None,
    /// It is an expression, see [`crate::rule`], and its column holds numbers.
    Expression,
    /// It is a text with expressions in braces, each replaced by its number.
    Template,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A decimal number.
    Number,
    /// A whole number.
    Integer,
}

impl Schema {
    /// Reads the text of a `datapackage.json`.
    ///
    /// # Errors
    /// It is not JSON, or lacks a part that every package has.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let fault = |value: &str, accepted: String| Problem {
            file: "datapackage.json".into(),
            line: 0,
            column: String::new(),
            value: value.into(),
            accepted,
        };
        let json: Value = serde_json::from_str(text).map_err(|e| fault("the file", format!("valid JSON ({e})")))?;
        let missing = |what: &str| fault(what, "a Frictionless data package has this key".into());
        let resources = json["resources"].as_array().ok_or_else(|| missing("resources"))?;
        Ok(Self {
            version: text_of(&json, "version").ok_or_else(|| missing("version"))?,
            resources: resources
                .iter()
                .map(|r| Resource::read(r).ok_or_else(|| missing("a resource's name, path or schema")))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl Resource {
    fn read(json: &Value) -> Option<Self> {
        let fields = json["schema"]["fields"].as_array()?;
        Some(Self {
            name: text_of(json, "name")?,
            path: text_of(json, "path")?,
            fields: fields.iter().map(Field::read).collect::<Option<_>>()?,
            key: text_of(&json["schema"], "primaryKey")?,
            enumeration: text_of(json, "enumeration"),
            view: View::read(&json["view"]),
        })
    }
}

impl View {
    fn read(json: &Value) -> Option<Self> {
        let filters = json["where"].as_object()?.iter();
        Some(Self {
            name: text_of(json, "name")?,
            row: text_of(json, "row")?,
            filters: filters.filter_map(|(k, v)| Some((k.clone(), v.as_str()?.to_owned()))).collect(),
            columns: json["columns"].as_array()?.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect(),
        })
    }
}

impl Field {
    fn read(json: &Value) -> Option<Self> {
        let limits = &json["constraints"];
        Some(Self {
            name: text_of(json, "name")?,
            kind: match json["type"].as_str()? {
                "number" => Kind::Number,
                "integer" => Kind::Integer,
                _ => Kind::Text,
            },
            required: limits["required"].as_bool().unwrap_or(false),
            unique: limits["unique"].as_bool().unwrap_or(false),
            accepted: limits["enum"]
                .as_array()
                .map(|list| list.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()),
            formula: match json["formula"].as_str() {
                Some("expression") => Formula::Expression,
                Some("template") => Formula::Template,
                _ => Formula::None,
            },
        })
    }
}

fn text_of(json: &Value, key: &str) -> Option<String> {
    json[key].as_str().map(str::to_owned)
}
