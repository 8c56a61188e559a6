"""Classes of a user's own in answers: classes within classes, validators that refuse, fields that no rule can fill."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, field_validator

from nutgraf.article import Article, Span
from nutgraf.asking.question import wire
from nutgraf.passes import Pass, built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Carried, Cited, Event, Provenance, Quote, Usage
from nutgraf.steps import Answered, make_brief

TEXT = (
    "OSLO – Brann beat Viking 3-1 in Bergen on Sunday, and 12,000 people came.\n\n"
    "“We were lucky,” coach Kari Holm said. “Very lucky.”"
)


NO_PARTICULARS = {"participants": [], "place": None, "time": None, "quantities": []}


class Ground(BaseModel):
    town: Span


class Score(BaseModel):
    side: Span
    goals: int


class Match(Cited):
    ground: Ground | None = None
    scores: tuple[Score, ...] = ()
    crowd: int = 0

    @field_validator("crowd")
    @classmethod
    def _is_a_crowd(cls, crowd: int) -> int:
        if crowd == 3:
            raise ValueError("three are company")
        return crowd


class Rated(Quote):
    """A quote with a field that only a model can fill."""

    tone: str

    @field_validator("tone")
    @classmethod
    def _is_known(cls, tone: str) -> str:
        if tone not in {"glad", "sad"}:
            raise ValueError("glad or sad")
        return tone


@pytest.fixture
def settle(tmp_path: Path) -> Any:
    (tmp_path / "mine.md").write_text("List them.")
    reading = read(Article.from_text(TEXT, published="2026-03-15"))
    (window,) = runs(reading, "article")

    def settler(item: type[Cited | Quote], *found: dict[str, Any]) -> Any:
        if issubclass(item, Quote):
            asked = built_in("quotes", quote=item)
        else:
            asked = Pass(name="matches", prompt=tmp_path / "mine.md", item=item)
        answer = wire.answer_class(((asked.name, item),)).model_validate_json(json.dumps({asked.name: found}))
        return asked.checked(reading, [(window, getattr(answer, asked.name))])

    return settler


def test_what_stands_within_a_class_is_located_like_everything_else(settle: Any) -> None:
    scores = [{"side": "Brann", "goals": 3}, {"side": "Viking", "goals": 1}]
    settled = settle(Match, {"evidence": [1], "ground": "Bergen", "scores": scores, "crowd": 12_000})
    (match,) = settled.items
    assert match.ground.town.text == "Bergen"
    assert TEXT[match.ground.town.start : match.ground.town.end] == "Bergen"
    assert [(score.side.text, score.goals) for score in match.scores] == [("Brann", 3), ("Viking", 1)]
    assert settled.problems == []


class Alarm(Cited):
    cause: Annotated[str, Carried]
    grade: Literal[1, 2]


def test_a_grade_comes_back_as_the_number_that_it_is(settle: Any) -> None:
    (alarm,) = settle(Alarm, {"evidence": [1], "cause": "Brann beat Viking", "grade": 2}).items
    assert alarm.grade == 2


def test_a_text_of_a_field_of_ones_own_gives_way_to_the_cited_sentence_and_the_item_is_named(settle: Any) -> None:
    settled = settle(Alarm, {"evidence": [3], "cause": "Kari Holm won 9 games", "grade": 1})
    assert [(alarm.cause, alarm.grade) for alarm in settled.items] == [("“Very lucky.”", 1)]
    assert [(p.kind, p.item, p.resolution) for p in settled.problems] == [("invented_number", "Alarm", "replaced")]


def test_what_is_invented_within_a_class_is_refused(settle: Any) -> None:
    settled = settle(
        Match,
        {
            "evidence": [1],
            "ground": "Tromsø",
            "scores": [{"side": "Molde", "goals": 3}, {"side": "Brann", "goals": 7}],
            "crowd": 12_000,
        },
    )
    (match,) = settled.items
    assert match.ground is None
    assert match.scores == ()
    assert len(settled.problems) == 3


def test_an_item_that_its_own_class_refuses_is_dropped_with_the_classes_words(settle: Any) -> None:
    settled = settle(Match, {"evidence": [1], "ground": None, "scores": [], "crowd": 3})
    assert settled.items == []
    (problem,) = settled.problems
    assert (problem.kind, problem.resolution) == ("does_not_validate", "dropped")
    assert "crowd" in problem.detail
    assert "three are company" in problem.detail


def quote(tone: str, *content: str) -> dict[str, Any]:
    speaker = {"name": "Kari Holm", "kind": "person"}
    return {"content": content, "speaker": speaker, "cue": None, "addressee": None, "tone": tone}


def test_a_quote_that_its_own_class_refuses_is_dropped_and_no_rule_can_stand_in(settle: Any) -> None:
    settled = settle(Rated, quote("bored", "m1", "m2"))
    assert settled.items == []
    assert [(p.kind, p.resolution) for p in settled.problems] == [
        ("does_not_validate", "dropped"),
        ("left_out", "unresolved"),
    ]
    assert "glad or sad" in settled.problems[0].detail
    assert "a rule can't fill the fields of Rated" in settled.problems[1].detail


def test_a_quote_of_ones_own_class_comes_back_as_that(settle: Any) -> None:
    (found,) = settle(Rated, quote("glad", "m1", "m2")).items
    assert isinstance(found, Rated)
    assert (found.tone, found.content[0].text) == ("glad", "We were lucky,")


def test_quotes_and_events_of_a_pass_of_ones_own_are_checked_as_such_and_named_after_it(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("List them.")
    reading = read(Article.from_text(TEXT, published="2026-03-15"))
    (window,) = runs(reading, "article")
    tones = Pass(name="tones", prompt=tmp_path / "mine.md", item=Rated)
    games = Pass(name="games", prompt=tmp_path / "mine.md", item=Event)
    game = {"evidence": [1], "title": "Brann beat Viking 3-1 in Bergen on Sunday", "status": "planned"}
    given = {"tones": [quote("glad", "m1", "m2")], "games": [game | NO_PARTICULARS]}
    answer = wire.answer_class((("tones", Rated), ("games", Event))).model_validate_json(json.dumps(given))
    (said,) = tones.checked(reading, [(window, answer.tones)]).items
    settled = games.checked(reading, [(window, answer.games)])
    assert (said.id, said.speaker.name) == ("tones-1", "Kari Holm")
    assert [(e.id, e.status) for e in settled.items] == [("games-1", "occurred")]
    assert [p.kind for p in settled.problems] == ["wording_contradicts"]
    answered = [Answered(name, window, items=getattr(answer, name)) for name in ("tones", "games")]
    made = Provenance(model="m", host="h", prompts={}, version="0")
    brief = make_brief((tones, games), reading, answered, Usage(), made)
    assert brief.items == {"tones": (said,), "games": tuple(settled.items)}


def test_a_small_model_is_asked_about_quotations_by_a_pass_of_ones_own_only_where_it_matters(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("List them.")
    reading = read(Article.from_text(TEXT + "\n\n“Nobody knows.”", published="2026-03-15"))
    asked = Pass(name="tones", prompt=tmp_path / "mine.md", item=Rated).windows(reading, "sentence")
    assert asked == built_in("quotes", quote=Rated).windows(reading, "sentence")


def test_an_event_of_a_pass_of_ones_own_says_which_quotes_assert_it(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("List them.")
    reading = read(
        Article.from_text(
            "The port will open to ferries and cargo ships in May, Kari Holm said.", published="2026-03-15"
        )
    )
    (window,) = runs(reading, "article")
    opening = {
        "evidence": [1],
        "title": "The port will open to ferries in May",
        "status": "planned",
    } | NO_PARTICULARS
    plans = Pass(name="plans", prompt=tmp_path / "mine.md", item=Event)
    answer = wire.answer_class((("plans", Event),)).model_validate_json(json.dumps({"plans": [opening]}))
    made_by = Provenance(model="m", host="", prompts={}, version="")
    answers = [Answered("plans", window, answer.plans)]
    brief = make_brief((built_in("quotes"), plans), reading, answers, Usage(), made_by)
    ((event,), (quote,)) = brief.items["plans"], brief.quotes
    assert event.asserted_by == (quote.id,)
