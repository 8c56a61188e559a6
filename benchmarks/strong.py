"""What strong answers lose to the checks, and what lies get past them: `python benchmarks/strong.py [--show] [--only NAME] [--json]`.

Twelve articles (six of `examples/articles`, six of `examples/strong/articles`). Answers, given by hand in one pass by readers who knew the prompt
alone, are played to the real `Summarizer` on a loopback endpoint, and come back as briefs. A model that is asked again stands by its answer.

right items   what was answered and is right (what is wrong in an answer, others have said, who saw the article and the answer alone)
unchanged     delivered in the answered words, with every field that was answered
harmed        not so; `--show` names each
needless      right items that were asked for again
lies          items that the article does not bear out, in their place among right quotes: delivered *unmarked* (as told, support not open, no Problem
              about it; a source that was left off and that code has found is a mark for the families that leave it off), *marked* (as told, but open, with
              a Problem or that source), *refused* (corrected, replaced or dropped)

Both by rules alone and with a judge, whose verdicts are stored: answered by hand from the judge's own requests, right statements and lies mixed.
The same statements then go through `nutgraf.check`, as texts that somebody wrote about the articles.

--write-judge DIR  leaves the judge's requests for whoever answers: DIR/in/NNN.json, each answered in DIR/out/NNN.json
--read-judge DIR   takes the answers over into examples/strong/verdicts.json
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from examples import Json
from strong_check import checked
from strong_compare import changes
from strong_judge import read_verdicts, write_requests
from strong_lies import MARKS, outcome
from strong_play import Played, judge_of, play, with_lies
from strong_set import Case, Lie, cases, lies, verdicts

Tally = dict[str, Counter[str]]
BARS = {
    "harmed, rules": 1.0,
    "harmed, judge": 4.0,
    "lies unmarked, rules": 50.0,
    "lies unmarked, judge": 3.0,
    "altered quotations unmarked, rules": 0.0,
    "altered quotations unmarked, judge": 0.0,
}
"""Percent that a figure may come to."""


@dataclass
class Kept:
    """What became of the answers, all articles together."""

    items: int = 0
    wrong: int = 0
    right: int = 0
    harmed: int = 0
    needless: int = 0
    asked_again: int = 0
    requests: int = 0
    tokens: int = 0
    unjudged: int = 0
    open: int = 0
    told: list[str] = field(default_factory=list[str])
    """Every harm, in words."""

    def add(self, case: Case, played: Played) -> None:
        self.requests += played.requests
        self.tokens += played.tokens
        self.asked_again += len(played.again)
        self.unjudged += len(played.unjudged)
        written = (*played.brief["events"], *played.brief["summary"])
        self.open += sum(one["support"] == "open" for one in written)
        answer = case.answer or {}
        for place, step, item in case.items():
            self.items += 1
            if case.is_wrong(place):
                self.wrong += 1
                continue
            self.right += 1
            again = (step, item) in played.again
            self.needless += again
            found = [
                (name, difference)
                for name, difference in changes(step, item, played.brief, case.reading, answer[step])
                if (place, name) not in case.wrong
            ]
            self.harmed += bool(found)
            self.told += [f"{case.name} {place} {name}: {difference}" for name, difference in found]
            if again:
                self.told.append(f"{case.name} {place} asked again: {item.get('title') or item.get('text') or item}")


def kept(chosen: Sequence[Case], *, judged: bool) -> Kept:
    """Play every answer."""
    found, stored = Kept(), verdicts()
    for case in chosen:
        if case.answer is not None:
            found.add(case, play(case, case.answer, judge_of(stored, case.name) if judged else None))
    return found


def lied(chosen: Sequence[Case], told: Sequence[Lie], *, judged: bool) -> tuple[Tally, list[str], int]:
    """Families and what became of their lies; every lie that came through unmarked; statements without a verdict."""
    tally: Tally = defaultdict(Counter)
    through: list[str] = []
    stored, unjudged = verdicts(), 0
    for case in chosen:
        mine = [lie for lie in told if lie.article == case.name]
        played = play(case, with_lies(case, mine), judge_of(stored, case.name) if judged else None)
        unjudged += len(played.unjudged)
        for lie in mine:
            came = outcome(lie, played.brief, case.reading)
            tally[lie.family][came] += 1
            if came == "unmarked":
                words = lie.words or f"{lie.item['speaker']['name']} {lie.item['stance']}: {lie.item['content']}"
                through.append(f"{lie.id} {lie.family}: {words}  [{lie.false}]")
    return tally, through, unjudged


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def table(tallies: dict[str, Tally], families: Sequence[str]) -> Iterator[str]:
    """A row a family, three columns for each way of looking."""
    yield f"{'family':22}{'lies':>5}" + "".join(f"{name + ': ' + mark:>18}" for name in tallies for mark in MARKS)
    for family in (*families, "all"):
        cells, count = [], 0
        for tally in tallies.values():
            counts = sum(tally.values(), Counter()) if family == "all" else tally[family]
            count = max(count, sum(counts.values()))
            cells += [str(counts[mark]) for mark in MARKS]
        yield f"{family:22}{count:5}" + "".join(f"{cell:>18}" for cell in cells)


def measured(chosen: Sequence[Case], told: Sequence[Lie], *, show: bool) -> Json:
    """Play everything, print it, and give the figures."""
    ways = {"rules": False, **({"judge": True} if verdicts() else {})}
    figures: Json = {}
    keeping = {name: kept(chosen, judged=judged) for name, judged in ways.items()}
    heads = "items wrong right unchanged harmed needless requests tokens open unjudged".split()
    print(f"{'right answers':14}" + "".join(f"{head:>10}" for head in heads))
    for name, one in keeping.items():
        row = (one.items, one.wrong, one.right, one.right - one.harmed, one.harmed, one.needless, one.requests)
        print(f"{name:14}" + "".join(f"{cell:10}" for cell in (*row, one.tokens, one.open, one.unjudged)))
        figures[f"harmed, {name}"] = 100 * one.harmed / max(one.right, 1)
    lying = {name: lied(chosen, told, judged=judged) for name, judged in ways.items()}
    families = tuple(dict.fromkeys(lie.family for lie in told))
    print()
    print(*table({name: tally for name, (tally, _, _) in lying.items()}, families), sep="\n")
    print("lies without a verdict:", {name: unjudged for name, (_, _, unjudged) in lying.items() if name != "rules"})
    for name, (tally, _, _) in lying.items():
        figures[f"lies unmarked, {name}"] = 100 * sum(one["unmarked"] for one in tally.values()) / max(len(told), 1)
        altered = tally["quotation_altered"]
        figures[f"altered quotations unmarked, {name}"] = 100 * altered["unmarked"] / max(altered.total(), 1)
    print()
    doors = {name: checked(chosen, told, judged=judged) for name, judged in ways.items()}
    for name, door in doors.items():
        print(f"nutgraf.check, {name}: {door.row()}")
    print(*table({name: door.families for name, door in doors.items()}, families), sep="\n")
    print()
    for name, value in figures.items():
        print(f"{name:40}{value:6.1f} %   bar {BARS[name]:.0f} %{'' if value <= BARS[name] else '   MISSED'}")
    if show:
        for name in ways:
            print(f"\nharmed or asked again, {name}:", *keeping[name].told, sep="\n  ")
            print(f"\nlies unmarked, {name}:", *lying[name][1], sep="\n  ")
            print(f"\nnutgraf.check, {name}, truths refused:", *doors[name].refused, sep="\n  ")
            print(f"\nnutgraf.check, {name}, lies unmarked:", *doors[name].through, sep="\n  ")
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="articles whose name holds this")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--write-judge", type=Path)
    parser.add_argument("--read-judge", type=Path)
    options = parser.parse_args()
    chosen = [case for case in cases() if (options.only or "") in case.name]
    told = [lie for lie in lies() if any(lie.article == case.name for case in chosen)]
    if options.write_judge:
        print(write_requests(chosen, told, options.write_judge))
    elif options.read_judge:
        print(read_verdicts(options.read_judge))
    else:
        if waiting := [case.name for case in chosen if case.answer is None]:
            print("nobody has answered yet about:", *waiting)
        figures = measured(chosen, told, show=options.show)
        if options.json:
            options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
