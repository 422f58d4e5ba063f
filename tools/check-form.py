#!/usr/bin/env python3
"""Fills the forms of `waage form` in a headless Chromium as people would, and holds what comes back against the program.

For all worked firms the whole check and the form of all questions are filled in from the firm's answers file, saved, merged into
a file without them, and reported: posture, risk and plan must equal the original's. Besides: conditions, trade search and amounts
against the program's verdicts (a file of cases written by `cargo test`), axe-core without violations, three widths, keyboard alone,
nothing fetched, at most 700 KB. With --pictures FOLDER it also takes screenshots.

Usage: tools/check-form.py WAAGE CASES.json AXE.js [--pictures FOLDER]"""

import base64
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
DAY = "2026-11-21"
MOST_BYTES = 700_000

spec = importlib.util.spec_from_file_location("check_html", HERE / "check-html.py")
check_html = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_html)

# Fields take what a person types, with the events a browser sends.
HANDS = """
window.hands = {
  type(id, value) {
    const it = document.getElementById(id);
    it.value = value;
    it.dispatchEvent(new Event('input', { bubbles: true }));
    it.dispatchEvent(new Event('change', { bubbles: true }));
  },
  tick(name, value) {
    const it = document.querySelector(`input[name="${name}"][value="${value}"]`);
    if (!it) throw new Error(`no ${name} ${value}`);
    if (!it.checked) it.click();
  },
  open(name) {
    const it = document.querySelector(`input[name="${name}"]`);
    return !!it && !it.closest('[hidden]');
  },
};
const realDate = Date;
window.day = day => { Date = class extends realDate { constructor(...a) { if (a.length) super(...a); else super(`${day}T12:00:00`); } }; };
"""


class Page:
    def __init__(self, browser, downloads):
        self.browser, self.downloads = browser, downloads
        session = browser.__dict__.pop("session")
        browser.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads), eventsEnabled=False)
        browser.session = session

    def open(self, path, width=1280):
        self.browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.browser.open(path)
        self.run(HANDS)

    def run(self, script):
        answer = self.browser.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description", "?"))
        return answer["result"].get("value")

    def call(self, name, *arguments):
        return self.run(f"{name}({', '.join(json.dumps(it) for it in arguments)})")

    def save(self, click="document.getElementById('save').click()"):
        for old in self.downloads.iterdir():
            old.unlink()
        self.run(click)
        for _ in range(100):
            found = [it for it in self.downloads.iterdir() if it.suffix == ".toml"]
            if found:
                return found[0].read_text(encoding="utf-8")
            time.sleep(0.1)
        raise RuntimeError("nothing was saved")

    def key(self, key, code=None, text=None, modifiers=0):
        codes = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40, "ArrowRight": 39}
        common = dict(key=key, code=code or key, windowsVirtualKeyCode=codes.get(key, 0), modifiers=modifiers)
        down = dict(common, type="keyDown" if text else "rawKeyDown")
        if text:
            down["text"] = text
        self.browser.ask("Input.dispatchKeyEvent", **down)
        self.browser.ask("Input.dispatchKeyEvent", **dict(common, type="keyUp"))

    def focus(self):
        return self.run("(() => { const it = document.activeElement; return it === document.body ? '' : "
                        "[it.tagName, it.id, it.name || '', it.type || ''].join('|'); })()")

    def picture(self, path, full=True):
        size = self.browser.ask("Page.getLayoutMetrics")["cssContentSize"] if full else None
        clip = {"clip": {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 6000), "scale": 1}} if full else {}
        data = self.browser.ask("Page.captureScreenshot", captureBeyondViewport=full, **clip)["data"]
        path.write_bytes(base64.b64decode(data))


def said(record):
    if "option" in record:
        return record["option"]
    return "?" if record.get("unknown") else "-"


def number(value):
    return str(value).replace(".", ",")


