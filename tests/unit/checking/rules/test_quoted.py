"""Words in quotation marks are the article's to the letter, or they are no quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.checking.rules.weigh import weigh
from nutgraf.reading import read
from weighing import refuting, rules

ARTICLE = (
    "The ferry from Osk ran aground on Monday. “The pilot saw the light and did not turn,” said Ida Voll, who heads the "
    "port. “We will ask him why.” Fishermen call the sandbank “the Widow.” The crew of nine walked ashore at low tide."
)
READING = read(Article.from_text(ARTICLE))
WORDS = [ARTICLE[one.start : one.end] for one in READING.segments]


@pytest.mark.parametrize(
    "statement",
    [
        "“The pilot saw the light and did turn,” said Ida Voll",
        '"The pilot saw the light and did not stop," port head Ida Voll said',
        "Ida Voll said the pilot “saw the rocks and did not turn”",
        "Ida Voll said: “Nobody could have known about it.”",
        "Die Hafenchefin Ida Voll sagte: „The pilot saw a light and did not turn“",
    ],
)
def test_a_quotation_that_the_article_has_otherwise_is_refuted(statement: str) -> None:
    assert "altered_quotation" in refuting(statement, ARTICLE)


@pytest.mark.parametrize(
    "statement",
    [
        "“The pilot saw the light and did not turn,” said Ida Voll",
        '"The pilot … did not turn," said Ida Voll, who heads the port',
        "Ida Voll said the pilot 'saw the light' but “did not turn”",
        "“[The port] will ask him why,” Ida Voll said",
        "The ferry from Osk ran aground on the “Widow” on Monday",
        "The crew's nine men “walked ashore at low tide”",
        "Ida Voll's port is the fishermen's too",
    ],
)
def test_a_quotation_of_the_articles_words_is_not(statement: str) -> None:
    assert "altered_quotation" not in rules(statement, ARTICLE)


def test_a_word_or_two_in_marks_may_be_the_writers_distance() -> None:
    assert rules("The “heroic” crew walked ashore at low tide", ARTICLE, outcome="open") >= {"altered_quotation"}
    assert "altered_quotation" not in refuting("The “heroic” crew walked ashore at low tide", ARTICLE)


def test_the_headline_may_be_quoted() -> None:
    reading = read(Article.from_text(ARTICLE, title="Voll: ‘Nobody steered at all that night’"))
    cited = [reading.sentence_span(2)]
    found = weigh("Ida Voll said: “Nobody steered at all that night”", cited, reading)
    assert "altered_quotation" not in {finding.rule for finding in found.findings}


@given(st.sampled_from(WORDS), st.data())
def test_any_run_of_words_of_a_quotation_may_be_quoted(words: str, data: st.DataObject) -> None:
    each = words.rstrip(",.").split()
    first = data.draw(st.integers(0, len(each) - 1))
    last = data.draw(st.integers(first + 1, len(each)))
    statement = f"Ida Voll spoke of “{' '.join(each[first:last])}”"
    found = weigh(statement, [READING.sentence_span(2)], READING)
    assert "altered_quotation" not in {finding.rule for finding in found.findings}
