"""The public surface: its names, what may be passed by position, what its docstrings tell, what pickles."""

from __future__ import annotations

import ast
import copy
import inspect
import itertools
import pickle
import re
import tomllib
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import nutgraf
from nutgraf import errors, results, settings
from nutgraf.telling import Briefs

ROOT = Path(__file__).parents[2]
NAMES = """summarize asummarize read verify check stories Summarizer Article Brief Event Quote Span Cited Pass Budget Outcome
NutgrafError""".split()
BY_POSITION = {"Article.span": 2, "Pass.windows": 2, "Pass.checked": 2, "verify": 2, "check": 2}
"""What takes more than one argument by position: offsets, an article beside what is held against it."""
RAISES_NOTHING = {
    "Article.page_of", "Article.span", "Brief.to_html", "Brief.to_json_ld", "Brief.to_markdown", "Briefs.to_html", "Briefs.to_json_ld",
    "Evaluation.to_dicts", "Evaluation.to_html", "Pass.windows", "Pass.checked", "Report.found", "Report.to_dicts", "Report.to_html",
    "Revision.to_html",
    "Span.overlaps", "Summarizer.close", "Summarizer.deferring", "Summarizer.is_answered", "Speaker.is_told_in",
}  # fmt: skip
AS_THEIR_TWIN = {
    "asummarize": "summarize",
    "Summarizer.asummarize": "Summarizer.summarize",
    "Summarizer.amap": "Summarizer.map",
    "Summarizer.questions": "Summarizer.preview",
}
KNOWN = {n for n, e in vars(errors).items() if inspect.isclass(e) and issubclass(e, Exception)} | {
    "pydantic.ValidationError"
}
ARTICLE = nutgraf.Article.from_text("“It rained,” said Ann Lee on Friday.", published="2026-03-04")


