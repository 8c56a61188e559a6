"""Noun phrases by their capitals: "eine Sprecherin der Polizei", "Betriebsrat Ulf Brandis", "der Vorsitzende, Karl Otto"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Name
from nutgraf.reading.speech.frames import TIMES, Frame
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.verb_second.fields import is_verb
from nutgraf.reading.speech.verb_second.times import is_told, time_end

_ADJECTIVE = ("e", "en", "er", "es", "em")
_GENITIVE = frozenset(
    {
        "des",
        "eines",
        "der",
        "einer",
        "dieser",
        "dieses",
        "seiner",
        "ihrer",
        "seines",
        "ihres",
        "deren",
        "aller",
        "mehrerer",
    }
)
_OBJECT = frozenset(
    {"den", "dem", "einen", "einem", "diesen", "diesem", "seinen", "seinem", "ihren", "ihrem", "keinen", "keinem"}
)
_LINKS = frozenset({"von", "vom", "für", "bei", "beim", "aus", "im", "in"})
_FEMININE = ("ung", "heit", "keit", "schaft", "tion", "tät", "agentur", "presse", "behörde", "polizei", "partei")
_WITHIN = frozenset({"im", "in", "aus"})
_MARKS = frozenset('„“”»«"‚')


def is_noun(frame: Frame, at: int) -> bool:
    """A word with a capital that no sentence's beginning gave it, or one that a capital cannot be denied to: "90-Jährige"."""
    if not frame.is_word(at):
        return False
    raw = frame.raw[at]
    if frame.bits[at] & (c.FUNCTION | c.ADVERB) and not raw.isupper() and not (frame.is_word(at - 1) and at):
        return False  # the first word of a sentence or clause
    return raw[0].isupper() or (raw[0].isdigit() and any(char.isupper() for char in raw))


def _is_adjective(frame: Frame, at: int) -> bool:
    if not frame.is_word(at) or frame.is_capital(at):
        return False
    bits = frame.bits[at]
    if bits & (c.FUNCTION | c.ADVERB):
        return False
    if frame.raw[at][0].isdigit():
        return frame.raw[at].lower() == frame.raw[at]
    return frame.low[at].endswith(_ADJECTIVE) and not (
        bits & c.VERB and bits & (c.PAST | c.SUBJUNCTIVE) and not bits & c.PARTICIPLE
    )


def phrase_after(frame: Frame, first: int, ceiling: int, known: Known) -> Phrase | None:
    """The noun phrase that begins with token `first` and ends before token `ceiling`, with all that belongs to its noun."""
    if first >= ceiling or not frame.is_word(first) or time_end(frame, first) > first:
        return None
    if frame.of(first, c.PRONOUN) and not frame.of(first, c.NEGATION):
        return Phrase(frame.start[first], frame.end[first], first, first)
    surname = named_at(frame, first, known)
    if surname is not None:
        return _with_name(frame, first, first, surname)
    opened, at = _past_openers(frame, first, ceiling)
    if at >= ceiling or not is_noun(frame, at) or (frame.of(at, c.WEEKDAY) and at == first):
        one_of_them = frame.text(opened) in {"von", "unter"} and frame.of(opened + 1, c.OBJECT)
        alone = opened > first and at == opened and (one_of_them or frame.of(opened - 1, c.QUANTIFIER))
        return Phrase(frame.start[opened - 1], frame.end[opened - 1], first, opened - 1) if alone else None
    last = _run_end(frame, at, ceiling)
    name = _named(frame, at, last, known) or _behind_title(frame, last, ceiling, known)
    if name is not None:
        return _with_name(frame, first, last, name)
    return _extended(frame, (first, opened, last), ceiling, known)


def named_at(frame: Frame, at: int, known: Known) -> Name | None:
    """The surname that begins with a particle here: "[von der Leyen] sagte"."""
    return known.by_start.get(frame.start[at]) if frame.of(at, c.PARTICLE) else None


def _behind_title(frame: Frame, last: int, ceiling: int, known: Known) -> Name | None:
    """Such a surname behind an office: "Präsidentin [von der Leyen]"; not in "die Sprecherin von der Leyens"."""
    surname = named_at(frame, last + 1, known) if last + 1 < ceiling and frame.of(last, c.TITLE) else None
    whole = surname is not None and surname.end in frame.end[last + 1 : ceiling]
    return surname if whole else None


