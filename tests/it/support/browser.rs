//! One headless Chromium for all tests, spoken to in its own protocol (Chrome DevTools Protocol, JSON between NUL bytes) through a pipe:
//! the end of the test process closes the pipe, and that ends the browser.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tokio::sync::oneshot;

use super::servers::eventually;

/// Chromium reads orders from descriptor 3 and writes to 4. The shell waits for its end and removes its folder.
const STARTER: &str = r#"profile=$(mktemp -d)
"${CHROMIUM:-chromium}" --headless=new --remote-debugging-pipe --user-data-dir="$profile" --no-sandbox --no-first-run --disable-gpu \
  --disable-dev-shm-usage --disable-background-networking --disable-component-update --disable-extensions --mute-audio \
  --hide-scrollbars --no-proxy-server --lang=en about:blank 3<&0 4>&1 </dev/null >/dev/null 2>&1
rm -rf "$profile""#;

static BROWSER: OnceLock<Browser> = OnceLock::new();

struct Browser {
    orders: Mutex<ChildStdin>,
    count: AtomicU64,
    told: Mutex<Told>,
}

/// What the browser has said.
#[derive(Default)]
struct Told {
    waiting: HashMap<u64, oneshot::Sender<Value>>,
    /// By session, in order.
    events: HashMap<String, Vec<Value>>,
    is_over: bool,
}

impl Browser {
    fn get() -> &'static Self {
        BROWSER.get_or_init(Self::start)
    }

    fn start() -> Self {
        let mut shell = Command::new("sh");
        // Ctrl-C in the terminal is for the tests; the browser sees their end.
        shell.args(["-c", STARTER]).process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut shell = shell.spawn().expect("sh runs");
        let (orders, answers) = (shell.stdin.take().expect("its input"), shell.stdout.take().expect("its output"));
        std::thread::spawn(move || {
            Self::get().listen(answers);
            shell.wait()
        });
        Self { orders: Mutex::new(orders), count: AtomicU64::new(1), told: Mutex::default() }
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn listen(&self, answers: ChildStdout) {
        let mut answers = BufReader::new(answers);
        let mut bytes = Vec::new();
        while answers.read_until(0, &mut bytes).is_ok_and(|read| read > 0) {
            bytes.pop();
            let message: Value = serde_json::from_slice(&bytes).unwrap_or_default();
            bytes.clear();
            let mut told = self.told();
            if let Some(waits) = message["id"].as_u64().and_then(|id| told.waiting.remove(&id)) {
                // Whoever asked may have given up.
                waits.send(message).ok();
            } else if let Some(session) = message["sessionId"].as_str() {
                told.events.entry(session.to_owned()).or_default().push(message);
            }
        }
        let mut told = self.told();
        told.is_over = true;
        told.waiting.clear();
    }

    /// What a command gives, or the browser's words why not.
    async fn order(&self, session: Option<&str>, method: &str, params: Value) -> Result<Value, String> {
        let id = self.count.fetch_add(1, Ordering::Relaxed);
        let mut order = json!({"id": id, "method": method, "params": params});
        if let Some(session) = session {
            order["sessionId"] = session.into();
        }
        let (sender, answer) = oneshot::channel();
        {
            let mut told = self.told();
            assert!(!told.is_over, "chromium (or what CHROMIUM names) has ended, or cannot be started");
            told.waiting.insert(id, sender);
        }
        let mut bytes = order.to_string().into_bytes();
        bytes.push(0);
        self.orders.lock().unwrap_or_else(PoisonError::into_inner).write_all(&bytes).expect("chromium listens");
        let answer = tokio::time::timeout(std::time::Duration::from_secs(60), answer).await;
        let answer = answer.unwrap_or_else(|_| panic!("no answer to {method}")).expect("chromium lives");
        match answer["error"]["message"].as_str() {
            Some(error) => Err(error.to_owned()),
            None => Ok(answer["result"].clone()),
        }
    }
}

/// A tab with cookies of its own, 1440 pixels wide.
pub struct Tab {
    session: String,
    context: String,
}

