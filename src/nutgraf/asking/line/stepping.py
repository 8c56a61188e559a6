"""What a server's refusal asks us to leave out: read from its words, whatever its status. Pure: texts in, a step out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nutgraf.asking.line.dialect import Dialect, Output

STEPPING = (400, 404, 405, 413, 422, 500, 501)
"""Statuses with which servers refuse a parameter; with 500 and 501 where a schema can't be made into a grammar."""
_NEXT_OUTPUT: dict[Output, Output] = {"strict": "schema", "schema": "json", "json": "words"}
_FORMAT = re.compile(
    r"response[_ ]?format|json[_ ]?(?:schema|object|mode)|structured[_ ]outputs?|output[_ ](?:config|format)|input_schema|tool_choice|guided[_ ]|\bgrammar\b|\bschemas?\b|\bstrict\b",
    re.IGNORECASE,
)
_OF_GOOGLE = re.compile(
    r"response_?(?:json_?)?schema|additional_?properties|too many states|^request contains an invalid argument\.?$",
    re.IGNORECASE,
)
"""What Google says of a schema that it can't take: a keyword in it, its size, or nothing at all."""
_STRICT = re.compile(r"\bstrict\b", re.IGNORECASE)
_NO_SCHEMA_AT_ALL = re.compile(
    r"(?:unknown variant|unsupported|invalid)\W+json_schema|(?:must be|expected|use)\b[^.]{0,40}json_object",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"max[_ ](?:completion[_ ]|output[_ ]|new[_ ])?tokens|max_?length|maxOutputTokens", re.IGNORECASE)
_UNKNOWN_NAME = re.compile(
    r"not supported|unsupported|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|extra (?:inputs|fields)|\buse\W+max_",
    re.IGNORECASE,
)
_TOO_LARGE = re.compile(
    r"too (?:large|high|big|long)|exceed|at most|less than|greater than|larger than|maximum", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<![\w.-])\d{1,3}(?:[,_]\d{3})+(?![\w])|(?<![\w.-])\d{2,9}(?![\w])")
_CONTEXT = re.compile(r"(?:context[_ ](?:length|window|size)\b[^\d.]{0,40}|must be <= ?)(\d{3,8})", re.IGNORECASE)
_SUM = re.compile(r"(\d+) \+ \d+ > (\d+)")
"""Prompt, room, and the context that they exceed together, as Anthropic writes them."""
_PROMPT = re.compile(
    r"(\d+)[^\w.;]{1,3}(?:tokens )?(?:in|from|of) (?:the |your )?(?:messages|prompt|input)|(\d+)\W{1,3}(?:input|prompt|inputs)\W{1,3}tokens"
    r"|(?:prompt|messages|input)\b[^\d.]{1,40}(\d+) tokens|\d+ ?- ?(\d+)",
    re.IGNORECASE,
)
_SMALLEST_ROOM = 128
"""Tokens: an answer that has less room is not worth asking for."""


@dataclass(frozen=True)
class Asked:
    """What of a request bears on its refusal."""

    dialect: Dialect
    room: int
    """`max_output_tokens`."""
    model: str = ""


@dataclass(frozen=True)
class Lower:
    """How to ask instead: from now on in this dialect, and this question with this room."""

    dialect: Dialect
    room: int | None = None


def lower(asked: Asked, status: int, said: str) -> Lower | None:
    """The step to take after a refusal, or None when it names nothing that we could leave out."""
    if status not in STEPPING:
        return None
    if asked.model:
        said = re.sub(rf"(?<!\w){re.escape(asked.model)}(?!\w)", "", said)  # a name may hold "strict" or a number
    dialect = asked.dialect
    if (room := _room_in_context(asked, said)) is not None:
        return Lower(dialect, room)
    if _LIMIT.search(said):
        return _limited(asked, said)
    if re.search(r"\btemperature\b", said, re.IGNORECASE) and dialect.temperature:
        return Lower(replace(dialect, temperature=False))
    of_google = dialect.output in ("strict", "schema") and _OF_GOOGLE.search(said.strip()) is not None
    if of_google or _FORMAT.search(said):
        below = _NEXT_OUTPUT.get(dialect.output)
        if below == "schema" and (of_google or (_NO_SCHEMA_AT_ALL.search(said) and not _STRICT.search(said))):
            below = "json"
        return Lower(replace(dialect, output=below)) if below else None
    return None


def over_limit(said: str) -> bool:
    """True where a refusal is about the length of the answer."""
    return bool(_LIMIT.search(said))


def _room_in_context(asked: Asked, said: str) -> int | None:
    """What a context leaves for the answer, where the message tells both its size and the prompt's."""
    if both := _SUM.search(said):
        taken, size = int(both[1]), int(both[2])
    else:
        context, prompt = _CONTEXT.search(said), _PROMPT.search(said)
        if context is None or prompt is None:
            return None
        taken, size = int(next(group for group in prompt.groups() if group)), int(context[1])
    left = size - taken - 1
    return left if _SMALLEST_ROOM <= left < asked.room else None


def _limited(asked: Asked, said: str) -> Lower | None:
    dialect = asked.dialect
    large = _TOO_LARGE.search(said) is not None
    named = [n for n in map(_int, _NUMBER.findall(said)) if _SMALLEST_ROOM <= n < asked.room]
    if (named or large) and not (_UNKNOWN_NAME.search(said) and not large):
        most = max(named) if named else asked.room // 2
        if dialect.most is not None and (not named or most >= dialect.most):
            return None
        return Lower(replace(dialect, most=most)) if most >= _SMALLEST_ROOM else None
    if dialect.one_limit:
        return None
    other = "max_completion_tokens" if dialect.limit == "max_tokens" else "max_tokens"
    return Lower(replace(dialect, limit=other))  # type: ignore[arg-type]


def _int(written: str) -> int:
    return int(written.replace(",", "").replace("_", ""))
