"""A fault costs the same whoever the provider is, is the same error, and the books agree with the server's."""

from __future__ import annotations

import pytest

from provider_faults import FAULTS, PROVIDERS, Fault, cost_of

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_the_same_whoever_has_it(fault: Fault, provider: str) -> None:
    if provider == "anthropic":
        pytest.importorskip("anthropic")
    cost = cost_of(fault, provider)
    assert cost.error == (fault.error.__name__ if fault.error else "-")
    assert cost.requests == cost.booked == fault.requests
    assert cost.tokens == cost.booked_tokens
