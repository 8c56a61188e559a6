"""Gold answers: a brief corrected by hand, or a record that quotes the article's own words.

What a record leaves out is not judged: without `events` nothing is said about events.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from nutgraf.article import Article
from nutgraf.errors import ArticleError
from nutgraf.evaluation.ranges import Range
from nutgraf.parsed import is_list, is_object
from nutgraf.results import Brief
from nutgraf.results.asked import PASSES, is_asked
from nutgraf.results.happened import Status
from nutgraf.results.said import own_words
from nutgraf.telling.lines import lines_of

_STATUSES: frozenset[str] = frozenset(get_args(Status))
_KINDS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, kw_only=True)
class GoldQuote:
    """What somebody says in the article."""

    kind: str
    """*indirect* also where the reporter's words stand among quoted ones."""
    content: tuple[Range, ...]
    speaker: str | None = None
    mention: str | None = None


@dataclass(frozen=True, kw_only=True)
class GoldEvent:
    """What happens in the article. A minor one is right if delivered, and no loss if not."""

    title: str
    statuses: frozenset[str]
    """Any of these is right."""
    evidence: tuple[Range, ...]
    date: str | None = None
    numbers: tuple[float, ...] = ()
    minor: bool = False


@dataclass(frozen=True, kw_only=True)
class GoldPoint:
    """What a summary should tell."""

    text: str
    evidence: tuple[Range, ...]


@dataclass(frozen=True, kw_only=True)
class Gold:
    """The right answer for one article. None: not judged."""

    article: Article
    quotes: tuple[GoldQuote, ...] | None = None
    unsaid: tuple[Range, ...] = ()
    """Inside quotation marks and no speech: a title, a scare quote."""
    events: tuple[GoldEvent, ...] | None = None
    points: tuple[GoldPoint, ...] | None = None

    @classmethod
    def from_brief(cls, brief: Brief) -> Gold:
        """A brief that somebody corrected is gold for what it was asked for."""
        return cls.from_record(brief.model_dump(mode="json"))

    @classmethod
    def from_record(cls, record: object, where: str = "gold", *, folder: Path | None = None) -> Gold:
        """A record of gold, or a brief's JSON; an article that it names as a file is looked for from `folder`.

        Raises:
            ArticleError: no article in it, words that don't stand in it, a status or kind that there is none of.
        """
        if not is_object(record):
            raise ArticleError(f"{where}: not a JSON object")
        reader = _Reader(_article(record, where, folder), where)
        record = _without_unasked(record)
        quotes, events, points = record.get("quotes"), record.get("events"), record.get("points", record.get("summary"))
        return cls(
            article=reader.article,
            quotes=None if quotes is None else tuple(reader.quote(one) for one in reader.objects(quotes, "quotes")),
            unsaid=tuple(piece for one in record.get("not_speech") or () for piece in reader.pieces(one)),
            events=None if events is None else tuple(reader.event(one) for one in reader.objects(events, "events")),
            points=None if points is None else tuple(reader.point(one) for one in reader.objects(points, "points")),
        )


def load(path: str | Path) -> list[Gold]:
    """The gold answers of a file - JSON Lines, or one record as JSON -, or of the .json and .jsonl files of a folder.

    Raises:
        ArticleError: it can't be read, holds nothing, or a line is no gold; the message names the line.
    """
    path = Path(path)
    files = sorted(one for one in path.iterdir() if one.suffix in {".json", ".jsonl"}) if path.is_dir() else [path]
    found = [gold for file in files for gold in _gold_in(file)]
    if not found:
        raise ArticleError(f"{path}: no gold in it; write one record a line (docs/evaluate.md)")
    return found


