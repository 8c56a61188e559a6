"""A loopback server with /v1/files and /v1/batches as OpenAI documents them, and /v1/chat/completions beside them."""

from __future__ import annotations

import email
import email.policy
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from loopback import COMPLETION_TOKENS, PROMPT_TOKENS, Handler, listening

Json = dict[str, Any]
Answer = Callable[[Json], Json | None]
"""The body of a request to what its line of the output file says; None: nobody got round to it before it expired."""


def completed(content: str | None, finish: str = "stop", refusal: str | None = None) -> Json:
    """A line's response with a chat completion."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    body = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {
            "prompt_tokens": PROMPT_TOKENS,
            "completion_tokens": COMPLETION_TOKENS,
            "total_tokens": PROMPT_TOKENS + COMPLETION_TOKENS,
        },
    }
    return {"status_code": 200, "request_id": "r", "body": body}


def refused(status: int, message: str) -> Json:
    """A line's response with an error."""
    return {
        "status_code": status,
        "request_id": "r",
        "body": {"error": {"message": message, "type": "x", "code": None}},
    }


def nothing_found(body: Json) -> Json:
    """An answer without items to whatever passes are asked for."""
    wanted = body["response_format"]["json_schema"]["schema"]["properties"]
    return completed(json.dumps({name: [] for name in wanted}))


@dataclass
class BatchServer:
    """What a test holds."""

    answer: Answer = nothing_found
    base_url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, Json] = field(default_factory=dict)
    online: list[Json] = field(default_factory=list)
    batched: list[Json] = field(default_factory=list)
    fail_after: int | None = None
    """Hang up on the answer to the n-th batch created, which exists all the same."""

    def work(self) -> None:
        """Work through all batches that wait."""
        for batch in self.batches.values():
            if batch["status"] == "validating":
                self._work_on(batch)

    def create(self, wanted: Json) -> Json:
        lines = [json.loads(line) for line in self.files[wanted["input_file_id"]].splitlines()]
        wrong = self._wrong(lines, wanted)
        name = f"batch_{len(self.batches) + 1}"
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "endpoint": wanted["endpoint"],
            "completion_window": wanted["completion_window"],
            "input_file_id": wanted["input_file_id"],
            "created_at": 0,
            "status": "failed" if wrong else "validating",
            "errors": {"object": "list", "data": [{"code": "x", "message": wrong, "line": 1}]} if wrong else None,
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
            "metadata": wanted.get("metadata"),
        }
        return self.batches[name]

    def store(self, content: bytes) -> Json:
        name = f"file-{len(self.files) + 1}"
        self.files[name] = content
        return {
            "id": name,
            "object": "file",
            "bytes": len(content),
            "created_at": 0,
            "filename": "f",
            "purpose": "batch",
            "status": "processed",
        }

    def _wrong(self, lines: list[Json], wanted: Json) -> str:
        if wanted["completion_window"] != "24h":
            return "completion_window must be 24h"
        if len({line["custom_id"] for line in lines}) < len(lines):
            return "duplicate custom_id"
        if any(line["url"] != wanted["endpoint"] or line["method"] != "POST" for line in lines):
            return "url does not match the endpoint"
        if any("extra_body" in line["body"] for line in lines):
            return "unknown parameter extra_body"
        return "too many requests" if len(lines) > 50_000 else ""

    def _work_on(self, batch: Json) -> None:
        good, bad = [], []
        for line in map(json.loads, self.files[batch["input_file_id"]].splitlines()):
            self.batched.append(line["body"])
            response = self.answer(line["body"])
            told: Json = {"id": "b", "custom_id": line["custom_id"], "response": response, "error": None}
            if response is None:
                told["error"] = {"code": "batch_expired", "message": "This request could not be executed in time."}
            (good if response and response["status_code"] == 200 else bad).append(told)
        batch["status"] = "expired" if any(told["response"] is None for told in bad) else "completed"
        batch["request_counts"] |= {"completed": len(good), "failed": len(bad)}
        for name, lines in (("output_file_id", good), ("error_file_id", bad)):
            if lines:  # in whatever order, as documented
                text = "".join(json.dumps(line) + "\n" for line in reversed(lines))
                batch[name] = self.store(text.encode())["id"]


@contextmanager
def serving_batches() -> Iterator[BatchServer]:
    """Serve until the block ends."""
    server, lock = BatchServer(), threading.Lock()

    class Batches(Handler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["content-length"]))
            with lock:
                if self.path == "/v1/files":
                    self._say(server.store(_uploaded(self.headers["content-type"], content)))
                elif self.path == "/v1/batches":
                    made = server.create(json.loads(content))
                    if server.fail_after == len(server.batches):
                        self.close_connection = True
                        return
                    self._say(made)
                else:
                    body = json.loads(content)
                    server.online.append(body)
                    response = server.answer(body)
                    assert response is not None
                    self._say(response["body"], response["status_code"])

        def do_GET(self) -> None:
            parts = self.path.partition("?")[0].split("/")[2:]
            with lock:
                match parts:
                    case ["batches"]:
                        self._say({"object": "list", "data": list(server.batches.values()), "has_more": False})
                    case ["batches", name] if name in server.batches:
                        self._say(server.batches[name])
                    case ["files", name, "content"] if name in server.files:
                        self.send(200, server.files[name], {"content-type": "application/octet-stream"})
                    case _:
                        self._say({"error": {"message": "no such thing", "type": "x", "code": None}}, 404)

        def _say(self, body: Json, status: int = 200) -> None:
            self.send(status, json.dumps(body).encode(), {"content-type": "application/json"})

    with listening(Batches) as server.base_url:
        yield server


def _uploaded(kind: str, content: bytes) -> bytes:
    """The file in a multipart form, which must say that it is for a batch."""
    form = email.message_from_bytes(b"content-type: " + kind.encode() + b"\r\n\r\n" + content, policy=email.policy.HTTP)
    parts = {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in form.iter_parts()
    }  # type: ignore[attr-defined]
    assert parts["purpose"] == b"batch"
    file = parts["file"]
    assert isinstance(file, bytes)
    return file
