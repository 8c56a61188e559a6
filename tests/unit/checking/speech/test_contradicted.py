"""When the words beside a quotation name somebody else than an answer does, and when they may mean the same."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs

SAID = "said “we sail again in May”"


@pytest.mark.parametrize(
    ("text", "name", "kind", "cue", "delivered"),
    [
        ("“We sail again,” said Anna Keller. Bo Lund wept.", "Bo Lund", "person", "said", "Anna Keller"),
        ("“We sail again,” said Anna Keller. Jonas Keller wept.", "Jonas Keller", "person", "said", "Anna Keller"),
        ("“We sail again,” said Anna Keller. Jonas Keller wept.", "Keller", "person", "said", "Keller"),
        ("“We sail again,” said A. Keller. Anna Keller wept.", "Anna Keller", "person", "said", "Anna Keller"),
        ("“We sail again,” she said. Bo Lund wept. Ann Lee left.", "Bo Lund", "person", "said", "Bo Lund"),
        (f"Bo Lund of the Harbour Trust {SAID}.", "Bo Lund", "person", "said", "Bo Lund"),
        (f"Bo Lund of the Harbour Trust {SAID}.", "Harbour Trust", "organization", "said", "Bo Lund"),
        ("“We sail again,” said Bo Lund, head of the Harbour Trust.", "Harbour Trust", "organization", "said", "Bo Lund"),
        ("“We sail again,” said Harbour Trust spokesman Bo Lund.", "Harbour Trust", "organization", "said", "Bo Lund"),
        ("“We sail again,” said Osk Rovers captain Bo Lund.", "Bo Lund", "person", "said", "Bo Lund"),
        ("“We sail again,” judge Anna Keller told Bo Lund.", "Bo Lund", "person", "told", "Anna Keller"),
        ("Harbour News quoted Bo Lund as saying “we sail again”.", "Bo Lund", "person", "saying", "Bo Lund"),
        ("“We sail again,” Kari Lund wrote in the Harbour Plan.", "Harbour Plan", "document", "wrote", "Harbour Plan"),
        ("“We sail again,” Kari Lund wrote in the Harbour Plan.", "Harbour Plan", "organization", "wrote", "Kari Lund"),
        (f"The ministry in the capital, Oslo, {SAID}.", "the ministry", "organization", "said", "The ministry"),
        (f"Ann Lee, a nurse at Norvik, who {SAID}, left.", "Ann Lee", "person", "said", "Ann Lee"),
        (f"Ann Lee, a nurse at Norvik, who had also {SAID}, left.", "Ann Lee", "person", "said", "Ann Lee"),
        (f"Kari Lund, unlike Bo Lind, {SAID}.", "Kari Lund", "person", "said", "Kari Lund"),
        (f"Bo Lund's aunt Ida Moe {SAID}.", "Ida Moe", "person", "said", "Ida Moe"),
        ("Ida Moe said that Bo Lund had said “we sail again”.", "Bo Lund", "person", "had said", "Bo Lund"),
        ("A note that he left to Kel Moe, 25, read “we sail again”. Bo Lund wept.", "Bo Lund", "person", "read", "Bo Lund"),
        ("“We sail again,” Kel said. Kelly wept.", "Kelly", "person", "said", "Kelly"),
        ("“We sail again,” Kel said. Bo Lund wept.", "Bo Lund", "person", "said", "Kel"),
        ("Quarry denies “we sail again”\n\nThe Osk Stone Works is shut.", "Osk Stone Works", "organization", "denies", "Osk Stone Works"),
        ("Noon — Quarry denies “we sail again”\n\nThe Osk Stone Works is shut.", "Osk Stone Works", "organization", "denies",
         "Osk Stone Works"),
        ("Then Quarry denies “we sail again”\n\nThe Osk Stone Works is shut.", "Osk Stone Works", "organization", "denies", "Quarry"),
        ("Quarry denies “we sail again”. The Osk Stone Works is shut.", "Osk Stone Works", "organization", "denies", "Quarry"),
        ("Old Quarry denies “we sail again”\n\nThe Osk Stone Works is shut.", "Osk Stone Works", "organization", "denies", "Old Quarry"),
        ("Quarry denies “we sail again”. The Osk Stone Works, a quarry, is shut.", "Osk Stone Works", "organization", "denies",
         "Osk Stone Works"),
        (f"In a letter to all Bo Lund {SAID}. Kel Moe wept.", "Kel Moe", "person", "said", "Bo Lund"),
        ("“We sail again,” according to Bo Lund. Kel Moe wept.", "Kel Moe", "person", "according to", "Bo Lund"),
        (f"A note that he shared with Kel Moe, 25, {SAID}. Bo Lund wept.", "Bo Lund", "person", "said", "Bo Lund"),
        (f"Bo Lund's aunt, Ida Moe, {SAID}.", "Bo Lund", "person", "said", "Ida Moe"),
        (f"Bo Lund saw that, after all, Ida Moe, the cook, {SAID}.", "Bo Lund", "person", "said", "Ida Moe"),
        (f"As Bo Lund sailed from Osk Council {SAID}.", "Bo Lund", "person", "said", "Osk Council"),
        (f"Like Bo Lund of Osk Rovers, Ida Moe {SAID}.", "Bo Lund", "person", "said", "Ida Moe"),
        (f"Osk Rovers won, captain Bo Lund {SAID}.", "Osk Rovers", "organization", "said", "Bo Lund"),
        (f"Bo Lund {SAID}. Lund Ferries is shut.", "Lund Ferries", "organization", "said", "Bo Lund"),
        (f"An Keller {SAID}. Anna Keller wept. An Keller left.", "Anna Keller", "person", "said", "Anna Keller"),
        (f"Anna Keller {SAID}. Anna Kellner wept.", "Anna Kellner", "person", "said", "Anna Kellner"),
        (f"Tirana {SAID}. Albania, a state, met in Tirana.", "Albania", "organization", "said", "Albania"),
        (f"Kel {SAID}. Kelly Moe wept.", "Kelly Moe", "person", "said", "Kel"),
        (f"Ke {SAID}. Kelly wept.", "Kelly", "person", "said", "Ke"),
        (f"Kremlin spokesman Bo Lund {SAID}.", "Kremlin", "organization", "said", "Kremlin"),
        (f"France {SAID}. Ida Moe wept.", "Ida Moe", "person", "said", "Ida Moe"),
        ("Bo Lund, a tax expert at the Osk School who was not involved, called it “a lie that nobody needs”. Kel Moe wept.",
         "Kel Moe", "person", "called", "Bo Lund"),
        ("Bo Lund, a tax expert at the Osk School who was not involved in that, called it “a lie that nobody needs”. Kel Moe wept.",
         "Kel Moe", "person", "called", "Kel Moe"),
        ("Noon — Quarry denies “we sail again.”\n\nThe Osk Stone Works is shut.", "Osk Stone Works", "organization", "denies", "Quarry"),
        (f"Kelly {SAID}. Kel wept.", "Kel", "person", "said", "Kel"),
        (f"The Harbour Trust's Bo Lund {SAID}.", "Harbour Trust", "organization", "said", "Harbour Trust"),
        ("The Osk Health Service met. “We sail again,” the OHS said.", "Health Service", "organization", "said", "Health Service"),
        (f"Bo Lund’s aunt, Ida Moe, {SAID}.", "Bo Lund", "person", "said", "Ida Moe"),
        (f"Ida Moe, of Norvik Hospital, who {SAID}, left.", "Ida Moe", "person", "said", "Ida Moe"),
        (f"Ida Moe, from the Harbour Trust, who had also {SAID}, left.", "Ida Moe", "person", "said", "Ida Moe"),
        (f"Ida Moe, from the Harbour Trust, which has also {SAID}, left.", "Ida Moe", "person", "said", "Harbour Trust"),
        (f"Ida Moe wept when, at the Harbour Trust, Bo Lund, the cook, {SAID}.", "Ida Moe", "person", "said", "Bo Lund"),
    ],
)  # fmt: skip
def test_another_than_the_words_beside_it_name_gives_way_and_another_form_does_not(
    text: str, name: str, kind: str, cue: str, delivered: str
) -> None:
    reading = read(text)
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name=name, kind=kind)
    item: Any = SimpleNamespace(content=["m1"], speaker=speaker, cue=cue, addressee=None)
    settled = built_in("quotes").checked(reading, [(window, [item])])
    assert [one.speaker.name for one in settled.items] == [delivered]
    replaced = [(one.kind, one.resolution) for one in settled.problems]
    assert replaced == ([] if delivered.casefold() == name.casefold() else [("speaker_contradicts_words", "replaced")])


def test_whose_clause_of_its_own_stands_before_a_speaker_does_not_speak_in_german_either() -> None:
    reading = read(
        Article.from_text("Während der Hafenverein tagte sagte Bo Lund: „Wir segeln im Mai“.", language="de")
    )
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name="Hafenverein", kind="organization")
    item: Any = SimpleNamespace(content=["m1"], speaker=speaker, cue="sagte", addressee=None)
    assert [one.speaker.name for one in built_in("quotes").checked(reading, [(window, [item])]).items] == ["Bo Lund"]


def test_the_initials_of_a_title_are_whoever_holds_it() -> None:
    reading = read("The Commissioner of Police, Ida Moe, came. “Nobody fell,” the CP said. CP is short.")
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name="Ida Moe", kind="person", title="Commissioner of Police", organization=None)
    item: Any = SimpleNamespace(content=["m1"], speaker=speaker, cue="said", addressee=None)
    settled = built_in("quotes").checked(reading, [(window, [item])])
    assert [one.speaker.name for one in settled.items] == ["Ida Moe"]
    assert settled.problems == []
