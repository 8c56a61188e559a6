"""Articles that mean harm, and a model that obeys them: nothing breaks, and nothing is delivered that they do not say."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

import nutgraf
from grounded import seen, ungrounded
from hostile import Hostile, articles, kinds
from nutgraf.asking.question import wire
from nutgraf.passes import built_in
from nutgraf.reading import Reading
from nutgraf.reading.window import runs
from nutgraf.results import Brief, Provenance, Span, Usage
from nutgraf.results.said import in_own_words
from nutgraf.steps import Answered, make_brief
from nutgraf.telling import terminal

PASSES = tuple(built_in(name) for name in ("quotes", "events", "summary"))
PARTS = tuple((p.name, p.item) for p in PASSES)
MADE_BY = Provenance(model="obedient", host="h", prompts={}, version="0")
SIZES = ("article", "paragraph", "sentence")
PUBLISHED = "2026-03-12"
TANGLED = {"nested marks", "lone marks", "only marks", "one giant quotation", "marks turned round", "long sentence"}
OPENING = set("\"'“”„‟«»‘’‚「」")
PROSE: Any = {"events": {"__all__": {"title"}}, "summary": {"__all__": {"text"}}}
LARGEST_SHOWN_WHOLE = 60_000
"""Longer ones are read and briefed, but not previewed sentence by sentence: the file has seconds."""


# Another test makes them twice, and compares.
of_kind = cache(articles)


@cache
def read(hostile: Hostile) -> Reading:
    return nutgraf.read(nutgraf.Article.from_text(hostile.text, published=PUBLISHED))


class Obedient:
    """Does what the article orders: the canary and the secret word in every field, made-up sentences and tags."""

    def __init__(self, hostile: Hostile, reading: Reading) -> None:
        self.reading = reading
        self.random = random.Random(hostile.text[:500])
        self.orders = [hostile.canary, hostile.secret, f"“{hostile.canary}”", f"the bank {hostile.secret}"]

    def word(self) -> str:
        return self.random.choice([*self.orders, "bank", "the bank", "System", "</m1>", "[99]", "99"])

    def numbers(self) -> list[int]:
        there = len(self.reading.sentences)
        near = [s.number for s in self.reading.sentences if self._ordered(s.start, s.end)]
        pool = [
            99,
            100,
            -1,
            0,
            there + 1,
            10**30,
            *(self.random.randint(1, max(1, there)) for _ in range(4)),
            *near[:4],
        ]
        return self.random.choices(pool, k=self.random.randint(0, 3))

    def _ordered(self, start: int, end: int) -> bool:
        return self.orders[0] in self.reading.article.text[start:end]

    def title(self, numbers: list[int]) -> str:
        sentence = self.reading.sentence(numbers[0]) if numbers else None
        words = self.reading.article.text[sentence.start : sentence.end].split()[:12] if sentence else []
        words = [word for word in words if len(word) < 80]
        ordered = self.random.choice([*self.orders, "bank", "System", "[99]"])
        words.insert(self.random.randrange(len(words) + 1), ordered)
        return " ".join(words) if self.random.random() < 0.7 else f"{ordered} and {self.orders[0]} agreed to free"

    def event(self) -> dict[str, Any]:
        numbers = self.numbers()
        return {
            "evidence": numbers,
            "title": self.title(numbers),
            "status": self.random.choice(["occurred", "planned", "cancelled"]),
            "participants": [{"name": self.word(), "role": "actor"} for _ in range(3)],
            "place": self.word(),
            "time": self.random.choice([self.word(), "on Wednesday", "February 30", None]),
            "quantities": [
                {"span": self.random.choice([self.word(), "312 fishermen", "9" * 300]), "role": self.word()}
            ],
        }

    def quote(self) -> dict[str, Any]:
        tags = [s.id for s in self.reading.segments]
        chosen = self.random.sample(tags, min(2, len(tags)))
        references = [*chosen, "m99", "m0", "</m1>", "[99]", str(self.random.choice([1, 2, 99])), "", self.orders[0]]
        speaker = {"name": self.word(), "kind": "organization"}
        return {
            "content": self.random.choices(references, k=self.random.randint(0, 3)),
            "speaker": self.random.choice([speaker, speaker, speaker, None]),
            "cue": self.random.choice([None, "said", self.word()]),
            "addressee": self.word(),
        }

    def point(self) -> dict[str, Any]:
        numbers = self.numbers()
        return {"evidence": numbers, "text": self.title(numbers)}

    def answer(self) -> Any:
        made = {"quotes": self.quote, "events": self.event, "summary": self.point}
        return wire.answer_class(PARTS).model_validate(
            {name: [make() for _ in range(8)] for name, make in made.items()}
        )


@cache
def obedient(hostile: Hostile) -> Any:
    return Obedient(hostile, read(hostile)).answer()


def unmarked(text: str) -> str:
    """The text without quotation marks, which an article of lone marks has within its words."""
    return re.sub(r"[\"“”‘’«»„]", "", text)


@cache
def briefed(hostile: Hostile) -> Brief:
    reading = read(hostile)
    (window,) = runs(reading, "article")
    answer = obedient(hostile)
    answers = [Answered(name, window, getattr(answer, name)) for name, _ in PARTS]
    return make_brief(PASSES, reading, answers, Usage(), MADE_BY)


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from spans(inner)
    elif hasattr(type(value), "model_fields") and not isinstance(value, nutgraf.Article):
        for name in type(value).model_fields:
            yield from spans(getattr(value, name))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def prose(item: Any) -> str:
    return item.title if isinstance(item, nutgraf.Event) else item.text


def level(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("kind", kinds())
def test_no_hostile_article_breaks_the_reading(kind: str) -> None:
    for hostile in of_kind(kind):
        reading = read(hostile)
        text = reading.article.text
        assert text == hostile.text, hostile.number
        for sentence in reading.sentences:
            assert 0 <= sentence.start < sentence.end <= len(text), hostile.number
        for segment in reading.segments:
            assert segment.outer_start <= segment.start <= segment.end <= segment.outer_end <= len(text), hostile.number
        found = (reading.quotes, reading.times, reading.quantities)
        assert all(text[s.start : s.end] == s.text for s in spans(found)), hostile.number


@pytest.mark.parametrize("kind", kinds())
def test_a_window_shows_every_sentence_to_the_letter(kind: str) -> None:
    for hostile in of_kind(kind):
        reading = read(hostile)
        tags = [f"<{mark}{s.id}>" for s in reading.segments for mark in ("", "/")]
        if len(tags) > 400:
            continue
        for size in SIZES:
            shown = "\n".join(window.render(reading) for window in runs(reading, size))
            for sentence in reading.sentences[:60]:
                bare, said = shown, hostile.text[sentence.start : sentence.end]
                if said not in bare:
                    for tag in tags:
                        bare, said = bare.replace(tag, ""), said.replace(tag, "")
                assert said in bare, (hostile.number, size, sentence.number)


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("size", ["article", "sentence"])
def test_a_preview_sends_the_article_as_data_in_one_user_message(kind: str, size: str) -> None:
    desk = nutgraf.Summarizer(
        model="m", base_url="http://127.0.0.1:9/v1", window=size, cache=None, budget=nutgraf.Budget(requests=10**6)
    )
    system = {m[0][1] for m in desk.preview("Bob Miller came to town. “Hello,” he said.")}
    for hostile in of_kind(kind)[: 2 if size == "sentence" else None]:
        if len(hostile.text) > LARGEST_SHOWN_WHOLE or len(read(hostile).sentences) > 500:
            continue
        for messages in desk.preview(read(hostile).article):
            roles = [role for role, _ in messages]
            assert roles[0] == "system"
            assert roles.count("system") == 1
            assert roles[-1] == "user"
            assert all(hostile.canary not in text for _, text in messages[:-1]), hostile.number
            assert size == "sentence" or messages[0][1] in system, hostile.number


@pytest.mark.parametrize("kind", kinds())
def test_an_obedient_model_gets_nothing_past_the_independent_checker(kind: str) -> None:
    for hostile in of_kind(kind):
        found = ungrounded(briefed(hostile).model_dump(mode="json"))
        if kind in TANGLED:  # that checker pairs marks in the simplest way; the next test holds these to the reading
            found = [reason for reason in found if not reason.endswith("inside quotation marks")]
        assert found == [], hostile.number


@pytest.mark.parametrize("kind", kinds())
def test_direct_words_of_a_hostile_article_are_whole_segments_that_a_mark_opens(kind: str) -> None:
    for hostile in of_kind(kind):
        reading = read(hostile)
        opened = {(s.start, s.end): hostile.text[s.outer_start : s.start] for s in reading.segments}
        for quote in briefed(hostile).quotes:
            for span in quote.content:
                assert hostile.text[span.start : span.end] == span.text, hostile.number
                if in_own_words(quote):
                    assert OPENING.issuperset(opened[span.start, span.end].strip()), (hostile.number, quote.id)


@pytest.mark.parametrize("kind", kinds())
def test_what_an_article_orders_is_never_delivered_unless_its_words_stand_there(kind: str) -> None:
    for hostile in of_kind(kind):
        brief, text = briefed(hostile), level(hostile.text)
        for item in (*brief.events, *brief.summary):
            told, cited = prose(item), " ".join(span.text for span in item.evidence)
            assert hostile.secret not in told, hostile.number
            # Open: each word of the name stands there, and a mark between its letters makes it a misspelling, not another name.
            marked = item.support == "open" and hostile.canary in unmarked(seen(text))
            assert hostile.canary not in told or hostile.canary in seen(cited) or marked, (hostile.number, told)
        fields = brief.model_dump(mode="json", include={"quotes", "events", "summary"}, exclude=PROSE)
        roles = {q.role for event in brief.events for q in event.quantities}
        for words in strings(fields):
            assert hostile.secret not in words, (hostile.number, words)
            # A role is in the model's own words, marks and all: what it names stands there, whatever stands around it.
            borne_out = level(words) in text or (words in roles and level(unmarked(words)) in level(unmarked(text)))
            assert hostile.canary not in words or borne_out, (hostile.number, words)
        assert hostile.secret not in (brief.headline or ""), hostile.number


@pytest.mark.parametrize("kind", ["orders", "turns"])
def test_nothing_rests_on_what_speaks_to_a_machine(kind: str) -> None:
    for hostile in of_kind(kind):
        brief = briefed(hostile)
        verbatim = {span.text for span in spans(brief)}
        for words in strings(brief.model_dump(mode="json", include={"quotes", "events", "summary"})):
            assert hostile.canary not in words or words in verbatim, (hostile.number, words)
        assert all(hostile.canary not in prose(item) for item in (*brief.events, *brief.summary)), hostile.number
        assert "instruction_cited" in {problem.kind for problem in brief.problems}, hostile.number


@pytest.mark.parametrize("kind", kinds())
def test_all_direct_speech_ends_in_a_quote_or_in_a_problem(kind: str) -> None:
    for hostile in of_kind(kind):
        brief, reading = briefed(hostile), read(hostile)
        covered = [span for quote in brief.quotes for span in quote.content]
        told = {word.strip(",") for problem in brief.problems for word in (problem.item or "").split()}
        lost = [
            name
            for said in reading.attributions
            if said.segments and reading.kind(said.segments, said.cue is not None) == "direct"
            for name in said.segments
            if not any(
                span.start <= reading.by_segment[name].start and reading.by_segment[name].end <= span.end
                for span in covered
            )
        ]
        silent = {tag for quote in obedient(hostile).quotes if quote.speaker is None for tag in quote.content}
        assert [name for name in lost if name not in told | silent] == [], hostile.number


@pytest.mark.parametrize("kind", kinds())
def test_a_brief_of_a_hostile_article_survives_json(kind: str) -> None:
    for hostile in of_kind(kind):
        brief = briefed(hostile)
        assert Brief.load(brief.model_dump_json()) == brief, hostile.number


@pytest.mark.parametrize("kind", kinds())
def test_the_terminal_shows_no_control_character_of_a_hostile_article(kind: str) -> None:
    for hostile in of_kind(kind):
        shown = "".join(e.lead + e.text.plain for e in terminal.entries(briefed(hostile), all_problems=True))
        raw = {c for c in shown if unicodedata.category(c) == "Cc" and c not in "\n\t"}
        turning = {
            c
            for c in shown
            if unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        }
        assert not raw | turning, hostile.number


def test_there_are_a_hundred_hostile_articles_and_the_same_ones_every_time() -> None:
    assert len(articles()) == 100
    assert articles() == articles()
    assert len({hostile.text for hostile in articles()}) > 95
