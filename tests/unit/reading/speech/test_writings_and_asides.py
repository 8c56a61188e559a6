"""English sentences of the press in which little things stand in the way of who says it: "he's", "However,", a sign, a stop too many."""

from __future__ import annotations

import pytest

from nutgraf import Article, read
from nutgraf.results import Quote


def line(quote: Quote) -> str:
    mention = quote.speaker and quote.speaker.mention
    cue = quote.cue.text if quote.cue else "-"
    return " | ".join((mention.text if mention else "-", cue, " + ".join(span.text for span in quote.content)))


def told(text: str) -> list[str]:
    return [line(quote) for quote in read(Article.from_text(text, language="en")).quotes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He's saying that the dam should be drained.", "He | saying | the dam should be drained"),
        ("We’re telling anglers the dam will hold.", "We | telling | the dam will hold"),
        ("They’ve said that the dam will hold.", "They | said | the dam will hold"),
        ("He'd said the dam would hold.", "He | said | the dam would hold"),
        ("Ann Lee, who's said that the dam will hold, left.", "Ann Lee | said | the dam will hold"),
        ("And she’s predicting that the dam “has no chance” in a flood.", "she | predicting | has no chance"),
    ],
)
def test_what_is_drawn_together_with_a_pronoun_is_a_verb_of_its_own(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Lee’s campaign shrugged off the leak, telling reporters, “Nobody here has read it.”",
            "Lee’s campaign | telling | Nobody here has read it.",
        ),
        (
            "One angler in the gallery laughed at the plan, saying it was “not a dam but a bath.”",
            "One angler in the gallery | saying | not a dam but a bath.",
        ),
        (
            "However, he spared the engineer, calling her a “fine swimmer.”",
            "he | calling | fine swimmer.",
        ),
        (
            "The campaign took the odd step of blaming the engineers, accusing the office of “a love of mud.”",
            "The campaign | accusing | a love of mud.",
        ),
        (
            "The boats lay idle, with Lee again promising to “drain it by May.”",
            "Lee | promising | drain it by May.",
        ),
        (
            "Amid calls to drain it, the Herald’s Ann Lee gave a reason, saying it was time to “name the thieves.”",
            "Ann Lee | saying | name the thieves.",
        ),
        ("The divers responded by saying Lee should “stay dry.”", "The divers | saying | stay dry."),
        ("The anglers left with Ann Lee promising to “call them all.”", "Ann Lee | promising | call them all."),
    ],
)
def test_a_participle_has_the_subject_of_the_clause_before_it(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her father raised a sign that read “No more mud!”", "a sign | read | No more mud!"),
        ("Divers found a note that read: “I am sorry.”", "a note | read | I am sorry."),
        ("They wore shirts that said “No more mud!”", "shirts | said | No more mud!"),
        ("He raised the banner — which read “Anglers for Lee” — and left.", "the banner | read | Anglers for Lee"),
        (
            "The page gave way to a message that said, “Sorry, the dam is full.”",
            "a message | said | Sorry, the dam is full.",
        ),
        ("Bo Lind posted a video on Sunday calling the dam “a bath.”", "Bo Lind | calling | a bath."),
        ("It angered the union that called the dam “a bath.”", "the union | called | a bath."),
    ],
)
def test_that_may_stand_for_who_speaks_or_what_is_read(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“If you can hear me, I hope you find the boat.” Lee said.", "Lee | said | If you can hear me, I hope you find the boat."),
        ("But, said Lee, “I would not swim in it.”", "Lee | said | I would not swim in it."),
        (
            "“Until you stand on that dam, you know nothing,” she will say. “I stood on it.”",
            "she | say | Until you stand on that dam, you know nothing, + I stood on it.",
        ),
        ("“We must stop,” the mayor will tell the council on Monday.", "the mayor | tell | We must stop,"),
        ("“Shame!” the audience screamed back.", "the audience | screamed back | Shame!"),
        ("Their chants of “Lee! Lee! Lee!” were cut short.", "Their | chants | Lee! Lee! Lee!"),
        ("She was mocked for her claim at the hearing that “a dam is a lake.”", "her | claim | a dam is a lake."),
        ("He told Radio Orm’s “Breakfast at Nine” that the dam would hold.", "He | told | the dam would hold"),
        ("His promise in May that the dam would hold angered many.", "His | promise | the dam would hold"),
        ("Lee credited the divers with holding “the whole wall together.”", "Lee | credited | the whole wall together."),
    ],
)  # fmt: skip
def test_a_clause_is_found_where_its_marks_or_its_place_are_odd(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor will say that the dam is old.",
        "Her claim about a dam that the council had drained angered many.",
        "The mayor's said to be ill.",
        "In a “crazy vote,” Bo Lind strives for a spot.",
    ],
)
def test_what_is_yet_to_be_said_and_what_is_only_spoken_of_is_no_report(text: str) -> None:
    assert not [found for found in told(text) if not found.startswith("- | - |")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Under what Bo Lind called “the old model,” the Marsh Club charged a fee.", "Bo Lind | called | the old model,"),
        ("In a film that Ida Moe called “tasteless,” the mayor sang.", "Ida Moe | called | tasteless,"),
        (
            "Although Lind admitted that he had “seen the cracks,” he claimed they had never grown.",
            "Lind | admitted | seen the cracks,",
        ),
        ("Lee seemed to hint at a quiet deal: “She signed a paper,” he told the Post.", "he | told | She signed a paper,"),
        (
            "Speaker Bo Lind called the vote “a joke,” an odd verdict that drew laughter.",
            "Bo Lind | called | a joke,",
        ),
    ],
)  # fmt: skip
def test_of_two_clauses_beside_a_quotation_the_one_that_has_it_for_an_object_counts(text: str, found: str) -> None:
    assert told(text)[0] == found
