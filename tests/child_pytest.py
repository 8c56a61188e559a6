"""pytest on a project of its own, as whoever types it meets it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import warm

CONFTEST = 'pytest_plugins = ["nutgraf.testing"]\n'


@dataclass
class Ran:
    """How a run of pytest ended and what it printed."""

    returncode: int
    stdout: str


def run(project: Path, *arguments: str, **environment: str) -> Ran:
    """Run pytest on a project."""
    ours = ("NUTGRAF", "OPENAI", "PYTEST", "COV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    done = subprocess.run(
        [*warm.python(), "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=project,
        env=kept | environment,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout)
