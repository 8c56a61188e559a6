"""Paragraphs and sentences: where they end, and where they do not."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nutgraf.reading.languages.en.vocabulary import WORDS as ENGLISH
from nutgraf.reading.text.quotemarks import pair_marks
from nutgraf.reading.text.sentences import split_paragraphs, split_sentences
from scaling import assert_linear


def sentences(text: str) -> list[str]:
    body = ((0, len(text)),)
    return [text[s.start : s.end] for s in split_sentences(text, body, pair_marks(text, body, ENGLISH), ENGLISH)]


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text, ((0, len(text)),))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Smith met then-Sen. Lee and ex-Gov. Lund.", "They talked about a yes-or-no.", "It rained."],
        ["Mr. Smith and Gen. Lee met Dr. Who.", "They talked."],
        ["The U.S. Army left.", "It was late."],
        ["He lives in the U.S.", "The talks failed."],
        ["He lives in Washington, D.C.", "Officials there agreed."],
        ["Stay at home if you feel ill.", "NHPA gave no date.", "The Peoria, Ill. Council met."],
        ["J. K. Rowling met George W. Bush on Jan. 5.", "It rained."],
        ["Bo Lund wrote on X.", "“Give it back.”"],
        ["Apple Inc. CEO Tim Cook spoke.", "He left Apple Inc.", "The end."],
        ["It began at 3.5 p.m. Monday.", "It ended at 5 p.m.", "The crowd left."],
        ["Prices rose 3.5 percent to $4.20.", "Wages fell."],
        ["See No. 5 and Art. 3, e.g. Part B.", "Then go."],
        ["Smith (b. 1950) lives on Main St.", "The house is big."],
        ['"Why?" he asked.', '"Because," she said, "it is late."'],
        ["“We won!” Smith said.", "“Really.”"],
        ["“Why?” the minister asked on Monday.", "Nobody knew."],
        ['He said "it is done."', "The crowd left."],
        ["“It is done.", "We won.", "They lost,” he said."],
        ["(He left early.)", "The crowd stayed."],
        ["He waited ... and left.", "It rained."],
        ["He waited…", "The rain came."],
        ["It is over.[1][2]", "The crowd left."],
        ["Yahoo! Inc. fell.", "Others rose."],
        ["He lost.", "“You win,” she said."],
        ["No stop at the end"],
        ["She saw the sea.", "iPhone sales fell."],
        ["He left.", "$5 million is gone."],
        ["Visit www.example.com today.", "It is free."],
        ["Was it “war”?", "Nobody knew!", "Not even he."],
    ],
)
def test_sentences_end_where_they_end(parts):
    assert sentences(" ".join(parts)) == parts


def test_cjk_stops_need_no_space():
    assert sentences("彼は来た。「もう遅い。」と言った！そうか？") == [
        "彼は来た。",
        "「もう遅い。」",
        "と言った！",
        "そうか？",
    ]


def test_numbers_run_through_the_article_and_paragraphs_count_from_zero():
    text = "One came. Two came.\n\nThree came."
    found = split_sentences(text, ((0, len(text)),), (), ENGLISH)
    assert [(s.number, s.paragraph) for s in found] == [(1, 0), (2, 0), (3, 1)]


def test_dateline_and_boilerplate_are_left_out():
    text = "KYIV – One came.\n\nShare this\n\nTwo came."
    found = split_sentences(text, ((7, 18), (28, len(text))), (), ENGLISH)
    assert [text[s.start : s.end] for s in found] == ["One came.", "Two came."]


def test_a_blank_line_ends_a_paragraph_and_a_headline_needs_no_stop():
    assert sentences("Bridge closes\n \t\nBy Jane Doe\r\n\r\nIt closed.") == [
        "Bridge closes",
        "By Jane Doe",
        "It closed.",
    ]


def test_hard_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The harbour bridge closed on Sunday after inspectors found cracks in\n"
        "its main span. The council said that the repair would take at least\n"
        "two years, and that Mayor Finch had asked the government in\n"
        "Edinburgh for help."
    )
    assert paragraphs(wrapped + "\n\nThe end.") == [wrapped, "The end."]
    assert len(sentences(wrapped)) == 2


def test_long_lines_without_blank_lines_are_paragraphs():
    line = (
        "The harbour bridge closed on Sunday after inspectors found cracks in its main span, and no one was hurt. " * 2
    )
    text = f"Bridge closes\nBy Jane Doe\n{line}\n{line}"
    assert paragraphs(text) == ["Bridge closes", "By Jane Doe", line.strip(), line.strip()]


def test_short_lines_and_lists_stay_apart():
    text = "Bridge closes after storm and inspectors find many cracks in it\nBy Jane Doe\n- One thing\n- Another thing"
    assert paragraphs(text) == text.split("\n")


def test_a_paragraph_end_ends_the_sentence():
    assert sentences("The minister said\n\nhe would go.") == ["The minister said", "he would go."]


PIECES = st.sampled_from(
    [
        "Mr. ",
        "U.S. ",
        "He said. ",
        '"',
        "“",
        "”",
        "'",
        "’",
        "a ",
        "The ",
        "? ",
        "! ",
        "... ",
        "\n",
        "\n\n",
        "5.5 ",
        "(",
        ") ",
        "。",
        "\u00a0",
        "\r\n",
    ]
)
MARKS = tuple("\"'`‘’‚“”„‟«»‹›「」『』＂")
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))


@settings(max_examples=300)
@given(TEXTS)
def test_sentences_are_ordered_disjoint_and_cover_the_text(text):
    body = ((0, len(text)),)
    at, covered = 0, 0
    for number, found in enumerate(split_sentences(text, body, pair_marks(text, body, ENGLISH), ENGLISH), 1):
        assert found.number == number
        assert at <= found.start < found.end
        assert text[at : found.start].strip() == ""
        assert text[found.start : found.end] == text[found.start : found.end].strip()
        at, covered = found.end, covered + found.end - found.start
    assert text[at:].strip() == ""
    assert covered <= len(text)


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_sentences_of_two_texts_are_the_sentences_of_both(one, other):
    # A paragraph that opens with a mark may go on with the quotation of the one before: then the two are not apart.
    assume(not other.lstrip().startswith(MARKS))
    assert sentences(f"{one}\n\n{other}") == sentences(one) + sentences(other)


@pytest.mark.parametrize(
    "unit", ['a"', " ", "(", "a", ". ", "A. ", "a.[1]", "U.S. ", "“a?” Aa ", "…", "\n", "a\n", 'a." "', "。", "a.)"]
)
def test_hostile_text_costs_linear_time(unit):
    assert_linear(lambda text: split_sentences(text, ((0, len(text)),), (), ENGLISH), unit, 50_000)
