"""What is meant for one host reaches no other."""

from __future__ import annotations

import json

import httpx2
import pytest

import nutgraf
from fault_matrix import ARTICLE
from misbehaving import Misbehaving, raw
from nutgraf.asking import loop
from nutgraf.errors import ConfigurationError

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("own_client", [False, True], ids=["our client", "one that follows"])
def test_a_redirect_to_another_host_is_refused(
    server: Misbehaving, elsewhere: Misbehaving, code: int, own_client: bool
) -> None:
    server.script({**raw("", code=code), "headers": {"location": f"{elsewhere.base_url}/chat/completions"}})
    client = httpx2.AsyncClient(follow_redirects=True) if own_client else None
    with (
        nutgraf.Summarizer(model="m", base_url=server.base_url, api_key="k", cache=None, http_client=client) as desk,
        pytest.raises(ConfigurationError, match="redirects elsewhere"),
    ):
        desk.summarize(ARTICLE)
    if client is not None:
        loop.run(client.aclose())
    assert server.books().requests == 1
    assert elsewhere.books().requests == 0


def test_proxy_variables_do_not_lead_a_loopback_request_elsewhere(
    server: Misbehaving, elsewhere: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        for variable in (name, name.lower()):
            monkeypatch.setenv(variable, f"http://127.0.0.1:{elsewhere.port}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        assert desk.summarize(ARTICLE).complete
    assert (server.books().requests, elsewhere.books().requests) == (1, 0)


def test_a_server_that_repeats_the_article_in_its_error_is_not_repeated(server: Misbehaving) -> None:
    server.script(raw(json.dumps({"error": {"message": f"bad input: {ARTICLE}"}}), code=422))
    with (
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk,
        pytest.raises(nutgraf.NutgrafError) as caught,
    ):
        desk.summarize(ARTICLE)
    assert "bad input" in str(caught.value)
    assert "strike" not in str(caught.value)
