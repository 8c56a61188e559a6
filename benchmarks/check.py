"""What checking a text against many articles takes, and what it lets pass: `python benchmarks/check.py [--articles 250,500,1000] [--gold DIR] [--peer-python PATH]`.

Speed: articles of 3,000 characters, made of sentences of the examples and of tests/checked_texts.py; a text of ten sentences. `read`
is reading alone, `index` reading and indexing, `check` the whole, in processor seconds; both must grow with the articles and no faster.

Verdicts: the invented truths and lies of tests/checked_texts.py, each against its own article and against all of them. *refused*
is refuted, *marked* refuted or open, *unmarked* worded or verbatim. A truth refused and a lie unmarked are what must not be.
With --peer-python, an interpreter that has groundlens: the same statements through its `verify`, whose decision is PASS or FAIL.

--gold: the 70 one-sentence summaries of `gum_summaries.jsonl` against their articles in `gum_news.jsonl`: verdicts by writer, and
every refutation with its reason, to be looked at.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import nutgraf
from nutgraf.claims.index import Index
from nutgraf.results.checked import VERDICTS

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from checked_texts import ARTICLES, LIES, TRUTHS

ROOT = Path(__file__).resolve().parents[1]
CHARACTERS = 3_000
UNMARKED = ("worded", "verbatim")


def made_up(count: int) -> list[nutgraf.Article]:
    """Articles of sentences in any order, each with names and numbers of its own."""
    examples = [nutgraf.Article.from_file(path) for path in sorted((ROOT / "examples" / "articles").glob("*.json"))]
    sentences = [
        reading.sentence_span(sentence.number).text
        for reading in map(nutgraf.read, [*examples, *ARTICLES])
        for sentence in reading.sentences
    ]
    pick, found = random.Random(11), []
    for number in range(count):
        text = f"Report {number} from district {number % 97}."
        while len(text) < CHARACTERS:
            text += ("\n\n" if pick.random() < 0.3 else " ") + pick.choice(sentences)
        found.append(nutgraf.Article.from_text(text[:CHARACTERS], key=f"a{number}"))
    return found


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def speed(counts: Sequence[int]) -> None:
    draft = " ".join(words for _, _, words in TRUTHS[:10])
    print(f"{'articles':>9}{'read s':>9}{'index s':>9}{'check s':>9}   (a text of {len(draft)} characters)")
    for count in counts:
        articles = made_up(count)
        rows = (lambda given: [nutgraf.read(one) for one in given], Index, lambda given: nutgraf.check(draft, given))
        print(f"{count:9}" + "".join(f"{seconds(lambda row=row, given=articles: row(given)):9.2f}" for row in rows))


def worst(report: nutgraf.results.Report) -> str:
    return min((statement.verdict for statement in report.statements), key=VERDICTS.index)


def verdicts() -> None:
    by_key = {article.key: article for article in ARTICLES}
    print(f"{'':24}{'verbatim':>9}{'worded':>9}{'open':>9}{'refuted':>9}")
    for against in ("its article", "all articles"):
        for name, cases in (("truths", TRUTHS), ("lies", LIES)):
            counts = Counter(
                worst(nutgraf.check(words, [by_key[key]] if against == "its article" else ARTICLES))
                for key, _, words in cases
            )
            row = "".join(f"{counts[verdict]:9}" for verdict in ("verbatim", "worded", "open", "refuted"))
            print(f"{len(cases):3} {name:7}{against:13}{row}")


PEER = """
import json, sys, groundlens
for line in sys.stdin:
    case = json.loads(line)
    print(groundlens.verify(case["words"], [(case["key"], case["article"])], locale="en").decision, flush=True)
"""


def peer(python: str) -> None:
    """The decisions of groundlens on the same statements, each against its own article."""
    by_key = {article.key: article.text for article in ARTICLES}
    given = "".join(
        json.dumps({"key": key, "words": words, "article": by_key[key]}) + "\n" for key, _, words in (*TRUTHS, *LIES)
    )
    ran = subprocess.run([python, "-c", PEER], input=given, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"groundlens: {ran.stderr[-2000:]}")
    said = ran.stdout.split()
    for name, decisions in (("truths", said[: len(TRUTHS)]), ("lies", said[len(TRUTHS) :])):
        print(f"{len(decisions):3} {name:7}groundlens   {dict(Counter(decisions))}")


def gold(folder: Path) -> None:
    articles = {
        one["id"]: nutgraf.Article.from_text(one["text"], title=one["title"], published=one["date_created"])
        for one in map(json.loads, (folder / "gum_news.jsonl").read_text("utf-8").splitlines())
    }
    tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in map(json.loads, (folder / "gum_summaries.jsonl").read_text("utf-8").splitlines()):
        for statement in nutgraf.check(one["text"], articles[one["id"]]).statements:
            tally[one["by"]][statement.verdict] += 1
            if statement.verdict == "refuted":
                print(f"refuted: {one['id']} {one['by']}: {statement.text}\n         {statement.reason}")
    print(f"{'':32}{'verbatim':>9}{'worded':>9}{'open':>9}{'refuted':>9}")
    for writer, counts in sorted(tally.items()):
        print(f"{writer:32}" + "".join(f"{counts[verdict]:9}" for verdict in ("verbatim", "worded", "open", "refuted")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", default="250,500,1000")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--peer-python")
    options = parser.parse_args()
    speed([int(count) for count in options.articles.split(",")])
    verdicts()
    if options.peer_python:
        peer(options.peer_python)
    if options.gold:
        gold(options.gold)


if __name__ == "__main__":
    main()