def fill_company(page, company):
    page.call("hands.type", "trade-list", f"segment:{company['segment']}")
    for key in ["employees", "computer_users", "turnover_eur", "balance_sheet_eur", "standstill_day_eur", "liquid_reserve_eur", "sites"]:
        if key in company:
            page.call("hands.type", f"fact-{key}", number(company[key]))
    for key in ["name", "state"]:
        if key in company:
            page.call("hands.type", f"fact-{key}", company[key])
    if "tolerable_ruin" in company:
        page.call("hands.type", "fact-tolerable_ruin", str(company["tolerable_ruin"]))
    if "traits" in company:
        for trait in page.run("data.whole.traits"):
            if trait not in company.get("traits_open", []):
                page.call("hands.tick", f"trait-{trait}", "yes" if trait in company["traits"] else "no")
    for item, answer in company.get("digitalisation", {}).items():
        if page.call("hands.open", f"item-{item}"):
            page.call("hands.tick", f"item-{item}", "yes" if answer else "no")
    for kind, times in company.get("past_incidents", {}).items():
        page.call("hands.type", f"incident-{kind}", str(times))
    for at, jewel in enumerate(company.get("crown_jewels", [])):
        page.call("hands.type", f"process-{at}", jewel["process"])
        for key, field in [("tolerable_hours", "hours"), ("day_eur", "day")]:
            if key in jewel:
                page.call("hands.type", f"{field}-{at}", number(jewel[key]))


def fill_answers(page, answers):
    """Everything that is asked, until nothing more opens; each on its day, by whoever said it."""
    left = dict(answers)
    while True:
        asked = [it for it in left if page.call("hands.open", it)]
        if not asked:
            return left
        for question in asked:
            record = left.pop(question)
            page.call("day", str(record["date"]))
            page.call("hands.type", "by", record.get("by", ""))
            page.call("hands.tick", question, said(record))
            script = f"document.querySelector('fieldset[data-question={json.dumps(question)}]')"
            if "evidence" in record:
                page.run(f"(() => {{ const it = {script}.querySelector('select'); it.value = {json.dumps(record['evidence'])}; "
                         "it.dispatchEvent(new Event('change', { bubbles: true })); })()")
            if "note" in record:
                page.run(f"(() => {{ const it = {script}.querySelector('textarea'); it.value = {json.dumps(record['note'])}; "
                         "it.dispatchEvent(new Event('change', { bubbles: true })); })()")


