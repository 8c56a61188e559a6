"""Whether two names may be one, what a name is short for, and where an article has it."""

from __future__ import annotations

import pytest

from nutgraf.article import Article
from nutgraf.checking.speech.beside_cue import of_relative
from nutgraf.checking.speech.described import is_part
from nutgraf.checking.speech.names import (
    alike,
    find_name,
    fullest,
    is_acronym,
    is_pronoun,
    misspelt,
    namesakes,
    of_somebody,
    places,
    related,
    words_of,
)
from nutgraf.reading import read
from nutgraf.reading.languages.language import language_of

TEXT = (
    "Mayor Ida Moe and Bo Lund met. The World Health Organization (WHO) came. Ed and Sam Croft left. Moe spoke to Anna Keller and "
    "Jonas Keller. Norvik Paper Products shut. “Zoe Dahl lied,” Moe said. The Norvik-Delta pact and Norvik failed."
)
READING = read(TEXT)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Dr. José Krantz’s", ("jose", "krantz")),
        ("the O'Neill-Smith", ("o'neill-smith",)),
        ("U.S. Steel", ("us", "steel")),
        ("AT&T", ("at&t",)),
        ("Mr. and Mrs. Lund", ("lund",)),
        ("the", ()),
    ],
)
def test_the_words_that_tell_a_name(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("word", "pronoun"),
    [("who", True), ("WHO", False), ("She", True), ("their", True), ("I", True), ("IT", False), ("Lund", False)],
)
def test_a_pronoun_is_no_body_of_such_initials(word: str, pronoun: bool) -> None:
    assert is_pronoun(word, language_of("en").words) is pronoun


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("krantz", "kranz", True),
        ("strom", "storm", True),
        ("lund", "land", True),
        ("keller", "kellner", True),
        ("moe", "moe", True),
        ("lun", "lan", False),
        ("lund", "fund", False),
        ("berger", "bergmann", False),
    ],
)
def test_a_word_misspelt_begins_alike_and_is_long_enough_to_tell(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert misspelt(f"Ida {one}", f"Bo {other}") is same


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Ida Moe", "Moe", True),
        ("Ida Moe", "Ida", True),
        ("Ida Moe", "Bo Moe", True),
        ("Mayor Ida Moe", "Ida Moe", True),
        ("WHO", "World Health Organization", True),
        ("Singapore Airlines", "SAS", True),
        ("Nor Ferry", "Norwegian Council for Roads and Ferry Lines", True),
        ("Ida Moe", "Idaho Moen Bank", False),
        ("Ida Moe", "Ida Lund", False),
        ("", "Ida", False),
        ("the", "the", False),
    ],
)
def test_names_are_related_by_a_part_a_surname_or_initials(one: str, other: str, may_be: bool) -> None:
    assert related(one, other) is related(other, one) is may_be


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("who", "world health organization", True),
        ("sia", "singapore airlines", True),
        ("sas", "singapore airlines", True),
        ("spa", "singapore airlines", True),
        ("singai", "singapore airlines", False),
        ("as", "singapore airlines", False),
        ("sgl", "singapore airlines", False),
        ("s", "singapore", False),
    ],
)
def test_an_acronym_has_the_initials_in_order(short: str, full: str, is_one: bool) -> None:
    assert is_acronym((short,), full.split()) is is_one
    assert not is_acronym(full.split(), (short,))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Anna Keller", "Jonas Keller", True),
        ("Mayor Anna Keller", "Jonas Keller", True),
        ("Anna Keller", "A. Keller", False),
        ("Ann Keller", "Anna Keller", False),
        ("Anna Keller", "Anna Maria Keller", False),
        ("Keller", "Anna Keller", False),
        ("Prime Minister May", "Theresa May", False),
        ("Anna Keller", "Anna Kellner", False),
    ],
)
def test_namesakes_share_the_surname_alone(one: str, other: str, apart: bool) -> None:
    assert namesakes(one, other) is namesakes(other, one) is apart


@pytest.mark.parametrize(
    ("name", "kind", "full"),
    [
        ("Moe", "person", "Ida Moe"),
        ("Ida", "person", "Ida Moe"),
        ("Mayor Moe", "person", "Ida Moe"),
        ("Ida Moe", "person", "Ida Moe"),
        ("Keller", "person", "Keller"),
        ("WHO", "organization", "World Health Organization"),
        ("Norvik", "organization", "Norvik"),
        ("Xu", "person", "Xu"),
    ],
)
def test_a_short_name_stands_for_the_one_full_name_that_there_is(name: str, kind: str, full: str) -> None:
    assert fullest(READING, name, kind) == full


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("Moe", ("Moe", "Moe", True)),
        ("Sam Croft", ("Sam Croft", "Sam Croft", True)),
        ("Ed Croft", ("Ed Croft", "Croft", True)),
        ("W.H.O.", ("World Health Organization", "World Health Organization", True)),
        ("Dr. Ida Moe", ("Ida Moe", "Ida Moe", True)),
        ("Bo Lunt", ("Bo Lund", "Bo Lund", True)),
        ("Captain Bo Lund", ("Bo Lund", "Bo Lund", False)),
        ("Norvik", ("Norvik", "Norvik", True)),
        ("Ida Mo", None),
        ("Ida Moe Dahl", None),
        ("World Health Org", None),
        ("Ed Lund", None),
    ],
)
def test_a_name_is_found_as_it_stands_or_in_a_form_that_stands(given: str, found: tuple[str, str, bool] | None) -> None:
    named = find_name(READING, given, 0, (), unmarked=False)
    assert (named and (named.name, named.place and TEXT[slice(*named.place)], named.whole)) == found


