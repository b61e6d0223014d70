//! compose.yaml and the Kubernetes files: names, ports and paths fit each other and the gateway.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::{path, text, variables, wanted_variables};

/// All documents of a YAML file, read by Debian's python3-yaml.
fn yaml(file: &str) -> Vec<Value> {
    let read = "import json, sys, yaml; print(json.dumps(list(yaml.safe_load_all(sys.stdin))))";
    let input = std::fs::File::open(path(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let done = Command::new("/usr/bin/python3").args(["-c", read]).stdin(Stdio::from(input)).output().expect("python3 runs");
    assert!(done.status.success(), "{file}: {}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("JSON")
}

fn one(file: &str) -> Value {
    let mut documents = yaml(file);
    assert_eq!(documents.len(), 1, "{file}");
    documents.remove(0)
}

fn named<'a>(list: &'a Value, name: &str) -> &'a Value {
    let found = list.as_array().and_then(|list| list.iter().find(|item| item["name"] == name));
    found.unwrap_or_else(|| panic!("{name} is not in {list}"))
}

fn words(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().map(|word| word.as_str().expect("a text")).collect()
}

/// What follows a word.
fn after<'a>(words: &[&'a str], flag: &str) -> &'a str {
    let at = words.iter().position(|word| *word == flag).unwrap_or_else(|| panic!("no {flag}"));
    words[at + 1]
}

fn seconds(text: &Value) -> u64 {
    text.as_str().and_then(|text| text.strip_suffix('s')?.parse().ok()).or_else(|| text.as_u64()).expect("seconds")
}

/// The port that a configuration listens on.
fn port(config: &str) -> u64 {
    let line = config.lines().find_map(|line| line.strip_prefix("listen = \"0.0.0.0:")).expect("listens on all addresses");
    line.trim_end_matches('"').parse().expect("a port")
}

/// The defaults of server.grace, in seconds.
const GRACE: u64 = 25;

struct Pods {
    set: Value,
    config: String,
}

impl Pods {
    fn read() -> Self {
        Self { set: one("kubernetes/statefulset.yaml"), config: text("kubernetes/aftercall.toml") }
    }

    fn spec(&self) -> &Value {
        &self.set["spec"]["template"]["spec"]
    }

    fn container(&self) -> &Value {
        named(&self.spec()["containers"], "aftercall")
    }

    fn labels(&self) -> &Value {
        &self.set["spec"]["template"]["metadata"]["labels"]
    }
}

#[test]
fn every_selector_finds_the_pods_and_every_port_is_the_one_listened_on() {
    let pods = Pods::read();
    let listening = named(&pods.container()["ports"], "http");
    assert_eq!(listening["containerPort"], port(&pods.config));
    assert_eq!(&pods.set["spec"]["selector"]["matchLabels"], pods.labels());
    let services = yaml("kubernetes/service.yaml");
    for service in &services {
        assert_eq!(&service["spec"]["selector"], pods.labels());
        assert_eq!(named(&service["spec"]["ports"], "http")["targetPort"], "http");
    }
    let budget = one("kubernetes/poddisruptionbudget.yaml");
    assert_eq!((&budget["spec"]["selector"]["matchLabels"], &budget["spec"]["maxUnavailable"]), (pods.labels(), &json!(1)));
    for spread in pods.spec()["topologySpreadConstraints"].as_array().expect("a spread") {
        assert_eq!(&spread["labelSelector"]["matchLabels"], pods.labels());
    }
    let headless = services.iter().find(|service| service["metadata"]["name"] == pods.set["spec"]["serviceName"]).expect("its service");
    assert_eq!(headless["spec"]["clusterIP"], "None");
    let backend = &one("kubernetes/ingress.yaml")["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"];
    let balanced = services.iter().find(|service| service["metadata"]["name"] == backend["name"]).expect("the ingress's service");
    named(&balanced["spec"]["ports"], backend["port"]["name"].as_str().expect("a port"));
}

#[test]
fn each_pod_finds_its_configuration_its_secrets_and_a_journal_of_its_own() {
    let pods = Pods::read();
    let (arguments, mounts) = (words(&pods.container()["args"]), &pods.container()["volumeMounts"]);
    let customization = one("kubernetes/kustomization.yaml");
    let map = &named(&pods.spec()["volumes"], "config")["configMap"]["name"];
    let files = words(&named(&customization["configMapGenerator"], map.as_str().expect("a name"))["files"]);
    let folder = named(mounts, "config")["mountPath"].as_str().expect("a path");
    assert_eq!(after(&arguments, "--config"), format!("{folder}/{}", files[0]));
    assert_eq!(named(mounts, "data")["mountPath"], after(&arguments, "--data"));
    let claim = &pods.set["spec"]["volumeClaimTemplates"][0];
    assert_eq!((&claim["metadata"]["name"], &pods.set["spec"]["replicas"]), (&json!("data"), &json!(2)));
    let secret = one("kubernetes/secret.example.yaml");
    assert_eq!(pods.container()["envFrom"][0]["secretRef"]["name"], secret["metadata"]["name"]);
    assert_eq!(secret["metadata"]["namespace"], customization["namespace"]);
    let missing: Vec<_> = wanted_variables(&pods.config).into_iter().filter(|name| secret["stringData"].get(name).is_none()).collect();
    assert_eq!(missing, Vec::<&str>::new());
    for resource in words(&customization["resources"]) {
        assert!(path("kubernetes").join(resource).exists(), "{resource}");
    }
}

