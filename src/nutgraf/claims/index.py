"""The sentences of many articles by their words: made once, then asked for what carries most of a statement.

A word tells the more the fewer sentences have it (inverse document frequency). Numbers count as words, "fourteen" as 14.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nutgraf.article import Article, Span
from nutgraf.checking.rules.stems import carries_content, is_numeral, stem
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.reading import Reading, read

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_FEWEST_SENTENCES, _MOST_SENTENCES = 3, 7
"""Sentences of one article that a statement is held against: the longer it is the more it may sum up."""
_WORDS_A_SENTENCE = 5
_MOST_ARTICLES = 4
"""Articles that a statement is held against: those that have most of it."""
_TRIED = 12
_LEAST_GAIN = 0.6
"""How much of a statement's weight a further sentence must add: most of one word of mean weight."""
_BESIDE = 1.15
"""What a sentence next to one that was chosen counts more: what belongs together stands together."""
_NEAR = 0.6
"""The share of the best article's weight below which another is about something else."""
_RESEMBLES = 0.2
"""The share of a statement's weight below which nothing resembles it."""
_NUMBERS = WORDS.values_of(c.CARDINAL)


@dataclass(frozen=True)
class Found:
    """The sentences of one article that together carry most of a statement."""

    article: int
    """Which of the articles, counted from 0."""
    numbers: tuple[int, ...]
    core: int
    """The number of the sentence that alone carries most,"""
    core_share: float
    """and how much of the statement's weight: 0 to 1."""
    share: float
    """How much all of them carry."""

    @property
    def resembles(self) -> bool:
        """Whether they are about the same thing at all."""
        return self.share >= _RESEMBLES


class Index:
    """Articles, read and indexed by sentence."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.readings: tuple[Reading, ...] = tuple(map(read, articles))
        self._places: list[tuple[int, int]] = []
        postings: defaultdict[str, list[int]] = defaultdict(list)
        self._postings = postings
        for at, reading in enumerate(self.readings):
            text, orders = reading.article.text, reading.orders
            for sentence in reading.sentences:
                if sentence.number in orders:
                    continue  # nothing rests on what speaks to a machine
                here = len(self._places)
                self._places.append((at, sentence.number))
                for key in set(map(_KEYS.__getitem__, _WORD.findall(text, sentence.start, sentence.end))):
                    postings[key].append(here)
        postings.pop("", None)

    def spans(self, found: Found) -> tuple[Span, ...]:
        """The sentences found."""
        return tuple(self.readings[found.article].sentence_span(number) for number in found.numbers)

    def holding(self, words: str, *, besides: Iterable[int]) -> tuple[int, ...]:
        """For each word that none of these articles has the first article that does; of a number, with another of the words."""
        wanted, known, found = dict.fromkeys(keys(words)), set(besides), dict[int, None]()
        for key in wanted:
            places = self._postings.get(key, [])
            if not places or any(self._places[place][0] in known for place in places):
                continue
            if key[0].isdigit():
                others = set[int]().union(*(self._postings.get(other, ()) for other in wanted if other != key))
                places = [place for place in places if place in others]
            if places:
                found[self._places[places[0]][0]] = None
        return tuple(found)

    def sharing(self, words: str, article: int, *, least: int, most: int) -> list[int]:
        """Numbers of the sentences of an article that share most words with some text, at least so many; in order."""
        shared: Counter[int] = Counter()
        for key in set(keys(words)):
            for place in self._postings.get(key, ()):
                if self._places[place][0] == article:
                    shared[self._places[place][1]] += 1
        return sorted(number for number, count in shared.most_common(most) if count >= least)

    def sentences_with(self, words: str) -> list[tuple[int, int]]:
        """Article and number of the sentences that have all of some words, as far as they carry content."""
        postings = [self._postings.get(key, []) for key in keys(words)]
        if not postings or not all(postings):
            return []
        common = set(postings[0]).intersection(*postings[1:])
        return [self._places[place] for place in sorted(common)]

    def find(self, statement: str) -> list[Found]:
        """The articles that carry most of a statement, the best first, each with the sentences that do."""
        weights = {key: self._weight(key) for key in dict.fromkeys(keys(statement))}
        total = sum(weights.values())
        held: defaultdict[int, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for key in weights:
            for place in self._postings.get(key, ()):
                article, number = self._places[place]
                held[article][number].add(key)
        if not held:
            return []

        def promise(article: int) -> float:
            sentences = held[article].values()
            most = max(sum(map(weights.__getitem__, inside)) for inside in sentences)
            return most + sum(map(weights.__getitem__, set[str]().union(*sentences)))

        likely = sorted(held, key=lambda article: (-promise(article), article))[:_TRIED]
        found = [self._best(article, held[article], weights, total) for article in likely]
        found.sort(key=lambda one: (-one.share, one.article))
        return [one for one in found[:_MOST_ARTICLES] if one.share >= _NEAR * found[0].share]

    def _weight(self, key: str) -> float:
        return math.log(1 + (1 + len(self._places)) / (0.5 + len(self._postings.get(key, ()))))

    def _best(self, article: int, held: dict[int, set[str]], weights: dict[str, float], total: float) -> Found:
        """The sentences that add most, one after another."""
        missing, chosen, carried = dict(weights), list[int](), list[float]()
        most = min(max(_FEWEST_SENTENCES, len(weights) // _WORDS_A_SENTENCE), _MOST_SENTENCES)
        least = _LEAST_GAIN * total / len(weights)

        def gain(number: int) -> float:
            return sum(missing.get(key, 0.0) for key in held[number])

        while len(chosen) < most:
            near = {n + step for n in chosen for step in (-1, 1)}
            best = max(held, key=lambda n: (gain(n) * (_BESIDE if n in near else 1), -n))
            added = gain(best)
            if chosen and added < least:
                break
            chosen.append(best)
            carried.append(added / total)
            for key in held[best]:
                missing.pop(key, None)
        return Found(article, tuple(sorted(chosen)), chosen[0], carried[0], sum(carried))


def keys(text: str) -> list[str]:
    """The words of a text as they are indexed: stems of those that carry content, and numbers in digits."""
    return [key for key in map(_KEYS.__getitem__, _WORD.findall(text)) if key]


class _Keys(dict[str, str]):
    """The key of each word met so far, empty for one that tells nothing; forgotten when there are very many."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        low = word.lower()
        if low[0].isdigit():
            key = low.replace(",", "")
        elif low in _NUMBERS:
            key = str(_NUMBERS[low])
        else:
            key = stem(low) if carries_content(low) and not is_numeral(low) else ""
        self[word] = key
        return key


_MOST_KNOWN = 1 << 17
_KEYS = _Keys()
