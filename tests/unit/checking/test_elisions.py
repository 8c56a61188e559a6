"""What quoting leaves out or puts in: each form of a cut, what it may hide and bring, and how far apart its pieces may stand."""

from __future__ import annotations

import pytest

from nutgraf.checking.place.grounding import Index, locate

TOWN = (
    "The mayor spoke at noon. “We will rebuild the bridge, the road and the old school before the winter comes back to the valley,” "
    "she said. “Nobody sleeps here.”\n\nThe council of the town met in the hall, where 40 people stood along the wall. It rained. "
    "The meeting ended after one vote and two songs.\n\nA baker, who called the plan “a long road to nowhere”, left the hall early."
)
INDEX = Index(TOWN, language="en")


def pieces(quote: str) -> tuple[str, list[str]]:
    found = locate(quote, INDEX)
    return found.verdict, [TOWN[slice(*span)] for span in found.spans]


@pytest.mark.parametrize(
    "cut",
    [
        "…",
        "...",
        "....",
        ". . .",
        ". . . .",
        "[…]",
        "[...]",
        "[..]",
        "[. . .]",
        "[ … ]",
        "(…)",
        "(...)",
        "(. . .)",
        "[ ]",
        "[…]…",
    ],
)
def test_every_form_of_a_cut_leaves_words_out(cut: str) -> None:
    assert pieces(f"We will rebuild {cut} the road") == ("elided", ["We will rebuild", "the road"])


@pytest.mark.parametrize("mark", ["..", "(..)", "(x)", "/"])
def test_other_marks_are_no_cut(mark: str) -> None:
    assert pieces(f"We will rebuild {mark} the road")[0] in {"altered", "absent"}


@pytest.mark.parametrize("cut", ["… [and]", "[and] …", "[and][even]", "[and] [even]", "[…] [and]"])
def test_cuts_side_by_side_are_one_and_words_put_in_make_it_a_bracket(cut: str) -> None:
    assert pieces(f"We will rebuild {cut} the road") == ("bracketed", ["We will rebuild", "the road"])


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("We will rebuild [sic] the bridge", "We will rebuild the bridge"),
        ("We will rebuild (sic) the bridge", "We will rebuild the bridge"),
        ("We will rebuild [Sic!] the bridge", "We will rebuild the bridge"),
        ("We will rebuild [ sic ] the bridge", "We will rebuild the bridge"),
        ("[w]e will rebuild", "We will rebuild"),
        ("the [O]ld school", "the old school"),
        ("the old school[s]", "the old school"),
        ("[Our] council of the town", "council of the town"),
        ("[Our] winter comes back", "winter comes back"),
        ("before the winter [again]", "before the winter"),
    ],
)
def test_an_editor_may_change_a_capital_mark_a_slip_and_put_words_beside(quote: str, said: str) -> None:
    assert pieces(quote) == ("bracketed", [said])


@pytest.mark.parametrize("quote", ["the [ol]d school", "[un]rebuild the bridge", "We [re]build the bridge"])
def test_letters_put_before_a_word_may_turn_it(quote: str) -> None:
    assert pieces(quote)[0] in {"altered", "absent"}


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("will rebuild [and so much of it all] the road", True),
        ("will rebuild [and so very much of it all] the road", False),
        ("will [it] the old school", True),
        ("We will rebuild [it] old school before", True),
        ("We will rebuild [it] school before", False),
        ("[The men and women of the town] will rebuild the bridge", False),
        ("[The women of the whole town] will rebuild the bridge", True),
    ],
)
def test_a_bracket_stands_for_six_words_and_holds_six(quote: str, said: bool) -> None:
    assert locate(quote, INDEX).ok is said


@pytest.mark.parametrize(
    "quote",
    [
        "will rebuild [9] the road",
        "will rebuild [nine] the road",
        "will rebuild [never] the road",
        "will rebuild [never] [it] the road",
        "will rebuild [it] [never] the road",
        "[Never] [our] council of the town",
        "before the winter [never] [again]",
        "the hall, where [many] stood along the wall",
        "[Many] people stood along the wall",
        "[Many more] stood along the wall",
        "met in the hall, where [many]",
        "the bridge [in the town] sleeps here",
        "[Some who never] met in the hall",
    ],
)
def test_a_bracket_brings_and_hides_no_number_and_no_denial(quote: str) -> None:
    assert not locate(quote, INDEX).ok


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("It rained … The meeting ended", True),
        ("stood along the wall … ended after", True),
        ("rained … ended", False),
        ("wall … The meeting", False),
        ("stood … ended", False),
        ("met … stood", True),
        ("called … a long road", True),
        ("nowhere … left", True),
        ("the plan … left the hall", False),
        ("The mayor spoke … We will rebuild", False),
        ("two songs … A baker", False),
        ("sleeps here … The council", False),
        ("comes back to the valley … Nobody sleeps", True),
        ("We will rebuild … sleeps here", False),
        ("the road … We will rebuild", False),
        ("It rained [and] the meeting ended", False),
        ("met in the hall [where] stood along the wall", False),
    ],
)
def test_the_pieces_stand_in_order_in_one_sentence_quotation_or_paragraph(quote: str, said: bool) -> None:
    assert locate(quote, INDEX).ok is said


