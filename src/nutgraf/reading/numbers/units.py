"""What stands beside a number and says what it measures: currencies, per cent, units of measure, lengths of time, ages."""

from __future__ import annotations

import re
from decimal import Decimal

from nutgraf.lazily import pattern
from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame, Token, Unit
from nutgraf.results.happened import QuantityKind

UNITS = c.PERCENT | c.CURRENCY | c.MONEY | c.UNIT | c.LENGTH | c.AGE
_LETTERS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2}$|(?<![^\W_])[^\W\d_]{1,4}\.?$")
_OF_SEVERAL = frozenset("$£")
"""Signs of the money of several countries, which letters before them tell apart."""
_NO_SIGN = frozenset(",;:()[]\"'-–—“”‘’/ \n")
_SMALL = 1000
_LONGEST_CODE = 5


def unit_before(frame: Frame, at: int) -> Unit | None:
    """A currency before a number: "US$", "€", "CNY¥", "USD ", "Rs "."""
    text = frame.text
    stop = at - 1 if text[max(0, at - 1) : at] in {" ", "\u00a0"} else at
    sign = text[max(0, stop - 1) : stop]
    if not sign or sign in _NO_SIGN or sign.isdigit():
        return None
    if stop != at and sign.isalpha():
        word = frame.before(at)
        return _currency(frame, word, stop - len(word)) if len(word) <= _LONGEST_CODE else None
    by_letter = sign.isalpha() or sign == "."
    letters = _LETTERS.search(text, max(0, stop - 7), stop if by_letter else stop - 1)
    before = letters[0] if letters else ""
    if by_letter and before in _LETTER_CODES and _is_amount(frame, before, at):
        return Unit(stop - 1, _LETTER_CODES[before], "money", c.CURRENCY)
    if by_letter:
        return _currency(frame, before, stop - len(before))
    begins = stop - 1 - len(before)
    parted = frame.before(stop - 1)  # "NZ $ 26 million"
    named = _currency(frame, parted + sign, stop - 1) if parted.isupper() and 1 < len(parted) <= 3 else None
    known = named or _currency(frame, before + sign, begins) or _currency(frame, before, begins)
    plain = known or _currency(frame, sign, stop - 1)
    if known is None and plain is not None and before[:1].isupper() and sign in _OF_SEVERAL:
        return plain._replace(at=begins, name=before + sign)  # "EC$40" are no dollars of the United States
    return plain


_LETTER_CODES = {"R": "ZAR", "N": "NGN"}
"""Currencies that are written as one letter right before the number: "R1.2 million", "N500,000"."""
_GROUPED = pattern(r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?!\d)|\d+(?:\.\d+)?[ ]?(?:million|billion|trillion|bn|mn|m)\b")
_PLAIN = pattern(r"\d+(?:\.\d\d)?(?![\w-])")
_PRICED = frozenset("cost costs costing pay pays paid for to of at from worth than fined only just".split())


def _is_amount(frame: Frame, letter: str, at: int) -> bool:
    """Whether a number behind a letter is money, and no road, model or rating: in groups, in millions, or as a price."""
    if _GROUPED.match(frame.text, at):
        return True
    word = frame.before(at - len(letter)).lower()
    return letter == "R" and word in _PRICED and _PLAIN.match(frame.text, at) is not None


def _currency(frame: Frame, word: str, begins: int) -> Unit | None:
    low = word.lower().rstrip(".")
    if not low or not frame.bits(low) & c.CURRENCY or (low.isalpha() and not _is_code(frame, word.rstrip("."))):
        return None
    return Unit(begins, frame.numbers.units.get(low, word.rstrip(".")), "money", c.CURRENCY)


def _is_code(frame: Frame, word: str) -> bool:
    """Codes of three letters are written in capitals, other signs with one: "USD", "Rs", "KSh"; a few with none: "kr", "zł"."""
    if len(word) == 3 and word.lower() not in frame.numbers.units:
        return word.isupper()
    return word[:1].isupper() or word == "kr" or not word.isascii()


