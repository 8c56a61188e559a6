"""Replay per request, nutgraf's cassettes beside plain pytest-recording with body matching, both through instructor.

    python benchmarks/replay.py [--sizes 10,50,200] [--rounds 3]

Both sides answer the same requests with the same client in the same process, in turn; figures are processor time per
request, the loading of the cassette included.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import vcr
from vcr.record_mode import RecordMode

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from loopback import completion, serving
from nutgraf import Article, read
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.asking.line.llm import Dialect, Line
from nutgraf.asking.question.asked import Question
from nutgraf.asking.question.compose import Manner, compose
from nutgraf.asking.question.prompts import load
from nutgraf.passes import built_in
from nutgraf.reading.window import runs
from nutgraf.testing.cassette import DigestCassette, digest

STORY = Article.from_file(Path(__file__).parents[1] / "examples" / "articles" / "lake-accord.json").text
ANSWER = json.dumps(
    {
        "quotes": [],
        "events": [],
        "summary": [{"evidence": [1], "text": "Tanzania and Burundi agreed Wednesday to free 312 fishermen."}] * 20,
    }
)


def questions(size: int) -> list[Question]:
    """The library's own requests, all passes in one, about as many different articles."""
    tasks = [built_in(name).task for name in ("quotes", "events", "summary")]
    manner = Manner(frame=load("frame/v2"), examples=False, narrow=False, max_output_tokens=4_000, temperature=0.0)
    found = []
    for number in range(size):
        reading = read(Article.from_text(f"Report {number} from the lake.\n\n{STORY}"))
        (window,) = runs(reading, "article")
        found.append(compose(tasks, window, reading, manner))
    return found


def ask_all(line: Line, asked: list[Question], url: str) -> None:
    async def go() -> None:
        for question in asked:
            await line.ask(question, Dialect(), base_url=url, api_key="k")
        await line.aclose()

    asyncio.run(go())


def ours(path: Path, mode: RecordMode) -> Any:
    return DigestCassette.use(path=str(path), record_mode=mode, command="", synthetic=False, name=path.name, keys=set())


def theirs(path: Path, mode: RecordMode) -> Any:
    recorder = vcr.VCR(match_on=("method", "uri", "body"), record_mode=mode, decode_compressed_response=True)
    return recorder.use_cassette(str(path))


def seconds(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def measure(size: int, rounds: int) -> tuple[float, float, float]:
    """Milliseconds per request: ours, theirs, and the matching alone."""
    asked = questions(size)
    endpoint = Endpoint(id="x", base_url="x", model="m", flavour="other")
    with tempfile.TemporaryDirectory() as folder, serving(lambda _b, _n: completion(ANSWER)) as server:
        line, sides = (
            Line(endpoint, timeout=30),
            {"ours": (ours, Path(folder) / "a.yaml"), "theirs": (theirs, Path(folder) / "b.yaml")},
        )
        for open_, path in sides.values():
            with open_(path, RecordMode.NEW_EPISODES):
                ask_all(line, asked, server.base_url)
        figures: dict[str, list[float]] = {"ours": [], "theirs": []}
        for _ in range(rounds):
            for name, (open_, path) in sides.items():

                def replay(open_: Any = open_, path: Path = path) -> None:
                    with open_(path, RecordMode.NONE):
                        ask_all(line, asked, server.base_url)

                figures[name].append(seconds(replay) / size * 1_000)
        cassette = DigestCassette.load(
            path=str(sides["ours"][1]), record_mode=RecordMode.NONE, command="", synthetic=False, name="", keys=set()
        )
        fresh = [_copied(request) for request in cassette.requests]
        matching = (
            seconds(lambda: [cassette.can_play_response_for(request) for request in fresh] and None) / size * 1_000
        )
    return statistics.median(figures["ours"]), statistics.median(figures["theirs"]), matching


def _copied(request: Any) -> Any:
    copy = vcr.request.Request(request.method, request.uri, request.body, dict(request.headers))
    assert digest(copy) == digest(request)
    return vcr.request.Request(request.method, request.uri, request.body, dict(request.headers))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,50,200")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(
        f"vcrpy {version('vcrpy')}, pytest-recording {version('pytest-recording')}, instructor {version('instructor')}"
    )
    print(
        f"{'interactions':>12} {'nutgraf ms':>11} {'vcrpy ms':>9} {'ratio':>6} {'matching ms':>12} {'x own at first':>15}"
    )
    first = None
    for size in map(int, options.sizes.split(",")):
        mine, other, matching = measure(size, options.rounds)
        first = first or mine
        print(f"{size:>12} {mine:>11.2f} {other:>9.2f} {mine / other:>6.3f} {matching:>12.4f} {mine / first:>15.2f}")


if __name__ == "__main__":
    main()
