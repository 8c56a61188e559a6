"""The scorer of benchmarks/sentences.py counts what it says it counts, and no more sentences are read wrong than were."""

import importlib
import json
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
_before = list(sys.path)
sys.path.insert(0, str(BENCHMARKS))
scorer = importlib.import_module("sentences")
sys.path[:] = _before

TEXT = "The mayor told the board on 3 May 2024 that 40 wells were dry."
QUOTE = {
    "content": "40 wells were dry",
    "speaker": "mayor",
    "kind": "indirect",
    "cue": "told",
    "stance": "says",
}
READ_WRONG = 82
"""Of 3,466 sentences; less is better."""


def row(**expect: object) -> dict:
    return {"text": TEXT, "lang": "en", "published": "2024-06-01", "expect": expect}


def test_a_sentence_that_is_read_as_asked_has_no_fault() -> None:
    expect = {"quotes": [QUOTE], "times": [["3 May 2024", "2024-05-03"]], "quantities": [["40", 40, None]], "names": []}
    assert scorer.faults(row(**expect, sentences=1, status=[["The board will vote in June.", "planned"]])) == []


@pytest.mark.parametrize(
    ("expect", "fault"),
    [
        ({"quotes": []}, "too many: indirect [40 wells were dry]"),
        ({"no_quotes": True}, "too many: indirect"),
        ({"quotes": [QUOTE | {"speaker": "board"}]}, "missing: "),
        ({"quotes": [QUOTE | {"speaker": None}]}, "missing: "),
        ({"quotes": [QUOTE | {"cue": "said"}]}, "missing: "),
        ({"quotes": [QUOTE | {"kind": "direct"}]}, "missing: "),
        ({"quotes": [QUOTE | {"stance": "denies"}]}, "missing: "),
        ({"quotes": [QUOTE | {"content": "wells were dry"}]}, "missing: "),
        ({"times": []}, "too many: 3 May 2024 = 2024-05-03"),
        ({"times": [["3 May 2024", "2024-05-04"]]}, "missing: "),
        ({"quantities": [["40", 41, None]]}, "missing: "),
        ({"quantities": [["40", 40, "EUR"]]}, "missing: "),
        ({"names": ["Ann Lee"]}, "missing: Ann Lee"),
        ({"status": [["The board will vote in June.", "occurred"]]}, "status planned of"),
        ({"sentences": 2}, "1 sentences, not 2"),
    ],
)
def test_what_is_missing_or_too_many_is_a_fault(expect: dict, fault: str) -> None:
    assert scorer.faults(row(**expect))[0].startswith(fault)


def test_no_more_sentences_are_read_wrong_than_were() -> None:
    texts = [path.read_text(encoding="utf-8") for path in BENCHMARKS.glob("sentences/*.jsonl")]
    rows = [json.loads(line) for text in texts for line in text.splitlines()]
    assert len(rows) == 3466
    assert sum(bool(scorer.faults(one)) for one in rows) <= READ_WRONG
