"""Nearly said: how far a passage may differ from the place that was probably meant, and when no place was."""

from __future__ import annotations

import pytest

from nutgraf.checking.place.grounding import locate

FERRY = (
    "The old ferry left the harbour of Ulvik at dawn with ninety goats, forty sacks of barley and a brass bell for the chapel on "
    "Storholm.\n\nNobody on board had noticed that the pilot was asleep beside the wheel when a barge loaded with gravel came round "
    "the point."
)


def differences(quote: str, text: str = FERRY) -> tuple[str, ...] | None:
    """The words that differ from the place that was meant; None where there is no such place."""
    found = locate(quote, text)
    assert found.verdict in {"altered", "absent"}
    return found.differences if found.verdict == "altered" else None


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("old fery", None),
        ("old frery left", ("ferry → frery",)),
        ("ferry left a harbour", ("the → a",)),
        ("left the habour of Ulvik", ("harbour → habour",)),
        ("left the habour of Ulvk at dawn", ("harbour → habour", "Ulvik → Ulvk")),
        ("old ferry left the port of Bergen at dawn", ("harbour → port", "Ulvik → Bergen")),
        ("old ferry left a port of Bergen at dawn", None),
        ("the of a on", None),
    ],
)
def test_a_typing_error_counts_for_half_and_a_quarter_of_the_words_may_differ(
    quote: str, words: tuple[str, ...] | None
) -> None:
    assert differences(quote) == words


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("barley and a bell for the chapel", ("brass → (nothing)",)),
        ("the old ferry left the harbour of Ulvik with ninety goats", ("at dawn → (nothing)",)),
        ("The old ferry left the harbour at dawn with ninety goats", ("of Ulvik → (nothing)",)),
        ("nobody on board had noticed the pilot was asleep", ("that → (nothing)",)),
    ],
)
def test_words_left_out_are_named(quote: str, words: tuple[str, ...]) -> None:
    assert differences(quote) == words


WORDS = [
    f"{one}{two}"
    for one in ("mo", "ra", "te", "bi", "lu", "ko", "sha", "fe")
    for two in ("lin", "gor", "vek", "dup", "nas", "tiv")
]
LONG = " ".join(WORDS)


def changed(first: int, size: int, *others: int) -> str:
    """So many words from this one on, those of these places replaced by a word that is nowhere."""
    words = WORDS[first : first + size]
    for at in others:
        words[at] = "quux"
    return " ".join(words)


@pytest.mark.parametrize(
    ("size", "others", "found"),
    [
        (3, (1,), True),
        (4, (1,), True),
        (4, (1, 2), False),
        (5, (2,), True),
        (5, (1, 3), False),
        (8, (2, 5), True),
        (8, (2, 4, 6), False),
        (12, (2, 5, 8), True),
        (12, (2, 4, 6, 9), False),
        (16, (2, 5, 8, 11), True),
        (16, (2, 4, 6, 9, 12), False),
        (24, (2, 5, 8, 11, 14, 17), True),
        (24, (2, 5, 8, 11, 14, 17, 20), False),
        (8, (0,), True),
        (8, (7,), True),
        (8, (0, 1), True),
        (8, (6, 7), True),
    ],
)
def test_of_four_words_one_may_be_another(size: int, others: tuple[int, ...], found: bool) -> None:
    told = tuple(f"{WORDS[9 + at]} → quux" for at in others)
    if others in {(0, 1), (6, 7)}:
        told = (f"{WORDS[9 + others[0]]} {WORDS[9 + others[1]]} → quux quux",)
    assert differences(changed(9, size, *others), LONG) == (told if found else None)


@pytest.mark.parametrize(("more", "found"), [(1, True), (2, True), (3, True), (4, False)])
def test_of_the_article_three_words_running_may_be_left_out(more: int, found: bool) -> None:
    quote = " ".join(WORDS[2:12] + WORDS[12 + more : 26])
    told = (" ".join(WORDS[12 : 12 + more]) + " → (nothing)",)
    assert differences(quote, LONG) == (told if found else None)


