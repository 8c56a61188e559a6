"""Feeds as files: an article for each entry."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from nutgraf.article import Article, read_many
from nutgraf.article.files.feeds import entries_in
from nutgraf.errors import ArticleError, MissingDependencyError

pytest.importorskip("feedparser")

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Halden Post</title>
<link>https://post.example/</link>
<item><title>Port reopens &amp; ferries run</title><link>https://post.example/1</link><pubDate>Thu, 12 Mar 2026 23:30:00 -0500</pubDate>
<description>The port reopened.</description>
<content:encoded><![CDATA[<p>The port of Halden reopened on Friday.</p><p>“We are back,” said <b>Kari</b> Holm. <q>It is done</q>, she said.</p>]]></content:encoded></item>
<item><title>Rain</title><description>It rained, and 5 &lt; 6 people came.</description></item>
<item><title>A title alone</title><link>https://post.example/3</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Halden Post</title>
<entry><title>Snow</title><link href="https://post.example/4"/><updated>2026-03-12T00:10:00+01:00</updated>
<source><title>Bergen Wire</title></source><content type="html">&lt;p&gt;It snowed.&lt;/p&gt;&lt;p&gt;It stopped.&lt;/p&gt;</content></entry></feed>"""


def saved(tmp_path: Path, content: str, name: str = "a.xml") -> Path:
    (tmp_path / name).write_text(content, "utf-8")
    return tmp_path / name


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.RSS"])
def test_entries_of_rss_are_articles(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, RSS, name)
    first, second, third = read_many(path, errors="yield")
    assert isinstance(first, Article)
    assert (
        first.text == "The port of Halden reopened on Friday.\n\n“We are back,” said Kari Holm. “It is done”, she said."
    )
    assert (first.title, first.url, first.key) == (
        "Port reopens & ferries run",
        "https://post.example/1",
        "https://post.example/1",
    )
    assert (first.published, first.source) == (dt.date(2026, 3, 12), "Halden Post")
    assert isinstance(second, Article)
    assert (second.text, second.published, second.key) == ("It rained, and 5 < 6 people came.", None, f"{path}:2")
    assert isinstance(third, ArticleError)
    assert "no text" in str(third)
    assert third.where == f"{path}:3"
    assert entries_in(path) == 3


def test_entries_of_atom_keep_their_own_source_and_day(tmp_path: Path) -> None:
    (article,) = read_many(saved(tmp_path, ATOM, "a.atom"))
    assert (article.text, article.source) == ("It snowed.\n\nIt stopped.", "Bergen Wire")
    assert article.published == dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "neither RSS nor Atom"),
        ("<a><b>It rained.</b></a>", "neither RSS nor Atom"),
        ("https://post.example/feed", "neither RSS nor Atom"),
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "no entry in this feed"),
    ],
)
def test_what_is_no_feed_says_so(tmp_path: Path, content: str, said: str) -> None:
    path = saved(tmp_path, content)
    (error,) = read_many(path, errors="yield")
    assert said in str(error)
    assert str(path) in str(error)
    assert entries_in(path) == 0


def test_a_feed_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    first, *_ = read_many(saved(tmp_path, RSS[: RSS.index("<item><title>Rain")]), errors="yield")
    assert isinstance(first, Article)


def test_entries_of_a_file_that_is_not_there_are_none(tmp_path: Path) -> None:
    assert entries_in(tmp_path / "none.xml") == 0


def test_a_missing_package_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(MissingDependencyError, match=r"nutgraf\[feeds\]"):
        list(read_many(saved(tmp_path, RSS)))
