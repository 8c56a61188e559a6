"""The headline that opens a text, where it plainly is one."""

from __future__ import annotations

import re

from nutgraf.article.text.blocks import Offsets, blocks
from nutgraf.article.text.boilerplate import find_boilerplate
from nutgraf.article.text.dateline import find_dateline
from nutgraf.lazily import pattern

_SHORTEST, _LONGEST = 2, 20
"""Words of a headline."""
_SHORTEST_UNSPACED = 6
"""Characters, where a script has no spaces."""
_MOST_CHARACTERS = 160
_LOOKED_AT = 10_000
"""Characters."""
_BLOCKS_LOOKED_AT = 5
_ONE_LINE_OF_STORY = 120
"""Characters. A longer line below, with no blank line between, is a paragraph and no next line of a wrapped one."""
_MARKUP = pattern(r"(?:#{1,3}\s+)?(\*\*|__)?(.*?)(?:\1)?(?:\s+#+)?")
_SENTENCE_END = pattern(r"[.…:;,。]$|[^\W\d_]{3,}[.!?]\s+[^\W\d_]")
# What opens a text in the place of a headline: who wrote it and when, to whom it goes, a list, a mark-up's own lines.
_NO_HEADLINE = pattern(
    r"(?:by|von|par|por)\s(?-i:[A-Z])|(?:dear|hi|hello|to\s(?:all|whom))\s|\d{1,3}[.)]\s"
    r"|(?:to|from|date|subject|contact|published|updated|posted|photo|image|source|tel|phone|q|a)\s?[:.]"
    r"|[-–—*•·>|=+~`\[({<&@\d]{1,3}\s|[-–—*=_~`#+.\s]*$|<|\[|!\[|https?:|www\."
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|.{0,12}\d{1,2}\W.{0,12}\d{4}$"
    r"|[\w ]{1,20}:\s\S+$",
    re.IGNORECASE,
)
_LABEL = pattern(
    r"(?:[\w&’']+\s){0,2}(?:news|stories|story|release|report|newsletter|bulletin|digest|briefing|edition|analysis|opinion|exclusive)$",
    re.IGNORECASE,
)
_STORY_END = pattern(r"[.!?…。！？][\"'”’»“)\]]{0,3}(?:\s|$)")


def find_headline(text: str) -> str | None:
    """The first line, less Markdown's marks, where it can be nothing but a headline; None where it may be.

    It is short, ends no sentence, and a paragraph of sentences follows it - after a blank line, or as a line far longer.
    Boilerplate may stand before it ("FOR IMMEDIATE RELEASE").
    """
    skipped = set(find_boilerplate(text[:_LOOKED_AT]))
    standing = [block for block in blocks(text[:_LOOKED_AT]) if block[0] not in skipped][:_BLOCKS_LOOKED_AT]
    if not standing:
        return None
    (start, end), *rest = standing[0]
    heading = _bare(text[start:end])
    if not _may_be(heading) or find_dateline(text[start:end] + " They met on Monday.") is not None:
        return None
    if rest and _underlined(text, rest[0]):
        del rest[0]
    if rest and not _NO_HEADLINE.match(text, *rest[0]):
        far_longer = rest[0][1] - rest[0][0] >= max(_ONE_LINE_OF_STORY, 2 * (end - start))
        return heading if far_longer and _is_story(text, rest[0]) else None
    below = next((block for block in standing[1:] if not _stands_between(text, block)), None)
    return heading if below and _is_story(text, (below[0][0], below[-1][1])) else None


def _bare(line: str) -> str:
    found = _MARKUP.fullmatch(line.strip())
    return (found[2] if found else line).strip()


def _may_be(heading: str) -> bool:
    words = heading.split()
    short = len(words) < _SHORTEST and (heading.isascii() or len(heading) < _SHORTEST_UNSPACED)
    if short or len(words) > _LONGEST or len(heading) > _MOST_CHARACTERS:
        return False
    first = heading.lstrip("\"'“‘„«»‚")[:1]
    if not (first.isupper() or first.isdigit() or not first.islower()) or not any(map(str.isalpha, heading)):
        return False
    return not _SENTENCE_END.search(heading) and not (_NO_HEADLINE.match(heading) or _LABEL.match(heading))


def _underlined(text: str, line: Offsets) -> bool:
    return set(text[line[0] : line[1]]) in ({"="}, {"-"})


def _stands_between(text: str, block: list[Offsets]) -> bool:
    """A byline, a date: short, and no sentence."""
    return block[-1][1] - block[0][0] < _ONE_LINE_OF_STORY and not _STORY_END.search(text[block[0][0] : block[-1][1]])


def _is_story(text: str, place: Offsets) -> bool:
    start, end = place
    return end - start >= 40 and _STORY_END.search(text, start, end) is not None
