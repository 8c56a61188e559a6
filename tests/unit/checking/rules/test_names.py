"""One test for each lie about names, and the forms in which a name is no lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.checking.rules.claim import Claim
from nutgraf.reading import read
from nutgraf.reading.languages.peoples import peoples_of
from weighing import refuting, rules, weighed

ARTICLE = "{Mayor Ida Voll of Osk met pilots of the World Food Programme on Monday.} Carla Brandt, the coach, left for Norway."


@pytest.mark.parametrize(
    "statement",
    [
        "Mayor Ida Voll met pilots of Air Vega",
        "Ida Lind met pilots on Monday",
        "Danish pilots met Mayor Ida Voll",
        "The mayor met the IMF on Monday",
        "Orbis Motors met pilots on Monday",
        "Ida Voll met pilots in Turkey",
        "Zarkov-based pilots met in Zarkov",
    ],
)
def test_invented_name(statement: str) -> None:
    assert "invented_name" in refuting(statement, ARTICLE)


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("Osk's mayor met pilots", ARTICLE),
        ("Osk’s mayor met pilots", ARTICLE),
        ("The Volls met pilots", "Ida Voll and Per Voll met pilots."),
        ("The WFP met Ida Voll", ARTICLE),
        ("The World Food Programme met Ida Voll", "The WFP met Ida Voll."),
        ("Ida-Marie Voll met pilots", "Ida Marie Voll met pilots."),
        ("J.R. Hale met pilots", "J. R. Hale met pilots."),
        ("Zoe Hale of Sao Paulo met pilots", "Zoë Hale of São Paulo met pilots."),
        ("Prime Minister Ida Voll met pilots", "Ida Voll, the prime minister, met pilots."),
        ("Ida Voll met Franco-German pilots", "Ida Voll met pilots from France and Germany."),
        ("Ida Voll met South Koreans", "Ida Voll met people from South Korea."),
        ("Ida Voll met Britons and Americans", "Ida Voll met people from the U.K. and the U.S."),
        ("Democratic senators met", "Senators who are Democrats met."),
        ("Governor Ida Voll met pilots", "Ida Voll met pilots."),
        ("A FEDERAL JUDGE MET PILOTS", "A federal judge met pilots."),
        ("Federal Judge Meets Angry Pilots", "A federal judge met angry pilots."),
    ],
)
def test_a_name_in_another_form(statement: str, article: str) -> None:
    assert weighed(statement, article).outcome == "worded", weighed(statement, article).findings


def test_a_name_misspelt_by_a_letter_is_open() -> None:
    assert weighed("Ida Voll met Carla Brand", "Ida Voll met Carla Brandt.").outcome != "refuted"
    assert rules("Endeavor met pilots in Osk", "Endeavour met pilots in Osk.", outcome="refuted") == set()
    assert "invented_name" in refuting("Pilots met Ida Vell", "Pilots met Ida Voll.")  # short names differ by a letter


def test_a_letter_alone_is_no_name_for_sure() -> None:
    assert refuting("Ida Voll met X", "Ida Voll met pilots.") == set()
    assert rules("Ida Voll met X", "Ida Voll met pilots.") == {"name_from_elsewhere"}


def test_an_acronym_of_what_stands_in_small_letters_is_open() -> None:
    article = "{The gross domestic product of Osk shrank by 2 percent.}"
    assert rules("The GDP of Osk shrank by 2 percent", article, outcome="open") == {"name_from_elsewhere"}
    assert not refuting("The GDP of Osk shrank by 2 percent", article)
    assert "invented_name" in refuting("The GNI of Osk shrank by 2 percent", article)


@pytest.mark.parametrize(("one", "other"), [("Turkey", "turkey"), ("Jordan", "jordan"), ("Chile", "chile")])
def test_a_country_is_not_the_word_that_is_spelled_like_it(one: str, other: str) -> None:
    assert "invented_name" in refuting(f"Farmers in {one} sold it", f"Farmers sold {other} in the town.")


KEYS = peoples_of("en").keys


@given(st.sampled_from([form for form in sorted(KEYS) if len(form) == 1 and len(form[0]) > 3]), st.data())
def test_every_form_of_a_people_stands_for_the_others(form: tuple[str, ...], data: st.DataObject) -> None:
    same = [other for other in sorted(KEYS) if KEYS[other] & KEYS[form]]
    other = data.draw(st.sampled_from(same))
    statement, article = (f"Pilots met {' '.join(words).title()} guests in town" for words in (form, other))
    assert "invented_name" not in refuting(statement, article)


def test_a_people_is_no_other() -> None:
    assert "invented_name" in refuting("North Korean pilots met", "South Korean pilots met.")
    assert "invented_name" in refuting("Pilots from Niger met", "Nigerian pilots met.")


def test_name_from_elsewhere() -> None:
    assert "name_from_elsewhere" in rules("Carla Brandt met pilots", ARTICLE, outcome="open")


def test_name_of_two() -> None:
    assert "name_of_two" in rules(
        "Mayor Ida Brandt met pilots", ARTICLE.replace("{", "").replace("}", ""), outcome="open"
    )
    assert "name_of_two" not in rules("Mayor Ida Voll met pilots", ARTICLE)


def test_name_at_the_head() -> None:
    heads = ("Klitvo", "Klitvos", "Klitvas", "Klitvus", "Klitvis", "Klitvess")
    for statement in (*(f"{head} met pilots on Monday" for head in heads), "Klitvo has met pilots on Monday"):
        assert "name_at_the_head" in rules(statement, ARTICLE, outcome="open")
    for statement in (
        "Officials met pilots on Monday",
        "Gamblers met pilots on Monday",
        "Betting met pilots on Monday",
        "Osk has met pilots",
        "Pilots met",
    ):
        assert "name_at_the_head" not in rules(statement, ARTICLE)


def test_name_in_small_letters() -> None:
    assert "name_in_small_letters" in rules("pilots met putin on monday", ARTICLE, outcome="open")
    assert "name_in_small_letters" not in rules("pilots met ida voll on monday", ARTICLE)
    assert "name_in_small_letters" in rules("Ida Voll met pilots in paris", ARTICLE, outcome="open")
    assert "name_in_small_letters" in rules("lavrov met pilots on Monday", ARTICLE, outcome="open")
    assert "name_in_small_letters" in rules("Pilots met president lavrov on Monday", ARTICLE, outcome="open")
    for fair in (
        "Pilots met mayor Ida Voll on Monday",
        "The mayor left Osk on Monday",
        "300 pilots met Ida Voll at length",
    ):
        assert "name_in_small_letters" not in rules(fair, ARTICLE)


@pytest.mark.parametrize("lookalike", ["Osк", "О\u0455k", "O\u200bsk", "O\u00adsk", "\uff2f\uff53\uff4b"])
def test_letters_that_only_look_alike_are_folded(lookalike: str) -> None:
    assert weighed(f"Mayor Ida Voll of {lookalike} met pilots", ARTICLE).outcome == "worded"


def test_what_still_differs_when_folded_is_another_word() -> None:
    assert weighed("Mayor Ida Voll of Оsл met pilots", ARTICLE).outcome != "worded"


def test_the_names_of_an_article_are_those_of_its_language() -> None:
    text = "Der Wirt Otto Brandt kam aus Ulvik. Die Gäste sahen ihn."
    claims = []
    for language in ("de", "en"):
        reading = read(Article.from_text(text, language=language))
        claims.append(Claim("x", (reading.sentence_span(1),), reading))
    assert claims[0].names is not claims[1].names
