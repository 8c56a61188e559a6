"""Values of dates by rule, beside the annotators of TimeBank and AQUAINT: `python benchmarks/timebank.py DIR`.

DIR holds `*.tml` files in folders (the TBAQ-cleaned set of TempEval-3; its texts are only measured with). Recall counts the TIMEX3 of type DATE (references to past, present and future among them) with
exactly our value, part of the day aside; precision counts our values that overlap a DATE.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

from nutgraf import Article, read

Range = tuple[int, int]


class Date(NamedTuple):
    """A TIMEX3 of type DATE."""

    at: Range
    value: str


def loaded(file: Path) -> tuple[str, str, list[Date]]:
    """The day of publication, the text, and its dates."""
    root = ET.parse(file).getroot()
    text, dates = "", list[Date]()

    def walk(node: ET.Element) -> None:
        nonlocal text
        start = len(text)
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if node.get("type") == "DATE":
            dates.append(Date((start, len(text)), node.get("value", "")))

    (body,) = root.iter("TEXT")
    walk(body)
    return next(node.get("value", "") for node in root.iter("TIMEX3"))[:10], text, dates


def scored(file: Path) -> tuple[int, int, int, int]:
    """How many dates have our value, how many there are; of ours how many are right, how many overlap a date."""
    day, text, dates = loaded(file)
    reading = read(Article.from_text(text, published=day, language="en"))
    theirs = [n for n, char in enumerate(text) if not char.isspace()]
    mine = [n for n, char in enumerate(reading.article.text) if not char.isspace()]
    if len(theirs) != len(mine):
        return 0, 0, 0, 0
    to = dict(zip(theirs, mine, strict=True))
    times = [(time.span.start, time.span.end, time.value) for time in reading.times if time.value]
    found, matched = 0, dict[int, bool]()
    for date in dates:
        at = [to[n] for n in range(*date.at) if n in to]
        own = [n for n, (start, end, _) in enumerate(times) if at and start <= at[-1] and at[0] < end]
        right = [times[n][2].split("T")[0] == date.value.split("T")[0] for n in own]
        found += any(right)
        for n, same in zip(own, right, strict=True):
            matched[n] = matched.get(n, False) or same
    return found, len(dates), sum(matched.values()), len(matched)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    files = sorted(parser.parse_args().folder.rglob("*.tml"))
    found, of, right, ours = map(sum, zip(*map(scored, files), strict=True))
    print(
        f"{len(files)} articles: {found} of {of} dates have their value ({found / of:.3f}); {right} of our {ours} are right ({right / ours:.3f})"
    )


if __name__ == "__main__":
    main()
