"""What of a sentence is reported, where a model names the sentence, the cue and the speaker: one construction each."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Quote


def settled(text: str, cue: str, name: str = "Lund", **more: Any) -> Any:
    reading = read(text)
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name=name, kind="person")
    item = SimpleNamespace(**({"content": ["1"], "speaker": speaker, "cue": cue, "addressee": None} | more))
    return built_in("quotes", quote=Quote).checked(reading, [(window, [item])])


LATE = "the ferry was late"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Lund said the ferry was late, according to the log.", "said", LATE),
        ("Lund said the ferry was late, with crews leaving.", "said", "the ferry was late, with crews leaving"),
        ("Lund said the ferry was late, with a smile.", "said", "the ferry was late, with a smile"),
        ("Lund said the ferry was late, but the mayor denied it.", "said", LATE),
        ("Lund said the ferry was late, but safe.", "said", "the ferry was late, but safe"),
        ("Lund said the ferry was late, which angered the crew.", "said", LATE),
        ("Lund said the ferry was late; the crew left.", "said", LATE),
        (
            "Lund said the ferry, which opened in 1930, was unsafe.",
            "said",
            "the ferry, which opened in 1930, was unsafe",
        ),
        (
            "Lund said that the ferry was late and that the crew left.",
            "said",
            "the ferry was late and that the crew left",
        ),
        ("Lund said he was told that the ferry was late.", "said", "he was told that the ferry was late"),
        (
            "Lund said it was late because the crew, who had slept, forgot it.",
            "said",
            "it was late because the crew, who had slept, forgot it",
        ),
        ("Lund said about 300 would go.", "said", "about 300 would go"),
        ("Lund said on Monday that the ferry was late.", "said", LATE),
        ("Lund said then the ferry was late.", "said", LATE),
        ("Lund said: the ferry was late.", "said", LATE),
        ("Lund told the crew that the ferry was late.", "told", LATE),
        ("Lund warned on Monday of faulty sirens.", "warned", "faulty sirens"),
        ("Lund complained of faulty sirens.", "complained", "faulty sirens"),
        ("Asked about the ferry, Lund said it was late.", "said", "it was late"),
        ("When Lund said the ferry was late, the crew left.", "said", LATE),
        ("Lund, who said the ferry was late, left.", "said", LATE),
        ("Lund, the mayor, said the ferry was late.", "said", LATE),
        ("Lund's claim that the ferry was late went unanswered.", "claim", LATE),
        ("The ferry was late, said Lund.", "said", "The ferry was late"),
        ("The ferry, said Lund, was late.", "said", "The ferry … was late"),
        ("The ferry was late, Lund said, and the crew left.", "said", "The ferry was late … and the crew left"),
        ("According to Lund the ferry was late.", "According to", LATE),
        ("The ferry was, according to Lund, late.", "according to", "The ferry was … late"),
    ],
)
def test_the_reported_clause_is_cut_out_of_its_sentence(text: str, cue: str, content: str) -> None:
    found = settled(text, cue)
    (quote,) = found.items
    assert (quote.text, quote.cue.text, quote.speaker.name, quote.stance) == (content, cue, "Lund", "says")
    assert found.problems == []


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole", "stance"),
    [
        ("Lund denied that the ferry was late.", "denied", LATE, "denied", "denies"),
        ("Lund asked whether the ferry was late.", "asked", "whether the ferry was late", "asked", "asks"),
        ("Lund ordered the crew to leave.", "ordered", "to leave", "ordered", "orders"),
        ("Lund did not say that the ferry was late.", "say", LATE, "did not say", "no_comment"),
    ],
)
def test_the_stance_is_that_of_the_cue(text: str, cue: str, content: str, whole: str, stance: str) -> None:
    (quote,) = settled(text, cue).items
    assert (quote.text, quote.cue.text, quote.stance) == (content, whole, stance)


@pytest.mark.parametrize(
    "text",
    [
        "The minister, Ola Berg, said the ferry was late.",
        "When the minister, Ola Berg, said the ferry was late, all left.",
    ],
)
def test_a_speaker_between_commas_speaks(text: str) -> None:
    (quote,) = settled(text, "said", "Ola Berg").items
    assert (quote.text, quote.speaker.name) == (LATE, "Ola Berg")


@pytest.mark.parametrize(
    ("addressee", "hearer", "problems"),
    [
        ("the crew", "the crew", []),
        ("crew", "crew", []),
        (None, "the crew", []),
        ("the mayor", "the crew", [("addressee_not_in_article", "replaced")]),
    ],
)
def test_the_hearer_is_the_models_where_it_stands_there_else_the_object_of_the_cue(
    addressee: str | None, hearer: str, problems: list[tuple[str, str]]
) -> None:
    found = settled("Lund told the crew that the ferry was late.", "told", addressee=addressee)
    (quote,) = found.items
    assert quote.addressee == hearer
    assert [(one.kind, one.resolution) for one in found.problems] == problems


def test_a_hearer_who_stands_nowhere_and_whom_no_rule_finds_is_left_out() -> None:
    found = settled("Lund said the ferry was late.", "said", addressee="the mayor")
    assert found.items[0].addressee is None
    (problem,) = found.problems
    assert (problem.kind, problem.resolution) == ("addressee_not_in_article", "field_cleared")
    assert problem.detail == "addressee: 'the mayor' does not stand beside it"
    within = settled("Lund told the crew, “The mayor was late.”", "told", content=["m1"], addressee="the mayor")
    assert within.items[0].addressee == "the crew"


@pytest.mark.parametrize(
    ("text", "cue", "name", "content", "stance"),
    [
        ("The mayor of Selby, Ruth Amos, made clear that the ferry was late.", "made clear", "Ruth Amos", LATE, "says"),
        ("The mayor of Selby, Ruth Amos, noted the late ferry.", "noted", "Ruth Amos", "the late ferry", "says"),
        ("Ruth Amos was late, Ruth Amos said.", "said", "Ruth Amos", "Ruth Amos was late", "says"),
        ("Asked about the fire, Lund said nothing new.", "said", "Lund", "nothing new", "says"),
        ("Moe said the ferry sank, and it burned, said Lund.", "said Lund", "Lund", "it burned", "says"),
        ("The wolves, as Lund pointed out, never left.", "pointed out", "Lund", "The wolves … never left", "says"),
        (
            "The army says it shot down nine drones, a claim that Lund denies.",
            "denies",
            "Lund",
            "it shot down nine drones",
            "denies",
        ),
        (
            "Asked if he would run, Lund did not answer.",
            "did not answer",
            "Lund",
            "Asked if he would run",
            "no_comment",
        ),
        ("The ferry was late — Lund said.", "said", "Lund", "The ferry was late", "says"),
        ("The ferry was late (Lund said).", "said", "Lund", "The ferry was late", "says"),
        ("Rain fell; the ferry was late, Lund said.", "said", "Lund", "Rain fell; the ferry was late", "says"),
        ("The ferry — said Lund — was late.", "said", "Lund", "The ferry … was late", "says"),
    ],
)
def test_an_attribution_closes_interrupts_or_takes_up_what_is_said(
    text: str, cue: str, name: str, content: str, stance: str
) -> None:
    (quote,) = settled(text, cue, name).items
    assert (quote.text, quote.speaker.name, quote.stance) == (content, name, stance)
