"""A fault costs the same whoever the provider is, is the same error, and the books agree with the server's."""

from __future__ import annotations

import pytest

import nutgraf
from loopback import Told, serving
from nutgraf.errors import ConfigurationError
from provider_faults import FAULTS, PROVIDERS, TEXT, Fault, cost_of

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.mark.parametrize(
    ("fault", "provider"),
    [
        pytest.param(fault, name, id=f"{fault.name}-{name}")
        for fault in FAULTS
        for name in PROVIDERS
        if name in fault.said
    ],
)
def test_a_fault_is_the_same_whoever_has_it(fault: Fault, provider: str) -> None:
    if provider == "anthropic":
        pytest.importorskip("anthropic")
    cost = cost_of(fault, provider)
    assert cost.error == (fault.error.__name__ if fault.error else "-")
    assert cost.requests == cost.booked == fault.requests
    assert cost.tokens == cost.booked_tokens


@pytest.mark.parametrize("name", ["the key", "the model"])
@pytest.mark.parametrize("provider", ["google", "mistral"])
def test_a_key_or_a_model_that_is_refused_with_400_is_not_the_articles_fault(name: str, provider: str) -> None:
    told: Told = next(fault for fault in FAULTS if fault.name == name).said[provider]
    with (
        serving(lambda _b, _n: told) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk,
        pytest.raises(ConfigurationError) as refused,
    ):
        desk.summarize(TEXT)
    assert refused.value.status in (401, 404)
