#!/usr/bin/env python3
"""Recomputes the figures of one report from its JSON alone, with the formulas of docs/method.md.

    waage report FILE --json - | python3 tests/independent/recompute.py

Standard library only; shares no code with the program. Ends with status 1 where a figure differs.
"""

import cmath
import json
import math
import sys

report = json.load(sys.stdin)
given = report["model_inputs"]
FAULTS = []


def check(name, own, printed, tolerance=1e-6, least=1.0):
    """Euros agree to a millionth of a euro or of themselves; probabilities pass a smaller `least`."""
    if abs(own - printed) > tolerance * max(least, abs(printed)):
        FAULTS.append(f"{name}: recomputed {own}, printed {printed}")


# Degrees: today, average, with the plan.
average = {it["measure"]: it["degree"] for it in given["average_posture"]}
today = {it["measure"]: it["degree"] for it in report["posture"]}
plan = dict(today)
for it in report["measures"]:
    if it.get("in_plan"):
        plan[it["id"]] = it["degree_after"]
group_of = {it["measure"]: it["group"] for it in given["exclusive"]}
relief, overlap = given["attenuation_relief"], given["overlap_exponent"]
likely = lambda triple: triple[1] if isinstance(triple, list) else triple


def lean(measure, degrees):
    share = 1.0
    for it in given["prerequisites"]:
        if it["measure"] == measure:
            a = likely(it["attenuation"])
            a = a + (1 - a) * relief if a >= 0 else a
            share *= a + (1 - a) * degrees[it["on"]]
    return share


def factor(scenario, dimension, degrees):
    residual = given["residual_" + dimension]
    reductions, groups = [], {}
    for it in given["effects"]:
        if it["scenario"] != scenario or it.get(dimension + "_factor") is None:
            continue
        measure = it["measure"]
        strength = (1 - likely(it[dimension + "_factor"])) * lean(measure, degrees)
        if measure in group_of:
            groups.setdefault(group_of[measure], []).append((degrees[measure], strength))
        else:
            reductions.append(degrees[measure] * strength)
    for members in groups.values():
        left, total = 1.0, 0.0
        whole = sum(degree for degree, _ in members) <= 1
        for degree, strength in sorted(members, key=lambda it: -it[1]):
            taken = degree if whole else min(degree, left)
            left -= taken
            total += taken * strength
        reductions.append(total)
    rests, harm = [], 1.0
    for reduction in reductions:
        f = min(max(1 - reduction, 0.05), 1.5)
        if f < 1:
            rests.append(max((f - residual) / (1 - residual), 0.02))
        else:
            harm *= f
    strongest = min(rests, default=1.0)
    others = math.prod(rests) / strongest
    raw = strongest * others**overlap * harm
    return residual + (1 - residual) * raw if raw <= 1 else raw


def phi(x):
    return 0.5 * math.erfc(-x / math.sqrt(2))


def mean_up_to(median, sigma, cap):
    if cap is None:
        return median * math.exp(sigma * sigma / 2)
    at = math.log(cap / median) / sigma
    return median * math.exp(sigma * sigma / 2) * phi(at - sigma) + cap * phi(-at)


def line(scenario, degrees):
    ratio = lambda dimension: factor(scenario["id"], dimension, degrees) / factor(scenario["id"], dimension, average)
    return scenario["frequency_at_average"] * ratio("frequency"), scenario["median_at_average"] * ratio("severity")


def expected(degrees):
    total = 0.0
    for scenario in given["scenarios"]:
        frequency, median = line(scenario, degrees)
        total += frequency * mean_up_to(median, scenario["sigma"], scenario.get("cap"))
    return total


def brought(frequencies):
    """Of a child's events a share comes out of the parent: parent, child, probability per event of the parent."""
    chains = [(it["parent"], it["child"], it["share"]) for it in given["chains"]]
    per_event = lambda p, c, share: min(0.9, share * frequencies[c] / frequencies[p]) if frequencies[p] > 0 else 0.0
    return [(p, c, per_event(p, c, share)) for p, c, share in chains]


def by_themselves(frequencies):
    """Events a year that no other scenario brings along."""
    alone = dict(frequencies)
    for parent, child, probability in brought(frequencies):
        alone[child] -= probability * frequencies[parent]
    return alone


