"""What one wrong item costs: nutgraf's repair of that item beside instructor's reask of the whole answer.

    python benchmarks/repair.py

A brief of every quotation and of ten events, one of them with an invented number. Both sides ask a loopback server that
gives the wrong answer, then the right one. Tokens are characters / 4, of messages, schema and answer alike.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import instructor
import openai
from pydantic import BaseModel, field_validator

import nutgraf

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from loopback import completion, serving

ARTICLE = nutgraf.Article.from_file(Path(__file__).parents[1] / "examples" / "articles" / "lake-accord.json")
READING = nutgraf.read(ARTICLE)
INVENTED = "9,999"
EVENTS, WRONG = 10, 4


def events(*, wrong: bool) -> list[dict[str, Any]]:
    """Ten events in the article's own words, one of them with a number that it does not give."""
    plain = [s for s in READING.sentences if not READING.segments_in([s.number])][:EVENTS]
    found = []
    for at, sentence in enumerate(plain):
        title = ARTICLE.text[sentence.start : sentence.end]
        if wrong and at == WRONG:
            title = f"{title.rstrip('.')} {INVENTED} times"
        item = {"evidence": [sentence.number], "title": title, "status": "occurred", "participants": []}
        found.append(item | {"place": None, "time": None, "quantities": []})
    return found


def quotes() -> list[dict[str, Any]]:
    """Every quotation with its speaker."""
    return [
        {
            "content": list(told.segments) or [str(told.sentence)],
            "speaker": {"name": speaker.name if (speaker := READING.speaker_of(told)) else None, "kind": "person"},
            "cue": None,
            "addressee": None,
        }
        for told in READING.attributions
    ]


def tokens(body: dict[str, Any], answer: str) -> int:
    """Of a request and its answer."""
    sent = "".join(str(message["content"]) for message in body["messages"])
    schema = json.dumps(body.get("response_format", ""), separators=(",", ":"))
    return round((len(sent) + len(schema) + len(answer)) / 4)


def ours() -> list[int]:
    """Tokens of nutgraf's requests: the brief, and the repair of one item."""
    first = {"quotes": quotes(), "events": events(wrong=True), "summary": []}
    answers = [json.dumps(first), json.dumps({"events": [{"item": 1, "title": events(wrong=False)[WRONG]["title"]}]})]
    with serving(lambda _body, number: completion(answers[number])) as server:
        with nutgraf.Summarizer(model="m", base_url=server.base_url, window="article", cache=None) as desk:
            brief = desk.summarize(ARTICLE)
        assert "repaired" in [problem.resolution for problem in brief.problems], brief.problems
        return [tokens(body, answer) for body, answer in zip(server.requests, answers, strict=True)]


class Quote(BaseModel):
    words: str
    speaker: str | None


class Event(BaseModel):
    title: str
    status: str
    sentence: str

    @field_validator("title")
    @classmethod
    def _numbers_are_given(cls, title: str) -> str:
        if INVENTED in title:
            raise ValueError(f"the number {INVENTED} is not in the article")
        return title


class Brief(BaseModel):
    """A brief as one would write it for instructor: the model writes the quotations out."""

    quotes: list[Quote]
    events: list[Event]


def theirs() -> list[int]:
    """Tokens of instructor's requests: the brief, and the whole again."""
    said = [{"words": ARTICLE.text[a:b], "speaker": None} for told in READING.attributions for a, b in told.content]
    answers = [
        json.dumps(
            {
                "quotes": said,
                "events": [
                    {"title": e["title"], "status": e["status"], "sentence": ARTICLE.text[slice(*_sentence(e))]}
                    for e in events(wrong=wrong)
                ],
            }
        )
        for wrong in (True, False)
    ]
    with serving(lambda _body, number: completion(answers[number])) as server:
        client = instructor.from_openai(
            openai.OpenAI(base_url=server.base_url, api_key="k"), mode=instructor.Mode.JSON_SCHEMA
        )
        client.chat.completions.create(
            model="m",
            response_model=Brief,
            max_retries=1,
            messages=[
                {"role": "system", "content": "Extract every quotation with its speaker, and the events."},
                {"role": "user", "content": ARTICLE.text},
            ],
        )
        return [tokens(body, answer) for body, answer in zip(server.requests, answers, strict=True)]


def _sentence(event: dict[str, Any]) -> tuple[int, int]:
    sentence = READING.sentence(event["evidence"][0])
    assert sentence is not None
    return sentence.start, sentence.end


def main() -> None:
    mine, other = ours(), theirs()
    print(f"nutgraf {version('nutgraf')}, instructor {version('instructor')}; tokens = characters / 4")
    print(f"{'':12}{'first':>8}{'again':>8}{'again / first':>15}")
    for name, (first, again) in (("nutgraf", mine), ("instructor", other)):
        print(f"{name:12}{first:>8}{again:>8}{again / first:>15.2f}")
    print(
        f"the repair costs {mine[1] / other[1]:.0%} of the reask, {mine[1] / mine[0]:.0%} of asking nutgraf's own question again"
    )


if __name__ == "__main__":
    main()
