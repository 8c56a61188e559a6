"""What a text can be held against: articles in every form, each with a key of its own."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import nutgraf
from nutgraf.claims.sources import sources_of

TEXT = "The port reopened on Friday after nine days."
ARTICLE = nutgraf.Article.from_text(TEXT, key="a")


@pytest.mark.parametrize(
    "given",
    [
        TEXT,
        [TEXT],
        ARTICLE,
        (ARTICLE,),
        {"text": TEXT},
        [{"text": TEXT, "title": "Port"}],
        SimpleNamespace(plaintext=TEXT),
        iter([TEXT]),
        [TEXT, TEXT],
    ],
    ids=["text", "texts", "article", "articles", "mapping", "rows", "object", "iterator", "twice"],
)
def test_articles_in_every_form(given: object) -> None:
    assert [article.text for article in sources_of(given)] == [TEXT]


def test_rows_of_a_table_are_articles() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"text": [TEXT, "The mayor resigned on Monday."], "id": ["x", "y"]})
    assert [article.key for article in sources_of(frame)] == ["x", "y"]


def test_two_texts_under_one_key_are_told_apart() -> None:
    other = nutgraf.Article.from_text("The mayor resigned.", key="a")
    keys = [article.key for article in sources_of([ARTICLE, other])]
    assert keys[0] == "a"
    assert keys[1].startswith("a@")
