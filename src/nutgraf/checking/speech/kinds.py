"""Direct, mixed or indirect: which of an item's words stand inside marks, and whether these are a clause of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nutgraf.checking.speech.grammar import PREPOSITIONS, RELATIVES, SUBORDINATORS, is_adverb, verbs
from nutgraf.checking.speech.names import sentence_numbers
from nutgraf.checking.speech.references import Told
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.languages.tables import words_in_list
from nutgraf.reading.parts import Offsets, Segment, text_before
from nutgraf.reading.reading import Reading
from nutgraf.results.said import QuoteKind, Stance

_FEWEST = 4
"""Words of a quoted clause."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLOSED = frozenset(".,!?…")
_ENDS = frozenset(".!?")
_CONTRACTED = re.compile(r"(?:i|you|we|they|he|she|it|that|there|who|what)['’](?:m|re|ve|ll|d|s)\b", re.IGNORECASE)
"""A subject and its verb in one word."""
_OPENS_NO_CLAUSE = PREPOSITIONS | RELATIVES | {"to", "and", "or", "but", "not"}
_OPENS_ANOTHER = RELATIVES | SUBORDINATORS
_NOT_ASSERTED = frozenset({"denies", "doubts", "no_comment"})


def in_marks(reading: Reading, told: Told) -> bool:
    """Whether every word said stands inside marks."""
    if not told.segments:
        return False
    return all(
        any(s.start <= low and high <= s.end for s in reading.segments_over(low, high)) for low, high in told.content
    )


def kind_of(reading: Reading, told: Told, cue: Offsets | None, stance: Stance) -> QuoteKind:
    """The kind of what an item covers.

    Reported words that hold quoted ones are mixed. So are quoted words that go on with the reporter's clause ("will
    close" of *said schools "will close"*), and those that are not asserted; a clause that stands whole inside the marks
    beside its cue is direct, whatever its first letter.
    """
    if cue is None and (_is_turn(reading, told.content) or _is_in_transcript(reading, told.content)):
        return "direct"
    if not told.segments:
        if stance == "denies" and all(_is_marked(reading, place) for place in told.content):
            return "indirect"  # of somebody else's words, which stand in marks
        if told.in_pieces:
            return "direct"
        inner = _inner(reading, told.content, cue)
        return "mixed" if inner == "indirect" and _has_marked(reading, told.content) else inner
    if not in_marks(reading, told):
        # Of who says nothing a whole sentence may stand: its marks hold somebody's other words.
        return "indirect" if stance == "no_comment" and _is_whole(reading, told.content) else "mixed"
    kind = reading.kind(told.segments, cue is not None)
    if kind == "mixed" and cue is not None and stance not in _NOT_ASSERTED:
        first = reading.by_segment[told.segments[0]]
        words = reading.article.text[first.start : first.end]
        if (
            _stands_alone(reading, first)
            or _are_sentences(reading, first)
            or (_adjoins(reading.article.text, first, cue) and is_clause(words, reading.spoken_in))
        ):
            return "direct"
    return kind


def _is_whole(reading: Reading, content: Sequence[Offsets]) -> bool:
    """Whether one stretch takes up a sentence, its stop aside."""
    at = reading.sentence_at(content[0][0])
    return len(content) == 1 and at is not None and content[0][0] == at.start and at.end - content[0][1] <= 1


def _is_marked(reading: Reading, place: Offsets) -> bool:
    marked = reading.segments_in(reading.numbers_of(*place))
    return any(s.outer_start <= place[0] and place[1] <= s.outer_end for s in marked)


def _is_turn(reading: Reading, content: Sequence[Offsets]) -> bool:
    """Whether whole sentences outside marks are somebody's turn, as in an interview: a question, or told by an "I"."""
    text, numbers = reading.article.text, sentence_numbers(reading, content)
    held = list(filter(None, map(reading.sentence, numbers)))
    begun, ended = {s.start for s in held}, {s.end for s in held}
    marked = {segment.outer_start for segment in reading.segments_in(numbers)}
    for low, high in content:  # "Ann Lee: I did."
        if not (low in begun or text.endswith(": ", 0, low)) or ended.isdisjoint((high, high + 1)) or low in marked:
            return False
    said = " ".join(text[low:high] for low, high in content)
    first = words_in_list(reading.spoken_in.code, "first-persons")
    lows = said.lower().replace("’", "'").rstrip("?").split()
    asked = said.endswith("?") and reading.spoken_in.worded
    # "Has he told her?" is what was asked, not how.
    told_of = not words_in_list(reading.spoken_in.code, "third-persons").isdisjoint(lows)
    return not first.isdisjoint(lows) or (asked and not told_of)


def _is_in_transcript(reading: Reading, content: Sequence[Offsets]) -> bool:
    """Whether words are of a line that a transcript gives to somebody: "A: Sleep."."""
    lines, labels = reading.once(_transcript)
    begun = [(labels.get(start, start), end) for start, end in content]
    return bool(lines) and all(any(low <= start and end <= high for low, high in lines) for start, end in begun)


def _transcript(reading: Reading) -> tuple[list[Offsets], dict[int, int]]:
    """A transcript's lines, and where the words of each begin by where its sentence does, with the label."""
    lines = [place for told in reading.attributions if told.verbatim for place in told.content]
    starts = {
        reading.sentences[number - 1].start: low for low, high in lines for number in reading.numbers_of(low, high)[:1]
    }
    return lines, starts


