"""The systems that benchmarks/quality.py compares, each as a function from an article to one plain structure."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from subprocess import PIPE, Popen

from examples import Json, Range
from nutgraf import Article, Summarizer, read
from nutgraf.asking.line.endpoint import resolve
from placing import bare_event, brief_of, numbered, placed


class NotHere(Exception):
    """This system can't run here; the message says why."""


@dataclass(frozen=True)
class Settings:
    """The model that every system asks, and how peers are run."""

    model: str = "local"
    base_url: str | None = None
    api_key: str | None = None
    peer_python: str = sys.executable
    keep: Path | None = None
    """Folder for the peers' answers, so that scoring again costs nothing (nutgraf has its own cache)."""

    def endpoint(self) -> tuple[str, str, str]:
        """Base URL, key and model name, for clients that know nothing of nutgraf."""
        found = resolve(self.model, base_url=self.base_url, api_key=self.api_key)
        if found.flavour != "local":
            return found.base_url, found.api_key or "none", found.model
        from nutgraf.asking.local import embedded as local

        server = local.ensure_server()
        return server.base_url, server.api_key, server.alias


@dataclass(frozen=True, kw_only=True)
class Output:
    """What a system delivers, in the shape of a brief's JSON. None: it delivers no such thing."""

    brief: Json
    claims: Json
    """The same with everything in it that the grounding check can judge."""
    events: list[Json] | None = None
    times: list[Json] | None = None
    quantities: list[Json] | None = None
    segments: list[Range] | None = None


Reads = Callable[[Article], Output]


def with_events(brief: Json) -> Output:
    """The output of a system whose times and quantities belong to events."""
    events = brief["events"]
    times = {(t["span"]["start"], t["span"]["end"]): t for e in events if (t := e["time"]) and t["span"]}
    numbers = {(q["span"]["start"], q["span"]["end"]): q for event in events for q in event["quantities"]}
    return Output(brief=brief, claims=brief, events=events, times=[*times.values()], quantities=[*numbers.values()])


def empty(article: Article) -> Output:
    """What a system delivers that failed on an article."""
    return with_events(brief_of(article))


def by_rule(_settings: Settings) -> Reads:
    """`nutgraf.read`: no model."""

    def run(article: Article) -> Output:
        reading = read(article)
        quotes, times, quantities = (
            [one.model_dump(mode="json") for one in found]
            for found in (reading.quotes, reading.times, reading.quantities)
        )
        carriers = []  # for the grounding check, a time or number claims to stand in its sentence
        for kind, one in sorted(
            [*(("time", t) for t in times if t["span"]), *(("quantities", q) for q in quantities)],
            key=lambda pair: pair[1]["span"]["start"],
        ):
            span = one["span"]
            sentences = [reading.sentence_span(n).model_dump() for n in reading.numbers_of(span["start"], span["end"])]
            evidence = sentences or [span]
            carrier = bare_event(" ".join(s["text"] for s in evidence), "occurred", evidence)
            carriers.append({**carrier, kind: one if kind == "time" else [one]})
        carriers.sort(key=lambda event: event["evidence"][0]["start"])
        return Output(
            brief=brief_of(article, quotes=quotes),
            claims=brief_of(article, quotes=quotes, events=numbered(carriers, "e")),
            times=times,
            quantities=quantities,
            segments=[(one.start, one.end) for one in reading.segments],
        )

    return run


def nutgraf(settings: Settings) -> Reads:
    """`Summarizer(model=…)`, as anyone would call it."""
    desk = Summarizer(model=settings.model, base_url=settings.base_url, api_key=settings.api_key)
    return lambda article: with_events(desk.summarize(article).model_dump(mode="json"))


class Line:
    """A process that answers one line of JSON with another.

    Raises:
        NotHere: it can't be started, or ends before its first answer (a package is missing).
    """

    def __init__(self, command: Sequence[str], greeting: Json) -> None:
        try:
            self._process = Popen(command, stdin=PIPE, stdout=PIPE, text=True, encoding="utf-8")
        except OSError as error:
            raise NotHere(f"{command[0]}: {error.strerror}") from None
        try:
            self.ask(greeting)
        except BrokenPipeError as error:
            raise NotHere(f"{command[0]}: {error}") from None

    def ask(self, question: Json) -> Json:
        """The answer to a question. Raises BrokenPipeError when the process has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
        if not (line := self._process.stdout.readline()):
            self.end()
            raise BrokenPipeError(f"ended with exit code {self._process.returncode}; is the package installed there?")
        return dict(json.loads(line))

    def end(self) -> None:
        """Close its input, at which it ends."""
        with suppress(BrokenPipeError):
            self._process.communicate()


def peer(name: str) -> Callable[[Settings], Reads]:
    """A peer by its name in peers.py, in a process of its own that starts with the first article that needs it."""

    def made(settings: Settings) -> Reads:
        script, lines = Path(__file__).with_name("peers.py"), list[Line]()

        def ask(article: Article) -> Json:
            base_url, key, model = settings.endpoint()  # each time: the embedded model's server stops when idle
            if not lines:
                server = {"base_url": base_url, "key": key, "model": model}
                lines.append(Line([settings.peer_python, str(script), name], server))
            return lines[0].ask({"text": article.text, "published": str(article.published)})

        def run(article: Article) -> Output:
            known = f"{name}\n{settings.model}\n{article.published}\n{article.text}".encode()
            file = settings.keep and settings.keep / f"{name}-{sha256(script.read_bytes() + known).hexdigest()}.json"
            if file and file.exists():
                answer = json.loads(file.read_text(encoding="utf-8"))
            else:
                answer = ask(article)
                if file and "Connection error" not in answer.get("error", ""):
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
            if "error" in answer:
                raise RuntimeError(answer["error"])
            return with_events(placed(article, answer["said"]))

        return run

    return made


SYSTEMS: dict[str, Callable[[Settings], Reads]] = {
    "read": by_rule,
    "nutgraf": nutgraf,
    "instructor": peer("instructor"),
    "langextract": peer("langextract"),
}
