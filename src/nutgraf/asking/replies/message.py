"""Where in a completion the answer stands: content, parts of it, a tool call, the reasoning; or an error in its place."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from nutgraf.asking.replies.lenient import parsed_at
from nutgraf.parsed import is_list, is_object

_OBJECT = re.compile(r"\{")
_MOST_STARTS = 60
_MOST_TOKENS = 10**9
"""No request takes as many: a count beyond is not believed."""


class Text(NamedTuple):
    """The text of an answer, and where it stood if not in the content."""

    text: str
    where: str = ""


class Trouble(NamedTuple):
    """What a server says in the place of an answer: its own status, if it names one, its code and its words."""

    status: int | None
    code: str
    said: str


def text_of(choice: Any) -> Text:
    """The text of a choice, from wherever a server puts it; empty where there is none."""
    message = field_of(choice, "message")
    if text := _joined(field_of(message, "content")):
        return Text(text)
    if text := _called(message):
        return Text(text, "a tool call")
    if isinstance(text := field_of(choice, "text"), str) and text:
        return Text(text)
    for name in ("reasoning_content", "reasoning"):
        text = _joined(field_of(message, name))
        if text and field_of(choice, "finish_reason") != "length" and (last := _last_object(text)):
            return Text(last, name)
    return Text("")


def first_choice(completion: Any) -> Any:
    """The choice that was asked for, or None where there is none."""
    choices = field_of(completion, "choices")
    return choices[0] if is_list(choices) and choices else None


def tokens_of(completion: Any) -> tuple[int, int, int] | None:
    """What the server counted: prompt, completion, and what of the prompt was cached; None where it gave no count that can be."""
    usage = field_of(completion, "usage")
    prompt, answer = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
    if prompt is None or answer is None:
        return None
    return prompt, answer, _count(field_of(usage, "prompt_tokens_details"), "cached_tokens") or 0


def refusal_in(choice: Any) -> str | None:
    """What to say of a choice in which the model, or a filter, refuses."""
    if field_of(field_of(choice, "message"), "refusal"):
        return "the model refused to answer"
    return "a content filter stopped the answer" if field_of(choice, "finish_reason") == "content_filter" else None


def no_completion(host: str, body: Any) -> str:
    """What to say of a 200 that holds no answer: a page, half a JSON, something else."""
    if isinstance(body, str) and body.lstrip()[:1] == "<":
        return f"{host} answers with a web page, not with a chat completion: is the base URL right?"
    return f"{host} answers with something that is no chat completion: is the base URL right?"


def trouble_in(completion: Any) -> Trouble | None:
    """The error that a server put into an answer with status 200, or into its first choice."""
    first = first_choice(completion)
    for holder in (completion, first, field_of(first, "message")):
        if error := field_of(holder, "error"):
            return _trouble(error)
    return None


def trouble_of(body: Any) -> Trouble:
    """What the body of a refused request says: OpenAI's form, FastAPI's detail, Google's list of one, or any other."""
    if is_list(body) and len(body) == 1:
        body = body[0]
    if is_object(body):
        return _trouble(body.get("error") or body)
    return _trouble(body)


def field_of(holder: Any, name: str) -> Any:
    """A field of what may be an object of the client's or of JSON."""
    return holder.get(name) if is_object(holder) else getattr(holder, name, None)


def _count(usage: Any, name: str) -> int | None:
    value = field_of(usage, name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_TOKENS else None


def _trouble(error: Any) -> Trouble:
    if isinstance(error, str):
        return Trouble(None, "", error)
    code, said = field_of(error, "code"), field_of(error, "message") or field_of(error, "detail")
    inner = field_of(field_of(error, "innererror"), "code")
    named = [field_of(error, "status"), field_of(error, "status_code"), code]
    status = next((n for n in map(_status, named) if n is not None), None)
    codes = " ".join(one for one in (code, inner) if isinstance(one, str) and one != str(status))
    return Trouble(status, codes[:200], said if isinstance(said, str) else _as_text(said or error))


def _status(named: Any) -> int | None:
    text = str(named) if isinstance(named, (int, str)) and not isinstance(named, bool) else ""
    return int(text) if re.fullmatch(r"[45]\d\d", text, re.ASCII) else None


def _as_text(error: Any) -> str:
    if is_object(error) or is_list(error):
        return json.dumps(error, ensure_ascii=False, default=str)
    return str(error)


def _joined(content: Any) -> str:
    """Content as one text: a string, or the text parts of a list; parts of thinking are left out."""
    if isinstance(content, str):
        return content
    if is_list(content):
        return "".join(_joined(part) for part in content)
    if is_object(content) or hasattr(content, "text"):
        kind, text = field_of(content, "type"), field_of(content, "text")
        if isinstance(text, str) and kind in (None, "text", "output_text"):
            return text
        if is_object(content) and kind is None:
            return json.dumps(content, ensure_ascii=False)
    return ""


def _called(message: Any) -> str:
    calls = field_of(message, "tool_calls")
    last = calls[-1] if is_list(calls) and calls else None
    for function in (field_of(last, "function"), field_of(message, "function_call")):
        arguments = field_of(function, "arguments")
        if arguments:
            return arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
    return ""


def _last_object(text: str) -> str:
    """The object with which a reasoning ends. One in its midst is a draft."""
    text = text.rstrip("` \t\r\n")
    for tries, start in enumerate(_OBJECT.finditer(text)):
        if tries == _MOST_STARTS or not text.endswith("}"):
            break
        try:
            _, end = parsed_at(text, start.start())
        except ValueError:
            continue
        if end == len(text):
            return text[start.start() :]
    return ""
