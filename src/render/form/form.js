const data = JSON.parse(document.getElementById("data").textContent);
const questions = new Map(data.questions.map(it => [it.id, it]));
const fields = new Map([...document.querySelectorAll("fieldset[data-question]")].map(it => [it.dataset.question, it]));
const prices = new Map([...document.querySelectorAll("fieldset[data-measure]")].map(it => [it.dataset.measure, it]));
const byId = id => document.getElementById(id);
const chosen = (inside, name) => inside.querySelector(`input[name="${CSS.escape(name)}"]:checked`)?.value ?? null;

/** What people said, by question; whoever speaks for the firm as a whole stands first. */
const given = new Map();
/** What a file holds that this page does not ask: it goes back as it came. */
let kept = { content: null, pieces: [], company: [], traits: [], traitsOpen: [], items: [], incidents: [] };

function today() {
  const now = new Date(), two = it => String(it).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Who answers; nothing where someone speaks for the firm as a whole. */
function me() {
  return data.by || byId("by")?.value || "";
}

function spoken(id) {
  return (given.get(id) || []).filter(it => it.said !== null);
}

function own(id) {
  return (given.get(id) || []).find(it => it.by === me());
}

/** Puts down what the person who answers says. The day is the day on which it was said. */
function say(id, change) {
  const voices = given.get(id) || [];
  let mine = own(id);
  if (!mine) {
    mine = { said: null, because: "", evidence: "claimed", by: me(), note: "", more: [] };
    if (mine.by) voices.push(mine); else voices.unshift(mine);
  }
  Object.assign(mine, change, { date: today() });
  given.set(id, voices);
}

function best(id) {
  return bestOf(questions.get(id), spoken(id));
}

/** Shows what is asked, who said what, and counts. */
function look() {
  const firm = data.whole ? firmNow() : null;
  const standing = standings(firm, best);
  const ready = !data.whole || firm;
  let open = 0, done = 0;
  for (const [id, field] of fields) {
    const asked = ready && standing(id) === OPEN;
    field.hidden = !asked;
    open += asked ? 1 : 0;
    done += asked && spoken(id).length ? 1 : 0;
    if (asked) voicesOf(id, field);
  }
  for (const section of document.querySelectorAll("section[data-topic]")) {
    section.hidden = ![...section.querySelectorAll("fieldset")].some(it => !it.hidden);
  }
  for (const id of prices.keys()) {
    const offer = priceOf(id);
    open += 1;
    done += offer.isDone ? 1 : 0;
  }
  if (data.whole) companyLook(firm);
  sums();
  apart();
  byId("count").textContent = `${done} ${data.words.of} ${open} ${data.words.answered}`;
  byId("progress").max = Math.max(open, 1);
  byId("progress").value = done;
}

/** What is written beside a question: the answers of others. */
function voicesOf(id, field) {
  const others = spoken(id).filter(it => it.by !== me());
  const line = field.querySelector(".voices");
  line.hidden = !others.length;
  line.textContent = others.map(it => told(id, it)).join("; ");
}

function told(id, voice) {
  const who = data.roles[voice.by] || voice.by || data.words.firm;
  const option = fields.get(id).querySelector(`input[value="${CSS.escape(voice.said)}"]`);
  const day = voice.date ? ` (${voice.date.split("-").reverse().join(".")})` : "";
  return `${who}${day}: ${option ? option.nextElementSibling.textContent : voice.said}`;
}

/** Questions on which people differ; not knowing differs from nothing. */
function apart() {
  const differs = id => new Set(spoken(id).map(it => it.said).filter(it => it !== UNKNOWN)).size > 1;
  const found = [...fields].filter(([id, field]) => !field.hidden && differs(id));
  byId("apart").hidden = !found.length;
  byId("apart-list").replaceChildren(...found.map(([id, field]) => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = `#${field.id}`;
    link.textContent = field.querySelector("legend").textContent;
    item.append(link, ` ${spoken(id).map(it => told(id, it)).join("; ")}`);
    return item;
  }));
}

/** Brings the page in line with what is known, after a file was read or somebody else sits down. */
function show() {
  for (const [id, field] of fields) {
    const mine = own(id);
    for (const it of field.querySelectorAll("input[type=radio]")) it.checked = !!mine && it.value === mine.said;
    field.querySelector("textarea").value = mine?.note || "";
    const evidence = field.querySelector("select");
    if (evidence) evidence.value = mine?.evidence || "claimed";
  }
  look();
}

