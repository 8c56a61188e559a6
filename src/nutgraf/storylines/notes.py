"""What of an event helps to tell whether another is the same: small plain values, made from a brief once.

A `Note` holds no span and no model's prose beyond the words of its title; it is what the later steps keep of an event,
so that a hundred thousand of them are compared without their articles.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nutgraf.checking.rules.stems import carries_content, content_stems, stem
from nutgraf.checking.rules.words.families import deed
from nutgraf.parsed import is_list
from nutgraf.results import Brief, Event, TimeRef

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W\d_]+)?")
_CAPITALS = 0.7
_MOST_TERMS = 60
"""Terms kept of an article: the most frequent, which hold nearly all of its weight."""
_LONGEST_TEXT = 6_000
"""Characters of an article that its terms are counted in: news says early what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An event, as far as it can be compared."""

    article: int = 0
    """Its number among those at hand."""
    event: str
    published: int | None = None
    """Days as `date.toordinal` counts them, here and below."""
    start: int | None = None
    end: int | None = None
    status: str = "occurred"
    deeds: tuple[str, ...] = ()
    """Stems of the title's words that are no names; words for one kind of deed share a stem."""
    names: tuple[str, ...] = ()
    """Words of names in title and evidence, folded."""
    own: tuple[str, ...] = ()
    """Of these, the words in the title and of participants and place."""
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    """Words of the names of those who assert it."""
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Stems of the evidence."""

    def packed(self) -> str:
        """As a line of JSON."""
        return json.dumps([getattr(self, name) for name in _FIELDS], ensure_ascii=False, separators=(",", ":"))


_FIELDS = tuple(name for name in Note.__dataclass_fields__ if name != "article")


def unpacked(line: str, article: int) -> Note:
    """The note of a line that `Note.packed` made."""
    values: list[Any] = json.loads(line)
    plain: dict[str, Any] = {
        name: tuple(value) if is_list(value) else value for name, value in zip(_FIELDS, values, strict=True)
    }
    return Note(article=article, **plain)


def notes_of(brief: Brief) -> Iterator[Note]:
    """The notes of a brief's events."""
    published = _ordinal(brief.article.published)
    said_by = {quote.id: quote.speaker.name for quote in brief.quotes if quote.speaker and quote.speaker.name}
    for event in brief.events:
        claimants = [said_by[one] for one in event.asserted_by if one in said_by]
        if event.according_to is not None and event.according_to.name:
            claimants.append(event.according_to.name)
        yield _note(event, published, claimants)


def _note(event: Event, published: int | None, claimants: Sequence[str]) -> Note:
    names = [one.name for one in event.participants]
    where = [event.place.text] if event.place else []
    start, end = days_of(event.time)
    roles = {role: [one.name for one in event.participants if one.role == role] for role in ("actor", "recipient")}
    return note(
        event.title,
        [span.text for span in event.evidence],
        event=event.id,
        published=published,
        days=(start, end),
        status=event.status,
        names=[*names, *where],
        actors=roles["actor"],
        recipients=roles["recipient"],
        places=where,
        claimants=claimants,
        numbers=[number(one.value) for one in event.quantities if one.value is not None],
    )


def note(
    title: str,
    evidence: Sequence[str],
    *,
    event: str = "",
    published: int | None = None,
    days: tuple[int | None, int | None] = (None, None),
    status: str = "occurred",
    names: Iterable[str] = (),
    actors: Iterable[str] = (),
    recipients: Iterable[str] = (),
    places: Iterable[str] = (),
    claimants: Iterable[str] = (),
    numbers: Iterable[str] = (),
) -> Note:
    """The note of an event that is told by its parts; `names` are those that take part, in whatever role."""
    told = [word for text in evidence for word in _WORD.findall(text)]
    headed = [word for word in _WORD.findall(title) if carries_content(word)]
    in_title = () if _all_capitals(headed) else capitalised([title])
    proper = {*capitalised(evidence), *name_words(names), *in_title}
    bare = [word for word in headed if folded(word) not in proper and content_stems(word)]
    own = dict.fromkeys([*name_words(names), *(folded(word) for word in headed if folded(word) in proper)])
    figures = [word.replace(",", "") for word in [*_WORD.findall(title), *told] if word[0].isdigit()]
    return Note(
        event=event,
        published=published,
        start=days[0],
        end=days[1],
        status=status,
        deeds=tuple(dict.fromkeys(deed(word) for word in bare or headed)),
        names=tuple(dict.fromkeys([*own, *capitalised(evidence)])),
        own=tuple(own),
        actors=tuple(name_words(actors)),
        recipients=tuple(name_words(recipients)),
        places=tuple(name_words(places)),
        claimed_by=tuple(name_words(claimants)),
        numbers=tuple(dict.fromkeys([*numbers, *figures])),
        words=tuple(dict.fromkeys(stem(word) for word in told if carries_content(word) and not word[0].isdigit())),
    )


def _all_capitals(words: Sequence[str]) -> bool:
    """True for a Title Written Like This, whose capitals say nothing."""
    return sum(word[0].isupper() for word in words) > _CAPITALS * len(words)


def terms_of(title: str | None, text: str) -> tuple[str, ...]:
    """Stems that say what an article is about, the most frequent first; those of its title count thrice."""
    counts: Counter[str] = Counter()
    for part, weight in ((title or "", 3), (text[:_LONGEST_TEXT], 1)):
        for word in _WORD.findall(part):
            if carries_content(word) and not word[0].isdigit():
                counts[stem(word)] += weight
    return tuple(term for term, _ in counts.most_common(_MOST_TERMS))


def capitalised(texts: Iterable[str]) -> tuple[str, ...]:
    """Words with a capital, folded, less the first of each text: in most languages these are of names."""
    found: dict[str, None] = {}
    for text in texts:
        words = _WORD.findall(text)
        for at, word in enumerate(words):
            inside = at > 0 or word[1:2].isupper() or (len(words) > 1 and words[1][:1].isupper())
            if inside and word[0].isupper() and carries_content(word):
                found[folded(word)] = None
    return tuple(found)


def name_words(names: Iterable[str]) -> tuple[str, ...]:
    """The words of names, folded, each once."""
    return tuple(dict.fromkeys(folded(word) for name in names for word in _WORD.findall(name) if carries_content(word)))


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """A word of a name without possessive and capitals."""
    return word.lower().replace("’", "'").removesuffix("'s")


def days_of(time: TimeRef | None) -> tuple[int | None, int | None]:
    """First and last day that a time's words fix; "until Friday" fixes none, nor does a publication date in their place."""
    if time is None or time.limit != "at" or time.basis not in ("stated", "resolved", "model"):
        return None, None
    return _ordinal(time.start or time.end), _ordinal(time.end or time.start)


def number(value: float) -> str:
    """A number as figures are noted: "12", "4.5"."""
    return f"{value:.10g}"


def _ordinal(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal()
