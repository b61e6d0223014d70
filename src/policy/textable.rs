//! Which numbers can get text messages, as far as their country's numbering plan tells.

/// Country codes and the beginnings of mobile numbers behind them (`?` stands for any digit), of countries whose plan keeps mobiles apart;
/// as the plans published through ITU-T (<https://www.itu.int/oth/T0202.aspx>) assign them, compared with every range that
/// libphonenumber's metadata (release 9.0.43) calls mobile or fixed. Where both share a beginning, it counts as mobile. Elsewhere, as in
/// North America or Mexico, a number does not tell what it is.
#[rustfmt::skip]
const MOBILES: [(&str, &str); 68] = [
    ("20", "10 11 12 15"), ("212", "6 7"), ("213", "5 6 7"), ("233", "2 5"), ("234", "70 71 72 80 81 90 91"), ("254", "1 7"), ("27", "19 50 6 7 81 82 83 84 85"),
    ("30", "685 687 688 689 69 94"), ("31", "6 970"), ("32", "45 46 47 48 49"), ("33", "6 7"), ("34", "6 7"), ("351", "16 6 9"), ("353", "82 83 84 85 86 87 88 89"),
    ("358", "4 50"), ("359", "43 87 88 89 98 99"), ("36", "20 30 31 50 70"), ("375", "25 29 33 44"),
    ("380", "39 50 63 66 67 68 7 91 92 93 94 95 96 97 98 99"), ("381", "6"), ("385", "9"),
    ("386", "30 31 40 41 43 51 64 65 68 69 70 71"), ("39", "3 43"), ("40", "7"), ("41", "68 69 72 73 74 75 76 77 78 79"), ("420", "60 70 71 72 73 77 79"), ("421", "9"),
    ("43", "648 650 651 652 653 655 657 659 660 661 663 664 665 666 667 668 669 67 68 69"), ("44", "71 72 73 74 75 7624 77 78 79"),
    ("46", "70 72 73 76 78 79"), ("47", "4 9"), ("48", "21 45 50 51 53 57 60 66 69 72 73 78 79 88"), ("49", "15 16 17"),
    ("502", "3 4 5 80"), ("503", "5 6 7"), ("504", "3 7 8 9"), ("506", "3 5 6 7 8"), ("507", "111 161 218 219 6 81 87"), ("51", "9"), ("54", "675 9"), ("55", "??7 ??9"), ("56", "9"),
    ("57", "3 9"), ("58", "41 42"), ("591", "57 6 7"), ("593", "9"), ("595", "9"), ("598", "9"),
    ("60", "1"), ("61", "4"), ("62", "8"), ("63", "813 817 895 896 897 898 9"), ("64", "2"), ("65", "8 9"), ("66", "14 6 8 9"), ("7", "9 70 747 75 76 77 785"),
    ("81", "60 70 80 90"), ("82", "10 11 12 16 17 18 19"), ("84", "1 3 5 7 8 9"), ("852", "4 5 6 7 8 9"), ("853", "6"),
    ("86", "13 14 15 16 17 18 19"), ("880", "1 37 38 44 644 66"), ("886", "9"), ("90", "5"), ("91", "6 7 8 9"), ("92", "3"), ("94", "7"),
];

/// Toll-free and premium numbers of the North American Numbering Plan belong to companies.
const NO_PERSON: [&str; 9] = ["1800", "1822", "1833", "1844", "1855", "1866", "1877", "1888", "1900"];

/// Whether a number may be able to get text messages; only a landline that shows as one cannot.
#[must_use]
pub fn may_be(number: &str) -> bool {
    let digits = number.trim_start_matches('+');
    if NO_PERSON.iter().any(|start| digits.starts_with(start)) {
        return false;
    }
    let country = MOBILES.iter().filter_map(|(code, mobiles)| Some((digits.strip_prefix(code)?, mobiles))).next();
    country.is_none_or(|(national, mobiles)| mobiles.split(' ').any(|start| begins(national, start)))
}

fn begins(national: &str, start: &str) -> bool {
    national.len() >= start.len() && start.bytes().zip(national.bytes()).all(|(wanted, digit)| wanted == b'?' || wanted == digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn landlines_are_told_from_mobiles_where_the_numbering_plan_tells() {
        let mobile = [
            "+8613800138000",
            "+447700900123",
            "+447624555012",
            "+4915112345678",
            "+33600000000",
            "+34600000000",
            "+393200000000",
            "+32470123456",
            "+41791234567",
            "+436641234567",
            "+31612345678",
            "+5511912345678",
            "+5491155550123",
            "+819012345678",
            "+821055550123",
            "+919876543210",
            "+61455550123",
            "+64215550123",
            "+79161234567",
            "+77015550123",
            "+77475550123",
            "+201001234567",
            "+27825550123",
            "+2348035550123",
            "+85251234567",
            "+886912345678",
            "+966501234567",
            "+37061234567",
        ];
        let unknown = ["+14155550123", "+17875550123", "+525555550123", "+4522555501", "+99955550123"];
        let landline = [
            "+861055550123",
            "+862155550123",
            "+442079460123",
            "+447012345678",
            "+4930901820",
            "+33140000000",
            "+34910000000",
            "+390612345678",
            "+3242555501",
            "+41441234567",
            "+43662123456",
            "+43155501",
            "+31201234567",
            "+551132345678",
            "+541155550123",
            "+81312345678",
            "+82255550123",
            "+911123456789",
            "+61255550123",
            "+6495550123",
            "+74955550123",
            "+77275550123",
            "+20255550123",
            "+27115550123",
            "+85221234567",
            "+886221234567",
            "+18005550123",
            "+18885550123",
        ];
        for number in mobile.iter().chain(&unknown) {
            assert!(may_be(number), "{number}");
        }
        for number in landline {
            assert!(!may_be(number), "{number}");
        }
    }

    /// Beginnings of mobile and fixed numbers of each country, drawn by libphonenumber 9.0.43 from its own ranges: at least three of each
    /// but four that share theirs with others.
    #[test]
    fn every_range_that_libphonenumber_calls_mobile_may_get_texts_and_every_fixed_one_may_not() {
        let mut countries = std::collections::BTreeMap::new();
        for line in include_str!("beginnings.csv").lines().skip(1) {
            let [beginning, country, kind, _] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
            // Where libphonenumber cannot tell (`either`), neither answer is wrong.
            assert!(kind == "either" || may_be(&format!("+{beginning}0000")) == (kind == "mobile"), "{line}");
            *countries.entry(country).or_insert(0) += 1;
        }
        assert_eq!(countries.len(), 243, "{countries:?}");
        assert!(countries.values().filter(|count| **count < 3).count() <= 4, "{countries:?}");
    }

    #[test]
    fn no_country_code_is_the_beginning_of_another() {
        for (one, _) in MOBILES {
            assert_eq!(MOBILES.iter().filter(|(other, _)| other.starts_with(one)).count(), 1, "{one}");
        }
    }
}
