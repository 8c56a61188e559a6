"""What each rule says of a statement: its name, what it proves, and in words what is wrong and what would satisfy it."""

from __future__ import annotations

import pytest

from weighing import weighed


def told_of(statement: str, article: str) -> list[str]:
    return [f"{found.rule}, {found.outcome}: {found.reason}" for found in weighed(statement, article).findings]


@pytest.mark.parametrize(
    ("statement", "article", "told"),
    [
        (
            "Norvia closed the mill",
            "Norvia will close the mill in May.",
            ["plan_as_done, refuted: the cited sentences tell 'closed' as to come, not as done: tell it as they do"],
        ),
        (
            "Norvia closed the mill",
            "Norvia plans to close the mill.",
            ["plan_as_done, refuted: the cited sentences tell 'closed' as planned, not as done: tell it as they do"],
        ),
        (
            "Norvia closed the mill",
            "Norvia decided to close the mill.",
            ["plan_as_done, open: the cited sentences tell 'closed' as decided, not as done: tell it as they do"],
        ),
        (
            "Norvia closed the mill",
            "Norvia would close the mill.",
            [
                "maybe_as_certain, refuted: the cited sentences tell 'closed' as what would be, not as done: tell it as they do"
            ],
        ),
        (
            "Norvia closed the mill",
            "Norvia tried to close the mill.",
            [
                "attempt_as_done, refuted: the cited sentences tell 'closed' as tried or wanted, not as done: tell it as they do"
            ],
        ),
        (
            "Norvia closed the mill",
            "Norvia denied closing the mill.",
            ["denied_as_fact, refuted: the cited sentences tell 'closed' as denied, not as done: tell it as they do"],
        ),
        (
            "Norvia closed the mill",
            "Norvia almost closed the mill.",
            [
                "nearly_as_done, refuted: the cited sentences tell 'closed' as nearly so, not as done: tell it as they do"
            ],
        ),
        (
            "Norvia closed the mill",
            "Norvia did not close the mill.",
            [
                "negation_dropped, refuted: the cited sentences tell 'closed' with a negation, not as done: tell it as they do"
            ],
        ),
        (
            "Norvia closed the mill",
            "Norvia may close the mill.",
            [
                "maybe_as_certain, refuted: the cited sentences tell 'closed' as possible, not as done: tell it as they do",
                "told_without_reserve, open: the cited sentences tell 'closed' as alleged or possible",
            ],
        ),
        (
            "Norvia is closing the mill",
            "Norvia will close the mill.",
            ["plan_as_done, open: the cited sentences tell 'closing' as to come, not as going on: tell it as they do"],
        ),
        (
            "Norvia will close the mill",
            "Norvia closed the mill.",
            ["done_as_coming, refuted: the cited sentences tell 'close' as done, not as to come: tell it as they do"],
        ),
        (
            "Norvia will close the mill",
            "Norvia may close the mill.",
            [
                "maybe_as_certain, refuted: the cited sentences tell 'close' as possible, not as to come: tell it as they do"
            ],
        ),
        (
            "Norvia will close the mill",
            "Norvia will close the mill if prices fall.",
            [
                "dropped_condition, refuted: it leaves out the condition on which the cited sentences say 'close': keep the 'if'"
            ],
        ),
        (
            "Norvia plans to close the mill",
            "Norvia plans to close the mill if prices fall.",
            [
                "dropped_condition, open: it leaves out the condition on which the cited sentences say 'close': keep the 'if'"
            ],
        ),
        (
            "Norvia will close the mill",
            "Norvia will not close the mill.",
            [
                "negation_dropped, refuted: the cited sentences tell 'close' with a negation, not as to come: tell it as they do"
            ],
        ),
        (
            "Norvia is rich",
            "Norvia is not rich.",
            [
                "negation_dropped, refuted: the cited sentences tell 'rich' with a negation, not as a fact: tell it as they do"
            ],
        ),
        (
            "Norvia is rich",
            "Norvia may be rich.",
            ["told_without_reserve, open: the cited sentences tell 'rich' as alleged or possible"],
        ),
        (
            "Norvia did not close the mill",
            "Norvia closed the mill.",
            [
                "turned_round, refuted: the cited sentences tell 'close' as done, not with a negation: tell it as they do",
                "foreign_negation, open: the cited sentences hold no 'not'",
            ],
        ),
        (
            "Norvia is not closing the mill",
            "Norvia is closing the mill.",
            [
                "turned_round, refuted: the cited sentences tell 'closing' as going on, not with a negation: tell it as they do",
                "foreign_negation, open: the cited sentences hold no 'not'",
            ],
        ),
        (
            "Norvia will not close the mill",
            "Norvia will close the mill.",
            [
                "turned_round, refuted: the cited sentences tell 'close' as to come, not with a negation: tell it as they do",
                "foreign_negation, open: the cited sentences hold no 'not'",
            ],
        ),
        (
            "Norvia failed to close the mill",
            "Norvia closed the mill.",
            [
                "turned_round, refuted: the cited sentences tell 'close' as done, not with a negation: tell it as they do",
                "foreign_negation, open: the cited sentences hold no 'failed'",
            ],
        ),
        (
            "Norvia did not close the mill",
            "Norvia found no buyer and closed the mill.",
            ["turned_round, open: the cited sentences tell 'close' as done, not with a negation: tell it as they do"],
        ),
        (
            "Norvia is not rich",
            "Norvia is rich.",
            [
                "turned_round, refuted: the cited sentences tell 'rich' as a fact, not with a negation: tell it as they do",
                "foreign_negation, open: the cited sentences hold no 'not'",
            ],
        ),
    ],
)
def test_another_force_of_a_verb_is_told_in_words(statement: str, article: str, told: list[str]) -> None:
    assert told_of(statement, article) == told


