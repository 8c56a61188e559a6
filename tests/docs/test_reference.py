"""The reference says what the docstrings say, and the public docstrings say what a caller needs to know."""

from __future__ import annotations

import runpy

import pytest

from pages import ROOT

REFERENCE = runpy.run_path(str(ROOT / "docs" / "reference.py"))


def test_the_reference_is_what_the_docstrings_say_now() -> None:
    assert (ROOT / "docs" / "reference.md").read_text("utf-8") == REFERENCE["page"](), "make docs"


@pytest.mark.parametrize("name", sorted(REFERENCE["TOP_LEVEL"]))
def test_every_public_name_is_in_the_reference(name: str) -> None:
    assert f"### nutgraf.{name}\n" in (ROOT / "docs" / "reference.md").read_text("utf-8")
