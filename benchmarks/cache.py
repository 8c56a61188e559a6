"""What an answer from the cache costs, nutgraf beside instructor with its DiskCache (pip install diskcache).

    python benchmarks/cache.py [--hits 2000] [--rounds 5] [--articles 50]

First: one hit with an answer of 4 KB - key, look-up, validation - in processor time, in turn, medians of rounds. Then:
a whole process that summarizes fifty cached articles in one pass, by the children's processor time. A miss goes to a
loopback server; during the measurement every request would fail the run.
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import json
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

EXAMPLE = json.loads((Path(__file__).parents[1] / "examples/articles/lake-accord.json").read_text("utf-8"))
ARTICLE: str = EXAMPLE["text"]


def _answer() -> str:
    """Quotes and events, 4 KB of JSON."""
    quote = {"content": ["m1"], "speaker": {"name": "Kari Holm", "kind": "person"}, "cue": "said", "addressee": None}
    event = {
        "evidence": [1, 2],
        "title": "The two towns agreed to share the water of the lake",
        "status": "occurred",
        "participants": [{"name": "Kari Holm", "role": "actor"}, {"name": "the town council", "role": "recipient"}],
        "place": "the town hall",
        "time": "Friday",
        "quantities": [{"span": "40 percent", "role": "share of the water"}],
    }
    return json.dumps({"quotes": [quote] * 12, "events": [event] * 7})


ANSWER = _answer()

NUTGRAF = """
import sys, nutgraf
with nutgraf.Summarizer(model="m", base_url=sys.argv[1], passes=("summary",), cache=sys.argv[2]) as desk:
    briefs = [desk.summarize(sys.argv[4].replace("312", str(n))) for n in range(int(sys.argv[3]))]
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
        messages=[{"role": "user", "content": sys.argv[4].replace("312", str(n))}])
print(0, sorted(m for m in ("openai", "instructor", "httpx2") if m in sys.modules))
"""


def _parts() -> tuple[tuple[str, Any], ...]:
    from nutgraf.results import Event, Quote

    return (("quotes", Quote), ("events", Event))


def hit_of_nutgraf(server: Misbehaving, folder: Path) -> Callable[[int], None]:
    """Key, look-up and validation, as `Exchange.ask` does them for every question."""
    from nutgraf.asking.budget.tab import Tab
    from nutgraf.asking.cache.answers import Cache
    from nutgraf.asking.exchange import Exchange, Wiring
    from nutgraf.asking.line.endpoint import resolve
    from nutgraf.asking.question.asked import Question
    from nutgraf.asking.question.wire import answer_class

    parts = _parts()
    question = Question(
        (("system", "You read news articles for an editor. " * 10), ("user", ARTICLE)),
        parts,
        answer_class(parts).wire_schema,
        8_000,
        0.0,
        {"frame/v1": "0" * 64, "quotes/v1": "1" * 64, "events/v1": "2" * 64},
        "quotes+events",
    )
    exchange = Exchange(
        resolve("m", base_url=server.base_url), Wiring(timeout=20.0), cache=Cache(folder / "a.sqlite"), budget=None
    )

    async def hits(count: int) -> None:
        for _ in range(count):
            reply = await exchange.ask(question, Tab())
        assert len(reply.answer.events) == 7

    loop = asyncio.new_event_loop()
    return lambda count: loop.run_until_complete(hits(count))


def hit_of_instructor(server: Misbehaving, folder: Path) -> Callable[[int], None]:
    import instructor
    import openai
    from instructor.cache import DiskCache
    from pydantic import create_model

    from nutgraf.asking.question.wire import answer_class

    # The same fields, without what nutgraf adds to a class.
    fields: dict[str, Any] = {name: (f.annotation, ...) for name, f in answer_class(_parts()).model_fields.items()}
    plain = create_model("Answer", **fields)
    client = instructor.from_openai(
        openai.OpenAI(base_url=server.base_url, api_key="k", max_retries=0),
        mode=instructor.Mode.JSON_SCHEMA,
        cache=DiskCache(directory=str(folder / "d")),
        cache_namespace="bench",
    )

    def hits(count: int) -> None:
        for _ in range(count):
            found: Any = client.chat.completions.create(
                model="m", response_model=plain, max_retries=0, messages=[{"role": "user", "content": ARTICLE}]
            )
        assert len(found.events) == 7

    return hits


def per_hit(hits: Callable[[int], None], count: int) -> float:
    began = time.process_time()
    hits(count)
    return (time.process_time() - began) / count * 1e6


def whole_process(code: str, arguments: list[str]) -> tuple[float, str]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, check=True)
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


def _points() -> str:
    """A summary that every check accepts: sentences of the article, without the one that differs."""
    import nutgraf

    sentences = nutgraf.read(ARTICLE).sentences[1:6]
    return json.dumps({"summary": [{"evidence": [s.number], "text": ARTICLE[s.start : s.end]} for s in sentences]})


def _processes(server: Misbehaving, folder: Path, articles: int, rounds: int) -> None:
    # An installed package comes with its bytecode, as instructor's does here.
    import nutgraf

    compileall.compile_dir(Path(nutgraf.__file__).parent, quiet=2)
    server.script(answer(_points()))
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
