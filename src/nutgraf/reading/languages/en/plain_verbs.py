"""Verbs that stand alone, and what is called off, put off or set for a day, with an auxiliary or without."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.auxiliaries import (
    because_of,
    bound,
    came_to_nothing,
    group,
    hardly,
    noun_follows,
    under_way,
    undone,
)
from nutgraf.reading.verbs.groups import MARKS, Clause, Found, Kind, is_past_form, past_adverbs, through_verb

_AFTER_PLAN = frozenset({"on", "for", "by", "in", "next", "this", "at", "to"})
_YEAR = re.compile(r"\W{1,2}(?:1[0-9]|20)\d\d\b")
_EVENT_ENDINGS = ("tion", "sion", "ment", "ing")
_MADE_TO = frozenset({"forced", "obliged", "compelled"})
_NEXT = frozenset({"next", "this", "later", "tomorrow", "tonight", "soon"})
_TAKES = frozenset({"take", "takes", "come", "comes"})
_TAKEN = frozenset({"effect", "place", "office", "over", "into", "off"})


def _called_off(clause: Clause, at: int, verb: int) -> tuple[Kind, int] | None:
    """What the participle `at` says of its subject, which stands before the group that begins at `verb`: called off, put off."""
    word, follows = clause.text(at), clause.text(at + 1)
    if (word, follows) == ("called", "off"):
        return "cancelled", at + 2
    if clause.each(at, c.CANCELS | c.PAST):
        return "cancelled", at + 1
    if clause.each(at, c.POSTPONES | c.PAST):
        return "postponed", at + 1
    if (word in {"put", "pushed"} and follows in {"off", "back"}) or (word, follows) == ("moved", "back"):
        return "postponed", at + 2
    if word == "off" and (at + 1 >= len(clause) or clause.of(at + 1, c.BREAK) or follows == ","):
        return ("cancelled", at + 1) if _of_event(clause, max(0, verb - 8), verb) else None  # "the wedding is off"
    if word == "moved" and follows == "to" and _ahead(clause, at + 2) and _of_event(clause, max(0, verb - 8), verb):
        return "postponed", at + 1
    if word == "delayed" and follows in {"until", "till", "to", "by"}:
        return "postponed", at + 1
    left_off = clause.each(at, c.LEAVES_OFF | c.PAST) and (word, follows) != ("dropped", "from")
    if left_off and _of_event(clause, max(0, verb - 8), verb):
        return "cancelled", at + 1
    return None


def _of_event(clause: Clause, first: int, stop: int) -> bool:
    """Whether a word for something that is planned or held stands there."""
    return any(clause.of(n, c.EVENT | c.HAPPENS) or clause.text(n).endswith(_EVENT_ENDINGS) for n in range(first, stop))


def called_off(clause: Clause, at: int) -> Found | None:
    """“Was called off”, “has been postponed”, “is being scrapped”."""
    to, negated = past_adverbs(clause, at + 1)
    if clause.of(at, c.HAVE | c.HAD):
        if clause.text(to) != "been":
            active = _calls_off(clause, to)
            return active and group(clause, at, *active, negated)
        to, again = past_adverbs(clause, to + 1)
        negated = negated or again
    said = _called_off(clause, to, at)
    return said and group(clause, at, *said, negated)


def will_be_called_off(clause: Clause, at: int) -> Found | None:
    """It "will be cancelled": neither held nor called off yet."""
    to, negated = past_adverbs(clause, at + 1)
    if clause.text(to) != "be" or not _called_off(clause, to + 1, at):
        return None
    return group(clause, at, "present", to + 2, negated)


def _calls_off(clause: Clause, at: int) -> tuple[Kind, int] | None:
    """What an active verb `at` says of its object."""
    word = clause.text(at)
    if clause.of(at, c.CANCELS | c.POSTPONES):
        return ("cancelled" if clause.of(at, c.CANCELS) else "postponed"), at + 1
    if word in {"called", "put", "pushed", "calls", "puts", "call", "push"}:
        far = next((n for n in range(at + 1, min(at + 6, len(clause))) if clause.text(n) in {"off", "back"}), None)
        fits = far and clause.text(far) == ("back" if word.startswith("push") else "off")
        if far and fits and (far == at + 1 or _of_event(clause, at + 1, far)):
            return ("cancelled" if word.startswith("call") else "postponed"), far + 1
    if clause.of(at, c.LEAVES_OFF) and _of_event(clause, at + 1, at + 7):
        return "cancelled", at + 1
    return None


def calls_off(clause: Clause, at: int) -> Found | None:
    """“The council called off the sale”, “the match, cancelled in May, …”."""
    if bound(clause, at - 1) or clause.of(at, c.BASE) or clause.of(at, c.ING):
        return None
    said = _calls_off(clause, at)
    return said and Found(*said, lone=_may_be_participle(clause, said[1]))


def scheduled(clause: Clause, at: int) -> Found | None:
    """A day is set for what is to come: "have called a rally for Saturday", "has been set for June 4"."""
    verb = at
    if clause.of(at, c.AUXILIARY):
        verb, _ = past_adverbs(clause, at + 1)
        if clause.text(verb) == "been":
            verb, _ = past_adverbs(clause, verb + 1)
    called_for = (clause.text(verb), clause.text(verb + 1)) == ("called", "for")
    passive = clause.text(verb - 1) == "been" or clause.of(verb - 1, c.PRESENT_BE | c.PAST_BE)
    if not clause.each(verb, c.SCHEDULES | c.PAST) or (called_for and not passive):
        return None
    if _ahead(clause, verb + 1) and "for" in clause.low[verb + 2 : verb + 5]:
        return Found("future", verb + 1, lone=verb == at)  # "has fixed 21 September for its next sitting"
    for n in range(verb + 1, min(verb + 8, len(clause) - 1)):
        if clause.low[n] in {"for", "on"} and _ahead(clause, n + 1):
            return Found("future", verb + 1, lone=verb == at)
        if clause.low[n] in {",", ";", "and", "but"}:
            break
    return None


def _ahead(clause: Clause, at: int) -> bool:
    """Whether a day without a year stands there: "Saturday", "next week", "the weekend of May"."""
    near = range(at, min(at + 3, len(clause)))
    day = next((n for n in near if clause.of(n, c.WEEKDAY | c.MONTH)), None)
    if day is not None:
        coming = "last" not in clause.low[at:day] and not _YEAR.match(clause.written, clause.ends[day])
        return coming and not clause.low[day].endswith("days")
    return clause.text(at) in _NEXT


def timetable(clause: Clause, at: int) -> Found | None:
    """A present that tells of a day to come: "Voting ends Sunday", "Tickets go on sale Monday"."""
    if clause.text(at) in _TAKES and clause.text(at + 1) not in _TAKEN:
        return None
    if clause.is_capital(at) or not at or clause.of(at - 1, c.DEMONSTRATIVE | c.AUXILIARY) or bound(clause, at - 1):
        return None
    if clause.of(at, c.BASE) and not (_is_many(clause, at - 1) or _many_before(clause, at)):
        return None
    stop = min(at + 6, len(clause))
    for n in range(at + 1, stop):
        if clause.of(n, c.BREAK) or clause.low[n] in {",", ";"}:
            return None
        if _ahead(clause, n) and not clause.of(n, c.ARTICLE):
            return Found("future", at + 1)
    return None


def _is_many(clause: Clause, at: int) -> bool:
    return clause.text(at).endswith("s") or clause.of(at, c.PRONOUN | c.PLURAL)


def _many_before(clause: Clause, verb: int) -> bool:
    """Whether a preposition ties the words before a verb to a plural: "Shops on the island [reopen]"."""
    ties = (n for n in range(max(1, verb - 5), verb - 1) if clause.of(n, c.PREPOSITION) and clause.text(n) != "to")
    return any(_is_many(clause, n - 1) for n in ties)


def goes_on(clause: Clause, at: int) -> Found | None:
    """“The search goes on”."""
    behind = at + 2
    alone = behind >= len(clause) or clause.text(behind) == "," or clause.of(behind, c.BREAK)
    return Found("lasting", behind) if clause.text(at + 1) == "on" and alone else None


def held_on_a_day(clause: Clause, at: int) -> Found | None:
    """“Is being held on Friday”: what is told of a day to come is planned."""
    going_on = under_way(clause, at)
    if going_on is None or going_on.kind != "progress":
        return None
    for n in range(going_on.stop, min(going_on.stop + 6, len(clause) - 1)):
        if clause.low[n] in {",", ";"} or clause.of(n, c.BREAK):
            return None
        if clause.low[n] == "on" and _ahead(clause, n + 1):
            return going_on._replace(kind="future")
    return None


def lasts(clause: Clause, at: int) -> Found | None:
    """“Continues”, “remains unbuilt”."""
    verb = clause.of(at, c.THIRD | c.BASE) or clause.text(at) in {"ongoing", "underway"}
    if not verb or bound(clause, at - 1) or clause.of(at - 1, c.DEMONSTRATIVE):
        return None
    to, _ = past_adverbs(clause, at + 1)
    if undone(clause, to):
        return Found("past", to + 1, negated=True)  # "remains unbuilt"
    return Found("lasting", at + 1)


def infinitive(clause: Clause, at: int) -> Found | None:
    """“An event to be held”; behind a verb of planning, whose place it takes: "agreed to meet", "threatened to close"."""
    follows = at + 1
    if clause.text(follows) == "be":
        return Found("future", through_verb(clause, follows), lone=True)
    if follows >= len(clause) or noun_follows(clause, follows):
        return None
    if clause.text(at - 1) in _MADE_TO and (said := _calls_off(clause, follows)):
        return Found(*said, over=True)  # "were forced to call off the race"
    planning = next((n for n in range(at - 1, max(-1, at - 5), -1) if clause.of(n, c.PLANS)), None)
    if planning is None:
        return None
    noun = clause.of(planning, c.NOUN) and any(
        is_past_form(clause, n) or clause.of(n, c.AUXILIARY) for n in range(planning)
    )  # "rejected a plan to sell the hall"
    kept_from = clause.text(at - 1) == "not"  # "decided not to sell"
    kind: Kind = "maybe" if clause.of(planning, c.WISHES) or kept_from else "future"
    return Found(kind, through_verb(clause, follows), over=not noun, lone=noun)


def considered(clause: Clause, at: int) -> Found | None:
    """“Considered selling the hall”."""
    return Found("maybe", at + 2) if clause.text(at + 1).endswith("ing") and not clause.of(at, c.PLANS) else None


def planned(clause: Clause, at: int) -> Found | None:
    """A participle of planning, which may stand for a relative clause: "the march planned for May", "a ship set to sail"."""
    follows = clause.text(at + 1)
    if clause.text(at) == "set":
        return Found("future", through_verb(clause, at + 2), lone=True) if follows == "to" else None
    if follows not in _AFTER_PLAN or because_of(clause, at):
        return None
    return Found("future", at + 1, lone=True)


def says(clause: Clause, at: int) -> Found | None:
    """A present of speech."""
    if clause.of(at, c.PAST) or clause.is_capital(at) or clause.text(at) == "say":
        return None
    if bound(clause, at - 1):
        return None  # "without the warning"
    if clause.of(at, c.BASE) and clause.of(at + 1, c.PRESENT_BE | c.PAST_BE | c.HAVE | c.HAD | c.WILL):
        return None  # "the report is late"
    return Found("present", at + 1, saying=True)


def past(clause: Clause, at: int) -> Found | None:
    """A past form by itself, or a participle."""
    if not is_past_form(clause, at) or bound(clause, at - 1) or clause.written.startswith("-", clause.starts[at] - 1):
        return None  # "the long-awaited report"
    if clause.text(at - 1) in {"stay", "stays", "remain", "remains"}:
        return None  # "stays shut until May"
    if clause.of(at, c.PLANNED_ALONE) and clause.text(at + 1) != "that":
        return None  # "later than planned": no verb of its own
    if clause.is_capital(at) and at and clause.text(at - 1) not in MARKS:
        return None
    if stop := came_to_nothing(clause, at):
        return Found("unreal_past", stop)
    if hardly(clause, at):
        return Found("unreal_past", at + 1)
    saying = clause.each(at, c.SAID | c.PAST)
    # "Injured climbers left", "the signals, ordered two years ago, have …"
    lone = clause.is_capital(at) or clause.text(at - 1) == "," or _may_be_participle(clause, at + 1)
    return Found("past", at + 1, clause.text(at - 1) == "never", saying, lone=lone)


def _may_be_participle(clause: Clause, after: int) -> bool:
    """Whether what stands behind a past form leaves open that it is a participle: no object, no clause."""
    return (
        after >= len(clause)
        or clause.text(after) == ","
        or clause.of(after, c.PREPOSITION | c.ADVERB | c.WEEKDAY | c.DAY_WORD)
    )
