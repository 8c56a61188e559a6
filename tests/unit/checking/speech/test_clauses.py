"""Which words open with a subject and its verb, and stand as a clause of their own."""

from __future__ import annotations

import pytest

from nutgraf.checking.speech.kinds import fills_marks, is_clause, verbatim
from nutgraf.reading.languages.language import language_of


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("many schools will close", True),
        ("schools will close", False),
        ("closing schools will hurt us", True),
        ("we’re tired of it", True),
        ("We're tired of it", True),
        ("we are tired", False),
        ("to close the schools now", False),
        ("and schools will close now", False),
        ("not schools will close now", False),
        ("in May schools will close", False),
        ("who will close the schools", False),
        ("that schools will close now", False),
        ("often schools will close now", False),
        ("the schools that will close now", False),
        ("because the pay is late, it will close", True),
        ("because, with the pay late, it will close", True),
        ("because the pay is late, it will close, no doubt", True),
        ("because the pay is late it will close", False),
        ("because the pay is late, no doubt", False),
        ("four old schools nearby", False),
    ],
)
def test_a_clause_begins_with_its_subject(words: str, clause: bool) -> None:
    assert is_clause(words, language_of("en")) is clause


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("die Schule will keine Lehrer", True),
        ("weil sie zahlen, gilt die Regel", True),
        ("die Lehrer, die keine Schule hat", False),
        ("dass die Schule keine Lehrer hat", False),
        ("eine Schule ohne Lehrer hier", False),
    ],
)
def test_a_clause_of_another_language(words: str, clause: bool) -> None:
    assert is_clause(words, language_of("de")) is clause


@pytest.mark.parametrize(
    ("marked", "fills"),
    [
        ("He said ‘<we go>’ today", True),
        ("He said ‘<we go>,’ and left", True),
        ("He said “<we go>” today", True),
        ("He said „<we go>“ today", True),
        ("He said «<we go>» today", True),
        ("He said '<we go>' today", True),
        ("He said the boys'<we go>' today", False),
        ("He said <we go> today", False),
        ("He said ‘<we go> today’", False),
        ("He said ‘<we go>’s today", False),
        ("He said ‘<we go>", False),
        ("He said ‘<we go>,, and’", False),
    ],
)
def test_words_fill_marks_from_the_first_to_the_last(marked: str, fills: bool) -> None:
    place = marked.index("<"), marked.index(">") - 1
    assert fills_marks(marked.replace("<", "").replace(">", ""), [place]) is fills


def test_words_that_fill_marks_stand_in_one_stretch_with_their_stop() -> None:
    text = "He said ‘we go, we stay.’ and left"
    parts = [(9, 14), (16, 23)]
    assert [text[slice(*part)] for part in parts] == ["we go", "we stay"]
    assert verbatim(text, parts) == [(9, 24)]
    assert verbatim(text, [(9, 11), (16, 23)]) == [(9, 11), (16, 23)]
