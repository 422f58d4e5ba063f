/** The search for a trade: as `TradeSearch` does it in the program. */
const EQUAL = 0, WITHOUT_DOTS = 1, OTHER_FORM = 2, BEGINS = 3, ALL_PARTS = 4, ONE_PART = 5, WITH_TAIL = 6,
  STEM_WITH_TAIL = 7, ONE_VAGUE_PART = 8, ONE_SLIP = 9, COMPOUND = 10, TWO_SLIPS = 11, INSIDE = 12;
const ENDINGS = ["innen", "in", "en", "er", "es", "e", "n", "s"];
const MOST_HITS = 6;

function stem(word) {
  const shorter = ENDINGS.filter(it => word.endsWith(it)).map(it => word.slice(0, -it.length));
  return shorter.find(it => it.length >= 4) ?? word;
}

/** A word in the forms in which words are compared. */
function spelling(text, counts = () => true) {
  const plain = it => it.normalize("NFKD").replace(/[^a-z0-9]/g, "");
  const spread = it => plain(it.replace(/\u00e4/g, "ae").replace(/\u00f6/g, "oe").replace(/\u00fc/g, "ue"));
  const lower = text.normalize("NFC").toLowerCase().replace(/\u00df/g, "ss");
  const words = lower.split(/[^\p{Alphabetic}\p{N}]/u).filter(it => spread(it));
  let kept = words.filter(it => counts(spread(it)));
  if (!kept.length) kept = words;
  const tokens = kept.map(spread), key = tokens.join("");
  return { tokens, key, flat: kept.map(plain).join(""), stem: stem(key) };
}

let allTrades = null;
function trades() {
  allTrades ??= data.whole.trades.map(it => it.split("|")).map(([sub, wz_2008, wz_2025, name, ...also]) =>
    ({ sub: Number(sub), wz_2008, wz_2025, name, also }));
  return allTrades;
}

let dictionary = null;
function words() {
  if (dictionary) return dictionary;
  const { homes } = data.whole;
  const vague = new Set(homes.map(it => it.word)), stems = new Set(homes.map(it => stem(it.word)));
  const word = (trade, text, usual) => {
    const own = spelling(text);
    return { text, trade, usual, ...own, vague: vague.has(own.key) || stems.has(own.stem) };
  };
  dictionary = trades().flatMap(it => [word(it, it.name, true), ...it.also.map(also => word(it, also, false))]);
  return dictionary;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; null above `most`. */
function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return null;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, it) => it);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length] <= most ? last[b.length] : null;
}

function fit(typed, word) {
  return asItself(typed, word) || byParts(typed, word) || withSlips(typed, word) || asCompound(typed, word) || inside(typed, word);
}

function asItself(typed, word) {
  const missing = 10 * (word.key.length - typed.key.length);
  if (word.key === typed.key) return [EQUAL, 0];
  if (word.flat === typed.key || word.key === typed.flat || word.flat === typed.flat) return [WITHOUT_DOTS, 0];
  if (typed.key.length >= 5 && (word.stem === typed.stem || word.key === typed.stem || word.stem === typed.key)) return [OTHER_FORM, 0];
  if (typed.key.length >= 3 && word.key.startsWith(typed.key)) return [BEGINS, missing];
  if (typed.key.length >= 3 && word.flat.startsWith(typed.key)) return [BEGINS, missing + 5];
  return null;
}

function byParts(typed, word) {
  if (typed.tokens.length < 2) return null;
  const fits = (part, token) => token === part || part.length >= 4 && token.startsWith(part)
    || token.length >= 4 && stem(token) === stem(part);
  const fitting = typed.tokens.filter(part => word.tokens.some(it => fits(part, it))).length;
  if (fitting === typed.tokens.length) return [ALL_PARTS, 10 * Math.max(word.tokens.length - fitting, 0)];
  if (word.tokens.length !== 1) return null;
  const place = typed.tokens.findIndex(it => word.key === it || it.length >= 4 && word.stem === stem(it));
  return place < 0 ? null : [word.vague ? ONE_VAGUE_PART : ONE_PART, 10 * place];
}

function withSlips(typed, word) {
  const most = typed.key.length <= 4 ? 0 : typed.key.length <= 7 ? 1 : 2;
  if (!most || word.key.length < 4) return null;
  const pairs = [[typed.key, word.key], [typed.flat, word.flat]];
  if (typed.stem.length >= 5) pairs.push([typed.stem, word.stem]);
  const found = pairs.map(it => slips(it[0], it[1], most)).filter(it => it !== null);
  if (!found.length) return null;
  const least = Math.min(...found), otherStart = word.key[0] !== typed.key[0] ? 5 : 0;
  return [least <= 1 ? ONE_SLIP : TWO_SLIPS, 10 * least + otherStart + Math.abs(word.key.length - typed.key.length)];
}

