"""Pairs of quotation marks in every style, slips and traps included."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import nutgraf
from nutgraf.reading.languages.en.vocabulary import WORDS as ENGLISH
from nutgraf.reading.parts import Segment
from nutgraf.reading.text.quotemarks import pair_marks
from scaling import assert_linear


def marks(text: str) -> tuple[Segment, ...]:
    return pair_marks(text, ((0, len(text)),), ENGLISH)


def quoted(text: str) -> list[str]:
    return [text[s.start : s.end] for s in marks(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We go," he said.', ["We go,"]),
        ("“We go,” he said.", ["We go,"]),
        ("„Wir gehen“, sagte er. „Nein”, sagte sie.", ["Wir gehen", "Nein"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("« Oui », dit-il.", ["Oui"]),
        ("»Ja«, sagte er. »Nein«, sagte sie.", ["Ja", "Nein"]),
        ("彼は「はい」と言った。『いや』", ["はい", "いや"]),
        ("‘We don’t go,’ he said.", ["We don’t go,"]),
        ("'We don't go,' he said.", ["We don't go,"]),
        ("``We go,'' he said. ``Now.''", ["We go,", "Now."]),
        ("”Vi går,” sade han. ”Nu.”", ["Vi går,", "Nu."]),
    ],
)
def test_every_style_is_paired(text, inner):
    assert quoted(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We go," he said, "at once."', ["We go,", "at once."]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("‘He said “no” to me,’ she said.", ["He said “no” to me,"]),
        ('"He said “no” to me," she said.', ["He said “no” to me,"]),
        ("„Ich sagte ‚nein‘ dazu.“", ["Ich sagte ‚nein‘ dazu."]),
        ("«A «B» C» a-t-il dit", ["A «B» C"]),
        ('“We go" he said, “at once".', ["We go", "at once"]),
        ('“We go,” he said, "at once.”', ["We go,", "at once."]),
        ("“We go,“ he said, “at once.“", ["We go,", "at once."]),
        ('“We go," he said, "at once.”', ["We go,", "at once."]),
        ('He told the schools," For example, they can go".', ["For example, they can go"]),
        ('He said "yes"—and "no"—twice ("maybe").', ["yes", "no", "maybe"]),
        ('"How did it go?" "Fine."', ["How did it go?", "Fine."]),
        ('He said "A" and "B" and "C', ["A", "B"]),
        ('" " and ""', []),
    ],
)
def test_split_nested_and_mixed_marks(text, inner):
    assert quoted(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He is 5\'10" tall and has a 12" record.', []),
        ('"He is 5\'10" tall," she said.', ["He is 5'10\" tall,"]),
        ("“He is 5’10” tall,” she said.", ["He is 5’10” tall,"]),
        ('A 5\'10" man said "hi there" to me.', ["hi there"]),
        ('A 12" pipe, "good," he said.', ["good,"]),
        ("The '90s were rock 'n' roll, 'cause of the kids' music.", []),
        ("The players’ union and the boys’ club don’t agree.", []),
        (
            "‘The players’ union won’t,’ he said. ‘It’s the boys’ problem.’",
            ["The players’ union won’t,", "It’s the boys’ problem."],
        ),
        ("Team honored for 'courageous achievement' at the games", ["courageous achievement"]),
        ("'Ali said the boys' club was closed.", []),
        ("Hawai‘i and O’Brien and the ’60s", []),
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotation_marks(text, inner):
    assert quoted(text) == inner


def test_a_quotation_that_goes_on_names_the_one_before():
    text = "“First it goes on and on.\n\n“Second too.\n\n“Third ends,” he said. “New.”"
    found = marks(text)
    assert [(s.id, s.closed, s.continues) for s in found] == [
        ("m1", False, None),
        ("m2", False, "m1"),
        ("m3", True, "m2"),
        ("m4", True, None),
    ]
    assert text[found[0].start : found[0].end] == "First it goes on and on."


@pytest.mark.parametrize("mark", ['"', "‘", "'"])
def test_straight_and_single_quotations_go_on_too(mark):
    closing = {"‘": "’"}.get(mark, mark)
    text = f"{mark}First it goes on and on.\n\n{mark}Second ends,{closing} he said."
    assert [(s.closed, s.continues) for s in marks(text)] == [(False, None), (True, "m1")]


def test_straight_marks_around_curly_ones_go_on_too():
    text = '"The “ferry law” is bad.\n\n"The “toll law,” which was worse, is gone.\n\n"Let us sail," she said.'
    assert quoted(text) == ["The “ferry law” is bad.", "The “toll law,” which was worse, is gone.", "Let us sail,"]


@pytest.mark.parametrize("marked", ["‘{}’", "'{}'", "“{}”", '"{}"'])
def test_what_goes_on_behind_a_pair_goes_on(marked):
    left, right = marked.split("{}")
    text = f"{left}It was late,{right} he said. {left}I saw nothing of the road ahead.\n\n{left}Then it fell.{right}"
    assert quoted(text) == ["It was late,", "I saw nothing of the road ahead.", "Then it fell."]
    assert [segment.continues for segment in marks(text)] == [None, None, "m2"]


def test_a_quotation_may_end_in_the_next_paragraph_without_a_mark_that_opens_it():
    text = "Er bleibt. „Ich habe lange darüber nachgedacht.\n\nNun ist es so.“ Er ging.\n\n„Nein“, sagte sie."
    assert quoted(text) == ["Ich habe lange darüber nachgedacht.", "Nun ist es so.", "Nein"]
    assert [segment.continues for segment in marks(text)] == [None, "m1", None]


def test_lost_closing_mark_costs_its_paragraph_only():
    text = 'He said, "we never got the closing mark.\n\nThe next "one" is fine.'
    first, second = marks(text)
    assert (first.closed, text[first.start : first.end]) == (False, "we never got the closing mark.")
    assert (second.closed, second.continues, text[second.start : second.end]) == (True, None, "one")


def test_a_closing_corner_bracket_never_opens_a_quotation():
    text = "「”`` 」」”"
    assert not [found for found in pair_marks(text, [(0, len(text))], ENGLISH) if text[found.outer_start] == "」"]


def test_a_lone_mark_that_is_no_speech_is_ignored():
    assert marks('The size was large" and so on.\n\nNext.') == ()
    assert marks('It has "\n\nNext.') == ()


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ('She saw the film "The Big Sleep" twice.', ["title"]),
        ('His essay, titled "Notes on Rain," won.', ["title"]),
        ('"Titanic," the 1997 film by a Canadian, won.', ["title"]),
        ('He told her that the "Blue Night" album was good.', ["title"]),
        ('John "Jack" Smith left.', ["name"]),
        ('They built a robot named "Hope".', ["name"]),
        ('A so-called "green" plan, he said.', ["scare"]),
        ('The "quiet" streets were empty.', ["scare"]),
        ('The mayor said the "quiet" streets were empty.', [None]),
        ('He called it "shameful".', [None]),
        ('She described him as "kind".', [None]),
        ('It was "terrible", according to police.', [None]),
        ('"Never," the film director said.', [None]),
        ('"Yes," the show\'s host said.', [None]),
        ('A medal for "courageous achievement" on Tuesday.', [None]),
        ('The plan was called "A Disgrace" by rivals.', [None]),
        ('In the book, "We Were Wrong. We Lost" he said.', [None]),
    ],
)
def test_no_speech_only_where_the_rule_is_sure(text, reasons):
    assert [s.no_speech for s in marks(text)] == reasons


PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "„",
        "‘",
        "’",
        "'",
        "«",
        "»",
        "「",
        "」",
        "``",
        "''",
        " ",
        "a",
        "word ",
        ", ",
        ". ",
        "s",
        "5",
        "\n",
        "\n\n",
        "—",
        "(",
        ")",
        "said ",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=50).map("".join), st.text(max_size=60))


@settings(max_examples=400)
@given(TEXTS)
@example("“ ‘a” ’")
@example('«"a»"')
def test_segments_never_overlap_and_stand_inside_their_marks(text):
    at = 0
    for number, found in enumerate(marks(text), 1):
        assert found.id == f"m{number}"
        assert at <= found.outer_start <= found.start < found.end <= found.outer_end
        if found.outer_start == found.start:  # it goes on without a mark of its own
            assert found.continues
            continue
        assert text[found.outer_start] in "\"＂“”„‟«»‹›「」『』'’‘‚`"
        words = text[found.start : found.end]
        assert words
        assert words == words.strip()
        behind = text[found.end : found.outer_end].strip()
        assert (len(behind) > 0) == found.closed
        assert all(mark in "\"＂“”„‟«»‹›「」『』'’‘‚" for mark in behind)
        at = found.outer_end


@settings(max_examples=200)
@given(TEXTS)
def test_a_paragraph_without_marks_changes_nothing_before_it(text):
    assert marks(text + "\n\nThe end") == marks(text)


@pytest.mark.parametrize(
    "unit",
    ['a"', " ", "(", "a", "' '\"", "‘a ", "“", "“”", '“A" ', "«»", "``a'' ", '\' a’ "b" ', '"A\n\n', "5' ", "‘s’ "],
)
def test_hostile_text_costs_linear_time(unit):
    assert_linear(marks, unit, 5_000)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('A documentary about the case, "Thirty-Eight Tons," is to be shown in May.', "title"),
        (
            "It is two degrees warmer, according to the study, “A Warm Conduit Beneath the Ice,” which appeared on Monday.",
            "title",
        ),
        ('The coach, known as "the Teacher," read her players a page.', "name"),
        ('The town\'s "safe zone," a football field above the river, was buried as well.', "scare"),
        ("The chief’s “golden anchor,” a bonus of 3 million euros, needs consent.", "scare"),
        ('The mayor\'s "no comment," the only answer he gave, he said later, was wise.', None),
        ("Lee said on Osk TV's “Morning Tide,” adding that he would run.", "title"),
        ("Asked about it on “Osk This Morning,” Lee said he would run.", "title"),
        ("He told Radio Orm’s “Breakfast at Nine” that he would run.", "title"),
        ("It was cold, said Ida Moe, a co-editor of “Wet Feet: A Diver's Year.”", "title"),
        ("The crowd broke into chants of “We Want Lee,” he said.", None),
        ('In a report about the case, "We were blind," the officer wrote.', None),
    ],
)
def test_words_that_nobody_said_are_told_apart(text, reason):
    (found,) = marks(text)
    assert found.no_speech == reason


def test_the_space_inside_french_marks_is_no_part_of_the_words() -> None:
    text = "« Nous n’augmenterons rien », a déclaré la maire. «\u202fOui\u202f», dit-elle. « Et après ?\u00a0»"
    reading = nutgraf.read(text)
    assert [text[s.start : s.end] for s in reading.segments] == ["Nous n’augmenterons rien", "Oui", "Et après ?"]
    assert text[reading.segments[0].outer_start : reading.segments[0].outer_end] == "« Nous n’augmenterons rien »"
