"""A base URL with a query, as Azure's deployments have it: the path of a request goes between the two."""

from __future__ import annotations

import json
from typing import Any

import pytest

import nutgraf
from loopback import Handler, completion, listening

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def test_path_and_query_are_kept_apart_and_the_key_goes_in_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.asking.line.endpoint._AZURE", ("127.0.0.1",))
    paths: list[str] = []
    keys: list[tuple[str | None, str | None]] = []

    class Deployment(Handler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            paths.append(self.path)
            keys.append((self.headers["api-key"], self.headers["authorization"]))
            body: Any = completion(json.dumps({"summary": []})).body
            self.send(200, json.dumps(body).encode(), {"content-type": "application/json"})

    with listening(Deployment) as base_url:
        url = f"{base_url}/deployments/dep?api-version=2024-10-21"
        with nutgraf.Summarizer(model="m", base_url=url, cache=None, passes=("summary",), api_key="K") as desk:
            assert desk.summarize("MOSS – The ferry sank on Friday.").complete
    assert paths == ["/v1/deployments/dep/chat/completions?api-version=2024-10-21"]
    assert keys == [("K", None)]
