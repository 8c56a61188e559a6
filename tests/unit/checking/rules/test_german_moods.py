"""German statements whose verb stands in another mood than the clause that they tell, or with another "nicht"."""

from __future__ import annotations

import pytest

from weighing import refuting, rules, weighed

ABOUT = " Das teilte die Gemeinde Lohbruck den Anwohnern am Abend in einem Schreiben mit."


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("{Die Gemeinde hat die Mühle verkauft.}", "Die Gemeinde hat die Mühle nicht verkauft."),
        ("{Die Gemeinde hat die Mühle verkauft.}", "Die Gemeinde wird die Mühle verkaufen."),
        ("{Die Gemeinde hat die Mühle verkauft.}", "Die Gemeinde hat keine Mühle verkauft."),
        ("{Die Gemeinde wird die Mühle verkaufen.}", "Die Gemeinde hat die Mühle schon verkauft."),
        ("{Die Gemeinde könnte die Mühle verkaufen.}", "Die Gemeinde wird die Mühle verkaufen."),
        ("{Karl Reimers soll die Mühle angezündet haben.}", "Karl Reimers hat die Mühle angezündet."),
        ("{Falls der Rat zustimmt, öffnet die Mühle im Mai.}", "Die Mühle öffnet im Mai."),
        ("{Niemand wurde verletzt, als die Mühle brannte.}", "Anwohner wurden verletzt."),
    ],
)
def test_another_mood_is_not_proved(article: str, statement: str) -> None:
    assert {"other_mood", "few_of_its_words"} & rules(statement, article + ABOUT, outcome="open")


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("{Die Gemeinde hat die Mühle verkauft.}", "Gemeinde verkauft Mühle"),
        ("{Die Gemeinde hat die Mühle verkauft.}", "Die Gemeinde verkaufte die Mühle."),
        ("{Die Gemeinde wird die Mühle verkaufen.}", "Die Gemeinde verkauft die Mühle."),
        ("{Falls der Rat zustimmt, öffnet die Mühle im Mai.}", "Die Mühle könnte im Mai öffnen."),
        ("{Die Gemeinde wird die Mühle nicht verkaufen.}", "Die Gemeinde verkauft die Mühle nicht."),
    ],
)
def test_the_same_mood_in_other_words_is_left_alone(article: str, statement: str) -> None:
    assert "other_mood" not in rules(statement, article + ABOUT)
    assert refuting(statement, article + ABOUT) == set()


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("{Die Zahl der Gäste stieg im Mai.}", "Die Zahl der Gäste sank im Mai."),
        ("{Die Gemeinde kaufte die alte Mühle.}", "Die Gemeinde verkaufte die alte Mühle."),
        ("{Zwei Wanderer überlebten das Unwetter im Tal.}", "Zwei Wanderer starben bei dem Unwetter im Tal."),
        ("{Der Rat lehnte den Umbau der Mühle ab.}", "Der Rat billigte den Umbau der Mühle."),
        ("{Die Miete stieg um fünf Prozent.}", "Die Miete stieg um sieben Prozent."),
        ("{Der Umbau kostet 2,4 Millionen Euro.}", "Der Umbau kostet 2,4 Milliarden Euro."),
        ("{Im Tal gibt es zwölf Mühlen.}", "Im Tal gibt es zwanzig Mühlen."),
    ],
)
def test_an_opposite_and_another_number_are_not_proved(article: str, statement: str) -> None:
    assert rules(statement, article + ABOUT)


def test_a_numeral_may_be_written_in_digits() -> None:
    assert rules("Im Tal gibt es 12 Mühlen.", "{Im Tal gibt es zwölf Mühlen.}" + ABOUT) == set()


@pytest.mark.parametrize(
    ("statement", "rule", "outcome"),
    [
        ("Höchstens zwölf Netze gingen im Mai verloren.", "other_bound", "refuted"),
        ("Mindestens zwölf Netze gingen im Juni 2025 verloren.", "other_time", "refuted"),
        ("Alle zwölf Netze gingen im Mai verloren.", "part_as_whole", "open"),
    ],
)
def test_bounds_days_and_wholes(statement: str, rule: str, outcome: str) -> None:
    article = "{Mindestens zwölf Netze gingen im Mai 2025 verloren.} Der Fischer Karl Reimers sucht sie noch, sagte er."
    found = weighed(statement, article, published="2026-03-12").findings
    assert (rule, outcome) in {(one.rule, one.outcome) for one in found}
