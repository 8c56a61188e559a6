"""Names as they were found, each with the fullest form that the text has of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nutgraf.reading.parts import Name, NameKind


class Found(NamedTuple):
    """A place where a name stands."""

    start: int
    end: int
    kind: NameKind
    varies: bool = False
    """Whether what it names differs from mention to mention."""


def with_fullest(text: str, found: Sequence[Found]) -> tuple[Name, ...]:
    """The names in order, each with its fullest form: the one longer name of a person that ends with it."""
    ordered = sorted({(one.start, one.end): one for one in found}.values())
    fulls: dict[str, set[str]] = {}
    kinds: dict[str, NameKind] = {}
    for start, end, kind, _ in ordered:
        name = text[start:end]
        if kinds.get(name, "other") == "other":
            kinds[name] = kind
        words = name.split()
        if len(words) > 1 and kind == "person":
            for word in (words[0], *(" ".join(words[at:]) for at in range(1, len(words)))):
                fulls.setdefault(_key(word), set()).add(name)
    names: list[Name] = []
    for start, end, own, varies in ordered:
        name = text[start:end]
        full = _longest(fulls.get(_key(name), set())) if kinds[name] != "place" else None
        kind = own if varies else kinds[name]
        if full is not None:
            kind = "person"
        names.append(Name(start, end, name, full or name, kind))
    return tuple(names)


def _longest(names: set[str]) -> str | None:
    """The one of these names that holds the others; None where they are of several people."""
    if not names:
        return None
    best = max(names, key=len)
    whole = set(best.lower().split())
    return best if all(whole.issuperset(name.lower().split()) for name in names) else None


def _key(name: str) -> str:
    """A name however a sentence opens with it: "Von der Leyen"."""
    return name[0].lower() + name[1:]