class Check:
    def __init__(self, waage, axe, work):
        self.waage, self.axe, self.work = waage, axe, work
        self.faults = []

    def fault(self, text):
        self.faults.append(text)
        print(f"  FAULT {text}")

    def call(self, *arguments, codes=(0,)):
        ran = subprocess.run([self.waage, *map(str, arguments)], capture_output=True, text=True)
        if ran.returncode not in codes:
            raise RuntimeError(f"{arguments}: {ran.returncode}\n{ran.stdout}{ran.stderr}")
        return ran

    def report(self, path):
        target = self.work / "report.json"
        self.call("report", path, "--date", DAY, "--json", target)
        told = json.loads(target.read_text(encoding="utf-8"))
        for key in ["provenance", "content", "answers_sha256"]:
            told.pop(key, None)
        return told

    def form(self, *arguments):
        path = self.work / "form.html"
        self.call("form", *arguments, "--html", path, "--date", DAY)
        size = path.stat().st_size
        if size > MOST_BYTES:
            self.fault(f"{arguments}: {size} bytes")
        return path

    def same(self, name, first, second):
        for key in sorted(set(first) | set(second)):
            if first.get(key) != second.get(key):
                one, other = json.dumps(first.get(key), ensure_ascii=False), json.dumps(second.get(key), ensure_ascii=False)
                at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), 0)
                self.fault(f"{name}: {key} differs: {one[max(0, at - 80):at + 80]} / {other[max(0, at - 80):at + 80]}")

    def quiet(self, page, name):
        for it in page.browser.said():
            self.fault(f"{name}: {it}")

    def firm(self, page, folder):
        path = folder / "2026-11-21.waage.toml"
        original = self.report(path)
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        # What a form does not ask stays in the firm's own file.
        rest = "format = 1\ncontent = \"2026.1\"\n"
        for piece in ("\n" + text).split("\n["):
            header = piece.split("]")[0]
            if piece != text and not header.startswith(("answers.", "company")) and "]" in piece:
                rest += f"\n[{piece}\n" if header.split(".")[0] in ("decisions", "costs", "insurance", "gate", "contract", "contacts", "plan") else ""
        for way in ["whole", "all"]:
            base = self.work / "base.waage.toml"
            page.open(self.form() if way == "whole" else self.form(path, "--all"))
            own = rest
            if way == "whole":
                fill_company(page, content["company"])
            else:
                own += "\n[company" + text.split("\n[company", 1)[1].split("\n[answers", 1)[0] + "\n"
            left = fill_answers(page, content["answers"])
            base.write_text(own, encoding="utf-8")
            back = self.work / "zurueck.waage.toml"
            back.write_text(page.save(), encoding="utf-8")
            self.quiet(page, f"{folder.name} {way}")
            self.call("merge", base, back, "--date", DAY)
            if way == "whole" and "insurance" not in content and "decisions" not in content:
                self.call("report", back, "--date", DAY)
            merged = self.report(base)
            self.same(f"{folder.name} {way}", original, merged)
            # What was saved is taken up again, byte by byte.
            page.open(self.work / "form.html")
            again = page.run(f"(taken({json.dumps(back.read_text(encoding='utf-8'))}), written())")
            if again != back.read_text(encoding="utf-8"):
                self.fault(f"{folder.name} {way}: reading and writing again changes the file")
            if way == "whole":
                # The firm's own file, comments aside, is taken up whole.
                kept = page.run(f"(taken({json.dumps(text)}), written())")
                back.write_text(kept, encoding="utf-8")
                self.same(f"{folder.name} reopened", original, self.report(back))
            print(f"{folder.name} {way}: {len(content['answers']) - len(left)} of {len(content['answers'])} answers filled in, "
                  f"{(self.work / 'form.html').stat().st_size} bytes")

    def cases(self, page, path):
        cases = json.loads(path.read_text(encoding="utf-8"))
        page.open(self.form())
        page.run("""
window.openOf = it => {
  const firm = { segment: it.segment, employees: it.employees, traits: new Set(it.traits), open: it.open && new Set(it.open), items: new Map(Object.entries(it.items)) };
  const said = id => it.answers[id] ? bestOf(questions.get(id), it.answers[id]) : null;
  const standing = standings(firm, said);
  return [...questions.keys()].filter(id => standing(id) === OPEN);
};
window.homesOf = typed => {
  const found = findTrade(typed);
  return { sure: isSure(found), several: found.several, segment: found.segment ?? null,
    hits: found.hits.map(it => [it.tier, it.label, it.trade, data.whole.subs[it.sub].id]) };
};""")
        wrong = 0
        for start in range(0, len(cases["firms"]), 100):
            part = cases["firms"][start:start + 100]
            found = page.run(f"{json.dumps([it['firm'] for it in part])}.map(openOf)")
            for one, case in zip(found, part):
                if one != case["open"]:
                    wrong += 1
                    if wrong < 4:
                        self.fault(f"asked otherwise: {set(one) ^ set(case['open'])} for {case['firm']}")
        print(f"conditions: {len(cases['firms']) - wrong} of {len(cases['firms'])} agree")
        for kind, function in [("trades", "homesOf"), ("amounts", "amount"), ("people", "people")]:
            differ = 0
            found = page.run(f"{json.dumps([it['typed'] for it in cases[kind]])}.map(it => {function}(it))")
            for one, case in zip(found, cases[kind]):
                if one != case["read"] and not (isinstance(one, str) and case["read"] is None):
                    differ += 1
                    if differ < 6:
                        self.fault(f"{kind}: {case['typed']!r} is {one}, not {case['read']}")
            print(f"{kind}: {len(cases[kind]) - differ} of {len(cases[kind])} agree")

    def hostile(self, page):
        """Files that are none, or want more, change nothing but what they say."""
        page.open(self.form())
        before = page.run("written()")
        for text in ["[answers", "a = ", "\u0000", "[answers.x]\noption = \"\"\"", "{", "answers = 3\n[answers.a]", "x = " + "[" * 3000]:
            refused = page.run(f"(() => {{ try {{ taken({json.dumps(text)}); return false; }} catch {{ return true; }} }})()")
            if not refused:
                self.fault(f"{text[:30]!r} was read")
        script = "<img src=x onerror=document.title='bad'>"
        text = (f"format = 1\ncontent = \"2026.1\"\n[company]\nname = {json.dumps(script)}\ntrade = {json.dumps(script)}\nsegment = \"crafts\"\nemployees = 14\n"
                f"traits = [\"__proto__\", {json.dumps(script)}]\ncrown_jewels = [{{ process = {json.dumps(script)} }}]\n"
                "digitalisation = { \"x = true }\\n[gate]\\nmax\" = true }\n"
                "[answers.__proto__]\noption = \"x\"\ndate = 2026-11-01\n"
                f"[answers.accounts-passwords]\noption = \"long\"\ndate = 2026-11-01\nby = {json.dumps(script)}\nnote = \"\"\"\n[gate]\nmax = 1\n\"\"\"\n"
                "[[answers.accounts-passwords.also]]\noption = \"reused\"\ndate = 2026-11-02\nby = \"office\"\n")
        kept = page.run(f"(taken({json.dumps(text)}), written())")
        told = tomllib.loads(kept)
        if page.run("document.title") == "bad" or page.run("document.querySelectorAll('main img').length"):
            self.fault("a name runs as markup")
        if "gate" in told or told["answers"]["accounts-passwords"]["note"] != "[gate]\nmax = 1\n":
            self.fault(f"a note became a table: {kept}")
        if not page.run("!document.getElementById('apart').hidden"):
            self.fault("two voices that differ are not shown")
        if before == kept:
            self.fault("nothing was read")
        print("hostile files: done")

    def prices(self, page, pictures):
        firm = HERE.parent / "tests/companies/tischlerei/2026-11-21.waage.toml"
        page.open(self.form(firm, "--quotes", "--role", "it-dienstleister"))
        self.keyboard(page)
        page.open(self.work / "form.html")
        measures = page.run("[...prices.keys()]")
        first, second, third, half, wrong = measures[:5]
        page.call("hands.type", f"one_off_eur-{first}", "1.200,50")
        page.call("hands.type", f"yearly_eur-{first}", "0")
        page.call("hands.tick", f"quote-{second}", "in-place")
        page.call("hands.tick", f"quote-{third}", "declined")
        page.call("hands.type", f"one_off_eur-{half}", "300")
        page.call("hands.type", f"one_off_eur-{wrong}", "viel")
        page.call("hands.type", f"yearly_eur-{wrong}", "10")
        if page.run(f"document.getElementById('one_off_eur-{wrong}').getAttribute('aria-invalid')") != "true":
            self.fault("what is no price is not marked")
        if pictures:
            page.picture(pictures / "prices-1280.png")
        told = tomllib.loads(page.save())
        if told["costs"] != {first: {"tier": told["costs"][first]["tier"], "one_off_eur": 1200.5, "yearly_eur": 0}}:
            self.fault(f"prices: {told['costs']}")
        states = {key: it["state"] for key, it in told["quotes"].items()}
        if states != {first: "offered", second: "in-place", third: "declined"}:
            self.fault(f"quotes: {states}")
        own = self.work / "preise.waage.toml"
        own.write_text(firm.read_text(encoding="utf-8"), encoding="utf-8")
        back = self.work / "zurueck.waage.toml"
        back.write_text(next(self.work.glob("down/*.toml")).read_text(encoding="utf-8"), encoding="utf-8")
        self.call("merge", own, back, "--date", DAY)
        merged = tomllib.loads(own.read_text(encoding="utf-8"))
        cost = merged["costs"][first]
        if cost["one_off_eur"] != 1200.5 or cost.get("own_hours_one_off", 0) + cost.get("own_hours_yearly", 0) <= 0:
            self.fault(f"a price took the hours: {cost}")
        report = self.report(own)
        if [it["state"] for it in report["quotes"]].count("in-place") != 1 or report["posture"] != self.report(firm)["posture"]:
            self.fault("a claim moved the posture or is not told")
        print(f"prices: {len(measures)} asked, {cost}")

    def keyboard(self, page):
        """With Tab, arrows, space and Enter alone: every control is reached, an answer given, a price typed, the file saved."""
        seen, stops = [], 0
        page.run("document.body.focus(); window.scrollTo(0, 0)")
        while stops < 400:
            page.key("Tab")
            stops += 1
            at = page.focus()
            if not at or seen and at == seen[0]:
                break
            seen.append(at)
            kind = at.split("|")
            if kind[3] == "radio" and kind[2] == "quote-" + page.run("[...prices.keys()][0]"):
                page.key(" ", "Space", " ")
            elif kind[1].startswith(("one_off_eur-", "yearly_eur-")):
                page.browser.ask("Input.insertText", text="100")
            elif kind[3] == "radio":
                page.key("ArrowDown")
            if kind[1] == "save":
                told = page.save("1") if False else None
                for old in page.downloads.iterdir():
                    old.unlink()
                page.key("Enter", text="\r")
        for _ in range(50):
            found = list(page.downloads.glob("*.toml"))
            if found:
                break
            time.sleep(0.1)
        told = tomllib.loads(found[0].read_text(encoding="utf-8")) if found else {}
        groups = page.run("""(() => {
  const shown = it => !it.closest('[hidden]') && !it.closest('details:not([open]) > :not(summary)');
  const all = [...document.querySelectorAll('input, select, textarea, button, summary')].filter(shown);
  return [...new Set(all.map(it => it.type === 'radio' ? it.name : [it.tagName, it.id].join()))].length;
})()""")
        reached = len({(it.split("|")[2] if it.split("|")[3] == "radio" else ",".join(it.split("|")[:2])) for it in seen if not it.startswith("A|")})
        if reached < groups - len([it for it in seen if it.startswith("SUMMARY")]) or not told.get("answers") or not told.get("costs"):
            self.fault(f"keyboard: {reached} of {groups} controls, {len(told.get('answers', {}))} answers, {len(told.get('costs', {}))} prices")
        print(f"keyboard: {stops} tab stops, {len(told.get('answers', {}))} answers and {len(told.get('costs', {}))} prices typed and saved")

    def looks(self, page, name, path, pictures, before=None):
        axe = self.axe.read_text(encoding="utf-8")
        for width, scheme in [(1280, "light"), (640, "light"), (360, "light"), (1280, "dark"), (360, "dark")]:
            page.browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            page.open(path, width)
            if before:
                before(page)
            for it in page.run(check_html.LOOK):
                self.fault(f"{name} {width}: {it}")
            self.quiet(page, f"{name} {width}")
            page.run(axe)
            found = page.run("axe.run(document, { resultTypes: ['violations'] }).then(it => it.violations.map(one => "
                             "[one.id, one.impact, one.nodes.length, one.nodes[0].html.slice(0, 200), one.nodes[0].failureSummary]))")
            for it in found:
                self.fault(f"{name} {width} {scheme}: axe {it}")
            if pictures:
                page.picture(pictures / f"{name}-{width}-{scheme}.png")
        page.browser.ask("Emulation.setEmulatedMedia", features=[])
        if pictures:
            data = page.browser.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
            (pictures / f"{name}.pdf").write_bytes(base64.b64decode(data))
        print(f"{name}: looked at in five ways, axe-core {'silent' if not self.faults else 'see above'}")


