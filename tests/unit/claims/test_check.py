"""`nutgraf.check` without a model: truths are not refuted, lies don't pass unmarked, and what is told points back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nutgraf
from checked_texts import (
    ARTICLES,
    CUP,
    FERRY,
    LATER_ARTICLES,
    LATER_LIES,
    LATER_TRUTHS,
    LIES,
    MILL,
    QUAKE,
    TRUTHS,
)
from nutgraf.claims.index import Index
from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.results import Report, Statement
from nutgraf.results.checked import VERDICTS

EVERY = (*ARTICLES, *LATER_ARTICLES)
BY_KEY = {article.key: article for article in EVERY}
FOR_A_JUDGE = {
    ("mill", "wrong counted"),  # 120 flats are built, 18 of them let: the sentence has all words
    ("strike", "cancelled as held"),  # "went on strike" of "a strike planned … was called off"
}
"""Lies whose every word stands in the sentence in its order."""


def worst(report: Report) -> str:
    return min((one.verdict for one in report.statements), key=VERDICTS.index)


def one(words: str, *articles: nutgraf.Article) -> Statement:
    (statement,) = nutgraf.check(words, articles).statements
    return statement


_index = cache(Index)


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of texts are held against the same articles."""

    def index(articles: Sequence[nutgraf.Article]) -> Index:
        return _index(tuple(articles))

    monkeypatch.setattr("nutgraf.claims.check.Index", index)


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("several", [False, True], ids=["its article", "all articles"])
@pytest.mark.parametrize(("key", "kind", "words"), [*TRUTHS, *LATER_TRUTHS])
def test_no_truth_is_refuted(key: str, kind: str, words: str, several: bool) -> None:
    report = nutgraf.check(words, EVERY if several else [BY_KEY[key]])
    assert worst(report) != "refuted", report.statements[0].reason


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("several", [False, True], ids=["its article", "all articles"])
@pytest.mark.parametrize(("key", "kind", "words"), [*LIES, *LATER_LIES])
def test_no_lie_passes_unmarked(key: str, kind: str, words: str, several: bool) -> None:
    report = nutgraf.check(words, EVERY if several else [BY_KEY[key]])
    marked = worst(report) in ("refuted", "open")
    assert marked != ((key, kind) in FOR_A_JUDGE), report.statements[0].evidence


def test_a_part_of_the_truths_is_told_to_be_borne_out() -> None:
    carried = [
        words for key, _, words in TRUTHS if worst(nutgraf.check(words, [BY_KEY[key]])) in ("worded", "verbatim")
    ]
    assert len(carried) >= len(TRUTHS) // 2


@pytest.mark.parametrize("article", EVERY, ids=lambda article: article.key)
def test_an_articles_own_text_is_verbatim_and_never_refuted(article: nutgraf.Article) -> None:
    report = nutgraf.check(article, EVERY)
    assert report.ok
    assert len(report.found("verbatim")) >= 0.8 * len(report.statements)
    assert all(statement.evidence[0].article == article.key for statement in report.found("verbatim"))


def test_evidence_facts_and_differing_words_are_slices() -> None:
    draft = " ".join(words for _, _, words in (*TRUTHS[:12], *LIES[:12]))
    report = nutgraf.check(draft, ARTICLES)
    assert report.text == draft
    for statement in report.statements:
        inside = [statement.span, *statement.differs, *(fact.span for fact in statement.facts)]
        inside += [quotation.span for quotation in statement.quotes]
        assert all(draft[span.start : span.end] == span.text for span in inside)
        places = [*statement.evidence, *(place for fact in statement.facts for place in fact.evidence)]
        for place in places:
            text = report.article(place.article).text
            assert place.spans
            assert all(text[span.start : span.end] == span.text for span in place.spans)


def test_each_fact_is_told_where_it_stands_or_that_it_does_not() -> None:
    statement = one("Ingrid Falk had 48 passengers on board on Sunday, not 84.", FERRY.article)
    facts = {fact.span.text: fact for fact in statement.facts}
    assert facts["Ingrid Falk"].kind == "name"
    assert facts["Ingrid Falk"].evidence[0].spans[0].text == "Ingrid Falk"
    assert facts["84"].stands
    assert (facts["48"].stands, facts["48"].evidence) == (False, ())
    assert facts["Sunday"].kind == "time"
    assert facts["Sunday"].stands
    assert "48" in [span.text for span in statement.differs]


