"use strict";

const byId = (id) => document.getElementById(id);

/** An element with its text; text is never read as HTML. */
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

// On a small screen the names of the pages are a strip: the open one comes into view.
const strip = document.querySelector("header nav");
const here = strip?.querySelector("[aria-current]");
if (here) strip.scrollLeft = here.offsetLeft - strip.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2;

// --- sign-in -------------------------------------------------------------
// A link of `aftercall demo` carries the token behind the hash, where no server and no log sees it.
const door = byId("sign-in");
if (door && location.hash.startsWith("#ac_")) {
  door.elements.token.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
  door.submit();
}

// --- signs of steered scores ---------------------------------------------
// Counted beside the page, which does not wait for it.
const signs = byId("signs");
if (signs?.dataset.count) countSigns(signs);
async function countSigns(link) {
  const plain = link.textContent;
  link.textContent = link.dataset.looking;
  const found = await fetch(link.dataset.count).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  link.textContent = found?.said ?? plain;
  link.parentElement.classList.toggle("found", found?.agents > 0);
  link.parentElement.classList.toggle("none", found?.agents === 0);
}

// --- live ----------------------------------------------------------------
const listeners = [];
if (document.querySelector("[data-live]")) {
  const feed = new EventSource("/live/events");
  const pulse = byId("pulse");
  const show = (on) => {
    if (!pulse) return;
    pulse.classList.toggle("on", on);
    pulse.textContent = on ? pulse.dataset.on : pulse.dataset.off;
  };
  feed.addEventListener("open", () => show(true));
  feed.addEventListener("error", () => show(false));
  feed.addEventListener("response", (event) => {
    const line = JSON.parse(event.data);
    for (const listener of listeners) listener(line);
  });
}

const table = byId("lines");
if (table && document.querySelector("[data-live]")) {
  const rows = new Map([...table.rows].map((row) => [row.querySelector("a").getAttribute("href"), row]));
  listeners.push((line) => {
    byId("none-yet")?.remove();
    const row = element("tr", undefined, "new");
    const head = element("th");
    head.scope = "row";
    const link = element("a", line.at);
    link.href = line.link;
    head.append(link);
    const cell = (...parts) => { const made = element("td"); made.append(...parts); return made; };
    const comment = cell(element("bdi", line.comment));
    comment.className = "comment";
    row.append(head, cell(element("b", line.scores)), cell(element("span", line.said, "state " + line.state)),
      cell(element("bdi", line.agents)), cell(line.respondent), cell(element("bdi", line.queue)),
      cell(line.survey + " ", element("span", line.channel, "faint")), comment);
    rows.get(line.link)?.remove();
    rows.set(line.link, row);
    table.prepend(row);
    while (table.rows.length > 200) {
      rows.delete(table.rows[200].querySelector("a").getAttribute("href"));
      table.deleteRow(200);
    }
  });
}

// --- the telephone -------------------------------------------------------
const studio = byId("studio");
if (studio) telephone(studio.dataset);

