"""The judge's requests, for whoever answers them by hand, and what was answered.

The requests are the judge's own: `nutgraf.asking.judging` makes them, with its prompt and its choice of sentences; right statements and lies
stand mixed, in the order of the sentences that they cite. Every lie is put to the judge, also one that today's rules refuse.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from examples import Json
from nutgraf.asking.judging import Claim, dockets
from nutgraf.desk import Desk
from nutgraf.settings import Settings
from strong_check import asked
from strong_play import STATEMENT, bare, play, with_lies
from strong_set import Case, Lie, Verdicts, verdicts, verdicts_path

Put = tuple[tuple[int, ...], str]
"""Sentences cited, and a statement."""


def _nothing(_words: str) -> Json | None:
    return None


def statements(case: Case, told: Sequence[Lie]) -> list[Put]:
    """Everything about one article that the judge is to be asked, once."""
    found: list[Put] = []
    if case.answer is not None:
        found += play(case, case.answer, _nothing).claims
    found += play(case, with_lies(case, told), _nothing).claims
    heard = {bare(words) for _, words in found}
    found += [(tuple(lie.item["evidence"]), _as_put(lie)) for lie in told if lie.words and bare(lie.words) not in heard]
    return list(dict.fromkeys(found))


def _as_put(lie: Lie) -> str:
    """A lie as `nutgraf.checking.written` would put it."""
    item = lie.item
    if lie.step == "summary":
        return lie.words
    time = item["time"] or ""
    source = f"according to {item['according_to']}" if item["according_to"] else ""
    fields = [item["status"], "" if time in lie.words else time, source]
    return f"{lie.words} ({'; '.join(one for one in fields if one)})"


def write_requests(chosen: Sequence[Case], told: Sequence[Lie], folder: Path) -> str:
    """Leave the requests whose statements have no verdict yet in folder/in: those about briefs, then those of `nutgraf.check`."""
    (folder / "in").mkdir(parents=True, exist_ok=True)
    (folder / "out").mkdir(exist_ok=True)
    count = 0
    for case in chosen:
        mine = [lie for lie in told if lie.article == case.name]
        for body in (*_about_briefs(case, mine), *_about_texts(case, mine)):
            count += 1
            path = folder / "in" / f"{count:03d}.json"
            path.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return f"{count} requests in {folder / 'in'}; answers go to {folder / 'out'}"


def _about_briefs(case: Case, told: Sequence[Lie]) -> Iterator[Json]:
    desk = Desk(Settings(model="strong", base_url="http://127.0.0.1:9/v1", api_key="none", cache=None, judge="same"))
    known = {(tuple(one["cites"]), one["statement"]) for one in verdicts().get(case.name, [])}
    put = [one for one in statements(case, told) if one not in known]  # a verdict by other sentences is none
    reading = case.reading
    sentences = [reading.sentence_span(sentence.number).text for sentence in reading.sentences]
    claims = [Claim(words, tuple(number - 1 for number in cited)) for cited, words in put]
    for docket in dockets(claims, [sentences]):
        question = desk.judge(docket)
        messages = [{"role": role, "content": content} for role, content in question.messages]
        yield {"article": case.name, "door": "brief", "messages": messages, "response_format": question.schema}


def _about_texts(case: Case, told: Sequence[Lie]) -> Iterator[Json]:
    known = {one["statement"] for one in verdicts("check").get(case.name, [])}
    for body in asked(case, told):
        put = STATEMENT.findall(body["messages"][-1]["content"].split("\nStatements:\n", 1)[1])
        if any(words not in known for _, _, words in put):
            yield {"article": case.name, "door": "check", **{key: body[key] for key in ("messages", "response_format")}}


def read_verdicts(folder: Path) -> str:
    """Take the answers in folder/out over into the verdicts of their door, beside those that stand there."""
    stored, taken = {door: verdicts(door) for door in ("brief", "check")}, 0
    for path in sorted((folder / "out").glob("*.json")):
        body = json.loads((folder / "in" / path.name).read_text("utf-8"))
        given = stored[body["door"]]
        mine = {one["statement"]: one for one in given.get(body["article"], [])}
        for one in _taken(body, json.loads(path.read_text("utf-8"))):
            mine[one["statement"]] = one
            taken += 1
        given[body["article"]] = list(mine.values())
    for door, given in stored.items():
        _keep(given, door)
    return f"{taken} verdicts taken over"


def _taken(body: Json, answer: Json) -> Iterator[Json]:
    put = {
        int(number): (cited, words)
        for number, cited, words in STATEMENT.findall(body["messages"][-1]["content"].split("\nStatements:\n", 1)[1])
    }
    for one in answer["verdicts"]:
        cited, words = put[one["item"]]
        cites = [int(number) for number in re.findall(r"\d+", cited)]
        yield {"statement": words, "cites": cites, "verdict": one["verdict"], "reason": one.get("reason")}


def _keep(given: Verdicts, door: str) -> None:
    lines = ",\n".join(
        f" {json.dumps(name)}: [\n"
        + ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in given[name])
        + "\n ]"
        for name in given
    )
    verdicts_path(door).write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
