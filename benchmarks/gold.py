"""Gold answers in one form: our own examples and, given the folder they lie in, two public collections.

GUM        `gum_news.jsonl`: Wikinews articles with quotation spans, attributions and dates
MEANTIME   `meantime/**/*.xml`: Wikinews articles with times, quantities and events, annotated in sentences 0 to 5

Everything is a range of code points in the text of an `Article`, published on the date of its byline.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from examples import ROOT, Json, Range, found_at
from grounded import quoted_ranges
from nutgraf import Article

LAST_SENTENCE = 5
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"(?i)\b(?:{'|'.join(WEEKDAYS)})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR = re.compile(r"\d{3}")  # PRESENT_REF and the like name no date
_CLOSED_BY = {'"': '"', "“": "”", "'": "'", "‘": "’", "«": "»"}
_EDITOR = re.compile(r"\s*\(\(\w+\)\)(?=\.?$)")  # GUM marks translated quotations "…" ((it))
CUES = re.compile(
    r"(?i)\b(?:according to|in the words of|said|says?|saying|told|tells?|telling|thought|thinks?|thinking|wrote|writes?"
    r"|(?:add|ask|assert|claim|comment|confirm|estimat|explain|hop|insist|not|predict|report|reveal|stress|suggest|tweet|warn"
    r"|acknowledg|announc|argu|believ|conclud|declar|observ|stat|fear|complain|contend|maintain|respond)(?:e|es|s|ed|ing)?"
    r"|(?:deny|denies|denied|denying|reply|replies|replied|replying|testif(?:y|ies|ied))|admit(?:s|ted|ting)?)\b(?<!\bnot)"
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """An attribution: the words that name the speaker, and what was said."""

    content: tuple[Range, ...]
    source: Range | None = None
    quoted: bool = False
    cued: bool = True
    """The source's words hold a verb or phrase of speech that we list here (not the library's own list)."""


@dataclass(frozen=True)
class Date:
    """A day, week, month or year; `end` only where the gold gives a first and a last day."""

    at: Range
    value: str
    end: str | None = None
    weekday: bool = False


@dataclass(frozen=True)
class Mention:
    """An event, by the sentence that mentions it: does it lie ahead, is it negated."""

    sentence: Range
    future: bool
    negative: bool


@dataclass(frozen=True, kw_only=True)
class Gold:
    """What one article holds. What a collection does not annotate is None: no system is judged on it."""

    corpus: str
    name: str
    article: Article
    scope: Range
    """Where the annotation is complete."""
    quoted: tuple[Range, ...] | None = None
    """Inside the marks: what was said, and in GUM also titles and scare quotes."""
    unsaid: tuple[Range, ...] = ()
    """Inside marks, and no speech."""
    complete: bool = True
    """False where the gold leaves quotations untagged: then one more is no error."""
    told: tuple[Told, ...] | None = None
    dates: tuple[Date, ...] | None = None
    undated: tuple[Range, ...] = ()
    """The byline, durations, clock times and vague expressions: a value for these is neither right nor wrong."""
    numbers: tuple[Range, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    answer: Json | None = None
    """For our own articles: the gold file, which benchmarks/examples.py scores."""
    slips: tuple[str, ...] = ()
    """Gold values left out because they contradict the calendar, or the text."""


def load(folder: Path | None, limit: int | None = None) -> Iterator[Gold]:
    """Our own articles, then those in the folder, if one is given; `limit`: so many of each collection.

    Raises:
        FileNotFoundError: the folder holds neither collection.
    """
    yield from islice(our_own(), limit)
    if folder is None:
        return
    lines, files = folder / "gum_news.jsonl", sorted((folder / "meantime").rglob("*.xml"))
    if not lines.exists() and not files:
        raise FileNotFoundError(f"{folder} holds neither gum_news.jsonl nor meantime/**/*.xml")
    records = lines.read_text(encoding="utf-8").splitlines() if lines.exists() else []
    yield from islice((gum(json.loads(line)) for line in records), limit)
    yield from islice(map(meantime, files), limit)


def our_own() -> Iterator[Gold]:
    """The articles in examples/, whose gold files name words instead of offsets."""
    for path in sorted((ROOT / "examples" / "articles").iterdir()):
        answer = json.loads((ROOT / "examples" / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        article = Article.from_file(path)
        told = [
            Told(
                content=tuple(found_at(article.text, piece) for piece in one["content"]),
                quoted=one["kind"] != "indirect",
            )
            for one in answer["quotes"]
        ]
        yield Gold(
            corpus="examples",
            name=path.stem,
            article=article,
            scope=(0, len(article.text)),
            quoted=tuple(piece for one in told if one.quoted for piece in one.content),
            unsaid=tuple(found_at(article.text, one["text"]) for one in answer["not_speech"]),
            told=tuple(told),
            answer=answer,
        )


def gum(record: Json) -> Gold:
    """One line of `gum_news.jsonl`."""
    text, slips = record["text"], list[str]()
    byline = next((one for one in record["dates"] if _DAY.fullmatch(one.get("when", "")) and one["start"] < 300), None)
    published = byline["when"] if byline else record["date_created"]
    dates, undated = [], []
    for one in record["dates"]:
        at, value = (one["start"], one["end"]), one.get("when") or one.get("from")
        date = _date(text, at, value, one.get("to")) if value and "T" not in value and one is not byline else None
        if date and not _possible(date, text):
            slips.append(f"{record['id']}: {text[slice(*at)]!r} has the gold value {value}")
            date = None
        if date:
            dates.append(date)
        else:
            undated.append(at)
    tagged = [(piece, within_marks(text, piece)) for piece in _joined(text, record["quotes"])]
    slips += [
        f"{record['id']}: tagged, but without marks: {text[a : a + 50]!r}" for (a, _), inner in tagged if not inner
    ]
    return Gold(
        corpus="GUM",
        name=record["id"],
        article=Article.from_text(text, published=published, key=record["id"]),
        scope=(0, len(text)),
        quoted=tuple(inner for _, inner in tagged if inner),
        complete=False,
        told=tuple(_told(text, record["attributions"])),
        dates=tuple(dates),
        undated=tuple(undated),
        slips=tuple(slips),
    )


def _told(text: str, attributions: Sequence[Json]) -> Iterator[Told]:
    """Attributions, less those inside a quotation ("to show | that girls can …") and those that deny the speech."""
    marked = quoted_ranges(text)
    for one in attributions:
        source, content = (one["s"][0], one["s"][1]), (one["c"][0], one["c"][1])
        first = next((at for at in range(*source) if text[at].isalnum()), source[0])  # the clause may hold the mark
        if one["polarity"] == "pos" and not any(start <= first < end for start, end in marked):
            quoted = any(start < content[1] and content[0] < end for start, end in marked)
            cued = bool(CUES.search(text[slice(*source)]))
            yield Told(source=source, content=(content,), quoted=quoted, cued=cued)


def _joined(text: str, tags: Sequence[Json]) -> list[Range]:
    """Tags of one quotation as one: GUM tags each sentence, and only the first of them opens with a mark."""
    whole: list[Range] = []
    for start, end in sorted((one["start"], one["end"]) for one in tags):
        if whole and not text[whole[-1][1] : start].strip() and text[start] not in _CLOSED_BY:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def within_marks(text: str, tagged: Range) -> Range | None:
    """The range inside the quotation marks of a tagged one; None where it has none."""
    words = _EDITOR.sub("", text[slice(*tagged)])
    last = words.rfind(_CLOSED_BY.get(words[:1], "\n"))
    if last < 1 or words[last + 1 :].strip(" .,;"):
        return None
    inner = words[1:last]
    start = tagged[0] + 1 + len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def _date(text: str, at: Range, value: str, end: str | None = None) -> Date:
    words = text[slice(*at)]
    return Date(at, value, end, bool(_WEEKDAY.search(words)) and not re.search(r"\d", words))


def _possible(date: Date, text: str) -> bool:
    """False for "Wednesday" with the value of a Tuesday."""
    if not date.weekday or not _DAY.match(date.value):
        return True
    return WEEKDAYS[dt.date.fromisoformat(date.value[:10]).weekday()] in text[slice(*date.at)].lower()


def meantime(path: Path) -> Gold:
    """One MEANTIME file, its tokens put together as a newspaper would write them."""
    root = ET.parse(path).getroot()
    tokens = [(one.get("t_id", ""), one.text or "", int(one.get("sentence", 0))) for one in root.iter("token")]
    text, places = written([(word, sentence) for _, word, sentence in tokens])
    at = {token: place for (token, _, _), place in zip(tokens, places, strict=True)}
    in_sentence = {token: sentence for token, _, sentence in tokens}
    sentences: dict[int, Range] = {}
    for (_, _, number), (start, end) in zip(tokens, places, strict=True):
        sentences[number] = (sentences.get(number, (start, end))[0], end)

    def anchored(tag: str) -> Iterator[tuple[Any, Range, int]]:
        for one in root.iter(tag):
            anchors = [anchor.get("t_id", "") for anchor in one.iter("token_anchor")]
            if anchors and in_sentence[anchors[0]] <= LAST_SENTENCE:
                yield one, (at[anchors[0]][0], at[anchors[-1]][1]), in_sentence[anchors[0]]

    dates, undated, slips, published = list[Date](), list[Range](), list[str](), None
    for one, place, sentence in anchored("TIMEX3"):
        value, kind = one.get("value", ""), one.get("type")
        date = _date(text, place, value)
        if one.get("functionInDocument") == "CREATION_TIME" or (sentence <= 1 and _DAY.fullmatch(value)):
            published = published or value
            undated.append(place)
        elif not _CALENDAR.match(value) or (kind != "DATE" and not (kind == "TIME" and date.weekday)):
            undated.append(place)
        elif _possible(date, text):
            dates.append(date)
        else:
            slips.append(f"{path.stem[:40]}: {text[slice(*place)]!r} has the gold value {value}")
            undated.append(place)
    return Gold(
        corpus="MEANTIME",
        name=path.stem[:40],
        article=Article.from_text(text, published=published, key=path.stem),
        scope=(0, max(end for number, (_, end) in sentences.items() if number <= LAST_SENTENCE)),
        dates=tuple(dates),
        undated=tuple(undated),
        numbers=tuple(place for _, place, _ in anchored("VALUE")),
        mentions=tuple(
            Mention(sentences[number], one.get("time") == "FUTURE", one.get("polarity") == "NEG")
            for one, _, number in anchored("EVENT_MENTION")
        ),
        slips=tuple(slips),
    )


_MARKS = {"``": "“", "''": "”"}
_NO_SPACE_BEFORE = frozenset(", . ; : ! ? % ) ] 's n't ' ”".split())
_NO_SPACE_AFTER = frozenset("( [ $ € £ US$ “".split())


def written(tokens: Sequence[tuple[str, int]]) -> tuple[str, list[Range]]:
    """The text of tokens (word, number of its sentence) and where each word stands in it.

    Title and byline (sentences 0 and 1) are paragraphs of their own.
    """
    words = [(_MARKS.get(token, token), sentence) for token, sentence in tokens]
    pieces, places, length, quoting = list[str](), list[Range](), 0, False
    for (before, last), (word, sentence) in zip([("", 0), *words], words, strict=False):
        if not pieces:
            gap = ""
        elif sentence != last:
            gap, quoting = "\n\n" if sentence <= 2 else " ", False
        else:
            within = quoting and '"' in (before, word)
            gap = "" if within or word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER else " "
        quoting ^= word == '"'
        pieces += [gap, word]
        places.append((length + len(gap), length + len(gap) + len(word)))
        length += len(gap) + len(word)
    return "".join(pieces), places
