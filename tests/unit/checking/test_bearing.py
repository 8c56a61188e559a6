"""Which of the quotes of a source are named for a statement: those against which nothing speaks."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.checking.items.bearing import bears_out
from nutgraf.checking.items.claims import Claims
from nutgraf.checking.items.disputed import disputing


def _borne_out(text: str, article: str, language: str | None = None) -> list[str]:
    """The reported words of an article that may be named for a text."""
    reading = nutgraf.read(nutgraf.Article.from_text(article, language=language))
    claims = Claims(reading, reading.quotes)
    every = [reading.sentence_span(sentence.number) for sentence in reading.sentences]
    return [claims.words_of(claim) for claim in claims.all if bears_out(claim, text, every, claims)]


@pytest.mark.parametrize(
    ("text", "article", "named"),
    [
        (
            "The ball was kicked four metres, not 20.",
            "Rask said that the ball was kicked 4 metres. Lund said that the ball was kicked 20 metres.",
            ["the ball was kicked 4 metres"],
        ),
        (
            "The ball was kicked four metres, not 20.",
            "Rask said that the ball was kicked four metres though it was put at 20.",
            ["the ball was kicked four metres though it was put at 20"],
        ),
        # Polarity, of the clause that tells it.
        (
            "No diver went down, although one had been sent for.",
            "Rask said that a diver would go down that night. No diver went down, he said.",
            ["No diver went down"],
        ),
        (
            "The shop is open until May and will not be sold.",
            "Rask said that the shop, which is open until May, would not be sold.",
            ["the shop, which is open until May, would not be sold"],
        ),
        ("A second ferry came in May.", "Rask said that no second ferry came in May.", []),
        ("No second ferry came in May.", "Rask said that a second ferry came in May.", []),
        (
            "A second ferry came in May.",
            "Rask said that a second ferry came in May with no pilot on board.",
            ["a second ferry came in May with no pilot on board"],
        ),
        # Who calls it false does not say so.
        (
            "A barge had sunk, by early reports.",
            "The port said that early reports that a barge had sunk were false. The harbour master said that a barge had sunk.",
            ["a barge had sunk"],
        ),
        # Figures: none of them the same.
        (
            "Rask expects to reach 90 farms by May.",
            "Rask said that he had called 12 farms. He expects to reach 90 farms by May, he said.",
            ["He expects to reach 90 farms by May"],
        ),
        ("1200 jobs will go.", "Rask said that 1,200 jobs would go.", ["1,200 jobs would go"]),
        (
            "The mill will close in 2027.",
            "Rask said that the mill would close, with the loss of 300 jobs.",
            ["the mill would close, with the loss of 300 jobs"],
        ),
        ("The claims are false.", "Rask said that the claims are false.", ["the claims are false"]),
        # The verb stands outside of what is said, which tells of something else.
        (
            "The club is to refuse a second offer for Ek.",
            "Rask said that the club had turned down one offer for Ek from a rich owner in Bergen. It is to refuse a second.",
            [],
        ),
        # What has no verb of its own may be what did not come.
        ("A visit by the minister did not take place.", "Officials announced a visit by the minister.", []),
        # All that is said is told, and more.
        (
            "The men who fell ill at sea are at home, and a nurse calls daily.",
            "The men, who fell ill at sea, are seen daily. Rask said that the men are at home.",
            ["the men are at home"],
        ),
    ],
)
def test_a_quote_that_tells_of_the_same_things_alone_is_not_named(text: str, article: str, named: list[str]) -> None:
    assert _borne_out(text, article) == named


@pytest.mark.parametrize(("figure", "borne"), [("1.200", True), ("1,5", False), ("1200", True), ("3", False)])
def test_a_figure_of_a_language_without_rules_speaks_against_nothing_where_it_may_be_either(
    figure: str, *, borne: bool
) -> None:
    article = f"“Domus {figure} vendidit Marcus,” dixit Quintus."
    reading = nutgraf.read(nutgraf.Article.from_text(article, language="la"))
    (quote,) = reading.quotes
    claims = Claims(reading, [quote])
    every = [reading.sentence_span(1)]
    assert bears_out(claims.all[0], "Domus 1200 vendidit Marcus", every, claims) is borne


def test_a_promise_does_not_bear_out_that_it_was_broken() -> None:
    article = "Rask sagte, die Stadt werde die Pläne bis Mai vorlegen. Rask sagte, die Stadt habe die Pläne bis heute nicht vorgelegt."
    text = "Die Stadt hat die Pläne bis heute nicht vorgelegt."
    assert _borne_out(text, article, "de") == ["die Stadt habe die Pläne bis heute nicht vorgelegt"]


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("The dam was built in 1911.", False),
        ("The town ignored warnings about the dam.", True),
    ],
)
def test_what_a_denial_tells_in_passing_is_not_disputed(text: str, disputed: bool) -> None:
    article = "Mayor Rask denied that the town had ignored warnings about the dam, which was built in 1911."
    reading = nutgraf.read(article)
    denial = [quote.model_copy(update={"stance": "denies"}) for quote in reading.quotes]
    assert bool(disputing(text, Claims(reading, denial))) is disputed


@pytest.mark.parametrize(
    ("text", "article", "named"),
    [
        (
            "Creditors may recover less than five pence in the pound.",
            "Court papers show that creditors are owed 63 million pounds. They may recover less than five pence in the pound.",
            [],
        ),
        (
            "The firm kept the figures back until May.",
            "Lind said that suggestions that the firm had kept the figures back until May were “simply untrue”.",
            [],
        ),
    ],
)
def test_neither_another_deed_nor_what_is_called_untrue_is_named(text: str, article: str, named: list[str]) -> None:
    assert _borne_out(text, article) == named


def test_a_denial_of_a_noun_does_not_deny_what_hangs_on_it() -> None:
    reading = nutgraf.read("Rask denied any default on the bond that falls due in May.")
    denial = [quote.model_copy(update={"stance": "denies"}) for quote in reading.quotes]
    assert not disputing("The bond falls due in May.", Claims(reading, denial))


def test_what_goes_on_behind_a_relative_clause_is_disputed() -> None:
    reading = nutgraf.read("Rask denied that the mayor, who left in May, took bribes.")
    denial = [quote.model_copy(update={"stance": "denies"}) for quote in reading.quotes]
    assert disputing("The mayor took bribes.", Claims(reading, denial))
    assert not disputing("The mayor left in May.", Claims(reading, denial))
