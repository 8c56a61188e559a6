"""The rules of numbers that languages share, in the order in which they are asked; a language has those that it gives examples of.

Examples of rules that find numbers read "words = value", those of the others "words = value unit kind": the upper end of a range
behind "to", what a rate is counted by behind "per", and last how exact it is, where that is not "exact"; "" is of a sentence that
looks like one, in which the rule yields nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.numbers import contests, names, numerals, pairs, quantities, spelled
from nutgraf.reading.numbers.format import SAFE, Links, NumberFormat
from nutgraf.reading.numbers.frames import Noun, no_noun
from nutgraf.reading.numbers.scan import NumberRule, NumberRules
from nutgraf.reading.rules import Rule

Told = Mapping[str, Mapping[str, str]]
"""The names of rules, each with its examples."""
_Opens = tuple[str | int, ...]
_Record = tuple[str, _Opens, Callable[..., Any]]
_NO_LINKS = Links()
_UNITS: _Opens = (c.PERCENT, c.CURRENCY, c.MONEY, c.UNIT, c.LENGTH, c.AGE)
_NUMBER: _Opens = ("0", c.CARDINAL)
_NUMBERS: tuple[_Record, ...] = (
    ("whole and fraction", ("0",), numerals.mixed),
    ("digits", ("0",), numerals.digits),
    ("sign of a fraction", tuple(numerals.GLYPHS), numerals.glyph),
    ("fraction", (c.CARDINAL, c.INDEFINITE, c.FRACTION), spelled.fraction),
    ("number not told", (c.UNTOLD, c.SOME, c.INDEFINITE), spelled.untold),
    ("number in words", (c.CARDINAL, c.ORDINAL, c.INDEFINITE), spelled.cardinal),
)
_RATES: tuple[_Record, ...] = (("rate", (c.BY, c.INDEFINITE, "/", "-"), pairs.rate),)


def _quantities(links: Links) -> Iterator[_Record]:
    yield "result of a clock", (":",), contests.finishing_time
    yield "all but", ("but",), pairs.all_but
    yield "share", (c.SHARE_OF, "in", "out", "of", "for", "-"), pairs.share
    yield "behind a word that numbers", ("0",), names.numbered
    yield "score", ("-", "–", links.to, links.score), contests.score
    yield "behind a name", ("0",), names.after_name
    yield "house number", ("0",), names.address
    yield "range", ("-", "–", "—", links.to, links.either, links.joint, *_UNITS), pairs.spread
    yield "up to one", (c.UNIT,), pairs.up_to_one
    yield "shared unit", (links.joint, links.either, links.to, links.change, ",", "/"), quantities.shared
    yield "joined to a word or sign", ("0", *_UNITS), names.joined
    yield "item of a list", ("0",), names.listed
    yield "unit", _UNITS, quantities.measured
    yield "year", ("0",), names.year
    yield "type", ("0",), names.type_number
    yield "pronoun", (c.CARDINAL,), names.pronoun
    yield "both", (c.ARTICLE, c.DEMONSTRATIVE), names.both
    yield "pointing", (c.ARTICLE, c.DEMONSTRATIVE, c.ADDS), names.pointing
    yield "age", (",", ")", links.of, c.AGED), quantities.aged
    yield "share with its noun", _NUMBER, pairs.one_in
    yield "part", _NUMBER, quantities.part
    yield "count", _NUMBER, quantities.count
    yield "number alone", _NUMBER, quantities.alone


def number_rules(
    words: Words,
    told: Told,
    *,
    first: tuple[NumberRule, ...] = (),
    form: NumberFormat = SAFE,
    links: Links = _NO_LINKS,
    noun: Noun = no_noun,
) -> NumberRules:
    """The rules of a language with these words; `first`: those that find numbers and are its own."""
    return NumberRules(
        words,
        form=form,
        links=links,
        noun=noun,
        numbers=(*first, *_told(_NUMBERS, told)),
        quantities=tuple(_told(_quantities(links), told)),
        rates=tuple(_told(_RATES, told)),
    )


def _told(records: Iterable[_Record], told: Told) -> Iterator[Rule[Callable[..., Any]]]:
    for name, opens, finds in records:
        if name in told:
            examples = {sentence: found for sentence, found in told[name].items() if found}
            counter = tuple(sentence for sentence, found in told[name].items() if not found)
            yield Rule(name=name, opens=tuple(filter(None, opens)), finds=finds, examples=examples, counter=counter)
