"""The same statements through `nutgraf.check`: what is right and what is a lie, as two texts that somebody wrote about each article.

Right are the points, and the titles of events that need no source of their own (a bare title would tell as a fact what is reported). A
statement's verdict is the worst of its sentences.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import nutgraf
from examples import Json
from loopback import Told, completion, serving
from nutgraf.results import Report
from nutgraf.results.checked import VERDICTS
from strong_lies import SOURCELESS
from strong_play import Played, judge_of, rulings
from strong_set import Case, Lie, verdicts

_CAME = {"refuted": "refused", "open": "marked", "worded": "unmarked", "judged": "unmarked", "verbatim": "unmarked"}


@dataclass
class Door:
    """What came of the texts."""

    truths: Counter[str] = field(default_factory=Counter[str])
    lies: Counter[str] = field(default_factory=Counter[str])
    families: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter[str]))
    refused: list[str] = field(default_factory=list[str])
    through: list[str] = field(default_factory=list[str])
    unjudged: int = 0

    def row(self) -> str:
        truths, lies = (", ".join(f"{count} {name}" for name, count in one.items()) for one in (self.truths, self.lies))
        return f"{self.truths.total()} truths: {truths}; {self.lies.total()} lies: {lies}; {self.unjudged} unjudged"


def checked(chosen: Sequence[Case], told: Sequence[Lie], *, judged: bool) -> Door:
    """Check the right statements of every article, then the lies about it."""
    door = Door()
    for case in chosen:
        right = [_sentence(item) for place, step, item in case.items() if _plain(case, place, step, item)]
        for words, statements in zip(right, _report(case, right, door, judged=judged), strict=True):
            verdict = _worst(statements)
            door.truths[verdict] += 1
            if verdict == "refuted":
                reason = next(one["reason"] for one in statements if one["verdict"] == "refuted")
                door.refused.append(f"{case.name}: {words}  [{reason}]")
        mine = [lie for lie in told if lie.article == case.name and lie.words]
        sentences = [_sentence(lie.item) for lie in mine]
        for lie, statements in zip(mine, _report(case, sentences, door, judged=judged), strict=True):
            verdict = _worst(statements)
            came = _CAME[verdict]
            if came == "unmarked" and lie.family in SOURCELESS and all(one["according_to"] for one in statements):
                came = "marked"
            door.lies[verdict] += 1
            door.families[lie.family][came] += 1
            if came == "unmarked":
                door.through.append(f"{lie.id} {lie.family}: {lie.words}  [{lie.false}]")
    return door


def _plain(case: Case, place: str, step: str, item: Json) -> bool:
    if step == "quotes" or any(place == wrong for wrong, _ in case.wrong):
        return False
    return step == "summary" or not item["according_to"]


def _sentence(item: Json) -> str:
    words = str(item.get("title") or item["text"]).strip()
    return words if words[-1] in '.?!”"“' else f"{words}."


def _worst(statements: Sequence[Json]) -> str:
    return min((one["verdict"] for one in statements), key=VERDICTS.index)


def asked(case: Case, told: Sequence[Lie]) -> list[Json]:
    """The judge's requests as `nutgraf.check` sends them, for what is right and what is a lie in one text, mixed by the alphabet."""
    bodies: list[Json] = []

    def script(body: Json, _number: int) -> Told:
        bodies.append(body)
        return completion(json.dumps({"verdicts": []}))

    right = {_sentence(item) for place, step, item in case.items() if _plain(case, place, step, item)}
    if sentences := sorted(right.union(_sentence(lie.item) for lie in told if lie.words)):
        _check(case, sentences, script)
    return bodies


def _report(case: Case, sentences: Sequence[str], door: Door, *, judged: bool) -> list[list[Json]]:
    """For each sentence what the report says of it; each stands in a paragraph of its own."""
    if not sentences:
        return []
    if not judged:
        return _by_sentence(sentences, nutgraf.check("\n\n".join(sentences), case.article))
    played, ruled = Played({}, 0, 0), judge_of(verdicts("check"), case.name)

    def script(body: Json, _number: int) -> Told:
        return completion(json.dumps({"verdicts": list(rulings(body["messages"][-1]["content"], ruled, played))}))

    report = _check(case, sentences, script)
    door.unjudged += len(played.unjudged)
    return _by_sentence(sentences, report)


def _check(case: Case, sentences: Sequence[str], script: Callable[[Json, int], Told]) -> Report:
    with serving(script) as server:
        return nutgraf.check(
            "\n\n".join(sentences),
            case.article,
            model="strong",
            base_url=server.base_url,
            api_key="none",
            cache=None,
        )


def _by_sentence(sentences: Sequence[str], report: Report) -> list[list[Json]]:
    found, start = [], 0
    text = "\n\n".join(sentences)
    statements = report.model_dump(mode="json")["statements"]
    for sentence in sentences:
        start = text.index(sentence, start)
        end = start + len(sentence)
        found.append([one for one in statements if start <= one["span"]["start"] < end])
        start = end
    return found
