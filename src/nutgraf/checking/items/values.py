"""Values of an event's fields: delivered as answered where they stand in the article, with what the reading knows of them."""

from __future__ import annotations

import re
from typing import Any

from nutgraf.article import Span
from nutgraf.checking.items.credited import MARKS, composed, named
from nutgraf.checking.items.finding import Finder, Unfit, parts_of, shown
from nutgraf.checking.place.lookup import all_of
from nutgraf.checking.place.stops import with_stop
from nutgraf.checking.rules.claim import Claim
from nutgraf.checking.rules.names import invented_name
from nutgraf.checking.rules.numbers import invented_number
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.times import invented_time
from nutgraf.checking.speech.names import in_story
from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.numbers.pointed import pointed
from nutgraf.reading.parts import Offsets, overlap
from nutgraf.results import Participant, Quantity, TimeRef

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = 40


def time(finder: Finder, words: str, evidence: tuple[Span, ...]) -> TimeRef:
    """The time that these words name, as answered where they hold all of it; of words that stand apart, the part that is a time."""
    found = finder.find(words, evidence) or finder.together(words, evidence) or _dated_part(finder, words, evidence)
    if found is None:
        said = " ".join(words.split()).lower()
        inside = [
            time.span
            for time in finder.reading.times
            if time.span and time.span.text.lower() in said and any(time.span.overlaps(e) for e in evidence)
        ]
        if not inside:
            raise Unfit("time_not_in_article", f"{shown(words)} is not in the article", words=words)
        longest = max(inside, key=lambda span: span.end - span.start)
        found = (longest.start, longest.end)
        if len({span.text.lower() for span in inside}) > 1 or "…" in words:
            return TimeRef(span=finder.reading.span(*found))  # "in May and in June" is neither
    found = with_stop(finder.reading, found)
    known = finder.reading.time_of(*found)
    if known.span is None or not overlap(found, (known.span.start, known.span.end)):
        return known
    update: dict[str, Any] = {}
    if known.span.start <= found[0] and found[1] <= known.span.end:
        # A limit is the answer's to give: "moved from May 2 to [May 9]". "Tuesday" of "late Tuesday" is told so.
        limits = known.value is not None and not finder.window.points
        update |= {"limit": "at"} if limits else {}
        if found != (known.span.start, known.span.end):
            update |= _of_the_day(known)
    elif found[0] <= known.span.start and found[1] < known.span.end:
        update |= _of_the_day(known)  # "on Sunday" of "on Sunday at 11am"
    elif not (found[0] <= known.span.start and known.span.end <= found[1]):
        return known
    return known.model_copy(update={"span": finder.reading.span(*found), **update})


def _dated_part(finder: Finder, words: str, evidence: tuple[Span, ...]) -> Offsets | None:
    """The one part of words that stand apart that has a day, month or year: "in spring" of "in spring, three weeks before the show"."""
    places = [finder.find(part, evidence) for part in parts_of(words)]
    apart = len(places) > 1 and all(places)
    dated = [place for place in places if apart and place and finder.reading.time_of(*place).start]
    return dated[0] if len(dated) == 1 else None


def _of_the_day(time: TimeRef) -> dict[str, Any]:
    """What a day is without the words beside it, where only the day is meant: "Friday" of "Friday night", "May 14" of a full date."""
    day, mark, _ = (time.value or "").partition("T")
    update: dict[str, Any] = {"value": day, "precision": "day"} if mark and day[:1].isdigit() else {}
    return update | ({"basis": "resolved"} if time.basis == "stated" else {})


def participant(finder: Finder, value: Any, evidence: tuple[Span, ...]) -> Participant:
    """Who takes part, as answered; described in words that stand apart in the cited sentences, without a place."""
    found = finder.find(value.name, evidence)
    if found is not None:
        span = finder.reading.span(*with_stop(finder.reading, found))
        name = finder.fullest(span) if finder.window.points else named(finder, value.name, span)
        return Participant(name=name, mention=span, role=value.role)
    name = " ".join(value.name.split()).strip(MARKS)
    if not composed(finder, name, evidence):
        raise Unfit("not_in_article", f"{shown(value.name)} is not in the article", words=value.name)
    return Participant(name=name, role=value.role)


