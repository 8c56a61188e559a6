"""From the lines on the pages of a PDF to a text: paragraphs, and the places where pages begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from statistics import median
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print: its words, and where it stands, in points."""

    text: str
    left: float
    right: float
    height: float


Block: TypeAlias = list[Line]
"""Lines that stand together, top down."""

_INDENT = 0.6
"""Of a line's height: a first line that is set in so far begins a paragraph."""
_SHORT = 0.15
"""Of a block's width: a line that ends a sentence so far from the edge ends a paragraph."""
_LARGER = 1.25
"""Times the height of most lines: a headline."""
_LONGEST_HEADLINE, _LONGEST_HEAD = 200, 120
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_PARTED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?:…。！？][\"'”’»“)\]]{0,3}$")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:of|von|/)\s?\d{1,4})?$", re.IGNORECASE
)


def without_furniture(pages: list[list[Block]]) -> list[list[Block]]:
    """The pages less running heads and page numbers: lines at the top and the bottom that come again on other pages."""
    ends = [[block[0].text for block in (*page[:2], *page[-2:]) if _is_single(block)] for page in pages]
    seen = Counter(chain.from_iterable({_head(words) for words in page} for page in ends))

    def is_furniture(block: Block, page: list[Block]) -> bool:
        if not _is_single(block) or not any(block is other for other in (*page[:2], *page[-2:])):
            return False
        words = block[0].text
        return bool(_PAGE_NUMBER.match(words)) or (len(pages) > 1 and seen[_head(words)] > max(1, len(pages) // 3))

    left = [[block for block in page if not is_furniture(block, page)] for page in pages]
    return left if any(left) else pages


def _is_single(block: Block) -> bool:
    return len(block) == 1 and len(block[0].text) <= _LONGEST_HEAD


def _head(words: str) -> str:
    return re.sub(r"\d+", "#", words)


def headline_of(pages: list[list[Block]]) -> str | None:
    """What is printed largest on the first page, if it is larger than most and can be a headline."""
    lines = [line for block in (pages[0] if pages else []) for line in block]
    if not lines:
        return None
    usual = median(line.height for page in pages for block in page for line in block)
    largest = max(pages[0], key=lambda block: max(line.height for line in block))
    heading = " ".join(line.text for line in largest).translate(_LIGATURES)
    large = min(line.height for line in largest) > usual * _LARGER
    return heading if large and len(heading) <= _LONGEST_HEADLINE and " " in heading else None


def flowing(pages: list[list[Block]]) -> tuple[str, tuple[int, ...]]:
    """The text, paragraphs parted by blank lines, and the offset at which each page begins."""
    known = Counter(
        word for page in pages for block in page for line in block for word in _WORD.findall(_PARTED.sub("", line.text))
    )
    parts: list[str] = []
    begins: list[int] = []
    length = 0

    def add(words: str) -> None:
        nonlocal length
        parts.append(words)
        length += len(words)

    before: Line | None = None
    for page in pages:
        new_page = True
        for block in page:
            for line, opens in _opened(block, before):
                words = line.text.translate(_LIGATURES)
                if before is not None:
                    parted = None if opens else _joint(parts[-1], words, known)
                    if parted is not None:
                        length -= len(parts[-1]) - len(parted)
                        parts[-1] = parted
                    else:
                        add("\n\n" if opens else " ")
                if new_page:
                    begins.append(length)
                    new_page = False
                add(words)
                before = line
        if new_page:  # a page of pictures begins where the next one does
            begins.append(length)
    return "".join(parts), tuple(begins)


def _joint(left: str, right: str, known: Counter[str]) -> str | None:
    """The left part of a word that goes on in the next line, without its hyphen or with it; None where none goes on."""
    begun, rest = _PARTED.search(left), _GOES_ON.match(right)
    if begun is None or rest is None:
        goes_on = left.endswith(("-", "–", "\u2010")) and left[-2:-1].isalnum() and right[:1].isalnum()
        return left if goes_on else None
    first, second = begun[1], rest[0]
    hyphenated, one_word = known[f"{first}-{second}"], known[first + second]
    stays = hyphenated > one_word or not second[0].islower()
    return left if stays and not left.endswith("\u00ad") else left[:-1]


def _opened(block: Block, before: Line | None) -> Iterator[tuple[Line, bool]]:
    """The lines of a block, and whether each begins a paragraph."""
    left, right = min(line.left for line in block), max(line.right for line in block)
    above: Line | None = None
    for line in block:
        if above is None:
            # A sentence that has no end yet goes on in the next column or on the next page.
            yield line, before is None or not _runs_on(before, line)
        else:
            indented = line.left - left > _INDENT * line.height and above.left - left <= _INDENT * line.height
            short = _ENDS.search(above.text) is not None and right - above.right > _SHORT * (right - left)
            yield line, indented or short
        above = line


def _runs_on(before: Line, line: Line) -> bool:
    if abs(before.height - line.height) > before.height * (_LARGER - 1):
        return False
    return not _ENDS.search(before.text) and (line.text[:1].islower() or _PARTED.search(before.text) is not None)
