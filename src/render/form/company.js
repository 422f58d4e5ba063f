/** What the whole check asks about the firm itself. */
let home = { segment: null, sub_trade: null, trade: null };
let hits = [];

/** Yes and no of a list of statements, by id. */
function ticks(kind) {
  const ids = data.whole[kind === "trait" ? "traits" : "items"].map(it => it.id ?? it);
  const all = ids.map(id => [id, chosen(byId("company"), `${kind}-${id}`)]);
  return new Map(all.filter(it => it[1] === "yes" || it[1] === "no").map(it => [it[0], it[1] === "yes"]));
}

/** What the traits say about an item: one with the trait's own id says the same, another can only mean yes. */
function answeredBy(item, traits) {
  if (item.answered_by.some(it => traits.get(it) === true)) return true;
  return item.answered_by.includes(item.id) && traits.get(item.id) === false ? false : null;
}

/** All items with an answer; what a trait has answered is not asked twice. Nothing said is nothing known. */
function itemsNow(traits) {
  const said = ticks("item");
  if (!said.size) return said;
  for (const item of data.whole.items) {
    const answer = answeredBy(item, traits);
    if (answer !== null) said.set(item.id, answer);
  }
  return new Map(data.whole.items.filter(it => said.has(it.id)).map(it => [it.id, said.get(it.id)]));
}

function fact(key) {
  const input = byId(`fact-${key}`), kind = data.whole.facts.find(it => it.key === key).kind;
  if (kind === "text" || kind === "choice") return input.value.trim() || null;
  return readIn(input, it => {
    const value = kind === "amount" ? amount(it) : people(it);
    if (value === 0 && kind === "at-least-one") return data.numbers.at_least_one;
    if (value === 0 && key === "turnover_eur") return data.numbers.negative;
    return value;
  });
}

function known(key) {
  const value = fact(key);
  return typeof value === "number" ? value : null;
}

/** The firm as far as conditions ask; null until trade and head count are there. */
function firmNow() {
  const employees = known("employees");
  if (!home.segment || employees === null) return null;
  const traits = ticks("trait");
  const yes = [...traits].filter(it => it[1]).map(it => it[0]).concat(kept.traits);
  const open = traits.size ? data.whole.traits.filter(it => !traits.has(it)).concat(kept.traitsOpen) : null;
  const items = new Map([...itemsNow(traits), ...kept.items]);
  return { segment: home.segment, employees, traits: new Set(yes), open: open && new Set(open), items };
}

function companyLook(firm) {
  const traits = ticks("trait"), employees = known("employees"), turnover = known("turnover_eur");
  for (const item of data.whole.items) byId(`item-${item.id}`).hidden = answeredBy(item, traits) !== null;
  const rules = data.whole.rules;
  const shown = {
    computer_users: employees > 1,
    sites: traits.get(rules.several_sites) === true,
    balance_sheet_eur: employees !== null && employees < rules.medium_people && turnover > rules.medium_turnover_eur,
    tolerable_ruin: known("liquid_reserve_eur") !== null,
  };
  for (const [key, isShown] of Object.entries(shown)) byId(`about-${key}`).hidden = !isShown;
  for (const { key } of data.whole.facts) fact(key);
  for (const it of document.querySelectorAll("[data-jewel]")) if (it.dataset.jewel !== "process") readIn(it, amount);
  for (const it of lived()) readIn(it, times);
  for (const it of document.querySelectorAll(".day-of-process")) it.hidden = known("standstill_day_eur") !== null;
  byId("first").hidden = !!firm;
  const seen = [...data.whole.traits.filter(it => traits.has(it)), ...traits.keys()];
  byId("seen").textContent = `${new Set(seen).size} ${data.words.of} ${data.whole.traits.length} ${data.words.seen}`;
}

