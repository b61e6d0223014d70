use axum::http::Uri;

/// Reads an `http` or `https` address without user, query and fragment, and takes the slash at its end away.
pub fn web_address(text: &str) -> Option<String> {
    if text.contains('#') {
        return None;
    }
    let uri: Uri = text.parse().ok()?;
    let authority = uri.authority().filter(|authority| !authority.as_str().contains('@') && !authority.host().is_empty())?;
    let plain = matches!(uri.scheme_str(), Some("http" | "https")) && uri.query().is_none();
    let port_fits = authority.port().is_some() || !authority.as_str().ends_with(':');
    (plain && port_fits).then(|| text.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::web_address;

    #[test]
    fn web_addresses_are_whole_and_plain() {
        for (text, read) in [
            ("https://survey.example.com", "https://survey.example.com"),
            ("https://survey.example.com/", "https://survey.example.com"),
            ("http://127.0.0.1:8080/after/", "http://127.0.0.1:8080/after"),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(web_address(text).as_deref(), Some(read));
        }
        for wrong in
            ["", "survey.example.com", "/x", "ftp://x.example", "https://", "https://x?y=1", "https://x/#a", "https://u:p@x", "https://a b"]
        {
            assert_eq!(web_address(wrong), None, "{wrong}");
        }
    }
}
