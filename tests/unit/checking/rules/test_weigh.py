"""What is worded, open and refuted: statements made up for it, fair ones and lies."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.checking.rules.weigh import is_verbatim, is_whole, weigh, whole_sentence
from nutgraf.reading import read
from nutgraf.reading.languages.en.vocabulary import WORDS
from statements import LIES, TRUE, Case
from weighing import weighed


@pytest.mark.parametrize("case", TRUE, ids=lambda case: case.name)
def test_a_fair_statement_is_not_refuted(case: Case) -> None:
    found = weighed(case.statement, case.article)
    assert found.outcome in case.outcomes, found.findings


@pytest.mark.parametrize("case", LIES, ids=lambda case: case.name)
def test_a_lie_is_not_worded(case: Case) -> None:
    found = weighed(case.statement, case.article)
    assert found.outcome in case.outcomes, found.findings
    assert all(finding.reason[0].islower() or finding.reason[0] in "'\"" for finding in found.findings)


ARTICLE = (
    "The council of Osk met on Monday. Mayor Ida Voll, who is 51, said that she would resign. She will leave in May."
)


def test_the_worst_finding_is_the_outcome_and_the_first_refutation_is_named() -> None:
    lie = weighed("Mayor Bo Lind resigned on Friday", ARTICLE)
    assert lie.outcome == "refuted"
    assert lie.refuted is not None
    assert lie.refuted.outcome == "refuted"
    assert lie.support == "open"
    assert weighed("The council of Osk met", ARTICLE).refuted is None


def test_support_tells_the_articles_own_words_from_others() -> None:
    for statement in (
        "The council of Osk met on Monday.",
        "She will leave in May",
        "The council  of Osk met on Monday",
    ):
        assert weighed(statement, ARTICLE).support == "verbatim"
    for statement in ("On Monday the council of Osk met", "council of Osk met on Monday", "The council of Osk"):
        assert weighed(statement, ARTICLE).support != "verbatim"
    assert weighed("Voters were stunned", ARTICLE).support == "open"


def test_words_may_be_a_clause_at_their_second_place() -> None:
    twice = "He heard the ferry sank, and the ferry sank. Nobody saw that the ferry sank twice."
    assert weighed("the ferry sank", twice).verbatim
    assert weighed(
        "the ferry sank", "Few believe the ferry sank there. By noon the ferry had gone, and the ferry sank."
    ).verbatim
    assert not weighed("the ferry sank", "Few believe the ferry sank there.").verbatim


def test_each_sentence_of_an_article_is_worded_by_itself() -> None:
    for path in sorted((Path(__file__).parents[4] / "examples" / "articles").iterdir()):
        reading = read(Article.from_file(path))
        for sentence in reading.sentences:
            span = reading.sentence_span(sentence.number)
            found = weigh(span.text, [span], reading)
            assert (found.outcome, found.support) == ("worded", "verbatim"), (path.stem, span.text, found.findings)


def test_the_sentence_that_names_whom_a_pronoun_means_joins_the_evidence() -> None:
    found = weighed("Ida Voll will leave in May", "Mayor Ida Voll resigned on Monday. {She will leave in May.}")
    assert found.outcome == "worded"
    assert [span.text for span in found.evidence] == ["She will leave in May.", "Mayor Ida Voll resigned on Monday."]


def test_nothing_joins_the_evidence_where_reading_does_not_know_who_is_meant() -> None:
    article = "Mayor Ida Voll resigned on Monday. {The move came as a shock.}"
    found = weighed("The move of Ida Voll came as a shock", article)
    assert found.outcome == "open"
    assert [span.text for span in found.evidence] == ["The move came as a shock."]


def test_the_article_is_its_title_dateline_and_body() -> None:
    text = "OSLO, March 4 - {The ferry sank.} All were saved."
    assert weighed("The ferry Aurelia sank", text, title="Aurelia sinks").outcome == "open"
    assert weighed("The ferry sank off Oslo", text).outcome == "open"
    assert weighed("The ferry Aurelia sank", text).outcome == "refuted"


def test_what_is_no_part_of_the_story_proves_nothing() -> None:
    text = "The bridge opened on Monday.\n\nShare this story\n\nCopyright 2026 Orbis Wire. All rights reserved."
    article = Article.from_text(text)
    assert any("Orbis" in span.text for span in article.boilerplate)
    reading = read(article)
    assert weigh("Orbis opened the bridge", [reading.sentence_span(1)], reading).outcome != "worded"
    assert weigh("The bridge of Orbis opened", [reading.sentence_span(1)], reading).outcome == "refuted"


GERMAN = (
    "Der Gemeinderat von Altdorf hat am Dienstag beschlossen, die alte Mühle am Bach zu kaufen und für 1,25 Millionen Euro "
    "zu einem Museum umzubauen. Gegner des Plans sammeln Unterschriften, weil sie das Geld lieber in die Schule stecken würden."
)


def test_of_another_language_only_proof_of_words_refutes() -> None:
    for fair in ("Altdorfs Räte kaufen eine Mühle", "Die Mühle wird nicht verkauft", "Kritiker starten eine Petition"):
        assert weighed(fair, GERMAN).outcome != "refuted", fair
    assert weighed("Altdorf zahlt 7,83 Millionen Euro für die Mühle", GERMAN).outcome == "refuted"


def test_a_statement_in_small_letters_or_of_nothing_is_weighed_too() -> None:
    for statement in ("", "…", " ", "a", "?!", "the", "\u200b"):
        assert weighed(statement, ARTICLE).outcome in {"open", "refuted"} or statement.strip() == "the"


_WORDS = (
    "and but or if unless who which that whether not no nothing denied denies said says will would could may have had been is are was to "
    "of in by before after while though instead because decided planned opened closes sold falls rose Lind Oslo 12 40% Monday , . “ ” : ; —"
).split()


@given(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12),
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30),
)
def test_no_order_of_words_breaks_a_rule(statement: list[str], article: list[str]) -> None:
    assert weighed(" ".join(statement), " ".join([*article, "Oslo", "."])).outcome in {"worded", "open", "refuted"}


def test_what_was_looked_up_before_changes_nothing() -> None:
    assert "qorvath" not in WORDS.known
    assert WORDS["qorvath"] == 0
    assert "qorvath" not in WORDS.known


ROADS = read(Article.from_text("The  road\nis shut, and the bridge fell. We mended it. Carts wait."))
EVIDENCE = [ROADS.sentence_span(1), ROADS.sentence_span(2)]


@pytest.mark.parametrize(
    ("text", "whole", "verbatim"),
    [
        ("The road is shut, and the bridge fell.", True, True),
        ("The road is shut,  and the bridge fell", True, True),
        ("We mended it", True, True),
        ("The road is shut", False, True),
        ("the bridge fell", False, True),
        ("is shut", False, False),
        ("the bridge", False, False),
        ("Carts wait.", False, False),
        ("the road is shut", False, False),
        (" ", False, False),
    ],
)
def test_words_are_a_sentence_or_clause_of_the_evidence_to_the_letter(text: str, whole: bool, verbatim: bool) -> None:
    assert is_whole(text, EVIDENCE) is whole
    assert is_verbatim(text, EVIDENCE) is verbatim


def test_the_sentence_that_shares_most_stands_for_a_text_unless_a_speaker_says_we() -> None:
    assert whole_sentence("A bridge fell", EVIDENCE, ROADS) == "The road is shut, and the bridge fell."
    assert whole_sentence("It was mended", EVIDENCE, ROADS) is None
