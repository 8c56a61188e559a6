"""Rows, records and tables through `map`: each row is an article, whichever library holds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from misbehaving import Misbehaving
from nutgraf import Article, Summarizer
from nutgraf.errors import ArticleError
from nutgraf.stream import checked, length_of

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

RECORDS: list[dict[str, Any]] = [
    {"maintext": f"The port of Bergen reopened on Friday after strike {n}, said Kari Holm.", "title": f"Strike {n}", "id": n, "date": "2026-03-12"}
    for n in range(5)
]  # fmt: skip


def pandas() -> Any:
    return pytest.importorskip("pandas").DataFrame(RECORDS)


def polars() -> Any:
    return pytest.importorskip("polars").DataFrame(RECORDS)


def arrow() -> Any:
    return pytest.importorskip("pyarrow").Table.from_pylist(RECORDS)


TABLES: dict[str, Callable[[], Any]] = {"pandas": pandas, "polars": polars, "arrow": arrow}
ROWS: dict[str, Callable[[], Any]] = {
    "records": lambda: RECORDS,
    "a generator of records": lambda: iter(RECORDS),
    "pandas, records": lambda: pandas().to_dict("records"),
    "pandas, itertuples": lambda: pandas().itertuples(),
    "pandas, iterrows": lambda: (row for _, row in pandas().iterrows()),
    "polars, iter_rows": lambda: polars().iter_rows(named=True),
    "polars, to_dicts": lambda: polars().to_dicts(),
    **TABLES,
}


@pytest.mark.parametrize("kind", ROWS)
def test_each_row_is_an_article(server: Misbehaving, kind: str) -> None:
    with Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        outcomes = list(desk.map(ROWS[kind](), ordered=True))
    assert [outcome.key for outcome in outcomes] == ["0", "1", "2", "3", "4"]
    articles = [outcome.brief.article for outcome in outcomes if outcome.brief is not None]
    assert [a.text for a in articles] == [r["maintext"] for r in RECORDS]
    assert {str(a.published) for a in articles} == {"2026-03-12"}
    assert server.books().requests == 5


@pytest.mark.anyio
async def test_a_table_goes_through_async_code_too(server: Misbehaving) -> None:
    async with Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        assert {outcome.key async for outcome in desk.amap(pandas())} == {"0", "1", "2", "3", "4"}


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_knows_how_many_rows_it_has_and_can_be_read_twice(kind: str) -> None:
    rows = checked(TABLES[kind]())
    assert length_of(rows) == 5
    assert len(list(rows)) == len(list(rows)) == 5  # type: ignore[arg-type]


def test_a_row_without_a_text_fails_alone_under_its_own_key(server: Misbehaving) -> None:
    frame = pytest.importorskip("pandas").DataFrame(
        [{"text": None, "url": "https://example.org/1"}, {"text": "It rained on Friday."}]
    )
    with Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        bad, good = desk.map(frame, ordered=True)
    assert isinstance(bad.error, ArticleError)
    assert bad.key == "https://example.org/1"
    assert good.ok


def test_a_frame_without_any_text_costs_nothing_and_names_its_columns(server: Misbehaving) -> None:
    frame = pytest.importorskip("polars").DataFrame({"headline": ["Strike", "Rain"], "words": ["a", "b"]})
    with Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        outcomes = list(desk.map(frame))
    assert all("it has headline, words" in str(outcome.error) for outcome in outcomes)
    assert server.books().requests == 0


class OneByOne:
    text = "It rained on Friday."

    def __iter__(self) -> Any:
        return iter(self.text.split())


@pytest.mark.parametrize(
    "one",
    [RECORDS[0], {}, OneByOne(), Article.from_text("It rained."), "It rained.", 7],
    ids=["a record", "an empty record", "an object with a text", "an article", "a text", "a number"],
)
def test_one_article_is_no_list_of_its_parts(one: Any) -> None:
    with pytest.raises(ArticleError, match=r"map takes several articles.*write \[article\]"):
        checked(one)


def test_one_row_of_a_frame_is_one_article() -> None:
    for row in (pandas().iloc[0], next(pandas().itertuples())):
        with pytest.raises(ArticleError, match="map takes several"):
            checked(row)


def test_a_series_of_texts_is_several() -> None:
    texts = pytest.importorskip("pandas").Series(["It rained.", "It snowed."])
    assert checked(texts) is texts
    more = pytest.importorskip("polars").Series(["It rained.", "It snowed."])
    assert checked(more) is more


def test_a_lazy_frame_is_to_be_collected() -> None:
    lazy = pytest.importorskip("polars").DataFrame(RECORDS).lazy()
    with pytest.raises(ArticleError, match="has to be collected first"):
        checked(lazy)
