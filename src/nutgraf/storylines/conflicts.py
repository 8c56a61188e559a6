"""Where the tellings of one happening differ, and which differences are time's.

A status or a count moves with time: where everyone tells it anew later, it was corrected, and is no conflict. A day or a
doer does not move: two papers that tell them differently contradict each other, unless one of them corrects itself.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from nutgraf.results import Account, Conflict, Correction
from nutgraf.results.said import told_name
from nutgraf.results.story import Told
from nutgraf.storylines.figures import Figure, agree, comparable, figures_of
from nutgraf.storylines.members import Member
from nutgraf.storylines.recurring import same_name

_GROUPS = {"occurred": "done", "ongoing": "done", "planned": "ahead", "hypothetical": "ahead"}
"""Statuses that do not contradict each other; each of the others stands for itself."""
_LONGEST_DAY = 1
"""Days: a longer stretch ("in March") contradicts no day."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An account with what it is compared by."""

    account: Account
    paper: str
    value: Any

    @property
    def day(self) -> dt.date:
        """When it was told; what has no date counts as told first."""
        return self.account.published or dt.date.min


Agree = Callable[[Any, Any], bool]


def differing(happening: str, members: Sequence[Member]) -> Iterator[Conflict]:
    """Conflicts and corrections of one happening; `members` are its events, in order of time."""
    days = [claim for member in members for claim in _days(member)]
    yield from _told("time", "when", happening, days, _days_meet, moves=False)
    statuses = [claim for member in members for claim in _statuses(member)]
    yield from _told("status", "status", happening, statuses, _statuses_meet, moves=True)
    yield from _told("actor", "who did it", happening, list(_actors(members)), _same_actor, moves=False)
    for about, figures in _comparable(members):
        claims = [_claim(figure.member, figure.text, figure, figure.span) for figure in figures]
        yield from _told("quantity", about, happening, claims, agree, moves=True)


def _told(
    kind: Told, about: str, happening: str, claims: Sequence[Claim], same: Agree, *, moves: bool
) -> Iterator[Conflict]:
    papers: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        papers[claim.paper].append(claim)
    newest: list[Claim] = []
    for told in papers.values():
        last = [claim for claim in told if claim.account.article == told[-1].account.article]
        newest += last
        if told[0].day < told[-1].day and _all_agree(last, same) and not _all_agree(told, same):
            yield Correction(kind=kind, about=about, happening=happening, accounts=_accounts(told))
    if _all_agree(newest, same):
        return
    if moves and (settled := _told_anew(newest, same)):
        yield Correction(kind=kind, about=about, happening=happening, accounts=_accounts(settled))
    else:
        yield Conflict(kind=kind, about=about, happening=happening, accounts=_accounts(newest))


def _told_anew(claims: Sequence[Claim], same: Agree) -> list[Claim] | None:
    """The claims in order of time, where each later day's agree among themselves: an older one was overtaken, not contradicted."""
    ordered = sorted(claims, key=lambda claim: claim.day)
    for claim in ordered:
        if not _all_agree([other for other in ordered if other.day == claim.day], same):
            return None
    return ordered if ordered[0].day > dt.date.min else None


def _all_agree(claims: Sequence[Claim], same: Agree) -> bool:
    return all(same(one.value, other.value) for at, one in enumerate(claims) for other in claims[:at])


def _accounts(claims: Sequence[Claim]) -> tuple[Account, ...]:
    return tuple(claim.account for claim in sorted(claims, key=lambda claim: claim.day))


def _claim(member: Member, value: str, compared: Any, span: Any = None) -> Claim:
    account = Account(
        article=member.extract.key,
        item=member.event.id,
        value=value,
        span=span,
        according_to=member.claimant,
        published=member.extract.published,
    )
    return Claim(account, member.extract.source or member.extract.key, compared)


def _statuses(member: Member) -> Iterator[Claim]:
    """What the article says of it, and who in it denies it."""
    status, day = member.event.status, member.extract.published or dt.date.min
    yield _claim(member, status, (_GROUPS.get(status, status), day))
    for quote in member.denials:
        who = told_name(quote.speaker)
        account = Account(
            article=member.extract.key,
            item=quote.id,
            value="denied",
            span=quote.content[0] if quote.content else None,
            according_to=who,
            published=member.extract.published,
        )
        yield Claim(account, f"{member.extract.key} {who}", ("denied", day))


def _statuses_meet(one: tuple[str, dt.date], other: tuple[str, dt.date]) -> bool:
    """True for one status, and for what is planned first and done then: time takes that course without correcting anybody."""
    if {one[0], other[0]} == {"ahead", "done"}:
        ahead, done = (one, other) if one[0] == "ahead" else (other, one)
        return ahead[1] <= done[1]
    return one[0] == other[0]


def _days(member: Member) -> Iterator[Claim]:
    start, end = member.days
    time = member.event.time
    if time is None or start is None or end is None or end - start > _LONGEST_DAY:
        return
    day = dt.date.fromordinal(start).isoformat()
    yield _claim(
        member, day if start == end else f"{day}/{dt.date.fromordinal(end).isoformat()}", (start, end), time.span
    )


def _days_meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _actors(members: Sequence[Member]) -> Iterator[Claim]:
    """One actor by its full name each; a description ("gunmen", "police") contradicts no name."""
    for member in members:
        actors = [one for one in member.event.participants if one.role == "actor"]
        if len(actors) == 1 and sum(word[:1].isupper() for word in actors[0].name.split()) > 1:
            everyone = tuple(one.name for one in member.event.participants)
            yield _claim(member, actors[0].name, (actors[0].name, everyone), actors[0].mention)


def _same_actor(one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]) -> bool:
    """Also where either is named at all by the other: then the papers see roles differently."""
    return any(same_name(one[0], name) for name in other[1]) or any(same_name(other[0], name) for name in one[1])


def _comparable(members: Sequence[Member]) -> Iterator[tuple[str, list[Figure]]]:
    """Figures of one thing, and of one party where each party tells of its own deeds."""
    groups: list[list[Figure]] = []
    for member in members:
        for figure in figures_of(member):
            fitting = (group for group in groups if all(comparable(figure, other) for other in group))
            if (group := next(fitting, None)) is None:
                groups.append([figure])
            else:
                group.append(figure)
    for group in groups:
        for figures in _parties(group):
            if len({figure.member.extract.key for figure in figures}) > 1:
                yield figures[0].about, figures


def _parties(figures: list[Figure]) -> Iterator[list[Figure]]:
    """All together where at most one party tells of its own deed; else each party's, and what is nobody's own is left out."""
    parties = {party for figure in figures if (party := figure.member.party)}
    if len(parties) < 2:
        yield figures
        return
    for party in sorted(parties):
        yield [figure for figure in figures if figure.member.party == party]
