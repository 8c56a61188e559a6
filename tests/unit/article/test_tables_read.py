"""Tables in text files, a row each: whatever a spreadsheet or a script writes."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from nutgraf.article import Article, read_many
from nutgraf.article.files import read_file
from nutgraf.errors import ArticleError

TEXT = 'The port of Halden reopened on Friday.\n\n“We are back,” said Kari Holm; the strike, she added, "is over".'
ROWS = [
    {"title": "Port reopens", "text": TEXT, "url": "https://example.org/1", "published": "2026-03-12", "source": "Halden Post"},
    {"title": "Rain", "text": "It rained.", "url": "", "published": "", "source": ""},
]  # fmt: skip


def write(
    path: Path, *, encoding: str = "utf-8", delimiter: str = ",", rows: list[dict[str, str]] | None = None
) -> Path:
    rows = ROWS if rows is None else rows
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_each_row_is_an_article(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = write(tmp_path / "a.csv", delimiter=delimiter, encoding=encoding)
    first, second = read_many(path)
    assert (first.text, first.title, str(first.published)) == (TEXT, "Port reopens", "2026-03-12")
    assert (first.url, first.key, first.source) == ("https://example.org/1", "https://example.org/1", "Halden Post")
    assert (second.text, second.published, second.url, second.source) == ("It rained.", None, None, "a.csv")
    assert second.key == f"{path}:5"  # the line on which the row ends


def test_columns_have_the_names_that_tools_use_in_any_case(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv", rows=[{"Headline": "Rain", " Body ": "It rained.", "Date": "2026-03-12", "words": "2"}]
    )
    (article,) = read_many(path)
    assert (article.title, article.text, str(article.published)) == ("Rain", "It rained.", "2026-03-12")


def test_tabs_as_scripts_write_them_keep_the_marks_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text('title\ttext\nRain\t"It rained," said Kari Holm. "Again."\nSnow\t"It snowed."\n', "utf-8")
    assert [a.text for a in read_many(path)] == ['"It rained," said Kari Holm. "Again."', '"It snowed."']


def test_tabs_as_spreadsheets_write_them_lose_the_marks_around_the_field(tmp_path: Path) -> None:
    (first, _) = read_many(write(tmp_path / "a.tsv", delimiter="\t"))
    assert first.text == TEXT
    one_line = [{"title": "Rain", "text": 'It rained, "again", she said.'}]
    (rain,) = read_many(write(tmp_path / "b.tsv", delimiter="\t", rows=one_line))
    assert rain.text == 'It rained, "again", she said.'


def test_a_field_longer_than_the_module_takes_by_default_is_read_and_its_limit_stays(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    (article,) = read_many(write(tmp_path / "a.csv", rows=[{"text": "It rained. " * 20_000}]))
    assert len(article.text) == 220_000
    assert csv.field_size_limit() == before


def test_a_bad_row_is_an_error_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('title,text\nA,It rained.\nB,\nC,It rained, again.\nD,"It" rained.\n\nE,It snowed.\n', "utf-8")
    found = list(read_many(path, errors="yield"))
    assert [type(item).__name__ for item in found] == [
        "Article",
        "ArticleError",
        "ArticleError",
        "ArticleError",
        "Article",
    ]
    assert [str(item).removeprefix(f"{path}:")[:30] for item in found[1:4]] == [
        "3: the article is empty",
        "4: 3 fields, and 2 columns; a ",
        "5: no row of a table: ',' expe",
    ]
    assert [item.where for item in found[1:4] if isinstance(item, ArticleError)] == [f"{path}:{n}" for n in (3, 4, 5)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"names: none\)"),
        (b"text\n", "no row in this table"),
        (b"a,b\n1,2\n", "no column `text` .*'a', 'b'"),
        (b"It rained.\n", "no column `text`"),
        (b'text\n"It rained.\n', "no row of a table"),
        ("text\nEs regnete in Köln.\n".encode("cp1252"), 'not UTF-8; name its encoding, like encoding="windows-1252"'),
    ],
)
def test_a_table_that_is_none_is_named_with_the_remedy(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(ArticleError, match=message) as raised:
        list(read_many(path))
    assert str(path) in str(raised.value)


def test_the_encoding_is_taken_from_who_knows_it(tmp_path: Path) -> None:
    rows = [{"text": "Es regnete in Köln."}]
    assert [
        a.text for a in read_many(write(tmp_path / "a.csv", encoding="cp1252", rows=rows), encoding="windows-1252")
    ] == [rows[0]["text"]]
    with pytest.raises(ArticleError, match="'klingon' is no encoding"):
        list(read_many(tmp_path / "a.csv", encoding="klingon"))


def test_one_article_is_not_asked_of_a_file_of_many(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="read_many"):
        read_file(write(tmp_path / "a.csv"))


def test_a_date_for_those_that_have_none(tmp_path: Path) -> None:
    found = list(read_many(write(tmp_path / "a.csv"), published="2026-04-01"))
    assert [str(article.published) for article in found if isinstance(article, Article)] == ["2026-03-12", "2026-04-01"]
    with pytest.raises(ArticleError, match="published: 'soon' is no ISO 8601 date"):
        list(read_many(tmp_path / "a.csv", published="soon"))


@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_in_utf8_is_read_so_whatever_encoding_the_others_have(
    tmp_path: Path, suffix: str, encoding: str
) -> None:
    delimiter = "," if suffix == ".csv" else "\t"
    rows = [{"title": "Köln floods", "text": "“Es regnet,” said Jürgen Weiß in Köln."}]
    (article,) = read_many(
        write(tmp_path / f"a{suffix}", encoding=encoding, delimiter=delimiter, rows=rows), encoding="cp1252"
    )
    assert (article.title, article.text) == (rows[0]["title"], rows[0]["text"])


def test_a_character_on_the_border_of_two_blocks_is_no_other_encoding(tmp_path: Path) -> None:
    rows = [{"text": "a" * ((1 << 20) - 7) + "ééé"}]  # 6 bytes of heading stand before it
    for more in ("", "b"):
        rows[0]["text"] = more + rows[0]["text"]
        (article,) = read_many(write(tmp_path / "a.csv", rows=rows), encoding="cp1252")
        assert article.text == rows[0]["text"]


@pytest.mark.parametrize(
    ("written", "day"), [("12.03.2026", "2026-03-12"), ("1.3.2026", "2026-03-01"), ("12.03.2026, 09:30", "2026-03-12")]
)
def test_a_day_before_its_month_with_dots_is_a_date(tmp_path: Path, written: str, day: str) -> None:
    (row,) = read_many(write(tmp_path / "a.csv", rows=[{"text": "It rained.", "published": written}]))
    assert str(row.published) == day
    page = tmp_path / "a.md"
    page.write_text(f"---\ntitle: Rain\ndate: {written}\n---\n\nIt rained on Friday.\n")
    assert str(read_file(page).published) == day
    assert str(read_file(page, published=written).published) == day


@pytest.mark.parametrize("written", ["12/03/2026", "31.02.2026", "last Friday"])
def test_a_date_that_can_not_be_read_is_told(tmp_path: Path, written: str, caplog: pytest.LogCaptureFixture) -> None:
    (error,) = read_many(write(tmp_path / "a.csv", rows=[{"text": "It rained.", "published": written}]), errors="yield")
    assert isinstance(error, ArticleError)
    assert "write it like 2026-11-23" in str(error)
    page = tmp_path / "a.md"
    page.write_text(f"---\ntitle: Rain\ndate: {written}\n---\n\nIt rained on Friday.\n")
    assert read_file(page).published is None
    assert f"{page}: the date '{written}' in its front matter can't be read" in caplog.text


def test_a_warning_is_not_shown_until_somebody_wants_it(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("---\ndate: one day\n---\nIt rained.\n")
    code = f"import nutgraf; nutgraf.Article.from_file({str(page)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
