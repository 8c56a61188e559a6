"""Two passes of one's own, with the embedded model: casualty figures, and promises with a deadline.

python examples/own_passes.py examples/articles/hillside-collapse.json
"""

import sys
from pathlib import Path
from typing import Annotated, Literal

import nutgraf
import nutgraf.reading
from nutgraf.results import TimeRef, Words

HERE = Path(__file__).parent / "passes"


class Figure(nutgraf.Cited):
    value: float
    fate: Literal["killed", "hurt", "missing", "rescued"]
    people: Annotated[str, Words("anything")]


class Promise(nutgraf.Cited):
    who: Annotated[str, Words("names")]
    what: str
    deadline: TimeRef | None


FATE_WORDS = {
    "killed": ("kill", "dead", "death", "died", "bodies", "drown"),
    "hurt": ("hurt", "injur", "wound"),
    "missing": ("missing", "unaccounted"),
    "rescued": ("rescue", "saved", "pulled"),
}


def fate_without_a_word(figure: Figure, _reading: nutgraf.reading.Reading) -> str | None:
    """A fate that no word of the cited sentences gives."""
    said = " ".join(span.text for span in figure.evidence).lower()
    return None if any(word in said for word in FATE_WORDS[figure.fate]) else f"nothing there says {figure.fate}"


FIGURES = nutgraf.Pass(
    name="figures",
    prompt=HERE / "figures.md",
    examples=HERE / "figures.examples.json",
    item=Figure,
    rules=(fate_without_a_word,),
)
PROMISES = nutgraf.Pass(
    name="promises", prompt=HERE / "promises.md", examples=HERE / "promises.examples.json", item=Promise
)


def main(path: str) -> None:
    with nutgraf.Summarizer(model="local", passes=(FIGURES, PROMISES)) as desk:
        brief = desk.summarize(nutgraf.Article.from_file(path))
    for figure in brief.items["figures"]:
        print(f"{figure.value:g} {figure.people}: {figure.fate}   [{figure.evidence[0].text[:60]}…]")
    for promise in brief.items["promises"]:
        print(f"{promise.who}: {promise.what} - {promise.deadline.value if promise.deadline else 'no date'}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("say which article: python examples/own_passes.py examples/articles/lake-accord.json")
    main(sys.argv[1])
