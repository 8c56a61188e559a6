"""Dollars where a price is known, and no limit in dollars that can't be kept."""

from __future__ import annotations

import logging

import pytest

from nutgraf.asking.budget.books import Budget
from nutgraf.asking.budget.prices import Tariff
from nutgraf.asking.line.endpoint import resolve
from nutgraf.errors import ConfigurationError, MissingDependencyError

pytest.importorskip("genai_prices")
KEY = {f"{name}_API_KEY": "k" for name in ("OPENAI", "NUTGRAF", "ANTHROPIC", "GEMINI", "MISTRAL")}


def tariff(model: str, base_url: str | None = None) -> Tariff:
    return Tariff(resolve(model, base_url=base_url, environ=KEY))


def test_a_known_price_is_counted_and_cached_prompt_tokens_are_cheaper() -> None:
    known = tariff("openai/gpt-5-mini")
    full, cached = known.cost(1_000, 100), known.cost(1_000, 100, 900)
    assert full is not None
    assert cached is not None
    assert 0 < cached < full


@pytest.mark.parametrize(
    "model", ["anthropic/claude-sonnet-4-5", "google/gemini-2.5-flash", "mistral/mistral-small-latest"]
)
def test_the_prices_of_other_providers_are_known(model: str) -> None:
    if model.startswith("anthropic/"):
        pytest.importorskip("anthropic")
    assert tariff(model).cost(1_000, 100)


def test_models_of_ones_own_have_no_list_price() -> None:
    for model, base_url in (
        ("ollama/gpt-oss", None),
        ("gpt-5-mini", "http://127.0.0.1:9/v1"),
        ("gpt-5-mini", "https://models.example.org/v1"),
        ("openai/no-such-model", None),
    ):
        assert tariff(model, base_url).cost(1_000, 100) is None


def test_a_limit_in_dollars_needs_a_price_or_another_limit(caplog: pytest.LogCaptureFixture) -> None:
    tariff("openai/gpt-5-mini").hold_to(Budget(usd=1))
    unknown = tariff("mystery", "https://models.example.org/v1")
    for nobody_knows in (unknown, tariff("mystery", "http://127.0.0.1:8000/v1"), tariff("ollama/llama3.3")):
        with pytest.raises(ConfigurationError, match="add tokens="):
            nobody_knows.hold_to(Budget(usd=1))
    unknown.hold_to(Budget(usd=1, tokens=1_000))
    unknown.hold_to(Budget(tokens=1_000))
    assert [r.levelno for r in caplog.records] == [logging.WARNING]


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.asking.budget.prices._installed", lambda: False)
    assert tariff("openai/gpt-5-mini").cost(1_000, 100) is None
    with pytest.raises(MissingDependencyError, match=r"nutgraf\[prices\]"):
        tariff("openai/gpt-5-mini").hold_to(Budget(usd=1))
