"""The German words, read when a text in German is first read, or one that may be: those of the table, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.de.forms import forms, strong
from nutgraf.reading.languages.words import Row, load


def _made(rows: Iterable[Row]) -> Iterator[Row]:
    for row in strong(rows):
        yield row
        if any("ß" in word for word in row.words):  # as the Swiss write: "heisst", "Strasse"
            yield Row([word.replace("ß", "ss") for word in row.words], row.classes, _swiss(row.extra))
        if row.classes & c.CARDINAL and row.extra.get("value") == "30+10":
            yield from _numbers(row.words)


def _swiss(extra: Mapping[str, str]) -> dict[str, str]:
    return {key: value.replace("ß", "ss") for key, value in extra.items()}


def _numbers(tens: Iterable[str]) -> Iterator[Row]:
    """Numbers in one word: "dreiundzwanzig", "zweihundertfünf", "zwölftausend"."""
    ones = "ein zwei drei vier fünf sechs sieben acht neun".split()
    teens = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
    below = ["eins", *ones[1:], *teens]
    for ten in ("zwanzig", *tens):
        below += [ten, *(f"{one}und{ten}" for one in ones)]
        yield _run(below[-9:], len(below) - 8)
    for many, one in enumerate(("", *ones)):
        yield _run([f"{one}hundert{rest}" for rest in below], max(many, 1) * 100 + 1)
    yield _run([f"{one}hundert" for one in ones], 100, 100)
    yield _run([f"{many}tausend" for many in ("ein", *below[1:])], 1000, 1000)


def _run(words: list[str], first: int, step: int = 1) -> Row:
    return Row(words, c.BITS["cardinal"] | c.BITS["determiner"], {"value": f"{first}+{step}"})


WORDS = load("de", forms, _made)
