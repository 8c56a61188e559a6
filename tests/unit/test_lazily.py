"""What is made when it is first asked for."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from nutgraf import results
from nutgraf.lazily import lazily, pattern


def test_a_name_is_fetched_once_and_kept() -> None:
    fetched = lazily("nutgraf.results", {"Story": "story"})
    assert fetched("Story") is results.Story
    assert vars(results)["Story"] is results.Story


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(AttributeError, match=r"module 'nutgraf.results' has no attribute 'Storey'"):
        results.Storey  # type: ignore[attr-defined]  # noqa: B018


def test_every_public_name_of_results_is_there() -> None:
    assert all(getattr(results, name).__name__ == name for name in results.__all__)
    assert dir(results) == sorted(results.__all__)


def test_a_pattern_works_like_the_compiled_one() -> None:
    late, at_once = pattern("sank|sinks", re.IGNORECASE), re.compile("sank|sinks", re.IGNORECASE)
    text = "The ferry Sank and sinks."
    assert late.findall(text) == at_once.findall(text) == ["Sank", "sinks"]
    assert late.sub("rose", text) == at_once.sub("rose", text)
    assert late.match(text) is None


def test_a_bad_pattern_is_found_where_it_is_used() -> None:
    with pytest.raises(re.error):
        pattern("(").match("x")


@pytest.mark.parametrize(
    ("code", "unneeded"),
    [
        (
            "nutgraf.read('The ferry sank on Monday.')",
            "nutgraf.results.happened nutgraf.reading.speech nutgraf.reading.dates.find",
        ),
        ("nutgraf.read('The ferry sank on Monday.').quotes", "nutgraf.results.story nutgraf.checking"),
    ],
)
def test_a_first_reading_fetches_no_room_that_it_does_not_need(code: str, unneeded: str) -> None:
    told = f"import nutgraf, sys; {code}; print(*[name for name in {unneeded.split()} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
