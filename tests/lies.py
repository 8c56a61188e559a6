"""The table of lies in docs/checking.md: each row must stand among the problems of a replayed recording."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nutgraf.results import Problem

PAGE = Path(__file__).parents[1] / "docs" / "checking.md"
_TABLE = re.compile(r"<!-- lies -->\n\|[^\n]*\n\|[^\n]*\n(.*?)<!-- /lies -->", re.DOTALL)


@dataclass(frozen=True)
class Lie:
    """A row: the article, what the model wrote, what caught it, what became of it."""

    article: str
    wrote: str
    why: str
    then: str

    def __str__(self) -> str:
        return f"| {self.article} | {self.wrote} | {self.why} | {self.then} |"


def told_on_the_page() -> list[Lie]:
    """The rows of the table."""
    rows = _TABLE.search(PAGE.read_text("utf-8"))
    assert rows is not None, "docs/checking.md has lost its table of lies"
    return [Lie(*(cell.strip() for cell in row.strip("|").split("|"))) for row in rows.group(1).splitlines()]


def lies_in(article: str, problems: Iterable[Problem]) -> list[Lie]:
    """What a brief's problems would look like in the table."""
    found = []
    for problem in problems:
        wrote = (problem.item or "").strip("'\" ")
        why = problem.detail.removeprefix(f"{problem.item}: ").replace("|", "/")
        found.append(Lie(article, wrote.replace("|", "/"), why, problem.resolution))
    return found


def untold(article: str, problems: Iterable[Problem]) -> list[Lie]:
    """Rows of the page that these problems do not bear out. `make docs` puts others of the kind in their place."""
    caught = lies_in(article, problems)
    told = told_on_the_page()
    missing = [lie for lie in told if lie.article == article and lie not in caught]
    if not missing or not os.environ.get("WRITE_DOCS"):
        return missing
    dull = ("role of", "added by rule")
    spare = [lie for lie in dict.fromkeys(caught) if lie not in told and not any(words in lie.why for words in dull)]
    text = PAGE.read_text("utf-8")
    for lie in missing:
        best = max(spare, key=lambda other: _alike(lie, other), default=None)
        if best:
            spare.remove(best)
        text = text.replace(f"{lie}\n", f"{best}\n" if best else "")
    PAGE.write_text(text, "utf-8")
    return []


def _alike(one: Lie, other: Lie) -> tuple[bool, int]:
    words = set(one.why.split()) & set(other.why.split())
    return one.wrote == other.wrote, len(words)
