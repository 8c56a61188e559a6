"""What tests start by tests/warm.py is to be told from a process of its own by nothing but the time it takes."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import warm

Start = Callable[[], list[str]]
starts = pytest.mark.parametrize("start", [lambda: [sys.executable], warm.python], ids=["cold", "warm"])


def ran(start: list[str], code: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*start, "-c", code, *arguments], capture_output=True, text=True, check=False, **options)


@starts
def test_it_gets_arguments_folder_environment_and_input(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import os, sys; print(sys.argv, sys.path[0], os.getcwd(), dict(os.environ).get('A'), 'B' in os.environ, input())"
    monkeypatch.setenv("B", "b")
    done = ran(start(), code, "x y", "ü\n", cwd=tmp_path, env={"A": "a=b\n"}, input="said\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"['-c', 'x y', 'ü\\n']  {tmp_path} a=b\n False said\n"


@starts
@pytest.mark.parametrize(
    ("code", "ended", "said"),
    [
        ("pass", 0, ""),
        ("import sys; sys.exit(7)", 7, ""),
        ("import sys; sys.exit('no')", 1, "no\n"),
        ("raise ValueError('broken')", 1, "ValueError: broken\n"),
        ("raise KeyboardInterrupt", -signal.SIGINT, "KeyboardInterrupt\n"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL, ""),
        ("import os; os._exit(3)", 3, ""),
        ("import atexit, os, sys; atexit.register(lambda: sys.stderr.write('bye\\n'))", 0, "bye\n"),
        (
            "import threading, time; threading.Thread(target=lambda: (time.sleep(0.1), print(end='late'))).start()",
            0,
            "",
        ),
    ],
)
def test_it_ends_as_python_does(start: Start, code: str, ended: int, said: str) -> None:
    done = ran(start(), code)
    assert (done.returncode, done.stderr.endswith(said), bool(done.stderr)) == (ended, True, bool(said))
    assert done.stdout == ("late" if "late" in code else "")


@starts
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_reaches_it(start: Start, number: signal.Signals) -> None:
    # Short waits: a signal that comes right before one is seen after it.
    code = "import time; print('up', flush=True)\nwhile True: time.sleep(0.05)"
    with subprocess.Popen([*start(), "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"up\n"
        running.send_signal(number)
        assert running.stdout.read() == b""  # it holds this pipe no more
        assert running.wait(120) == -number


@starts
def test_a_script_and_a_module_run_as_main(start: Start, tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("NAME = 'beside'")
    (tmp_path / "mine.py").write_text("import sys, beside\nprint(__name__, sys.argv[1:], beside.NAME)")
    for how in (["mine.py"], ["-m", "mine"]):
        done = subprocess.run([*start(), *how, "a"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == ("__main__ ['a'] beside\n", "")
