"""Whose word a telling is, and when two papers lay one quotation to two persons."""

from __future__ import annotations

import pytest

from nutgraf.results import Event, Quote, Span, Speaker
from nutgraf.results.said import told_name
from nutgraf.results.story import Recurrence, Telling
from nutgraf.storylines.extracts import Extract
from nutgraf.storylines.members import Member
from nutgraf.storylines.recurring import same_name, speaker_conflicts

WORDS = Span(text="The dam holds", start=0, end=13)
MOE, EK = Speaker(name="Ida Moe"), Speaker(name="Bo Ek")


def quote(speaker: Speaker | None, name: str = "q1") -> Quote:
    return Quote(id=name, kind="direct", content=(WORDS,), speaker=speaker, cue=None)


def member(*quotes: Quote, **event: object) -> Member:
    made = Event.model_validate({"title": "The dam holds", "status": "occurred", "evidence": (WORDS,)} | event)
    return Member(Extract(key="A", quotes=quotes), made)


def test_an_event_is_asserted_by_its_source_before_those_whose_quotes_assert_it() -> None:
    assert member(quote(EK), according_to=MOE, asserted_by=("q1",)).claimant == "Ida Moe"
    assert member(quote(EK), asserted_by=("q2", "q1")).claimant == "Bo Ek"
    assert member(quote(EK), according_to=Speaker(name=None), asserted_by=("q1",)).claimant == "Bo Ek"
    assert member(quote(None), asserted_by=("q1",)).claimant is None
    assert member(quote(EK)).claimant is None


def test_a_speaker_goes_by_name_else_by_the_words_for_them() -> None:
    assert told_name(MOE) == "Ida Moe"
    assert told_name(Speaker(name=None, mention=Span(text="a guard", start=0, end=7))) == "a guard"
    assert told_name(Speaker(name=None)) is None
    assert told_name(None) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ida Moe", "Moe", True),
        ("Ida Moe", "Ida B. Moe", True),
        ("Ida Moe", "I. Moe", True),
        ("Ida Moe", "Bo Ek", False),
        ("Ida Moe", "Ida Ek", False),
        ("", "Ida Moe", True),
        ("Ida Moe", "…", True),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("others", "conflict"),
    [
        (EK, ["Ida Moe", "Bo Ek"]),
        (Speaker(name="Moe"), None),
        (Speaker(name="Osk Bank", kind="organization"), None),
        (Speaker(name=None, mention=WORDS), None),
        (None, None),
    ],
)
def test_one_quotation_of_two_persons_by_name_is_a_conflict(others: Speaker | None, conflict: list[str] | None) -> None:
    extracts = [Extract(key="A", quotes=(quote(MOE),)), Extract(key="B", quotes=(quote(EK, "q0"), quote(others)))]
    tellings = tuple(Telling(article=key, quote="q1", text=WORDS.text) for key in "AB")
    found = list(speaker_conflicts([Recurrence(text=WORDS.text, tellings=tellings)], extracts))
    assert [[account.value for account in one.accounts] for one in found] == ([conflict] if conflict else [])