/** What a typed word can mean, to choose from. */
function offer(typed) {
  const found = findTrade(typed);
  hits = found.hits;
  const box = byId("hits"), subs = data.whole.subs;
  const sure = isSure(found);
  box.replaceChildren(...hits.map((hit, at) => {
    const label = document.createElement("label"), radio = document.createElement("input"), text = document.createElement("span");
    label.className = "option";
    Object.assign(radio, { type: "radio", name: "hit", value: String(at), checked: sure && at === 0 });
    text.textContent = `${hit.label} \u2192 ${subs[hit.sub].title}`;
    label.append(radio, text);
    return label;
  }));
  byId("hits-field").hidden = !hits.length;
  if (sure) return choose(0);
  home = { segment: found.segment ?? null, sub_trade: null, trade: found.segment ? typed.trim() : null };
  if (home.segment) return echo();
  byId("echo").textContent = !typed.trim() ? "" : hits.length ? data.words.which : data.words.no_trade;
}

function choose(at) {
  const hit = hits[at], sub = data.whole.subs[hit.sub];
  home = { segment: sub.segment, sub_trade: sub.id, trade: hit.trade === null ? byId("trade").value.trim() : hit.word };
  echo();
}

/** Says what was understood, and offers the processes such firms live on. */
function echo() {
  const sub = data.whole.subs.find(it => it.id === home.sub_trade), segment = data.whole.segments.find(it => it.id === home.segment);
  const parts = [home.trade, sub?.title, segment?.title].filter((it, at, all) => it && all.indexOf(it) === at);
  byId("echo").textContent = home.segment ? `${data.words.understood} ${parts.join(" \u2192 ")}` : "";
  const processes = sub?.processes.length ? sub.processes : segment?.processes || [];
  byId("processes").replaceChildren(...processes.map(it => Object.assign(document.createElement("option"), { value: it })));
}

function companyNoted(target) {
  if (target.id === "trade") offer(target.value);
  else if (target.name === "hit") choose(Number(target.value));
  else if (target.id === "trade-list" && target.value) {
    const [kind, id] = target.value.split(":");
    const sub = kind === "sub" ? data.whole.subs.find(it => it.id === id) : null;
    home = { segment: sub ? sub.segment : id, sub_trade: sub ? sub.id : null, trade: null };
    byId("trade").value = "";
    byId("hits-field").hidden = true;
    echo();
  }
}

function jewels() {
  return [0, 1, 2].map(at => {
    const [process, hours, day] = ["process", "hours", "day"].map(it => byId(`${it}-${at}`).value.trim());
    const parts = [`process = ${quoted(process)}`];
    const [h, d] = [hours, day].map(it => it ? amount(it) : null);
    if (typeof h === "number") parts.push(`tolerable_hours = ${h}`);
    if (typeof d === "number") parts.push(`day_eur = ${d}`);
    return process ? `  { ${parts.join(", ")} },\n` : "";
  }).join("");
}

/** How often something happened; text where that cannot be. */
function times(typed) {
  const value = people(typed);
  return typeof value === "number" && value > data.numbers.most_incidents ? data.numbers.too_often : value;
}

const lived = () => [...document.querySelectorAll("[data-incident]")];

function companyWritten() {
  const lines = [], put = (key, value) => { if (value !== null && value !== undefined) lines.push(`${key} = ${value}`); };
  const list = ids => `[${[...ids].map(quoted).join(", ")}]`;
  const text = it => it === null ? null : quoted(it);
  for (const key of ["segment", "sub_trade", "trade"]) put(key, text(home[key]));
  for (const { key, kind } of data.whole.facts) {
    const value = fact(key);
    if (kind === "text" || key === "state") put(key, text(value));
    else if (kind === "choice") put(key, value);
    else if (typeof value === "number") put(key, value);
  }
  const traits = ticks("trait");
  if (traits.size || kept.traits.length) {
    put("traits", list([...traits].filter(it => it[1]).map(it => it[0]).concat(kept.traits)));
    const open = data.whole.traits.filter(it => !traits.has(it)).concat(kept.traitsOpen);
    if (open.length) put("traits_open", list(open));
  }
  const processes = jewels();
  if (processes) put("crown_jewels", `[\n${processes}]`);
  const items = [...itemsNow(traits), ...kept.items];
  if (items.length) put("digitalisation", `{ ${items.map(it => `${keyed(it[0])} = ${it[1]}`).join(", ")} }`);
  const incidents = lived().map(it => [it.dataset.incident, it.value.trim() ? times(it.value) : null]).filter(it => typeof it[1] === "number").concat(kept.incidents);
  if (incidents.length) put("past_incidents", `{ ${incidents.map(it => `${keyed(it[0])} = ${it[1]}`).join(", ")} }`);
  lines.push(...kept.company.map(it => `${keyed(it[0])} = ${it[1]}`));
  return lines.length ? `[company]\n${lines.join("\n")}\n` : "";
}

