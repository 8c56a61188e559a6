"""The rules of numbers of a language, asked where what opens them stands: first what numbers there are, then what they come to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.numbers.format import Links, NumberFormat
from nutgraf.reading.numbers.frames import Frame, Measures, Mention, Noun, Read
from nutgraf.reading.numbers.names import types
from nutgraf.reading.numbers.numerals import GLYPHS
from nutgraf.reading.numbers.units import unit_before, unit_behind
from nutgraf.reading.parts import Amount
from nutgraf.reading.rules import ByClasses, Rule, by_opening, opens
from nutgraf.reading.text.triggers import any_of

NumberRule = Rule[Callable[[Frame, int], Read | None]]
"""Asked at the place where what opens it stands; yields the number that begins there."""
QuantityRule = Rule[Callable[[Frame, int], Amount | None]]
"""Asked for a number (its index) with what opens it before or behind it, or as its unit; yields what the number comes to."""
RateRule = Rule[Callable[[Frame, Amount], Amount | None]]
"""Asked for a quantity with what opens it behind it; yields the quantity with what it is counted by."""
_LARGE = 100_000


class NumberRules(Measures):
    """The numbers of a language: how digits and words are read, and what numbers come to, as records."""

    def __init__(
        self,
        words: Words,
        *,
        numbers: Sequence[NumberRule],
        quantities: Sequence[QuantityRule],
        rates: Sequence[RateRule],
        form: NumberFormat,
        links: Links,
        noun: Noun,
    ) -> None:
        super().__init__(words, form, links, noun)
        self.numbers, self.quantities, self.rates = tuple(numbers), tuple(quantities), tuple(rates)
        self._rates_by_bits = ByClasses(rates)
        self._opened: dict[tuple[str, str, str, int], tuple[QuantityRule, ...]] = {}
        self.frame = lru_cache(maxsize=64)(self._frame)

    @cached_property
    def _by_word(self) -> dict[str, tuple[NumberRule, ...]]:
        """The rules that find numbers, by the word that opens them."""
        table = by_opening(self.numbers)
        classed = [rule for rule in self.numbers if any(isinstance(asked, int) for asked in rule.opens)]
        for rule in classed:
            for word in self.words.any_of(*(asked for asked in rule.opens if isinstance(asked, int))):
                table.setdefault(word, ())
        return {
            word: tuple(rule for rule in self.numbers if word in rule.opens or opens(rule, self.words[word]))
            for word in table
        }

    @cached_property
    def _opener(self) -> re.Pattern[str]:
        """The words that a number may begin with; of the articles and of "several" only those before a word that makes them one."""
        words = {word: self.words[word] for word in self._by_word if word.isalpha()}
        behind = self.words.any_of(c.SCALE, c.FRACTION)
        some = {word for word, bits in words.items() if bits & c.SOME and not bits & c.UNTOLD}
        articles = {word for word, bits in words.items() if bits & c.INDEFINITE and not bits & c.CARDINAL}
        kinds = ((words.keys() - some - articles, ""), (some, any_of(behind)), (articles, any_of(behind | some)))
        parts = [
            rf"(?:{any_of(kind)})" + (rf"(?=[ \u00a0\n-](?:{after})\b)" if after else r"\b")
            for kind, after in kinds
            if kind
        ]
        return re.compile(rf"\b(?:{'|'.join(parts)})" if parts else "(?!)")

    @cached_property
    def _digits(self) -> re.Pattern[str]:
        """Whatever a number in figures may begin with; one class opens it, for a search skips what is in none."""
        glyphs = "".join(GLYPHS)
        point = r"|(?<=[\s($£€]\.)\d+" if self.format.decimal == "." else ""
        return re.compile(rf"[\d.{glyphs}](?:(?<=\d)\d*|(?<=[{glyphs}]){point})")

    @cached_property
    def _asked(self) -> int:
        """The classes that open a rule."""
        asked = 0
        for rule in self.quantities:
            for bits in rule.opens:
                asked |= bits if isinstance(bits, int) else 0
        return asked

    @cached_property
    def _words_that_open(self) -> frozenset[str]:
        return frozenset(word for rule in self.quantities for word in rule.opens if isinstance(word, str))

    def _frame(self, text: str) -> Frame:
        """A text with every number of it, in order, none overlapping another; nobody changes it afterwards."""
        frame = Frame(text, self)
        frame.mentions = list(self._found_in(frame))
        return frame

    def _found_in(self, frame: Frame) -> Iterable[Mention]:
        done = 0
        openers = (*self._opener.finditer(frame.low), *self._digits.finditer(frame.low))
        for match in sorted(openers, key=lambda found: found.start()):
            at, word = match.start(), match[0]
            if at < done:
                continue
            for rule in self._by_word.get("0" if word[-1].isdigit() and word not in GLYPHS else word, ()):
                read = rule.finds(frame, at)
                if read is not None:
                    yield self._mention(frame, at, read, rule.name, spelled=word.isalpha())
                    done = read.stop
                    break

    @staticmethod
    def _mention(frame: Frame, at: int, read: Read, rule: str, *, spelled: bool) -> Mention:
        stop = read.stop
        if read.ordinal:
            return Mention(at, stop, at, stop, read, spelled, rule=rule)
        before = None if spelled else unit_before(frame, at)
        scaled = read.scale > 1 or (read.value or 0) >= _LARGE
        behind = unit_behind(frame, at, stop, read.value, scaled=scaled or before is not None, part=read.fraction)
        if before is not None:
            end = behind.at if behind and behind.kind == "money" else stop
            return Mention(before.at, end, at, stop, read, spelled, before.name, before.kind, before.bits, rule)
        if behind is None:
            return Mention(at, stop, at, stop, read, spelled, rule=rule)
        return Mention(at, behind.at, at, stop, read, spelled, behind.name, behind.kind, behind.bits, rule)

    def found(self, text: str, free: Callable[[Mention], bool]) -> list[Amount]:
        """What the numbers of a text come to, in order, where a rule asked for them; those of kind None are no quantities.

        Args:
            text: the text.
            free: whether a number may be one that counts or measures.
        """
        whole = self.frame(text)
        frame = whole.of([mention for mention in whole.mentions if not mention.read.ordinal and free(mention)])
        frame.types = types(whole)
        found: list[Amount] = []
        index = 0
        while index < len(frame.mentions):
            one = self._amount(frame, index)
            index += one.used if one else 1
            if one and not (found and found[-1].end > one.start):
                found.append(one)
        return found

    def _amount(self, frame: Frame, index: int) -> Amount | None:
        mention = frame.mentions[index]
        for rule in self._rules_at(frame, mention):
            found = rule.finds(frame, index)
            if found is not None:
                if found.kind is None:
                    return found._replace(rule=rule.name)
                told = "about" if mention.value is None else frame.modifier(found.start, (mention.end, found.end))
                return self._with_rate(frame, found._replace(modifier=found.modifier or told, rule=rule.name))
        return None

    def _rules_at(self, frame: Frame, mention: Mention) -> tuple[QuantityRule, ...]:
        """The rules that a number, its unit or the words beside it open."""
        words = self._words_that_open
        before, behind = frame.before(mention.start).lower(), frame.behind(mention.end)
        digits = ""
        if mention.kind is not None:
            bits = mention.bits
        elif mention.spelled:
            bits = (self.words[before] | behind.bits) & self._asked | c.CARDINAL
        else:
            bits, digits = (self.words[before] | behind.bits) & self._asked & ~c.CARDINAL, "0"
        key = (digits, before if before in words else "", behind.word if behind.word in words else "", bits)
        opened = self._opened.get(key)
        if opened is None:
            asked = {word for word in key[:3] if word}
            opened = self._opened[key] = tuple(
                rule for rule in self.quantities if not asked.isdisjoint(rule.opens) or opens(rule, bits)
            )
        return opened

    def _with_rate(self, frame: Frame, found: Amount) -> Amount:
        token = frame.behind(found.end)
        for rule in self.rates if token.word else ():
            if token.word in rule.opens or rule in self._rates_by_bits[token.bits]:
                counted = rule.finds(frame, found)
                if counted is not None:
                    return counted._replace(rule=rule.name)
        return found
