"""How German words are inflected: weak verbs and nouns by rule, strong verbs by their rows.

A verb whose first part stands apart ("teilte … mit") has its finite forms twice: joined, as at the end of a clause, and as a pair
"teilte mit", while "teilte" alone is only `PARTED`: whether it is that verb tells the part at the end of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Row

_NOUNS = c.PERSON | c.BODY | c.DOCUMENT | c.WORK | c.NOUN | c.SPEECH | c.WRITTEN | c.PERIOD | c.VIEW
_ENDINGS = ("s", "es", "e", "n", "en", "er", "ern")
_SINGULAR = frozenset({"s", "es"})
_FEMININE_PLURAL = "nen"
_HAVE_FEMININES = ("er", "ent", "ist", "or", "eur", "at", "ant", "chef", "när", "tär", "wirt", "kommissar", "general")
_PARTS_OF_DAY = ("früh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
_NO_GE = tuple("be er ver ent emp zer ge miss wider über unter hinter durch".split())
"""Parts of a verb that never leave it; its participle has no "ge" before them."""
_HARD = ("t", "d", "chn", "ffn", "gn", "dn")
"""Behind these stands an e: "antwortet", "öffnet", "rechnet"."""


def strong(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, in which a verb with a first part is as strong as the verb behind that: "aufrufen", "widersprechen"."""
    table = tuple(rows)
    known = {word: row.extra for row in table for word in row.words if "part" in row.extra}
    for row in table:
        if not row.classes & c.VERB or "part" in row.extra:
            yield row
            continue
        for word in row.words:
            sep = row.extra.get("sep", "")
            part = sep or next((part for part in _NO_GE if word.removeprefix(part) in known), "")
            own = known.get(word.removeprefix(part)) if part else None
            yield Row(
                (word,), row.classes, row.extra if own is None else {**_joined(own, "" if sep else part), **row.extra}
            )


def _joined(own: Mapping[str, str], part: str) -> dict[str, str]:
    """The irregular forms of a verb with a part that never leaves it."""
    return {
        key: part + (form.removeprefix("ge") if part and key == "part" else form)
        for key, form in own.items()
        if key in {"past", "part", "present"}
    }


def forms(word: str, classes: int, extra: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The forms of a word other than itself, and the word as a base, with the bits that each has."""
    if classes & c.VERB:
        yield from _verb(word, classes, extra)
    if classes & _NOUNS and not classes & (c.PLURAL | c.VERB):
        for ending in (_FEMININE_PLURAL,) if word.endswith("in") and classes & c.PERSON else _ENDINGS:
            yield word + ending, classes | (0 if ending in _SINGULAR else c.PLURAL)
    if classes & c.PERSON and word.endswith(_HAVE_FEMININES):
        yield word + "in", classes
        yield word + "innen", classes | c.PLURAL
    if classes & c.WEEKDAY:
        yield from ((word + part, classes) for part in _PARTS_OF_DAY)


def _verb(word: str, classes: int, extra: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    part = extra.get("sep", "")
    base = word.removeprefix(part)
    root = base[:-2] if base.endswith("en") else base[:-1]
    hard = root.endswith(_HARD)
    past = extra.get("past") or root + ("ete" if hard else "te")
    finite = (
        (extra.get("present") or root + ("et" if hard else "t"), c.THIRD),
        (base, c.THIRD | c.PLURAL),
        (past, c.PAST),
        (past + ("n" if past.endswith("e") else "en"), c.PAST | c.PLURAL),
        (root + "e", c.SUBJUNCTIVE),
        *_unreal(past),
    )
    joined = (extra.get("part") or _participle(base, root, hard=hard), c.PARTICIPLE)
    yield part + joined[0], classes | joined[1]
    yield word, c.BASE
    for form, bits in finite:
        if part:
            yield form, c.PARTED | bits
            yield f"{form} {part}", classes | bits
            yield part + form, classes | bits
        elif form != word:
            yield form, classes | bits
        else:
            yield form, bits
    yield (f"{part}zu{base}" if part else f"zu {base}"), classes | c.BASE


def _unreal(past: str) -> Iterator[tuple[str, int]]:
    """The second subjunctive of a strong verb, which stands for the first where that looks like the indicative: "kämen"."""
    vowel = _LAST_VOWEL.search(past)
    if vowel:
        yield past[: vowel.start()] + vowel[0].translate(_UMLAUT) + "en", c.SUBJUNCTIVE | c.PLURAL


_LAST_VOWEL = re.compile(r"(?<![aou])[aou][^aeiouäöü]*$")
_UMLAUT = str.maketrans("aou", "äöü")


def _participle(base: str, root: str, *, hard: bool) -> str:
    plain = base.endswith("ieren") or base.startswith(_NO_GE)
    return ("" if plain else "ge") + root + ("et" if hard else "t")
