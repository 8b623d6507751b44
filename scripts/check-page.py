"""What scripts/check-page asks of a page in a real browser. Prints what fails; exits 1 if anything does."""

import pathlib
import subprocess
import sys
import tempfile

import axe_playwright_python
from playwright.sync_api import sync_playwright

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = {"desktop": (1200, 900), "phone": (320, 720)}
# Rows that axe-core looks at: its time grows faster than they, and tables are alike at both widths.
MOST_ROWS = {"desktop": 1500, "phone": 500}
failures = []


def fail(page, what):
    failures.append(f"{page}: {what}")


def accessible(page, name, size):
    page.evaluate(AXE)
    # Folded parts are part of the page: open them, as a reader may.
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    result = page.evaluate(
        "tags => axe.run({runOnly: {type: 'tag', values: tags}, rules: {'target-size': {enabled: true}}})", TAGS)
    for violation in result["violations"]:
        places = [node["target"][0] for node in violation["nodes"]]
        fail(name, f"{size}: {violation['id']} ({violation['impact']}): {violation['help']}: {places[:3]} ({len(places)})")


def reflows(page, name):
    # 1.4.10: at 320 pixels nothing but tables and pictures, in boxes of their own, scrolls sideways.
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > 320:
        fail(name, f"phone: the page is {width} pixels wide at 320")


def prints(page, name):
    # Nothing that stands on paper reaches over its edge, and what is folded away is open there.
    page.set_viewport_size({"width": 688, "height": 900})  # A4 less its margins at 96 to the inch
    page.emulate_media(media="print")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('table:not(.widest), figure, p, li, dd')]
          .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.tagName + (e.id ? '#' + e.id : '')).slice(0, 5)""")
    if wide:
        fail(name, f"paper: cut off at the edge: {wide}")
    folded = page.evaluate(
        """() => [...document.querySelectorAll('main details')]
          .map(d => [...d.children].find(e => e.tagName == 'TABLE' || e.querySelector('table')))
          .filter(e => e && !e.closest('.screen')).map(e => e.querySelector('td')?.textContent ?? '')
          .filter(t => t.trim())""")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
        page.pdf(path=pdf.name, prefer_css_page_size=True)
        text = subprocess.run(["pdftotext", "-layout", pdf.name, "-"], capture_output=True, text=True, check=True).stdout
    words = " ".join(text.split())
    missing = [cell for cell in folded if " ".join(cell.split()) not in words]
    if missing:
        fail(name, f"paper: folded away: {missing[:3]} ({len(missing)} of {len(folded)})")


with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
    for path in sys.argv[1:]:
        for size, (width, height) in SIZES.items():
            context = browser.new_context(viewport={"width": width, "height": height})
            page = context.new_page()
            asked = []
            page.on("request", lambda request: asked.append(request.url))
            page.on("console", lambda message, path=path: message.type == "error" and fail(path, message.text))
            page.goto(pathlib.Path(path).resolve().as_uri())
            outside = [url for url in asked if not url.startswith(("file:", "data:"))]
            if outside:
                fail(path, f"asks the network: {outside}")
            if page.locator("script").count():
                fail(path, "runs a script")
            if size == "phone":
                reflows(page, path)
            # Tens of thousands of cells alike take the checker an hour and teach nothing new.
            rows = page.locator("tr").count()
            if rows <= MOST_ROWS[size]:
                accessible(page, path, size)
            if size == "phone":
                reflows(page, path)
            elif rows <= MOST_ROWS[size]:
                prints(page, path)
            context.close()
        print(f"check-page: {path}: looked at", flush=True)
    browser.close()
for failure in failures:
    print(f"check-page: {failure}", file=sys.stderr)
sys.exit(1 if failures else 0)
