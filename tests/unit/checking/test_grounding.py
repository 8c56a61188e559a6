"""Words are found as whole words, in spite of typography, and only where they stand."""

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nutgraf.checking.place.lookup import all_of, find_words

TEXT = "“We’ll rebuild,” the mayor of São Paulo said – twice. The may\u00a0or may not. 東京で会議が開かれた。"
WHOLE = [(0, len(TEXT))]


@pytest.mark.parametrize(
    "words", ["We'll rebuild", "the mayor of São Paulo", "said - twice", "may or may not", "東京", "会議", "THE MAYOR"]
)
def test_typography_case_and_spaces_do_not_hide_words(words: str) -> None:
    found = find_words(words, TEXT, WHOLE)
    assert found is not None
    assert len(TEXT[slice(*found)]) == len(words)


@pytest.mark.parametrize("words", ["yes", "Paul", "ma", "rebuilt", "the mayor said", "", "...", "Sao Paulo"])
def test_parts_of_words_and_near_words_are_not_found(words: str) -> None:
    assert find_words(words, TEXT, WHOLE) is None


@pytest.mark.parametrize(
    ("words", "text"),
    [("Hawai'i", "Hawaiʻi"), ("O'Hara－Lind", "O＇Hara-Lind"), ('the "Hope" ship', "the ＂Hope＂ ship")],
)
def test_signs_are_found_in_every_form(words: str, text: str) -> None:
    assert find_words(words, text, [(0, len(text))]) == find_words(text, words, [(0, len(words))]) == (0, len(text))


def test_the_first_range_is_preferred() -> None:
    text = "A bank here. A bank there."
    assert find_words("bank", text, [(13, 26), (0, 12)]) == (15, 19)


def test_all_places_are_given_in_order() -> None:
    assert all_of("bank", "bank, banks, bank") == ((0, 4), (13, 17))
    assert all_of("Bank", "bank, Bank") == ((6, 10),)
    assert all_of("…", "bank …") == ((5, 6),)
    assert all_of('"."', "bank.") == ()


def test_the_same_capitals_are_preferred_to_an_earlier_place() -> None:
    text = "turkey from Turkey"
    assert find_words("Turkey", text, [(0, 18)]) == (12, 18)
    assert find_words("TURKEY", text, [(0, 18)]) == (0, 6)


@pytest.mark.parametrize(
    "text", ["นายกเทศมนตรีกรุงเทพกล่าว", "នៅក្រុងភ្នំពេញថ្ងៃនេះ", "ຢູ່ນະຄອນຫຼວງວຽງຈັນມື້ນີ້", "ရန်ကုန်မြို့တွင်", "東京で会議", "ﾄｳｷｮｳデ"]
)
def test_words_are_found_in_scripts_that_put_no_space_between_them(text: str) -> None:
    whole = [(0, len(text))]
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            # A vowel sign or a tone mark is no place to begin or to end.
            if all(unicodedata.category(c) == "Lo" for c in (text[start], (text + "ก")[end])):
                assert find_words(text[start:end], text, whole) is not None, text[start:end]


def test_letters_with_accents_are_found_however_they_are_encoded() -> None:
    for written in ("NFC", "NFD"):
        text = unicodedata.normalize(written, "Zoë Strand, Đặng Thị Ngọc of Đà Nẵng and Åse")
        for name in ("Zoë Strand", "Đặng Thị Ngọc", "Đà Nẵng", "Åse"):
            for asked in ("NFC", "NFD"):
                (found,) = all_of(unicodedata.normalize(asked, name), text)
                assert text[slice(*found)] == unicodedata.normalize(written, name)
        for name in ("Zoe", "oe Strand", "Da Nang", "Ase", "A"):
            assert find_words(name, text, [(0, len(text))]) is None


@pytest.mark.parametrize(
    "words", ["the mayor", "the mayor.", "“the mayor,”", "'the mayor'", " the\nmayor ", "the  mayor"]
)
def test_marks_and_spaces_around_the_words_do_not_count(words: str) -> None:
    text = "Then the \n mayor spoke."
    assert find_words(words, text, [(0, len(text))]) == (5, 16)


@pytest.mark.parametrize("name", ["Malcolm X", "X", "XX"])
def test_a_name_keeps_all_its_letters(name: str) -> None:
    text = f"It stood on {name}, he said."
    assert find_words(name, text, [(0, len(text))]) == (12, 12 + len(name))


@given(st.text("ab \n\u00a0.", max_size=30), st.text("ab \n.", max_size=6), st.data())
def test_words_are_found_as_a_pattern_would_find_them(text: str, words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pieces = words.strip(" .\n").split()
    assume(pieces)
    between = r"\s+".join(map(re.escape, pieces))
    pattern = re.compile(rf"(?<!\w){between}(?!\w)")
    # What stands before a range may belong to its first word; what stands behind it never does.
    expected = pattern.search(text[:end], start)
    assert find_words(words, text, [(start, end)]) == (expected.span() if expected else None)
    assert all_of(words, text) == tuple(found.span() for found in pattern.finditer(text))


def test_looking_for_many_repeated_words_takes_time_in_proportion() -> None:
    # Word by word at every place, each of these took minutes.
    text = "a " * 50_000
    assert find_words("a " * 25_000 + "b", text, [(0, len(text))]) is None
    assert find_words("a " * 25_000, text, [(1, len(text))]) == (2, 50_001)
    assert find_words("a" * 25_000, "a" * 50_000, [(0, 50_000)]) is None


def test_what_stands_beyond_the_ranges_is_not_found() -> None:
    assert find_words("bank", "A bank here. A bank there.", [(7, 15), (20, 26)]) is None


@given(st.text(min_size=1, max_size=80), st.sampled_from(["NFC", "NFD"]), st.data())
def test_a_run_of_whole_words_is_found_where_it_stands(text: str, form: str, data: st.DataObject) -> None:
    text = unicodedata.normalize(form, text)
    words = [found.span() for found in re.finditer(r"\S+", text)]
    assume(words)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start, len(words) - 1))
    first, last = words[start][0], words[end][1]
    assume(any(c.isalnum() for c in text[first:last]))
    found = find_words(text[first:last], text, [(first, last)])
    assert found is not None
    assert first <= found[0] < found[1] <= last
    assert found in all_of(text[first:last], text)
