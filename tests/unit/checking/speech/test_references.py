"""Words of a sentence found where a reference means them: in order, near their neighbours, to the end of their clause."""

from __future__ import annotations

import pytest

from nutgraf.checking.speech.references import Reference, bounded, place_of, references
from nutgraf.reading import read

PRICES = read(
    "Fares rose from £3 million to £4 million, Lund said. Few paid. Some went home. Others stayed. "
    "The ferry sailed. He was late and was leaving town. “It sank,” he said, and “it burned” there."
)
TEXT = PRICES.article.text


@pytest.mark.parametrize(
    ("number", "words", "found"),
    [
        (1, "rose … million", "rose from £3 million to £4 million"),
        (1, "Fares … £3 million", "Fares rose from £3 million"),
        (1, "from … to … said", "from £3 million to £4 million, Lund said"),
        (1, "Few paid", "Few paid"),
        (1, "Some went", "Some went"),
        (1, "Others stayed", None),
        (4, "Few paid", "Few paid"),
        (4, "Fares rose", None),
        (1, "said … Some", "said. Few paid. Some"),
        (6, "He was … was leaving", "He was late and was leaving"),
        (6, "late and was … was leaving town", "late and was leaving town"),
        (6, "He was late [...] town", "He was late and was leaving town"),
        (6, "town … late", None),
        (6, "…", None),
    ],
)
def test_words_stand_in_their_sentence_or_two_behind_or_before_it(number: int, words: str, found: str | None) -> None:
    place = place_of(PRICES, number, words)
    assert (place and TEXT[slice(*place)]) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the dam was sound", "the dam was “sound"),
        ("was sound … no harm", "was “sound” and would do “no harm"),
        ("sound and would do no harm", "sound” and would do “no harm"),
        ("that it was sound", None),
        ("the dam was … no harms", None),
    ],
)
def test_words_stand_where_only_the_quotation_marks_among_them_are_left_out(words: str, found: str | None) -> None:
    reading = read("Lund said the dam was “sound” and would do “no harm”. Few paid.")
    place = place_of(reading, 1, words)
    assert (place and reading.article.text[slice(*place)]) == found


def test_of_several_places_the_one_beside_its_neighbour_is_meant() -> None:
    reading = read("In the dam and the mill and the dam and the road is water.")
    text = reading.article.text
    first, second = text.index("the dam"), text.rindex("the dam")
    assert place_of(reading, 1, "the dam") == (first, first + 7)
    assert place_of(reading, 1, "the dam", low=10) == (second, second + 7)
    assert place_of(reading, 1, "the dam", high=text.index("and the road")) == (second, second + 7)
    assert place_of(reading, 1, "the dam", high=20) == (first, first + 7)
    assert place_of(reading, 1, "the … water", low=12) == (text.index("the mill"), text.index("."))
    assert place_of(reading, 1, "the … and", high=text.index("the road")) == (second, second + len("the dam and"))


def test_references_are_bounded_by_the_quotations_beside_them_in_their_sentence() -> None:
    tags = [segment.id for segment in PRICES.segments]
    named = [Reference(tag=tags[0]), Reference(number=7, words="he said"), Reference(tag=tags[1])]
    _, middle, _ = bounded(PRICES, named)
    assert TEXT[middle.low :].startswith(" he said")
    assert TEXT[middle.high :].startswith("“it burned”")
    alone = Reference(number=6, words="town")
    assert list(bounded(PRICES, [Reference(tag=tags[0]), alone])) == [Reference(tag=tags[0]), alone]
    swapped = [Reference(tag=tags[1]), Reference(number=7, words="he said"), Reference(tag=tags[0])]
    assert [one.high for one in bounded(PRICES, swapped)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("m1-m51", [Reference(tag=f"m{n}") for n in range(1, 52)]),
        ("m1-m52", [Reference(tag="m1")]),
        ("m3-m1", [Reference(tag="m3")]),
        ("s 4: the snow,", [Reference(number=4, words="the snow")]),
        ("(4) snow", [Reference(number=4, words="snow")]),
    ],
)
def test_a_range_of_tags_has_an_end(given: str, meant: list[Reference]) -> None:
    assert [list(found) for _, found in references([given, given])] == [meant]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("4", ["4"]),
        ("[4]", ["4"]),
        ("4.", ["4"]),
        ("2-4", ["2", "3", "4"]),
        ("2, 3", ["2", "3"]),
        ("[2][3]", ["2", "3"]),
        ("2 and 3", ["2", "3"]),
        ("m1, m2", ["m1", "m2"]),
        ("m1-m3", ["m1", "m2", "m3"]),
        ("<m1>-<m3>", ["m1", "m2", "m3"]),
        ("<M1>", ["m1"]),
        ("m1, 4", ["m1", "4"]),
        ("m2: we shall sail", ["m2: we shall sail"]),
        ("m2: “we shall sail”.", ["m2: we shall sail"]),
        ("sentence 4", ["4"]),
        ("4: the snow … by Monday", ["4 the snow … by Monday"]),
        ("4: 3 men left", ["4 3 men left"]),
        ("4: 12", ["4 12"]),
        ("4. 12,000 left", ["4 12,000 left"]),
        ("2-3: the one … the other", ["2 the one … the other"]),
        ("m99-m9999", ["m99"]),
        ("9" * 5000, ["999999999999 " + "9" * 4988]),
        ("the snow", []),
    ],
)
def test_a_reference_names_each_tag_and_sentence_that_it_lists(written: str, named: list[str]) -> None:
    ((_, found),) = references([written])
    assert [_shown(one) for one in found] == named


def _shown(one: Reference) -> str:
    name = f"{one.tag}:" if one.tag else str(one.number)
    return f"{name} {one.words}" if one.words else name.removesuffix(":")
