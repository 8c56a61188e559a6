"""A quotation is found where the article says it, and only there: cases written by hand, laws, hostile texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from locate_cases import CASES, SOURCES, UNSAID, Case
from nutgraf.checking.place.folding import WORD, folded, levelled
from nutgraf.checking.place.grounding import Index, Placed, locate, locate_each
from nutgraf.checking.place.words import bare
from scaling import assert_linear

SAID = {"exact", "typography", "case", "elided", "bracketed"}
NOT_SAID = {"altered", "absent"}
KNOWN_MISSES = {("ko", "95억 원")}
"""A noun quoted without its particle: Korean writes both as one word."""
INDEXES = {name: Index(text) for name, text in SOURCES.items()}
SCRIPTS = {
    "Latin": {"lake", "turbine", "hill", "shield", "fire", "odd", "talk", "es", "de", "fr"},
    "Cyrillic": {"ru"},
    "Greek": {"el"},
    "Arabic": {"ar"},
    "Hebrew": {"he"},
    "CJK": {"zh", "ja"},
    "Hangul": {"ko"},
    "Thai": {"th"},
    "Devanagari": {"hi"},
}


def plain(value: object) -> str:
    """A test's name without backslashes: pytest doubles them each time it collects, and `make mutants` collects twice."""
    return ascii(value).replace("\\", "/")


# -------------------------------------------------------------------------------------------------- cases


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.source}-{case.verdict}-{plain(case.quote[:40])}")
def test_a_quotation_gets_the_verdict_that_an_editor_would_give(case: Case) -> None:
    found = locate(case.quote, INDEXES[case.source])
    if (case.source, case.quote) in KNOWN_MISSES:
        assert found.verdict in NOT_SAID
    else:
        assert found.verdict in (NOT_SAID if case.verdict == UNSAID else {case.verdict})


def test_the_table_of_cases_is_large_and_every_verdict_stands_in_three_scripts() -> None:
    assert len(set(CASES)) == len(CASES) >= 300
    for verdict in SAID | NOT_SAID:
        sources = {case.source for case in CASES if case.verdict == verdict}
        assert sum(not sources.isdisjoint(script) for script in SCRIPTS.values()) >= 3, verdict


def test_no_case_is_accepted_falsely_and_few_are_refused_falsely() -> None:
    accepted = [case for case in CASES if locate(case.quote, INDEXES[case.source]).ok]
    assert not [case for case in accepted if case.verdict not in SAID]
    said = [case for case in CASES if case.verdict in SAID]
    assert len(said) - len(accepted) <= 0.02 * len(said)


@pytest.mark.parametrize("case", [case for case in CASES if case.verdict == "altered"], ids=plain)
def test_what_is_altered_says_where_and_which_words(case: Case) -> None:
    found = locate(case.quote, INDEXES[case.source])
    assert found.spans
    assert found.differences
    assert all(" → " in difference for difference in found.differences)


@pytest.mark.parametrize(
    ("quote", "differences"),
    [
        ("We did not come here to lose", ("win → lose",)),
        ("We did come here to win", ("not → (nothing)",)),
        ("That number was never ever on the table", ("(nothing) → ever",)),
        ("agreed Wednesday to free 321 fishermen", ("312 → 321",)),
        ("Tanzania says he fell overboard before the patrol arrived", ("Burundi → Tanzania",)),
        ("We did not come here to … lose", ("win → lose",)),
        ("We did … come here to win", ("not → (nothing)",)),
        ("We did [only] come here to lose", ("win → lose", "not → …")),
    ],
)
def test_the_words_that_differ_are_named(quote: str, differences: tuple[str, ...]) -> None:
    assert locate(quote, INDEXES["lake"]).differences == differences


@pytest.mark.parametrize(
    ("quote", "text", "differences"),
    [
        ("It rose 5", "It rose 5% on Monday.", ("5% → 5",)),
        ("Growth was 2.5 m", "Growth was 2.5 m² a day.", ("m² → m",)),
        ("4.50 a page", "She paid $4.50 a page.", ("$4.50 → 4.50",)),
    ],
)
def test_a_number_is_not_quoted_without_its_sign(quote: str, text: str, differences: tuple[str, ...]) -> None:
    found = locate(quote, text)
    assert (found.verdict, found.differences) == ("altered", differences)


@pytest.mark.parametrize(
    ("middle", "said"),
    [(", but not this year.", False), (" and the road. We do not sleep.", True), (". We do not", False)],
    ids=["its own end", "a sentence between", "the next one's start"],
)
def test_a_cut_may_hide_whole_sentences_but_no_denial_of_what_is_quoted(middle: str, said: bool) -> None:
    text = f"“We will rebuild the bridge{middle} We stay here,” he said."
    assert locate("We will rebuild the bridge … We stay here", text).ok is said


