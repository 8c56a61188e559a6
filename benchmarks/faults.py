"""A thousand articles against a server with 10 % faults of all kinds, twice; ten thousand against one that is dead.

    python benchmarks/faults.py [--articles 1000] [--dead 10000]

The first prints how every article ended, and what a second run against the healed server pays for. The second prints
how long a run takes in which nothing answers.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import socket
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import nutgraf
import nutgraf.desk
from many import ALL_KINDS, endings, texts
from misbehaving import Misbehaving, answer, sometimes
from nutgraf.asking.line.patience import Patience


def random_faults(count: int, folder: str) -> None:
    nutgraf.desk.PATIENCE = Patience(attempts=3, first_wait=0.01, longest_wait=0.1)
    server, articles = Misbehaving(), texts(count)
    server.script(sometimes(0.1, ALL_KINDS, answer()))
    runs = []
    for _ in range(2):
        desk = nutgraf.Summarizer(model="m", base_url=server.base_url, cache=f"{folder}/a.sqlite")
        runs.append(asyncio.run(endings(desk, articles)))
        books = server.books()
        print(
            f"{count:,} articles, {len(ALL_KINDS)} kinds of faults: {dict(Counter(e[0].how for e in runs[-1].values()))}; "
            f"endings per article {sorted({len(e) for e in runs[-1].values()})}; requests {books.requests:,}; tokens told "
            f"by the server {books.reported:,}, by usage {desk.usage.total_tokens:,}"
        )
        server.script()
    failed = {text for text in articles if runs[0][text][0].how != "complete"}
    paid = {text for text in articles if runs[1][text][0].requests}
    print(f"failed at first: {len(failed)}; paid for again: {len(paid)}; the same articles: {failed == paid}")
    server.stop()


def dead_endpoint(count: int) -> None:
    nutgraf.desk.PATIENCE = Patience()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    desk = nutgraf.Summarizer(model="m", base_url=url, cache=None, passes=("quotes",))
    began = time.monotonic()
    found = asyncio.run(endings(desk, texts(count)))
    print(
        f"{count:,} articles, dead endpoint: {dict(Counter(e[0].how for e in found.values()))} in "
        f"{time.monotonic() - began:.1f} s with {desk.usage.requests} requests tried"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, default=1_000)
    arguments.add_argument("--dead", type=int, default=10_000)
    given = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        random_faults(given.articles, folder)
    dead_endpoint(given.dead)


if __name__ == "__main__":
    main()
