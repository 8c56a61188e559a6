# What nutgraf.asking.local.server uses of xllamacpp, which ships no types.

from typing import Any

class CommonParams:
    model: Any
    model_alias: set[str]
    hostnames: list[str]
    port: int
    api_keys: list[str]
    n_ctx: int
    n_parallel: int
    cpuparams: Any
    cache_ram_mib: int
    endpoint_metrics: bool
    ui: bool
    offline: bool
    verbosity: int

class Server:
    def __init__(self, params: CommonParams) -> None: ...
    @property
    def listening_address(self) -> str: ...
