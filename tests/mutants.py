"""Print how many of mutmut's changes to each module the tests noticed (make mutants)."""

import json
import sys
from collections import Counter
from pathlib import Path

KILLED = {1, 3}
"""pytest's exit codes for a failed and for a broken run."""
TIMEOUT = {24, -24, 36, 152}
SURVIVED = {0}
ROOT = Path(__file__).parents[1] / "mutants"


def line(name: str, count: Counter[str]) -> str:
    killed, every = count["killed"], count.total()
    return f"{name:16} {killed:4}/{every:<4} {killed / every:.1%} {dict(count)}"


total: Counter[str] = Counter()
for path in sorted(ROOT.rglob("*.meta")):
    count: Counter[str] = Counter()
    for code in json.loads(path.read_text("utf-8"))["exit_code_by_key"].values():
        # mutmut calls 255 a timeout, but it is a pytest that could not be started; 33 is code that no test runs.
        count["killed" if code in KILLED | TIMEOUT else "survived" if code in SURVIVED else "not judged"] += 1
    if count:
        total += count
        print(line(path.stem, count))
if not total:
    sys.exit("no mutants: say make mutants")
print(line("all", total))
sys.exit(total["not judged"] > 0 or total["killed"] < 0.85 * total.total())
