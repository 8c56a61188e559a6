"""What failed and why, beside the briefs of a run: there until it is run again, whatever else is run meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nutgraf.article import Article
from nutgraf.errors import ArticleError
from nutgraf.outputs import refuse_unwritable
from nutgraf.results import Outcome, Provenance
from nutgraf.scaling.books import HALF, Briefs, failures_of, is_final, mark, mark_of
from nutgraf.scaling.keys import Keys
from nutgraf.scaling.lines import Lines


@dataclass(frozen=True, slots=True)
class _Standing:
    """A failure of an earlier run. Without a text it is known by its place alone."""

    key: str
    source: str | None
    has_text: bool
    unreadable: bool


class Failures:
    """What failed, one a line of JSON: key, kind of error, reason, usage, and the brief if there is a part of one.

    A failure of an earlier run stays until its article has a brief, fails anew, or is met with another text, headline or date.

    Args:
        path: the file, made at the first failure; None keeps none.
        keys: tells keys as the file of briefs does.
        again: try everything again, what is final too.
        done: what has its brief.

    Attributes:
        marks: articles that failed for good.
    """

    def __init__(
        self, path: Path | None, keys: Keys, *, again: bool = False, done: AbstractSet[bytes] = frozenset()
    ) -> None:
        self.path = path
        self._keys = keys
        self.marks: set[bytes] = set()
        self._standing: dict[bytes, _Standing] = {}
        self._over: set[bytes] = set()
        self._met: dict[bytes, set[str | None]] = {}
        self._added = self._unreadable = 0
        self._lines: Lines | None = None
        if path is not None and path.exists():
            self._take_over(path, done, again=again)

    @property
    def count(self) -> int:
        """What stands in the file."""
        return self.earlier + self._added

    @property
    def earlier(self) -> int:
        """Of these, what failed in earlier runs alone."""
        return len(self._standing) - len(self._over)

    @property
    def unreadable(self) -> int:
        """Of these, the inputs that are no article."""
        return self._unreadable + sum(one.unreadable for key, one in self._standing.items() if key not in self._over)

    def append(self, outcome: Outcome) -> str:
        """Add a failure, in the place of an earlier one of the same article; returns the key that it has there."""
        record = self._record(outcome)
        self.settle(self._mark_of(record))
        self._added += 1
        self._unreadable += isinstance(outcome.error, ArticleError)
        if self.path is not None:
            if self._lines is None:
                self._lines = _lines_of(self.path)
            self._lines.append(json.dumps(record, ensure_ascii=False))
        return str(record["key"])

    def meet(self, article: Article) -> None:
        """Take note of an article of this run: what failed under its key may be an earlier text of it."""
        half = mark_of(article)[:HALF]
        if half in self._met:
            self._met[half].add(article.source)

    def settle(self, mark: bytes) -> None:
        """An article has its brief, or another failure: what failed before is over."""
        if mark in self._standing:
            self._over.add(mark)

    def drop_former(self, met: AbstractSet[bytes], covers: Callable[[str], bool]) -> None:
        """All articles were met: failures of earlier texts are over, and those of places that were read and are none now.

        Args:
            met: the articles of the run.
            covers: whether a file, by its full path, belongs to what was read.
        """
        for key, one in self._standing.items():
            sources = self._met[key[:HALF]]
            earlier = key not in met and bool(sources) and (one.source is None or one.source in sources)
            if earlier or (not one.has_text and (not one.key or covers(self._keys.place(one.key)))):
                self._over.add(key)

    def close(self) -> None:
        """Take out what is over, and bring the file to the disk."""
        if self._over and self.path is not None:
            self._lines = self._lines or _lines_of(self.path)
            earlier = iter(range(len(self._standing)))
            self._lines.keep(lambda record: next(earlier, None) is None or self._mark_of(record) not in self._over)
            if not self.count:
                self.path.unlink()
        if self._lines is not None:
            self._lines.close()

    def _mark_of(self, record: dict[str, Any]) -> bytes:
        return _mark_in(record, self._keys)

    def _take_over(self, path: Path, done: AbstractSet[bytes], *, again: bool) -> None:
        """Know what failed before: of each article the last word, and nothing of one that has its brief."""
        last: dict[bytes, int] = {}
        total = 0
        with closing(_lines_of(path)) as lines:
            for record in lines.records():
                key, total = self._mark_of(record), total + 1
                last.pop(key, None)
                last[key] = total - 1
                self._standing[key] = _Standing(
                    record["key"], record.get("source"), bool(record["digest"]), record["error"] == "ArticleError"
                )
                (self.marks.add if record["final"] and not again else self.marks.discard)(key)
            for key in done & last.keys():
                del last[key], self._standing[key]
                self.marks.discard(key)
            if len(last) < total:
                kept, numbers = frozenset(last.values()), iter(range(total))
                lines.keep(lambda _: next(numbers) in kept)
        if not last:
            path.unlink()
        self._met = {key[:HALF]: set() for key in last}

    def _record(self, outcome: Outcome) -> dict[str, Any]:
        brief = outcome.brief
        source = brief.article if brief is not None else outcome.source
        article = source if isinstance(source, Article) else None
        kind, reason = why(outcome)
        return {
            "key": self._keys.seen(outcome.key) if article is None else outcome.key,
            "digest": article.digest if article is not None else "",
            "title": article.title if article is not None else None,
            "published": article.published.isoformat() if article is not None and article.published else None,
            "source": article.source if article is not None else None,
            "error": kind,
            "reason": reason[:2_000],
            "final": is_final(outcome),
            "usage": outcome.usage.model_dump(mode="json", exclude_defaults=True),
            "brief": brief.model_dump(mode="json") if brief is not None else None,
        }


def why(outcome: Outcome) -> tuple[str, str]:
    """The kind of a failure, and its reason."""
    if outcome.brief is None:
        return type(outcome.error).__name__, str(outcome.error)
    unresolved = [p for p in outcome.brief.problems if p.resolution == "unresolved"]
    return "Incomplete", "; ".join(f"{p.step}: {p.detail}" for p in unresolved)


def _mark_in(record: dict[str, Any], keys: Keys) -> bytes:
    return mark(keys.kept(record["key"]), record["digest"], record.get("title"), record.get("published"))


def _lines_of(path: Path, *, looks: bool = False) -> Lines:
    needed = {"key", "digest", "final", "error"}
    return Lines(path, ours=lambda r: needed <= r.keys(), what="line of a run's failures", looks=looks)


def look(
    out: str | Path, failures: str | Path | None, *, made_by: Provenance, again: bool = False
) -> AbstractSet[bytes]:
    """Refuse the files that a run would refuse, and change none of them; returns the articles that it would pass over.

    Raises:
        ConfigurationError: as `Briefs` and `Failures`.
    """
    path = None if str(out) == "-" else Path(out)
    done: set[bytes] = set()
    if path is not None and path.exists():
        with closing(Briefs(path, made_by=made_by, looks=True)) as briefs:
            done |= briefs.marks
    elif path is not None:
        refuse_unwritable(path)
    side = failures_of(out, failures)
    if side is None:
        return done
    if not side.exists():
        refuse_unwritable(side)
        return done
    keys, final = Keys(path), set[bytes]()
    with closing(_lines_of(side, looks=True)) as lines:
        for record in lines.records():
            (final.add if record["final"] and not again else final.discard)(_mark_in(record, keys))
    return done | final
