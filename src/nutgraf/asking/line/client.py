"""openai's client as we use it: each answer read within its limit, no redirect followed, the key where a server looks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import openai

from nutgraf.asking.line.http import sent
from nutgraf.asking.line.wiretap import on_the_wire


class Client(openai.AsyncOpenAI):
    """openai's client, for which no redirect is followed and no answer read beyond its limit, whoever made the HTTP
    client below it.
    """

    masked: Callable[[bytes], bytes]
    key_header = ""
    """Where the key goes in the place of a bearer's header."""

    async def _prepare_request(self, request: Any) -> None:
        if self.key_header and "authorization" in request.headers:
            del request.headers["authorization"]
            request.headers[self.key_header] = self.api_key

    async def _send_request(self, request: Any, *, stream: bool, **options: Any) -> Any:
        question = on_the_wire.get()
        if question is None or stream:
            return await super()._send_request(request, stream=stream, **options)
        return await sent(self._client, request, room=question.max_output_tokens, masked=self.masked, **options)

    async def _prepare_options(self, options: Any) -> Any:
        options = await super()._prepare_options(options)
        options.follow_redirects = False
        return options
