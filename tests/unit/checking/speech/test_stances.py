"""What a speaker does with the words: by the cue, by the answer, and by a "no" of the words themselves."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.checking.speech.stance import settled, stance_by, stance_of, stance_of_text
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.window import runs
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


@pytest.mark.parametrize(
    ("text", "content", "cue", "stance"),
    [
        ("Ida Moe denied that the pumps had held in May.", "1: the pumps had held in May", "denied", "denies"),
        ("Ida Moe denied that: the pumps had held in May.", "1: the pumps had held in May", "denied", "says"),
        ("Ida Moe denied it: “the pumps held”.", "m1", "denied", "says"),
        ("Ida Moe denied it. “The pumps had held in May.”", "m1", "denied", "says"),
        ("Ida Moe denied it. The pumps had held in May.", "2", "denied", "says"),
        ("Ida Moe denied “a leak” in May.", "m1", "denied", "denies"),
        ("Ida Moe dismissed claims of “a leak”.", "m1", "dismissed", "denies"),
        ("Ida Moe dismissed the study as “wishful thinking”.", "m1", "dismissed", "says"),
        ("Ida Moe asked for one thing: “a ship”.", "m1", "asked", "asks"),
        ("Ida Moe ordered this: “a halt”.", "m1", "ordered", "orders"),
        ("Ida Moe doubted it: “too late”.", "m1", "doubted", "doubts"),
        ("Ida Moe bestritt, dass die Pumpen hielten.", "1: die Pumpen hielten", "bestritt", "denies"),
        ("Ida Moe bestritt das: „die Pumpen hielten“.", "m1", "bestritt", "says"),
    ],
)
def test_what_stands_behind_a_colon_or_is_what_a_thing_is_called_is_said_and_not_denied(
    text: str, content: str, cue: str, stance: str
) -> None:
    reading = read(Article.from_text(text, language="de" if " die " in text else "en"))
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name="Ida Moe", kind="person")
    item: Any = SimpleNamespace(content=[content], speaker=speaker, cue=cue, addressee=None, stance=None)
    settled = built_in("quotes").checked(reading, [(window, [item])])
    assert [(quote.stance, quote.speaker.name) for quote in settled.items] == [(stance, "Ida Moe")]
