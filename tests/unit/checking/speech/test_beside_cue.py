"""Whom a cue has as its object, and whose clause it is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs


@pytest.mark.parametrize(
    ("text", "cue", "delivered"),
    [
        ("“We sail again,” Bo Lund told Mr. Ivo Moe in Osk.", "told", ("Ivo Moe", "told")),
        ("“We sail again,” Bo Lund told a crowd in Osk.", "told", ("a crowd", "told")),
        ("“We sail again,” Bo Lund said on Monday to Mrs Moe.", "said", (None, "said")),
        ("Bo Lund, who told a crowd in Osk “we sail again”, left.", None, (None, None)),
        ("Bo Lund, who once had told a crowd in Osk “we sail again”, left.", None, (None, None)),
    ],
)
def test_the_hearer_is_the_object_of_the_cue_and_a_clause_about_somebody_gives_none(
    text: str, cue: str | None, delivered: tuple[str | None, str | None]
) -> None:
    reading = read(text)
    (window,) = runs(reading, "article")
    item: Any = SimpleNamespace(
        content=["m1"], speaker=SimpleNamespace(name="Bo Lund", kind="person"), cue=cue, addressee=None
    )
    (quote,) = built_in("quotes").checked(reading, [(window, [item])]).items
    assert (quote.addressee, quote.cue and quote.cue.text) == delivered