def main(waage, cases, axe, pictures):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        work = pathlib.Path(folder)
        downloads = work / "down"
        downloads.mkdir()
        browser = check_html.Browser(work / "profile")
        page = Page(browser, downloads)
        check = Check(waage, axe, work)
        check.cases(page, cases)
        check.hostile(page)
        check.prices(page, pictures)
        firms = HERE.parent / "tests/companies"
        firm = firms / "tischlerei/2026-11-21.waage.toml"

        def known(page):
            page.run(f"taken({json.dumps(firm.read_text(encoding='utf-8'))})")

        check.looks(page, "whole-empty", check.form(), pictures)
        check.looks(page, "whole", work / "form.html", pictures, known)
        check.looks(page, "role", check.form(firm, "--role", "it-dienstleister"), pictures)
        check.looks(page, "quotes", check.form(firm, "--quotes", "--with-name"), pictures)
        for folder in sorted(it for it in firms.iterdir() if it.is_dir()):
            check.firm(page, folder)
        browser.close()
        return bool(check.faults)


if __name__ == "__main__":
    given = sys.argv[1:]
    shown = pathlib.Path(given[given.index("--pictures") + 1]) if "--pictures" in given else None
    sys.exit(main(given[0], pathlib.Path(given[1]), pathlib.Path(given[2]), shown))