PROSE = {
    "fr": " Le capitaine a dit que la ville est avec les joueurs, que le stade est plein et que la fête dure. Les trains sont pleins.",
    "de": " Der Trainer sagte, dass die Stadt sich auf das Fest freut und die Züge voll sind. Auch der Bürgermeister kam zum Stadion.",
    "es": " El capitán dijo que la ciudad está con los jugadores, que el estadio se llenó y que la fiesta sigue en la plaza.",
    "sv": " Lagets kapten sade att staden är med spelarna och att det var fullt på läktaren. Också borgmästaren kom till arenan.",
}


@pytest.mark.parametrize(
    ("code", "quote", "text", "ok"),
    [
        ("fr", "Nous avons gagné … la coupe", "« Nous avons gagné en juin et à Paris la coupe. »", True),
        ("fr", "Nous avons … gagné la coupe", "« Nous avons jamais gagné la coupe. »", False),
        ("de", "Wir haben … das Spiel gewonnen", "„Wir haben im Mai das Spiel gewonnen.“", True),
        ("de", "Wir haben das Spiel … gewonnen", "„Wir haben das Spiel nie ganz gewonnen.“", False),
        ("es", "Hemos ganado … la copa", "«Hemos ganado en Madrid la copa.»", True),
        ("es", "Hemos … ganado la copa", "«Hemos nunca ganado la copa.»", False),
        ("sv", "Vi har vunnit … matchen", "”Vi har vunnit med en man mindre matchen.”", True),
        ("sv", "Vi har … vunnit", "”Vi har aldrig vunnit.”", False),
    ],
)
def test_what_denies_in_one_language_is_an_everyday_word_of_another(code: str, quote: str, text: str, ok: bool) -> None:
    assert locate(quote, text + 3 * PROSE[code]).ok is ok
    assert locate(quote, Index(text, language=code)).ok is ok


def test_the_language_may_be_told_where_words_are_too_few_to_tell_it() -> None:
    text = "« Nous avons gagné en juin »"
    assert not locate("Nous avons gagné … juin", text).ok
    assert locate("Nous avons gagné … juin", Index(text, language="fr-CA")).ok


@example("we`re")
@given(st.text(alphabet="aAbIİıéÉßſç'’`´‘-\u00ad\u200b\u0301ﬁ１２12.,\n", min_size=1, max_size=8))
def test_words_that_differ_in_typography_alone_differ_in_capitals_no_more(word: str) -> None:
    for found in WORD.finditer(word):
        assert folded(levelled(found[0])) == folded(found[0])


def test_a_dotted_capital_i_is_another_case_of_i() -> None:
    assert locate("istanbul’a", "İstanbul’a gitti.").verdict == "case"


# ------------------------------------------------------------------------------------------------ offsets


@pytest.mark.parametrize(
    ("source", "quote", "texts"),
    [
        ("lake", "We did not come here to win. We came", ["We did not come here to win", "We came"]),
        ("lake", "two bad months.", ["two bad months"]),
        ("odd", "Zo\u00eb Strand", ["Zoe\u0308 Strand"]),
        ("odd", "the report is out", ["the re-\nport is out"]),
        ("odd", "$4.50 a\npage", ["$4.50 a page"]),
        ("odd", "The mayor does  not.", ["The mayor does not."]),
        ("odd", "done' yet \U0001f642 but", ["done’ yet \U0001f642 but"]),
        ("odd", "100% effective", ["100\u00a0% e\ufb00ective"]),
        ("zh", "我们没有时间……过河", ["我们没有时间", "过河"]),
        ("ar", "45 مليون دينار", ["٤٥ مليون دينار"]),
        ("ru", "денег у столицы. Мы просим", ["денег у столицы", "Мы просим"]),
    ],
)
def test_spans_are_slices_of_the_article(source: str, quote: str, texts: list[str]) -> None:
    found = locate(quote, INDEXES[source])
    assert found.ok
    assert [SOURCES[source][start:end] for start, end in found.spans] == texts


def test_the_same_words_are_found_in_the_order_of_their_places() -> None:
    text = "“No,” he said. “No,” she said. no and no"
    assert [found.spans[0][0] for found in locate_each("No", Index(text), times=5)] == [1, 16, 16, 16, 16]
    assert locate("No", text) == locate_each("No", Index(text), times=1)[0]
    assert [found.verdict for found in locate_each("NO", Index(text), times=2)] == ["case", "case"]


