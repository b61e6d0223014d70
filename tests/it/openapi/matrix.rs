//! Every route with every kind of token: the exact status, and never a word of another tenant's.

use std::collections::BTreeMap;

use aftercall::ports::clock::Clock;
use aftercall::ports::report::Role;
use serde_json::Value;

use super::town::{MINE, THEIRS, Tenant, Town};
use super::{Operation, operations};

const ROLES: [Role; 3] = [Role::Read, Role::Ingest, Role::Admin];

/// What a request carries besides its path.
struct Visit<'a> {
    town: &'a Town,
    operation: &'a Operation,
    names: &'a BTreeMap<String, String>,
}

impl Visit<'_> {
    /// The path with the names of something of the tenant's.
    fn target(&self, names: &BTreeMap<String, String>) -> String {
        let path = &self.operation.path;
        let known = names.iter().fold(path.clone(), |target, (name, value)| match name.strip_suffix("{id}") {
            Some(start) if path == name => format!("{start}{value}"),
            _ => target.replace(name, value),
        });
        assert!(!known.contains('{'), "{path}: the test knows no name for a part of it");
        known
    }

    /// A body that is taken, about the account of that tenant: the example of the description.
    fn body(&self, of: &Tenant) -> Option<Value> {
        let media = self.operation.inner.pointer("/requestBody/content/application~1json")?;
        let mut body = media["example"].clone();
        assert!(body.is_object(), "{} {}: no example of a body", self.operation.method, self.operation.path);
        if body.get("account").is_some() {
            body = self.town.call(of, "new", "sales");
        }
        if body.get("keys").is_some() {
            body["keys"] = serde_json::json!([self.names["/v1/responses/{id}"]]);
        }
        Some(body)
    }

    async fn status(&self, token: &str, target: &str, of: &Tenant) -> (u16, String) {
        self.town.send(token, (&self.operation.method, target), self.body(of).as_ref()).await
    }

    /// A token of that role, which may see whole numbers where the operation asks for that.
    async fn token(&self, of: &Tenant, role: Role) -> String {
        if self.operation.unmasks() { self.town.unmasking(of, role).await } else { self.town.token(of, role).await }
    }

    fn success(&self) -> u16 {
        let codes = self.operation.inner["responses"].as_object().expect("answers").keys();
        codes.filter_map(|code| code.parse().ok()).find(|code| (200..300).contains(code)).expect("a good end")
    }

    /// Whether it names something that belongs to one tenant; a number belongs to nobody.
    fn names_something(&self) -> bool {
        self.operation.path.contains("id}")
            || self.operation.path.contains("{name}")
            || self.body(&MINE).is_some_and(|body| body.get("account").is_some())
    }
}

async fn revoked(town: &Town) -> String {
    let token = town.token(&MINE, Role::Admin).await;
    let tokens = &town.rig.app.gateway.tokens;
    let newest = tokens.find(aftercall::http::auth::digest(&token)).await.expect("read").expect("it");
    assert_eq!(tokens.revoke(&newest.id, town.rig.clock.now()).await, Ok(true));
    token
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_lets_in_whom_it_says_and_shows_each_tenant_its_own_alone() {
    let town = Town::open().await;
    let names = town.names(&MINE).await;
    let (wrong, revoked) = ("ac_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", revoked(&town).await);
    let guarded: Vec<Operation> = operations().into_iter().filter(|operation| operation.path.starts_with("/v1/")).collect();
    // Whatever changes or removes something comes last, and the strangers before those who may.
    for operation in &guarded {
        let visit = Visit { town: &town, operation, names: &names };
        let (what, target) = (format!("{} {}", operation.method, operation.path), visit.target(&names));
        for token in ["", wrong, &revoked] {
            let (status, body) = visit.status(token, &target, &MINE).await;
            assert_eq!(status, 401, "{what} with {token:?}: {body}");
        }
        let needed = operation.role().and_then(Role::named).expect("a role");
        for role in ROLES.into_iter().filter(|role| !role.covers(needed)) {
            let (status, body) = visit.status(&town.token(&MINE, role).await, &target, &MINE).await;
            assert_eq!(status, 403, "{what} as {role:?}: {body}");
            let (status, _) = visit.status(&town.token(&THEIRS, role).await, &target, &MINE).await;
            assert_eq!(status, 403, "{what} as their {role:?}");
        }
        if operation.unmasks() {
            let (status, body) = visit.status(&town.token(&MINE, Role::Admin).await, &target, &MINE).await;
            assert_eq!(status, 403, "{what} with a token that may not: {body}");
        }
    }
    for operation in &guarded {
        strangers(&Visit { town: &town, operation, names: &names }, &names).await;
    }
    let (reading, changing): (Vec<&Operation>, Vec<&Operation>) = guarded.iter().partition(|operation| operation.method == "get");
    for operation in reading.into_iter().chain(changing) {
        let visit = Visit { town: &town, operation, names: &names };
        let needed = operation.role().and_then(Role::named).expect("a role");
        for role in ROLES.into_iter().filter(|role| role.covers(needed)) {
            let (status, body) = visit.status(&visit.token(&MINE, role).await, &visit.target(&names), &MINE).await;
            assert_eq!(status, visit.success(), "{} {} as {role:?}: {body}", operation.method, operation.path);
            assert!(!body.contains(THEIRS.mark), "{} {}: {body}", operation.method, operation.path);
        }
    }
}

/// A token of another tenant, good for that route: what is not theirs is as if it were not there.
async fn strangers(visit: &Visit<'_>, names: &BTreeMap<String, String>) {
    let what = format!("{} {}", visit.operation.method, visit.operation.path);
    let needed = visit.operation.role().and_then(Role::named).expect("a role");
    for role in ROLES.into_iter().filter(|role| role.covers(needed)) {
        let token = visit.token(&THEIRS, role).await;
        let (status, body) = visit.status(&token, &visit.target(names), &MINE).await;
        assert!(!body.contains(MINE.mark) && !body.contains(MINE.caller), "{what}: {body}");
        if !visit.names_something() {
            assert_eq!(status, visit.success(), "{what}: {body}");
            continue;
        }
        assert_eq!(status, 404, "{what} as their {role:?}: {body}");
        let nobody: BTreeMap<String, String> = names.keys().map(|name| (name.clone(), "nothing".to_owned())).collect();
        let nothing = Tenant { account: "account-nothing", ..MINE };
        let (_, unknown) = visit.status(&token, &visit.target(&nobody), &nothing).await;
        assert_eq!(body, unknown, "{what}: it shows that there is something");
    }
}

/// What needs no token tells nobody's rows.
#[tokio::test]
async fn what_is_open_to_all_shows_no_rows() {
    let town = Town::open().await;
    let open = |path: &str| !path.starts_with("/v1/") && !path.starts_with("/hooks/") && path != "/openapi.json";
    for operation in operations().iter().filter(|operation| open(&operation.path)) {
        assert_eq!((operation.role(), operation.method.as_str()), (None, "get"), "{}", operation.path);
        for token in ["", "ac_nothing", &town.rig.token] {
            let (status, body) = town.send(token, ("GET", &operation.path), None).await;
            assert_eq!(status, 200, "{}", operation.path);
            for word in ["agent-", "support-", "words-", MINE.caller, "a-mine"] {
                assert!(!body.contains(word), "{}: {word}", operation.path);
            }
        }
    }
}
