"""What words come to that somebody points to as a quantity: all of them together, never one of two numbers unmarked.

What reading finds by itself is left as it is; that these words are a quantity is given, so that more may be read into them:
"several months", "less than a metre", "a 7 - yard pass".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from nutgraf.article import Span
from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.certain import certain
from nutgraf.reading.numbers.find import find_quantities, lengths_in
from nutgraf.reading.numbers.frames import Frame
from nutgraf.reading.numbers.money import spelled_out
from nutgraf.reading.numbers.names import both
from nutgraf.reading.numbers.nouns import is_plural
from nutgraf.reading.numbers.pairs import rate
from nutgraf.reading.numbers.safe import rules_of
from nutgraf.reading.numbers.several import of_several, two_sides
from nutgraf.reading.numbers.units import kind_of
from nutgraf.reading.parts import Amount, Offsets
from nutgraf.results import Quantity
from nutgraf.results.happened import QuantityKind

_PARTED = re.compile(r"(?<=\w) - (?=\w)")
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
_BRACKETED = re.compile(r" ?\([^()]{0,80}\)")
_METRES = re.compile(r"(\d[\d,]*(?:\.\d+)?) ?m\b")
_SIDES = re.compile(r"(\d{1,3}):(\d\d)")
_MINUTE = 60
_DIMENSION = re.compile(
    r" ?(?:\([^()]{1,20}\) ?)?(?:wide|high|deep|long|tall|thick|across|above|below|down|from|away|apart)\b| \(\d[\d,.]* ?(?:ft|feet)\)"
)
_AS = frozenset({"as", "so"})
_NO_BASE = c.FUNCTION | c.ADVERB | c.POINTS | c.PAST | c.WEEKDAY | c.MONTH | c.DAY_WORD | c.ADDS | c.CARDINAL
_LONGEST_BASE = 3
"""Words that a rate is counted by: "per full-time worker"."""
_NUMBERED: frozenset[QuantityKind] = frozenset({"count", "money", "percent", "measure", "duration"})


def pointed(text: str, place: Offsets, quantities: Sequence[Quantity], language: str | None) -> Quantity | None:
    """The quantity that `text[place]` tells, with these words as its span; None where they tell none.

    Args:
        text: the article's text.
        place: the words that somebody points to.
        quantities: those that reading finds in the article, in order; those that share a letter with the words will do.
        language: the code of its language.
    """
    start, end = place
    if money := _in_money(text, place, language):
        return money
    frame = rules_of(language).frame(text)
    over = _over(place, quantities)
    if not any(q.span.start <= start and end <= q.span.end for q in over):
        over += _over(place, lengths_in(text, language))
    inside = _apart([q for q in over if start <= q.span.start and q.span.end <= end])
    found = _of_a_unit(frame, place) or _in_metres(frame, place)
    if found is None and _PARTED.search(text, start, end) and not any(q.high is not None for q in inside):
        found = _alone(text[start:end], language)
    if found is None and len(inside) > 1:
        found = of_several(frame, place, inside)
    if found is None and inside:
        found = inside[0]
    if found is None:
        best = max(over, key=lambda q: min(end, q.span.end) - max(start, q.span.start), default=None)
        found = _part_of(best, _alone(text[start:end], language), start) or _loose(frame, place)
    between = frame.low[start:end].split(maxsplit=1)[:1] == [frame.numbers.links.between]
    if found and found.high is None and between:
        # one end of a range that is not read: "between 900m and 1.2bn"
        found = found.model_copy(update={"value": None})
    if found and found.value and found.high is None and _opens_with_one(frame, place):
        found = found.model_copy(update={"value": 1, "high": found.value})
    found = _one_or_so(frame, place) or found
    if found and (found.high, found.unit) == (None, None) and found.kind != "ratio":
        found = two_sides(frame, place) or found
    return found and certain(frame, place, found.span, _whole(frame, place, found), language)


def _opens_with_one(frame: Frame, place: Offsets) -> bool:
    """Whether an article is the lower end of a range: "ein oder zwei Tage"."""
    links, words = frame.numbers.links, frame.low[slice(*place)].split(maxsplit=2)
    return len(words) > 2 and words[1] in {links.either, links.to} and bool(frame.bits(words[0]) & c.INDEFINITE)


def _one_or_so(frame: Frame, place: Offsets) -> Quantity | None:
    """One of something that is no unit, or a few: "a letter or two"."""
    words = [(word.start(), word.end(), frame.bits(word[0])) for word in _WORD.finditer(frame.low, *place)]
    if len(words) != len("a b or c".split()) or not words[0][2] & c.INDEFINITE or kind_of(words[1][2]):
        return None
    more, either = frame.number_at(words[3][0]), frame.low[words[2][0] : words[2][1]]
    if more is None or more.value is None or either != frame.numbers.links.either or more.stop != place[1]:
        return None
    unit, high = frame.text[words[1][0] : words[1][1]], float(more.value)
    return Quantity(span=_span(frame.text, place), value=1, high=high, unit=unit, kind="count", modifier="about")


def _over(place: Offsets, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Those that share a letter with a place."""
    return [q for q in quantities if q.span.start < place[1] and place[0] < q.span.end]