@pytest.mark.parametrize(
    ("words", "article", "reckoning"),
    [
        ("There were 93 people on board the Solveig.", FERRY.article, "84 + 9 = 93"),
        ("Of the 120 flats, 15 percent will be let at a reduced rent.", MILL.article, "18 / 120 = 15 %"),
        ("More than 217 people died or were hurt around Gorna on Monday night.", QUAKE.article, "17 + 200 = 217"),
    ],
)
def test_a_number_that_is_reckoned_is_open_and_the_reckoning_named(
    words: str, article: nutgraf.Article, reckoning: str
) -> None:
    statement = one(words, article)
    assert statement.verdict == "open"
    assert reckoning in [fact.reckoned for fact in statement.facts]
    assert reckoning in (statement.reason or "")


def test_quotations_are_held_against_the_article_and_their_speakers_too() -> None:
    altered = one("“I steered by the lights, and the lights were right,” Falk said.", FERRY.article)
    assert (altered.verdict, altered.rule) == ("refuted", "quote_altered")
    assert altered.quotes[0].verdict.differences == ("wrong → right",)
    other = one("Tom Rudd called the price “an insult to every family on the waiting list”.", MILL.article)
    assert (other.verdict, other.rule) == ("refuted", "quote_of_another")
    assert (other.quotes[0].speaker, other.quotes[0].said_by) == ("Tom Rudd", "Meera Joshi")
    assert other.quotes[0].misattributed
    body = one("“The Solveig was in perfect order when she left the quay,” Nordline said.", FERRY.article)
    assert body.verdict != "refuted"
    invented = one("“We shall never sail again in such a storm,” Ingrid Falk said.", FERRY.article)
    assert (invented.verdict, invented.rule) == ("refuted", "quote_absent")


def test_whose_word_it_is_may_not_be_dropped() -> None:
    dropped = one("The radar had failed twice during the night.", FERRY.article)
    assert (dropped.verdict, dropped.rule, dropped.according_to) == ("open", "attribution_dropped", "Ingrid Falk")
    kept = one("According to Ingrid Falk, the radar had failed twice during the night.", FERRY.article)
    assert kept.verdict == "worded"
    assert kept.according_to is None
    denied = one("The radar was faulty.", FERRY.article)
    assert denied.verdict == "refuted"


def test_what_stands_in_another_article_is_not_invented() -> None:
    apart = "Ingrid Falk and Leo Banda are in the news."
    assert one(apart, FERRY.article).verdict == "refuted"
    assert one(apart, FERRY.article, CUP.article).verdict == "open"


def test_what_nothing_resembles_is_open_and_not_found() -> None:
    statement = one("cabbages are cheaper than ever.", FERRY.article)
    assert (statement.verdict, statement.rule, statement.evidence) == ("open", "not_found", ())
    named = one("Walter Quint sold cabbages cheaper than ever.", FERRY.article)
    assert (named.verdict, named.rule, named.evidence) == ("refuted", "invented_name", ())


def test_the_article_that_bears_it_out_counts() -> None:
    old = nutgraf.Article.from_text("The mill in Osk closed in 2019. Its 40 workers were laid off.", key="old")
    new = nutgraf.Article.from_text("The mill in Osk closed in 2019. Its 60 workers were laid off.", key="new")
    for articles in ((old, new), (new, old)):
        statement = one("Its 60 workers were laid off.", *articles)
        assert (statement.verdict, statement.evidence[0].article) == ("verbatim", "new")


def test_each_sentence_is_held_against_the_article_that_tells_of_it() -> None:
    one = nutgraf.Article.from_text(
        "The council of Osk met on Monday. It sold the mill to Brandt for 3 million euros. Rain fell.", key="one"
    )
    other = nutgraf.Article.from_text(
        "A fire destroyed the library of Karsk on Sunday. Nobody was hurt. The roof fell in.", key="other"
    )
    text = "The mill was sold for 3 million euros. Fire destroyed the library of Karsk on Friday. Nobody was hurt."
    report = nutgraf.check(text, [one, other])
    assert [(s.evidence[0].article, s.verdict) for s in report.statements] == [
        ("one", "worded"),
        ("other", "refuted"),
        ("other", "verbatim"),
    ]


def test_a_text_in_another_language_is_held_to_its_names_and_digits() -> None:
    article = nutgraf.Article.from_text(
        "El puente de Alcora se abrió el viernes después de tres años de obras. Costó 4,2 millones de euros, según el alcalde Luis Prado. "
        "Los vecinos de la ciudad lo celebraron en la plaza con música y fuegos artificiales hasta la noche."
    )
    assert one("El puente de Alcora costó 4,2 millones de euros.", article).verdict != "refuted"
    assert one("El puente de Alcora costó 977 millones de euros.", article).verdict == "refuted"