def unit_behind(frame: Frame, at: int, stop: int, value: Decimal | None, *, scaled: bool, part: bool) -> Unit | None:
    """A unit behind a number: "percent", "euros", "km", "-mile"; behind a part also "of a mile", "an hour".

    `scaled`: after "million" pounds are money.
    """
    token = frame.behind(stop)
    if scaled and token.word and token.word == frame.numbers.links.of and not part:
        money = frame.behind(token.stop)  # "dos millones de euros"
        token = money if money.bits & c.MONEY else token
    if part:
        inner = frame.behind(token.stop) if token.word == frame.numbers.links.of else token
        token = frame.behind(inner.stop) if inner.bits & c.INDEFINITE else token
    if part and token.word == "point" and token.gap != "-":
        return Unit(token.stop, "points", "percent", c.PERCENT)  # "half a point"
    token = _longest(frame, token)
    bits, word = token.bits, token.word
    if not bits & UNITS or (token.gap == "\n" and not word[:1].isalpha()):
        return None
    written = frame.text[token.start : token.stop]
    if len(word) == 1 and word.isalpha() and not _is_letter_of_unit(frame, at, token):
        return None
    if bits & c.CURRENCY and not bits & c.MONEY:
        follows = frame.text[token.stop : token.stop + 1]
        if not _is_code(frame, written) if word.isalpha() else follows.isdigit():
            return None
    if bits & c.MONEY and bits & c.VERB and not scaled and (value or 0) < _SMALL:
        return None  # "three won"
    name, kind = frame.numbers.units.get(word, written), kind_of(bits) or "measure"
    if bits & c.MONEY and bits & c.UNIT and _is_weight(frame, stop, token, scaled=scaled):
        name, kind = written, "measure"
    return Unit(token.stop, name, kind, bits)


def _is_letter_of_unit(frame: Frame, at: int, token: Token) -> bool:
    """Whether a letter behind a number is its unit: "fell to 4C", "40 C (104 F)", "2,5 m"; not "seat 12C", "12 F-16 jets"."""
    name, text = frame.numbers.units.get(token.word, token.word), frame.text
    if name[-1] != text[token.start] or text[token.stop : token.stop + 1] in {"-", "–", "'", "’"}:
        return False
    bits = frame.bits(frame.before(at).lower())
    if name == token.word or text[at - 1] in "(-−–":
        return not bits & c.NUMBERED
    degrees = bits & (c.PREPOSITION | c.BOUND | c.MINUS | c.AUXILIARY | c.PAST | c.FUNCTION) and not bits & c.ARTICLE
    return text.startswith(" (", token.stop) or bool(degrees and token.gap == "")


def _longest(frame: Frame, token: Token) -> Token:
    """The unit of several words that begins with a word, or the word."""
    for phrase in frame.numbers.longer.get(token.word, ()):
        stop = token.start + len(phrase)
        said = frame.low[token.start : stop].replace("-", " ")  # "a 40-square-mile park"
        if said == phrase.replace("-", " ") and not frame.low[stop : stop + 1].isalnum():
            return token._replace(word=phrase, stop=stop, bits=frame.bits(phrase))
    return token


def kind_of(bits: int) -> QuantityKind | None:
    """What is told in a unit with these classes; None: it is none."""
    if bits & c.PERCENT:
        return "percent"
    if bits & (c.CURRENCY | c.MONEY):
        return "money"
    if bits & c.LENGTH:
        return "duration"
    return "measure" if bits & (c.UNIT | c.AGE) else None


def _is_weight(frame: Frame, stop: int, token: Token, *, scaled: bool) -> bool:
    """Pounds that weigh: "a 200-pound man", "weighs 90 pounds", "40 pounds of rice", but "5 million pounds of aid"."""
    if token.gap == "-":
        return not scaled
    if frame.low.startswith(f" {frame.numbers.links.of} ", token.stop):
        noun = frame.behind(frame.behind(token.stop).stop)
        return not noun.bits & c.FUNDS
    near = frame.low[max(0, stop - 60) : stop]
    behind = frame.behind(token.stop).bits
    return not scaled and bool(behind & c.WEIGHS or any(frame.bits(word) & c.WEIGHS for word in near.split()[-4:]))
