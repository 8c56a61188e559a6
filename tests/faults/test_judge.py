"""A judge: one request for everything written; what it refuses gives way to the article's sentence; its failure costs nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest

import nutgraf
from loopback import Told, completion, failure, serving
from nutgraf.errors import ConfigurationError
from overtaken import one_is_done, passes_when

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = (
    "The bakery on Low Street closed in March. Its owner, Tove Lind, blamed the rent.\n\n"
    "The council wants to buy the house. Lind said that she would not open another shop.\n\n"
    "A school may move in next year, neighbours say. The roof leaks."
)
ANSWER: dict[str, Any] = {
    "quotes": [
        {"content": ["4"], "speaker": {"name": "Tove Lind", "kind": "person"}, "cue": "said", "stance": "says"},
    ],
    "events": [
        {
            "evidence": [1],
            "title": "A bakery shut its doors in March",
            "status": "occurred",
            "participants": [],
            "quantities": [],
        },
        {
            "evidence": [3],
            "title": "The council is keen on the building",
            "status": "planned",
            "participants": [],
            "quantities": [],
        },
    ],
    "summary": [
        {"evidence": [1, 2], "text": "High rent drove a bakery out of Low Street, says its owner Tove Lind."},
        {"evidence": [5], "text": "A school may follow next year, neighbours say."},
    ],
}
Script = Callable[[dict[str, Any]], Told]


def is_judging(body: dict[str, Any]) -> bool:
    return "verdicts" in body["response_format"]["json_schema"]["schema"]["properties"]


def statements(body: dict[str, Any]) -> list[str]:
    text: str = body["messages"][-1]["content"]
    return [line for line in text.splitlines() if line[:1].isdigit()]


def ruled(refused: dict[str, str]) -> Script:
    """A judge that refuses the statements that hold these words, for these reasons."""

    def script(body: dict[str, Any]) -> Told:
        found = []
        for number, line in enumerate(statements(body), 1):
            reason = next((why for words, why in refused.items() if words in line), None)
            found.append({"item": number, "verdict": "not_said" if reason else "carried", "reason": reason})
        return completion(json.dumps({"verdicts": found}))

    return script


def brief_of(
    judged: Script, text: str = TEXT, answer: dict[str, Any] | None = None, **settings: Any
) -> tuple[nutgraf.Brief, list[dict[str, Any]]]:
    def script(body: dict[str, Any], _n: int) -> Told:
        return judged(body) if is_judging(body) else completion(json.dumps(answer or ANSWER))

    settings = {"judge": "same", "cache": None} | settings
    with serving(script) as server, nutgraf.Summarizer(model="m", base_url=server.base_url, **settings) as desk:
        brief = desk.summarize(text)
    return brief, server.requests


def test_one_request_has_everything_written_judged_with_its_sentences_and_their_neighbours_alone() -> None:
    brief, requests = brief_of(ruled({}))
    assert len(requests) == 2
    assert brief.usage.requests == 2
    asked = requests[1]["messages"][-1]["content"]
    lines = statements(requests[1])
    assert any("Tove Lind says:" in line for line in lines)
    assert any("The council is keen on the building (planned)" in line for line in lines)
    assert len(lines) == 5
    assert "[1] The bakery on Low Street closed in March." in asked
    assert {e.support for e in brief.events} == {"judged"}
    assert {p.support for p in brief.summary} == {"judged"}
    assert brief.problems == ()


def test_sentences_that_no_statement_is_near_are_not_shown() -> None:
    far = TEXT + "".join(f"\n\nA stray sentence of no interest stands here, number {n}." for n in range(20))
    _, requests = brief_of(ruled({}), far)
    assert "number 3." not in requests[1]["messages"][-1]["content"]


def test_what_the_judge_refuses_gives_way_to_the_cited_sentence_and_is_told() -> None:
    brief, _ = brief_of(
        ruled({"keen on": "wanting to buy is no plan yet", "A school may follow": "who moves in is left open"})
    )
    (council,) = [e for e in brief.events if "council" in e.title]
    assert (council.title, council.support) == ("The council wants to buy the house.", "verbatim")
    assert brief.summary[1].text == "A school may move in next year, neighbours say."
    told = {(p.kind, p.step, p.resolution) for p in brief.problems}
    assert {("not_said", "events", "replaced"), ("not_said", "summary", "replaced")} <= told
    assert any("wanting to buy is no plan yet" in p.detail for p in brief.problems)


def test_reported_speech_of_which_the_judge_refuses_the_speaker_stands_whole_and_says_itself_who_speaks() -> None:
    brief, _ = brief_of(ruled({"Tove Lind says": "somebody else says it"}))
    (quote,) = [q for q in brief.quotes if "another shop" in q.text]
    assert quote.text == "Lind said that she would not open another shop."
    assert quote.speaker is None
    assert ("not_said", "quotes", "replaced") in {(p.kind, p.step, p.resolution) for p in brief.problems}


SPOKEN = (
    "“We will not pay,” said Tove Lind.\n\nHer landlord, Jens Krogh, owns two houses. “It is a good house,” he said."
)
SAYING: dict[str, Any] = {
    "quotes": [
        {"content": [tag], "speaker": {"name": name, "kind": "person"}, "cue": "said", "stance": "says"}
        for tag, name in (("m1", "Tove Lind"), ("m2", "Tove Lind"))
    ],
    "events": [],
    "summary": [],
}


def test_a_refused_denial_leaves_no_denial_behind() -> None:
    denial = ANSWER["quotes"][0] | {"content": ["3: wants … house"], "stance": "denies", "cue": None}
    brief, _ = brief_of(ruled({"denies": "nobody does"}), answer=ANSWER | {"quotes": [denial]})
    (quote,) = brief.quotes
    assert (quote.text, quote.stance, quote.cue, quote.speaker) == (
        "The council wants to buy the house.",
        "says",
        None,
        None,
    )


def test_refused_speech_whose_sentence_another_quote_tells_goes() -> None:
    denial = {"content": ["4: not open … shop"], "speaker": None, "stance": "denies", "cue": None}
    denial |= {"speaker": {"name": "council", "kind": "group"}}
    brief, _ = brief_of(
        ruled({"council denies": "it is Lind's"}), answer=ANSWER | {"quotes": [*ANSWER["quotes"], denial]}
    )
    (quote,) = brief.quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.stance) == ("Tove Lind", "says")
    (problem,) = [p for p in brief.problems if p.step == "quotes"]
    assert problem.resolution == "dropped"


def test_who_says_words_in_marks_is_judged_where_the_article_does_not_name_the_speaker_beside_them() -> None:
    _, requests = brief_of(ruled({}), SPOKEN, SAYING)
    assert statements(requests[1]) == ["1. [1][3] Tove Lind says: “It is a good house,”"]


def test_words_in_marks_stay_what_they_are_and_go_to_the_speaker_of_the_rules() -> None:
    brief, _ = brief_of(ruled({"Tove Lind says": "her landlord says it"}), SPOKEN, SAYING)
    second = brief.quotes[1]
    assert (second.text, second.kind) == ("It is a good house,", "direct")
    assert second.speaker is not None
    assert (second.speaker.name, second.speaker.basis) == ("Jens Krogh", "rule")
    assert ("not_said", "quotes", "replaced") in {(p.kind, p.step, p.resolution) for p in brief.problems}


@pytest.mark.parametrize(
    "fault", [{"status": 500}, {"status": 429}, {"raw": "no json"}], ids=["outage", "busy", "nonsense"]
)
def test_a_judge_that_fails_loses_nothing(fault: dict[str, Any]) -> None:
    def judged(_body: dict[str, Any]) -> Told:
        return failure(fault["status"]) if "status" in fault else completion(fault["raw"])

    brief, _ = brief_of(judged)
    plain, _ = brief_of(ruled({}), judge=None)
    assert brief.complete
    assert [e.title for e in brief.events] == [e.title for e in plain.events]
    assert [(p.text, p.support) for p in brief.summary] == [(p.text, p.support) for p in plain.summary]
    (told,) = [p for p in brief.problems if p.step == "judge"]
    assert told.resolution == "unresolved"
    assert "5 of 5 statements" in told.detail


def test_a_budget_that_ends_before_the_judge_loses_nothing() -> None:
    brief, requests = brief_of(ruled({}), budget=nutgraf.Budget(requests=1))
    assert len(requests) == 1
    assert brief.complete
    assert len(brief.events) == 2
    assert [p.kind for p in brief.problems if p.step == "judge"] == ["BudgetExceeded"]


def test_a_statement_without_a_verdict_keeps_its_support_and_is_counted() -> None:
    def judged(_body: dict[str, Any]) -> Told:
        return completion(json.dumps({"verdicts": [{"item": 1, "verdict": "carried", "reason": None}]}))

    brief, _ = brief_of(judged)
    (told,) = [p for p in brief.problems if p.step == "judge"]
    assert told.kind == "no_verdict"
    assert told.detail.startswith("4 of 5")


def test_the_judge_is_named_with_its_prompt_and_stands_in_the_books() -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        return ruled({})(body) if is_judging(body) else completion(json.dumps(ANSWER))

    with (
        serving(script) as server,
        nutgraf.Summarizer(model="writer", base_url=server.base_url, judge="same/stern", cache=None) as desk,
    ):
        brief = desk.summarize(TEXT)
        books = desk.usage_by_pass
    assert [body["model"] for body in server.requests] == ["writer", "stern"]
    assert brief.provenance.judge == "stern"
    assert "judge/v1" in brief.provenance.prompts
    assert books["judge"].requests == 1
    assert desk.usage.requests == 2


def test_a_judge_at_another_endpoint_gets_its_own_key_and_none_of_the_writers(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda body, _n: ruled({})(body)) as other:
        monkeypatch.setenv("OPENAI_BASE_URL", other.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "key-of-the-judge")
        brief, requests = brief_of(ruled({}), judge="openai/stern", api_key="key-of-the-writer", headers={"X-Own": "1"})
    assert len(requests) == 1
    (asked,) = other.requests
    (headers,) = other.headers
    assert asked["model"] == "stern"
    assert headers["authorization"] == "Bearer key-of-the-judge"
    assert "x-own" not in {name.lower() for name in headers}
    assert brief.provenance.judge
    assert brief.provenance.judge.startswith("stern at 127.0.0.1")
    assert brief.usage.requests == 2


def test_a_verdict_comes_from_the_cache_the_next_time() -> None:
    with serving(lambda body, _n: ruled({})(body) if is_judging(body) else completion(json.dumps(ANSWER))) as server:
        for _ in range(2):
            with nutgraf.Summarizer(model="m", base_url=server.base_url, judge="same") as desk:
                brief = desk.summarize(TEXT)
    assert len(server.requests) == 2
    assert (brief.usage.requests, brief.usage.cached_requests) == (0, 2)


BARGES = "\n\n".join(f"The firm in town number {n} sold its {n + 2} barges." for n in range(50))
SOLD: dict[str, Any] = {
    "quotes": [],
    "events": [
        {
            "evidence": [n + 1],
            "title": f"{n + 2} barges were sold by a firm",
            "status": "occurred",
            "participants": [],
            "quantities": [],
        }
        for n in range(50)
    ],
    "summary": [],
}


def test_many_statements_are_judged_in_several_requests() -> None:
    brief, requests = brief_of(ruled({}), BARGES, SOLD)
    assert sorted(len(statements(body)) for body in requests if is_judging(body)) == [10, 40]
    assert [e.support for e in brief.events] == ["judged"] * 50


def test_a_deadline_that_passes_costs_no_verdict_that_came_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    passes_when(one_is_done, monkeypatch, "asking.judging")

    def script(body: dict[str, Any], _n: int) -> Told:
        if is_judging(body) and len(statements(body)) == 10:
            over.wait(60)
        return ruled({})(body) if is_judging(body) else completion(json.dumps(SOLD))

    with serving(script) as server:
        desk = nutgraf.Summarizer(model="m", base_url=server.base_url, judge="same", cache=None, deadline=60)
        with desk:
            brief = desk.summarize(BARGES)
            over.set()
    assert brief.complete
    assert [e.support for e in brief.events].count("judged") == 40
    (told,) = [p for p in brief.problems if p.step == "judge"]
    assert told.kind == "ModelUnavailable"
    assert told.detail.startswith("10 of 50")


def test_free_texts_of_own_passes_are_judged_and_a_refused_one_is_cleared_or_gives_way() -> None:
    class Reason(nutgraf.Cited):
        why: str
        remark: str | None = None

    answer = {"reasons": [{"evidence": [2], "why": "rent too high to pay", "remark": "she was glad to leave"}]}
    own = nutgraf.Pass(name="reasons", prompt="quotes/v2", item=Reason)
    brief, requests = brief_of(ruled({"glad to leave": "nothing is said of that"}), answer=answer, passes=(own,))
    (found,) = own.found_in(brief)
    assert (found.why, found.remark) == ("rent too high to pay", None)
    assert [p.resolution for p in brief.problems] == ["field_cleared"]
    brief, requests = brief_of(ruled({"rent too high": "blamed, no more"}), answer=answer, passes=(own,))
    (found,) = own.found_in(brief)
    assert found.why == "Its owner, Tove Lind, blamed the rent."
    assert len(statements(requests[1])) == 2


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"model": "m", "base_url": "http://127.0.0.1:1/v1", "judge": "local"}, "can't judge"),
        ({"model": "m", "base_url": "http://127.0.0.1:1/v1", "judge": "stern"}, "same/<name>"),
        ({"model": "m", "base_url": "http://127.0.0.1:1/v1", "judge": "same", "window": "sentence"}, "pointed at"),
        ({"model": "m", "base_url": "http://127.0.0.1:1/v1", "unproved": "hide"}, "verbatim"),
    ],
)
def test_a_judge_that_can_not_be_says_what_to_do(settings: dict[str, Any], named: str) -> None:
    with pytest.raises(ConfigurationError, match=named):
        nutgraf.Summarizer(**settings)


def test_what_is_open_stands_marked_gives_way_or_goes_as_the_user_wants() -> None:
    kept, _ = brief_of(ruled({}), judge=None)
    (council,) = [e for e in kept.events if "council" in e.title]
    assert council.support == "open"
    verbatim, _ = brief_of(ruled({}), judge=None, unproved="verbatim")
    (council,) = [e for e in verbatim.events if "council" in e.title]
    assert (council.title, council.support) == ("The council wants to buy the house.", "verbatim")
    assert {e.support for e in verbatim.events} | {p.support for p in verbatim.summary} <= {"verbatim", "worded"}
    dropped, _ = brief_of(ruled({}), judge=None, unproved="drop")
    assert not [e for e in dropped.events if "council" in e.title]
    assert [e.id for e in dropped.events] == [f"e{n}" for n in range(1, len(dropped.events) + 1)]
    assert {p.kind for p in verbatim.problems} == {p.kind for p in dropped.problems} == {"unproved"}
