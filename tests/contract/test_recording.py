"""The pytest plugin as a user's project meets it: record once, replay offline, and say why a recording no longer fits."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import shlex
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import warm
from child_pytest import CONFTEST, run
from loopback import Told, completion, failure, serving
from messages_api import message
from nutgraf.testing.ages import Recorded

pytest.importorskip("anthropic")
pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

ARTICLE = "\n\n".join(f"The port of Town{n} reopened on Friday after {n + 2} days." for n in range(10))
TESTS = """
import asyncio, os
from pathlib import Path
import pytest, nutgraf
from nutgraf.results import Cited

HERE = Path(__file__).parent
URL = os.environ.get("BASE_URL", "http://127.0.0.1:9/v1")

class Figure(nutgraf.Cited):
    value: float
    # MORE

def desk(**settings):
    return nutgraf.Summarizer(model="m", base_url=URL, **settings)

@pytest.mark.nutgraf
def test_sentences():
    with desk(window="sentence", concurrency=int(os.environ.get("IN_FLIGHT", "1")), passes=("events",)) as d:
        brief = d.summarize((HERE / "article.txt").read_text())
    assert [e.title for e in brief.events] == [f"The port of Town{n} reopened on Friday after {n + 2} days" for n in range(10)]
    assert brief.usage.requests == 10

@pytest.mark.nutgraf
def test_own_pass():
    figures = nutgraf.Pass(name="figures", prompt=HERE / "figures.md", item=Figure)
    with desk(passes=(figures,)) as d:
        brief = d.summarize((HERE / "article.txt").read_text())
    assert brief.items["figures"][0].value == 2

@pytest.mark.nutgraf
def test_awaited():
    async def go():
        async with desk(passes=("summary",)) as d:
            return await d.asummarize("The ferry sank on Monday, officials said.")
    assert asyncio.run(go()).summary[0].text == "The ferry sank on Monday."

@pytest.mark.nutgraf
def test_claude(monkeypatch):
    if "BASE_URL" in os.environ:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", URL)
    with nutgraf.Summarizer(model="anthropic/claude-x", passes=("summary",)) as d:
        assert d.summarize("The ferry sank on Monday, officials said.").summary[0].text == "The ferry sank on Monday."

def test_that_is_not_marked():
    assert "NUTGRAF_CACHE" not in os.environ
