"""What it costs to hold a reader's whole answer against its article: `python benchmarks/answered.py [--rounds 5]`.

Plays the answers of `tests/answers` and `examples/strong` (made by hand, some thirty items each) through reading and checking, beside what a client
without checks does with the same text: validate it with the same Pydantic classes. Both in one process, in turn; medians of the rounds, processor time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from delivered import Case, answer_of, cases, lines


def spent(work: Callable[[Case], object], chosen: list[Case]) -> float:
    """Milliseconds an article."""
    began = time.process_time()
    for case in chosen:
        work(case)
    return (time.process_time() - began) * 1_000 / len(chosen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    chosen = list(cases().values())
    items = sum(len(lines(case)) for case in chosen) / len(chosen)  # and warm
    plain, held = zip(*((spent(answer_of, chosen), spent(lines, chosen)) for _ in range(rounds)), strict=True)
    parsing, checking = statistics.median(plain), statistics.median(held)
    print(f"{len(chosen)} articles, {items:.0f} lines of a brief each")
    print(f"the answer validated alone        {parsing:6.1f} ms")
    print(f"read, validated, checked, as lines {checking:5.1f} ms   {checking / parsing:.0f} x")


if __name__ == "__main__":
    main()
