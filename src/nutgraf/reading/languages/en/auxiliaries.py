"""Verb groups that an auxiliary opens, and the joints between clauses: what each says about time and truth."""

from __future__ import annotations

from collections.abc import Callable

from nutgraf.reading.languages import classes as c
from nutgraf.reading.verbs.groups import Clause, Found, Kind, is_past_form, past_adverbs, through_verb


def bound(clause: Clause, at: int) -> bool:
    """Whether the word binds a noun behind it: "the", "his", "some", "of"."""
    return clause.of(at, c.ARTICLE | c.POSSESSIVE) or clause.text(at) in {"some", "any", "no", "of"}


def noun_follows(clause: Clause, at: int) -> bool:
    """Whether no verb stands there: behind "to" a noun, a name, a mark."""
    return not clause.text(at).isalpha() or bound(clause, at) or clause.of(at, c.DEMONSTRATIVE) or clause.is_capital(at)


def group(clause: Clause, at: int, kind: Kind, stop: int, negated: bool = False) -> Found:
    """The group from the auxiliary `at` up to `stop`, negated by a word in it or by the auxiliary, "didn't"; its last word tells whether it says something."""
    last = min(stop, len(clause)) - 1
    saying = clause.each(last, c.SAID | c.PAST) or clause.text(last) in {"say", "saying", "believe", "think"}
    return Found(kind, stop, negated or clause.text(at).endswith("n't"), saying)


def inverted(clause: Clause, at: int) -> Found | None:
    """“Had the pump run, …”: the auxiliary opens the sentence, and what stands behind is no question."""
    if at and not (clause.of(at - 1, c.CONJUNCTION) and at == 1):
        return None
    subject = bound(clause, at + 1) or clause.of(at + 1, c.PRONOUN | c.DEMONSTRATIVE) or clause.is_capital(at + 1)
    return Found("if", at + 1, link="clause") if subject and "?" not in clause.written else None


def opener(clause: Clause, at: int) -> Found:
    """A word that opens a clause within another."""
    # What somebody said "that" is as much the sentence's as that it was said.
    reported = clause.text(at) == "that" and clause.of(at - 1, c.SAYS | c.TELLS) and not clause.of(at - 1, c.NOUN)
    return Found("break", at + 1, link="joint" if reported else "clause")


def modal(kind: Kind) -> Callable[[Clause, int], Found | None]:
    """A rule for auxiliaries that say this of what follows."""

    def finds(clause: Clause, at: int) -> Found | None:
        if _is_name_or_noun(clause, at):
            return None
        to, negated = past_adverbs(clause, at + 1)
        unreal = kind != "future" and clause.text(to) == "have"
        return group(clause, at, "unreal_past" if unreal else kind, through_verb(clause, to), negated)

    return finds


def _is_name_or_noun(clause: Clause, at: int) -> bool:
    """Will Smith, May (the month), "the will", "his might"."""
    word = clause.text(at)
    if word not in {"will", "may", "might", "can", "needs", "must"}:
        return False
    if clause.is_capital(at):
        follows = at + 1
        return at > 0 or follows == len(clause) or clause.is_capital(follows) or is_past_form(clause, follows)
    return word != "may" and bound(clause, at - 1)


def be_to(clause: Clause, at: int) -> Found | None:
    """“Are to meet”."""
    to, negated = past_adverbs(clause, at + 1)
    if clause.text(to) != "to" or not clause.text(to + 1) or noun_follows(clause, to + 1):
        return None
    came_to_nothing = clause.of(at, c.PAST_BE) and clause.text(to + 1) == "have"  # "was to have been sold"
    kind: Kind = "unreal_past" if came_to_nothing else "future"
    return group(clause, at, kind, through_verb(clause, to + 1), negated)


def be_planned(clause: Clause, at: int) -> Found | None:
    """“Is set to begin”, “is due on Friday”."""
    to, negated = past_adverbs(clause, at + 1)
    if not clause.of(to, c.PLANNED) or because_of(clause, to):
        return None
    word, follows = clause.text(to), clause.text(to + 1)
    stop = to + 1
    if follows == "to" and not (word == "going" and to + 2 < len(clause) and noun_follows(clause, to + 2)):
        stop = through_verb(clause, to + 2)
    elif not clause.of(to, c.PLANNED_ALONE) and not (word == "set" and follows == "for"):
        return None
    return group(clause, at, "future", stop, negated)


def because_of(clause: Clause, at: int) -> bool:
    """No plan: "due to the storm"."""
    due_to = (clause.text(at), clause.text(at + 1)) == ("due", "to")
    return due_to and (bound(clause, at + 2) or clause.of(at + 2, c.DEMONSTRATIVE))


