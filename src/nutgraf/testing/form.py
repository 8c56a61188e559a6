"""The written form of a cassette: YAML that a person can read and a diff can show, with nothing secret in it.

`recorded` says when it was made, by which models, with which version. An interaction is `request` (step, prompts, method, path, json) and `response` (status, headers, json). The host is left
out, so that what a local server said replays anywhere; JSON bodies stand as structure, text as literal blocks, unicode
and quotation marks untouched; of the headers only a short list is kept; the interactions are sorted.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import yaml

from nutgraf.parsed import is_list, is_object

KEPT_HEADERS = ("content-type", "retry-after", "retry-after-ms")
"""An allow-list: what is not on it can't leak."""
_VARYING = {"id": "recorded", "created": 0}
_DROPPED = ("timings", "prompt_tokens_details", "completion_tokens_details")

Interaction = dict[str, Any]

try:
    _Loader: Any = yaml.CSafeLoader
    _SafeDumper: Any = yaml.CSafeDumper
except AttributeError:  # libyaml is missing: slower, the same result
    _Loader, _SafeDumper = yaml.SafeLoader, yaml.SafeDumper


class _Dumper(_SafeDumper):  # type: ignore[misc]
    """Writes strings of several lines as literal blocks."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Repeat what is equal: an alias reads badly."""
        return True


def _string(dumper: Any, value: str) -> Any:
    block = "\n" in value and not any(line != line.rstrip() for line in value.split("\n"))
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if block else None)


_Dumper.add_representer(str, _string)


def canonical(body: Any) -> str:
    """JSON with sorted keys: equal requests read equal, whatever their key order or spacing."""
    return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def parsed(body: bytes | str | None) -> Any:
    """A body as JSON structure where it is JSON, else as text."""
    text = body.decode("utf-8", "surrogateescape") if isinstance(body, bytes) else body or ""
    try:
        return json.loads(text)
    except ValueError:
        return text


def headers(given: Mapping[str, str | Sequence[str]]) -> dict[str, str]:
    """The headers that are kept, each as one string."""
    found: dict[str, str] = {}
    for name, value in dict(given).items():
        if name.lower() in KEPT_HEADERS:
            found[name.lower()] = value if isinstance(value, str) else ", ".join(value)
    return dict(sorted(found.items()))


def steady(body: Any) -> Any:
    """A response without what differs at every recording and means nothing: ids, times, timings."""
    if is_object(body):
        kept = {name: steady(value) for name, value in body.items() if name not in _DROPPED}
        if "choices" in kept or kept.get("type") == "message":
            kept |= {name: value for name, value in _VARYING.items() if name in kept}
        return kept
    return [steady(value) for value in body] if is_list(body) else body


def write(interactions: Iterable[Interaction], *, synthetic: bool, recorded: Mapping[str, Any] | None = None) -> str:
    """The text of a cassette; `recorded` says when and by what it was made."""
    ordered = sorted(interactions, key=lambda i: (i["request"]["step"], canonical(i["request"]["json"])))
    head = "# Recorded by pytest --record-mode=rewrite; never edited by hand.\n"
    if synthetic:
        head = "# SYNTHETIC: recorded against a loopback server that misbehaves on purpose; no model said this.\n"
    told = {"recorded": dict(recorded)} if recorded else {}
    body: str = yaml.dump(
        {**told, "interactions": ordered}, Dumper=_Dumper, allow_unicode=True, width=110, sort_keys=False
    )
    return head + body


def read(text: str) -> list[Interaction]:
    """The interactions of a cassette.

    Raises:
        ValueError: the text is no cassette.
    """
    try:
        with _no_collection():
            found = yaml.load(text, Loader=_Loader)  # noqa: S506 - the loader is the safe one
    except yaml.YAMLError as error:
        raise ValueError(f"it is no YAML: {str(error)[:300]}") from error
    if not is_object(found) or not is_list(found.get("interactions")):
        raise ValueError("it holds no list of interactions")
    interactions: list[Interaction] = found["interactions"]
    return interactions


@contextmanager
def _no_collection() -> Generator[None]:
    """No garbage collection: YAML's tree of nodes holds no cycles, and looking for them triples the time of a long cassette."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
