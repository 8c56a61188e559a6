"""The peers that benchmarks/quality.py compares with, in a process of their own: `python benchmarks/peers.py instructor|langextract`.

Each is asked in the way that its own documentation shows, with the same task, worked example, model and temperature 0. Needs
nothing but the peer and its openai client, so that any interpreter which has them can run it. The first line of standard
input names the server: {"base_url", "key", "model"}. Then each line is an article, {"text", "published"}, and each line
of standard output its answer: {"said": {"quotes", "events", "summary"}}, or {"error"}. The first line of output says {"ready"}.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any, Literal

from pydantic import BaseModel, Field

Json = dict[str, Any]
Asks = Callable[[str, str], Json]

MOST_TOKENS = 3_000
MOST_TOKENS_OF_A_CHUNK = 1_000  # langextract asks about 1,000 characters at a time
PATIENCE = 600.0  # seconds for one request: small machines are slow
STATUSES = "occurred, ongoing, planned, hypothetical or cancelled"
TASK = (
    "Extract from a news article everything that somebody says in direct or indirect speech, a list of the events, "
    f"each with its status ({STATUSES}), and a summary of at most three points. Copy the article's words exactly."
)


class Said(BaseModel):
    """Something that was said, in direct or indirect speech."""

    text: str = Field(description="the words said, copied from the article letter by letter, without quotation marks")
    speaker: str | None = Field(description="the speaker's full name as the article gives it; null when unnamed")
    mention: str | None = Field(description="the words beside the statement that name the speaker, such as: he")
    cue: str | None = Field(description="the reporting word, such as: said")


class Number(BaseModel):
    text: str = Field(description="the number as the article writes it")
    value: float


class Happening(BaseModel):
    """Something that happened, goes on, is planned, might happen or was called off; statements are no events."""

    title: str
    status: Literal["occurred", "ongoing", "planned", "hypothetical", "cancelled"]
    when: str | None = Field(description="the article's words for the time")
    date: str | None = Field(
        description="what they mean, counted from the publication date: YYYY-MM-DD, YYYY-MM or YYYY"
    )
    numbers: list[Number] = Field(max_length=4)
    evidence: list[str] = Field(max_length=2, description="the sentences that carry the event, copied letter by letter")


class Main(BaseModel):
    """A main point of the article."""

    text: str
    evidence: list[str] = Field(max_length=2, description="the sentences that carry it, copied letter by letter")


class Brief(BaseModel):
    """The quotes, the events and a summary of a news article."""

    quotes: list[Said] = Field(max_length=16)  # without a bound a small model goes on until its tokens run out
    events: list[Happening] = Field(max_length=10)
    summary: list[Main] = Field(max_length=3)


EXAMPLE_DATE = "2024-05-02"
_SENTENCES = (
    "The ferry to Lisle ran aground on Tuesday with 40 people aboard, police said.",
    '"Nobody was hurt," Captain Inga Moe said.',
    "She said the hull would be inspected on May 4.",
)
EXAMPLE = " ".join(_SENTENCES)
EXAMPLE_ANSWER = Brief(
    quotes=[
        Said(
            text="The ferry to Lisle ran aground on Tuesday with 40 people aboard",
            speaker=None,
            mention="police",
            cue="said",
        ),
        Said(text="Nobody was hurt,", speaker="Inga Moe", mention="Captain Inga Moe", cue="said"),
        Said(text="the hull would be inspected on May 4", speaker="Inga Moe", mention="She", cue="said"),
    ],
    events=[
        Happening(
            title="Ferry to Lisle runs aground",
            status="occurred",
            when="Tuesday",
            date="2024-04-30",
            numbers=[Number(text="40", value=40)],
            evidence=[_SENTENCES[0]],
        ),
        Happening(
            title="Inspection of the ferry's hull",
            status="planned",
            when="May 4",
            date="2024-05-04",
            numbers=[],
            evidence=[_SENTENCES[2]],
        ),
    ],
    summary=[Main(text="The ferry to Lisle ran aground with 40 people aboard.", evidence=[_SENTENCES[0]])],
)


def instructor_client(server: Json, patience: float) -> Any:
    """A client of instructor's that sends a JSON schema and waits so many seconds; it sends nothing twice by itself."""
    import instructor as vendor
    import openai

    line = openai.OpenAI(base_url=server["base_url"], api_key=server["key"], timeout=patience, max_retries=0)
    return vendor.from_openai(line, mode=vendor.Mode.JSON_SCHEMA)


