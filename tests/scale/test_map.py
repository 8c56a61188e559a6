"""Many articles through one Summarizer: failures as values, one window of requests, one set of books."""

from __future__ import annotations

import asyncio
import pickle
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from misbehaving import HANG_UP, Misbehaving, answer, rule, status
from nutgraf import Article, Summarizer
from nutgraf.article import read_many
from nutgraf.asking.line.patience import Patience
from nutgraf.errors import ArticleError, ConfigurationError, ModelRefused, ModelUnavailable
from nutgraf.outcomes import LONGEST_OUTAGE, Outages
from nutgraf.results import Outcome, Usage
from nutgraf.telling.progress import Tally, clock_time

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def text(number: int) -> str:
    return f"The port of Bergen reopened on Friday after strike number {number}, said Kari Holm."


def desk(server: Misbehaving, **settings: Any) -> Summarizer:
    return Summarizer(model="m", base_url=server.base_url, **{"cache": None, "concurrency": 4} | settings)


def test_an_outcome_for_each_article_and_the_books_agree(server: Misbehaving) -> None:
    with desk(server) as made:
        outcomes = list(made.map(text(n) for n in range(20)))
        assert made.usage.requests == server.books().requests == 20
    assert sorted(o.source for o in outcomes) == sorted(text(n) for n in range(20))
    assert all(o.ok and o.error is None and o.brief is not None and o.key == o.brief.article.key for o in outcomes)
    assert sum(o.usage.total_tokens for o in outcomes) == server.books().reported


def test_one_window_of_requests_for_all_articles(server: Misbehaving) -> None:
    server.script({**answer(), "company": 3})
    with desk(server, concurrency=3) as made:
        assert len(list(made.map(map(text, range(20)), ordered=True))) == 20
    assert server.books().most_in_flight == 3


def test_failures_are_values_and_the_rest_goes_on(server: Misbehaving, tmp_path: Path) -> None:
    server.script(
        rule(status(429, "no"), when="number 1,"),
        rule(answer(None, refusal="I won't"), when="number 2,"),
        rule(status(400, "too long"), when="number 3,"),
        rule(HANG_UP, when="number 4,"),
    )
    sources = [*map(text, range(6)), "", "\ud800", 7, None, tmp_path / "none.txt", ArticleError("gone", where="a:3")]
    with desk(server, passes=("events",)) as made:
        outcomes = list(made.map(sources, ordered=True))  # type: ignore[arg-type]
    kinds = [type(o.error) for o in outcomes]
    assert [type(None), ModelUnavailable, ModelRefused, ConfigurationError, ModelUnavailable] == kinds[:5]
    assert kinds[5:] == [type(None), *[ArticleError] * 6]
    assert [o.source for o in outcomes] == sources
    assert outcomes[-1].key == "a:3"
    assert len({o.key for o in outcomes}) == len(outcomes)
    assert outcomes[1].usage.requests == 2
    assert all(isinstance(pickle.loads(pickle.dumps(o)), Outcome) for o in outcomes)


def test_a_rule_that_raises_fails_its_article_alone(server: Misbehaving) -> None:
    class Figure(nutgraf.Cited):
        pass

    def picky(_item: Any, reading: Any) -> str | None:
        if "number 1," in reading.article.text:
            raise ZeroDivisionError
        return None

    prompt = Path(__file__).parents[2] / "examples" / "passes" / "figures.md"
    server.script(answer('{"figures": [{"evidence": [1]}]}'))
    made = nutgraf.Pass(name="figures", prompt=prompt, item=Figure, rules=(picky,))
    with desk(server, passes=(made,)) as summarizer:
        outcomes = list(summarizer.map(map(text, range(3)), ordered=True))
    assert [o.ok for o in outcomes] == [True, False, True]
    assert isinstance(outcomes[1].error, ZeroDivisionError)


