"""The gold answers of examples/ fit their articles: a wrong gold file would blame a model for our own slip."""

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path

import pytest

from grounded import quoted_ranges
from nutgraf.article import Article

ROOT = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.stem for path in (ROOT / "gold").glob("*.json"))
STATUSES = {"occurred", "ongoing", "planned", "hypothetical", "cancelled"}
TIMEX = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d|-Q[1-4]|/\d{4})?")

each = pytest.mark.parametrize("name", NAMES)


@cache
def article(name: str) -> Article:
    (path,) = (ROOT / "articles").glob(f"{name}.*")
    if path.suffix == ".html":
        pytest.importorskip("trafilatura")
    return Article.from_file(path)


@cache
def gold(name: str) -> dict:
    return json.loads((ROOT / "gold" / f"{name}.json").read_text(encoding="utf-8"))


def test_every_article_has_a_gold_file_and_the_other_way_round():
    assert sorted(path.stem for path in (ROOT / "articles").iterdir()) == NAMES
    assert len(NAMES) == 6


@each
def test_article_is_complete_and_of_wire_length(name):
    one = article(name)
    assert one.title
    assert one.published
    assert one.published.year == 2026
    assert one.url == f"https://example.org/{name}"
    assert one.source
    assert 250 <= len(one.text.split()) <= 420


@each
def test_quote_gold_is_made_of_slices_that_occur_once(name):
    text = article(name).text
    for quote in gold(name)["quotes"]:
        assert quote["kind"] in {"direct", "mixed", "indirect"}
        assert quote["content"]
        for piece in quote["content"]:
            assert text.count(piece) == 1, piece
        for words in (quote["speaker"], quote["mention"], quote["cue"]):
            assert words is None or words in text, words


@each
def test_every_quoted_segment_is_a_quote_or_no_speech_and_indirect_speech_is_outside(name):
    text = article(name).text
    answers = gold(name)
    expected = [words for quote in answers["quotes"] if quote["kind"] != "indirect" for words in quote["content"]]
    expected += [item["text"] for item in answers["not_speech"]]
    ranges = quoted_ranges(text)
    assert sorted(text[start:end] for start, end in ranges) == sorted(expected)
    for quote in answers["quotes"]:
        for piece in quote["content"] if quote["kind"] == "indirect" else ():
            at = text.index(piece)
            assert not any(start < at + len(piece) and at < end for start, end in ranges), piece


@each
def test_event_gold_has_legal_status_date_and_evidence(name):
    text = article(name).text
    events = gold(name)["events"]
    for event in events:
        assert {event["status"], *event.get("status_also", ())} <= STATUSES, event["what"]
        assert event["date"] is None or TIMEX.fullmatch(event["date"]), event["what"]
        assert event["evidence"], event["what"]
        for sentence in event["evidence"]:
            assert text.count(sentence) == 1, sentence
            assert "\n" not in sentence
            assert re.search(r"[.?!][\"'”’]*$", sentence), sentence
    assert 8 <= sum(not event.get("minor") for event in events) <= 17


@each
def test_evidence_of_gold_is_no_boilerplate(name):
    one = article(name)
    for event in gold(name)["events"]:
        for sentence in event["evidence"]:
            at = one.text.index(sentence)
            assert not any(b.start < at + len(sentence) and at < b.end for b in one.boilerplate), sentence


@each
def test_dates_are_iso_or_timex_and_weekdays_fall_on_their_day(name):
    text = article(name).text
    for date in gold(name)["dates"]:
        around = date.get("in", date["text"])
        assert text.count(around) == 1, date
        assert date["text"] in around
        assert TIMEX.fullmatch(date["value"]), date
        day = re.search(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", date["text"])
        if day:
            assert dt.date.fromisoformat(date["value"]).strftime("%A") == day[0], date


@each
def test_quantities_stand_in_the_text(name):
    text = article(name).text
    for quantity in gold(name)["quantities"]:
        assert quantity["text"] in text
        assert isinstance(quantity["value"], int | float)
        assert quantity["unit"]


def test_the_set_covers_every_status_reason_and_kind():
    events = [event for name in NAMES for event in gold(name)["events"]]
    assert {event["status"] for event in events} == STATUSES
    assert sum(event["denied"] for event in events) >= 5
    assert {item["reason"] for name in NAMES for item in gold(name)["not_speech"]} == {"title", "scare", "name"}
    assert {quote["kind"] for name in NAMES for quote in gold(name)["quotes"]} == {"direct", "mixed", "indirect"}
