"""The words beside the cue that mean a speaker: a form of the name, a pronoun, a description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.article import Span
from nutgraf.checking.place.lookup import find_words
from nutgraf.checking.place.stops import with_stop
from nutgraf.checking.speech.aliases import stands_for
from nutgraf.checking.speech.described import told_behind
from nutgraf.checking.speech.grammar import DETERMINERS, PREPOSITIONS
from nutgraf.checking.speech.mention_place import BE, stands_here
from nutgraf.checking.speech.names import (
    LONGEST_WORD,
    Named,
    is_pronoun,
    misspelt,
    names_in,
    namesakes,
    places,
    related,
    words_of,
)
from nutgraf.checking.speech.references import Told
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Offsets, overlap
from nutgraf.reading.reading import Reading
from nutgraf.results import Speaker

_SUBJECT = re.compile(r"\b(he|she|it|they)\b(?:['’](?:d|s|ve))?(?: [\w’']+){0,3} ?\Z", re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(he|she|they|one|another|some|others)\b(?:['’]d)?(?: [\w’']+){0,3} ?\Z", re.IGNORECASE)
_LEFT = re.compile(r"(?<![\w'’-])([^\W\d_a-zß-ÿ][\w'’-]*) \Z")
_CONTRACTED = re.compile(r"(\w+)['’](?:d|ll|ve|re|m|s)", re.IGNORECASE)


def mention_of(reading: Reading, found: Named, beside: Told, ruled: Speaker | None, name: str) -> Span | None:
    """The words beside the cue that may mean the speaker, in the sentences of the words said or right before them; else None."""
    seen = stands_here(reading, _seen(reading, found, beside, ruled, name), beside)
    if seen and not _may_mean(reading, (seen.start, seen.end), name):
        whole = found.place if found.place and not beside.holds(found.place) else None
        seen = reading.span(*whole) if whole and _may_mean(reading, whole, name) else None
    behind = reading.article.text[seen.end : seen.end + 2] if seen else ""
    if seen and behind in {"'s", "’s"} and f"{seen.text}'s" in name.replace("’", "'"):
        return reading.span(seen.start, seen.end + len(behind))  # "St. Olaf's", the hospital
    if seen is None or _is_a_couple(reading, seen, name):
        return None
    place = _widened(reading, _less_strange(reading, (seen.start, seen.end), name), name)  # "Sir Alasdair"
    return reading.span(*with_stop(reading, place))


def _is_a_couple(reading: Reading, seen: Span, name: str) -> bool:
    """Whether words tell of two, and the name of one: "police and the operator"."""
    known = reading.spoken_in.words
    joints = {low for low in seen.text.lower().split() if known[low] & c.COUPLES}
    return (
        bool(joints)
        and joints.isdisjoint(name.lower().split())
        and find_words(name, reading.article.text, [(seen.start, seen.end)]) is None
    )


def _may_mean(reading: Reading, place: Offsets, name: str) -> bool:
    """Whether words may mean a speaker: none that only tell of what ("the head of [a railway]"), no time ("that summer"), and of a
    description its head, not a name in it ("NPC" of "several NPC agents").
    """
    text, known = reading.article.text, reading.spoken_in.words
    words = text[slice(*place)]
    if is_pronoun(words, known):
        return True
    named = find_words(name, text, [place]) is not None or bool(reading.names_over(*place))
    if text.endswith(" of ", 0, place[0]) and not named:
        return False
    if any(time.span and (time.span.start, time.span.end) == place for time in reading.times_over(*place)):
        return False
    head = name.rsplit(maxsplit=1)[-1]
    return not (head.islower() and named) or head.lower() in words.lower()


def _less_strange(reading: Reading, place: Offsets, name: str) -> Offsets:
    """A place less what stands before the name in it and is none of the speaker's: "[Minister for] Children Luke Fenn", "10:45 Mayor"."""
    text = reading.article.text
    inside = find_words(name, text, [place])
    before = text[place[0] : inside[0]].split() if inside else []
    behind = text[inside[1] : place[1]].split() if inside else []
    known = reading.spoken_in.words
    if inside and any(known[word.lower()] & c.COUPLES for word in (*before[-1:], *behind[:1])):
        return inside  # the one of two: "[Ann Lee] and Bo Lund"
    bits = [known[word.lower()] for word in before]
    if inside and before and not any(bit & (c.DETERMINER | c.ADJECTIVE) for bit in bits):
        return inside
    if inside and any(bit & (c.RELATIVE | c.THAT) for bit in bits):
        return inside  # "a baker who sought a rye that [every miller] had told her"
    clock = _CLOCK.match(text, *place)
    return (clock.end(), place[1]) if clock else place


