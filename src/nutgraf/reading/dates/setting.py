"""What a date rule may know of the article around it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from nutgraf.reading.dates.calendar import Lean
from nutgraf.reading.dates.found import Found
from nutgraf.reading.dates.language import REACH, DateLanguage
from nutgraf.reading.dates.patterns import DateWords
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Sentence
from nutgraf.reading.text.triggers import lowered
from nutgraf.reading.verbs.groups import Cue

_NO_NAME = c.FUNCTION | c.OPENER | c.STARTER | c.WEEKDAY
_NEAR = 40
_LAST_WORD = re.compile(r"(?<!\w)([^\W\d_a-z](?:[\w'’-]*|\w{,3}\.))$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)(?:['’]s)?[\s(\"“]{1,2}$")
_LETTERS = re.compile(r"[^\W\d_]+")
_QUARTER = re.compile(r"\d{4}-Q\d")
_WORD_AFTER = re.compile(r"[\s-]{1,2}([^\W\d_]+)")


@dataclass(slots=True)
class Setting:
    """The article as the rules see it: `low` is its text in lower case, offsets kept; `anchor` the last day found so far."""

    text: str
    sentences: Sequence[Sentence]
    published: dt.date | None
    rules: DateLanguage
    anchor: Found | None = None
    dated: Found | None = None
    """The last month or day found so far that is written with its year, or takes it from one that is."""
    quarter: Found | None = None
    """The quarter that the article tells of."""
    year: Found | None = None
    """The last year found so far that is told by its distance: "next year"."""
    told: Found | None = None
    """The last year, month or day of one found so far, near publication or not: what "that year" is."""
    low: str = field(init=False)
    words: DateWords = field(init=False)
    _starts: list[int] = field(init=False)
    heads: dict[str, re.Match[str] | None] = field(default_factory=dict[str, "re.Match[str] | None"], init=False)
    """What holes take at the word that is looked at."""
    _names: dict[str, bool] = field(default_factory=dict[str, bool], init=False)
    _other: Found | None = field(default=None, init=False)
    """The day found before the anchor."""

    def __post_init__(self) -> None:
        self.low = lowered(self.text)
        self.words = self.rules.words
        self._starts = [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that starts at or before the offset; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def lean(self, start: int, end: int) -> Lean | None:
        """Where the verb that governs the words looks; None when none tells, or they stand in no sentence."""
        index = self.sentence_at(start)
        if index < 0 or self.sentences[index].end < end:
            return None
        sentence = self.sentences[index]
        words = self.text[sentence.start : sentence.end]
        return self.rules.ahead.lean(words, start - sentence.start, end - sentence.start)

    def direction(self, start: int, end: int) -> Lean | None:
        """`lean`, where the words before do not look ahead by themselves: "by Friday", "until the end of March"."""
        match = self.behind(self.rules.ahead.near, start)
        if match is not None and match.lastgroup is not None:
            return "future" if match.lastgroup == "always" else "past"
        # What stands before "until Friday" governs it.
        lean = self.lean(match.start() if match else start, end)
        return "future" if lean != "past" and match is not None else lean

    def is_apart(self, start: int, end: int) -> bool:
        """Whether the words around a date make the verb of its sentence tell nothing of it: "the May 2 deadline"."""
        ahead = self.rules.ahead
        return bool(self.behind(ahead.apart, start) or self.words.pattern(ahead.due).match(self.low, end))

    def plan(self, start: int, end: int, *, yesterday: bool) -> Lean | None:
        """Where the words make a weekday look as the day of a plan: "set for", "due to open on"; `yesterday`: it was then.

        None: it is the day of none, or the verb decides.
        """
        match = self.behind(self.rules.ahead.wider, start, REACH)
        if match is None or match.lastgroup or not yesterday:
            return None if match is None else "future"
        called_off = self.words.pattern(self.rules.ahead.called_off).match(self.low, end, end + _NEAR)
        return "past" if called_off else None

    def behind(self, template: str, start: int, reach: int = _NEAR) -> re.Match[str] | None:
        """The longest match of a pattern that ends right before an offset and begins at a word, at most `reach` characters back."""
        return self.words.ending(template).search(self.low, max(0, start - reach), start)

    def word_before(self, start: int) -> tuple[int, str]:
        """The word before an offset, with its own; as it is written, without a possessive 's; "" when none stands close."""
        match = _WORD_BEFORE.search(self.text, max(0, start - 24), start)
        return (match.start(1), match.group(1)) if match else (start, "")

    def after(self, end: int) -> str:
        """The word after an offset as it is written; "" when none stands close."""
        match = _WORD_AFTER.match(self.text, end, end + 40)
        return match.group(1) if match else ""

    def ends_name(self, word: str) -> bool:
        """Whether the article has a name that ends in this word: "Theresa May"."""
        known = self._names.get(word)
        if known is None:
            places = re.finditer(rf"\s{word}\b(?!\s\d)", self.text)
            before = (_LAST_WORD.search(self.text, max(0, at.start() - 24), at.start()) for at in places)
            words = (one.group(1).lower() for one in before if one is not None)
            limits = self.words.kinds["limit"]
            known = self._names[word] = any(one not in limits and not self.rules.table[one] & _NO_NAME for one in words)
        return known

    def head(self, hole: str, at: int) -> re.Match[str] | None:
        """What a hole takes at an offset: matched once for all the rules that begin with it."""
        if hole not in self.heads:
            self.heads[hole] = self.words.pattern(hole).match(self.low, at)
        return self.heads[hole]

    def sentence_has(self, template: str, offset: int) -> bool:
        """Whether a pattern holds somewhere in the sentence of an offset."""
        index = self.sentence_at(offset)
        if index < 0:
            return False
        sentence = self.sentences[index]
        return bool(self.words.pattern(template).search(self.low, sentence.start, sentence.end))

    def named(self, day: Found) -> None:
        """Take a day as the anchor of what follows."""
        if self.anchor is not None and self.anchor.start != day.start:
            self._other = self.anchor
        self.anchor = day

    def tell_quarter(self, item: Found) -> None:
        """Take a quarter as the one that the article tells of: the last one that is over, not the one that it is compared with."""
        if item.value is None or not _QUARTER.fullmatch(item.value):
            return
        told = self.quarter
        if item.last is None or self.published is None or item.last < self.published:
            fits = told is None or told.value is None or item.value >= told.value
        else:
            first = _LETTERS.match(self.low, item.start)
            fits = told is None and bool(first and self.rules.table[first[0]] & c.ORDINAL)  # not "the current quarter"
        if fits:
            self.quarter = item

    def near_anchor(self, start: int) -> dt.date | None:
        """The day that "the next day" counts from: the last one found in this sentence, or the only one of the sentence before in its
        paragraph; none on which somebody only says something: "told the court on Monday that he left the next day".
        """
        anchor, other = self.anchor, self._other
        if anchor is None or self.sentence_at(start) - self.sentence_at(anchor.start) > 1 or self._is_of_speech(anchor):
            return None
        if self.sentence_at(start) == self.sentence_at(anchor.start):
            return anchor.first
        if "\n\n" in self.text[anchor.end : start]:
            return None
        alone = other is None or self.sentence_at(other.start) != self.sentence_at(anchor.start)
        return anchor.first if alone or (other and other.first == anchor.first) else None

    def near_year(self, start: int, unit: str, *, sentences: int) -> dt.date | None:
        """What "that year" and "the next month" count from: the last year, month ("M": not a year) or date found in this sentence, or
        in the one before in its paragraph where two `sentences` are near.
        """
        told = self.told
        if told is None or (unit == "M" and told.precision == "year"):
            return None
        near = 0 <= self.sentence_at(start) - self.sentence_at(told.start) < sentences
        return told.first if near and "\n\n" not in self.text[told.end : start] else None

    def _is_of_speech(self, day: Found) -> bool:
        """Whether the verb beside a day, before it or behind it where none stands before, is one of speech."""
        begins, cues = self._cues_at(day.start)
        verbs = [cue for cue in cues if not cue.link]
        before = [cue for cue in verbs if begins + cue.end <= day.start]
        return (before[-1] if before else verbs[0]).saying if verbs else False

    def _cues_at(self, offset: int) -> tuple[int, Sequence[Cue]]:
        """Where the sentence of an offset begins, and its verb groups and joints."""
        index = self.sentence_at(offset)
        if index < 0 or self.rules.cues is None:
            return 0, ()
        sentence = self.sentences[index]
        return sentence.start, self.rules.cues(self.text[sentence.start : sentence.end])

    def follows_verb(self, offset: int) -> bool:
        """Whether a verb group ends right before an offset, or the sentence begins there."""
        begins, cues = self._cues_at(offset)
        return not self.text[begins:offset].strip() or any(
            not (cue.link or cue.saying) and not self.text[begins + cue.end : offset].strip()
            for cue in cues
            if begins + cue.end <= offset
        )

    def of_one_verb(self, first: Found, second: Found) -> bool:
        """Whether two times of a sentence belong to the same verb: no other stands between, unless a day heads the sentence."""
        begins, cues = self._cues_at(first.start)
        within = (cue for cue in cues if first.end <= begins + cue.start < second.start)
        between = [cue for cue in within if self.text[begins + cue.start] not in "()"]
        before = [cue for cue in cues if begins + cue.end <= first.start]
        if any(cue.link == "clause" for cue in between) or any(cue.saying for cue in (*before, *between[:-1])):
            return False
        verbs = [cue for cue in between if not cue.link]
        heads = all(cue.link for cue in before)
        return not between or (heads and (len(verbs) == len(between) == 1 or first.kind == "day"))

    def coming_year(self, start: int) -> int | None:
        """The year to come of which the same sentence tells before: "Next year's fair is scheduled for …"."""
        told, published = self.year, self.published
        if told is None or told.first is None or published is None or told.first <= published:
            return None
        return told.first.year if self.sentence_at(start) == self.sentence_at(told.start) else None

    def dated_before(self, start: int) -> dt.date | None:
        """The date of the same sentence from which a month without a year takes its own."""
        if self.dated is None or self.sentence_at(start) != self.sentence_at(self.dated.start):
            return None
        return self.dated.first
