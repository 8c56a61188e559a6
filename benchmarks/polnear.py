"""Who says what by rule, beside the annotators of PolNeAR: `python benchmarks/polnear.py DIR [--from 0.5] [--to 1]`.

DIR is the folder of a compartment, with `text/` and `attributions/` (https://github.com/networkdynamics/PolNeAR; no licence: it is only measured
with). Articles are ordered by the MD5 of their names, so that a share of them is the same everywhere. Definitions:

quotations  the pieces in marks that have a speaker, right where half of one lies in an attribution with this speaker; of the gold those with marks
direct      the same of pieces of three words, and of the gold those all in marks
spans       pieces of three words, whoever says them, in any attribution; of the gold the direct ones
indirect    sure attributions without marks: an IoU of half, or four fifths of either in the other ("held"); of the gold those with a verb of speech
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gold import CUES
from nutgraf import Article, read

Range = tuple[int, int]
_MARKS = re.compile(r"[\"“”]|''")
_SPAN = re.compile(r"(T\d+)\t\w+ ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.+)")


class Told(NamedTuple):
    """An attribution of either side."""

    content: tuple[Range, ...]
    source: tuple[Range, ...]
    pieces: tuple[Range, ...] = ()
    cued: bool = False


def covered(a: Iterable[Range], b: Sequence[Range]) -> int:
    """Characters of the one in the other."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)


def size(a: Iterable[Range]) -> int:
    """Characters."""
    return sum(e - s for s, e in a)


def gold_of(file: Path, text: str) -> list[Told]:
    """The attributions of one annotator: brat's T lines are spans, its E lines tie them."""
    spans: dict[str, list[Range]] = {}
    told: list[Told] = []
    for line in file.read_text("utf-8").splitlines():
        if span := _SPAN.match(line):
            spans[span[1]] = [(int(s), int(e)) for s, _, e in (part.partition(" ") for part in span[2].split(";"))]
        elif event := _EVENT.match(line):
            roles: dict[str, list[Range]] = {"Content": [], "Source": [], "Cue": []}
            for part in event[1].split():
                role, _, of = part.partition(":")
                roles.get(role.rstrip("0123456789"), []).extend(spans.get(of, ()))
            cue = " ".join(text[s:e] for s, e in roles["Cue"])
            if roles["Content"]:
                told.append(Told(tuple(roles["Content"]), tuple(roles["Source"]), cued=bool(CUES.search(cue))))
    return told


def scored(folder: Path, name: str) -> Counter[str]:
    """What of one article is right, delivered ("… of") and in the gold ("… in")."""
    text = (folder / "text" / f"{name}.txt").read_text("utf-8")
    reading = read(Article.from_text(text, language="en"))
    if reading.article.text != text:
        return Counter(left_out=1)
    gold = gold_of(min((folder / "attributions").glob(f"{name}_*.ann")), text)
    at = {s.id: (s.start, s.end) for s in reading.segments if s.no_speech is None}
    ours = [
        (Told(tuple(a.content), (a.speaker,) if a.speaker else (), tuple(at[s] for s in a.segments)), a.sure)
        for a in reading.attributions
    ]
    count: Counter[str] = Counter()
    for told, _ in ours:
        for piece in told.pieces if told.source else ():
            best = max(gold, key=lambda g: covered([piece], g.content), default=None)
            right = bool(
                best and covered([piece], best.content) * 2 >= size([piece]) and covered(told.source, best.source)
            )
            for kind in ("quotations", "direct")[: 1 + _is_long(text, piece)]:
                count.update({f"{kind} of": 1, f"{kind} right": right})
    for piece in filter(partial(_is_long, text), at.values()):
        inside = any(covered([piece], g.content) * 2 >= size([piece]) for g in gold)
        count.update({"spans of": 1, "spans right": inside})
    for told in gold:
        _found(count, text, told, [one for one, _ in ours], list(at.values()))
    for told, sure in ours:
        if sure and not told.pieces:
            close = any(_iou(told, g) >= 0.5 for g in gold)
            held = any(
                5 * covered(told.content, g.content) >= 4 * min(size(told.content), size(g.content)) for g in gold
            )
            count.update({"indirect of": 1, "indirect right": close, "indirect held": close or held})
    return count


def _is_long(text: str, piece: Range) -> bool:
    return len(text[slice(*piece)].split()) >= 3


def _iou(a: Told, b: Told) -> float:
    both = covered(a.content, b.content)
    return both / (size(a.content) + size(b.content) - both)


def _found(count: Counter[str], text: str, told: Told, ours: Sequence[Told], pieces: Sequence[Range]) -> None:
    """Count what is found of an attribution of the gold."""
    marked = covered(told.content, pieces) and any(_MARKS.search(text[s - 2 : e + 2]) for s, e in told.content)
    if not marked:
        best = max(ours, key=lambda one: _iou(one, told), default=None)
        if told.cued:
            close = best is not None and _iou(best, told) >= 0.5
            count.update({"indirect in": 1, "indirect found": close})
            if best and close and told.source:
                count.update({"speakers of": 1, "speakers right": covered(best.source, told.source) > 0})
        return
    if not told.source:
        return
    beside = [one for one in ours if any(covered([p], told.content) * 2 >= size([p]) for p in one.pieces)]
    right = any(covered(one.source, told.source) for one in beside)
    whole = covered(told.content, [(s - 1, e + 1) for s, e in pieces]) > 0.95 * size(told.content)
    for kind in ("quotations", "direct")[: 1 + whole]:
        count.update({f"{kind} in": 1, f"{kind} found": right})
    if whole:
        inside = any(covered([p], told.content) * 2 >= size([p]) for p in pieces if _is_long(text, p))
        count.update({"spans in": 1, "spans found": inside})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--from", dest="first", type=float, default=0.0)
    parser.add_argument("--to", dest="last", type=float, default=1.0)
    asked = parser.parse_args()
    names = sorted(
        (f.stem for f in (asked.folder / "text").glob("*.txt")), key=lambda n: hashlib.md5(n.encode()).hexdigest()
    )
    names = names[int(asked.first * len(names)) : int(asked.last * len(names))]
    with ProcessPoolExecutor() as several:
        count = sum(several.map(partial(scored, asked.folder), names, chunksize=8), Counter[str]())
    print(f"{len(names)} articles, {count['left_out']} of them left out")
    for kind in ("quotations", "direct", "spans", "indirect"):
        right, found = count[f"{kind} right"] / count[f"{kind} of"], count[f"{kind} found"] / count[f"{kind} in"]
        print(f"{kind:11} P {right:.3f} R {found:.3f} F1 {2 * right * found / (right + found):.3f}", end="  ")
        print(f"({count[f'{kind} of']} delivered, {count[f'{kind} in']} in the gold)")
    print(f"indirect held {count['indirect held'] / count['indirect of']:.3f}", end="  ")
    print(f"with their speaker {count['speakers right'] / count['speakers of']:.3f}")


if __name__ == "__main__":
    main()
