"""An HTTP client as we use it, whoever made it: answers read within their limit, no redirect followed, no key beside its header."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nutgraf.asking.line.http import sent
from nutgraf.asking.line.wiretap import on_the_wire


class Guarded:
    """Stands where a vendor's package keeps its HTTP client, and passes on what it does not do itself."""

    def __init__(self, client: Any, *, masked: Callable[[bytes], bytes], key_header: str = "") -> None:
        self._inner = client
        self._masked = masked
        self._key_header = key_header

    @property  # type: ignore[misc]
    def __class__(self) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] - the packages ask what kind of client it is
        """The client's own class."""
        return self._inner.__class__

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    async def send(self, request: Any, *, stream: bool = False, **options: Any) -> Any:
        """Send a request: a question is answered within its room, anything else as the client does it."""
        options["follow_redirects"] = False
        bearer = request.headers.get("authorization", "")
        if self._key_header and bearer:  # a deployment of Azure's takes the key elsewhere
            del request.headers["authorization"]
            request.headers[self._key_header] = bearer.removeprefix("Bearer ")
        question = on_the_wire.get()
        if question is None or stream:
            return await self._inner.send(request, stream=stream, **options)
        return await sent(self._inner, request, room=question.max_output_tokens, masked=self._masked, **options)
