"""An error in a notebook: the caller's own lines and the message, and nothing of the way between them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import nutgraf
from nutgraf.errors import ModelError


def mine() -> None:
    nutgraf.Summarizer(model="m", base_url="nonsense")  # the caller's line


def test_a_notebook_shows_the_callers_lines_and_the_message() -> None:
    with pytest.raises(nutgraf.NutgrafError) as caught:
        mine()
    lines = caught.value._render_traceback_()
    assert lines[-1] == f"ConfigurationError: {caught.value}"
    assert any("the caller's line" in line for line in lines)
    assert not any(str(Path(nutgraf.__file__).parent) in line for line in lines)
    assert len(lines) < 12


def test_in_ipython_it_is_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    shell = pytest.importorskip("IPython.core.interactiveshell").InteractiveShell.instance()
    try:
        shell.run_cell("import nutgraf\nnutgraf.Article.from_text('')")
    finally:
        type(shell).clear_instance()
    printed = capsys.readouterr().out
    assert "nutgraf.Article.from_text('')" in printed
    assert "ArticleError: " in printed
    assert len(printed.splitlines()) < 8


def test_an_error_that_was_never_raised_or_travelled_shows_its_message() -> None:
    error = pickle.loads(pickle.dumps(ModelError("no answer", attempts=2)))
    assert error._render_traceback_() == ["Traceback (most recent call last):", "ModelError: no answer"]
