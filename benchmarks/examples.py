"""How well a model does on our own articles: `python benchmarks/examples.py [--model local] [--read] [--json]`.

Scores what `nutgraf.Summarizer` (or, with --read, the rules alone) delivers for examples/articles against examples/gold:

segments   quoted segments delivered as direct or mixed quotes with exactly the gold's offsets / gold
speakers   of these, the speaker is the gold's (fullest name; unnamed where the gold has no name) / gold
indirect   indirect quotes whose words overlap the gold's by half or more (intersection over union) / gold
settled    events that occurred or go on, with evidence in common and the right status / gold
open       the same for planned, hypothetical and cancelled events
precise    delivered events that share evidence and status with any gold event / delivered
dates      found events with the gold's date / found events that have one in the gold
ungrounded what the independent checker (tests/grounded.py) finds in the brief

A delivered event accounts for one gold event only. Minor gold events count for precision alone.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from grounded import ungrounded  # noqa: E402
from nutgraf.evaluation.ranges import HALF, Range, paired  # noqa: E402
from nutgraf.evaluation.ranges import same_speaker as same_name  # noqa: E402
from nutgraf.results import Ratio  # noqa: E402

Json = dict[str, Any]
SETTLED = {"occurred", "ongoing"}
NONE = Ratio()


@dataclass(frozen=True)
class Score:
    """The scores of one article, or their sum."""

    segments: Ratio = NONE
    precise_segments: Ratio = NONE
    speakers: Ratio = NONE
    indirect: Ratio = NONE
    indirect_speakers: Ratio = NONE
    settled: Ratio = NONE
    open: Ratio = NONE
    any_status: Ratio = NONE
    precise: Ratio = NONE
    dates: Ratio = NONE
    time_words: Ratio = NONE
    numbers: Ratio = NONE
    ungrounded: int = 0
    requests: int = 0
    tokens: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})


def score(brief: Json, gold: Json) -> Score:
    """Score a brief, as `model_dump(mode="json")` gives it, against a gold file."""
    usage = brief["usage"]
    return Score(
        **_quotes(brief["quotes"], gold["quotes"], brief["article"]["text"]),
        **_events(brief["events"], gold["events"], brief["article"]["text"]),
        ungrounded=len(ungrounded(brief)),
        requests=usage["requests"] + usage["cached_requests"],
        tokens=usage["prompt_tokens"] + usage["completion_tokens"] + usage["saved_tokens"],
        seconds=usage["seconds"],
    )


def score_reading(quotes: list[Json], times: list[Json], quantities: list[Json], gold: Json, text: str) -> Score:
    """Score what the rules find without a model: quotes, expressions of time and numbers."""
    dates = [(found_at(text, date["text"], date.get("in")), date["value"]) for date in gold["dates"]]
    right = sum(
        any(t["span"] and _shared(t["span"], at) and _same_date(t, value) for t in times) for at, value in dates
    )
    counted = sum(
        any(
            one["value"] == number["value"] and _shared(one["span"], at)
            for one in quantities
            for at in _all(text, number["text"])
        )
        for number in gold["quantities"]
    )
    return Score(
        **_quotes(quotes, gold["quotes"], text),
        time_words=Ratio(right, len(dates)),
        numbers=Ratio(counted, len(gold["quantities"])),
    )


def _quotes(quotes: list[Json], gold: list[Json], text: str) -> dict[str, Ratio]:
    marked = {range_of(span): quote for quote in quotes if quote["kind"] != "indirect" for span in quote["content"]}
    wanted = {
        found_at(text, piece): quote for quote in gold if quote["kind"] != "indirect" for piece in quote["content"]
    }
    found = [at for at in wanted if at in marked]
    told = [quote for quote in quotes if quote["kind"] == "indirect"]
    reports = [quote for quote in gold if quote["kind"] == "indirect"]
    met = [(report, _likest(report, told, text)) for report in reports]
    return {
        "segments": Ratio(len(found), len(wanted)),
        "precise_segments": Ratio(len(found), len(marked)),
        "speakers": Ratio(sum(same_speaker(marked[at]["speaker"], wanted[at]) for at in found), len(wanted)),
        "indirect": Ratio(sum(quote is not None for _, quote in met), len(reports)),
        "indirect_speakers": Ratio(
            sum(same_speaker(quote["speaker"], report) for report, quote in met if quote), len(reports)
        ),
    }


def _likest(report: Json, told: list[Json], text: str) -> Json | None:
    """The quote that shares most with a report; of those that share as much - a statement and its denial - the one with its speaker."""
    wanted = {at for piece in report["content"] for at in range(*found_at(text, piece))}
    best, most = None, (HALF, False)
    for quote in told:
        have = {at for span in quote["content"] for at in range(span["start"], span["end"])}
        likeness = len(wanted & have) / len(wanted | have), same_speaker(quote["speaker"], report)
        if likeness >= most:
            best, most = quote, likeness
    return best


def same_speaker(speaker: Json | None, gold: Json) -> bool:
    """True when the delivered speaker is the gold's: its full name, or no name (or the mention) where it has none."""
    if not speaker:
        return gold["speaker"] is None and not gold["mention"]
    return same_name(speaker["name"], gold["speaker"], gold["mention"])


