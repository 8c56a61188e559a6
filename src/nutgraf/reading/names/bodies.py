"""Names of bodies in a language that writes every noun with a capital: told by their first word, their last, or what they are for."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.names.fullest import Found
from nutgraf.reading.names.tokens import Token
from nutgraf.reading.parts import NameKind


def body(words: Words, tokens: Sequence[Token], first: int, last: int) -> tuple[Found | None, int]:
    """A body by its first or last word: "Bundesamt für …", "Technische Universität …", "Moorbank AG", "1. FC Moor"."""
    for at in range(first, last):
        if words.get(f"{tokens[at].raw} {tokens[at + 1].raw}".lower(), 0) & c.SEAT:
            return house(tokens, at, at + 1), at + 1
    for at in range(last, first, -1):
        if tokens[at].bits & c.BODY_WORD and (
            tokens[at].raw != tokens[at].raw.capitalize() or len(tokens[at].raw) == 1
        ):
            end = _past_partners(tokens, at)
            kind = tokens[first].bits & c.BODY and not tokens[first].bits & c.BODY_OPENER and at - first > 1
            first += bool(kind)  # "Energiekonzern [Nordwatt SE]"
            return Found(tokens[first].start, tokens[end].end, "organization"), max(end, last)
    opener = next((n for n in range(first, last + 1) if tokens[n].bits & c.BODY_OPENER), -1)
    if (
        0 <= opener < last
        and not tokens[last].bits & (c.WEEKDAY | c.MONTH)
        and not tokens[opener + 1].bits & _OF_PEOPLE
    ):
        begins = opener - (opener > 0 and tokens[opener - 1].raw == "1.")  # "1. FC Moor"
        if opener > 2 and tokens[opener - 1].raw == "und" and tokens[opener - 2].raw == "-":
            begins = opener - 3  # "Industrie- und Handelskammer"
        end = _purpose_end(tokens, last)
        return Found(tokens[begins].start, tokens[end].end, "organization"), end
    if (craft := _of_crafts(tokens, first, last)) is not None:
        return craft
    end = _purpose_end(tokens, last)
    return (Found(tokens[last].start, tokens[end].end, "organization"), end) if end > last else (None, last)


def _purpose_end(tokens: Sequence[Token], head: int) -> int:
    """The last token of what a body is for, or of whose it is: "Bundesamt für …", "Bundesverband der Imker"; `head` where none."""
    link = tokens[head + 1].raw if head + 2 < len(tokens) and tokens[head].bits & c.OPEN_BODY_WORD else ""
    members = link in {"der", "des"} and tokens[head].raw.lower().endswith(_OF_MEMBERS)
    if link != "für" and not members:
        return head
    end = head + 2
    while end < len(tokens) and not tokens[end].noun and tokens[end].raw in {"die", "den", "das"}:
        end += 1
    if end >= len(tokens) or not tokens[end].noun:
        return head
    joined = end + 2 < len(tokens) and tokens[end + 1].raw == "und" and tokens[end + 2].noun
    end += 2 * joined
    placed = (
        end + 1 < len(tokens) and tokens[end + 1].noun and not tokens[end + 1].bits & (c.TITLE | c.PERSON | c.WEEKDAY)
    )
    return end + placed if link == "für" else end  # "Hochschule für Musik Werlau"


_OF_PEOPLE = c.TITLE | c.PERSON
_OF_MEMBERS = ("verband", "gewerkschaft", "vereinigung", "bund")


def _past_partners(tokens: Sequence[Token], last: int) -> int:
    """The last token of "GmbH & Co. KG", of whose words the first is given."""
    behind = tokens[last + 1 : last + 4]
    return last + 3 if len(behind) > 2 and behind[0].raw == "&" and behind[1].raw.startswith("Co") else last


def _of_crafts(tokens: Sequence[Token], first: int, last: int) -> tuple[Found, int] | None:
    """A union by its crafts: "Gewerkschaft Holz und Bau"."""
    head = tokens[max(first, last - 1)]
    joined = first < last < len(tokens) - 2 and tokens[last + 1].raw == "und" and tokens[last + 2].noun
    if not joined or not head.raw.lower().endswith("gewerkschaft"):
        return None
    return Found(head.start, tokens[last + 2].end, "organization"), last + 2


def house(tokens: Sequence[Token], first: int, last: int) -> Found:
    """A body that is called by its house: a place in "trafen sich im Kreml", none in "im Kreml hieß es"."""
    at = first - 1
    while at >= 0 and (tokens[at].bits & (c.ARTICLE | c.ADJECTIVE) or tokens[at].raw.isdigit()):
        at -= 1
    speaks = last + 1 < len(tokens) and tokens[last + 1].bits & (c.SAYS | c.TELLS | c.MARKS)
    kind: NameKind = "place" if at >= 0 and tokens[at].bits & c.WHERE and not speaks else "organization"
    return Found(tokens[first].start, tokens[last].end, kind, varies=True)
