"""The set of strong answers and lies holds together, and benchmarks/strong.py counts what it says it counts."""

import copy
import importlib
import json
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
_before = list(sys.path)
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
strong, compared, judging, lying, playing, held = (
    importlib.import_module(name)
    for name in ("strong", "strong_compare", "strong_judge", "strong_lies", "strong_play", "strong_set")
)
sys.path[:] = _before  # its modules add folders of their own

CASES = {case.name: case for case in held.cases()}
LIES = held.lies()


def test_twelve_articles_each_with_an_answer_and_lies() -> None:
    assert len(CASES) == 12
    assert all(case.answer for case in CASES.values())
    assert {lie.article for lie in LIES} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_an_answer_points_at_its_article(name: str) -> None:
    case = CASES[name]
    numbers = {sentence.number for sentence in case.reading.sentences}
    for place, step, item in case.items():
        if step == "quotes":
            assert all(held.place_of(told, case.reading) for told in item["content"]), place
        else:
            assert set(item["evidence"]) <= numbers, place
            assert item["evidence"], place
    places = {place for place, _, _ in case.items()}
    assert {place for place, _ in case.wrong} <= places


def test_lies_are_many_and_told_about_what_is_there() -> None:
    assert len(LIES) >= 80
    assert len({lie.family for lie in LIES}) >= 15
    assert len({lie.id for lie in LIES}) == len(LIES)
    for lie in LIES:
        reading = CASES[lie.article].reading
        if lie.step == "quotes":
            found = [held.place_of(told, reading) for told in lie.item["content"]]
            assert all(found) is (lie.field != "content"), lie.id
        else:
            assert all(reading.sentence(number) for number in lie.item["evidence"]), lie.id
            assert lie.words not in reading.article.text, lie.id


@pytest.mark.parametrize("path", sorted((held.FOLDER / "gold").iterdir()), ids=lambda path: path.stem)
def test_the_gold_quotes_its_article(path: Path) -> None:
    gold, text = json.loads(path.read_text("utf-8")), CASES[path.stem].article.text
    quoted = [words for one in gold["quotes"] for words in (*one["content"], one["mention"])]
    quoted += [words for one in gold["events"] for words in one["evidence"]]
    quoted += [one["text"] for name in ("not_speech", "quantities", "dates") for one in gold[name]]
    assert [words for words in quoted if words not in text] == []


@pytest.mark.parametrize("door", ["brief", "check"])
def test_verdicts_are_about_these_articles(door: str) -> None:
    for name, found in held.verdicts(door).items():
        reading = CASES[name].reading
        assert all(reading.sentence(number) for one in found for number in one["cites"])
        assert {one["verdict"] for one in found} <= {"carried", "contradicted", "not_said"}


def test_what_is_delivered_as_answered_is_unchanged_and_what_is_not_is_named() -> None:
    case = CASES["turbine-takeover"]
    played = playing.play(case, case.answer)
    answer = case.answer
    found = {
        place: compared.changes(step, item, played.brief, case.reading, answer[step])
        for place, step, item in case.items()
    }
    assert sum(not one for one in found.values()) > 20
    brief = copy.deepcopy(played.brief)
    brief["events"][0]["status"] = "cancelled"
    brief["quotes"] = brief["quotes"][1:]
    brief["summary"][0]["text"] = "Something else."
    step = {"events/1": "status", "quotes/1": "content", "summary/1": "text"}
    for place, name in step.items():
        item = answer[place.split("/")[0]][0]
        assert [field for field, _ in compared.changes(place.split("/")[0], item, brief, case.reading, [item])] == [
            name
        ]


def test_a_lie_is_unmarked_marked_or_refused() -> None:
    case = CASES["turbine-takeover"]
    lie = next(lie for lie in LIES if lie.article == case.name and lie.family == "roles_swapped")
    event = {"id": "e1", "title": lie.words, "support": "worded", "according_to": None}
    brief = {"events": [event], "problems": []}
    assert lying.outcome(lie, brief, case.reading) == "unmarked"
    assert lying.outcome(lie, {**brief, "events": [{**event, "support": "open"}]}, case.reading) == "marked"
    assert lying.outcome(lie, {**brief, "problems": [{"item": "e1"}]}, case.reading) == "marked"
    assert lying.outcome(lie, {**brief, "events": []}, case.reading) == "refused"


def test_a_judge_gives_the_stored_verdict_and_none_where_there_is_none() -> None:
    stored = {"a": [{"statement": "Ann left (occurred)", "verdict": "not_said", "reason": "who left?"}]}
    ruled = playing.judge_of(stored, "a")
    assert ruled("Ann left (occurred)")["verdict"] == "not_said"
    assert ruled("Ann left (planned; according to Bo)")["verdict"] == "not_said"
    assert ruled("Bo left (occurred)") is None


def test_what_the_judge_refuses_is_not_delivered_as_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "verdicts", lambda _door="brief": {})  # nothing has been judged yet
    case = CASES["turbine-takeover"]
    mine = [lie for lie in LIES if lie.article == case.name]
    assert "requests" in judging.write_requests([case], mine, tmp_path)
    asked = [json.loads(path.read_text("utf-8")) for path in sorted((tmp_path / "in").iterdir())]
    words = " ".join(body["messages"][-1]["content"] for body in asked)
    assert all(lie.words in words for lie in mine)
    told = playing.play(case, playing.with_lies(case, mine), lambda _words: {"verdict": "contradicted", "reason": "no"})
    written = [lie for lie in mine if lie.words]
    assert {lying.outcome(lie, told.brief, case.reading) for lie in written} == {"refused"}