"""


def answer(body: dict[str, Any], _number: int) -> Told:
    """An answer that fits its question alone: a mixed-up replay would be seen."""
    if "system" in body:
        return message(json.dumps({"summary": [{"evidence": [1], "text": "The ferry sank on Monday."}]}))
    wanted = body["response_format"]["json_schema"]["schema"]["required"]
    asked = body["messages"][-1]["content"]
    if wanted[0] == "figures":
        return completion(json.dumps({"figures": [{"evidence": [1], "value": 2}]}))
    if wanted[0] == "summary":
        told = completion(json.dumps({"summary": [{"evidence": [1], "text": "The ferry sank on Monday."}]}))
        return Told(gzip.compress(json.dumps(told.body).encode()), headers={"content-encoding": "gzip"})
    number, town = re.findall(r"^\[(\d+)\] The port of (\w+)", asked, re.MULTILINE)[0]
    item = {"evidence": [int(number)], "title": f"The port of {town} reopened", "status": "occurred"}
    item |= {"participants": [], "place": None, "time": None, "quantities": []}
    return completion(json.dumps({"events": [item]}))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("project")
    (project / "tests").mkdir()
    (project / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = "--block-network"\n')
    (project / "conftest.py").write_text(CONFTEST)
    (project / "tests" / "test_mine.py").write_text(TESTS)
    (project / "tests" / "article.txt").write_text(ARTICLE)
    (project / "tests" / "figures.md").write_text("List the figures.")
    with serving(answer) as server:
        done = run(project, "--record-mode=rewrite", BASE_URL=server.base_url)
        assert done.returncode == 0, done.stdout
        assert len(server.requests) == 13
    return project


@pytest.fixture
def project(recorded: Path, tmp_path: Path) -> Path:
    return shutil.copytree(recorded, tmp_path / "project")


def test_what_was_recorded_replays_offline(project: Path) -> None:
    done = run(project)
    assert done.returncode == 0, done.stdout
    assert "6 passed" in done.stdout


def test_replay_does_not_depend_on_order_or_concurrency(project: Path) -> None:
    workers = f"2*popen//python={shlex.join(warm.python())}"
    done = run(project, "--dist=load", "--tx", workers, IN_FLIGHT="16")
    assert done.returncode == 0, done.stdout


def test_a_cassette_holds_no_host_no_key_and_only_the_headers_that_matter(project: Path) -> None:
    for path in (project / "cassettes").rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert "127.0.0.1" not in text
        assert "uthorization" not in text
        assert set(re.findall(r"^    headers:\n((?:      [\w-]+:.*\n)+)", text, re.MULTILINE)) == {
            "      content-type: application/json\n"
        }


def test_recording_again_leaves_no_diff(project: Path) -> None:
    before = {p.name: p.read_text("utf-8") for p in (project / "cassettes").rglob("*.yaml")}
    with serving(answer) as server:
        assert run(project, "--record-mode=rewrite", BASE_URL=server.base_url, IN_FLIGHT="16").returncode == 0
    assert {p.name: p.read_text("utf-8") for p in (project / "cassettes").rglob("*.yaml")} == before


def test_a_cassette_says_when_and_by_what_it_was_made(project: Path) -> None:
    for path in (project / "cassettes").rglob("*.yaml"):
        told = Recorded.of(path.read_text("utf-8"))
        assert told.date is not None
        assert 0 <= (dt.datetime.now(dt.UTC).date() - told.date).days <= 1
        assert (bool(told.models), told.version) == (True, version("nutgraf"))


def test_recordings_older_than_allowed_fail_the_suite_with_the_command(project: Path) -> None:
    assert run(project, "--nutgraf-max-age=90d").returncode == 0
    old, unknown = (project / "cassettes" / "test_mine" / f"test_{name}.yaml" for name in ("sentences", "own_pass"))
    long_ago = (dt.datetime.now(dt.UTC).date() - dt.timedelta(days=100)).isoformat()
    old.write_text(re.sub(r"(?m)^  date: .*$", f"  date: {long_ago}", old.read_text("utf-8")))
    head = re.compile(r"^recorded:\n(?:[ -].*\n)+", re.MULTILINE)
    unknown.write_text(head.sub("", unknown.read_text("utf-8")))
    assert run(project).returncode == 0  # any age will do, unless one is named; and so will none
    said = failing(project, "--nutgraf-max-age=90d")
    assert f"test_sentences.yaml was made 100 days ago ({long_ago} by m with nutgraf" in said
    assert "pytest 'tests/test_mine.py::test_sentences' --record-mode=rewrite" in said
    assert "test_own_pass.yaml does not say when it was made" in said
    assert "test_awaited" not in said
    said = failing(project, "--nutgraf-max-age=15w")
    assert "100 days ago" not in said
    assert "--nutgraf-max-age=soon: it is a number of days" in run(project, "--nutgraf-max-age=soon").stdout


def test_what_is_added_to_a_recording_makes_it_no_younger(project: Path) -> None:
    path = project / "cassettes" / "test_mine" / "test_awaited.yaml"
    path.write_text(re.sub(r"(?m)^  date: .*$", "  date: 2020-02-02", path.read_text("utf-8")))
    tests = project / "tests" / "test_mine.py"
    tests.write_text(tests.read_text().replace("The ferry sank on Monday, officials said.", "It sank on Monday."))
    with serving(answer) as server:
        run(project, "--record-mode=new_episodes", "-k", "awaited", BASE_URL=server.base_url)
    assert path.read_text("utf-8").count("step: summary") == 2
    assert Recorded.of(path.read_text("utf-8")).date == dt.date(2020, 2, 2)


def failing(project: Path, *arguments: str) -> str:
    done = run(project, *arguments)
    assert done.returncode == 1, done.stdout
    return done.stdout


def test_an_edited_prompt_is_named_with_both_digests(project: Path) -> None:
    (project / "tests" / "figures.md").write_text("List all the figures.")
    said = failing(project)
    assert "RecordingMismatch" in said
    assert "cassettes/test_mine/test_own_pass.yaml does not hold this request (figures)" in said
    assert re.search(r"prompt figures was edited: digest \w{12}, recorded \w{12}", said)
    assert "--record-mode=rewrite" in said
    assert "site-packages" not in said
    assert len(said.splitlines()) < 30


def test_an_added_schema_field_is_named(project: Path) -> None:
    path = project / "tests" / "test_mine.py"
    path.write_text(path.read_text().replace("# MORE", "unit: str = ''"))
    assert "schema: figures[].unit was added" in failing(project)


def test_an_edited_article_is_named_by_sentence(project: Path) -> None:
    path = project / "tests" / "article.txt"
    path.write_text(path.read_text().replace("Town7 reopened", "Town7 closed"))
    said = failing(project, "-k", "own_pass")
    assert "the article: '[8] The port of Town7 reopened" in said
    assert "became '[8] The port of Town7 closed" in said


def test_a_deleted_cassette_says_that_nothing_is_recorded(project: Path) -> None:
    (project / "cassettes" / "test_mine" / "test_own_pass.yaml").unlink()
    assert "nothing is recorded for this test" in failing(project)


def test_an_extra_cassette_fails_the_suite(project: Path) -> None:
    folder = project / "cassettes" / "test_mine"
    shutil.copy(folder / "test_own_pass.yaml", folder / "test_gone.yaml")
    said = failing(project)
    assert "cassettes/test_mine/test_gone.yaml belongs to no test" in said
    assert "1 failed" in said


def test_a_cassette_of_a_module_that_is_gone_fails_the_suite(project: Path) -> None:
    (project / "cassettes" / "test_other").mkdir()
    shutil.copy(
        project / "cassettes" / "test_mine" / "test_own_pass.yaml", project / "cassettes" / "test_other" / "test_x.yaml"
    )
    assert "cassettes/test_other/test_x.yaml belongs to no test" in failing(project)


def test_a_key_pasted_into_a_cassette_fails_the_suite_without_showing_it(project: Path) -> None:
    path = project / "cassettes" / "test_mine" / "test_awaited.yaml"
    key = "sk-proj-" + "abcdEFGH1234" * 2
    path.write_text(path.read_text("utf-8") + f"# {key}\n", "utf-8")
    said = failing(project)
    assert "holds what looks like an API key" in said
    assert key not in said


KEY = "0f4b9c7d2e6a81530f4b9c7d2e6a8153"


@pytest.mark.parametrize("said", [KEY, KEY.upper(), KEY.encode().hex()])
def test_a_recording_that_would_hold_the_key_is_not_written(tmp_path: Path, said: str) -> None:
    project = small_project(tmp_path)
    with serving(lambda _body, _n: failure(401, f"Incorrect key {said}")) as server:
        done = run(project, "--record-mode=rewrite", BASE_URL=server.base_url, NUTGRAF_API_KEY=KEY)
    assert done.returncode == 1
    assert "cassettes/test_small/test_it.yaml would hold the key that was used" in done.stdout
    assert not list(project.rglob("*.yaml"))
    assert said not in done.stdout


def test_a_key_in_the_address_is_left_out_and_another_replays(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with serving(answer) as server:
        url = server.base_url.replace("/v1", f"/{KEY}/v1") + f"?api-version=2024-10-21&code={KEY}"
        done = run(project, "--record-mode=rewrite", BASE_URL=url)
    assert done.returncode == 0, done.stdout
    (cassette,) = project.rglob("*.yaml")
    assert "path: /KEY/v1/chat/completions?api-version=2024-10-21&code=KEY" in cassette.read_text("utf-8")
    assert KEY not in cassette.read_text("utf-8")
    other = KEY[::-1]
    done = run(project, BASE_URL=f"https://elsewhere.example/{other}/v1?api-version=2024-10-21&code={other}")
    assert done.returncode == 0, done.stdout


def small_project(folder: Path) -> Path:
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_small.py").write_text(
        TESTS.split("@pytest.mark.nutgraf", maxsplit=1)[0]
        + """
