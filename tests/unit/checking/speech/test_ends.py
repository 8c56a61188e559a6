"""Where what is reported ends: a clause of its own behind a comma has a subject and, behind it, a verb."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Quote


@pytest.mark.parametrize(
    ("behind", "reported"),
    [
        ("but the mayor denied it", False),
        ("but denied it", False),
        ("but the mayor", True),
        ("but it, he added, sank", True),
        ("but safe", True),
    ],
)
def test_a_contrast_is_the_reporters_only_with_a_subject_and_a_verb(behind: str, reported: bool) -> None:
    reading = read(f"Lund said the ferry was late, {behind}.")
    (window,) = runs(reading, "article")
    item: Any = SimpleNamespace(
        content=["1"], speaker=SimpleNamespace(name="Lund", kind="person"), cue="said", addressee=None
    )
    found: Any = built_in("quotes", quote=Quote).checked(reading, [(window, [item])]).items[0]
    assert found.text == (f"the ferry was late, {behind}" if reported else "the ferry was late")
