"""What one article costs besides the model: processor time and prompt tokens, nutgraf beside its peers.

    python benchmarks/articles.py [--articles 30] [--rounds 3] [--peer-python PATH]

Every system summarizes the same articles (two examples made into one, with another number in each) with a model server
in a process of its own that answers at once with a correct brief of that article. nutgraf's figure holds reading, checking
and grounding; the peers hand the answer back as it is. `openai` is the bare client with a prompt of one line: the floor.
langextract runs where its interpreter is named (`--peer-python`), with its default settings. Tokens are characters / 4,
schema included; memory is the peak of the process. Last comes reading + checking alone, of all passes. nutgraf remembers
what it found in a sentence, and here all articles have the same ones: it is made to forget before each.
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
from nutgraf.reading import Reading
from nutgraf.reading.offers.words import candidates

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"


def _story(length: int = 3_300) -> str:
    """Paragraphs of two examples, up to a length that is common in the news."""
    found = ""
    for name in ("lake-accord", "hillside-collapse"):
        article = nutgraf.Article.from_file(EXAMPLES / f"{name}.json")
        for paragraph in "".join(article.text[start:end] for start, end in article.body).split("\n\n"):
            if len(found) < length:
                found += paragraph.strip() + "\n\n"
    return found.strip()


STORY = _story()
TASK = "List the quotations with their speakers, the events, and a summary of the article."

# Each is a program: sys.argv = base URL, number of articles, seed, story. It prints its processor seconds.
_HEAD = """
import resource, sys, time
base, count, seed, story = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
articles = [f"Report {seed}-{n}.\\n\\n{story}" for n in range(count)]
def measured(ask):
    ask(f"Report {seed}-first.\\n\\n{story}")
    began = time.process_time()
    for article in articles:
        ask(article)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, time.process_time() - began)
"""
_FORGET = """
from nutgraf.checking.place import lookup
from nutgraf.checking.rules import stems
from nutgraf.checking.rules.words import figures, wording
from nutgraf.reading.numbers import find as numbers
from nutgraf.reading.verbs import tense
from nutgraf.reading.verbs import found as verb_groups
def forget():
    for found in (numbers.numbers_in, tense.negations, verb_groups.cues, verb_groups.has_group, lookup._levelled, stems.content_stems, wording.wording, figures.figures_of):
        found.cache_clear()
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
%(forget)s
desk = nutgraf.Summarizer(model="m", base_url=base, window="article", cache=None)
def ask(article):
    forget()
    assert desk.summarize(article).events
measured(ask)
""",
    "checking": """
import nutgraf
from nutgraf.asking.question.wire import answer_class
from nutgraf.reading.window import runs
from nutgraf.results import Provenance, Usage
from nutgraf.steps import Answered, make_brief
%(forget)s
desk = nutgraf.Summarizer(model="m", base_url=base, window="article", cache=None)
answer = answer_class(tuple((p.name, p.item) for p in desk.passes)).model_validate_json(sys.argv[5])
made_by = Provenance(model="m", host="", prompts={}, version="")
def ask(article):
    forget()
    reading = nutgraf.read(article)
    (window,) = runs(reading, "article")
    answers = [Answered(p.name, window, getattr(answer, p.name)) for p in desk.passes]
    assert make_brief(desk.passes, reading, answers, Usage(), made_by).events
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
        {"evidence": [s.number], "title": title, "status": "occurred", "place": None} | _particulars(reading, s.number)
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


def _particulars(reading: Reading, number: int) -> dict[str, object]:
    participants = [{"name": name, "role": "actor"} for name in candidates(reading, "names", [number])[:2]]
    times, quantities = (candidates(reading, among, [number]) for among in ("times", "quantities"))
    return {
        "participants": participants,
        "time": times[0] if times else None,
        "quantities": [{"span": words, "role": None} for words in quantities[:2]],
    }


def measure(system: str, python: str, content: str, articles: int, seed: str) -> tuple[float, float, float]:
    """Milliseconds of processor time and prompt tokens for each article; the process's peak of memory in MiB."""
    server = Misbehaving().script(answer(content))
    try:
        program = _HEAD + PROGRAMS[system].replace("%(task)r", repr(TASK)).replace("%(forget)s", _FORGET)
        ran = subprocess.run(
            [python, "-c", program, server.base_url, str(articles), seed, STORY, content],
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            raise SystemExit(f"{system}: {ran.stderr[-2000:]}")
        sent = sum(_prompt(body) for body in server.books().bodies) / (articles + 1)
    finally:
        server.stop()
    memory, seconds = map(float, ran.stdout.split()[-2:])
    return seconds / articles * 1_000, sent, memory


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
    pythons["checking"], answers["checking"] = sys.executable, answers["nutgraf"]
    figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in pythons}
    for round_ in range(options.rounds):
        for name, python in pythons.items():
            figures[name].append(measure(name, python, answers[name], options.articles, str(round_)))
    print(f"Python {sys.version.split()[0]}, openai {version('openai')}, instructor {version('instructor')}")
    print(f"article of {len(STORY):,} characters, {options.articles} articles, median of {options.rounds} rounds")
    heads = ("ms an article", "x instructor", "prompt tokens", "x article", "peak MiB", "x instructor")
    print(f"{'system':12}" + "".join(f"{head:>15}" for head in heads))
    checking = figures.pop("checking")
    peer, peak = (statistics.median(row[column] for row in figures["instructor"]) for column in (0, 2))
    for name, rows in figures.items():
        ms, memory = (statistics.median(row[column] for row in rows) for column in (0, 2))
        tokens = rows[0][1]
        cells = (f"{ms:.2f}", f"{ms / peer:.2f}", f"{tokens:.0f}", f"{tokens / (len(STORY) / 4):.2f}", f"{memory:.0f}")
        print(f"{name:12}" + "".join(f"{cell:>15}" for cell in (*cells, f"{memory / peak:.2f}")))
    alone = statistics.median(row[0] for row in checking)
    print(f"reading + checking of all passes: {alone:.2f} ms, {alone / len(STORY) * 3_300:.2f} for 3,300 characters")
    if not options.peer_python:
        print("langextract is left out: name an interpreter that has it with --peer-python")


if __name__ == "__main__":
    main()
