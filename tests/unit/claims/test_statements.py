"""A text into statements: sentences, and clauses where each says something of its own."""

from __future__ import annotations

import pytest

from nutgraf.claims.statements import parts_of, plain, read_text
from nutgraf.errors import ArticleError


def words(text: str) -> list[str]:
    return [part.words for part in parts_of(read_text(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The mill burned down. Two men were hurt.", ["The mill burned down.", "Two men were hurt."]),
        (
            "The mill burned down on Monday, and two firemen were hurt.",
            ["The mill burned down on Monday", "two firemen were hurt."],
        ),
        (
            "The council approved the plan; it will be carried out in May.",
            ["The council approved the plan", "it will be carried out in May."],
        ),
        ("A bus hit a wall, killing six people, and was towed.", None),
        ("The bill covers rents, wages, and pensions.", None),
        ("The mayor said the bridge would close, and the ferry would run.", None),
        ("Although it rained, the match was played, and Vigo won.", None),
        ("“It burned, and we were asleep,” said Ann Lee.", None),
    ],
)
def test_a_sentence_is_cut_only_where_both_halves_have_subject_and_verb_of_their_own(
    text: str, parts: list[str] | None
) -> None:
    assert words(text) == (parts or [text])


def test_list_marks_headings_and_hashtags_are_no_statements() -> None:
    text = "# Summary:\n\n- **Rents** rose by 4 percent in May.\n2. Nobody was evicted.\n\n#rents"
    assert words(text) == ["Rents rose by 4 percent in May.", "Nobody was evicted."]


def test_each_statement_is_a_slice_of_the_text() -> None:
    text = "Intro line.\r\n\r\n* The dam held, but the road was washed away.\r\n* Nobody died."
    for part in parts_of(read_text(text)):
        assert text[part.span.start : part.span.end] == part.span.text
        assert plain(part.span.text) == part.words


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the text to check: the article is empty"),
        ("https://example.org/a", "the text to check: this is a URL"),
        (b"bytes", "the text to check: an article is a str"),
        ("Key points:", "states nothing"),
        ("***", "no sentence|states nothing"),
    ],
)
def test_what_states_nothing_is_refused_with_a_remedy(text: object, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        parts_of(read_text(text))
