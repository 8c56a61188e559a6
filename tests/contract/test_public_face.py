"""The public face: its names, its weight, its errors."""

import inspect
import pickle
import subprocess
import sys

import pytest

import nutgraf
from nutgraf import errors, results
from nutgraf.doors import through

HEAVY = ("openai", "instructor", "anthropic", "tenacity", "httpx2", "jinja2", "rich", "typer", "trafilatura", "asyncio")


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_the_names_at_the_top_level_all_resolve_and_are_no_more_than_eighteen() -> None:
    assert len(nutgraf.__all__) <= 18
    for name in nutgraf.__all__:
        assert getattr(nutgraf, name).__doc__, name


def test_importing_nutgraf_loads_nothing_heavy() -> None:
    loaded = python(f"import nutgraf, sys; print([m for m in {HEAVY!r} if m in sys.modules])")
    assert loaded.strip() == "[]"


def test_reading_loads_no_model_client() -> None:
    code = f"import nutgraf, sys; nutgraf.read('The bridge opened on Friday, he said.'); print([m for m in {HEAVY[:7]!r} if m in sys.modules])"
    assert python(code).strip() == "[]"


def test_a_first_reading_fetches_no_room_that_it_does_not_look_into() -> None:
    code = (
        "import nutgraf, sys; nutgraf.read('The bridge opened on Friday, he said.'); "
        "print(*{'.'.join(m.split('.')[1:3]) for m in sys.modules if m.startswith('nutgraf.')})"
    )
    rooms = {"article", "doors", "errors", "lazily", "parsed", "reading", "shown"}
    inside = {"reading.languages", "reading.parts", "reading.reading", "reading.text"}
    assert {name for name in python(code).split() if not name.startswith("article.")} == rooms | inside


def test_a_first_reading_compiles_few_patterns() -> None:
    code = (
        "import re, sys; compiled = []; keep = re._compiler.compile\n"
        "def counting(*given):\n"
        "    compiled.append(sys._getframe(3).f_globals['__name__'])\n"
        "    return keep(*given)\n"
        "re._compiler.compile = counting\n"
        "import nutgraf; nutgraf.read('The bridge opened on Friday, he said.')\n"
        "print(sum(name.startswith('nutgraf') for name in compiled))"
    )
    assert int(python(code)) <= 26


def test_checking_without_a_model_loads_no_model_client() -> None:
    code = (
        "import nutgraf, sys; nutgraf.check('The bridge opened.', ['The bridge opened on Friday.']); "
        f"print([m for m in {HEAVY[:4]!r} if m in sys.modules])"
    )
    assert python(code).strip() == "[]"


def test_everything_beyond_the_first_argument_is_keyword_only() -> None:
    for function in (
        nutgraf.summarize,
        nutgraf.asummarize,
        nutgraf.Article.from_text,
        nutgraf.Article.from_html,
        nutgraf.Article.from_file,
        nutgraf.Summarizer.summarize,
    ):
        kinds = [p.kind for p in list(inspect.signature(function).parameters.values())[1:] if p.name != "article"]
        assert inspect.Parameter.POSITIONAL_OR_KEYWORD not in kinds, function


@pytest.mark.parametrize(
    "name", [n for n, e in vars(errors).items() if inspect.isclass(e) and issubclass(e, errors.NutgrafError)]
)
def test_every_error_is_small_documented_and_survives_pickling(name: str) -> None:
    kind = getattr(errors, name)
    assert kind.__doc__
    details = {"MissingDependencyError": {"extra": "html"}, "BudgetExceeded": {"spent": 1.0, "limit": 2.0}}.get(
        name, {}
    )
    error = kind("x" * 10_000, **details)
    assert len(str(error)) < 2_000
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize("name", results.__all__)
def test_every_noun_is_documented(name: str) -> None:
    assert getattr(results, name).__doc__


def test_behind_every_door_of_the_nouns_stands_what_it_names() -> None:
    assert all(callable(through(name)) for name in nutgraf._DOORS)
