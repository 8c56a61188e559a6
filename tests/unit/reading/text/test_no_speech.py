"""What stands in marks and nobody said it; marks that are no quotation; marks that were lost."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.reading.languages.en.vocabulary import WORDS as ENGLISH
from nutgraf.reading.text.quotemarks import pair_marks


def marked(text: str) -> list[tuple[str, str | None]]:
    return [(text[s.start : s.end], s.no_speech) for s in pair_marks(text, ((0, len(text)),), ENGLISH)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He gave his name only as “Rook,” and ran.", "name"),
        ("She performs as “Lark” on the pier.", "name"),
        ("Farmers know the hill as “Old Tom.”", "name"),
        ("The pupils sang “Snow on the Hill” and a carol.", "title"),
        ("Lee read from “A Year at Sea” to the crew.", "title"),
        ("The tug was christened by its crew “Old Hand.”", "name"),
        ("The barge was christened by its first cook “Otter.”", "name"),
        ("A storm dubbed “Agnes” is near.", "name"),
        ("Sailors call the old pier “Cold Corner.”", "name"),
        ("A man known to the court only as “Mr. K,” left.", "name"),
        ("The word “skerry” is Norse.", "scare"),
        ("The “gull market” has reached the town.", "scare"),
        ("A calf that answers to “Biscuit” was found.", "name"),
        ("A light known as “sun dogs” was seen.", "scare"),
        ("The ridge, known to drivers as the “Gull's Back,” is steep.", "name"),
        ("Fans have nicknamed the keeper “the Heron”.", "name"),
        ("The clay, often called “quick clay”, slid.", "scare"),
        ("The plan is often called “a wreck” by crews.", None),
        ("On the forum he went by “Mossman” for years.", "name"),
        ("“Nine Hours to Osk” has sold a million copies.", "title"),
        ("The “one net” rule is gone.", "scare"),
        ("In “The Last Ferry,” Ann Lee argues that boats are slow.", "title"),
        ("She won a prize for “The Last Ferry,” which ran for a year.", "title"),
        ("Lee was reading “The Last Ferry” when it sank.", "title"),
        ("Lee appeared on the station's “Coffee at Ten” and left.", "title"),
        ("The hall will show “The Last Ferry” all week.", "title"),
        ("He read “Salt of the Sea,” a history of the coast.", "title"),
        ("Her film “The Last Ferry” won.", "title"),
        ("A so-called “sea tax” is due.", "scare"),
        ("The “Long Mile,” a gravel road out of Osk, was closed after farmers threatened to block it.", "name"),
        ("The “bonus,” as drivers call the extra hour, ends in May.", "scare"),
        ("Divers named the old wreck “Greta” after a cook.", "name"),
        ("Moe, who sings the priest in “The Last Ferry,” was born in Osk.", "title"),
        ("Moe, who wrote “How to Drown a Hen,” signed books.", "title"),
        ("The band ended with “Moonrise over Osk”.", "title"),
        ("The apple, marketed as “Winter King,” is red.", "name"),
        ("The habit, known at sea as “first come, first moored,” is old.", "scare"),
        ("The “green” buses have been out of order for weeks.", "scare"),
        ("Volunteers emptied the “green” bins.", "scare"),
        ("The towns lie in the country’s “snow belt.”", "scare"),
        ("A “quiet start” of the fair drew ten people.", "scare"),
        ("Moe, a co-author of “Salt: A History of the Coast,” said no.", "title"),
        ("So wrote the editors of the “Harbour and Pier Almanac.”", "title"),
        ("Lund told Radio Orm's “Coffee at Ten” that it rained.", "title"),
        ("On Radio Orm's “Coffee at Ten,” Lund said it rained.", "title"),
        ("Lund said on Sunday on “Orm This Week,” that it rained.", "title"),
        ("She gave him a tale called “The Last Ferry to Osk.”", "title"),
        ("She said so and showed him the “Keep the Pier Open” badge.", "title"),
        ("Ann Lee's “Never Again,” spoken softly, was heard by all.", None),
        ("She had been called “A Great Big Shame.”", None),
    ],
)
def test_names_titles_and_scare_quotes_are_no_speech(text: str, kind: str) -> None:
    assert [found for _, found in marked(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Lee called it “a bridge to nowhere.”",
        "The “bonus,” as Ann Lee calls the extra hour, ends in May.",
        "“The Long Mile,” a driver said, was closed.",
        "“Never Again,” Lee said.",
        "Critics said the “bridge” was late.",
        "“Never,” the film maker said.",
        "Lee used the word “theft” twice.",
        "She called the plan “mad.”",
        "The crowd chanted “Free Ann Lee” for an hour.",
        "Ann Lee read the note as “A Threat To Us All.”",
    ],
)
def test_speech_is_not_taken_for_a_title(text: str) -> None:
    assert [found for _, found in marked(text)] == [None]


def test_the_marks_of_markup_are_none() -> None:
    assert marked("<img alt=\"A boat at noon\"> The boat left. <x id='7'> “We wait,” Lee said.") == [("We wait,", None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will sail at noon, said Ann Lee.\n\nThe port is shut.", "We will sail at noon,"),
        ("“The mast broke at six, Lee told the crew. It had cracked before.", "The mast broke at six,"),
        ("“We are late“, Lee said.", "We are late"),
        ("“The hull is sound, harbour master Ida Moe said. It sank.", "The hull is sound,"),
        ("“The hull is sound, said shop owner Ida Moe. It sank.", "The hull is sound,"),
        ("“The hull is sound, says Ida Moe.\n\nIt sank.", "The hull is sound,"),
        ("“The hull was sound, she said in a letter.\n\nIt sank.", "The hull was sound,"),
        ("“The hull was sound, I said so to him.\n\nIt sank.", "The hull was sound, I said so to him."),
    ],
)
def test_a_lost_or_wrong_closing_mark_ends_before_the_clause(text: str, words: str) -> None:
    assert marked(text)[0][0] == words


def test_two_titles_are_told_of_together() -> None:
    found = marked("“The Last Ferry” and “Nine Hours to Osk” have sold well.")
    assert [kind for _, kind in found] == ["title", "title"]


_WORKS = {
    "wrote": "Lee wrote {} in 1990.",
    "directed": "Lee directed {} in 1990.",
    "two": "Lee wrote {} and “Oars of Osk” in a year.",
    "second": "Lee wrote “Oars of Osk” and {} in a year.",
    "won": "{} won three prizes.",
    "topped": "{} topped the chart.",
    "play": "A play called {} opens.",
}
_ONE_WORD = [
    "Lee is the star of {}.",
    "A sequel to {} is due.",
    "The pupils sang {} and a carol.",
    "Lee had a role in {} once.",
]
_MARKS = ["“{}”", '"{}"', "‘{}’", "«{}»"]


@pytest.mark.parametrize("marks", _MARKS)
@pytest.mark.parametrize("frame", [*_WORKS.values(), *_ONE_WORD, "In {}, boats are slow."])
def test_a_work_is_no_speech_in_any_marks_and_place(frame: str, marks: str) -> None:
    title = "Tides" if frame in _ONE_WORD else "Salt and Iron"
    text = frame.format(marks.format(title))
    assert {kind for _, kind in marked(text)} == {"title"}
    assert not nutgraf.read(text).quotes


@pytest.mark.parametrize("marks", _MARKS)
@pytest.mark.parametrize(
    ("frame", "words", "kind"),
    [
        ("Friends call him {} for short.", "Rook", "name"),
        ("Lee, who calls himself {}, left.", "Rook", "name"),
        ("Operation {} began in May.", "Rook", "name"),
        ("The slide, or {}, is old.", "quick clay", "scare"),
        ("The name means {} in Norse.", "winter bird", "scare"),
        ("Lee called him {} at noon.", "Mad", None),
        ("Chants of {} rang out.", "Resign", None),
        ("It was a vote of {} to all.", "No", None),
        ("He means {} by it.", "never", None),
        ("Lee wrote {} on Monday.", "Never again", None),
        ("Lee wrote: {}", "Not On My Watch", None),
    ],
)
def test_what_is_called_so_or_means_so_is_no_speech(frame: str, words: str, kind: str | None, marks: str) -> None:
    assert [found for _, found in marked(frame.format(marks.format(words)))] == [kind]


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("„", "“")])
@pytest.mark.parametrize("frame", ["Lee said: {}", "{}, Lee said."])
def test_a_quotation_over_paragraphs_is_one(frame: str, opening: str, closing: str, between: str) -> None:
    said = f"{opening}We waited two hours at the pier for help.{between}{opening}Nobody came down to the pier at all{closing}"
    (quote,) = nutgraf.read(frame.format(said)).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Lee"
    assert [span.text[:9] for span in quote.content] == ["We waited", "Nobody ca"]


@pytest.mark.parametrize("told", ["titled “Salt”", "called “Salt and Iron”", "titled Salt", "dubbed “Salt”"])
def test_a_work_that_somebody_wrote_is_no_report(told: str) -> None:
    assert not nutgraf.read(f"Ann Lee wrote a novel {told} in 1990.").quotes
