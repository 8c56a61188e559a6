"""The page as text: escaped, self-contained, within its policy, and complete."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.reading import read
from nutgraf.results import Brief, Event, Outcome, Point, TimeRef
from nutgraf.telling import Briefs, words
from nutgraf.telling.terminal import entries
from nutgraf.telling.views import view
from told import HARD, MADE_BY, empty, full, marked, span

PAGES = {name: brief.to_html() for name, brief in HARD.items()}


def element(page: str, name: str) -> str:
    (found,) = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
    return found


def unpacked(page: str, name: str) -> str:
    (packed,) = re.findall(rf'<script type="text/plain" id="{name}">(.*?)</script>', page)
    return zlib.decompress(base64.b64decode(packed)).decode()


@pytest.mark.parametrize("page", [*PAGES.values(), Briefs(HARD.values()).to_html()], ids=[*PAGES, "index"])
def test_the_policy_allows_the_one_script_and_the_one_style_by_their_hashes_and_nothing_else(page: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    for name in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(element(page, name).encode()).digest()).decode()
        assert f"{name}-src &#39;sha256-{digest}&#39;" in policy
    assert policy.startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy
    assert not re.search(r"<(?:link|img|script|iframe|object|embed)[^>]*\b(?:src|href)=(?!\"data:,\")", page)
    assert not re.search(r"<[a-z][^>]*\son\w+\s*=", page)


@pytest.mark.parametrize("name", HARD)
def test_nothing_of_an_article_becomes_an_element(name: str) -> None:
    known = set(re.findall(r"</?([a-z0-9]+)[\s>]", full().to_html())) | {"i"}
    assert set(re.findall(r"</?([a-z0-9]+)[\s>]", PAGES[name])) <= known
    assert "alert(1)</script>" not in PAGES[name]


@pytest.mark.parametrize("name", HARD)
def test_no_control_character_reaches_the_page(name: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", PAGES[name])


def test_a_control_character_is_shown_and_named() -> None:
    assert '<i class="ctl" title="U+001B">⟨ESC⟩</i>' in PAGES["controls"]


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=c&d", True),
        ("http://example.org", True),
        ("HTTPS://example.org", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[bad", False),
        ("https://example.org/\u202egpj.exe", False),
        ("file:///etc/passwd", False),
        (None, False),
    ],
)
def test_only_http_and_https_become_links(url: str | None, linked: bool) -> None:
    assert (words.link(url) is not None) is linked


def test_one_of_everything_is_in_the_page() -> None:
    page = full().to_html()
    for told in (
        "Port reopens",
        "Kari Holm",
        "Mayor",
        "“We are back, … And we stay.”",
        "Fri 13 March 2026",
        '<p class="when">2027</p>',
        "Planned, possible or called off",
        "40 drones",
        "weapon",
        "it is no sentence",
        "$0.0123",
        "1,200 + 80 tokens",
        "Figures",
        'href="https://example.org/port"',
    ):
        assert told in page, told
    assert page.index("Port reopened") < page.index("A new pier will open")


def test_nothing_found_and_a_failed_pass_look_different() -> None:
    assert "No quotes found." in empty().to_html()
    failed = empty(complete=False).to_html()
    assert "No quotes found." not in failed
    assert "Incomplete." in failed


def test_a_span_that_is_no_slice_of_the_article_is_shown_as_such() -> None:
    whole = full()
    stray = whole.article.span(0, 6).model_copy(update={"start": 3, "end": 9})
    page = full(summary=(Point(text="x", evidence=(stray,)),)).to_html()
    assert "Not in the article at the offsets given" in page


def test_an_index_holds_every_brief_whole_and_names_what_failed() -> None:
    briefs = [*HARD.values(), full()]
    page = Briefs([*briefs, Outcome(key="bad<key>", source=None, error=ValueError("no & body"))]).to_html(
        title="All <b>"
    )
    for number, brief in enumerate(briefs):
        body = unpacked(page, f"b{number}-packed")
        assert body.count('class="card said') == len(brief.quotes)
        assert body.count('class="card event') == len(brief.events)
    assert "bad&lt;key&gt;" in page
    assert "no &amp; body" in page
    assert "All &lt;b&gt;" in page
    searched = json.loads(unpacked(page, "searched"))
    newest = searched[0]
    assert (newest["date"], newest["speakers"]) == ("2026-03-14", ["Kari Holm"])
    assert newest["topics"] == ["economy, business and finance"]


def test_an_index_of_none_is_a_page() -> None:
    assert "There is no brief in this page." in Briefs().to_html()


def test_five_hundred_briefs_stay_under_ten_megabytes_and_one_under_150_kilobytes() -> None:
    story = "\n\n".join(
        f"“We are back {n},” said Mayor Kari Holm {n} on Friday, and {n} drones came." for n in range(60)
    )
    article = Article.from_text(story, published="2026-03-14")
    reading = read(article)
    events = [(s.start, s.end) for s in reading.sentences][:20]
    brief = marked(story, [(q.content[0].start, q.content[0].end) for q in reading.quotes], events)
    one = len(brief.to_html().encode())
    assert one < 150_000
    page = len(Briefs([brief] * 5).to_html().encode())
    assert (page - one) / 4 * 500 < 10_000_000


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip() and "\x00" not in text))
@settings(max_examples=15, deadline=None)
def test_any_text_makes_a_page(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return
    brief = marked(text, [(0, len(text))], [(0, max(1, len(text) // 2))])
    assert brief.to_html().startswith("<!doctype html>")


@pytest.mark.parametrize("value", [full().article, read(full().article), full(), full().quotes[0], full().events[0]])
def test_every_result_shows_itself_in_a_notebook(value: object) -> None:
    shown = value._repr_html_()  # type: ignore[attr-defined]
    assert shown.startswith(("<iframe", "<blockquote", "<div"))
    assert "<script" not in shown


def test_a_list_of_briefs_shows_itself_in_a_sandbox_without_an_origin() -> None:
    shown = Briefs([full(), *HARD.values()])._repr_html_()
    assert 'sandbox="allow-scripts allow-popups"' in shown
    assert "<script" not in shown


def dated(words: str, start: str, end: str, precision: str = "day", **more: Any) -> TimeRef:
    day = dt.date.fromisoformat
    return TimeRef(
        span=span(full().article, words), value=start, start=day(start), end=day(end), precision=precision, **more
    )


def test_what_has_no_day_of_its_own_stands_behind_the_timeline_in_the_order_of_the_text() -> None:
    first, second, third = full().events
    events = (
        first.model_copy(update={"time": None}),
        second.model_copy(update={"status": "occurred"}),
        third.model_copy(update={"status": "occurred", "time": dated("Saturday", "1970-01-01", "1979-12-31", "vague")}),
    )
    shown = view(full(events=events))
    assert [entry.item.anchor for entry in shown.happened] == ["e2"]
    assert [entry.item.anchor for entry in shown.undated] == ["e1", "e3"]
    assert "1970s" in full(events=events).to_html()
    assert "Without a day, in the order of the text" in full(events=events).to_html()


@pytest.mark.parametrize(
    ("start", "end", "limit", "told"),
    [
        ("1970-01-01", "1970-12-31", "at", "1970"),
        ("1970-01-01", "1979-12-31", "at", "1970s"),
        ("1914-01-01", "1918-12-31", "at", "1914–1918"),
        ("2026-03-01", "2026-03-31", "by", "by March 2026"),
        ("2026-02-01", "2026-02-28", "since", "since February 2026"),
        ("2026-03-13", "2026-03-13", "until", "until Fri 13 March 2026"),
        ("2026-03-01", "2026-04-30", "at", "1 March – 30 April 2026"),
    ],
)
def test_a_period_goes_by_its_name(start: str, end: str, limit: Any, told: str) -> None:
    assert words.when(dated("Friday", start, end, limit=limit)) == told


def test_times_that_nothing_can_be_counted_from_are_named() -> None:
    article = Article.from_text("The port reopened on Friday.")
    time = TimeRef(span=span(article, "Friday"), precision="day")
    evidence = (article.span(0, len(article.text)),)
    event = Event(id="e1", title="It reopened", status="occurred", time=time, evidence=evidence)
    brief = Brief(article=article, events=(event,), provenance=MADE_BY)
    for told in (brief.to_html(), brief.to_markdown(), "\n".join(e.text.plain for e in entries(brief))):
        assert "publication date, so “" in told
        assert "can" in told
    assert "publication date" not in full().to_html()


def test_who_says_and_who_denies_stand_by_name_and_support_has_a_mark_with_a_legend() -> None:
    first, second, third = full().events
    told = first.model_copy(update={"asserted_by": ("q1",), "disputed_by": ("q2",), "support": "worded"})
    page = full(events=(told, second, third)).to_html()
    assert "<dt>says who</dt><dd><bdi>Kari Holm</bdi> " in page
    assert "<dt>denied by</dt><dd><bdi>Kari Holm</bdi> " in page
    assert 'aria-label="worded: its names, numbers, times and most words stand there"' in page
    assert "open: neither proved nor contradicted" in page
    assert 'data-status="planned" data-support="open"' in page
