"""How German words are inflected: weak verbs and nouns by rule, strong verbs by their rows.

A verb whose first part stands apart ("teilte … mit") has its finite forms twice: joined, as at the end of a clause, and as a pair
"teilte mit", while "teilte" alone is only `PARTED`: whether it is that verb tells the part at the end of its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nutgraf.reading.languages import classes as c

_NOUNS = c.PERSON | c.BODY | c.DOCUMENT | c.WORK | c.NOUN | c.SPEECH | c.WRITTEN | c.PERIOD | c.VIEW
_ENDINGS = ("s", "es", "e", "n", "en", "er", "ern", "nen")
_FEMININE = "in"
_NO_GE = (
    "be",
    "er",
    "ver",
    "ent",
    "emp",
    "zer",
    "ge",
    "miss",
    "wider",
    "über",
    "unter",
    "hinter",
    "prophezei",
    "resüm",
)
_HARD = ("t", "d", "chn", "ffn", "gn", "tm", "dm")
"""Behind these stands an e: "antwortet", "öffnet", "rechnet"."""


def forms(word: str, classes: int, extra: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The forms of a word other than itself, and the word as a base, with the bits that each has."""
    if classes & c.VERB:
        yield from _verb(word, classes, extra)
    if classes & _NOUNS and not classes & (c.PLURAL | c.VERB):
        for ending in ("nen",) if word.endswith(_FEMININE) else _ENDINGS:
            plural = c.PLURAL if ending in {"e", "n", "en", "er", "ern", "nen"} else 0
            yield word + ending, classes | plural


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
    vowel = max((past.rfind(plain), plain) for plain in "aou")
    if not past.endswith("e") and vowel[0] >= 0 and not past.endswith(("au", "ou")):
        changed = past[: vowel[0]] + vowel[1].translate(_UMLAUT) + past[vowel[0] + 1 :]
        yield changed + "en", c.SUBJUNCTIVE | c.PLURAL


_UMLAUT = str.maketrans("aou", "äöü")


def _participle(base: str, root: str, *, hard: bool) -> str:
    plain = base.endswith("ieren") or base.startswith(_NO_GE)
    return ("" if plain else "ge") + root + ("et" if hard else "t")