def _apart(found: Sequence[Quantity]) -> list[Quantity]:
    """In order, the longer one where two rules read the same words."""
    kept: list[Quantity] = []
    for one in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return kept


def _alone(words: str, language: str | None) -> Quantity | None:
    """What the words tell by themselves, if it is one quantity; a hyphen between spaces is one ("16 - year - old")."""
    found = _apart(find_quantities(_PARTED.sub("-", words), (), language))
    return found[0] if len(found) == 1 else None


def _part_of(best: Quantity | None, alone: Quantity | None, start: int) -> Quantity | None:
    """What reading finds in more words than these, as these words have it."""
    if best is None or alone is None:
        return alone or best
    if best.high is not None or best.kind not in _NUMBERED or best.span.start < start:
        return alone
    unit = alone.unit or best.unit
    kind = best.kind if unit == best.unit else alone.kind  # "54 Jahre" of "54 Jahre alt"
    return best.model_copy(update={"unit": unit, "kind": kind, "per": alone.per or best.per})


def _in_money(text: str, place: Offsets, language: str | None) -> Quantity | None:
    """An amount behind a sign that stands for money in this article alone: "#" for the pound, the letter of a country's currency."""
    start, end = place
    known = spelled_out(text[start:end], text, language)
    found = known and _alone(known[0], language)
    if not known or not found or found.kind != "money":
        return None
    frame = rules_of(language).frame(text)
    update: dict[str, Any] = {"unit": found.unit if known[1] else None, "span": _span(text, place)}
    if found.modifier == "exact":
        update["modifier"] = frame.modifier(start, ())
    return _whole(frame, place, found.model_copy(update=update))


def _of_a_unit(frame: Frame, place: Offsets) -> Quantity | None:
    """One of a unit at the head of the words: "an hour", "less than a metre", "another day or two", "a mile and a half"."""
    (start, end), links = place, frame.numbers.links
    first = next((mention.at for mention in frame.mentions if mention.at >= start), end)
    for match in _WORD.finditer(frame.low, start, min(first, end)):
        unit = frame.behind(match.end())
        if unit.start == match.end() or not unit.word[:1].isalpha():
            continue  # the "A" of "A$3.41", "a $3 fare"
        if unit.bits & c.ADDS:
            unit = frame.behind(unit.stop)
        if not unit.word[:1].isalpha():
            continue  # "an additional $5"
        kind, opens = kind_of(unit.bits), frame.bits(match[0]) & (c.INDEFINITE | c.ONE_MORE)
        if not opens or not kind or unit.bits & (c.ORDINAL | c.PLURAL) or unit.stop > end:
            continue
        joint = frame.behind(unit.stop)
        more = frame.number_at(joint.stop + 1)
        value, high = 1.0, None
        if more is not None and more.stop <= end and more.value is not None:
            if joint.word == links.either and more.value > 1 and more.kind is None:
                high = float(more.value)
            elif joint.word == links.to or (joint.word == links.joint and not more.read.fraction):
                return Quantity(
                    span=_span(frame.text, place), kind=kind
                )  # "an hour and 20 minutes", "a year to 18 months"
            elif joint.word == links.joint:
                value += float(more.value)
        modifier = frame.modifier(match.start(), (unit.stop,))
        modifier = "about" if high and modifier == "exact" else modifier  # so is "a day or two" meant
        name = frame.numbers.units.get(unit.word, frame.text[unit.start : unit.stop])
        return Quantity(span=_span(frame.text, place), value=value, high=high, unit=name, kind=kind, modifier=modifier)
    return None


def _in_metres(frame: Frame, place: Offsets) -> Quantity | None:
    """Metres by their letter, which is that of millions too: "20m wide"."""
    found = _METRES.search(frame.text, *place)
    # "£1.8m from Lund" is a price
    priced = found and found.start() and unicodedata.category(frame.text[found.start() - 1]) == "Sc"
    if found is None or priced or not _DIMENSION.match(frame.low, found.end()):
        return None
    value, modifier = float(found[1].replace(",", "")), frame.modifier(found.start(), ())
    return Quantity(span=_span(frame.text, place), value=value, unit="m", kind="measure", modifier=modifier)


