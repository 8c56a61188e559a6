"""Files and folders to articles; every error names the file and what to do."""

import datetime as dt
import itertools
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.article.files import read_file, read_many, records
from nutgraf.article.text.markdown import without_markup
from nutgraf.errors import ArticleError

STORY = "The harbour bridge closed on Sunday.\n\n“We will rebuild it,” the mayor said."


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.text", "A.TXT", "story", "2025-11-16"])
def test_text_files_are_read_as_they_are(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(STORY.encode())
    article = read_file(path)
    assert (article.text, article.source, article.key) == (STORY, name, str(path))


STORY_IN_MARKS = (
    "“Wir gehen”, sagte Jörg Lüders am Montag in Köln. "
    + "Der Hafen bleibt zu, und niemand weiß, wie lange es noch so geht. " * 6
)


def test_byte_order_mark_and_crlf_are_taken_away(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    assert read_file(path).text == STORY


def test_from_file_is_the_same_door_and_published_is_kept(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    assert Article.from_file(str(path), published="2025-11-16").published == dt.date(2025, 11, 16)


def test_a_json_record_fills_the_fields_and_ignores_others(tmp_path):
    path = tmp_path / "a.json"
    record = {
        "text": STORY,
        "title": "T",
        "url": "https://x.example/1",
        "published": "2025-11-16",
        "source": "S",
        "n": 1,
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    article = read_file(path)
    assert (article.title, article.url, article.source) == ("T", "https://x.example/1", "S")
    assert (article.key, article.published) == ("https://x.example/1", dt.date(2025, 11, 16))
    assert read_file(path, published=dt.date(2024, 1, 1)).published == dt.date(2024, 1, 1)


def test_a_page_keeps_its_own_source_and_address(tmp_path):
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.html"
    body = "".join(f"<p>Paragraph {n} of the story about the bridge that closed on Sunday.</p>" for n in range(5))
    path.write_text(f"<html><body><article>{body}</article></body></html>", encoding="utf-8")
    article = read_file(path)
    assert article.text.count("\n\n") == 4
    assert (article.source, article.key) == ("a.html", str(path))
    path.write_text("<html></html>", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"a\.html: .*Article\.from_text"):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n", "empty"),
        ("a.txt", b"abc\x00def", "binary"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.txt", b"PK\x03\x04...", "Office"),
        ("a.txt", "Der Bürgermeister".encode("cp1252"), "iconv"),
        ("a.txt", STORY.encode("utf-16"), "UTF-16"),
        ("a.pdf", b"%PDF", "read as PDF"),
        ("a.docx", b"PK", r"not \.docx; save it as \.pdf"),
        ("a.jsonl", b"{}", "read_many"),
        ("a.json", b"", "empty"),
        ("a.json", b"{", "not JSON"),
        ("a.json", b"[1]", r"not a list; .*\.jsonl"),
        ("a.json", b'"x"', "not a str"),
        ("a.json", b'{"words": "x", "top": "y"}', "keys found: 'words', 'top'"),
        ("a.json", b"{}", "keys found: none"),
        ("a.json", b'{"text": 5}', "`text` is a string, not int"),
        ("a.json", b'{"text": null}', "`text` is a string, not NoneType"),
        ("a.json", b'{"text": "x y", "url": 5}', "`url` is a string, not int"),
        ("a.json", b'{"text": "x y", "published": "Friday"}', "ISO 8601"),
        ("a.json", b"[" * 200_000, "not JSON"),
        ("a.json", b'{"text": "\\ud800 x"}', "surrogate"),
    ],
)
def test_an_unreadable_file_is_named_with_the_remedy(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ArticleError, match=message) as raised:
        read_file(path)
    assert str(path) in str(raised.value)


def test_missing_files_folders_and_devices_are_refused(tmp_path):
    with pytest.raises(ArticleError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="read_many"):
        read_file(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ArticleError, match="pipe"):
        read_file(tmp_path / "pipe")
    with pytest.raises(ArticleError, match=r"can't be read|no such file"):
        read_file(Path("a\x00b"))


def test_a_file_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ArticleError, match="chmod"):
        read_file(path)


def test_a_file_too_large_for_an_article_is_not_loaded(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(ArticleError, match=r"60 MB.*\.jsonl"):
        read_file(path)


def _lines(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_what_trafilatura_writes_has_the_same_fields_whichever_door(tmp_path):
    trafilatura = pytest.importorskip("trafilatura")
    page = (Path(__file__).parents[3] / "examples" / "articles" / "glacier-robot.html").read_text("utf-8")
    written = trafilatura.extract(page, output_format="json", with_metadata=True)
    (tmp_path / "one.json").write_text(written, "utf-8")
    (tmp_path / "many.jsonl").write_text(written + "\n", "utf-8")
    found = trafilatura.bare_extraction(page, with_metadata=True)
    doors = [
        Article.from_object(found),
        Article.from_object(json.loads(written)),
        read_file(tmp_path / "one.json"),
        next(read_many(tmp_path / "many.jsonl")),
    ]
    fields = {(a.title, a.url, a.published, a.source, a.key) for a in doors}
    assert fields == {
        (
            "Robot maps river of warm seawater under Svalbard glacier",
            "https://example.org/glacier-robot",
            dt.date(2026, 8, 19),
            "Northlight News",
            "https://example.org/glacier-robot",
        )
    }


@pytest.mark.parametrize(
    "record",
    [
        {"text": STORY, "headline": "T", "link": "https://x.example/1", "date": "2025-11-16", "site": "S"},
        {"maintext": STORY, "title": "T", "url": "https://x.example/1", "date_publish": "2025-11-16 08:00:00", "source_domain": "S"},
        {"content": STORY, "title": "T", "url": "https://x.example/1", "publishedAt": "2025-11-16T08:00:00Z", "source": {"id": None, "name": "S"}},
        {"articleBody": STORY, "headline": "T", "url": "https://x.example/1", "datePublished": "2025-11-16", "publisher": {"name": "S"}},
        {"text": STORY, "title": "T", "source": "https://x.example/1", "date": "2025-11-16", "source-hostname": "S"},
    ],
    ids=["a feed", "news-please", "a news service", "schema.org", "trafilatura"],
)  # fmt: skip
def test_a_record_of_another_tool_is_read_as_from_object(tmp_path, record):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    for article in (read_file(path), Article.from_object(record)):
        assert (article.text, article.title, article.url, article.source) == (STORY, "T", "https://x.example/1", "S")
        assert article.published == dt.date(2025, 11, 16)


@pytest.mark.parametrize(
    ("told", "language"),
    [({"language": "de"}, "de"), ({"lang": "pt-BR"}, "pt-BR"), ({"inLanguage": "fr"}, "fr"), ({"language": "English"}, None),
     ({"language": ["en"]}, None), ({"language": ""}, None), ({}, None)],
)  # fmt: skip
def test_a_record_says_its_language_by_a_code(tmp_path, told, language):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": STORY, **told}), encoding="utf-8")
    assert read_file(path).language == language
    assert Article.from_object({"text": STORY, **told}).language == language


def test_json_lines_come_one_by_one_with_keys_of_their_own(tmp_path):
    path = _lines(
        tmp_path,
        '{"text": "One came."}',
        "",
        '{"text": "Two came.", "key": "k"}',
        '{"text": "3.", "url": "https://x.example"}',
    )
    assert [(a.text, a.key) for a in read_many(path)] == [
        ("One came.", f"{path}:1"),
        ("Two came.", "k"),
        ("3.", "https://x.example"),
    ]


def test_a_bad_line_ends_the_run_with_its_number(tmp_path):
    path = _lines(tmp_path, '{"text": "One came."}', '{"words": 1}', '{"text": "Three came."}')
    run = read_many(str(path))
    assert next(run).text == "One came."
    with pytest.raises(ArticleError, match=r"many\.jsonl:2: .*keys found: 'words'"):
        next(run)
    assert list(run) == []


def test_a_long_run_can_go_on_past_bad_lines(tmp_path):
    path = _lines(tmp_path, "nonsense", '{"text": "Two came."}', '{"text": ""}')
    found = list(read_many(path, errors="yield"))
    assert [type(item).__name__ for item in found] == ["ArticleError", "Article", "ArticleError"]
    assert "many.jsonl:1" in str(found[0])


def test_a_line_too_long_to_hold_is_skipped_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(records, "LARGEST", 100)
    path = _lines(tmp_path, json.dumps({"text": "x" * 1_000}), '{"text": "Two came."}')
    error, article = read_many(path, errors="yield")
    assert "many.jsonl:1" in str(error)
    assert article.text == "Two came."


def test_a_folder_is_read_in_sorted_order_and_in_depth(tmp_path):
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden/d.txt", "README", "e.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"The text of {name} is here.", encoding="utf-8")
    _lines(tmp_path, '{"text": "One came."}')
    assert [Path(a.source or "").name for a in read_many(tmp_path)] == ["a.md", "b.txt", "many.jsonl", "c.txt"]


def test_a_bad_file_in_a_folder_is_yielded_in_its_place(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00")
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    error, article = read_many(tmp_path, errors="yield")
    assert isinstance(error, ArticleError)
    assert article.text == STORY


def test_nothing_to_read_is_an_error_not_silence(tmp_path):
    for path in (tmp_path, _lines(tmp_path / ".", ""), tmp_path / "none", tmp_path / "none.jsonl"):
        with pytest.raises(ArticleError):
            list(read_many(path))


def test_an_unknown_errors_setting_is_refused(tmp_path):
    with pytest.raises(ValueError, match="raise"):
        list(read_many(tmp_path, errors="ignore"))


def test_records_are_read_lazily(tmp_path):
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for n in range(50_000):
            file.write(json.dumps({"text": f"Number {n} came to the town."}) + "\n")
    first = list(itertools.islice(read_many(path), 3))
    assert [a.key for a in first] == [f"{path}:{n}" for n in (1, 2, 3)]


# --- Markdown ---

MARKED = """# Harbour bridge **closed**

![The bridge on Sunday](img/bridge.jpg "seen from the *port*")

The [harbour bridge](https://example.org/bridge "more") closed on *Sunday*, the council\\'s office said.
It costs 5\\*3 million &amp; more \\[sic\\].

> “We will **rebuild** the bridge
> before the [winter][w] comes,” said Mayor _Una Finch_.

## What is known

- Cracks in `pier 4`
* Two lanes <https://example.org>
1. First the piers
2) Then the *deck*

---

1986. A good year.

[w]: https://example.org/winter
"""
READ = """Harbour bridge closed

The bridge on Sunday

The harbour bridge closed on Sunday, the council's office said.
It costs 5*3 million & more [sic].

“We will rebuild the bridge
before the winter comes,” said Mayor Una Finch.

What is known

Cracks in pier 4

Two lanes https://example.org

1. First the piers

2) Then the deck

1986. A good year.
"""


def test_a_markdown_file_is_read_without_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(MARKED, "utf-8")
    article = Article.from_file(path)
    assert article.text == READ
    assert article.title == "Harbour bridge closed"
    assert article.source == "a.md"
    (tmp_path / "a.txt").write_text(MARKED, "utf-8")
    assert Article.from_file(tmp_path / "a.txt").text == MARKED


@pytest.mark.parametrize(
    "text",
    [
        "He called it f*ck and sh*t, and 5*3*2 makes 30.",
        "“We [the city](sic) will pay,” she said.",
        "[Anna]: Yes.\n[Bo]: No.",
        "[Anna]: Yes",
        "#bridge and #port are where it was told.",
        "Costs rose by 5 % < 6 %, <he said>, at <unknown> places.",
        "~~~ Advertisement\nThe bridge closed.",
        "snake_case_words and 2 * 3 and a * star",
        "A note[^1] stands here, and nothing says what it is.",
        "[^1]: It was Sunday, and nothing asks for it.",
        "He drank 2~3 cups and said ~~no",
        "1. A good year.",
        "1986. A good year.\n\n1990. A bad one.",
    ],
)
def test_what_only_looks_like_markdown_keeps_every_letter(text: str) -> None:
    assert without_markup(text) == text


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("The ~~old~~ new bridge", "The old new bridge"),
        ("<b>We will pay</b>, she <i>said</i>.", "We will pay, she said."),
        ("The bridge<br>closed.<!-- more -->", "The bridge\nclosed."),
        ("Some 3 m<sup>2</sup> & <span class='x'>more</span>", "Some 3 m2 & more"),
        ("<p>The bridge closed.</p>", "The bridge closed."),
        (
            "| Day | Ships |\n|:--|--:|\n| Monday | **12** |\n| Tuesday | |",
            "Day | Ships\nMonday | 12\nTuesday",
        ),
        (
            "1. The piers\n2. The deck\n   1. its *rails*\n   2. its lamps",
            "The piers\n\nThe deck\n\nits rails\n\nits lamps",
        ),
        (
            "A note[^1] and another[^b].\n\n[^1]: It was *Sunday*.\n[^b]: https://example.org\n",
            "A note and another.\n\nIt was Sunday.\n\nhttps://example.org\n",
        ),
    ],
)
def test_marks_of_markdown_as_sites_write_it_go(marked: str, read: str) -> None:
    assert without_markup(marked) == read


def test_a_row_with_more_cells_than_its_table_loses_none() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 | 3 |"
    assert without_markup(text) == text


FRONT = """---
layout: post
title: "Bridge closes: \\"no way\\" across"  # as printed
date: 2026-3-1 09:00:00 +0100
author: Una Finch
tags: [bridge, port]
places:
- Halden
description: >-
  Inspectors found
  cracks.
source: Harbour Post
---

The *harbour bridge* closed on Sunday, the council said.
"""


def test_front_matter_is_no_text_and_tells_title_and_date(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(FRONT, "utf-8")
    article = Article.from_file(path)
    assert article.text == "The harbour bridge closed on Sunday, the council said.\n"
    assert (article.title, str(article.published), article.source) == (
        'Bridge closes: "no way" across',
        "2026-03-01",
        "Harbour Post",
    )
    told = Article.from_file(path, title="Told", published="2026-04-02")
    assert (told.title, str(told.published)) == ("Told", "2026-04-02")
    (undated,) = read_many(path, published="2026-05-01")
    assert str(undated.published) == "2026-03-01"


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("title: It's 'over', says Poe", "It's 'over', says Poe", None),
        ("title: 'It''s over'\npublished: 2026-02-30", "It's over", None),
        ("headline:\n  Long and\n  longer\ndate: next week", "Long and longer", None),
        ("# a comment\npublishedAt: '2026-03-01T10:00:00Z'\nurl: /2026/bridge", None, "2026-03-01"),
        ("Title: Bridge\nDATE: 2026-03-01", "Bridge", "2026-03-01"),
    ],
)
def test_front_matter_as_people_write_it(tmp_path: Path, head: str, title: str | None, published: str | None) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{head}\n---\nThe bridge closed on Sunday.", "utf-8")
    article = Article.from_file(path)
    assert article.text == "The bridge closed on Sunday."
    assert (article.title, article.published and str(article.published)) == (title, published)
    assert article.url is None


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe bridge closed on Sunday.\n---\nIt rained.",
        "---\ntitle: Bridge\nThe bridge closed, and no line ends the block.",
        "---\n\n---\nThe bridge closed on Sunday.",
    ],
)
def test_what_is_no_front_matter_is_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, "utf-8")
    article = Article.from_file(path)
    assert [word for word in text.split() if word != "---"] == article.text.replace("---", "").split()


