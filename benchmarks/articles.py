"""What one article costs besides the model: processor time and prompt tokens, nutgraf beside its peers.

    python benchmarks/articles.py [--articles 30] [--rounds 3] [--peer-python PATH]

Every system summarizes the same articles (an example with another number in each) with a model server in a process of
its own that answers at once with a correct brief of that article. nutgraf's figure holds reading, checking and grounding;
the peers hand the answer back as it is. `openai` is the bare client with a prompt of one line: the floor. langextract runs
where its interpreter is named (`--peer-python`), with its default settings. Tokens are characters / 4, schema included.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nutgraf

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from misbehaving import Misbehaving, answer

STORY = nutgraf.Article.from_file(Path(__file__).parents[1] / "examples" / "articles" / "lake-accord.json").text
TASK = "List the quotations with their speakers, the events, and a summary of the article."

# Each is a program: sys.argv = base URL, number of articles, seed, story. It prints its processor seconds.
_HEAD = """
import sys, time
base, count, seed, story = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
articles = [f"Report {seed}-{n}.\\n\\n{story}" for n in range(count)]
def measured(ask):
    ask(f"Report {seed}-first.\\n\\n{story}")
    began = time.process_time()
    for article in articles:
        ask(article)
    print(time.process_time() - began)
"""
PROGRAMS = {
    "openai": """
import openai
client = openai.OpenAI(base_url=base, api_key="k")
def ask(article):
    client.chat.completions.create(model="m", messages=[{"role": "system", "content": %(task)r}, {"role": "user", "content": article}])
measured(ask)
""",
    "nutgraf": """
import nutgraf
desk = nutgraf.Summarizer(model="m", base_url=base, window="article", cache=None)
def ask(article):
    assert desk.summarize(article).events
measured(ask)
""",
    "instructor": """
import instructor, openai
from pydantic import BaseModel
class Quote(BaseModel):
    words: str
    speaker: str | None
class Event(BaseModel):
    title: str
    status: str
    sentence: str
class Brief(BaseModel):
    quotes: list[Quote]
    events: list[Event]
    summary: list[str]
client = instructor.from_openai(openai.OpenAI(base_url=base, api_key="k"), mode=instructor.Mode.JSON_SCHEMA)
def ask(article):
    client.chat.completions.create(model="m", response_model=Brief,
        messages=[{"role": "system", "content": %(task)r}, {"role": "user", "content": article}])
measured(ask)
""",
    "langextract": """
import langextract as lx
from langextract.providers.openai import OpenAILanguageModel
example = lx.data.ExampleData(
    text="The ferry sank on Monday. “Nobody was hurt,” said Ann Lee.",
    extractions=[
        lx.data.Extraction("quote", "Nobody was hurt,", attributes={"speaker": "Ann Lee"}),
        lx.data.Extraction("event", "The ferry sank on Monday", attributes={"status": "occurred"}),
    ],
)
model = OpenAILanguageModel(model_id="m", base_url=base, api_key="k")
def ask(article):
    lx.extract(article, prompt_description=%(task)r, examples=[example], model=model, show_progress=False)
measured(ask)
""",
}


def briefs() -> dict[str, str]:
    """The right answer to each system's question, from the rules' own reading."""
    reading = nutgraf.read(f"Report 0.\n\n{STORY}")
    quotes, words = [], []
    for told in reading.attributions:
        speaker = reading.speaker_of(told)
        name = speaker.name if speaker else None
        quotes.append(
            {
                "content": list(told.segments) or [str(told.sentence)],
                "speaker": {"name": name, "kind": "person"},
                "cue": None,
                "addressee": None,
            }
        )
        words += [{"words": reading.article.text[a:b], "speaker": name} for a, b in told.content]
    sentences = [s for s in reading.sentences if not reading.segments_in([s.number])][1:11]
    titles = [reading.article.text[s.start : s.end] for s in sentences]
    events = [
        {"evidence": [s.number], "title": title, "status": "occurred", "topic": None, "participants": []}
        | {"place": None, "time": None, "quantities": []}
        for s, title in zip(sentences, titles, strict=True)
    ]
    points = [{"evidence": [sentences[0].number], "text": titles[0]}]
    plain = [{"title": t, "status": "occurred", "sentence": t} for t in titles]
    found = [{"quote": w["words"], "quote_attributes": {"speaker": w["speaker"]}} for w in words]
    found += [{"event": t, "event_attributes": {"status": "occurred"}} for t in titles]
    return {
        "openai": "The accord was signed.",
        "nutgraf": json.dumps({"quotes": quotes, "events": events, "summary": points}),
        "instructor": json.dumps({"quotes": words, "events": plain, "summary": titles[:1]}),
        "langextract": json.dumps({"extractions": found}),
    }


def measure(system: str, python: str, content: str, articles: int, seed: str) -> tuple[float, float]:
    """Milliseconds of processor time and prompt tokens for each article."""
    server = Misbehaving().script(answer(content))
    try:
        program = _HEAD + PROGRAMS[system].replace("%(task)r", repr(TASK))
        ran = subprocess.run(
            [python, "-c", program, server.base_url, str(articles), seed, STORY],
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            raise SystemExit(f"{system}: {ran.stderr[-2000:]}")
        sent = sum(_prompt(body) for body in server.books().bodies) / (articles + 1)
    finally:
        server.stop()
    return float(ran.stdout.split()[-1]) / articles * 1_000, sent


def _prompt(body: dict[str, object]) -> float:
    messages = body["messages"]
    assert isinstance(messages, list)
    schema = json.dumps(body.get("response_format", ""), separators=(",", ":"))
    return (sum(len(str(message["content"])) for message in messages) + len(schema)) / 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer-python")
    options = parser.parse_args()
    answers = briefs()
    pythons = dict.fromkeys(("openai", "nutgraf", "instructor"), sys.executable)
    if options.peer_python:
        pythons["langextract"] = options.peer_python
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in pythons}
    for round_ in range(options.rounds):
        for name, python in pythons.items():
            figures[name].append(measure(name, python, answers[name], options.articles, str(round_)))
    print(f"Python {sys.version.split()[0]}, openai {version('openai')}, instructor {version('instructor')}")
    print(f"article of {len(STORY):,} characters, {options.articles} articles, median of {options.rounds} rounds")
    print(f"{'system':12}{'ms an article':>15}{'x instructor':>14}{'prompt tokens':>15}{'x article':>11}")
    peer = statistics.median(ms for ms, _ in figures["instructor"])
    for name, rows in figures.items():
        ms, tokens = statistics.median(row[0] for row in rows), rows[0][1]
        print(f"{name:12}{ms:>15.2f}{ms / peer:>14.2f}{tokens:>15.0f}{tokens / (len(STORY) / 4):>11.2f}")
    if not options.peer_python:
        print("langextract is left out: name an interpreter that has it with --peer-python")


if __name__ == "__main__":
    main()
