"""German inflection: strong verbs and their compounds, numbers and days in one word, words by their ends."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.checking.place.lookup import inflected
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.de.vocabulary import WORDS
from nutgraf.reading.languages.language import language_of


@pytest.mark.parametrize(
    ("form", "bits"),
    [
        ("unterstrich", c.SAYS | c.PAST),
        ("rief auf", c.ORDERS | c.PAST),
        ("aufgerufen", c.ORDERS | c.PARTICIPLE),
        ("widersprochen", c.DENIES | c.PARTICIPLE),
        ("angeordnet", c.ORDERS | c.PARTICIPLE),
        ("anzuzweifeln", c.DOUBTS | c.BASE),
        ("durchsucht", c.PARTICIPLE),
        ("gegeißelt", c.MARKS | c.PARTICIPLE),
        ("prophezeit", c.SAYS | c.PARTICIPLE),
        ("geschrien", c.SAYS | c.PARTICIPLE),
        ("magazinen", c.PLURAL),
        ("sprecherinnen", c.PERSON | c.PLURAL),
        ("regierungssprechers", c.PERSON),
        ("innenministeriums", c.BODY),
        ("montagfrüh", c.WEEKDAY),
        ("zweihundertfünfzig", c.CARDINAL),
    ],
)
def test_a_rule_of_inflection_gives_the_form(form: str, bits: int) -> None:
    assert WORDS[form] & bits == bits


@pytest.mark.parametrize(
    "form", ["unterstreichte", "geanmahnt", "schreite", "festnehmte", "ünterstrichen", "geprophezeit"]
)
def test_a_form_that_nobody_writes_has_no_row(form: str) -> None:
    assert form not in WORDS.known


def test_a_short_ending_makes_no_noun_of_a_verb() -> None:
    assert not WORDS["reiste"] & c.PERSON


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hundert Boote", 100),
        ("zwei tausend Boote", 2000),
        ("zweihundertfünfzig Boote", 250),
        ("einundneunzig Boote", 91),
        ("vierzigtausend Boote", 40_000),
        ("anderthalb Millionen Boote", 1_500_000),
    ],
)
def test_a_number_in_words_has_its_value(words: str, value: int) -> None:
    (found,) = nutgraf.read(Article.from_text(f"Es sanken {words}.", language="de")).quantities
    assert (found.span.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("Am Montagvormittag sank das Boot.", "2026-03-09TMO"), ("Am Sonnabendabend sank das Boot.", "2026-03-07TEV")],
)
def test_a_part_of_a_weekday_is_read(text: str, value: str) -> None:
    reading = nutgraf.read(Article.from_text(text, language="de", published="2026-03-12"))
    assert [time.value for time in reading.times] == [value]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("theater", "theaters", True),
        ("bürgermeister", "bürgermeisters", True),
        ("bürgermeistern", "bürgermeister", True),
        ("haus", "häuser", True),
        ("haus", "hauses", True),
        ("theater", "theatrum", False),
        ("meister", "meise", False),
    ],
)
def test_what_looks_like_an_ending_may_be_a_part_of_the_word(one: str, other: str, same: bool) -> None:
    inflection = language_of("de").inflection
    assert inflection is not None
    assert inflection.same(one, other) is inflection.same(other, one) is same


def test_a_body_is_found_by_its_name_in_the_genitive() -> None:
    inflection = language_of("de").inflection
    text = "Die Intendantin des Theaters am Holm ging."
    assert [text[slice(*place)] for place in inflected("Theater am Holm", text, [(0, len(text))], inflection)] == [
        "Theaters am Holm"
    ]
