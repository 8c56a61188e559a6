"""Paragraphs and sentences of an article, with exact offsets and no model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nutgraf.lazily import pattern
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Offsets, Segment, Sentence

_NARROWEST_WRAP, _WIDEST_WRAP = 40, 120
_OWN_LINE = pattern(
    r"(?:[*•·▪●>#+|]|[-–—]\s?[^a-z\s]|\d{1,3}[.)]\s|By\s+[A-Z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+[A-Z\d]"
    r"|(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]{2,30}|[QA]):\s)"
)
SHORTENED = re.compile(r"\b[^\W\d_]\.[^\W\d_]$")
"""What keeps its point at the end of a sentence: "4 a.m."."""
_OPENS_SPEECH, _STOPS_OF_LINE = frozenset('"“„«'), frozenset(".!?…")
_LINE_END_IS_SENTENCE_END = frozenset(".!?:…。！？”\"'’)»]")


@lru_cache(maxsize=8)
def split_paragraphs(text: str, body: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """Offsets of the paragraphs of `body`, without white space around them.

    A blank line ends a paragraph. A single line break ends one too, unless the lines are hard-wrapped:
    40 to 120 characters wide, and the next line's first word would not have fitted.
    """
    return tuple(found for start, end in body for found in _paragraphs(text, start, end))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Offsets]:
    block: list[Offsets] = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        if words:
            first = at + line.index(words)
            block.append((first, first + len(words)))
        elif block:
            yield from _unwrapped(text, block)
            block = []
        at += len(line)
    if block:
        yield from _unwrapped(text, block)


def _unwrapped(text: str, lines: list[Offsets]) -> Iterator[Offsets]:
    """Join the hard-wrapped lines of one block."""
    if len(lines) == 1:
        yield lines[0]
        return
    width = max(end - start for start, end in lines)
    begin, before = lines[0][0], lines[0]
    for line in lines[1:]:
        if not _wraps(text, before, line, width):
            yield begin, before[1]
            begin = line[0]
        before = line
    yield begin, before[1]


def _wraps(text: str, line: Offsets, following: Offsets, width: int) -> bool:
    last, first = text[line[1] - 1], text[following[0]]
    if first.islower() and last not in _LINE_END_IS_SENTENCE_END:
        return True
    if first in _OPENS_SPEECH and last in _STOPS_OF_LINE:  # "“… shut.⏎“We wait.”": each line a paragraph
        return False
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP or _OWN_LINE.match(text, following[0], following[1]):
        return False
    word = text.find(" ", following[0], following[1])
    # A break the wrapper had to make: the next word would have gone beyond the widest line.
    return line[1] - line[0] + 1 + (word if word >= 0 else following[1]) - following[0] > width


# ------------------------------------------------------------------------------------------- sentences

_ANY_STOP = "[.!?…。！？｡؟۔।॥]"
_STOP = re.compile(f"{_ANY_STOP}{_ANY_STOP}*")  # not "+": a search skips ahead to a set, not to a repeat
_CLOSERS = frozenset("\"'”’»›)]}」』“‘")
_OPENERS = frozenset("\"'“”‘’„‚«‹»([{「『`-–—¿¡")
_CJK_STOPS = frozenset("。！？｡।॥")
_CLOSING_MARKS = frozenset("\"'”’»›」』“‘")
_FOOTNOTE = pattern(r"(?:\[\d{1,3}\]){1,5}")
_WORD = re.compile(r"\w")
_NEXT_WORD = re.compile(r"[^\W\d_][\w'’]{0,30}")
_LOOK_BACK = 24
_LAST_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[^\W_])?$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}")
_CLAUSE_WORD = re.compile(r",?[ \u00a0]+([^\W\d_][\w.'’-]*|\d\d?)")
_ASIDE = pattern(r" \([^()\n]{1,40}\)")
_LONGEST_ORDINAL = 3
"""Digits of a number that is an ordinal with the stop behind it, in a language that writes ordinals so: its table has "0."."""
_CLAUSE = 14
"""Words within which a reporting clause has its verb."""


def split_sentences(
    text: str, body: Sequence[Offsets], segments: Sequence[Segment], words: Words
) -> tuple[Sentence, ...]:
    """The sentences of an article, numbered from 1.

    Args:
        text: the article's text.
        body: offsets of the parts to split (the text less dateline and boilerplate), in order.
        segments: the quoted segments; they tell a closing straight mark from an opening one.
        words: the language's, which tell abbreviations from ends.

    Returns:
        Sentences in order, disjoint, none across a paragraph's end; together they hold every character of
        `body` that is not white space. Sentences inside a quotation are sentences of their own.
    """
    opens = {segment.outer_start for segment in segments}
    closes = {segment.end for segment in segments if segment.closed}
    sentences: list[Sentence] = []
    for paragraph, (start, end) in enumerate(split_paragraphs(text, tuple(body))):
        begin = start
        for stop, resume in _boundaries(text, start, end, opens, closes, words):
            sentences.append(Sentence(len(sentences) + 1, begin, stop, paragraph))
            begin = resume
        sentences.append(Sentence(len(sentences) + 1, begin, end, paragraph))
    return tuple(sentences)


def _boundaries(text: str, start: int, end: int, opens: set[int], closes: set[int], words: Words) -> Iterator[Offsets]:
    """Where one sentence of the paragraph ends and where the next begins."""
    last_word = end
    while last_word > start and not text[last_word - 1].isalnum():
        last_word -= 1
    begin = checked = start
    has_words = False
    for found in _STOP.finditer(text, start, end):
        if not has_words:
            has_words = _WORD.search(text, checked, found.start()) is not None
            checked = found.start()
        stop = _past_closers(text, found.end(), end, opens, closes)
        if stop >= last_word:
            return
        resume = stop
        while text[resume].isspace():
            resume += 1
        if has_words and _ends_here(text, begin, found, (stop, resume), opens, closes, words):
            yield stop, resume
            begin = checked = resume
            has_words = False


def _past_closers(text: str, at: int, end: int, opens: set[int], closes: set[int]) -> int:
    """The offset after the brackets, marks and footnotes that close the sentence."""
    while at < end:
        if at in closes or (text[at] in _CLOSERS and at not in opens):
            at += 1
        elif text[at] == "[" and (footnote := _FOOTNOTE.match(text, at, end)):
            at = footnote.end()
        elif text[at] == " " and at + 1 < end and at + 1 in closes:  # `… done . " The`: tokenised text
            at += 2
        else:
            break
    return at


def _ends_here(
    text: str, begin: int, found: re.Match[str], gap: Offsets, opens: set[int], closes: set[int], words: Words
) -> bool:
    """Does the sentence that began at `begin` end with this stop? `gap`: the white space after it."""
    stop, resume = gap
    stops = found.group()
    quoted = stop > found.end() and (
        found.end() in closes or not _CLOSING_MARKS.isdisjoint(text[found.end() : min(stop, found.end() + 4)])
    )
    if resume == stop:
        # No white space: only where the script uses none, or where the space after a quotation was forgotten.
        return stops[-1] in _CJK_STOPS or (quoted and text[stop].isupper() and text[stop - 1] not in "'’")
    first = resume
    while first < len(text) - 1 and first < resume + 4 and (text[first] in _OPENERS or text[first].isspace()):
        first += 1
    letter = text[first]
    opened = first > resume
    if opened and text[resume] in "-–—" and resume not in opens:
        return False
    word = _first_word(text, first)
    if letter.islower() and not (word[1:2].isupper() or (opened and _opens_speech(text, resume, opens))):
        return stops[-1] in _CJK_STOPS
    if stops == ".":
        speech = resume in opens and text[found.start() - 1].isdigit() and _speaks_up(text, resume, closes, words)
        return _full_stop_ends(text, (begin, found.start()), letter, word, words, opened=resume in opens, speech=speech)
    if set(stops) <= {".", "…"}:
        return word not in {"I", "I'm", "I’m", "I've", "I’ve"}
    if quoted and _reports(text, resume, words):
        return False
    before = words[_word_before(text, begin, found.start()).lower()]
    return not before & c.WITH_MARK or _starts(word, words)


def _speaks_up(text: str, start: int, closes: set[int], words: Words) -> bool:
    """Whether a quotation is a sentence, or a report follows it, as it is with no title: "„Schön“, sagte", not "„Die Nacht“ kamen"."""
    end = min((at for at in closes if at > start), default=len(text))
    reported = _CLAUSE_WORD.match(text, end + 1) if text.startswith(",", end + 1) else None
    return text[end - 1] in ".!?…" or (reported is not None and words[reported[1].lower()] & c.CUE != 0)


def _opens_speech(text: str, at: int, opens: set[int]) -> bool:
    return at in opens or text[at] in "“„«「『"


def _word_before(text: str, begin: int, at: int) -> str:
    near = text[max(begin, at - _LOOK_BACK) : at]
    last = near.rpartition(" ")[2]
    if last.isalnum():
        return last  # most words: no mark inside
    found = _LAST_WORD.search(near)
    return found.group() if found else ""


def _starts(word: str, words: Words) -> bool:
    return word[:1].isupper() and words[word.lower().replace("’", "'")] & c.STARTER != 0


def _reports(text: str, at: int, words: Words) -> bool:
    """Whether a reporting clause goes on behind “…!” or “…?”: "Mr. Kemp fumed", "Jutta Pell, the owner of the cinema, wrote"."""
    if not text[at].isupper() or words[_first_word(text, at).lower()] & (c.DETERMINER | c.PRONOUN | c.STARTER):
        return False
    at -= 1
    apposed = aged = False
    for count in range(_CLAUSE):
        found = _CLAUSE_WORD.match(text, at)
        if found is None:
            return False
        word = found[1]
        bits = words[word.lower().rstrip(".")] | words[word.lower()]
        if found[0].startswith(","):
            apposed = not apposed or (aged and not bits & c.CUE)  # "Ann Lee, 34, a nurse, wrote"
        aged = word.isdigit()
        if (
            count
            and not apposed
            and word.islower()
            and bits & c.CUE
            and bits & (c.PAST | c.THIRD)
            and not bits & c.PLURAL
        ):
            return True
        if (
            not apposed
            and word.islower()
            and not bits & (c.TITLE | c.OF_TITLE | c.PERSON | c.PARTICLE | c.PREPOSITION | c.BETWEEN)
        ):
            return False
        at = found.end()
        if (aside := _ASIDE.match(text, at)) is not None:
            at = aside.end()
    return False


def _first_word(text: str, at: int) -> str:
    found = _NEXT_WORD.match(text, at)
    return found[0] if found else ""


def _full_stop_ends(
    text: str, sentence: Offsets, letter: str, word: str, words: Words, *, opened: bool, speech: bool
) -> bool:
    """Is the full stop more than part of an abbreviation? `letter` and `word` follow it, `opened`: in a quotation, of `speech` perhaps."""
    begin, at = sentence
    before = _word_before(text, begin, at)
    if not before:
        return True
    bits = words[before.lower()] | (c.NO_END if ".-" in before else 0)  # "Dipl.-Ing."
    bits |= words[before.lower().rpartition("-")[2]] & (c.NO_END | c.MAY_END | c.CAPITAL_ONLY)  # "then-Sen. Ann Lee"
    if bits & c.CAPITAL_ONLY and before.islower():
        return True
    starter = _starts(word, words)
    if at - len(before) <= begin and before.isdigit() and len(before) <= 3:  # "1. First item"
        return False
    if before.isdigit() and len(before) <= _LONGEST_ORDINAL and words["0."] & c.NO_END:  # "am 3. Mai"
        return (starter and (speech or not opened)) or text[at - len(before) - 1] in ",."
    if bits & c.BEFORE_NUMBER and (letter.isdigit() or letter in "$€£"):
        return False
    if len(before) == 1 and before.isalpha():  # an initial, unless a new sentence plainly starts: "wrote on X. “It …”"
        posted = opened and before == "X" and text.endswith("on", begin, at - 2)
        return posted or (starter and not opened and before.isupper() and not _initials(text, begin, at))
    if before.lower() in {"a.m", "p.m"}:
        return not (words[word.lower()] & (c.WEEKDAY | c.MONTH | c.ZONE) or letter.isdigit())
    if bits & c.NO_END:
        return bool(bits & c.MAY_END) and starter
    if bits & c.MAY_END or ("." in before and _DOTTED.fullmatch(before)):
        return starter or opened
    return True


def _initials(text: str, begin: int, at: int) -> bool:
    """True for the second of two initials ("J. K. Rowling")."""
    return at - 4 >= begin and text[at - 3] == "." and text[at - 2].isspace() and text[at - 4].isupper()
