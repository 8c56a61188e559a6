"""A job on a real local Ray cluster of two CPUs, in a process of its own; prints what came of it as a line of JSON.

    python tests/ray_cluster.py BASE_URL CACHE ARTICLES WORKERS IN_FLIGHT [KILL_AFTER]

KILL_AFTER: kill one worker, of this cluster, once the model server has seen so many requests.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import ray

from nutgraf import Summarizer
from nutgraf.scaling import ray as scaling

RESULT = "came of it: "
"""Begins our line: Ray prints some of its own on standard output."""


def main() -> None:
    base_url, cache, articles, workers, in_flight, *kill_after = sys.argv[1:]
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100 * 2**20)
    killed: list[int] = []
    try:
        desk = Summarizer(
            model="m", base_url=base_url, cache=cache, concurrency=int(workers) * int(in_flight), passes=("events",)
        )
        rows = [{"key": f"a{n}", "text": text(n)} for n in range(int(articles))]
        ds = ray.data.from_items([*rows, {"key": "bad", "text": ""}], override_num_blocks=int(articles) // 8)
        found = scaling.summarize(ds, desk, workers=int(workers), batch_size=8)
        if kill_after:
            killer = threading.Thread(target=kill_one, args=(base_url, int(kill_after[0]), killed), daemon=True)
            killer.start()
        came_of_it = json.dumps({"rows": found.take_all(), "killed": killed})
        print(f"\n{RESULT}{came_of_it}", flush=True)
    finally:
        ray.shutdown()


def text(number: int) -> str:
    return f"The port of Bergen reopened on Friday after strike number {number}, said Kari Holm."


def kill_one(base_url: str, requests: int, killed: list[int]) -> None:
    while seen(base_url) < requests:
        time.sleep(0.05)
    killed.append(min(workers_of(os.getpid())))
    os.kill(killed[0], signal.SIGKILL)


def seen(base_url: str) -> int:
    connection = http.client.HTTPConnection(urlsplit(base_url).netloc, timeout=20)
    connection.request("GET", "/control")
    books: dict[str, Any] = json.loads(connection.getresponse().read())
    connection.close()
    return len(books["bodies"])


def workers_of(parent: int) -> list[int]:
    """The processes below this one that run our actors."""
    parents, names = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
            names[int(folder.name)] = (folder / "cmdline").read_text()
        except OSError:
            continue
        parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])

    def ours(pid: int) -> bool:
        while pid in parents:
            if pid == parent:
                return True
            pid = parents[pid]
        return False

    return [pid for pid, name in names.items() if "_Worker" in name and ours(pid)]


if __name__ == "__main__":
    main()
