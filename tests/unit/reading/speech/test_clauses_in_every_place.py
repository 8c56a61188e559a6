"""Clauses that somebody tells, wherever their cue stands: who says what, and what is no clause."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article


def told(text: str) -> list[str]:
    """What is told without marks: "stance | speaker | cue | content"."""
    lines: list[str] = []
    for quote in nutgraf.read(Article.from_text(text, language="en")).quotes:
        if quote.kind == "indirect":
            who = quote.speaker.mention.text if quote.speaker and quote.speaker.mention else "-"
            cue = quote.cue.text if quote.cue else "-"
            lines.append(" | ".join((quote.stance, who, cue, " + ".join(s.text for s in quote.content))))
    return lines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“The lock is shut,” said one former diver, who said he had left in May.",
            "says | one former diver | said | he had left in May",
        ),
        (
            "The lock is shut, said Ida Moe, a clerk at the yard, who notes that it leaks.",
            "says | Ida Moe | notes | it leaks",
        ),
    ],
)
def test_who_speaks_behind_a_clause_may_be_described_by_what_they_say(text: str, found: str) -> None:
    assert told(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill hopes to open its gates in May.", ["says | The mill | hopes | to open its gates in May"]),
        ("Ida Moe sold her boat, hoping to save the mill.", ["says | Ida Moe | hoping | to save the mill"]),
        ("It is a fare he hopes to cut.", []),
        ("The mayor broke what he had promised to keep.", []),
        ("The fare that the board vowed to cut rose again.", []),
    ],
)
def test_what_somebody_hopes_to_do_is_told_unless_its_object_is_what_it_describes(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Asked by Bo Lund whether the lock leaked, Ida Moe left.",
            ["asks | Bo Lund | Asked | whether the lock leaked"],
        ),
        ("Ida Moe left when asked how the lock would be mended.", ["asks | - | asked | how the lock would be mended"]),
        ("When asked on Radio Orm if the lock leaked, Ida Moe left.", ["asks | - | asked | if the lock leaked"]),
        ("When asked why, Ida Moe left.", []),
        ("When asked by letter, Ida Moe left.", []),
    ],
)
def test_a_question_that_somebody_was_asked_is_told(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The board paid for locks that he said saved the town.", ["says | he | said | saved the town"]),
        ("The board hired the divers they thought were the best.", ["says | they | thought | were the best"]),
        ("The board signed a truce that Bo Lund hopes will hold.", ["says | Bo Lund | hopes | will hold"]),
        ("The board bought what she claims was a wreck.", ["says | she | claims | was a wreck"]),
        ("What she believes remains a secret.", []),
        ("The answer he gave was a surprise.", []),
        ("Their claims were upheld.", []),
    ],
)
def test_a_clause_is_told_whose_subject_is_what_it_describes(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In the last few days, union leaders — Bo Lund among them — insisted that the lock be mended.",
            "says | union leaders | insisted | the lock be mended",
        ),
        (
            "Some old divers - Bo Lund and a friend of his - said that the lock leaked.",
            "says | Some old divers | said | the lock leaked",
        ),
        (
            "The poll of divers has, however, revealed that the lock leaks.",
            "says | The poll of divers | revealed | the lock leaks",
        ),
        (
            "In addition, according to the union, nearly nine more divers who should be paid will be.",
            "says | the union | according to | In addition + nearly nine more divers who should be paid will be",
        ),
    ],
)
def test_a_clause_is_told_whatever_parts_its_subject_from_its_verb(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ida Moe does not think the lock was old.", ["doubts | Ida Moe | does not think | the lock was old"]),
        ("The divers didn't believe that it leaked.", ["doubts | The divers | didn't believe | it leaked"]),
        ("The divers do not fear that it leaks.", []),
        ("The divers can't believe how old it is.", []),
        ("Ida Moe did not name it but did note that it leaked.", ["says | Ida Moe | note | it leaked"]),
        (
            "Many divers think that it was old and warn that it will burst.",
            ["says | Many divers | think | it was old", "says | Many divers | warn | it will burst"],
        ),
        (
            "The divers ask the town to buy the lock and mend its gate.",
            ["asks | The divers | ask | to buy the lock and mend its gate"],
        ),
        ("The clerk wouldn't say Tuesday how it leaked.", ["no_comment | The clerk | wouldn't say | how it leaked"]),
        (
            "The clerk did not say when, or if, it leaked.",
            ["no_comment | The clerk | did not say | when, or if, it leaked"],
        ),
        ("The clerk said her $40 lock was leaking.", ["says | The clerk | said | her $40 lock was leaking"]),
        ("Both divers reveal that’s untrue.", ["says | Both divers | reveal | that’s untrue"]),
        ("Crews met the inland states that have grown.", []),
    ],
)
def test_a_clause_is_told_by_a_verb_with_its_small_words(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was widely reported that the lock leaked.", ["says | - | reported | the lock leaked"]),
        (
            "It was announced on Monday that the weir would be mended.",
            ["says | - | announced | the weir would be mended"],
        ),
        ("Crews were told that the lock leaked.", ["says | - | told | the lock leaked"]),
        (
            "Crews had been told that the lock leaked, Ida Moe said later.",
            ["says | Ida Moe | said | Crews had been told that the lock leaked", "says | - | told | the lock leaked"],
        ),
        ("Crews were asked to leave the lock.", ["asks | - | asked | to leave the lock"]),
        ("It was not reported that the lock leaked.", []),
        ("Crews were told the time.", []),
        ("Ida Moe, who had been told that the lock leaked, left.", ["says | - | told | the lock leaked"]),
        (
            "Ida Moe said that crews were asked to leave the lock.",
            ["says | Ida Moe | said | crews were asked to leave the lock"],
        ),
    ],
)
def test_what_nobody_is_named_to_have_said_is_told(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Older voters were more likely to say the lock had leaked.",
            ["says | Older voters | say | the lock had leaked"],
        ),
        ("Ida Moe had to explain to Bo Lund that it leaked.", ["says | Ida Moe | explain | it leaked"]),
        ("Ida Moe stood at the old lock to say it leaked.", ["says | Ida Moe | say | it leaked"]),
        ("Older voters were likely to say the lock had leaked.", []),
        ("Ida Moe had to respond to letters.", []),
    ],
)
def test_an_infinitive_tells_what_somebody_has_said(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill announced plans to build a lock.", ["says | The mill | announced | plans to build a lock"]),
        (
            "The mill revealed its new plan to build a lock.",
            ["says | The mill | revealed | its new plan to build a lock"],
        ),
        ("The mill announced plans for a lock.", []),
        ("The mill suggested a plan to build a lock.", []),
    ],
)
def test_a_plan_is_told_with_what_is_planned(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ida Moe fired back a response saying she would stay.", ["says | Ida Moe | saying | she would stay"]),
        (
            "The mill released a statement confirming it will build a lock.",
            ["says | The mill | confirming | it will build a lock"],
        ),
        ("Ida Moe said on Friday to Radio Orm that the lock was old.", ["says | Ida Moe | said | the lock was old"]),
        ("Ida Moe replied on Friday to reports that the lock was old.", []),
    ],
)
def test_a_clause_is_told_behind_a_writing_and_behind_a_hearer(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_who_was_asked_or_told_of_speaks_behind_it_and_not_nobody() -> None:
    text = "Asked why the lock leaked, Ida Moe said that it was old. “It will be mended.”"
    speaker = nutgraf.read(text).quotes[-1].speaker
    assert speaker is not None
    assert speaker.name == "Ida Moe"
