"""Speakers in an answer's own words: a relative, one or some of several, a body told the other way round, a name in part."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs


def settle(text: str, content: str, name: str | None, kind: str, **about: str | None) -> Any:
    reading = read(text)
    (window,) = runs(reading, "article")
    item: Any = SimpleNamespace(
        content=[content], speaker=SimpleNamespace(name=name, kind=kind, **about), cue="said", stance=None
    )
    return built_in("quotes").checked(reading, [(window, [item])])


@pytest.mark.parametrize(
    ("text", "content", "name", "kind", "speaker", "mention"),
    [
        ("Bo Lind fell. The pumps held, his aunt said.", "2: The pumps held", "Bo Lind's aunt", "person", "Bo Lind's aunt", "his aunt"),
        ("Bo Arn Lind fell. The pumps held, his aunt said.", "2: The pumps held", "Bo Arn Lind's aunt", "person", "Bo Arn Lind's aunt",
         "his aunt"),
        ("Bo Lind fell. The pumps held, his aunt said.", "2: The pumps held", "Lind's aunt", "person", "Lind's aunt", "his aunt"),
        ("Bo Lind fell. The pumps held, an aunt of his said.", "2: The pumps held", "aunt of Bo Lind", "person", "aunt of Bo Lind",
         "an aunt"),
        ("Bo Lind fell. The pumps held, an aunt of Bo Lind said.", "2: The pumps held", "aunt of Bo Lind", "person", "aunt of Bo Lind",
         "an aunt of Bo Lind"),
        ("The pumps held, police in Oslo said.", "1: The pumps held", "Oslo police", "organization", "police in Oslo", "police in Oslo"),
        ("Police left. The pumps held, police in Oslo said.", "2: The pumps held", "Oslo police", "organization", "police in Oslo",
         "police in Oslo"),
        ("The pumps held, two of the 20 divers said.", "1: The pumps held", "two of the 20 divers", "group", "two of the 20 divers",
         "two of the 20 divers"),
        ("Of the 20 divers, 17 said the pumps held.", "1: the pumps held", "17 of the 20 divers", "group", "17 of the 20 divers", "17"),
        ("Of the 20 divers, 17 said the pumps held.", "1: the pumps held", "17 of the 20 divers", "unnamed", "17 of the 20 divers", "17"),
        ("In a poll of voters 21 percent said the pumps held, and 30 percent that they sank.", "1: the pumps held",
         "21 percent of voters", "group", "21 percent of voters", "21 percent"),
        ("The pumps held, one said. The divers left.", "1: The pumps held", "one of the divers", "unnamed", "one of the divers", "one"),
        ("The pumps held, said a cook. Ida Moe left.", "1: The pumps held", "a diver from Osk", "unnamed", None, "a cook"),
    ],
)  # fmt: skip
def test_who_is_described_in_other_words_is_meant_by_those_beside_the_cue(
    text: str, content: str, name: str, kind: str, speaker: str | None, mention: str
) -> None:
    settled = settle(text, content, name, kind)
    (found,) = (quote.speaker for quote in settled.items)
    assert (found.name, found.mention.text, found.basis, settled.problems) == (speaker, mention, "model", [])


@pytest.mark.parametrize(
    ("text", "title", "body", "mention"),
    [
        ("A clerk said the pumps of the Osk Trust held.", "clerk", "Osk Trust", "A clerk"),
        ("A clerk left at noon, and a clerk said the pumps held.", "clerk", None, "a clerk"),
        ("The pumps held, a clerk said at noon; a clerk left.", "clerk", None, "a clerk"),
    ],
)
def test_who_has_no_name_is_meant_by_the_whole_phrase_nearest_to_the_cue(
    text: str, title: str, body: str | None, mention: str
) -> None:
    content = "1: The pumps held" if text.startswith("The pumps") else "1: the pumps"
    (found,) = (q.speaker for q in settle(text, content, None, "unnamed", title=title, organization=body).items)
    assert found.mention.text == mention
    cue = text.index(" said")
    assert min(abs(found.mention.start - cue), abs(found.mention.end - cue)) <= len(" with an old trust")


@pytest.mark.parametrize(
    ("text", "name", "kind", "speaker", "detail"),
    [
        ("The pumps held, said Moe.", "Harbour master Ida Moe", "person", ("Moe", "model"),
         "'Harbour master Ida Moe' stands in the article as 'Moe' alone"),
        ("The pumps held, said Ida Lund Moe.", "Ida Maria Moe", "person", ("Ida Lund Moe", "rule"),
         "'Ida Maria Moe' is not named in the article"),
        ("The pumps held, said the Fed.", "Federal Reserve", "organization", ("Fed", "rule"),
         "'Federal Reserve' is not named in the article"),
    ],
)  # fmt: skip
def test_a_name_that_stands_in_part_gives_way_and_is_told(
    text: str, name: str, kind: str, speaker: tuple[str, str], detail: str
) -> None:
    settled = settle(text, "1: The pumps held", name, kind)
    assert [(quote.speaker.name, quote.speaker.basis) for quote in settled.items] == [speaker]
    told = [(problem.kind, problem.detail, problem.resolution) for problem in settled.problems]
    assert told == [("speaker_not_in_article", detail, "replaced")]


def test_some_of_whom_nothing_stands_are_told_and_named_by_nobody() -> None:
    settled = settle("In a poll 21 percent said the pumps held.", "1: the pumps held", "21 percent of voters", "group")
    assert [quote.speaker for quote in settled.items] == [None]
    told = [(problem.kind, problem.detail, problem.resolution) for problem in settled.problems]
    assert told == [("speaker_not_in_article", "'21 percent of voters' is not named in the article", "field_cleared")]


HELD = "The pumps held, she said."


@pytest.mark.parametrize(
    ("text", "name", "title", "speaker"),
    [
        (f"Mayor Ida Moe came. {HELD}", "Mayor Moe", None, ("Ida Moe", None)),
        (f"Mayor Ida Moe, a judge, came. {HELD}", "Mayor Moe", "judge", ("Ida Moe", "judge")),
        (f"Sen. Ida Moe came. {HELD} The senator left.", "Senator Moe", "Senator", ("Ida Moe", "senator")),
        (f"Mayor Ida Moe came. {HELD}", "Mayor Ida Moe", None, ("Ida Moe", "Mayor")),
        (f"Mayor Ida Moe came. {HELD}", "Mayor Ida Moe", "mayor", ("Ida Moe", "Mayor")),
        (f"Mayor Ida Moe, a judge, came. {HELD}", "Mayor Ida Moe", "judge", ("Mayor Ida Moe", "judge")),
        (f"Former mayor Ida Moe came. {HELD}", "Former mayor Ida Moe", None, ("Ida Moe", "Former mayor")),
        (f"Aides of Ida Moe came. {HELD}", "Aides of Ida Moe", None, ("Aides of Ida Moe", None)),
        (f"Dr. Ida Moe came. {HELD}", "Dr. Ida Moe", None, ("Dr. Ida Moe", None)),
    ],
)
def test_an_office_before_a_name_is_a_title_and_a_surname_behind_one_is_its_bearer(
    text: str, name: str, title: str | None, speaker: tuple[str, str | None]
) -> None:
    settled = settle(text, "2: The pumps held", name, "person", **({"title": title} if title else {}))
    assert [(quote.speaker.name, quote.speaker.title, quote.speaker.basis) for quote in settled.items] == [
        (*speaker, "model")
    ]
    assert settled.problems == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "detail"),
    [
        (f"Mayor Ida Moe came. {HELD}", "Judge Moe", "person", "'Judge Moe' stands in the article as 'Ida Moe' alone"),
        (f"Mayor Ida Moe came with Bo Moe. {HELD}", "Mayor Moe", "person", "'Mayor Moe' is not named in the article"),
        (f"Ida Moe came. {HELD}", "Mayor Moe's office", "organization", '"Mayor Moe\'s office" is not named in the article'),
        (f"Ida Moe of Lind Motors came. {HELD}", "General Motors", "organization", "'General Motors' is not named in the article"),
    ],
)  # fmt: skip
def test_another_office_a_shared_surname_and_a_body_are_told(text: str, name: str, kind: str, detail: str) -> None:
    settled = settle(text, "2: The pumps held", name, kind)
    assert [quote.speaker.name for quote in settled.items] == ["Ida Moe"]
    assert [(problem.detail, problem.resolution) for problem in settled.problems] == [(detail, "replaced")]