def probability_no_loss():
    """Negative binomial counts; gamma climate on attacks, integrated on a fine grid."""
    cv = given["climate_cv"]
    shape = 1 / cv**2
    steps, total, weight = 4000, 0.0, 0.0
    alone = by_themselves({it["id"]: it["frequency"] for it in given["scenarios"]})
    for step in range(steps):
        theta = (step + 0.5) * 4.0 / steps
        density = math.exp((shape - 1) * math.log(theta) - shape * theta)
        log_none = 0.0
        for it in given["scenarios"]:
            cv2 = it["frequency_cv2"]
            events = alone[it["id"]] * (theta if it["climate"] else 1.0)
            log_none -= math.log1p(events * cv2) / cv2 if cv2 > 0 else events
        total += density * math.exp(log_none)
        weight += density
    return total / weight


for scenario in given["scenarios"]:
    frequency, median = line(scenario, today)
    check(f"frequency of {scenario['id']}", frequency, scenario["frequency"])
    check(f"median of {scenario['id']}", median, scenario["median"])

# The firm's own past: what was to be expected is read from the frequencies before it was counted.
lived, told = given["experience"], set()
at_average = {it["id"]: it["frequency_at_average"] / it["experience"] for it in given["scenarios"]}
factors = {it["id"]: it["experience"] for it in given["scenarios"]}
for it in lived["kinds"]:
    usual = lived["years"] * sum(at_average[scenario] for scenario in it["scenarios"])
    check(f"expected {it['kind']}", usual, it["expected"], least=1e-3)
    z = usual / (usual + lived["half_trust_events"])
    own = min(max(1 + z * (it["events"] / usual - 1), lived["lowest"]), lived["highest"])
    for scenario in it["scenarios"]:
        told.add(scenario)
        check(f"factor of the past on {scenario}", own, factors[scenario])
for scenario, factor_ in factors.items():
    if scenario not in told:
        check(f"factor of the past on {scenario}, of which nobody spoke", 1.0, factor_)

now, then = expected(today), expected(plan)
check("expected annual loss", now, report["risk"]["expected_annual_loss"]["value"])
check("probability of a year without loss", probability_no_loss(), report["risk"]["probability_no_loss"], 2e-3, 1e-6)
check("expected annual loss with the plan", then, report["plan"]["residual"]["expected_annual_loss"]["value"])
check("sum of the shares of what is avoided", sum(it.get("avoided_share", 0.0) for it in report["measures"]), now - then)

weighed = 0
for it in report["measures"]:
    if "avoided" not in it or it.get("tier") is None:
        continue
    weighed += 1
    cost = it["money"]["value"] + it["hours"]["value"] * given["own_hour_eur"]
    check(f"annual cost of {it['id']}", cost, it["annual_cost"]["value"])
    check(f"net benefit of {it['id']}", it["avoided"]["value"] - cost, it["net_benefit"]["value"])
    if it["in_plan"]:
        without = {**plan, it["id"]: it["degree"]}
        check(f"avoided by {it['id']}", expected(without) - then, it["avoided"]["value"])
    elif it["id"] not in group_of:
        extra = {**plan, it["id"]: it["degree_after"]}
        check(f"avoided by {it['id']}", then - expected(extra), it["avoided"]["value"])

# Prices: what the plan buys, tier by tier and bundle by bundle.
def annuity(years):
    r = given["discount_rate"]
    return 1 / years if r == 0 else r / (1 - (1 + r) ** -years)


def burden(price, share):
    """Money and own hours a year of a share of a price."""
    share = 1.0 if price["own"] and share > 0 else share
    spread = annuity(price["lifetime_years"])
    money = (likely(price["one_off_eur"]) - likely(price["grant_eur"])) * spread + likely(price["yearly_eur"])
    hours = likely(price["own_hours_one_off"]) * spread + likely(price["own_hours_yearly"])
    return money * share, hours * share


tiers = {(it["measure"], it["tier"]): it for it in given["tiers"]}
packs = {it["bundle"]: it for it in given["bundles"]}


