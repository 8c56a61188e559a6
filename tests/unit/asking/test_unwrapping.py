"""For any right answer and any of the wrappings that servers and models put around it: the same object."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.asking.replies import lenient
from nutgraf.asking.replies.answer import heard, sound_parts
from nutgraf.asking.replies.lenient import mended
from nutgraf.asking.replies.unwrapping import _closes, _without_end_marks, compact, opened, unwrapped
from nutgraf.errors import ReplyInvalid
from nutgraf.results import Event, Point, Quote
from scaling import assert_linear
from wrappings import DRAFT, WRAPPINGS

PARTS = (("quotes", Quote), ("events", Event), ("summary", Point))
SHAPE = {
    "quotes": frozenset({"content", "speaker", "cue", "addressee"}),
    "events": frozenset({"evidence", "title"}),
    "summary": frozenset({"evidence", "text"}),
}
ROOM = 8_000

_TEXT = st.text(min_size=1, max_size=12) | st.sampled_from(
    [
        "a {brace}",
        "[3] so",
        'she said "no"',
        "</think> x",
        "```json",
        "a\\b",
        "one\ntwo\tthree",
        "// no",
        "<|im_end|>",
        "ß–“”",
        "\U0001f600",
    ]
)
_POINT = st.fixed_dictionaries(
    {"evidence": st.lists(st.integers(1, 99), min_size=1, max_size=3, unique=True), "text": _TEXT}
)
_EVENT = st.fixed_dictionaries(
    {
        "evidence": st.lists(st.integers(1, 99), min_size=1, max_size=3, unique=True),
        "title": _TEXT,
        "status": st.sampled_from(["occurred", "planned"]),
        "participants": st.lists(
            st.fixed_dictionaries({"name": _TEXT, "role": st.sampled_from(["actor", "other"])}), max_size=2
        ),
        "place": st.none() | _TEXT,
        "time": st.none() | _TEXT,
        "quantities": st.just([]),
    }
)
_QUOTE = st.fixed_dictionaries(
    {
        "content": st.lists(st.integers(1, 99).map("m{}".format), min_size=1, max_size=2, unique=True),
        "speaker": st.none() | st.fixed_dictionaries({"name": _TEXT, "kind": st.just("person")}),
        "cue": st.none() | _TEXT,
    }
)
ANSWERS = st.fixed_dictionaries(
    {
        "quotes": st.lists(_QUOTE, max_size=3),
        "events": st.lists(_EVENT, max_size=3),
        "summary": st.lists(_POINT, max_size=3),
    }
)


@settings(deadline=None, max_examples=45)
@given(ANSWERS)
def test_any_right_answer_in_any_wrapping_is_the_same(right: Any) -> None:
    plain = heard(PARTS, json.dumps(right), room=ROOM)
    assert not plain.unread
    for name, wrapping in WRAPPINGS.items():
        found = heard(PARTS, wrapping(right), room=ROOM)
        assert found.answer == plain.answer, name
        assert not found.unread, name
        again = heard(PARTS, found.raw, room=ROOM)
        assert (again.answer, again.raw) == (found.answer, found.raw), name


OUTER = ["thinking", "a draft in the thinking", "a fence", "prose and a fence", "an end mark", "a byte order mark"]
INNER = ["a list", "a name", "properties", "a trailing comma", "a comment", "strings", "raw newlines"]


@settings(deadline=None, max_examples=60)
@given(ANSWERS, st.sampled_from(OUTER), st.sampled_from(INNER))
def test_two_wrappings_are_no_worse(right: Any, outer: str, inner: str) -> None:
    inside = WRAPPINGS[inner](right)
    wrapped = WRAPPINGS[outer]("G").replace('"G"', inside) if outer in OUTER else inside
    assert heard(PARTS, wrapped, room=ROOM).answer == heard(PARTS, json.dumps(right), room=ROOM).answer


@settings(deadline=None)
@given(st.text(max_size=60) | st.text('{}[]":, \\nab<think>/`m1', max_size=60))
def test_garbage_stays_garbage(text: str) -> None:
    with pytest.raises(ReplyInvalid) as caught:
        heard(PARTS, text, room=ROOM)
    assert caught.value.formless


@pytest.mark.parametrize(
    "text",
    [
        f"<think>{DRAFT}",
        f"{DRAFT}</think>",
        f"{DRAFT}</think>I can't tell.",
        f"<think>{DRAFT}</think>",
        json.dumps({"type": "object", "properties": {"quotes": {"type": "array", "items": {"type": "object"}}}}),
        "{" * 50_000,
        '{"quotes": ' * 20_000,
        "[" * 50_000,
        "null",
        "[]",
        "{}",
        '{"error": "I cannot"}',
    ],
    ids=[
        "only thinks",
        "thought and no more",
        "thought, then prose",
        "all thinking",
        "a schema",
        "braces",
        "depth",
        "brackets",
        "null",
        "an empty list",
        "an empty object",
        "something else",
    ],
)
def test_neither_a_draft_nor_a_schema_is_an_answer(text: str) -> None:
    assert opened(text, SHAPE) is None


def test_the_last_object_counts() -> None:
    last = {"quotes": [], "events": [], "summary": [{"evidence": [1], "text": "Last."}]}
    found = opened(f"First {DRAFT}, or better {json.dumps(last)}", SHAPE)
    assert found is not None
    assert found.value == last


def test_items_without_an_object_around_them_where_one_pass_was_asked_for() -> None:
    points = [{"evidence": [1], "text": "So."}, {"evidence": [2], "text": "And so."}]
    found = heard((("summary", Point),), json.dumps(points), room=ROOM)
    assert [p.text for p in found.answer.summary] == ["So.", "And so."]  # type: ignore[attr-defined]
    assert opened(json.dumps(points), SHAPE) is None


RIGHT: dict[str, Any] = {
    "quotes": [{"content": ["m1"], "speaker": None, "cue": "said", "addressee": None}],
    "events": [{"evidence": [1], "title": "It sank", "status": "occurred"}],
    "summary": [{"evidence": [1], "text": "It sank."}],
}


@settings(deadline=None)
@given(st.integers(1, len(json.dumps(RIGHT)) - 2), st.sampled_from(["", "```json\n", "<think>x</think>", "Here: "]))
def test_of_an_answer_cut_anywhere_only_passes_that_had_ended_are_sound(cut: int, before: str) -> None:
    sound, wrong = sound_parts(PARTS, before + json.dumps(RIGHT)[:cut], room=ROOM, cut=True)
    assert set(sound) | set(wrong) == set(RIGHT)
    for name, raw in sound.items():
        assert json.loads(raw) == {name: RIGHT[name]}
    assert "summary" not in sound


def test_an_answer_that_breaks_off_is_not_taken_for_whole_though_the_server_says_so() -> None:
    cut = json.dumps(RIGHT)[:-12]
    with pytest.raises(ReplyInvalid, match="breaks off") as caught:
        heard(PARTS, cut, room=ROOM)
    assert not caught.value.formless
    assert set(sound_parts(PARTS, cut, room=ROOM)[0]) == {"quotes", "events"}


def test_an_unreadable_pass_is_named_and_the_others_are_sound() -> None:
    text = json.dumps(RIGHT | {"events": [{"evidence": "none"}], "summary": "later"})
    with pytest.raises(ReplyInvalid, match=r"events\.0\.evidence: 'none' is no sentence number.*summary: missing"):
        heard(PARTS, text, room=ROOM)
    sound, wrong = sound_parts(PARTS, text, room=ROOM)
    assert (set(sound), set(wrong)) == ({"quotes"}, {"events", "summary"})


def test_half_of_a_pair_is_replaced_wherever_it_stands() -> None:
    for text in (
        '{"summary": [{"evidence": [1], "text": "a\\ud800b"}]}',
        '{"summary": [{"evidence": [1], "text": "a\ud800b"}]}',
    ):
        found = heard((("summary", Point),), text, room=ROOM)
        assert found.answer.summary[0].text == "a\ufffdb"  # type: ignore[attr-defined]
        found.raw.encode()


@pytest.mark.parametrize(
    ("broken", "value"),
    [
        ('{"a": 1,}', {"a": 1}),
        ('{"a": "x\ny"}', {"a": "x\ny"}),
        ('{"a": "x \\q y"}', {"a": "x \\q y"}),
        ("{'a': 'b'}", {"a": "b"}),
        ('{"a": 1 /* one */, "b": [1, 2,]}', {"a": 1, "b": [1, 2]}),
        ('{"a": True, "b": None}', {"a": True, "b": None}),
        ('{"a": "he said "no" to it"}', {"a": 'he said "no" to it'}),
    ],
)
def test_faults_that_models_make_are_mended(broken: str, value: Any) -> None:
    assert mended(broken) == value


@pytest.mark.parametrize("unit", ["a'", "(", "[x ", "b' ", "{x", "x ", '"y" ', "// x\n"])
def test_a_text_that_would_be_read_again_and_again_is_given_up(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """json-repair alone takes minutes for some of these: what it looks at is counted."""
    metered: list[Any] = []

    class Watched(lenient._Metered):
        def __init__(self, _text: str) -> None:
            metered.append(self)

    monkeypatch.setattr(lenient, "_Metered", Watched)
    text = '{"a": [\'' + unit * (10_000 // len(unit))
    mended(text)
    assert opened(text, SHAPE) is None
    assert metered
    assert all(one.looks <= 13 * len(text) + 10_000 for one in metered)


@pytest.mark.parametrize("before", ["", '{"quotes": [', '{"summary": [{"text": "'], ids=["bare", "a list", "a string"])
@pytest.mark.parametrize(
    "unit",
    ["{", "[ ", "{} ", '{"quotes": []} ', '{"quotes": ', "<think></think>", '"', "\\", '{"a": "b" ', "{    ", "/**/ "],
)
def test_reading_grows_in_step_with_the_text_so_that_a_deadline_holds(before: str, unit: str) -> None:
    """What is read is bounded by the room of the answer; nothing within is looked at again and again."""

    def work(text: str) -> None:
        with suppress(ReplyInvalid):
            heard(PARTS, before + text, room=ROOM)

    assert_linear(work, unit, 25_000)


@pytest.mark.parametrize("thought", ["{ or [ " * 200, "{} " * 2_000, "{{{{" * 5_000], ids=["broken", "whole", "nested"])
def test_an_answer_behind_many_brackets_that_were_thought_is_found(thought: str) -> None:
    found = heard(PARTS, f"{thought}</think>\n{json.dumps(RIGHT)}", room=ROOM)
    assert found.answer == heard(PARTS, json.dumps(RIGHT), room=ROOM).answer


@pytest.mark.parametrize("name", ["summary", "Summary", "SUMMARY"])
def test_of_braces_in_prose_and_an_answer_without_its_end_the_answer_is_read(name: str) -> None:
    told = f'The {{first}} draft, and: {{"{name}": [{{"evidence": [1], "text": "It sank."}}, {{"evid'
    found = opened(told, {"summary": SHAPE["summary"]})
    assert found is not None
    assert (found.value["summary"][0], found.ends_in) == ({"evidence": [1], "text": "It sank."}, "summary")


@pytest.mark.parametrize(
    "end", ["", "```", "<|im_end|>", "\n```\n<|im_end|>", "</s>", "<|eot_id|></s>", "`<|im_end|>`</s>"]
)
def test_what_a_server_puts_behind_an_answer_with_faults_is_no_part_of_it(end: str) -> None:
    found = opened('{"summary": [{"evidence": [1], "text": "It sank"}' + end, {"summary": SHAPE["summary"]})
    assert found is not None
    assert found.value == {"summary": [{"evidence": [1], "text": "It sank"}]}


def test_an_answer_is_kept_in_its_own_letters_without_spaces() -> None:
    assert compact({"text": "Zoës Säge", "evidence": [1, 2]}) == '{"text":"Zoës Säge","evidence":[1,2]}'


TWO = {"quotes": frozenset({"content", "cue"}), "summary": frozenset({"evidence", "text", "about"})}
ONE = {"summary": TWO["summary"]}
SANK = {"evidence": [1], "text": "It sank."}
LAST = {"evidence": [2], "text": "It rose."}


def wrapped(times: int) -> Any:
    """An answer under so many keys."""
    value: Any = {"summary": [SANK]}
    for _ in range(times):
        value = {"a": value}
    return value


@pytest.mark.parametrize(
    ("value", "shape", "found"),
    [
        ([SANK, LAST], ONE, {"summary": [SANK, LAST]}),
        ([{"text": "Only one of three."}], ONE, None),
        ([{"cue": "One of two."}], {"quotes": TWO["quotes"]}, None),
        ([SANK, 7], ONE, None),
        ([SANK], TWO, None),
        ([], ONE, None),
        ("It sank.", ONE, None),
        ({"quotes": [], "summary": [SANK], "note": 1}, TWO, {"quotes": [], "summary": [SANK], "note": 1}),
        ({" Summary ": [SANK], "note": 1}, TWO, {"summary": [SANK]}),
        ({"summary": [SANK], "topics": ["sea"], "note": 1}, TWO, {"summary": [SANK], "topics": ["sea"]}),
        ({"topics": ["sea"]}, TWO, None),
        ({"quotes": None, "summary": json.dumps([SANK])}, TWO, {"quotes": [], "summary": [SANK]}),
        ({"quotes": None, "summary": {"items": [SANK]}}, TWO, {"quotes": [], "summary": [SANK]}),
        ({"quotes": None, "summary": SANK}, TWO, {"quotes": [], "summary": [SANK]}),
        ({"quotes": None, "summary": {"title": "no field of it"}}, TWO, {"quotes": []}),
        ({"quotes": None, "summary": "It sank."}, TWO, {"quotes": []}),
        ({"quotes": None, "summary": 7}, TWO, {"quotes": []}),
        ([{"summary": [SANK]}, {"quotes": [], "summary": [LAST]}], TWO, {"quotes": [], "summary": [LAST]}),
        ([{"summary": [SANK]}, 7, None], TWO, {"summary": [SANK]}),
        ([{"summary": [SANK]}] * 8, TWO, {"summary": [SANK]}),
        ([{"summary": [SANK]}] * 9, TWO, None),
        ({"a": json.dumps({"summary": [SANK]})}, TWO, {"summary": [SANK]}),
        (json.dumps({"summary": [SANK]}), TWO, {"summary": [SANK]}),
        ({"a": " \n" + json.dumps({"summary": [SANK]})}, TWO, {"summary": [SANK]}),
        ({"a": " {no JSON"}, TWO, None),
        (wrapped(59), ONE, {"summary": [SANK]}),
        (wrapped(60), ONE, None),
    ],
)  # fmt: skip
def test_the_passes_are_found_wherever_they_stand_in_a_value(value: Any, shape: Any, found: Any) -> None:
    assert unwrapped(value, shape) == found


S, L = json.dumps({"summary": [SANK]}), json.dumps({"summary": [LAST]})


@pytest.mark.parametrize(
    ("text", "shape", "found"),
    [
        (f"\ufeff\x00 {S}\r\n\x00", ONE, ({"summary": [SANK]}, True, None)),
        (f"[{S}]", ONE, ({"summary": [SANK]}, False, None)),
        (f"{S} then {L}", ONE, ({"summary": [LAST]}, False, None)),
        (f"{S} <think>{L}", ONE, ({"summary": [SANK]}, False, None)),
        (f"{S} <think>{L}</think> so", ONE, ({"summary": [SANK]}, False, None)),
        (f"{S} so</think> then", ONE, None),
        (f"<think>{{ </think>{S}", ONE, ({"summary": [SANK]}, False, None)),
        (f'{S[:-2]} and "quotes": 1 {L}', ONE, ({"summary": [LAST]}, False, None)),
        ('{"summary": [{"evidence": [1], "text": "It sank."}, {"evid', ONE, ({"summary": [SANK, {}]}, False, "summary")),
        (f'{{"quotes": [], "summary": {S[12:-1]}', TWO, ({"quotes": [], "summary": [SANK]}, False, None)),
        (f'{S} {{"quotes": [{{"cue": "sa', TWO, ({"quotes": [{}]}, False, "quotes")),
        ('so {x} {"summary": [{"evidence": [1], "text": "It sank."}', ONE, ({"summary": [SANK]}, False, "summary")),
        ("{no} {answer} {here", ONE, None),
        ("{'summary': [{'evidence': [1], 'text': 'It sank.'}", ONE, ({"summary": [SANK]}, False, "summary")),
        (f"X{S}X", ONE, ({"summary": [SANK]}, False, None)),
        (f"so {S}", TWO, ({"summary": [SANK]}, False, None)),
        (f"{S} {{no}}", TWO, ({"summary": [SANK]}, False, None)),
        (f"so</think><think>{L}</think>{S}", ONE, ({"summary": [SANK]}, False, None)),
        ('so</think>{"summary": [{"evidence": [1], "text": "It sank."}', ONE, ({"summary": [SANK]}, False, "summary")),
        ('{"a": {"b": {"note": 1, "summary": [{"evidence": [1], "text": "It sank."}', ONE,
         ({"note": 1, "summary": [SANK]}, False, "summary")),
        (("{ " * 60 + "</think>") * 4 + S, ONE, ({"summary": [SANK]}, False, None)),
        (("{ " * 60 + "</think>") * 5 + S, ONE, None),
        ("{ " * 60 + "</think>" + "{ " * 59 + S, ONE, ({"summary": [SANK]}, False, None)),
        ("{} " * 999 + S, ONE, ({"summary": [SANK]}, False, None)),
        ("{} " * 1_000 + S, ONE, None),
        ("{} " * 1_000 + "</think>" + "{} " * 999 + S, ONE, ({"summary": [SANK]}, False, None)),
        ("{ " * 59 + S, ONE, ({"summary": [SANK]}, False, None)),
        ("{ " * 60 + S, ONE, None),
    ],
)  # fmt: skip
def test_of_a_text_the_last_whole_answer_counts_and_of_a_broken_one_what_is_there(
    text: str, shape: Any, found: tuple[Any, bool, str | None] | None
) -> None:
    made = opened(text, shape)
    assert (made and (made.value, made.plain, made.ends_in)) == found


@pytest.mark.parametrize(("cut", "ends_in", "said"), [(True, "summary", "a "), (False, None, 'a "b" c')])
def test_where_a_server_cuts_an_answer_off_its_last_pass_is_not_whole_though_its_brackets_close(
    ends_in: str | None, said: str, *, cut: bool
) -> None:
    made = opened('{"summary": [{"evidence": [1], "text": "a "b" c"}]}', ONE, cut=cut)
    assert made is not None
    assert (made.value, made.ends_in) == ({"summary": [{"evidence": [1], "text": said}]}, ends_in)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('{"a": [1]}', True), ('{"a": [1]} so', True), ('{"a": [1]', True), ('{"a": [1] so', False), ('{"a": [1', False),
        ('{"a": "]"', False), ('{"a": {"b": [1]', False), ('{"a": "b}', True), ('{"a": "[}', False), ('{"a": "b', False),
    ],
)  # fmt: skip
def test_an_answer_is_whole_where_every_bracket_closes_or_the_last_alone_is_missing(text: str, *, whole: bool) -> None:
    assert _closes(text) is whole


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("x}```", "x}"), (" x}", " x}"), ("x} \n</s>\n</s>`", "x}"), ("x}<|im_end|>", "x}"),
        (f"x}}<|{'a' * 30}|>", "x}"), (f"x}}<|{'a' * 31}|>", f"x}}<|{'a' * 31}|>"), ("</s>x}", "</s>x}"), ("x}X", "x}X"), ("x}X</s>", "x}X"), ("x}`</s>", "x}"),
    ],
)  # fmt: skip
def test_marks_of_a_server_are_taken_from_the_end_alone(text: str, left: str) -> None:
    assert _without_end_marks(text) == left
