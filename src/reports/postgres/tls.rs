use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::ports::report::ReportError;

/// What of the server is verified before it gets the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trust {
    /// `disable`: no TLS.
    NoTls,
    /// `prefer`: TLS where the server offers it. Nothing is verified: whoever sits on the way can read along.
    AnyoneOrPlain,
    /// `require`: always TLS. The certificate is not verified: who only listens learns nothing, who steps between learns all.
    Anyone,
    /// `verify-full`: always TLS, by a certificate of the server's name from an authority that this machine trusts.
    OfThisMachine,
    /// With `sslrootcert`, whatever the mode but `disable`: likewise, from an authority in this file.
    Of(PathBuf),
}

/// Where systems keep the authorities that they trust: Debian, Red Hat, SUSE, Alpine and the BSDs.
const OF_SYSTEMS: [&str; 4] =
    ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"];

/// How to speak TLS; `None` without it.
///
/// # Errors
/// [`ReportError::Failed`] if the file of authorities cannot be read or holds none.
pub fn connector(trust: &Trust) -> Result<Option<MakeRustlsConnect>, ReportError> {
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| ReportError::Failed(error.to_string()))?;
    let config = match trust {
        Trust::NoTls => return Ok(None),
        Trust::AnyoneOrPlain | Trust::Anyone => {
            builder.dangerous().with_custom_certificate_verifier(Arc::new(Unverified(provider))).with_no_client_auth()
        }
        Trust::OfThisMachine => {
            let found = OF_SYSTEMS.iter().map(Path::new).find(|path| path.exists());
            let missing = || ReportError::Failed("this machine keeps no certificate authorities; give some as sslrootcert=FILE".to_owned());
            builder.with_root_certificates(roots(found.ok_or_else(missing)?)?).with_no_client_auth()
        }
        Trust::Of(file) => builder.with_root_certificates(roots(file)?).with_no_client_auth(),
    };
    Ok(Some(MakeRustlsConnect::new(config)))
}

fn roots(file: &Path) -> Result<RootCertStore, ReportError> {
    let failed = |why: String| ReportError::Failed(format!("certificate authorities in {}: {why}", file.display()));
    let found = CertificateDer::pem_file_iter(file).map_err(|error| failed(error.to_string()))?;
    let found = found.collect::<Result<Vec<_>, _>>().map_err(|error| failed(error.to_string()))?;
    let mut roots = RootCertStore::empty();
    // Old authorities that rustls does not understand stand in most systems' files.
    let (known, _) = roots.add_parsable_certificates(found);
    if known == 0 { Err(failed("none".to_owned())) } else { Ok(roots) }
}

/// Takes every certificate; only that the server holds its key is checked.
#[derive(Debug)]
struct Unverified(Arc<CryptoProvider>);

impl ServerCertVerifier for Unverified {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        of: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        rustls::crypto::verify_tls12_signature(message, of, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        of: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        rustls::crypto::verify_tls13_signature(message, of, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
