"""A refusal to speak that is given without content: the clause of its cue stands for it, where there is one and it is its speaker's."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs


def settled(text: str, cue: str | None, name: str | None, stance: str = "no_comment", **about: Any) -> Any:
    reading = read(text)
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name=name, kind=about.pop("kind", "person"), **about) if name or about else None
    item: Any = SimpleNamespace(content=[], speaker=speaker, cue=cue, addressee=None, stance=stance)
    return built_in("quotes").checked(reading, [(window, [item])])


@pytest.mark.parametrize(
    ("text", "cue", "name", "clause"),
    [
        ("Ole Dahl did not return calls.", "did not return", "Ole Dahl", "Ole Dahl did not return calls"),
        ("The mill burned; Ole Dahl did not return calls.", "did not return", "Ole Dahl", "Ole Dahl did not return calls"),
        ("Ole Dahl did not return calls; the mill burned.", "did not return", "Ole Dahl", "Ole Dahl did not return calls"),
        ("Ole Dahl did not return calls, his aunt said.", "did not return", "Ole Dahl", "Ole Dahl did not return calls"),
        ("Ole Dahl did not return calls — he was at sea.", "did not return", "Ole Dahl", "Ole Dahl did not return calls"),
        ("Ole Dahl did not call before 9.30 on Monday.", "did not call", "Ole Dahl", "Ole Dahl did not call before 9.30 on Monday"),
        ("Ida Moe left. Ole Dahl did not return calls. It rained.", "did not return", "Dahl", "Ole Dahl did not return calls"),
        ("Ole Dahl came. In the third talk he declined to answer.", "declined to answer", "Ole Dahl",
         "In the third talk he declined to answer"),
        ("Norvik's grid operator met on Monday. The operator did not respond.", "did not respond", "Norvik's grid operator", "The operator did not respond"),
        ("Ida Moe did not reply. Ole Dahl did not reply.", "did not reply", "Ole Dahl", "Ole Dahl did not reply"),
        ("The court did not reply. The harbour office did not reply.", "did not reply", "office of the harbour",
         "The harbour office did not reply"),
    ],
)  # fmt: skip
def test_the_clause_of_its_cue_stands_for_a_refusal(text: str, cue: str, name: str, clause: str) -> None:
    found = settled(text, cue, name)
    assert [(quote.text, quote.stance, quote.speaker.name) for quote in found.items] == [
        (clause, "no_comment", name if name != "Dahl" else "Ole Dahl")
    ]
    assert found.problems == []


@pytest.mark.parametrize(
    ("text", "cue", "name", "stance"),
    [
        ("Ole Dahl did not return calls.", "did not return", "Ole Dahl", "says"),
        ("Ole Dahl did not return calls.", None, "Ole Dahl", "no_comment"),
        ("Ole Dahl did not return calls.", "did not return", None, "no_comment"),
        ("Ole Dahl did not return calls.", "hung up", "Ole Dahl", "no_comment"),
        ("Ole Dahl did not call. On Monday Ole Dahl did not call.", "did not call", "Ole Dahl", "no_comment"),
        ("The grid did not fail. The mill did not respond.", "did not respond", "Norvik's grid operator", "no_comment"),
        ("“Ole Dahl did not return calls.”", "did not return", "Ole Dahl", "no_comment"),
    ],
)
def test_where_no_one_clause_is_its_speakers_a_refusal_refers_to_nothing(
    text: str, cue: str | None, name: str | None, stance: str
) -> None:
    found = settled(text, cue, name, stance)
    assert [quote.text for quote in found.items if quote.stance == "no_comment"] == []
    assert [(one.kind, one.detail, one.resolution) for one in found.problems if one.kind != "left_out"] == [
        ("no_content", "it refers to nothing", "dropped")
    ]


def test_a_title_names_whoever_refuses_where_no_name_does() -> None:
    text = "The harbour master did not return calls. Ole Dahl was at sea."
    found = settled(text, "did not return", None, kind="unnamed", title="harbour master")
    assert [quote.text for quote in found.items] == ["The harbour master did not return calls"]


def test_where_an_answer_names_nobody_and_nobody_speaks_nothing_is_said() -> None:
    reading = read("The ferry sails at noon. Ole Dahl is its captain.")
    (window,) = runs(reading, "article")
    item: Any = SimpleNamespace(content=["1"], speaker=None, cue=None, addressee=None, stance="says")
    found = built_in("quotes").checked(reading, [(window, [item])])
    assert found.items == []
    told = [(one.kind, one.item, one.detail, one.resolution) for one in found.problems]
    assert told == [("no_speech_in_sentence", "1", "neither speaker nor clause in sentence 1", "dropped")]


@pytest.mark.parametrize(
    ("behind", "content"),
    [
        ("on Thursday", None),
        ("on the talks of Thursday", "the talks of Thursday"),
        ("on Thursday's talks", "Thursday's talks"),
    ],
)
def test_a_time_alone_is_not_what_nobody_speaks_of(behind: str, content: str | None) -> None:
    text = f"Ole Dahl declined to comment {behind}."
    reading = read(text)
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name="Ole Dahl", kind="person")
    item: Any = SimpleNamespace(
        content=["1"], speaker=speaker, cue="declined to comment", addressee=None, stance="no_comment"
    )
    (quote,) = built_in("quotes").checked(reading, [(window, [item])]).items
    assert quote.text == (content or text)
