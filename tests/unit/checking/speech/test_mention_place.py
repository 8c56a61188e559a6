"""Which words of the sentence mean a speaker whom an answer names and the sentence does not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs

MOE = "Ida Moe runs the yard. "


@pytest.mark.parametrize(
    ("text", "content", "cue", "mention"),
    [
        (f"{MOE}“The pumps held,” she said.", "m1", "said", "she"),
        (f"{MOE}“The pumps held.”", "m1", None, "Ida Moe"),
        ("Ida Moe runs the yard.\n\n“The pumps held.”", "m1", None, None),
        ("“The pumps held.” Ida Moe runs the yard.", "m1", None, None),
        (f"{MOE}The mayor said the pumps held.", "2: the pumps held", "said", "The mayor"),
        (f"{MOE}The smaller party's leader said the pumps held.", "2: the pumps held", "said", "The smaller party's leader"),
        (f"{MOE}Bo Lind's aide said the pumps held.", "2: the pumps held", "said", None),
        (f"{MOE}Mayor Moe said the pumps held.", "2: the pumps held", "said", "Moe"),
        (f"{MOE}The pumps held, the yard said.", "2: The pumps held", "said", "the yard"),
        (f"{MOE}Her reply was “the pumps held”.", "m1", "reply", "Her"),
        (f"{MOE}The mayor was told the pumps held.", "2: the pumps held", "told", None),
        (f"{MOE}The mayor denied claims that the pumps held.", "2: the pumps held", "claims", None),
        (f"{MOE}The mayor came and has now promised that the pumps hold.", "2: the pumps hold", "promised", "The mayor"),
        (f"{MOE}The mayor left the hall saying the pumps held.", "2: the pumps held", "saying", "The mayor"),
        (f"{MOE}The mayor of Osk said the pumps held.", "2: the pumps held", "said", None),
        (f"{MOE}Said the mayor: the pumps held.", "2: the pumps held", "Said", None),
        (f"{MOE}One pal said she'd told friends it was “a circus”.", "m1", "told", "she"),
        ("Ida Moe sold what the maker of jams had called “a circus”.", "m1", "called", "the maker of jams"),
        (f"{MOE}She'd said the pumps held.", "2: the pumps held", "said", "She"),
        (f"{MOE}The pumps held, she’d been saying.", "2: The pumps held", "saying", "she"),
        ("Ida Moe told the crew that both had called it “a circus”.", "m1", "called", None),
        ("Ida Moe runs the yard, and the mayor said the pumps held. She left.", "1: the pumps held", "said", "Ida Moe"),
    ],
)  # fmt: skip
def test_the_subject_of_a_cue_means_who_speaks_where_it_may(
    text: str, content: str, cue: str | None, mention: str | None
) -> None:
    assert meant(text, content, cue, "Ida Moe", "person") == ("Ida Moe", mention)


def meant(text: str, content: str, cue: str | None, name: str, kind: str) -> tuple[str | None, str | None]:
    """Name and words of the speaker of an answer's one quote."""
    reading = read(text)
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name=name, kind=kind)
    item: Any = SimpleNamespace(content=[content], speaker=speaker, cue=cue, addressee=None)
    (quote,) = built_in("quotes").checked(reading, [(window, [item])]).items
    assert quote.speaker is not None
    return quote.speaker.name, quote.speaker.mention and quote.speaker.mention.text


@pytest.mark.parametrize(
    ("subject", "mention"),
    [
        ("the bank", "the bank"),
        ("that bank", "that bank"),
        ("the bank now", "the bank"),
        ("the bank clerk", None),
        ("a clerk of the bank", None),
        ("the pier", None),
        ("the firm", None),
    ],
)
def test_a_body_is_meant_by_the_noun_of_its_name_before_the_cue(subject: str, mention: str | None) -> None:
    text = f"The Central Bank of Norvik Pier met. Rain fell, which {subject} puts at ten crowns."
    name = "Central Bank of Norvik Pier"
    assert meant(text, "2: ten crowns", "puts", name, "organization") == (name, mention)
