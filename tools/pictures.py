"""The text of the README's example and the web page on a phone, from what the program has just written.

Called by tools/pictures.sh with the folder of the results, the README and the picture to write."""

import base64
import importlib.util
import pathlib
import sys
import tempfile

# Lines of the screen that the README shows: up to the heading of what is borne.
LAST = "Was wir bewusst tragen"


def example(readme, screen):
    shown = "\n".join(line.rstrip() for line in screen.split(f"\n{LAST}")[0].splitlines()).rstrip()
    head, rest = readme.split("```text\n", 1)
    _, tail = rest.split("\n```", 1)
    return f"{head}```text\n{shown}\n…\n```{tail}"


def phone(page, picture):
    look = importlib.util.spec_from_file_location("look", pathlib.Path(__file__).with_name("check-html.py"))
    module = importlib.util.module_from_spec(look)
    look.loader.exec_module(module)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = module.Browser(pathlib.Path(profile))
        browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        browser.ask("Emulation.setDeviceMetricsOverride", width=360, height=842, deviceScaleFactor=1, mobile=True)
        browser.open(page)
        browser.evaluate("document.getElementById('decision').scrollIntoView()")
        data = browser.ask("Page.captureScreenshot", format="png")["data"]
        picture.write_bytes(base64.b64decode(data))
        browser.close()


if __name__ == "__main__":
    folder, readme, picture = map(pathlib.Path, sys.argv[1:])
    text = readme.read_text(encoding="utf-8")
    readme.write_text(example(text, (folder / "screen.txt").read_text(encoding="utf-8")), encoding="utf-8")
    phone(folder / "report.html", picture)
