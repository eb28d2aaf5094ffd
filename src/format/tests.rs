//! Figures, money and ticks as text.

use super::*;

#[test]
fn figures_round_at_the_edges() {
    for (value, text) in [
        (0.0, "0"),
        (0.9994, "0.999"),
        (0.9996, "1"),
        (999.4, "999"),
        (999.6, "1,000"),
        (42133.26, "42,100"),
        (-54.76, "−54.8"),
        (0.000_012_34, "0.0000123"),
        (1e15, "1,000,000,000,000,000"),
        (f64::NAN, "–"),
    ] {
        assert_eq!(figure(value), text, "{value}");
    }
}

#[test]
fn stated_values_keep_their_digits() {
    assert_eq!(exact(1421.3963), "1,421.3963");
    assert_eq!(exact(10000.95), "10,000.95");
    assert_eq!(field(Unit::Share, 0.07), "7");
    assert_eq!(field(Unit::Kg, 24.998_945_044_519_115), "24.999");
    assert_eq!(field(Unit::KrwPerUsd, 1421.3963), "1,421.3963");
    assert_eq!(field(Unit::UsdPerKg, 123_456.0), "123,456");
}

#[test]
fn money_carries_sign_and_currency_as_each_language_writes_them() {
    assert_eq!(signed_money(Lang::En, None, -54.76), "−US$54.8");
    assert_eq!(signed_money(Lang::Ko, Some(Currency::Krw), 103_020.0), "+10만 3천 원");
    assert_eq!(money(Lang::Ko, Some(Currency::Krw), 3.2e8), "3억 2천만 원");
    assert_eq!(money(Lang::Ko, Some(Currency::Krw), 9_990.0), "9,990원");
    assert_eq!(money(Lang::Zh, Some(Currency::Cny), 394.0), "394元");
    assert_eq!(money(Lang::Zh, Some(Currency::Cny), 3.2e8), "3.2亿元");
    assert_eq!(money(Lang::Zh, Some(Currency::Krw), -54_760_000.0), "−5480万韩元");
    let all = [None, Some(Currency::Cny), Some(Currency::Krw), Some(Currency::Eur), Some(Currency::Jpy)];
    let texts = |lang| all.map(|c| money(lang, c, 25_000.0)).join(" ");
    assert_eq!(texts(Lang::En), "US$25,000 CN¥25,000 ₩25,000 €25,000 JP¥25,000");
    assert_eq!(texts(Lang::Ko), "2만 5천 달러 2만 5천 위안 2만 5천 원 2만 5천 유로 2만 5천 엔");
    assert_eq!(texts(Lang::Zh), "2.5万美元 2.5万元 2.5万韩元 2.5万欧元 2.5万日元");
}

#[test]
fn ticks_are_round_and_cover_the_range() {
    let texts = |low, high| ticks(Lang::En, low, high, 5).into_iter().map(|(_, t)| t).collect::<Vec<_>>();
    assert_eq!(texts(0.0, 173.0), ["0", "50", "100", "150"]);
    assert_eq!(texts(0.0, 0.0), ["0"]);
    assert_eq!(texts(0.0, f64::NAN), ["0"]);
    assert_eq!(texts(0.0, 1.0), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
}

#[test]
fn axes_count_as_their_readers_do() {
    let texts = |lang, high| ticks(lang, 0.0, high, 5).into_iter().map(|(_, t)| t).collect::<Vec<_>>();
    assert_eq!(texts(Lang::Ko, 47_000.0), ["0", "1만", "2만", "3만", "4만"]);
    assert_eq!(texts(Lang::Zh, 24_000.0), ["0", "0.5万", "1万", "1.5万", "2万"]);
    assert_eq!(texts(Lang::Ko, 9_000.0), ["0", "2,000", "4,000", "6,000", "8,000"]);
    assert_eq!(texts(Lang::Zh, 3e8), ["0", "1亿", "2亿", "3亿"]);
    let between = ticks_between(Lang::Ko, -25_000.0, 31_000.0, 5);
    assert_eq!(between.into_iter().map(|(_, t)| t).collect::<Vec<_>>(), ["−2만", "0", "2만"]);
}

#[test]
fn a_typed_number_is_said_back_in_digits_and_as_it_is_counted() {
    assert_eq!(said(Lang::Ko, 3.2e8), "320,000,000 (3억 2천만)");
    assert_eq!(said(Lang::Zh, 3.2e8), "320,000,000（3.2亿）");
    assert_eq!(said(Lang::Ko, 1234.5), "1,234.5");
    assert_eq!(said(Lang::En, 3.2e8), "320,000,000");
}

#[test]
fn tonnes_and_money_are_counted_and_technical_quantities_are_not() {
    assert_eq!(with_unit(Lang::Ko, Unit::TPerYear, 66_000.0), "6만 6천 톤/년");
    assert_eq!(with_unit(Lang::Ko, Unit::TPerYear, 7_872.0), "7,872톤/년");
    assert_eq!(with_unit(Lang::Zh, Unit::TPerYear, 66_000.0), "6.6万吨/年");
    assert_eq!(with_unit(Lang::Ko, Unit::Kg, 12_500.0), "12,500 kg");
    assert_eq!(tonnes(Lang::Ko, 66_040.0), "6만 6천 톤");
    assert_eq!(tonnes(Lang::Ko, 6_604.0), "6,600톤");
    assert_eq!(tonnes(Lang::Zh, 66_040.0), "6.6万吨");
}

#[test]
fn ticks_by_factors_are_one_two_five() {
    let texts = |low, high| ticks_by_factors(Lang::En, low, high).into_iter().map(|(_, t)| t).collect::<Vec<_>>();
    assert_eq!(texts(37.0, 2820.0), ["50", "100", "200", "500", "1,000", "2,000"]);
    assert_eq!(texts(0.2, 1.0), ["0.2", "0.5", "1"]);
    assert!(texts(0.0, 5.0).is_empty() && texts(1.0, f64::NAN).is_empty());
}