def is_object(frame: Frame, first: int) -> bool:
    """Whether a phrase that begins here is in another case than a subject: "dem Minister", "den Vorwurf", "der Zeitung"."""
    if frame.text(first) not in {"der", "einer", "dieser"}:
        return frame.text(first) in _OBJECT
    _, noun = _past_openers(frame, first, len(frame))
    last = _run_end(frame, noun, len(frame)) if noun < len(frame) and is_noun(frame, noun) else first
    woman = frame.low[last].endswith("in") and frame.of(last, c.PERSON)
    return last > first and (frame.low[last].endswith(_FEMININE) or woman)


def _past_openers(frame: Frame, first: int, ceiling: int) -> tuple[int, int]:
    """Behind the determiners of a phrase, and behind its adjectives."""
    at = first
    while at < ceiling and frame.of(at, c.DETERMINER) and frame.low[at] not in {"mehr", "weniger"}:
        at += 1
    opened = at
    if at > first and (within := _past_attribute(frame, at, ceiling)) > at:
        return opened, within
    while at < ceiling and (
        _is_adjective(frame, at) or (frame.low[at] in {"und", "sehr"} and at > opened and _is_adjective(frame, at + 1))
    ):
        at += 1
    if at + 1 < ceiling and frame.low[at] in _MARKS and frame.is_word(at + 1):  # "das „Tageblatt“"
        at += 1
    return opened, at


def _past_attribute(frame: Frame, first: int, ceiling: int) -> int:
    """Behind what is told of a noun before it: "dem [am Montag vorgelegten] Bericht", "dem [312 Seiten starken] Bericht"; else `first`."""
    if not (frame.of(first, c.PREPOSITION | c.CARDINAL) or frame.text(first)[:1].isdigit()):
        return first
    for at in range(first + 2, min(ceiling - 1, first + _LONGEST_ATTRIBUTE)):
        if not frame.is_word(at) or is_verb(frame, at):
            return first
        if is_noun(frame, at - 1) and _is_adjective(frame, at) and is_noun(frame, at + 1):
            return at + 1
    return first


_LONGEST_ATTRIBUTE = 7


def _run_end(frame: Frame, first: int, ceiling: int) -> int:
    """The last word of a run of capitals, with the particles between them: "Ursula von der Leyen"."""
    last = at = first
    while at + 1 < ceiling and frame.is_word(at + 1):
        at += 1
        if is_noun(frame, at) and not frame.of(at, c.WEEKDAY) and time_end(frame, at) == at:
            last = at
        elif not (
            frame.of(at, c.PARTICLE)
            and last == first
            and at - last < 3
            and frame.low[at] in {"von", "van", "de", "der", "zu", "al", "bin"}
        ) or not _goes_on_as_name(frame, at, first):
            break
    if last + 1 < ceiling and frame.low[last + 1] in _MARKS and frame.text(first - 1) in _MARKS:
        last += 1
    return last


def _goes_on_as_name(frame: Frame, at: int, first: int) -> bool:
    """Whether a particle behind one word is part of a name: behind a given name, not behind an office."""
    return not frame.of(first, c.NOUN | c.TITLE) and frame.low[at] != "der"


def _named(frame: Frame, first: int, last: int, known: Known) -> Name | None:
    """The name in a run of capitals: a person's if there is one, else the last."""
    found: Name | None = None
    for at in range(first, last + 1):
        name = known.by_start.get(frame.start[at])
        if name is not None and at < last and name.end < frame.end[at]:
            name = None  # "Brockhoffs Sprecher" is not Brockhoff
        if name is not None and (found is None or name.kind == "person" or found.kind == "place"):
            found = name
    return found


def _with_name(frame: Frame, first: int, last: int, name: Name) -> Phrase:
    while last + 1 < len(frame) and frame.start[last + 1] < name.end:
        last += 1
    return Phrase(name.start, name.end, first, last, name)


