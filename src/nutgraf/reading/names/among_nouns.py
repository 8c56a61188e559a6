"""Proper names in a language that writes every noun with a capital: what stands beside a word tells, not its capital.

Two capitals side by side are a name, less the offices before it; a word alone is one where the article has it in a longer
name, where the table knows it, or where it stands as only places do ("in Kattmar", "nach Wien").
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.names.bodies import body, house
from nutgraf.reading.names.fullest import Found, with_fullest
from nutgraf.reading.names.tokens import Token, tokens_of
from nutgraf.reading.parts import Name, NameKind, Sentence

_INFLECTED = ("e", "en", "er", "es", "em")
_TIMES = c.WEEKDAY | c.MONTH | c.PERIOD | c.CALENDAR
_COMMON = c.NOUN | c.LIKE_NOUN | c.TITLE | c.HONORIFIC | c.PART_OF_DAY | _TIMES
_MOST = 6
_OFFICE = re.compile(r"[A-ZÄÖÜ]\w{2,}(?:er|ist|ant|ent|eur|or|log|ärzt|wält)in|[A-ZÄÖÜ]\w{5,}er")
"""What nouns for people end in."""
_TOWNS = frozenset({"stadt", "gemeinde", "kreis", "landkreis", "kommune"})
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,6}|[A-Z][a-zäöü]{0,3}[A-Z]{1,3}")


class NamesAmongNouns:
    """Finds the names of a text by the words of its language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def find(self, text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
        """The names in the sentences, in order: people, organizations, places and others."""
        lines = [tokens_of(self._words, text, sentence) for sentence in sentences]
        common = self._common(lines)
        written = {token.raw for tokens in lines for token in tokens}
        sure: list[Found] = []
        alone: list[tuple[list[Token], int]] = []
        for tokens in lines:
            at = 0
            while at < len(tokens):
                if not tokens[at].noun:
                    at += 1
                    continue
                last = self._run(tokens, at)
                found, stop = body(self._words, tokens, at, last)
                if found is None:
                    begins = at + (at < last and self._describes(tokens, at, written))
                    found = self._of_run(tokens, begins, last, common)
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
        surnames = {surname for name in known if (surname := self._with_particles(name))}
        for tokens, place in alone:
            single = self._surname(tokens, place, surnames) or self._alone(tokens, place, common, named)
            if single is not None:
                sure.append(single)
        return with_fullest(text, sure)

    def _common(self, lines: Sequence[Sequence[Token]]) -> frozenset[str]:
        """The words that the text has with an article or adjective, or the table as nouns: no names by themselves."""
        found: set[str] = set()
        for tokens in lines:
            for ahead, before, token in zip((None, *tokens), tokens, tokens[1:], strict=False):
                foreign = ahead is not None and ahead.bits & c.PARTICLE and not ahead.bits & c.FUNCTION
                if not token.noun or token.raw.isupper() or (foreign and before.bits & c.PARTICLE):  # "Van der Bellen"
                    continue
                adjective = (
                    before.raw[0].islower()
                    and before.raw.endswith(_INFLECTED)
                    and not before.bits & (c.VERB | c.FUNCTION | c.ADVERB)
                )
                counted = before.bits & (c.DETERMINER | c.DEFINITE) or adjective or before.raw[0].isdigit()
                if counted and "-jährig" not in before.raw and not token.bits & (c.PLACE | c.GIVEN | c.ORGANIZATION):
                    found.add(token.raw)
        return frozenset(found)

    def _run(self, tokens: Sequence[Token], first: int) -> int:
        """The last token of a run of capitals, with particles between them."""
        last = first
        while last + 1 < len(tokens) and last - first < _MOST:
            following = tokens[last + 1]
            if following.noun:
                last += 1
                continue
            if following.raw == "&" and last + 2 < len(tokens) and tokens[last + 2].noun:
                last += 2
                continue
            ahead = next((n for n in (last + 2, last + 3) if n < len(tokens) and tokens[n].noun), -1)
            between = tokens[last + 1 : max(ahead, 0)]
            particles = bool(between) and all(token.bits & c.PARTICLE and token.raw.islower() for token in between)
            opened = tokens[last].bits & c.PARTICLE  # "Van der Bellen"
            titled = last > first and tokens[last - 1].bits & c.TITLE and not tokens[last].bits & c.TITLE
            person = (
                tokens[last].bits & c.GIVEN
                or titled
                or (not tokens[last].bits & (c.NOUN | c.TITLE) and following.raw in {"van", "de", "al", "bin"})
            )
            if particles and (opened or (person and following.raw != "der")):
                last = ahead
                continue
            break
        return last

    def _is_common(self, token: Token, common: frozenset[str]) -> bool:
        if token.bits & (c.GIVEN | c.PLACE):
            return False
        return token.bits & _COMMON != 0 or (token.raw in common and not token.raw.isupper())

    def _of_run(self, tokens: Sequence[Token], first: int, last: int, common: frozenset[str]) -> Found | None:
        """The name in a run of capitals, behind offices: "Ministerin [Lena Ott]", "Stadt [Köln]"."""
        while (
            last > first
            and tokens[last].bits & _TIMES
            and not (tokens[last].bits | tokens[last - 1].bits) & c.GIVEN  # "Emil März"
        ):
            last -= 1
        if last == first:
            return None
        behind = self._past_office(tokens, first, last)
        while (
            behind < last
            and not (
                behind > first
                and behind + 1 == last
                and tokens[behind - 1].bits & c.TITLE
                and not tokens[behind].bits & c.TITLE
            )
            and (
                self._is_common(tokens[behind], common)
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
                return Found(token.start, token.end, "place" if place else "person")
            if before.bits & c.BODY and not token.bits & c.VERB:
                return Found(token.start, token.end, "place" if before.raw.lower() in _TOWNS else "organization")
            return None
        names = tokens[behind : last + 1]
        if names[-1].bits & c.BODY_WORD:
            return Found(names[0].start, names[-1].end, "organization")
        titled = behind > first and tokens[behind - 1].bits & (c.TITLE | c.PERSON)
        office = names[-1].bits & c.TITLE and names[-1].raw.endswith("in") and _OFFICE.fullmatch(names[-1].raw)
        if office or (not titled and all(self._is_common(token, common) for token in names)):
            return None  # "Hubers Sprecherin"
        surname = names[-1].raw not in common and not names[-1].bits & c.NOUN
        if self._is_common(names[-1], common) and not (
            titled or surname or names[0].bits & c.GIVEN or names[-1].bits & c.PERSON
        ):
            return None  # "Berliner Polizei"
        kind: NameKind = "person"
        joined = " ".join(token.raw for token in names).lower()
        if self._words.get(joined, 0) & c.PLACE or names[0].raw in {"Bad", "Sankt", "Neu", "Groß", "Klein"}:
            kind = "place"
        elif names[0].raw.isupper() and len(names[0].raw) > 1:
            kind = "organization"
        elif names[0].bits & c.PLACE and not names[0].bits & c.GIVEN:
            kind = "other"
        return Found(names[0].start, names[-1].end, kind)

    def _describes(self, tokens: Sequence[Token], at: int, written: set[str]) -> bool:
        """Whether the first word of a run tells of the next: "[Betriebsbedingte] Kündigungen", "[Jessens] Vertrag"."""
        token, noun = tokens[at], tokens[at + 1]
        adjective = token.raw.endswith(_INFLECTED) and not token.bits and noun.bits & (c.NOUN | c.LIKE_NOUN)
        owner = token.raw.endswith("s") and token.raw[:-1] in written and not token.raw.isupper()
        return bool(token.opens and not token.bits & c.GIVEN and (adjective or owner))

    def _past_office(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Behind the last office of a run, known or by its ending before two capitals: "Malmbergs Coach [Uwe Lind]"."""
        for at in range(last - 1, first - 1, -1):
            before_name = at + 1 < last and not tokens[at + 1].bits & c.PARTICLE  # no "Alexander Van der Bellen"
            bits, formed = tokens[at].bits, before_name and _OFFICE.fullmatch(tokens[at].raw)
            if not bits & c.GIVEN and (bits & (c.TITLE | c.PERSON) or formed) and tokens[at + 1].raw[0].isupper():
                return at + 1
        return first

    def _only_opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the first word of a sentence is no part of the name behind it: "Gestern", "Laut"."""
        token = tokens[at]
        return bool(token.bits & (c.FUNCTION | c.ADVERB | c.DAY_WORD | c.VERB | c.SUBORDINATES))

    def _with_particles(self, name: str) -> str:
        """The surname of a person with its particles, in lower case: "von der leyen"; "" of a name without any."""
        words = name.lower().split()
        first = next((at for at, word in enumerate(words[:-1]) if self._words[word] & c.PARTICLE), len(words))
        return " ".join(words[first:])

    def _surname(self, tokens: Sequence[Token], at: int, surnames: Container[str]) -> Found | None:
        """A word that with the particles before it is somebody's surname: "[von der Leyen]", "[Von der Leyen]s Plan"."""
        words = ""
        for first in range(at, max(at - 4, -1), -1):
            if first < at and not tokens[first].bits & c.PARTICLE:
                break
            words = f"{tokens[first].raw.lower()} {words}".rstrip()
            for cut in (0, words.endswith("s")):
                if words[: len(words) - cut] in surnames:
                    return Found(tokens[first].start, tokens[at].end - cut, "person")
        return None

    def _alone(
        self, tokens: Sequence[Token], at: int, common: frozenset[str], known: frozenset[str] | set[str]
    ) -> Found | None:
        """A word by itself that is a name: known from a longer one, from the table, or by its place."""
        token = tokens[at]
        raw, bits = token.raw, token.bits
        before = tokens[at - 1] if at else None
        determined = before is not None and before.bits & (c.DETERMINER | c.DEFINITE) != 0
        if raw in known or (raw.endswith("s") and raw[:-1] in known and len(raw) > 3):
            end = token.end if raw in known else token.end - 1
            return Found(token.start, end, "other") if not determined or bits & c.PLACE else None
        if bits & c.PLACE and not (determined and bits & c.NOUN):
            return Found(token.start, token.end, "place")
        if bits & c.SEAT:
            return house(tokens, at, at)
        if bits & c.ORGANIZATION or (raw.isupper() and _ACRONYM.fullmatch(raw)):
            return Found(token.start, token.end, "organization")
        owner = at + 1 < len(tokens) and tokens[at + 1].noun
        if raw.endswith("s") and self._words[raw[:-1].lower()] & (c.PLACE | (c.PLACE_WORD if owner else 0)):
            return Found(token.start, token.end - 1, "place")
        if self._is_common(token, common) or determined or raw in common or "-" in raw:
            return None
        if bits & c.GIVEN and not token.opens:
            return Found(token.start, token.end, "person")
        if bits & c.PLACE_WORD and (
            before is None or not before.raw.endswith(_INFLECTED) or before.bits & (c.VERB | c.FUNCTION)
        ):
            return Found(token.start, token.end, "place")
        bare = before is not None and before.raw.lower() in {"in", "nach"} and before.bits & c.PREPOSITION
        if bare and not bits and not raw.endswith(("en", "e")) and raw[1:].islower():
            return Found(token.start, token.end, "place")
        return None
