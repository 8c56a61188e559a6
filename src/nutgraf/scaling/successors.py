"""Whether what is met under a key is the article that had it before, edited since, or another one."""

from __future__ import annotations

import itertools
import re
from typing import Any

from nutgraf.scaling.keys import Keys

_WORD = re.compile(r"\w+")
_SHARED = 0.25
"""Of the word pairs of the shorter text: an edited one keeps most, texts about different things share few."""


def succeeds(new: dict[str, Any], old: dict[str, Any], keys: Keys) -> bool:
    """True when an article is the later state of another that has the same key.

    A file or an address holds one article, whatever its headline and text. Numbers of lines, and ids that a table counts
    anew, come again in another table of the same name: there the headline or a part of the text has stayed.

    Args:
        new: the fields of the article that was met.
        old: those of the one that has a brief.
        keys: tells what a key names.
    """
    if new.get("source") != old.get("source"):
        return False
    return new.get("title") == old.get("title") or keys.holds_one(new["key"]) or _alike(new["text"], old["text"])


def _alike(one: str, other: str) -> bool:
    pairs, others = _pairs(one), _pairs(other)
    return len(pairs & others) >= _SHARED * max(1, min(len(pairs), len(others)))


def _pairs(text: str) -> set[tuple[str, str]]:
    words = [found.group().casefold() for found in _WORD.finditer(text)]
    return set(itertools.pairwise(words))