function telephone({ account, line, over, record, ...says }) {
  const hooks = `/hooks/${encodeURIComponent(account)}/`;
  // Area codes whose numbers 555-01xx are kept for fiction: nobody has them.
  const areas = ["425", "503", "303", "720", "404", "770"];
  let number = "", page = null, call = "", awaited = "", silence = 0, ringing = null, rung = null;
  const seen = new Set();

  const draw = (most) => Math.floor(Math.random() * most);
  function newCaller() {
    const chinese = byId("locale").value.startsWith("zh");
    number = chinese ? "+861380013" + String(draw(10000)).padStart(4, "0") : `+1${areas[draw(areas.length)]}55501${String(draw(100)).padStart(2, "0")}`;
    byId("number").textContent = number;
    byId("bubbles").replaceChildren();
    byId("bubbles").dataset.empty = empty;
    fate("");
    seen.clear();
  }
  const empty = byId("bubbles").dataset.empty;

  /** What becomes of the call, where it is not to be seen on the telephone itself. */
  function fate(words, code) {
    byId("fate").replaceChildren(words, ...(code ? [" ", element("code", code)] : []));
  }

  async function post(address, fields) {
    const path = address.startsWith("http") ? new URL(address).pathname + new URL(address).search : address;
    const begun = performance.now();
    let answer, text = "";
    try {
      answer = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
      text = await answer.text();
    } catch (failed) {
      trace(path, "–", String(failed), 0);
      fate(says.away);
      return null;
    }
    trace(path, answer.status, answer.headers.get("aftercall-outcome") ?? "", performance.now() - begun);
    try { return text ? JSON.parse(text) : {}; } catch { return {}; }
  }

  function trace(path, status, outcome, took) {
    const item = element("li", "POST " + path.replace(/\/voice\/[^?]+/, "/voice/…").replace(/=([0-9a-f]{8})[0-9a-f-]{28}/g, "=$1…") + " ");
    item.append(element("b", String(status), Number(status) < 300 ? "" : "bad"), ` ${outcome} · ${took.toFixed(0)} ms`);
    byId("trace").prepend(item);
  }

  const query = (queue = byId("queue").value) => new URLSearchParams({ agent: byId("agent").value, queue, language: byId("locale").value });
  const about = () => ({ call_id: call, from: number, to: line, direction: "inbound", talk_seconds: "90", ended_by: "agent", outcome: "answered" });

  function newCall() {
    call = awaited = "phone-" + Date.now() + "-" + draw(1e6);
    fate("");
  }

  async function byText() {
    newCall();
    byId("bubbles").dataset.empty = says.text;
    await post(hooks + "call?" + query(), about());
  }

  async function byKeys() {
    newCall();
    show(await post(hooks + "voice?" + query(), about()));
  }

  async function byCall(event) {
    newCall();
    byId("bubbles").dataset.empty = says.ring;
    await post(hooks + "call?" + query(event.target.dataset.queue), about());
  }

  function showOnly(name) {
    for (const other of ["ringing", "calling", "texting"]) byId(other).hidden = other !== name;
  }

  function ring(placed) {
    ringing = { ...placed, until: setTimeout(() => stopRinging("no_answer"), placed.ring_seconds * 1000) };
    byId("ringing-from").textContent = placed.from ?? "";
    showOnly("ringing");
    byId("pick-up").focus();
  }

  /** Nobody picks it up: for how long it rang, or whoever is called does not want to. */
  function stopRinging(status) {
    if (!ringing) return;
    clearTimeout(ringing.until);
    post(ringing.status_url, { call_id: ringing.call_id, to: number, status });
    ringing = null;
    showOnly("texting");
  }

  async function pickUp() {
    if (!ringing) return;
    clearTimeout(ringing.until);
    rung = ringing;
    ringing = null;
    call = rung.call_id;
    show(await post(rung.page_url, { call_id: call, to: number, answered_by: "person" }));
  }

  function show(next) {
    clearTimeout(silence);
    page = next;
    if (!page) return endCall();
    const own = (say) => ({ say, locale: page.locale || "en" });
    const parts = [...(page.say ?? []), page.ask?.say, page.record?.say].filter(Boolean).map(own);
    // A question that chooses the language is said in each of them.
    parts.push(...(page.ask?.more ?? []));
    const was = document.activeElement;
    showOnly("calling");
    // Whoever pressed a button that is gone now goes on at the keypad.
    if (was?.closest("#ringing")) document.querySelector("[data-key]").focus();
    const said = parts.map((part) => { const made = element("p", part.say); made.lang = part.locale; made.dir = "auto"; return made; });
    byId("said").replaceChildren(...said, ...[page.record && record, page.end && over].filter(Boolean).map((note) => element("p", note, "faint")));
    for (const key of document.querySelectorAll("[data-key], #no-key")) key.disabled = !page.ask;
    digits = "";
    const heard = speak(parts);
    if (page.end) Promise.all([heard, new Promise((done) => setTimeout(done, 2500))]).then(() => page === next && endCall());
  }

  /** Settled when the words are spoken, at once where nobody speaks. */
  function speak(parts) {
    if (!("speechSynthesis" in window)) return Promise.resolve();
    speechSynthesis.cancel();
    if (!byId("aloud").checked || parts.length === 0 || speechSynthesis.getVoices().length === 0) return Promise.resolve();
    return new Promise((done) => {
      let left = parts.length;
      const ended = () => --left === 0 && done();
      for (const { say, locale } of parts) {
        const voice = new SpeechSynthesisUtterance(say);
        voice.lang = locale;
        voice.addEventListener("end", ended);
        voice.addEventListener("error", ended);
        speechSynthesis.speak(voice);
      }
      setTimeout(done, 20000);
    });
  }

  let digits = "";
  function press(key) {
    if (!page?.ask) return;
    digits += key;
    clearTimeout(silence);
    const whole = digits.length >= page.ask.digits || key === "#";
    const longer = page.ask.keys.some((known) => known.startsWith(digits) && known !== digits);
    if (whole || !longer) return answer(digits);
    silence = setTimeout(() => answer(digits), 2000);
  }
  const answer = async (pressed) => page?.ask && show(await post(pressed === "" ? page.ask.silence : page.ask.action, { digits: pressed, call_id: call }));

  async function hangUp() {
    const address = page?.ask?.action ?? page?.record?.action;
    if (!rung) {
      if (address && !page.end) await post(address, { ...about(), event: "hangup", ended_by: "caller" });
      await post(hooks + "call?" + query(), { ...about(), ended_by: "caller" });
    }
    endCall();
  }

  function endCall() {
    clearTimeout(silence);
    page = null;
    if (rung) post(rung.status_url, { call_id: rung.call_id, to: number, status: "completed" });
    rung = null;
    if ("speechSynthesis" in window) speechSynthesis.cancel();
    showOnly("texting");
  }

  function bubble(text, who) {
    const list = byId("bubbles");
    const item = element("li", undefined, who);
    const words = element("p", text);
    words.dir = "auto";
    item.append(words);
    list.append(item);
    list.scrollTop = list.scrollHeight;
  }

  async function look() {
    try {
      const of = number;
      const answer = await fetch("/phone/inbox?" + new URLSearchParams({ number: of, call: awaited }));
      if (answer.ok && of === number) await receive(await answer.json());
    } catch {
      fate(says.away);
    } finally {
      setTimeout(look, 1000);
    }
  }

  async function receive({ texts, calls, not_asked: reason }) {
    if (reason && awaited) {
      awaited = "";
      byId("bubbles").dataset.empty = empty;
      fate(says.asked, reason);
    }
    for (const placed of calls) {
      if (seen.has(placed.call_id) || ringing || page) continue;
      seen.add(placed.call_id);
      ring(placed);
    }
    for (const text of texts) {
      if (seen.has(text.message_id)) continue;
      seen.add(text.message_id);
      bubble(text.text, "gateway");
      await post(text.receipt_url, { message_id: text.message_id, state: "delivered" });
    }
  }

  async function send(text) {
    bubble(text, "caller");
    const answer = await post(hooks + "sms", { message_id: "phone-" + Date.now() + "-" + draw(1e6), from: number, to: line, text });
    if (answer?.reply) bubble(answer.reply, "gateway");
  }

  async function board() {
    const answer = await fetch("/live/board").catch(() => null);
    if (!answer?.ok) return;
    byId("board").replaceChildren(...(await answer.json()).map((score) => {
      const tile = element("div");
      tile.append(element("span", score.name), element("b", score.value), element("span", `${score.interval} (95%) · n = ${score.n}`));
      return tile;
    }));
  }
  listeners.push((line) => {
    document.querySelector(`#newest a[href="${line.link}"]`)?.parentElement.remove();
    const item = element("li");
    const link = element("a", `${line.agents} ${line.scores}`.trim() || line.respondent);
    link.href = line.link;
    item.append(link, " ", element("span", line.said, "state " + line.state), " ", element("bdi", line.comment, "faint"));
    byId("newest").prepend(item);
    while (byId("newest").children.length > 6) byId("newest").lastChild.remove();
    board();
  });

  byId("new-caller").addEventListener("click", newCaller);
  byId("locale").addEventListener("change", newCaller);
  byId("by-text").addEventListener("click", byText);
  byId("by-keys").addEventListener("click", byKeys);
  byId("by-call")?.addEventListener("click", byCall);
  byId("hang-up").addEventListener("click", hangUp);
  byId("pick-up").addEventListener("click", pickUp);
  byId("decline").addEventListener("click", () => stopRinging("busy"));
  // A switch for what the browser cannot do would be a lie.
  if (!("speechSynthesis" in window)) byId("aloud").parentElement.hidden = true;
  byId("aloud").addEventListener("change", () => { if (!byId("aloud").checked && "speechSynthesis" in window) speechSynthesis.cancel(); });
  document.addEventListener("keydown", (event) => {
    if (page?.ask && /^[0-9*#]$/.test(event.key) && !event.target.matches("input, select, textarea")) press(event.key);
  });
  byId("no-key").addEventListener("click", () => answer(""));
  for (const key of document.querySelectorAll("[data-key]")) key.addEventListener("click", () => press(key.dataset.key));
  byId("write").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("text").value.trim();
    byId("text").value = "";
    if (text) send(text);
  });
  // Who reads the page in Chinese tries the survey in Chinese first.
  if (document.documentElement.lang === "zh-CN") byId("locale").value = "zh-CN";
  newCaller();
  board();
  look();
}
