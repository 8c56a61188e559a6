"""What stands alone without the sentence before it, and what of a line without a verb can be told."""

from __future__ import annotations

import pytest

from nutgraf.reading.offers.standing import happens, has_subject, means_the_speaker
from nutgraf.reading.offers.status import EVERY, core_of, less_hanging, statuses, verb_of
from nutgraf.results import Span, Speaker


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "Why did she leave",
        "In May, which broke",
        "That was all",
        "Some were hurt",
        "This soon led to talks",
        "At noon it was clear",
        "Giving her drops helped",
        "He laughed when he was told that",
    ],
)
def test_a_clause_that_only_another_explains_has_no_subject(clause: str) -> None:
    assert not has_subject(clause, "en")


@pytest.mark.parametrize(
    "clause", ["Ann Lee was hurt", "Some of the crew were hurt", "If Ann Lee loses, she will appeal"]
)
def test_a_clause_that_names_whom_it_is_about_has_one(clause: str) -> None:
    assert has_subject(clause, "en")


@pytest.mark.parametrize("words", ["the bridge", "The will of the owner", "A hearing on Monday"])
def test_words_without_a_verb_leave_every_status_open_and_are_whole(words: str) -> None:
    assert verb_of(words, "en") is None
    assert statuses(words, "en") == EVERY
    assert core_of(words, "en") == words
    assert less_hanging(words, 0, len(words), "en") == len(words)
    assert happens(words, "en")


def test_the_will_of_somebody_is_no_future() -> None:
    verb = verb_of("The will of the owner closed the yard", "en")
    assert verb is not None
    assert (verb.start, verb.kind) == (22, "past")


@pytest.mark.parametrize(
    ("content", "words", "kind", "same"),
    [
        ("she would retire", "Ann Lee", "person", True),
        ("they would close", "the owners", "group", True),
        ("they would close", "Ann Lee", "person", False),
        ("it would close", "the yard", "organization", True),
        ("it would close", "Ann Lee", "person", False),
        ("the yard would close", "Ann Lee", "person", False),
        ("", "Ann Lee", "person", False),
    ],
)
def test_a_pronoun_at_the_head_of_what_is_said_may_be_the_speaker(
    content: str, words: str, kind: str, same: bool
) -> None:
    mention = Span(text=words, start=0, end=len(words))
    speaker = Speaker.model_validate({"name": None, "mention": mention, "kind": kind})
    assert means_the_speaker(content, speaker, "en") is same


def test_without_a_speaker_nobody_is_meant() -> None:
    assert not means_the_speaker("she would retire", None, "en")
    assert not means_the_speaker("she would retire", Speaker(name="Ann Lee"), "en")
