"""The subject of a reporting verb: before it, behind it, across an apposition."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.names.kinds import is_office
from nutgraf.reading.speech.clause.no_verbs import is_nominal
from nutgraf.reading.speech.frames import BE, QUOTE, Frame, has_verb
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.couples import couple_after
from nutgraf.reading.speech.phrase.first_subject import first_subject
from nutgraf.reading.speech.phrase.noun_ends import SPEAKING, is_count, owns
from nutgraf.reading.speech.phrase.noun_phrases import BEFORE_CLAUSE, may_speak, phrase_after, phrase_before

_LINKS = frozenset({",", ";", ":", "—", "–", "-", "--", "(", ")", "[", "]", ".", "!", "?", "…"})
_CLOSES = frozenset(".,!?;—–")
_LONGEST_APPOSITION = 40
_PERFECT = BE | c.HAVE | c.HAD
_MANY = c.QUANTIFIER | c.DEMONSTRATIVE | c.CONJUNCTION | c.PERSON | c.BODY
"""What may speak in the plural without an "s": "the few", "those close to her", "the board and Lund", "the council"."""
_RELATIVES = frozenset({"who", "that", "which"})


def beside_quotation(frame: Frame, at: int, floor: int) -> bool:
    """Whether nothing but marks stands between a token and the quotation before it."""
    return floor > 0 and frame.segment[floor - 1] >= 0 and all(low in _LINKS for low in frame.low[floor:at])


def inverted(frame: Frame, at: int, floor: int, known: Known) -> Phrase | None:
    """Find "…", said X: directly behind a quotation, or behind a comma and closing its clause."""
    bits = frame.bits[at]
    quoted = beside_quotation(frame, at, floor)
    if not bits & (c.PAST | c.THIRD) or not (quoted or bits & c.INVERTS):
        return None
    if bits & c.PERSON and frame.of(at + 1, c.PAST) and not frame.of(at + 1, c.OF_TITLE | c.ADJECTIVE):
        return None  # "“…,” volunteers pitched tents"
    subject = phrase_after(frame, at + 1, len(frame), known, loose=quoted)
    if subject is None:
        return None
    subject = couple_after(frame, subject, known)
    following = frame.text(subject.last + 1) or "."
    if frame.of(subject.first, c.PRONOUN) and frame.of(subject.last + 1, c.AUXILIARY | c.VERB):
        return None  # "Pell, who calls it a “toy,” said [he doubts it]"
    if quoted:
        behind = frame.bits[subject.last + 1] if subject.last + 1 < len(frame) else 0
        hails = following == "as" and frame.of(subject.last + 2, c.DETERMINER)
        speaks = frame.any(c.PERSON | c.BODY | c.TITLE | c.WRITTEN, subject.first, subject.last + 1)
        # "summed her up as “a fool,” denounced her record"
        thing = frame.of(subject.first, c.POSSESSIVE) and not speaks
        object_of_verb = behind & c.DETERMINER or hails or thing  # "read her players a page"
        return None if bits & c.MARKS and object_of_verb else subject
    opened = frame.of(0, c.JOINT) and frame.low[subject.last + 1 : subject.last + 3] == (",", QUOTE)
    closing = subject.name is not None and subject.name.kind == "person" and not has_verb(frame, at + 1, len(frame))
    apart = not closing and _describes(frame, floor, at - 1, known)
    if (at < 3 and not opened) or apart or (bits & c.OBJECTS and _is_counted(frame, subject)):
        return None
    # "said Ann Lee of Acme", "said a clerk who was told of it"
    placed = (subject.name is not None and frame.of(subject.last + 1, c.PREPOSITION)) or following == "who"
    return subject if following in _CLOSES or (placed and frame.low[at - 1] == ",") else None


def _is_counted(frame: Frame, subject: Phrase) -> bool:
    """Whether a phrase tells the how manieth without a noun: "his brother, Tom, added [a third from a free kick]"."""
    first = subject.first + frame.of(subject.first, c.DETERMINER)
    return (
        frame.of(first, c.ORDINAL)
        and first < subject.last
        and frame.of(first + 1, c.PREPOSITION)
        and frame.low[first + 1] != "of"
    )


def apposed(frame: Frame, comma: int, floor: int, known: Known) -> Phrase | None:
    """The subject of "Ann Lee, a farmer from York, said": left of the first comma of the apposition."""
    named = phrase_before(frame, comma - 1, floor, known)
    opening = first_subject(frame, comma, known, floor=floor)
    described = opening is not None and opening.name is None and opening.first == floor
    if opening is not None and opening.name is not None and frame.text(opening.last + 1) == ",":
        behind = frame.text(opening.last + 2)
        if opening.last + 2 < comma and (behind.isdigit() or behind == "of"):
            return opening  # "Ann Lee, 61, of Mill Lane, Osk, said"
    if (
        named is not None
        and named.name is not None
        and named.first > floor
        and frame.low[named.first - 1] == ","
        and (
            named.name.kind == "person"
            or (described and named.name.kind == "other")
            or (described and named.name.kind != "place" and opening is not None and named.first - 2 == opening.last)
        )
    ):
        return _with_office(frame, named, floor, known)  # "the coach, Ann Lee, said"
    if (
        opening is not None
        and floor <= opening.first
        and opening.last < comma - 1
        and frame.low[opening.last + 1] == ","
        and (opening.name is None or opening.name.kind != "place")
    ):
        return opening  # "Ann Lee, a farmer in York, England, said"
    for at in range(comma - 1, max(floor, comma - _LONGEST_APPOSITION), -1):
        if frame.low[at] != "," or frame.of(at + 1, c.CONJUNCTION):
            continue
        subject = phrase_before(frame, at - 1, floor, known)
        if subject is None or (subject.name is not None and subject.name.kind == "place" and subject.first - 1 > floor):
            continue
        edge = subject.first - 1
        named_here = subject.name is not None and subject.name.kind != "place"
        if named_here or edge < floor or frame.of(edge, BEFORE_CLAUSE) or frame.low[edge] == ",":
            return subject
    if (
        opening
        and opening.first == floor
        and opening.last < comma - 1
        and not frame.any(c.AUXILIARY, opening.last + 1, comma)
    ):
        return opening  # "The results of the study published this week, revealed"
    if opening is not None and opening.last == comma - 1 and (opening.name is None or opening.name.kind != "place"):
        return opening  # "In the last days, union leaders – Ann Lee among them – said"
    # No apposition, a stray comma: "The security firm Acme, has said".
    subject = phrase_before(frame, comma - 1, floor, known)
    if subject is None or not all(frame.word[floor : subject.first]):
        return None
    return subject if subject.name is None or subject.name.kind != "place" else None


def _with_office(frame: Frame, named: Phrase, floor: int, known: Known) -> Phrase:
    """A name from the office on that stands before it: of "it rained, [a spokeswoman, Ida Falk], said" none is what rained."""
    office = phrase_before(frame, named.first - 2, floor, known)
    parted = (
        office is not None
        and office.name is None
        and office.first - 1 > floor
        and frame.low[office.first - 1] in {",", "as"}
    )
    if office is None or not parted:
        return named
    held = _head(frame, office)  # "the mayor of Osk, Ann Lee,"
    return named._replace(first=office.first) if frame.of(held, c.TITLE) or is_office(frame.low[held]) else named


def _head(frame: Frame, phrase: Phrase) -> int:
    """The last token before what a preposition ties to a phrase: "[critics] of the scheme"."""
    ties = (at for at in range(phrase.first + 1, phrase.last) if frame.of(at, c.PREPOSITION))
    return next(ties, phrase.last + 1) - 1


def described(frame: Frame, last: int, floor: int, known: Known) -> Phrase | None:
    """The subject of "A man who works at the yard said", where no comma parts what describes it: all of it.

    None where nobody is described so, or where "who" or "that" is not the subject of its clause: "a man who the police said".
    """
    if _RELATIVES.isdisjoint(frame.low):
        return None
    if frame.of(last, c.PRONOUN) and frame.of(last - 1, c.OPENS_CLAUSE):
        return None  # "a crowd that is in what she called “a mood”"
    if frame.low[last] == "been":
        return None  # "a crew who has been told"
    who = next((at for at in range(last - 1, floor, -1) if frame.low[at] in _RELATIVES or not frame.is_word(at)), floor)
    if who <= floor or frame.low[who] not in _RELATIVES or who + 1 >= last:
        return None
    found = phrase_before(frame, who - 1, floor, known)
    if found is None or found.name is not None or frame.of(found.last, c.PRONOUN):
        return None
    verb = who + 1
    somebody = frame.of(verb, SPEAKING | c.TITLE | c.FUNCTION) and not frame.of(verb, c.AUXILIARY)
    links = frame.of(verb + 1, c.FUNCTION) and frame.low[verb].endswith("s")
    acts = frame.of(verb, c.AUXILIARY | c.VERB) or frame.low[verb].endswith("ed") or links
    if somebody or not acts or frame.is_capital(verb):
        return None
    return Phrase(found.start, frame.end[last], found.first, last)


def introduced(frame: Frame, described: Phrase, floor: int, known: Known) -> Phrase | None:
    """The subject of "Ann Lee, head of the York Farm Trust said", where no comma ends what describes it.

    Args:
        frame: the sentence.
        described: the phrase that ends before the verb, or the name that ends it.
        floor: where the clause begins.
        known: the names.
    """
    comma = next((at for at in range(described.first - 1, floor, -1) if not frame.word[at]), floor)
    if frame.low[comma] != ",":
        return None
    first = comma + 1 + (frame.text(comma + 1) in {"the", "a", "an"})
    office = next(
        (at for at in range(first, described.last + 1) if frame.of(at, c.TITLE) or is_office(frame.low[at])), -1
    )
    opening = first_subject(frame, comma, known, floor=floor) if office >= 0 else None
    if opening is None or opening.name is None or opening.name.kind != "person" or opening.last != comma - 1:
        return None
    linked = next((at for at in range(office + 1, described.last) if frame.of(at, c.PREPOSITION)), -1)
    verbal = frame.any(c.AUXILIARY | c.CUE, comma + 1, described.last + 1)
    return opening if linked > 0 and not verbal and frame.is_capital(described.last) else None


def _describes(frame: Frame, floor: int, comma: int, known: Known) -> bool:
    """Whether the stretch that ends with this comma describes a subject: "Ann Lee, the spokeswoman, said the pilot …"."""
    first = next((at for at in range(comma - 1, floor, -1) if frame.low[at] == ","), floor)
    if frame.low[comma] != "," or first == floor:
        return False
    named = known.by_end.get(frame.end[comma - 1])
    if named is not None and named.kind == "person" and named.start == frame.start[first + 1]:
        return not frame.any(c.AUXILIARY | c.PAST, floor, first)  # "The chairman, Ann Lee, said no such offer …"
    described = frame.of(first + 1, c.DESCRIBES | c.RELATIVE) or frame.low[first + 1].isdigit()
    return described and not frame.any(c.AUXILIARY, floor, first)


def agrees(frame: Frame, at: int, subject: Phrase) -> bool:
    """Not "the same state", "a new screen dubbed": a noun behind a singular, a participle behind a thing."""
    bits = frame.bits[at]
    if frame.low[at].startswith("show") and bits & c.TELLS:
        return frame.any(c.DOCUMENT, subject.first, subject.last + 1) and frame.text(subject.first - 1) != "as"
    one = subject.name is not None and subject.name.kind != "organization" and not frame.low[subject.last].endswith("s")
    led = frame.of(subject.first, c.INDEFINITE) or frame.of(subject.first - 1, c.INDEFINITE)
    if one and led and is_nominal(bits) and bits & c.BASE:
        return False  # "a Basque judge"
    if subject.name is not None or frame.of(subject.last, c.PRONOUN | c.QUANTIFIER):
        return True
    if bits & c.ADJECTIVE and bits & c.PAST and not may_speak(frame, subject):
        return False  # "a key suspected bomber"
    if is_nominal(bits) and not may_speak(frame, subject) and frame.of(subject.last, c.PAST | c.ADJECTIVE):
        return False  # "Lund's failed ventures"
    if bits & (c.BASE | c.THIRD) and not bits & c.PAST and not _agrees_in_number(frame, at, subject):
        return False
    written = frame.any(c.WRITTEN, subject.first, subject.last + 1)  # "“…,” a sign at the gate read"
    somebody = frame.any(c.PERSON | c.BODY | c.TITLE, subject.first, subject.last + 1)
    relative = frame.any(c.OPENS_CLAUSE, subject.last + 1, at)  # "raised a sign that read “…”"
    object_of_verb = frame.of(subject.first - 1, c.VERB) and not (somebody or relative)
    told_of = frame.of(subject.first - 1, BE) and not may_speak(frame, subject)
    if bits & c.PAST and (told_of or (bits & c.MARKS and object_of_verb)):
        return False  # "was a gesture intended to", "had sold boats dubbed “the mob”"
    if bits & c.PAST and frame.low[at + 1 : at + 3] in {(":", QUOTE), (",", QUOTE)}:
        return True  # "the heckler yelled: “…”"
    several = frame.low[subject.last].endswith("s")
    return not bits & c.MARKS or may_speak(frame, subject) or written or several


def _agrees_in_number(frame: Frame, at: int, subject: Phrase) -> bool:
    """Not "three other states", "a police report", "the final say": a verb of one behind several, a verb of several behind one."""
    bits, first, last, head = frame.bits[at], subject.first, subject.last, _head(frame, subject)
    if not bits & c.BASE:
        counted = is_count(frame, first) or (frame.of(first, c.DETERMINER) and is_count(frame, last))
        plural = frame.low[head].endswith("s") and not frame.low[head].endswith(("ss", "us", "is"))
        plural = plural or frame.low[head].endswith("ous")  # "mixed feelings in coastal states"
        several = (counted and frame.low[first] != "one") or (plural and not frame.of(at + 1, c.GOES_WITH_VERB))
        return not (several and is_nominal(bits))
    if is_nominal(bits):
        alone = frame.of(first, c.INDEFINITE) and last == first + 1
        return not alone and (_is_several(frame, last) or _is_several(frame, head))
    if not frame.of(first, c.DETERMINER) or frame.text(at + 1) == "that":
        return True
    # "the mayor will say", "would the mayor say"
    asked = any(frame.of(near, c.AUXILIARY) and not frame.of(near, _PERFECT) for near in range(first - 1, at))
    return asked or any(_is_several(frame, near) or frame.of(near, _MANY) for near in range(first, last + 1))


def _is_several(frame: Frame, at: int) -> bool:
    """Whether a plural or a number of more than one stands there: "rowers", "four", "a fifth"; not "the fifth"."""
    count = is_count(frame, at) and not (frame.of(at, c.ORDINAL) and frame.low[at - 1] == "the")
    return count or frame.of(at, c.PLURAL | c.PERCENT) or frame.low[at].endswith("s")


def owner(frame: Frame, first: int, floor: int) -> int:
    """The first token of the owner before a subject: "Japan's Defense Ministry said"."""
    if first <= floor or not owns(frame, first - 1):
        return first
    first -= 1
    while first > floor and frame.is_word(first - 1) and frame.is_capital(first - 1):
        first -= 1
    return first - 1 if frame.of(first - 1, c.DETERMINER) and first > floor else first
