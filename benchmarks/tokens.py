"""What a brief costs in tokens, beside plain instructor: `python benchmarks/tokens.py [--show] [FILE…]`.

Counts the request that goes out (system, article, schema), the answer, and a judge's request and verdicts, for the articles of
examples/ or any others. Tokens are those of o200k_base where `pip install quicktok-v1` brought its tables, else a quarter of
the characters, for both sides alike. The answers are made up from what reading finds, the same items for both: every quote,
an event for each second sentence in the paper's own words, three points. Plain instructor is asked with the classes below, as
a user would write them: it copies the words said, and has no evidence and no references.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, Field

from nutgraf import Article, Summarizer, read
from nutgraf.asking.judging import Claim, dockets
from nutgraf.asking.question.asked import Question
from nutgraf.checking.written import written
from nutgraf.desk import Desk
from nutgraf.reading import Reading
from nutgraf.reading.offers.words import candidates
from nutgraf.results import Brief, Usage
from nutgraf.results.happened import Topic
from nutgraf.settings import Settings
from nutgraf.steps import Answered, make_brief, plan

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
_MOSTLY = 0.4
_MOST_NAMES = 3


class Speaker(BaseModel):
    name: str | None = Field(description="full name as the article gives it; null when unnamed")
    title: str | None
    organization: str | None
    kind: Literal["person", "organization", "group", "document", "unnamed"]


class Quote(BaseModel):
    """Something that was said, in direct or indirect speech."""

    text: str = Field(description="the words said, copied from the article letter by letter")
    speaker: Speaker | None
    cue: str | None = Field(description="the reporting word, such as: said")
    stance: Literal["says", "denies", "asks", "orders", "doubts", "no_comment"]


class Participant(BaseModel):
    name: str
    role: Literal["actor", "recipient", "other"]


class Quantity(BaseModel):
    text: str = Field(description="the number with what it counts, as written")
    role: str | None


class Event(BaseModel):
    """Something that happened, goes on, is planned, may happen or was called off."""

    title: str
    status: Literal["occurred", "ongoing", "planned", "hypothetical", "cancelled", "postponed"]
    participants: list[Participant]
    place: str | None
    time: str | None
    quantities: list[Quantity]
    according_to: str | None = Field(description="who says so, where the article only reports it")


class Point(BaseModel):
    text: str


class Found(BaseModel):
    """The quotes, the events and the main points of a news article."""

    quotes: list[Quote]
    events: list[Event]
    summary: list[Point] = Field(description="two to five main points")
    topics: list[Topic] = Field(description="one or two")


TASK = (
    "Extract from a news article everything that somebody says in direct or indirect speech, the events with their status, and "
    "a summary. Copy names, places, times and numbers exactly as the article writes them. Say only what the article says."
)


def counter() -> tuple[str, Callable[[str], int]]:
    """The name of a tokenizer, and what it counts."""
    try:
        import quicktok
    except ImportError:
        return "characters / 4", lambda text: (len(text) + 3) // 4
    encoding: Any = quicktok.get_encoding("o200k_base")
    return "o200k_base", lambda text: len(encoding.encode(text))


def items(reading: Reading) -> tuple[dict[str, Any], dict[str, Any]]:
    """The same items as an answer to us and as one to plain instructor."""
    ours: dict[str, Any] = {"quotes": [], "events": [], "summary": [], "topics": ["politics and government"]}
    theirs: dict[str, Any] = {"quotes": [], "events": [], "summary": [], "topics": ["politics and government"]}
    for quote, told in zip(reading.quotes, sorted(reading.attributions, key=lambda a: a.content[0]), strict=True):
        speaker = quote.speaker
        named = speaker and {name: getattr(speaker, name) for name in ("name", "title", "organization", "kind")}
        beside = {"speaker": named, "cue": quote.cue and quote.cue.text, "stance": quote.stance}
        words = quote.text.split()
        part = f"{told.sentence}: {' '.join(words[:3])} … {' '.join(words[-2:])}"
        ours["quotes"].append({"content": list(told.segments) or [part], **beside})
        theirs["quotes"].append({"text": quote.text, **beside})
    telling = [s.number for s in reading.sentences if _tells(reading, s.number)]
    for number in telling[::2]:
        span = reading.sentence_span(number)
        event = {
            "title": " ".join(span.text.split()[:12]),
            "status": "occurred",
            "participants": [
                {"name": name, "role": "actor"} for name in candidates(reading, "names", [number])[:_MOST_NAMES]
            ],
            "place": next(iter(candidates(reading, "places", [number])), None),
            "time": next(iter(candidates(reading, "times", [number])), None),
            "quantities": [],
            "according_to": None,
        }
        amounts = candidates(reading, "quantities", [number])
        ours["events"].append(
            {"evidence": [number], **event, "quantities": [{"span": a, "role": None} for a in amounts]}
        )
        theirs["events"].append({**event, "quantities": [{"text": a, "role": None} for a in amounts]})
    for number in telling[:3]:
        text = " ".join(reading.sentence_span(number).text.split())
        ours["summary"].append({"evidence": [number], "text": text})
        theirs["summary"].append({"text": text})
    return ours, theirs


def _tells(reading: Reading, number: int) -> bool:
    sentence = reading.sentences[number - 1]
    quoted = sum(s.end - s.start for s in reading.segments_in([number]))
    return quoted < _MOSTLY * (sentence.end - sentence.start)


def asked(article: Article, count: Callable[[str], int]) -> dict[str, float]:
    """The tokens of one article."""
    desk = Desk(Settings(model="m", base_url="http://127.0.0.1:1/v1", judge="same", cache=None))
    reading = read(article)
    step, *_ = plan(desk.passes, reading, "article", unlimited=True)
    question = desk.question(step, reading)
    ours, theirs = items(reading)
    Found.model_validate(theirs)
    published = f"Published: {article.published}\n\n" if article.published else ""
    told = json.dumps(question.schema, separators=(",", ":"))
    found = {
        "article": count(article.text),
        "system": count(question.messages[0][1]),
        "user": count(question.messages[-1][1]),
        "schema": count(told),
        "answer": count(_written(ours)),
        "instructor": count(TASK) + count(published + article.text) + count(_written(Found.model_json_schema())),
        "their answer": count(_written(theirs)),
    }
    answer = question.answer_class.model_validate(ours)
    answers = [Answered(p.name, step.window, getattr(answer, p.name)) for p in desk.passes]
    brief = make_brief(desk.passes, reading, answers, Usage(), desk.made_by(repaired=False))
    found["judge"] = sum(_judging(desk, brief, reading, count))
    return found


def _judging(desk: Desk, brief: Brief, reading: Reading, count: Callable[[str], int]) -> list[int]:
    claims = [Claim(one.words, tuple(n - 1 for n in one.numbers)) for one in written(brief, reading)]
    sentences = [reading.sentence_span(s.number).text for s in reading.sentences]
    verdict = count(_written({"item": 10, "verdict": "carried", "reason": None})) + 1
    return [
        _prompt(desk.judge(docket), count) + verdict * len(docket.claims) for docket in dockets(claims, [sentences])
    ]


def _prompt(question: Question, count: Callable[[str], int]) -> int:
    return sum(count(text) for _, text in question.messages) + count(_written(question.schema))


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--show", action="store_true", help="print the messages of the first article")
    given = options.parse_args()
    name, count = counter()
    paths = given.files or sorted(EXAMPLES.iterdir())
    articles = [(path.stem, Article.from_file(path)) for path in paths]
    if given.show:
        with Summarizer(model="m", base_url="http://127.0.0.1:1/v1", cache=None) as desk:
            for role, text in desk.preview(articles[0][1])[0]:
                print(f"--- {role}\n{text}")
    print(f"tokens: {name}\n")
    print(
        f"{'':28}{'article':>8}{'system':>8}{'user':>7}{'schema':>8}{'answer':>8}{'x article':>11}{'x instructor':>14}{'judge':>8}"
    )
    total: dict[str, float] = {}
    for stem, article in articles:
        one = asked(article, count)
        print(_row(stem, one))
        total = {key: total.get(key, 0) + value for key, value in one.items()}
    print(_row("all", total))


def _row(name: str, one: dict[str, float]) -> str:
    ours = one["system"] + one["user"] + one["schema"] + one["answer"]
    theirs = one["instructor"] + one["their answer"]
    return (
        f"{name[:27]:28}{one['article']:8.0f}{one['system']:8.0f}{one['user']:7.0f}{one['schema']:8.0f}{one['answer']:8.0f}"
        f"{(one['system'] + one['user']) / one['article']:11.2f}{ours / theirs:14.2f}{one['judge'] / ours:8.2f}"
    )


if __name__ == "__main__":
    main()
