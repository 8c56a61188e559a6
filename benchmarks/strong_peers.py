"""Peers with a strong model's answers, beside nutgraf: `python benchmarks/strong_peers.py [--peer-python PATH] [--show] [--json FILE]`.

The six articles of `examples/articles`. Answers, given by hand in one pass by readers who knew the peer's own request alone, are played to
the real peer on a loopback endpoint, nutgraf's to the real `Summarizer`. Each system was answered by other readers: a difference in what is
found is first of all one between readers; what a system does with an answer is its own.

instructor   a nested schema with the same fields; *cited*: the same answers, with the validators of its guide to exact citations
langextract  quotes, events and main points, a worked example, the whole article in one chunk

verbatim     pieces of delivered quotes that stand in the article letter by letter, a pair of marks around them aside
segments     quoted segments of the gold that are delivered as direct or mixed; and of those delivered the ones that are the gold's.
             Three characters at an edge make no difference here
speakers     of the gold's segments, and of its indirect statements
events       settled, open, of those delivered, dates: see benchmarks/examples.py; weeks, quarters and ranges are left out of the dates
places       of the words of quotes and of evidence: those whose place a caller is given; of these, where just these words stand
kept         answered items that are delivered as answered. Of nutgraf's those that others found right; of the peers' all, since nobody has
             said which are; *marked*: those of them that carry a mark, as lies do
lies         of `examples/strong/lies.json`, in each schema, among right quotes: unmarked, marked, refused. A mark of langextract's is a place at
             which other words stand than it delivers; instructor has none
tokens       characters / 4 of messages and schema, and of answers
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from examples import ROOT, Json, Score, score
from loopback import Told, completion, serving
from nutgraf.results import Ratio
from strong import Kept, lied
from strong_lies import MARKS
from strong_peers_form import Extracted, Form, Nested, doubted, missing, outcome
from strong_peers_place import brief, leveled, plain_dates, verbatim
from strong_play import judge_of, play
from strong_set import FOLDER, Case, Lie, cases, lies, verdicts
from systems import Line, NotHere

ANSWERS = FOLDER / "peers"
ASKED = ANSWERS / "asked.json"
"""What each answer was an answer to: a digest of the request."""
PEERS: dict[str, tuple[str, Form]] = {
    "instructor": ("instructor", Nested()),
    "cited": ("instructor", Nested()),
    "langextract": ("langextract", Extracted()),
}
"""Whose answers a peer is played, and their form."""


@dataclass
class Row:
    """What one system came to on all articles."""

    scores: Score = field(default_factory=Score)
    quotes: int = 0
    verbatim: Ratio = field(default_factory=Ratio)
    placed: Ratio = field(default_factory=Ratio)
    right_places: Ratio = field(default_factory=Ratio)
    kept: Ratio = field(default_factory=Ratio)
    doubted: int = 0
    lies: Counter[str] = field(default_factory=Counter[str])
    altered: Counter[str] = field(default_factory=Counter[str])
    requests: int = 0
    asked: int = 0
    answered: int = 0
    told: list[str] = field(default_factory=list[str])
    """What was lost or changed, what failed, and the lies that came through unmarked."""

    def cells(self) -> dict[str, str]:
        one = self.scores
        ratios = {
            "  pieces verbatim": self.verbatim,
            "segments found": one.segments,
            "  of those delivered": one.precise_segments,
            "  their speakers": one.speakers,
            "indirect found": one.indirect,
            "  speakers of these": one.indirect_speakers,
            "events found: settled": one.settled,
            "events found: open": one.open,
            "  gold of those delivered": one.precise,
            "  their dates": one.dates,
            "places given": self.placed,
            "  right": self.right_places,
            "answered items kept": self.kept,
        }
        return {
            "quotes delivered": str(self.quotes),
            **{name: str(ratio) if ratio.of else "-" for name, ratio in ratios.items()},
            "  marked": str(self.doubted),
            "lies: unmarked/marked/refused": "/".join(str(self.lies[mark]) for mark in MARKS),
            "  altered quotations": "/".join(str(self.altered[mark]) for mark in MARKS),
            "requests": str(self.requests),
            "tokens in": f"{self.asked:,}",
            "tokens out": f"{self.answered:,}",
        }

    def take(self, case: Case, delivered: Json, pieces: Sequence[str]) -> None:
        """Count what was delivered about one article."""
        gold = plain_dates(json.loads((ROOT / "examples" / "gold" / f"{case.name}.json").read_text("utf-8")))
        self.scores += score(leveled(delivered, gold), gold)
        self.quotes += len(delivered["quotes"])
        self.verbatim += Ratio(sum(verbatim(one, case.article.text) for one in pieces), len(pieces))

    def take_places(self, places: Sequence[tuple[str, Sequence[int] | None]], text: str) -> None:
        """Count words and where a caller is told that they stand."""
        given = [(words, at) for words, at in places if at]
        self.placed += Ratio(len(given), len(places))
        self.right_places += Ratio(sum(text[at[0] : at[1]] == words for words, at in given), len(given))


def nutgraf(chosen: Sequence[Case], told: Sequence[Lie], *, judged: bool) -> Row:
    """Play the answers that nutgraf was given to the real `Summarizer`."""
    row, keeping, stored = Row(), Kept(), verdicts()
    for case in chosen:
        played = play(case, case.answer or {}, judge_of(stored, case.name) if judged else None)
        keeping.add(case, played)
        quoted = [span for one in played.brief["quotes"] for span in one["content"]]
        row.take(case, played.brief, [span["text"] for span in quoted])
        cited = [span for step in ("events", "summary") for one in played.brief[step] for span in one["evidence"]]
        places = [(span["text"], (span["start"], span["end"])) for span in (*quoted, *cited)]
        row.take_places(places, case.article.text)
        row.requests += played.requests
        row.asked += played.tokens - played.answered
        row.answered += played.answered
    row.kept, row.doubted = Ratio(keeping.right - keeping.harmed, keeping.right), keeping.open
    tally, through, _ = lied(chosen, told, judged=judged)
    row.lies = sum(tally.values(), Counter())
    row.altered = tally["quotation_altered"]
    row.told = [*keeping.told, *through]
    return row


@dataclass
class Heard:
    """What a peer made of answers."""

    said: dict[str, Json] = field(default_factory=dict[str, Json])
    """By article; empty where it failed."""
    failed: list[str] = field(default_factory=list[str])
    asked: list[tuple[str, Json]] = field(default_factory=list[tuple[str, Json]])
    """Every request, with the name of its article."""


def hear(name: str, python: str, chosen: Sequence[Case], answers: Mapping[str, Json]) -> Heard:
    """Play answers to the real peer, which gets the same one when it asks again.

    Raises:
        NotHere: that interpreter does not have it.
    """
    heard = Heard()

    def script(body: Json, _number: int) -> Told:
        told = "\n".join(str(message["content"]) for message in body["messages"])
        article = next(case.name for case in chosen if case.article.text in told)
        heard.asked.append((article, body))
        return completion(json.dumps(answers[article], ensure_ascii=False))

    with serving(script) as server:
        command = [python, str(Path(__file__).with_name("strong_peers_line.py")), name]
        line = Line(command, {"base_url": server.base_url, "key": "none", "model": "strong-model"})
        for case in chosen:
            told = line.ask({"text": case.article.text, "published": str(case.article.published)})
            heard.said[case.name] = told.get("said", {})
            heard.failed += [f"{case.name}: {told['error']}"] if "error" in told else []
        line.end()
    return heard


def peer(name: str, python: str, chosen: Sequence[Case], told: Sequence[Lie]) -> Row:
    """Play a peer's answers, then lies in their place, to the real peer.

    Raises:
        NotHere: that interpreter does not have it.
    """
    folder, form = PEERS[name]
    row, answers = Row(), stored_answers(folder)
    mine = [case for case in chosen if case.name in answers]
    row.told = [f"{case.name}: nobody has answered yet" for case in chosen if case.name not in answers]
    heard = hear(name, python, mine, answers)
    digests = json.loads(ASKED.read_text("utf-8"))[folder]
    for article, body in heard.asked:
        row.requests += 1
        row.asked += (sum(len(str(one["content"])) for one in body["messages"]) + _length(body["response_format"])) // 4
        row.answered += _length(answers[article]) // 4
        if digest(body) not in digests.values():
            row.told.append(f"{article}: asks otherwise than it did when it was answered")
    row.told += heard.failed
    for case in mine:
        items = form.delivered(heard.said[case.name])
        answered = form.answered(answers[case.name])
        lost = missing(answered, items)
        row.kept += Ratio(len(answered) - len(lost), len(answered))
        row.doubted += sum(doubted(one, items, case.article.text) for one in items)
        row.told += [f"{case.name} not delivered as answered: {one['step']} {one['words']}" for one in lost]
        pieces = [words for one in items if one["step"] == "quotes" for words in one["words"]]
        row.take(case, brief(case.article, items), pieces)
        row.take_places([(words, one["at"]) for one in items for words in one["words"]], case.article.text)
    _lie(row, name, python, mine, told)
    return row


def _lie(row: Row, name: str, python: str, chosen: Sequence[Case], told: Sequence[Lie]) -> None:
    folder, form = PEERS[name]
    answers = stored_answers(folder)
    mine = {case.name: [lie for lie in told if lie.article == case.name] for case in chosen}
    heard = hear(
        name, python, chosen, {case.name: form.with_lies(answers[case.name], mine[case.name], case) for case in chosen}
    )
    for case in chosen:
        items = form.delivered(heard.said[case.name])
        for lie in mine[case.name]:
            came = outcome(form.answered(form.lie(lie, case.reading)), items, case.article.text)
            row.lies[came] += 1
            row.altered[came] += lie.family == "quotation_altered"
            row.told += [f"{lie.id} {lie.family}: unmarked"] if came == "unmarked" else []


def stored_answers(folder: str) -> dict[str, Json]:
    """By article, as they were given."""
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((ANSWERS / folder).glob("*.json"))}


def digest(body: Json) -> str:
    """Tells one request from another: messages and schema."""
    return sha256(json.dumps([body["messages"], body["response_format"]], sort_keys=True).encode()).hexdigest()


def _length(value: Json) -> int:
    return len(json.dumps(value, ensure_ascii=False))


def measured(python: str | None) -> tuple[dict[str, Row], dict[str, str]]:
    """The systems that can run here, and why the others can't."""
    chosen = [case for case in cases() if (ROOT / "examples" / "gold" / f"{case.name}.json").exists()]
    told = [lie for lie in lies() if any(lie.article == case.name for case in chosen)]
    rows = {name: nutgraf(chosen, told, judged=judged) for name, judged in (("nutgraf", False), ("judged", True))}
    left_out: dict[str, str] = {}
    for name in PEERS:
        if python is None:
            left_out[name] = "--peer-python names an interpreter that has instructor, langextract[openai] and openai"
            continue
        try:
            rows[name] = peer(name, python, chosen, told)
        except NotHere as error:
            left_out[name] = str(error)
    return rows, left_out


def table(rows: Mapping[str, Row]) -> list[str]:
    """A line for each measure, a column for each system."""
    cells = {name: row.cells() for name, row in rows.items()}
    measures = next(iter(cells.values()))
    heads = f"{'':30}" + "".join(f"{name:>13}" for name in cells)
    return [heads, *(f"{one:30}" + "".join(f"{column[one]:>13}" for column in cells.values()) for one in measures)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer-python", help="interpreter that has the peers; without it they are left out")
    parser.add_argument(
        "--show", action="store_true", help="name what was lost or changed, and the lies that came through"
    )
    parser.add_argument("--json", type=Path, help="write the figures there")
    options = parser.parse_args()
    rows, left_out = measured(options.peer_python)
    print(*table(rows), sep="\n")
    for name, reason in left_out.items():
        print(f"left out: {name} ({reason})")
    if options.show:
        for name, row in rows.items():
            print(f"\n{name}:", *row.told, sep="\n  ")
    if options.json:
        options.json.write_text(json.dumps({name: row.cells() for name, row in rows.items()}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
