"""The set that benchmarks/strong.py plays: twelve articles, a strong model's answers, what is wrong in them, lies, a judge's verdicts.

Everything lies in `examples/strong` (its README says what is what). An item of an answer goes by its place: `quotes/1`, `events/3`,
`summary/2`, counted from 1 in the order of the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from examples import ROOT, Json, Range
from nutgraf import Article, read
from nutgraf.reading import Reading
from nutgraf.results.asked import PASSES

FOLDER = ROOT / "examples" / "strong"
Verdicts = dict[str, list[Json]]


@dataclass(frozen=True)
class Case:
    """An article and what was answered about it."""

    name: str
    path: Path
    answer: Json | None
    """None: nobody has answered yet."""
    wrong: dict[tuple[str, str | None], str] = field(default_factory=dict[tuple[str, str | None], str])
    """Why an item is wrong, by its place and the field that is; None: the whole item."""

    @cached_property
    def article(self) -> Article:
        return Article.from_file(self.path)

    @cached_property
    def reading(self) -> Reading:
        return read(self.article)

    def items(self) -> Iterator[tuple[str, str, Json]]:
        """Place, pass and item of everything answered."""
        for step in PASSES:
            for number, item in enumerate((self.answer or {}).get(step, []), 1):
                yield f"{step}/{number}", step, item

    def is_wrong(self, place: str) -> bool:
        return (place, None) in self.wrong


@dataclass(frozen=True)
class Lie:
    """An item that the article does not bear out, made from one that it does."""

    id: str
    family: str
    article: str
    step: str
    field: str
    """Where it lies: title, text, speaker, stance, content."""
    false: str
    item: Json

    @property
    def words(self) -> str:
        """Its title or text; of a quote nothing."""
        return str(self.item.get("title") or self.item.get("text") or "")


def paths() -> dict[str, Path]:
    """The twelve articles by name."""
    found = [*(ROOT / "examples" / "articles").iterdir(), *(FOLDER / "articles").iterdir()]
    return {path.stem: path for path in sorted(found, key=lambda path: (path.parent.parent == FOLDER, path.name))}


def cases() -> list[Case]:
    return [_case(name, path) for name, path in paths().items()]


def _case(name: str, path: Path) -> Case:
    answered, judged = FOLDER / "answers" / f"{name}.json", FOLDER / "answers" / f"{name}.judged.json"
    wrong = json.loads(judged.read_text("utf-8"))["wrong"] if judged.exists() else []
    return Case(
        name,
        path,
        json.loads(answered.read_text("utf-8")) if answered.exists() else None,
        {(one["item"], one.get("field")): one["reason"] for one in wrong},
    )


def lies() -> list[Lie]:
    found = json.loads((FOLDER / "lies.json").read_text("utf-8"))
    return [
        Lie(one["id"], one["family"], one["article"], one["pass"], one["field"], one["false"], one["item"])
        for one in found
    ]


def verdicts(door: str = "brief") -> Verdicts:
    """What the judge says of a `brief`'s statements or of those of a `check`, by article; empty as long as nobody has judged."""
    path = verdicts_path(door)
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def verdicts_path(door: str) -> Path:
    """Where they are kept."""
    return FOLDER / ("verdicts.json" if door == "brief" else f"verdicts_{door}.json")


_TAG = re.compile(r"m\d+")
_PART = re.compile(r"\s*\[?(\d+)\]?\s*(?::\s*(.*))?", re.DOTALL)
_ELIDED = re.compile(r"\s*(?:…|\.\.\.)\s*")


def place_of(reference: str, reading: Reading) -> Range | None:
    """Where the words stand that a reference of an answer points at; None: they stand nowhere there."""
    if _TAG.fullmatch(reference.strip()):
        segment = reading.by_segment.get(reference.strip())
        return (segment.start, segment.end) if segment else None
    found = _PART.fullmatch(reference)
    sentence = reading.sentence(int(found[1])) if found else None
    if found is None or sentence is None:
        return None
    if not found[2]:
        return sentence.start, sentence.end
    # Marks may be written otherwise, and are often left out of the first or last words.
    pieces = [r"[^\w]+".join(map(re.escape, re.findall(r"\w+", piece))) for piece in _ELIDED.split(found[2].strip())]
    at = re.compile(".*?".join(pieces), re.DOTALL).search(reading.article.text, sentence.start, sentence.end)
    return at.span() if at else None


def words_of(text: str | None) -> list[str]:
    """Words in lower case, without marks."""
    return re.findall(r"\w+", (text or "").lower())