function asCompound(typed, word) {
  const isTail = it => data.whole.tails.includes(it);
  const after = start => typed.key.startsWith(start) ? typed.key.slice(start.length) : null;
  const known = word.key, root = word.stem, length = 10 * known.length;
  if (known.length >= 5 && typed.key.endsWith(known)) return [COMPOUND, -length];
  if (known.length >= 4 && after(known) !== null && isTail(after(known).replace(/^s+/, ""))) return [WITH_TAIL, -length];
  const rest = root.length >= 5 ? after(root) : null;
  if (rest !== null && [0, 1, 2].some(it => it <= rest.length && isTail(rest.slice(it)))) return [STEM_WITH_TAIL, -10 * root.length];
  if (known.length >= 6 && typed.key.startsWith(known)) return [COMPOUND, 5 - length];
  let shared = 0;
  while (shared < typed.key.length && typed.key[shared] === known[shared]) shared += 1;
  const most = shared >= 8 && 4 * shared >= 3 * Math.max(typed.key.length, known.length);
  return typed.key.length >= 9 && most ? [COMPOUND, 5 - 10 * shared] : null;
}

function inside(typed, word) {
  const isInside = word.key.endsWith(typed.key) || word.tokens.some(it => it.startsWith(typed.key));
  return typed.key.length >= 4 && isInside ? [INSIDE, 10 * word.key.length] : null;
}

function slipInFour(typed, word) {
  if (word.key.length < 4 || word.key[0] !== typed.key[0]) return null;
  const found = slips(typed.key, word.key, 1);
  return found === null ? null : [ONE_SLIP, 10 * word.key.length - 40];
}

/** By fit, then the usual name, then the shorter word, then the alphabet. */
function before(a, b) {
  const [x, y] = [a.mark, b.mark];
  for (let at = 0; at < 4; at += 1) if (x[at] !== y[at]) return x[at] - y[at];
  return x[4] < y[4] ? -1 : x[4] > y[4] ? 1 : 0;
}

function bestWords(fitting) {
  const best = new Map();
  for (const word of words()) {
    const found = fitting(word);
    if (!found) continue;
    const hit = { mark: [found[0], found[1], word.usual ? 0 : 1, word.key.length, word.text], word };
    const known = best.get(word.trade.name);
    if (!known || before(hit, known) < 0) best.set(word.trade.name, hit);
  }
  return [...best.values()].sort(before).slice(0, MOST_HITS)
    .map(it => ({ tier: it.mark[0], word: it.word.text, label: it.word.text, trade: it.word.trade.name, sub: it.word.trade.sub }));
}

/** What was probably meant, the best first. */
function findTrade(typed) {
  const code = readCode(typed);
  if (code) return byCode(code);
  const { filler, homes } = data.whole;
  const query = spelling(typed, it => !filler.includes(it));
  if (query.key.length < 2) return { hits: [], several: false };
  const own = homes.find(it => it.word === query.key);
  if (own) {
    return { hits: own.choices.map(it => ({ tier: EQUAL, word: it.text, label: it.text, trade: null, sub: it.sub })), several: true };
  }
  let hits = bestWords(it => fit(query, it));
  if (!hits.length && query.key.length === 4) hits = bestWords(it => slipInFour(query, it));
  return { hits, several: false };
}

/** True where the first hit is what was meant, as far as one can know without asking. */
function isSure(found) {
  const [first] = found.hits, near = found.hits.filter(it => it.tier <= OTHER_FORM);
  return !!first && !found.several && !found.code && first.tier <= OTHER_FORM && near.every(it => it.sub === first.sub);
}

function readDigits(typed) {
  const found = /^(\d{2})[.,]?\s*(\d{0,2})[.,]?\s*(\d?)[.,]?\s*$/.exec(typed.trimEnd());
  return found && [found[1], found[2], found[3]].filter(it => it).join(".");
}

function readCode(typed) {
  const rest = typed.trim().toLowerCase().replace(/^(wz|nace)/, "").replace(/^[ :-]+/, "");
  for (const edition of [2008, 2025]) {
    if (!rest.startsWith(String(edition))) continue;
    const digits = readDigits(rest.slice(4).replace(/^[ :]+/, ""));
    if (digits) return { edition, digits };
  }
  const digits = readDigits(rest);
  return digits ? { edition: null, digits } : null;
}

function byCode(code) {
  const { subs, segments, titles } = data.whole;
  const counted = new Map();
  const editions = [[2008, "wz_2008"], [2025, "wz_2025"]].filter(it => code.edition === null || code.edition === it[0]);
  for (const [edition, field] of editions) {
    for (const trade of trades()) {
      if (!trade[field] || !trade[field].startsWith(code.digits)) continue;
      const known = counted.get(trade.sub) || { count: 0, edition, named: trade[field] };
      counted.set(trade.sub, { ...known, count: known.count + 1 });
    }
  }
  const ranked = [...counted].sort((a, b) => b[1].count - a[1].count || (subs[a[0]].id < subs[b[0]].id ? -1 : 1));
  const hits = ranked.slice(0, MOST_HITS).map(([sub, it]) => {
    const word = titles[it.edition][it.named] || "";
    return { tier: EQUAL, word, label: `${it.named.replace(/\.0$/, "")} (WZ ${it.edition}) ${word}`, trade: null, sub };
  });
  const prefixes = segments.flatMap(it => it.wz.filter(wz => code.edition === null || wz.edition === code.edition)
    .flatMap(wz => wz.codes.map(prefix => ({ prefix, segment: it.id })))).filter(it => code.digits.startsWith(it.prefix));
  const longest = Math.max(...prefixes.map(it => it.prefix.length));
  const segment = hits.length ? null : prefixes.filter(it => it.prefix.length === longest).at(-1)?.segment ?? null;
  return { hits, several: false, code, segment };
}
