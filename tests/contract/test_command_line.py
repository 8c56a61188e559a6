"""The command line: a clear message and the documented exit code for whatever comes in, and never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

import warm
from loopback import completion, failure, serving
from nutgraf.results import Brief

EXAMPLE = Path(__file__).parents[2] / "examples" / "articles" / "lake-accord.json"
EMPTY = json.dumps({"quotes": [], "events": [], "summary": []})


def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NUTGRAF", "OPENAI"))}
    return kept | {"NUTGRAF_CACHE": str(tmp_path / "cache.sqlite"), "COLUMNS": "100"}


def run(
    tmp_path: Path, *arguments: object, stdin: bytes = b"", started: list[str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [*(started or warm.nutgraf()), *map(str, arguments)]
    done = subprocess.run(
        command, input=stdin, capture_output=True, env=environment(tmp_path), cwd=tmp_path, timeout=600, check=False
    )
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def files(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "nobody.html").write_text("<html><body><nav>Menu</nav></body></html>")
    paragraph = "The mayor said on Friday that the bridge would open. It cost 5 million euros.\n\n"
    (tmp_path / "big.txt").write_text(paragraph * 2_000)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["empty.txt", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"], 3, "empty"),
        (["binary.txt", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"], 3, "binary"),
        (["nobody.html", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"], 3, "no article was found"),
        (["missing.txt", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"], 3, "no such file"),
        (["big.txt", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--window", "sentence"], 3, "Split it"),
        (["https://example.org/x", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"], 3, "fetches nothing"),
        ([EXAMPLE], 2, "no model named"),
        ([EXAMPLE, "--model", "openai/gpt-5-mini"], 2, "OPENAI_API_KEY"),
        ([EXAMPLE, "--model", "gpt-5-mini"], 2, "base_url"),
        ([EXAMPLE, "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--passes", "haiku"], 2, "haiku"),
        ([EXAMPLE, "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--window", "page"], 2, "--window"),
        ([EXAMPLE, "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--published", "soon"], 2, "2026-11-23"),
        ([EXAMPLE, "--nonsense"], 2, "--nonsense"),
        ([], 2, "FILE"),
    ],
    ids=lambda value: Path(str(value[0])).name if isinstance(value, list) and value else None,
)
def test_a_wrong_input_gets_one_message_and_its_exit_code(
    tmp_path: Path, arguments: list[Any], code: int, said: str
) -> None:
    files(tmp_path)
    done = run(tmp_path, "summarize", *arguments)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_dead_endpoint_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "summarize", EXAMPLE, "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    assert done.returncode == 4
    assert "127.0.0.1:9" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_refused_key_is_a_setting_to_fix(tmp_path: Path) -> None:
    with serving(lambda _body, _n: failure(401, "bad key")) as server:
        done = run(tmp_path, "summarize", EXAMPLE, "--model", "m", "--base-url", server.base_url)
    assert done.returncode == 2
    assert "401" in done.stderr


def test_json_is_one_brief_a_line_and_text_comes_from_standard_input(tmp_path: Path) -> None:
    text = "The port reopened on Friday. “We are back,” said Kari Holm."
    with serving(lambda _body, _n: completion(EMPTY)) as server:
        done = run(
            tmp_path,
            "summarize",
            "-",
            EXAMPLE,
            "--json",
            "--model",
            "m",
            "--base-url",
            server.base_url,
            stdin=text.encode(),
        )
    assert done.returncode == 0, done.stderr
    first, second = (Brief.load(line) for line in done.stdout.splitlines())
    assert first.article.text == text
    assert first.quotes[0].content[0].text == "We are back,"
    assert second.article.title is not None


def test_a_folder_goes_on_after_a_bad_file_and_the_gravest_code_counts(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("")
    (folder / "b.txt").write_text("The port reopened on Friday, officials said.")
    with serving(lambda _body, _n: completion(EMPTY)) as server:
        done = run(tmp_path, "summarize", folder, "--json", "--model", "m", "--base-url", server.base_url)
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    assert "a.txt" in done.stderr


def test_the_terminal_brief_shows_quotes_problems_and_cost_and_no_control_code(tmp_path: Path) -> None:
    text = "The port reopened on Friday. “We are \x1b[31mback,” said Kari Holm [bold]loudly[/bold]."
    with serving(lambda _body, _n: completion(EMPTY)) as server:
        done = run(tmp_path, "summarize", "-", "--model", "m", "--base-url", server.base_url, stdin=text.encode())
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert "⟨ESC⟩[31mback" in done.stdout
    assert "Kari Holm" in done.stdout
    assert "added by rule" in done.stdout
    assert "1 request " in done.stdout


def test_an_incomplete_brief_has_an_exit_code_of_its_own(tmp_path: Path) -> None:
    def script(body: dict[str, Any], _n: int) -> Any:
        wanted = body["response_format"]["json_schema"]["schema"]["required"]
        return completion('{"quotes": []}' if "quotes" in wanted else "{}")

    with serving(script) as server:
        done = run(tmp_path, "summarize", EXAMPLE, "--model", "m", "--base-url", server.base_url)
    assert done.returncode == 5
    assert "INCOMPLETE" in done.stdout


def test_an_answer_that_holds_nothing_asked_for_is_a_failure_of_the_model_and_no_empty_brief(tmp_path: Path) -> None:
    with serving(lambda _body, _n: completion("{}")) as server:
        done = run(tmp_path, "summarize", EXAMPLE, "--model", "m", "--base-url", server.base_url)
    assert done.returncode == 4
    assert "no object with what was asked for" in done.stderr
    assert done.stdout == ""
    assert len(server.requests) == 2, "once more with the schema in words, not once for each pass"


def test_ctrl_c_says_so_and_leaves_no_traceback(tmp_path: Path) -> None:
    def slow(_body: dict[str, Any], _n: int) -> Any:
        told = completion(EMPTY)
        told.delay = 60.0
        return told

    with serving(slow) as server:
        command = [*warm.nutgraf(), "summarize", str(EXAMPLE), "--model", "m", "--base-url", server.base_url]
        running = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path), text=True
        )
        waited = time.monotonic() + 120
        while not server.requests:
            assert time.monotonic() < waited
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=50)
    assert running.returncode == 130
    assert "interrupted" in err
    assert "Traceback" not in err
    assert out == ""


def test_a_reader_that_closes_early_is_no_error(tmp_path: Path) -> None:
    with serving(lambda _body, _n: completion(EMPTY)) as server:
        line = f"'{warm.NUTGRAF}' summarize '{EXAMPLE}' --model m --base-url {server.base_url} | head -c 1"
        done = subprocess.run(
            ["bash", "-c", line], capture_output=True, env=environment(tmp_path), text=True, timeout=600, check=False
        )
    assert "Traceback" not in done.stderr


def test_help_and_version_need_no_model(tmp_path: Path) -> None:
    assert "Exit codes" in run(tmp_path, "summarize", "--help").stdout
    assert run(tmp_path, "--version").stdout.startswith("nutgraf ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summarize", EXAMPLE], "no model named"),
        (["run", EXAMPLE, "-o", "out.jsonl", "--dry-run", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"], "1 article"),
        (["batch", "status", EXAMPLE, "-o", "out.jsonl", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"], "nothing is out"),
        (["verify", EXAMPLE, "-"], "1 quotation"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)  # fmt: skip
def test_a_command_starts_from_nothing(tmp_path: Path, arguments: list[Any], said: str) -> None:
    """Most tests have their imports behind them (tests/warm.py); these import what they need, as users' commands do."""
    done = run(tmp_path, *arguments, stdin=b"a first breath\n", started=[str(warm.NUTGRAF)])
    assert done.returncode in (0, 2)
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_what_the_output_has_no_character_for_is_written_as_an_escape(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell on the Årdal plain. “It will not stop,” said Åsa Lund. 😀\n", "utf-8")
    started = ["env", "PYTHONIOENCODING=ascii", str(warm.NUTGRAF)]
    read = run(tmp_path, "read", "a.txt", started=started)
    assert (read.returncode, read.stderr) == (0, "")
    assert "\\xc5sa Lund" in read.stdout
    checked = run(tmp_path, "check", "a.txt", "a.txt", started=started)
    assert checked.returncode == 0
    verdict = run(tmp_path, "verify", "a.txt", "-", "--json", stdin="It will not stop, 😀".encode(), started=started)
    assert json.loads(verdict.stdout)["quote"] == "It will not stop, 😀"