_CLOCK = re.compile(r"\d\d?[:.]\d\d (?:[ap]\.?m\.? )?(?:[—–-] )?")


def _seen(reading: Reading, found: Named, beside: Told, ruled: Speaker | None, name: str) -> Span | None:
    told = beside.ruled
    if beside.nested and found.place and len(words_of(found.name)) > 1:  # a name beside another's words is that other's
        pronoun = _pronoun_of(reading, beside.cue, beside.content, _SUBJECT) if beside.cue else None
        return reading.span(*(pronoun or found.place))
    if _holds_more(found, ruled) and found.place and not beside.holds(found.place):
        return reading.span(*found.place)
    near = _beside_cue(reading, name, beside.cue, beside.content) if beside.cue else None
    named = near is not None and not is_pronoun(reading.article.text[slice(*near)], reading.spoken_in.words)
    seen = _as_subject(reading, ruled.mention, found.name) if ruled and ruled.mention else None
    if ruled is not None and told is not None and seen is not None and not beside.holds((seen.start, seen.end)):
        plain = named or bool(reading.names_over(seen.start, seen.end))
        whole = near is not None and near[0] <= seen.start and seen.end <= near[1]
        alike = related(seen.text, name) or (ruled.name and related(ruled.name, name)) or (told.sure and not plain)
        alike = alike or stands_for(reading, seen.text, name)
        if alike and not whole and not namesakes(ruled.name or seen.text, name):
            return seen
        if told.sure and not whole and misspelt(seen.text, name) and not namesakes(seen.text, name):
            return seen
    near = near or (_body_beside(reading, name, beside) if beside.cue else None)
    if near is not None:
        return reading.span(*near)
    return reading.span(*found.place) if found.place and not beside.holds(found.place) else None


def _beside_cue(reading: Reading, name: str, cue: Offsets, avoid: Sequence[Offsets]) -> Offsets | None:
    """What stands for a speaker in the sentence of a cue: a form of the name nearest to it, else its pronoun."""
    sentence = reading.sentence_at(cue[0])
    if sentence is None:
        return None
    whole = (place for place in places(reading, name) if sentence.start <= place[0] and place[1] <= sentence.end)
    forms = (
        _widened(reading, (known.start, known.end), name)
        for known in names_in(reading, sentence.start, sentence.end)
        if known.full == name
        or (related(known.text, name) and not namesakes(known.full, name) and not told_behind(name, known.text))
    )
    for inside in (whole, forms):
        if free := [place for place in inside if not any(overlap(place, other) for other in avoid)]:
            nearest = min(free, key=lambda place: abs(place[0] - cue[0]))
            own = _pronoun_of(reading, cue, avoid, _SUBJECT)
            # "Ann Lee left, and she [said]": the pronoun is the subject of the cue.
            return own if own and nearest[1] < own[0] and cue[0] - own[1] <= 1 else nearest
    return _pronoun_of(reading, cue, avoid, _SUBJECT)


def _body_beside(reading: Reading, name: str, beside: Told) -> Offsets | None:
    """The noun of a body's name that is the subject of the cue, beside it: "the bank" of the Central Bank of Norvik."""
    sentence = reading.sentence_at(beside.cue[0]) if beside.cue else None
    if beside.cue is None or sentence is None or not reading.spoken_in.worded:
        return None
    found = _THE.search(reading.article.text, sentence.start, beside.cue[0])
    known = reading.spoken_in.words
    if found is None or beside.holds(found.span(2)) or (found[4] and not known[found[4].lower()] & c.ADVERB):
        return None
    if found[1] and known[found[1].lower()] & c.PREPOSITION:
        return None  # "a spokesman for the bank said"
    named = found[3].lower() in words_of(name) and bool(known[found[3].lower()] & c.BODY)
    return found.span(2) if named else None


_THE = re.compile(r"(?:([\w’'-]+) )?\b((?:[Tt]he|[Tt]hat) ([\w-]+))(?: (\w+))? \Z")


