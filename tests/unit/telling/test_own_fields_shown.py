"""Fields of a class of one's own in tables and words: times, lists, flags, and spans wherever they stand."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated

from pydantic import Field

from nutgraf.article import Span
from nutgraf.results import Cited, Filled, TimeRef
from nutgraf.telling import Briefs, tables, words
from nutgraf.telling.spans import spans_of
from nutgraf.telling.views import plain
from told import empty, full, span


class Deal(Cited):
    """An item of a user's own pass, with one field of each kind."""

    due: TimeRef | None = None
    parties: tuple[str, ...] = ()
    signed: bool = False
    named: Annotated[dict[str, Span], Filled] = Field(default_factory=dict)


def deal() -> Deal:
    article = full().article
    friday = TimeRef(
        span=span(article, "Friday"),
        value="2026-03-13",
        start=dt.date(2026, 3, 13),
        end=dt.date(2026, 3, 13),
        precision="day",
        basis="resolved",
    )
    return Deal(
        due=friday,
        parties=("Halden", "Bergen"),
        signed=True,
        named={"port": span(article, "port")},
        evidence=(span(article, "The port reopened on Friday after 40 drones were shot down."),),
    )


def test_a_time_gets_columns_of_its_own_and_a_list_is_json() -> None:
    (row,) = Briefs([full(items={"deals": (deal(),)})]).to_dicts("deals")
    assert (row["due"], row["due_value"], row["due_start"]) == ("Friday", "2026-03-13", dt.date(2026, 3, 13))
    assert row["signed"] is True
    assert json.loads(row["parties"]) == ["Halden", "Bergen"]
    assert {"due_end", "due_precision", "due_basis"} <= set(row)


def test_spans_are_found_in_every_kind_of_field() -> None:
    assert [(name, found.text) for name, found in spans_of(deal())] == [
        ("evidence", "The port reopened on Friday after 40 drones were shot down."),
        ("due", "Friday"),
        ("named", "port"),
    ]


def test_a_flag_reads_as_a_word() -> None:
    assert (plain(value=True), plain(value=False)) == ("yes", "no")


def test_ranges_of_days_name_what_differs() -> None:
    assert words.period(dt.date(2026, 3, 2), dt.date(2026, 3, 8)) == "2–8 March 2026"
    assert words.period(dt.date(2026, 3, 28), dt.date(2026, 4, 3)) == "28 March – 3 April 2026"
    assert words.period(dt.date(2025, 12, 30), dt.date(2026, 1, 2)) == "30 December 2025 – 2 January 2026"


def test_a_time_with_one_end_says_which() -> None:
    day = dt.date(2026, 3, 2)
    assert words.when(TimeRef(span=None, start=day)) == "from 2 March 2026"
    assert words.when(TimeRef(span=None, end=day)) == "until 2 March 2026"
    assert words.when(TimeRef(span=None)) == ""


def test_a_table_of_a_pass_that_found_nothing_has_no_rows() -> None:
    assert Briefs([empty(items={"deals": ()})]).to_dicts("deals") == []
    assert "id" in tables.known([full(items={"deals": (deal(),)})], "deals")
