"""How right each system is, side by side: `python benchmarks/quality.py [--gold DIR] [--systems read,nutgraf,…] [--json]`.

Systems: `read` (nutgraf's rules alone), `nutgraf` (with --model), and its peers `instructor` and `langextract` with the same
model, if installed. Gold: examples/, and in DIR gum_news.jsonl (GUM's Wikinews) and meantime/**/*.xml (MEANTIME, sentences
0 to 5). Each cell: precision, recall, F1, right/delivered, found/gold; "-" what a system does not deliver.

verbatim     of all quotes, direct and indirect, those whose words stand in the article letter by letter
segments     pairs of marks, titles and scare quotes included, that have exactly the gold's boundaries
quotes       delivered quotations with exactly the gold's boundaries. What GUM does not tag is listed and counts as no error
quotes ≈     the same where intersection over union is half or more
speaker      GUM: of attributions that hold quotation marks and stand inside none, the speaker's mention or last name is in the
             gold's source clause; a bare name is not judged where that clause has only a pronoun. examples: the resolved
             name of each quoted piece
indirect     indirect quotes: intersection over union of half or more with the gold's content (recall: where the gold has a cue
             of speech; precision: with any gold attribution)
indirect ⊇   the same where four fifths of the gold's content are held: GUM marks only the first clause of what was said
asserted ⊇   the same without requests, questions and refusals to comment, most of which GUM does not mark as attributions
weekdays     bare weekdays with the right day
dates        all calendar values, weekdays included, exactly; GUM's byline, durations and vague times are left out
quantities   numbers by overlap
future       an event that lies ahead: delivered as planned or hypothetical, on that sentence
negated      the same, as hypothetical or cancelled (recall only)
settled, open, event dates, time words, numbers: see benchmarks/examples.py
ungrounded   what the independent checker (tests/grounded.py) objects to in everything delivered
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gold import Gold, load
from measures import Rates, judge
from systems import SYSTEMS, NotHere, Settings, empty

Table = dict[tuple[str, str], dict[str, Any]]
Remarks = dict[str, list[tuple[str, str]]]


def run(system: str, settings: Settings, golds: Sequence[Gold], table: Table) -> list[tuple[str, str]]:
    """Judge a system on these articles; its figures go into the table. Returns remarks, failures among them.

    Raises:
        NotHere: the system is not installed.
    """
    reads, remarks = SYSTEMS[system](settings), []
    for gold in golds:
        began = time.perf_counter()
        try:
            output = reads(gold.article)
        except NotHere:
            raise
        except Exception as error:  # noqa: BLE001 - a peer may raise anything; it then delivered nothing
            remarks.append(("failed", f"{gold.name}: {type(error).__name__}: {str(error)[:200]}"))
            output = empty(gold.article)
        took, result = time.perf_counter() - began, judge(output, gold)
        objections = sum(kind == "ungrounded" for kind, _ in result.remarks)
        for measure, figure in {**result.figures, "ungrounded": objections, "articles": 1, "seconds": took}.items():
            row = table.setdefault((gold.corpus, measure), {})
            row[system] = row[system] + figure if system in row else figure
        remarks += result.remarks
    return remarks


def report(systems: Sequence[str], settings: Settings, golds: Sequence[Gold], table: Table) -> Remarks:
    """Judge every system; one that can't run here is named among the remarks."""
    remarks = {"gold": [("left out", slip) for gold in golds for slip in gold.slips]}
    for system in systems:
        try:
            remarks[system] = run(system, settings, golds, table)
        except NotHere as error:
            remarks[system] = [("not run", str(error))]
    return remarks


def lines(table: Table, systems: Sequence[str]) -> list[str]:
    """The table as text: a row for each measure, a column for each system."""
    width = len(str(Rates()))
    out = [f"{'':26}" + "".join(f"  {system:{width}}" for system in systems)]
    out.append(
        f"{'':26}" + f"  {'P':>5} {'R':>5} {'F1':>5} {'right/del':>9} {'found/gold':>9}"[: width + 2] * len(systems)
    )
    for (corpus, measure), row in table.items():
        cells = (f"{one:.2f}" if isinstance(one := row.get(system, "-"), float) else str(one) for system in systems)
        out.append(f"{corpus:9}{measure:17}" + "".join(f"  {cell:{width}}" for cell in cells))
    return [line.rstrip() for line in out]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="folder with gum_news.jsonl and meantime/**/*.xml")
    parser.add_argument("--systems", default="read", help=f"of {', '.join(SYSTEMS)}; separated by commas")
    parser.add_argument("--model", default="local")
    parser.add_argument("--base-url", default=None)
    parser.add_argument("--limit", type=int, help="articles of each collection")
    parser.add_argument("--only", default="", help="articles whose name holds one of these words, separated by commas")
    parser.add_argument("--peer-python", default=sys.executable, help="interpreter that has the peers (default: this)")
    parser.add_argument("--keep", type=Path, help="folder for the peers' answers: scoring again then costs nothing")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    systems = args.systems.split(",")
    if unknown := set(systems) - set(SYSTEMS):
        parser.error(f"no such system: {', '.join(sorted(unknown))}")
    golds = [gold for gold in load(args.gold, args.limit) if any(word in gold.name for word in args.only.split(","))]
    settings = Settings(args.model, args.base_url, peer_python=args.peer_python, keep=args.keep)
    table: Table = {}
    remarks = report(systems, settings, golds, table)
    if args.json:
        plain = {f"{corpus}: {measure}": row for (corpus, measure), row in table.items()}
        print(json.dumps({"figures": plain, "remarks": remarks}, indent=1, ensure_ascii=False, default=asdict))
        return
    print("\n".join(lines(table, systems)))
    for system, found in remarks.items():
        print("", *(f"{system} {kind}: {line}" for kind, line in sorted(found)), sep="\n")


if __name__ == "__main__":
    main()