impl Tab {
    pub async fn new() -> Self {
        let browser = Browser::get();
        let context = browser.order(None, "Target.createBrowserContext", json!({})).await.expect("a context");
        let context = context["browserContextId"].as_str().expect("its name").to_owned();
        let target = json!({"url": "about:blank", "browserContextId": context});
        let target = browser.order(None, "Target.createTarget", target).await.expect("a tab")["targetId"].clone();
        let session = browser.order(None, "Target.attachToTarget", json!({"targetId": target, "flatten": true})).await.expect("a session");
        let tab = Self { session: session["sessionId"].as_str().expect("its name").to_owned(), context };
        for method in ["Page.enable", "Runtime.enable", "Log.enable"] {
            tab.order(method, json!({})).await;
        }
        // Each tab behaves as if it were the one in front.
        tab.order("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await;
        tab.look(1440, "light").await;
        tab
    }

    /// Sends a command; the browser has to take it.
    pub async fn order(&self, method: &str, params: Value) -> Value {
        let given = Browser::get().order(Some(&self.session), method, params).await;
        given.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// How wide the tab is, in pixels, and whether `light` or `dark`.
    pub async fn look(&self, width: u32, scheme: &str) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.order("Emulation.setDeviceMetricsOverride", size).await;
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.order("Emulation.setEmulatedMedia", features).await;
    }

    /// Opens an address and waits until its page stands.
    pub async fn open(&self, address: &str) {
        let given = self.order("Page.navigate", json!({"url": address})).await;
        assert_eq!(given["errorText"], Value::Null, "{address}");
        self.until("document.readyState === 'complete'").await;
    }

    /// What an expression gives in the page; promises are waited for.
    pub async fn js(&self, expression: &str) -> Value {
        self.try_js(expression).await.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    async fn try_js(&self, expression: &str) -> Result<Value, String> {
        let params = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let given = Browser::get().order(Some(&self.session), "Runtime.evaluate", params).await?;
        match given.get("exceptionDetails") {
            Some(thrown) => Err(thrown["exception"]["description"].as_str().unwrap_or("thrown").to_owned()),
            None => Ok(given["result"]["value"].clone()),
        }
    }

    /// Waits until an expression is true. A page that is on its way to the next gives nothing.
    pub async fn until(&self, expression: &str) {
        let whole = format!("!!({expression})");
        eventually(expression, || async { self.try_js(&whole).await == Ok(Value::Bool(true)) }).await;
    }

    /// Waits until the element is there and holds the words.
    pub async fn reads(&self, selector: &str, words: &str) {
        self.until(&format!("document.querySelector({})?.textContent.includes({})", json!(selector), json!(words))).await;
    }

    /// What the first such element says.
    pub async fn text(&self, selector: &str) -> String {
        self.js(&format!("document.querySelector({}).innerText", json!(selector))).await.as_str().expect("a text").to_owned()
    }

    /// Presses the mouse on the middle of the first such element.
    pub async fn click(&self, selector: &str) {
        let place = format!(
            "(() => {{ const found = document.querySelector({}); found.scrollIntoView({{block: 'center', behavior: 'instant'}}); \
             const box = found.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()",
            json!(selector)
        );
        let place = self.js(&place).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1});
            self.order("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Writes into what has the focus.
    pub async fn write(&self, text: &str) {
        self.order("Input.insertText", json!({"text": text})).await;
    }

    /// Presses keys by their names, `Tab`, `Enter`, ` `, `5`.
    pub async fn press(&self, keys: &[&str]) {
        for key in keys {
            let (code, text) = match *key {
                "Tab" => (9, ""),
                "Enter" => (13, "\r"),
                " " => (32, " "),
                "ArrowDown" => (40, ""),
                other => (u32::from(other.bytes().next().expect("a key")), other),
            };
            let event = |kind: &str| json!({"type": kind, "key": key, "windowsVirtualKeyCode": code, "text": text});
            self.order("Input.dispatchKeyEvent", event("keyDown")).await;
            self.order("Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code})).await;
        }
    }

    /// Goes on with Tab until an element has the focus; how many presses that took.
    pub async fn tab_to(&self, selector: &str) -> usize {
        let reached = format!("!!document.activeElement?.matches({})", json!(selector));
        for presses in 0..80 {
            if self.js(&reached).await == Value::Bool(true) {
                return presses;
            }
            self.press(&["Tab"]).await;
        }
        panic!("{selector} cannot be reached by Tab");
    }

    /// Errors on the console, exceptions, refused resources and reports of the content security policy since the last look.
    pub fn complaints(&self) -> Vec<String> {
        let events = std::mem::take(Browser::get().told().events.entry(self.session.clone()).or_default());
        let complaint = |event: &Value| match event["method"].as_str()? {
            "Runtime.exceptionThrown" => Some(event["params"]["exceptionDetails"].to_string()),
            "Runtime.consoleAPICalled" if ["error", "warning", "assert"].contains(&event["params"]["type"].as_str()?) => {
                Some(event["params"]["args"].to_string())
            }
            "Log.entryAdded" if event["params"]["entry"]["level"] == "error" => {
                let entry = &event["params"]["entry"];
                Some(format!("{} {}", entry["text"].as_str()?, entry["url"].as_str().unwrap_or_default()))
            }
            _ => None,
        };
        events.iter().filter_map(complaint).collect()
    }

    /// Keeps a picture of the whole page as `screenshots/NAME.png` in the target folder.
    pub async fn picture(&self, name: &str) {
        let size = self.order("Page.getLayoutMetrics", json!({})).await["cssContentSize"].clone();
        let height = size["height"].as_f64().unwrap_or(900.0).min(8_000.0);
        let clip = json!({"x": 0, "y": 0, "width": size["width"], "height": height, "scale": 1});
        let taken = self.order("Page.captureScreenshot", json!({"format": "png", "captureBeyondViewport": true, "clip": clip})).await;
        let bytes = STANDARD.decode(taken["data"].as_str().expect("a picture")).expect("base64");
        let folder = target().join("screenshots");
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(format!("{name}.png")), bytes).expect("written");
    }

    /// What axe-core (rules for WCAG 2.1 A and AA, and best practice) finds that is serious or critical.
    pub async fn barriers(&self) -> Vec<String> {
        self.js(axe()).await;
        let found = self
            .js("axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations \
                 .filter((one) => ['serious', 'critical'].includes(one.impact)) \
                 .map((one) => one.id + ': ' + one.nodes.map((node) => node.target + ' ' + node.failureSummary).join(' | ')))")
            .await;
        found.as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Closes it.
    pub async fn close(self) {
        Browser::get().order(None, "Target.disposeBrowserContext", json!({"browserContextId": self.context})).await.expect("closed");
        Browser::get().told().events.remove(&self.session);
    }
}

fn target() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder").to_owned()
}

/// The script, without the value that it ends with: `AFTERCALL_TEST_AXE`, or where `tests/run` keeps it.
fn axe() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let file = std::env::var_os("AFTERCALL_TEST_AXE").map_or_else(|| target().join("axe/axe.min.js"), PathBuf::from);
        let script = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error} (tests/run fetches it)", file.display()));
        format!("{script}\n; undefined")
    })
}