def purchases(chosen):
    """Money and own hours a year of purchases, hours of attention, degrees; None for money where grants share a ceiling."""
    money = hours = attention = 0.0
    degrees, granted = dict(today), False
    judged = given["ladder"]
    for it in chosen:
        if "bundle" in it:
            pack = packs[it["bundle"]]
            own_money, own_hours = burden(pack, 1.0)
            supplies = {supply["measure"]: supply["degree"] for supply in pack["supplies"]}
            attention += judged["attention_purchase_hours"] + judged["attention_item_hours"] * len(supplies)
        else:
            pack = tiers[it["measure"], it["tier"]]
            # A tier is paid for what is missing today, or as a whole.
            own_money, own_hours = burden(pack, 1.0 if pack["whole"] else max(0.0, 1 - today[it["measure"]] / pack["degree"]))
            supplies = {it["measure"]: pack["degree"]}
            attention += judged["attention_purchase_hours"]
        money, hours = money + own_money, hours + own_hours
        granted |= "grant" in pack
        for measure, degree in supplies.items():
            degrees[measure] = max(degrees[measure], degree)
    return None if granted else money, hours, attention, degrees


followed = next((it for it in report["ladder"]["rungs"] if it["id"] == report["ladder"]["followed"]), None)
premium = followed["premium"] if followed else 0.0
money, hours, _, _ = purchases(report["plan"]["chosen"])
if money is not None and not premium:
    check("money of the plan", money, report["plan"]["cost"]["money"]["value"])
if not premium:
    check("own hours of the plan", hours, report["plan"]["cost"]["hours"]["value"])

insurance = report.get("insurance")
if insurance:
    check("net price of insurance", insurance["annual_cost"]["value"] - insurance["pays_on_average"], insurance["net_price"])

rates = {"technician": given["hourly_rate_technician"], "consultant": given["hourly_rate_consultant"]}
for it in report["make_or_buy"]["measures"]:
    tier = tiers[it["measure"], it["tier"]]
    if tier["own"]:
        continue  # the ways compare catalogue prices
    share = min(max(1 - today[it["measure"]] / tier["degree"], 0.0), 1.0)
    whole_money, whole_hours = burden(tier, share)
    bought = share * (tier["provider_hours_one_off"] * annuity(tier["lifetime_years"]) + tier["provider_hours_yearly"])
    per_own, stays = report["make_or_buy"]["own_hours_per_bought_hour"], report["make_or_buy"]["own_share_when_bought"]
    if "grant" not in tier:
        by_hand = {name: max(0.0, whole_money - bought * rate) for name, rate in rates.items()}
        handed = {name: whole_money + whole_hours * (1 - stays) / per_own * rate for name, rate in rates.items()}
        if not any(
            abs(by_hand[name] - it["own"]["money"]) < 1e-6 and abs(handed[name] - it["bought"]["money"]) < 1e-6
            for name in rates
        ):
            FAULTS.append(f"make or buy of {it['measure']}: neither hourly rate gives {it['own']} and {it['bought']}")
    check(f"own way of {it['measure']}", whole_hours + bought * per_own, it["own"]["hours"])
    check(f"bought way of {it['measure']}", whole_hours * stays, it["bought"]["hours"])


# The whole year: severities on a fine grid, compounded by transform. What exceeds the grid is left out, which
# keeps every probability below its end exact.
def transform(values, sign):
    n = len(values)
    out, bits = [0j] * n, n.bit_length() - 1
    for at, value in enumerate(values):
        out[int(format(at, f"0{bits}b")[::-1], 2)] = value
    size = 2
    while size <= n:
        half, step = size // 2, complex(math.cos(2 * math.pi / size), sign * math.sin(2 * math.pi / size))
        roots = [1 + 0j]
        for _ in range(half - 1):
            roots.append(roots[-1] * step)
        for start in range(0, n, size):
            for at in range(half):
                a, b = out[start + at], out[start + at + half] * roots[at]
                out[start + at], out[start + at + half] = a + b, a - b
        size *= 2
    return out


CELLS, NODES = 8192, 20


