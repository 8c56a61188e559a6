"""What stands between a page and its tests: blocks are found with their notes, and a page can't show what isn't printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from page_session import Session
from pages import Block, blocks_of, same, shortened

PAGE = """# A page

<!-- with model="local" -->
<!-- exit code 3 -->
```sh
nutgraf summarize missing.txt --model openai/x
```

<!-- prints -->
Words between a note and a block take the note away.

```text
shown
```

- in a list

  ```python
  print(1)
  ```
"""


def test_blocks_come_with_their_language_lines_and_notes() -> None:
    shell, text, python = blocks_of(PAGE)
    assert (shell.language, shell.notes) == ("sh", {"with model": '"local"', "exit code": "3"})
    assert PAGE.splitlines()[shell.first] == "```sh"
    assert text.notes == {}
    assert (python.language, python.text) == ("python", "print(1)\n")


@pytest.mark.parametrize(
    ("shown", "agrees"),
    [
        ("a\nb\nc\n", True),
        ("a\n…\nc\n", True),
        ("…\nc\n", True),
        ("a\nc\n", False),
        ("a\n…\nb\n", False),
        ("a\nb\n", False),
        ("", False),
    ],
)
def test_a_page_shows_what_is_printed_or_says_that_lines_are_left_out(shown: str, agrees: bool) -> None:
    assert same(shown, "a\nb\nc\n") is agrees


def test_the_time_that_something_took_is_nothing_to_hold_a_page_to() -> None:
    assert same("2 requests · 0.4 s\n", "2 requests · 12.0 s\n")
    assert not same("2 requests · 0.4 s\n", "3 requests · 0.4 s\n")


def test_a_shortened_output_is_brought_up_to_date_by_its_first_lines() -> None:
    now = "Title\nQuotes\n  q1 new\n  q2 new\nEvents\n  e1 new\n  e2 new\n"
    shown = "Title\n…\nQuotes\n  q1 old\n…\nEvents\n  e1 old\n…\n"
    made = shortened(shown, now)
    assert made == "Title\n…\nQuotes\n  q1 new\n…\nEvents\n  e1 new\n…\n"
    assert same(made, now)


def block(language: str, text: str, **notes: str) -> Block:
    return Block(language, text, 0, 0, {name.replace("_", " "): note for name, note in notes.items()})


def test_names_files_and_environment_carry_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(tmp_path, monkeypatch)
    assert session.run(block("python", "a = 1\n")) == ""
    session.run(block("sh", "export NUTGRAF_MODEL=ollama/llama3.3\n"))
    session.run(block("text", "words\n", file="here.txt"))
    text = "import os, pathlib\nprint(a, os.environ['NUTGRAF_MODEL'], pathlib.Path('here.txt').read_text())\n"
    assert session.run(block("python", text)) == "1 ollama/llama3.3 words\n\n"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (block("python", "x = 1\n", raises="ValueError"), "nothing raised"),
        (block("sh", "curl https://example.org\n"), "who runs 'curl'"),
        (block("sh", "nutgraf summarize missing.txt --model local\n", exit_code="0"), "exit code 3"),
        (block("sh", "make coffee\n"), "make coffee"),
        (block("yaml", "a: 1\n"), "neither code nor output"),
        (block("text", "not in it\n", file="examples/own_passes.py"), "no excerpt"),
    ],
    ids=lambda value: getattr(value, "language", None),
)
def test_a_block_that_is_not_what_it_says_fails(
    wrong: Block, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AssertionError, match=why):
        Session(tmp_path, monkeypatch).run(wrong)


def test_an_error_that_was_not_announced_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ZeroDivisionError):
        Session(tmp_path, monkeypatch).run(block("python", "1 / 0\n", raises="ValueError"))
