"""What rules keep where no model answered: only what can be printed beside the name of its speaker."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.checking.speech.silence import Claims, keep_by_rule
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Quote


def kept(text: str, language: str = "en") -> list[Quote]:
    return built_in("quotes").checked(read(Article.from_text(text, language=language)), []).items


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The old mill, which Ann Lee said had been sold twice, burned down on Monday.", "en"),
        ("The police asked drivers to leave their cars at home.", "en"),
        ("We reported earlier that two men had been hurt.", "en"),
        ("The mayor was asked whether the bridge was safe.", "en"),
        ("Der Verein warf dem Amt vor, den Brief verlegt zu haben.", "de"),
        ("Die Stadt bestreitet, ihn erhalten zu haben.", "de"),
        ("Rosa Timm kündigte einen Zuschuss an, über den der Rat im Mai abstimmen soll.", "de"),
        ("Das „Nadelöhr von Osk“, wie die Brücke genannt wird, wurde gesperrt.", "de"),
    ],
)
def test_a_fragment_and_the_papers_own_words_are_not_kept(text: str, language: str) -> None:
    assert kept(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Ann Lee said she would leave in May.", "en", "she would leave in May"),
        ("The firm denies that it paid for anything.", "en", "it paid for anything"),
        ("Ann Lee would not say whether the mill had been sold.", "en", "whether the mill had been sold"),
        ("Der Verein warf dem Amt vor, dass der Brief verlegt sei.", "de", "der Brief verlegt sei"),
    ],
)
def test_a_clause_is_kept(text: str, language: str, words: str) -> None:
    assert [quote.text for quote in kept(text, language)] == [words]


def test_whoever_is_meant_by_a_pronoun_is_said_in_the_words_that_tell_of_them() -> None:
    text = "Lena Ott left the yard. Witness No. 4 said the gate was open. “We saw it,” she said."
    assert [q.speaker and q.speaker.mention and q.speaker.mention.text for q in kept(text)] == ["Witness No. 4"] * 2


def test_of_an_interview_the_answers_are_kept_and_not_the_papers_questions() -> None:
    text = "Lena Ott keeps the ferry.\n\nQ: Is it safe?\n\nA: I sleep well.\n\nQ: And you?\n\nA: I told him so."
    assert [(q.speaker and q.speaker.name, q.kind, q.text) for q in kept(text)] == [
        ("Lena Ott", "direct", "I sleep well."),
        ("Lena Ott", "direct", "I told him so."),
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Chairman Ole Moe said no such plan “ever reached this desk.”", "denies"),
        ("Chairman Ole Moe said the plan had “reached this desk.”", "says"),
        ("Chairman Ole Moe said no plan was good, and this one “a bad joke.”", "says"),
    ],
)
def test_marked_words_that_a_no_before_them_turns_are_denied(text: str, stance: str) -> None:
    assert [quote.stance for quote in kept(text)] == [stance]


@pytest.mark.parametrize(("words", "added"), [("Unsere Schulen brauchen Lehrer.", 1), ("Das Schweigen der Lehrer", 0)])
def test_a_sentence_of_nouns_is_no_title_where_nouns_have_capitals(words: str, added: int) -> None:
    text = f"Der Rektor Otto Brandt sagte am Montag: „{words}“ Dann ging er."
    reading = read(Article.from_text(text, language="de"))
    found, _ = keep_by_rule(Quote, reading, Claims(), step="quotes", asked={"m1"}, answered={1, 2})
    assert len(found) == added


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("On the door hung a note: “Nobody comes in here.” It rained.", True),
        ("On the door hung a note, “Nobody comes in here.” It rained.", False),
        ("Nobody saw it. “The dam will hold in May.” It rained.", True),
        ("On the door hung a note: “Not in here.” It rained.", False),
        ("On the door hung a note: “nobody comes in here.” It rained.", False),
        ("On the door hung a note: “Nobody comes in here” and a bell.", False),
        ("On the door hung a film bill: “Nobody Comes In Here.” It rained.", False),
        ("On the door hung a film bill: “Nobody Comes without Keys.” It rained.", False),
        ("On the door hung a film bill: “Nobody Comes without keys.” It rained.", True),
    ],
)
def test_what_an_answer_calls_no_speech_is_kept_where_a_whole_sentence_stands_alone_or_behind_a_colon(
    text: str, spoken: bool
) -> None:
    reading = read(f"The ferry sails. {text}")
    (window,) = runs(reading, "article")
    item: Any = SimpleNamespace(content=["m1"], speaker=None, cue=None, addressee=None)
    found = built_in("quotes", quote=Quote).checked(reading, [(window, [item])])
    assert bool(found.items) is spoken
    assert [problem.kind for problem in found.problems] == (["called_no_speech"] if spoken else [])
