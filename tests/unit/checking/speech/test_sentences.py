"""Sentences of our own with the answers of a careful reader: what is cut from each, who says it and with what stance.

A row: `text`, the `answer` as it comes (a bare sentence number, or its words), what is `delivered`: `text` to the letter
or `words` held and `no` words that may not be there; `problem` where something must be said about it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs

ROWS = [json.loads(line) for line in Path(__file__).with_name("sentences.jsonl").read_text("utf-8").splitlines()]
ARTICLES = {"the", "a", "an"}


def draft(item: dict[str, Any]) -> Any:
    speaker = item["speaker"] and SimpleNamespace(**item["speaker"])
    return SimpleNamespace(addressee=None, **{**item, "speaker": speaker})


def plain(words: str | None) -> str:
    return (words or "").casefold().replace("’", "'")


def names(words: str | None) -> set[str]:
    return set(re.findall(r"[^\W_]+", plain(words))) - ARTICLES


def is_met(quote: Any, wanted: dict[str, Any]) -> bool:
    said, name = plain(quote.text), quote.speaker and quote.speaker.name
    held = [wanted.get("words", ""), *wanted.get("words2", [])]
    stances = wanted.get("stance", quote.stance)
    return (
        said == plain(wanted.get("text", quote.text))
        and all(plain(words) in said for words in held)
        and not any(plain(words) in said for words in wanted.get("no", []))
        and (names(wanted["speaker"]) <= names(name) if wanted.get("speaker") else name is None)
        and quote.stance in (stances if isinstance(stances, list) else [stances])
        and quote.kind == wanted.get("kind", quote.kind)
        and ("title" not in wanted or (quote.speaker and quote.speaker.title) == wanted["title"])
        and plain(wanted.get("cue")) in plain(quote.cue and quote.cue.text)
        and (quote.speaker and quote.speaker.basis) == wanted.get("basis", quote.speaker and quote.speaker.basis)
    )


@pytest.mark.parametrize("row", ROWS, ids=[f"{n}-{row['kind']}" for n, row in enumerate(ROWS, 1)])
def test_what_a_careful_reader_answers_is_delivered(row: dict[str, Any]) -> None:
    reading = read(row["text"])
    (window,) = runs(reading, "article")
    settled = built_in("quotes").checked(reading, [(window, tuple(map(draft, row["answer"])))])
    found = [(q.text, q.speaker and q.speaker.name, q.cue and q.cue.text, q.stance) for q in settled.items]
    assert len(settled.items) == len(row["delivered"]), found
    for wanted in row["delivered"]:
        assert any(is_met(quote, wanted) for quote in settled.items), (wanted, found)
    assert bool(settled.problems) == row.get("problem", False), settled.problems
    for quote in settled.items:
        for span in (*quote.content, *([quote.cue] if quote.cue else [])):
            assert row["text"][span.start : span.end] == span.text
