//! A draft into the text that was there: only what changed is touched, comments and order stay.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::{FORMAT, line_ends, proof};
use crate::assessment::Draft;
use crate::assessment::draft::CompanyDraft;
use crate::model::{
    Answer, CrownJewel, Evidence, GateLimits, InsuranceOffer, OwnCost, Record, SystemId, TakenDecision,
    TraitId, Verdict, Voice,
};

/// What some editors begin a file with.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text of the answers file.
///
/// `previous` is the file as it was, or nothing (blank or comments only) for a new one. Answers to questions
/// nobody knows any more stay as they are. A `previous` that is no TOML is replaced: whoever reads it first
/// has already refused it.
/// Line ends and a byte order mark stay, too.
pub fn written(previous: &str, draft: &Draft) -> String {
    let body = previous.strip_prefix(BYTE_ORDER_MARK).unwrap_or(previous);
    let edited = edited(&body.replace("\r\n", "\n"), draft);
    let mark = if body.len() < previous.len() { BYTE_ORDER_MARK } else { "" };
    format!("{mark}{}", line_ends::restored(body, &edited))
}

fn edited(previous: &str, draft: &Draft) -> String {
    let mut document: DocumentMut = previous.parse().unwrap_or_default();
    let heading =
        document.as_table().is_empty().then(|| document.trailing().as_str().unwrap_or("").to_owned());
    let root = document.as_table_mut();
    set(root, "format", Some(FORMAT.into()));
    set(root, "content", Some(draft.content.as_str().into()));
    company(table_of(root, "company"), &draft.company);
    for (id, it) in &draft.records {
        record(nested(root, "answers", id.as_str()), it);
    }
    if !draft.handed_over.is_empty() || root.contains_key("handed_over") {
        let table = table_of(root, "handed_over");
        let known: Vec<String> = table.iter().map(|it| it.0.to_owned()).collect();
        for id in known.into_iter().filter(|it| !draft.handed_over.contains_key(it.as_str())) {
            table.remove(&id);
        }
        for (id, role) in &draft.handed_over {
            set(table, id.as_str(), Some(role.as_str().into()));
        }
    }
    proof::write_visits(root, &draft.visits);
    for (id, it) in &draft.decisions {
        decision(nested(root, "decisions", id.as_str()), it);
    }
    for (id, it) in &draft.costs {
        own_cost(nested(root, "costs", id.as_str()), it);
    }
    for (id, it) in &draft.quotes {
        let table = nested(root, "quotes", id.as_str());
        set(table, "state", Some(it.state.as_str().into()));
        set(table, "tier", it.tier.map(|it| it.as_str().into()));
        set(table, "request", it.request.as_deref().map(Into::into));
    }
    if let Some(it) = &draft.insurance {
        insurance(table_of(root, "insurance"), it);
    }
    if let Some(it) = &draft.contract {
        let table = table_of(root, "contract");
        set(table, "date", Some(day(it.date)));
        let points = table_of(table, "points");
        for (point, tick) in &it.points {
            set(points, point.as_str(), Some(tick.as_str().into()));
        }
    }
    for (role, it) in &draft.practised {
        let table = nested(root, "practised", role.as_str());
        set(table, "date", Some(day(it.date)));
        set(table, "results", Some(i64::from(it.results).into()));
        table.remove("missing");
        let missing = it.missing.iter().map(|(unit, points)| (unit.as_str(), i64::from(*points)));
        set(table, "missing", Some(Value::InlineTable(missing.collect::<InlineTable>())));
    }
    for (call, it) in &draft.contacts {
        let table = nested(root, "contacts", call.as_str());
        set(table, "name", Some(it.name.as_str().into()));
        set(table, "phone", Some(it.phone.as_str().into()));
        set(table, "note", it.note.as_deref().map(Into::into));
    }
    if let Some(rung) = draft.plan_rung {
        set(table_of(root, "plan"), "rung", Some(rung.as_str().into()));
    }
    if draft.gate != GateLimits::default() {
        gate(table_of(root, "gate"), &draft.gate);
    }
    if let Some(heading) = heading {
        if let Some(mut key) = root.key_mut("format") {
            key.leaf_decor_mut().set_prefix(heading);
        }
        document.set_trailing("");
    }
    document.to_string()
}

