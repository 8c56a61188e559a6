"""What servers and models put around a right answer, by name: each makes a text of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

DRAFT = json.dumps({"quotes": [], "events": [], "summary": [{"evidence": [9], "text": "A draft."}]})


def raw_lines(text: str) -> str:
    """Newlines and tabs as they are, inside strings too."""
    return re.sub(r"(?<!\\)((?:\\\\)*)\\([nt])", lambda m: m[1] + {"n": "\n", "t": "\t"}[m[2]], text)


Wrapping = Callable[[Any], str]
WRAPPINGS: dict[str, Wrapping] = {
    "nothing": json.dumps,
    "spaces": lambda g: f"\n  {json.dumps(g, indent=2)}\n",
    "a byte order mark": lambda g: "\ufeff" + json.dumps(g, ensure_ascii=False),
    "thinking": lambda g: f"<think>who? {{m1}} or [2]</think>{json.dumps(g)}",
    "a draft in the thinking": lambda g: f"<think>\nmaybe {DRAFT}\n</think>\n\n{json.dumps(g)}",
    "thinking whose opening is gone": lambda g: f"so {DRAFT} or {{\n</think>\n{json.dumps(g)}",
    "thinking of another make": lambda g: f"[THINK]{DRAFT}[/THINK]{json.dumps(g)}",
    "channels": lambda g: (
        f"<|channel|>analysis<|message|>{DRAFT}<|end|><|start|>assistant<|channel|>final<|message|>{json.dumps(g)}<|return|>"
    ),
    "a fence": lambda g: f"```json\n{json.dumps(g, indent=1)}\n```",
    "a fence on one line": lambda g: f"```json {json.dumps(g)}```",
    "an open fence": lambda g: f"```json\n{json.dumps(g)}",
    "prose and a fence": lambda g: f"Here [as asked] is the {{JSON}}:\n```json\n{json.dumps(g)}\n```\nAnything else?",
    "prose": lambda g: f"Sure. The answer is {json.dumps(g)} - that is all of {{it}}.",
    "an end mark": lambda g: json.dumps(g) + "<|im_end|>",
    "a trailing comma": lambda g: json.dumps(g)[:-1] + ",}",
    "a trailing comma in a fence": lambda g: f"```\n{json.dumps(g)[:-1]},\n}}\n```",
    "raw newlines": lambda g: raw_lines(json.dumps(g)),
    "a comment": lambda g: "{ // the answer\n" + json.dumps(g)[1:],
    "the last brace forgotten": lambda g: json.dumps(g)[:-1],
    "a list": lambda g: json.dumps([g]),
    "a list of three": lambda g: json.dumps([{name: items} for name, items in g.items()]),
    "one object for each": lambda g: "\n".join(json.dumps({name: items}) for name, items in g.items()),
    "a name": lambda g: json.dumps({"answer": g}),
    "two names": lambda g: json.dumps({"result": {"data": g}}),
    "properties": lambda g: json.dumps({"type": "object", "properties": g}),
    "a call": lambda g: json.dumps({"name": "answer", "arguments": json.dumps(g)}),
    "a string": lambda g: json.dumps(json.dumps(g)),
    "strings": lambda g: json.dumps({name: json.dumps(items) for name, items in g.items()}),
    "items below": lambda g: json.dumps({name: {"items": items} for name, items in g.items()}),
    "names in capitals": lambda g: json.dumps({name.title(): items for name, items in g.items()}),
}
