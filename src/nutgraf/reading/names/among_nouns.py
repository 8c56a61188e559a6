"""Proper names in a language that writes every noun with a capital: what stands beside a word tells, not its capital.

Two capitals side by side are a name, less the offices before it; a word alone is one where the article has it in a longer
name, where the table knows it, or where it stands as only places do ("in Kattmar", "nach Wien").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Name, NameKind, Sentence

_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?(?=\s[A-ZÄÖÜ])|[^\W_]+(?:['’.&-][^\W_]+)*|[^\w\s]")
_INFLECTED = ("e", "en", "er", "es", "em")
_MOST = 6
_TOWNS = frozenset({"stadt", "gemeinde", "kreis", "landkreis", "kommune"})
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,6}|[A-Z][a-zäöü]{0,3}[A-Z]{1,3}")


class _Token(NamedTuple):
    start: int
    end: int
    raw: str
    bits: int
    noun: bool
    """Written with a capital."""
    opens: bool
    """The sentence's first word: its capital tells nothing."""


class _Found(NamedTuple):
    start: int
    end: int
    kind: NameKind


class NamesAmongNouns:
    """Finds the names of a text by the words of its language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def find(self, text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
        """The names in the sentences, in order: people, organizations, places and others."""
        lines = [self._tokens(text, sentence) for sentence in sentences]
        common = self._common(lines)
        sure: list[_Found] = []
        alone: list[tuple[list[_Token], int]] = []
        for tokens in lines:
            at = 0
            while at < len(tokens):
                if not tokens[at].noun:
                    at += 1
                    continue
                last = self._run(tokens, at)
                found, stop = self._body(tokens, at, last)
                if found is None:
                    found = self._of_run(tokens, at, last, common)
                    stop = last
                if found is not None:
                    sure.append(found)
                else:
                    alone.extend((tokens, place) for place in range(at, last + 1))
                at = stop + 1
        known = {text[found.start : found.end] for found in sure}
        parts = {word: name for name in known for word in name.split() if word[0].isupper()}
        people = {word for found in sure if found.kind == "person" for word in text[found.start : found.end].split()}
        named = (parts.keys() - common) | people
        for tokens, place in alone:
            single = self._alone(tokens, place, common, named)
            if single is not None:
                sure.append(single)
        return _named(text, sure)

    def _tokens(self, text: str, sentence: Sentence) -> list[_Token]:
        found: list[_Token] = []
        opens = True
        for match in _TOKEN.finditer(text, sentence.start, sentence.end):
            raw = match[0]
            end = match.end()
            if raw.endswith(".") and len(raw) > 2 and not self._words[raw[:-1].lower()] & c.NO_END:
                raw, end = raw[:-1], end - 1
            bits = self._words[raw.lower().rstrip(".")]
            if "-" in raw:
                bits |= self._words[raw.lower().rpartition("-")[2]] & (c.TITLE | c.PERSON | c.BODY | c.NOUN)
            small = bits & c.FUNCTION and (opens or bits & (c.PRONOUN | c.OBJECT | c.DETERMINER)) and not raw.isupper()
            noun = raw[0].isupper() and not small
            found.append(_Token(match.start(), end, raw, bits, noun, opens and raw[0].isalnum()))
            opens = (opens and not raw[0].isalnum()) or raw in {":", "„", "“", "»", "«", '"'}
        return found

    def _common(self, lines: Sequence[Sequence[_Token]]) -> frozenset[str]:
        """The words that the text has with an article or adjective, or the table as nouns: no names by themselves."""
        found: set[str] = set()
        for tokens in lines:
            for before, token in pairwise(tokens):
                if not token.noun or token.raw.isupper():
                    continue
                adjective = (
                    before.raw[0].islower()
                    and before.raw.endswith(_INFLECTED)
                    and not before.bits & (c.VERB | c.FUNCTION | c.ADVERB)
                )
                counted = before.bits & (c.DETERMINER | c.DEFINITE) or adjective or before.raw[0].isdigit()
                if counted and not token.bits & (c.PLACE | c.GIVEN | c.ORGANIZATION):
                    found.add(token.raw)
        return frozenset(found)

    def _run(self, tokens: Sequence[_Token], first: int) -> int:
        """The last token of a run of capitals, with particles between them."""
        last = first
        while last + 1 < len(tokens) and last - first < _MOST:
            following = tokens[last + 1]
            if following.noun:
                last += 1
                continue
            ahead = next((n for n in (last + 2, last + 3) if n < len(tokens) and tokens[n].noun), -1)
            between = tokens[last + 1 : max(ahead, 0)]
            particles = bool(between) and all(token.bits & c.PARTICLE and token.raw.islower() for token in between)
            person = tokens[last].bits & c.GIVEN or (
                not tokens[last].bits & (c.NOUN | c.TITLE) and following.raw in {"van", "de", "al", "bin"}
            )
            if particles and person and following.raw != "der":
                last = ahead
                continue
            break
        return last

    def _is_common(self, token: _Token, common: frozenset[str]) -> bool:
        if token.bits & (c.GIVEN | c.PLACE):
            return False
        return bool(
            token.bits
            & (
                c.NOUN
                | c.LIKE_NOUN
                | c.TITLE
                | c.WEEKDAY
                | c.MONTH
                | c.PERIOD
                | c.CALENDAR
                | c.HONORIFIC
                | c.PART_OF_DAY
            )
        ) or (token.raw in common and not token.raw.isupper())

    def _of_run(self, tokens: Sequence[_Token], first: int, last: int, common: frozenset[str]) -> _Found | None:
        """The name in a run of capitals, behind offices: "Ministerin [Lena Ott]", "Stadt [Köln]"."""
        while (
            last > first
            and tokens[last].bits & (c.WEEKDAY | c.MONTH | c.PERIOD | c.CALENDAR)
            and not tokens[last].bits & c.GIVEN
        ):
            last -= 1
        if last == first:
            return None
        behind = first
        while (
            behind < last
            and not (
                behind > first
                and behind + 1 == last
                and tokens[behind - 1].bits & c.TITLE
                and not tokens[behind].bits & c.TITLE
            )
            and (
                (self._is_common(tokens[behind], common) and not tokens[behind].bits & c.GIVEN)
                or (tokens[behind].opens and not tokens[behind].bits & c.GIVEN and self._only_opens(tokens, behind))
                or (behind + 1 < last and tokens[behind + 1].bits & c.GIVEN and not tokens[behind].bits & c.GIVEN)
                or (tokens[behind].raw.isupper() and len(tokens[behind].raw) > 1 and behind + 1 < last)
            )
        ):
            behind += 1
        if behind == last:
            token, before = tokens[last], tokens[last - 1]
            if self._is_common(token, common):
                return None
            place = (
                token.bits & (c.PLACE | c.PLACE_WORD) and before.bits & (c.BODY | c.NOUN) and not before.bits & c.PERSON
            )
            if before.bits & (c.TITLE | c.PERSON | c.HONORIFIC) or place:
                return _Found(token.start, token.end, "place" if place else "person")
            if before.bits & c.BODY and not token.bits & c.VERB:
                return _Found(token.start, token.end, "place" if before.raw.lower() in _TOWNS else "organization")
            return None
        names = tokens[behind : last + 1]
        if names[-1].bits & c.BODY_WORD:
            return _Found(names[0].start, names[-1].end, "organization")
        if all(self._is_common(token, common) for token in names):
            return None
        surname = names[-1].raw not in common and not names[-1].bits & c.NOUN
        titled = behind > first and tokens[behind - 1].bits & (c.TITLE | c.PERSON)
        if self._is_common(names[-1], common) and not (
            titled or surname or names[0].bits & c.GIVEN or names[-1].bits & c.PERSON
        ):
            return None  # "Berliner Polizei"
        kind: NameKind = "person"
        joined = " ".join(token.raw for token in names).lower()
        if self._words.get(joined, 0) & c.PLACE or names[0].raw in {"Bad", "Sankt", "Neu", "Groß", "Klein"}:
            kind = "place"
        elif names[0].bits & c.PLACE and not names[0].bits & c.GIVEN:
            kind = "other"
        return _Found(names[0].start, names[-1].end, kind)

    def _only_opens(self, tokens: Sequence[_Token], at: int) -> bool:
        """Whether the first word of a sentence is no part of the name behind it: "Gestern", "Laut"."""
        token = tokens[at]
        return bool(token.bits & (c.FUNCTION | c.ADVERB | c.DAY_WORD | c.VERB))

    def _body(self, tokens: Sequence[_Token], first: int, last: int) -> tuple[_Found | None, int]:
        """A body by its first or last word: "Bundesamt für …", "Technische Universität …", "Moorbank AG", "1. FC Moor"."""
        for at in range(last, first, -1):
            if tokens[at].bits & c.BODY_WORD and tokens[at].raw[:2].isupper() | tokens[at].raw.startswith("G"):
                return _Found(tokens[first].start, tokens[at].end, "organization"), max(at, last)
        opener = next((n for n in range(first, last + 1) if tokens[n].bits & c.BODY_OPENER), -1)
        if opener >= 0 and opener < last and not self._is_day(tokens[last]):
            return _Found(tokens[opener].start, tokens[last].end, "organization"), last
        head = tokens[last]
        if head.bits & c.OPEN_BODY_WORD and last + 2 < len(tokens) and tokens[last + 1].raw == "für":
            end = last + 2
            while end < len(tokens) and not tokens[end].noun and tokens[end].raw in {"die", "den", "das"}:
                end += 1
            if end < len(tokens) and tokens[end].noun:
                if end + 2 < len(tokens) and tokens[end + 1].raw == "und" and tokens[end + 2].noun:
                    end += 2
                return _Found(head.start, tokens[end].end, "organization"), end
        return None, last

    def _is_day(self, token: _Token) -> bool:
        return bool(token.bits & (c.WEEKDAY | c.MONTH))

    def _alone(
        self, tokens: Sequence[_Token], at: int, common: frozenset[str], known: frozenset[str] | set[str]
    ) -> _Found | None:
        """A word by itself that is a name: known from a longer one, from the table, or by its place."""
        token = tokens[at]
        raw, bits = token.raw, token.bits
        before = tokens[at - 1] if at else None
        determined = before is not None and before.bits & (c.DETERMINER | c.DEFINITE) != 0
        if raw in known or (raw.endswith("s") and raw[:-1] in known and len(raw) > 3):
            end = token.end if raw in known else token.end - 1
            return _Found(token.start, end, "other") if not determined or bits & c.PLACE else None
        if bits & c.PLACE and not (determined and bits & c.NOUN):
            return _Found(token.start, token.end, "place")
        if bits & c.ORGANIZATION or (raw.isupper() and _ACRONYM.fullmatch(raw)):
            return _Found(token.start, token.end, "organization")
        owner = at + 1 < len(tokens) and tokens[at + 1].noun
        if raw.endswith("s") and self._words[raw[:-1].lower()] & (c.PLACE | (c.PLACE_WORD if owner else 0)):
            return _Found(token.start, token.end - 1, "place")
        if self._is_common(token, common) or determined or raw in common or "-" in raw:
            return None
        if bits & c.GIVEN and not token.opens:
            return _Found(token.start, token.end, "person")
        if bits & c.PLACE_WORD and (
            before is None or not before.raw.endswith(_INFLECTED) or before.bits & (c.VERB | c.FUNCTION)
        ):
            return _Found(token.start, token.end, "place")
        bare = before is not None and before.raw.lower() in {"in", "nach"} and before.bits & c.PREPOSITION
        if bare and not bits and not raw.endswith(("en", "e")) and raw[1:].islower():
            return _Found(token.start, token.end, "place")
        return None


def _named(text: str, found: Sequence[_Found]) -> tuple[Name, ...]:
    """The names in order, each with its fullest form: the one longer name of a person that ends with it."""
    ordered = sorted({(one.start, one.end): one for one in found}.values())
    fulls: dict[str, set[str]] = {}
    kinds: dict[str, NameKind] = {}
    for start, end, kind in ordered:
        name = text[start:end]
        if kinds.get(name, "other") == "other":
            kinds[name] = kind
        words = name.split()
        if len(words) > 1 and kind == "person":
            for word in (words[-1], words[0], " ".join(words[-2:])):
                if word != name:
                    fulls.setdefault(word, set()).add(name)
    names: list[Name] = []
    for start, end, _ in ordered:
        name = text[start:end]
        full = _longest(fulls.get(name, set())) if kinds[name] != "place" else None
        kind = kinds[name]
        if full is not None:
            kind = "person"
        names.append(Name(start, end, name, full or name, kind))
    return tuple(names)


def _longest(names: set[str]) -> str | None:
    """The one of these names that holds the others; None where they are of several people."""
    if not names:
        return None
    best = max(names, key=len)
    return best if all(set(name.split()) <= set(best.split()) for name in names) else None
