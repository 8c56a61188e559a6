"""The English table and its rules of inflection: what a row of its own must not cost a word."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.verbs.tense import negations, status_of


def test_a_word_in_ed_is_a_past_form_unless_its_row_says_that_it_is_none() -> None:
    adjectives = {"aed", "based", "ed", "masked", "poised", "purported", "unnamed"}
    forms = (word for word in WORDS.known if word.endswith("ed") and word.isalpha())
    assert {word for word in forms if not WORDS[word] & (c.PAST | c.NO_VERB | c.GIVEN)} == adjectives


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Divers obtained a map.", "occurred"),
        ("The fall injured two climbers.", "occurred"),
        ("The club ousted its chair.", "occurred"),
        ("Ann Lee retired in May.", "occurred"),
        ("Residents opposed the dam.", "occurred"),
        ("Masked dancers were there.", "occurred"),
        ("Injured climbers will be flown out.", "planned"),
    ],
)
def test_a_verb_with_other_classes_tells_what_happened(text: str, status: str) -> None:
    assert status_of(text) == status


@pytest.mark.parametrize("adverb", ["previously", "subsequently", "usually", "specifically", "shortly", "hardly"])
def test_an_adverb_stands_between_a_speaker_and_the_verb(adverb: str) -> None:
    assert WORDS[adverb] & c.BETWEEN


def test_a_quote_is_found_past_an_adverb_with_other_classes() -> None:
    (quote,) = nutgraf.read(Article.from_text("Divers previously said the wreck was empty.")).quotes
    assert [span.text for span in quote.content] == ["the wreck was empty"]


@pytest.mark.parametrize(
    ("form", "bits"),
    [
        ("goes", c.THIRD),
        ("undergoes", c.THIRD),
        ("running", c.ING),
        ("summed", c.PAST),
        ("rebutted", c.PAST),
        ("inferred", c.PAST),
        ("signaled", c.PAST),
        ("signalled", c.PAST),
        ("labelling", c.ING),
        ("ombudsmen", c.PERSON | c.PLURAL),
        ("chairwomen", c.PERSON | c.PLURAL),
        ("bangladeshis", c.PLURAL),
        ("germans", c.PLURAL),
    ],
)
def test_a_rule_of_inflection_gives_the_form(form: str, bits: int) -> None:
    assert WORDS[form] & bits == bits


@pytest.mark.parametrize("form", ["gos", "undos", "diging", "ombudsmans", "britishes"])
def test_a_form_that_nobody_writes_has_no_row(form: str) -> None:
    assert form not in WORDS.known


def test_a_plural_with_another_vowel_leads_to_its_word() -> None:
    assert (WORDS.bases["spokesmen"], WORDS.bases["took"]) == ("spokesman", "take")


def test_the_plural_of_no_denies_nothing() -> None:
    assert negations("Nos. 4 and 5 were read.") == ()
    assert negations("No boats came.") == ("not",)
