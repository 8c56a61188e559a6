"""Change the code that checks answers in a sample of the ways that mutmut knows; print how many the tests notice (make mutants).

Called with the size of the sample and the seed that draws it. Fails where the tests notice less than LEAST of it.
"""

from __future__ import annotations

import json
import math
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

LEAST = 0.9
SMALLEST = "nutgraf.checking.items.pointing.*"
"""A module of few lines: with it mutmut writes the changes to all modules down, and which tests run which function."""
NOTICED = {1, 3, 24, -24, 36, 152}
"""Exit codes of a failed run, of a broken one, and of one without an end."""
MISSED = {0, 5, 33}
"""Of a run that passed, and of code that no test runs."""
CHANGED = Path("mutants")


def verdicts() -> dict[str, dict[str, int | None]]:
    """By module, each change with the exit code of its tests; None while it has none."""
    found = {path: json.loads(path.read_text("utf-8"))["exit_code_by_key"] for path in sorted(CHANGED.rglob("*.meta"))}
    return {path.relative_to(CHANGED / "src").as_posix().removesuffix(".meta"): codes for path, codes in found.items()}


def drawn(names: list[list[str]], count: int, seed: int) -> list[str]:
    """Each change with the same chance, and from each module its share: every n-th, in an order shuffled within modules."""
    chance = random.Random(seed)
    queue = [name for module in names for name in chance.sample(module, len(module))]
    step = max(len(queue) / count, 1.0)
    start = chance.random() * step
    return [queue[int(start + n * step)] for n in range(min(count, len(queue)))]


def run(children: str, *names: str) -> None:
    """Let mutmut try these changes."""
    tool = Path(sys.executable).with_name("mutmut")
    done = subprocess.run(
        [tool, "run", "--max-children", children, *names], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"mutmut failed:\n{done.stdout[-3_000:]}{done.stderr[-3_000:]}")


def line(name: str, count: Counter[str]) -> str:
    return f"{name:44} {count['noticed']:4}/{count.total():<4} {count['noticed'] / count.total():6.1%}"


def main(count: int, seed: int, children: str) -> int:
    run(children, SMALLEST)
    sample = set(drawn([list(codes) for codes in verdicts().values()], count, seed))
    run(children, *sorted(sample))
    total, missed = Counter[str](), list[str]()
    for module, codes in verdicts().items():
        here = Counter[str]()
        for name in sample & codes.keys():
            code = codes[name]
            here["noticed" if code in NOTICED else "missed" if code in MISSED else "not judged"] += 1
            missed += [] if code in NOTICED else [f"{name} ({code})"]
        if here:
            total += here
            print(line(module, here))
    print(line(f"all, seed {seed}", total))
    share = total["noticed"] / total.total()
    print(
        f"noticed: {share:.1%} ± {1.96 * math.sqrt(share * (1 - share) / total.total()):.1%}", *sorted(missed), sep="\n"
    )
    return int(total["not judged"] > 0 or share < LEAST)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