def year(degrees, reach):
    """Distribution function of the annual loss on a grid up to `reach`: width of a cell, cumulated probabilities."""
    width = reach / CELLS
    cdf = lambda x, median, sigma, cap: 1.0 if cap is not None and x >= cap else phi(math.log(x / median) / sigma) if x > 0 else 0.0
    lines = []
    frequencies = {it["id"]: line(it, degrees)[0] for it in given["scenarios"]}
    alone = by_themselves(frequencies)
    for scenario in given["scenarios"]:
        frequency, median = alone[scenario["id"]], line(scenario, degrees)[1]
        edges = [cdf((at + 0.5) * width, median, scenario["sigma"], scenario.get("cap")) for at in range(CELLS)]
        mass = [edges[0]] + [edges[at] - edges[at - 1] for at in range(1, CELLS)] + [0.0] * CELLS
        lines.append((frequency, scenario["frequency_cv2"], scenario["climate"], transform(mass, -1)))
    place = {it["id"]: at for at, it in enumerate(given["scenarios"])}
    for parent, child, probability in brought(frequencies):
        frequency, cv2, climate, spectrum = lines[place[parent]]
        other = lines[place[child]][3]
        joint = [a * (1 - probability + probability * b) for a, b in zip(spectrum, other)]
        lines[place[parent]] = (frequency, cv2, climate, joint)
    shape = 1 / given["climate_cv"] ** 2
    thetas = [(node + 0.5) * 2.6 / NODES for node in range(NODES)]
    weights = [math.exp((shape - 1) * math.log(it) - shape * (it - 1)) for it in thetas]
    whole = sum(weights)
    total = [0j] * (2 * CELLS)
    for at in range(CELLS + 1):
        still, moved = 0j, []
        for frequency, cv2, climate, spectrum in lines:
            lack = 1 - spectrum[at]
            if climate:
                moved.append((frequency * cv2 * lack, cv2, frequency * lack))
            else:
                still -= cmath.log(1 + frequency * cv2 * lack) / cv2 if cv2 > 0 else frequency * lack
        value = 0j
        for theta, weight in zip(thetas, weights):
            log = still
            for scaled, cv2, plain in moved:
                log -= cmath.log(1 + theta * scaled) / cv2 if cv2 > 0 else theta * plain
            value += weight * cmath.exp(log)
        total[at] = value / whole
        if 0 < at < CELLS:
            total[2 * CELLS - at] = total[at].conjugate()
    masses = [it.real / (2 * CELLS) for it in transform(total, 1)]
    cumulated, below = 0.0, []
    for mass in masses[:CELLS]:
        cumulated += mass
        below.append(cumulated)
    return width, below


def figures(name, degrees, printed, mean):
    reserve = given["reserve_eur"]
    width, below = year(degrees, 1.25 * max(reserve, printed["value_at_risk"]["0.99"]))

    def quantile(p):
        at = next(at for at, it in enumerate(below) if it >= p)
        before = below[at - 1] if at else 0.0
        return (at - 0.5 + (p - before) / (below[at] - before)) * width if at else 0.0

    above = lambda x: 1 - (lambda at, part: below[at] + part * (below[at + 1] - below[at]))(*divide(x / width - 0.5))
    divide = lambda it: (int(it), it - int(it))
    check(f"probability above the reserve {name}", above(reserve), printed["probability_above_reserve"]["one_year"], 2e-3, 1e-6)
    ruin = 1 - (1 - printed["probability_above_reserve"]["one_year"]) ** given["horizon_years"]
    check(f"the same over the horizon {name}", ruin, printed["probability_above_reserve"]["horizon"], 1e-6, 1e-6)
    for p in ("0.95", "0.99"):
        value = quantile(float(p))
        check(f"value at risk {p} {name}", value, printed["value_at_risk"][p], 1e-2)
        # E[(S - v)+] = E[S] - E[min(S, v)], the second from the grid.
        kept, last = 0.0, 0.0
        for at, it in enumerate(below):
            if at * width >= value:
                break
            kept += at * width * (it - last)
            last = it
        tail = value + (mean - kept - value * (1 - last)) / (1 - float(p))
        check(f"mean beyond it {p} {name}", tail, printed["tail_value_at_risk"][p], 1e-2)


figures("today", today, report["risk"], now)
figures("with the plan", plan, report["plan"]["residual"], then)


