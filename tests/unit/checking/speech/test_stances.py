"""What a speaker does with the words: by the cue, by the answer, and by a "no" of the words themselves."""

from __future__ import annotations

import pytest

from nutgraf.checking.speech.stance import settled, stance_by, stance_of, stance_of_text
from nutgraf.reading.languages.language import language_of
from nutgraf.results.said import Stance

EN, DE = language_of("en"), language_of("de")


@pytest.mark.parametrize(
    ("cue", "answered", "content", "reported", "quoted"),
    [
        ("said", None, "it fell", "says", "says"),
        ("said", "asks", "why it fell", "asks", "asks"),
        ("said", "denies", "it fell", "denies", "says"),
        ("said", "denies", "it had not fallen", "says", "says"),
        ("said", "denies", "nobody fell", "says", "says"),
        ("said", "doubts", "he didn’t go", "says", "says"),
        ("asked", None, "to go", "orders", "orders"),
        ("asked", None, "why", "asks", "asks"),
        ("asked", "orders", "them", "orders", "orders"),
        ("denied", None, "it fell", "denies", "says"),
        ("denied", "says", "it fell", "denies", "says"),
        ("doubted", None, "it fell", "doubts", "doubts"),
        ("doubted", "no_comment", "it", "no_comment", "no_comment"),
        ("stopped short of claiming", "doubts", "he took nothing", "doubts", "doubts"),
        ("the question", "asks", "could it fall?", "asks", "asks"),
        ("questioned", "says", "the count", "doubts", "doubts"),
        ("", None, "x", "says", "says"),
        ("", "asks", "x", "asks", "asks"),
    ],
)
def test_a_cue_settles_a_stance_or_leaves_it_to_the_answer(
    cue: str, answered: Stance | None, content: str, reported: Stance, quoted: Stance
) -> None:
    assert settled(cue, answered, content, EN, direct=False) == reported
    assert settled(cue, answered, content, EN, direct=True) == quoted


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("bestreitet", "denies"),
        ("lehnt ab", "denies"),
        ("streitet ab", "denies"),
        ("weist zurück", "denies"),
        ("fordert auf", "orders"),
        ("bezweifelt", "doubts"),
        ("nicht bestreitet", None),
        ("kündigt an", None),
    ],
)
def test_a_verb_in_two_parts_has_one_stance_and_a_no_leaves_it_open(cue: str, stance: Stance | None) -> None:
    assert stance_by(DE.words, cue) == stance_of(cue, DE) == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor denies taking money", "denies"),
        ("The mayor ruled out a sale", "denies"),
        ("The mayor said it fell", None),
        ("A court order shut the mill", None),
        ("The mayor ordered a sale", "orders"),
        ("The mill fell", None),
    ],
)
def test_a_title_tells_a_stance_by_its_verb(text: str, stance: Stance | None) -> None:
    assert stance_of_text(text, EN) == stance
