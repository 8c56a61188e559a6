"""Print the share of branches that the tests took, and fail under 97 % (make coverage).

`coverage report` counts lines together with branches, which is the kinder figure; both have the same floor.
"""

from __future__ import annotations

import json
import sys

LEAST = 97.0

totals = json.load(sys.stdin)["totals"]
share = 100 * totals["covered_branches"] / totals["num_branches"]
print(f"branches alone: {totals['covered_branches']:,} of {totals['num_branches']:,}, {share:.1f} %")
sys.exit(share < LEAST)