@pytest.mark.parametrize(
    ("text", "articles", "message"),
    [
        ("", ["The port opened on Friday."], "the text to check: the article is empty"),
        ("The port opened.", [], "no articles to hold the text against"),
        ("The port opened.", ["The port opened on Friday.", 7], "article 2: an object of type int is no article"),
        ("The port opened.", [None], "article 1 is None"),
        ("The port opened.", ["The port opened on Friday.", ""], "article 2: the article is empty"),
        ("The port opened.", "https://example.org/x", "article 1: this is a URL"),
    ],
)
def test_bad_input_is_refused_by_number(text: object, articles: object, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        nutgraf.check(text, articles)  # type: ignore[arg-type]


def test_settings_are_for_a_model() -> None:
    with pytest.raises(ConfigurationError, match="base_url, cache without a model"):
        nutgraf.check("The port opened.", ["The port opened."], base_url="http://127.0.0.1:9/v1", cache=None)
    with pytest.raises(ConfigurationError, match="can't judge"):
        nutgraf.check("The port opened.", ["The port opened."], model="local")
    with pytest.raises(ConfigurationError, match="the model is the judge"):
        nutgraf.check(
            "The port opened.", ["The port opened."], model="m", base_url="http://127.0.0.1:9/v1", judge="same"
        )


def test_a_report_survives_json_and_finds_its_parts() -> None:
    report = nutgraf.check("The radar was faulty. Three crew members were treated for cuts.", [FERRY.article])
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert not report.ok
    assert [s.text for s in report.found("verbatim")] == ["Three crew members were treated for cuts."]
    with pytest.raises(ConfigurationError, match="no article has the key 'x'"):
        report.article("x")


def test_a_draft_with_a_date_has_its_own_days() -> None:
    draft = nutgraf.Article.from_text("The ferry ran onto a reef last Sunday.", published="2026-05-05")
    (statement,) = nutgraf.check(draft, [FERRY.article]).statements
    assert [fact.stands for fact in statement.facts if fact.kind == "time"] == [True]


@given(st.text(min_size=1, max_size=200))
def test_any_text_gives_a_report_or_a_typed_error(text: str) -> None:
    try:
        report = nutgraf.check(text, [FERRY.article, MILL.article])
    except ArticleError:
        return
    assert report.statements
    assert all(text[one.span.start : one.span.end] == one.text for one in report.statements)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (
            "In Bremen haben am Sonntag rund 57.000 Menschen gegen die Maut demonstriert, teilte die Polizei mit.",
            "'Bremen'",
        ),
        ("Anna Vogt sagte, 20.000 seien gekommen.", "'20.000'"),
        ("Die nächste Kundgebung ist für den 9. Mai geplant.", "'9. Mai'"),
    ],
)
def test_what_stands_nowhere_is_told_in_a_language_without_rules_of_wording(statement: str, reason: str) -> None:
    article = (
        "In Kiel haben am Sonntag rund 12.000 Menschen gegen die Maut demonstriert, teilte die Polizei mit. Die Veranstalterin Anna Vogt "
        "sagte, es seien 15.000 gekommen. Die nächste Kundgebung ist für den 3. April geplant."
    )
    (found,) = nutgraf.check(statement, article).statements
    assert found.verdict == "open"
    assert reason in (found.reason or "")


@pytest.mark.parametrize("beside", ["No homes were damaged.", "Nobody had been inside.", "Homes were damaged."])
@pytest.mark.parametrize(
    "false",
    [
        "The coastguard said nobody was rescued.",
        "The coastguard said no one was rescued.",
        "The coastguard said that no-one was rescued.",
        "The coastguard says none of the divers were rescued.",
    ],
)
def test_nobody_behind_a_verb_of_speech_is_a_negation(false: str, beside: str) -> None:
    article = f"A pier at Sandhaven collapsed on Friday. {beside} Four divers were rescued from the water, the coastguard said."
    statement = one(false, nutgraf.Article.from_text(article))
    assert statement.verdict in ("open", "refuted"), statement.evidence


def test_what_nobody_did_is_told_so_with_and_without_that() -> None:
    article = nutgraf.Article.from_text("A pier at Sandhaven collapsed on Friday. The coastguard said nobody was hurt.")
    for true in ("The coastguard said that nobody was hurt.", "Nobody was hurt, the coastguard said."):
        assert one(true, article).verdict == "worded"