@pytest.mark.parametrize(
    ("statement", "article", "told"),
    [
        (
            "Prices rose in Osk",
            "Prices fell in Osk.",
            ["other_direction, refuted: it says 'rose' where the cited sentences say 'fell'"],
        ),
        (
            "The board approved the plan",
            "The board rejected the plan.",
            ["other_direction, refuted: it says 'approved' where the cited sentences say 'rejected'"],
        ),
        (
            "The board will approve the plan",
            "The board rejected the plan.",
            ["other_direction, open: it says 'approve' where the cited sentences say 'rejected'"],
        ),
        (
            "The plan was approved by the board",
            "The board rejected the plan.",
            ["other_direction, refuted: it says 'approved' where the cited sentences say 'rejected'"],
        ),
        (
            "Osk lost to Moss",
            "Osk defeated Moss.",
            ["other_direction, refuted: it says 'lost' where the cited sentences say 'defeated'"],
        ),
        (
            "Norvia raised its price in May",
            "Norvia cut its wages in May.",
            [
                "few_of_its_words, open: only 33% of its content words stand in the cited sentences",
                "other_direction, open: it says 'raised' where the cited sentences say 'cut'",
            ],
        ),
        (
            "A bid was refused by Osk",
            "A bid was made by Osk.",
            ["foreign_negation, open: the cited sentences hold no 'refused'"],
        ),
    ],
)
def test_the_opposite_is_told_with_both_words(statement: str, article: str, told: list[str]) -> None:
    assert told_of(statement, article) == told


@pytest.mark.parametrize(
    ("statement", "article", "told"),
    [
        (
            "Carl Dal closed the mill",
            "Norvia closed the mill.",
            [
                "invented_name, refuted: the name 'Dal' is nowhere in the article: name those whom the article names",
                "name_from_elsewhere, open: the cited sentences do not name 'Dal': cite the sentence that does",
                "few_of_its_words, open: only 50% of its content words stand in the cited sentences",
            ],
        ),
        (
            "Norvia closed the mill in Vik",
            "{Norvia closed the mill.} Vik is near.",
            ["name_from_elsewhere, open: the cited sentences do not name 'Vik': cite the sentence that does"],
        ),
        (
            "Ida Lund met Bo Moe",
            "Ida Moe met Bo Lund.",
            ["name_of_two, open: the article knows nobody called Ida Lund: give the name as it stands there"],
        ),
        (
            "Zorvia closed the mill",
            "Norvia closed the mill.",
            ["name_at_the_head, open: the word 'Zorvia' is nowhere in the article"],
        ),
        (
            "norvia closed the mill in turkey",
            "Norvia closed the mill.",
            ["name_in_small_letters, open: the word 'turkey' is nowhere in the article"],
        ),
        (
            "The mayor zarkov came",
            "The mayor came.",
            ["name_in_small_letters, open: the word 'zarkov' is nowhere in the article"],
        ),
        (
            "Norvia closed the mill on Friday",
            "Norvia closed the mill on Monday.",
            [
                "invented_time, refuted: the time word 'Friday' is nowhere in the article: say when as the article does, or leave it out",
                "time_from_elsewhere, open: the cited sentences do not say 'Friday': cite the sentence that does",
            ],
        ),
        (
            "Norvia closed the mill on Friday",
            "{Norvia closed the mill.} It rained on Friday.",
            ["time_from_elsewhere, open: the cited sentences do not say 'Friday': cite the sentence that does"],
        ),
        (
            "Norvia closed 7 mills",
            "Norvia closed mills.",
            [
                "invented_number, refuted: the number '7' is nowhere in the article: give a number that it gives, or none",
                "number_from_elsewhere, open: the cited sentences do not give the number '7': cite the sentence that does",
            ],
        ),
        (
            "Norvia closed 7 mills",
            "{Norvia closed mills.} There were 7.",
            [
                "number_from_elsewhere, open: the cited sentences do not give the number '7': cite the sentence that does"
            ],
        ),
        (
            "Seven mills closed 9 shops",
            "Nine mills closed seven shops.",
            ["number_of_something_else, open: by the cited sentences 'Seven' counts 'shops', not 'mills'"],
        ),
    ],
)
def test_names_times_and_numbers_are_told_with_what_to_do(statement: str, article: str, told: list[str]) -> None:
    assert told_of(statement, article) == told


