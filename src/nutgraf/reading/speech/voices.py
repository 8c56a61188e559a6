"""The speakers of an article by the words that name them: fullest name, title and organization as it gives them, each told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.reading.parts import Name, Offsets
from nutgraf.results.said import Speaker, SpeakerKind

if TYPE_CHECKING:
    from nutgraf.reading.reading import Reading


class Voices:
    """Whoever may speak in an article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._people = reading.spoken_in.people
        self._speakers: dict[Offsets, Speaker] = {}
        self._known: dict[str, tuple[str | None, str | None, SpeakerKind]] = {}
        self._mentions: dict[str, list[Name]] = {}
        """By its full form, each name wherever it stands, in order."""
        for name in reading.names:
            self._mentions.setdefault(name.full, []).append(name)

    def at(self, mention: Offsets) -> Speaker:
        """The speaker whom the words at a place name."""
        if mention not in self._speakers:
            self._speakers[mention] = self._speaker(mention)
        return self._speakers[mention]

    def _speaker(self, mention: Offsets) -> Speaker:
        reading, people = self._reading, self._people
        name = people.resolve(reading.article.text, mention, reading.names, reading.sentences) if people else None
        title, organization, kind = self._about(name) if name else (None, None, "unnamed")
        span = reading.span(*mention)
        return Speaker(name=name, mention=span, title=title, organization=organization, kind=kind, basis="rule")

    def _about(self, name: str) -> tuple[str | None, str | None, SpeakerKind]:
        """What the article says of a speaker of this name: title, organization, kind."""
        if name not in self._known:
            text, names, mentions = self._reading.article.text, self._reading.names, self._mentions.get(name, ())
            title, organization = self._people.about(text, mentions, names) if self._people else (None, None)
            kinds = {mention.kind for mention in mentions}
            # A name that is no proper name is a body's: "the players' union".
            kind: SpeakerKind = "organization" if kinds <= {"organization", "place"} else "person"
            self._known[name] = title, organization, kind
        return self._known[name]
