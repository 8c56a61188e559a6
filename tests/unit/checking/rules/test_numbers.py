"""One test for each lie about numbers, and the forms in which a number is no lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.checking.rules.claim import Claim
from nutgraf.checking.rules.numbers import invented_number
from nutgraf.checking.rules.words.figures import figures_of
from nutgraf.checking.rules.words.wording import wording
from nutgraf.reading import read
from weighing import refuting, rules, weighed

ARTICLE = "{The port lent 1,200 of its 5,000 crates to dockers in May, 4.5 percent more than before.} A third man left."


@pytest.mark.parametrize(
    "statement",
    [
        "The port lent 1,300 crates",
        "The port lent 120 crates",
        "The port lent twelve crates",
        "Crates lent by the port rose 5.4 percent",
        "The port lent tenfold the crates",
        "The port lent 1,200k crates",
        "The port lent one in nine crates",
        "The port lent a seventh of its crates",
        "The port lent 1,200 crates for 300 euros",
    ],
)
def test_invented_number(statement: str) -> None:
    assert "invented_number" in refuting(statement, ARTICLE)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("two and a half", "2 1/2"),
        ("2.5", "2 1/2"),
        ("1.5 million", "1 1/2 million"),
        ("250,000", "a quarter of a million"),
        ("750,000", "three-quarters of a million"),
        ("20 percent", "one in five"),
        ("a fifth", "1 in 5"),
        ("30 percent", "three of every ten"),
        ("0.177 percent", "177 of every 100,000"),
        ("half", "50 percent"),
        ("halved", "cut by half"),
        ("twice", "two"),
        ("ten times", "tenfold"),
        ("10-fold", "tenfold"),
        ("300,000", "300k"),
        ("3,000", "3K"),
        ("12.5 percent", "12.5 and 8.1 percent"),
        ("41 percent", "41, 52 and 60 percent"),
        ("20", "20-40"),
        ("16.6 billion", "16,600 million"),
        ("1,200", "twelve hundred"),
        ("12", "a dozen"),
        ("doubled", "rose to twice"),
        ("$20 million", "US$20m"),
        ("NZ$26 million", "NZ $ 26 million"),
    ],
)
def test_a_number_in_another_form(told: str, said: str) -> None:
    assert "invented_number" not in refuting(
        f"The port has {told} of its crates", f"The port has {said} of its crates."
    )
    if figures_of(wording(said))[1:] == ():  # of several, the article must give each
        assert "invented_number" not in refuting(
            f"The port has {said} of its crates", f"The port has {told} of its crates."
        )


@pytest.mark.parametrize(
    "statement",
    [
        "The port kept 3,800 crates",
        "The port lent 24 percent of its crates",
        "The port lent almost 1,250 crates",
        "The port lent hundreds of crates",
    ],
)
def test_a_number_reckoned_from_the_articles_is_open(statement: str) -> None:
    assert weighed(statement, ARTICLE).outcome == "open"
    assert "number_from_elsewhere" in rules(statement, ARTICLE, outcome="open")


def test_years_and_days_of_a_date_are_the_articles() -> None:
    article = "The port burned last year. It was sold on Tuesday."
    for statement in ("The port burned in 2025", "The port was sold on 10 March"):
        assert "invented_number" not in refuting(statement, article, published="2026-03-12")
    assert "invented_number" in refuting("The port burned in 2021", article, published="2026-03-12")
    for statement in (
        "Twelve boats burned in the port",
        "12 boats burned in the port",
        "2,026 boats burned in the port",
    ):
        assert "invented_number" in refuting(statement, article, published="2026-03-12")


def test_so_many_things_as_are_listed() -> None:
    assert weighed("Divers found three bodies", "Divers found a guide, a cook and a child.").outcome == "open"
    assert "invented_number" in refuting("Divers found seven bodies", "Divers found a guide, a cook and a child.")


def test_number_from_elsewhere() -> None:
    assert "number_from_elsewhere" in rules(
        "The port has 80 staff", "{The port has staff.} They are 80.", outcome="open"
    )


def test_number_of_something_else() -> None:
    article = "Dockers loaded 300 crates."
    assert "number_of_something_else" in rules("300 dockers loaded crates", article, outcome="open")
    assert "number_of_something_else" not in rules("300 crates were loaded", article)


@pytest.mark.parametrize(
    "statement",
    ["Catches rose tenfold", "Catches rose 10-fold", "Catches are ten times the old ones", "Catches tripled"],
)
def test_what_multiplies_is_no_count(statement: str) -> None:
    counted = "Catches rose after 10 boats and three crews came."
    assert "number_of_something_else" in rules(statement, counted, outcome="open")
    for said in ("Catches rose ten times and three times over.", "Catches tripled here and rose tenfold there."):
        assert "number_of_something_else" not in rules(statement, said)
        assert "invented_number" not in rules(statement, said)


def test_how_often_is_a_count() -> None:
    article = "Police made two arrests of the man, three in all."
    for statement in (
        "Police arrested the man twice",
        "Police arrested the man three times",
        "A double arrest of the man",
    ):
        assert "number_of_something_else" not in rules(statement, article)


def test_a_vague_number_is_no_other() -> None:
    assert "invented_number" in refuting("Thousands marched", "Hundreds marched.")
    assert "invented_number" not in refuting("Hundreds marched", "Some 640 people marched.")


NUMBERS = st.one_of(st.integers(1, 10**9), st.floats(0.1, 1e6).map(lambda value: round(value, 2)))


@given(NUMBERS)
def test_a_number_equals_itself_with_and_without_commas(value: float) -> None:
    (one,), (other,) = figures_of(wording(f"{value:,} crates")), figures_of(wording(f"{value} crates"))
    assert one.equals(other)
    assert other.equals(one)


@given(st.text(max_size=80))
def test_any_text_has_its_numbers(text: str) -> None:
    for figure in figures_of(wording(text)):
        assert figure.words
        assert figure.equals(figure)


def test_digits_of_another_language() -> None:
    german = (
        "Im Stadion sahen am Samstag 20.761 Zuschauer den Sieg der Gastgeber, die das letzte Spiel der Saison mit 2:0 gewannen und "
        "in der Liga bleiben. Danach wurde auf dem Rasen noch lange gefeiert."
    )
    assert weighed("Den Sieg sahen 20761 Zuschauer", german).outcome != "refuted"
    assert "invented_number" in refuting("Den Sieg sahen 27.061 Zuschauer", german)
    assert weighed("Den Sieg sahen vier von 5 Gegnern", german).outcome != "refuted"


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The port lent 170 crates", "{On May 30 the port lent 140 crates.} It rained."),
        ("The port lent 35 crates", "{The port lent 140 crates at 4 p.m.} It rained."),
        ("The port lent 133 crates", "{The port lent 140 crates to 7 dockers.} It rained."),
        ("The port lent 20 crates", "{The port lent 140 crates to 7 dockers.} It rained."),
    ],
)
def test_nothing_is_reckoned_from_unlike_numbers(statement: str, article: str) -> None:
    assert "invented_number" in refuting(statement, article)


def test_a_decade_is_ten_years() -> None:
    assert not refuting("The bridge will be rebuilt within 10 years", "{The bridge will be rebuilt within a decade.}")
    assert not refuting("The bridge will be shut for 14 days", "{The bridge will be shut for a fortnight.}")
    assert refuting("The bridge will be shut for 17 days", "{The bridge will be shut for a fortnight.}")
    assert not refuting(
        "The bridge was shut for over 25 years", "{The bridge was shut for more than a quarter of a century.}"
    )
    assert not refuting("The bridge was shut for 50 years", "{The bridge was shut for half a century.}")
    assert refuting(
        "The bridge was shut for over 35 years", "{The bridge was shut for more than a quarter of a century.}"
    )


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        ("Die Brücke brannte 2018 ab.", {"open"}),
        ("Die Brücke brannte 2020 ab.", {"open"}),
        ("Die Brücke brannte 2019 ab.", set[str]()),
        ("Die Brücke brannte 2014 ab.", {"refuted"}),
        ("Die Brücke kostete 2118 Euro.", {"refuted"}),
    ],
)
def test_a_year_beside_one_of_the_articles_may_be_reckoned_in_a_language_of_other_words(
    statement: str, outcome: set[str]
) -> None:
    reading = read(
        Article.from_text("Die Brücke von Ulvik wurde 2019 gesperrt. Ein Jahr darauf brannte sie ab.", language="de")
    )
    found = invented_number(Claim(statement, (reading.sentence_span(1),), reading))
    assert {found.outcome} - {""} == outcome if found else outcome == set()


@pytest.mark.parametrize(("said", "invented"), [("70m", False), ("170m", True), ("1.70m", True)])
def test_a_number_with_its_letter_stands_alone_and_not_within_a_longer_one(said: str, invented: bool) -> None:
    assert ("invented_number" in refuting("The rope is 70m long", f"The rope is {said} long.")) is invented
