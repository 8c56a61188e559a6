"""What a status and its headers mean, and what a server's message may carry on."""

from __future__ import annotations

import email.utils
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.asking.line.status import error_for, retry_after, without_echo
from nutgraf.errors import ConfigurationError, ModelUnavailable, NutgrafError


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
    error = error_for(status, said, "h:1", headers={}, dialect=Dialect(), asked=[])
    assert isinstance(error, (NutgrafError, NotUnderstood))
    assert len(str(error)) < 500


def test_what_a_message_repeats_of_the_request_is_taken_out() -> None:
    article = "The port reopened on Friday after a two-day strike, said Kari Holm."
    said = f"bad input near 'port reopened on Friday after a two-day strike': {article} (code 3)"
    assert without_echo(said, [article]) == "bad input near […] […] (code 3)"
    assert without_echo("the model is overloaded", [article]) == "the model is overloaded"


def test_a_quota_that_is_used_up_is_not_a_busy_server() -> None:
    error = error_for(429, "You exceeded … (insufficient_quota)", "h", headers={}, dialect=Dialect(), asked=[])
    assert isinstance(error, ModelUnavailable)
    assert error.status == 402


@pytest.mark.parametrize(
    "said", ["temperature", "max_tokens", "response_format", "json_schema: strict", "grammar", "max_completion_tokens"]
)
def test_stepping_down_ends(said: str) -> None:
    dialect, seen = Dialect(), set()
    while dialect not in seen:
        seen.add(dialect)
        error = error_for(400, said, "h", headers={}, dialect=dialect, asked=[])
        if isinstance(error, ConfigurationError):
            return
        assert isinstance(error, NotUnderstood)
        dialect = error.dialect
    assert len(seen) <= 3
