"""An article is the text that was given; what is no article says what to write instead."""

import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.errors import ArticleError


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["", "KYIV – ", "Share this story\n"]))
def test_text_is_kept_to_the_letter_and_spans_are_slices(more: str, head: str) -> None:
    text = f"{head}The port reopened.\n\n{more}\n\nCopyright 2026 Wire. All rights reserved."
    article = Article.from_text(text)
    assert article.text == text
    for span in (*article.boilerplate, *((article.dateline,) if article.dateline else ())):
        assert text[span.start : span.end] == span.text
    shown = "".join(text[a:b] for a, b in article.body)
    hidden = sum(s.end - s.start for s in article.boilerplate) + (
        article.dateline.end - article.dateline.start if article.dateline else 0
    )
    assert len(shown) + hidden == len(text)


@pytest.mark.parametrize(
    ("given_", "remedy"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        (b"bytes", "decode"),
        (None, "NoneType"),
        ("https://example.org/story", "from_html"),
        ("www.example.org/story", "from_html"),
        ("story.html", "from_file"),
        ("/tmp/my story.txt", "from_file"),
        ("broken \udc80 text", "surrogate"),
    ],
)
def test_what_is_no_article_says_what_to_write_instead(given_: Any, remedy: str) -> None:
    with pytest.raises(ArticleError, match=remedy):
        Article.from_text(given_)


def test_a_sentence_that_ends_in_a_file_name_is_an_article() -> None:
    assert Article.from_text("The leak came as a file called report.pdf").text


@pytest.mark.parametrize(
    "published", ["2026-03-15", "2026-03-15T23:30:00+02:00", dt.date(2026, 3, 15), dt.datetime(2026, 3, 15, 23, 30)]
)
def test_published_may_be_a_date_a_datetime_or_iso(published: Any) -> None:
    assert Article.from_text("Some text here.", published=published).published == dt.date(2026, 3, 15)


def test_a_date_that_is_no_date_is_an_article_error() -> None:
    with pytest.raises(ArticleError, match="2026-11-23"):
        Article.from_text("Some text here.", published="last Friday")


def test_an_article_survives_json_and_pickle() -> None:
    article = Article.from_text("KYIV – The port reopened on Friday.\n\nShare this story", published="2026-03-15")
    assert article.dateline is not None
    assert article.boilerplate
    assert Article.model_validate_json(article.model_dump_json()) == article
    assert pickle.loads(pickle.dumps(article)) == article


def test_equal_texts_have_equal_digests_and_keys() -> None:
    one, other = Article.from_text("The same words."), Article.from_text("The same words.")
    assert (one.digest, one.key) == (other.digest, other.key)
    assert Article.from_text("The same words.", url="https://e.org/1").key == "https://e.org/1"