def _has_marked(reading: Reading, content: Sequence[Offsets]) -> bool:
    """Whether reported words hold a few in marks that are neither a title nor a name, though no quotation by themselves."""
    return any(
        segment.no_speech == "scare" and low <= segment.outer_start and segment.outer_end <= high
        for low, high in content
        for segment in reading.segments_over(low, high)
    )


def _inner(reading: Reading, content: Sequence[Offsets], cue: Offsets | None) -> QuoteKind:
    """The kind of words that hold no quotation: direct or mixed where they fill marks within somebody's speech."""
    text, start = reading.article.text, content[0][0]
    if not fills_marks(text, content):
        return "indirect"
    if text[start].isupper() and (text[content[-1][1] - 1] in _ENDS or text[content[-1][1]] in _ENDS):
        return "direct"  # "‘Who pays?’ is what we asked"
    before = text[: start - 1].rstrip()[-1:]
    beside = cue is not None and cue[1] < start and not text[cue[1] : start - 1].strip(" ,:")
    known = reading.spoken_in.words
    says = cue is not None and any(known[low] & (c.SAYS | c.TELLS) for low in text[slice(*cue)].lower().split())
    return "direct" if before in {",", ":"} or (beside and says) else "mixed"


def _adjoins(text: str, segment: Segment, cue: Offsets) -> bool:
    """Whether no word of the reporter's leads into the quotation: it follows its cue, a comma or a colon."""
    between = text[cue[1] : segment.outer_start]
    before = text_before(text, segment.outer_start, 3).rstrip()[-1:]
    return cue[1] <= segment.outer_start and (not between.strip(" ,:") or before in {",", ":"})


def _stands_alone(reading: Reading, first: Segment) -> bool:
    """Whether one closed sentence in marks follows a colon, or is its sentence: “Give it back, Ann.”, 'It said: "ok, stop."'."""
    text, at = reading.article.text, reading.sentence_at(first.outer_start)
    if text[first.end - 1] not in _ENDS or at is None:
        return False
    whole = at.start == first.outer_start and not text[first.outer_end : at.end].strip()
    return whole or text_before(text, first.outer_start, 2).rstrip().endswith(":")


def _are_sentences(reading: Reading, first: Segment) -> bool:
    """Whether whole sentences stand inside the marks, begun with a capital and closed: whatever leads in, they are spoken."""
    text, numbers = reading.article.text, reading.numbers_of(first.start, first.end)
    words = text[first.start : first.end]
    if not (words[:1].isupper() and words.rstrip()[-1:] in _CLOSED and len(numbers) > 1):
        return False
    said = (reading.sentences[number - 1] for number in numbers)
    parts = (text[max(one.start, first.start) : min(one.end, first.end)] for one in said)
    return any(is_clause(part, reading.spoken_in) for part in parts)


def is_clause(words: str, language: Language) -> bool:
    """Whether words open with a subject and its verb: "many schools will close", "because they pay, the rule holds"."""
    found, known = verbs(words, language.code), language.words
    lows = [(match.start(), match.group().lower()) for match in _WORD.finditer(words)]
    if len(lows) < _FEWEST or not found:
        return False
    first = lows[0][1]
    if first in SUBORDINATORS or known[first] & c.SUBORDINATES:  # the clause that follows is the main one
        comma = words.find(",")
        return comma > 0 and any(start > comma for start, _ in found)
    if _CONTRACTED.match(words):
        return True
    head = [low for start, low in lows if start < found[0][0]]
    if not head or first in _OPENS_NO_CLAUSE or known[first] & c.THAT or is_adverb(first):
        return False
    relative = len(head) > 2 and known[head[0]] & c.DETERMINER and known[head[-1]] & c.PRONOUN
    if relative and not any(words[found[0][1] : start].strip() for start, _ in found[1:]):
        return False  # "the slowest strike we have ever had"
    if not language.worded and "," in words[: found[0][0]]:
        return False  # "die Lehrer, die keine Schule hat": what is relative is written as the article is
    inner = (low in _OPENS_ANOTHER or bool(known[low] & (c.THAT | c.SUBORDINATES)) for low in head[1:])
    return not any(inner)


_INNER = {"'": "'", "‘": "’", '"': '"', "“": "”", "„": "“”", "«": "»", "»": "«"}


def fills_marks(text: str, content: Sequence[Offsets]) -> bool:
    """Whether words fill marks, from their first to their last; nothing stands between them."""
    start, end = content[0][0], content[-1][1]
    closers, behind = _INNER.get(text[start - 1 : start], ""), text[end : end + 3]
    if not closers or text[max(0, start - 2) : start - 1].isalnum():
        return False
    if any(text[low[1] : high[0]].strip(" .,!?…") for low, high in pairwise(content)):
        return False
    behind = behind[1:] if behind[:1] in _CLOSED else behind
    return behind[:1] != "" and behind[0] in closers and not behind[1:2].isalnum()


def verbatim(text: str, content: list[Offsets]) -> list[Offsets]:
    """Words that fill marks as they stand there, in one stretch and with the stop before the closing mark."""
    if not fills_marks(text, content):
        return content
    start, end = content[0][0], content[-1][1]
    return [(start, end + (text[end : end + 1] in _CLOSED))]
