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
    print(f"{'fault':27}{'provider':11}{'requests':>8}{'booked':>8}{'tokens':>8}{'booked':>8}  error")
    for fault in FAULTS:
        for provider in PROVIDERS:
            if provider not in fault.said:
                print(f"{fault.name:27}{provider:11}{'has no such':>34}")
                continue
            cost = cost_of(fault, provider)
            counts = f"{cost.requests:>8}{cost.booked:>8}{cost.tokens:>8}{cost.booked_tokens:>8}"
            agree = "" if (cost.requests, cost.tokens) == (cost.booked, cost.booked_tokens) else "  the books differ"
            print(f"{fault.name:27}{provider:11}{counts}  {cost.error}{agree}")


if __name__ == "__main__":
    main()
