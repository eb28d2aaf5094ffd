//! Results saved under names: the list comes back as it was kept, loses nothing that it does not understand, and says what it says
//! in the reader's language.

use lodestone::export::saved::{FORMAT, Fault, LONGEST, List, MOST, Saved};
use lodestone::link::proof::Verdict;
use lodestone::text::Lang;
use serde_json::json;

use crate::common::all;

const DAY: &str = "2026-11-30";

fn one(name: &str) -> Saved {
    Saved::of(&all()[0], name, DAY)
}

#[test]
fn a_saved_result_comes_back_to_the_bit_and_proves_itself() {
    let mut list = List::default();
    for (i, taken) in all().iter().enumerate().take(MOST) {
        list.add(Saved::of(taken, &format!("{i} <b>\"x\"</b> 가"), DAY)).unwrap();
    }
    let again = List::read(&list.write()).unwrap();
    assert_eq!(again, list);
    for (saved, taken) in again.all.iter().rev().zip(all()) {
        let checked = saved.checked();
        assert_eq!(checked.asked.state.inputs, taken.subject.state.inputs, "{}", saved.page);
        assert!(matches!(checked.verdict, Verdict::Verified(_) | Verdict::None), "{:?}", checked.verdict);
        assert_eq!(saved.route(), Some(taken.subject.route));
        for lang in Lang::ALL {
            let told = saved.told(lang);
            assert!(!told.figure.is_empty() && !told.assumed.is_empty() && told.day.contains("2026"), "{told:?}");
            // The figure that the sentence of the same result says, between the same ends.
            let (main, exact) = (taken.main(), taken.main().is_some_and(|a| a.spread.is_exact()));
            assert_eq!(main.is_some() && !exact, told.between.chars().any(|c| c.is_ascii_digit()), "{told:?}");
            if taken.lang() == lang && main.is_some() {
                let sentence = lodestone::export::sentence::write(taken);
                assert!(sentence.contains(told.value.trim_start_matches('+')), "{sentence}: {told:?}");
            }
        }
    }
}

#[test]
fn what_is_not_understood_stays_where_it_was() {
    let mut list = List::default();
    list.add(one("a")).unwrap();
    let mut data: serde_json::Value = serde_json::from_str(&list.write()).unwrap();
    let strange = [
        json!({ "name": "later", "page": "tokamak", "day": DAY, "said": [], "range": null }),
        json!({ "name": "b", "page": "motor", "day": DAY, "said": [], "range": [3.0, 2.0, 1.0, 0.0] }),
        json!(7),
    ];
    data["saved"].as_array_mut().unwrap().extend(strange.clone());
    let mut read = List::read(&data.to_string()).unwrap();
    assert_eq!((read.all.len(), &read.others[..]), (1, &strange[..]));
    read.rename(0, " c ").unwrap();
    let again = List::read(&read.write()).unwrap();
    assert_eq!((again.all[0].name.as_str(), &again.others[..]), ("c", &strange[..]));
    for text in [
        "",
        "7",
        "{}",
        "[]",
        "{\"format\":\"lodestone.saved.v2\",\"saved\":[]}",
        &format!("{{\"format\":\"{FORMAT}\"}}"),
    ] {
        assert_eq!(List::read(text), Err(Fault::Unreadable), "{text}");
    }
}

#[test]
fn a_name_that_cannot_be_taken_is_refused_with_what_would_be() {
    let mut list = List::default();
    list.add(one("a")).unwrap();
    list.add(one("b")).unwrap();
    for (name, fault) in [
        (String::new(), Fault::NoName),
        ("  ".to_owned(), Fault::NoName),
        ("가".repeat(LONGEST + 1), Fault::LongName(LONGEST + 1)),
        (" a ".to_owned(), Fault::SameName("a".into())),
    ] {
        assert_eq!(list.add(one(&name)), Err(fault.clone()), "{name}");
        assert_eq!(list.rename(0, &name), Err(fault.clone()), "{name}");
        for lang in Lang::ALL {
            let said = fault.said(lang);
            assert!(said.contains("80") || said.contains('a'), "{said}");
        }
    }
    // Its own name is no other's.
    list.rename(1, "a").unwrap();
    list.add(one(&"가".repeat(LONGEST))).unwrap();
    for i in list.all.len()..MOST {
        list.add(one(&i.to_string())).unwrap();
    }
    assert_eq!(list.add(one("more")), Err(Fault::TooMany));
    assert_eq!((list.all.len(), list.all[0].name.as_str()), (MOST, "99"));
}

#[test]
fn two_lists_become_one_without_losing_or_doubling_any() {
    let (mut here, mut there) = (List::default(), List::default());
    here.add(one("a")).unwrap();
    there.add(one("a")).unwrap();
    let other = all().iter().find(|taken| taken.said != all()[0].said).unwrap();
    there.add(Saved::of(other, "a 2", DAY)).unwrap();
    there.all[0].name = "a".into();
    there.others.push(json!("x"));
    assert_eq!(here.join(there.clone()), Ok(1));
    let names: Vec<&str> = here.all.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((names, here.others.len()), (vec!["a 2", "a"], 1));
    // What has another name by now is another result.
    let mut full = List { all: (0..MOST).map(|i| one(&format!("n{i}"))).collect(), others: Vec::new() };
    assert_eq!(full.join(there), Err(Fault::TooMany));
    assert_eq!(full.all.len(), MOST);
}

#[test]
fn the_file_of_saved_results_says_ranges_version_and_what_each_leaves_out() {
    let mut list = List::default();
    for (i, taken) in all().iter().enumerate().take(MOST) {
        list.add(Saved::of(taken, &i.to_string(), DAY)).unwrap();
    }
    list.others.push(json!(7));
    let file = list.file();
    assert_eq!(List::read(&file), Ok(list), "it is opened again");
    let data: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert_eq!(data["program"], json!(concat!("Lodestone ", env!("CARGO_PKG_VERSION"))));
    assert_eq!(data["data"], json!(lodestone_model::data::DATA_VERSION));
    for entry in data["saved"].as_array().unwrap().iter().filter(|entry| entry.is_object()) {
        let ends = entry["range"].as_array().unwrap();
        assert!(ends.len() == 4 && ends[0].as_f64() <= ends[2].as_f64(), "{entry}");
        assert!(entry["does_not_include"].as_array().unwrap().len() > 1, "{entry}");
        assert!(entry["said"].as_array().unwrap().iter().any(|pair| pair[0] == "v"), "{entry}");
    }
}
