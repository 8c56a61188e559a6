"""What is denied, asked or left without comment is never shown as said: in the terminal, on pages, in tables and JSON-LD."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from nutgraf.article import Article
from nutgraf.results import Brief, Quote, Speaker
from nutgraf.results.said import Stance
from nutgraf.telling import words
from nutgraf.telling.terminal import show
from told import MADE_BY, span

TEXT = "Minister Ola Berg denied that he took bribes. He called it “a slander”, and rejected “the smear”."
ARTICLE = Article.from_text(TEXT, title="Bribes")
BERG = Speaker(name="Ola Berg", mention=span(ARTICLE, "Ola Berg"), title="Minister")
DENIED = Quote(
    id="q1",
    kind="indirect",
    content=(span(ARTICLE, "he took bribes"),),
    speaker=BERG,
    cue=span(ARTICLE, "denied"),
    stance="denies",
)
CALLED = Quote(id="q2", kind="mixed", content=(span(ARTICLE, "a slander"),), speaker=BERG, cue=span(ARTICLE, "called"))
SMEAR = Quote(
    id="q3",
    kind="mixed",
    content=(span(ARTICLE, "the smear"),),
    speaker=BERG,
    cue=span(ARTICLE, "rejected"),
    stance="denies",
)
BRIEF = Brief(article=ARTICLE, quotes=(DENIED, CALLED, SMEAR), provenance=MADE_BY)


def test_the_terminal_says_so_before_the_words_and_names_the_cue_behind_the_speaker() -> None:
    out = io.StringIO()
    show(BRIEF, Console(file=out, width=120, highlight=False, markup=False, emoji=False))
    assert "denied: he took bribes — Ola Berg (Minister), denied" in out.getvalue()
    assert "“a slander” — Ola Berg (Minister), called" in out.getvalue()


def test_pages_and_notebooks_say_so() -> None:
    for page in (BRIEF.to_html(), DENIED._repr_html_()):
        assert "denied: he took bribes" in page


def test_tables_have_a_column_for_it() -> None:
    rows = BRIEF.to_dicts("quotes")
    assert [(row["stance"], row["cue"]) for row in rows] == [
        ("denies", "denied"),
        ("says", "called"),
        ("denies", "rejected"),
    ]


def test_json_ld_has_no_quotation_of_what_is_denied() -> None:
    (quotation,) = BRIEF.to_json_ld()["hasPart"]
    assert (quotation["text"], quotation["description"]) == ("a slander", "says, called")


@pytest.mark.parametrize("stance", ["denies", "asks", "orders", "doubts", "no_comment"])
def test_every_stance_but_saying_has_a_word(stance: Stance) -> None:
    assert words.said(DENIED.model_copy(update={"stance": stance})) == f"{words.STANCES[stance]}: he took bribes"


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (Speaker(name=None, kind="unnamed"), "somebody unnamed"),
        (Speaker(name=None, kind="group"), "an unnamed group"),
        (Speaker(name=None, kind="organization"), "an unnamed organization"),
        (Speaker(name=None, kind="unnamed", mention=span(ARTICLE, "Minister")), "Minister"),
        (Speaker(name=None, kind="unnamed", organization="the Fund"), "the Fund"),
        (None, "speaker not found"),
    ],
)
def test_somebody_without_a_name_is_not_a_speaker_who_was_not_found(speaker: Speaker | None, shown: str) -> None:
    assert words.speaker_name(speaker) == shown


def test_of_a_cue_around_what_is_said_the_rest_is_shown_everywhere() -> None:
    article = Article.from_text("Ola Berg did not rule a sale out.", title="Berg")
    quote = Quote(
        id="q1",
        kind="indirect",
        content=(span(article, "a sale"),),
        speaker=Speaker(name="Ola Berg", mention=span(article, "Ola Berg")),
        cue=span(article, "did not rule a sale out"),
    )
    brief = Brief(article=article, quotes=(quote,), provenance=MADE_BY)
    assert words.by_which_words(quote) == "did not rule … out"
    for shown in (quote._repr_html_(), brief.to_html(), brief.to_markdown()):
        assert "did not rule … out" in shown


def test_of_a_cue_around_its_speaker_the_rest_is_shown() -> None:
    article = Article.from_text("Der Steg bleibt zu, teilte der Verband am Montag mit.", title="Steg", language="de")
    verband = Speaker(name=None, mention=span(article, "der Verband"))
    told = {"id": "q1", "kind": "indirect", "content": (span(article, "Der Steg bleibt zu"),), "speaker": verband}
    assert (
        words.by_which_words(Quote(**told, cue=span(article, "teilte der Verband am Montag mit")))
        == "teilte … am Montag mit"
    )
    assert words.by_which_words(Quote(**told, cue=span(article, "teilte"))) == "teilte"
