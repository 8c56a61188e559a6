"""What becomes of answers that readers gave by hand: each item delivered, a line each, kept beside the answer.

`python tests/delivered.py` (`make delivered`) writes what becomes of them anew: the diff is what a change does to readers.

`tests/answers/NAME/` holds an article made up for this purpose, an answer to it, given in one pass by a reader who knew the
prompt alone, and `delivered.jsonl`; of the answers in `examples/strong` only the latter. Nothing in an answer is ever adapted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.mending import trusting
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Provenance, Usage
from nutgraf.results.asked import PASSES
from nutgraf.steps import Answered, Checks, make_brief

HERE = Path(__file__).parent / "answers"
EXAMPLES = Path(__file__).parents[1] / "examples"
_TOLD = tuple(built_in(name) for name in PASSES)


class Case(NamedTuple):
    """An article, the answer to it, and where it is kept what becomes of that."""

    article: Path
    answer: Path
    delivered: Path


def cases() -> dict[str, Case]:
    """By name."""
    own = {
        folder.name: Case(*(folder / name for name in ("article.json", "answer.json", "delivered.jsonl")))
        for folder in sorted(HERE.iterdir())
        if (folder / "article.json").exists()
    }
    shown = {
        path.stem: path for path in (EXAMPLES / "strong" / "answers").iterdir() if not path.stem.endswith(".judged")
    }
    for name, answer in sorted(shown.items()):
        (article,) = (*EXAMPLES.glob(f"articles/{name}.*"), *EXAMPLES.glob(f"strong/articles/{name}.*"))
        own[name] = Case(article, answer, HERE / name / "delivered.jsonl")
    return own


def answer_of(case: Case) -> Any:
    """The answer, validated by the classes of the wire."""
    classes = wire.answer_class(tuple((asked.name, asked.item) for asked in _TOLD))
    return classes.model_validate_json(case.answer.read_text("utf-8"))


def lines(case: Case) -> list[str]:
    """What is delivered of an answer, an item or a problem in each line."""
    reading, answered = read(Article.from_file(case.article)), answer_of(case)
    (window,) = runs(reading, "article")
    came = [Answered(asked.name, window, tuple(getattr(answered, asked.name))) for asked in _TOLD]
    checks = Checks(reading)
    came = trusting(_TOLD, checks, came)
    made_by = Provenance(model="m", host="h", prompts={}, version="0")
    brief = make_brief(_TOLD, reading, came, Usage(), made_by, checks=checks).model_dump(mode="json")
    again = sum(len(checks.of(asked, came).failures) for asked in _TOLD)
    return [
        *(_line(item) for part in ("quotes", "events", "summary", "problems") for item in brief[part]),
        json.dumps({"asked again": again}),
    ]


def _line(item: Any) -> str:
    return json.dumps(_short(item), ensure_ascii=False)


def _short(value: Any) -> Any:
    """Without what is empty; a span as its words and where they begin."""
    if isinstance(value, list):
        return [_short(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"text", "start", "end"}:
        return f"{value['text']} @{value['start']}"
    return {name: _short(one) for name, one in value.items() if one not in (None, [], {})}


def written() -> Iterator[str]:
    """Write what becomes of every answer; the names of those of which something else does than before."""
    for name, case in cases().items():
        told = "".join(f"{line}\n" for line in lines(case))
        if not case.delivered.exists() or case.delivered.read_text("utf-8") != told:
            case.delivered.parent.mkdir(parents=True, exist_ok=True)
            case.delivered.write_text(told, "utf-8")
            yield name


if __name__ == "__main__":
    print(*written(), sep="\n")