@pytest.mark.parametrize(("more", "found"), [(1, True), (4, True), (7, False)])
def test_words_put_in_count_like_others(more: int, found: bool) -> None:
    quote = " ".join([*WORDS[2:10], *["quux"] * more, *WORDS[10:18]])
    assert differences(quote, LONG) == (("(nothing) → " + " ".join(["quux"] * more),) if found else None)


@pytest.mark.parametrize(
    ("theirs", "ours", "alike"),
    [
        ("harbour", "habour", True),
        ("harbour", "harbours", True),
        ("harbour", "harbourage", False),
        ("harbour", "hrbor", False),
        ("harbour", "harbo", True),
        ("harbour", "harb", False),
        ("harbour", "xarbour", True),
        ("harbour", "harbouxx", True),
        ("harbour", "harxxxr", False),
        ("harbour", "haxxour", True),
        ("harbour", "haxboxr", False),
        ("harbour", "raboour", False),
        ("sea", "see", True),
        ("sea", "se", False),
        ("seas", "sea", True),
        ("sea", "tea", True),
        ("aaaa", "aaa", True),
        ("Crew", "creew", True),
        ("31st", "32st", False),
        ("31st", "x31st", False),
        ("x31st", "31st", False),
        ("b31st", "b32st", True),
    ],
)
def test_a_typing_error_leaves_most_letters_in_front_and_behind(theirs: str, ours: str, alike: bool) -> None:
    """Of sixteen words three are others and two misspelt, which makes a quarter; three others and one misspelt are too many."""
    article = [*WORDS[:12], theirs, *WORDS[13:]]
    quote = [WORDS[4], "quux", "quux", "quux", *WORDS[8:12], ours, *WORDS[13:16], WORDS[16] + "s", *WORDS[17:20]]
    found = locate(" ".join(quote), " ".join(article))
    assert (f"{theirs} → {ours}" in found.differences) is alike
    assert found.verdict == ("altered" if alike else "absent")


BRIDGE = (
    "Mayor Ida Berg opened the new bridge on 4 May 2021 in front of a large crowd from Bergen. The crowd sang an old song and went "
    "home by boat.\n\nLater that year Jon Lie Dahl closed the old tunnel after a long debate on 12 June 2022 in Oslo. A large crowd "
    "from Voss had gone home by train. Kari Moe Lund Vik was there.\n\nPolice said the tunnel is safe. Mayor Kari Moe said so too."
)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Mayor Jon Lie opened the new bridge on 4 May 2021", ("Ida Berg → Jon Lie",)),
        ("Mayor Jon Lie Dahl opened the new bridge on 4 May 2021 in front", ("Ida Berg → Jon Lie Dahl",)),
        (
            "Ida Berg opened the new bridge on 12 June 2022 in front of a large crowd",
            ("4 May 2021 → 12 June 2022",),
        ),
        ("Mayor Kari Moe Lund Vik opened the new bridge on 4 May 2021 in front of a large crowd from Bergen", None),
        ("Mayor Ida Berg opened the old tunnel on 4 May 2021 in front of a large crowd", None),
        ("The crowd sang a long debate and went home by boat", None),
        ("Ida Berg opened the new bridge on Jon Lie 4 May 2021 in front of a large crowd", None),
    ],
    ids=["a name", "a longer name", "a date", "four words", "a thing", "some words", "a name put in"],
)
def test_two_words_from_another_place_are_no_change_but_where_a_name_or_date_stands_for_another(
    quote: str, words: tuple[str, ...] | None
) -> None:
    assert differences(quote, BRIDGE) == words


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("The crowd sang an old song and went home by train", ("boat → train",)),
        ("The crowd sang an old song and had gone home by train", None),
        ("The crowd sang an old song and had gone home by boat", None),
        ("A large crowd sang an old song and went home by boat", None),
        ("The large crowd sang an old song and went home by boat", ("(nothing) → large",)),
    ],
)
def test_an_end_of_several_other_words_that_stands_elsewhere_is_of_another_passage(
    quote: str, words: tuple[str, ...] | None
) -> None:
    assert differences(quote, BRIDGE) == words


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("and went home by ship. Later that year Jon Lie Dahl", None),
        ("and went home by boat. Late that year Jon Lie Dahl", None),
        ("and went home by boat. Later that year Ole Lie Dahl", ("Jon → Ole",)),
        ("and went hame by boat. Later that year Jon Lie Dahl", ("home → hame",)),
        ("had gone home by ship", ("train → ship",)),
        ("Later this year Jon Lie", ("that → this",)),
    ],
)
def test_words_that_differ_never_stand_beside_the_end_of_a_paragraph_that_is_run_over(
    quote: str, words: tuple[str, ...] | None
) -> None:
    assert differences(quote, BRIDGE) == words


