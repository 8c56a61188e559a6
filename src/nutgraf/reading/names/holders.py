"""Whom words stand for, in a language that capitalises nouns: "er", "die Ministerin", "Ott" to a full name; and their office."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Name, Offsets, Story

_START = attrgetter("start")
_SENTENCES_BACK = 5
_BESIDE = 80
_MENTIONS = 12
_NAMES_BACK = 200
"""Names among which the holder of an office is sought: the nearest are those of its story."""
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_APPOSED = re.compile(r",\s((?:(?:der|die|das|ein|eine|seit \w+)\s)?[^,.;:()\n„“\"]{3,90})(?:[,.;)]|$)")
_OFFICE_AHEAD = re.compile(r"\b[Dd](?:er|ie) (?:[a-zäöüß]\S+ ){0,2}([A-ZÄÖÜ][^\W\d_-]+(?: [^,.;:„“]{2,60})?), $")
"""Find "die Präsidentin des Verbands, Ann Lee,"."""
_MASCULINE = frozenset({"der", "ein", "sein", "ihr"})
_FEMININE = frozenset({"die", "eine", "seine", "ihre"})
_NEAR_NAME = 60
_AGED = re.compile(r"\d{1,3}-jährigen?|\d{1,3}-jähriger")
_EPITHET = re.compile(
    r"^(?:früher|ehemalig|einstig|gebürtig|gelernt|studiert|promoviert|parteilos|[\w-]+fach|\d+-jährig)en? |^\d\d? jahre alten? "
    r"|politiker(?:in)?$|(?:christ|sozial|frei)demokrat(?:in)?$|-(?:mann|frau)$|^familienvater$|^ex-"
)
"""What tells something new of somebody named before, and is no office of the scene: "die SPD-Politikerin", "der gelernte Koch"."""
_DEFINITE = frozenset({"der", "die"})
_OF_WOMEN = ("in", "frau", "mutter")
_HE = frozenset({"er", "ihm", "ihn"})
_SHE = frozenset({"sie", "ihr"})


class Holders:
    """Answers who is meant, by the words of a language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def resolve(self, story: Story, mention: Offsets) -> str | None:
        """The fullest name of the speaker at `mention`, in the article's words; None for a speaker without a name."""
        (start, end), text, names = mention, story.text, story.names
        words = text[start:end].lower().split()
        if not words:
            return None
        first = bisect_left(names, start, key=_START)
        for name in names[first : bisect_left(names, end, key=_START)]:
            if (name.start, name.end) == mention:
                return name.full
        if len(words) == 1 and words[0] in _HE | _SHE:
            plural = words[0] in _SHE and self._plural_beside(text, mention)
            return None if plural else self._antecedent(story, words[0], start)
        described = text[start:end].lower().removeprefix("der ").removeprefix("die ")
        if _AGED.fullmatch(words[-1]) or _EPITHET.search(described):  # "der 48-Jährige", "die frühere Lehrerin"
            article = words[0] if words[0] in _DEFINITE else _word_before(text, start)
            he = article == "der" and not words[-1].endswith(_OF_WOMEN)  # "nach Angaben der SPD-Politikerin"
            return self._antecedent(story, "er" if he else "sie", start) if article in _DEFINITE else None
        return self._titled(text, words[-1] if len(words) == 1 else words[0], start, names) if len(words) <= 3 else None

    def _plural_beside(self, text: str, mention: Offsets) -> bool:
        """Whether the verb beside "sie" is a plural: "sagten sie"."""
        before = _WORD.findall(re.split(r"[.!?“]\s", text[max(0, mention[0] - 30) : mention[0]])[-1])
        behind = _WORD.match(text, mention[1] + 1)
        verbs = [*before[-1:], *([behind[0]] if behind else [])]
        return any(self._words[verb] & c.PLURAL and self._words[verb] & (c.VERB | c.AUXILIARY) for verb in verbs)

    def _antecedent(self, story: Story, pronoun: str, start: int) -> str | None:
        """The person of the nearest sentence that has one: its first, likely its subject."""
        text, names, sentences = story.text, story.names, story.sentences
        own = bisect_right(sentences, start, key=_START) - 1
        before = bisect_left(names, start, key=_START)
        for back in range(own, max(-1, own - _SENTENCES_BACK), -1):
            low, high = sentences[back].start, min(sentences[back].end, start)
            first = bisect_left(names, low, 0, before, key=_START)
            inside = names[first : bisect_left(names, high, 0, before, key=_START)]
            described = self._described(text, (low, high), pronoun, inside)
            for name in inside:
                if described is not None and described[0] < name.start:
                    break
                if name.kind == "person" and not self._other_sex(text, name, pronoun):
                    return name.full
            if described is not None:
                return self._holder(story, described, pronoun)
        return None

    def _holder(self, story: Story, described: Offsets, pronoun: str) -> str | None:
        """Who a description of a sentence is: of "die Ministerin" whoever has that office, else the only one of that sex named before."""
        text, names, (start, end) = story.text, story.names, described
        if _word_before(text, start) not in _DEFINITE:
            return None  # "ein Sprecher"
        before = names[: bisect_left(names, start, key=_START)]
        people = {one.full for one in before if one.kind == "person" and not self._other_sex(text, one, pronoun)}
        alone = people.pop() if len(people) == 1 else None
        return self._titled(text, text[start:end].lower(), start, names) or alone

    def _described(self, text: str, sentence: Offsets, pronoun: str, names: Sequence[Name]) -> Offsets | None:
        """Where the sentence's subject is somebody without a name: "Ein Sprecher wollte …"."""
        articles = _MASCULINE if pronoun in _HE else _FEMININE
        words = list(_WORD.finditer(text, *sentence))
        for article, noun in pairwise(words):
            bits = self._words[noun[0].lower()]
            if article[0].lower() not in articles or not bits & (c.PERSON | c.TITLE) or not noun[0][0].isupper():
                continue
            if not any(0 <= name.start - noun.end() < _NEAR_NAME for name in names):
                return noun.span()
        return None

    def _other_sex(self, text: str, name: Name, pronoun: str) -> bool:
        """Whether the office or form of address rules out "er", or "sie"."""
        before = _WORD.findall(text[max(0, name.start - 40) : name.start])
        while before and self._words[before[-1].lower()] & c.NO_END:
            before.pop()
        low = before[-1].lower() if before and before[-1][0].isupper() else ""
        bits = self._words[low] if low else 0
        female = bits & c.FEMALE or (bits & c.TITLE and low.endswith(("in", "frau")))
        male = bits & c.MALE or (bits & c.TITLE and not female and not low.endswith(("e", "glied")))
        return bool(female) if pronoun in _HE else bool(male)

    def _titled(self, text: str, noun: str, start: int, names: Sequence[Name]) -> str | None:
        """Find "die Ministerin": the name, nearest before, with this office beside it."""
        if not self._words[noun] & (c.TITLE | c.PERSON):
            return None
        before = bisect_left(names, start, key=_START)
        for name in reversed(names[max(0, before - _NAMES_BACK) : before]):
            if name.kind != "person":
                continue
            title = self._title_of(text, name)
            offices = [word.lower() for word in _WORD.findall(title or "")]
            if any(office == noun or office.endswith((noun, f"-{noun}")) for office in offices):
                return name.full
        return None

    def about(self, text: str, mentions: Sequence[Name], names: Sequence[Name]) -> tuple[str | None, str | None]:  # noqa: ARG002 - others look beside
        """The office that the article gives a person, and the body before their name, each None where it says nothing."""
        if not mentions or mentions[0].kind in {"place", "organization"}:
            return None, None
        titles = (self._title_of(text, name) for name in mentions[:_MENTIONS])
        return next((title for title in titles if title), None), None

    def _title_of(self, text: str, name: Name) -> str | None:
        """The office before a name, or in the apposition behind it, in the article's words."""
        floor = max(0, name.start - _BESIDE)
        before = list(_WORD.finditer(text, floor, name.start))
        first = end = name.start
        for word in reversed(before[-3:]):
            bits = self._words[word[0].lower()]
            gap = text[word.end() : first].strip()
            if (
                gap.lstrip("." if bits & c.HONORIFIC else "")
                or not word[0][0].isupper()
                or not bits & (c.TITLE | c.PERSON | c.NOUN | c.HONORIFIC)
            ):
                break
            if bits & c.HONORIFIC and first < end:
                break
            first = word.start()
            end = first if bits & c.HONORIFIC else end  # "Minister Dr. Karl Otto"
        title = text[first:end].strip()
        if title and self._words[title.split()[-1].lower()] & (c.TITLE | c.PERSON):
            return title
        ahead = _OFFICE_AHEAD.search(text, floor, name.start)
        if (
            ahead is not None
            and self._words[ahead[1].split()[0].lower()] & (c.TITLE | c.PERSON)
            and text[name.end : name.end + 1] in {",", "."}
        ):
            return ahead[1]
        behind = _APPOSED.match(text, name.end, min(len(text), name.end + 2 * _BESIDE))
        if behind is None:
            return None
        words = behind[1].split()
        if words and self._words[words[0].lower()] & c.DETERMINER:
            words = words[1:]
        head = next((word for word in words[:4] if word[0].isupper()), "")
        return " ".join(words) if self._words[head.lower()] & (c.TITLE | c.PERSON) else None


def _word_before(text: str, start: int) -> str:
    """The short word before a place, in lower case: where an article stands."""
    return "".join(text[max(0, start - 5) : start].lower().split()[-1:])