def _pronoun_of(reading: Reading, cue: Offsets, avoid: Sequence[Offsets], subject: re.Pattern[str]) -> Offsets | None:
    """The pronoun that is the subject of a cue, beside it."""
    sentence = reading.sentence_at(cue[0])
    before = subject.search(reading.article.text, sentence.start, cue[0]) if sentence else None
    held = before and any(overlap(before.span(1), other) for other in avoid)
    text, known = reading.article.text, reading.spoken_in.words
    between = text[before.end(1) : cue[0]].lower().split() if before else []
    joined = bool(between) and bool(known[between[-1]] & c.CONJUNCTION)  # "they came back and said"
    if not joined and any(known[low] & c.PAST and not known[low] & c.AUXILIARY for low in between):
        return None  # "he denied claims that": another's claims
    told = before is not None and not text.endswith("ing", *cue) and BE.search(text, before.end(1), cue[0]) is not None
    return before.span(1) if before and not held and not (told and subject is _SUBJECT) else None  # "she was told"


def _widened(reading: Reading, place: Offsets, name: str) -> Offsets:
    """A part of a name with the words of it that stand beside: "Two Lakes" of "Two Lakes Ferries", not "Lakes"."""
    text, words = reading.article.text, words_of(name)
    low, high = place
    while (
        (before := _LEFT.search(text, max(0, low - LONGEST_WORD), low))
        and words_of(before[1])
        and set(words_of(before[1])) <= set(words)
    ):
        low = before.start(1)
    return low, high


def subject_beside(reading: Reading, beside: Told) -> Offsets | None:
    """The pronoun for somebody without a name that is the cue's subject: "one" of "one said"; None of a passive."""
    if beside.cue is None:
        return None
    place = _pronoun_of(reading, beside.cue, beside.content, _SOMEBODY)
    if place is None or BE.search(reading.article.text, place[1], beside.cue[1]):
        return None
    counts = reading.quantities_over(place[0], place[1] + len(" 9"))
    return (place[0], counts[0].span.end) if counts else place  # "some" of "some 9 per cent"


def _holds_more(found: Named, ruled: Speaker | None) -> bool:
    """Whether the model's words stand around those that the rule saw: "the Guild of Bakers and Millers"."""
    if found.place is None or ruled is None or ruled.mention is None:
        return False
    return found.place[0] <= ruled.mention.start and ruled.mention.end <= found.place[1]


def _as_subject(reading: Reading, seen: Span, name: str) -> Span | None:
    """What a rule saw, as the phrase that it is: "the guards" of "the guards in the week"; None of a verb's."""
    text = reading.article.text
    words, known = seen.text.split(), reading.spoken_in.words
    nominal = words[0].lower() in DETERMINERS or is_pronoun(words[0], known)
    if text.endswith(" to ", 0, seen.start) and not nominal and words[0].islower():
        return None  # the infinitive of "a plan to mend the roads"
    owned = bool(known[words[0].lower()] & c.POSSESSIVE)
    if (
        len(words) > 1
        and (owned or (not nominal and words[0].islower()))
        and not _may_be(words[-1], name, known, owned=owned)
    ):
        return None  # "its own figures", "[the operator of shops and] dental clinics"
    if all(known[word.lower()] & c.FUNCTION and not is_pronoun(word, known) for word in words):
        return None  # "no such"
    if (contracted := _CONTRACTED.fullmatch(seen.text)) and is_pronoun(contracted[1], known):
        return None  # "she'd": the pronoun beside the cue is meant
    place = find_words(name, text, [(seen.start, seen.end)])
    if place is not None and words[0].lower() == "that" and place[0] > seen.start:
        return reading.span(place[0], seen.end)  # "a trial that researchers call short"
    if place is not None and place[1] == seen.end and words[0].lower() in {"a", "an"} and seen.text.endswith("s"):
        return reading.span(*place)  # "a claim that doctors reject", with or without "that"
    if place is not None and place[0] == seen.start:
        tail = text[place[1] : seen.end].split()
        if tail and (tail[0].lower() in _BEHIND or known[tail[0].lower()] & c.PAST):
            return reading.span(*place)
    return seen


def _may_be(noun: str, name: str, known: Words, *, owned: bool) -> bool:
    """Whether a noun is somebody's or a body's, or one of a name; a document that is `owned` is not its owner."""
    low, speaks = noun.lower(), c.PERSON | c.TITLE | c.BODY | c.BODY_WORD | (0 if owned else c.DOCUMENT)
    return bool(known[low] & speaks) or low in name.lower().split()


_BEHIND = PREPOSITIONS - {"of", "for", "from", "to", "with", "by"}
