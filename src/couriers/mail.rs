use std::error::Error;
use std::time::Duration;

use lettre::message::Mailbox as Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::ports::notice::{Delivered, Mail, Security};

/// Longest wait for each answer of the server, and for all of it.
const PATIENCE: Duration = Duration::from_secs(10);
const TOTAL: Duration = Duration::from_secs(30);

/// What a mailbox is made from.
#[derive(Clone)]
pub struct MailSettings {
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How it is spoken to.
    pub security: Security,
    /// Certificate authorities as PEM that are trusted beside those of the system.
    pub ca: Option<Vec<u8>>,
    /// User and password.
    pub login: Option<(String, String)>,
    /// The sender, `Name <address>` or the address alone.
    pub from: String,
}

/// Where e-mails leave.
pub struct Mailbox {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
}

/// A mailbox that cannot be made from its settings.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The sender is no address.
    #[error("from: not an e-mail address")]
    From(#[from] lettre::address::AddressError),
    /// TLS cannot be set up.
    #[error("TLS cannot be set up: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

impl Mailbox {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// [`Unusable`]
    pub fn new(settings: MailSettings) -> Result<Self, Unusable> {
        super::install_tls();
        let tls = match settings.security {
            Security::None => Tls::None,
            Security::StartTls => Tls::Required(parameters(&settings)?),
            Security::Tls => Tls::Wrapper(parameters(&settings)?),
        };
        let from: Address = settings.from.parse()?;
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host).port(settings.port).tls(tls);
        transport = transport.timeout(Some(PATIENCE));
        if let Some((user, password)) = settings.login {
            transport = transport.credentials(Credentials::new(user, password));
        }
        Ok(Self { transport: transport.build(), from })
    }

    /// Hands it to the server once.
    pub async fn send(&self, mail: &Mail) -> Delivered {
        let message = match self.message(mail) {
            Ok(message) => message,
            Err(error) => return failed(error.as_ref()),
        };
        match tokio::time::timeout(TOTAL, self.transport.send(message)).await {
            Ok(Ok(_)) => Delivered::Arrived,
            Ok(Err(error)) => failed(&error),
            Err(_) => Delivered::Failed { retry_after: None, detail: "the mail server does not answer".to_owned() },
        }
    }

    fn message(&self, mail: &Mail) -> Result<Message, Box<dyn Error + Send + Sync>> {
        let host = self.from.email.domain();
        // Keeps absence replies from coming back (RFC 3834, 5).
        let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
        let message = Message::builder()
            .from(self.from.clone())
            .to(mail.to.parse()?)
            .subject(&mail.subject)
            .message_id(Some(format!("<{}@{host}>", mail.id)))
            .raw_header(automatic)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text.clone())?;
        Ok(message)
    }
}

fn parameters(settings: &MailSettings) -> Result<TlsParameters, lettre::transport::smtp::Error> {
    let mut builder = TlsParameters::builder(settings.host.clone());
    if let Some(pem) = &settings.ca {
        builder = builder.add_root_certificate(Certificate::from_pem(pem)?);
    }
    builder.build_rustls()
}

/// The chain of causes. What a server answers may name the recipient: only its code is kept.
fn failed(error: &(dyn Error + 'static)) -> Delivered {
    let detail = match error.downcast_ref::<lettre::transport::smtp::Error>() {
        Some(error) => match error.status() {
            Some(code) => format!("the mail server answered {code}"),
            None => chain(error),
        },
        None => "the address of the recipient cannot be used".to_owned(),
    };
    Delivered::Failed { retry_after: None, detail }
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
