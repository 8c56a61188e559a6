from collections.abc import Mapping, MutableMapping

class Request:
    method: str
    uri: str
    # Of a body that came as a file or an iterator vcrpy makes one of these; an HTTP client of openai's sends bytes.
    body: bytes | None
    @property
    def headers(self) -> MutableMapping[str, str]: ...
    @headers.setter
    def headers(self, value: Mapping[str, str]) -> None: ...
    def __init__(self, method: str, uri: str, body: bytes | str | None, headers: Mapping[str, str]) -> None: ...
