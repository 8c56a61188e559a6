"""What of a quantity that somebody points to is certain: a kind, a unit or a modifier that the words leave open is none."""

from __future__ import annotations

import re
from typing import Any

from nutgraf.article import Span
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.tables import words_in_list
from nutgraf.reading.numbers.frames import Frame
from nutgraf.reading.numbers.money import of_several
from nutgraf.reading.numbers.names import is_aged, is_pronoun
from nutgraf.reading.numbers.no_counts import no_count
from nutgraf.reading.numbers.nouns import is_plural
from nutgraf.reading.parts import Offsets
from nutgraf.results import Quantity

_SIDES = 2
_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_GOES_ON = re.compile(r" ?[,;–—]")


def certain(frame: Frame, place: Offsets, core: Span, found: Quantity, language: str | None) -> Quantity | None:
    """The quantity with nothing that may be otherwise; None where the words have another number than the one found.

    Args:
        frame: the article.
        place: the words that somebody points to.
        core: the words of them that were read.
        found: what they were read as.
        language: the code of the article's language.
    """
    several = _counts_another(frame, place, core) or _is_one_of_several(frame, place, core, found)
    before = frame.bits(frame.before(core.start).lower())
    if several or (place[0] < core.start and before & c.CARDINAL) or _has_sides(frame, core.end, place[1]):
        return None
    if otherwise := no_count(frame, place, core, found, language):
        found = found.model_copy(update=otherwise)
    update: dict[str, Any] = {}
    if found.kind == "count" and found.unit is None and not _is_part_of_some(frame, place):
        update["kind"] = None
        if before & c.INDEFINITE:
            update |= {"value": None, "modifier": None}  # "hit a six": a thing of that name
    if found.kind == "count" and found.unit:
        # "A jet carrying 168 lands": what follows may be the verb.
        if (
            frame.bits(found.unit) & c.PREPOSITION
            or found.unit not in frame.text[slice(*place)]
            or _goes_on_with_another(frame, place, core)
        ):
            update["unit"] = None
        if found.value is not None and found.value % 1:
            update["kind"] = None  # "2.3 times as high" counts nothing
    if found.kind in {"measure", "duration"} and _tells_which(frame, place, core, found):
        update |= {"kind": None, "unit": None}
    if found.kind == "duration" and found.value is None and is_aged(frame, place[0]):
        update["kind"] = None
    if found.kind == "ratio" and _is_of_a_thing(frame, place):
        update["kind"] = None
    if (
        found.kind == "ratio"
        and found.high is None
        and (_is_of_percent(frame, place, core, found) or _is_one_more(frame, place))
    ):
        update |= {"value": None, "kind": None, "modifier": None}
    if found.kind == "score" and sum(place[0] <= one.at < place[1] for one in frame.mentions) > _SIDES:
        update |= {"value": None, "high": None, "modifier": None}  # "4-6 7-6 6-3": of several none
    odds = found.high is not None and found.kind != "ratio" and _are_odds(frame, place, found.unit, language)
    if odds or _tells_how_often(frame, place, language):
        update |= {"value": None, "high": None, "unit": None, "kind": None, "modifier": None}
    if _leaves_open(frame, place, core, found):
        update["modifier"] = None
    doubted = core.start > place[0] and before & c.UNSURE
    if doubted and found.modifier == "exact" and found.value is not None:
        update["modifier"] = "about"
    if plain := of_several(frame, place, found.unit, language):
        update["unit"] = plain
    return found.model_copy(update=update) if update else found


def _is_of_percent(frame: Frame, place: Offsets, core: Span, found: Quantity) -> bool:
    """Whether a share is one of a percentage: "a tenth of 1 percent"."""
    return found.unit is None and any(core.end <= one.at < place[1] and one.kind == "percent" for one in frame.mentions)


def _tells_which(frame: Frame, place: Offsets, core: Span, found: Quantity) -> bool:
    """Whether a unit only tells which things are counted: "four yard workers" are no four yards."""
    behind, unit = frame.behind(core.end), (found.unit or "").lower()
    several = found.value is not None and found.value > 1 and not frame.bits(unit) & c.PLURAL
    spelled = core.text.lower().endswith(f" {unit}") and len(unit) > _SHORTEST
    return several and spelled and behind.stop <= place[1] and is_plural(behind.word, behind.bits)


