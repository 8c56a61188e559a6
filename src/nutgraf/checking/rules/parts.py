"""A part told as the whole: "all schools" for "most schools"."""

from __future__ import annotations

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.words.groups import groups_of


def part_as_whole(claim: Claim) -> Finding | None:
    """A word for all, for most, for few or for one alone of which the cited sentences have none of its kind."""
    for (words,) in groups_of(claim.reading.spoken_in.code, "wholes"):
        told = next((word.raw for word in claim.told.words if word.low in words), None)
        if told is not None and words.isdisjoint(claim.said.lows):
            reason = f"the cited sentences do not say {told!r}: say of how many as they do"
            return Finding("part_as_whole", "open", reason)
    return None
