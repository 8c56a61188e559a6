"""On which side of the condition of its sentence a verb stands."""

from __future__ import annotations

import re
from typing import Literal

from nutgraf.checking.rules.english import of_list
from nutgraf.checking.rules.force.governed import BREAKS
from nutgraf.checking.rules.words.wording import Wording

_WHETHER = of_list("whether")


def condition_of(text: Wording, start: int, at: int) -> Literal["inside", "outside"] | None:
    """Whether the sentence hangs on an "if" or "unless", and on which side of it the verb stands."""
    words = text.words
    end = at
    while end < len(words) and words[end].raw not in BREAKS:
        end += 1
    for here in range(start, end):
        if not _opens(text.in_order, start, here):
            continue
        if here > start and words[here - 1].low in _WHETHER and words[here].low in {"if", "unless"}:
            continue  # "to see if"
        joined = text.in_order[here - 2 : here] in (["and", ","], ["or", ","])  # "will apply and, if asked, could pay"
        if here > at and (joined or _ANOTHER.search(" ".join(text.in_order[at:here]))):
            continue  # "… is due in May, though she may ask for more time if …"
        if (
            here > start
            and words[here - 1].low not in _HEADS
            and any(words[n].raw in {",", ";"} for n in range(here, at))
        ):
            continue  # behind its own clause: "it would rise if rates fell, adding that"
        closes = next((n for n in range(here, end) if words[n].raw == "," or words[n].low == "then"), end)
        return "inside" if here < at < closes else "outside"
    return None


def _opens(lows: list[str], start: int, at: int) -> bool:
    """Whether a condition opens there: "if", "unless", "provided that", "on condition that", "Should the levee break, …"."""
    low, following = lows[at], lows[at + 1 : at + 2]
    if low in {"provided", "providing", "condition"}:
        return following == ["that"] and (low != "condition" or lows[at - 1 : at] == ["on"])
    if low == "long":  # "as long as the town pays", not "for as long as three hours"
        counted = lows[at + 2 : at + 3] and lows[at + 2][:1].isdigit()
        return (
            following == ["as"]
            and lows[at - 1 : at] in (["as"], ["so"])
            and lows[at - 2 : at - 1] != ["for"]
            and not counted
        )
    return low in {"if", "unless"} or (low == "should" and at == start)


CONDITIONAL = frozenset({"if", "unless", "provided", "providing", "condition", "should", "long"})
"""Without any of these a sentence has no condition."""
_HEADS = of_list("condition-heads")
"""Words behind which an "if" heads the clause that follows it."""
_ANOTHER = re.compile(
    r"\b(?:though|although|but|while|whereas|because|who|which|whether|(?:and|or) (?:will|would|must|should|could))\b"
)
"""With these another clause or verb begins, on which a condition behind them hangs: "would answer and would pay if"."""