/** Puts a list of yes and no on the page; gives back what the page does not know. */
function tick(kind, answers) {
  const strange = [];
  for (const it of byId("company").querySelectorAll(`input[name^="${kind}-"]`)) it.checked = it.value === "";
  for (const [id, answer] of answers) {
    const radio = byId("company").querySelector(`input[name="${CSS.escape(`${kind}-${id}`)}"][value="${answer ? "yes" : "no"}"]`);
    if (radio) radio.checked = true; else strange.push([id, answer]);
  }
  return strange;
}

function companyTaken(read) {
  const company = read.root.company || Object.create(null), raw = read.raw.get(company) || new Map();
  const texts = it => Array.isArray(it) ? it.filter(one => typeof one === "string") : [];
  home = { segment: null, sub_trade: null, trade: null };
  for (const key of Object.keys(home)) if (typeof company[key] === "string") home[key] = company[key];
  byId("trade").value = home.trade || "";
  byId("hits-field").hidden = true;
  echo();
  for (const { key, kind } of data.whole.facts) {
    const input = byId(`fact-${key}`), value = company[key];
    const shown = value === undefined ? "" : typeof value === "number" && kind !== "choice" ? typedNumber(value) : String(value);
    if (kind === "choice" && ![...input.options].some(it => it.value === shown)) {
      input.add(new Option(typeof value === "number" ? `${typedNumber(value * 100)} %` : shown, shown));
    }
    input.value = shown;
  }
  const yes = texts(company.traits), open = new Set(texts(company.traits_open));
  // Where the list was gone through, what is neither ticked nor open is a no.
  const no = company.traits === undefined ? [] : data.whole.traits.filter(it => !yes.includes(it) && !open.has(it));
  kept.traits = tick("trait", [...yes.map(it => [it, true]), ...no.map(it => [it, false])]).map(it => it[0]);
  kept.traitsOpen = [...open].filter(it => !data.whole.traits.includes(it));
  const items = Object.entries(company.digitalisation || {}).filter(it => typeof it[1] === "boolean");
  kept.items = tick("item", items);
  const processes = Array.isArray(company.crown_jewels) ? company.crown_jewels : [];
  for (const at of [0, 1, 2]) {
    const it = processes[at], parts = typeof it === "string" ? { process: it } : it || {};
    byId(`process-${at}`).value = parts.process || "";
    byId(`hours-${at}`).value = typeof parts.tolerable_hours === "number" ? typedNumber(parts.tolerable_hours) : "";
    byId(`day-${at}`).value = typeof parts.day_eur === "number" ? typedNumber(parts.day_eur) : "";
  }
  const incidents = company.past_incidents || Object.create(null);
  for (const it of lived()) it.value = typeof incidents[it.dataset.incident] === "number" ? String(incidents[it.dataset.incident]) : "";
  const ids = lived().map(it => it.dataset.incident);
  kept.incidents = Object.entries(incidents).filter(it => typeof it[1] === "number" && !ids.includes(it[0]));
  const asked = [...Object.keys(home), ...data.whole.facts.map(it => it.key), "traits", "traits_open", "crown_jewels", "digitalisation", "past_incidents"];
  kept.company = [...raw].filter(([key]) => !asked.includes(key));
}
