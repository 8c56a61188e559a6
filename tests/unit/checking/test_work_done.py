"""Checking does no work that nothing asks for: what a look at the letters rules out is not looked for with a pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from nutgraf import Article
from nutgraf.checking.place import lookup
from nutgraf.checking.rules import forms, weigh
from nutgraf.reading import read
from nutgraf.reading.languages import inflection
from nutgraf.reading.languages.de.rules import LANGUAGE as GERMAN

ARTICLE = (
    "Officials opened the Sala bridge on Friday. It runs OSX, Ann O'Leary of Acme said. Crews had closed the road."
)


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> list[tuple[Any, ...]]:
    """The calls of a function from now on, by what it was given."""
    calls: list[tuple[Any, ...]] = []
    original: Callable[..., Any] = getattr(module, name)

    def counting(*given: Any) -> Any:
        calls.append(given)
        return original(*given)

    monkeypatch.setattr(module, name, counting)
    return calls


def test_a_name_whose_letters_the_article_lacks_is_not_looked_for_with_a_pattern(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = counted(monkeypatch, forms, "_stands_apart")
    reading = read(ARTICLE)
    evidence = [reading.sentence_span(2)]
    strangers = "Corvin Baldrey told Ilka Storrow of Quarn in Veldhoven that Tessmar runs it."
    assert weigh.weigh(strangers, evidence, reading).refuted
    assert calls == []
    assert weigh.weigh("The bridge runs OS X, Ann O'Leary of Acme said.", evidence, reading).refuted is None
    assert {letters for letters, _ in calls} == {"OSX"}


def test_a_word_that_stands_nowhere_is_not_sought_range_by_range(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = counted(monkeypatch, lookup, "_places")
    text = "The ferry sank. " * 500
    ranges = [(at, at + 15) for at in range(0, len(text), 16)]
    assert lookup.find_words("Brindle Head", text, ranges) is None
    assert calls == []
    assert lookup.find_words("ferry sank", text, ranges) == (4, 14)
    assert len(calls) == 1


def test_a_german_word_is_held_against_those_alone_that_begin_like_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert GERMAN.inflection is not None
    calls = counted(monkeypatch, inflection, "_compiled")
    others = ("berg", "bergen", "boot", "bahnhof", "brücke", "brücken", "bau", "beamte", "bürger", "büro")
    assert [other for other in others if GERMAN.inflection.same("brücke", other)] == ["brücke", "brücken"]
    assert {word for _, word in calls} == {"brücke"}


def dollars() -> Iterator[str]:
    for number in range(3, 40):
        yield f"The bakery in Toronto paid ${number} million for shop {number}."


def test_of_which_country_dollars_are_an_article_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from nutgraf.reading.numbers import money
    from nutgraf.reading.numbers.pointed import pointed

    calls = counted(monkeypatch, money, "_tells_of")
    reading = read(Article.from_text("\n".join(dollars())))
    units = {
        found.unit
        for quantity in reading.quantities
        if quantity.kind == "money"
        and (
            found := pointed(
                reading.article.text, (quantity.span.start, quantity.span.end), reading.quantities, reading.language
            )
        )
    }
    assert units == {"$"}
    assert 0 < len(calls) <= 8