def test_a_quotation_has_twelve_pieces_at_most() -> None:
    words = [f"word{n}" for n in range(40)]
    text = "“" + " ".join(words) + "”"
    for count, said in ((12, True), (13, False)):
        assert locate(" … ".join(words[: 2 * count : 2]), text).ok is said


@pytest.mark.parametrize(
    ("quote", "differences"),
    [
        ("We did come [not] here", ("(nothing) → not",)),
        ("[Many more] stood along the wall", ("(nothing) → Many more",)),
        ("met in the hall [with 9 men]", ("(nothing) → with 9 men",)),
    ],
)
def test_what_a_bracket_may_not_bring_is_what_differs(quote: str, differences: tuple[str, ...]) -> None:
    found = locate(quote, "We did come here. " + TOWN)
    assert (found.verdict, found.differences) == ("altered", differences)


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("The rain will stop. … We go home", "elided"),
        ("The rain … We go home", "elided"),
        ("The rain will stop. … cold", "altered"),
        ("The rain … cold", "altered"),
    ],
)
def test_a_whole_sentence_may_be_left_out_though_it_denies_and_a_no_of_what_is_kept_may_not(
    quote: str, verdict: str
) -> None:
    text = "“The rain will stop. It is not cold. We go home at noon,” said Lund. Moe said that rain had stopped."
    assert locate(quote, Index(text, language="en")).verdict == verdict


@pytest.mark.parametrize(
    ("behind", "verdict"),
    [
        (".” Chefen teg.", "elided"),
        (".”\nChefen sa inget mer.", "elided"),
        (".” Chefen sa inget mer.", "altered"),
        (".” sa chefen.", "altered"),
        ("”, sa chefen.", "altered"),
        ("” — chefen.", "altered"),
    ],
)
def test_of_a_language_whose_speech_no_rule_knows_a_quotation_goes_on_where_nobody_else_speaks_it(
    behind: str, verdict: str
) -> None:
    text = f"”Vi stannar här hela vintern”, sa hon. ”Båten är gammal och sliten{behind}"
    assert locate("Vi stannar här hela vintern. Båten är gammal", Index(text, language="sv")).verdict == verdict


@pytest.mark.parametrize(
    ("quote", "places", "differences"),
    [
        ("We will rebuild the bride … before the winter", ["We will rebuild the bridge", "before the winter"],
         ("bridge → bride",)),
        ("rebuild the bridge … before the winner comes back", ["rebuild the bridge", "before the winter comes back"],
         ("winter → winner",)),
        ("We will rebuild the bride … Nobody sleeps here", ["We will rebuild the bridge", "Nobody sleeps here"],
         ("bridge → bride",)),
        ("council of the torn met … where 40 people stood", ["council of the town met", "where 40 people stood"],
         ("town → torn",)),
        ("council of the torn met … The meeting ended", ["council of the town met", "The meeting ended"], ("town → torn",)),
        ("We will never rebuild … before the winter", ["We will rebuild", "before the winter"], ("(nothing) → never",)),
        ("A baker … left the hall", ["A baker", "left the hall"], ("nowhere → …",)),
    ],
)  # fmt: skip
def test_altered_pieces_in_one_place_are_told_with_what_differs(
    quote: str, places: list[str], differences: tuple[str, ...]
) -> None:
    found = locate(quote, INDEX)
    assert (found.verdict, [TOWN[slice(*span)] for span in found.spans]) == ("altered", places)
    assert found.differences == differences


@pytest.mark.parametrize(
    "quote",
    [
        "the old school … will rebuild the bride",
        "mayor spoke at moon … Nobody sleeps here",
        "The mayor spoke at noon … The council of the torn met",
        "The mayor slept … The council of the torn met",
    ],
)
def test_altered_pieces_out_of_order_or_of_two_places_stand_nowhere(quote: str) -> None:
    assert locate(quote, INDEX).verdict == "absent"


@pytest.mark.parametrize(
    ("quote", "the"),
    [
        ("We will rebuild … the [cold] comes back", "the old school"),
        ("We will rebuild … the [cold] to the valley", "the winter"),
        ("We will rebuild … the [cold] winter … the valley", "the old school"),
    ],
)
def test_of_a_word_that_stands_often_the_place_counts_from_which_the_bracket_reaches(quote: str, the: str) -> None:
    found = locate(quote, INDEX)
    assert (found.verdict, found.spans[1][0]) == ("bracketed", TOWN.index(the))


def test_two_quotations_side_by_side_are_not_one() -> None:
    index = Index("Lund said “the ferry sails again.” “We stay here all winter,” said Moe.", language="en")
    assert locate("the ferry sails again. We stay here", index).verdict == "altered"
    assert locate("the ferry sails again", index).verdict == "exact"
