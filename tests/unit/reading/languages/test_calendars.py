"""Languages of which only the calendar and the marks in numbers are known; and that folders have the names that CLDR has."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.dates.by_calendar import RULES
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.cldr import calendars
from nutgraf.reading.languages.detect import detect
from nutgraf.reading.languages.language import codes, words_of
from nutgraf.reading.offers.clauses import events_offered

TEXTS = {
    "es": "El ayuntamiento aprobó el lunes 3 de mayo de 2025 un plan para plantar 20.761 árboles, con un gasto del 2,5 % que sube a 1.200 €.",
    "fr": "La mairie a annoncé que les travaux débutent le 3 mai 2025 et doivent durer longtemps. Le coût est de 2,5 % du budget et de 1 200 €.",
    "sv": "Kommunen sade att bron ska stängas den 3 maj 2025 och att det är för dyrt, men också att det kostar 2,5 % mer och 1 200 €.",
    "pl": "Władze podały, że most zostanie zamknięty 3 maja 2025 i że nie jest bezpieczny, ale koszt to 2,5 % oraz 1 200 € na rok.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_calendar_reads_dates_and_numbers(code: str) -> None:
    reading = nutgraf.read(Article.from_text(TEXTS[code], published="2026-03-12"))
    assert reading.language == code
    assert "2025-05-03" in [time.value for time in reading.times]
    assert {(found.value, found.unit) for found in reading.quantities} >= {(2.5, "%"), (1200.0, "EUR")}
    assert reading.quotes == ()


@pytest.mark.parametrize("code", ["fr", "fr-CA", "FR-be"])
def test_a_region_takes_nothing_from_a_language(code: str) -> None:
    reading = nutgraf.read(
        Article.from_text("La ville ferma la route le 3 mai 2025 pour 2,5 % de moins.", language=code)
    )
    assert [time.value for time in reading.times] == ["2025-05-03"]
    assert [found.value for found in reading.quantities] == [2.5]


def test_years_in_brackets_and_runs_of_years_are_read_in_every_language() -> None:
    reading = nutgraf.read(Article.from_text("La digue (1995) fut longue en 2014-2018.", language="fr"))
    assert [time.value for time in reading.times] == ["1995", "2014/2018"]


@pytest.mark.parametrize("code", ["fr", "en-GB", "xx", ""])
def test_events_are_offered_in_every_language(code: str) -> None:
    told = "Le maire a dit lundi que la route est vieille. La ville va fermer la route en mai."
    assert events_offered(nutgraf.read(Article.from_text(told, language=code or None)), 1) is not None


@pytest.mark.parametrize("code", codes())
def test_the_names_of_a_folder_are_those_of_cldr(code: str) -> None:
    words = words_of(code)
    for names, bits in ((calendars()[code].months, c.MONTH), (calendars()[code].weekdays, c.WEEKDAY)):
        values = words.values_of(bits)
        assert {name: values.get(name) for name in names if len(name) > 4} == {
            n: v for n, v in names.items() if len(n) > 4
        }


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if "fig" not in rule.name and "ISO" not in rule.name], ids=lambda rule: rule.name
)
def test_a_rule_by_calendar_yields_what_its_examples_say(rule) -> None:
    for text, said in rule.examples.items():
        reading = nutgraf.read(Article.from_text(text, language="it", published="2026-03-12"))
        found = [f"{time.span.text} = {time.value}" for time in reading.times if time.span]
        assert found == [said]
        assert reading.time_rules == (rule.name,)


def test_a_language_that_is_set_is_not_told_from_the_text() -> None:
    assert nutgraf.read(Article.from_text("Am Montag.", language="es")).language == "es"
    assert detect("Der Rat sagte, dass die Brücke nicht mehr sicher ist und der Hafen zu.") == "de"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt-BR", "O farol abriu em 3 de maio de 2025."),
        ("fr_CA", "Le phare ouvrit le 3 mai 2025."),
        ("de-AT", "Am 3. Mai 2025 brannte der Turm."),
    ],
)
def test_a_region_reads_by_the_calendar_of_its_language(language: str, text: str) -> None:
    reading = nutgraf.read(Article.from_text(text, language=language, published="2026-03-12"))
    assert reading.language == language[:2]
    assert [time.value for time in reading.times] == ["2025-05-03"]


def test_rules_that_languages_share_find_the_months_of_each_at_the_same_time() -> None:
    day = next(rule for rule in RULES if rule.name == "day of a month")
    texts = {"it": "Il 3 maggio 2025 bruciò il mulino.", "fr": "Le 3 mai 2025 le moulin brûla."}
    for _ in range(2):
        for code, text in texts.items():
            found = nutgraf.read(Article.from_text(text, language=code, published="2026-03-12")).times
            assert [time.value for time in found] == ["2025-05-03"]
    assert len(day.finds._bound) >= len(texts)
