"""Who speaks, in every order of subject, cue and words: the same subject is found in each."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article

SUBJECTS = {
    "Mr Lee": "Lee",
    "Dr. Ann Lee": "Ann Lee",
    "Judge Ann Lee": "Ann Lee",
    "union leader Ann Lee": "Ann Lee",
    "the union's leader, Ann Lee,": "Ann Lee",
    "Osk's mayor, Ann Lee,": "Ann Lee",
    "the head of the union, Ann Lee,": "Ann Lee",
    "Ann Lee of the Osk union": "Ann Lee",
    "Ann van der Lee": "Ann van der Lee",
    "the Osk Fishermen's Union": "Osk Fishermen's Union",
    "Ann Lee and Bo Lund": "Ann Lee and Bo Lund",
    "the mayor and her deputy": "the mayor and her deputy",
    "police and prosecutors": "police and prosecutors",
    "a spokeswoman for the union": "a spokeswoman for the union",
    "a report by the union": "a report by the union",
    "one of the crew": "one of the crew",
    "two of the divers": "two of the divers",
    "half of the growers": "half of the growers",
    "residents of the valley": "residents of the valley",
    "an official at the ministry": "an official at the ministry",
    "people close to the talks": "people close to the talks",
    "several witnesses": "several witnesses",
    "the 43-year-old": "the 43-year-old",
    "an aide to the mayor": "an aide to the mayor",
    "a former adviser to President Lee": "a former adviser to President Lee",
    "the other": "the other",
    "the other two": "the other two",
    "the two": "the two",
    "all three": "all three",
    "both": "both",
    "a few": "a few",
    "several others": "several others",
    "three other divers": "three other divers",
    "the elder of the two": "the elder of the two",
}
ORDERS = [
    "“The dam was old,” {who} said.",
    "“The dam was old,” said {last}.",
    "{Who} said that the dam was old.",
    "{Who} said the dam was old.",
    "{Who} told reporters: “The dam was old.”",
    "The dam was old, {who} said.",
    "The dam was old, said {last}.",
    "{Who} has said the dam was old.",
    "{Who} also warned on Monday that the dam was old.",
]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(("who", "speaker"), SUBJECTS.items())
def test_a_subject_speaks_wherever_it_stands(who: str, speaker: str, order: str) -> None:
    text = order.format(who=who, Who=who[0].upper() + who[1:], last=who.rstrip(","))
    [quote] = nutgraf.read(Article.from_text(text, language="en")).quotes
    assert quote.content[0].text.lower().strip(",.") == "the dam was old"
    assert quote.speaker is not None
    assert quote.speaker.mention is not None
    found = quote.speaker.name or quote.speaker.mention.text
    assert found.lower() == speaker.lower()


SUBJEKTE = {
    "Frau Lee": "Lee",
    "Richter Bo Lund": "Bo Lund",
    "Linken-Chef Bo Lund": "Bo Lund",
    "Bürgermeisterin Ann Lee (SPD)": "Ann Lee",
    "der Sprecher der Polizei": "Sprecher der Polizei",
    "die Sprecherin der Bahn, Ann Lee,": "Ann Lee",
    "Ann Lee, die Sprecherin der Bahn,": "Ann Lee",
    "der Verband der Imker": "Verband der Imker",
    "ein Vertreter des Ministeriums": "Vertreter des Ministeriums",
    "die 43-Jährige": "43-Jährige",
    "ihr Bruder": "Bruder",
    "mehrere Zeugen": "Zeugen",
    "einer der Taucher": "einer der Taucher",
    "Ann Lee und Bo Lund": "Ann Lee und Bo Lund",
    "die Polizei und die Feuerwehr": "Polizei und die Feuerwehr",
}
FOLGEN = [
    "„Der Damm sei alt“, sagte {last}.",
    "„Der Damm sei alt“, sagte {who} am Montag.",
    "{Who} sagte: „Der Damm sei alt.“",
    "{Who} sagte, der Damm sei alt.",
    "Der Damm sei alt, sagte {last}.",
    "Am Montag sagte {who} der Damm sei alt.",
    "{Who} hat erklärt, der Damm sei alt.",
]


@pytest.mark.parametrize("order", FOLGEN)
@pytest.mark.parametrize(("who", "speaker"), SUBJEKTE.items())
def test_a_german_subject_speaks_wherever_it_stands(who: str, speaker: str, order: str) -> None:
    comma = who if who.endswith(",") or not order.endswith("{who} der Damm sei alt.") else f"{who},"
    text = order.format(who=comma, Who=who[0].upper() + who[1:], last=who.rstrip(","))
    [quote] = nutgraf.read(Article.from_text(text.replace(",:", ":"), language="de")).quotes
    assert quote.content[0].text.lower().strip(",.") == "der damm sei alt"
    assert quote.speaker is not None
    assert quote.speaker.mention is not None
    found = quote.speaker.name or quote.speaker.mention.text
    assert found.lower() == speaker.lower()
