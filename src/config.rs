//! The configuration: one file per section, parsed into checked types; every fault with file, line and key, all at once.

use std::path::{Path, PathBuf};

pub use environment::Environment;
pub use fault::Fault;
pub use secret::{InstallationSecret, Secret};
pub use settings::{
    AccountSettings, ExportSettings, JournalRule, KannelSettings, MailSettings, PeriodLength, ProviderSettings, Reporting, ReportingUrl,
    Server, Settings, Store, StoreUrl, SurveyFiles, TwilioSettings, VoiceXmlSettings, WebhookSettings,
};

use crate::policy::Policy;
use crate::survey::model::{Book, Survey};
use environment::Context;
use fault::Findings;
use section::Section;
use tree::Table;

mod accounts;
mod address;
mod countries;
mod environment;
mod export;
mod fault;
mod file;
mod follow_up;
mod policy;
mod quiet;
mod retention;
mod rules;
mod secret;
mod section;
mod server;
mod settings;
mod store;
pub mod surveys;
mod tree;
mod value;

/// The configuration that holds where there is no file.
pub const DEFAULT: &str = include_str!("../config/aftercall.toml");
/// Where a configuration file is looked for if none is named.
pub const USUAL_PLACE: &str = "config/aftercall.toml";
/// What faults of the built-in configuration name as their file.
const BUILT_IN: &str = "(built-in configuration)";

/// A configuration without fault.
#[derive(Debug)]
pub struct Loaded {
    /// The checked configuration.
    pub settings: Settings,
    /// The surveys that new sessions get.
    pub surveys: Vec<Survey>,
}

impl Loaded {
    /// The surveys as the engine looks them up; shipped ones that the operator has replaced stay findable.
    #[must_use]
    pub fn book(&self) -> Book {
        let mut book = Book::default();
        self.surveys.iter().for_each(|survey| book.publish(survey.clone()));
        surveys::shipped::all().for_each(|survey| book.remember(survey));
        book
    }
}

/// What a look at a configuration finds. With any error the settings are incomplete.
#[derive(Debug)]
pub struct Inspection {
    /// Their `warnings` are those of the whole inspection.
    pub settings: Settings,
    /// Those without fault.
    pub surveys: Vec<Survey>,
    /// What must be mended, by file and line.
    pub errors: Vec<Fault>,
}

/// Where the configuration is: the named file, else the one in the usual place, else (`None`) the built-in one.
#[must_use]
pub fn find(named: Option<&Path>) -> Option<PathBuf> {
    named.map(Path::to_owned).or_else(|| Some(PathBuf::from(USUAL_PLACE)).filter(|usual| usual.is_file()))
}

/// Reads a configuration; without `source` the built-in one (see [`find`]). `data` is where stores go whose path is relative.
///
/// # Errors
/// Every fault of the configuration, the surveys and the environment.
pub fn load(source: Option<&Path>, data: Option<&Path>, environment: &Environment) -> Result<Loaded, Vec<Fault>> {
    let Inspection { settings, surveys, errors } = inspect(source, data, environment);
    if errors.is_empty() { Ok(Loaded { settings, surveys }) } else { Err(errors) }
}

/// Reads a configuration as [`load`] does and gives what it finds, also beside errors.
#[must_use]
pub fn inspect(source: Option<&Path>, data: Option<&Path>, environment: &Environment) -> Inspection {
    let findings = Findings::default();
    let name = source.map_or_else(|| BUILT_IN.to_owned(), |path| path.display().to_string());
    let text = source.map_or_else(|| Some(DEFAULT.to_owned()), |path| file::read(path, &findings));
    let table = text.and_then(|text| tree::read_document(&name, &text, &findings));
    let readable = table.is_some();
    let mut table = table.unwrap_or_default();
    environment.lay_over(&mut table, &findings);
    let folder = source.and_then(Path::parent).unwrap_or(Path::new(""));
    let context = Context { environment, folder, data };
    let unread = Findings::default();
    // What follows from a file that cannot be read is no news; surveys have their own files.
    let (settings, surveys) =
        sections(&table, (&name, source.is_some()), &context, (if readable { &findings } else { &unread }, &findings));
    let (errors, warnings) = findings.into_lists();
    Inspection { settings: Settings { warnings, ..settings }, surveys, errors }
}

fn sections(
    table: &Table,
    (file, own): (&str, bool),
    context: &Context<'_>,
    (findings, surveys): (&Findings, &Findings),
) -> (Settings, Vec<Survey>) {
    let root = Section::root(table, file, findings);
    let server = server::read(root.section("server"), context);
    let store = store::read_store(root.section("store"), &root.section("server"), context);
    let reporting = store::read_reporting(root.section("reporting"), context, &store);
    let dir = survey_folder(&root.section("surveys"), context, own);
    let shelf = surveys::gather(dir.as_deref(), surveys);
    let accounts = accounts::read(&root, context);
    let mail = follow_up::read_mail(&root, context);
    let (webhooks, subscriptions) = follow_up::read_webhooks(&root, context);
    let exports = export::read(&root, context);
    let policy = Policy { subscriptions, ..policy(&root, (&shelf, &accounts), mail.is_some()) };
    let retention = retention::read(root.section("retention"), policy.late_until);
    root.finish();
    if server.public_url.is_none() && accounts.iter().any(|account| !matches!(account.provider, ProviderSettings::Simulator { .. })) {
        let message = "server.public_url: is missing: providers must be told where to post, and signatures cover the address";
        findings.warning(&root.place_of("server"), message);
    }
    let settings = Settings {
        server,
        store,
        reporting,
        surveys: SurveyFiles { dir },
        accounts,
        webhooks,
        exports,
        mail,
        policy,
        retention,
        warnings: Vec::new(),
    };
    (settings, shelf.surveys)
}

fn policy(root: &Section<'_>, (shelf, accounts): (&surveys::Shelf, &[AccountSettings]), has_mail: bool) -> Policy {
    let policy = policy::read(root.section("policy"));
    let credit = policy::read_credit(root.section("credit"));
    let complete = root.count("account") == accounts.len();
    let known = rules::Known { ids: &shelf.ids, surveys: &shelf.surveys, accounts: if complete { accounts } else { &[] } };
    let tickets = follow_up::read_tickets(root, &known, has_mail);
    Policy { rules: rules::read(root, &known, &policy), tickets, credit, ..policy }
}

/// `[surveys] dir`, by default `surveys` beside the configuration file if that is there.
fn survey_folder(section: &Section<'_>, context: &Context<'_>, own: bool) -> Option<PathBuf> {
    let given = section.value("dir", value::owned).map(|dir| context.folder.join(dir));
    section.finish();
    given.or_else(|| Some(context.folder.join("surveys")).filter(|usual| own && usual.is_dir()))
}
