"""An answer read: a message of Anthropic's as a completion, passes wherever they stand, references in every form."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nutgraf.asking.replies.answer import NO_ANSWER, heard, sound_parts
from nutgraf.asking.replies.claude import as_completion
from nutgraf.asking.replies.lenient import mended, parsed, parsed_at, writable
from nutgraf.asking.replies.references import references, sentences, shown
from nutgraf.asking.replies.unwrapping import opened, unwrapped
from nutgraf.errors import ReplyInvalid
from nutgraf.results import Event, Point

ONE = (("summary", Point),)
TWO = (("events", Event), ("summary", Point))
SHAPE = {"summary": frozenset({"evidence", "text"})}
BOTH = {"events": frozenset({"evidence", "title", "status"}), **SHAPE}
ITEM = {"evidence": [1], "text": "So."}


@pytest.mark.parametrize(
    ("message", "said", "ended"),
    [
        ({"content": [{"type": "text", "text": "Os"}, {"type": "text", "text": "lo"}]}, "Oslo", "stop"),
        ({"content": [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": "Oslo"}]}, "Oslo", "stop"),
        ({"content": [{"type": "text", "text": 5}]}, "", "stop"),
        (
            {"content": [{"type": "text", "text": "so:"}, {"type": "tool_use", "input": {"a": "é"}}]},
            '{"a": "é"}',
            "stop",
        ),
        ({"content": [{"type": "text", "text": "Os"}], "stop_reason": "max_tokens"}, "Os", "length"),
        (
            {"content": [{"type": "tool_use", "input": {"a": 1}}], "stop_reason": "model_context_window_exceeded"},
            '{"a": 1',
            "length",
        ),
        ({"content": [], "stop_reason": "end_turn"}, "", "stop"),
    ],
)
def test_a_message_is_a_completion(message: Any, said: str, ended: str) -> None:
    (choice,) = as_completion(message)["choices"]
    assert choice == {"index": 0, "message": {"role": "assistant", "content": said}, "finish_reason": ended}


@pytest.mark.parametrize(
    ("details", "refusal"), [({"category": "bio"}, "refused (bio)"), ({"category": 5}, "refused"), (None, "refused")]
)
def test_a_refusal_tells_its_category_alone(details: Any, refusal: str) -> None:
    message = {"content": [], "stop_reason": "refusal", "stop_details": details}
    assert as_completion(message)["choices"][0]["message"]["refusal"] == refusal


@pytest.mark.parametrize(
    ("usage", "prompt", "cached"),
    [
        ({"input_tokens": 5, "output_tokens": 2}, 5, 0),
        ({"input_tokens": 5, "cache_read_input_tokens": 30, "output_tokens": 2}, 35, 30),
        (
            {"input_tokens": 5, "cache_read_input_tokens": 30, "cache_creation_input_tokens": 9, "output_tokens": 2},
            44,
            30,
        ),
        ({"input_tokens": None, "output_tokens": 2}, None, 0),
    ],
)
def test_the_cached_part_of_a_prompt_counts_in(usage: Any, prompt: int | None, cached: int) -> None:
    assert as_completion({"content": [], "usage": usage})["usage"] == {
        "prompt_tokens": prompt,
        "completion_tokens": 2,
        "prompt_tokens_details": {"cached_tokens": cached},
    }


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("invalid_request_error", 400),
        ("authentication_error", 401),
        ("billing_error", 402),
        ("permission_error", 403),
        ("not_found_error", 404),
        ("request_too_large", 413),
        ("rate_limit_error", 429),
        ("api_error", 500),
        ("timeout_error", 504),
        ("overloaded_error", 529),
        ("another", None),
        (7, None),
    ],
)
def test_an_error_has_the_status_of_its_type(kind: Any, status: int | None) -> None:
    told = as_completion({"type": "error", "error": {"type": kind, "message": "no"}})
    assert told == {"error": {"code": status, "message": "no"}}


def test_an_error_without_words_is_shown_and_what_is_no_message_stays() -> None:
    assert as_completion({"error": {"type": "api_error"}})["error"]["message"] == "{'type': 'api_error'}"
    assert as_completion({"content": "Oslo"}) == {"content": "Oslo"}
    assert as_completion("page") == "page"


@pytest.mark.parametrize(
    ("value", "items"),
    [
        ({"summary": [ITEM]}, [ITEM]),
        ({" SUMMARY ": [ITEM]}, [ITEM]),
        ({"answer": {"summary": [ITEM]}}, [ITEM]),
        ({"summary": json.dumps([ITEM])}, [ITEM]),
        ({"summary": {"items": [ITEM]}}, [ITEM]),
        ({"summary": ITEM}, [ITEM]),
        ({"summary": None}, []),
        ({"summary": "null"}, None),
        ({"summary": {"other": 1}}, None),
        ({"summary": 5}, None),
        ([{"summary": [ITEM]}, {"summary": []}], []),
        ([ITEM, ITEM], [ITEM, ITEM]),
        ([ITEM, {"evidence": [1]}], None),
        ([ITEM, 5], None),
        ([], None),
        (json.dumps({"summary": [ITEM]}), [ITEM]),
        ("{summary", None),
        ([{"x": 1}] * 8 + [{"summary": [ITEM]}], None),
        ([{"x": 1}] * 7 + [{"summary": [ITEM]}], [ITEM]),
    ],
)
def test_a_pass_is_found_wherever_it_stands_in_a_value(value: Any, items: list[Any] | None) -> None:
    found = unwrapped(value, SHAPE)
    assert (found or {}).get("summary") == items


def test_what_the_article_is_about_comes_with_passes_in_another_spelling() -> None:
    assert unwrapped({"Summary": [ITEM], "topics": ["sport"]}, SHAPE) == {"summary": [ITEM], "topics": ["sport"]}
    assert unwrapped({"topics": ["sport"]}, SHAPE) is None


def test_several_objects_are_one_and_the_last_word_counts() -> None:
    said = f'{{"events": []}} and {json.dumps({"summary": [ITEM]})} or rather {{"summary": []}}'
    found = opened(said, BOTH)
    assert found is not None
    assert (found.value, found.plain, found.ends_in) == ({"events": [], "summary": []}, False, None)


def test_an_answer_that_is_the_object_alone_is_kept_as_it_came() -> None:
    text = ' {"summary":  [] }\n'
    assert heard(ONE, text, room=900).raw == text.strip()
    assert heard(ONE, f"Here: {text}", room=900).raw == '{"summary":[]}'
    assert heard(ONE, "\ufeff" + text + "\x00", room=900).answer.summary == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize("end", ["", "```", "</s>", "<|im_end|>", "```\n<|end of text|></s>"])
def test_marks_of_the_end_are_no_part_of_a_broken_answer(end: str) -> None:
    assert opened('{"summary": [],}' + end, SHAPE) is not None
    found = opened('{"summary": [{"evidence": [1' + end, SHAPE)
    assert found is not None
    assert found.ends_in == "summary"


@pytest.mark.parametrize("text", ["", "  \n"])
@pytest.mark.parametrize("cut", [True, False])
def test_an_empty_answer_is_formless_unless_it_was_cut_off(text: str, cut: bool) -> None:
    with pytest.raises(ReplyInvalid, match="the answer is empty") as caught:
        heard(ONE, text, room=900, cut=cut)
    assert (caught.value.truncated, caught.value.formless) == (cut, not cut)


def test_an_answer_that_was_cut_off_says_at_how_many_tokens() -> None:
    with pytest.raises(ReplyInvalid, match="the answer was cut off at 900 tokens") as caught:
        heard(ONE, '{"summary": [{"evidence": [1], "te', room=900, cut=True)
    assert (caught.value.truncated, caught.value.formless) == (True, False)


def test_what_is_missing_and_what_is_no_answer_is_told_pass_by_pass() -> None:
    sound, wrong = sound_parts(TWO, json.dumps({"summary": [ITEM]}), room=900)
    assert (sound, wrong) == (
        {"summary": '{"summary":[{"evidence":[1],"text":"So."}]}'},
        {"events": "events: missing"},
    )
    assert sound_parts(TWO, "no", room=900) == ({}, {"events": NO_ANSWER, "summary": NO_ANSWER})
    with pytest.raises(ReplyInvalid, match="does not fit the schema: the answer holds no object") as caught:
        heard(TWO, "no", room=900)
    assert caught.value.formless


def test_one_pass_alone_of_which_no_item_is_read_is_lost_and_among_others_its_drafts_are_asked_again() -> None:
    half = {"evidence": ["²"], "text": "So."}
    with pytest.raises(ReplyInvalid, match=r"summary\.0\.evidence: '²' is no sentence number"):
        heard(ONE, json.dumps({"summary": [half]}), room=900)
    found = heard(TWO, json.dumps({"events": [], "summary": [half]}), room=900)
    assert [one.fields for one in found.unread] == [("evidence",)]


@pytest.mark.parametrize(("room", "read"), [(900, 64), (1_024, 64), (1_600, 100)])
def test_no_more_items_are_read_than_the_room_of_the_answer_holds(room: int, read: int) -> None:
    found = heard(ONE, json.dumps({"summary": [ITEM] * 150}), room=room)
    assert len(found.answer.summary) == read  # type: ignore[attr-defined]
    assert [note.kind for note in found.notes] == ["too_many_items"]


@pytest.mark.parametrize(
    ("given", "topics"),
    [(["sport", "Sports", "nonsense"], ("sport",)), ("sport", ("sport",)), (None, ()), ([5], ())],
)
def test_topics_are_those_there_are_each_once(given: Any, topics: tuple[str, ...]) -> None:
    assert heard(ONE, json.dumps({"summary": [], "topics": given}), room=900).topics == topics


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (3, [3]),
        (3.0, [3]),
        ("3", [3]),
        ("[3]", [3]),
        ("sentence 3", [3]),
        ("3-5", [3, 4, 5]),
        ("3 to 5", [3, 4, 5]),
        ("3, 5 and 3", [3, 5]),
        ("5-3", [5, 3]),
        ("1-900", [*range(1, 61), 900]),
        ([{"sentence": 3}, {"id": 4, "x": 5}], [3, 4]),
        ({"n": 3}, [3]),
        ([[[3]]], [3]),
        ("4: the snow … by Monday", [4]),
        ([None, 3], [3]),
    ],
)
def test_sentence_numbers_in_every_form(given: Any, found: list[int]) -> None:
    assert sentences(given) == (found, [])


@pytest.mark.parametrize(
    "given", [True, -1, 10**6, 2.5, float("nan"), "1.5", "m1", "none", "3-", "x" * 3_000, "3 the snow"]
)
def test_what_is_no_sentence_number_is_told(given: Any) -> None:
    found, odd = sentences(given)
    assert (found, odd) == ([3] if given == "3-" else [], [] if given == "3-" else [shown(given)])


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("m1", ["m1"]),
        ("[M1] [4]", ["m1", "4"]),
        ("m1-m3", ["m1", "m2", "m3"]),
        ("segment m1", ["m1"]),
        ("<m1>", ["m1"]),
        ("4: the snow ... by  Monday", ["4: the snow … by Monday"]),
        ("(4) the snow", ["4: the snow"]),
        ("m1: the snow", ["m1"]),
        ("the  snow", ["the snow"]),
        (["m1", "m1"], ["m1"]),
    ],
)
def test_references_in_every_form(given: Any, found: list[str]) -> None:
    assert references(given) == (found, [])


def test_references_beyond_what_an_item_may_have_are_told() -> None:
    found, odd = sentences(list(range(1, 300)))
    assert (len(found), odd) == (200, ["what follows on 200 others"])
    assert sentences(list(range(1, 201))) == (list(range(1, 201)), [])
    assert references("?" * 9) == ([], [shown("?" * 9)])
    assert references("a" * 601) == ([], [shown("a" * 601)])


def test_a_value_is_shown_short() -> None:
    assert shown("x") == "'x'"
    assert shown("x" * 78) == repr("x" * 78)
    assert shown("x" * 79) == "'" + "x" * 78 + "…"
    assert shown(10**12) == "a number of many digits"
    assert shown(10**12 - 1) == "999999999999"


def test_strings_keep_what_looks_like_a_comment_or_comma() -> None:
    assert mended('{"a": "x // y, ]", /* z */ "b": [1,], // end\n}') == {"a": "x // y, ]", "b": [1]}
    assert mended('{"a": "it\\\'s"}') == {"a": "it's"}
    assert mended('{"a": 1') == {"a": 1}
    assert mended("no JSON") == ""
    assert mended("[" * 24 + "'") == ""


def test_a_value_is_read_to_where_it_ends() -> None:
    assert parsed_at('x{"a": "\\ud83d"} y', 1) == ({"a": "\ufffd"}, 16)
    assert parsed('{"a\\udc00": ["\\ud83d\\ude00"]}') == {"a\ufffd": ["😀"]}
    assert writable("a\ud83d\ude00\ud83d") == "a😀\ufffd"
    for text in ("[" * 100_000, "{"):
        with pytest.raises(ValueError, match=r"nested too deep|Expecting"):
            parsed(text)
