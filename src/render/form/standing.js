/** Where a question stands: as `Standings` judges it in the program. */
const WORSE = 0, DOES_NOT_APPLY = 1, ELSEWHERE = 2, NOBODY_KNOWS = 3, OTHER_FIRMS = 4, WAITING = 5, OPEN = 6, KEPT = 7;
const UNKNOWN = "?", NOT_APPLICABLE = "-";

/** Judges questions for a firm, or for the one the page was made for; `said` gives the best answer by question, or null. */
function standings(firm, said) {
  const known = new Map();
  const level = firm && levelOf(firm);
  function standing(id) {
    if (!known.has(id)) {
      known.set(id, WAITING);
      known.set(id, judged(questions.get(id)));
    }
    return known.get(id);
  }
  function judged(question) {
    const isAsked = !firm || !question.when || asked(question.when, firm, level);
    const isAnswered = said(question.id) !== null;
    if (!isAsked && !counts(question.when, firm, isAnswered)) return OTHER_FIRMS;
    const standing = behind(question);
    if (isAsked) return standing;
    if (standing === OPEN && isAnswered) return KEPT;
    return standing === OPEN || standing === WAITING ? OTHER_FIRMS : standing;
  }
  function behind(question) {
    const gates = question.gates.map(through);
    const closed = gates.filter(it => it < OTHER_FIRMS);
    if (closed.length) return Math.min(...closed);
    return [OTHER_FIRMS, WAITING].find(it => gates.includes(it)) ?? OPEN;
  }
  function through(gate) {
    const earlier = questions.get(gate.question);
    if (!earlier) return OTHER_FIRMS;
    const before = standing(earlier.id);
    if (before === WORSE) return passed(earlier, earlier.options[0], gate);
    if (before !== OPEN && before !== KEPT) return before;
    const answer = said(earlier.id);
    if (answer === null) return WAITING;
    if (answer === UNKNOWN) return NOBODY_KNOWS;
    if (answer === NOT_APPLICABLE) return DOES_NOT_APPLY;
    return passed(earlier, answer, gate);
  }
  return standing;
}

function passed(earlier, chosen, gate) {
  if (gate.options.includes(chosen)) return OPEN;
  const place = earlier.options.indexOf(chosen);
  const first = Math.min(...gate.options.map(it => earlier.options.indexOf(it)).filter(it => it >= 0));
  return place >= 0 && place < first ? WORSE : ELSEWHERE;
}

/** Whether the profile of the firm meets a condition. */
function asked(when, firm, level) {
  return fits(when, firm, it => firm.traits.has(it))
    && (!when.sizes || when.sizes.includes(sizeOf(firm.employees)))
    && (!when.levels || when.levels.includes(level));
}

/** Whether what was said, or follows, counts whatever size and level; an open trait may turn out to be a yes. */
function counts(when, firm, isAnswered) {
  return fits(when, firm, it => firm.traits.has(it) || isAnswered && isOpen(firm, it));
}

function fits(when, firm, has) {
  return (!when.segments || when.segments.includes(firm.segment))
    && firm.employees >= (when.people || 0)
    && (!when.traits || when.traits.some(has))
    && !(when.without || []).some(it => firm.traits.has(it));
}

/** Nobody said yes or no of a trait. */
function isOpen(firm, id) {
  return !firm.traits.has(id) && (firm.open === null || firm.open.has(id));
}

function sizeOf(employees) {
  return data.whole.sizes.filter(it => employees >= it.from).at(-1).id;
}

/** The degree of digitalisation; medium where no item was answered. An open item counts with its share. */
function levelOf(firm) {
  const { levels, items, anchors, usual_level } = data.whole;
  if (!firm.items.size) return usual_level;
  const points = items.reduce((sum, it) => sum + point(firm, it, anchors), 0.5);
  const reached = levels.filter(it => points >= it.from);
  return (reached.at(-1) || levels[0]).id;
}

function point(firm, item, anchors) {
  if (firm.items.has(item.id)) return firm.items.get(item.id) ? 1 : 0;
  const [first, second, third] = anchors.map(Math.log);
  const count = Math.log(Math.min(Math.max(firm.employees, 1), 249));
  const between = (a, b) => Math.min(Math.max((count - a) / (b - a), 0), 1);
  const odds = item.odds[firm.segment];
  const mean = count <= second
    ? odds[0] + (odds[1] - odds[0]) * between(first, second)
    : odds[1] + (odds[2] - odds[1]) * between(second, third);
  return 1 / (1 + Math.exp(-mean));
}

/** What counts of several voices: of those who know, the one the question ranks first. */
function bestOf(question, voices) {
  if (!voices.length) return null;
  const rank = it => !it.by ? 0 : question.knows.includes(it.by) ? question.knows.indexOf(it.by) : Infinity;
  let best = null;
  for (const voice of voices) {
    if (voice.said !== UNKNOWN && (best === null || rank(voice) < rank(best))) best = voice;
  }
  return (best || voices[0]).said;
}
