"""A loopback server that answers as a test tells it to, and keeps a ledger of what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PROMPT_TOKENS, COMPLETION_TOKENS = 100, 20


@dataclass
class Told:
    """One answer: a status and a body; a dict goes out as JSON."""

    body: dict[str, Any] | str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    hang_up: bool = False


def completion(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> Told:
    """A chat completion with this content."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    usage = {
        "prompt_tokens": PROMPT_TOKENS,
        "completion_tokens": COMPLETION_TOKENS,
        "total_tokens": PROMPT_TOKENS + COMPLETION_TOKENS,
    }
    return Told(
        {
            "id": "x",
            "object": "chat.completion",
            "created": 0,
            "model": "m",
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": usage,
        }
    )


def failure(status: int, message: str = "no", **headers: str) -> Told:
    """An error as OpenAI words it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Told({"error": {"message": message, "type": "x", "code": None}}, status, named)


Script = Callable[[dict[str, Any], int], Told]


@dataclass
class Server:
    """What a test holds: where the server is, and what it was asked."""

    base_url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answered_tokens: int = 0


class Handler(BaseHTTPRequestHandler):
    """Answers over one connection, in silence."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: the second would wait 40 ms until the first is acknowledged

    def send(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def listening(handler: type[Handler]) -> Iterator[str]:
    """Serve on a free port of this machine until the block ends; gives the base URL."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            return

    http = Quiet(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{http.server_port}/v1"
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    """Serve until the block ends; `script(body, n)` answers the n-th request, counted from 0."""
    server, lock = Server(), threading.Lock()

    class Scripted(Handler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            with lock:
                number = len(server.requests)
                server.requests.append(body)
                server.headers.append({k.lower(): v for k, v in self.headers.items()})
            told = script(body, number)
            time.sleep(told.delay)
            if told.hang_up:
                self.close_connection = True
                self.connection.close()
                return
            text = json.dumps(told.body) if isinstance(told.body, dict) else told.body
            data = text if isinstance(text, bytes) else text.encode()
            if isinstance(told.body, dict):
                with lock:
                    server.answered_tokens += told.body.get("usage", {}).get("total_tokens", 0)
            self.send(told.status, data, {"content-type": "application/json", **told.headers})

    with listening(Scripted) as server.base_url:
        yield server
