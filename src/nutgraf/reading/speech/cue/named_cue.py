"""What a cue reports that somebody else names, a model for one: cut by the rules of speech, around the cue and the speaker named.

Where a rule finds that cue its report holds; else one is made of where the cue and the speaker stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.parts import Name, Offsets, Segment, Sentence
from nutgraf.reading.speech.carried import Line
from nutgraf.reading.speech.clause.edges import past_description
from nutgraf.reading.speech.clause.reports import Report, Sought, report
from nutgraf.reading.speech.frames import QUOTE, Frame, frame_of, has_verb
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.noun_ends import owns
from nutgraf.reading.speech.phrase.noun_phrases import phrase_before
from nutgraf.reading.speech.told.before import before, parted
from nutgraf.reading.speech.told.ends import less_reporters, opens_no_subject, stop_of
from nutgraf.reading.speech.told.indirect import content, takes_over, told

_MOST_BESIDE = 14
"""Tokens between a cue and the speaker behind it."""
_FARTHEST = 42
_FROM = frozenset({"of", "by", "from", "in", "to", "for", "among"})
_BARE = frozenset({"of", "about", "on", "over", "regarding", "concerning"})
"""Between a cue and its object these carry nothing: "complained of faulty sirens"; "against" and "to" do."""
_OPENS = c.THAT | c.OPENS_CLAUSE | c.RELATIVE

_Range = tuple[int, int]


class Named(NamedTuple):
    """An attribution as somebody names it: where its cue and its speaker stand, and the cues of others."""

    cue: Offsets | None
    speakers: Sequence[Offsets] = ()
    others: Sequence[Offsets] = ()


class Cut(NamedTuple):
    """The content, none where no clause was found, and to whom it was said."""

    content: tuple[Offsets, ...] = ()
    addressee: Offsets | None = None


def attribution(
    text: str, sentence: Sentence, marked: Sequence[Segment], names: Sequence[Name], language: Language, named: Named
) -> Offsets | None:
    """The place between two commas that the cue and its speaker take up: "If they fail, Pauwels said, the crews will strike".

    Takes what `cut` takes; None where they stand otherwise.
    """
    frame = frame_of(text, sentence, marked, range(len(marked)), language.words)
    sought = Sought(Known(names), language.words)
    own, _ = _reports(frame, _found(frame, sought, language, named), sought, named)
    if own is None or frame.text(own.left - 1) != "," or frame.text(own.right + 1) != ",":
        return None
    behind = past_description(frame, own.right + 1, sought.known, closing=False, person=True) if own.speaker else 0
    last = behind - 1 if own.right + 1 < behind <= len(frame) and frame.low[behind - 1] == "," else own.right + 1
    return frame.start[own.left - 1], frame.end[last]


def cut(
    text: str,
    sentence: Sentence,
    marked: Sequence[Segment],
    names: Sequence[Name],
    language: Language,
    named: Named,
    line: Line | None = None,
) -> Cut:
    """What a sentence, or what stands inside a quotation, reports by this cue and this speaker.

    Args:
        text: the article's.
        sentence: where to look.
        marked: the quotations there, each of which counts as one word.
        names: the names there.
        language: the article's; one whose reported clauses are cut by small words.
        named: the cue, the speaker, and the cues of others.
        line: what was found in the sentence before.
    """
    if named.cue is None and named.speakers and text[named.speakers[0][0] - 1] == "(":
        return _before_bracket(text, sentence, named.speakers[0][0] - 1)
    low, high = _domain(text, sentence, named.cue)
    sought = Sought(Known(names), language.words)
    if line is not None and line.plain and (low, high) == (line.frame.sentence.start, line.frame.sentence.end):
        frame, known = line.frame, line.reports
    else:
        frame = frame_of(text, replace(sentence, start=low, end=high), marked, range(len(marked)), language.words)
        known = _found(frame, sought, language, named)
    own, following = _reports(frame, known, sought, named)
    if own is None:
        return Cut()
    others = sorted(frame.at(other[0]) for other in named.others if low <= other[0] < high)
    ranges = _ranges(text, frame, own, following, others)
    if not ranges and low > sentence.start:
        return _before_bracket(text, sentence, low - 1)
    return Cut(told(text, frame, own, ranges).content, own.addressee) if ranges else Cut()


def _before_bracket(text: str, sentence: Sentence, bracket: int) -> Cut:
    """What stands before a bracket that holds the attribution alone: "Rainfall was low (Met Norrland).", "(Lund said)"."""
    edge = len(text[:bracket].rstrip())
    return Cut(((sentence.start, edge),) if sentence.start < edge else ())


def _domain(text: str, sentence: Sentence, cue: Offsets | None) -> Offsets:
    """The bracket that holds the cue, else the whole sentence."""
    low, high = sentence.start, sentence.end
    if cue is None:
        return low, high
    opening, closing = text.rfind("(", low, cue[0]), text.find(")", cue[1], high)
    inside = opening >= 0 and closing >= 0 and text.find(")", opening, cue[0]) < 0
    return (opening + 1, closing) if inside else (low, high)


def _found(frame: Frame, sought: Sought, language: Language, named: Named) -> tuple[Report, ...]:
    """What the rules find where there is a cue that they may have found."""
    return tuple(parted(frame, language.speech.find(frame, sought))) if language.speech and named.cue else ()


def _reports(
    frame: Frame, known: Sequence[Report], sought: Sought, named: Named
) -> tuple[Report | None, Report | None]:
    """The report of the cue, and the one that takes over from it; `known`: those that the rules find."""
    places = [(frame.at(low), frame.at(high - 1)) for low, high in named.speakers]
    if named.cue is None:
        return (_phrase(frame, places[0], sought) if places else None), None
    first, last = frame.at(named.cue[0]), frame.at(named.cue[1] - 1)
    ruled = (one for one in known if first <= one.at <= last and not one.at < one.content <= last)
    own = next((one for one in ruled if one.kind != "quote"), None) or _beside(frame, (first, last), places, sought)
    return own, next((one for one in known if one.at > max(own.at, last) and takes_over(frame, one, own)), None)


def _phrase(frame: Frame, place: _Range, sought: Sought) -> Report:
    """A speaker alone, no cue: "To Ann Lee, the road is a river"."""
    first, last = place
    speaker = _speaker(frame, first, last, sought)
    while first > 0 and frame.of(first - 1, c.DETERMINER | c.PREPOSITION):
        first -= 1
    found = report(frame, first, speaker, sought, left=first, right=last)
    return found._replace(kind="phrase") if frame.of(first, c.PREPOSITION) else found


def _speaker(frame: Frame, first: int, last: int, sought: Sought) -> Phrase:
    name = sought.known.by_start.get(frame.start[first])
    return Phrase(frame.start[first], frame.end[last], first, last, name)


def _beside(frame: Frame, cue: _Range, places: Sequence[_Range], sought: Sought) -> Report:
    """The report of a cue with its speaker before it, behind it, within it or nowhere."""
    first, last = cue
    bits = frame.bits[last] if frame.bits[last] & c.CUE else frame.bits[last] | c.SAYS
    bits |= c.ADDRESSES * (last > first and frame.low[last] in {"on", "upon", "to"})  # "called on both sides"
    local = _local_start(frame, first)
    led = next((place for place in reversed(places) if place[1] < first and _joined(frame, place[1] + 1, first)), None)
    behind = next((place for place in places if place[0] > last), None)
    phrase = frame.of(first, c.PREPOSITION) or frame.low[first] in {"according", "as"}
    if any(first <= place[0] and place[1] <= last for place in places):
        found = report(frame, last, None, sought, left=first, right=last, bits=bits)
        return found._replace(kind="phrase") if phrase else found
    if led is not None:
        bits |= c.NOUN * owns(frame, led[1])
        speaker = phrase_before(frame, led[1], 0, sought.known, loose=True) or _speaker(frame, *led, sought)
        return report(frame, last, speaker, sought, left=_past_titles(frame, speaker.first), right=last, bits=bits)
    if behind is not None and _follows(frame, last, behind[0], bare=local == first):
        bits |= c.NOUN * (not _FROM.isdisjoint((frame.low[last], frame.low[last + 1])))
        speaker = _speaker(frame, *behind, sought)
        found = report(frame, last, speaker, sought, left=local, right=behind[1], bits=bits)
        return found._replace(kind="phrase") if phrase else found
    found = report(frame, last, None, sought, left=local, right=last, bits=bits)
    return found._replace(carried=frame.low[first].endswith("ing"))


def _past_titles(frame: Frame, first: int) -> int:
    """The first of the words that describe a speaker before the name: "guard Iva Kos"."""
    while (
        first > 0
        and frame.is_word(first - 1)
        and not (opens_no_subject(frame, first - 1) or frame.of(first - 1, c.CUE))
    ):
        first -= 1
    return first - (first > 0 and frame.low[first - 1] == "as")


def _local_start(frame: Frame, first: int) -> int:
    """The first token of the stretch that runs up to a cue: behind the last mark or conjunction."""
    while first > 0 and frame.is_word(first - 1) and not frame.of(first - 1, c.CONJUNCTION | c.SUBORDINATES | _OPENS):
        first -= 1
    return first


def _joined(frame: Frame, first: int, stop: int) -> bool:
    """Whether what stands between a speaker and a cue may be one attribution: no clause of its own in it."""
    between = frame.low[first:stop]
    if ";" in between or QUOTE in between or len(between) > _FARTHEST:
        return False
    if "," not in between:
        return {"and", "but"}.isdisjoint(between) or not has_verb(frame, first, stop)
    # "Ann Lee, a farmer from York, said"; not "Ann Lee took the money, but he said"
    return between[0] == "," and {"but", "while"}.isdisjoint(between)


def _follows(frame: Frame, last: int, speaker: int, *, bare: bool) -> bool:
    """Whether a speaker behind a cue is its source: "said Ann Lee", "a warning from Ann Lee", not "told Ann Lee that"."""
    between = frame.low[last + 1 : speaker]
    apposed = bare and between[-1:] == (",",)  # "says its chief executive, Dana Holt"
    stop = speaker - apposed
    if len(between) > _MOST_BESIDE or not all(frame.word[last + 1 : stop]) or frame.any(_OPENS, last + 1, stop):
        return False
    if apposed and has_verb(frame, last + 1, stop):
        return False
    return bare or frame.low[last] in _FROM or between[:1] in {(word,) for word in _FROM}


def _ranges(text: str, frame: Frame, own: Report, following: Report | None, others: Sequence[int]) -> list[_Range]:
    """Tokens of what is reported; where no clause follows, an object or whatever else stands there."""
    found = content(frame, own, following)
    clausal = bool(found)
    if not found:
        found = _beside_cue(frame, own, following, others)
    found = [_less_others(frame, own, part, others) for part in found]
    found = [less_reporters(text, frame, own, part, clausal=clausal) if part[0] > own.at else part for part in found]
    return [part for part in found if _tells(frame, *part)]


def _tells(frame: Frame, first: int, last: int) -> bool:
    """Whether a word or a quotation stands there."""
    return True in frame.word[first : last + 1] or QUOTE in frame.low[first : last + 1]


def _beside_cue(frame: Frame, own: Report, following: Report | None, others: Sequence[int]) -> list[_Range]:
    stop, ahead = stop_of(frame, own, following), before(frame, own)
    if (earlier := _antecedent(frame, own, others)) is not None:
        return [earlier]
    if ahead is not None and own.opener == "comma":
        return [ahead]
    for first in (own.content, own.right + 1):
        if _tells(frame, first, stop):
            return [(_object(frame, first, stop), stop)]
    if ahead is None and own.left and (own.kind == "phrase" or not frame.word[own.left - 1]):
        ahead = 0, own.left - 1
    return [ahead] if ahead else []


def _antecedent(frame: Frame, own: Report, others: Sequence[int]) -> _Range | None:
    """What a clause at the end takes up: "The army says it shot down nine drones, a claim that the rebels deny"."""
    if True in frame.word[own.right + 1 :] or frame.text(own.left - 1) not in {"which", "that"}:
        return None
    comma = next((at for at in range(own.left - 2, 0, -1) if frame.low[at] == ","), None)
    if comma is None:
        return None
    first = max((other + 1 for other in others if other < comma), default=0)
    return first, comma - 1


def _object(frame: Frame, first: int, stop: int) -> int:
    """Past a preposition that carries nothing: "complained of faulty sirens"."""
    return first + (frame.low[first] in _BARE and first < stop)


def _less_others(frame: Frame, own: Report, part: _Range, others: Sequence[int]) -> _Range:
    """A range up to, or from behind, what another attribution reports."""
    first, last = part
    for other in others:
        if first <= other <= last:
            if first > own.at:
                last = min(last, _before_clause(frame, first, other, last))
            else:
                first = max(first, _behind_clause(frame, other, last))
    return first, last


def _before_clause(frame: Frame, first: int, other: int, last: int) -> int:
    """The last token before the clause of another cue; `last` where that stands within the reported words."""
    at = _local_start(frame, other)
    if other == first:
        return first - 1
    if at <= first + 1:
        return last
    if frame.of(at - 1, c.THAT) or (frame.of(at - 1, c.RELATIVE) and frame.text(at - 2) != ","):
        return last
    while at > first + 1 and (frame.of(at - 1, c.CONJUNCTION) or not frame.is_word(at - 1)):
        at -= 1
    return at - 1


def _behind_clause(frame: Frame, other: int, last: int) -> int:
    return next((at + 1 for at in range(other, last) if frame.low[at] == "," and frame.of(at + 1, c.CONJUNCTION)), 0)
