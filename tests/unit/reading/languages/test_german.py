"""German wire prose, told apart by rule: who said what in short articles, and what holds in any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.languages.de.vocabulary import WORDS
from nutgraf.reading.languages.detect import detect
from nutgraf.reading.verbs.tense import status_of
from nutgraf.results import Quote

TOLD = Path(__file__).with_name("german_articles.txt").read_text("utf-8")
"""Articles, each with its quotes: "kind | stance | speaker | cue | content", " … " between pieces."""
ARTICLES = [tuple(block.split("\n----\n")) for block in TOLD.strip().split("\n====\n")]


def line(quote: Quote) -> str:
    speaker = quote.speaker
    who = "-" if speaker is None else speaker.name or (speaker.mention.text if speaker.mention else "-")
    content = " … ".join(span.text for span in quote.content)
    return " | ".join((quote.kind, quote.stance, who, quote.cue.text if quote.cue else "-", content))


@pytest.mark.parametrize(("text", "told"), ARTICLES, ids=[text[:20] for text, _ in ARTICLES])
def test_who_said_what_in_an_article(text: str, told: str) -> None:
    assert detect(text) == "de"
    assert [line(quote) for quote in nutgraf.read(text).quotes] == told.splitlines()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Am 3. Mai und im 19. Jahrhundert brannte es. Danach war Ruhe.", 2),
        ("Zum 50. „Die lange Nacht“ kamen 300 Gäste.", 1),
        ("Sie siegte beim 3. „Im Takt“-Wettbewerb.", 1),
        ("Sie wurde 50. „Es war schön“, sagte sie.", 2),
        ("Dr. Timm und Prof. Ahl kamen z. B. aus Kattmar, u. a. wegen der 2. Liga. Alle blieben.", 2),
        ("Im Werk sprach Dipl.-Ing. Timm, danach kamen Univ.-Prof. DDr. Ahl und Mag. Kern. Alle blieben.", 2),
        ("Bgm. Timm, NRAbg. Ahl, Priv.-Doz. Dr. Kern und Bakk. Ott tun, was jeder mag. Kinder lachen.", 2),
        ("Er zahlte 3,5 Mio. Euro bzw. 4 Mrd. Dollar. Das war viel.", 2),
        ("Das Beben hatte die Stärke 6,4. „Alles wankte“, sagte sie.", 2),
        ("»Wir gehen.« Kern ging.", 2),
        ("Sie wurde 33. Die Feier fiel aus.", 2),
    ],
)
def test_ordinals_and_abbreviations_end_no_sentence(text: str, sentences: int) -> None:
    assert len(nutgraf.read(Article.from_text(text, language="de")).sentences) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Die Fähre „Seestern“ lief auf Grund.",
        "Unter dem Titel „Wege ans Meer“ zeigt das Museum Bilder.",
        "Die Initiative „Rettet die Bucht“ sammelte Unterschriften.",
        "Das Medikament gilt als „Wundermittel“ gegen Husten.",
        "Wie die „Kattmarer Post“ berichtet.",
        "Das „Abendblatt“-Archiv ist zu.",
        "Das Wort „Deich“ kommt aus dem Norden.",
    ],
)
def test_names_titles_and_mottos_are_no_speech(text: str) -> None:
    assert nutgraf.read(Article.from_text(text, language="de")).quotes == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Ärztin Rosa Timm fuhr nach Lohbruck. Timm kam am Abend an.", {"Rosa Timm", "Lohbruck"}),
        ("Der Vorstand lud die Kunden in den Garten ein.", set[str]()),
        ("Der Imker traf im Wald den Jäger Ole Stern.", {"Ole Stern"}),
        ("Das Ministerium für Umwelt und Verkehr prüft den Fall.", {"Ministerium für Umwelt und Verkehr"}),
        ("Ursula von der Heide kam mit der Kattmar Energie AG.", {"Ursula von der Heide", "Kattmar Energie AG"}),
        ("Neuburgs Stadtrat tagte am Montag in der Schweiz.", {"Neuburg", "Schweiz"}),
        (
            "Das Landgericht Kattmar wies die Klage der Hafen Kattmar eG ab.",
            {"Landgericht Kattmar", "Hafen Kattmar eG"},
        ),
        ("Der 1. FC Kattmar siegte.", {"1. FC Kattmar"}),
        ("Die Gewerkschaft Fisch und Hafen streikt.", {"Gewerkschaft Fisch und Hafen"}),
        ("Der Verband der Reeder schweigt, die Stiftung Meerblick auch.", {"Verband der Reeder", "Stiftung Meerblick"}),
        ("Die Werft Kattmar GmbH & Co. KG baut um.", {"Werft Kattmar GmbH & Co. KG"}),
        (
            "Der Stromkonzern Kattmar SE und die Deutsche Gesellschaft für Meere schweigen.",
            {"Kattmar SE", "Deutsche Gesellschaft für Meere"},
        ),
        ("Die Moor & Söhne KG baut um.", {"Moor & Söhne KG"}),
        ("Die Hochschule für Musik Kattmar lädt ein.", {"Hochschule für Musik Kattmar"}),
        ("Die 23-jährige Mia Strand und Emil März kamen.", {"Mia Strand", "Emil März"}),
        ("Bürgermeister August Winter kam mit Professor Ole von der Wisch.", {"August Winter", "Ole von der Wisch"}),
    ],
)
def test_names_among_nouns(text: str, names: set[str]) -> None:
    assert {name.full for name in nutgraf.read(Article.from_text(text, language="de")).names} == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ursula von der Leyen kam. Von der Leyen sprach.", ["Ursula von der Leyen", "Von der Leyen"]),
        ("Am Montag reiste von der Leyen ab. Ursula von der Leyen schwieg.", ["von der Leyen", "Ursula von der Leyen"]),
        ("Ursula von der Leyen kam. Von der Leyens Plan liegt vor.", ["Ursula von der Leyen", "Von der Leyen"]),
        ("Alexander Van der Bellen kam. Van der Bellen sprach.", ["Alexander Van der Bellen", "Van der Bellen"]),
        ("Penélope de la Cruz kam. De la Cruz sprach.", ["Penélope de la Cruz", "De la Cruz"]),
        ("Bundespräsident Van der Bellen kam.", ["Van der Bellen"]),
        ("Ursula von der Leyen kam. Von der Stadt sprach niemand.", ["Ursula von der Leyen"]),
    ],
)
def test_particles_belong_to_a_surname_wherever_it_stands(text: str, found: list[str]) -> None:
    names = nutgraf.read(Article.from_text(text, language="de")).names
    assert [name.text for name in names] == found
    assert len({name.full for name in names}) == 1


@pytest.mark.parametrize(
    "said",
    [
        "„Der Plan hilft“, sagte von der Leyen am Montag.",
        "Von der Leyen sagte, der Plan helfe.",
        "Laut von der Leyen hilft er allen.",
        "„Der Plan hilft“, sagte Präsidentin von der Leyen.",
    ],
)
def test_somebody_with_particles_speaks(said: str) -> None:
    reading = nutgraf.read(Article.from_text(f"Ursula von der Leyen kam nach Kattmar. {said}", language="de"))
    assert [quote.speaker.name for quote in reading.quotes if quote.speaker] == ["Ursula von der Leyen"]


def test_a_seat_of_government_is_a_body_where_it_speaks_and_a_place_where_something_happens() -> None:
    text = "Der Kreml schwieg. Das Weiße Haus lehnte ab. Sie trafen sich im Kreml und vor dem Weißen Haus. Im Kreml hieß es, man warte."
    kinds = [(name.text, name.kind) for name in nutgraf.read(Article.from_text(text, language="de")).names]
    assert kinds == [
        ("Kreml", "organization"),
        ("Weiße Haus", "organization"),
        ("Kreml", "place"),
        ("Weißen Haus", "place"),
        ("Kreml", "organization"),
    ]


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("Die Wahl ist verschoben worden.", "postponed"),
        ("Der Flug wurde gestrichen.", "cancelled"),
        ("Die Regierung will Steuern senken.", "planned"),
        ("Die Brücke, die im Mai öffnen soll, brannte ab.", "occurred"),
        ("Der Turm wurde nicht gebaut.", "hypothetical"),
        ("Die Suche dauert an.", "ongoing"),
        ("Taucher suchen weiter nach dem Wrack.", "ongoing"),
        ("Im Juni öffnet das Bad.", "planned"),
        ("Der Rat stimmt kommende Woche ab.", "planned"),
        ("Ab September fährt die Bahn im Takt.", "planned"),
        ("Die Bahn fährt ab Montag wieder.", "planned"),
        ("Ab Dienstag bleibt die Brücke gesperrt.", "planned"),
        ("Der Rat stimmt am Mittwoch ab.", "planned"),
        ("Der Lauf findet nicht statt.", "cancelled"),
        ("Das Fest musste abgesagt werden.", "cancelled"),
        ("Sollte der Pegel steigen, müsste die Stadt geräumt werden.", "hypothetical"),
        ("Das Bad öffnet jeden Freitag.", None),
        ("Der für Freitag geplante Lauf entfällt.", "cancelled"),
        ("Ein Unwetter würde den Hafen zerstören.", "hypothetical"),
        ("Das Land ist groß.", None),
    ],
)
def test_what_the_wording_says_of_an_event(clause: str, status: str | None) -> None:
    assert status_of(clause, language="de") == status


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Sonne schien, der Markt war voll.", "de"),
        ("The sun shone, the market was full.", "en"),
        ("Die Hard is a film.", "en"),
        ("Stocks fell.", "en"),
    ],
)
def test_a_short_text_is_told_where_its_words_are_plain(text: str, code: str) -> None:
    assert detect(text) == code


_WORDS = st.sampled_from(
    [*sorted(word for word in WORDS if " " not in word)[::7], *"Ott „ “ , . : » « ; dass sagte".split()]
)


@given(st.lists(_WORDS, max_size=40), st.booleans())
def test_any_words_are_read(words: list[str], capitals: bool) -> None:
    text = " ".join(word.capitalize() if capitals else word for word in words) or "Ott"
    reading = nutgraf.read(Article.from_text(text, language="de", published="2026-03-12"))
    for quote in reading.quotes:
        assert all(text[span.start : span.end] == span.text for span in quote.content)
    assert all(time.span is None or time.span.text for time in reading.times)
    assert [text[name.start : name.end] for name in reading.names] == [name.text for name in reading.names]


def test_a_month_has_the_year_that_owns_it() -> None:
    told = Article.from_text("Im Februar vergangenen Jahres sank die Fähre.", language="de", published="2026-03-12")
    assert nutgraf.read(told).times[0].value == "2025-02"