@pytest.mark.parametrize(
    ("statement", "article", "told"),
    [
        ("...", "Norvia closed the mill.", ["empty, refuted: it says nothing"]),
        (
            "We closed the mill",
            "Norvia closed the mill.",
            [
                "first_person, refuted: 'We' is the speaker's word, not the article's: say who speaks, and put it in the third person"
            ],
        ),
        (
            "Norvia closed our mill",
            "Norvia closed the mill.",
            [
                "first_person, refuted: 'our' is the speaker's word, not the article's: say who speaks, and put it in the third person"
            ],
        ),
        ("Norvia closed the", "Norvia closed the mill.", ["cut_off, open: it stops in the middle"]),
        ("Norvia closed the mill,", "Norvia closed the mill.", ["cut_off, open: it stops in the middle"]),
        (
            "Norvia closed Norvia closed Norvia closed Norvia closed",
            "Norvia closed the mill.",
            ["runs_on, open: it repeats itself"],
        ),
        (
            "Norvia sang songs for ducks",
            "Norvia closed the mill.",
            ["few_of_its_words, open: only 25% of its content words stand in the cited sentences"],
        ),
        (
            "Norvia will “close the big mill”",
            "Norvia will “close the old mill”.",
            [
                "altered_quotation, refuted: the article has 'close the big mill' otherwise (old → big): quote it to the letter, or drop the marks"
            ],
        ),
        (
            "Norvia closed and “sang a song for us”",
            "Norvia closed the old mill.",
            [
                "few_of_its_words, open: only 50% of its content words stand in the cited sentences",
                "altered_quotation, refuted: the article has no words 'sang a song for us': quote what stands there, or drop the marks",
            ],
        ),
        (
            "Norvia closed the old mill and “sang”",
            "Norvia closed the old mill.",
            ["altered_quotation, open: the article has no words 'sang': quote what stands there, or drop the marks"],
        ),
        (
            "Norvia will “close the big mill and close the big mill and close the big mill and shop, all of it”",
            "Norvia will “close the old mill and close the old mill and close the old mill and shop, all of it”.",
            [
                "runs_on, open: it repeats itself",
                "altered_quotation, refuted: the article has 'close the big mill and close the big mill and close the big…' otherwise (old → big; old → big; old → big): quote it to the letter, or drop the marks",
            ],
        ),
    ],
)
def test_what_is_no_sentence_of_the_articles_is_told(statement: str, article: str, told: list[str]) -> None:
    assert told_of(statement, article) == told


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("Norvia closed the mill", "Norvia did not close the mill until May."),
        ("Norvia closed the mill", "Norvia did not close the mill but only the shop."),
        ("Osk lost", "Osk lost after a 3-1 defeat."),
        ("The board could not agree", "The board failed to agree."),
        ("The advice is not binding", "The advice is non-binding."),
        ("Norvia will not sell if it rains", "Norvia will sell unless it rains."),
        ("“We closed the mill,” Norvia said", "“We closed the mill,” Norvia said."),
        ("Our Lady met", "Our Lady met in Osk."),
        ("The strike is over", "The strike is over."),
        ("Norvia will “close the old mill”", "Norvia will “close the old mill”."),
    ],
)
def test_what_says_as_much_is_told_nothing_of(statement: str, article: str) -> None:
    assert told_of(statement, article) == []


@pytest.mark.parametrize(
    ("statement", "article", "rules"),
    [
        ("The church of Our Lady burned", "The church of Our Lady burned in May.", []),
        ("The church of Our Lady burned", "The church burned in May.", ["first_person"]),
        ("A film, My Town, opened", "A film, My Town, opened in Osk.", []),
        ("He sold our town a boat", "“He sold our town a boat,” she said. He sold Osk a boat.", ["first_person"]),
        (
            "Of 20 seats Osk won 12 of the 20 seats and Moss five of the 20 seats",
            "Osk won 12 of the 20 seats. Moss won five of the 20 seats.",
            [],
        ),
        ("Norvia sat in and under", "Norvia sat in and under.", []),
        ("Crews mended roads bridges walls gates roofs", "Norvia closed the mill.", ["few_of_its_words"]),
        (
            "Crews mended roads bridges walls gates roofs lamps",
            "Norvia closed the mill.",
            ["few_of_its_words", "another_story"],
        ),
    ],
)
def test_bounds_of_names_loops_and_foreign_words(statement: str, article: str, rules: list[str]) -> None:
    assert [found.rule for found in weighed(statement, article).findings] == rules