/** What a provider says about a measure. */
function priceOf(id) {
  const field = prices.get(id);
  const state = chosen(field, `quote-${id}`);
  const isOffer = state === null || state === "offered";
  field.querySelector(".amounts").hidden = !isOffer;
  const [once, yearly] = ["one_off_eur", "yearly_eur"].map(key => priceIn(field.querySelector(`[data-price=${key}]`)));
  const isPriced = isOffer && typeof once === "number" && typeof yearly === "number";
  return { state, once, yearly, isOffer, isPriced, isDone: isPriced || state === "in-place" || state === "declined" };
}

/** An amount, null where nothing stands; what is none is marked and not counted. */
function priceIn(input) {
  return readIn(input, amount);
}

function readIn(input, read) {
  const value = input.value.trim() ? read(input.value) : null;
  const fault = byId(input.getAttribute("aria-errormessage"));
  const isWrong = typeof value === "string";
  input.setAttribute("aria-invalid", String(isWrong));
  fault.hidden = !isWrong;
  if (fault.textContent !== (isWrong ? value : "")) fault.textContent = isWrong ? value : "";
  return value;
}

function sums() {
  if (!prices.size) return;
  const offers = [...prices.keys()].map(priceOf).filter(it => it.isOffer);
  for (const [at, key] of [["sum-once", "once"], ["sum-yearly", "yearly"]]) {
    const sum = offers.reduce((all, it) => all + (typeof it[key] === "number" ? it[key] : 0), 0);
    byId(at).textContent = `${typedNumber(Math.round(sum * 100) / 100)}\u00a0\u20ac`;
  }
}

function answerLines(voice) {
  const lines = [];
  if (voice.said === UNKNOWN) lines.push("unknown = true");
  else if (voice.said === NOT_APPLICABLE) lines.push(`not_applicable = ${quoted(voice.because)}`);
  else lines.push(`option = ${quoted(voice.said)}`);
  if (voice.evidence !== "claimed") lines.push(`evidence = ${quoted(voice.evidence)}`);
  lines.push(`date = ${voice.date}`);
  if (voice.by) lines.push(`by = ${quoted(voice.by)}`);
  if (voice.note) lines.push(`note = ${quoted(voice.note)}`);
  return [...lines, ...voice.more.map(it => `${keyed(it[0])} = ${it[1]}`)];
}

/** Everything that was said, as a file. */
function written() {
  const parts = [`format = 1\ncontent = ${quoted(kept.content || data.content)}\n`];
  if (data.whole) parts.push(companyWritten());
  for (const [id, field] of fields) {
    const voices = spoken(id);
    // What others are no longer asked they have not said; the firm's own answers stay.
    if (!voices.length || field.hidden && !data.whole) continue;
    const [head, ...others] = voices;
    let part = `[answers.${id}]\n${answerLines(head).join("\n")}\n`;
    if (others.length) part += `also = [\n${others.map(it => `  { ${answerLines(it).join(", ")} },\n`).join("")}]\n`;
    parts.push(part);
  }
  parts.push(...kept.pieces.map(it => `${it.trim()}\n`));
  for (const [id, field] of prices) {
    const offer = priceOf(id);
    const request = data.request ? `request = ${quoted(data.request)}\n` : "";
    const tier = `tier = ${quoted(field.dataset.tier)}\n`;
    if (offer.isPriced) {
      parts.push(`[costs.${id}]\n${tier}one_off_eur = ${offer.once}\nyearly_eur = ${offer.yearly}\n`);
      parts.push(`[quotes.${id}]\nstate = "offered"\n${tier}${request}`);
    } else if (offer.isDone) {
      parts.push(`[quotes.${id}]\nstate = ${quoted(offer.state)}\n${tier}${request}`);
    } else {
      // Half a price is none; the line is for this page alone.
      const typed = [...field.querySelectorAll("[data-price]")].map(it => it.value.trim());
      if (typed.some(it => it)) parts.push(`#= ${id} ${JSON.stringify(typed)}\n`);
    }
  }
  return parts.join("\n");
}

