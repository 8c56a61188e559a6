"""Sentences that their writers had not seen the code for, read by rule: `python benchmarks/sentences.py [--fails] [--set 7]`.

`sentences/*.jsonl` holds eight sets, of quotations, of indirect speech with dates, numbers, names and statuses, and of German.
Writers who knew a list of constructions and not the code wrote each set with the right values. A sentence counts where all that
it asks for is found and nothing else: the same words said, by the same speaker, of the same kind, at the same cue.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from nutgraf import Article, read
from nutgraf.reading import Reading
from nutgraf.reading.verbs.tense import status_of
from nutgraf.results.happened import Quantity, TimeRef
from nutgraf.results.said import Quote, Speaker

Row = dict[str, Any]
Wanted = TypeVar("Wanted")
Given = TypeVar("Given")

_DATA = Path(__file__).parent / "sentences"
_EDGE = " \t\n\r.,;:!?…\"'“”‘’„‚«»‹›—–-()"
_ARTICLE = re.compile(r"(?i)^(?:the|an?|der|die|das|eine?r?|dem|den|des)\s+")
_HANGS_ON = re.compile(r"$|,| (?:in|of|at|from|for|on|who|that|with|by|von|der|des|im|aus)\b")


def faults(row: Row) -> list[str]:
    """What is missing of a sentence's right values, and what is found beside them."""
    article = Article.from_text(row["text"], published=row["published"], language=row["lang"])
    reading = read(article)
    return [fault for key, wanted in row["expect"].items() for fault in _ASKED[key](wanted, reading, row)]


def _unmatched(
    wanted: Sequence[Wanted], given: Sequence[Given], same: Callable[[Wanted, Given], bool]
) -> Iterator[str]:
    left = list(given)
    for one in wanted:
        met = next((found for found in left if same(one, found)), None)
        if met is None:
            yield f"missing: {one}"
        else:
            left.remove(met)
    yield from (f"too many: {_shown(found)}" for found in left)


def _shown(found: object) -> str:
    if isinstance(found, Quote):
        who = _who(found.speaker)
        return f"{found.kind} [{_said(found)}] {who} ({found.cue.text if found.cue else '-'}) {found.stance}"
    if isinstance(found, TimeRef | Quantity):
        return f"{found.span.text if found.span else None} = {found.value}"
    return str(found)


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(_EDGE)


def _said(quote: Quote) -> str:
    return _bare(" … ".join(_bare(span.text) for span in quote.content))


def _who(speaker: Speaker | None) -> str | None:
    if speaker is None:
        return None
    return speaker.name or (speaker.mention.text if speaker.mention else None)


def _same_speaker(wanted: str | None, speaker: Speaker | None) -> bool:
    given = _who(speaker)
    if wanted is None or given is None:
        return wanted is None and speaker is None
    words = wanted.split()
    if words[0][:1].isupper() and words[-1][:1].isupper():
        return given == wanted
    named, found = (_ARTICLE.sub("", " ".join(text.split()).lower()) for text in (wanted, given))
    return found.startswith(named) and _HANGS_ON.match(found[len(named) :]) is not None


def _same_quote(wanted: Row, quote: Quote) -> bool:
    if _said(quote) != _bare(" … ".join(_bare(part) for part in wanted["content"].split(" … "))):
        return False
    if "speaker" in wanted and not _same_speaker(wanted["speaker"], quote.speaker):
        return False
    cue, asked = (
        set((quote.cue.text if quote.cue else "").lower().split()),
        set((wanted.get("cue") or "").lower().split()),
    )
    if asked and not (cue and (asked <= cue or cue <= asked)):  # "teilte … mit" stands apart
        return False
    return wanted.get("kind") in {None, quote.kind} and wanted.get("stance") in {None, quote.stance}


def _quotes(wanted: list[Row], reading: Reading, _: Row) -> Iterator[str]:
    return _unmatched(wanted, reading.quotes, _same_quote)


def _no_quotes(wanted: bool, reading: Reading, _: Row) -> Iterator[str]:
    return _unmatched([], reading.quotes if wanted else (), _same_quote)


def _times(wanted: list[list[str | None]], reading: Reading, _: Row) -> Iterator[str]:
    def same(one: list[str | None], time: TimeRef) -> bool:
        words, value = one
        return time.span is not None and _overlap(words or "", time.span.text) and time.value == value

    valued = [one for one in wanted if one[1] is not None]
    return _unmatched(valued, [time for time in reading.times if time.span and time.value], same)


def _quantities(wanted: list[list[Any]], reading: Reading, _: Row) -> Iterator[str]:
    def same(one: list[Any], quantity: Quantity) -> bool:
        words, value, unit = one
        near = quantity.value is not None and abs(quantity.value - value) <= 1e-4 * max(1.0, abs(value))
        return near and _overlap(words, quantity.span.text) and unit in {None, quantity.unit}

    return _unmatched(wanted, reading.quantities, same)


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _names(wanted: list[str], reading: Reading, _: Row) -> Iterator[str]:
    return _unmatched(wanted, sorted({name.full for name in reading.names}), str.__eq__)


def _status(wanted: list[list[str]], _: Reading, row: Row) -> Iterator[str]:
    for clause, status in wanted:
        if (given := status_of(clause, language=row["lang"])) != status:
            yield f"status {given} of {clause!r}, not {status}"


def _sentences(wanted: int, reading: Reading, _: Row) -> Iterator[str]:
    if len(reading.sentences) != wanted:
        yield f"{len(reading.sentences)} sentences, not {wanted}"


_ASKED: dict[str, Callable[[Any, Reading, Row], Iterator[str]]] = {
    "quotes": _quotes,
    "no_quotes": _no_quotes,
    "times": _times,
    "quantities": _quantities,
    "names": _names,
    "status": _status,
    "sentences": _sentences,
}


def main() -> None:
    """Print how many sentences of each set are read right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fails", action="store_true", help="show what is wrong")
    parser.add_argument("--set", type=int, choices=range(1, 9), help="one of the eight sets")
    options = parser.parse_args()
    for path in sorted(_DATA.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        asked, right = Counter[int](), Counter[int]()
        for row in rows:
            if options.set in {None, row["set"]}:
                wrong = faults(row)
                asked[row["set"]] += 1
                right[row["set"]] += not wrong
                if wrong and options.fails:
                    print(row["text"], *wrong, sep="\n    ")
        print(f"{path.stem:10}", *(f"{right[number]}/{asked[number]}" for number in sorted(asked)), sep="  ")


if __name__ == "__main__":
    main()
