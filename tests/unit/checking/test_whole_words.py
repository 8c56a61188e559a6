"""Where words end: no number without its sign, no name without its first letter, no compound that the rest turns."""

from __future__ import annotations

import pytest

from nutgraf.checking.place.folding import whole_words


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("It fell [5] %", False),
        ("It fell [5] percent", True),
        ("It fell [5]%", False),
        ("It fell [5]", True),
        ("It cost $[5]", False),
        ("It cost [$5]", True),
        ("It cost 1,[500] crowns", False),
        ("It cost [1],500 crowns", False),
        ("In May, [500] came", True),
        ("Of [500], ten left", True),
        ("The 5-[year] plan", False),
        ("The [5]-year plan", False),
        ("The 5-[6] win", False),
        ("an [x]-ray", True),
        ("an x-[ray]", True),
        ("a non-[violent] march", False),
        ("a [smoke]-free hall", False),
        ("a [smoke]-filled hall", True),
        ("O'[Neill] left", False),
        ("[O]'Neill left", False),
        ("[Neill]'s boat", False),
        ("the [Neills]' boat", True),
        ("the [Neills]'", True),
        ("a [b]-", True),
        ("-[b]", True),
        ("'[b]", True),
        ("It fell [5] ", True),
        ("It fell [5].", True),
        ("It fell [5]. 6 left", True),
        ("[5]-", True),
        ("l'[eau] claire", True),
        ("d'[Neill] dit", False),
        ("under[water] work", False),
        ("[under]water work", False),
        ("cafe[\u0301] noir", False),
        ("[cafe]\u0301 noir", False),
        ("[cafe\u0301] noir", True),
        ("so [“well”] said", True),
        ("[] nothing", False),
    ],
)  # fmt: skip
def test_a_place_cuts_no_word_number_or_compound(marked: str, whole: bool) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert whole_words(marked.replace("[", "").replace("]", ""), start, end) is whole