_SHORTEST = 2


def _tells_how_often(frame: Frame, place: Offsets, language: str | None) -> bool:
    """Whether the words tell how often of so many: "once in 14 matches"."""
    words = frame.low[slice(*place)].split()
    return words[0] in words_in_list(language or "", "times-over") and any(frame.bits(w) & c.PREPOSITION for w in words)


def _are_odds(frame: Frame, place: Offsets, unit: str | None, language: str | None) -> bool:
    """Whether two numbers are what a bet pays: "the 4-6 favourite", "a 33-1 shot", "no better than 50-50"."""
    behind = frame.behind(place[1]).word
    words = {behind, *frame.low[slice(*place)].split()}
    before = frame.low[max(0, place[0] - _NEAR) : place[0]].rpartition(". ")[2].split()[-_WORDS_BEFORE:]
    if any(frame.bits(word) & c.CONTEST for word in before):
        return False
    bets = words_in_list(language or "", "bets")
    if unit is not None and unit.lower() not in bets:
        return False
    return not bets.isdisjoint({word.strip(",.;") for word in (*words, *before)})


_NEAR, _WORDS_BEFORE = 60, 6


def _is_one_more(frame: Frame, place: Offsets) -> bool:
    """Whether what looks like a part is one more of its kind: "wounded two and killed a third", "for a third time", "six quarters"."""
    words, behind, links = frame.low[slice(*place)], frame.behind(place[1]), frame.numbers.links
    if words not in _ONE_LESS:
        return words.endswith(" quarters") and behind.word != links.of
    compared = behind.bits & c.BOUND_BEHIND or behind.word.endswith("er") or behind.word in {"more", "less", "off"}
    before = frame.bits(frame.before(place[0]).lower())
    return not compared and behind.word != links.of and not before & (c.PREPOSITION | c.BOUND)


_ONE_LESS = frozenset({"a third", "a fourth", "a fifth", "third time"})


def _counts_another(frame: Frame, place: Offsets, core: Span) -> bool:
    """Whether the words count one or none of the number that was read: "one of their last 13"."""
    of = frame.numbers.links.of
    return bool(of and place[0] < core.start) and any(
        place[0] <= one.at < core.start and is_pronoun(frame, one) and frame.behind(one.stop).word == of
        for one in frame.mentions
    )


def _is_one_of_several(frame: Frame, place: Offsets, core: Span, found: Quantity) -> bool:
    """Whether the words hold another number that is no part of this one: "a man and two women", "fourth win in five years"."""
    if found.high is not None or found.per is not None or found.kind in {"ratio", "score"}:
        return False
    before = _WORD.findall(frame.low, place[0], core.start)
    bits = [frame.numbers.words[word] for word in before]
    pair = len(before) > 2 and bits[0] & c.INDEFINITE and before[-1] == frame.numbers.links.joint
    return bool(pair) or any(one & c.ORDINAL for one in bits) or any(map(_ORDINAL.fullmatch, before))


def _has_sides(frame: Frame, start: int, end: int) -> bool:
    """Whether the second of two sides stands behind a first: "46cm by 38cm"."""
    joints = "|".join(filter(None, (frame.numbers.links.sides, "x", "×")))
    return re.compile(rf" ?(?:{joints}) ?\d").match(frame.low, start, end) is not None


def _is_part_of_some(frame: Frame, place: Offsets) -> bool:
    """Whether a bare number counts some of those named before: "40 of them", "12 of the"."""
    for one in frame.mentions:
        if place[0] <= one.at < place[1]:
            of = frame.behind(one.stop)
            behind = frame.behind(of.stop)
            return of.word != "" and of.word == frame.numbers.links.of and bool(behind.bits & (c.OBJECT | c.DETERMINER))
    return False


