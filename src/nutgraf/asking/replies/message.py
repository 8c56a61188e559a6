"""Where in a completion the answer stands: content, parts of it, a tool call, the reasoning; or an error in its place."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any, NamedTuple

from nutgraf.asking.replies.lenient import parsed_at
from nutgraf.parsed import is_list, is_object

_OBJECT = re.compile(r"\{")
_MOST_STARTS = 60
_MOST_TOKENS = 10**9
"""No request takes as many: a count beyond is not believed."""
_CUT = frozenset({"length", "model_length", "max_tokens"})
"""How an answer ends at a limit: of the request, of the model (Mistral), in Google's own word."""
_FILTERED = frozenset({"content_filter", "safety", "recitation", "blocklist", "prohibited_content", "spii"})
"""How it ends at a filter: Google's door hands its own words on too; "recitation" is text that it knows from elsewhere."""
_RETRY = re.compile(
    r"(?:retry|try again) (?:in|after) (?:(\d{1,4})h)?(?:(\d{1,4})m(?!s))?(?:(\d{1,6}(?:\.\d+)?) ?(ms|s\b|sec))?",
    re.IGNORECASE,
)


class Text(NamedTuple):
    """The text of an answer, and where it stood if not in the content."""

    text: str
    where: str = ""


class Trouble(NamedTuple):
    """What a server says in the place of an answer: its own status, if it names one, its code and its words."""

    status: int | None
    code: str
    said: str
    retry_after: float | None = None
    """Seconds after which to try again, where the body tells: Google's RetryInfo, "Please retry after 33 seconds"."""


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
        if text and not is_cut(choice) and (last := _last_object(text)):
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
    # Google's door leaves out of the answer what the model thought, and has it in the sum.
    answer = max(answer, (_count(usage, "total_tokens") or 0) - prompt)
    return prompt, answer, _count(field_of(usage, "prompt_tokens_details"), "cached_tokens") or 0


def is_cut(choice: Any) -> bool:
    """Whether the answer ended at a limit, not where the model was done."""
    return _ended(choice) in _CUT


def refusal_in(choice: Any) -> str | None:
    """What to say of a choice in which the model, or a filter, refuses."""
    if field_of(field_of(choice, "message"), "refusal"):
        return "the model refused to answer"
    ended = _ended(choice)
    if ended.partition(":")[0] not in _FILTERED:
        return None
    return "a content filter stopped the answer" + ("" if ended == "content_filter" else f" ({ended[:40]})")


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
    if _ended(first) == "error":
        return Trouble(None, "", "the answer broke off with an error")
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


def _ended(choice: Any) -> str:
    reason = field_of(choice, "finish_reason")
    return reason.lower() if isinstance(reason, str) else ""


def _count(usage: Any, name: str) -> int | None:
    value = field_of(usage, name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_TOKENS else None


def _trouble(error: Any) -> Trouble:
    if isinstance(error, str):
        return Trouble(None, "", error, _told_delay(error))
    code, said = field_of(error, "code"), field_of(error, "message") or field_of(error, "detail")
    inner = field_of(field_of(error, "innererror"), "code")
    named = [field_of(error, "status"), field_of(error, "status_code"), code]
    status = next((n for n in map(_status, named) if n is not None), None)
    codes = " ".join(one for one in (code, inner) if isinstance(one, str) and one != str(status))
    words = said if isinstance(said, str) else _as_text(said or error)
    return Trouble(status, codes[:200], words, _retry_delay(field_of(error, "details")) or _told_delay(words))


def _retry_delay(details: Any) -> float | None:
    """The delay of a RetryInfo among the details of Google's errors: "53s" (google.protobuf.Duration)."""
    for detail in details if is_list(details) else ():
        delay = field_of(detail, "retryDelay")
        if isinstance(delay, str) and re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?s", delay, re.ASCII):
            return float(delay[:-1])
    return None


def _told_delay(words: str) -> float | None:
    """The delay that a message tells in words: "Please try again in 6m0s", "… in 120ms", "Please retry after 33 seconds"."""
    found = _RETRY.search(words[:2_000])
    if found is None or not any(found.groups()):
        return None
    hours, minutes, seconds, unit = found.groups()
    rest = float(seconds or 0) / (1_000 if unit and unit.lower() == "ms" else 1)
    return int(hours or 0) * 3_600 + int(minutes or 0) * 60 + rest


def _status(named: Any) -> int | None:
    text = str(named)
    return int(text) if re.fullmatch(r"[45]\d\d", text, re.ASCII) else None


def _as_text(error: Any) -> str:
    if is_object(error) or is_list(error):
        return json.dumps(error, ensure_ascii=False)
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
    starts = _OBJECT.finditer(text) if text.endswith("}") else ()
    for start in islice(starts, _MOST_STARTS):
        try:
            _, end = parsed_at(text, start.start())
        except ValueError:
            continue
        if end == len(text):
            return text[start.start() :]
    return ""
