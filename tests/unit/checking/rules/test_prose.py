"""One test for each lie about whole statements: their words, and what a middling model's prose shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.checking.rules.prose import leaked_example
from nutgraf.checking.rules.stems import content_stems, share_carried, stem
from weighing import refuting, rules, weighed

SAID = "Rustem Umerov said on Sunday that drones were shot down over Kyiv, and that the mayor did not resign."


def test_few_of_its_words() -> None:
    assert "few_of_its_words" in rules("The parliament approved an enormous budget", SAID, outcome="open")
    assert "few_of_its_words" not in rules("Drones were shot down over Kyiv on Sunday", SAID)


def test_another_story() -> None:
    other = "Bakers protested against levies on sugar, flour, butter and eggs while pupils sang hymns"
    assert refuting(other, SAID) == {"another_story"}
    assert refuting("Bakers sang hymns", SAID) == set()  # few words prove nothing


def test_the_words_of_another_sentence() -> None:
    article = "{Rain fell on Osk.} Thieves stole four paintings from the museum at night."
    assert "few_of_its_words" in rules("Thieves stole paintings from the museum", article, outcome="open")


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("工場が閉鎖された", set[str]()),
        ("工場は閉鎖された", set[str]()),
        ("港で船が沈没しました", {"few_of_its_words"}),
        ("工場の船が沈没しました", {"few_of_its_words"}),
    ],
)
def test_words_without_spaces_are_carried_by_most_of_their_pairs(statement: str, found: set[str]) -> None:
    assert rules(statement, "東京の工場が火曜日に閉鎖された。市長は工場を訪れた。") == found


def test_empty() -> None:
    assert refuting("…", SAID) == {"empty"}


def test_runs_on() -> None:
    again = "the mayor did not resign the mayor did not resign the mayor did not resign"
    assert "runs_on" in rules(again, SAID, outcome="open")
    assert "runs_on" not in rules("Three of the twelve left and four of the twelve stayed", SAID)
    seats = "Voll's list won nine of the 30 seats in Osk while Umerov's won two of the 30 seats"
    assert "runs_on" not in rules(seats, SAID)


def test_cut_off() -> None:
    for statement in ("Drones were shot down over", "Drones were shot down,"):
        assert "cut_off" in rules(statement, SAID, outcome="open")
    assert "cut_off" not in rules("The search for the drones is over", SAID)
    assert "cut_off" not in rules("the road that he came from", "Snow lay on the road that he came from.")
    assert "cut_off" in rules("the road that he came from", "The road that he came from was closed.")


@pytest.mark.parametrize(
    "statement",
    ["I shot down the drones", "Drones that we’ve shot down", "Our mayor did not resign", "“No deal” I told the mayor"],
)
def test_first_person(statement: str) -> None:
    assert "first_person" in rules(statement, SAID, outcome="refuted")


@pytest.mark.parametrize(
    "statement", ["World War I ended in Kyiv", "Umerov said “we did not resign”", "US drones were shot down"]
)
def test_what_only_looks_like_a_speakers_own_voice(statement: str) -> None:
    assert "first_person" not in rules(statement, SAID)


CARRIED, FOREIGN = "drone council bridge harbour tunnel mayor parade budget".split(), "emperor cheese violin".split()


@given(st.lists(st.sampled_from(CARRIED + FOREIGN), min_size=1, max_size=10))
def test_leaked_example(words: list[str]) -> None:
    share = sum(word in CARRIED for word in words) / len(words)
    assert (leaked_example(" ".join(words), " ".join(CARRIED)) is not None) == (share >= 0.6)
    assert leaked_example(" ".join(words), "") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attacked", "attacks"),
        ("opening", "opened"),
        ("Stopped", "stop"),
        ("city", "cities"),
        ("Kyiv’s", "Kyiv"),
        ("took", "taken"),
        ("struck", "striking"),
        ("cancellation", "cancelled"),
        ("women", "woman"),
        ("dying", "died"),
    ],
)
def test_endings_do_not_tell_words_apart(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@given(st.text(max_size=40))
def test_any_word_has_a_stem_and_any_text_carries_itself(text: str) -> None:
    assert share_carried(text, text) == 1.0
    assert all(content_stems(text)) or not text


@pytest.mark.parametrize("sign", ["not", "n\u043et", "no\u200bt", "n\u00adot"])
def test_a_negation_is_one_in_whatever_letters(sign: str) -> None:
    assert "turned_round" in refuting(f"Drones were {sign} shot down", "Drones were shot down.")


@given(st.text(max_size=60))
def test_any_statement_is_weighed(text: str) -> None:
    found = weighed(text, SAID)
    assert found.outcome in {"worded", "open", "refuted"}
    assert found.evidence
