"""How large the report pages are and how soon a browser has them: python benchmarks/pages.py BRIEFS.jsonl [N]

Repeats the briefs up to N (500), prints the size of one page and of the index, the time to make it, and - where
chromium and playwright are (`make browser`) - the time from opening the file to its load event, to a search and to an
opened brief.
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from nutgraf.telling import Briefs


def main(name: str, many: int) -> None:
    briefs = Briefs.load(name)
    sizes = [len(brief.to_html().encode()) for brief in briefs]
    print(f"one brief: {min(sizes):,} to {max(sizes):,} bytes")
    began = time.perf_counter()
    page = Briefs(islice(cycle(briefs), many)).to_html()
    print(f"index of {many}: {len(page.encode()):,} bytes, made in {time.perf_counter() - began:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index.html")
        path.write_text(page, "utf-8")
        opened(path)


def opened(path: Path) -> None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("not opened: make browser installs what is needed")
        return
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        for _ in range(3):
            page = browser.new_page()
            began = time.perf_counter()
            page.goto(path.as_uri())
            loaded = time.perf_counter()
            page.fill("[name=search]", "no such word anywhere")
            page.wait_for_selector("#count >> text=/^0 of/")
            searched = time.perf_counter()
            page.evaluate("location.hash = '#b1'")
            page.wait_for_selector("#brief h2")
            shown = time.perf_counter()
            print(f"open {loaded - began:.2f} s, search {searched - loaded:.2f} s, a brief {shown - searched:.2f} s")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500)
