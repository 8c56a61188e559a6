"""The worked example that langextract demands: an article written for this library, and what is to be extracted from it."""

from __future__ import annotations

from typing import Any

NOTES = """Extract items of three classes, in the order in which their words stand in the article. The text of each is copied from the \
article letter by letter, never paraphrased; texts of one class do not overlap.
quote: the words said, without speaker, reporting words and the outer quotation marks; where the reporter interrupts, an item for each \
piece; of a denial that only points back ("denied that"), these words. form: direct (a sentence in quotation marks), mixed (marked words inside the reporter's) or indirect (no marks). speaker: the \
person, body, group or document in the article's fullest words, no pronoun, null if nothing names or describes it. speaker_title, \
organization: as the article has them. speaker_kind: person, organization, group, document or unnamed. cue: the reporting words. \
stance to that content: says (also that something is not so), denies (that it is so), asks, orders (asks or urges), doubts or no_comment.
event: the words that carry the event. title; status: occurred, ongoing, planned, hypothetical, cancelled or postponed; actors, \
recipients (it is done to them) and others: who and what takes part; place, time: the whole expression for where and when; date: what it \
means, counted from the publication date, YYYY-MM-DD, YYYY-MM or YYYY; numbers: each with what it counts, as written; number_roles: for \
each number, in the same order, in a word or two what became of them; according_to: who says so, where the article only reports it.
main_point: the sentence that carries the point most. point: the main point in one plain sentence; topics: of the article, with the first."""

EXAMPLE_DATE = "2024-05-02"
EXAMPLE = (
    "LISLE, Norland – The ferry Hella ran aground off Lisle on Tuesday with 40 people aboard, police said.\n\n"
    "“Nobody was hurt,” Captain Inga Moe of the Lisle Line told reporters, “but we were very lucky.”\n\n"
    "She said the hull would be inspected on May 4. Mechanics are still pumping water out of the engine room.\n\n"
    "A dockers’ leader, Per Aas, called the old ship “a floating museum” and said the line had skipped two inspections. "
    "The company denied that. It declined to comment on the captain’s working hours.\n\n"
    "Wednesday’s crossings were called off. If the leak widens, the ferry may have to be towed to Brenn, Moe said."
)

_Item = tuple[str, str, dict[str, Any]]


def _quote(
    text: str, form: str, cue: str, stance: str, speaker: tuple[str | None, str | None, str | None, str]
) -> _Item:
    name, title, organization, kind = speaker
    more = {"form": form, "speaker": name, "speaker_title": title, "organization": organization}
    return "quote", text, {**more, "speaker_kind": kind, "cue": cue, "stance": stance}


def _event(text: str, title: str, status: str, **more: Any) -> _Item:
    people = {name: more.get(name, []) for name in ("actors", "recipients", "others")}
    words = {name: more.get(name) for name in ("place", "time", "date")}
    numbers = {name: more.get(name, []) for name in ("numbers", "number_roles")}
    return (
        "event",
        text,
        {"title": title, "status": status, **people, **words, **numbers, "according_to": more.get("by")},
    )


_MOE = ("Inga Moe", "Captain", "Lisle Line", "person")
_AAS = ("Per Aas", "dockers’ leader", None, "person")
_GROUNDED = "The ferry Hella ran aground off Lisle on Tuesday with 40 people aboard"
_TOWED = "If the leak widens, the ferry may have to be towed to Brenn"
_SKIPPED = "the line had skipped two inspections"
ITEMS: list[_Item] = [
    _event(
        _GROUNDED,
        "The ferry Hella ran aground off Lisle.",
        "occurred",
        actors=["The ferry Hella"],
        place="off Lisle",
        time="on Tuesday",
        date="2024-04-30",
        numbers=["40 people"],
        number_roles=["aboard"],
        by="police",
    ),
    _quote(_GROUNDED, "indirect", "said", "says", ("police", None, None, "organization")),
    (
        "main_point",
        "The ferry Hella ran aground off Lisle on Tuesday with 40 people aboard, police said.",
        {
            "point": "A ferry with 40 people aboard ran aground off Lisle on Tuesday, police say.",
            "topics": ["disaster, accident and emergency incident"],
        },
    ),
    _quote("Nobody was hurt,", "direct", "told", "says", _MOE),
    _quote("but we were very lucky.", "direct", "told", "says", _MOE),
    _quote("the hull would be inspected on May 4", "indirect", "said", "says", _MOE),
    _event(
        "the hull would be inspected on May 4",
        "The hull of the Hella would be inspected on May 4.",
        "planned",
        recipients=["the hull"],
        time="on May 4",
        date="2024-05-04",
        by="Inga Moe",
    ),
    _event(
        "Mechanics are still pumping water out of the engine room.",
        "Mechanics are still pumping water out of the engine room.",
        "ongoing",
        actors=["Mechanics"],
        place="the engine room",
    ),
    _quote("a floating museum", "mixed", "called", "says", _AAS),
    _quote(_SKIPPED, "indirect", "said", "says", _AAS),
    _event(
        _SKIPPED,
        "The Lisle Line skipped two inspections.",
        "occurred",
        actors=["the line"],
        numbers=["two inspections"],
        number_roles=["skipped"],
        by="Per Aas",
    ),
    _quote("denied that", "indirect", "denied", "denies", ("Lisle Line", None, None, "organization")),
    _quote(
        "the captain’s working hours",
        "indirect",
        "declined to comment",
        "no_comment",
        ("Lisle Line", None, None, "organization"),
    ),
    _event(
        "Wednesday’s crossings were called off.",
        "Wednesday’s crossings were called off.",
        "cancelled",
        others=["Wednesday’s crossings"],
        time="Wednesday",
        date="2024-05-01",
    ),
    _quote(_TOWED, "indirect", "said", "says", _MOE),
    _event(
        _TOWED,
        "The ferry may have to be towed to Brenn if the leak widens.",
        "hypothetical",
        recipients=["the ferry"],
        place="to Brenn",
        by="Inga Moe",
    ),
]
