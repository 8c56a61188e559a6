"""Processor time of one request against a server without latency: nutgraf beside the raw client and instructor.

    python benchmarks/overhead.py [--requests 200] [--rounds 5]

One article, one request, eight in flight; every client in a process of its own, in turn, timed after a warm-up. nutgraf
asks for all three passes; "reading and checking" is timed apart, in the same process, and taken off in the last line.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from misbehaving import Misbehaving, answer

STORY = json.loads((Path(__file__).parents[1] / "examples" / "articles" / "lake-accord.json").read_text())["text"]
FOUND = json.dumps({"quotes": [], "events": [], "summary": []})
IN_FLIGHT = 8


async def _many(ask: Callable[[int], Awaitable[Any]], count: int) -> None:
    numbers = iter(range(count))

    async def one_after_the_other() -> None:
        for number in numbers:
            await ask(number)

    await asyncio.gather(*(one_after_the_other() for _ in range(IN_FLIGHT)))


def _asked_with_openai(base_url: str) -> Callable[[int], Awaitable[Any]]:
    import openai

    from nutgraf import Summarizer

    (question,) = Summarizer(model="m", base_url=base_url, cache=None).questions(STORY)
    client = openai.AsyncOpenAI(base_url=base_url, api_key="k", max_retries=0)
    shape: Any = {"type": "json_schema", "json_schema": {"name": "answer", "schema": question.schema, "strict": True}}
    messages: Any = [{"role": role, "content": text} for role, text in question.messages]

    async def ask(_number: int) -> Any:
        told = await client.chat.completions.create(model="m", messages=messages, response_format=shape)
        return question.answer_class.model_validate_json(told.choices[0].message.content or "")

    return ask


def _asked_with_instructor(base_url: str) -> Callable[[int], Awaitable[Any]]:
    import instructor
    import openai
    from pydantic import BaseModel

    class Participant(BaseModel):
        name: str
        role: str

    class Quote(BaseModel):
        text: str
        speaker: str | None
        cue: str | None

    class Event(BaseModel):
        title: str
        status: str
        place: str | None
        time: str | None
        participants: list[Participant]

    class Point(BaseModel):
        text: str

    class Found(BaseModel):
        quotes: list[Quote]
        events: list[Event]
        summary: list[Point]

    sdk = openai.AsyncOpenAI(base_url=base_url, api_key="k", max_retries=0)
    client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)

    async def ask(_number: int) -> Any:
        messages: Any = [{"role": "system", "content": "Find the quotes."}, {"role": "user", "content": STORY}]
        return await client.chat.completions.create(model="m", messages=messages, response_model=Found, max_retries=0)

    return ask


def _asked_with_nutgraf(base_url: str) -> Callable[[int], Awaitable[Any]]:
    import nutgraf

    desk = nutgraf.Summarizer(model="m", base_url=base_url, cache=None, concurrency=IN_FLIGHT)

    async def ask(number: int) -> Any:
        return await desk.asummarize(f"{STORY}\n\nStory number {number}.")

    return ask


def _alone(count: int) -> float:
    """Reading and checking, without any request: milliseconds an article."""
    import nutgraf
    from nutgraf.results import Provenance, Usage
    from nutgraf.steps import Answered, Checks, make_brief, plan

    desk = nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", cache=None)
    made_by, total = Provenance(model="m", host="h", prompts={}, version="0"), 0.0
    for number in range(count):
        began = time.process_time()
        reading = nutgraf.read(f"{STORY}\n\nStory number {number}.")
        (step,) = plan(desk.passes, reading, "article", unlimited=False)
        answered = [Answered(p.name, step.window) for p in step.passes]
        make_brief(desk.passes, reading, answered, Usage(), made_by, checks=Checks(reading))
        total += time.process_time() - began
    return 1_000 * total / count


WAYS = {"openai": _asked_with_openai, "instructor": _asked_with_instructor, "nutgraf": _asked_with_nutgraf}


def one(name: str, base_url: str, count: int) -> None:
    """In a process of its own: milliseconds of processor time a request."""
    if name == "reading and checking":
        _alone(20)
        print(_alone(count))
        return
    ask = WAYS[name](base_url)

    async def timed() -> float:
        await _many(ask, 20)
        began = time.process_time()
        await _many(ask, count)
        return 1_000 * (time.process_time() - began) / count

    print(asyncio.run(timed()))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--requests", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--one", nargs=2, default=None, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.one:
        one(*chosen.one, chosen.requests)
        return
    names = (*WAYS, "reading and checking")
    found: dict[str, list[float]] = {name: [] for name in names}
    server = Misbehaving()
    try:
        for _ in range(chosen.rounds):
            for name in names:
                server.script(answer(FOUND))
                line = [sys.executable, __file__, "--requests", str(chosen.requests), "--one", name, server.base_url]
                done = subprocess.run(line, capture_output=True, text=True, check=True)
                found[name].append(float(done.stdout))
    finally:
        server.stop()
    found["nutgraf, reading and checking aside"] = [
        whole - own for whole, own in zip(found["nutgraf"], found["reading and checking"], strict=True)
    ]
    base = statistics.median(found["instructor"])
    print(f"{len(STORY):,} characters; processor ms a request, median (least-most) of {chosen.rounds} rounds\n")
    print("| | ms | × instructor |\n| --- | --- | --- |")
    for name, times in found.items():
        middle = statistics.median(times)
        print(f"| {name} | {middle:.2f} ({min(times):.2f}-{max(times):.2f}) | {middle / base:.2f} |")


if __name__ == "__main__":
    main()