def test_files_are_read_as_they_come_and_bad_lines_are_values(server: Misbehaving, tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(f'{{"text": "{text(1)}"}}\nnonsense\n')
    (tmp_path / "one.txt").write_text(text(2))
    with desk(server) as made:
        outcomes = list(made.map(read_many(tmp_path, errors="yield"), ordered=True))
        (single,) = made.map([tmp_path / "one.txt"])
    assert [o.ok for o in outcomes] == [True, False, True]
    assert outcomes[1].key == f"{tmp_path}/many.jsonl:2"
    assert single.key == str(tmp_path / "one.txt")


@pytest.mark.parametrize("one", ["The port reopened.", Article.from_text("The port reopened."), Path("a.txt"), 5])
def test_a_single_article_is_refused_with_the_remedy(server: Misbehaving, one: Any) -> None:
    with desk(server) as made:
        with pytest.raises(ArticleError, match="several articles"):
            made.map(one)
        with pytest.raises(ArticleError, match="several articles"):
            made.amap(one)


@pytest.mark.anyio
async def test_async_code_takes_any_iterable_and_works_beside_it(server: Misbehaving) -> None:
    async def feed() -> Any:
        for n in range(5):
            await asyncio.sleep(0)
            yield text(n)

    async with desk(server) as made:
        assert [o.source async for o in made.amap(feed(), ordered=True)] == list(map(text, range(5)))
        assert {o.ok async for o in made.amap(map(text, range(5)))} == {True}
        # In a notebook a loop runs already, and the sync face works all the same.
        assert [o.ok for o in made.map(feed())] == [True] * 5
        made.close()


@pytest.mark.anyio
async def test_leaving_early_sends_nothing_more(server: Misbehaving) -> None:
    server.script(answer(delay=0.005))
    async with desk(server, concurrency=3) as made:
        async with aclosing(made.amap(map(text, range(100)))) as outcomes:
            async for outcome in outcomes:
                assert outcome.ok
                break
        sent = made.usage.requests
        await asyncio.sleep(0.02)
        assert made.usage.requests == sent <= 6


def test_equal_articles_are_paid_once(server: Misbehaving) -> None:
    server.script(answer(delay=0.005))
    with desk(server, cache="default") as made:
        assert [o.ok for o in made.map([text(1)] * 12)] == [True] * 12
    assert server.books().requests == 1


def test_a_budget_that_is_used_up_is_a_value_for_each_article_after_it(server: Misbehaving) -> None:
    with desk(server, budget=nutgraf.Budget(requests=3), passes=("events",)) as made:
        outcomes = list(made.map(map(text, range(8))))
    assert sum(o.ok for o in outcomes) == 3 == server.books().requests
    assert {type(o.error) for o in outcomes if not o.ok} == {nutgraf.errors.BudgetExceeded}


# --- an endpoint that is gone for a while ---


def test_articles_wait_for_an_endpoint_that_was_there(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=1, first_wait=0.001, longest_wait=0.05))
    monkeypatch.setattr("nutgraf.asking.line.breaker._REST", 0.01)
    monkeypatch.setattr("nutgraf.outcomes._SHORTEST_PAUSE", 0.01)
    server.script(rule(answer(), times=2), rule(status(503), times=8), answer())
    with desk(server, concurrency=1, passes=("events",)) as made:
        outcomes = list(made.map(map(text, range(14)), ordered=True))
    assert [o.ok for o in outcomes] == [True] * 2 + [False] * 8 + [True] * 4
    assert server.books().requests == 14


def test_one_that_was_never_there_is_not_waited_for(server: Misbehaving) -> None:
    server.script(status(503))
    with desk(server, passes=("events",)) as made:
        outcomes = list(made.map(map(text, range(200))))
    assert not any(o.ok for o in outcomes)
    assert server.books().requests < 40


def test_an_outage_is_waited_for_ten_minutes_and_no_longer() -> None:
    now = 0.0
    outages = Outages(clock=lambda: now)
    gone = ModelUnavailable("not asked", retry_after=20.0, usage=Usage())
    assert outages.pause(gone) is None
    outages.answered(Usage(cached_requests=1))
    assert outages.pause(gone) is None
    outages.answered(Usage(requests=1))
    assert outages.pause(gone) == 20.0
    assert outages.pause(ModelUnavailable("503", retry_after=20.0, usage=Usage(requests=4))) is None
    assert outages.pause(ArticleError("empty")) is None
    now = LONGEST_OUTAGE + 1
    assert outages.pause(gone) is None


# --- how it is shown ---


def test_the_tally_tells_rate_time_left_failures_tokens_and_money() -> None:
    now = 0.0
    tally = Tally(10, clock=lambda: now)
    now = 2.0
    paid = Usage(requests=1, prompt_tokens=900, completion_tokens=100, cost_usd=0.125)
    for usage, error in ((paid, None), (paid, None), (Usage(), ValueError()), (Usage(), ValueError())):
        brief = None if error else Outcome.model_construct(key="a")
        tally.add(Outcome.model_construct(key="k", source=None, brief=brief, error=error, usage=usage))
    assert str(tally) == "4 of 10 articles · 2.0/s · 0:03 left · 2 failed · 2,000 tokens · $0.25"
    assert clock_time(3_725) == "1:02:05"


@pytest.mark.parametrize("terminal", [True, False])
def test_a_bar_in_a_terminal_and_nothing_elsewhere(
    server: Misbehaving, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    monkeypatch.setenv("TERM", "xterm")
    with desk(server) as made:
        assert [o.ok for o in made.map([text(1)], progress=True)] == [True]
    said = capsys.readouterr()
    assert ("1 of 1 article ·" in said.err) is terminal
    assert said.out == ""


def test_a_line_in_a_notebook(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    display = pytest.importorskip("IPython.display")
    told: list[str] = []

    class Handle:
        def update(self, shown: Any) -> None:
            told.append(shown.data)

    monkeypatch.setattr(display, "display", lambda shown, display_id: told.append(shown.data) or Handle())
    monkeypatch.setattr("rich.console._is_jupyter", lambda: True)
    with desk(server) as made:
        assert [o.ok for o in made.map([text(1), text(2)], progress=True)] == [True, True]
    assert told[0].startswith("0 of 2 articles")
    assert told[-1].startswith("2 of 2 articles")


def test_a_line_in_a_notebook_follows_a_long_run(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    display = pytest.importorskip("IPython.display")
    told: list[str] = []

    class Handle:
        def update(self, shown: Any) -> None:
            told.append(shown.data)

    monkeypatch.setattr(display, "display", lambda shown, display_id: told.append(shown.data) or Handle())
    monkeypatch.setattr("rich.console._is_jupyter", lambda: True)
    monkeypatch.setattr("nutgraf.telling.progress._NOTEBOOK_PAUSE", 0)
    with desk(server) as made:
        assert [o.ok for o in made.map([text(1), text(2)], progress=True)] == [True, True]
    assert [line.split(" articles")[0] for line in told] == ["0 of 2", "1 of 2", "2 of 2", "2 of 2"]
