"""The picture of the report page in the README: `make picture`, with Debian's chromium (`make browser`).

The page is made with the embedded model; a brief that is in the cache costs nothing.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import nutgraf

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "report.png"
LARGEST = 150_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]


def main() -> None:
    brief = nutgraf.summarize(nutgraf.Article.from_file(ROOT / "examples/articles/lake-accord.json"), model="local")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        page_file.write_text(brief.to_html(), "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1180, "height": 620}, color_scheme="light", reduced_motion="reduce")
        page.goto(page_file.as_uri())
        page.locator("#q2").click()
        page.evaluate("window.scrollTo(0, 0)")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    size = PICTURE.stat().st_size
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: {size:,} bytes\n")
    if size > LARGEST:
        sys.exit(f"more than {LARGEST:,}: make the viewport smaller")


if __name__ == "__main__":
    main()
