"""Any number of briefs in, clusters of their events out: noted, proposed, scored, judged, clustered - in flat memory."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Any, TypeAlias

from nutgraf.results import Brief
from nutgraf.storylines.blocking import day_of, keys, neighbours
from nutgraf.storylines.clustering import Joined, components
from nutgraf.storylines.extracts import Extract, extract_of
from nutgraf.storylines.grouping import Cluster
from nutgraf.storylines.notes import Note, notes_of, terms_of, unpacked
from nutgraf.storylines.pairs import SAME, SURE, UNSURE, Scale, Topic, topic
from nutgraf.storylines.rounds import Rounds
from nutgraf.storylines.shelf import Shelf
from nutgraf.storylines.sights import Pair, sight
from nutgraf.storylines.weights import Frequencies

Same: TypeAlias = Callable[[Sequence[Pair]], Sequence[bool | None]]
"""Judges whether the two events of each pair are one; None where it can't tell."""
_JUDGED_AT_ONCE = 512
_TELLING = 16
"""Of an article's most frequent terms so many can propose a pair."""
_NOTES_IN_MEMORY, _TOPICS_IN_MEMORY, _LIKENESSES_IN_MEMORY = 8_192, 2_048, 32_768


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What is kept of one brief; plain values, so that it can be made on another machine."""

    key: str
    digest: str
    line: str
    """An `Extract` as JSON."""
    terms: tuple[str, ...]
    notes: tuple[Note, ...]


def noted(brief: Brief) -> Noted:
    """What is kept of a brief."""
    article = brief.article
    return Noted(
        key=article.key,
        digest=article.digest,
        line=extract_of(brief, article.key).model_dump_json(exclude_defaults=True),
        terms=terms_of(article.title or brief.headline, article.text),
        notes=tuple(notes_of(brief)),
    )


class Gathering:
    """Briefs gathered to be compared. A context manager; what it holds lies on disk and goes with it."""

    def __init__(self, *, within: bool = False) -> None:
        """`within`: compare the events of one article, too. A brief has each event once."""
        self._shelf = Shelf()
        self._within = within
        self._articles, self._words = Frequencies(), Frequencies()
        self._scale = Scale(self._words)
        self.notes = 0
        self.articles = 0
        self.note = lru_cache(_NOTES_IN_MEMORY)(self._note)
        self._topic = lru_cache(_TOPICS_IN_MEMORY)(self._topic_of)
        self._likeness = lru_cache(_LIKENESSES_IN_MEMORY)(self._likeness_of)

    def __enter__(self) -> Gathering:
        self._shelf.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._shelf.__exit__(kind, error, trace)

    # --- in ---

    def add(self, found: Noted) -> None:
        """Take a brief in. One of the same text again is passed over; a later version of an article has a key of its own."""
        key = found.key
        for (known,) in self._shelf.rows("SELECT digest FROM articles WHERE key = ?", key):
            if known == found.digest:
                return
            key = f"{found.key}@{found.digest[:8]}"
        if key != found.key and any(self._shelf.rows("SELECT 1 FROM articles WHERE key = ?", key)):
            return
        article, self.articles = self.articles, self.articles + 1
        self._articles.add(found.terms)
        row = (article, key, found.digest, found.line, json.dumps(found.terms, ensure_ascii=False))
        self._shelf.put("articles", [row])
        lines: list[tuple[object, ...]] = []
        for note in found.notes:
            self._words.add((*note.deeds, *note.names))
            lines.append((self.notes, article, note.packed()))
            self.notes += 1
        self._shelf.put("notes", lines)

    # --- compared ---

    def propose(self) -> None:
        """Find the pairs worth comparing."""
        self._shelf.put("keys", self._keys())
        self._shelf.do("CREATE INDEX by_key ON keys (key, day, note)")
        blocked: Iterator[Any] = self._shelf.rows("SELECT key, day, note FROM keys ORDER BY key, day, note")
        self._shelf.put("pairs", neighbours(blocked), ignore=True)
        self._shelf.do("DROP TABLE keys")

    def score(self) -> None:
        """Decide each pair by rule; what is surely different is dropped."""
        self._shelf.put("scored", self._scores())
        self._shelf.do("DROP TABLE pairs")

    def judge(self, same: Same) -> int:
        """Have pairs judged that rules are not sure of and that don't follow from others; returns how many."""
        return self.decide(lambda asked: same([self.pair(one, other) for one, other in asked]))

    def decide(self, verdicts_of: Callable[[Sequence[tuple[int, int]]], Sequence[bool | None]]) -> int:
        """The same, with a judge that knows events by number."""
        sure = self._shelf.rows("SELECT one, other FROM scored WHERE score >= ?", SURE)
        rounds, total = Rounds(self.notes, sure), 0
        query = "SELECT one, other FROM scored WHERE score >= 0 AND score < ? ORDER BY abs(score - ?), one, other"
        while asked := rounds.next(self._shelf.rows(query, SURE, SAME), _JUDGED_AT_ONCE):
            for pair, verdict in zip(asked, verdicts_of(asked), strict=True):
                rounds.said(pair, verdict)
                if verdict is not None:
                    self._decide(pair, 1.0 if verdict else -1.0)
            total += len(asked)
        for pair in list(self._shelf.rows(query, SURE, SAME)):
            if rounds.follows(pair):
                self._decide(pair, 1.0)
        return total

    def _decide(self, pair: tuple[int, int], score: float) -> None:
        self._shelf.do("UPDATE scored SET score = ? WHERE one = ? AND other = ?", score, *pair)

    def clusters(self) -> Iterator[tuple[int, ...]]:
        """Events that are one, two or more, by number."""
        joined = Joined(self.notes)
        for one, other in self._shelf.rows("SELECT one, other FROM scored WHERE score >= ?", SAME):
            joined.join(one, other)
        linked = (
            (joined.find(one), one, other, score) for one, other, score in self._shelf.rows("SELECT * FROM scored")
        )
        self._shelf.put("links", (row for row in linked if joined.find(row[2]) == row[0]))
        rows: Iterator[Any] = self._shelf.rows("SELECT * FROM links ORDER BY component, one, other")
        yield from map(tuple, components(rows, SAME))

    # --- out ---

    def told(self) -> Iterator[Cluster]:
        """The clusters that two or more articles tell."""
        for events in self.clusters():
            notes = [self.note(event) for event in events]
            articles = frozenset(note.article for note in notes)
            if len(articles) > 1:
                days = Counter(note.start for note in notes if note.start is not None)
                day = min(days, key=lambda one: (-days[one], one)) if days else None
                yield Cluster(events, articles, day)

    def extract(self, article: int) -> Extract:
        """What is kept of an article."""
        ((key, line),) = self._shelf.rows("SELECT key, line FROM articles WHERE id = ?", article)
        return Extract.model_validate_json(line).model_copy(update={"key": key})

    def pair(self, one: int, other: int) -> Pair:
        """Two events as they are put before a judge."""
        return Pair(*(sight(self.extract(note.article), note.event) for note in (self.note(one), self.note(other))))

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """The pairs that may be one, with their scores."""
        rows: Iterator[Any] = self._shelf.rows("SELECT one, other, score FROM scored ORDER BY one, other")
        yield from rows

    def features(self, one: int, other: int) -> tuple[float, ...]:
        """What the regression weighs of a pair."""
        here, there = self.note(one), self.note(other)
        return self._scale.features(here, there, self._likeness(here.article, there.article))

    # --- by the way ---

    def _keys(self) -> Iterator[tuple[int, int | None, int]]:
        weight = lru_cache(maxsize=1 << 17)(self._shared_weight)
        rows: Iterator[Any] = self._shelf.rows(
            "SELECT n.id, n.article, n.line, a.terms FROM notes n JOIN articles a ON a.id = n.article ORDER BY n.id"
        )
        for article, group in itertools.groupby(rows, key=lambda row: row[1]):
            ((_, _, _, terms), *_) = members = list(group)
            telling = [term for term in json.loads(terms)[:_TELLING] if self._articles.count(term) > 1]
            for number, _, line, _ in members:
                note = unpacked(line, article)
                yield from ((key, day_of(note), number) for key in keys(note, telling, weight))

    def _shared_weight(self, word: str) -> float:
        """How telling a word is; 0 for one that a single event has: by it nothing else is found."""
        return self._words.weight(word) if self._words.count(word) > 1 else 0.0

    def _scores(self) -> Iterator[tuple[int, int, float]]:
        rows: Iterator[Any] = self._shelf.rows("SELECT one, other FROM pairs")
        for one, other in rows:
            here, there = self.note(one), self.note(other)
            if here.article != there.article or self._within:
                score = self._scale.probability(here, there, self._likeness(here.article, there.article))
                if score >= UNSURE or score < 0:
                    yield one, other, score

    def _note(self, number: int) -> Note:
        ((article, line),) = self._shelf.rows("SELECT article, line FROM notes WHERE id = ?", number)
        return unpacked(str(line), int(str(article)))

    def _topic_of(self, article: int) -> Topic:
        ((terms,),) = self._shelf.rows("SELECT terms FROM articles WHERE id = ?", article)
        return topic(json.loads(str(terms)), self._articles)

    def _likeness_of(self, one: int, other: int) -> float:
        return 1.0 if one == other else self._topic(one).likeness(self._topic(other))


def gathered(found: Iterable[Noted], *, same: Same | None = None, within: bool = False) -> Gathering:
    """Gather briefs and compare their events; to be used as a context manager and closed by it."""
    made = Gathering(within=within)
    try:
        for one in found:
            made.add(one)
        made.propose()
        made.score()
        if same is not None:
            made.judge(same)
    except BaseException as error:
        made.__exit__(type(error), error, error.__traceback__)
        raise
    return made
