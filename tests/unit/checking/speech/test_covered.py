"""What an item covers, in full: the words said, their kind, the cue and its stance, to whom they are said, and by whom."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs

BOTH = "Ida Moe said the pumps had failed and Bo Lind said the pipes had burst."


def covered(text: str, content: str, cue: str | None, name: str = "Ida Moe", kind: str = "person", **more: Any) -> Any:
    """The quotes of one item, each as its words, kind, stance, cue, addressee, and the speaker's name and mention."""
    reading = read(text)
    (window,) = runs(reading, "article")
    item = SimpleNamespace(
        content=content.split(" + "),
        speaker=SimpleNamespace(name=name, kind=kind),
        cue=cue,
        **{"stance": None, "addressee": None, **more},
    )
    settled = built_in("quotes").checked(reading, [(window, [item])])
    assert (settled.problems, settled.failures) == ([], [])
    return [
        (
            [span.text for span in quote.content],
            quote.kind,
            quote.stance,
            quote.cue and quote.cue.text,
            quote.addressee,
            quote.speaker.name,
            quote.speaker.mention and quote.speaker.mention.text,
        )
        for quote in settled.items
    ]


@pytest.mark.parametrize(
    ("text", "content", "cue", "words", "kind"),
    [
        (
            "If the pumps fail, Ida Moe said, the crews will strike.",
            "1",
            "said",
            ["If the pumps fail", "the crews will strike"],
            "indirect",
        ),
        (
            "If the pumps fail, Ida Moe said, the crews will strike.",
            "1: If the pumps … strike",
            "said",
            ["If the pumps fail", "the crews will strike"],
            "indirect",
        ),
        (
            "Ida Moe said on Monday that the pumps had failed, but Bo Lind left.",
            "1",
            "said",
            ["the pumps had failed"],
            "indirect",
        ),
        ("According to Ida Moe, the pumps had failed.", "1", "According to", ["the pumps had failed"], "indirect"),
        (BOTH, "1", "said", ["the pumps had failed"], "indirect"),
        (BOTH, "1: the pumps … failed", "said", ["the pumps had failed"], "indirect"),
        ("Asked why, Ida Moe said no.", "1", "said", ["no"], "indirect"),
        ("Ida Moe, who said the pumps had failed, left.", "1: the pumps had failed", "said", ["the pumps had failed"], "indirect"),
        ("Ida Moe said the pumps failed in the U.S.", "1: the pumps … U.S", "said", ["the pumps failed in the U.S."], "indirect"),
        (
            "The pumps, Ida Moe said, were “not aware of that”.",
            "1",
            "said",
            ["The pumps", "were “not aware of that”"],
            "mixed",
        ),
        ("Ida Moe said “the pumps” had failed.", "1: “the pumps” had failed", "said", ["“the pumps” had failed"], "mixed"),
        ("Ida Moe said “the pumps” had failed.", "m1", "said", ["the pumps"], "mixed"),
        ("Ida Moe wrote on the wall “Go home now”.", "m1", "wrote", ["Go home now"], "mixed"),
        ("Ida Moe said: “Go.” Bo Lind went.", "m1", "said", ["Go."], "direct"),
        ("“The pumps held,” said Ida Moe, “and they will.”", "m1 + m2", "said", ["The pumps held,", "and they will."], "direct"),
        ("“The pumps held,” said Ida Moe. “They will hold.”", "m1 + m2", "said", ["The pumps held,", "They will hold."], "direct"),
    ],
)  # fmt: skip
def test_the_words_are_cut_free_of_their_attribution(
    text: str, content: str, cue: str, words: list[str], kind: str
) -> None:
    assert covered(text, content, cue) == [(words, kind, "says", cue, None, "Ida Moe", "Ida Moe")]


@pytest.mark.parametrize(
    ("text", "cue", "words", "stance"),
    [
        ("Ida Moe denied that the pumps had failed.", "denied", "the pumps had failed", "denies"),
        ("Ida Moe doubted that the pumps would hold.", "doubted", "the pumps would hold", "doubts"),
        ("Ida Moe asked whether the pumps would hold.", "asked", "whether the pumps would hold", "asks"),
    ],
)
def test_a_stance_is_that_of_the_cue(text: str, cue: str, words: str, stance: str) -> None:
    assert covered(text, "1", cue) == [([words], "indirect", stance, cue, None, "Ida Moe", "Ida Moe")]
    assert covered(text, "1", cue, stance=stance) == covered(text, "1", cue)


def test_who_does_not_comment_says_the_whole_sentence() -> None:
    (found,) = covered("Ida Moe declined to comment.", "1", "declined", stance="no_comment")
    assert found == (["Ida Moe declined to comment."], "indirect", "no_comment", "declined", None, "Ida Moe", None)


@pytest.mark.parametrize("addressee", ["Bo Lind", None])
def test_to_whom_it_is_said_is_the_one_behind_the_cue(addressee: str | None) -> None:
    text = "Ida Moe told Bo Lind the pumps had failed."
    (found,) = covered(text, "1", "told", addressee=addressee)
    assert found == (["the pumps had failed"], "indirect", "says", "told", "Bo Lind", "Ida Moe", "Ida Moe")


def test_of_two_reports_in_a_sentence_each_has_its_own_cue_and_speaker() -> None:
    (found,) = covered(BOTH, "1: the pipes … burst", "said", "Bo Lind")
    assert found == (["the pipes had burst"], "indirect", "says", "said", None, "Bo Lind", "Bo Lind")


def test_sentences_behind_the_one_with_the_cue_are_said_whole() -> None:
    text = "Ida Moe lists two faults. The valves were old. The pipes were thin."
    (found,) = covered(text, "2 + 3", "lists")
    assert found[0] == ["The valves were old.", "The pipes were thin."]
    (found,) = covered("She had seen nothing. Ida Moe left.", "1", None)
    assert found[:4] == (["She had seen nothing."], "indirect", "says", None)


@pytest.mark.parametrize(
    ("text", "name", "kind", "cue", "words"),
    [
        (
            "The report by Ida Moe says the pumps failed.",
            "The report by Ida Moe",
            "document",
            "says",
            "the pumps failed",
        ),
        ("Officials said the pumps failed.", "Officials", "group", "said", "the pumps failed"),
        ("The Delta Board announced that pumps failed.", "Delta Board", "organization", "announced", "pumps failed"),
    ],
)
def test_documents_groups_and_bodies_speak(text: str, name: str, kind: str, cue: str, words: str) -> None:
    assert covered(text, "1", cue, name, kind) == [([words], "indirect", "says", cue, None, name, name)]


@pytest.mark.parametrize(
    ("text", "content", "cue", "given", "addressee"),
    [
        ("Ida Moe wrote to Bo Lind that the pumps had failed.", "1", "wrote", None, "Bo Lind"),
        ("In a note to Bo Lind, Ida Moe said the pumps had failed.", "1", "said", "Bo Lind", "Bo Lind"),
        ("The pumps had failed, Ida Moe said on Monday to Bo Lind.", "1", "said", "Bo Lind", "Bo Lind"),
        ("“The pumps failed,” Ida Moe told Bo Lind on Monday.", "m1", "told", "Bo Lind on Monday", "Bo Lind on Monday"),
        ("“The pumps failed,” Ida Moe told the crew.", "m1", "told", None, "the crew"),
    ],
)
def test_an_addressee_is_the_answers_where_it_stands_in_the_sentence_else_the_rules(
    text: str, content: str, cue: str, given: str | None, addressee: str
) -> None:
    (found,) = covered(text, content, cue, addressee=given)
    assert found[4] == addressee
