"""The benchmarks of `make bench` that are made of our own parts still run, at their smallest."""

from __future__ import annotations

import logging
import runpy
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("replay.py --sizes 2 --rounds 1", "x own at first"),
        ("repair.py", "of the reask"),
        ("faults.py --articles 20 --dead 20", "dead endpoint"),
        ("retries.py --faults none", "none"),
        ("sentences.py --set 6 --fails", "missing: "),
    ],
)
def test_a_benchmark_runs(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script, *arguments = line.split()
    monkeypatch.setattr(sys, "argv", [script, *arguments])
    monkeypatch.setattr(sys, "path", [*sys.path, str(BENCHMARKS)])
    try:
        runpy.run_path(str(BENCHMARKS / script), run_name="__main__")
    finally:
        logging.disable(logging.NOTSET)  # some show no warnings
    assert said in capsys.readouterr().out
