"""The speakers of an article by the words that name them: fullest name, title and organization as it gives them."""

from __future__ import annotations

from functools import cached_property

from nutgraf.article import Span
from nutgraf.reading.languages.language import People
from nutgraf.reading.parts import Name, Offsets, Story
from nutgraf.results.said import Speaker, SpeakerKind


class Voices:
    """Whom the words of an article mean; what was asked once is known.

    Args:
        story: the article with the words for those who say something in it.
        people: how its language tells people; None where no rule does.
    """

    def __init__(self, story: Story, people: People | None) -> None:
        self._story, self._people = story, people
        self._named: dict[Offsets, str | None] = {}
        self._speakers: dict[Offsets, Speaker] = {}
        self._known: dict[str, tuple[str | None, str | None, SpeakerKind]] = {}

    def name_at(self, mention: Offsets) -> str | None:
        """The fullest name of whoever the words at a place mean."""
        if mention not in self._named:
            self._named[mention] = self._people.resolve(self._story, mention) if self._people else None
        return self._named[mention]

    def speaker_at(self, mention: Offsets) -> Speaker:
        """The speaker whom the words at a place name."""
        if mention not in self._speakers:
            name, (start, end) = self.name_at(mention), mention
            title, organization, kind = self._about(name) if name else (None, None, "unnamed")
            span = Span(text=self._story.text[start:end], start=start, end=end)
            self._speakers[mention] = Speaker(
                name=name, mention=span, title=title, organization=organization, kind=kind, basis="rule"
            )
        return self._speakers[mention]

    def _about(self, name: str) -> tuple[str | None, str | None, SpeakerKind]:
        """What the article says of a speaker of this name: title, organization, kind."""
        if name not in self._known:
            mentions, people = self._mentions.get(name, ()), self._people
            title, body = people.about(self._story.text, mentions, self._story.names) if people else (None, None)
            kinds = {mention.kind for mention in mentions}
            # A name that is no proper name is a body's: "the players' union".
            self._known[name] = title, body, "organization" if kinds <= {"organization", "place"} else "person"
        return self._known[name]

    @cached_property
    def _mentions(self) -> dict[str, list[Name]]:
        """By its full form, each name wherever it stands, in order."""
        found: dict[str, list[Name]] = {}
        for name in self._story.names:
            found.setdefault(name.full, []).append(name)
        return found
