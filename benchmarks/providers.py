"""What each fault of each provider costs: requests, tokens as the server and as nutgraf counted them, the error.

python benchmarks/providers.py
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import nutgraf.desk
from nutgraf.asking.line.patience import Patience
from provider_faults import FAULTS, PROVIDERS, cost_of


def main() -> None:
    logging.disable(logging.CRITICAL)
    nutgraf.desk.PATIENCE = Patience(attempts=3, first_wait=0.001, longest_wait=0.05)
    print(f"{'fault':26}" + "".join(f"{provider:>38}" for provider in PROVIDERS))
    for fault in FAULTS:
        cells = []
        for provider in PROVIDERS:
            cost = cost_of(fault, provider)
            agree = "=" if (cost.requests, cost.tokens) == (cost.booked, cost.booked_tokens) else "≠"
            cells.append(f"{cost.requests} req {cost.tokens:>4} tok {agree} {cost.error}")
        print(f"{fault.name:26}" + "".join(f"{cell:>38}" for cell in cells))


if __name__ == "__main__":
    main()
