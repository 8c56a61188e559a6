"""The command line over a recording: the same words as ever, no model installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf import cli
from nutgraf.results import Brief

EXAMPLE = Path(__file__).parents[2] / "examples" / "articles" / "hillside-collapse.json"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["nutgraf", *map(str, arguments)])
    monkeypatch.setenv("COLUMNS", "100")
    return cli._run()


@pytest.mark.nutgraf
def test_a_brief_in_the_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "summarize", EXAMPLE, "--model", "local", "--passes", "quotes,summary") == 0
    shown = capsys.readouterr().out
    assert "Choquetarqui" in shown
    assert "SmolLM2-135M-Instruct at local" in shown
    assert "Events" not in shown  # nobody asked for them


@pytest.mark.nutgraf
def test_a_brief_as_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "summarize", EXAMPLE, "--model", "local", "--passes", "summary", "--json") == 0
    brief = Brief.load(capsys.readouterr().out)
    assert brief.summary
    assert brief.quotes == ()
    assert brief.provenance.host == "local"