fn company(table: &mut dyn TableLike, it: &CompanyDraft) {
    set(table, "name", it.name.as_deref().map(Into::into));
    set(table, "segment", it.segment.as_ref().map(|it| it.as_str().into()));
    set(table, "sub_trade", it.sub_trade.as_ref().map(|it| it.as_str().into()));
    set(table, "trade", it.trade.as_deref().map(Into::into));
    set(table, "employees", it.employees.map(|it| i64::from(it).into()));
    set(table, "turnover_eur", it.turnover_eur.map(figure));
    set(table, "balance_sheet_eur", it.balance_sheet_eur.map(figure));
    set(table, "state", it.state.as_ref().map(|it| it.code().into()));
    set(table, "liquid_reserve_eur", it.liquid_reserve_eur.map(figure));
    set(table, "tolerable_ruin", it.tolerable_ruin.map(figure));
    set(table, "standstill_day_eur", it.standstill_day_eur.map(figure));
    set(table, "own_hour_eur", it.own_hour_eur.map(figure));
    set(table, "hours_per_month", it.hours_per_month.map(figure));
    set(table, "computer_users", it.computer_users.map(|it| i64::from(it).into()));
    set(table, "sites", it.sites.map(|it| i64::from(it).into()));
    if !it.systems.is_empty() {
        words(table, "systems", &it.systems.iter().map(SystemId::as_str).collect::<Vec<_>>());
    }
    if let Some(traits) = &it.traits {
        words(table, "traits", &traits.iter().map(TraitId::as_str).collect::<Vec<_>>());
    }
    let open: Vec<&str> = it.traits_open.iter().map(TraitId::as_str).collect();
    if open.is_empty() {
        table.remove("traits_open");
    } else {
        words(table, "traits_open", &open);
    }
    if let Some(processes) = &it.crown_jewels {
        set(table, "crown_jewels", Some(Value::Array(processes.iter().map(process).collect())));
    }
    if !it.digitalisation.is_empty() {
        if table.get("digitalisation").is_none_or(|it| it.as_table_like().is_none()) {
            table.insert("digitalisation", Item::Value(InlineTable::new().into()));
        }
        if let Some(items) = table.get_mut("digitalisation").and_then(Item::as_table_like_mut) {
            for (id, ticked) in &it.digitalisation {
                set(items, id.as_str(), Some((*ticked).into()));
            }
        }
    }
    incidents(table, it);
}

/// How often each kind of incident happened; a kind that is open again leaves the file.
fn incidents(table: &mut dyn TableLike, it: &CompanyDraft) {
    const KEY: &str = "past_incidents";
    if it.past_incidents.is_empty() {
        table.remove(KEY);
        return;
    }
    if table.get(KEY).is_none_or(|it| it.as_table_like().is_none()) {
        table.insert(KEY, Item::Value(InlineTable::new().into()));
    }
    let Some(kinds) = table.get_mut(KEY).and_then(Item::as_table_like_mut) else { return };
    let known: Vec<String> = kinds.iter().map(|it| it.0.to_owned()).collect();
    for id in known.into_iter().filter(|id| !it.past_incidents.contains_key(id.as_str())) {
        kinds.remove(&id);
    }
    for (id, times) in &it.past_incidents {
        set(kinds, id.as_str(), Some(i64::from(*times).into()));
    }
}

fn process(it: &CrownJewel) -> Value {
    if it.tolerable_hours.is_none() && it.day_eur.is_none() {
        return it.process.as_str().into();
    }
    let mut table = InlineTable::new();
    table.insert("process", it.process.as_str().into());
    for (key, number) in [("tolerable_hours", it.tolerable_hours), ("day_eur", it.day_eur)] {
        if let Some(number) = number {
            table.insert(key, figure(number));
        }
    }
    table.into()
}

fn record(table: &mut dyn TableLike, it: &Record) {
    answer(table, &it.answer, it.evidence, it.date);
    proof::write_proof(table, &it.proof);
    set(table, "by", it.by.as_ref().map(|it| it.as_str().into()));
    set(table, "note", it.note.as_deref().map(Into::into));
    if it.also.is_empty() {
        table.remove("also");
        return;
    }
    let mut voices = ArrayOfTables::new();
    for voice in &it.also {
        voices.push(voice_table(voice));
    }
    let unchanged = table.get("also").and_then(Item::as_array_of_tables).is_some_and(|old| {
        old.len() == voices.len() && old.iter().zip(voices.iter()).all(|(a, b)| same_table(a, b))
    });
    if !unchanged {
        table.insert("also", Item::ArrayOfTables(voices));
    }
}

fn voice_table(it: &Voice) -> Table {
    let mut table = Table::new();
    answer(&mut table, &it.answer, it.evidence, it.date);
    proof::write_proof(&mut table, &it.proof);
    set(&mut table, "by", Some(it.by.as_str().into()));
    set(&mut table, "note", it.note.as_deref().map(Into::into));
    table
}

