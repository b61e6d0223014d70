"use strict";

const byId = (id) => document.getElementById(id);

/** An element with its text; text is never read as HTML. */
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

// --- sign-in -------------------------------------------------------------
// A link of `aftercall demo` carries the token behind the hash, where no server and no log sees it.
const door = byId("sign-in");
if (door && location.hash.startsWith("#ac_")) {
  door.elements.token.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
  door.submit();
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
    const row = element("tr", undefined, "new");
    const head = element("th");
    head.scope = "row";
    const link = element("a", line.at);
    link.href = line.link;
    head.append(link);
    const cell = (...parts) => { const made = element("td"); made.append(...parts); return made; };
    const comment = cell(element("bdi", line.comment));
    comment.className = "comment";
    row.append(head, cell(line.respondent), cell(element("bdi", line.agents)), cell(element("bdi", line.queue)),
      cell(line.survey + " ", element("span", line.channel, "faint")), cell(element("b", line.scores)),
      cell(element("span", line.said, "state " + line.state)), comment);
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

function telephone({ account, line, over, record }) {
  const hooks = `/hooks/${encodeURIComponent(account)}/`;
  let number = "", page = null, call = "", asked = 0, silence = 0;
  const seen = new Map();

  const draw = (most) => Math.floor(Math.random() * most);
  function newCaller() {
    const chinese = byId("locale").value.startsWith("zh");
    // Numbers that are kept for fiction: nobody has them.
    number = chinese ? "+861380013" + String(draw(10000)).padStart(4, "0") : `+1${201 + draw(700)}55501${String(draw(100)).padStart(2, "0")}`;
    byId("number").textContent = number;
    byId("bubbles").replaceChildren();
    seen.clear();
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

  const query = () => new URLSearchParams({ agent: byId("agent").value, queue: byId("queue").value, language: byId("locale").value });
  const about = () => ({ call_id: call, from: number, to: line, direction: "inbound", talk_seconds: "90", ended_by: "agent", outcome: "answered" });

  async function byText() {
    call = "phone-" + Date.now() + "-" + draw(1e6);
    await post(hooks + "call?" + query(), about());
  }

  async function byKeys() {
    call = "phone-" + Date.now() + "-" + draw(1e6);
    show(await post(hooks + "voice?" + query(), about()));
  }

  function show(next) {
    clearTimeout(silence);
    page = next;
    asked += 1;
    if (!page) return endCall();
    const words = [...(page.say ?? []), page.ask?.say, ...(page.ask?.more ?? []), page.record?.say].filter(Boolean).join("\n");
    byId("calling").hidden = false;
    byId("texting").hidden = true;
    byId("said").textContent = words + (page.record ? "\n" + record : "") + (page.end ? "\n" + over : "");
    for (const key of document.querySelectorAll("[data-key], #no-key")) key.disabled = !page.ask;
    digits = "";
    speak(words, page.locale);
    if (page.end) setTimeout(endCall, 2500);
  }

  function speak(words, locale) {
    if (!("speechSynthesis" in window)) return;
    speechSynthesis.cancel();
    if (!byId("aloud").checked || !words) return;
    const voice = new SpeechSynthesisUtterance(words);
    voice.lang = locale || "en";
    speechSynthesis.speak(voice);
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
    if (address && !page.end) await post(address, { ...about(), event: "hangup", ended_by: "caller" });
    await post(hooks + "call?" + query(), { ...about(), ended_by: "caller" });
    endCall();
  }

  function endCall() {
    clearTimeout(silence);
    page = null;
    if ("speechSynthesis" in window) speechSynthesis.cancel();
    byId("calling").hidden = true;
    byId("texting").hidden = false;
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
      const answer = await fetch("/phone/texts?" + new URLSearchParams({ number: of }));
      if (answer.ok && of === number) {
        for (const text of await answer.json()) {
          if (seen.has(text.message_id)) continue;
          seen.set(text.message_id, true);
          bubble(text.text, "gateway");
          await post(text.receipt_url, { message_id: text.message_id, state: "delivered" });
        }
      }
    } finally {
      setTimeout(look, 1000);
    }
  }

  async function send(text) {
    bubble(text, "caller");
    const answer = await post(hooks + "sms", { message_id: "phone-" + Date.now() + "-" + draw(1e6), from: number, to: line, text });
    if (answer?.reply) bubble(answer.reply, "gateway");
  }

  async function board() {
    const answer = await fetch("/live/board");
    if (!answer.ok) return;
    byId("board").replaceChildren(...(await answer.json()).map((score) => {
      const tile = element("div");
      tile.append(element("span", score.name), element("b", score.value), element("span", `${score.interval} (95 %) · n = ${score.n}`));
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
  byId("hang-up").addEventListener("click", hangUp);
  byId("no-key").addEventListener("click", () => answer(""));
  for (const key of document.querySelectorAll("[data-key]")) key.addEventListener("click", () => press(key.dataset.key));
  byId("write").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("text").value.trim();
    byId("text").value = "";
    if (text) send(text);
  });
  newCaller();
  board();
  look();
}
