"""A careful reader's answers to a German article: delivered as given, with nothing asked again, dropped or replaced."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.checking.items.turned import turned, with_deadline
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.reading import Reading
from nutgraf.reading.window import runs
from nutgraf.results.happened import Status

TEXT = (
    "Der Stadtrat von Lohbruck hat am Montag den Bau eines zweiten Hafens beschlossen. „Ohne den Hafen ziehen die Werften weg“, "
    "sagte Bürgermeisterin Lena Ott. Der Imker Karl Reimers erklärte, er werde seine Wiesen nicht hergeben. Die Bagger sollen 2028 "
    "kommen, die Kosten liegen bei 80 Millionen Euro. Die Feuerwehr übt am Samstag auf dem Gelände."
)
READING = read(Article.from_text(TEXT, published="2026-03-12"))


def settled(name: str, items: list[dict[str, Any]], reading: Reading = READING) -> Any:
    asked = built_in(name)
    (window,) = runs(reading, "article")
    answer = wire.answer_class(((name, asked.item),)).model_validate_json(json.dumps({name: items}))
    return asked.checked(reading, [(window, getattr(answer, name))])


def event(evidence: int, title: str, status: str, **more: Any) -> dict[str, Any]:
    return {
        "evidence": [evidence], "title": title, "status": status, "participants": [], "place": None, "time": None, "quantities": [], **more,
    }  # fmt: skip


def test_events_are_delivered_as_answered() -> None:
    titles = {
        "Lohbrucks Stadtrat beschloss einen weiteren Hafen.": "occurred",
        "Ab 2028 sollen Bagger anrücken.": "planned",
        "Die Feuerwehr probt auf dem Gelände.": "planned",
    }
    found = settled(
        "events",
        [
            event(1, "Lohbrucks Stadtrat beschloss einen weiteren Hafen.", "occurred", place="Lohbruck"),
            event(4, "Ab 2028 sollen Bagger anrücken.", "planned"),
            event(5, "Die Feuerwehr probt auf dem Gelände.", "planned", time="am Samstag"),
        ],
    )
    assert {one.title: one.status for one in found.items} == titles
    assert [problem.detail for problem in found.problems] == []
    (drill,) = [one for one in found.items if one.title.startswith("Die Feuerwehr")]
    assert drill.time.value == "2026-03-14"


def test_a_refusal_in_several_parts_keeps_its_no_with_its_verb() -> None:
    reading = read(
        Article.from_text("Ein Sprecher der Werft wollte sich auf Nachfrage nicht dazu äußern.", language="de")
    )
    draft = {
        "content": ["1: dazu"],
        "speaker": {"name": "Ein Sprecher der Werft", "kind": "unnamed"},
        "cue": "wollte sich nicht äußern",
        "stance": "no_comment",
    }
    (quote,) = settled("quotes", [draft], reading).items
    assert (quote.cue.text, quote.stance) == ("wollte sich auf Nachfrage nicht dazu äußern", "no_comment")


def test_a_verb_may_have_its_sentence_between_its_parts() -> None:
    text = "Die Werft will im Mai schließen. Das teilte das Unternehmen aus Kiel am Donnerstag nach einer langen Sitzung des Aufsichtsrats, bei der alle Mitglieder anwesend waren, mit."
    draft = {
        "content": ["1"],
        "speaker": {"name": "die Werft", "kind": "organization"},
        "cue": "teilte … mit",
        "stance": "says",
    }
    found = settled("quotes", [draft], read(Article.from_text(text, language="de")))
    assert [(quote.text, quote.cue.text) for quote in found.items] == [
        ("Die Werft will im Mai schließen.", text[text.index("teilte") : -1])
    ]


@pytest.mark.parametrize(
    ("text", "status", "limit"),
    [
        ("Der Kreis will das Limit bis Ende Juni senken.", "planned", "by"),
        ("Die Brücke soll bis Ende Juni gesperrt bleiben.", "planned", "until"),
        ("Der Kreis will das Limit bis Ende Juni senken und hält daran fest.", "planned", "by"),
        ("Der Kreis hat das Limit bis Ende Juni gesenkt.", "occurred", "until"),
        ("Der Kreis bräuchte bis Ende Juni kein neues Limit.", "hypothetical", "until"),
        ("Sollte der Kreis bis Ende Juni kein Limit nennen, klagt der Verein.", "planned", "by"),
        ("Der Verein klagt, wenn bis Ende Juni nichts geschieht.", "planned", "by"),
        ("Falls bis Ende Juni keiner bietet, schließt die Mühle.", "hypothetical", "by"),
        ("Sie hält bis Ende Juni einen Preis von 40 Euro für möglich.", "hypothetical", "by"),
        ("Der Frost hält bis Ende Juni an.", "planned", "until"),
        ("Die Bahn darf nur noch bis Ende Juni betrieben werden.", "planned", "until"),
    ],
)
def test_what_is_to_come_comes_by_its_limit_unless_it_lasts(text: str, status: Status, limit: str) -> None:
    reading = read(Article.from_text(text, published="2026-03-12", language="de"))
    at = text.index("bis Ende Juni")
    assert with_deadline(reading.time_of(at, at + 13), status, reading).limit == limit


@pytest.mark.parametrize(
    ("cue", "delivered"),
    [
        ("wollte … wissen", "wollte Stadträtin Lena Ott (Freie Hafenliste) wissen"),
        ("wollte ... wissen", "wollte Stadträtin Lena Ott (Freie Hafenliste) wissen"),
        ("wollte wissen", "wollte Stadträtin Lena Ott (Freie Hafenliste) wissen"),
        ("wollte … hören", None),
    ],
)
def test_a_cue_told_by_its_ends_is_delivered_whole(cue: str, delivered: str | None) -> None:
    text = "Ob der Damm im Mai noch halte, wollte Stadträtin Lena Ott (Freie Hafenliste) wissen."
    speaker = {"name": "Lena Ott", "kind": "person"}
    draft = {"content": ["1: der Damm im Mai noch halte"], "cue": cue, "stance": "asks", "speaker": speaker}
    (quote,) = settled("quotes", [draft], read(Article.from_text(text, language="de"))).items
    assert (quote.cue and quote.cue.text) == delivered


def test_a_verb_in_two_parts_stands_whole_and_what_is_denied_is_nobody_told() -> None:
    reading = read(
        Article.from_text(
            "Entlassungen schloss Ott allerdings nicht aus. Ott wies den Vorwurf zurück, der Rat sei übergangen worden.",
            published="2026-03-12",
        )
    )
    quotes = [
        {"content": ["1: Entlassungen"], "cue": "schloss … nicht aus", "stance": "says"},
        {"content": ["2: der Rat sei übergangen worden"], "cue": "wies den Vorwurf zurück", "stance": "denies"},
    ]
    speaker = {"name": "Ott", "title": None, "organization": None, "kind": "person"}
    first, second = settled("quotes", [{**quote, "speaker": speaker} for quote in quotes], reading).items
    assert first.cue.text == "schloss Ott allerdings nicht aus"
    assert (second.cue.text, second.addressee) == ("wies den Vorwurf zurück", None)


def test_quotes_are_delivered_as_answered() -> None:
    ott, reimers = ({"name": name, "kind": "person"} for name in ("Lena Ott", "Karl Reimers"))
    found = settled(
        "quotes",
        [
            {"content": ["m1"], "speaker": ott, "cue": "sagte", "addressee": None},
            {"content": ["3"], "speaker": reimers, "cue": "erklärte", "addressee": None},
        ],
    )
    told = [(one.kind, one.speaker.name, one.cue.text, one.content[0].text) for one in found.items]
    assert told == [
        ("direct", "Lena Ott", "sagte", "Ohne den Hafen ziehen die Werften weg"),
        ("indirect", "Karl Reimers", "erklärte", "er werde seine Wiesen nicht hergeben"),
    ]
    assert [problem.detail for problem in found.problems] == []


def test_roles_are_nouns_names_have_endings_and_numbers_stand_side_by_side() -> None:
    text = (
        "Die Pläne der Freien Hafenliste lägen seit dem 1. Mai 2021 vor, hieß es im Papier des Hafenausschusses. Für 2027 rechnet die Werft mit "
        "einer Rendite von 4,5 Prozent und mit 120 Stellen weniger, wie sie am Montag mitteilte."
    )
    reading = read(Article.from_text(text, published="2026-03-12", language="de"))
    drafts = [
        event(1, "Die Hafenliste hat Pläne.", "planned", time="seit dem 1. Mai 2021", according_to=None)
        | {
            "participants": [{"name": "Freie Hafenliste", "role": "actor"}, {"name": "Hafenausschuss", "role": "other"}]
        },
        event(2, "Die Rendite der Werft soll 2027 4,5 Prozent erreichen.", "planned")
        | {"quantities": [{"span": "4,5 Prozent", "role": "Umsatzrendite"}, {"span": "120 Stellen", "role": "Abbau"}]},
    ]
    found = settled("events", drafts, reading)
    assert [problem.detail for problem in found.problems] == []
    first, second = found.items
    assert [one.name for one in first.participants] == ["Freie Hafenliste", "Hafenausschuss"]
    assert first.time.limit == "since"
    assert [one.role for one in second.quantities] == ["Umsatzrendite", "Abbau"]


def test_a_verb_told_in_the_subjunctive_is_what_is_said_and_no_cue() -> None:
    text = "„Das ist ein harter Tag“, sagte Ida Beck. Sie habe bis zuletzt gehofft, den Betrieb ohne einen Verkauf zu retten."
    reading = read(Article.from_text(text, published="2026-03-12", language="de"))
    draft = {"content": ["2"], "speaker": {"name": "Ida Beck", "kind": "person"}, "cue": None, "addressee": None}
    quote = settled("quotes", [draft], reading).items[-1]
    assert quote.text == text.partition("Beck. ")[2]
    assert quote.cue is None


def test_few_words_in_marks_make_reported_ones_mixed() -> None:
    text = "Der Betrieb laufe „ohne jede Einschränkung“ weiter, teilte Ida Beck mit."
    reading = read(Article.from_text(text, published="2026-03-12", language="de"))
    draft = {"content": ["1"], "speaker": {"name": "Ida Beck", "kind": "person"}, "cue": "teilte", "addressee": None}
    (quote,) = settled("quotes", [draft], reading).items
    assert (quote.kind, quote.text) == ("mixed", "Der Betrieb laufe „ohne jede Einschränkung“ weiter")


@pytest.mark.parametrize(
    ("text", "words", "status", "value", "end"),
    [
        ("Die Löhne sind bis Ende Juni gesichert.", "bis Ende Juni", "ongoing", "2026-06", "2026-06-30"),
        ("Der Steg ist bis Mai gesperrt.", "bis Mai", "ongoing", "2026-05", "2026-05-31"),
        ("Das für September geplante Fest wurde am Montag abgesagt.", "September", "cancelled", "2026-09", "2026-09-30"),
        ("Die im Mai angesetzte Wahl wurde abgesagt.", "im Mai", "cancelled", "2026-05", "2026-05-31"),
        ("Die im Mai gewählte Rätin trat zurück.", "im Mai", "occurred", "2025-05", "2025-05-31"),
    ],
)  # fmt: skip
def test_a_german_month_looks_ahead_with_what_lasts_or_was_planned(
    text: str, words: str, status: Status, value: str, end: str
) -> None:
    reading = read(Article.from_text(text, published="2026-03-11", language="de"))
    at = text.index(words)
    time = turned(reading.time_of(at, at + len(words)), status, reading.article.published, reading)
    assert (time.value, str(time.end)) == (value, end)


def test_who_says_it_is_nobody_told() -> None:
    reading = read(Article.from_text("Die Kosten schätzt der Landkreis auf rund 180.000 Euro.", language="de"))
    speaker = {"name": "der Landkreis", "title": None, "organization": None, "kind": "organization"}
    quote = {"content": ["1"], "speaker": speaker, "cue": "schätzt", "stance": "says"}
    (found,) = settled("quotes", [quote], reading).items
    assert found.addressee is None


def test_a_name_that_ends_in_n_has_its_genitive() -> None:
    text = "Berlins Bürgermeisterin Lena Ott sagte, sie bleibe."
    reading = read(Article.from_text(text, language="de"))
    speaker = {"name": "Lena Ott", "title": "Bürgermeisterin", "organization": "Berlin", "kind": "person"}
    quote = {"content": ["1: sie bleibe"], "speaker": speaker, "cue": "sagte", "stance": "says"}
    (found,) = settled("quotes", [quote], reading).items
    assert found.speaker.organization == "Berlin"


COMPOUNDS = (
    "In Kattmar brannte am Montag ein Haus, nach Polizeiangaben kamen 200 Menschen. Das fiel in der Stadtratssitzung auf. Die Landung "
    "des Bootes misslang."
)


@pytest.mark.parametrize(
    ("name", "mention"), [("Polizei", "Polizeiangaben"), ("die Polizei", "Polizeiangaben"), ("Gericht", None)]
)
def test_the_first_part_of_a_compound_speaks(name: str, mention: str | None) -> None:
    reading = read(Article.from_text(COMPOUNDS, published="2026-03-12"))
    speaker = {"name": name, "title": None, "organization": name, "kind": "organization"}
    quote = {"content": ["1: kamen 200 Menschen"], "cue": "nach Polizeiangaben", "stance": "says", "speaker": speaker}
    found = settled("quotes", [quote], reading)
    (told,) = found.items
    assert (told.speaker.name, told.speaker.mention.text) == (name if mention else None, "Polizeiangaben")
    assert [problem.kind for problem in found.problems] == ([] if mention else ["speaker_not_in_article"])


@pytest.mark.parametrize(
    ("evidence", "name", "stands"),
    [
        (2, "Stadtrat", "Stadtratssitzung"),
        (1, "Polizei", "Polizeiangaben"),
        (2, "Stadt", "Stadtratssitzung"),
        (2, "Polizei", None),  # of another sentence
        (2, "Rat", None),
        (3, "Land", None),
    ],
)
def test_the_first_part_of_a_compound_takes_part_and_is_a_source(evidence: int, name: str, stands: str | None) -> None:
    reading = read(Article.from_text(COMPOUNDS, published="2026-03-12"))
    taking_part = [{"name": name, "role": "actor"}]
    draft = event(evidence, "Es geschah am Montag.", "occurred", participants=taking_part, according_to=name)
    (told,) = settled("events", [draft], reading).items
    assert [(one.name, one.mention.text) for one in told.participants] == ([(name, stands)] if stands else [])
    assert (told.according_to and told.according_to.name) == (name if stands else None)
