"""Inputs at their edges: folders without articles, names no system takes, dates and prompts that are none."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from pydantic import ValidationError

import nutgraf
from nutgraf.article import Article
from nutgraf.article.files import read_file, read_many
from nutgraf.asking.question import prompts
from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.scaling.estimate import estimated

STORY = "The harbour bridge closed on Sunday. “We will rebuild it,” the mayor said."


def test_a_folder_without_an_article_names_the_suffixes_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / ".hidden.txt").write_text(STORY)
    (error,) = read_many(tmp_path, errors="yield")
    assert isinstance(error, ArticleError)
    assert ".txt" in str(error)
    assert ".jsonl file in this folder" in str(error)


def test_lines_that_are_not_there_are_an_error_in_their_place(tmp_path: Path) -> None:
    (error,) = read_many(tmp_path / "none.jsonl", errors="yield")
    assert "no such file" in str(error)


def test_a_name_that_no_file_system_takes_is_an_article_error() -> None:
    with pytest.raises(ArticleError, match="can't be read: File name too long"):
        read_file(Path("a" * 300 + ".txt"))


def test_a_file_that_fails_while_it_is_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)

    def fail(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(ArticleError, match="can't be read: Input/output error"):
        read_file(path)


def test_a_long_line_is_a_text_and_no_name_of_a_file() -> None:
    line = "/" + "a" * 400
    assert Article.from_text(line).text == line


def test_an_article_is_a_text_and_its_spans_are_slices_of_it() -> None:
    with pytest.raises(ValidationError, match="text"):
        Article.model_validate({"title": "No text"})
    with pytest.raises(ValidationError, match="valid dictionary"):
        Article.model_validate(5)
    article = Article.from_text(STORY)
    moved = json.loads(article.model_dump_json()) | {"dateline": {"text": "Bergen", "start": 0, "end": 6}}
    with pytest.raises(ValidationError, match="the span 0-6 is not a slice of this text"):
        Article.model_validate(moved)


class Day:
    """A date of another library."""

    def __str__(self) -> str:
        return "2026-03-12"


class Unlike:
    """A value that can't be compared, as an array of numbers."""

    def __eq__(self, other: object) -> bool:
        raise ValueError("the truth of an array is ambiguous")

    __hash__ = None  # type: ignore[assignment]

    def __ne__(self, other: object) -> bool:
        raise ValueError("the truth of an array is ambiguous")


def test_a_date_of_another_library_is_read_as_it_is_written() -> None:
    assert Article.from_object({"text": STORY, "date": Day()}).published == dt.date(2026, 3, 12)


def test_a_value_that_can_not_be_compared_stands_for_nothing() -> None:
    assert Article.from_object({"text": STORY, "title": Unlike(), "headline": "Bridge"}).title == "Bridge"


def test_a_page_with_a_bare_q_and_a_date_that_is_none() -> None:
    pytest.importorskip("trafilatura")
    paragraphs = "".join(
        f"<p>{STORY} It was the {n}th time. The mayor said <q>it is done</q>.</p>" for n in range(4, 9)
    )
    page = f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{paragraphs}</article></body></html>"
    assert "said “it is done”." in Article.from_html(page).text
    assert Article.from_html(page).published is None


def test_a_prompt_of_ones_own_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"prompt .*none\.md: .*No such file"):
        prompts.load_file(tmp_path / "none.md")
    (tmp_path / "latin.md").write_bytes(b"Caf\xe9")
    with pytest.raises(ConfigurationError, match=r"prompt .*latin\.md"):
        prompts.load_file(tmp_path / "latin.md")


@pytest.mark.parametrize("examples", ["{", "[5]", '[{"window": "x"}]', '[{"question": "x"}]'])
def test_worked_examples_are_a_list_of_windows_and_answers(tmp_path: Path, examples: str) -> None:
    (tmp_path / "mine.md").write_text("List the figures.")
    (tmp_path / "mine.json").write_text(examples)
    with pytest.raises(ConfigurationError, match="prompt mine: examples are a JSON list of"):
        prompts.load_file(tmp_path / "mine.md", tmp_path / "mine.json")


def test_an_estimate_counts_what_it_can_not_read() -> None:
    desk = nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", window="sentence", cache=None)
    long = Article.from_text("\n\n".join(f"The port of Town{n} reopened on Friday." for n in range(500)))
    found = estimated(desk, [Article.from_text(STORY), ArticleError("no text"), long])
    assert (found.articles, found.unreadable) == (1, 2)
    assert found.requests > 0


@pytest.mark.anyio
async def test_one_article_awaited_needs_a_model_too() -> None:
    with pytest.raises(ConfigurationError, match="no model named"):
        await nutgraf.asummarize(STORY)