@pytest.mark.parametrize(
    ("text", "given", "found"),
    [
        ("Bo Dahl fell. His brother Ned, a driver, wept.", "Ned Dahl", "Ned"),
        ("Bo Dahl fell. His uncle Ned was there. Ned Lind wept.", "Ned Dahl", "Ned"),
        ("Bo Dahl fell. Ned Lind wept.", "Ned Dahl", None),
        ("Dahl fell. His brother Ned wept.", "Ned Dahl", None),
        ("Bo Dahl fell. Ned and Ada Lind wept.", "Ned Dahl", None),
        ("The Osk Office shut. The mayor was out, her office said.", "the mayor's office", None),
    ],
)
def test_a_given_name_alone_is_that_of_a_relative(text: str, given: str, found: str | None) -> None:
    named = find_name(read(text), given, 0, (), unmarked=False)
    assert (named and named.place and text[slice(*named.place)]) == found
    assert named is None or named.name == given


def test_a_widow_is_not_her_husband() -> None:
    reading = read("Lady Moe spoke. Giles Moe died in 2015. Her aunt left.")
    assert fullest(reading, "Lady Moe", "person") == "Lady Moe"
    assert fullest(reading, "Sir Moe", "person") == "Giles Moe"


def test_a_given_name_that_is_a_title_elsewhere_is_kept() -> None:
    reading = read("Its owner, Earl Moe, said so. The nephew, Ole Moe, wept. The Duke of Osk left.")
    assert [name.full for name in reading.names] == ["Earl Moe", "Ole Moe", "Osk"]
    assert fullest(reading, "Earl Moe", "person") == "Earl Moe"


def test_a_name_of_the_title_alone_has_no_place_in_the_text() -> None:
    reading = read(Article.from_text("The mayor left.", title="Carl Dal leaves"))
    named = find_name(reading, "Carl Dal", 0, (), unmarked=False)
    assert (named and (named.name, named.place)) == ("Carl Dal", None)
    assert find_name(reading, "Bo Lind", 0, (), unmarked=False) is None


def test_of_several_places_the_nearest_is_taken() -> None:
    last = TEXT.rindex("Moe")
    named = find_name(READING, "Moe", last + 5, (), unmarked=False)
    assert named is not None
    assert named.place == (last, last + 3)


def test_of_several_places_of_another_form_the_nearest_is_taken() -> None:
    text = "Bo Lund met Ida Moe. It rained. Bo Lund left."
    for near, start in ((0, 0), (30, text.rindex("Bo"))):
        named = find_name(read(text), "Bo Lunt", near, (), unmarked=False)
        assert named is not None
        assert (named.name, named.place) == ("Bo Lund", (start, start + 7))


def test_a_place_within_a_compound_or_what_is_said_counts_only_where_there_is_no_other() -> None:
    assert [TEXT[low - 4 : low] for low, _ in places(READING, "Norvik")] == ["er. ", "and "]
    assert len(places(READING, "Moe")) == 3
    first = TEXT.index("Moe")
    assert (first, first + 3) not in places(READING, "Moe", [(first - 4, first + 3)])
    (lied,) = places(READING, "Zoe Dahl", unmarked=True)
    assert TEXT[slice(*lied)] == "Zoe Dahl"
    assert places(read("Moe met Moe"), "Moe") == [(0, 3), (8, 11)]
    (pact,) = places(read("The Norvik-Delta pact failed."), "Norvik")
    assert pact == (4, 10)


@pytest.mark.parametrize(
    ("words", "relative"),
    [
        ("who studied", True),
        ("who has also studied", True),
        ("that had studied", True),
        ("which quickly studied", True),
        ("the man studied", False),
        ("who then studied", False),
    ],
)
def test_a_verb_of_a_relative_clause(words: str, relative: bool) -> None:
    at = words.index("studied")
    assert of_relative(words, (at, len(words))) is relative


@pytest.mark.parametrize(
    ("name", "found", "part"),
    [("the office of Ann Lee", "Ann Lee", True), ("the office of Ann Lee", "Lee", True), ("Ann Lee", "Ann Lee", False),
     ("the office of Ann Lee", "the office of Ann Lee", False), ("the office of Ann Lee", "office", False)],
)  # fmt: skip
def test_whose_office_it_is_is_a_part_of_its_name(name: str, found: str, part: bool) -> None:
    assert is_part(name, found) is part


@pytest.mark.parametrize(
    ("words", "of_another"),
    [
        ("friends of Ann Lee", True),
        ("a lawyer for Ann Lee", True),
        ("an aide to Ann Lee", True),
        ("a book by Ann Lee", True),
        ("Bo Lund and Ann Lee", True),
        ("a note from Ann Lee", True),
        ("Bo's Ann Lee", True),
        ("Mayor Ann Lee", False),
        ("Ann Lee", False),
    ],
)
def test_a_name_that_only_tells_whose(words: str, of_another: bool) -> None:
    reading = read(f"Here {words} came.")
    assert of_somebody(reading, (5, 5 + len(words)), ("ann", "lee")) is of_another
