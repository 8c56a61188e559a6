"""What tokens cost, by `genai-prices`: for hosts and models that it knows, and never for this machine's own servers."""

from __future__ import annotations

import logging
from typing import Any

from nutgraf.asking.budget.books import Budget
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.errors import ConfigurationError, MissingDependencyError

_log = logging.getLogger("nutgraf")


class Tariff:
    """The prices of one model at one endpoint; None where nobody knows them."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._calculate: Any = None
        self._looked = False

    def cost(self, prompt_tokens: int, completion_tokens: int, cached_tokens: int = 0) -> float | None:
        """US dollars. `cached_tokens` are those of the prompt that the provider read from its own prompt cache."""
        if not self._looked:
            self._calculate, self._looked = self._found(), True
        if self._calculate is None:
            return None
        from genai_prices import Usage

        used = Usage(
            input_tokens=prompt_tokens,
            output_tokens=completion_tokens,
            cache_read_tokens=min(cached_tokens, prompt_tokens),
        )
        try:
            return float(self._calculate(used).total_price)
        except (LookupError, ValueError):
            return None

    def hold_to(self, budget: Budget | None) -> None:
        """Make sure that a limit in dollars can be kept.

        Raises:
            MissingDependencyError: the extra "prices" is not installed.
            ConfigurationError: the price is not known and the budget has no other limit.
        """
        if budget is None or budget.usd is None:
            return
        if not self._unpriced() and not _installed():
            raise MissingDependencyError("Budget(usd=…)", "prices")
        if self.cost(1, 1) is not None:
            return
        what = f"the price of {self._endpoint.model!r} at {self._endpoint.host} is not known"
        if budget.tokens is None and budget.requests is None:
            raise ConfigurationError(
                f"{what}, so Budget(usd={budget.usd:g}) can't be kept: add tokens=… or requests=… to it; on the command line "
                "leave --budget-usd out (run --limit N begins no more than N articles)"
            )
        _log.warning("%s: Budget(usd=…) limits nothing there, and costs stay unknown", what)

    def _unpriced(self) -> bool:
        """Models of one's own have no list price, whatever they are called."""
        endpoint = self._endpoint
        own = endpoint.flavour == "other" and endpoint.loopback and not endpoint.model.startswith("openai/")
        return own or endpoint.flavour in ("local", "ollama")

    def _found(self) -> Any:
        if self._unpriced() or not _installed():
            return None
        from genai_prices import Usage, calc_price

        # A provider's own names keep its prices behind a gateway; elsewhere the host decides.
        def calculate(usage: Usage) -> Any:
            name = self._endpoint.model.removeprefix("openai/")
            if self._endpoint.flavour != "other":
                return calc_price(usage, self._endpoint.model, provider_id=self._endpoint.flavour)
            if name != self._endpoint.model and self._endpoint.loopback:
                return calc_price(usage, name, provider_id="openai")
            return calc_price(usage, self._endpoint.model, provider_api_url=self._endpoint.base_url)

        try:
            calculate(Usage(input_tokens=1, output_tokens=1))
        except LookupError:
            return None
        return calculate


def _installed() -> bool:
    from importlib.util import find_spec

    return find_spec("genai_prices") is not None
