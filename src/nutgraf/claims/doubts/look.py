"""All doubts about a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nutgraf.checking.rules.weigh import Finding
from nutgraf.claims.doubts.beside import beside_it, number_beside_it, verb_of_none
from nutgraf.claims.doubts.core import Core
from nutgraf.claims.doubts.sides import numbers_turned, other_doer, other_side
from nutgraf.claims.doubts.summed import far_apart, verbs_of_none
from nutgraf.claims.doubts.sureness import not_said_so, not_told_at_all, of_all, only_alleged


def doubts(core: Core) -> Iterator[Finding]:
    """Everything that leaves open whether the sentence says it."""
    for look in _AT_MANY if core.dense else _AT_ONE:
        if found := look(core):
            yield found


_AT_ONE: tuple[Callable[[Core], Finding | None], ...] = (
    not_said_so,
    only_alleged,
    not_told_at_all,
    other_side,
    other_doer,
    numbers_turned,
    beside_it,
    number_beside_it,
    of_all,
    verb_of_none,
)
_AT_MANY: tuple[Callable[[Core], Finding | None], ...] = (far_apart, of_all, verbs_of_none)
