"""Where a time or a place stands beside a cue, in every combination: it is never said, nor does it ever speak."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article

WHENS = [
    "on Monday",
    "on 3 May 2024",
    "on May 3, 2024",
    "in May",
    "in early March",
    "last week",
    "two weeks ago",
    "late Tuesday night",
    "at the weekend",
    "in a statement on Monday",
    "in an email on 3 May 2024",
    "during a visit to Osk in May",
    "after the vote on 3 May",
    "on the eve of the vote",
    "shortly before noon",
]
SPEAKERS = ["Ann Lee", "the mayor", "Osk council", "the mayor of Osk, Ann Lee,", "officials", "she"]
ORDERS = [
    "{When}, {who} {cue} that the dam was old.",
    "{Who} {cue} {when} that the dam was old.",
    "{Who} {cue}, {when}, that the dam was old.",
    "{Who} {when} {cue} that the dam was old.",
    "The dam was old, {who} {cue} {when}.",
    "“The dam was old,” {who} {cue} {when}.",
]

ZEITEN = [
    "am Montag",
    "am 3. Mai 2024",
    "im Mai",
    "Anfang März",
    "im Jahr 2024",
    "2024",
    "vergangene Woche",
    "vor zwei Wochen",
    "am frühen Montagmorgen",
    "in einer Mitteilung am Montag",
    "bei einem Besuch in Osk",
    "nach der Abstimmung am 3. Mai",
    "kurz vor Mittag",
    "auf Anfrage der Zeitung",
    "dem Osk-Boten",
    "der Zeitung",
]
SPRECHER = ["Ann Lee", "die Bürgermeisterin", "der Rat von Osk", "Bürgermeisterin Ann Lee", "sie"]
FOLGEN = [
    "{When} {cue} {who}, der Damm sei alt.",
    "{Who} {cue} {when}, dass der Damm alt sei.",
    "{Who} {cue} {when}, der Damm sei alt.",
    "Der Damm sei alt, {cue} {who} {when}.",
    "„Der Damm sei alt“, {cue} {who} {when}.",
]


def wrong(order: str, when: str, who: str, cue: str, language: str) -> str | None:
    """The sentence with what is found in it, where that is not the dam's age, said by whom the sentence names."""
    words = {"when": when, "who": who, "cue": cue}
    words |= {name.capitalize(): word[0].upper() + word[1:] for name, word in words.items()}
    text = order.format(**words)
    found = [
        (quote.content[0].text.lower().strip(","), quote.speaker and quote.speaker.name, quote)
        for quote in nutgraf.read(Article.from_text(text, language=language)).quotes
    ]
    said = {"the dam was old", "der damm sei alt", "der damm alt sei"}
    name = "Ann Lee" if "Ann Lee" in who else None
    if len(found) == 1 and found[0][0] in said and found[0][1] == name:
        quote = found[0][2]
        mention = quote.speaker.mention.text.lower() if quote.speaker and quote.speaker.mention else ""
        if mention in who.lower() and mention and quote.cue and quote.cue.text == cue.split(maxsplit=1)[0]:
            return None
    return f"{text}  {found}"


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("cue", ["said", "told reporters", "warned"])
def test_a_time_or_a_place_beside_an_english_cue_is_neither_said_nor_does_it_speak(order: str, cue: str) -> None:
    assert [fault for when in WHENS for who in SPEAKERS if (fault := wrong(order, when, who, cue, "en"))] == []


@pytest.mark.parametrize("order", FOLGEN)
@pytest.mark.parametrize("cue", ["sagte", "erklärte"])
def test_a_time_or_a_place_beside_a_german_cue_is_neither_said_nor_does_it_speak(order: str, cue: str) -> None:
    assert [fault for when in ZEITEN for who in SPRECHER if (fault := wrong(order, when, who, cue, "de"))] == []


@pytest.mark.parametrize(
    "who",
    ["Acme Corp.", "Vell Inc.", "Moss Bros.", "Cmdr. Ann Lee", "Brig. Gen. Ann Lee", "Msgr. Ann Lee", "Ann Lee OBE"],
)
@pytest.mark.parametrize(
    "said", ["{} said that the dam was old.", "“The dam was old,” {} said.", "“The dam was old,” said {} there."]
)
def test_the_stop_of_a_word_cut_short_ends_no_clause(who, said):
    (quote,) = nutgraf.read(Article.from_text(said.format(who), language="en")).quotes
    assert quote.content[0].text.rstrip(",").lower() == "the dam was old"
    assert quote.speaker is not None
    assert (quote.speaker.name or quote.speaker.mention.text) in {who, "Ann Lee"}
