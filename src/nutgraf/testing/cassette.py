"""A cassette that looks requests up by digest: each stored body is digested once, a diff is made only for a real miss."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from vcr.cassette import Cassette
from vcr.filters import decode_response
from vcr.patch import PATCHER_NAMES
from vcr.record_mode import RecordMode
from vcr.request import Request

from nutgraf.asking.line.secrets import address, keys_in
from nutgraf.asking.line.wiretap import on_the_wire
from nutgraf.testing import form
from nutgraf.testing.ages import Recorded
from nutgraf.testing.hygiene import holds_a_key
from nutgraf.testing.mismatch import explained

_HOST = "http://recorded.invalid"
_STEP, _PROMPTS = "x-step", "x-prompts"
"""Where a stored request carries the pass and the prompts that it was made from."""


class KeyRecordedError(Exception):
    """A recording holds the key that it was made with."""


_DIGEST = "_nutgraf_digest"
"""The attribute in which a request keeps its digest."""


class DigestCassette(Cassette):
    """vcrpy's cassette with our form and our matching: method, path and normalised body; the host is left out."""

    def __init__(
        self, path: str, record_mode: RecordMode, *, command: str, synthetic: bool, name: str, keys: set[str]
    ) -> None:
        self.command = command
        self.name = name
        self._lock = threading.Lock()
        self._by_digest: dict[str, list[int]] = defaultdict(list)
        others = tuple(name for name in PATCHER_NAMES if name != "httpx2")
        self._keys = keys
        super().__init__(
            path, persister=_Persister(synthetic, name, keys), record_mode=record_mode, skip_patchers=others
        )

    def append(self, request: Request, response: dict[str, Any]) -> None:
        """Store an interaction, digested."""
        question = on_the_wire.get()
        self._keys.update(keys_in(request.headers, urlsplit(str(request.uri)).query))
        if question is not None:
            request.headers = {
                **request.headers,
                _STEP: question.step,
                _PROMPTS: json.dumps(dict(question.prompts), sort_keys=True),
            }
        super().append(request, decode_response(response))
        self._by_digest[digest(request)].append(len(self.data) - 1)

    def _responses(self, request: Request) -> Generator[tuple[int, Any]]:
        for index in self._by_digest.get(digest(request), ()):
            yield index, self.data[index][1]

    def can_play_response_for(self, request: Request) -> bool:
        """True when it holds an answer; in replay a request without one ends the test, with the reason.

        Raises:
            RecordingMismatch: nothing recorded answers this request.
        """
        if super().can_play_response_for(request):
            return True
        if self.write_protected:
            asked = _interaction(request, None)
            question = on_the_wire.get()
            if question is not None:
                asked["request"] |= {"step": question.step, "prompts": dict(question.prompts)}
            recorded = [_interaction(stored, None) for stored in self.requests]
            raise explained(asked, recorded, self.name, self.command)
        return False

    def play_response(self, request: Request) -> Any:
        """The next unplayed answer to this request."""
        with self._lock:
            return super().play_response(request)

    def unplayed(self) -> list[str]:
        """The passes whose recorded requests were never made."""
        return [
            _interaction(request, None)["request"]["step"]
            for index, (request, _) in enumerate(self.data)
            if not self.play_counts[index]
        ]


def digest(request: Request) -> str:
    """sha256 of method, path and normalised body; made once per request object."""
    known: str | None = vars(request).get(_DIGEST)
    if known is None:
        known = vars(request)[_DIGEST] = _digest(request.method, _path(request), form.parsed(request.body))
    return known


def _digest(method: str, path: str, body: Any) -> str:
    content = "\n".join((method, path, form.canonical(body)))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _path(request: Request) -> str:
    parts = urlsplit(str(request.uri))
    return address(parts.path, parts.query)


def _interaction(request: Request, response: dict[str, Any] | None) -> form.Interaction:
    written: form.Interaction = {
        "request": {
            "step": request.headers.get(_STEP, ""),
            "prompts": json.loads(request.headers.get(_PROMPTS, "{}")),
            "method": request.method,
            "path": _path(request),
            "json": form.parsed(request.body),
        }
    }
    if response is not None:
        body = form.steady(form.parsed(response["body"]["string"]))
        written["response"] = {
            "status": response["status"]["code"],
            "headers": form.headers(response["headers"]),
            "json" if isinstance(body, (dict, list)) else "text": body,
        }
    return written


def _played(written: form.Interaction) -> tuple[Request, dict[str, Any]]:
    asked, answered = written["request"], written["response"]
    body = asked["json"] if isinstance(asked["json"], str) else json.dumps(asked["json"], ensure_ascii=False)
    given = {
        _STEP: asked["step"],
        _PROMPTS: json.dumps(asked["prompts"], sort_keys=True),
        "content-type": "application/json",
    }
    request = Request(asked["method"], _HOST + asked["path"], body.encode("utf-8", "surrogateescape"), given)
    vars(request)[_DIGEST] = _digest(asked["method"], asked["path"], asked["json"])
    text = answered["text"] if "text" in answered else json.dumps(answered["json"], ensure_ascii=False)
    response = {
        "status": {"code": answered["status"], "message": ""},
        "headers": {name: [value] for name, value in answered["headers"].items()},
        "body": {"string": text.encode("utf-8", "surrogateescape")},
    }
    return request, response


class _Persister:
    """Reads and writes our form, always in UTF-8."""

    def __init__(self, synthetic: bool, name: str, keys: set[str]) -> None:
        self._synthetic = synthetic
        self._name = name
        self._keys = keys
        self._since: Recorded | None = None
        """What the file said of itself, where there was one."""

    def load_cassette(self, cassette_path: str, serializer: Any) -> tuple[list[Request], list[Any]]:  # noqa: ARG002
        from vcr.persisters.filesystem import CassetteNotFoundError

        path = Path(cassette_path)
        if not path.is_file():
            raise CassetteNotFoundError
        text = path.read_text("utf-8")
        self._since = Recorded.of(text)
        pairs = [_played(written) for written in form.read(text)]
        return [request for request, _ in pairs], [response for _, response in pairs]

    def save_cassette(self, cassette_path: str, cassette_dict: dict[str, Any], serializer: Any) -> None:  # noqa: ARG002
        pairs = zip(cassette_dict["requests"], cassette_dict["responses"], strict=True)
        interactions = [_interaction(*pair) for pair in pairs]
        recorded = Recorded.now(interactions, since=self._since).written()
        text = form.write(interactions, synthetic=self._synthetic, recorded=recorded)
        if holds_a_key(text, self._keys):
            raise KeyRecordedError(
                f"{self._name} would hold the key that was used, in some form; nothing was written. Does the server repeat "
                "it in what it says, or does the article hold it?"
            )
        path = Path(cassette_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
