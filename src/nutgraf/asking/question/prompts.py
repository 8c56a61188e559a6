"""Prompt files: loaded once, checked, split into sections before anything is filled in, and named by digest.

`prompts/<name>/v<N>.md` is TOML front matter between `+++` lines and a Markdown body. A task has the sections
`# Task` and optionally `# Question`; the frame that carries tasks has `# System` and `# User`. The sections are
split when the file is read, so that nothing in an article can open a section or forge a role.
`v<N>.examples.json` beside it holds worked examples as data: `[{"window": …, "focus": …, "answer": …}]`.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from nutgraf.errors import ConfigurationError

_FRONT_MATTER = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_HEADING = re.compile(r"^# (\w+)[ \t]*$", re.MULTILINE)
_FIELDS = {"description", "inputs", "output", "changed"}


@dataclass(frozen=True)
class Example:
    """A worked example: what a small window looked like and what the right answer to it was."""

    window: str
    answer: Mapping[str, Any]
    focus: str = ""


@dataclass(frozen=True)
class Prompt:
    """One version of one prompt. `digest` is the sha256 of its file, examples included."""

    id: str
    digest: str
    description: str
    inputs: tuple[str, ...]
    sections: Mapping[str, str]
    examples: tuple[Example, ...] = ()

    def render(self, section: str, **values: Any) -> str:
        """Fill one section in. Values are data: nothing inside them is read as a template."""
        return self._templates[section].render(**values) if section in self._templates else ""

    @cached_property
    def _templates(self) -> dict[str, Any]:
        from jinja2 import StrictUndefined, meta
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined,
            keep_trailing_newline=False,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        used: set[str] = set()
        for text in self.sections.values():
            used |= meta.find_undeclared_variables(environment.parse(text))
        if undeclared := used - set(self.inputs):
            raise ConfigurationError(f"prompt {self.id}: {', '.join(sorted(undeclared))} must be declared in `inputs`")
        return {name: environment.from_string(text) for name, text in self.sections.items()}

    @cached_property
    def lent(self) -> str:
        """What the worked examples say: words that no other article's answer should hold."""
        return "\n".join(f"{one.window}\n{json.dumps(one.answer, ensure_ascii=False)}" for one in self.examples)

    def __hash__(self) -> int:
        return hash((self.id, self.digest))

    def __reduce__(self) -> tuple[Any, ...]:
        fields = (self.id, self.digest, self.description, self.inputs, dict(self.sections), self.examples)
        return (Prompt, fields)


def prompt_root() -> Traversable:
    """Where the prompts that ship with the library lie: in the wheel, or at the top of a checkout."""
    packaged = files("nutgraf") / "_prompts"
    return packaged if packaged.is_dir() else Path(__file__).parents[4] / "prompts"


@lru_cache(maxsize=64)
def load(name: str) -> Prompt:
    """Load a prompt of ours by id, like "quotes/v1".

    Raises:
        ConfigurationError: no such prompt or version; the message lists those there are.
    """
    folder, _, version = name.partition("/")
    place = prompt_root() / folder
    file = place / f"{version}.md"
    if not re.fullmatch(r"\w+/v\d+", name) or not file.is_file():
        there = sorted(
            f"{d.name}/{f.name[:-3]}"
            for d in prompt_root().iterdir()
            if d.is_dir()
            for f in d.iterdir()
            if f.name.endswith(".md")
        )
        raise ConfigurationError(f"no prompt {name!r}; there are: {', '.join(there)}")
    examples = place / f"{version}.examples.json"
    return parse(name, file.read_text("utf-8"), examples.read_text("utf-8") if examples.is_file() else "[]")


def load_file(path: Path, examples: Path | None = None) -> Prompt:
    """Load a prompt of the user's own from a file; a file without sections is one task.

    Raises:
        ConfigurationError: the file can't be read or is malformed; the message names it.
    """
    try:
        return parse(path.stem, path.read_text("utf-8"), examples.read_text("utf-8") if examples else "[]")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"prompt {path}: {error}") from error


def parse(name: str, text: str, examples: str = "[]") -> Prompt:
    """Read a prompt from its text and the text of its examples.

    Raises:
        ConfigurationError: malformed front matter, unknown fields, or examples that are no JSON list.
    """
    text = text.replace("\r\n", "\n")
    matter, body = _split_front_matter(name, text)
    parts = _HEADING.split(body)
    sections = {parts[i]: parts[i + 1].strip() for i in range(1, len(parts) - 1, 2)}
    if not sections:
        sections = {"Task": body.strip()}
    return Prompt(
        id=name,
        digest=hashlib.sha256(f"{text}\x00{examples}".encode()).hexdigest(),
        description=matter.get("description", ""),
        inputs=tuple(matter.get("inputs", ("focus",))),
        sections=sections,
        examples=_examples(name, examples),
    )


def _split_front_matter(name: str, text: str) -> tuple[dict[str, Any], str]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        matter = tomllib.loads(found.group(1))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"prompt {name}: the front matter is no TOML: {error}") from error
    if unknown := set(matter) - _FIELDS:
        raise ConfigurationError(f"prompt {name}: unknown fields {sorted(unknown)}; known: {sorted(_FIELDS)}")
    return matter, text[found.end() :]


def _examples(name: str, text: str) -> tuple[Example, ...]:
    try:
        return tuple(Example(**record) for record in json.loads(text))
    except (ValueError, TypeError) as error:
        raise ConfigurationError(
            f"prompt {name}: examples are a JSON list of {{window, answer, focus}}: {error}"
        ) from error
