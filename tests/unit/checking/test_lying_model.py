"""Whatever a model answers, nothing ungrounded is delivered: random lies about our six articles, held against an
independent checker that shares no code with the library.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from grounded import ungrounded
from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.passes import built_in
from nutgraf.reading import Reading, read
from nutgraf.reading.window import runs
from nutgraf.results import Provenance, Usage
from nutgraf.results.happened import Topic
from nutgraf.steps import Answered, make_brief

ARTICLES = sorted((Path(__file__).parents[3] / "examples" / "articles").iterdir())
ROUNDS = 40
INVENTED = [
    "Vladimir Putin",
    "northern Japan",
    "The Central Bank",
    "Lima",
    "on Friday",
    "yesterday",
    "4 million",
    "nobody",
    "was told",
    "",
    "he",
    "NATO",
]
TOPICS = [*Topic.__args__, None]  # type: ignore[attr-defined]
PASSES = tuple(built_in(name) for name in ("quotes", "events", "summary"))


class Liar:
    """Answers in the right shape with words that are half the article's and half made up."""

    def __init__(self, reading: Reading, seed: int) -> None:
        self.reading = reading
        self.random = random.Random(seed)
        self.words = reading.article.text.split()

    def some(self, most: int, make: Any) -> list[Any]:
        return [make() for _ in range(self.random.randint(0, most))]

    def number(self) -> int:
        return self.random.randint(-1, len(self.reading.sentences) + 2)

    def phrase(self) -> str:
        if self.random.random() < 0.3:
            return self.random.choice(INVENTED)
        start = self.random.randrange(len(self.words))
        return " ".join(self.words[start : start + self.random.randint(1, 4)])

    def name(self) -> str:
        names = [n.text for n in self.reading.names]
        return self.random.choice(names) if self.random.random() < 0.5 else self.phrase()

    def title(self, numbers: list[int]) -> str:
        sentence = self.reading.sentence(numbers[0]) if numbers else None
        words = self.reading.article.text[sentence.start : sentence.end].split() if sentence else self.words[:8]
        words = list(words)
        for _ in range(self.random.randint(0, 3)):
            at = self.random.randrange(len(words) + 1)
            words.insert(
                at, self.random.choice(["not", "17", "Friday", "Odesa", "in March", "never", *self.words[:50]])
            )
        if self.random.random() < 0.3:
            self.random.shuffle(words)
        return " ".join(words[: self.random.randint(2, 30)])

    def evidence(self) -> list[int]:
        return self.some(3, self.number)

    def event(self) -> dict[str, Any]:
        evidence = self.evidence()
        spans = [q.span.text for q in self.reading.quantities] + ["12 angry men"]
        return {
            "evidence": evidence,
            "title": self.title(evidence),
            "status": self.random.choice(["occurred", "ongoing", "planned", "hypothetical", "cancelled", "postponed"]),
            "according_to": self.random.choice([None, self.name()]),
            "participants": self.some(
                4, lambda: {"name": self.name(), "role": self.random.choice(["actor", "recipient", "other"])}
            ),
            "place": self.random.choice([None, self.name()]),
            "time": self.random.choice([None, self.phrase(), *[t.span.text for t in self.reading.times if t.span]]),
            "quantities": self.some(
                2, lambda: {"span": self.random.choice(spans), "role": self.random.choice([None, self.phrase()])}
            ),
        }

    def quote(self) -> dict[str, Any]:
        tags = [s.id for s in self.reading.segments] + ["m99", "x", "0"]
        content = self.some(3, lambda: self.random.choice([*tags, str(self.number())]))
        speaker = {
            "name": self.random.choice([None, self.name()]),
            "kind": self.random.choice(["person", "group", "unnamed"]),
            "title": self.random.choice([None, self.phrase()]),
            "organization": self.random.choice([None, self.name()]),
        }
        return {
            "content": content,
            "speaker": self.random.choice([None, speaker, speaker]),
            "cue": self.random.choice([None, "said", self.phrase()]),
            "addressee": self.random.choice([None, "reporters", self.phrase()]),
        }

    def point(self) -> dict[str, Any]:
        evidence = self.evidence()
        return {"evidence": evidence, "text": self.title(evidence)}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_no_lie_of_a_model_is_delivered(path: Path) -> None:
    reading = read(Article.from_file(path))
    (window,) = runs(reading, "article")
    parts = tuple((p.name, p.item) for p in PASSES)
    delivered = 0
    for seed in range(ROUNDS):
        liar = Liar(reading, seed)
        answer = wire.answer_class(parts).model_validate(
            {
                "quotes": liar.some(8, liar.quote),
                "events": liar.some(8, liar.event),
                "summary": liar.some(4, liar.point),
            }
        )
        answers = [Answered(name, window, getattr(answer, name)) for name, _ in parts]
        brief = make_brief(
            PASSES, reading, answers, Usage(), Provenance(model="liar", host="h", prompts={}, version="0")
        )
        assert ungrounded(brief.model_dump(mode="json")) == [], seed
        assert [p for p in brief.problems if not (p.item and p.detail) and p.step != "reading"] == [], seed
        delivered += len(brief.events) + len(brief.summary)
    assert delivered > ROUNDS