/** Takes up a file. What is no answer to this page counts for nothing, and stays where the whole check is asked. */
function taken(text) {
  const read = readToml(text);
  const answers = read.root.answers || {};
  given.clear();
  kept = { content: null, pieces: [], company: [], traits: [], traitsOpen: [], items: [], incidents: [] };
  const strange = new Set();
  for (const id of Object.keys(answers)) {
    const question = questions.get(id);
    const voices = question ? voicesIn(answers[id], read).filter(it => !data.by || it.by === data.by) : [];
    const isKnown = it => it.said === UNKNOWN || it.said === NOT_APPLICABLE || question.options.includes(it.said);
    if (voices.length && voices.every(isKnown)) given.set(id, voices); else strange.add(id);
  }
  if (data.whole) {
    kept.pieces = read.pieces.filter(({ parts }) => parts[0] !== "company" && !(parts[0] === "answers" && !strange.has(parts[1])))
      .map(it => it.text);
    // What is strange to this page is known to the content the file was answered with.
    if (strange.size && typeof read.root.content === "string") kept.content = read.root.content;
    companyTaken(read);
  }
  for (const [id, field] of prices) pricesTaken(id, field, read.root, text);
  show();
}

function voicesIn(record, read) {
  const known = ["option", "unknown", "not_applicable", "evidence", "date", "by", "note", "also"];
  const one = it => ({
    said: typeof it.option === "string" ? it.option : it.unknown === true ? UNKNOWN : typeof it.not_applicable === "string" ? NOT_APPLICABLE : null,
    because: it.not_applicable || "",
    evidence: it.evidence || "claimed",
    date: typeof it.date === "string" ? it.date : today(),
    by: it.by || "",
    note: it.note || "",
    more: [...(read.raw.get(it) || [])].filter(([key]) => !known.includes(key)),
  });
  const others = Array.isArray(record.also) ? record.also : [];
  return [record, ...others].map(one);
}

function pricesTaken(id, field, root, text) {
  const cost = root.costs?.[id], quote = root.quotes?.[id];
  const state = quote?.state || (cost ? "offered" : null);
  for (const it of field.querySelectorAll("input[type=radio]")) it.checked = it.value === state;
  const half = text.split(/\r?\n/).find(it => it.startsWith(`#= ${id} [`));
  let typed = cost ? [cost.one_off_eur, cost.yearly_eur].map(it => typeof it === "number" ? typedNumber(it) : "") : ["", ""];
  if (half) try { typed = JSON.parse(half.slice(`#= ${id} `.length)); } catch { typed = ["", ""]; }
  [...field.querySelectorAll("[data-price]")].forEach((it, at) => { it.value = String(typed[at] ?? ""); });
}

const KEY = `waage-form-${data.content}-${data.by || ""}-${data.request || ""}-${data.whole ? "whole" : [...questions.keys()].join().length}`;
const keep = byId("keep");
function remember() {
  try {
    if (keep.checked) localStorage.setItem(KEY, written()); else localStorage.removeItem(KEY);
  } catch { keep.checked = false; keep.disabled = true; }
}

/** What was changed on the page goes into what is known. */
function noted(target) {
  const field = target.closest("fieldset[data-question]");
  if (field) {
    const id = field.dataset.question;
    if (target.type === "radio") say(id, { said: target.value });
    else if (target.tagName === "TEXTAREA") say(id, { note: target.value.trim() });
    else say(id, { evidence: target.value });
    return;
  }
  const price = target.closest("fieldset[data-measure]");
  if (price && target.dataset.price && target.value.trim()) {
    price.querySelector("input[value=offered]").checked = true;
  }
  if (data.whole) companyNoted(target);
}

document.addEventListener("change", event => {
  if (event.target.id === "file") return;
  if (event.target.id === "by") show(); else { noted(event.target); look(); }
  remember();
});
if (data.whole) byId("trade").addEventListener("input", event => { offer(event.target.value); look(); });
byId("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([written()], { type: "application/toml" }));
  link.download = "antworten.waage.toml";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  const wrong = [...document.querySelectorAll("[aria-invalid=true]")].filter(it => it.offsetParent);
  const needed = data.whole && !firmNow();
  byId("saved").textContent = [data.words.saved, wrong.length ? data.words.wrong : "", needed ? data.words.needed : ""].filter(it => it).join(" ");
});
byId("file").addEventListener("change", async event => {
  const file = event.target.files[0];
  if (!file) return;
  try {
    taken(await file.text());
    byId("saved").textContent = data.words.taken;
  } catch { byId("saved").textContent = data.words.unreadable; }
  remember();
});
try {
  const earlier = localStorage.getItem(KEY);
  if (earlier) { keep.checked = true; taken(earlier); }
} catch { keep.disabled = true; }
byId("tools").hidden = false;
look();
