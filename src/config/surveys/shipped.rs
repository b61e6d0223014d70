//! The surveys that are in the binary.

use crate::survey::model::Survey;

/// File name and text of each shipped survey.
pub const FILES: [(&str, &str); 10] = [
    ("csat.toml", include_str!("../../../config/surveys/csat.toml")),
    ("nps.toml", include_str!("../../../config/surveys/nps.toml")),
    ("ces.toml", include_str!("../../../config/surveys/ces.toml")),
    ("fcr.toml", include_str!("../../../config/surveys/fcr.toml")),
    ("service-level.toml", include_str!("../../../config/surveys/service-level.toml")),
    ("kano.toml", include_str!("../../../config/surveys/kano.toml")),
    ("index.toml", include_str!("../../../config/surveys/index.toml")),
    ("recovery.toml", include_str!("../../../config/surveys/recovery.toml")),
    ("csat-fcr.toml", include_str!("../../../config/surveys/csat-fcr.toml")),
    ("csat-nps.toml", include_str!("../../../config/surveys/csat-nps.toml")),
];

/// The shipped surveys; a test proves that none has a fault.
pub fn all() -> impl Iterator<Item = Survey> {
    FILES.iter().filter_map(|(name, text)| super::parse(name, text).ok())
}