TALK = (
    "“We will mend the roof before the rain,” said Ada Holm, “and paint the doors of the barn in spring.” Nobody else spoke. "
    "“The rain will come,” said Bo Lind. “We will paint the fence.”"
)


def test_the_place_of_an_interrupted_quotation_is_its_pieces() -> None:
    found = locate("mend the roof before the rain and paint the gates of the barn", TALK)
    assert (found.verdict, found.differences) == ("altered", ("doors → gates",))
    assert [TALK[slice(*span)] for span in found.spans] == [
        "mend the roof before the rain",
        "and paint the doors of the barn",
    ]


def test_nearly_the_words_of_two_speakers_are_nobodys() -> None:
    assert differences("of the barn in spring the rain will cme", TALK) is None


def test_a_place_is_one_stretch_of_the_article() -> None:
    found = locate("left the harbour of Bergen at dawn", FERRY)
    assert [FERRY[slice(*span)] for span in found.spans] == ["left the harbour of Ulvik at dawn"]


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("the grey dog ran over the wet field", "the red dog ran over the wet field"),
        ("the old dog ran across the dry field", "the old dog ran over the dry field"),
        ("the odd dog ran across the dry field", "the old dog ran over the dry field"),
    ],
)
def test_of_two_places_the_nearer_one_is_meant(quote: str, place: str) -> None:
    text = "At noon the red dog ran over the wet field. At night the old dog ran over the dry field."
    found = locate(quote, text)
    assert [text[slice(*span)] for span in found.spans] == [place]


@pytest.mark.parametrize("often", [10, 47, 48, 49, 80])
def test_words_that_stand_in_very_many_places_are_found_by_those_beside_them(often: int) -> None:
    text = "It is so. " * often + "The pilot says it is so and goes home."
    assert differences("the pilot said it is so and goes home", text) == ("says → said",)
    assert differences("the pilot said it is so and went away", text) is None


def test_a_passage_that_hangs_over_an_end_of_the_article_is_not_in_it() -> None:
    text = "It is so. " * 60 + "It is so that he goes."
    words = " ".join(f"quux{n}" for n in range(40))
    for quote in (f"{words} It is so. It is", f"so that he goes {words}", f"It is so {words} It is so"):
        assert differences(quote, text) is None


@pytest.mark.parametrize(("quote", "words"), [("of the and a", ("barley → the",)), ("of the or an", None)])
def test_what_agrees_has_two_words_of_content_or_three_of_any(quote: str, words: tuple[str, ...] | None) -> None:
    assert differences(quote) == words


BOATS = (
    "The red boat left the old port at dawn with nine men. The red ship left the new port at noon. The grey boat went from the port "
    "at dawn with nine men. She came from the quay at noon with ten men."
)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("The red ship left the old port at dawn with nine men", ("boat → ship",)),
        ("The red yacht left the new port at dawn with nine men", ("boat → yacht", "old → new")),
        ("The red ship left the new port at dawn with nine men", None),
        ("The grey boat went from the quay at dawn", ("port → quay",)),
        ("The grey boat went from the pier at noon", ("port → pier", "dawn → noon")),
        ("The grey boat went from the quay at noon", None),
        ("The grey boat came from the quay at dawn with nine men", ("went → came", "port → quay")),
        ("The grey boat came from the port at noon with ten men", None),
    ],
)
def test_an_end_with_two_other_words_that_stands_elsewhere_is_stitched_on(
    quote: str, words: tuple[str, ...] | None
) -> None:
    assert differences(quote, BOATS) == words
