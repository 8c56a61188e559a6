"""What a status and its headers mean, and what a server's message may carry on."""

from __future__ import annotations

import email.utils
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.asking.line.status import error_for, retry_after, without_echo
from nutgraf.asking.line.stepping import Asked
from nutgraf.asking.replies.message import Trouble, trouble_of
from nutgraf.errors import ModelRefused, ModelUnavailable, NutgrafError


def told(status: int, said: str, host: str = "h", room: int = 8_000) -> Exception:
    asked = Asked(Dialect(), room)
    return error_for(status, Trouble(None, "", said), host, headers={}, asked=asked, texts=[])


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers) == seconds


@settings(deadline=None)
@given(st.floats(1, 1e6))
def test_retry_after_as_a_date(ahead: float) -> None:
    found = retry_after({"retry-after": email.utils.formatdate(time.time() + ahead, usegmt=True)})
    assert found is not None
    assert ahead - 2 <= found <= ahead + 1


@settings(deadline=None)
@given(st.text())
def test_no_header_breaks_it(value: str) -> None:
    found = retry_after({"retry-after": value, "retry-after-ms": value})
    assert found is None or found >= 0


@settings(deadline=None)
@given(st.integers(300, 599), st.text(max_size=3_000))
def test_every_status_gives_a_small_error_of_ours(status: int, said: str) -> None:
    error = told(status, said, "h:1")
    assert isinstance(error, (NutgrafError, NotUnderstood))
    assert len(str(error)) < 500


def test_what_a_message_repeats_of_the_request_is_taken_out() -> None:
    article = "The port reopened on Friday after a two-day strike, said Kari Holm."
    said = f"bad input near 'port reopened on Friday after a two-day strike': {article} (code 3)"
    assert without_echo(said, [article]) == "bad input near […] […] (code 3)"
    assert without_echo("the model is overloaded", [article]) == "the model is overloaded"


def test_a_quota_that_is_used_up_is_not_a_busy_server() -> None:
    error = told(429, "You exceeded … (insufficient_quota)")
    assert isinstance(error, ModelUnavailable)
    assert error.status == 402


def test_the_servers_own_reason_stands_in_every_error() -> None:
    for status in (400, 401, 404, 408, 418, 429, 500, 503):
        assert "the fan is broken" in str(told(status, "the fan is broken"))
    error = error_for(404, Trouble(None, "no_fan", "no"), "h", headers={}, asked=Asked(Dialect(), 9), texts=[])
    assert "no (no_fan)" in str(error)


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(400, "content_filter", "The prompt was filtered"),
        Trouble(400, "x ResponsibleAIPolicyViolation", "no"),
        Trouble(400, "", "blocked by the content management policy"),
        Trouble(403, "", "The input was flagged by moderation"),
    ],
)
def test_a_filter_is_a_refusal_of_the_input(trouble: Trouble) -> None:
    error = error_for(trouble.status or 400, trouble, "h", headers={}, asked=Asked(Dialect(), 9), texts=[])
    assert isinstance(error, ModelRefused)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ([{"error": {"code": 400, "message": "Unknown name", "status": "INVALID_ARGUMENT"}}], "Unknown name"),
        ({"object": "error", "message": "Invalid model", "type": "invalid_model", "code": "1500"}, "Invalid model"),
        ({"detail": [{"loc": ["body", "x"], "msg": "Extra inputs are not permitted"}]}, "Extra inputs"),
        ({"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}, "Overloaded"),
    ],
    ids=["Google", "Mistral", "FastAPI", "Anthropic"],
)
def test_each_providers_way_of_saying_no_is_read(body: object, said: str) -> None:
    trouble = trouble_of(body)
    assert said in trouble.said
    assert trouble.status in (None, 400)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("Quota exceeded. Please retry in 41.25s.", 41.25),
        ("Too many tokens a minute. Please retry after 12 seconds.", 12),
        ("Rate limit reached, try again in 2m30s", 150),
        ("Rate limit reached, try again in 350ms", 0.35),
        ("Rate limit reached, try again in 1h0m2s", 3_602),
        ("Too many requests: retry later, or call us", None),
        ("Try again in a week", None),
    ],
)
def test_a_delay_that_stands_in_words_is_read(said: str, seconds: float | None) -> None:
    assert trouble_of({"error": {"message": said}}).retry_after == seconds
    assert trouble_of(said).retry_after == seconds


def test_the_delay_among_the_details_of_an_error_comes_first_and_that_of_the_headers_before_it() -> None:
    details = [{"@type": "type.googleapis.com/google.rpc.QuotaFailure"}, {"retryDelay": "17s"}]
    trouble = trouble_of([{"error": {"code": 429, "message": "Please retry in 17.4s.", "details": details}}])
    assert trouble.retry_after == 17
    for headers, seconds in (({}, 17), ({"retry-after": "3"}, 3)):
        error = error_for(429, trouble, "h", headers=headers, asked=Asked(Dialect(), 8_000), texts=[])
        assert isinstance(error, ModelUnavailable)
        assert error.retry_after == seconds


@settings(deadline=None)
@given(st.text(), st.text())
def test_no_body_breaks_the_delay(said: str, delay: str) -> None:
    found = trouble_of({"error": {"message": f"retry in {said}", "details": [{"retryDelay": delay}, said]}}).retry_after
    assert found is None or found >= 0


@pytest.mark.parametrize("said", ["Loading model", "The model is still loading, try later", "warming up"])
def test_a_server_that_loads_its_model_is_told_from_one_that_is_broken(said: str) -> None:
    loading = told(503, said)
    broken = told(503, "error loading model: out of memory")
    assert isinstance(loading, ModelUnavailable)
    assert isinstance(broken, ModelUnavailable)
    assert (loading.loading, broken.loading) == (True, False)


def test_what_a_server_wants_besides_is_told_with_the_remedy() -> None:
    assert "extra_body" in str(told(400, "parameter.enable_thinking must be set to false for non-streaming calls"))
    assert "max_output_tokens" in str(told(400, "max_tokens is too large", room=100))


@pytest.mark.parametrize(
    ("status", "said", "remedy"),
    [
        (401, "no", "api_key="),
        (403, "no", "api_key="),
        (400, "Incorrect API key provided", "api_key="),
        (404, "no", "/v1"),
        (400, "model x not found", "the model's name"),
    ],
)
def test_a_key_or_model_that_is_refused_names_the_remedy(status: int, said: str, remedy: str) -> None:
    assert remedy in str(told(status, said))
