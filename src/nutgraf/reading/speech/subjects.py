"""The subject of a reporting verb: before it, behind it, across an apposition."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.cues import INVERTING, Cue
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.speech.frames import QUOTE, Frame, is_capital, is_word
from nutgraf.reading.speech.noun_phrases import Known, Phrase, may_speak, phrase_after, phrase_before

DESCRIBING = WORDS.any_of(c.DESCRIBES)
DETERMINERS = WORDS.any_of(c.DETERMINER)
DOCUMENT_NOUNS = WORDS.any_of(c.DOCUMENT)
FINITE_VERBS = WORDS.any_of(c.AUXILIARY)
JOINTS = WORDS.any_of(c.JOINT)
PREPOSITIONS = WORDS.any_of(c.PREPOSITION)
PRONOUNS = WORDS.any_of(c.PRONOUN)


_PLURALS = frozenset("police people men women children staff media team troops fishermen crew others many some".split())
_OPENINGS = JOINTS | {"that", ","}
_LINKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "[", "]", ".", "!", "?"})


def inverted(frame: Frame, at: int, cue: Cue, floor: int, known: Known) -> Phrase | None:
    """Find "…", said X: directly behind a quotation, or behind a comma and closing its clause."""
    quoted = floor > 0 and frame.segment[floor - 1] >= 0 and all(low in _LINKS for low in frame.low[floor:at])
    if cue.form == "base" or not (quoted or cue.lemma in INVERTING):
        return None
    subject = phrase_after(frame, at + 1, len(frame), known)
    if subject is None:
        return None
    if quoted:
        behind = frame.low[subject.last + 1] if subject.last + 1 < len(frame) else "."
        return None if cue.kind == "quote" and behind in DETERMINERS else subject  # "read her players a page"
    if at < 3 or _describes(frame, floor, at - 1):
        return None
    following = frame.low[subject.last + 1] if subject.last + 1 < len(frame) else "."
    placed = (
        frame.low[at - 1] == "," and subject.name is not None and following in PREPOSITIONS
    )  # "said Ann Lee of Acme"
    return subject if placed or following in {".", ",", "!", "?", QUOTE} else None


def apposed(frame: Frame, comma: int, floor: int, known: Known) -> Phrase | None:
    """The subject of "Ann Lee, a farmer from York, said": left of the first comma of the apposition."""
    named = phrase_before(frame, comma - 1, floor, known)
    opening = first_subject(frame, comma, known)
    described = opening is not None and opening.name is None and opening.first == floor
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
        return named  # "the coach, Ann Lee, said"
    if (
        opening is not None
        and floor <= opening.first
        and opening.last < comma - 1
        and frame.low[opening.last + 1] == ","
        and (opening.name is None or opening.name.kind != "place")
    ):
        return opening  # "Ann Lee, a farmer in York, England, said"
    for at in range(comma - 1, max(floor, comma - 40), -1):
        if frame.low[at] != "," or frame.low[at + 1] in {"and", "or", "but"}:
            continue
        subject = phrase_before(frame, at - 1, floor, known)
        if subject is None:
            continue
        edge = subject.first - 1
        if subject.name is not None and subject.name.kind == "place" and edge > floor:
            continue
        if (subject.name is not None and subject.name.kind != "place") or edge < floor or frame.low[edge] in _OPENINGS:
            return subject
    if (
        opening
        and opening.first == floor
        and opening.last < comma - 1
        and FINITE_VERBS.isdisjoint(frame.low[opening.last + 1 : comma])
    ):
        return opening  # "The results of the study published this week, revealed"
    # No apposition, a stray comma: "The security firm Acme, has said".
    subject = phrase_before(frame, comma - 1, floor, known)
    if subject is None or any(not is_word(frame, at) for at in range(floor, subject.first)):
        return None
    return subject if subject.name is None or subject.name.kind != "place" else None


def first_subject(frame: Frame, before: int, known: Known) -> Phrase | None:
    """The first noun phrase of a sentence that may be its subject, past an opening adverbial."""
    first = 0
    while first < before and (frame.low[first] in JOINTS or frame.segment[first] >= 0 or not is_word(frame, first)):
        first += 1
    if first < before and (
        frame.low[first] in PREPOSITIONS
        or frame.low[first].endswith(("ing", "ly"))
        or frame.low[first] in {"as", "when", "while"}
    ):
        comma = next((at for at in range(first, min(before, first + 15)) if frame.low[at] == ","), -1)
        first = comma + 1 if comma >= 0 else first
    return phrase_after(frame, first, before, known)


def _describes(frame: Frame, floor: int, comma: int) -> bool:
    """Whether the stretch that ends with this comma describes a subject: "Ann Lee, the spokeswoman, said the pilot …"."""
    first = next((at for at in range(comma - 1, floor, -1) if frame.low[at] == ","), floor)
    if frame.low[comma] != "," or first == floor:
        return False
    opening = frame.low[first + 1]
    described = opening in DESCRIBING or opening in {"who", "whose", "which"} or opening.isdigit()
    return described and FINITE_VERBS.isdisjoint(frame.low[floor:first])


def agrees(frame: Frame, cue: Cue, subject: Phrase) -> bool:
    """Not "the same state", "a new screen dubbed": a noun behind a singular, a participle behind a thing."""
    if cue.lemma == "show":
        return not DOCUMENT_NOUNS.isdisjoint(frame.low[subject.first : subject.last + 1])
    if subject.name is not None or frame.low[subject.last] in PRONOUNS:
        return True
    if cue.noun and cue.form == "base":
        return frame.low[subject.last].endswith("s") or frame.low[subject.last] in _PLURALS
    return cue.kind != "quote" or may_speak(frame, subject)


def owner(frame: Frame, first: int, floor: int) -> int:
    """The first token of the owner before a subject: "Japan's Defense Ministry said"."""
    if first <= floor or frame.low[first - 1][-2:] not in {"'s", "’s"}:
        return first
    first -= 1
    while first > floor and is_word(frame, first - 1) and is_capital(frame, first - 1):
        first -= 1
    return first - 1 if first > floor and frame.low[first - 1] in DETERMINERS else first
