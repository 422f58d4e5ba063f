#!/usr/bin/env python3
"""Opens HTML files in a headless Chromium and looks at them as readers would: at 1280 points, on a tablet (768), at 200 %
zoom (640), on a phone (360), and printed. Exit 1 on anything that leaves its place, is said on the console, or is fetched.
With --axe, axe-core looks for what shuts readers out, in the light and in the dark scheme.

Copies with one element too wide and with words too pale must fail, or the check is blind.
Needs: apt install chromium poppler-utils, and npm's axe-core for --axe
Usage: tools/check-html.py [--axe axe.min.js] FILE..."""

import base64
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

# Width in CSS pixels and device pixels per CSS pixel: a window of 1280, a tablet, the window at 200 %, a phone.
WINDOWS = [(1280, 1), (768, 1), (640, 2), (360, 2)]
# Widths at which axe-core looks.
AXE_WIDTHS = [1280, 360]
AXE = """axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(it => it.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} (${rule.impact}): ${node.html.slice(0, 120)} ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ''}`)))"""

LOOK = """(() => {
  const faults = [];
  const width = document.documentElement.clientWidth;
  const scrolled = document.documentElement.scrollWidth;
  if (scrolled > width) faults.push(`page scrolls sideways: ${scrolled} of ${width}`);
  for (const it of document.body.querySelectorAll('*')) {
    if (it.closest('.scroll') && !it.matches('.scroll') || it.closest('.skip')) continue;
    const box = it.getBoundingClientRect();
    if (box.width > 0 && (box.right > width + 1 || box.left < -1))
      faults.push(`<${it.tagName.toLowerCase()} class="${it.className}"> from ${box.left} to ${box.right}`);
  }
  const ids = [...document.querySelectorAll('[id]')].map(it => it.id);
  for (const id of new Set(ids)) if (ids.filter(it => it === id).length > 1) faults.push(`id ${id} twice`);
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(link.getAttribute('href').slice(1))) faults.push(`no target ${link.href}`);
  for (const picture of document.querySelectorAll('svg, img'))
    if (!(picture.getAttribute('aria-label') || picture.alt)) faults.push('a picture without words');
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) faults.push(`heading level ${next} after ${level}: ${heading.textContent}`);
    level = next;
  }
  if (document.documentElement.lang !== 'de') faults.push('the language is not said');
  if (!document.title) faults.push('no title');
  for (const face of document.fonts) if (face.status === 'error') faults.push(`font ${face.family} broken`);
  return faults;
})()"""


