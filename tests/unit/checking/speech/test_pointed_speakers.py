"""The speaker that a model names which only points: a small one, which was shown few names and must take one that may speak."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import Window


def pointed(text: str, name: str | None, kind: str = "person") -> Any:
    """What becomes of the answer to "who says it?"."""
    reading = read(text)
    numbers, tags = tuple(s.number for s in reading.sentences), tuple(s.id for s in reading.segments)
    window = Window(numbers=numbers, tags=tags, focus="who says it?", points=True)
    item: Any = SimpleNamespace(content=["m1"], speaker=SimpleNamespace(name=name, kind=kind), cue=None, addressee=None)
    return built_in("quotes").checked(reading, [(window, [item])])


HOME = "“We want them all home.”"


@pytest.mark.parametrize(
    ("text", "name", "kind", "mention"),
    [
        (f"Ann Lee wept. {HOME}\n\nBob Ray went to York.", "Ann Lee", "person", ("Ann Lee", 0)),
        (f"Ann Lee wept. {HOME}\n\nBob Ray met Ann Lee in York.", "Ann Lee", "person", ("Ann Lee", 0)),
        (f"Ann Lee wept. Ann Lee sat. {HOME}\n\nBob Ray left.", "Ann Lee", "person", ("Ann Lee", 14)),
        (f"Rain fell on Norda. {HOME}\n\nBob Ray left.", "Norda", "organization", ("Norda", 13)),
        (f"Ann Lee waited in Leeds. She held a sign: {HOME} Bob Ray left.", "Ann Lee", "person", ("She", 25)),
    ],
)
def test_who_is_named_before_may_speak(text: str, name: str, kind: str, mention: tuple[str, int]) -> None:
    settled = pointed(text, name, kind)
    (speaker,) = (quote.speaker for quote in settled.items)
    assert (speaker.name, speaker.basis, (speaker.mention.text, speaker.mention.start)) == (name, "model", mention)
    assert settled.problems == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "doubt"),
    [
        (f"Rain fell. {HOME} Bob Ray went to York.", "Bob Ray", "person", "is first named behind the quotation"),
        (f"{HOME}\n\nBob Ray went to York.", "Bob Ray", "person", "is first named behind the quotation"),
        (f"Rain fell in Leeds. {HOME}\n\nBob Ray left.", "Leeds", "organization", "is where something is, not who speaks"),
        (f"Rain fell near Leeds. {HOME}\n\nBob Ray left.", "Leeds", "organization", "is where something is, not who speaks"),
        (f"Rain fell at Leeds. {HOME}\n\nBob Ray left.", "Leeds", "organization", "is where something is, not who speaks"),
        (f"It sank outside Leeds. {HOME}\n\nBob Ray left.", "Leeds", "organization", "is where something is, not who speaks"),
    ],
)  # fmt: skip
def test_who_is_first_named_behind_and_a_place_do_not(text: str, name: str, kind: str, doubt: str) -> None:
    settled = pointed(text, name, kind)
    assert [quote.speaker for quote in settled.items] == [None]
    told = [(problem.kind, problem.detail, problem.resolution) for problem in settled.problems]
    assert told == [("speaker_not_beside_words", f"{name!r} {doubt}", "field_cleared")]


@pytest.mark.parametrize(
    ("text", "name", "speaker", "told"),
    [
        (f"Captain Bob Ray came. He had a sign: {HOME} It rained.", "Bob Ray", ("Bob Ray", "Captain", "model"), []),
        ("“We wait,” said Bob Ray, a captain. Ann Lee wept.", "Bob Ray", ("Bob Ray", "captain", "model"), []),
        ("“We wait,” said Bob Ray, a captain. Ann Lee wept.", None, ("Bob Ray", "captain", "rule"), []),
        ("“We wait,” said Bob Ray, a captain. Ann Lee wept.", "Ann Lee", ("Bob Ray", "captain", "rule"),
         ["the words beside it name 'Bob Ray', not 'Ann Lee'"]),
        ("“We wait,” said Bob Ray, a captain. Ann Lee wept.", "Kai Dal", ("Bob Ray", "captain", "rule"),
         ["'Kai Dal' is not named in the article"]),
        ("“We wait,” a captain said. Ann Lee wept.", None, (None, None, "rule"), []),
    ],
)  # fmt: skip
def test_what_rules_know_of_a_speaker_stands_where_a_pointer_is_silent_or_wrong(
    text: str, name: str | None, speaker: tuple[str | None, str | None, str], told: list[str]
) -> None:
    settled = pointed(text, name, "person" if name else "unnamed")
    assert [(q.speaker.name, q.speaker.title, q.speaker.basis) for q in settled.items] == [speaker]
    assert [problem.detail for problem in settled.problems] == told


def test_a_pointer_that_names_nobody_where_no_rule_does_leaves_it_so() -> None:
    settled = pointed(f"Ann Lee wept. {HOME}\n\nBob Ray went to York.", None, "unnamed")
    assert ([quote.speaker for quote in settled.items], settled.problems) == ([None], [])
