"""Why a recording no longer fits, in a few lines: which prompt, which schema field, which sentence - not a diff."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nutgraf.errors import NutgrafError
from nutgraf.parsed import is_list, is_object
from nutgraf.testing.form import Interaction, canonical

_MOST_REASONS = 6
_LONGEST_EXCERPT = 60


class RecordingMismatch(NutgrafError):
    """A request that the cassette does not hold. Terminal: it is never sent, never retried."""

    cassette: str
    changes: tuple[str, ...]

    def __init__(self, message: str, *, cassette: str = "", changes: tuple[str, ...] = ()) -> None:
        super().__init__(message, cassette=cassette, changes=changes)


def explained(asked: Interaction, recorded: Sequence[Interaction], cassette: str, command: str) -> RecordingMismatch:
    """The mismatch of a request with everything recorded: what changed since, and how to record again."""
    request = asked["request"]
    if not recorded:
        changes: tuple[str, ...] = ("nothing is recorded for this test",)
    else:
        nearest = max((i["request"] for i in recorded), key=lambda r: _likeness(request, r))
        changes = tuple(_changes(request, nearest)) or ("the same request was made more often than it was recorded",)
    lines = [f"{cassette} does not hold this request ({request['step']}):"]
    lines += [f"  - {change}" for change in changes[:_MOST_REASONS]]
    if len(changes) > _MOST_REASONS:
        lines.append(f"  … and {len(changes) - _MOST_REASONS} more changes")
    lines.append(f"Record again: {command}")
    return RecordingMismatch("\n".join(lines), cassette=cassette, changes=changes[:_MOST_REASONS])


def _likeness(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[int, float]:
    same = sum(one.get(name) == other.get(name) for name in ("step", "path", "method", "prompts"))
    matcher = difflib.SequenceMatcher(None, _asked(one)[-2_000:], _asked(other)[-2_000:], autojunk=False)
    return same, matcher.quick_ratio()


def _asked(request: Mapping[str, Any]) -> str:
    messages: list[dict[str, Any]] = _body(request).get("messages") or [{}]
    return str(messages[-1].get("content", ""))


def _body(request: Mapping[str, Any]) -> dict[str, Any]:
    body = request["json"]
    return body if is_object(body) else {"body": body}


def _changes(now: Mapping[str, Any], then: Mapping[str, Any]) -> Iterator[str]:
    if now["path"] != then["path"] or now["method"] != then["method"]:
        yield f"the request goes to {now['method']} {now['path']}; recorded was {then['method']} {then['path']}"
    yield from _prompt_changes(now.get("prompts") or {}, then.get("prompts") or {})
    mine, theirs = dict(_body(now)), dict(_body(then))
    yield from _schema_changes(_format_of(mine), _format_of(theirs))
    yield from _message_changes(_messages_of(mine), _messages_of(theirs))
    for name in sorted(mine.keys() | theirs.keys()):
        if mine.get(name) != theirs.get(name):
            yield f"{name} is {_short(mine.get(name))}; recorded was {_short(theirs.get(name))}"


def _prompt_changes(now: Mapping[str, str], then: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(now.keys() | then.keys()):
        if name not in then:
            yield f"prompt {name} is new here; recorded were {', '.join(sorted(then)) or 'none'}"
        elif name not in now:
            yield f"prompt {name} is no longer used"
        elif now[name] != then[name]:
            yield f"prompt {name} was edited: digest {now[name][:12]}, recorded {then[name][:12]}"


def _schema_changes(now: Any, then: Any) -> Iterator[str]:
    mine, theirs = dict(_leaves(now)), dict(_leaves(then))
    for path in [p for p in mine if p not in theirs]:
        yield f"schema: {path} was added"
    for path in [p for p in theirs if p not in mine]:
        yield f"schema: {path} was removed"
    for path in [p for p in mine if p in theirs and mine[p] != theirs[p]]:
        yield f"schema: {path} changed"


def _format_of(body: dict[str, Any]) -> Any:
    """The schema of a request, taken out of it, from wherever a provider wants it."""
    given = body.pop("response_format", None)
    config, tools = body.pop("output_config", None), body.pop("tools", None)
    if is_object(config):
        body |= {f"output_config.{name}": value for name, value in config.items() if name != "format"}
        given = given or config.get("format")
    if is_list(tools) and tools and is_object(tools[0]):
        given = given or {"schema": tools[0].get("input_schema")}
    return given


def _messages_of(body: dict[str, Any]) -> list[Any]:
    """The messages of a request, taken out of it, with the system's words at their head."""
    system, messages = body.pop("system", None), body.pop("messages", [])
    return [{"role": "system", "content": system}, *messages] if system is not None else messages


def _leaves(schema: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The fields of a schema by dotted path, each with the rest of what is said of it."""
    if not is_object(schema):
        return
    for holder in ("json_schema", "schema"):
        if is_object(schema.get(holder)):
            yield from _leaves(schema[holder], path)
            return
    for name, inner in schema.get("properties", {}).items():
        here = f"{path}.{name}" if path else name
        yield here, canonical(_less_properties(inner))
        yield from _leaves(inner, here)
    if is_object(schema.get("items")):
        yield from _leaves(schema["items"], f"{path}[]")
    for option in schema.get("anyOf", ()):
        yield from _leaves(option, path)


def _less_properties(schema: Any) -> Any:
    if is_object(schema):
        return {k: _less_properties(v) for k, v in schema.items() if k not in ("properties", "required")}
    return [_less_properties(v) for v in schema] if is_list(schema) else schema


def _message_changes(now: Sequence[Any], then: Sequence[Any]) -> Iterator[str]:
    if len(now) != len(then):
        yield f"{len(now)} messages; recorded were {len(then)}"
        now, then = now[-1:], then[-1:]
    for number, (mine, theirs) in enumerate(zip(now, then, strict=True)):
        if mine == theirs:
            continue
        role = mine.get("role")
        place = "the article" if mine is now[-1] else f"message {number + 1} ({role})"
        yield from _text_changes(place, str(mine.get("content")), str(theirs.get("content")))


def _text_changes(place: str, now: str, then: str) -> Iterator[str]:
    mine, theirs = now.splitlines(), then.splitlines()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        old, new = _short(" ".join(theirs[a:b])), _short(" ".join(mine[c:d]))
        yield (
            f"{place}: {old} became {new}"
            if a < b and c < d
            else f"{place}: {new} was added"
            if c < d
            else f"{place}: {old} is gone"
        )


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 2] + "…" + text[-1]
