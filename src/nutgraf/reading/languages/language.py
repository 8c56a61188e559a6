"""A language as the engine sees it: what its folder provides.

A folder `languages/<code>/` holds `words.tsv`, the word table; `forms.py`, how words are inflected; `vocabulary.py`, with both as
`WORDS`; and `rules.py`, with its rules as records as `LANGUAGE`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import nutgraf.reading.languages as folders
from nutgraf.reading.languages.words import Words

if TYPE_CHECKING:
    from nutgraf.reading.parts import Name, Sentence
    from nutgraf.reading.speech.scan import SpeechRules
    from nutgraf.reading.verbs.groups import VerbRules


@dataclass(frozen=True, eq=False)
class Language:
    """The words and rules of a language, as `rules.py` of its folder gives them in `LANGUAGE`."""

    code: str
    """ISO 639-1; "" where a text is in none of the languages that have a folder."""
    words: Words
    speech: SpeechRules | None = None
    """None: no rule of speech holds; quotations stand without speakers."""
    names: Callable[[str, Sequence[Sentence]], tuple[Name, ...]] | None = None
    """Finds the proper names; None: capitals tell nothing that anybody knows."""
    verbs: VerbRules | None = None
    """None: nothing is told of time and truth."""


def _no_forms(_word: str, _classes: int, _extra: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    return ()


NO_LANGUAGE = Language(code="", words=Words((), _no_forms))
"""What holds for a text in another language: marks and spans, no word."""


@cache
def codes() -> tuple[str, ...]:
    """The codes of the languages that have a folder."""
    return tuple(sorted(module.name for module in iter_modules(folders.__path__) if module.ispkg))


@cache
def words_of(code: str) -> Words:
    """The word table of a language that has a folder."""
    found: Words = import_module(f"{folders.__name__}.{code}.vocabulary").WORDS
    return found


@cache
def language_of(code: str | None) -> Language:
    """The language with this code; `NO_LANGUAGE` for one without a folder."""
    if code is None or code not in codes():
        return NO_LANGUAGE
    found: Language = import_module(f"{folders.__name__}.{code}.rules").LANGUAGE
    return found
