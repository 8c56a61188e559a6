"""Settings that can't work are refused before anything is asked, by name and with what they may be."""

from __future__ import annotations

from typing import Any

import pytest

import nutgraf
from nutgraf.errors import ConfigurationError


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"passes": ()}, "no passes: name at least one of quotes, events, summary"),
        ({"concurrency": 0}, "concurrency=0: at least one request"),
        ({"timeout": 0}, "timeout=0: it is a number of seconds above 0"),
        ({"timeout": float("nan")}, "timeout=nan: it is a number of seconds above 0"),
        ({"deadline": -1.0}, "deadline=-1.0: it is a number of seconds above 0"),
        ({"timeout": "5"}, "timeout='5': it is a number of seconds above 0"),
        ({"deadline": True}, "deadline=True: it is a number of seconds above 0"),
        ({"budget": 5}, r"budget=5: it is a Budget, as nutgraf\.Budget\(usd=5\)"),
        ({"concurrency": "8"}, "concurrency='8': it is a whole number"),
        ({"concurrency": 1.5}, "concurrency=1.5: it is a whole number"),
        ({"window": "page"}, "window='page': it is auto, article, paragraph or sentence"),
        ({"passes": ("quotes", "events", "quotes")}, "passes: quotes is there twice"),
        (
            {"prompts": {"haiku": "x.md"}},
            "prompts for haiku: there are quotes, events, summary, frame, repair and judge",
        ),
        ({"cache": 5}, "cache=5: it is a path, None, or a store with get and put"),
    ],
)
def test_a_setting_that_can_not_work_is_refused_by_name(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", **settings)


def test_two_passes_of_one_name_are_refused_before_one_answer_takes_the_place_of_the_other() -> None:
    class Bridge(nutgraf.Cited):
        name: str

    class Tunnel(nutgraf.Cited):
        name: str

    works = [nutgraf.Pass(name="works", prompt="events/v2", item=item) for item in (Bridge, Tunnel)]
    with pytest.raises(ConfigurationError, match=r"works is there twice.*give your own pass another name"):
        nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", passes=tuple(works))


@pytest.mark.parametrize("given", [{"text": "The bridge opened on Friday."}, nutgraf.Article.from_text("It opened.")])
@pytest.mark.parametrize("named", [{"published": "2026-05-02"}, {"title": "A bridge"}])
def test_a_title_or_date_beside_an_article_that_has_its_own_is_refused(given: Any, named: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"title= and published= are for a text.*Article\.from_text"):
        nutgraf.summarize(given, model="m", base_url="http://127.0.0.1:9/v1", **named)


@pytest.mark.parametrize("limit", ["5", True, [1]])
def test_a_limit_of_a_budget_is_a_number(limit: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"Budget\(usd=.*a limit is a number, or None"):
        nutgraf.Budget(usd=limit)


def test_a_pass_has_a_name_that_is_an_identifier_and_items_that_point_at_the_article() -> None:
    with pytest.raises(ConfigurationError, match="a Python identifier, not 'my pass'"):
        nutgraf.Pass(name="my pass", prompt="x.md", item=nutgraf.Event)
    with pytest.raises(ConfigurationError, match=r"Article must derive from nutgraf\.Cited or nutgraf\.Quote"):
        nutgraf.Pass(name="mine", prompt="x.md", item=nutgraf.Article)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "item"), [("summary", nutgraf.Event), ("quotes", nutgraf.Cited), ("events", nutgraf.Cited)]
)
def test_the_names_of_the_built_in_passes_are_kept_for_their_items(name: str, item: Any) -> None:
    with pytest.raises(ConfigurationError, match="give the pass a name of its own"):
        nutgraf.Pass(name=name, prompt="x.md", item=item)


def test_a_summarizer_shows_its_model_and_passes_and_no_key() -> None:
    desk = nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", api_key="topsecret", passes=("quotes",))
    assert repr(desk) == "Summarizer(model='m', passes=('quotes',))"


def test_the_version_is_the_installed_ones() -> None:
    from importlib.metadata import version

    assert nutgraf.__version__ == version("nutgraf")


def test_one_name_in_place_of_a_tuple_says_how_to_write_it() -> None:
    with pytest.raises(nutgraf.NutgrafError, match=r"passes=\('quotes',\)"):
        nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", passes="quotes")  # type: ignore[arg-type]
    with pytest.raises(nutgraf.NutgrafError, match=r"passes=\('quotes', 'events'\)"):
        nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", passes="quotes, events")  # type: ignore[arg-type]
    own = nutgraf.Pass(name="mine", prompt="events/v2", item=nutgraf.Event)
    with pytest.raises(nutgraf.NutgrafError, match=r"passes=\(mine,\)"):
        nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", passes=own)  # type: ignore[arg-type]