#[test]
fn a_pod_is_asked_at_the_right_pages_runs_as_nobody_and_may_finish() {
    let pods = Pods::read();
    let container = pods.container();
    for (probe, page) in [("startupProbe", "/healthz"), ("livenessProbe", "/healthz"), ("readinessProbe", "/readyz")] {
        assert_eq!(container[probe]["httpGet"], json!({"path": page, "port": "http"}), "{probe}");
    }
    assert_eq!(
        (&pods.spec()["securityContext"]["runAsNonRoot"], &container["securityContext"]["readOnlyRootFilesystem"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(container["securityContext"]["capabilities"]["drop"], json!(["ALL"]));
    let before = container["lifecycle"]["preStop"]["sleep"]["seconds"].as_u64().expect("seconds");
    assert!(seconds(&pods.spec()["terminationGracePeriodSeconds"]) > before + GRACE + 10);
}

#[test]
fn the_ingress_repeats_webhooks_just_as_the_nginx_file_does_and_names_the_signed_host() {
    let (ingress, nginx) = (one("kubernetes/ingress.yaml"), text("nginx/aftercall.conf"));
    let annotations = &ingress["metadata"]["annotations"];
    for (annotation, directive) in [
        ("proxy-next-upstream", "proxy_next_upstream "),
        ("proxy-next-upstream-tries", "proxy_next_upstream_tries "),
        ("proxy-next-upstream-timeout", "proxy_next_upstream_timeout "),
        ("proxy-body-size", "client_max_body_size "),
        ("proxy-connect-timeout", "proxy_connect_timeout "),
        ("proxy-read-timeout", "proxy_read_timeout "),
    ] {
        let value = annotations[format!("nginx.ingress.kubernetes.io/{annotation}")].as_str().expect("the annotation");
        let unit =
            if ["proxy-next-upstream-timeout", "proxy-connect-timeout", "proxy-read-timeout"].contains(&annotation) { "s" } else { "" };
        assert!(nginx.contains(&format!("{directive}{value}{unit};")), "{directive}{value}");
    }
    let host = ingress["spec"]["rules"][0]["host"].as_str().expect("a host");
    assert!(text("kubernetes/aftercall.toml").contains(&format!("public_url = \"https://{host}\"")));
}

#[test]
fn each_gateway_of_compose_has_a_journal_of_its_own_and_every_secret() {
    let (compose, config) = (one("compose.yaml"), text("compose/aftercall.toml"));
    let gateways = ["gateway-1", "gateway-2"].map(|name| (name, &compose["services"][name]));
    let environment = text("compose/environment.example");
    for (name, gateway) in gateways {
        assert!(words(&gateway["volumes"]).contains(&format!("{name}:/var/lib/aftercall").as_str()), "{name}");
        assert!(compose["volumes"].as_object().is_some_and(|volumes| volumes.contains_key(name)), "{name}");
        assert!(seconds(&gateway["stop_grace_period"]) > GRACE + 10);
        let given = |wanted: &&str| variables(&environment).iter().any(|(name, _)| name == wanted);
        let missing: Vec<_> =
            wanted_variables(&config).into_iter().filter(|name| !given(name) && gateway["environment"].get(name).is_none()).collect();
        assert_eq!(missing, Vec::<&str>::new());
        let upstream = format!("{name}:{}", port(&config));
        assert!(compose["services"]["caddy"]["environment"]["AFTERCALL_GATEWAYS"].as_str().is_some_and(|all| all.contains(&upstream)));
    }
    let network = compose["networks"]["default"]["ipam"]["config"][0]["subnet"].as_str().expect("a network");
    assert!(config.contains(&format!("trusted_proxies = [\"{network}\"]")));
}

#[test]
fn the_redis_of_compose_keeps_what_it_is_given() {
    let compose = one("compose.yaml");
    let command = words(&compose["services"]["redis"]["command"]);
    let set = ["--appendonly", "--appendfsync", "--maxmemory-policy"].map(|flag| after(&command, flag));
    assert_eq!(set, ["yes", "everysec", "noeviction"]);
    assert!(words(&compose["services"]["redis"]["volumes"]).contains(&"redis:/data"));
    assert!(words(&compose["services"]["postgres"]["volumes"]).iter().any(|volume| volume.starts_with("postgres:")));
}

#[test]
fn the_files_of_prometheus_are_yaml_and_fit_each_other() {
    let (scrape, alerts) = (one("prometheus/prometheus.yml"), one("prometheus/alerts.yml"));
    assert_eq!((words(&scrape["rule_files"]), &scrape["scrape_configs"][0]["job_name"]), (vec!["alerts.yml"], &json!("aftercall")));
    let alerts: Vec<&str> =
        alerts["groups"][0]["rules"].as_array().expect("rules").iter().filter_map(|rule| rule["alert"].as_str()).collect();
    let operations = std::fs::read_to_string(super::root().join("docs/operations.md")).expect("the page");
    let silent: Vec<_> = alerts.into_iter().filter(|alert| !operations.contains(alert)).collect();
    assert_eq!(silent, Vec::<&str>::new(), "docs/operations.md says what to do about each");
}
