"""The word table: one row a word, known classes, forms by rule."""

from __future__ import annotations

from collections import Counter

import pytest

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.language import codes, words_of
from nutgraf.reading.languages.words import rows


@pytest.mark.parametrize("code", codes())
def test_no_word_stands_in_two_rows(code: str) -> None:
    counted = Counter(word for row in rows(code, "words.tsv") for word in row.words)
    assert [word for word, count in counted.items() if count > 1] == []


def test_every_class_has_a_word() -> None:
    held = 0
    for code in codes():
        for bits in words_of(code).values():
            held |= bits
    assert [name for name, bits in c.BITS.items() if held & bits != bits] == []


@pytest.mark.parametrize(
    ("form", "bits"),
    [
        ("said", c.SAYS | c.PAST | c.IRREGULAR),
        ("denies", c.SAYS | c.DENIES | c.THIRD),
        ("admitting", c.SAYS | c.ING),
        ("guaranteeing", c.TELLS | c.ING),
        ("prophesied", 0),
        ("ministries", c.BODY | c.PLURAL),
        ("spokeswomen", c.PERSON | c.PLURAL),
        ("the", c.ARTICLE | c.DETERMINER | c.FUNCTION),
        ("won’t", c.WILL | c.AUXILIARY),
        ("reports", c.TELLS | c.THIRD | c.DOCUMENT | c.PLURAL | c.NOUN),
    ],
)
def test_a_form_has_the_classes_of_its_word(form: str, bits: int) -> None:
    assert WORDS[form] & bits == bits


def test_a_row_of_past_forms_has_no_others() -> None:
    assert {"voted", "tied"} <= WORDS.known
    assert WORDS.known.isdisjoint({"voteds", "voteding", "tieded"})


def test_a_past_form_is_no_noun() -> None:
    assert not WORDS["reported"] & (c.DOCUMENT | c.NOUN)


def test_values_belong_to_all_forms() -> None:
    kinds = WORDS.values_of(c.NEGATION)
    assert (kinds["refusing"], kinds["never"]) == ("refused", "not")


def test_an_unknown_word_has_no_class() -> None:
    assert WORDS["zyxwv"] == 0
