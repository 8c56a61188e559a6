"""Words of an answer found in the article: a place for what stands there, and the fullest name for a pointer."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.checking.items.finding import Finder, Unfit, label_of, shown
from nutgraf.reading.window import runs
from nutgraf.results import Point

TEXT = "Ada Lund of the Ford Foundation spoke in Osk. Lund left. Ford trucks came. The port of Osk Harbour is shut. Ford's men sat."
READING = nutgraf.read(TEXT)
FINDER = Finder(READING, runs(READING, "article")[0])


@pytest.mark.parametrize(
    ("words", "nth", "full"),
    [
        ("Lund", 1, "Ada Lund"),
        ("Ada Lund", 0, "Ada Lund"),
        ("Ford", 1, "Ford"),
        ("spoke", 0, "spoke"),
        ("Foundation", 0, "Ford Foundation"),
        ("Ford Foundation spoke", 0, "Ford Foundation spoke"),
        ("of the Ford Foundation", 0, "Ford Foundation"),
        ("Ada Lund of the Ford Foundation", 0, "Ada Lund of the Ford Foundation"),
    ],
)
def test_a_pointer_gets_the_fullest_name_that_stands_there(words: str, nth: int, full: str) -> None:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.find(words, start + 1)
    assert FINDER.fullest(READING.span(start, start + len(words))) == full


def test_the_part_of_a_longer_name_is_found_where_it_stands_by_itself() -> None:
    assert FINDER.find("Ford", ()) == (TEXT.index("Ford trucks"), TEXT.index("Ford trucks") + 4)
    assert FINDER.find("Foundation", ()) == (TEXT.index("Foundation"), TEXT.index("Foundation") + 10)
    assert FINDER.find("Osk", ()) == (TEXT.index("Osk."), TEXT.index("Osk.") + 3)
    assert FINDER.find("Moe", ()) is None


def test_cited_sentences_come_first_and_articles_are_left_out() -> None:
    cited = (READING.sentence_span(3),)
    assert FINDER.find("a Ford", cited) == (TEXT.index("Ford trucks"), TEXT.index("Ford trucks") + 4)
    assert FINDER.find("A port", ()) == (TEXT.index("port"), TEXT.index("port") + 4)
    assert FINDER.located("Ford's", ()).text == "Ford's"


def test_what_stands_nowhere_is_unfit_in_words() -> None:
    with pytest.raises(Unfit, match="'Moe' is not in the article") as caught:
        FINDER.located("Moe", ())
    assert (caught.value.kind, caught.value.words, str(caught.value)) == (
        "not_in_article",
        "Moe",
        "'Moe' is not in the article",
    )


def test_of_several_places_the_first_that_stands_and_of_parts_the_longest() -> None:
    assert FINDER.part("Arn; Osk Harbour", ()).text == "Osk Harbour"
    assert FINDER.part("Osk; Osk Harbour", ()).text == "Osk"
    assert FINDER.part("Osk, Osk Harbour", ()).text == "Osk Harbour"
    with pytest.raises(Unfit):
        FINDER.part("Arn; Moe", ())
    with pytest.raises(Unfit):
        FINDER.part("Osk, Arn", ())


def test_words_are_shown_in_a_line() -> None:
    assert shown("a" * 80) == repr("a" * 80)
    assert shown("a" * 81) == repr("a" * 79 + "…")
    assert label_of(Point(evidence=(READING.sentence_span(1),), text="It rains.")) == "'It rains.'"
