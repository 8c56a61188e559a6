"""Four stories of four articles each, written by hand: what is found in them is what is there."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.results import Brief, Conflict, Outcome, Problem, Story, Usage
from nutgraf.storylines.gathering import gathered, noted
from nutgraf.telling import Briefs
from nutgraf.telling.stories import Stories

FOLDER = Path(__file__).parents[3] / "examples" / "stories"
BRIEFS = Briefs.load(FOLDER / "briefs.jsonl")
GOLD: dict[str, dict[str, list[str]]] = json.loads((FOLDER / "gold.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def found() -> Stories:
    return nutgraf.stories(BRIEFS)


def by_topic(found: Stories, topic: str) -> Story:
    (story,) = [one for one in found if one.sources[0].article.startswith(topic)]
    return story


def told(conflicts: tuple[Conflict, ...], kind: str) -> set[frozenset[str]]:
    return {frozenset(account.value for account in one.accounts) for one in conflicts if one.kind == kind}


def test_each_story_has_its_four_articles_in_order_of_time(found: Stories) -> None:
    assert (len(found), found.articles, found.events) == (4, 16, sum(len(brief.events) for brief in BRIEFS))
    for topic in GOLD:
        sources = by_topic(found, topic).sources
        assert {one.article for one in sources} == {f"{topic}-{n}" for n in range(1, 5)}
        days = [one.published for one in sources if one.published]
        assert days == sorted(days)


def test_no_happening_holds_events_of_two_and_nearly_all_of_the_gold_is_found(found: Stories) -> None:
    gold = {event: (topic, name) for topic, all_ in GOLD.items() for name, events in all_.items() for event in events}
    met = 0
    for story in found:
        for happening in story.happenings:
            kinds = {gold.get(f"{one.article} {one.event}", f"alone {one}") for one in happening.events}
            assert len(kinds) == 1, happening.title
            met += 1
    assert met >= 13
    assert met <= sum(len(one) for one in GOLD.values())


def test_a_death_toll_that_the_same_paper_raises_is_a_correction(found: Stories) -> None:
    ferry = by_topic(found, "ferry")
    assert told(ferry.corrections, "quantity") == {frozenset({"12 people", "Fourteen people"})}
    assert told(ferry.conflicts, "quantity") == {frozenset({"84 passengers", "91 passengers"})}


def test_two_armies_that_each_tell_what_they_shot_down_do_not_conflict(found: Stories) -> None:
    drones = by_topic(found, "drones")
    assert told(drones.conflicts, "quantity") == set()
    shot = [one.title for one in drones.happenings if "drones" in one.title]
    assert len(shot) == 2
    assert told(drones.conflicts, "status") == {frozenset({"cancelled", "planned"})}
    assert told(drones.corrections, "quantity") == {frozenset({"five workers", "six workers"})}


def test_a_price_that_the_agency_corrects_itself_is_no_conflict(found: Stories) -> None:
    coffee = by_topic(found, "coffee")
    assert told(coffee.corrections, "quantity") == {frozenset({"$2.1 billion", "$2.3 billion"})}
    assert told(coffee.conflicts, "quantity") == {frozenset({"About 900 workers", "Some 1,200 workers"})}
    assert told(coffee.conflicts, "status") == told(coffee.corrections, "status") == set()


def test_a_day_that_a_paper_tells_differently_later_is_a_correction(found: Stories) -> None:
    assert told(by_topic(found, "trial").corrections, "time") == {frozenset({"2026-05-04", "2026-05-05"})}


def test_quotations_recur_word_for_word_and_altered(found: Stories) -> None:
    ferry = {one.text: one for one in by_topic(found, "ferry").quotes}
    bang = ferry["We heard a bang and then the lights went out,"]
    assert [(one.altered, one.differences) for one in bang.tellings] == [(False, ()), (True, ("bang → crash",))]
    beans = next(one for one in by_topic(found, "coffee").quotes if "beans" in one.text)
    assert beans.tellings[1].differences == ("not → no",)
    longer = next(one for one in by_topic(found, "drones").quotes)
    assert [one.altered for one in longer.tellings] == [False, False]


def test_one_quotation_of_two_persons_is_a_conflict_and_of_a_judge_unnamed_is_none(found: Stories) -> None:
    assert told(by_topic(found, "ferry").conflicts, "speaker") == {frozenset({"Ida Brenn", "Bjarne Moe"})}
    assert told(by_topic(found, "trial").conflicts, "speaker") == set()


def test_a_source_adds_what_none_before_it_told(found: Stories) -> None:
    last = by_topic(found, "ferry").sources[-1]
    assert [(one.kind, one.text) for one in last.adds] == [
        ("quote", "Liv Dahl: He has told us that he remembers nothing,"),
        ("event", "A diver finds the ship’s log"),
    ]
    assert by_topic(found, "ferry").sources[0].adds == ()


def test_the_order_of_the_input_changes_nothing_but_ties() -> None:
    again = nutgraf.stories(reversed(BRIEFS))
    key = lambda story: sorted((one.article, one.event) for one in story.events)  # noqa: E731
    assert sorted(map(key, again)) == sorted(map(key, nutgraf.stories(BRIEFS)))


def test_everything_points_back_into_the_briefs(found: Stories) -> None:
    articles = {brief.article.key: brief for brief in BRIEFS}
    for story in found:
        for one in story.events:
            assert any(event.id == one.event for event in articles[one.article].events)
        for conflict in (*story.conflicts, *story.corrections):
            for account in conflict.accounts:
                if account.span:
                    assert (
                        articles[account.article].article.text[account.span.start : account.span.end]
                        == account.span.text
                    )


def test_stories_survive_json_and_pickling(found: Stories) -> None:
    import pickle

    assert tuple(Stories.load(found.to_jsonl().split("\n"))) == tuple(found)
    again = pickle.loads(pickle.dumps(found))
    assert (again, again.articles, again.usage) == (found, found.articles, found.usage)
    with pytest.raises(ArticleError, match="line:1: this is no story"):
        Stories.load(['{"id": 1}'])


def test_some_of_many_stories_keep_what_it_took_to_find_them(found: Stories) -> None:
    problem = Problem(kind="judge", step="judge", detail="it could not be asked", resolution="unresolved")
    whole = Stories(found, articles=12, events=40, usage=Usage(requests=3), problems=(problem,))
    for some in (whole[:1], copy.copy(whole), copy.deepcopy(whole), pickle.loads(pickle.dumps(whole))):
        assert type(some) is Stories
        assert vars(some) == vars(whole)


@pytest.mark.parametrize("given", ["briefs.jsonl", [None]])
def test_what_is_no_brief_is_refused_with_the_call_that_reads_a_file(given: Any) -> None:
    with pytest.raises(
        TypeError, match=r"is neither Brief nor Outcome; nutgraf\.telling\.Briefs\.load\(path\) reads a file"
    ):
        nutgraf.stories(given)


def test_the_same_brief_twice_is_one_article_and_a_later_version_another() -> None:
    first, second = BRIEFS[0], BRIEFS[2]
    revised = second.model_copy(update={"article": second.article.model_copy(update={"key": first.article.key})})
    with gathered(map(noted, [first, first, revised])) as gathering:
        assert gathering.articles == 2
        keys = {gathering.extract(n).key for n in range(2)}
    assert keys == {"ferry-1", f"ferry-1@{second.article.digest[:8]}"}


def test_a_copied_article_is_named_as_one() -> None:
    copied = BRIEFS[0].model_copy(
        update={
            "article": BRIEFS[0].article.model_copy(update={"key": "copy", "source": "Another Paper", "digest": "x"})
        }
    )
    (story,) = nutgraf.stories([BRIEFS[0], copied])
    assert [one.copies for one in story.sources] == [None, "ferry-1"]


def test_outcomes_are_taken_and_failures_passed_over() -> None:
    outcomes = [Outcome(key=b.article.key, source=None, brief=b) for b in BRIEFS[:2]]
    failed = Outcome(key="x", source=None, error=ArticleError("empty"))
    assert len(nutgraf.stories([*outcomes, failed])) == 1
    assert len(nutgraf.stories([])) == 0


def test_a_judge_of_ones_own_decides_what_rules_leave_open() -> None:
    asked: list[Any] = []

    def same(pairs: Any) -> list[bool]:
        asked.extend(pairs)
        return [False] * len(pairs)

    strict = nutgraf.stories(BRIEFS, same=same)
    assert asked
    assert all(pair.one.title and pair.one.evidence for pair in asked)
    assert sum(len(one.events) for one in strict) < sum(len(one.events) for one in nutgraf.stories(BRIEFS))
    assert len(nutgraf.stories(BRIEFS, same=lambda pairs: [None] * len(pairs))) == 4


def test_settings_of_a_model_without_a_model_are_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"base_url without a model"):
        nutgraf.stories(BRIEFS, base_url="http://localhost:1")
    with pytest.raises(ConfigurationError, match="not both"):
        nutgraf.stories(BRIEFS, model="local", same=lambda pairs: [None] * len(pairs))


@pytest.mark.parametrize("table", "stories happenings events sources additions conflicts corrections quotes".split())
def test_every_table_has_its_columns_with_and_without_rows(found: Stories, table: str) -> None:
    from nutgraf.telling.story_tables import known

    rows = found.to_dicts(table)
    assert rows
    columns = list(known(table))
    assert all(list(row) == columns for row in rows)
    frame = found.to_pandas(table)
    assert list(frame.columns) == list(Stories().to_pandas(table).columns) == columns
    assert len(found.to_polars(table)) == len(found.to_arrow(table)) == len(rows)


def test_a_table_that_is_none_is_refused(found: Stories) -> None:
    with pytest.raises(ConfigurationError, match="no table 'x'"):
        found.to_dicts("x")


def test_a_denied_event_is_told_differently_by_who_denies_it() -> None:
    first, second = BRIEFS[4], BRIEFS[6]
    quote = second.quotes[1].model_copy(update={"stance": "denies"})
    events = tuple(
        event.model_copy(update={"disputed_by": (quote.id,)}) if event.id == "e2" else event for event in second.events
    )
    denied = second.model_copy(update={"events": events, "quotes": (second.quotes[0], quote)})
    (story,) = nutgraf.stories([first, denied])
    (conflict,) = [one for one in story.conflicts if one.kind == "status"]
    assert ("denied", "Dana Ostrik") in [(one.value, one.according_to) for one in conflict.accounts]


def test_the_example_is_made_of_true_slices() -> None:
    for brief in BRIEFS:
        assert Brief.load(brief.model_dump_json()) == brief
        for item in (*brief.quotes, *brief.events):
            spans = item.content if hasattr(item, "content") else item.evidence
            assert all(brief.article.text[span.start : span.end] == span.text for span in spans)
