"""A model server in a process of its own that misbehaves as it is told, and keeps books of what it was asked.

    python tests/misbehaving.py        prints its port, then serves until its standard input ends

The script is a list of rules; the first that fits a request, and has not run out, says what happens. Only the standard
library is used, so that it starts in a blink.
"""

from __future__ import annotations

import asyncio
import hashlib
import http.client
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Any

CONTROL = "/control"
Say = dict[str, Any]
"""What happens: {"kind": …} and what that kind needs; `delay` seconds pass first."""


def answer(content: str | None = "auto", *, finish: str = "stop", usage: bool = True, **more: Any) -> Say:
    """A completion; "auto" is an answer without items to whatever passes are asked for."""
    return {"kind": "answer", "content": content, "finish": finish, "usage": usage, **more}


def status(code: int, message: str = "no", **headers: str) -> Say:
    """An error as OpenAI words it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = json.dumps({"error": {"message": message, "type": "x", "code": None}})
    return {"kind": "raw", "status": code, "body": body, "type": "application/json", "headers": named}


def raw(body: str, type_: str = "application/json", code: int = 200) -> Say:
    """Any body."""
    return {"kind": "raw", "status": code, "body": body, "type": type_}


HANG_UP: Say = {"kind": "hang_up"}
HALF: Say = {"kind": "half", "content": "auto"}
SILENCE: Say = {"kind": "silence"}
DRIP: Say = {"kind": "drip", "content": "auto", "pause": 0.05}


def rule(say: Say, *, when: str | None = None, times: int | None = None) -> dict[str, Any]:
    """Say this to requests that hold `when`, this many times."""
    return {"say": say, "when": when, "times": times}


def sometimes(rate: float, faults: list[Say], otherwise: Say, seed: int = 0) -> Say:
    """One of the faults for this share of all questions, chosen by what is asked: the same question, the same fate."""
    return {"kind": "sometimes", "rate": rate, "faults": faults, "otherwise": otherwise, "seed": seed}


def busy_over(most: int, otherwise: Say) -> Say:
    """429 for whoever comes while this many others are being served."""
    return {"kind": "busy_over", "most": most, "otherwise": otherwise}


# --- the side of the tests ---


@dataclass
class Books:
    """What the server saw: `reported` are the tokens it told, `billed` those it worked for, told or not."""

    bodies: list[dict[str, Any]]
    headers: list[dict[str, str]]
    reported: int
    billed: int
    most_in_flight: int
    times: list[float]

    @property
    def requests(self) -> int:
        return len(self.bodies)


class Misbehaving:
    """A running server, as a test holds it."""

    def __init__(self) -> None:
        command = [sys.executable, "-S", "-E", __file__]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        self.base_url = f"http://127.0.0.1:{self.port}/v1"

    def script(self, *rules: dict[str, Any] | Say) -> Misbehaving:
        """Forget everything and follow these rules; a bare Say goes for every request that no rule before it took."""
        self._control("POST", [r if "say" in r else rule(r) for r in rules])
        return self

    def books(self) -> Books:
        return Books(**self._control("GET"))

    def stop(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(120)
        self._process.stdout.close()

    def _control(self, method: str, said: Any = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, CONTROL, json.dumps(said))
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()


# --- the side of the server ---


_PATIENCE = 6_000


class _Script:
    """Its rules and its books. A request that a test gave up may end under the next script: it stays with its own."""

    def __init__(self, rules: list[dict[str, Any]]) -> None:
        self.rules = rules
        self.bodies: list[Any] = []
        self.headers: list[dict[str, str]] = []
        self.times: list[float] = []
        self.reported = self.billed = self.in_flight = self.most_in_flight = 0

    def books(self) -> dict[str, Any]:
        kept = ("bodies", "headers", "reported", "billed", "most_in_flight", "times")
        return {name: getattr(self, name) for name in kept}


class Server:
    def __init__(self) -> None:
        self.script = _Script([])

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                method, path, _ = head[0].split(" ", 2)
                headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in head[1:] if line)}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                if path == CONTROL:
                    self.control(method, body, writer)
                elif not await self.model(json.loads(body), headers, writer):
                    break
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    def control(self, method: str, body: bytes, writer: asyncio.StreamWriter) -> None:
        if method == "POST":
            self.script = _Script(json.loads(body))
        _send(writer, 200, json.dumps(self.script.books()))

    async def model(self, body: Any, headers: dict[str, str], writer: asyncio.StreamWriter) -> bool:
        script = self.script
        say = _chosen(script, body)
        script.bodies.append(body)
        script.headers.append(headers)
        script.times.append(time.monotonic())
        script.in_flight += 1
        script.most_in_flight = max(script.most_in_flight, script.in_flight)
        try:
            for _ in range(_PATIENCE):  # with "company" the first ones wait until so many were there at once
                if script.most_in_flight >= say.get("company", 0):
                    break
                await asyncio.sleep(0.01)
            while say["kind"] in ("sometimes", "busy_over"):
                say = _decided(script, say, body)
            await asyncio.sleep(say.get("delay", 0))
            return await _said(script, say, body, writer)
        finally:
            script.in_flight -= 1


def _chosen(script: _Script, body: Any) -> Say:
    text = json.dumps(body, ensure_ascii=False)
    for candidate in script.rules:
        if candidate["times"] == 0 or (candidate["when"] and candidate["when"] not in text):
            continue
        if candidate["times"]:
            candidate["times"] -= 1
        return candidate["say"]
    return answer()


def _decided(script: _Script, say: Say, body: Any) -> Say:
    if say["kind"] == "busy_over":
        return status(429) if script.in_flight > say["most"] else say["otherwise"]
    digest = hashlib.sha256(f"{say['seed']}{body['messages'][1]['content']}".encode()).digest()
    if digest[0] / 256 >= say["rate"]:
        return say["otherwise"]
    return say["faults"][digest[1] % len(say["faults"])]


async def _said(script: _Script, say: Say, body: Any, writer: asyncio.StreamWriter) -> bool:
    kind = say["kind"]
    if kind == "raw":
        _send(writer, say["status"], say["body"], say["type"], say.get("headers", {}))
        return True
    content = _nothing_found(body) if say.get("content", "auto") == "auto" else say["content"]
    prompt, completion = sum(len(m["content"]) for m in body["messages"]) // 4, len(content or "") // 4 + 1
    script.billed += prompt + completion
    if kind == "hang_up":
        return False
    if kind == "silence":
        await asyncio.sleep(30)
        return False
    message = {"role": "assistant", "content": content, "refusal": say.get("refusal")}
    usage = {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}
    told = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "message": message, "finish_reason": say.get("finish", "stop")}],
    }
    if say.get("usage", True):
        told["usage"] = usage
    text = json.dumps(told)
    if kind == "half":
        _send(writer, 200, text, cut=len(text) // 2)
        return False
    if kind == "drip":
        await _drip(writer, text, say["pause"])
        script.reported += prompt + completion
        return True
    if say.get("usage", True):
        script.reported += prompt + completion
    _send(writer, 200, text, say.get("type", "application/json"))
    return True


def _nothing_found(body: Any) -> str:
    wanted = body.get("response_format", {}).get("json_schema", {}).get("schema", {}).get("properties", {})
    return json.dumps({name: [] for name in wanted or ("quotes", "events", "summary")})


def _send(
    writer: asyncio.StreamWriter,
    code: int,
    text: str,
    type_: str = "application/json",
    headers: dict[str, str] | None = None,
    cut: int | None = None,
) -> None:
    data = text.encode()
    lines = [f"HTTP/1.1 {code} X", f"content-type: {type_}", f"content-length: {len(data)}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + data[:cut])


async def _drip(writer: asyncio.StreamWriter, text: str, pause: float) -> None:
    _send(writer, 200, text, cut=0)
    for character in text.encode():
        writer.write(bytes([character]))
        await writer.drain()
        await asyncio.sleep(pause)


async def _main() -> None:
    server = Server()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, limit=2**20, backlog=1024)
    print(listening.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    import os

    os._exit(0)


if __name__ == "__main__":
    asyncio.run(_main())
