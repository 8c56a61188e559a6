"""A cue whose words stand apart comes back whole, in whatever form it is given, and what turns it settles the stance."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Quote
from nutgraf.telling.words import by_which_words


def told(text: str, *given: tuple[str, str | None], language: str = "de", stance: str = "says") -> list[Quote]:
    """The quotes of an answer that gives content and cue of each, all by one speaker and with one stance."""
    reading = read(Article.from_text(text, language=language))
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name="Rosa Timm", kind="person")
    items: list[Any] = [
        SimpleNamespace(content=[content], speaker=speaker, cue=cue, addressee=None, stance=stance)
        for content, cue in given
    ]
    found = built_in("quotes", quote=Quote).checked(reading, [(window, items)])
    assert [problem.detail for problem in found.problems] == []
    for quote in found.items:
        assert isinstance(quote, Quote)
        assert quote.cue is not None
        assert text[quote.cue.start : quote.cue.end] == quote.cue.text
    return found.items  # type: ignore[return-value]


@pytest.mark.parametrize("given", ["wies … zurück", "wies zurück", "wies"])
@pytest.mark.parametrize(
    ("text", "cue", "shown"),
    [
        ("Rosa Timm wies die Klage der Anlieger zurück.", "wies die Klage der Anlieger zurück", "wies … zurück"),
        (
            "Rosa Timm wies die Klage der Anlieger zurück und ging.",
            "wies die Klage der Anlieger zurück",
            "wies … zurück",
        ),
        (
            "Am Abend wies Rosa Timm die Klage der Anlieger zurück.",
            "wies Rosa Timm die Klage der Anlieger zurück",
            "wies … zurück",
        ),
    ],
)
def test_what_is_denied_may_stand_between_the_parts_of_its_verb(text: str, cue: str, shown: str, given: str) -> None:
    (quote,) = told(text, ("1: die Klage der Anlieger", given))
    assert quote.cue is not None
    assert (quote.cue.text, by_which_words(quote), quote.stance) == (cue, shown, "denies")
    assert quote.text == "die Klage der Anlieger"


@pytest.mark.parametrize(
    ("text", "content", "given", "shown", "stance"),
    [
        ("Rosa Timm schloss Streiks nicht aus.", "1: Streiks", "schloss … aus", "schloss … nicht aus", "says"),
        ("Rosa Timm schloss keinen Streik aus.", "1: keinen Streik", "schloss … aus", "schloss … aus", "says"),
        (
            "Rosa Timm schloss den nicht genehmigten Streik aus.",
            "1: den nicht genehmigten Streik",
            "schloss aus",
            "schloss … aus",
            "denies",
        ),
        ("Rosa Timm bestritt den Schaden nicht.", "1: den Schaden", "bestritt", "bestritt … nicht", "says"),
        ("Rosa Timm bestritt nicht, dass es brenne.", "1: es brenne", "bestritt", "bestritt nicht", "says"),
        (
            "Rosa Timm hat Streiks nicht mehr ausgeschlossen.",
            "1: Streiks",
            "ausgeschlossen",
            "nicht mehr ausgeschlossen",
            "says",
        ),
        (
            "Rosa Timm wies die Idee, den Damm zu öffnen, zurück.",
            "1: den Damm zu öffnen",
            "wies … zurück",
            "wies die Idee … zurück",
            "denies",
        ),
        (
            "Der Damm halte, teilte Rosa Timm mit Blick auf das Wetter mit.",
            "1: Der Damm halte",
            "teilte mit",
            "teilte … mit Blick auf das Wetter mit",
            "says",
        ),
        (
            "Rosa Timm sprach sich am Abend für einen Deich aus.",
            "1: einen Deich",
            "sprach sich für … aus",
            "sprach sich am Abend für … aus",
            "says",
        ),
        ("Rosa Timm warf dem Rat „blanken Geiz“ vor.", "m1", "warf … vor", "warf dem Rat … vor", "says"),
        ("Rosa Timm warf dem Rat „blanken Geiz“ vor.", "m1", "warf", "warf dem Rat … vor", "says"),
        (
            "Rosa Timm wickelte die Fragen der Anlieger ungerührt ab.",
            "1: die Fragen der Anlieger",
            "wickelte … ab",
            "wickelte … ungerührt ab",
            "says",
        ),
    ],
)
def test_what_turns_a_german_verb_stands_in_its_cue(
    text: str, content: str, given: str, shown: str, stance: str
) -> None:
    (quote,) = told(text, (content, given))
    assert (by_which_words(quote), quote.stance) == (shown, stance)


def test_each_of_two_verbs_alike_has_its_own_part() -> None:
    text = "Rosa Timm wies auf die Risse hin und wies Kritik am Bau zurück."
    both = told(text, ("1: die Risse", "wies … hin"), ("1: Kritik am Bau", "wies zurück"))
    assert [quote.cue and quote.cue.text for quote in both] == ["wies auf die Risse hin", "wies Kritik am Bau zurück"]


@pytest.mark.parametrize(
    ("text", "content", "given", "shown", "stance"),
    [
        ("Rosa Timm ruled strikes out.", "1: strikes", "ruled out", "ruled … out", "denies"),
        ("Rosa Timm did not rule strikes out.", "1: strikes", "rule out", "did not rule … out", "says"),
        ("Rosa Timm has not yet ruled out strikes.", "1: strikes", "ruled out", "has not yet ruled out", "says"),
        (
            "Rosa Timm did not, however, rule out strikes.",
            "1: strikes",
            "did not rule out",
            "did not, however, rule out",
            "says",
        ),
        ("Rosa Timm did not, for now, rule out strikes.", "1: strikes", "rule out", "did not, for now, rule out", "says"),
        ("Rosa Timm has repeatedly denied the theft.", "1: the theft", "has denied", "has repeatedly denied", "denies"),
        ("Rosa Timm pointed the crack out.", "1: the crack", "pointed out", "pointed … out", "says"),
        ("Rosa Timm turned the request down.", "1: the request", "turned … down", "turned … down", "says"),
        ("Rosa Timm laughed the “wild tales” off.", "m1", "laughed … off", "laughed the … off", "says"),
    ],
)  # fmt: skip
def test_an_english_cue_is_as_whole_and_no_word_said_within_it_settles_its_stance(
    text: str, content: str, given: str, shown: str, stance: str
) -> None:
    (quote,) = told(text, (content, given), language="en")
    assert (by_which_words(quote), quote.stance) == (shown, stance)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Rosa Timm machte am Montag deutlich, dass der Damm hält.", "machte am Montag deutlich"),
        ("Am Montag gab Rosa Timm zu bedenken, dass der Damm alt sei.", "gab Rosa Timm zu bedenken"),
        ("Rosa Timm wollte am Abend wissen, wann es regnet.", "wollte am Abend wissen"),
        ("Rosa Timm sagte der Zeitung nicht, ob der Damm hält.", "sagte der Zeitung nicht"),
        ("Rosa Timm wies am Montag „jede Eile“ an dem Bau zurück.", "wies am Montag „jede Eile“ an dem Bau zurück"),
        ("Rosa Timm wies auf „tiefe Risse“ hin und lehnte ab.", "wies auf „tiefe Risse“ hin"),
    ],
)
def test_rules_alone_give_the_same_whole(text: str, cue: str) -> None:
    quotes = nutgraf.read(Article.from_text(text, language="de")).quotes
    assert [quote.cue and quote.cue.text for quote in quotes] == [cue]
