"""Short words looked up as whole words, in spite of typography; and the stop of an abbreviation, which goes with its word."""

from __future__ import annotations

import pytest

from nutgraf.checking.place.lookup import all_of, as_answered, find_words
from nutgraf.checking.place.stops import with_stop
from nutgraf.reading import read


@pytest.mark.parametrize(
    ("words", "text", "place"),
    [
        ("the sea", "At the  sea the sea.", (3, 11)),
        ("the  sea", "At the sea.", (3, 10)),
        ("The Sea", "At the sea.", (3, 10)),
        ("sea", "Sea and sea", (8, 11)),
        ("sea", "seas and sea", (9, 12)),
        ("sea", "oversea sea", (8, 11)),
        ("sea", "sea_x sea", (6, 9)),
        ("it’s", "It's it's", (5, 9)),
        ("a-b", "a–b", (0, 3)),
        ('an "x"', "an “x”", (0, 5)),
        ("sea.", "the sea", (4, 7)),
        ("café", "cafe\u0301 bar", (0, 5)),
        ("cafe\u0301", "café bar", (0, 4)),
        ("cafe", "café cafe", (5, 9)),
        ("cafe", "cafe\u0301 cafe", (6, 10)),
        ("aa", "aaaa aa aa", (5, 7)),
        ("$5", "US$5", (2, 4)),
        ("5%", "a 5%er", (2, 4)),
        ("_x", "a_x _x", (4, 6)),
        ("٣", "١٣ ٣", (3, 4)),
        ("日本", "大日本人", (1, 3)),
        ("5月3日", "计5月3日,计", (1, 5)),
        ("sea", "overseas", None),
        ("", "a", None),
        (" ,;", "a", None),
    ],
)
def test_words_are_found_whole_and_in_spite_of_typography(words: str, text: str, place: tuple[int, int] | None) -> None:
    assert find_words(words, text, [(0, len(text))]) == place


@pytest.mark.parametrize(
    ("words", "text", "ranges", "place"),
    [
        ("sea", "sea sea", [(4, 7)], (4, 7)),
        ("sea", "sea sea", [(4, 7), (0, 3)], (4, 7)),
        ("sea", "sea sea", [(3, 6), (0, 3)], (0, 3)),
        ("sea", "a sea", [(0, 4)], None),
        ("sea", "a   b   sea   sea", [(9, 17)], (14, 17)),
        ("the sea", "the   sea is the sea", [(9, 20)], (13, 20)),
        ("b", "a  b   b", [(5, 8)], (7, 8)),
        ("b", "a  b   b", [(2, 8)], (3, 4)),
        ("sea", "oversea sea", [(0, 8)], None),
        ("sea", "oversea sea", [(0, 11)], (8, 11)),
        ("sea", "seas sea", [(0, 5)], None),
        ("sea", "seas sea", [(0, 8)], (5, 8)),
        ("sea", "seas", [(0, 3)], (0, 3)),
        ("SEA", "sea  Sea", [(4, 8)], (5, 8)),
    ],
)
def test_words_are_found_within_ranges_the_first_range_first(
    words: str, text: str, ranges: list[tuple[int, int]], place: tuple[int, int] | None
) -> None:
    assert find_words(words, text, ranges) == place


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("the sea", "At the  sea the sea.", ((3, 11), (12, 19))),
        ("sea", "sea Sea sea", ((0, 3), (8, 11))),
        ("na na", "na na na na", ((0, 5), (6, 11))),
        ("日本", "日本日本", ((0, 2), (2, 4))),
        ("sea", "seas", ()),
        (" ", "a", ()),
    ],
)
def test_every_place_is_found_and_none_overlaps_another(
    words: str, text: str, places: tuple[tuple[int, int], ...]
) -> None:
    assert all_of(words, text) == places


@pytest.mark.parametrize(
    ("words", "place", "name"),
    [
        ("the Osks", (0, 3), "the Osks"),
        ("“Lunds”", (4, 8), "Lunds"),
        ("LUND", (4, 8), "Lund"),
        ("a  b", (0, 3), "a b"),
    ],
)
def test_a_name_is_spelled_as_the_article_has_it_but_for_other_endings(
    words: str, place: tuple[int, int], name: str
) -> None:
    assert as_answered(words, "Osk Lund", place) == name


SURE = [
    ("He joined <Apple Inc>. in May.", "Apple Inc."),
    ("He lives in <the U.S>. and works.", "the U.S."),
    ("It fell at <9 p.m>. on Monday.", "9 p.m."),
    ("He has <a Co>. in Osk.", "a Co."),
    ("Dr. Lund came, <the Sen>. spoke.", "the Sen."),
    ("It is <his>. She left.", "his"),
    ("He saw <no>. Five left.", "no"),
    ("It <ended>.", "ended"),
    ("It <fell>... and rose.", "fell"),
    ("He met <Xyzzq>. Ida left.", "Xyzzq"),
    ('He saw <the 787 "Dreamliner>" land.', 'the 787 "Dreamliner"'),
    ("He saw <“the ship>” land.", "“the ship”"),
    ("He saw <the ship>” land.", "the ship"),
    ("Er sah <„das Schiff>“ heute.", "„das Schiff“"),
    ("Il vit <«le navire>» hier.", "«le navire»"),
    ("He saw <‘the ship>’ land.", "‘the ship’"),
    ("He saw <“a” and “the ship>” land.", "“a” and “the ship”"),
    ('He saw <"a" ship>".', '"a" ship'),
]
LIKELY = [
    ("It was <approx>. five miles.", "approx."),
    ("He met <Xyzzq>. and left.", "Xyzzq."),
    ("He met <Xyzzq>., who left.", "Xyzzq."),
    ("He met <Xyzzq>.; he left.", "Xyzzq."),
]


def stopped(marked: str, *, sure: bool) -> str:
    start, end = marked.index("<"), marked.index(">") - 1
    reading = read(marked.replace("<", "").replace(">", ""))
    return reading.article.text[slice(*with_stop(reading, (start, end), sure=sure))]


@pytest.mark.parametrize(("marked", "words"), SURE)
@pytest.mark.parametrize("sure", [True, False])
def test_the_stop_of_an_abbreviation_and_a_closing_mark_belong_to_the_words(
    marked: str, words: str, sure: bool
) -> None:
    assert stopped(marked, sure=sure) == words


@pytest.mark.parametrize(("marked", "words"), LIKELY)
def test_where_the_sentence_goes_on_a_stop_is_an_abbreviations_if_one_need_not_be_sure(marked: str, words: str) -> None:
    assert stopped(marked, sure=False) == words
    assert stopped(marked, sure=True) == words[:-1]
