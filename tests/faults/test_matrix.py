"""Each fault in each setting costs the number of requests that is meant, never a product of layers; and the books agree."""

from __future__ import annotations

import pickle

import pytest

import nutgraf
from fault_matrix import ARTICLE, FAULTS, RECOVERING, SETTINGS, Fault, Setting
from misbehaving import Misbehaving, answer, rule
from nutgraf.asking.line.patience import Patience
from nutgraf.errors import ModelError, NutgrafError

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.name)
def test_a_fault_costs_what_it_is_meant_to(
    fault: Fault, setting: Setting, server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "nutgraf.desk.PATIENCE", Patience(attempts=setting.attempts, first_wait=0.001, longest_wait=0.05)
    )
    server.script(*fault.rules)
    chosen = {"cache": None, "timeout": fault.timeout, "api_key": "SECRET-KEY"} | setting.settings
    with nutgraf.Summarizer(model="m", base_url=server.base_url, **chosen) as desk:
        try:
            brief, error = desk.summarize(ARTICLE), None
        except NutgrafError as caught:
            brief, error = None, caught
        books = server.books()
        assert type(error) is (fault.error or type(None)), error
        assert books.requests == fault.requests(setting)
        usage = desk.usage
        assert (usage.requests, usage.total_tokens) == (books.requests, books.reported)
        assert sum(u.total_tokens for u in desk.usage_by_pass.values()) == books.reported
    if brief is not None:
        assert brief.complete
        assert (brief.usage.requests, brief.usage.total_tokens) == (books.requests, books.reported)
    if error is not None:
        _is_small_and_typed(error, books.requests)


def _is_small_and_typed(error: NutgrafError, requests: int) -> None:
    seen = error
    while seen is not None:
        shown = f"{type(seen).__name__}: {seen}"
        assert len(shown) < 2_000
        for secret in ("SECRET-KEY", "crane driver", "two-day strike"):
            assert secret not in shown
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))
    if isinstance(error, ModelError):
        assert error.usage is not None
        assert (error.usage.requests, error.attempts, again.usage) == (requests, requests, error.usage)
        assert len(pickle.dumps(error)) < 4_000


@pytest.mark.parametrize("say", RECOVERING, ids=["429", "500", "dropped", "half a body", "web page"])
def test_a_fault_that_passes_costs_one_request_more(say: dict[str, object], server: Misbehaving) -> None:
    server.script(rule(say, times=1), answer())
    with nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        assert desk.summarize(ARTICLE).complete
    assert server.books().requests == 2