def surface() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function, and every public method of a public class."""
    nouns = [getattr(results, name) for name in results.__all__]
    for thing in dict.fromkeys([*(getattr(nutgraf, name) for name in nutgraf.__all__), *nouns, Briefs]):
        if inspect.isfunction(thing):
            yield thing.__name__, thing
            continue
        for owner in thing.__mro__:
            if not owner.__module__.startswith("nutgraf"):
                continue
            for name, member in vars(owner).items():
                function = getattr(member, "__func__", member)
                if not name.startswith("_") and inspect.isfunction(function):
                    yield f"{thing.__name__}.{name}", function


SURFACE = dict(surface())
every = pytest.mark.parametrize("name", sorted(SURFACE))


def test_the_names_are_these() -> None:
    assert sorted(nutgraf.__all__) == sorted(NAMES)
    assert set(NAMES) <= set(dir(nutgraf))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        assert nutgraf.summarise


@every
def test_one_argument_by_position_the_rest_by_name(name: str) -> None:
    parameters = [p for p in inspect.signature(SURFACE[name]).parameters.values() if p.name not in ("self", "cls")]
    by_position = [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    assert len(by_position) <= BY_POSITION.get(name, 1), by_position


@every
def test_the_docstring_tells_the_errors(name: str) -> None:
    told = inspect.getdoc(SURFACE[name]) or ""
    assert told[:1].isupper() or told.startswith("`"), told[:40]
    if name in AS_THEIR_TWIN:
        assert AS_THEIR_TWIN[name] in SURFACE
        return
    section = re.search(r"^Raises:\n(.*?)(?=^\w|\Z)", told, re.DOTALL | re.MULTILINE)
    assert bool(section) != (name in RAISES_NOTHING), "name the errors under `Raises:`, or list it as raising nothing"
    if section:
        named = {
            one.strip()
            for line in re.findall(r"^    (\w[\w., ]*):", section[1], re.MULTILINE)
            for one in line.split(",")
        }
        assert named
        assert named <= KNOWN, named - KNOWN


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        ARTICLE.span(1, 10),
        nutgraf.read(ARTICLE),
        nutgraf.read(ARTICLE).quotes[0],
        nutgraf.verify(["It rained"], ARTICLE)[0],
        nutgraf.check("It rained on Friday, said Ann Lee.", [ARTICLE]),
        nutgraf.Budget(tokens=5),
        results.Usage(requests=1),
        results.Outcome(key="a", source=ARTICLE, error=errors.ModelRefused("no")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_pickle_and_copy(value: object) -> None:
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert type(again) is type(value)
        assert repr(again) == repr(value)


def test_a_summarizer_pickles_as_its_settings() -> None:
    desk = nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", passes=("quotes",), concurrency=3)
    again = pickle.loads(pickle.dumps(desk))
    assert again.settings == desk.settings
    assert again.endpoint == desk.endpoint


def test_an_unknown_setting_is_refused_by_name() -> None:
    with pytest.raises(errors.ConfigurationError, match=r"unknown setting colour; there are: .*concurrency"):
        nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", colour=3)


@pytest.mark.parametrize(
    "hook", re.findall(r"entry: make (\S+)", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
)
def test_hooks_call_make_targets_that_exist(hook: str) -> None:
    assert re.search(rf"^{hook}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_hooks_fetch_nothing() -> None:
    assert set(re.findall(r"repo: (\S+)", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))) == {"local"}


def test_every_extra_that_an_error_names_exists() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = {
        found[1]: path.name
        for path in (ROOT / "src").rglob("*.py")
        for found in re.finditer(r'MissingDependencyError\(\s*"[^"]+",\s*"(\w+)"\s*\)', path.read_text("utf-8"))
    }
    assert len(named) >= 5
    assert named.keys() <= extras.keys(), named


def test_each_dependency_has_one_floor() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for lines in (project["dependencies"], *project["optional-dependencies"].values()):
        names = [re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;]", line)[0]).lower() for line in lines]
        assert len(set(names)) == len(names), sorted(names)
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = [line.partition("==")[0].lower() for line in lines if line and not line.startswith("#")]
    assert len(set(pinned)) == len(pinned), sorted(pinned)


def test_the_keywords_that_an_editor_knows_are_the_settings() -> None:
    known, told = get_type_hints(settings.Settings), get_type_hints(settings.Changes)
    assert known.keys() == told.keys()
    assert {name for name in known if known[name] != told[name]} == {"event", "quote"}


_THINGS = re.compile(
    r" (?:\w+ )?(?:answers|articles|batches|briefs|characters|columns|conflicts|days|events|fields|files|items|lines|pages|"
    r"pairs|points|problems|quotes|requests|rows|sentences|servers|sources|statements|stories|tokens)\b"
)
_NEVER_ONE = {
    "asking/replies/answer.py": "room",  # of an answer
    "asking/replies/items.py": "len(given)",  # more than were read
    "asking/line/llm.py": "host",
    "asking/line/status.py": "host",
    "asking/line/breaker.py": "self._failures",
    "asking/replies/message.py": "host",
    "asking/budget/books.py": "presumed",  # tokens or dollars
    "results/brief.py": "len(lines)",  # one is read as a brief
    "steps.py": "len(steps)",  # thousands
}


def test_what_is_counted_is_counted_by_one_helper() -> None:
    bare = {}
    for path in Path(nutgraf.__file__).parent.rglob("*.py"):
        name = path.relative_to(Path(nutgraf.__file__).parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.JoinedStr):
                continue
            for number, words in itertools.pairwise(node.values):
                if isinstance(number, ast.FormattedValue) and isinstance(words, ast.Constant):
                    shown = ast.unparse(number.value)
                    if _THINGS.match(str(words.value)) and not shown.startswith(("counted(", "words.counted(")):
                        bare.setdefault(name, set()).add(shown)
    assert {name: found for name, found in bare.items() if not found <= {_NEVER_ONE.get(name)}} == {}


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = pytest.importorskip("grimp").build_graph("nutgraf", cache_dir=None)
    imported = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imported) > 100
    TopologicalSorter(imported).prepare()  # raises for a circle, and names it
