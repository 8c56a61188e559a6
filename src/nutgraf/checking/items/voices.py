"""Those by whose word something stands in an article: named, described, or a document; the same body by whatever words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from nutgraf.article import Span
from nutgraf.checking.speech.names import PRONOUNS, is_acronym, words_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading
from nutgraf.results import Speaker
from nutgraf.results.said import SpeakerKind

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_MODIFIES = frozenset("of for from by at in on to with about against who which that".split())


def voice(reading: Reading, place: Offsets) -> Speaker:
    """The speaker whom the words at a place name or describe, as an answer gives them."""
    return with_name(reading.speaker(place, basis="model"))


def with_name(speaker: Speaker) -> Speaker:
    """The same; documents, groups, bodies and people without a name are called as the article calls them."""
    words = speaker.mention.text if speaker.mention else ""
    if speaker.name is not None or not words or words.lower() in PRONOUNS:
        return speaker
    return speaker.model_copy(update={"name": words, "kind": kind_of(words)})


@lru_cache(maxsize=1024)
def kind_of(words: str) -> SpeakerKind:
    """What a description is of, by its head: "a recent poll", "witnesses", "the fisheries ministry", "a nurse"."""
    head = _head(words)
    word = head.lower()
    bits = WORDS[word]
    if bits & c.DOCUMENT:
        return "document"
    if bits & c.PLURAL or (word.endswith("s") and not word.endswith("ss")):
        return "group"
    body = bits & c.BODY or (head[:1].isupper() and not bits & (c.PERSON | c.TITLE))
    return "organization" if body else "unnamed"


def _head(words: str) -> str:
    """The word that says what a description is of: "study" of "a study by the harbour board"."""
    tokens = [match.group() for match in _WORD.finditer(words)]
    at = next((at for at, token in enumerate(tokens) if at and token.lower() in _MODIFIES), len(tokens))
    return tokens[at - 1] if tokens else ""


def same(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are one: at the same place, by the same words, or a person by a longer and a shorter name."""
    if one.mention and other.mention and _at_one_place(one.mention, other.mention):
        return True
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    if mine == theirs or is_acronym(mine, theirs) or is_acronym(theirs, mine):
        return True
    people = one.kind == other.kind == "person" and one.name is not None and other.name is not None
    return people and mine[-1] == theirs[-1] and (set(mine) <= set(theirs) or set(theirs) <= set(mine))


def _at_one_place(one: Span, other: Span) -> bool:
    """Whether two places are one phrase: "a nurse" and "a nurse from Bergen", not "Delta" and "Delta's report"."""
    short, long = sorted((one, other), key=lambda span: span.end - span.start)
    return short.overlaps(long) and long.text[max(0, short.end - long.start) :][:2] not in {"'s", "’s"}


def _words(speaker: Speaker) -> tuple[str, ...]:
    return words_of(speaker.name or (speaker.mention.text if speaker.mention else ""))


def known_as(source: Speaker, speakers: Iterable[Speaker]) -> Speaker:
    """A source as the quotes know it, where one of theirs is the same: the nearest to it in the article."""
    at = source.mention.start if source.mention else 0
    alike = [speaker for speaker in speakers if same(source, speaker)]
    if not alike:
        return source
    best = min(alike, key=lambda s: (s.name is None, abs(s.mention.start - at) if s.mention else 0))
    name = best.name or with_name(source).name
    return best.model_copy(update={"name": name, "mention": source.mention or best.mention, "basis": source.basis})


def is_named_in(speaker: Speaker, text: str) -> bool:
    """Whether a text names a speaker: a person by last name, title or body, others by their words or, described, by their head."""
    mine, told = _words(speaker), frozenset(words_of(text))
    if not mine or not told:
        return False
    if set(mine) <= told:
        return True
    titled = frozenset(words_of(speaker.title or "")), frozenset(words_of(speaker.organization or ""))
    if any(words and words <= told for words in titled):
        return True
    if speaker.kind == "person":
        return mine[-1] in told
    return speaker.kind in ("group", "document", "unnamed") and _head(speaker.name or "").lower() in told
