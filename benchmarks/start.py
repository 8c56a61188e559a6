"""What it costs to begin: processor time and memory of an import in a fresh process, beside the peers'.

    python benchmarks/start.py [--rounds 7]

Bytecode is warm, rounds are interleaved, medians are shown.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
from importlib.metadata import version
from tempfile import TemporaryDirectory

_MEASURE = """
import time
began = time.process_time()
{code}
spent = time.process_time() - began
import resource
print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
PROGRAMS = {
    "import nutgraf": "import nutgraf",
    "nutgraf.read, one article": "import nutgraf; nutgraf.read('The ferry sank on Monday, officials said.')",
    "import instructor": "from instructor import from_openai",
    "import openai": "import openai",
    "import langextract": "import langextract",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    programs = {n: c for n, c in PROGRAMS.items() if "langextract" not in n or importlib.util.find_spec("langextract")}
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    with TemporaryDirectory() as bytecode:  # kept whatever the environment says
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = bytecode
        for _ in range(options.rounds + 1):
            for name, code in programs.items():
                line = [sys.executable, "-c", _MEASURE.format(code=code)]
                ran = subprocess.run(line, capture_output=True, text=True, check=True, env=environment)
                spent, memory = map(float, ran.stdout.split())
                figures[name].append((spent * 1_000, memory))
    print(f"Python {sys.version.split()[0]}, openai {version('openai')}, instructor {version('instructor')}")
    peer = statistics.median(ms for ms, _ in figures["import instructor"][1:])
    print(f"{'':28}{'ms':>8}{'x instructor':>14}{'MiB':>8}")
    for name, rows in figures.items():
        ms = statistics.median(row[0] for row in rows[1:])
        print(f"{name:28}{ms:>8.0f}{ms / peer:>14.2f}{statistics.median(row[1] for row in rows[1:]):>8.0f}")


if __name__ == "__main__":
    main()
