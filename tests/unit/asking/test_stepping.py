"""What servers say when they refuse a parameter, in their own words, and the one step that follows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.asking.line.dialect import Dialect
from nutgraf.asking.line.stepping import STEPPING, Asked, Lower, lower

STRICT, JSON = Dialect(), Dialect(output="json")


def step(said: str, status: int = 400, dialect: Dialect = STRICT, room: int = 8_000, model: str = "m") -> Lower | None:
    return lower(Asked(dialect, room, model), status, said)


@pytest.mark.parametrize(
    ("status", "said", "output"),
    [
        (422, "body.response_format.json_schema.strict: extra fields not permitted", "schema"),
        (422, "response_format.type: unknown variant `json_schema`, expected `json_object` or `regex`", "json"),
        (400, "Structured outputs are not supported by this backend", "schema"),
        (404, "No provider takes all the requested parameters: response_format", "schema"),
        (500, "could not parse grammar: unexpected end", "schema"),
        (501, "json schema is not implemented", "schema"),
        (400, "response_format.type must be json_object", "json"),
    ],
)
def test_a_format_that_is_refused_in_any_status(status: int, said: str, output: str) -> None:
    found = step(said, status)
    assert found == Lower(Dialect(output=output))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        "Unknown name \"additionalProperties\" at 'generation_config.response_schema': Cannot find field.",
        "The specified schema produces a constraint that has too many states for serving.",
        "Request contains an invalid argument.",
    ],
)
def test_what_google_says_of_a_schema_ends_in_json_at_once(said: str) -> None:
    assert step(said) == Lower(JSON)
    assert step(said, dialect=Dialect(output="schema")) == Lower(JSON)


def test_an_invalid_argument_that_names_nothing_is_no_step_where_no_schema_went_out() -> None:
    assert step("Request contains an invalid argument.", dialect=JSON) is None
    assert step("Request contains an invalid argument: the model is retired") is None


def test_a_name_that_has_no_other_is_not_changed() -> None:
    assert step("max_tokens", dialect=Dialect(one_limit=True)) is None
    assert step("max_tokens: 9000 > 4096, which is the maximum", dialect=Dialect(one_limit=True)) == Lower(
        Dialect(one_limit=True, most=4_096)
    )


def test_the_last_step_says_the_schema_in_words() -> None:
    assert step("response_format is not supported", dialect=JSON) == Lower(Dialect(output="words"))
    assert step("response_format is not supported", dialect=Dialect(output="words")) is None


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Your account is restricted", 400),
        ("You are strictly limited", 400),
        ("no such model", 404),
        ("something broke", 500),
        ("strict mode is off", 401),
        ("strict mode is off", 429),
        ("context too long", 400),
        ("the model strict-7b-schema is not here", 404),
    ],
)
def test_what_names_nothing_of_ours_is_no_step(said: str, status: int) -> None:
    assert step(said, status, model="strict-7b-schema") is None


@pytest.mark.parametrize(
    "said",
    [
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        "use max_completion_tokens",
        "max_tokens",
        "[{'loc': ['body', 'max_tokens'], 'msg': 'Extra inputs are not permitted'}]",
    ],
)
def test_a_limit_of_another_name(said: str) -> None:
    assert step(said, 422) == Lower(Dialect(limit="max_completion_tokens"))


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("max_tokens is too large: 8000. This model takes at most 4096 completion tokens, you asked for 8000.", 4096),
        ("max_tokens: 8000 > 6,000, which is the most for this model", 6000),
        ("Range of max_tokens should be [1, 2000]", 2000),
        ("max_tokens must be less than or equal to `5000`: it is bound by the context_window", 5000),
        ("max_tokens is too large", 4000),
        ("max_completion_tokens exceeds what this deployment takes", 4000),
    ],
)
def test_a_limit_that_is_too_high_is_the_one_that_the_message_names_or_half(said: str, most: int) -> None:
    assert step(said) == Lower(Dialect(most=most))


def test_a_limit_is_lowered_once_and_then_as_often_as_the_message_names_a_lower_one() -> None:
    assert step("max_tokens is too large", dialect=Dialect(most=4_000), room=4_000) is None
    assert step("max_tokens is too large: at most 3000", dialect=Dialect(most=4_000), room=4_000) == Lower(
        Dialect(most=3_000)
    )
    assert step("max_tokens is too large: at most 4000", dialect=Dialect(most=4_000), room=4_000) is None


@pytest.mark.parametrize(
    ("said", "room"),
    [
        ("'max_tokens' is too large: 8000. The model's maximum context length is 4096 tokens and your request has 1000 input tokens (8000 > 4096 - 1000).", 3095),
        ("This model's maximum context length is 8192 tokens. However, you asked for 9500 tokens (1500 in the messages, 8000 in the completion).", 6691),
        ("input length and `max_tokens` exceed context limit: 197000 + 8000 > 200000, decrease either", 2999),
        ("`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 1500 `inputs` tokens and 8000 `max_new_tokens`", 2595),
    ],
)  # fmt: skip
def test_what_a_context_leaves_is_for_this_question_alone(said: str, room: int) -> None:
    assert step(said, 400) == Lower(STRICT, room)


def test_a_context_that_leaves_nothing_is_no_step() -> None:
    said = "This model's context length is 4096 tokens, your messages resulted in 5000 tokens"
    assert step(said) is None


def test_temperature_is_left_out_once() -> None:
    assert step("Unsupported value: 'temperature'") == Lower(Dialect(temperature=False))
    assert step("Unsupported value: 'temperature'", dialect=Dialect(temperature=False)) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "temperature",
                "max_tokens",
                "response_format",
                "json_schema",
                "strict",
                "too large",
                "8000",
                "77",
                "context length",
                "4096",
            ]
        ),
        min_size=1,
        max_size=6,
    ).map(" ".join)
    | st.text(),
    st.sampled_from(STEPPING),
)
def test_steps_end(said: str, status: int) -> None:
    asked, seen = Asked(STRICT, 8_000, "m"), set[tuple[Dialect, int]]()
    while (asked.dialect, asked.room) not in seen:
        seen.add((asked.dialect, asked.room))
        found = lower(asked, status, said)
        if found is None:
            break
        asked = Asked(found.dialect, min(found.room or asked.room, found.dialect.most or asked.room))
    assert len(seen) <= 6
