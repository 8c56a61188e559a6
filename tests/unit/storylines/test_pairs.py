"""What joins two events and what keeps them apart, on notes made by hand; the laws of blocking and clustering."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.checking.rules.words.families import deed
from nutgraf.storylines.blocking import DAYS, NEIGHBOURS, keys, neighbours
from nutgraf.storylines.clustering import Joined, average_link, components
from nutgraf.storylines.extracts import likeness, sketch
from nutgraf.storylines.grouping import Cluster, grouped
from nutgraf.storylines.notes import Note, note, terms_of, unpacked
from nutgraf.storylines.pairs import SAME, Scale, mirrored, topic
from nutgraf.storylines.rounds import Rounds
from nutgraf.storylines.weights import Frequencies


def scale() -> Scale:
    return Scale(Frequencies())


def told(title: str, sentence: str = "", **more: Any) -> Note:
    return note(title, [sentence or title], **more)


def test_one_event_in_two_wordings_is_one() -> None:
    one = told(
        "A bridge collapses in Arnfeld", "A bridge in Arnfeld collapsed on Friday.", names=["Arnfeld"], days=(10, 10)
    )
    other = told("The Arnfeld bridge collapsed", "The bridge at Arnfeld collapsed.", names=["Arnfeld"], days=(10, 10))
    assert scale().probability(one, other, 0.5) > SAME


def test_a_word_for_the_same_deed_counts_as_that_deed() -> None:
    assert deed("killed") == deed("deaths") == deed("slain")
    assert deed("quake") == deed("earthquakes") != deed("killed")
    assert deed("sank") == deed("capsizes")


def test_two_days_far_apart_are_two_events_and_neighbouring_ones_may_be_one() -> None:
    one = told("A bridge collapses in Arnfeld", names=["Arnfeld"], days=(10, 10))
    far = told("A bridge collapses in Arnfeld", names=["Arnfeld"], days=(20, 20))
    near = told("A bridge collapses in Arnfeld", names=["Arnfeld"], days=(11, 11))
    assert scale().probability(one, far, 1.0) == 0.0
    assert scale().probability(one, near, 1.0) > SAME


def test_undated_events_told_weeks_apart_are_two() -> None:
    one, other = (told("A bridge collapses in Arnfeld", published=day) for day in (100, 130))
    assert scale().probability(one, other, 1.0) == 0.0


def test_one_doers_two_deeds_are_two_events() -> None:
    sold = told("Ann Lee sells the bank", names=["Ann Lee"])
    sued = told("Ann Lee sues the mayor", names=["Ann Lee"])
    assert scale().probability(sold, sued, 0.6) < SAME


def test_what_two_armies_each_say_of_themselves_is_mirrored() -> None:
    ours = told("Varania downs 23 drones", actors=["Varania"], recipients=["Koressian drones"])
    theirs = told("Koress downs 31 drones", actors=["Koress"], recipients=["Varanian drones"])
    assert mirrored(ours, theirs)
    assert scale().probability(ours, theirs, 1.0) < 0
    claimed = told("The army downs drones", actors=["Northern army"], claimants=["Northern army"])
    answered = told("The army downs drones", actors=["Southern fleet"], claimants=["Southern fleet"])
    assert mirrored(claimed, answered)
    same = told("Varania downs 23 drones", actors=["Varania’s army"], recipients=["Koressian drones"])
    assert not mirrored(ours, same)


def test_names_in_a_title_are_no_deeds() -> None:
    made = told("Ann Lee opens a bridge in Arn", "Ann Lee opened a bridge in Arn.")
    assert {"ann", "lee", "arn"} <= set(made.own)
    assert not {"ann", "lee", "arn"} & set(made.deeds)
    headline = told("Bridge Opens In Arn", "The bridge opened.")
    assert deed("opens") in headline.deeds


texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)


@given(texts, st.lists(texts, max_size=3), st.lists(texts, max_size=3))
def test_a_note_of_anything_survives_its_line(title: str, evidence: list[str], names: list[str]) -> None:
    made = note(title, evidence, names=names, actors=names, days=(1, 2), published=3)
    assert unpacked(made.packed(), 0) == made
    assert 0.0 <= scale().probability(made, made, 1.0) <= 1.0 or mirrored(made, made)


@given(texts, texts)
def test_probability_is_the_same_in_both_directions(one: str, other: str) -> None:
    a, b = told(one), told(other)
    assert scale().probability(a, b, 0.4) == pytest.approx(scale().probability(b, a, 0.4))


@given(st.lists(st.text(min_size=1, max_size=6), max_size=30))
def test_an_article_is_as_like_itself_as_can_be(words: list[str]) -> None:
    frequencies = Frequencies()
    terms = terms_of(None, " ".join(words))
    frequencies.add(terms)
    made = topic(terms, frequencies)
    assert made.likeness(made) == (pytest.approx(1.0) if terms else 0.0)


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    frequencies = Frequencies()
    for n in range(50):
        frequencies.add(["often", f"once{n}"])
    assert frequencies.weight("once3") > frequencies.weight("often") > 0


rows = st.lists(st.tuples(st.integers(0, 3), st.none() | st.integers(0, 60), st.integers(0, 40)), max_size=60)


@given(rows)
def test_neighbours_share_a_key_and_are_near_in_time(found: list[tuple[int, int | None, int]]) -> None:
    ordered = sorted(set(found), key=lambda row: (row[0], row[1] is not None, row[1] or 0, row[2]))
    by_key = {}
    for key, day, event in ordered:
        by_key.setdefault(key, []).append((day, event))
    for one, other in neighbours(ordered):
        assert one <= other
        near = [
            (a, b)
            for members in by_key.values()
            for (a, x), (b, y) in itertools.product(members, members)
            if (x, y) == (one, other) and (a is None or b is None or abs(a - b) <= DAYS)
        ]
        assert near


def test_a_key_that_very_many_share_costs_as_many_pairs_as_it_has_neighbours() -> None:
    many = [(1, 0, n) for n in range(1_000)]
    assert len(list(neighbours(many))) <= 1_000 * NEIGHBOURS


def test_an_event_without_telling_words_has_no_key() -> None:
    assert keys(told("It happens"), (), lambda word: 0.0) == frozenset()


scores = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]), st.floats(-1, 1)
)


@given(scores)
def test_clusters_part_their_members_and_hold_no_pair_that_must_stay_apart(found: dict[tuple[int, int], float]) -> None:
    groups = average_link(found, SAME)
    members = [one for group in groups for one in group]
    assert len(members) == len(set(members))
    for group in groups:
        assert len(group) > 1
        assert all(found.get(pair, 0.0) >= 0 for pair in itertools.combinations(group, 2))


def test_a_chain_is_cut_where_its_ends_have_nothing_in_common() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}
    assert average_link(chain, 0.35) == [[0, 1], [2, 3]]


def test_components_are_clustered_one_by_one() -> None:
    linked = [(0, 0, 1, 0.9), (2, 2, 3, 0.8), (2, 3, 4, 0.8)]
    assert list(components(linked, 0.35)) == [[0, 1], [2, 3, 4]]
    joined = Joined(5)
    joined.join(3, 4)
    joined.join(4, 2)
    assert {joined.find(n) for n in (2, 3, 4)} == {2}
    assert joined.find(0) == 0


def test_what_the_same_articles_tell_is_one_story_and_old_background_another() -> None:
    main = Cluster((1, 2, 3, 4), frozenset({1, 2, 3, 4}), 100)
    rescue = Cluster((5, 6), frozenset({1, 2}), 101)
    history = Cluster((7, 8), frozenset({3, 4}), 10)
    elsewhere = Cluster((9, 10), frozenset({4, 9}), 100)
    assert grouped([history, elsewhere, rescue, main]) == [[main, rescue], [history], [elsewhere]]


def test_copies_are_alike_and_short_texts_are_not_judged() -> None:
    text = " ".join(f"word{n}" for n in range(200))
    assert likeness(sketch(text), sketch(text)) == 1.0
    assert likeness(sketch(text), sketch(" ".join(f"other{n}" for n in range(200)))) == 0.0
    assert sketch("A short note.") == ()
    assert likeness((), ()) == 0.0


def test_what_follows_from_answers_is_not_asked() -> None:
    rounds = Rounds(4, sure=[(0, 1)])
    every = [(0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]
    assert rounds.next(every, 10) == [(0, 2), (0, 3), (2, 3)]
    rounds.said((0, 2), verdict=True)
    rounds.said((0, 3), verdict=False)
    rounds.said((2, 3), None)
    assert rounds.next(every, 10) == []
    assert rounds.follows((1, 2))
    assert not rounds.follows((1, 3))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])))
def test_a_judge_that_is_never_wrong_is_asked_less_than_all_and_all_follows(pairs: list[tuple[int, int]]) -> None:
    rounds, asked = Rounds(10, ()), 0
    while batch := rounds.next(pairs, 3):
        for pair in batch:
            rounds.said(pair, pair[0] % 3 == pair[1] % 3)
        asked += len(batch)
    assert asked <= len(set(pairs))
    assert all(rounds.follows(pair) == (pair[0] % 3 == pair[1] % 3) for pair in pairs)
