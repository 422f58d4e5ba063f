"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const questions = new Map(data.questions.map(it => [it.id, it]));
const fields = new Map([...document.querySelectorAll("fieldset[data-question]")].map(it => [it.dataset.question, it]));
const UNKNOWN = "?", NOT_APPLICABLE = "-";
const WORSE = 0, DOES_NOT_APPLY = 1, ELSEWHERE = 2, NOBODY_KNOWS = 3, WAITING = 4, OPEN = 5;

/** What was answered; null where nothing was. */
function answered(id) {
  const chosen = fields.get(id).querySelector("input[type=radio]:checked");
  return chosen ? chosen.value : null;
}

/** Where a question stands: as `Standings` judges it in the program. */
function standing(id, answer) {
  const gates = questions.get(id).gates.map(gate => through(gate, answer));
  const closed = gates.filter(it => it < WAITING);
  if (closed.length) return Math.min(...closed);
  return gates.includes(WAITING) ? WAITING : OPEN;
}

function through(gate, answer) {
  const earlier = questions.get(gate.question);
  const before = standing(earlier.id, answer);
  if (before === WORSE) return passed(earlier, earlier.options[0], gate);
  if (before !== OPEN) return before;
  const said = answer(earlier.id);
  if (said === null) return WAITING;
  if (said === UNKNOWN) return NOBODY_KNOWS;
  if (said === NOT_APPLICABLE) return DOES_NOT_APPLY;
  return passed(earlier, said, gate);
}

function passed(earlier, chosen, gate) {
  if (gate.options.includes(chosen)) return OPEN;
  const first = Math.min(...gate.options.map(it => earlier.options.indexOf(it)));
  return earlier.options.indexOf(chosen) < first ? WORSE : ELSEWHERE;
}

/** Shows what is asked, and counts. */
function look() {
  let open = 0, done = 0;
  for (const [id, field] of fields) {
    const asked = standing(id, answered) === OPEN;
    field.hidden = !asked;
    open += asked;
    done += asked && answered(id) !== null;
  }
  for (const section of document.querySelectorAll("section[data-topic]")) {
    section.hidden = ![...section.querySelectorAll("fieldset")].some(it => !it.hidden);
  }
  document.getElementById("count").textContent = `${done} ${data.words.of} ${open} ${data.words.answered}`;
}

/** A text as TOML writes it. */
function quoted(text) {
  return JSON.stringify(text).replace(/\u007f/g, "\\u007f");
}

/** The answers as a file. Answers to questions that are no longer asked are kept out. */
function written() {
  const now = new Date();
  const two = it => String(it).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  let text = `format = 1\ncontent = ${quoted(data.content)}\n`;
  for (const [id, field] of fields) {
    const said = answered(id);
    if (field.hidden || said === null) continue;
    text += `\n[answers.${id}]\n`;
    if (said === UNKNOWN) text += "unknown = true\n";
    else if (said === NOT_APPLICABLE) text += 'not_applicable = ""\n';
    else text += `option = ${quoted(said)}\n`;
    text += `date = ${day}\n`;
    if (data.by) text += `by = ${quoted(data.by)}\n`;
    const note = field.querySelector("textarea").value.trim();
    if (note) text += `note = ${quoted(note)}\n`;
  }
  return text;
}

/** Takes up what this form has written. Anything else in the file counts for nothing. */
function taken(text) {
  let field = null;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[answers\.([a-z0-9-]+)\]$/.exec(line.trim());
    if (header) { field = fields.get(header[1]) || null; continue; }
    if (line.startsWith("[")) { field = null; continue; }
    const pair = /^(option|unknown|not_applicable|note) = (.*)$/.exec(line);
    if (!field || !pair) continue;
    let value = pair[2];
    try { value = JSON.parse(value); } catch { continue; }
    if (pair[1] === "note") { field.querySelector("textarea").value = String(value); continue; }
    const wanted = pair[1] === "unknown" ? UNKNOWN : pair[1] === "not_applicable" ? NOT_APPLICABLE : value;
    for (const it of field.querySelectorAll("input[type=radio]")) if (it.value === wanted) it.checked = true;
  }
  look();
}

const KEY = `waage-form-${data.content}-${data.by || ""}`;
const keep = document.getElementById("keep");
function remember() {
  try {
    if (keep.checked) localStorage.setItem(KEY, written()); else localStorage.removeItem(KEY);
  } catch { keep.checked = false; keep.disabled = true; }
}

document.addEventListener("change", event => { if (event.target.id !== "file") { look(); remember(); } });
document.getElementById("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([written()], { type: "application/toml" }));
  link.download = "antworten.waage.toml";
  link.click();
  URL.revokeObjectURL(link.href);
  document.getElementById("saved").textContent = data.words.saved;
});
document.getElementById("file").addEventListener("change", async event => {
  const file = event.target.files[0];
  if (file) { taken(await file.text()); remember(); }
});
try {
  const before = localStorage.getItem(KEY);
  if (before) { keep.checked = true; taken(before); }
} catch { keep.disabled = true; }
document.getElementById("tools").hidden = false;
look();
