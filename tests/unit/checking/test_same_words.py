"""The very words of an article, written otherwise: what of their form makes no difference, and what is told as one."""

from __future__ import annotations

import pytest

from nutgraf.checking.place.grounding import locate

TEXT = (
    "“Go,” she said. Is it true? “It cost $4.50 (or 5%),” he said; the non-violent U.S. team – all of it – left. WHO said: who?\n\n"
    "A long\n\nHeading Text\n\nThe text goes on."
)


@pytest.mark.parametrize(
    ("quote", "verdict", "words"),
    [
        ("Is it true", "exact", "Is it true"),
        ("Is it true?", "exact", "Is it true?"),
        ("(or 5%)", "exact", "(or 5%)"),
        ("or 5%", "exact", "or 5%"),
        ("$4.50", "exact", "$4.50"),
        ("U.S. team", "exact", "U.S. team"),
        ("the non-violent", "exact", "the non-violent"),
        ("; the non-violent", "exact", "; the non-violent"),
        ("left.", "exact", "left."),
        ("left;", "typography", "left"),
        ("cost $4.50.", "typography", "cost $4.50"),
        ("team - all of it - left", "typography", "team – all of it – left"),
        ("of it -", "typography", "of it –"),
        ("…Is it true", "typography", "Is it true"),
        ("-Is it true", "typography", "Is it true"),
        (": the non-violent", "typography", "the non-violent"),
        ("true? It cost", "typography", "true? “It cost"),
        ("WHO SAID", "case", "WHO said"),
        ("IS IT TRUE", "case", "Is it true"),
    ],
)
def test_signs_at_the_ends_dashes_and_marks_make_no_other_words(quote: str, verdict: str, words: str) -> None:
    found = locate(quote, TEXT)
    assert (found.verdict, [TEXT[slice(*span)] for span in found.spans]) == (verdict, [words])


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        ("Is it true.", "true? → true."),
        ("Is it true!", "true? → true!"),
        ("it true,", "true? → true,"),
        ("left!", "left. → left!"),
        ("?Is it", "Is → ?Is"),
        ("or 5", "5% → 5"),
        ("4.50", "$4.50 → 4.50"),
        ("It cost €4.50", "cost $4.50 → cost €4.50"),
        ("violent U.S. team", "non-violent → violent"),
        ("team, all of it", "team – all → team, all"),
        ("team all of it", "team – all → team all"),
        ("Who said", "WHO → Who"),
        ("said: WHO", "who → WHO"),
        ("she said, is it", "said. Is → said, is"),
        ("Go. she said", "Go,” she → Go. she"),
        ("Heading Text The text", "Text The → Text The"),
        ("A long Heading", "long Heading → long Heading"),
        ("Heading Text. The text", "Text The → Text. The"),
    ],
)
def test_another_sign_is_told_with_the_words_beside_it(quote: str, difference: str) -> None:
    found = locate(quote, TEXT)
    assert (found.verdict, found.differences) == ("altered", (difference,))


def test_every_sign_that_differs_is_told() -> None:
    found = locate("Is it true. It cost €4.50, or 5", TEXT)
    assert found.differences == ("true? “It → true. It", "cost $4.50 → cost €4.50", "4.50 (or → 4.50, or", "5% → 5")


@pytest.mark.parametrize(
    ("quote", "ok"), [("The headline ran", True), ("The head-line ran", True), ("head line ran", False)]
)
def test_a_word_broken_at_the_end_of_a_line_is_one(quote: str, ok: bool) -> None:
    assert locate(quote, "The head-\nline ran on.").ok is ok


@pytest.mark.parametrize(
    ("quote", "text", "ok"),
    [
        ("the covid", "He had the covid-19 shot.", False),
        ("covid-19", "He had the covid-19 shot.", True),
        ("a 19", "He met a 19-year-old man.", False),
        ("the gluten", "He ate the gluten-free bread.", False),
        ("the wind", "He built the wind-turbine maker.", True),
        ("violent men", "He met non-violent men.", False),
        ("turbine maker", "He built the wind-turbine maker.", True),
    ],
)
def test_a_part_of_a_compound_stands_alone_unless_the_rest_turns_or_counts_it(quote: str, text: str, ok: bool) -> None:
    assert locate(quote, text).ok is ok
