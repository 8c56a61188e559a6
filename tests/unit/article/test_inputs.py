"""Articles as other tools hand them out go in as they are: their own objects, where these tools are installed.

newspaper4k and fundus pin older lxml and dateutil than ours, so they are no part of `make setup`; the tests with their
real objects run in an environment that has them, and are named as not run elsewhere.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest

from nutgraf.article import Article
from nutgraf.errors import ArticleError

TEXT = "The port of Halden reopened on Friday. “We are back,” said Kari Holm."
DAY = dt.date(2026, 3, 12)
PAGE = Path(__file__).parents[3] / "examples" / "articles" / "glacier-robot.html"


def same(article: Article) -> None:
    assert article.text == TEXT
    assert (article.title, article.published) == ("Port reopens", DAY)
    assert (article.url, article.source) == ("https://example.org/port", "Halden Post")


@pytest.mark.parametrize(
    "found",
    [
        {
            "text": TEXT,
            "title": "Port reopens",
            "published": "2026-03-12",
            "url": "https://example.org/port",
            "source": "Halden Post",
        },
        {
            "content": TEXT,
            "headline": "Port reopens",
            "published_at": "2026-03-12T23:30:00+01:00",
            "link": "https://example.org/port",
            "site": "Halden Post",
        },
        SimpleNamespace(
            text=TEXT,
            title="Port reopens",
            publish_date=dt.datetime(2026, 3, 12, 8, tzinfo=dt.UTC),
            url="https://example.org/port",
            publisher="Halden Post",
        ),
    ],
    ids=["our own names", "a feed's names", "an object"],
)
def test_fields_are_found_by_the_names_that_tools_use(found: object) -> None:
    same(Article.from_object(found))


def test_an_article_and_a_text_are_taken_as_they_are() -> None:
    article = Article.from_text(TEXT)
    assert Article.from_object(article) is article
    assert Article.from_object(TEXT) == article


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (7, "of type int is no article"),
        ({"header": "x"}, "it has header"),
        (SimpleNamespace(text="", title="x"), "no text yet"),
        (SimpleNamespace(plaintext="None", body=None), "no text yet"),
        ({"text": float("nan")}, "no text yet"),
        ({"text": TEXT, "date": "last Tuesday"}, "ISO 8601"),
        (b"bytes", "from_html"),
    ],
)
def test_what_is_no_article_is_told_what_it_lacks(found: object, said: str) -> None:
    with pytest.raises(ArticleError, match=said):
        Article.from_object(found)


def test_a_row_of_a_dataframe_with_gaps_in_it() -> None:
    pd = pytest.importorskip("pandas")
    row = {"text": TEXT, "title": "Port reopens", "date": "2026-03-12", "url": "https://example.org/port"}
    frame = pd.DataFrame(
        [row | {"source": "Halden Post", "id": 7}, {"text": TEXT, "title": None, "date": None, "id": 8}]
    )
    frame["date"] = pd.to_datetime(frame["date"])
    first, second = (Article.from_object(row) for _, row in frame.iterrows())
    same(first)
    assert first.key == "7"
    assert (second.title, second.published, second.url, second.key) == (None, None, None, "8")
    same(next(Article.from_object(row) for row in frame.itertuples()))
    same(Article.from_object(frame.to_dict("records")[0]))


def test_a_document_of_trafilatura() -> None:
    trafilatura = pytest.importorskip("trafilatura")
    found = trafilatura.bare_extraction(PAGE.read_text("utf-8"), url="https://example.org/glacier", with_metadata=True)
    article = Article.from_object(found)
    assert "Kronebreen" in article.text
    assert article.title is not None
    assert article.published == dt.date(2026, 8, 19)


def test_an_article_of_newspaper4k() -> None:
    newspaper = pytest.importorskip("newspaper")
    found = newspaper.Article("https://example.org/glacier")
    with pytest.raises(ArticleError, match="no text yet"):
        Article.from_object(found)
    found.download(input_html=PAGE.read_text("utf-8"))
    found.parse()
    article = Article.from_object(found)
    assert "Kronebreen" in article.text
    assert article.published == dt.date(2026, 8, 19)
    assert article.url == "https://example.org/glacier"


def test_an_article_of_fundus() -> None:
    fundus = pytest.importorskip("fundus", exc_type=ImportError)
    from fundus.parser.data import ArticleBody, ArticleSection, TextSequence
    from fundus.scraping.html import HTML, SourceInfo

    when = dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC)
    html = HTML(
        "https://example.org/port", "https://example.org/port", "<html></html>", when, SourceInfo("Halden Post")
    )
    section = ArticleSection(headline=TextSequence([]), paragraphs=TextSequence([TEXT]))
    body = ArticleBody(summary=TextSequence([]), sections=[section])
    same(Article.from_object(fundus.Article(html=html, title="Port reopens", body=body, publishing_date=when)))
    with pytest.raises(ArticleError, match="no text yet"):
        Article.from_object(fundus.Article(html=html, title="Port reopens", body=None))
