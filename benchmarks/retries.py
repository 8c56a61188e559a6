"""How many requests each fault of a server costs, nutgraf beside instructor, and whose books agree with the server's.

    python benchmarks/retries.py [--faults 429,500,refusal]

Both ask the same misbehaving server (a process of its own, which counts) about the same article, in the same run.
nutgraf: three attempts, waits shortened. instructor: JSON_SCHEMA, as it comes (max_retries=3 over the client's own 2),
and with tenacity (three attempts). "books" compares tokens as the server told them with those that the library reports.
"""

from __future__ import annotations

import argparse
import logging
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import instructor
import openai
from pydantic import BaseModel
from tenacity import Retrying, stop_after_attempt

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import nutgraf
import nutgraf.desk
from fault_matrix import ARTICLE, FAULTS, SETTINGS, Fault, Setting
from misbehaving import Misbehaving
from nutgraf.asking.line.patience import Patience
from nutgraf.errors import NutgrafError


class _Event(BaseModel):
    evidence: list[int]
    title: str


class _Answer(BaseModel):
    events: list[_Event]


Row = tuple[str, str]


def of_nutgraf(server: Misbehaving, fault: Fault, setting: Setting) -> Row:
    server.script(*fault.rules)
    chosen = {"cache": None, "timeout": fault.timeout, "api_key": "k"} | setting.settings
    with nutgraf.Summarizer(model="m", base_url=server.base_url, **chosen) as desk:
        try:
            desk.summarize(ARTICLE)
            outcome = "ok"
        except NutgrafError as error:
            outcome = type(error).__name__
        books = server.books()
        balanced = "=" if desk.usage.total_tokens == books.reported else "≠"
        assert books.requests == fault.requests(setting), fault.name
    return f"{books.requests}{balanced}", outcome


def of_instructor(server: Misbehaving, fault: Fault, max_retries: Any) -> Row:
    server.script(*fault.rules)
    sdk = openai.OpenAI(base_url=server.base_url, api_key="k", timeout=fault.timeout)
    client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)
    told = 0
    try:
        found = client.chat.completions.create(
            model="m",
            messages=[{"role": "user", "content": ARTICLE}],
            response_model=_Answer,
            temperature=0,
            max_tokens=500,
            **({} if max_retries is None else {"max_retries": max_retries}),
        )
        outcome, told = "ok", _tokens(getattr(found, "_total_usage", None))
    except Exception as error:  # noqa: BLE001 - whatever it raises is what is compared
        outcome, told = type(error).__name__, _tokens(getattr(error, "total_usage", None))
    finally:
        sdk.close()
    books = server.books()
    return f"{books.requests}{'=' if told == books.reported else '≠'}", outcome


def _tokens(usage: Any) -> int:
    return usage if isinstance(usage, int) else getattr(usage, "total_tokens", 0) or 0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--faults", default="", help="names of faults, separated by commas; all by default")
    chosen = [name for name in arguments.parse_args().faults.split(",") if name]
    logging.disable(logging.CRITICAL)
    nutgraf.desk.PATIENCE = Patience(attempts=3, first_wait=0.01, longest_wait=0.1)
    one, three = (Setting(s.name, s.settings, s.passes, attempts=3) for s in SETTINGS[:2])
    server = Misbehaving()
    print(f"nutgraf {version('nutgraf')}, instructor {version('instructor')}, openai {version('openai')}")
    print("requests seen by the server; = tokens told agree with the server's count, ≠ they don't\n")
    titles = (
        "fault",
        "nutgraf, 1 pass",
        "nutgraf, 3 passes",
        "instructor",
        "instructor, tenacity(3)",
        "nutgraf ends in",
    )
    print("| " + " | ".join(titles) + " |\n|" + " --- |" * len(titles))
    try:
        for fault in FAULTS:
            if chosen and fault.name not in chosen:
                continue
            mine, outcome = of_nutgraf(server, fault, one)
            all_of_mine, _ = of_nutgraf(server, fault, three)
            theirs, _ = of_instructor(server, fault, None)
            with_tenacity, _ = of_instructor(server, fault, Retrying(stop=stop_after_attempt(3)))
            cells = (fault.name, mine, all_of_mine, theirs, with_tenacity, outcome)
            print("| " + " | ".join(cells) + " |", flush=True)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
