"""Finding quotations in articles, beside langextract's aligner, gtrex and rapidfuzz, on the same cases in one run.

    python benchmarks/grounding.py [--rounds 5] [--seed 7] [--slow]

Three tables: the verdicts on the cases of tests/locate_cases.py; processor time and right places on generated prose;
how nutgraf's time grows. Systems that the interpreter running this doesn't have are named and left out.
--slow adds langextract on 200 absent and misspelt quotations, which takes minutes.

A place is right when it overlaps the true one by 0.9 (intersection over union). "typo": two letters wrong and a word
dropped; "absent": other prose; "stitched": half of one passage on half of another, of which there is no place.
langextract is given pieces of 1,000 characters, as its `extract` does it; rapidfuzz the whole text, cutoff 85.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from locate_cases import CASES, SOURCES
from nutgraf.checking.place.grounding import Index, locate

Place = tuple[int, int] | None
Spans = Sequence[tuple[int, int]]
Finder = Callable[[str, Sequence[str], Spans], list[Place]]
"""A text, quotations and where each was taken from in, a place for each out; only langextract is told where."""

CHUNK = 1_000
CUTOFF = 85
VARIANTS = ("exact", "quotes", "typo", "absent", "stitched")
SAID = frozenset({"exact", "typography", "case", "elided", "bracketed"})
_FOLD = str.maketrans("“”‘’–—\u00a0\n", "\"\"''-- " + " ")


# ---------------------------------------------------------------------------------------------------- systems


def nutgraf_places(text: str, quotes: Sequence[str], _: Spans = ()) -> list[Place]:
    index = Index(text)
    found = [locate(quote, index) for quote in quotes]
    return [(one.spans[0][0], one.spans[-1][1]) if one.spans else None for one in found]


def rapidfuzz_places(text: str, quotes: Sequence[str], _: Spans = ()) -> list[Place]:
    from rapidfuzz import fuzz

    levelled = text.translate(_FOLD)
    found = [fuzz.partial_ratio_alignment(q.translate(_FOLD), levelled, score_cutoff=CUTOFF) for q in quotes]
    return [(one.dest_start, one.dest_end) if one else None for one in found]


def gtrex_places(text: str, quotes: Sequence[str], _: Spans = ()) -> list[Place]:
    from gtrex import Policy, Repairer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        desk = Repairer(text, Policy(repair_mode="annotate"))
    places: list[Place] = []
    for quote in quotes:
        done = desk.repair(quote)
        sure = done.after if done.after is not None and done.after.grounded else done.before
        if sure.grounded and sure.start is not None:
            places.append((sure.start, sure.end))
        else:
            near = done.alignment if done.action in {"annotated", "substituted"} else None
            places.append((near.start, near.end) if near else None)
    return places


def langextract_places(text: str, quotes: Sequence[str], spans: Spans) -> list[Place]:
    """Each quotation in the piece that holds its middle, as a model that read the piece would give it."""
    homes = [(start + end) // 2 // CHUNK for start, end in spans]
    places: list[Place] = []
    for piece in range(-(-len(text) // CHUNK)):
        share = [quote for quote, home in zip(quotes, homes, strict=True) if home == piece]
        places += _aligned(text[piece * CHUNK : (piece + 1) * CHUNK], share, piece * CHUNK)
    return places


def _aligned(text: str, quotes: Sequence[str], offset: int) -> list[Place]:
    from langextract.core.data import Extraction
    from langextract.resolver import Resolver

    if not quotes:
        return []
    given = [Extraction(extraction_class="quote", extraction_text=quote) for quote in quotes]
    spans = [one.char_interval for one in Resolver().align(given, text, 0, offset)]
    return [(span.start_pos, span.end_pos) if span and span.start_pos is not None else None for span in spans]


PEERS: dict[str, Finder] = {"langextract": langextract_places, "gtrex": gtrex_places, "rapidfuzz": rapidfuzz_places}


def installed() -> tuple[dict[str, Finder], list[str]]:
    there: dict[str, Finder] = {"nutgraf": nutgraf_places}
    lines = []
    for name, finder in PEERS.items():
        try:
            lines.append(f"{name} {version(name)}")
            there[name] = finder
        except PackageNotFoundError:
            lines.append(f"{name} is not installed: left out")
    return there, lines


# -------------------------------------------------------------------------------------------- verdicts by hand


def accepts(name: str, text: str, quote: str) -> bool:
    """Whether a system says of itself that the text holds the quotation, at its defaults."""
    if name == "nutgraf":
        return locate(quote, text).ok
    if name == "gtrex":
        from gtrex import Policy, Verifier

        return bool(Verifier(text, Policy()).verify(quote).grounded)
    if name == "langextract":
        return _aligned(text, [quote], 0)[0] is not None
    return rapidfuzz_places(text, [quote])[0] is not None


def verdicts(names: Sequence[str]) -> None:
    said = sum(case.verdict in SAID for case in CASES)
    print(f"\n{len(CASES)} cases written by hand, {said} of them said by the article")
    print(f"{'system':12} {'accepted falsely':>17} {'refused falsely':>16}")
    for name in names:
        judged = [(case, accepts(name, SOURCES[case.source], case.quote)) for case in CASES]
        false = sum(ok and case.verdict not in SAID for case, ok in judged)
        missed = sum(not ok and case.verdict in SAID for case, ok in judged)
        print(f"{name:12} {false:>9} of {len(CASES) - said:<4} {missed:>8} of {said:<4}")


# --------------------------------------------------------------------------------------------- generated prose


def prose(size: int, seed: int) -> str:
    """Words of our articles in the order that their pairs have there, with a leap now and then."""
    chance = random.Random(seed)
    seen = [word for name in ("lake", "turbine", "hill", "shield", "fire") for word in SOURCES[name].split()]
    following: dict[str, list[str]] = {}
    for one, other in pairwise(seen):
        following.setdefault(one, []).append(other)
    out, length, word = [], 0, "The"
    while length < size:
        word = chance.choice(seen if chance.random() < 0.2 else following.get(word) or seen)
        out.append(word)
        length += len(word) + 1
    text = " ".join(out)[:size].replace('"', "“").replace("'", "’")
    return re.sub(r"([.!?]) ", lambda m: m[1] + ("\n\n" if chance.random() < 0.2 else " "), text)


def passages(text: str, count: int, seed: int, words: tuple[int, int] = (12, 25)) -> list[tuple[int, int]]:
    """Runs of words, in order, spread over the text."""
    chance = random.Random(seed)
    places = [found.span() for found in re.finditer(r"\w[\w’.,]*\w|\w", text)]
    spans = []
    for number in range(count):
        size = chance.randint(*words)
        first = min(int((number + chance.random()) * len(places) / count), len(places) - size)
        spans.append((places[max(0, first)][0], places[min(len(places), max(0, first) + size) - 1][1]))
    return spans


def quoted(variant: str, text: str, spans: Sequence[tuple[int, int]], seed: int) -> list[str]:
    chance = random.Random(seed)
    if variant == "absent":
        spans, text = passages(other := prose(len(text), seed + 1_000), len(spans), seed), other
    plain = [text[start:end] for start, end in spans]
    if variant == "quotes":
        return [quote.translate(_FOLD) for quote in plain]
    if variant == "typo":
        return [misspelt(quote, chance) for quote in plain]
    if variant == "stitched":
        turned = plain[len(plain) // 2 :] + plain[: len(plain) // 2]
        return [_half(one, 0) + " " + _half(other, 1) for one, other in zip(plain, turned, strict=True)]
    return plain


def misspelt(quote: str, chance: random.Random) -> str:
    words = quote.split(" ")
    del words[chance.randrange(1, len(words) - 1)]
    for _ in range(2):
        at = chance.randrange(len(words))
        letter = chance.randrange(len(words[at]))
        words[at] = words[at][:letter] + chance.choice("abcdefghijklmnopqrstuvwxyz") + words[at][letter + 1 :]
    return " ".join(words)


def _half(quote: str, which: int) -> str:
    words = quote.split(" ")
    return " ".join(words[len(words) // 2 :] if which else words[: len(words) // 2])


def right(place: Place, true: tuple[int, int]) -> bool:
    if place is None:
        return False
    shared = min(place[1], true[1]) - max(place[0], true[0])
    return shared >= 0.9 * (max(place[1], true[1]) - min(place[0], true[0]))


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    figures = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        figures.append((time.process_time() - began) * 1_000)
        if figures[-1] > 3_000:
            break
    return statistics.median(figures)


def places(systems: dict[str, Finder], rounds: int, seed: int, *, slow: bool) -> None:
    print("\nprocessor ms, right/placed; × is the time beside langextract's")
    print(f"{'characters':>10} {'quotes':>6} {'variant':8} " + "".join(f"{name:>26}" for name in systems))
    for size, count in ((3_000, 10), (30_000, 50), (30_000, 200)):
        text = prose(size, seed)
        spans = passages(text, count, seed)
        for variant in VARIANTS:
            quotes = quoted(variant, text, spans, seed)
            there = {
                n: f for n, f in systems.items() if slow or n != "langextract" or count < 200 or variant == "exact"
            }
            row, times = "", {}
            for name, finder in there.items():
                found = finder(text, quotes, spans)
                times[name] = milliseconds(partial(finder, text, quotes, spans), rounds)
                hits = 0 if variant in {"absent", "stitched"} else sum(map(right, found, spans))
                placed = sum(one is not None for one in found)
                row += f"{times[name]:>15,.2f} {hits:>4}/{placed:<4} " if name in there else ""
            ratio = f"  {times['nutgraf'] / times['langextract']:.4f} ×" if "langextract" in times else ""
            print(f"{size:>10,} {count:>6} {variant:8} {row}{ratio}")


def growth(rounds: int, seed: int) -> None:
    print("\nnutgraf: nanoseconds per character of the article, 10 quotations")
    for size in (3_000, 30_000, 300_000, 3_000_000):
        text = prose(size, seed)
        spans = passages(text, 10, seed)
        cells = []
        for variant in ("exact", "quotes", "typo"):
            quotes = quoted(variant, text, spans, seed)
            taken = milliseconds(lambda quotes=quotes, text=text: nutgraf_places(text, quotes), rounds)
            cells.append(f"{variant} {taken * 1e6 / size:7.1f}")
        print(f"{size:>10,}  " + "   ".join(cells))
    text = prose(300_000, seed)
    index = Index(text)
    locate("nothing of the kind stands there at all", index)
    print("nutgraf: microseconds per quotation, 300,000 characters, index made")
    for count in (10, 100, 1_000):
        quotes = quoted("typo", text, passages(text, count, seed), seed)
        taken = milliseconds(lambda quotes=quotes: [locate(q, index) for q in quotes], rounds)
        print(f"{count:>10,} quotations  {taken * 1_000 / count:8.1f}")
    print("nutgraf: microseconds per word of a misspelt quotation")
    for length in (10, 100, 1_000, 10_000):
        (quote,) = quoted("typo", text, passages(text, 1, seed, (length, length)), seed)
        taken = milliseconds(lambda quote=quote: locate(quote, index), rounds)
        print(f"{length:>10,} words  {taken * 1_000 / length:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--slow", action="store_true")
    options = parser.parse_args()
    systems, lines = installed()
    print("Python " + sys.version.split()[0], *lines, sep="; ")
    verdicts(list(systems))
    places(systems, options.rounds, options.seed, slow=options.slow)
    growth(options.rounds, options.seed)


if __name__ == "__main__":
    main()
