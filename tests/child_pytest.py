"""pytest on a project of its own, in a forked child: what is imported here need not be imported again."""

from __future__ import annotations

import os
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

import pytest

from nutgraf.asking.line.llm import Line
from nutgraf.testing.cassette import DigestCassette

assert Line  # imported once here, not in every child
assert DigestCassette
CONFTEST = 'pytest_plugins = ["nutgraf.testing"]\n'


@dataclass
class Ran:
    """How a run of pytest ended and what it printed."""

    returncode: int
    stdout: str


def run(project: Path, *arguments: str, **environment: str) -> Ran:
    """Run pytest on a project in a forked child: what is imported here need not be imported again."""
    printed = project / "printed.txt"
    child = os.fork()
    if not child:
        code = 70
        try:
            code = _child(
                project, printed, ["-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", *arguments], environment
            )
        except BaseException:  # noqa: BLE001 - whatever ends it is told to whoever reads what it printed
            printed.write_text(f"{printed.read_text('utf-8')}\n{traceback.format_exc()}", "utf-8")
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return Ran(os.waitstatus_to_exitcode(status), printed.read_text("utf-8"))


def _child(project: Path, printed: Path, arguments: list[str], environment: dict[str, str]) -> int:
    for name in [n for n in os.environ if n.startswith(("NUTGRAF", "OPENAI", "PYTEST", "COV"))]:
        del os.environ[name]
    os.environ.update(environment)
    os.chdir(project)
    target = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(target, stream)
    sys.stdout = sys.__stdout__ = open(1, "w", closefd=False, encoding="utf-8")  # noqa: SIM115 - lives as long as the child
    sys.stderr = sys.__stderr__ = open(2, "w", closefd=False, encoding="utf-8")  # noqa: SIM115
    code = int(pytest.main(arguments))
    sys.stdout.flush()
    sys.stderr.flush()
    return code
