"""Many articles on one machine: wall time beside the ideal, how far the input is read ahead, and memory.

    python benchmarks/scale.py [--articles 3000] [--latency 0.5] [--in-flight 64] [--memory 50000] [--ray 160]

Time: a model server in a process of its own answers after `latency` seconds. Ideal: every request window full from
beginning to end. Memory: articles from a generator against a stub in this process, which holds nothing itself;
the resident size after a tenth of them and after all. Ray: one worker and two on a local cluster, four requests in
flight each, from the first request to the last (the cluster's start aside).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import nutgraf
from misbehaving import Misbehaving, answer

STORY = json.loads((Path(__file__).parents[1] / "examples" / "articles" / "lake-accord.json").read_text())["text"]
LINE = "The port of Bergen reopened on Friday after strike number {}, said Kari Holm. “We are back,” she added."


class Input:
    """Articles from a generator that knows how far it was read."""

    def __init__(self, count: int, body: str) -> None:
        self.count = count
        self.behind = body
        self.read = 0

    def __iter__(self) -> Iterator[str]:
        for number in range(self.count):
            self.read += 1
            yield f"{LINE.format(number)}\n\n{self.behind}"


def wall_time(count: int, latency: float, in_flight: int, body: str, *, ordered: bool) -> None:
    server = Misbehaving().script(answer(delay=latency))
    articles, read_ahead = Input(count, body), 0
    try:
        with nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None, concurrency=in_flight) as desk:
            next(iter(desk.map([LINE])))  # connections, imports
            began, cpu, ok = time.monotonic(), time.process_time(), 0
            for taken, outcome in enumerate(desk.map(articles, ordered=ordered), 1):
                if taken == 1:
                    read_ahead = articles.read
                ok += outcome.ok
            wall, cpu = time.monotonic() - began, time.process_time() - cpu
        most = server.books().most_in_flight
    finally:
        server.stop()
    ideal = math.ceil(count / in_flight) * latency
    how = "in order" if ordered else "as they finish"
    print(
        f"| {count:,} articles of {len(body) + len(LINE):,} characters, {how} | {wall:.1f} s | {ideal:.1f} s | "
        f"{wall / ideal:.2f} | {1000 * cpu / count:.1f} ms | {most} | {read_ahead} | {ok:,} |",
        flush=True,
    )


def bare(count: int, latency: float, in_flight: int) -> None:
    """The same number of requests from a bare client: what this machine gives at this moment."""
    server = Misbehaving().script(answer(delay=latency))
    body = {"model": "m", "messages": [{"role": "system", "content": ""}, {"role": "user", "content": LINE * 30}]}

    async def all_of_them() -> float:
        limits = httpx2.Limits(max_connections=in_flight)
        async with httpx2.AsyncClient(limits=limits, timeout=60) as client:
            numbers = iter(range(count))

            async def one_after_the_other() -> None:
                for _ in numbers:
                    (await client.post(f"{server.base_url}/chat/completions", json=body)).raise_for_status()

            began = time.monotonic()
            await asyncio.gather(*(one_after_the_other() for _ in range(in_flight)))
            return time.monotonic() - began

    cpu = time.process_time()
    try:
        wall = asyncio.run(all_of_them())
    finally:
        server.stop()
    cpu, ideal = time.process_time() - cpu, math.ceil(count / in_flight) * latency
    print(
        f"| a bare client | {wall:.1f} s | {ideal:.1f} s | {wall / ideal:.2f} | {1000 * cpu / count:.1f} ms | | | |",
        flush=True,
    )


def memory(count: int, in_flight: int) -> None:
    empty = json.dumps({"quotes": [], "events": [], "summary": []})
    told = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": empty}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }

    async def stub(_request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(0.001)
        return httpx2.Response(200, json=told)

    client: Any = httpx2.AsyncClient(transport=httpx2.MockTransport(stub))
    desk = nutgraf.Summarizer(
        model="m", base_url="http://127.0.0.1:9/v1", http_client=client, cache=None, concurrency=in_flight
    )
    seen, began = {}, time.monotonic()
    for taken, _ in enumerate(desk.map(Input(count, "")), 1):
        if taken % (count // 10) == 0:
            seen[taken] = resident()
            print(
                f"| after {taken:,} articles | {seen[taken]:.1f} MiB | {time.monotonic() - began:.0f} s |", flush=True
            )
    first, last = seen[count // 10], seen[count // 10 * 10]
    print(f"\nfrom the first tenth to the end: {100 * (last / first - 1):+.1f} %")


def on_ray(count: int, latency: float) -> None:
    taken = {}
    for workers in (1, 2):
        server = Misbehaving().script(answer(delay=latency))
        with tempfile.TemporaryDirectory() as folder:
            try:
                job = Path(__file__).parents[1] / "tests" / "ray_cluster.py"
                line = [sys.executable, str(job), server.base_url, f"{folder}/c.sqlite", str(count), str(workers), "4"]
                done = subprocess.run(line, capture_output=True, text=True, check=True)
                books = server.books()
            finally:
                server.stop()
        ok = sum(row["ok"] for row in json.loads(done.stdout.partition("came of it: ")[2].splitlines()[0])["rows"])
        taken[workers] = max(books.times) - min(books.times) + latency
        ideal = count / (4 * workers) * latency
        print(f"| {workers} | {taken[workers]:.1f} s | {ideal:.1f} s | {books.requests} | {ok} |", flush=True)
    print(f"\n1 → 2 workers: {taken[1] / taken[2]:.2f} ×")


def resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, default=3_000)
    arguments.add_argument("--latency", type=float, default=0.5)
    arguments.add_argument("--in-flight", type=int, default=64)
    arguments.add_argument("--memory", type=int, default=50_000, help="articles for the memory part; 0 leaves it out")
    arguments.add_argument("--ray", type=int, default=0, help="articles for the Ray part; 0 leaves it out")
    chosen = arguments.parse_args()
    if chosen.articles:
        print("|  | wall | ideal | ratio | CPU an article | most in flight | read before the first outcome | ok |")
        print("|" + " --- |" * 8)
        bare(chosen.articles, chosen.latency, chosen.in_flight)
        for body, ordered in (("", False), ("", True), (STORY, False)):
            wall_time(chosen.articles, chosen.latency, chosen.in_flight, body, ordered=ordered)
    if chosen.memory:
        print("\n| memory | resident | wall |\n| --- | --- | --- |")
        memory(chosen.memory, chosen.in_flight)
    if chosen.ray:
        print("\n| workers | wall | ideal | requests | ok |\n| --- | --- | --- | --- | --- |")
        on_ray(chosen.ray, chosen.latency)


if __name__ == "__main__":
    main()