@pytest.mark.nutgraf
def test_it():
    with desk(passes=("summary",)) as d:
        d.summarize("The ferry sank on Monday, officials said.")
"""
    )
    return folder


def test_a_recorded_request_that_is_never_made_fails_its_test(project: Path) -> None:
    path = project / "tests" / "test_mine.py"
    path.write_text(
        path.read_text()
        .replace("read_text())", "read_text().split(chr(10) * 2 + 'The port of Town6')[0])", 1)
        .replace("range(10)", "range(6)")
        .replace("requests == 10", "requests == 6")
    )
    assert "4 recorded requests never made (events)" in failing(project, "-k", "sentences")


def test_one_answer_is_not_given_twice(project: Path) -> None:
    path = project / "tests" / "test_mine.py"
    path.write_text(path.read_text() + "    asyncio.run(asyncio.sleep(0))\n")
    text = path.read_text().replace(
        "        brief = d.summarize((HERE",
        "        d.summarize((HERE / 'article.txt').read_text())\n        brief = d.summarize((HERE",
        1,
    )
    path.write_text(text)
    assert "made more often than it was recorded" in failing(project, "-k", "sentences")


def test_a_busy_server_replays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_busy.py").write_text(
        TESTS.split("@pytest.mark.nutgraf", maxsplit=1)[0]
        + "@pytest.mark.nutgraf\ndef test_busy():\n    with desk(passes=('summary',)) as d:\n"
        + "        assert d.summarize('The ferry sank on Monday, officials said.').usage.requests == 2\n"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    with serving(lambda body, n: failure(429, retry_after="0") if n == 0 else answer(body, n)) as server:
        done = run(tmp_path, "--record-mode=rewrite", BASE_URL=server.base_url)
        assert done.returncode == 0, done.stdout
    assert (tmp_path / "cassettes" / "test_busy" / "test_busy.yaml").is_file()
    done = run(tmp_path, "--block-network")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("old", ["8.1.1", "9.2.0"])
def test_an_old_vcrpy_is_refused_with_the_remedy(old: str, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(
        "import importlib.metadata as m\nreal = m.version\n"
        f"m.version = lambda name: '{old}' if name == 'vcrpy' else real(name)\n" + CONFTEST
    )
    (tmp_path / "test_x.py").write_text("def test_x(): pass\n")
    done = run(tmp_path)
    assert done.returncode != 0
    assert "pip install 'vcrpy>=9.4'" in done.stdout