def _events(events: list[Json], gold: list[Json], text: str) -> dict[str, Ratio]:
    agree = [[_agrees(event, one, text) for event in events] for one in gold]
    near = [[_touches(event, one, text) for event in events] for one in gold]
    pairs = matched(gold, events, agree)
    major = [g for g, one in enumerate(gold) if not one.get("minor")]
    dated = [(g, e) for g, e in pairs.items() if gold[g]["date"]]
    return {
        "settled": _found([g for g in major if gold[g]["status"] in SETTLED], pairs),
        "open": _found([g for g in major if gold[g]["status"] not in SETTLED], pairs),
        "any_status": _found(major, matched(gold, events, near)),
        "precise": Ratio(sum(any(row[e] for row in agree) for e in range(len(events))), len(events)),
        "dates": Ratio(sum(_same_date(events[e]["time"], gold[g]["date"]) for g, e in dated), len(dated)),
    }


def _found(wanted: list[int], pairs: dict[int, int]) -> Ratio:
    return Ratio(sum(g in pairs for g in wanted), len(wanted))


def matched(gold: list[Json], events: list[Json], fits: list[list[bool]]) -> dict[int, int]:
    """Pair gold events with delivered ones, each once, as many as possible: major ones first, same dates preferred."""
    same = [[_same_date(event["time"], one["date"]) for event in events] for one in gold]
    dated = [[a and b for a, b in zip(*rows, strict=True)] for rows in zip(fits, same, strict=True)]
    major = [g for g, one in enumerate(gold) if not one.get("minor")]
    return paired(((dated, major), (fits, major), (fits, range(len(gold)))))


def _touches(event: Json, one: Json, text: str) -> bool:
    return any(_shared(span, found_at(text, sentence)) for span in event["evidence"] for sentence in one["evidence"])


def _agrees(event: Json, one: Json, text: str) -> bool:
    right = {one["status"], *one.get("status_also", ())} | ({"occurred", "hypothetical"} if one["denied"] else set())
    return event["status"] in right and _touches(event, one, text)


def _same_date(time_ref: Json | None, value: str | None) -> bool:
    if not time_ref or not value:
        return False
    return value in (time_ref.get("value"), time_ref.get("start"))


def found_at(text: str, words: str, inside: str | None = None) -> Range:
    """Where words stand in a text, or in the words that hold them."""
    start = text.index(inside or words) + (inside.index(words) if inside else 0)
    return start, start + len(words)


def _all(text: str, words: str) -> Iterator[Range]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def range_of(span: Json) -> Range:
    """The offsets of a span."""
    return span["start"], span["end"]


def _shared(span: Json, at: Range) -> bool:
    return span["start"] < at[1] and at[0] < span["end"]


def table(scores: dict[str, Score], names: tuple[str, ...]) -> str:
    """The scores as lines of text, their sum last."""
    rows = {**scores, "total": sum(scores.values(), Score())}
    cells = [("article", *names)]
    for article, one in rows.items():
        values = (getattr(one, name) for name in names)
        cells.append((article, *(f"{v:.2f}" if isinstance(v, float) else str(v) for v in values)))
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)


def run(model: str, *, rules_only: bool, fresh: bool, only: str) -> tuple[dict[str, Score], list[str]]:
    """Score every example article whose name contains `only`; also returns what went wrong or is ungrounded."""
    import nutgraf

    scores, remarks = {}, []
    desk = None if rules_only else nutgraf.Summarizer(model=model, cache=None if fresh else "default")
    for path in sorted((ROOT / "examples" / "articles").iterdir()):
        if only not in path.stem:
            continue
        gold = json.loads((ROOT / "examples" / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        article, began = nutgraf.Article.from_file(path), time.perf_counter()
        if desk is None:
            reading = nutgraf.read(article)
            dumped = [
                [one.model_dump(mode="json") for one in found]
                for found in (reading.quotes, reading.times, reading.quantities)
            ]
            took = time.perf_counter() - began
            scores[path.stem] = score_reading(*dumped, gold, article.text) + Score(seconds=took)
            continue
        try:
            brief = desk.summarize(article).model_dump(mode="json")
        except nutgraf.NutgrafError as error:
            remarks.append(f"{path.stem}: {type(error).__name__}: {error}")
            continue
        scores[path.stem] = score(brief, gold)
        remarks += [f"{path.stem}: {message}" for message in ungrounded(brief)]
        remarks += [f"{path.stem}: complete is false"] * (not brief["complete"])
    return scores, remarks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="local")
    parser.add_argument("--read", action="store_true", help="the rules alone, no model")
    parser.add_argument("--fresh", action="store_true", help="without the answer cache")
    parser.add_argument("--only", default="", help="articles whose name contains this")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    scores, remarks = run(args.model, rules_only=args.read, fresh=args.fresh, only=args.only)
    if args.json:
        total = sum(scores.values(), Score())
        print(
            json.dumps(
                {**{n: asdict(s) for n, s in scores.items()}, "total": asdict(total), "remarks": remarks}, indent=1
            )
        )
        return
    quoted = ("segments", "precise_segments", "speakers", "indirect", "indirect_speakers")
    asked = ("settled", "open", "any_status", "precise", "dates", "ungrounded", "requests", "tokens", "seconds")
    print(table(scores, (*quoted, "time_words", "numbers", "seconds") if args.read else (*quoted, *asked)))
    print("\n".join(remarks))


if __name__ == "__main__":
    main()
