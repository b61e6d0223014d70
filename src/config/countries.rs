use super::section::{Read, short};
use super::tree::Node;
use super::value::text;

/// ISO 3166-1 codes and their calling codes (ITU-T E.164, list of assigned country codes). Countries of the North American
/// Numbering Plan share `+1`, Russia and Kazakhstan `+7`: allowing one allows the others.
#[rustfmt::skip]
const CODES: [(&str, &str); 100] = [
    ("AE", "971"), ("AR", "54"), ("AT", "43"), ("AU", "61"), ("BA", "387"), ("BD", "880"), ("BE", "32"), ("BG", "359"),
    ("BH", "973"), ("BO", "591"), ("BR", "55"), ("BY", "375"), ("CA", "1"), ("CH", "41"), ("CI", "225"), ("CL", "56"),
    ("CM", "237"), ("CN", "86"), ("CO", "57"), ("CR", "506"), ("CY", "357"), ("CZ", "420"), ("DE", "49"), ("DK", "45"),
    ("DZ", "213"), ("EC", "593"), ("EE", "372"), ("EG", "20"), ("ES", "34"), ("ET", "251"), ("FI", "358"), ("FR", "33"),
    ("GB", "44"), ("GE", "995"), ("GH", "233"), ("GR", "30"), ("GT", "502"), ("HK", "852"), ("HN", "504"), ("HR", "385"),
    ("HU", "36"), ("ID", "62"), ("IE", "353"), ("IL", "972"), ("IN", "91"), ("IQ", "964"), ("IS", "354"), ("IT", "39"),
    ("JO", "962"), ("JP", "81"), ("KE", "254"), ("KH", "855"), ("KR", "82"), ("KW", "965"), ("KZ", "7"), ("LA", "856"),
    ("LB", "961"), ("LK", "94"), ("LT", "370"), ("LU", "352"), ("LV", "371"), ("MA", "212"), ("MM", "95"), ("MN", "976"),
    ("MO", "853"), ("MT", "356"), ("MX", "52"), ("MY", "60"), ("NG", "234"), ("NL", "31"), ("NO", "47"), ("NP", "977"),
    ("NZ", "64"), ("OM", "968"), ("PA", "507"), ("PE", "51"), ("PH", "63"), ("PK", "92"), ("PL", "48"), ("PT", "351"),
    ("PY", "595"), ("QA", "974"), ("RO", "40"), ("RS", "381"), ("RU", "7"), ("SA", "966"), ("SE", "46"), ("SG", "65"),
    ("SI", "386"), ("SK", "421"), ("SN", "221"), ("TH", "66"), ("TN", "216"), ("TR", "90"), ("TW", "886"), ("UA", "380"),
    ("US", "1"), ("UY", "598"), ("VN", "84"), ("ZA", "27"),
];

/// The beginning of a country's numbers, from `US` or `+1`.
pub fn calling_code(node: &Node) -> Read<String> {
    let given = text(node)?;
    if let Some(digits) = given.strip_prefix('+') {
        let fine = (1..=7).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        return if fine { Ok(given.to_owned()) } else { Err(format!("`{}` is no beginning of a number such as \"+1\"", short(given))) };
    }
    let found = CODES.iter().find(|(iso, _)| iso.eq_ignore_ascii_case(given)).map(|(_, digits)| format!("+{digits}"));
    found.ok_or_else(|| format!("`{}` is no country that is known; write its calling code, for example \"+49\"", short(given)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tree::read_value;

    #[test]
    fn countries_are_read_by_their_iso_or_calling_code() {
        let code = |text: &str| calling_code(&read_value("X", &format!("\"{text}\""))).ok();
        assert_eq!(["US", "cn", "DE", "+44", "+1415"].map(code), ["+1", "+86", "+49", "+44", "+1415"].map(|c| Some(c.to_owned())));
        assert_eq!(["", "XX", "1", "+", "+0", "+x", "+12345678"].map(code), [const { None }; 7]);
        assert!(CODES.is_sorted() && CODES.iter().all(|(iso, digits)| iso.len() == 2 && digits.len() <= 3));
    }
}
