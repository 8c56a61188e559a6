"""The fenced blocks of a Markdown page, and what the comment before each says of it.

A comment of one or more lines before a block tells the tests what to do with it; the reader never sees it:

    <!-- prints -->                  the output of the block before; a line `…` stands for lines left out
    <!-- not run: why -->            can't run here; every reason is listed in the test
    <!-- with model="local" -->      the embedded model's recording answers for the model that stands there
    <!-- raises ConfigurationError -->   or   <!-- exit code 1 -->      how it ends
    <!-- file: figures.md -->        a file that later blocks use; one of the repository's is an excerpt of it
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LEFT_OUT = "…"
_NOTE = re.compile(r"<!--\s*(not run|prints|file|with model|raises|exit code)\b[:= ]*(.*?)\s*-->")
_SECONDS = re.compile(r"\b\d+\.\d s\b")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, the lines it takes (from the fence to the fence), and its notes."""

    language: str
    text: str
    first: int
    last: int
    notes: dict[str, str] = field(default_factory=dict)


def blocks_of(markdown: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found, notes = [], {}
    for token in MarkdownIt().parse(markdown):
        if token.type == "html_block":
            notes = notes | dict(_NOTE.findall(token.content))
        elif token.type == "fence":
            first, last = token.map or (0, 0)
            found.append(Block(token.info.split(" ")[0], token.content, first, last, notes))
            notes = {}
        elif token.type not in ("list_item_open", "bullet_list_open", "ordered_list_open"):
            notes = {}
    return found


def same(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed, lines left out and the time taken aside."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == LEFT_OUT else re.escape(line) + r"[ ]*\n"
        for line in _plain(shown).splitlines()
    )
    return re.fullmatch(pattern, _plain(printed)) is not None


def shortened(shown: str, printed: str) -> str:
    """What a page shows, brought up to what is printed now.

    Each run of lines between two `…` is found again by its first line and keeps its length.
    """
    if LEFT_OUT not in [line.strip() for line in shown.splitlines()]:
        return _plain(printed, seconds=False)
    now = _plain(printed, seconds=False).splitlines()
    made: list[str] = []
    at = 0
    for number, part in enumerate(re.split(rf"^[ ]*{LEFT_OUT}[ ]*\n", shown, flags=re.MULTILINE)):
        if number:
            made.append(LEFT_OUT)
        if part:
            lines = part.splitlines()
            at = now.index(lines[0], at) if number else 0
            made += now[at : at + len(lines)]
            at += len(lines)
    return "\n".join(made) + "\n"


def _plain(text: str, *, seconds: bool = True) -> str:
    text = "\n".join(line.rstrip() for line in text.strip("\n").splitlines()) + "\n"
    return _SECONDS.sub("0.0 s", text) if seconds else text
