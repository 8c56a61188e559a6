"""A language as the engine sees it: what its folder provides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import nutgraf.reading.languages as folders
from nutgraf.reading.languages.words import Words

if TYPE_CHECKING:
    from nutgraf.reading.speech.scan import SpeechRules


@dataclass(frozen=True, eq=False)
class Language:
    """The words and rules of a language, as `languages/<code>/rules.py` gives them in its `LANGUAGE`."""

    code: str
    """ISO 639-1."""
    words: Words
    speech: SpeechRules


@cache
def codes() -> tuple[str, ...]:
    """The codes of the languages that have a folder."""
    return tuple(sorted(module.name for module in iter_modules(folders.__path__) if module.ispkg))


@cache
def language_of(code: str) -> Language:
    """The language of a folder, read when it is first asked for."""
    found: Language = import_module(f"{folders.__name__}.{code}.rules").LANGUAGE
    return found
