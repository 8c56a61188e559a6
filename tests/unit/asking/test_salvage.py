"""Which parts of a failed answer are sound."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.asking.question.wire import answer_class
from nutgraf.asking.replies.salvage import flaw_of, sound_parts
from nutgraf.errors import ReplyInvalid
from nutgraf.results import Point

PARTS = (("first", Point), ("second", Point), ("third", Point))
POINT = {"evidence": [1], "text": "So."}
WHOLE = json.dumps({"first": [POINT], "second": [], "third": [POINT, POINT]})


def sound(raw: str, *, truncated: bool = False) -> dict[str, str]:
    return sound_parts(PARTS, ReplyInvalid("no", raw=raw, truncated=truncated))


def test_only_the_part_that_does_not_fit_is_left_out() -> None:
    raw = json.dumps({"first": [POINT], "second": [{"evidence": "x"}], "third": []})
    assert sound(raw) == {"first": '{"first":[{"evidence":[1],"text":"So."}]}', "third": '{"third":[]}'}
    assert "second.0.text" in flaw_of(PARTS[1], ReplyInvalid("no", raw=raw))
    assert "first" not in flaw_of(PARTS[1], ReplyInvalid("no", raw=raw))


@pytest.mark.parametrize("raw", ["", "null", "[]", "prose", '"x"', "{", "{}", "\x00"])
def test_nothing_is_sound_in_no_answer(raw: str) -> None:
    assert sound(raw) == {}
    assert flaw_of(PARTS[0], ReplyInvalid("no", raw=raw))


@settings(deadline=None)
@given(st.integers(0, len(WHOLE)))
def test_of_an_answer_cut_anywhere_only_parts_that_had_ended_are_kept(cut: int) -> None:
    found = sound(WHOLE[:cut], truncated=True)
    given_ = json.loads(WHOLE)
    for name, raw in found.items():
        assert json.loads(raw) == {name: given_[name]}
        assert cut >= WHOLE.index(f'"{name}"')
        answer_class(((name, Point),)).model_validate_json(raw)
    assert cut == len(WHOLE) or "third" not in found