fn answer(table: &mut dyn TableLike, answer: &Answer, evidence: Evidence, date: jiff::civil::Date) {
    let (option, unknown, reason): (Option<Value>, Option<Value>, Option<Value>) = match answer {
        Answer::Chosen(option) => (Some(option.as_str().into()), None, None),
        Answer::Unknown => (None, Some(true.into()), None),
        Answer::NotApplicable { because } => (None, None, Some(because.as_str().into())),
    };
    set(table, "option", option);
    set(table, "unknown", unknown);
    set(table, "not_applicable", reason);
    // Claimed is what is meant where nothing stands, so it is only written over another word.
    let said = evidence != Evidence::Claimed || table.contains_key("evidence");
    set(table, "evidence", said.then(|| evidence.as_str().into()));
    set(table, "date", Some(day(date)));
}

fn decision(table: &mut dyn TableLike, it: &TakenDecision) {
    let verdict = match it.verdict {
        Verdict::Do => "do",
        Verdict::Accept => "accept",
    };
    let acceptance = it.acceptance.as_ref();
    set(table, "verdict", Some(verdict.into()));
    set(table, "date", Some(day(it.date)));
    set(table, "tier", it.tier.map(|it| it.as_str().into()));
    set(table, "due", it.due.map(day));
    let owner = acceptance.map(|it| it.owner.as_str()).or(it.owner.as_deref());
    set(table, "owner", owner.map(Into::into));
    set(table, "reason", acceptance.map(|it| it.reason.as_str().into()));
    set(table, "review", acceptance.map(|it| day(it.review)));
}

fn own_cost(table: &mut dyn TableLike, it: &OwnCost) {
    set(table, "tier", it.tier.map(|it| it.as_str().into()));
    let amounts = [
        ("one_off_eur", it.one_off_eur),
        ("yearly_eur", it.yearly_eur),
        ("own_hours_one_off", it.own_hours_one_off),
        ("own_hours_yearly", it.own_hours_yearly),
    ];
    for (key, amount) in amounts {
        // Nothing stands for zero.
        let said = amount != 0.0 || table.contains_key(key);
        set(table, key, said.then(|| figure(amount)));
    }
}

fn insurance(table: &mut dyn TableLike, it: &InsuranceOffer) {
    set(table, "premium_eur", Some(figure(it.premium_eur)));
    set(table, "deductible_eur", Some(figure(it.deductible_eur)));
    set(table, "limit_eur", Some(figure(it.limit_eur)));
    let said = it.in_force || table.contains_key("in_force");
    set(table, "in_force", said.then(|| it.in_force.into()));
}

fn gate(table: &mut dyn TableLike, it: &GateLimits) {
    set(table, "max_expected_loss_eur", it.max_expected_loss_eur.map(figure));
    set(table, "max_bad_year_eur", it.max_bad_year_eur.map(figure));
    set(table, "max_ruin_probability", it.max_ruin_probability.map(figure));
    set(table, "min_din_points", it.min_din_points.map(|it| i64::from(it).into()));
    set(table, "max_age_days", it.max_age_days.map(|it| i64::from(it).into()));
    set(table, "max_content_age_days", it.max_content_age_days.map(|it| i64::from(it).into()));
    set(table, "baseline", it.baseline.as_deref().map(Into::into));
    set(table, "no_open_duty", it.no_open_duty.then(|| true.into()));
    set(table, "no_overdue_decision", it.no_overdue_decision.then(|| true.into()));
}

/// The table of that key, made where there is none.
fn table_of<'t>(parent: &'t mut dyn TableLike, key: &str) -> &'t mut dyn TableLike {
    if parent.get(key).is_none_or(|it| it.as_table_like().is_none()) {
        parent.insert(key, Item::Table(Table::new()));
    }
    parent.get_mut(key).and_then(Item::as_table_like_mut).expect("it is a table or was just made one")
}

/// The table `[outer.id]`, without a header of its own for `outer`.
fn nested<'t>(root: &'t mut dyn TableLike, outer: &str, id: &str) -> &'t mut dyn TableLike {
    if root.get(outer).is_none_or(|it| it.as_table_like().is_none()) {
        let mut table = Table::new();
        table.set_implicit(true);
        root.insert(outer, Item::Table(table));
    }
    table_of(table_of(root, outer), id)
}

/// Sets, changes or removes one key; a value that says the same already keeps its own way of writing.
pub(super) fn set(table: &mut dyn TableLike, key: &str, value: Option<Value>) {
    let Some(value) = value else {
        table.remove(key);
        return;
    };
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) if same(old, &value) => {}
        Some(old) => {
            // Replacing the item as a whole would drop the comment at the end of its line.
            let decor = old.decor().clone();
            *old = value;
            *old.decor_mut() = decor;
        }
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

