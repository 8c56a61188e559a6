"""`nutgraf.check` in languages whose wording no rule weighs: worded is only what stands there word by word."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.results import Statement

GERMAN = (
    "Der Kreistag von Ahrensee beschloss am Montag den Nahverkehrsplan mit 27 zu 14 Stimmen. Bei einem Unfall auf der Seilbahn wurden "
    "vier Wanderer verletzt. Die Fahrpreise sollen um sechs Prozent steigen. Der Kreis gibt 5,7 Millionen Euro für neue Busse aus. "
    "Landrätin Ute Kranz rügte die Betreiber. Der Fahrgastverband hat nicht geklagt."
)
SPANISH = (
    "El alcalde de Alcora no aprobó el presupuesto el martes. La policía detuvo a cinco hombres en la estación de la ciudad, según "
    "una portavoz que habló con la prensa."
)
FRENCH = (
    "Le conseil de Brive a voté mardi la fermeture de la piscine. Les habitants de la ville protestent depuis des semaines devant la "
    "mairie, mais le maire ne veut pas les recevoir."
)


def one(words: str, article: str = GERMAN) -> Statement:
    (statement,) = nutgraf.check(words, article).statements
    return statement


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Der Kreistag hat den Nahverkehrsplan nicht beschlossen.", "'nicht'"),
        ("Der Kreistag hat keinen Nahverkehrsplan beschlossen.", "'keinen'"),
        ("Bei einem Unfall auf der Seilbahn wurde niemand verletzt.", "'niemand'"),
        ("Der Fahrgastverband hat geklagt.", "'nicht'"),
        ("Der Kreistag beschloss mit 41 Stimmen den Nahverkehrsplan.", "'41'"),
        ("Der Kreistag mit 41 Mitgliedern beschloss den Nahverkehrsplan.", "'Mitgliedern'"),
        ("Die Fahrpreise sollen um neun Prozent steigen.", "'neun'"),
        ("Der Kreis gibt 5,4 Millionen Euro für neue Busse aus.", "'5,4 Millionen'"),
        ("Der Kreis gibt 7,5 Millionen Euro für neue Busse aus.", "'7,5 Millionen'"),
        ("Ute Kranz lobte die Betreiber.", "'lobte'"),
        ("Die Fahrpreise sinken um sechs Prozent.", "'sinken'"),
        ("Die Fahrpreise steigen um sechs Prozent.", "'sollen'"),
        ("Bei einem Unfall auf der Seilbahn wurde ein Wanderer verletzt, dazu kamen vier Stimmen.", "'vier'"),
        ("Viele Wanderer wurden bei einem Unfall verletzt.", "'Viele'"),
    ],
)
def test_what_does_not_stand_there_is_open_and_named(words: str, named: str) -> None:
    statement = one(words)
    assert statement.verdict == "open"
    assert named in (statement.reason or "")


@pytest.mark.parametrize(
    "words",
    [
        "Am Montag beschloss der Kreistag von Ahrensee den Nahverkehrsplan.",
        "Der Kreistag hat den Nahverkehrsplan beschlossen.",
        "4 Wanderer wurden bei einem Unfall verletzt.",
        "Der Kreis gibt für neue Busse 5,7 Millionen Euro aus.",
        "Geklagt hat der Fahrgastverband nicht.",
        "Die Fahrpreise sollen steigen.",
    ],
)
def test_the_same_words_in_another_order_or_form_are_worded(words: str) -> None:
    statement = one(words)
    assert statement.verdict == "worded", statement.reason


def test_a_negation_of_something_else_carries_none() -> None:
    article = (
        "Der Brand wurde am Abend nicht gelöscht, und der Wirt hat das Haus verlassen. Die Feuerwehr kam mit dem Boot."
    )
    statement = one("Der Brand wurde gelöscht, und der Wirt hat das Haus nicht verlassen.", article)
    assert statement.verdict == "open"
    assert "'nicht'" in (statement.reason or "")


def test_a_number_with_a_decimal_comma_is_one_fact_with_its_place() -> None:
    (fact,) = [fact for fact in one("Der Kreis gibt für Busse 5,7 Millionen Euro aus.").facts if fact.kind == "number"]
    assert (fact.span.text, fact.stands) == ("5,7 Millionen", True)
    assert fact.evidence[0].spans[0].text == "5,7 Millionen"


def test_spanish_negations_may_neither_be_added_nor_left_out() -> None:
    assert one("El alcalde de Alcora aprobó el presupuesto el martes.", SPANISH).verdict == "open"
    assert one("La policía no detuvo a cinco hombres.", SPANISH).verdict == "open"
    assert one("La policía detuvo a cinco hombres en la estación.", SPANISH).verdict in ("worded", "verbatim")


def test_where_no_rule_knows_a_negation_nothing_is_worded() -> None:
    turned = one("Le maire veut les recevoir.", FRENCH)
    assert (turned.verdict, turned.rule) == ("open", "negation_unknown")
    assert one("Le conseil de Brive a voté mardi la fermeture de la piscine.", FRENCH).verdict == "verbatim"


def test_the_report_says_once_that_no_rule_weighs_the_wording() -> None:
    report = nutgraf.check("Der Kreistag hat getagt. Ute Kranz rügte die Betreiber.", [GERMAN, SPANISH])
    (problem,) = report.problems
    assert (problem.kind, problem.step) == ("not_english", "check")
    assert "(de, es)" in problem.detail
    assert "not verbatim is open" in nutgraf.check("Le maire a parlé.", FRENCH).problems[0].detail
    assert nutgraf.check("The port opened.", "The port of Osk opened on Friday.").problems == ()
