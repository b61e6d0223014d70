//! `aftercall token create|list|revoke`.

use std::io::Write;

use clap::{Args, Subcommand};
use ring::rand::SecureRandom;
use serde_json::json;

use crate::call::Moment;
use crate::http::auth::{digest, draw};
use crate::ports::clock::Ids;
use crate::ports::report::{NewToken, Role, TokenStore};

/// For `--help`.
pub const EXAMPLES: &str = "Examples:\n  aftercall token create --role read\n  \
                            aftercall token create --tenant acme --role ingest --json\n  aftercall token revoke ID";
const CREATE_EXAMPLE: &str = "Example:\n  aftercall token create --tenant default --role ingest --json";
const LIST_EXAMPLE: &str = "Example:\n  aftercall token list --json";
const REVOKE_EXAMPLE: &str = "Example:\n  aftercall token revoke 01a2071a-438d-7305-9ba2-0e4eb9e14848";

/// What to do with API tokens.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum TokenCommand {
    /// Makes a token and shows it, once.
    #[command(after_help = CREATE_EXAMPLE)]
    Create(CreateToken),
    /// Shows all tokens, without what lets anyone in.
    #[command(after_help = LIST_EXAMPLE)]
    List(ListTokens),
    /// Makes a token worthless.
    #[command(after_help = REVOKE_EXAMPLE)]
    Revoke(RevokeToken),
}

impl TokenCommand {
    /// Whether it may begin a new store: a token can be made before the first `serve`.
    #[must_use]
    pub fn makes(&self) -> bool {
        matches!(self, Self::Create(_))
    }
}

/// Arguments of `token create`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct CreateToken {
    /// Whose rows it opens.
    #[arg(long, default_value = "default")]
    pub tenant: String,
    /// read, ingest or admin.
    #[arg(long, value_parser = role)]
    pub role: Role,
    /// It may look at whole numbers; each look is written down.
    #[arg(long)]
    pub unmask: bool,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `token list`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ListTokens {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `token revoke`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct RevokeToken {
    /// The token's id, as `token list` shows it.
    pub id: String,
}

fn role(name: &str) -> Result<Role, String> {
    Role::named(name).ok_or_else(|| "not one of read, ingest, admin".to_owned())
}

/// What the token commands work with.
pub struct TokenDesk<'a> {
    /// Where tokens rest.
    pub tokens: &'a dyn TokenStore,
    /// Identities.
    pub ids: &'a dyn Ids,
    /// Randomness of the operating system.
    pub random: &'a dyn SecureRandom,
    /// Now.
    pub now: Moment,
    /// Standard output.
    pub out: &'a mut dyn Write,
}

/// Carries a token command out.
///
/// # Errors
/// If the store cannot, there is no randomness, or no such token.
pub async fn run(command: &TokenCommand, desk: TokenDesk<'_>) -> anyhow::Result<()> {
    match command {
        TokenCommand::Create(arguments) => create(arguments, desk).await,
        TokenCommand::List(arguments) => list(arguments, desk).await,
        TokenCommand::Revoke(arguments) => revoke(arguments, desk).await,
    }
}

async fn create(arguments: &CreateToken, desk: TokenDesk<'_>) -> anyhow::Result<()> {
    let token = draw(desk.random).map_err(|_| anyhow::anyhow!("the system gives no random bytes"))?;
    let (id, tenant) = (desk.ids.next(desk.now), arguments.tenant.clone());
    let kept =
        NewToken { id: id.clone(), tenant, role: arguments.role, digest: digest(&token), unmask: arguments.unmask, created_at: desk.now };
    desk.tokens.create(kept).await?;
    if arguments.json {
        writeln!(desk.out, "{}", json!({"id": id, "token": token}))?;
    } else {
        writeln!(desk.out, "id     {id}\ntoken  {token}\nThe token is shown this once; only its digest is kept.")?;
    }
    Ok(())
}

async fn list(arguments: &ListTokens, desk: TokenDesk<'_>) -> anyhow::Result<()> {
    let tokens = desk.tokens.list().await?;
    if arguments.json {
        writeln!(desk.out, "{}", serde_json::to_string(&tokens)?)?;
        return Ok(());
    }
    for token in tokens {
        let state = token.revoked_at.map_or_else(|| "good".to_owned(), |at| format!("revoked {at}"));
        let unmask = if token.unmask { "  sees numbers" } else { "" };
        writeln!(desk.out, "{}  {:<6}  {}  made {}  {state}{unmask}", token.id, token.role.name(), token.tenant, token.created_at)?;
    }
    Ok(())
}

async fn revoke(arguments: &RevokeToken, desk: TokenDesk<'_>) -> anyhow::Result<()> {
    if !desk.tokens.revoke(&arguments.id, desk.now).await? {
        anyhow::bail!("no token {} that is still good", arguments.id);
    }
    writeln!(desk.out, "revoked {}", arguments.id)?;
    Ok(())
}
