"""Plays answers to the real `Summarizer`: a loopback endpoint that gives the answer, stands by it when asked again, and judges as was judged."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import nutgraf
from examples import Json
from loopback import Told, completion, serving
from nutgraf.results.asked import PASSES
from strong_set import Case, Lie, Verdicts, place_of, words_of

Ruled = Callable[[str], Json | None]
"""What a judge says of a statement, None where it was never asked about it."""


@dataclass
class Played:
    """What came of an answer."""

    brief: Json
    requests: int
    tokens: int
    """Characters / 4, of messages, schema and answers."""
    answered: int = 0
    """Of these, the answers'."""
    again: list[tuple[str, Json]] = field(default_factory=list[tuple[str, Json]])
    """What was asked for once more: its pass and the item, as it was answered."""
    claims: list[tuple[tuple[int, ...], str]] = field(default_factory=list[tuple[tuple[int, ...], str]])
    """What the judge was asked: the sentences cited, and the statement."""
    unjudged: list[str] = field(default_factory=list[str])
    """Statements that the stored verdicts say nothing of."""


def play(case: Case, answer: Json, ruled: Ruled | None = None) -> Played:
    """The brief that this answer comes to; with `ruled` a judge stands behind it."""
    played = Played({}, 0, 0)

    def script(body: Json, _number: int) -> Told:
        parts = body["response_format"]["json_schema"]["schema"]["properties"]
        asked = body["messages"][-1]["content"]
        if "verdicts" in parts:
            content = json.dumps({"verdicts": list(rulings(asked, ruled, played))})
        elif "quotes" in parts and "content" in _item(parts["quotes"]) and "item" not in _item(parts["quotes"]):
            content = json.dumps(answer, ensure_ascii=False)
        else:
            content = json.dumps(_stood_by(asked, answer, played), ensure_ascii=False)
        sent = "".join(str(message["content"]) for message in body["messages"])
        played.tokens += (len(sent) + len(json.dumps(body["response_format"])) + len(content)) // 4
        played.answered += len(content) // 4
        return completion(content)

    with (
        serving(script) as server,
        nutgraf.Summarizer(
            model="strong",
            base_url=server.base_url,
            api_key="none",
            cache=None,
            judge="same" if ruled else None,
        ) as desk,
    ):
        played.brief = desk.summarize(case.article).model_dump(mode="json")
        played.requests = len(server.requests)
    return played


def _item(part: Json) -> Json:
    return dict(part["items"]["properties"])


_SHOWN = re.compile(r"^(\d+)\. (?=\{)", re.MULTILINE)


def _stood_by(asked: str, answer: Json, played: Played) -> dict[str, list[Json]]:
    """A model that is asked again and says the same: right ones do, and liars."""
    given: dict[str, list[Json]] = {}
    for found in _SHOWN.finditer(asked):
        shown, end = json.JSONDecoder().raw_decode(asked, found.end())
        step = re.findall(r"^(\w+):$", asked[: found.start()], re.MULTILINE)[-1]
        reason = asked[end:].split("\n", 1)[0]
        item = next((one for one in answer[step] if _shows(shown, reason, one)), shown)
        played.again.append((step, item))
        given.setdefault(step, []).append({"item": int(found[1]), **{name: item[name] for name in shown}})
    return given


def _shows(shown: Json, reason: str, item: Json) -> bool:
    """True where a request shows this item; what can't be read is shown empty, and the reason names it."""
    if any(value and item.get(name) != value for name, value in shown.items()):
        return False
    return any(shown.values()) or any(repr(one) in reason for value in item.values() for one in value or ())


STATEMENT = re.compile(r"^(\d+)\. ((?:\[\d+\])+) (.*)$", re.MULTILINE)


def rulings(asked: str, ruled: Ruled | None, played: Played) -> Iterator[Json]:
    for number, cited, words in STATEMENT.findall(asked.split("\nStatements:\n", 1)[1]):
        played.claims.append((tuple(map(int, re.findall(r"\d+", cited))), words))
        ruling = ruled(words) if ruled else None
        if ruling is None:
            played.unjudged.append(words)
        else:
            yield {"item": int(number), "verdict": ruling["verdict"], "reason": ruling["reason"]}


_BRACKETS = re.compile(r" \([^()]*\)$")


_NOW, _THEN = " makes no comment: ", " declines to speak of: "
"""How a refusal is put to a judge, and how it was put when these verdicts were given."""


def judge_of(verdicts: Verdicts, article: str) -> Ruled:
    """The judge of an article: its verdict on just these words, else on the same title or text in other brackets."""
    stored = verdicts.get(article, [])
    exact = {one["statement"]: one for one in stored}
    same_words: dict[str, list[Json]] = {}
    for one in stored:
        same_words.setdefault(bare(one["statement"]), []).append(one)

    def ruled(words: str) -> Json | None:
        words = words.replace(_NOW, _THEN)
        if words in exact:
            return exact[words]
        like = same_words.get(bare(words), [])
        agreed = {one["verdict"] for one in like}
        return like[0] if len(agreed) == 1 else None

    return ruled


def bare(words: str) -> str:
    return " ".join(words_of(_BRACKETS.sub("", words)))


def with_lies(case: Case, told: Sequence[Lie]) -> Json:
    """An answer of lies among right quotes: those whose words a lie takes are left out, and so is everything that is written."""
    answer = case.answer or {}
    taken = {
        place_of(reference, case.reading) for lie in told if lie.step == "quotes" for reference in lie.item["content"]
    }
    lied: dict[str, list[Json]] = {step: [lie.item for lie in told if lie.step == step] for step in PASSES}
    right = [
        one
        for one in answer.get("quotes", [])
        if not any(_overlap(place_of(reference, case.reading), taken) for reference in one["content"])
    ]
    return {**lied, "quotes": right + lied["quotes"], "topics": answer.get("topics", [])}


def _overlap(place: tuple[int, int] | None, others: set[tuple[int, int] | None]) -> bool:
    return place is not None and any(other and place[0] < other[1] and other[0] < place[1] for other in others)
