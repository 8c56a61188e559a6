"""Who is meant in English: by names, titles and pronouns."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.reading.parts import Name, Offsets, Sentence
from nutgraf.reading.speech.speakers import resolve_speaker, title_and_organization


class EnglishPeople:
    """Answers whom the words for a speaker mean."""

    def resolve(self, text: str, mention: Offsets, names: Sequence[Name], sentences: Sequence[Sentence]) -> str | None:
        """The fullest name of the speaker at `mention`; None for one without a name."""
        return resolve_speaker(text, mention, names, sentences)

    def about(self, text: str, mentions: Sequence[Name], names: Sequence[Name]) -> tuple[str | None, str | None]:
        """The office and the body that the article gives a person, each None where it says nothing."""
        return title_and_organization(text, mentions, names)
