"""What an answer from the cache costs, nutgraf beside instructor with its DiskCache (pip install diskcache).

    python benchmarks/cache.py [--hits 2000] [--rounds 5] [--articles 50]

First: one hit with an answer of 4 KB - key, look-up, validation - in processor time, in turn, medians of rounds. Then:
a whole process that summarizes fifty cached articles in one pass, by the children's processor time. A miss goes to a
loopback server; during the measurement every request would fail the run.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from misbehaving import Misbehaving, answer, status

LEAD = "The port of Oslo reopened on Friday after a strike of two days, its director said. "
POINTS = [
    {"evidence": [1 + n % 9], "text": f"The port of Oslo reopened on Friday after a strike, part {n}."}
    for n in range(44)
]
ANSWER = json.dumps({"summary": POINTS})
ARTICLE = "\n\n".join(f"{LEAD}Ships had waited outside for {n} hours, and more came." for n in range(2, 22))

NUTGRAF = """
import sys, nutgraf
with nutgraf.Summarizer(model="m", base_url=sys.argv[1], passes=("summary",), cache=sys.argv[2]) as desk:
    briefs = [desk.summarize(f"{sys.argv[4]} {n} ships left.") for n in range(int(sys.argv[3]))]
print(sum(b.usage.requests for b in briefs), sorted(m for m in ("openai", "instructor", "httpx2") if m in sys.modules))
"""
INSTRUCTOR = """
import sys
import instructor, openai
from pathlib import Path
from instructor.cache import DiskCache
from pydantic import BaseModel
class Point(BaseModel):
    evidence: list[int]
    text: str
class Answer(BaseModel):
    summary: list[Point]
client = instructor.from_openai(openai.OpenAI(base_url=sys.argv[1], api_key="k", max_retries=0),
    mode=instructor.Mode.JSON_SCHEMA, cache=DiskCache(directory=sys.argv[2] + ".d"), cache_namespace="bench")
for n in range(int(sys.argv[3])):
    client.chat.completions.create(model="m", response_model=Answer, max_retries=0,
        messages=[{"role": "user", "content": f"{sys.argv[4]} {n} ships left."}])
print(0, sorted(m for m in ("openai", "instructor", "httpx2") if m in sys.modules))
"""


def hit_of_nutgraf(server: Misbehaving, folder: Path) -> Callable[[int], None]:
    """Key, look-up and validation, as `Exchange.ask` does them for every question."""
    from nutgraf.asking.cache import Cache
    from nutgraf.asking.endpoint import resolve
    from nutgraf.asking.exchange import Exchange, Tab, Wiring
    from nutgraf.asking.question import Question
    from nutgraf.asking.wire import answer_class
    from nutgraf.results import Point

    parts = (("summary", Point),)
    question = Question(
        (("system", "You read news articles for an editor. " * 10), ("user", ARTICLE)),
        parts,
        answer_class(parts).wire_schema,
        8_000,
        0.0,
        {"frame/v1": "0" * 64, "summary/v1": "1" * 64},
        "summary",
    )
    exchange = Exchange(
        resolve("m", base_url=server.base_url), Wiring(timeout=20.0), cache=Cache(folder / "a.sqlite"), budget=None
    )

    async def hits(count: int) -> None:
        for _ in range(count):
            reply = await exchange.ask(question, Tab())
        assert len(reply.answer.summary) == len(POINTS)

    loop = asyncio.new_event_loop()
    return lambda count: loop.run_until_complete(hits(count))


def hit_of_instructor(server: Misbehaving, folder: Path) -> Callable[[int], None]:
    import instructor
    import openai
    from instructor.cache import DiskCache
    from pydantic import BaseModel

    class Point(BaseModel):
        evidence: list[int]
        text: str

    class Answer(BaseModel):
        summary: list[Point]

    client = instructor.from_openai(
        openai.OpenAI(base_url=server.base_url, api_key="k", max_retries=0),
        mode=instructor.Mode.JSON_SCHEMA,
        cache=DiskCache(directory=str(folder / "d")),
        cache_namespace="bench",
    )

    def hits(count: int) -> None:
        for _ in range(count):
            found: Any = client.chat.completions.create(
                model="m", response_model=Answer, max_retries=0, messages=[{"role": "user", "content": ARTICLE}]
            )
        assert len(found.summary) == len(POINTS)

    return hits


def per_hit(hits: Callable[[int], None], count: int) -> float:
    began = time.process_time()
    hits(count)
    return (time.process_time() - began) / count * 1e6


def whole_process(code: str, arguments: list[str]) -> tuple[float, str]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=os.environ
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout.strip()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--hits", type=int, default=2_000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--articles", type=int, default=50)
    given = arguments.parse_args()
    named = " ".join(f"{name} {version(name)}" for name in ("nutgraf", "instructor", "openai", "diskcache"))
    print(f"{named}; Python {sys.version.split()[0]}; an answer of {len(ANSWER):,} bytes")
    server = Misbehaving()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _hits(server, folder, given.hits, given.rounds)
        _processes(server, folder, given.articles, given.rounds)
    server.stop()


def _hits(server: Misbehaving, folder: Path, count: int, rounds: int) -> None:
    server.script(answer(ANSWER))
    mine, theirs = hit_of_nutgraf(server, folder), hit_of_instructor(server, folder)
    mine(1), theirs(1)
    server.script(status(500))
    figures = [(per_hit(mine, count), per_hit(theirs, max(1, count // 20))) for _ in range(rounds)]
    assert server.books().requests == 0
    ours, other = (statistics.median(column) for column in zip(*figures, strict=True))
    print(f"one hit: nutgraf {ours:.0f} µs, instructor {other:.0f} µs: {other / ours:.0f} times faster")


def _processes(server: Misbehaving, folder: Path, articles: int, rounds: int) -> None:
    server.script(answer(ANSWER))
    given = [server.base_url, str(folder / "p.sqlite"), str(articles), ARTICLE]
    for code in (NUTGRAF, INSTRUCTOR):
        whole_process(code, given)
    server.script(status(500))
    figures = [(whole_process(NUTGRAF, given), whole_process(INSTRUCTOR, given)) for _ in range(rounds)]
    assert server.books().requests == 0
    ours, theirs = (statistics.median(f[side][0] for f in figures) for side in (0, 1))
    print(
        f"{articles} cached articles, one pass, whole process: nutgraf {ours:.2f} s CPU, instructor {theirs:.2f} s: "
        f"{ours / theirs:.2f} of it; requests and vendors loaded by nutgraf: {figures[0][0][1]}"
    )


if __name__ == "__main__":
    main()
