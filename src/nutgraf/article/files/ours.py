"""What nutgraf itself has made, which is no article: briefs, what failed in a run, pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nutgraf.article.files.content import LARGEST
from nutgraf.errors import ArticleError

_HEAD = 2_048
_BRIEF = re.compile(rb'\s*\{\s*"article"\s*:\s*\{')
_FAILURE = re.compile(rb'\{"key": ?"')
_PAGE = re.compile(rb'<meta name="generator" content="nutgraf ')


def ours(path: Path) -> str | None:
    """What of nutgraf's own a file holds; None for one of anything else, or that can't be read."""
    suffix = path.suffix.lower()
    if suffix not in {".json", ".jsonl", ".html", ".htm"}:
        return None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if suffix in {".html", ".htm"}:
                return "a page" if _PAGE.search(head) else None
            if not (brief := _BRIEF.match(head)) and not _FAILURE.match(head):
                return None
            file.seek(0)
            first = file.read(LARGEST) if suffix == ".json" else file.readline(LARGEST)
    except OSError:
        return None
    if brief:
        return "briefs" if b'"provenance"' in first else None
    return "what failed in a run" if all(name in first for name in (b'"digest"', b'"final"', b'"error"')) else None


def is_brief(record: Mapping[str, Any]) -> bool:
    """Whether a record is a brief."""
    return isinstance(record.get("article"), Mapping) and "provenance" in record


def refuse_ours(path: Path) -> None:
    """Raise an ArticleError for a file that nutgraf has made."""
    if (held := ours(path)) is not None:
        raise ArticleError(told_ours(str(path), held))


def told_ours(where: str, held: str) -> str:
    """What to tell of one."""
    remedy = "nutgraf report, export and stories read it; " if held == "briefs" else ""
    return f"{where}: nutgraf made this, it holds {held} and no article; {remedy}name the articles themselves"
