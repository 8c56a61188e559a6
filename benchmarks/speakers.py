"""Who speaks, by rule alone, beside who speaks by answers that readers gave by hand: `python benchmarks/speakers.py [--only NAME …] [--fails]`.

The articles of `tests/answers` and `examples`, all made up. Every quotation in marks that an answer has is held against what `nutgraf.read` makes of
it: right is the same name (or none in both), less "the" and forms of address. Where an answer describes somebody without a name, rules name nobody,
which counts as missing; so these figures are low, and for comparing two editions, not for comparing with another collection.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from delivered import Case, cases
from nutgraf.article import Article
from nutgraf.reading import Reading, read

_LEFT_OUT = frozenset("the der die das dr prof sir dame lady mr mrs ms herr frau kc qc mp obe cbe mbe".split())


def _folded(name: str | None) -> str | None:
    words = (name or "").replace("’", "'").lower().split()
    return " ".join(word for word in words if word.rstrip(".") not in _LEFT_OUT) or None


def answered(case: Case, reading: Reading) -> Iterator[tuple[str, str | None]]:
    """Each quotation in marks, by its tag, with the name of who speaks as it is delivered of the answer."""
    for line in case.delivered.read_text("utf-8").splitlines():
        item: dict[str, Any] = json.loads(line)
        for content in item.get("content", ()):
            words, _, at = content.rpartition(" @")
            start, end = int(at), int(at) + len(words)
            for segment in reading.segments:
                if segment.start < end and start < segment.end:
                    yield segment.id, (item.get("speaker") or {}).get("name")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", default=[], help="names of articles")
    parser.add_argument("--fails", action="store_true", help="show what is wrong")
    options = parser.parse_args()
    tally: dict[str, Counter[str]] = {}
    for name, case in cases().items():
        if options.only and name not in options.only:
            continue
        article = Article.from_file(case.article)
        reading = read(article)
        found = {tag: reading.speaker_of(told) for told in reading.attributions for tag in told.segments}
        count = tally.setdefault(reading.language or "en", Counter())
        for tag, wanted in dict(answered(case, reading)).items():
            mine = found[tag].name if found.get(tag) else None  # type: ignore[union-attr]
            alike = _folded(mine) == _folded(wanted)
            kind = (
                ("right" if wanted else "nobody")
                if alike
                else "missing"
                if not mine
                else "other"
                if wanted
                else "extra"
            )
            count[kind] += 1
            if options.fails and not alike:
                print(f"{name} {tag}: {mine!r}, not {wanted!r}: {article.text[slice(*_place(reading, tag))]!r}")
    for language, count in sorted(tally.items()):
        given = count["right"] + count["other"] + count["missing"]
        told = count["right"] + count["other"] + count["extra"]
        p, r = count["right"] / max(told, 1), count["right"] / max(given, 1)
        f = 2 * p * r / max(p + r, 1e-9)
        print(f"{language}: {given} with a name, P {p:.3f} R {r:.3f} F1 {f:.3f}  {dict(count)}")


def _place(reading: Reading, tag: str) -> tuple[int, int]:
    segment = reading.by_segment[tag]
    return segment.outer_start, segment.outer_end


if __name__ == "__main__":
    main()
