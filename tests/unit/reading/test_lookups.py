"""What is looked up by its place or asked no further than the first is what going through everything finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.reading import read
from nutgraf.reading.verbs.found import cues, has_group

READING = read(
    "Dana Orr, mayor of Lund, met Ola Berg on Monday. “The weir holds,” said Orr. Nobody was hurt.\n\n"
    "Berg said in Oslo that the Weir Board would pay. It will meet in May."
)
OFFSETS = st.integers(0, len(READING.article.text))
WORDS = st.lists(
    st.sampled_from("the weir will hold was held and which if to pay pays paid Orr , ; not".split()), max_size=8
)


@given(OFFSETS, OFFSETS)
def test_names_and_sentences_of_a_range(one: int, other: int) -> None:
    start, end = sorted((one, other))
    assert READING.names_over(start, end) == tuple(
        name for name in READING.names if name.start < end and start < name.end
    )
    assert READING.numbers_of(start, end) == tuple(
        s.number for s in READING.sentences if s.start < end and start < s.end
    )


@given(WORDS)
def test_a_group_is_there_where_cues_find_one(words: list[str]) -> None:
    text = " ".join(words)
    assert has_group(text) == any(not cue.link for cue in cues(text))