def _loose(frame: Frame, place: Offsets) -> Quantity | None:
    """What is no number to reading: "about half", "27:24", "several months"."""
    start, end = place
    if sides := _SIDES.fullmatch(frame.text, start, end):
        return _of_sides(frame, place, *map(int, sides.groups()))
    for mention in frame.mentions:
        if start <= mention.at and mention.stop <= end and mention.read.fraction and mention.value is not None:
            modifier = frame.modifier(mention.at, (mention.stop,))
            return Quantity(span=_span(frame.text, place), value=float(mention.value), kind="ratio", modifier=modifier)
    for index, mention in enumerate(frame.mentions):
        noun = frame.numbers.noun(frame, mention.stop, single=False) if start <= mention.at < end else None
        if noun and noun[0] <= end and both(frame, index):
            return Quantity(span=_span(frame.text, place), value=2, unit=noun[1], kind="count", modifier="exact")
    for match in _WORD.finditer(frame.low, start, end):
        if frame.bits(match[0]) & c.SOME and frame.before(match.start()).lower() not in _AS:  # "twice as many"
            noun = frame.numbers.noun(frame, match.end(), single=False)
            unit = noun[1] if noun and noun[0] <= end else None
            kind = kind_of(frame.bits(unit.lower())) if unit else None
            return Quantity(span=_span(frame.text, place), unit=unit, kind=kind or "count", modifier="about")
    return None


def _of_sides(frame: Frame, place: Offsets, first: int, second: int) -> Quantity | None:
    """Two numbers with a colon: the sides of a result where the language has it there ("27:24"), else minutes and seconds."""
    links, span = frame.numbers.links, _span(frame.text, place)
    if links.score == ":":
        return Quantity(span=span, value=first, high=second, kind="score")
    if second >= _MINUTE:
        return None
    return Quantity(span=span, value=first * _MINUTE + second, unit=links.seconds, kind="duration")


def _span(text: str, place: Offsets) -> Span:
    return Span(text=text[slice(*place)], start=place[0], end=place[1])


def _whole(frame: Frame, place: Offsets, found: Quantity) -> Quantity:
    """The quantity with all the pointed words as its span, and what they say further of it: what it counts, its rate."""
    update: dict[str, Any] = {"span": _span(frame.text, place)}
    bare = found.kind == "count" and found.unit is found.per is None and found.value not in {None, 1}
    if bare and not _FROM_OTHERS.search(frame.low, *place):
        update["unit"] = _head(frame, update["span"].text)
    rated = any(frame.bits(word) & c.BY for word in (found.unit or "").lower().split())  # "Kilometer pro Stunde"
    if found.per is None and found.value is not None and found.kind not in {"percent", "ratio"} and not rated:
        update["per"] = _counted_by(frame, place, found)
    return found.model_copy(update=update)


def _counted_by(frame: Frame, place: Offsets, found: Quantity) -> str | None:
    """What the words say behind "per", with all its words ("$7 per album", "$90 per square metre"), or behind a bracket."""
    for match in _WORD.finditer(frame.low, *place):
        bits = frame.bits(match[0])
        if not bits & c.BY or bits & c.INDEFINITE:
            continue
        first = token = frame.behind(match.end())
        stop, words = token.stop, 0
        while token.word[:1].isalpha() and token.gap and token.stop <= place[1] and not token.bits & _NO_BASE:
            stop, words = token.stop, words + 1
            token = frame.behind(stop)
        if words:
            return frame.text[first.start : stop] if words <= _LONGEST_BASE else None
    return _behind_bracket(frame, place, found)


def _behind_bracket(frame: Frame, place: Offsets, found: Quantity) -> str | None:
    """What it is behind the same amount in other terms: "34 million crowns ($1.6 million) a year"."""
    bracket = _BRACKETED.match(frame.text, found.span.end, place[1])
    if bracket is None or found.kind is None:
        return None
    rated = rate(frame, Amount(found.span.start, bracket.end(), kind=found.kind))
    return rated.per if rated and rated.end <= place[1] else None


_FROM_OTHERS = re.compile(r"\d [^\W\d_]+ \d")  # "74 from 46 balls" are no balls


def _head(frame: Frame, words: str) -> str | None:
    """The plural that a phrase ends with: "22 new Boeing 787 Dreamliners"."""
    bare = _BRACKETED.sub("", words)
    last = _WORD.findall(bare)[-1:]
    if not last or not bare.endswith(last[0]) or bare == last[0]:
        return None
    phrase = [frame.bits(word.lower()) for word in _WORD.findall(bare)]
    if phrase[-1] & (c.SCALE | c.CARDINAL) or any(bits & (c.PREPOSITION | c.BY) for bits in phrase[1:-1]):
        return None  # "13 Millionen" of what?
    return last[0] if is_plural(last[0], phrase[-1]) else None
