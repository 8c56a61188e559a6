"""A real Chromium for the tests in this folder; where there is none, each of them is named as not run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Looked:
    """A page that was opened, and everything that it did without being asked."""

    def __init__(self, page: Any, url: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self._heard = {
            "console": lambda message: self.complaints.append(f"console {message.type}: {message.text}"),
            "pageerror": lambda error: self.complaints.append(f"error: {error}"),
            "dialog": lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()),
            "request": lambda request: self._asked(request.url, url),
        }
        for event, hear in self._heard.items():
            page.on(event, hear)
        page.goto(url)

    def leave(self) -> list[str]:
        """Hear no more of it; what it complained of until then."""
        # So that it hovers over nothing of the next page; and until it has moved all that the page did is heard.
        self.page.mouse.move(-1, -1)
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)
        return self.complaints

    def _asked(self, asked: str, own: str) -> None:
        if asked.split("#", maxsplit=1)[0] != own.split("#", maxsplit=1)[0] and not asked.startswith(
            ("data:,", "about:")
        ):
            self.complaints.append(f"request: {asked[:200]}")


Opener = Callable[..., Looked]


@pytest.fixture(scope="module")
def tab() -> Iterator[Any]:
    """A tab of the browser, for one test after the other: opening one takes longer than most of them.

    It is gone before the next module starts: its driver occupies the thread's event loop.
    """
    if CHROMIUM is None:
        pytest.skip("not run: no chromium here; `make browser` installs it")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.skip("not run: playwright is not installed; `make browser` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page(reduced_motion="reduce")
        browser.close()


@pytest.fixture
def look(tab: Any, tmp_path: Path) -> Iterator[Opener]:
    """Open the text of a page from a file; afterwards it must have complained of nothing and asked for nothing."""
    opened: list[Looked] = []

    def opener(html: str, *, fragment: str = "", width: int = 1280, height: int = 900) -> Looked:
        assert not opened, "a test has one tab"
        path = tmp_path / "page.html"
        path.write_text(html, "utf-8")
        tab.set_viewport_size({"width": width, "height": height})
        tab.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")
        opened.append(Looked(tab, path.as_uri() + fragment))
        return opened[-1]

    yield opener
    assert [complaint for one in opened for complaint in one.leave()] == []