def _is_of_a_thing(frame: Frame, place: Offsets) -> bool:
    """Whether a part is one of a thing and no share: "won by half a length", "a quarter-point cut"."""
    for one in frame.mentions:
        if one.at < place[1] and place[0] < one.stop and one.read.fraction:
            token = frame.behind(one.stop)
            noun = token.word[:1].isalpha() and not token.bits & (c.FUNCTION | c.ADVERB)
            return token.stop <= place[1] and bool(noun or token.bits & c.INDEFINITE)
    return False


def _goes_on_with_another(frame: Frame, place: Offsets, core: Span) -> bool:
    """Whether the words name a second thing that the number counts too: "300 shops and offices", "90 cats, dogs and birds"."""
    joint = frame.behind(core.end)
    if joint.word == "," and frame.number_at(joint.stop + 1) is None:
        while joint.word and not joint.bits & c.CONJUNCTION and joint.stop < place[1]:
            joint = frame.behind(joint.stop)
    if not joint.bits & c.CONJUNCTION or joint.stop >= place[1]:
        return False
    behind = frame.behind(joint.stop)
    return behind.word[:1].isalpha() and frame.number_at(joint.stop + 1) is None and not behind.bits & c.FUNCTION


def _leaves_open(frame: Frame, place: Offsets, core: Span, found: Quantity) -> bool:
    """Whether nothing tells how exact the number is: none is told, a remark follows ("20 minutes, maybe longer"), a word before
    it may be of place or time ("over four days"), or a "no" turns it round: "nobody pays more than $6".
    """
    if found.modifier == "exact":
        goes_on = core.end < place[1] and _GOES_ON.match(frame.text, core.end) is not None
        return found.value is None or goes_on or _is_beside_more(frame, core)
    if found.modifier in _BOUNDS and _is_negated(frame, core.start):
        return True
    before = frame.before(core.start).lower()
    article = frame.bits(before) & c.INDEFINITE
    word = frame.bits(frame.before(core.start - len(before) - 1).lower() if article else before)
    ambiguous = word & c.BOUND and word & c.PREPOSITION
    if article and found.modifier in _BOUNDS:
        return bool(ambiguous)  # "within a 15-mile radius", "over a three-year period"
    if found.kind == "duration":
        return bool(ambiguous) and found.modifier == "at_least"
    # Of a word that the answer left outside: "in talks over 60 shops", "under 20 metres of water".
    return bool(ambiguous) and core.start <= place[0]


def _is_beside_more(frame: Frame, core: Span) -> bool:
    """Whether words about a number tell of one beyond it: "80 or a little over", "north of $5 billion"."""
    joint = frame.behind(core.end)
    other = frame.behind(joint.stop)
    if joint.word and joint.word == frame.numbers.links.either and frame.number_at(joint.stop + 1) is None:
        return bool(other.bits & (c.INDEFINITE | c.ADVERB | c.BOUND))
    before = frame.low[max(0, core.start - _LONGEST_WAY) : core.start]
    return _WAY.search(before.rstrip("$€£¥ ")) is not None


_WAY = re.compile(r"\b(?:north|south) of$")
_LONGEST_WAY = 16
_BOUNDS = frozenset({"at_least", "at_most"})
_TURNED = 8
"""Words of a clause before a bound among which a negation turns it."""


def _is_negated(frame: Frame, at: int) -> bool:
    """Whether a negation governs the bound before a number; not that of "no more than", which is the bound itself, nor that of
    another clause: "denied that at least 40 had died"; but "nobody that came paid more than $6".
    """
    _, begins = frame.bound(at)
    clause = re.split(r"[,;:.!?()]", frame.low[max(0, begins - 80) : begins])[-1].split()
    said = [frame.bits(word) for word in clause]
    opened = max((index for index, bits in enumerate(said) if bits & c.THAT), default=-1)
    near = [bits for at, bits in enumerate(said) if at > opened or bits & c.NOBODY][-_TURNED:]
    negated = any(bits & c.NEGATION and not bits & (c.PREPOSITION | c.DENIES) for bits in near)
    # "without harm in under two minutes"
    return negated and not said[-1] & frame.bits(frame.before(at).lower()) & c.PREPOSITION
