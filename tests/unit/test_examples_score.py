"""The scorer of benchmarks/examples.py gives what it says it gives, on briefs made by hand."""

import importlib.util
import sys
from pathlib import Path

import pytest

_PATH = Path(__file__).parents[2] / "benchmarks" / "examples.py"
_SPEC = importlib.util.spec_from_file_location("benchmarks_examples", _PATH)
bench = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = bench
_SPEC.loader.exec_module(bench)
Ratio, Score = bench.Ratio, bench.Score

TEXT = (
    'The mayor, Ana Prado, opened a bridge on Friday. "It will hold," she said. An official said the toll would be 5 euros.\n\n'
    "A parade on Monday was called off. Police will close the old bridge on May 3 and reopen it on May 9."
)
OPENED, PARADE = "The mayor, Ana Prado, opened a bridge on Friday.", "A parade on Monday was called off."
CLOSED = "Police will close the old bridge on May 3 and reopen it on May 9."


def span(words: str) -> dict:
    return {"text": words, "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def quote(kind: str, words: str, name: str | None, mention: str | None = None) -> dict:
    return {
        "kind": kind,
        "content": [span(words)],
        "speaker": {"name": name, "mention": mention and span(mention)},
        "cue": None,
    }


def event(words: str, status: str, value: str | None = None) -> dict:
    time = value and {"span": span("Friday"), "value": value, "start": value, "end": value, "basis": "resolved"}
    return {
        "title": words,
        "status": status,
        "evidence": [span(words)],
        "time": time,
        "quantities": [],
        "participants": [],
    }


def gold_event(words: str, status: str, date: str | None = None, **more) -> dict:
    return {"what": words, "status": status, "date": date, "evidence": [words], "denied": False, **more}


GOLD = {
    "quotes": [
        {"kind": "direct", "content": ["It will hold,"], "speaker": "Ana Prado", "mention": "she", "cue": "said"},
        {
            "kind": "indirect",
            "content": ["the toll would be 5 euros"],
            "speaker": None,
            "mention": "An official",
            "cue": "said",
        },
    ],
    "not_speech": [],
    "events": [
        gold_event(OPENED, "occurred", "2026-05-01"),
        gold_event(PARADE, "cancelled", "2026-04-27"),
        gold_event(CLOSED, "planned", "2026-05-03"),
        gold_event(CLOSED, "planned", "2026-05-09"),
    ],
    "quantities": [{"text": "5 euros", "value": 5, "unit": "EUR"}],
    "dates": [{"text": "Friday", "value": "2026-05-01"}, {"text": "May 3", "value": "2026-05-03"}],
}


def brief(quotes: list[dict], events: list[dict]) -> dict:
    usage = {
        "requests": 2,
        "cached_requests": 1,
        "prompt_tokens": 10,
        "completion_tokens": 5,
        "saved_tokens": 7,
        "seconds": 0.5,
    }
    numbered = [{**one, "id": f"q{n}"} for n, one in enumerate(quotes, 1)]
    counted = [{**one, "id": f"e{n}"} for n, one in enumerate(events, 1)]
    return {"article": {"text": TEXT, "published": "2026-05-02"}, "quotes": numbered, "events": counted, "usage": usage}


def perfect() -> dict:
    quotes = [
        quote("direct", "It will hold,", "Ana Prado", "she"),
        quote("indirect", "the toll would be 5 euros", None, "An official"),
    ]
    events = [event(OPENED, "occurred", "2026-05-01"), event(PARADE, "cancelled", "2026-04-27")]
    return brief(quotes, [*events, event(CLOSED, "planned", "2026-05-09"), event(CLOSED, "planned", "2026-05-03")])


def test_a_perfect_brief_scores_full_marks():
    one = bench.score(perfect(), GOLD)
    assert one.segments == one.precise_segments == one.speakers == one.indirect == one.indirect_speakers == Ratio(1, 1)
    assert one.settled == Ratio(1, 1)
    assert one.open == Ratio(3, 3)
    assert one.any_status == one.precise == one.dates == Ratio(4, 4)
    assert (one.requests, one.tokens, one.seconds) == (3, 22, 0.5)


def test_an_empty_brief_scores_nothing():
    one = bench.score(brief([], []), GOLD)
    assert one.segments == one.speakers == one.indirect == Ratio(0, 1)
    assert one.open == Ratio(0, 3)
    assert one.precise == one.dates == Ratio(0, 0)


def test_a_segment_one_character_short_is_not_found():
    one = bench.score(brief([quote("direct", "It will hold", "Ana Prado")], []), GOLD)
    assert one.segments == Ratio(0, 1)
    assert one.precise_segments == Ratio(0, 1)


def test_indirect_speech_counts_from_half_on():
    assert bench.score(brief([quote("indirect", "the toll would be", None)], []), GOLD).indirect == Ratio(1, 1)
    assert bench.score(brief([quote("indirect", "the toll", None)], []), GOLD).indirect == Ratio(0, 1)


@pytest.mark.parametrize(
    ("name", "mention", "gold_name", "gold_mention", "right"),
    [
        ("Ana Prado", "she", "Ana Prado", "she", True),
        ("Mayor Ana Prado", "she", "Ana Prado", "she", True),
        ("Prado", "Prado", "Ana Prado", "Prado", False),
        ("Bo Lind", "she", "Ana Prado", "she", False),
        (None, "she", "Ana Prado", "she", False),
        ("The city council", None, "city council", "the city council", True),
        (None, "An official", None, "An official", True),
        ("official", None, None, "An official", True),
        ("Ana Prado", None, None, "An official", False),
    ],
)
def test_who_counts_as_the_right_speaker(name, mention, gold_name, gold_mention, right):
    speaker = {"name": name, "mention": mention}
    assert bench.same_speaker(speaker, {"speaker": gold_name, "mention": gold_mention}) is right


def test_of_a_statement_and_its_denial_in_the_same_words_the_one_with_the_speaker_is_scored():
    said, denied = (
        quote("indirect", "the toll would be 5 euros", None),
        quote("indirect", "the toll would be 5 euros", "Ana Prado"),
    )
    for quotes in ([said, denied], [denied, said]):
        assert bench.score(brief(quotes, []), GOLD).indirect_speakers == Ratio(1, 1)
    assert bench.score(brief([denied], []), GOLD).indirect_speakers == Ratio(0, 1)


def test_no_speaker_is_right_only_where_the_article_has_none():
    assert bench.same_speaker(None, {"speaker": None, "mention": None})
    assert not bench.same_speaker(None, {"speaker": "Ana Prado", "mention": "she"})
    assert not bench.same_speaker(None, {"speaker": None, "mention": "An official"})


def test_an_event_of_the_wrong_status_is_found_only_regardless_of_status():
    one = bench.score(brief([], [event(PARADE, "planned")]), GOLD)
    assert one.open == Ratio(0, 3)
    assert one.any_status == Ratio(1, 4)
    assert one.precise == Ratio(0, 1)


def test_one_delivered_event_accounts_for_one_gold_event():
    one = bench.score(brief([], [event(CLOSED, "planned", "2026-05-09")]), GOLD)
    assert one.open == Ratio(1, 3)
    assert one.dates == Ratio(1, 1)


def test_a_delivered_event_moves_over_when_another_gold_event_needs_it():
    both = event(OPENED, "occurred")
    both["evidence"].append(span(PARADE))
    gold = [gold_event(OPENED, "occurred"), gold_event(PARADE, "occurred")]
    fits = [[True, True], [True, False]]
    assert bench.matched(gold, [both, event(OPENED, "occurred")], fits) == {0: 1, 1: 0}


def test_minor_gold_events_count_for_precision_alone():
    gold = {**GOLD, "events": [gold_event(OPENED, "occurred", minor=True)]}
    one = bench.score(brief([], [event(OPENED, "occurred")]), gold)
    assert one.settled == Ratio(0, 0)
    assert one.precise == Ratio(1, 1)


def test_a_denied_claim_may_be_hypothetical_and_a_second_status_is_as_right():
    for more in ({"denied": True}, {"status_also": ["hypothetical"]}):
        gold = {**GOLD, "events": [gold_event(OPENED, "occurred", **more)]}
        assert bench.score(brief([], [event(OPENED, "hypothetical")]), gold).settled == Ratio(1, 1)


def test_a_wrong_date_is_no_right_date():
    assert bench.score(brief([], [event(OPENED, "occurred", "2026-05-08")]), GOLD).dates == Ratio(0, 1)


def test_what_the_independent_checker_finds_is_counted():
    lying = perfect()
    lying["events"][0]["title"] = "Ana Prado opened 7 bridges"
    assert bench.score(lying, GOLD).ungrounded == bench.score(perfect(), GOLD).ungrounded + 1


def test_reading_is_scored_on_quotes_times_and_numbers():
    times = [{"span": span("Friday"), "value": "2026-05-01"}, {"span": span("May 3"), "value": "2026-05-04"}]
    numbers = [{"span": span("5 euros"), "value": 5.0}]
    one = bench.score_reading([quote("direct", "It will hold,", "Ana Prado")], times, numbers, GOLD, TEXT)
    assert one.segments == one.speakers == one.numbers == Ratio(1, 1)
    assert one.time_words == Ratio(1, 2)


def test_scores_add_up_and_stand_in_the_table():
    one = bench.score(perfect(), GOLD)
    lines = bench.table({"a": one, "b": one}, ("segments", "seconds")).splitlines()
    assert [line.split() for line in lines] == [
        ["article", "segments", "seconds"],
        ["a", "1/1", "0.50"],
        ["b", "1/1", "0.50"],
        ["total", "2/2", "1.00"],
    ]
    assert one + Score() == one
