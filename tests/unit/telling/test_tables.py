"""Tables: the documented columns with zero, one and many items, dates as dates, offsets as integers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import pickle
from pathlib import Path

import pytest

from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.results import Brief, Outcome
from nutgraf.telling import Briefs, tables
from nutgraf.telling.briefs import written
from nutgraf.telling.files import csv_of
from nutgraf.telling.forms import TABLES, form_of
from told import HARD, MADE_BY, Figure, Raid, empty, full

CASES = {
    "zero": Briefs(),
    "none found": Briefs([empty()]),
    "one": Briefs([full()]),
    "many": Briefs([full(), *HARD.values()]),
}
each_case = pytest.mark.parametrize("case", CASES)
each_table = pytest.mark.parametrize("table", tables.COLUMNS)


@each_case
@each_table
def test_the_columns_are_the_documented_ones_in_every_form(case: str, table: str) -> None:
    briefs, columns = CASES[case], list(tables.COLUMNS[table])
    own = ["weapon", "target", "target_start", "target_end"] if table == "events" and case in ("one", "many") else []
    assert list(tables.typed(briefs, table)[1]) == columns + own
    assert all(list(row) == columns + own for row in briefs.to_dicts(table))
    frame = written(briefs, table, "csv").decode()
    assert next(csv.reader(io.StringIO(frame))) == columns + own


@each_case
@each_table
@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_frames_have_the_columns_types_and_rows(case: str, table: str, library: str) -> None:
    pytest.importorskip(library)
    briefs, columns = CASES[case], tables.COLUMNS[table]
    rows = len(briefs.to_dicts(table))
    if library == "pandas":
        frame = briefs.to_pandas(table)
        kinds = {name: str(frame[name].dtype) for name in columns}
        wanted = {"str": "string", "int": "Int64", "float": "float64", "bool": "boolean", "date": "datetime64[s]"}
        assert len(frame) == rows
    elif library == "polars":
        frame = briefs.to_polars(table)
        kinds = {name: str(frame[name].dtype) for name in columns}
        wanted = {"str": "String", "int": "Int64", "float": "Float64", "bool": "Boolean", "date": "Date"}
        assert frame.height == rows
    else:
        frame = briefs.to_arrow(table)
        kinds = {name: str(frame.schema.field(name).type) for name in columns}
        wanted = {"str": "string", "int": "int64", "float": "double", "bool": "bool", "date": "date32[day]"}
        assert frame.num_rows == rows
    assert kinds == {name: wanted[kind] for name, kind in columns.items()}


def test_a_quote_an_event_and_a_point_as_rows() -> None:
    brief = full()
    quote, _ = brief.to_dicts("quotes")
    assert (quote["article"], quote["published"]) == ("https://example.org/port", dt.date(2026, 3, 14))
    assert (quote["speaker"], quote["speaker_basis"], quote["pieces"]) == ("Kari Holm", "rule", 2)
    text = brief.article.text
    assert text[quote["cue_start"] : quote["cue_end"]] == quote["cue"] == "said"
    event = brief.to_dicts("events")[0]
    assert (event["time_start"], event["time_precision"]) == (dt.date(2026, 3, 13), "day")
    assert text[event["start"] : event["end"]] == event["evidence"]
    assert (event["weapon"], event["target"]) == ("drone", "port")
    (point,) = brief.to_dicts("points")
    assert (point["id"], point["text"]) == ("p1", "The port reopened on Friday.")
    (figure,) = brief.to_dicts("figures")
    assert (figure["id"], figure["value"], figure["people"]) == ("figures1", 40, "drones")


def test_every_row_of_spans_is_a_slice_of_its_article() -> None:
    briefs = CASES["many"]
    texts = {brief.article.key: brief.article.text for brief in briefs}
    rows = briefs.to_dicts("spans")
    assert all(texts[row["article"]][row["start"] : row["end"]] == row["text"] for row in rows)
    assert {row["field"] for row in rows if row["item"] == "e1"} >= {
        "evidence",
        "place",
        "time",
        "quantities",
        "target",
    }


def test_a_number_too_large_for_a_frame_is_text_in_it() -> None:
    pytest.importorskip("pandas")
    figures = (Figure(value=1, people="x", evidence=full().summary[0].evidence),)
    huge = tables._kind([10**30, 5])
    assert huge == "str"
    assert str(full(items={"figures": figures}).to_pandas("figures")["value"].dtype) == "float64"


def test_an_unknown_table_is_told_what_there_is() -> None:
    with pytest.raises(ConfigurationError, match="figures"):
        full().to_dicts("figure")


@each_case
def test_briefs_survive_json_lines(case: str, tmp_path: Path) -> None:
    briefs = CASES[case]
    path = tmp_path / "briefs.jsonl"
    path.write_text(briefs.to_jsonl(), "utf-8")
    plain = [brief for brief in briefs if not brief.items]
    assert Briefs.load(Briefs(plain).to_jsonl().splitlines()) == tuple(plain)
    back = Briefs.load(path, event=Raid, items={"figures": Figure}) if case == "one" else None
    assert back is None or back == briefs


def test_rows_as_json_lines_have_iso_dates() -> None:
    rows = [json.loads(line) for line in CASES["one"].to_jsonl("events").splitlines()]
    assert rows[0]["time_start"] == "2026-03-13"


def test_briefs_are_a_tuple_that_keeps_what_failed_apart() -> None:
    failed = Outcome(key="k", source=None, error=ValueError("x"))
    briefs = Briefs([full(), failed, Outcome(key="g", source=None, brief=empty())])
    assert (len(briefs), briefs.failed) == (2, (failed,))
    assert briefs == (full(), empty())
    assert isinstance(briefs[:1], Briefs)
    assert isinstance(briefs[0], Brief)
    again = pickle.loads(pickle.dumps(Briefs([full(), empty()])))
    assert (type(again), again) == (Briefs, (full(), empty()))
    with pytest.raises(TypeError, match="str"):
        Briefs(["text"])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("content", "said"),
    [('{"text": "an article"}\n', ":1: this is no brief"), ("\n\nnot json", ":3: this is no brief")],
)
def test_a_file_that_holds_no_briefs_is_told_where(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(content)
    with pytest.raises(ArticleError, match=said):
        Briefs.load(path)


@pytest.mark.parametrize("changes", [{"items": {}}, {"events": ()}], ids=["own events", "own pass"])
def test_own_classes_that_were_not_named_are_asked_for(tmp_path: Path, changes: dict[str, object]) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(full(**changes).model_dump_json())
    with pytest.raises(ArticleError, match=r"Briefs\.load"):
        Briefs.load(path)


def test_a_brief_written_over_many_lines_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(empty().model_dump_json(indent=1))
    assert Briefs.load(path) == (empty(),)


def test_the_format_follows_the_files_name() -> None:
    found = [form_of(name, TABLES, default="csv") for name in ("a.csv", "b.JSONL", "c.parquet", "-", "/dev/stdout")]
    assert found == ["csv", "jsonl", "parquet", "csv", "csv"]
    assert form_of("d.xlsx", TABLES, named="csv") == "csv"
    with pytest.raises(ConfigurationError, match="parquet"):
        form_of("-", TABLES, named="xlsx", default="csv")
    with pytest.raises(ConfigurationError, match=r"d\.xlsx: nutgraf writes no \.xlsx"):
        form_of("d.xlsx", TABLES, default="csv")


def test_parquet_holds_the_same_rows() -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    content = written(CASES["one"], "events", "parquet")
    assert pq.read_table(io.BytesIO(content)).to_pylist() == CASES["one"].to_dicts("events")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1 for the mayor", "@home", "\tx"])
def test_no_cell_of_text_is_a_formula(text: str) -> None:
    rows = list(csv.reader(io.StringIO(csv_of(["a", "b"], [{"a": text, "b": -5}]).decode(), newline="")))
    assert rows[1] == [f"'{text}", "-5"]


def test_csv_cells() -> None:
    rows = list(csv.DictReader(io.StringIO(written(CASES["one"], "articles", "csv").decode())))
    assert rows[0]["complete"] == "true"
    assert rows[0]["published"] == "2026-03-14"
    assert MADE_BY.model == rows[0]["model"]
