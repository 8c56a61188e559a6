"""Two passes of a user's own, as the example shows them, over the real embedded model's recorded answers."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import nutgraf
from nutgraf.reading import read
from nutgraf.reading.numbers.find import numbers_in

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def own() -> ModuleType:
    spec = importlib.util.spec_from_file_location("own_passes", EXAMPLES / "own_passes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.nutgraf
@pytest.mark.parametrize("name", ["hillside-collapse", "lake-accord"])
def test_own_items_come_back_grounded_as_their_own_class(own: ModuleType, name: str) -> None:
    article = nutgraf.Article.from_file(EXAMPLES / "articles" / f"{name}.json")
    with nutgraf.Summarizer(model="local", passes=(own.FIGURES, own.PROMISES)) as desk:
        brief = desk.summarize(article)
    figures, promises = brief.items["figures"], brief.items["promises"]
    assert {type(item) for item in figures} <= {own.Figure}
    assert {type(item) for item in promises} == {own.Promise}
    for item in (*figures, *promises):
        assert item.evidence
        assert all(article.text[span.start : span.end] == span.text for span in item.evidence)
    for figure in figures:
        assert figure.value in {n.value for span in figure.evidence for n in numbers_in(span.text)}
        assert figure.people in article.text
        assert own.fate_without_a_word(figure, read(article)) is None
    for promise in promises:
        assert promise.who in article.text
        assert promise.deadline is None or promise.deadline.span.text in article.text
    back = nutgraf.Brief.load(brief.model_dump_json(), items={"figures": own.Figure, "promises": own.Promise})
    assert back == brief
