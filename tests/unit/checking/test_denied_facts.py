"""What an article reports only to say that somebody denies it is no fact; what a denial names in passing, or somebody else says, may be."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.checking.items.claims import Claims
from nutgraf.checking.items.stated import Refuted, stated


def denied(text: str, article: str, language: str | None = None) -> str | None:
    """Why a text can't stand as a fact over a whole article."""
    reading = nutgraf.read(nutgraf.Article.from_text(article, language=language))
    return Claims(reading).denied(text, [reading.sentence_span(sentence.number) for sentence in reading.sentences])


SOLD = "Lund denied that she had sold the mill."
ADDING = "Lund denied that she had sold the mill, adding that the town had paid for it."
ASIDE = "Lund denied that the mill, bought in 2020, had been sold."


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("Lund sold the mill", SOLD),
        ("The mill was sold", SOLD),
        ("She sold the mill", ADDING),
        ("The mill was sold", ASIDE),
        ("Lund did not sell the mill", "Lund denied that she had not sold the mill."),
        ("The mill was sold", f"The mill is old. {SOLD}"),
        ("The mill of Osk was sold", "On Monday Lund denied that the mill of Osk had been sold."),
    ],
)
def test_what_is_only_denied_is_no_fact(text: str, article: str) -> None:
    reason = "the cited sentence says that Lund denies it: tell the denial, or cite who asserts it"
    assert denied(text, article) == reason


def test_what_is_only_denied_is_refuted_with_the_reason_unless_by_the_word_of_another() -> None:
    article = "Ida Moe says Lund sold the mill. Lund denied that the mill, bought in 2020, had been sold."
    reading = nutgraf.read(article)
    found = stated("The mill was sold", (reading.sentence_span(2),), Claims(reading), None)
    assert isinstance(found, Refuted)
    reason = "the cited sentence says that Lund denies it: tell the denial, or cite who asserts it"
    assert (found.rule, found.reason, found.by_wording) == ("denied_as_fact", reason, True)
    told = stated("The mill was sold", (reading.sentence_span(2),), Claims(reading), "Ida Moe")
    assert told == found.marked
    assert told.support == "open"


@pytest.mark.parametrize(
    ("text", "article"),
    [
        # The denial itself, in whatever words.
        ("Lund did not sell the mill", SOLD),
        ("Lund rejects claims that she sold the mill", SOLD),
        ("Lund denied that the mill was sold", SOLD),
        ("The sale of the mill is denied", SOLD),
        # What it names in passing, or tells behind it.
        ("The town paid for the mill", ADDING),
        ("The mill was bought in 2020", ASIDE),
        ("A yard is run by Lund", "Lund, who runs the yard, denied that the mill had been sold."),
        # Somebody says so, or the paper.
        ("The mill was sold", f"The mill was sold. {SOLD}"),
        ("The mill was sold", f"The union says the mill was sold. {SOLD}"),
        ("The mill was sold", "Lund said that she had sold the mill."),
        ("Rain fell", SOLD),
    ],
)
def test_what_is_not_denied_or_said_as_well_may_be_told(text: str, article: str) -> None:
    assert denied(text, article) is None


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Die Mühle wurde verkauft", True),
        ("Lund bestritt, dass die Mühle verkauft wurde", False),
        ("Die Mühle wurde nicht verkauft", False),
    ],
)
def test_a_german_denial_is_no_fact_either(text: str, *, refused: bool) -> None:
    article = "Bürgermeisterin Ida Lund bestritt, dass die Mühle verkauft worden sei."
    assert bool(denied(text, article, "de")) is refused
