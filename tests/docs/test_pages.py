"""README and docs run: every Python block and every nutgraf command, offline, and what they show is what is printed."""

from __future__ import annotations

import inspect
import itertools
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from nutgraf import errors
from page_session import Session, writes
from pages import PAGES, ROOT, blocks_of, same, shortened

NOT_RUN = {
    "looks for the model's file and its running servers": "tests/local",
    "needs an endpoint with a batch API; tests/scale has one on loopback": "tests/scale",
    "asks a model; tests/faults/test_check_judged.py has one on loopback": "tests/faults/test_check_judged.py",
    "asks a model; tests/faults/test_judging.py has one on loopback": "tests/faults/test_judging.py",
    "asks a model; tests/faults/test_revising.py has one on loopback": "tests/faults/test_revising.py",
    "asks a model; tests/faults/test_tracing.py has one on loopback": "tests/faults/test_tracing.py",
    "needs a Ray cluster; tests marked ray have one": "tests marked ray",
    "the same as summarize, for a folder; tests/scale runs it": "tests/scale",
}
"""Why a block can't run here, and where its like is tested."""
PROGRAMS = [page for page in PAGES if any(b.language in ("python", "sh") for b in blocks_of(page.read_text("utf-8")))]


@pytest.mark.nutgraf
@pytest.mark.parametrize("page", PROGRAMS, ids=lambda page: page.stem)
def test_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, printed = Session(tmp_path, monkeypatch), ""
    lines = page.read_text("utf-8").splitlines(keepends=True)
    stale: list[tuple[int, int, str]] = []
    for block in blocks_of("".join(lines)):
        where = f"{page.relative_to(ROOT)}:{block.first + 1}"
        if "not run" in block.notes:
            assert block.notes["not run"] in NOT_RUN, where
        elif "prints" in block.notes:
            if not same(block.text, printed):
                stale.append((block.first, block.last, printed if not writes() else shortened(block.text, printed)))
        elif block.language in ("python", "sh") or "file" in block.notes:
            try:
                printed = session.run(block)
            except BaseException as error:
                error.add_note(f"in {where}")
                raise
        else:
            assert block.language in ("text", "json"), f"{where}: say in a comment what this is"
    for first, last, now in reversed(stale):
        lines[first + 1 : last - 1] = [now]
    if stale and writes():
        page.write_text("".join(lines), "utf-8")
    assert not stale or writes(), "\n\n".join(
        f"{page.name}:{first + 1} shows something else than is printed now (make docs):\n{now}"
        for first, _, now in stale
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path) if path else page
        assert target.exists(), f"{page.name}: {link}"
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}, link


def test_every_reason_for_not_running_is_used() -> None:
    used = {b.notes["not run"] for page in PAGES for b in blocks_of(page.read_text("utf-8")) if "not run" in b.notes}
    assert used == set(NOT_RUN)


def test_pictures_are_small_enough_to_carry_around() -> None:
    pictures = list((ROOT / "docs" / "images").iterdir())
    assert pictures
    assert {p.name: p.stat().st_size for p in pictures if p.stat().st_size > 150_000} == {}


def messages() -> list[str]:
    """The messages that a page explains: what stands in code at the head of its paragraphs."""
    page = (ROOT / "docs" / "troubleshooting.md").read_text("utf-8")
    heads = [
        line.partition("** - ")[0] if "** - " in line else line for line in page.splitlines() if line.startswith("**`")
    ]
    return [message for head in heads for _, message in re.findall(r"(`+)(.+?)\1", head)]


def test_every_message_that_is_explained_is_one_that_the_library_says() -> None:
    sources = [*(ROOT / "src" / "nutgraf").rglob("*.py")]
    said = re.sub(r'"\s*f?"', "", "\n".join(path.read_text("utf-8") for path in sources))

    def known(message: str) -> bool:
        """Enough neighbouring words stand together in the code: between them are values, which differ."""
        words = [word for word in message.split() if word.strip("….,:;()")]
        pairs = [" ".join(pair) for pair in itertools.pairwise(words)] or words
        return 3 * sum(pair in said for pair in pairs) >= len(pairs)

    assert [message for message in messages() if "°" not in message and not known(message)] == []


def test_every_kind_of_error_stands_on_the_page() -> None:
    page = (ROOT / "docs" / "troubleshooting.md").read_text("utf-8")
    kinds = [name for name, one in vars(errors).items() if inspect.isclass(one) and issubclass(one, Exception)]
    assert len(kinds) > 6
    assert [name for name in kinds if f"`{name}`" not in page] == []