def test_an_index_can_be_used_for_many_quotations() -> None:
    index = Index(SOURCES["lake"])
    for quote in ("a first breath", "two bad months", "Talks failed", "We did not come here to lose"):
        assert locate(quote, index) == locate(quote, SOURCES["lake"])


# --------------------------------------------------------------------------------------------------- laws

VOCABULARY = (
    "the mayor said that bridge river will not open Friday 1,200 3.5 euros São Oelßner l’école we’re мост время нет "
    "столица λιμάνι δεν πλοία السد لن الماء עץ לא חניון 다리 우리는 पुल समय cafe\u0301 e\ufb00ect Go A go"
).split()
GAPS = (" ", " ", " ", ", ", ". ", " – ", "; ", " “", "” ", ".” ", "\n", "\n\n", "\u00a0", ' "', '" ', "… ")
words = st.sampled_from(VOCABULARY)
gaps = st.sampled_from(GAPS)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text, and where its words stand."""
    text, places = "", []
    for word, gap in draw(st.lists(st.tuples(words, gaps), min_size=1, max_size=40)):
        places.append((len(text), len(text) + len(word)))
        text += word + gap
    return text, places


def ranges(data: st.DataObject, count: int) -> tuple[int, int]:
    first = data.draw(st.integers(0, count - 1))
    return first, data.draw(st.integers(first, min(count - 1, first + 12)))


@given(articles(), st.data())
def test_any_slice_of_whole_words_is_exact(article: tuple[str, list[tuple[int, int]]], data: st.DataObject) -> None:
    text, places = article
    first, last = ranges(data, len(places))
    quote = text[places[first][0] : places[last][1]]
    found = locate(quote, text)
    assert found.verdict == "exact"
    assert [text[start:end] for start, end in found.spans] == [quote]


@given(st.sampled_from(["lake", "turbine", "hill", "shield", "fire", "ru", "el", "ar", "he", "es"]), st.data())
def test_any_slice_of_a_real_article_between_spaces_is_exact(name: str, data: st.DataObject) -> None:
    text = SOURCES[name]
    places = [found.span() for found in re.finditer(r"\S+", text)]
    first, last = ranges(data, len(places))
    quote = bare(text[places[first][0] : places[last][1]])
    assume(WORD.search(quote))
    found = locate(quote, INDEXES[name])
    assert found.verdict == "exact"
    assert [text[start:end] for start, end in found.spans] == [quote]


@given(articles(), st.data())
def test_a_slice_with_a_word_changed_is_never_accepted(
    article: tuple[str, list[tuple[int, int]]], data: st.DataObject
) -> None:
    text, places = article
    first, last = ranges(data, len(places))
    start, end = places[data.draw(st.integers(first, last))]
    other = data.draw(st.sampled_from(["tunnel", "nobody", "тоннель", "γέφυρα", "الجسر", "גשר", "17", "4.5"]))
    assert not locate(text[places[first][0] : start] + other + text[end : places[last][1]], text).ok


@given(st.sampled_from(["lake", "turbine", "hill", "shield", "fire", "ru", "zh", "ja", "ar"]), st.data())
def test_a_slice_with_a_digit_changed_is_never_accepted(name: str, data: st.DataObject) -> None:
    text = SOURCES[name]
    at = data.draw(st.sampled_from([n for n, c in enumerate(text) if c.isdecimal()]))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if int(d) != int(text[at])]))
    number = next(found.span() for found in WORD.finditer(text) if found.start() <= at < found.end())
    around = [found.span() for found in WORD.finditer(text)]
    here = around.index(number)
    start = around[data.draw(st.integers(max(0, here - 8), here))][0]
    end = around[data.draw(st.integers(here, min(len(around) - 1, here + 8)))][1]
    changed = text[start:at] + digit + text[at + 1 : end]
    assume(changed not in text)
    assert not locate(changed, INDEXES[name]).ok


@given(articles(), st.data())
def test_what_is_found_is_the_quotation_but_for_typography_and_case(
    article: tuple[str, list[tuple[int, int]]], data: st.DataObject
) -> None:
    text, places = article
    first, last = ranges(data, len(places))
    quote = text[places[first][0] : places[last][1]]
    for old, new in data.draw(
        st.lists(st.sampled_from([("“", '"'), ("’", "'"), ("–", "-"), ("\n", " "), (" ", "\u00a0")]))
    ):
        quote = quote.replace(old, new)
    if data.draw(st.booleans()):
        quote = quote.upper() if data.draw(st.booleans()) else quote.lower()
    found = locate(quote, text)
    if found.verdict in {"exact", "typography", "case"}:
        ((start, end),) = found.spans
        assert [folded(w) for w in WORD.findall(text[start:end])] == [folded(w) for w in WORD.findall(bare(quote))]


@given(
    st.sampled_from(["lake", "turbine", "hill", "shield", "fire"]),
    st.sampled_from([" ", " … ", ". ", " [...] "]),
    st.data(),
)
def test_words_of_two_paragraphs_are_never_put_together(name: str, glue: str, data: st.DataObject) -> None:
    paragraphs = [p for p in SOURCES[name].split("\n\n") if len(p.split()) > 8]
    one, other = data.draw(st.lists(st.sampled_from(range(len(paragraphs))), min_size=2, max_size=2, unique=True))
    assume(abs(one - other) > 1)
    parts = []
    for paragraph in (paragraphs[one], paragraphs[other]):
        tokens = paragraph.split()
        size = data.draw(st.integers(4, min(12, len(tokens))))
        start = data.draw(st.integers(0, len(tokens) - size))
        parts.append(" ".join(tokens[start : start + size]))
    seam = " ".join([parts[0].split()[-1], parts[1].split()[0]])
    assume(seam not in " ".join(SOURCES[name].split()))
    assert locate(glue.join(parts), INDEXES[name]).verdict == "absent"


NASTY = st.text(
    st.sampled_from("aA1,.'’\"“”«»-–…[]() \n\r\u00ad\u200d\u0301\ufb01不。「」لא\U0001f642\u202e\x00İßς"), max_size=60
)


@given(st.text(max_size=80) | NASTY, st.text(max_size=30) | NASTY)
@example("", "")
@example("a", "[a]")
@example("İ", "i̇")
@example("a-\nb", "a-b")
def test_any_text_gets_a_verdict(text: str, quote: str) -> None:
    found = locate(quote, text)
    assert isinstance(found, Placed)
    assert bool(found.spans) == (found.verdict != "absent")
    assert (found.verdict == "altered") == bool(found.differences)
    edges = [edge for span in found.spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in found.spans)


@given(NASTY, st.integers(0, 60), st.integers(0, 60))
def test_a_slice_of_any_text_gets_a_verdict(text: str, start: int, end: int) -> None:
    found = locate(text[start:end], text)
    if found.verdict == "exact":
        assert text[slice(*found.spans[0])] == bare(text[start:end])


# ------------------------------------------------------------------------------------------------ hostile

UNITS = [
    "a",
    "a ",
    "“",
    '"',
    "’",
    "'a",
    "[",
    "[a] ",
    "(...) ",
    "… ",
    "\u0301",
    "不",
    "不没",
    "-\n",
    "a-\n",
    "1,",
    "1.",
    "\u00ad",
    "a\n\n",
    "“a,” he said. ",
    "— said ",
]
QUOTES = ("a", "a a a b", "a … a", "[a] b a", "“a,” b", "不 不", "1,1", "a a a a a a a a a a a a a c a a")


@pytest.mark.parametrize("unit", UNITS, ids=plain)
def test_an_article_of_one_thing_repeated_costs_no_more_than_its_length(unit: str) -> None:
    def look_up(text: str) -> None:
        index = Index(text)
        for quote in QUOTES:
            locate(quote, index)

    assert_linear(look_up, unit, 5_000)


@pytest.mark.parametrize("unit", UNITS, ids=plain)
def test_a_quotation_of_one_thing_repeated_costs_no_more_than_its_length(unit: str) -> None:
    def look_up(quote: str) -> None:
        for name in ("lake", "zh", "talk"):
            locate(quote, INDEXES[name])
            locate("We did not come " + quote, INDEXES[name])

    assert_linear(look_up, unit, 2_500)


@pytest.mark.parametrize("unit", ["a", "a ", "“", "[a] ", "不", "a-\n", "1,", "a b … "], ids=plain)
def test_a_long_quotation_of_a_long_article_costs_no_more_than_its_length(unit: str) -> None:
    def look_up(text: str) -> None:
        half = text[: len(text) // 2]
        for quote in (half, half + " b c", half + " … " + half):
            locate(quote, text)

    assert_linear(look_up, unit, 5_000)


def test_ten_thousand_brackets_are_no_quotation() -> None:
    for quote in ("[" * 10_000, "[a] " * 10_000, "[" * 5_000 + "]" * 5_000, "[sic]" * 10_000, "a […] " * 10_000):
        assert locate(quote, INDEXES["lake"]).verdict == "absent"
