"""What a German sentence reports where only the model names the cue: the clauses beside it, without their opener and marks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.checking.speech.described import begins_with_office
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Quote


def quotes(text: str, cue: str | None, name: str | None = "Rosa Timm", content: str = "1") -> tuple[Quote, ...]:
    reading = read(Article.from_text(text, language="de"))
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name=name, kind="person")
    item: Any = SimpleNamespace(content=[content], speaker=speaker, cue=cue, addressee=None)
    return built_in("quotes", quote=Quote).checked(reading, [(window, [item])]).items  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Der Damm sei alt, grübelte Rosa Timm.", "Der Damm sei alt"),
        ("Rosa Timm grübelte, dass der Damm alt sei.", "der Damm alt sei"),
        ("Rosa Timm grübelte: Der Damm sei alt.", "Der Damm sei alt"),
        ("Der Damm, grübelte Rosa Timm, sei sehr alt.", "Der Damm … sei sehr alt"),
        ("Der Damm – grübelte Rosa Timm – sei sehr alt.", "Der Damm … sei sehr alt"),
    ],
)
def test_the_clauses_beside_the_cue_are_what_is_said(text: str, content: str) -> None:
    (quote,) = quotes(text, "grübelte")
    assert (quote.text, quote.kind) == (content, "indirect")
    assert quote.speaker is not None
    assert quote.speaker.name == "Rosa Timm"
    assert quote.cue is not None
    assert quote.cue.text == "grübelte"


def test_what_a_rule_of_the_language_finds_comes_before() -> None:
    (quote,) = quotes("Der Damm, so Rosa Timm, sei sehr alt und feucht.", "so")
    assert quote.text == "Der Damm … sei sehr alt und feucht"


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Der Damm hält.", "Sprecherin des Hafenamts", True),
        ("Der Damm hält.", "Rosa Timm", False),
        ("Der Damm hält.", "Hafenamt der Sprecherin", False),
    ],
)
def test_an_office_stands_first_in_a_german_name(text: str, name: str, office: bool) -> None:
    assert begins_with_office(read(Article.from_text(text, language="de")), name) is office
    assert not begins_with_office(read("The dam holds."), "Spokeswoman of the port")


@pytest.mark.parametrize(
    ("text", "content", "given", "cue"),
    [
        ("„Der Damm hält“, gab Rosa Timm gestern Abend bekannt.", "m1", "gab … bekannt", "gab Rosa Timm gestern Abend bekannt"),
        ("„Der Damm hält“, gab Rosa Timm am späten Abend in Osk bekannt.", "m1", "gab … bekannt", "gab Rosa Timm am späten Abend in Osk bekannt"),
        ("Rosa Timm gab gestern Abend bekannt, der Damm halte.", "1", "gab bekannt", "gab gestern Abend bekannt"),
    ],
)  # fmt: skip
def test_a_verb_in_two_parts_stands_whole_where_it_is_given_by_both(
    text: str, content: str, given: str, cue: str
) -> None:
    (quote,) = quotes(text, given, content=content)
    assert quote.cue is not None
    assert quote.cue.text == cue


def test_a_sentence_that_goes_on_with_what_somebody_says_is_theirs_by_its_mood() -> None:
    (quote,) = quotes("Rosa Timm sagte, der Damm halte. Er sei alt.", None, "sie", content="2")
    assert (quote.text, quote.kind) == ("Er sei alt", "indirect")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.basis) == ("Rosa Timm", "rule")


@pytest.mark.parametrize(("name", "problems"), [("Rosa Timm", []), (None, ["no_clause"])])
def test_a_sentence_given_whole_to_somebody_named_elsewhere_is_no_problem(
    name: str | None, problems: list[str]
) -> None:
    reading = read(Article.from_text("Rosa Timm kam. Der Damm hält seit Mai.", language="de"))
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name=name, kind="person")
    item: Any = SimpleNamespace(content=["2"], speaker=speaker, cue=None, addressee=None)
    settled = built_in("quotes", quote=Quote).checked(reading, [(window, [item])])
    assert [quote.text for quote in settled.items] == ["Der Damm hält seit Mai."]  # type: ignore[attr-defined]
    assert [problem.kind for problem in settled.problems] == problems


def test_an_auxiliary_is_no_cue_that_cuts_what_it_reports() -> None:
    text = "Rosa Timm kam. Ihm sollen Reisen nach Osk, ein Boot und ein Haus bezahlt worden sein."
    (quote,) = quotes(text, "sollen", content="2")
    assert quote.text == "Ihm sollen Reisen nach Osk, ein Boot und ein Haus bezahlt worden sein."