def _gold_in(path: Path) -> Iterator[Gold]:
    for number, line in enumerate(lines_of(path), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except ValueError as error:
                raise ArticleError(f"{path}:{number}: not JSON: {error}") from None
            yield Gold.from_record(record, f"{path}:{number}", folder=path.parent)


def _article(record: dict[str, Any], where: str, folder: Path | None) -> Article:
    given: Any = record.get("article", record)
    if isinstance(given, str) and folder is not None:
        try:
            return Article.from_file(folder / given)
        except ArticleError as error:
            raise ArticleError(f"{where}: {error}") from None
    if not is_object(given) or not isinstance(given.get("text"), str):
        raise ArticleError(
            f'{where}: no article; give "article": {{"text": …, "title": …, "published": …}}, or its file'
        )
    try:
        if "digest" in given:
            return Article.model_validate(given)
        return Article.from_object(given)
    except (ValidationError, ArticleError, TypeError, ValueError) as error:
        raise ArticleError(f"{where}: the article can't be read: {str(error)[:200]}") from None


def _without_unasked(record: dict[str, Any]) -> dict[str, Any]:
    """A brief's JSON without the fields of what it was not asked for: they are empty and say nothing."""
    made = record.get("provenance")
    prompts = made.get("prompts") if is_object(made) else None
    if not is_object(prompts):
        return record
    own = bool(record.get("items"))
    asked = [name for name in PASSES if is_asked(name, prompts, filled=bool(record.get(name)), own=own)]
    return {name: given for name, given in record.items() if name not in PASSES or name in asked}


class _Reader:
    """Finds what a record names in its article."""

    def __init__(self, article: Article, where: str) -> None:
        self.article = article
        self._where = where

    def objects(self, given: object, name: str) -> Iterator[dict[str, Any]]:
        """The records of a list."""
        if not is_list(given) or not all(map(is_object, given)):
            raise ArticleError(f"{self._where}: {name} is a list of objects")
        yield from given

    def quote(self, one: dict[str, Any]) -> GoldQuote:
        """A quote: content as words or spans, speaker as a name or an object."""
        kind, speaker, mention = one.get("kind", "direct"), one.get("speaker"), one.get("mention")
        if kind not in _KINDS:
            raise ArticleError(f"{self._where}: kind {str(kind)[:40]!r}: it is {', '.join(_KINDS)}")
        if is_object(speaker):
            mention = mention or _words(speaker.get("mention"))
            speaker = speaker.get("name")
        content = self.pieces(one.get("content"))
        if kind == "mixed" and not own_words(kind, " … ".join(self.article.text[a:b] for a, b in content)):
            kind = "indirect"
        return GoldQuote(kind=kind, content=content, speaker=speaker, mention=_words(mention))

    def event(self, one: dict[str, Any]) -> GoldEvent:
        """An event: title or what, status, evidence, and a date or a time."""
        statuses = {str(one.get("status")), *map(str, one.get("status_also") or ())}
        if one.get("denied"):
            statuses |= {"occurred", "hypothetical"}
        if unknown := statuses - _STATUSES:
            raise ArticleError(
                f"{self._where}: status {min(unknown)[:40]!r}: it is one of {', '.join(get_args(Status))}"
            )
        time, numbers = one.get("time"), one.get("quantities") or ()
        date = one.get("date") or (time.get("value") if is_object(time) else None)
        values = [number.get("value") if is_object(number) else number for number in numbers]
        return GoldEvent(
            title=str(one.get("title") or one.get("what") or ""),
            statuses=frozenset(statuses),
            evidence=self.pieces(one.get("evidence")),
            date=date if _is_date(date) else None,
            numbers=tuple(float(value) for value in values if isinstance(value, (int, float))),
            minor=bool(one.get("minor")),
        )

    def point(self, one: dict[str, Any]) -> GoldPoint:
        """A point of the summary."""
        return GoldPoint(text=str(one.get("text") or ""), evidence=self.pieces(one.get("evidence")))

    def pieces(self, given: object) -> tuple[Range, ...]:
        """Words of the article, or spans of it, in order."""
        if is_object(given) and "start" not in given:
            given = given.get("text")
        pieces = given if is_list(given) else [given]
        if not pieces or pieces == [None]:
            raise ArticleError(f"{self._where}: an item names no words of the article (content, evidence)")
        found: list[Range] = []
        for piece in pieces:
            found.append(self._place(piece, found[-1][1] if found else 0))
        return tuple(found)

    def _place(self, piece: object, behind: int) -> Range:
        text = self.article.text
        if is_object(piece):
            start, end, words = piece.get("start"), piece.get("end"), piece.get("text")
            if isinstance(start, int) and isinstance(end, int) and text[start:end] == words and words:
                return start, end
            raise ArticleError(f"{self._where}: the span {start}-{end} is no slice of the article")
        words = str(piece)
        start = text.find(words, behind)
        start = start if start >= 0 else text.find(words)
        if start < 0 or not words:
            raise ArticleError(f"{self._where}: words that do not stand in the article: item {words[:60]!r}")
        return start, start + len(words)


def _words(given: object) -> str | None:
    if is_object(given):
        given = given.get("text")
    return given if isinstance(given, str) else None


def _is_date(value: object) -> bool:
    """True for what names a day, month, week or year: a length of time ("P4Y") is no date."""
    if not isinstance(value, str):
        return False
    try:
        dt.date.fromisoformat(value[:10])
    except ValueError:
        return len(value) >= 4 and value[:4].isdigit()
    return True