def test_indented_paragraphs_are_paragraphs() -> None:
    assert without_markup("    The bridge closed.\n\n\tIt *rained*.\n") == "The bridge closed.\n\nIt rained.\n"


def test_marks_beside_words_of_a_script_without_spaces_go() -> None:
    assert without_markup("大桥**周日**关闭。**N**ATO") == "大桥周日关闭。NATO"


def test_quotes_within_quotes_lose_nothing_however_deep() -> None:
    for depth in (10, 90, 5_000):
        found = without_markup("> " * depth + "The bridge closed.")
        assert found.endswith("The bridge closed.")
        assert (found == "The bridge closed.") is (depth < 100)


WORDS = st.lists(
    st.sampled_from("bridge “we” rain 4 said. [we] (sic) a*b * - # > 1. `x` _ ** \\ \n".split(" ")), max_size=30
)


@given(WORDS)
def test_no_letter_of_a_markdown_text_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    assert [c for c in without_markup(text) if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", STORY_IN_MARKS),
        ("a.html", f"<html><body><article><p>{STORY_IN_MARKS}</p></article></body></html>"),
        ("a.json", json.dumps({"text": STORY_IN_MARKS}, ensure_ascii=False)),
    ],
)
def test_a_file_that_is_utf_8_stays_so_whatever_the_others_of_its_folder_are(
    tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "Der Müller sagte „Nein“.".replace("„", '"').replace("“", '"'), encoding="windows-1252"
    )
    texts = [article.text for article in read_many(tmp_path, encoding="windows-1252")]
    assert any("“Wir gehen”, sagte Jörg Lüders" in text for text in texts)
    assert 'Der Müller sagte "Nein".' in texts
