/** Answers files are TOML. What is read is kept with the text it was written as, so that what the page does not know stays. */
function readToml(text) {
  const root = table(), raws = new Map(), pieces = [];
  let at = 0, current = root;
  const wrong = () => new Error(`line ${text.slice(0, at).split("\n").length}`);
  const rest = pattern => { pattern.lastIndex = at; const found = pattern.exec(text); if (found) at += found[0].length; return found; };
  const take = token => { if (!text.startsWith(token, at)) throw wrong(); at += token.length; };
  const blank = () => rest(/[ \t]*/y);
  const blanks = () => rest(/(?:[ \t\r\n]|#[^\n]*)*/y);
  const lineEnd = () => { if (!rest(/[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y)) throw wrong(); };

  function table() { return Object.create(null); }
  function key() {
    const parts = [];
    do {
      blank();
      const bare = rest(/[A-Za-z0-9_-]+/y);
      parts.push(bare ? bare[0] : text[at] === '"' || text[at] === "'" ? string() : (() => { throw wrong(); })());
      blank();
    } while (text[at] === "." && ++at);
    return parts;
  }
  function inside(start, parts) {
    return parts.reduce((it, part) => {
      it[part] ??= table();
      if (Object.getPrototypeOf(it[part]) !== null) throw wrong();
      return it[part];
    }, start);
  }
  /** A new table in a list of tables. */
  function entry(parts) {
    const target = inside(root, parts.slice(0, -1)), last = parts.at(-1);
    target[last] ??= [];
    if (!Array.isArray(target[last])) throw wrong();
    target[last].push(table());
    return target[last].at(-1);
  }
  function pair(into) {
    const parts = key();
    take("=");
    blank();
    const last = parts.pop(), target = inside(into, parts), start = at;
    if (last in target) throw wrong();
    target[last] = value();
    if (!raws.has(target)) raws.set(target, new Map());
    raws.get(target).set(last, text.slice(start, at));
  }
  function string() {
    const long = text.startsWith('"""', at) || text.startsWith("'''", at);
    const quote = text.substr(at, long ? 3 : 1), plain = quote[0] === "'";
    at += quote.length;
    if (long) rest(/\r?\n/y);
    let read = "";
    while (!text.startsWith(quote, at)) {
      if (at >= text.length || !long && text[at] === "\n") throw wrong();
      if (text[at] !== "\\" || plain) { read += text[at++]; continue; }
      const mark = rest(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([btnfre"\\])|[ \t]*\r?\n[ \t\r\n]*)/y);
      if (!mark) throw wrong();
      if (mark[1] || mark[2]) read += String.fromCodePoint(parseInt(mark[1] || mark[2], 16));
      else if (mark[3]) read += { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", e: "\u001b" }[mark[3]] || mark[3];
    }
    at += quote.length;
    // Up to two quotes may stand before the closing three.
    while (long && text[at] === quote[0] && !plain) { read += quote[0]; at += 1; }
    return read;
  }
  function list() {
    const all = [];
    take("[");
    for (blanks(); text[at] !== "]"; blanks()) {
      all.push(value());
      blanks();
      if (text[at] === ",") at += 1; else break;
    }
    blanks();
    take("]");
    return all;
  }
  function inline() {
    const own = table();
    take("{");
    for (blanks(); text[at] !== "}"; blanks()) {
      pair(own);
      blanks();
      if (text[at] === ",") at += 1; else break;
    }
    blanks();
    take("}");
    return own;
  }
  function value() {
    if (text[at] === '"' || text[at] === "'") return string();
    if (text[at] === "[") return list();
    if (text[at] === "{") return inline();
    const word = rest(/true|false/y);
    if (word) return word[0] === "true";
    const day = rest(/\d{4}-\d{2}-\d{2}(?:[T ][0-9:.Z+-]+)?/y);
    if (day) return day[0].slice(0, 10);
    const number = rest(/[+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+)?(?![\w.])/y);
    if (number) return Number(number[0].replaceAll("_", ""));
    throw wrong();
  }

  if (text[0] === "\ufeff") at = 1;
  let piece = null;
  for (blanks(); at < text.length; blanks()) {
    if (text[at] !== "[") { pair(current); lineEnd(); if (piece) piece.end = at; continue; }
    const start = at, isOne = !text.startsWith("[[", at);
    take(isOne ? "[" : "[[");
    const parts = key();
    take(isOne ? "]" : "]]");
    lineEnd();
    current = isOne ? inside(root, parts) : entry(parts);
    piece = { parts, start, end: at };
    pieces.push(piece);
  }
  return { root, pieces: pieces.map(it => ({ parts: it.parts, text: text.slice(it.start, it.end) })), raw: raws };
}

/** A text as TOML writes it. */
function quoted(text) {
  const whole = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return JSON.stringify(whole).replace(/[\u007f-\u009f]/g, it => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A key as TOML writes it. */
function keyed(key) {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : quoted(key);
}

/** An amount as people type it; text that says why it is none. */
function amount(typed) {
  let text = typed.trim().toLowerCase();
  for (const word of data.numbers.about) if (text.startsWith(word)) text = text.slice(word.length).trimStart();
  let factor = 1;
  for (let turn = 0; turn < 2; turn += 1) {
    const unit = data.numbers.units.find(it => text.endsWith(it[0]));
    if (unit) { factor *= unit[1]; text = text.slice(0, -unit[0].length).trimEnd(); }
  }
  const negative = /^[-\u2212]/.test(text);
  const digits = text.replace(/^[-\u2212]/, "").replace(/[\s'\u2019_]/g, "");
  let whole = digits, decimals = "";
  if (digits.includes(",")) {
    [whole, decimals] = [digits.slice(0, digits.indexOf(",")), digits.slice(digits.indexOf(",") + 1)];
  } else if (/^[^.]*\.[^.]{0,2}$/.test(digits)) {
    [whole, decimals] = digits.split(".");
  }
  const groups = whole.split(".");
  const grouped = groups.length === 1 || groups[0].length <= 3 && groups.slice(1).every(it => it.length === 3);
  if (!/^\d+$/.test(groups.join("")) || !grouped || !/^\d*$/.test(decimals)) return data.numbers.no_number;
  if (negative) return data.numbers.negative;
  if (decimals.length === 3 && factor <= 1) return data.numbers.ambiguous;
  const value = Number(`${groups.join("")}.${decimals}0`) * factor;
  return value > 1e12 ? data.numbers.too_large : value;
}

/** A number of people or places. */
function people(typed) {
  const value = amount(typed.trim().replace(/[\p{Alphabetic}\s]+$/u, ""));
  if (typeof value === "string") return value;
  if (!Number.isInteger(value)) return data.numbers.not_whole;
  return value > 100000 ? data.numbers.too_large : value;
}

/** A number as it is put into a line for typing. */
function typedNumber(value) {
  const [whole, decimals] = String(value).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ".") + (decimals ? `,${decimals}` : "");
}