class Browser:
    """A headless Chromium, spoken to over a pipe."""

    def __init__(self, profile):
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if program is None:
            sys.exit("no Chromium found: apt install chromium")
        to_browser, self.out = os.pipe()
        self.inbox, from_browser = os.pipe()

        def wire():
            # The two ends may stand where the browser expects the other one.
            kept = [os.dup(to_browser), os.dup(from_browser)]
            safe = [fcntl_dup(kept[0]), fcntl_dup(kept[1])]
            os.dup2(safe[0], 3)
            os.dup2(safe[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-extensions", "--disable-background-networking", f"--user-data-dir={profile}",
             "--remote-debugging-pipe", "about:blank"],
            stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, close_fds=False, preexec_fn=wire)
        os.close(to_browser)
        os.close(from_browser)
        self.rest = b""
        self.numbers = itertools.count(1)
        self.events = []
        targets = self.ask("Target.getTargets")["targetInfos"]
        page = next(it["targetId"] for it in targets if it["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def ask(self, method, **parameters):
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if hasattr(self, "session"):
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def read(self):
        while b"\0" not in self.rest:
            chunk = os.read(self.inbox, 1 << 16)
            if not chunk:
                raise RuntimeError("the browser has ended")
            self.rest += chunk
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def open(self, path):
        self.events.clear()
        self.ask("Page.navigate", url=path.resolve().as_uri())
        while not any(it.get("method") == "Page.loadEventFired" for it in self.events):
            self.events.append(self.read())
        self.ask("Runtime.evaluate", expression="document.fonts.ready.then(() => 1)", awaitPromise=True)

    def said(self):
        """What stands on the console, and every address fetched."""
        for event in self.events:
            parameters = event.get("params", {})
            match event.get("method"):
                case "Runtime.consoleAPICalled":
                    yield f"console: {[it.get('value') for it in parameters['args']]}"
                case "Runtime.exceptionThrown":
                    yield f"exception: {parameters['exceptionDetails']['text']}"
                case "Log.entryAdded":
                    yield f"log: {parameters['entry']['text']}"
                case "Network.requestWillBeSent":
                    address = parameters["request"]["url"]
                    if not address.startswith(("file:", "data:")):
                        yield f"fetched: {address}"

    def evaluate(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value")

    def close(self):
        self.ask("Browser.close")
        self.process.wait(timeout=20)


def fcntl_dup(descriptor):
    """A copy above the numbers the browser uses."""
    import fcntl

    return fcntl.fcntl(descriptor, fcntl.F_DUPFD, 10)


def faults(browser, path, work):
    found = []
    for width, scale in WINDOWS:
        browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=scale, mobile=False)
        browser.open(path)
        found += [f"{width}: {it}" for it in browser.evaluate(LOOK)]
        found += [f"{width}: {it}" for it in browser.said()]
    browser.ask("Emulation.clearDeviceMetricsOverride")
    printed = work / "printed.pdf"
    data = browser.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    printed.write_bytes(base64.b64decode(data))
    text = subprocess.run(["pdftotext", printed, "-"], check=True, capture_output=True, text=True).stdout
    letters = "".join(text.split()).replace("\u00ad", "")
    for heading in browser.evaluate("[...document.querySelectorAll('section h2')].map(it => it.textContent)"):
        if "".join(heading.split()) not in letters:
            found.append(f"printed: the heading {heading!r} is missing")
    return found


def shut_out(browser, path, axe):
    """What axe-core finds in both schemes."""
    found = []
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        browser.ask("Emulation.setEmulatedMedia", features=features)
        for width in AXE_WIDTHS:
            browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
            browser.open(path)
            browser.evaluate(axe + "; 1")
            found += [f"axe, {scheme}, {width}: {it}" for it in browser.evaluate(AXE)]
    browser.ask("Emulation.setEmulatedMedia", features=[])
    browser.ask("Emulation.clearDeviceMetricsOverride")
    return found


def main(paths):
    axe = None
    if paths[0] == "--axe":
        axe = pathlib.Path(paths[1]).read_text(encoding="utf-8")
        paths = paths[2:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        work = pathlib.Path(folder)
        browser = Browser(work / "profile")
        failed = False
        for path in map(pathlib.Path, paths):
            found = faults(browser, path, work)
            found += shut_out(browser, path, axe) if axe else []
            failed |= bool(found)
            looked = ", ".join(str(it[0]) for it in WINDOWS) + (", printed and by axe-core" if axe else " and printed")
            print(f"{path.name}: {'FAILED' if found else 'passed'} at {looked}")
            for fault in found[:20]:
                print(f"  {fault}")
        control = work / "control.html"
        wide = "<div style='width:99rem'>too wide</div></body>"
        control.write_text(pathlib.Path(paths[0]).read_text(encoding="utf-8").replace("</body>", wide), encoding="utf-8")
        if not any("sideways" in it for it in faults(browser, control, work)):
            failed = True
            print("the copy with an element too wide passes: the check is blind")
        pale = "<p style='color:#bbb;background:#fff'>too pale</p></body>"
        control.write_text(pathlib.Path(paths[0]).read_text(encoding="utf-8").replace("</body>", pale), encoding="utf-8")
        if axe and not any("color-contrast" in it for it in shut_out(browser, control, axe)):
            failed = True
            print("the copy with words too pale passes: axe-core is blind")
        browser.close()
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
