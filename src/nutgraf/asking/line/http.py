"""The HTTP client below the vendors' packages, and the only module that imports httpx2: no redirects, no cookies, proxies only beyond this machine, and bodies up to a limit."""

from __future__ import annotations

import http.cookiejar
import json
import ssl
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import httpx2

from nutgraf.asking.line.endpoint import is_loopback
from nutgraf.asking.replies.streamed import folded
from nutgraf.errors import ReplyInvalid
from nutgraf.parsed import is_list, is_object

_LEAST_BODY = 256 * 1024
_BYTES_A_TOKEN = 64
"""Ten times what a token of JSON takes, escaped twice: nothing but a runaway answer is longer."""
_SMALL_BODY = 64 * 1024


def most_bytes(room: int) -> int:
    """The longest body that an answer of so many tokens can have."""
    return _LEAST_BODY + _BYTES_A_TOKEN * room


def of_the_network(cause: BaseException) -> bool:
    """True for what goes wrong between here and a server."""
    ours = type(cause).__module__.split(".")[0] in {"httpx2", "httpcore2", "anyio", "h11", "ssl", "asyncio"}
    return isinstance(cause, (httpx2.RequestError, OSError)) or ours


def unsent(cause: BaseException | None) -> bool:
    """True where nothing left this machine."""
    return isinstance(cause, (httpx2.ConnectError, httpx2.ConnectTimeout, ConnectionRefusedError))


def timed_out(cause: BaseException | None) -> bool:
    """True where a server was too slow for the client."""
    return isinstance(cause, (httpx2.TimeoutException, TimeoutError))


def http_client(base_url: str, timeout: float) -> httpx2.AsyncClient:
    """A client for one endpoint."""
    secure = base_url.startswith("https:")
    return httpx2.AsyncClient(
        verify=_tls() if secure else False,
        follow_redirects=False,
        trust_env=not is_loopback(base_url),
        timeout=httpx2.Timeout(timeout, connect=min(timeout, 10.0)),
        limits=httpx2.Limits(max_connections=1_000, max_keepalive_connections=100),
        cookies=http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(allowed_domains=())),
    )


async def sent(
    client: Any, request: httpx2.Request, *, room: int, masked: Callable[[bytes], bytes], **options: Any
) -> Any:
    """Send a request and read the answer, no further than an answer of `room` tokens goes; `masked` hides the key in it.

    Raises:
        ReplyInvalid: the answer goes on.
        httpx2.HTTPError: as the client.
    """
    request.headers["accept-encoding"] = "gzip"  # what else comes is refused: it could grow without measure
    response = await client.send(request, stream=True, **options)
    if not isinstance(response, httpx2.Response):  # a client of another make
        await response.aread()
        return response
    data = masked(await _body(response, most_bytes(room)))
    kind = response.headers.get("content-type", "")
    if kind.startswith("text/event-stream"):
        data, kind = folded(data), "application/json"
    if len(data) > _SMALL_BODY:
        data = _with_one_choice(data)
    headers = [(name, value) for name, value in response.headers.multi_items() if name.lower() not in _OF_THE_BODY]
    return httpx2.Response(
        response.status_code,
        headers=[*headers, ("content-type", kind)],
        content=data,
        request=request,
        extensions={name: one for name, one in response.extensions.items() if name != "network_stream"},
    )


_OF_THE_BODY = {"content-encoding", "content-length", "transfer-encoding", "content-type"}


async def _body(response: httpx2.Response, most: int) -> bytes:
    try:
        content = response.content
    except httpx2.ResponseNotRead:
        pass
    else:
        _refuse_longer(content, most)
        return content
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    inflating = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding in ("gzip", "x-gzip", "deflate") else None
    data = bytearray()
    try:
        if inflating is None and encoding not in ("", "identity"):
            raise httpx2.DecodingError(f"an answer in the encoding {encoding[:40]!r}, which was not asked for")
        async for chunk in response.aiter_raw():
            data += inflating.decompress(chunk, most + 1 - len(data)) if inflating else chunk
            _refuse_longer(data, most)
    except zlib.error as error:
        raise httpx2.DecodingError(str(error)) from error
    finally:
        await response.aclose()
    return bytes(data)


def _refuse_longer(data: bytes | bytearray, most: int) -> None:
    if len(data) > most:
        raise ReplyInvalid(f"the answer is longer than {most:,} bytes: more than was asked for", attempts=1)


def _with_one_choice(data: bytes) -> bytes:
    """One choice was asked for; thousands would keep the client busy for a minute."""
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        return data
    if is_object(body) and is_list(choices := body.get("choices")) and len(choices) > 1:
        return json.dumps(body | {"choices": choices[:1]}).encode()
    return data


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()
