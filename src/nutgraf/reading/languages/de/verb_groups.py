"""German verb groups: the finite verb, and the participle, infinitive or first part that closes its clause."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.verb_second.fields import describes, is_joint
from nutgraf.reading.verbs.groups import Clause, Found, Kind

_PARTICIPLE = ("t", "en")
_PREFIXES = ("be", "er", "ver", "ent", "zer", "miss", "über", "unter")
"""With these a participle has no "ge"."""


def opener(clause: Clause, at: int) -> Found | None:
    """A word that opens a clause within another: behind a comma, or at the head of the sentence."""
    if at and not clause.is_edge(at - 1):
        return None
    if clause.of(at, c.RELATIVE) and not (at and _is_relative(clause, at)):
        return None
    if not clause.of(at, c.RELATIVE) and not _verb_last(clause, at):
        return None  # "Als Trainer sah er …"
    return Found("if" if clause.text(at) in {"wenn", "falls", "sofern"} else "break", at + 1, link="clause")


def _is_relative(clause: Clause, at: int) -> bool:
    """Whether a pronoun, and not an article with its noun, opens the clause: its verb stands last."""
    return not clause.is_capital(at + 1) and _verb_last(clause, at)


def _verb_last(clause: Clause, at: int) -> bool:
    last = clause.clause_end(at) - 1
    known = clause.of(last, c.AUXILIARY | c.PAST | c.THIRD | c.SUBJUNCTIVE)
    guessed = not clause.bits[last] and clause.text(last).endswith(("t", "te", "ten", "en"))
    return (known or guessed) and not clause.is_capital(last)


def _partners(clause: Clause, at: int) -> tuple[int, ...]:
    """Where the rest of the verb may stand: last in the clause, before that, and right before a verb that stands last."""
    end, first = clause.clause_end(at), clause.clause_start(at)
    places = [end - 1, end - 2] if end - 1 > at else [at - 1, at - 2]
    places += [n - 1 for n in range(at + 1, end) if is_joint(clause, n)]
    return tuple(n for n in places if first <= n < end and n != at and not clause.is_capital(n))


def _is_participle(clause: Clause, at: int) -> bool:
    if clause.of(at, c.PARTICIPLE):
        return True
    word = clause.text(at)
    if clause.bits[at] or len(word) < 5 or not word.endswith(_PARTICIPLE):
        return False
    return word.endswith("iert") or word.startswith(_PREFIXES) or "ge" in word[:6]


def _is_infinitive(clause: Clause, at: int) -> bool:
    return clause.of(at, c.BASE) or (
        clause.text(at).endswith("n") and not clause.of(at, c.FUNCTION | c.ADVERB | c.PAST | c.PARTICIPLE)
    )


def _participle(clause: Clause, at: int) -> int:
    found = [n for n in _partners(clause, at) if _is_participle(clause, n)]
    return next((n for n in found if clause.text(n) not in {"worden", "gewesen"}), found[0] if found else -1)


def _infinitive(clause: Clause, at: int) -> int:
    return next((n for n in _partners(clause, at) if _is_infinitive(clause, n)), -1)


def _negated(clause: Clause, at: int) -> bool:
    first, end = clause.clause_start(at), clause.clause_end(at)
    return any(clause.of(n, c.NEGATION) and clause.text(n + 1) != "nur" for n in range(first, end))


def _found(clause: Clause, at: int, kind: Kind, partner: int = -1) -> Found:
    return Found(kind, at + 1, _negated(clause, at), clause.of(partner, c.SAID) or clause.of(at, c.SAID))


def _changed(clause: Clause, partner: int, kind: Kind) -> Kind:
    """Called off or put off, where the verb says so."""
    if clause.of(partner, c.CANCELS):
        return "cancelled"
    return "postponed" if clause.of(partner, c.POSTPONES) else kind


def have(clause: Clause, at: int) -> Found:
    """“Hat beschlossen”, “hatte erklärt”; without a participle a plain verb."""
    partner = _participle(clause, at)
    kind: Kind = "past" if partner >= 0 or clause.of(at, c.HAD) else "present"
    return _found(clause, at, _changed(clause, partner, kind), partner)


def be(clause: Clause, at: int) -> Found:
    """“Ist gesunken”, “ist geplant”, “ist verschoben”, “ist zu zahlen”."""
    partner = _participle(clause, at)
    if any(clause.of(n, c.PLANNED) for n in _partners(clause, at)):
        return _found(clause, at, "future")
    kind: Kind = "past" if partner >= 0 or clause.of(at, c.PAST_BE) else "present"
    return _found(clause, at, _changed(clause, partner, kind), partner)


def become(clause: Clause, at: int) -> Found:
    """“Wurde gesperrt”, “wurde abgesagt”."""
    partner = _participle(clause, at)
    return _found(clause, at, _changed(clause, partner, "past"), partner)


def will(clause: Clause, at: int) -> Found | None:
    """“Wird schließen”, “wird geschlossen”: what is to come, unless something says that it is under way."""
    if clause.text(at) == "werden" and any(clause.of(n, c.DUTY | c.MAYBE) for n in range(clause.clause_start(at), at)):
        return None  # "musste abgesagt werden"
    now = _lasting(clause, at)
    partner = _participle(clause, at)
    if now and partner >= 0:
        return _found(clause, at, "progress", partner)
    if partner < 0 and _infinitive(clause, at) < 0:
        return _found(clause, at, "present")
    return _found(clause, at, _changed(clause, partner, "future"), partner)


def duty(clause: Clause, at: int) -> Found:
    """“Soll fahren”, “wollen klagen”: plans; “muss”, “kann”: not yet; “musste schließen”: over."""
    word = clause.text(at)
    told = _participle(clause, at) >= 0 and any(clause.text(n) in {"haben", "sein"} for n in _partners(clause, at))
    if word in {"sollte", "sollten"} and not clause.low[:at]:
        return _found(clause, at, "if")  # "Sollte der Pegel steigen, …"
    if word in {"soll", "sollen", "solle", "will", "wollen", "wolle"}:
        return _found(clause, at, "maybe" if told else "future")
    if word in {"musste", "mussten", "konnte", "konnten"}:
        return _found(clause, at, _changed(clause, _participle(clause, at), "past"))
    return _found(clause, at, "duty")


def _lasting(clause: Clause, at: int) -> bool:
    """Whether a word of the clause says that it goes on: “derzeit”, “noch”."""
    places = range(clause.clause_start(at), clause.clause_end(at))
    still = any(clause.text(n) == "noch" and not clause.of(n + 1, c.NEGATION) for n in places)
    return still or any(clause.of(n, c.LASTS) for n in places)


def maybe(clause: Clause, at: int) -> Found:
    """“Könnte”, “würde”, “hätte … gesperrt”."""
    return _found(clause, at, "maybe")


def plain(clause: Clause, at: int) -> Found | None:
    """A verb by itself: “sank”, “fällt … aus”, “suchen derzeit”."""
    if clause.is_capital(at) or (clause.of(at, c.PARTICIPLE) and _auxiliary(clause, at)) or describes(clause, at):
        return None
    end = clause.clause_end(at)
    whole = clause.known.get(f"{clause.text(at)} {clause.text(end - 1)}", 0) if end - 1 > at else 0
    bits = whole or clause.bits[at]
    if clause.of(at, c.BASE) and not clause.of(at, c.PAST) and (_auxiliary(clause, at) or clause.text(at - 1) == "zu"):
        return None
    if bits & c.CANCELS or bits & c.POSTPONES:
        return Found("cancelled" if bits & c.CANCELS else "postponed", at + 1, _negated(clause, at))
    if whole & c.HAPPENS and not bits & c.PAST and _negated(clause, at):
        return Found("cancelled", at + 1)  # "findet nicht statt"
    now = _lasting(clause, at)
    kind: Kind = "past" if bits & c.PAST else "lasting" if now or bits & c.LASTS else "present"
    if kind == "present" and (
        (bits & c.PLANS and not bits & c.CUE) or (bits & c.HAPPENS and _dated(clause, at)) or _coming(clause, at)
    ):
        kind = "future"
    if kind == "lasting" and bits & c.LASTS and _coming(clause, at):
        kind = "future"  # "bleibt ab Juli gesperrt"
    return Found(kind, at + 1, _negated(clause, at), bool(bits & c.SAID))


def _dated(clause: Clause, at: int) -> bool:
    """Whether a day or month stands in the clause, and not every one: “eröffnet am 2. Juni”, “jeden Freitag”."""
    places = range(clause.clause_start(at), clause.clause_end(at))
    row = any(clause.text(n).startswith(("jede", "täglich", "immer", "stets")) for n in places)
    return not row and any(clause.of(n, c.MONTH | c.WEEKDAY) for n in places)


def _coming(clause: Clause, at: int) -> bool:
    """Whether a time to come stands in the clause: “stimmt kommende Woche ab”."""
    places = range(clause.clause_start(at), clause.clause_end(at))
    ahead = any(
        clause.text(n).startswith(("kommend", "nächst"))
        and clause.of(n + 1, c.PERIOD | c.TIME_UNIT | c.WEEKDAY | c.MONTH)
        for n in places
    )
    begins = any(clause.text(n) == "ab" and clause.of(n + 1, c.MONTH | c.WEEKDAY) for n in places)  # "fährt ab Juli"
    return ahead or begins or any(clause.text(n) == "übermorgen" for n in places)


def guessed(clause: Clause, at: int) -> Found | None:
    """A verb that the table does not know, by its ending, behind a noun or pronoun: “versandete”; “löscht gerade”, where it goes on."""
    word, noun = clause.text(at), clause.is_capital(at - 1)
    if clause.bits[at] or clause.is_capital(at) or not at:
        return None
    if word.endswith(("te", "ten")):
        adjective = clause.is_capital(at + 1)
        behind = (noun or clause.of(at - 1, c.PRONOUN)) and not adjective
        return Found("past", at + 1, _negated(clause, at)) if behind else None
    if not word.endswith("t") or not noun or _auxiliary(clause, at):
        return None
    kind: Kind | None = "lasting" if _lasting(clause, at) else "future" if _coming(clause, at) else None
    return Found(kind, at + 1, _negated(clause, at)) if kind else None


def _auxiliary(clause: Clause, at: int) -> bool:
    """Whether an auxiliary of the same clause takes the word as its participle or infinitive."""
    return any(
        clause.of(n, c.AUXILIARY) and not clause.is_capital(n)
        for n in range(clause.clause_start(at), clause.clause_end(at))
    )
