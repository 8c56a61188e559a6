"""Points that tell in their own words who says so: the source that closes them, that opens them, that is somebody else, or several."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.checking.items.claims import Claims
from nutgraf.checking.items.sources import sourced
from nutgraf.results import Point


def of(text: str, article: str, language: str | None = None) -> tuple[str | None, tuple[str, ...]]:
    """By whose word a point over a whole article stands, and the quotes that say it."""
    reading = nutgraf.read(nutgraf.Article.from_text(article, language=language))
    every = tuple(reading.sentence_span(sentence.number) for sentence in reading.sentences)
    (told,) = sourced([Point(text=text, evidence=every)], Claims(reading, reading.quotes))
    return told.according_to and told.according_to.name, told.asserted_by


NIGHT = "Ida Beck said ferries can sail at night past the outer islands in winter. The crews are rested."
SAIL = "Ferries can sail at night past the outer islands in winter"


@pytest.mark.parametrize(
    ("text", "source", "asserted"),
    [
        (f"{SAIL}, and the crews are rested, Ida Beck said.", "Ida Beck", ("q1",)),
        (f"{SAIL}, and the crews are rested, according to Ida Beck.", "Ida Beck", ("q1",)),
        (f"{SAIL}, Beck says", "Ida Beck", ("q1",)),
        (f"{SAIL}, said Ida Beck.", "Ida Beck", ("q1",)),
        (f"{SAIL}, and the crews are rested, said Beck.", "Ida Beck", ("q1",)),
        (f"{SAIL}, said the port.", None, ("q1",)),
        (f"Ida Beck said {SAIL}.", "Ida Beck", ("q1",)),
        (f"Ida Beck said that {SAIL}, she said.", "Ida Beck", ("q1",)),
        (f"Ida Beck said {SAIL}, and the crews are rested.", None, ("q1",)),
        (f"The crews are rested, and Ida Beck said {SAIL}.", None, ("q1",)),
        (f"{SAIL}, which Ida Beck said.", None, ("q1",)),
        (f"{SAIL}, the port said.", None, ("q1",)),
        (f"{SAIL}, the writer says", None, ("q1",)),
        (f"Ida Beck said that {SAIL}, the port says.", None, ("q1",)),
        (f"Ida Beck said that {SAIL}, according to the port.", None, ("q1",)),
        (f"{SAIL}.", "Ida Beck", ("q1",)),
        ("The crews are rested.", None, ()),
    ],
)
def test_who_closes_a_point_has_said_all_of_it_and_nobody_says_what_another_closes(
    text: str, source: str | None, asserted: tuple[str, ...]
) -> None:
    assert of(text, NIGHT) == (source, asserted)


TWO = "Ida Beck said that ferries can sail at night. Bo Lind said that crews are rested."


@pytest.mark.parametrize(
    ("text", "source", "asserted"),
    [
        ("Ida Beck said ferries can sail at night.", "Ida Beck", ("q1",)),
        ("Crews are rested, Bo Lind said.", "Bo Lind", ("q2",)),
        ("Ida Beck said ferries can sail at night, and Bo Lind that crews are rested.", None, ("q1", "q2")),
        ("Ida Beck and Bo Lind said that ferries can sail at night and that crews are rested.", None, ("q1", "q2")),
        ("Ferries can sail at night and crews are rested, Ida Beck and Bo Lind said.", None, ("q1", "q2")),
        ("Ferries can sail at night and crews are rested, officials said.", None, ("q1", "q2")),
        ("Officials said that ferries can sail at night and that crews are rested.", None, ("q1", "q2")),
    ],
)
def test_a_point_of_two_has_the_quotes_of_both(text: str, source: str | None, asserted: tuple[str, ...]) -> None:
    assert of(text, TWO) == (source, asserted)


def test_who_says_most_of_a_point_and_another_that_it_names_as_well_say_it_together() -> None:
    article = (
        "Ida Beck said ferries can sail at night past the outer islands in winter. Bo Lind said that crews are rested."
    )
    both = (
        "Ida Beck said ferries can sail at night past the outer islands in winter, and Bo Lind said crews are rested."
    )
    assert of(both, article) == (None, ("q1", "q2"))
    assert of(both.split(", and", maxsplit=1)[0], article) == ("Ida Beck", ("q1",))


def test_beside_two_whom_a_point_names_a_third_of_the_same_words_is_not_named() -> None:
    both = "Ida Beck and Bo Lind said that ferries can sail at night and that crews are rested."
    assert of(both, f"{TWO} Kai Rask said that ferries can sail at night.") == (None, ("q1", "q2"))
    assert of(both.replace("Ida Beck and Bo Lind", "They"), f"{TWO} Kai Rask left.") == (None, ("q1", "q2"))


KEYS = "Police said Bo Ek took the keys from the vault in May. Bo Ek denied that he took the keys from the vault. It rained."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police said Bo Ek took the keys from the vault in May.", "Police"),
        ("Bo Ek took the keys from the vault in May, police said.", "Police"),
        ("Police said Bo Ek took the keys from the vault in May, which he denied.", None),
        ("Police said Bo Ek took the keys from the vault in May, which Bo Ek denied.", None),
        ("Police said Bo Ek, who denied it, took the keys from the vault in May.", None),
    ],
)
def test_a_point_that_tells_the_denial_too_is_not_the_word_of_who_asserts_it(text: str, source: str | None) -> None:
    assert of(text, KEYS) == (source, ("q1",))


@pytest.mark.parametrize(
    ("text", "article", "source"),
    [
        ("Die Brücke sei im Mai gesperrt, sagte Ida Beck.", "Die Brücke sei im Mai gesperrt, sagte Ida Beck.", "Ida Beck"),
        ("Die Brücke ist im Mai gesperrt, laut Ida Beck.", "Die Brücke sei im Mai gesperrt, sagte Ida Beck.", "Ida Beck"),
        ("Ida Beck sagte, die Brücke sei im Mai gesperrt.", "Die Brücke sei im Mai gesperrt, sagte Ida Beck.", "Ida Beck"),
        ("Die Brücke ist im Mai gesperrt, sagt der Hafen.", "Die Brücke sei im Mai gesperrt, sagte Ida Beck.", None),
        ("Die Brücke ist im Mai gesperrt.", "Die Brücke sei im Mai gesperrt, sagte Ida Beck.", "Ida Beck"),
    ],
)  # fmt: skip
def test_the_source_that_a_german_point_names(text: str, article: str, source: str | None) -> None:
    assert of(text, article, "de")[0] == source


WELL = "The union says the wells ran dry in May after a dry winter. The council bought water."
DRY = "the wells ran dry in May after a dry winter"


@pytest.mark.parametrize(
    "text",
    [
        f"According to the union, {DRY}.",
        f"The w{DRY.removeprefix('the w')}, according to the union.",
        "The wells, according to the union, ran dry in May after a dry winter.",
        "The wells ran dry in May according to the union.",
        f"The union is claiming that {DRY}.",
        f"In May the union said that {DRY}.",
        f"The union said: {DRY}.",
        f"The union, which sued, says that {DRY}.",
        f"The union, angered by a ruling that left it nothing, says that {DRY}.",
        f"While it rained the union said that {DRY}.",
        f"The union's claim is that {DRY}.",
    ],
)
def test_a_source_that_is_told_with_the_first_clause_or_before_it_is_that_of_the_point(text: str) -> None:
    assert of(text, WELL) == ("The union", ("q1",))


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        (f"The union has sued, claiming that {DRY}.", ()),
        ("The council bought water after the union said that the wells ran dry in May.", ()),
        ("The council bought water, though the union says the wells ran dry.", ()),
        ("The council bought water because of claims by the union that the wells ran dry in May.", ()),
        ("The council acted on claims by the union that the wells ran dry in May.", ()),
        ("The council bought water on word that the wells ran dry in May.", ()),
        ("The council, which the union says was warned, bought water.", ()),
        ("The council bought water; the union says the wells ran dry in May.", ("q1",)),
        ("The council bought water, and the union says the wells ran dry in May.", ("q1",)),
    ],
)
def test_what_hangs_on_a_clause_of_the_paper_is_no_source_of_the_point(text: str, asserted: tuple[str, ...]) -> None:
    assert of(text, WELL) == (None, asserted)


@pytest.mark.parametrize(
    "text",
    [
        "Laut der Gewerkschaft sind die Brunnen im Mai trocken gefallen.",
        "Der Gewerkschaft zufolge sind die Brunnen im Mai trocken gefallen.",
        "Nach Angaben der Gewerkschaft sind die Brunnen im Mai trocken gefallen.",
        "Die Brunnen sind im Mai trocken gefallen, so die Gewerkschaft.",
        "Die Gewerkschaft sagt, die Brunnen seien im Mai trocken gefallen.",
    ],
)
def test_a_german_point_names_its_source_first_or_last(text: str) -> None:
    article = "Die Brunnen seien im Mai trocken gefallen, sagte die Gewerkschaft. Die Stadt kauft Wasser."
    assert of(text, article, "de") == ("Gewerkschaft", ("q1",))


@pytest.mark.parametrize("basis", ["model", "rule"])
def test_a_source_that_no_answer_gave_is_the_rules_whoever_found_the_quote(basis: str) -> None:
    reading = nutgraf.read(WELL)
    quotes = [
        quote.model_copy(update={"speaker": quote.speaker and quote.speaker.model_copy(update={"basis": basis})})
        for quote in reading.quotes
    ]
    evidence = (reading.sentence_span(1),)
    items = [Point(text="The wells ran dry in May", evidence=evidence)]
    items += [Point(text="The union says the wells ran dry in May", evidence=evidence)]
    found = sourced(items, Claims(reading, quotes))
    assert [one.according_to and (one.according_to.name, one.according_to.basis) for one in found] == [
        ("The union", "rule")
    ] * 2
