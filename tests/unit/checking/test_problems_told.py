"""A problem in full: which item of which pass, what is wrong with it, and what was done."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs

READING = read(
    Article.from_text(
        "Ukraine will free 1,200 captives next week, Rustem Umerov, secretary of the security council, said Sunday.\n\n"
        "“We are working without pause,” Umerov told reporters.\n\n"
        "Nine people died in Kharkiv, officials said.\n\n"
        "“We want them home.”",
        published="2026-03-15",
    )
)
EVENT = "'Ukraine will free 1,200 captives'"
FIRST = "'Ukraine will free 1,200 captives next week, Rustem Umerov, secretary of the sec…'"


def told(step: str, item: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    asked = built_in(step)
    answer = wire.answer_class(((step, asked.item),)).model_validate_json(json.dumps({step: [item]}))
    (window,) = runs(READING, "article")
    found = asked.checked(READING, [(window, getattr(answer, step))])
    assert all(one.step == step for one in found.problems)
    return [(one.kind, one.item, one.detail, one.resolution) for one in found.problems if one.kind != "left_out"]


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({}, []),
        (
            {"evidence": [99]},
            [
                ("reference_out_of_range", EVENT, "there is no sentence 99 in what was shown", "field_cleared"),
                ("no_evidence", EVENT, "it cites no sentence of the article", "dropped"),
            ],
        ),
        (
            {"evidence": [1, 99]},
            [("reference_out_of_range", EVENT, "there is no sentence 99 in what was shown", "field_cleared")],
        ),
        ({"place": "", "time": ""}, []),
        (
            {"quantities": [{"span": "1,200 captives", "role": "NATO"}]},
            [
                (
                    "role_not_in_article",
                    EVENT,
                    "the role of '1,200 captives': 'NATO' is not in the article",
                    "field_cleared",
                )
            ],
        ),
        ({"evidence": []}, [("no_evidence", EVENT, "it cites no sentence of the article", "dropped")]),
        ({"title": ""}, [("empty", FIRST, "'': it says nothing", "replaced")]),
        (
            {"place": "northern Japan"},
            [("not_in_article", EVENT, "place: 'northern Japan' is not in the article", "field_cleared")],
        ),
        (
            {"time": "on Thursday"},
            [("time_not_in_article", EVENT, "time: 'on Thursday' is not in the article", "field_cleared")],
        ),
        (
            {"participants": [{"name": "The Central Bank", "role": "actor"}]},
            [("not_in_article", EVENT, "participants: 'The Central Bank' is not in the article", "field_cleared")],
        ),
        (
            {"quantities": [{"span": "77 tanks", "role": None}]},
            [("quantity_not_in_article", EVENT, "quantities: '77 tanks' is not in the article", "field_cleared")],
        ),
        (
            {"title": "Ukraine will free 1,300 captives"},
            [
                (
                    "invented_number",
                    FIRST,
                    (
                        "'Ukraine will free 1,300 captives': the number '1,300' is nowhere in the article: give a number "
                        "that it gives, or none"
                    ),
                    "replaced",
                )
            ],
        ),
    ],
)
def test_what_is_wrong_with_an_event(changes: dict[str, Any], problems: list[tuple[str, str, str, str]]) -> None:
    given = {
        "evidence": [1],
        "title": "Ukraine will free 1,200 captives",
        "status": "planned",
        "participants": [],
        "place": None,
        "time": None,
        "quantities": [],
    }
    assert told("events", given | changes) == problems


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({}, []),
        ({"content": ["m9"]}, [("reference_out_of_range", "m9", "there is no m9 in the article", "dropped")]),
        (
            {"content": ["m1", "m9"]},
            [("reference_out_of_range", "m1, m9", "there is no m9 in the article", "field_cleared")],
        ),
        ({"content": []}, [("no_content", "quote", "it refers to nothing", "dropped")]),
        (
            {"speaker": {"name": "Bob Ross", "kind": "person"}},
            [("speaker_not_in_article", "m1", "'Bob Ross' is not named in the article", "replaced")],
        ),
        (
            {"content": ["m2"], "speaker": {"name": "Bob Ross", "kind": "person"}},
            [("speaker_not_in_article", "m2", "'Bob Ross' is not named in the article", "field_cleared")],
        ),
        (
            {"speaker": {"name": None, "kind": "person"}},
            [
                (
                    "speaker_contradicts_words",
                    "m1",
                    "the answer names nobody; the words beside it name 'Rustem Umerov'",
                    "replaced",
                )
            ],
        ),
        (
            {"content": ["1"], "cue": "shouted"},
            [("cue_not_in_article", "1", "cue: 'shouted' does not stand beside the quotation", "replaced")],
        ),
        (
            {"content": ["2: the train left"], "cue": "told"},
            [
                (
                    "words_not_in_sentence",
                    "2: the train left",
                    "'the train left' does not stand in the sentence: what it reports stands in its place",
                    "replaced",
                ),
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_quote(changes: dict[str, Any], problems: list[tuple[str, str, str, str]]) -> None:
    given = {
        "content": ["m1"],
        "speaker": {"name": "Rustem Umerov", "kind": "person"},
        "cue": None,
        "addressee": None,
    }
    assert told("quotes", given | changes) == problems


def test_what_is_wrong_with_a_point() -> None:
    assert told("summary", {"evidence": [1], "text": "Ukraine will free 1,200 captives next week."}) == []
    assert told("summary", {"evidence": [9], "text": "So."}) == [
        ("reference_out_of_range", "'So.'", "there is no sentence 9 in what was shown", "field_cleared"),
        ("no_evidence", "'So.'", "it cites no sentence of the article", "dropped"),
    ]


@pytest.mark.parametrize(
    ("given", "words", "value"),
    [
        ("next week", "next week", "2026-W12"),
        ("at some time next week", "next week", "2026-W12"),
        ("the talks of Sunday", "Sunday", "2026-03-15"),
        ("Sunday, for next week", "next week", None),
    ],
)
def test_of_words_that_stand_apart_the_one_time_is_meant_and_of_two_neither(
    given: str, words: str, value: str | None
) -> None:
    asked = built_in("events")
    item = {"evidence": [1], "title": "Ukraine will free 1,200 captives", "status": "planned", "time": given}
    whole = item | {"participants": [], "place": None, "quantities": []}
    answer = wire.answer_class((("events", asked.item),)).model_validate_json(json.dumps({"events": [whole]}))
    (window,) = runs(READING, "article")
    found: Any = asked.checked(READING, [(window, answer.events)])  # type: ignore[attr-defined]
    told = [problem.kind for problem in found.problems]
    assert (found.items[0].time.span.text, found.items[0].time.value) == (words, value)
    assert told == ([] if value else ["words_left_out"])
