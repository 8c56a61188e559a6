"""What becomes of readers' answers is what became of them: `make delivered` writes it anew, and the diff says what a change does."""

from __future__ import annotations

import pytest

from delivered import cases, lines

CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_an_answer_is_delivered_as_it_was(name: str) -> None:
    case = CASES[name]
    assert lines(case) == case.delivered.read_text("utf-8").splitlines(), "meant? make delivered, and read the diff"