def instructor(server: Json) -> Asks:
    """Plain instructor: one nested schema, the whole article, the worked example as a turn, one re-ask."""
    client = instructor_client(server, PATIENCE)

    def ask(text: str, published: str) -> Json:
        answer = client.create(
            model=server["model"],
            response_model=Brief,
            messages=[
                {"role": "system", "content": TASK},
                {"role": "user", "content": f"Published: {EXAMPLE_DATE}\n\n{EXAMPLE}"},
                {"role": "assistant", "content": EXAMPLE_ANSWER.model_dump_json()},
                {"role": "user", "content": f"Published: {published}\n\n{text}"},
            ],
            max_retries=1,
            temperature=0,
            max_tokens=MOST_TOKENS,
        )
        return dict(answer.model_dump())

    return ask


def langextract(server: Json) -> Asks:
    """langextract through its OpenAI provider, in its own chunks, with its schema made from the worked example."""
    import langextract as vendor

    items = [
        vendor.data.Extraction("quote", one.text, attributes=_words(one, "speaker", "mention", "cue"))
        for one in EXAMPLE_ANSWER.quotes
    ]
    for one in EXAMPLE_ANSWER.events:
        number = {"number": one.numbers[0].text} if one.numbers else {}
        more = _words(one, "title", "status", "when", "date") | number
        items.append(vendor.data.Extraction("event", one.evidence[0], attributes=more))
    items.sort(key=lambda item: EXAMPLE.index(item.extraction_text))  # its guide: in the order of the text
    example = vendor.data.ExampleData(text=EXAMPLE, extractions=items)
    config = vendor.factory.ModelConfig(
        model_id=server["model"],
        provider="OpenAILanguageModel",
        provider_kwargs={
            "base_url": server["base_url"],
            "api_key": server["key"],
            "temperature": 0.0,
            "max_workers": 1,
            "max_output_tokens": MOST_TOKENS_OF_A_CHUNK,
        },
    )

    def ask(text: str, published: str) -> Json:
        done = vendor.extract(
            text,
            prompt_description=f"{TASK} Classes: quote, event. The example's article was published on {EXAMPLE_DATE}.",
            examples=[example],
            config=config,
            additional_context=f"This article was published on {published}.",
            show_progress=False,
        )
        return extracted(done.extractions or [])

    return ask


def _words(one: BaseModel, *names: str) -> dict[str, str]:
    return {name: value for name in names if (value := getattr(one, name))}


def extracted(items: Iterable[Any]) -> Json:
    """langextract's flat items in the shape of the nested brief; "at" is where it says that the words stand."""
    quotes, events = [], []
    for item in items:
        more = {key: value for key, value in (item.attributes or {}).items() if isinstance(value, str) and value}
        place = item.char_interval
        at = [place.start_pos, place.end_pos] if place and place.end_pos else None
        if item.extraction_class == "quote":
            said = {"text": item.extraction_text, **{key: more.get(key) for key in ("speaker", "mention", "cue")}}
            quotes.append({**said, "at": at})
        elif item.extraction_class == "event":
            number, title = more.get("number"), more.get("title", item.extraction_text)
            happening = {"title": title, "status": more.get("status", ""), "evidence": [item.extraction_text]}
            numbers = [{"text": number, "value": None}] if number else []
            events.append(
                {**happening, "when": more.get("when"), "date": more.get("date"), "numbers": numbers, "at": at}
            )
    return {"quotes": quotes, "events": events, "summary": []}


PEERS: dict[str, Callable[[Json], Asks]] = {"instructor": instructor, "langextract": langextract}


def serve(peers: dict[str, Callable[[Json], Asks]]) -> None:
    """Answer each line of standard input by the peer that the command names."""
    answers, sys.stdout = sys.stdout, sys.stderr  # a peer that prints must not garble the answers
    ask = peers[sys.argv[1]](json.loads(sys.stdin.readline()))
    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in sys.stdin:
        article = json.loads(line)
        try:
            answer = {"said": ask(article["text"], article["published"])}
        except Exception as error:  # noqa: BLE001 - whatever a peer raises, it delivered nothing
            answer = {"error": f"{type(error).__name__}: {str(error)[:300]}"}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    serve(PEERS)