def under_way(clause: Clause, at: int) -> Found | None:
    """“Are searching”, “is still under way”."""
    to, negated = past_adverbs(clause, at + 1)
    word, past = clause.text(to), clause.of(at, c.PAST_BE)
    still = any(clause.text(between) == "still" for between in range(at + 1, to))
    if word in {"underway", "ongoing"} or (word == "under" and clause.text(to + 1) == "way"):
        return group(clause, at, "past" if past and not still else "lasting", to + 1 + (word == "under"), negated)
    if clause.text(to - 1) != "being" and not (word.endswith("ing") and len(word) > 4):
        return None
    going_on: Kind = "maybe" if clause.of(to, c.WISHES) else "past" if past else "progress"
    kind: Kind = "lasting" if still else going_on
    stop = to + (word.endswith("ing") or is_past_form(clause, to))
    return group(clause, at, kind, stop, negated)


def be(clause: Clause, at: int) -> Found | None:
    """What is left of “be”: a passive, or what somebody or something is."""
    to, negated = past_adverbs(clause, at + 1)
    unbuilt = undone(clause, to) and clause.text(to - 1) == "still"
    stop = to + 1 if unbuilt or is_past_form(clause, to) else to
    if clause.text(to) == "unable" and clause.text(to + 1) == "to":
        unable: Kind = "unreal_past" if clause.of(at, c.PAST_BE) else "maybe"
        return group(clause, at, unable, through_verb(clause, to + 2))
    kind: Kind = "past" if clause.of(at, c.PAST_BE) or unbuilt else "present"
    if kind == "past" and is_past_form(clause, to) and hardly(clause, to):
        kind = "unreal_past"
    return group(clause, at, kind, stop, negated or unbuilt)


def hardly(clause: Clause, at: int) -> bool:
    """Whether what the verb says came close and did not happen: "nearly sold"; not "nearly doubled"."""
    return clause.text(at - 1) in {"nearly", "almost"} and not clause.text(at).endswith(("bled", "pled", "halved"))


def came_to_nothing(clause: Clause, at: int) -> int:
    """The token behind what says that something was not done: "failed to sell", "stopped short of" selling; else 0."""
    verb, behind, third, deed = map(clause.text, range(at, at + 4))
    if verb in {"failed", "neglected", "omitted", "forgot"} and behind == "to":
        return through_verb(clause, at + 2)
    if verb == "avoided" and behind.endswith("ing"):
        return at + 1
    short = (verb, behind, third) in {("stopped", "short", "of"), ("came", "close", "to"), ("come", "close", "to")}
    return at + 3 if short and deed.endswith("ing") else 0


def undone(clause: Clause, at: int) -> bool:
    """Whether the word says that a deed was not done: "unbuilt", "unfinished"."""
    bits = clause.known[clause.text(at).removeprefix("un")]
    return clause.text(at).startswith("un") and bool(bits & c.PAST) and not clause.of(at, c.NO_VERB)


def have_to(clause: Clause, at: int) -> Found | None:
    """“Has to pay”, “has yet to be built”."""
    to, negated = past_adverbs(clause, at + 1)
    if clause.text(to) != "to":
        return None
    if clause.text(to - 1) == "yet":
        return group(clause, at, "future", through_verb(clause, to + 1))
    kind: Kind = "past" if clause.of(at, c.HAD) else "duty"
    return group(clause, at, kind, min(to + 2, len(clause)), negated)


def have(clause: Clause, at: int) -> Found | None:
    """The perfect."""
    had = clause.of(at, c.HAD)
    to, negated = past_adverbs(clause, at + 1)
    if clause.text(to) == "been":
        verb, again = past_adverbs(clause, to + 1)
        if clause.of(verb, c.PLANNED) and clause.text(verb + 1) == "to" and not because_of(clause, verb):
            kind: Kind = "unreal_past" if had else "future"  # "had been due to begin"
            return group(clause, at, kind, through_verb(clause, verb + 2), negated or again)
        if negated and not had and clause.text(to - 1) == "yet" and is_past_form(clause, verb):
            return group(clause, at, "future", verb + 1)  # "has not yet been sold"
        negated, going_on = negated or again, clause.text(verb).endswith("ing")
        if going_on and not had:
            return group(clause, at, "lasting", verb + 1, negated)
        return group(clause, at, "past", verb + 1 if going_on or is_past_form(clause, verb) else to + 1, negated)
    if negated and not had and clause.text(to - 1) == "yet":
        return group(clause, at, "future", to + 1)  # "has not yet opened"
    if stop := came_to_nothing(clause, to):
        return group(clause, at, "unreal_past", stop, negated)
    if is_past_form(clause, to) and hardly(clause, to):
        return group(clause, at, "unreal_past", to + 1)
    perfect = is_past_form(clause, to) or clause.text(to) in {"become", "come", "run"}
    return group(clause, at, "past" if had or perfect else "present", to + perfect, negated)


def do(clause: Clause, at: int) -> Found:
    """“Did not sink”."""
    to, negated = past_adverbs(clause, at + 1)
    stop = to + is_past_form(clause, to)  # "did not cut"
    return group(clause, at, "past" if clause.of(at, c.DID) else "present", stop, negated)