/// A list of words: words that stay keep their line and comment.
fn words(table: &mut dyn TableLike, key: &str, words: &[&str]) {
    let Some(list) = table.get_mut(key).and_then(Item::as_array_mut) else {
        let list: Array = words.iter().copied().collect();
        table.insert(key, Item::Value(list.into()));
        return;
    };
    for index in (0..list.len()).rev() {
        if !list.get(index).and_then(Value::as_str).is_some_and(|it| words.contains(&it)) {
            remove_line(list, index);
        }
    }
    for word in words {
        if list.iter().any(|it| it.as_str() == Some(word)) {
            continue;
        }
        add_line(list, word);
    }
}

/// Adds an entry, on its own line where the others have theirs. The comment on the line before stands in the
/// space before the closing bracket and becomes the new entry's prefix.
fn add_line(list: &mut Array, word: &str) {
    let indentation = list.iter().last().and_then(|it| it.decor().prefix()).and_then(|it| it.as_str());
    let indentation = indentation.and_then(|it| it.rsplit_once('\n')).map(|it| it.1.to_owned());
    let prefix = match indentation {
        Some(indentation) => {
            let trailing = list.trailing().as_str().unwrap_or("").to_owned();
            let (line_before, rest) = trailing.split_once('\n').unwrap_or((&trailing, ""));
            list.set_trailing(format!("\n{rest}"));
            list.set_trailing_comma(true);
            format!("{line_before}\n{indentation}")
        }
        None if list.is_empty() => String::new(),
        None => " ".to_owned(),
    };
    list.push_formatted(Value::from(word).decorated(prefix, ""));
}

/// Removes an entry with the comment on its line. TOML counts what follows a comma towards the next entry, so
/// the end of the line before travels in the removed entry's prefix and has to be handed on.
fn remove_line(list: &mut Array, index: usize) {
    let removed = list.remove(index);
    let own = removed.decor().prefix().and_then(|it| it.as_str()).unwrap_or("").to_owned();
    let (line_before, _) = own.split_once('\n').unwrap_or((&own, ""));
    let handed_on = |following: &str| match following.split_once('\n') {
        Some((_, rest)) => format!("{line_before}\n{rest}"),
        None => line_before.trim_end().to_owned(),
    };
    if let Some(next) = list.get_mut(index) {
        let prefix = handed_on(next.decor().prefix().and_then(|it| it.as_str()).unwrap_or(""));
        next.decor_mut().set_prefix(prefix);
    } else {
        let trailing = handed_on(list.trailing().as_str().unwrap_or(""));
        list.set_trailing(trailing);
    }
}

fn same(a: &Value, b: &Value) -> bool {
    let number = |it: &Value| it.as_float().or_else(|| it.as_integer().map(|it| it as f64));
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same(a, b))
        }
        (Value::InlineTable(a), Value::InlineTable(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        // A text over lines was read with the line ends of the file, and is edited without them.
        (Value::String(a), Value::String(b)) => {
            a.value() == b.value() || a.value().replace("\r\n", "\n") == b.value().replace("\r\n", "\n")
        }
        (Value::Boolean(a), Value::Boolean(b)) => a.value() == b.value(),
        (Value::Datetime(a), Value::Datetime(b)) => a.value() == b.value(),
        _ => number(a).zip(number(b)).is_some_and(|(a, b)| a.total_cmp(&b).is_eq()),
    }
}

fn same_table(a: &Table, b: &Table) -> bool {
    let value = |it: &Item| it.as_value().cloned();
    a.len() == b.len()
        && a.iter()
            .all(|(key, a)| value(a).zip(b.get(key).and_then(value)).is_some_and(|(a, b)| same(&a, &b)))
}

/// A number as people write it into the file: whole ones without a point, large ones with underscores.
#[expect(
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "checked to be whole and small enough"
)]
fn figure(value: f64) -> Value {
    /// Largest whole number that every f64 below it holds exactly (2^53).
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if libm::trunc(value) != value || libm::fabs(value) > EXACT {
        return value.into();
    }
    let whole = value as i64;
    let digits = whole.unsigned_abs().to_string();
    if digits.len() < 5 {
        return whole.into();
    }
    let mut text = String::from(if whole < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text.parse().unwrap_or_else(|_| whole.into())
}

pub(super) fn day(date: jiff::civil::Date) -> Value {
    let date = toml_edit::Date {
        year: u16::try_from(date.year()).unwrap_or(0),
        month: u8::try_from(date.month()).unwrap_or(1),
        day: u8::try_from(date.day()).unwrap_or(1),
    };
    toml_edit::Datetime { date: Some(date), time: None, offset: None }.into()
}