# The ladder: every rung from its purchases.
measures = [it["measure"] for it in report["posture"]]
below = None
for rung in report["ladder"]["rungs"]:
    name = f"of rung {rung['id']}"
    money, hours, attention, degrees = purchases(rung["chosen"])
    policy = given["policy"] if rung["premium"] else None
    if money is not None:
        check(f"money {name}", money + rung["premium"], rung["money"]["value"])
    check(f"own hours {name}", hours + (policy["hours"] if policy else 0.0), rung["hours"]["value"])
    check(f"attention {name}", attention * given["own_hour_eur"], rung["attention"])
    for measure, degree in zip(measures, rung["degrees"]):
        if abs(degrees[measure] - degree) > 1e-9:
            FAULTS.append(f"degree of {measure} {name}: recomputed {degrees[measure]}, printed {degree}")
    mean = expected(degrees)
    check(f"expected annual loss {name}", mean, rung["expected_annual_loss"]["value"])
    check(f"avoided loss {name}", now - mean, rung["avoided"]["value"])
    if rung["probability_above_reserve"]["insured"] is None:
        tail = rung["bad_year"]["value"]
        check(f"price of the risk {name}", mean + given["risk_loading"] * (tail - mean), rung["price_of_risk"])
    if below:
        cost = lambda it: it["money"]["value"] + it["hours"]["value"] * given["own_hour_eur"] + it["attention"]
        if cost(rung) < cost(below) - 1e-6:
            FAULTS.append(f"cost and attention fall {name}")
        if mean > expected(dict(zip(measures, below["degrees"]))) + 1e-6:
            FAULTS.append(f"the mean loss rises {name}")
    below = rung
reached = dict(zip(measures, report["ladder"]["rungs"][1]["degrees"]))
rank = {it["measure"]: it["rank"] for it in given["exclusive"]}
for gap in report["minimum_standard"]["gaps"]:
    own = gap["measure"]
    stronger = [it for it in rank if own in group_of and group_of[it] == group_of[own] and rank[it] > rank[own]]
    covered = lambda degrees: degrees[own] + sum(degrees[it] for it in stronger if it in degrees)
    if covered(reached) < gap["degree"] - 1e-9:
        FAULTS.append(f"gap {own} stays open in the baseline rung")
    if covered(today) >= gap["degree"] - 1e-9:
        FAULTS.append(f"gap {own} is none")

# The shortfall: the price of more reserve, and the simplest way of those that cost hardly more than the cheapest.
shortfall = report["ladder"]["shortfall"]
check("what is missing", max(0.0, shortfall["loss_one_in_100"] - given["reserve_eur"]), shortfall["missing"])
check("cap of the third rung", given["ladder"]["most_money_share"] * given["turnover_eur"], shortfall["cap"])
if shortfall["ways"]:
    ways = {it["way"]: it for it in shortfall["ways"]}
    check("price of more reserve", given["discount_rate"] * shortfall["missing"], ways["reserve"]["price"])
    open_to_choice = [it for it in shortfall["ways"] if not it["above_cap"] and it["counts"] and (it["way"] != "measures" or it["closes"])]
    least = min(it["price"] for it in open_to_choice)
    room = max(given["ladder"]["simpler_eur"], given["ladder"]["simpler_share"] * abs(least))
    first = next(it["way"] for it in open_to_choice if it["price"] <= least + room)
    if first != shortfall["chosen"]:
        FAULTS.append(f"way: recomputed {first}, printed {shortfall['chosen']}")

# The road map: its sums are those of the rung that is followed.
if followed:
    items = report["roadmap"]["items"]
    check("money of the first year", sum(it["money"]["once"] + it["money"]["yearly"] for it in items), followed["first_year"]["money"] - premium)
    month = [it for it in items if it["day"] <= 30 + 1e-9]
    check("money of the first month", sum(it["money"]["once"] + it["money"]["yearly"] for it in month), followed["first_month"]["money"] - premium)
    for it in items:
        if it["due_days"] is not None and it["day"] > it["due_days"] + 1e-9:
            FAULTS.append(f"{it['measure']} is due by day {it['due_days']} and comes on day {it['day']}")

for fault in FAULTS:
    print(fault)
print(f"{len(given['scenarios'])} scenarios and {weighed} measures recomputed, {len(FAULTS)} differences")
sys.exit(1 if FAULTS else 0)
