#!/usr/bin/env python3
"""Recomputes the figures of one report from its JSON alone, with the formulas of docs/method.md.

    waage report FILE --json - | python3 tests/independent/recompute.py

Standard library only; shares no code with the program. Ends with status 1 where a figure differs.
"""

import json
import math
import sys

report = json.load(sys.stdin)
given = report["model_inputs"]
FAULTS = []


def check(name, own, printed, tolerance=1e-6):
    if abs(own - printed) > tolerance * max(1.0, abs(printed)):
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


def probability_no_loss():
    """Negative binomial counts; gamma climate on attacks, integrated on a fine grid."""
    cv = given["climate_cv"]
    shape = 1 / cv**2
    steps, total, weight = 4000, 0.0, 0.0
    for step in range(steps):
        theta = (step + 0.5) * 4.0 / steps
        density = math.exp((shape - 1) * math.log(theta) - shape * theta)
        log_none = 0.0
        for it in given["scenarios"]:
            cv2 = it["frequency_cv2"]
            events = it["frequency"] * (theta if it["climate"] else 1.0)
            log_none -= math.log1p(events * cv2) / cv2 if cv2 > 0 else events
        total += density * math.exp(log_none)
        weight += density
    return total / weight


for scenario in given["scenarios"]:
    frequency, median = line(scenario, today)
    check(f"frequency of {scenario['id']}", frequency, scenario["frequency"])
    check(f"median of {scenario['id']}", median, scenario["median"])

now, then = expected(today), expected(plan)
check("expected annual loss", now, report["risk"]["expected_annual_loss"]["value"])
check("probability of a year without loss", probability_no_loss(), report["risk"]["probability_no_loss"], 2e-3)
check("expected annual loss with the plan", then, report["plan"]["residual"]["expected_annual_loss"]["value"])
check("sum of Shapley values", sum(it.get("shapley", 0.0) for it in report["measures"]), now - then)

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

for fault in FAULTS:
    print(fault)
print(f"{len(given['scenarios'])} scenarios and {weighed} measures recomputed, {len(FAULTS)} differences")
sys.exit(1 if FAULTS else 0)