def quantity(finder: Finder, value: Any, evidence: tuple[Span, ...]) -> Quantity:
    """A number as answered, with what the reading knows of it; its role is the model's own word."""
    role = " ".join((value.role or "").split()) or None
    found = _apart(finder, value.span, finder.find(value.span, evidence), evidence)
    known = _known(finder, value.span, found, evidence)
    if found is None and known is None:
        detail = f"{shown(value.span)} is not in the article"
        raise Unfit("quantity_not_in_article", detail, words=value.span)
    if known is None and found is not None:
        if not any(c.isalnum() for c in value.span):
            raise Unfit("no_quantity", f"{shown(value.span)} is no quantity")
        return Quantity(span=finder.reading.span(*found), kind=None, modifier=None, role=role)
    assert known is not None  # one of the two was found
    return known.model_copy(update={"role": role})


def _apart(finder: Finder, words: str, found: Offsets | None, evidence: tuple[Span, ...]) -> Offsets | None:
    """A place of words that is no part of a longer one: the "three members" of a party, not of "thirty-three members"; the bottom
    "two", not that of "a two-year deal".
    """
    text = finder.reading.article.text
    if found is None or not _is_tied(text, found):
        return found
    others = [place for place in all_of(words, text) if not _is_tied(text, place) and in_story(finder.reading, place)]
    cited = (place for place in others if any(span.start <= place[0] < span.end for span in evidence))
    return next(cited, others[0] if others else found)


def _is_tied(text: str, place: Offsets) -> bool:
    """Whether a hyphen ties words to one before them, or to a word behind them."""
    return text[max(0, place[0] - 1)] == "-" or bool(re.match(r"-[^\W\d_]", text[place[1] : place[1] + 2]))


def role(given: str, finder: Finder, evidence: tuple[Span, ...]) -> tuple[str | None, str | None]:
    """A role, less the capital that its place gave it; None, and the word, where it names or counts what stands nowhere in the story.

    Its other words are the model's to choose.
    """
    language = finder.reading.spoken_in
    for at, word in enumerate(given.split()):
        bare = word.strip("\"'“”‘’.,;:()")
        # Elsewhere a capital may be any noun's.
        marked = any(char.isdigit() or (language.worded and char.isupper()) for char in bare)
        if (
            not marked
            or any(finder.find(form, evidence) is not None for form in (bare, f"{bare}s" if bare.isupper() else bare))
            or _is_counted(bare, finder.reading.article.text, language.code)
        ):
            continue
        if at or not bare.istitle() or not bare.isalpha() or language.words[bare.lower()] & _NAMES:
            return None, bare
        given = given.replace(bare, bare.lower(), 1)  # "Fatalities"
    return given, None


def _is_counted(word: str, text: str, language: str) -> bool:
    """Whether the number and the unit that a hyphen joins stand beside each other: a "12-month" rise, "over twelve months"."""
    number, _, unit = word.partition("-")
    told, measured = numbers_in(number, language), _WORD.match(unit)
    if len(told) != 1 or (told[0].start, told[0].end) != (0, len(number)) or measured is None:
        return False
    beside = (text[one.end : one.end + _BESIDE] for one in numbers_in(text, language) if one.value == told[0].value)
    return any(stem(measured[0]) in map(stem, _WORD.findall(words)[:2]) for words in beside)


def invented(claim: Claim) -> str | None:
    """Why a free text can't stand: a number, name or time of it stands nowhere in the article."""
    rules = (invented_number, invented_name, *((invented_time,) if claim.in_english else ()))
    found = filter(None, (rule(claim) for rule in rules))
    return next((finding.reason for finding in found if finding.outcome == "refuted"), None)


_NAMES = c.GIVEN | c.PLACE | c.ORGANIZATION | c.DEMONYM


def _known(finder: Finder, words: str, place: Offsets | None, evidence: tuple[Span, ...]) -> Quantity | None:
    """What the words come to where they stand, or, written otherwise, the quantity of the reading in the cited sentences."""
    reading = finder.reading
    if place is not None:
        text = reading.article.text
        near = [one.quantity(text) for one in reading.numbers if overlap((one.start, one.end), place)]
        return pointed(text, place, near, reading.language)
    wanted = {n.value for n in numbers_in(words, reading.language)}
    cited = (q for q in reading.quantities if any(q.span.overlaps(span) for span in evidence))
    return next((q for q in cited if q.value in wanted), None) if wanted else None
