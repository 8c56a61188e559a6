"""What commands print on a terminal: nothing that an article or a server says acts there."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from nutgraf.commands import batch, writing
from nutgraf.commands.saying import show_warnings
from nutgraf.commands.writing import print_json, write
from nutgraf.results import Verdict
from nutgraf.telling.verdicts import _quotation
from nutgraf.telling.visible import CONTROL
from told import empty

HOSTILE = "\x1b[2Ja\x9bb\u202ec\x07"


@pytest.fixture
def terminal(capsysbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(writing, "_on_a_terminal", lambda: True)
    return capsysbinary


def printed(terminal: Any) -> str:
    out: str = terminal.readouterr().out.decode()
    assert not CONTROL.search(out.replace("\n", ""))
    return out


def test_json_reads_the_same(terminal: Any) -> None:
    line = empty().model_copy(update={"headline": HOSTILE}).model_dump_json()
    print_json(line)
    assert json.loads(printed(terminal)) == json.loads(line)


def test_a_table_is_shown_with_names_in_their_place(terminal: Any) -> None:
    write("-", f"a,b\n{HOSTILE},2\n".encode())
    assert printed(terminal) == "a,b\n⟨ESC⟩[2Ja⟨U+009B⟩b⟨RLO⟩c⟨BEL⟩,2\n"


def test_what_is_piped_is_as_it_is(capsysbinary: Any) -> None:
    write("-", HOSTILE.encode())
    print_json(HOSTILE)
    assert capsysbinary.readouterr().out.decode() == HOSTILE + HOSTILE + "\n"


def test_a_warning_and_a_batch_are_no_better(terminal: Any) -> None:
    state: Any = type(
        "State", (), {"id": HOSTILE, "status": HOSTILE, "completed": 1, "total": 2, "failed": 0, "errors": (HOSTILE,)}
    )
    batch._show([state])
    assert "⟨ESC⟩" in printed(terminal)
    show_warnings()
    handler = logging.getLogger("nutgraf").handlers.pop()
    record = logging.LogRecord("nutgraf", logging.WARNING, "", 0, "%s", (HOSTILE,), None)
    assert not CONTROL.search(handler.format(record))


@pytest.mark.parametrize(
    ("quote", "differences", "marked"),
    [
        ("that was a plan and a half", ("the → a", "plans → plan"), ["a", "a", "plan"]),
        ("they win… they lose", ("not → …",), ["…"]),
    ],
)
def test_of_an_altered_quotation_whole_words_are_marked_and_nothing_of_the_line_that_explains(
    quote: str, differences: tuple[str, ...], marked: list[str]
) -> None:
    shown = _quotation(Verdict(quote=quote, verdict="altered", differences=differences))
    assert sorted(shown.plain[one.start : one.end] for one in shown.spans if "underline" in str(one.style)) == marked
    assert all(f"article → quotation: {difference}" in shown.plain for difference in differences)
