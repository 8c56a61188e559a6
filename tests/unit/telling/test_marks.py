"""An article cut into runs gives every span back to the character, however spans lie on each other."""

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.telling.marks import Mark, paragraphs

TEXTS = st.text(alphabet="ab \n\r“”<&\x00\u202eא👨‍👩‍👧", min_size=1, max_size=60)


def shown(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8))
    return text, [
        Mark(Span(text=text[a:b], start=a, end=b), f"r{n}", "quote") for n, (a, b) in enumerate(map(sorted, pairs))
    ]


@given(marked())
def test_the_runs_of_each_span_joined_are_its_exact_characters(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    runs = [run for paragraph in paragraphs(text, marks) for run in paragraph]
    assert "".join(run.text for run in runs) == shown(text)
    for mark in marks:
        got = "".join(run.text for run in runs if mark.ref in run.refs)
        start, end = mark.span.start, mark.span.end
        if text[end - 1 : end] == "\r" and text[end : end + 1] == "\n":  # half a line end shows nothing
            end -= 1
        assert got == shown(text[start:end]) if end > start else got == ""


@given(marked())
def test_every_span_ends_once(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    closed = [ref for paragraph in paragraphs(text, marks) for run in paragraph for ref in run.closes]
    assert sorted(closed) == sorted(mark.ref for mark in marks if mark.span.text)


def test_a_span_that_is_no_slice_is_left_out() -> None:
    (runs,) = paragraphs("one two", [Mark(Span(text="tow", start=4, end=7), "x", "quote")])
    assert [(run.text, run.refs) for run in runs] == [("one two", ())]


def test_paragraphs_part_at_blank_lines_or_in_a_text_without_any_at_line_ends() -> None:
    assert ["".join(r.text for r in p) for p in paragraphs("a\nb\n\nc", [])] == ["a\nb\n\n", "c"]
    assert ["".join(r.text for r in p) for p in paragraphs("a\nb", [])] == ["a\n", "b"]
