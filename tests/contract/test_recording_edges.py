"""Recording and replay where a suite is not as plain as ours: wide fixtures, odd parameters, odd words, odd places."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from child_pytest import CONFTEST, run
from loopback import Told, completion, serving

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

HEAD = """
import os, pytest, nutgraf
URL = os.environ.get("BASE_URL", "http://127.0.0.1:9/v1")

def brief(text):
    with nutgraf.Summarizer(model="m", base_url=URL, passes=("summary",)) as desk:
        return desk.summarize(text)
"""
WIDE = """
@pytest.fixture(scope="module", params=["Monday", "Sunday"])
def sunk(request):
    return brief(f"The ferry sank on {request.param}, officials said.")

@pytest.mark.nutgraf
def test_one(sunk):
    assert sunk.summary

@pytest.mark.nutgraf
def test_two(sunk, everywhere):
    assert sunk.summary and everywhere.summary
    assert brief("The ferry was raised on Friday, officials said.").summary
"""
EVERYWHERE = """
@pytest.fixture(scope="session")
def everywhere():
    return brief("The harbour opened on Friday, officials said.")
"""


def answer(body: dict[str, Any], _n: int) -> Told:
    said = re.findall(r"^\[1\] (.*), officials said", body["messages"][-1]["content"], re.MULTILINE)[0]
    return completion(json.dumps({"summary": [{"evidence": [1], "text": f"{said}."}]}))


def project(tmp_path: Path, tests: str, *, conftest: str = "") -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\n")
    (tmp_path / "conftest.py").write_text(CONFTEST + conftest)
    (tmp_path / "tests" / "test_mine.py").write_text(HEAD + tests)
    return tmp_path


def recorded(folder: Path, *arguments: str) -> int:
    """Record, replay with a server that nobody may call; the number of requests that recording took."""
    with serving(answer) as server:
        done = run(folder, "--record-mode=rewrite", *arguments, BASE_URL=server.base_url)
        assert done.returncode == 0, done.stdout
        count = len(server.requests)
    with serving(answer) as server:
        done = run(folder, *arguments, BASE_URL=server.base_url)
        assert done.returncode == 0, done.stdout
        assert server.requests == []
    return count


def test_what_a_fixture_of_many_tests_asks_is_recorded_and_replayed_and_never_sent(tmp_path: Path) -> None:
    folder = project(tmp_path, WIDE, conftest=HEAD + EVERYWHERE)
    assert recorded(folder) == 5
    names = {str(path.relative_to(folder / "cassettes")) for path in (folder / "cassettes").rglob("*.yaml")}
    assert {"test_mine/fixture.sunk.0.yaml", "test_mine/fixture.sunk.1.yaml"} < names
    assert "conftest/fixture.everywhere.yaml" in names
    for chosen in ("test_two", "test_one"):
        assert run(folder, "-k", chosen).returncode == 0
    (folder / "cassettes" / "test_mine" / "fixture.sunk.1.yaml").unlink()
    with serving(answer) as server:
        done = run(folder, BASE_URL=server.base_url)
        assert server.requests == []
    assert done.returncode == 1
    assert "fixture.sunk.1.yaml does not hold this request" in done.stdout
    assert "--record-mode=rewrite" in done.stdout


def test_parameters_that_read_alike_in_a_files_name_have_cassettes_of_their_own(tmp_path: Path) -> None:
    days = ["a day", "a/day", "a::day", "a[day]", "a-day", "Friday " * 60]
    tests = f"""
@pytest.mark.nutgraf
@pytest.mark.parametrize("day", {days!r})
def test_days(day):
    assert brief(f"The ferry sank on {{day}}, officials said.").summary
"""
    folder = project(tmp_path, tests)
    assert recorded(folder) == len(days)
    assert len(list((folder / "cassettes").rglob("*.yaml"))) == len(days)


def test_a_recording_under_its_earlier_name_still_plays(tmp_path: Path) -> None:
    tests = """
@pytest.mark.nutgraf
@pytest.mark.parametrize("day", ["a day"])
def test_days(day):
    assert brief(f"The ferry sank on {day}, officials said.").summary
"""
    folder = project(tmp_path, tests)
    recorded(folder)
    (only,) = (folder / "cassettes").rglob("*.yaml")
    only.rename(only.with_name("test_days-a-day.yaml"))
    assert run(folder).returncode == 0


def test_words_that_look_like_secrets_in_part_are_none(tmp_path: Path) -> None:
    tests = """
@pytest.mark.nutgraf
@pytest.mark.parametrize("words", [
    "The cookie: a short history",
    "He made key-worker-accommodation his plan",
    "Authorization: required, since Friday",
    "The bearer responsibilities of org-chartconsultants",
    "Set-cookie: what does it mean",
], ids=range(5))
def test_words(words):
    assert brief(words + ", officials said.").summary is not None
"""
    assert recorded(project(tmp_path, tests)) == 5


def test_a_test_outside_the_project_runs(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    folder = project(tmp_path / "inside", "")
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    one = """
@pytest.mark.nutgraf
def test_out():
    assert brief("The ferry sank on Friday, officials said.").summary
"""
    (outside / "test_out.py").write_text(HEAD + one)
    assert recorded(folder, "--rootdir", str(folder), "-c", str(folder / "pyproject.toml"), str(outside / "test_out.py"), "-p", "nutgraf.testing") == 1  # fmt: skip
    assert (folder / "cassettes" / "outside" / "elsewhere" / "test_out" / "test_out.yaml").exists()
