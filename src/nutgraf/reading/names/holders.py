"""Whom words stand for, in a language that capitalises nouns: "er", "die Ministerin", "Ott" to a full name; and their office."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Name, Offsets, Story

_START = attrgetter("start")
_SENTENCES_BACK, _LONGEST_CHAIN = 5, 20
"""Sentences without anybody that may stand between a pronoun and whom it means, and so many more where the pronoun goes on."""
_PARAGRAPH, _FAR = 1_500, 2_000
"""Characters of a paragraph, and before a description, that are looked at."""
_MARKS = '„“”»«"'
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
_HE = frozenset({"er", "ihm", "ihn", "sein", "seine"})
_SHE = frozenset({"sie", "ihr", "ihre"})


class Holders:
    """Answers who is meant, by the words of a language."""

    def __init__(self, words: Words, lists: Mapping[str, str]) -> None:
        self._words, self._lists = words, lists
        self._scene = tuple(lists["offices-of-a-scene"].split())

    def resolve(self, story: Story, mention: Offsets) -> str | None:
        """The fullest name of the speaker at `mention`, in the article's words; None for a speaker without a name."""
        (start, end), text, names = mention, story.text, story.names
        words = text[start:end].lower().split()
        first = bisect_left(names, start, key=_START)
        for name in names[first : bisect_left(names, end, key=_START)]:
            if (name.start, name.end) == mention:
                return name.full
        if len(words) == 1 and words[0] in _HE | _SHE:
            plural = words[0] in _SHE and self._plural_beside(text, mention)
            return None if plural else self._antecedent(story, words[0], start)
        article = words[0] if words[0] in _DEFINITE else _word_before(text, start)
        noun = words[-1] if len(words) == 1 else words[0]
        described = text[start:end].lower().removeprefix("der ").removeprefix("die ")
        pronoun = "er" if article == "der" and not words[-1].endswith(_OF_WOMEN) else "sie"
        if _AGED.fullmatch(words[-1]) or _EPITHET.search(described):  # "der 48-Jährige", "die frühere Lehrerin"
            return self._antecedent(story, pronoun, start) if article in _DEFINITE else None
        holder = self._titled(text, noun, start, names) if len(words) <= 3 else None
        if holder is not None or article not in _DEFINITE or not self._may_mean(text, noun, start):
            return holder
        return self._antecedent(story, "sie" if noun.endswith(_OF_WOMEN) else "er", start, alone=True)

    def _may_mean(self, text: str, noun: str, start: int) -> bool:
        """Whether a profession may tell something new of somebody named before: no office of the scene, and nobody without a name has it."""
        bits = self._words[noun]
        whose = _WORD.match(text, start + len(noun) + 1)
        kin = noun in self._lists["kin"].split() and not (
            whose and self._words[whose[0]] & (c.PREPOSITION | c.CARDINAL)
        )
        if not bits & (c.TITLE | c.PERSON) or kin or noun.removesuffix("in").endswith(self._scene):
            return False
        if bits & c.PLURAL and not noun.endswith(_OF_WOMEN) and _word_before(text, start) != "der":
            return False
        before = re.compile(rf"(\w+) (?:[\w-]+ )?{re.escape(noun)}\b", re.IGNORECASE)
        return not any(
            self._words[one[1].lower()] & c.INDEFINITE for one in before.finditer(text, max(0, start - _FAR), start)
        )

    def _plural_beside(self, text: str, mention: Offsets) -> bool:
        """Whether the verb beside "sie" is a plural: "sagten sie"."""
        before = _WORD.findall(re.split(r"[.!?“]\s", text[max(0, mention[0] - 30) : mention[0]])[-1])
        behind = _WORD.match(text, mention[1] + 1)
        verbs = [*before[-1:], *([behind[0]] if behind else [])]
        return any(self._words[verb] & c.PLURAL and self._words[verb] & (c.VERB | c.AUXILIARY) for verb in verbs)

    def _antecedent(self, story: Story, pronoun: str, start: int, *, alone: bool = False) -> str | None:
        """The person of the nearest sentence that has one: its first, likely its subject; `alone`: or none where it has more."""
        text, names, sentences = story.text, story.names, story.sentences
        own = bisect_right(sentences, start, key=_START) - 1
        before = bisect_left(names, start, key=_START)
        left = _SENTENCES_BACK
        for back in range(own, max(-1, own - _LONGEST_CHAIN), -1):
            low, high = sentences[back].start, min(sentences[back].end, start)
            first = bisect_left(names, low, 0, before, key=_START)
            inside = names[first : bisect_left(names, high, 0, before, key=_START)]
            described = self._described(text, (low, high), pronoun, inside)
            inside = [name for name in inside if name.kind == "person" and not _in_marks(text, name.start)]
            fit = [name for name in inside if not self._other_sex(text, name, pronoun)]
            if described is not None and not (fit and fit[0].start < described[0]):
                return None if alone else self._holder(story, described, pronoun)
            if fit and alone:
                sole = len({name.full for name in fit}) == 1 and self._leads(text[low : fit[0].start])
                other = _is_of(text[sentences[own].start : start], pronoun, self._lists["first-persons"].split())
                return fit[0].full if sole and not other else None
            if fit:
                return fit[0].full
            left = _SENTENCES_BACK if _goes_on(text[low:high], pronoun) else left - 1
            if not left:
                return None
        return None

    def _leads(self, before: str) -> bool:
        """Whether a name behind these words of its sentence is its subject: nothing but what belongs to it stands before."""
        oblique = self._lists["oblique"].split()
        bits = [(word[0], self._words[word[0].lower()]) for word in _WORD.finditer(before)]
        return not any(
            bit & c.PREPOSITION or word.lower() in oblique or (word[0].islower() and bit & (c.VERB | c.AUXILIARY))
            for word, bit in bits
        )

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
            bits, low = self._words[noun[0].lower()], article[0].lower()
            if bits & c.DETERMINER and low == ("einer" if pronoun in _HE else "eine"):
                return article.span()  # "Einer seiner Kollegen"
            if low not in articles or not bits & (c.PERSON | c.TITLE) or not noun[0][0].isupper():
                continue
            if (pronoun in _SHE and not noun[0].endswith(_OF_WOMEN) and bits & c.PLURAL) or _in_marks(
                text, noun.start()
            ):
                continue  # "die Leute"
            if not any(0 <= name.start - noun.end() < _NEAR_NAME for name in names):
                return noun.span()
        return None

    def _other_sex(self, text: str, name: Name, pronoun: str) -> bool:
        """Whether the given name, the office or the form of address rules out "er", or "sie"."""
        given = self._words[name.full.split()[0].lower()] if " " in name.full else 0
        if given & c.GIVEN and (sex := given & (c.FEMALE | c.MALE)) in {c.FEMALE, c.MALE}:
            return sex == (c.FEMALE if pronoun in _HE else c.MALE)
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


def _goes_on(sentence: str, pronoun: str) -> bool:
    """Whether a sentence is about whom the pronoun stands for: "Sie zuckt mit den Schultern", "…, sagt sie"."""
    return re.search(rf"^{pronoun.title()}\b|\b{pronoun}\b", sentence) is not None


def _is_of(sentence: str, pronoun: str, first: Sequence[str]) -> bool:
    """Whether somebody speaks of another: "„Sie ist krank“, sagte die Lehrerin" is not about herself."""
    words = set(_WORD.findall(sentence.lower()))
    return pronoun in words and words.isdisjoint(first)


def _in_marks(text: str, at: int) -> bool:
    """Whether a place stands between quotation marks that its paragraph opened."""
    start = max(text.rfind("\n", 0, at) + 1, at - _PARAGRAPH)
    return sum(text.count(mark, start, at) for mark in _MARKS) % 2 == 1


def _word_before(text: str, start: int) -> str:
    """The short word before a place, in lower case: where an article stands."""
    return "".join(text[max(0, start - 5) : start].lower().split()[-1:])
