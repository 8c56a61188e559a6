"""A careful model's answers go through as they are, and lies of substance about the same articles do not."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from careful_answers import CAREFUL, LIES, Answered, Lie
from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.checking.rules.weigh import weigh
from nutgraf.passes import built_in
from nutgraf.reading import Reading, read
from nutgraf.reading.window import runs
from nutgraf.results import Brief, Provenance, Usage
from nutgraf.steps import Answered as Came
from nutgraf.steps import Checks, make_brief
from statements import plain

PASSES = tuple(built_in(name) for name in ("quotes", "events", "summary"))
BY_NAME = {answered.name: answered for answered in CAREFUL}


@cache
def reading_of(name: str) -> Reading:
    answered = BY_NAME[name]
    return read(Article.from_text(answered.article, published=answered.published))


@cache
def delivered(name: str) -> tuple[Brief, int]:
    """The brief that an answer comes to, and how many items would be asked for again."""
    reading, answered = reading_of(name), BY_NAME[name]
    given = {"quotes": answered.quotes, "events": answered.events, "summary": answered.summary}
    answer = wire.answer_class(tuple((p.name, p.item) for p in PASSES)).model_validate_json(json.dumps(given))
    (window,) = runs(reading, "article")
    came = [Came(p.name, window, getattr(answer, p.name)) for p in PASSES]
    checks = Checks(reading)
    made_by = Provenance(model="m", host="h", prompts={}, version="0")
    brief = make_brief(PASSES, reading, came, Usage(), made_by, checks=checks)
    return brief, sum(len(checks.of(p, came).failures) for p in PASSES)


@pytest.mark.parametrize("answered", CAREFUL, ids=lambda a: a.name)
def test_what_is_right_is_delivered_as_answered(answered: Answered) -> None:
    brief, again = delivered(answered.name)
    assert [f"{p.kind}: {p.detail}" for p in brief.problems] == []
    assert again == 0
    assert [p.text for p in brief.summary] == [p["text"] for p in answered.summary]
    assert {(e.title, e.status) for e in brief.events} == {(e["title"], e["status"]) for e in answered.events}
    assert len(brief.quotes) == len(answered.quotes)


@pytest.mark.parametrize("answered", CAREFUL, ids=lambda a: a.name)
def test_fields_are_delivered_as_answered(answered: Answered) -> None:
    brief, _ = delivered(answered.name)
    events = {event.title: event for event in brief.events}
    for given in answered.events:
        event = events[given["title"]]
        assert [p.role for p in event.participants] == [p["role"] for p in given["participants"]]
        assert [q.role for q in event.quantities] == [q["role"] for q in given["quantities"]]
        assert (event.place and event.place.text) == given["place"]
        assert (event.time is None) == (given["time"] is None)
        if given["according_to"]:
            assert event.according_to is not None
    said = {(q.speaker and q.speaker.name, q.cue and q.cue.text) for q in brief.quotes}
    for quote in answered.quotes:
        name = None if quote["speaker"]["kind"] == "unnamed" else quote["speaker"]["name"]
        assert any(quote["cue"] in (cue or "") and (name is None or name == who) for who, cue in said), quote


def test_most_of_what_is_right_is_worded() -> None:
    """A figure, so that a rule that doubts too much is seen: more than half of these paraphrases are proved by their words."""
    items = [item for a in CAREFUL for item in (*delivered(a.name)[0].events, *delivered(a.name)[0].summary)]
    assert sum(item.support != "open" for item in items) >= 0.5 * len(items)


def quote_of(name: str, words: str) -> Any:
    return next(q for q in delivered(name)[0].quotes if words in q.text)


def event_of(name: str, words: str) -> Any:
    return next(e for e in delivered(name)[0].events if words in e.title)


def test_an_attribution_that_interrupts_the_words_given_is_no_part_of_them() -> None:
    content = [span.text for span in quote_of("strike", "will strike again").content]
    assert content == ["If they fail", "the controllers will strike again before Christmas, for three days"]


def test_the_last_words_of_a_reference_are_those_that_end_a_clause() -> None:
    assert quote_of("company", "operating profit").text.endswith("£180 million and £195 million")


def test_a_body_may_be_the_speakers_wherever_the_article_names_it() -> None:
    assert quote_of("company", "We got this wrong").speaker.organization == "Calder"


def test_who_concedes_something_is_no_source_of_what_happened_before() -> None:
    assert event_of("election", "lost its majority").according_to is None


def test_who_denies_it_disputes_a_title_that_says_so_itself() -> None:
    event = event_of("talks", "shelled the airport")
    assert event.disputed_by == (quote_of("talks", "had shelled").id,)


def test_what_may_happen_lies_ahead_and_what_was_put_off_keeps_its_day() -> None:
    assert event_of("health", "will have to end").time.value == "2026-04"
    assert event_of("talks", "put off").time.value == "2026-04-01"


def lie_told(lie: Lie) -> str:
    reading = reading_of(lie.about)
    evidence = [reading.sentence_span(number) for number in lie.evidence]
    brief = _brief_of(lie)
    if lie.title not in [event.title for event in brief.events]:
        return "refuted"
    event = next(event for event in brief.events if event.title == lie.title)
    weighed = weigh(lie.title, evidence, reading, prose=True).outcome
    return "open" if event.according_to or event.status != lie.status else weighed


def _brief_of(lie: Lie) -> Brief:
    reading = reading_of(lie.about)
    item = {
        "evidence": lie.evidence, "title": lie.title, "status": lie.status, "participants": [], "place": None, "time": None,
        "quantities": [], "according_to": None,
    }  # fmt: skip
    answer = wire.answer_class((("events", PASSES[1].item),)).model_validate({"events": [item]})
    (window,) = runs(reading, "article")
    made_by = Provenance(model="liar", host="h", prompts={}, version="0")
    return make_brief(PASSES[1:2], reading, [Came("events", window, answer.events)], Usage(), made_by)


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: plain(f"{lie.kind}-{lie.title[:40]}"))
def test_a_lie_of_substance_is_refused_or_marked(lie: Lie) -> None:
    least = ("worded", "open", "refuted")
    assert least.index(lie_told(lie)) >= least.index(lie.outcome)


def test_most_lies_of_substance_are_refused() -> None:
    """Names, numbers, plans told as done, denials as facts: what words can prove. The rest is open, or for a judge.

    Unmarked are the opposites of verbs: to beat and to lose to, to tell and to refuse to tell, to keep and to stop.
    """
    assert sum(lie_told(lie) == "refuted" for lie in LIES) >= 33
    assert sum(lie_told(lie) == "worded" for lie in LIES) <= 3


@pytest.mark.parametrize(
    ("article", "name", "cue"),
    [
        ("Police in Oslo said the road was shut. Inspector Ida Moe led the search.", "Oslo police", "said"),
        ("Kremlin spokesman Dmitri Pavlov said talks would go on. Moscow wants a truce.", "the Kremlin", "said"),
        (
            "A spokesman for Ola Berg said the plan was dead. Berg leads the council.",
            "A spokesman for Ola Berg",
            "said",
        ),
        ("Ola Berg's lawyer said the plan was dead. The lawyer, Ida Moe, will appeal.", "Ida Moe", "said"),
        (
            "Ida Moe, whose brother Ola Berg died in the fire, said nobody had warned them. She is 40.",
            "Ida Moe",
            "said",
        ),
        ("According to a report by Ida Moe, the dam was unsafe. It was built in 1960.", "Ida Moe", "According to"),
    ],
)
def test_a_speaker_whom_the_words_beside_the_cue_bear_out_is_not_overruled(article: str, name: str, cue: str) -> None:
    reading = read(Article.from_text(article, published="2026-03-12"))
    item = {
        "content": ["1"],
        "speaker": {"name": name, "kind": "organization", "title": None, "organization": None},
        "cue": cue,
    }
    answer = wire.answer_class((("quotes", PASSES[0].item),)).model_validate({"quotes": [{**item, "stance": "says"}]})
    (window,) = runs(reading, "article")
    settled = PASSES[0].checked(reading, [(window, answer.quotes)])
    assert settled.problems == []
    assert set(name.lower().replace("the ", "").split()) <= set(settled.items[0].speaker.name.lower().split())