def _extended(frame: Frame, tokens: tuple[int, int, int], ceiling: int, known: Known) -> Phrase:
    """A phrase without a name, with the genitive or the "von …" that tells whose it is, or with the name that follows it."""
    first, opened, last = tokens
    head = last
    last = _quoted_name(frame, last, ceiling)
    relational = frame.bits[head] & c.RELATIONAL
    for _ in range(3):
        following = frame.text(last + 1)
        whose = following in _GENITIVE and (
            following not in {"der", "einer"} or relational or not frame.bits[head] & c.PERSON
        )
        linked = following in _LINKS and frame.of(head, c.PERSON | c.VIEW) and (following not in _WITHIN or last > head)
        if last + 2 >= ceiling or not (whose or (linked and following not in _WITHIN)):
            break
        _, at = _past_openers(frame, last + 1 + linked, ceiling)
        if at >= ceiling or not is_noun(frame, at) or frame.raw[last + 1 + linked][:1].isdigit():
            break
        end = _run_end(frame, at, ceiling)
        if (following in {"bei", "beim"} and not frame.of(at, c.BODY)) or (whose and is_told(frame, head, end)):
            break  # "bei einem Besuch", "sagte der Minister der Zeitung"
        name = _apart(frame, at, end, known) if relational else None
        if name is not None:
            return _with_name(frame, first, end, name)
        last = end
    name = _apposed(frame, last, ceiling, known) if frame.of(head, c.PERSON | c.TITLE) else None
    if name is not None:
        while frame.start[last] < name.start:
            last += 1
        return _with_name(frame, first, last, name)
    own = next(at for at in range(opened, last + 1) if frame.is_word(at))
    if opened - first > 1 and frame.low[opened - 1] == "der":
        own = first  # "einer der Taucher"
    end = last
    if frame.low[last] in _MARKS and not _MARKS.intersection(frame.low[own:last]):
        end -= 1  # the phrase stands in marks, not a part of it
    return Phrase(frame.start[own], frame.end[end], first, last)


def _quoted_name(frame: Frame, last: int, ceiling: int) -> int:
    """Behind a name in marks that belongs to a noun: "das Magazin „Der Anker“"."""
    if last + 2 >= ceiling or frame.low[last + 1] not in _MARKS or not frame.is_word(last + 2):
        return last
    return next((at for at in range(last + 2, min(ceiling, last + 8)) if frame.low[at] in _MARKS), last)


def _apart(frame: Frame, first: int, last: int, known: Known) -> Name | None:
    """The name of a person behind the body that they speak for: "die Sprecherin der Polizei Ann Lee"."""
    for at in range(first + 1, last + 1):
        name = known.by_start.get(frame.start[at])
        if name is not None and name.kind == "person" and " " in name.text:
            return name
    return None


def _apposed(frame: Frame, last: int, ceiling: int, known: Known) -> Name | None:
    """Find "der Vorsitzende der Partei, Karl Otto,"."""
    if last + 2 >= ceiling or frame.low[last + 1] != ",":
        return None
    for at in range(last + 2, min(ceiling, last + 6)):
        name = known.by_start.get(frame.start[at]) if frame.is_word(at) else None
        if name is not None and name.kind == "person" and " " in name.text:
            return name
        if not is_noun(frame, at) or not frame.is_word(at):
            return None
    return None


def past_preposition(frame: Frame, at: int, ceiling: int) -> int:
    """Behind a prepositional phrase that begins with this token: "am Montag", "auf Nachfrage", "in einer Mitteilung der Bahn"."""
    first = at + 1
    if first < ceiling and frame.of(first, c.OBJECT | c.ADVERB | c.DAY_WORD) and not is_noun(frame, first):
        return first + 1
    if first < ceiling and frame.segment[first] >= 0:
        return first
    _, noun = _past_openers(frame, first, ceiling)
    if noun < ceiling and is_noun(frame, noun):
        end = _run_end(frame, noun, ceiling)
        while end + 1 < ceiling and frame.low[end + 1] in {"des", "eines"}:
            _, inner = _past_openers(frame, end + 1, ceiling)
            if inner >= ceiling or not is_noun(frame, inner):
                break
            end = _run_end(frame, inner, ceiling)
        while end + 1 < ceiling and frame.raw[end + 1][0].isdigit():
            end += 1
        return end + 1
    return max(noun, first)


def past_circumstances(frame: Frame, at: int, ceiling: int, known: Known) -> int:
    """Behind adverbs, pronouns that are objects, times and prepositional phrases."""
    while at < ceiling and frame.is_word(at) and named_at(frame, at, known) is None:
        bits = frame.bits[at]
        if bits & (c.PREPOSITION) and not is_verb(frame, at):
            at = past_preposition(frame, at, ceiling)
        elif (end := time_end(frame, at)) > at:
            at = end
        elif bits & TIMES or (bits & (c.ADVERB | c.OBJECT) and not bits & c.DETERMINER) or frame.low[at] == "sich":
            at += 1
        else:
            break
    return at
