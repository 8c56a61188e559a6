"""The speakers of an article by the words that name them: fullest name, title and organization as it gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.reading.parts import Name, Offsets, Story
from nutgraf.results.said import Speaker, SpeakerKind

if TYPE_CHECKING:
    from nutgraf.reading.reading import Reading


def voice_at(reading: Reading, mention: Offsets) -> Speaker:
    """The speaker whom the words at a place name."""
    name = reading.once(name_at, mention)
    title, organization, kind = reading.once(_about, name) if name else (None, None, "unnamed")
    span = reading.span(*mention)
    return Speaker(name=name, mention=span, title=title, organization=organization, kind=kind, basis="rule")


def name_at(reading: Reading, mention: Offsets) -> str | None:
    """The fullest name of whoever the words at a place mean."""
    people = reading.spoken_in.people
    return people.resolve(reading.once(story_of), mention) if people else None


def story_of(reading: Reading) -> Story:
    """The article as those see it who ask whom its words mean."""
    spoken = sorted({told.speaker for told in reading.attributions if told.speaker})
    return Story(reading.article.text, reading.names, reading.sentences, spoken)


def _about(reading: Reading, name: str) -> tuple[str | None, str | None, SpeakerKind]:
    """What the article says of a speaker of this name: title, organization, kind."""
    people, mentions = reading.spoken_in.people, reading.once(_mentions).get(name, ())
    title, organization = people.about(reading.article.text, mentions, reading.names) if people else (None, None)
    kinds = {mention.kind for mention in mentions}
    # A name that is no proper name is a body's: "the players' union".
    return title, organization, "organization" if kinds <= {"organization", "place"} else "person"


def _mentions(reading: Reading) -> dict[str, list[Name]]:
    """By its full form, each name wherever it stands, in order."""
    found: dict[str, list[Name]] = {}
    for name in reading.names:
        found.setdefault(name.full, []).append(name)
    return found
