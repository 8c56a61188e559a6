"""One test for each lie that a rule catches, named after the lie."""

import datetime as dt
import unicodedata
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article, Span
from nutgraf.checking.rules import lies as rules
from nutgraf.checking.rules.stems import share_carried, stem
from nutgraf.reading import read
from nutgraf.results import TimeRef

SAID = (
    "Rustem Umerov said on Sunday that 176 of the 1,200 drones were shot down over Kyiv, and that the mayor did not resign. "
    "In May the council met twice."
)


def evidence(text: str = SAID) -> tuple[Span, ...]:
    return (Span(text=text, start=0, end=len(text)),)


def reason(title: str, said: str = SAID, held_against: Sequence[object] = rules.FREE_TEXT) -> str:
    """Why a title is refused. It is shown behind the title and a colon, so it goes on in small letters."""
    found = rules.first_reason(title, evidence(said), held_against)
    assert found is not None
    assert found[0].islower()
    assert found[-1].isalnum()
    return found


@pytest.mark.parametrize(
    "title",
    [
        "176 drones were shot down over Kyiv",
        "1200 drones, and 176 were shot down",
        "Umerov said the mayor did not resign",
        "Drones shot down over Kyiv on Sunday",
        "The council met in May",
        "Drones shot down",
        "“Drones were shot down over Kyiv,” Umerov said",
    ],
)
def test_a_true_title_passes(title: str) -> None:
    assert rules.first_reason(title, evidence()) is None


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("175 drones were shot down over Kyiv", "number '175'"),
        ("Twelve drones were shot down over Kyiv", "number"),
        ("Drones were shot down over Kharkiv", "name 'Kharkiv'"),
        ("The mayor Klitschko did not resign", "name 'Klitschko'"),
        ("Drones were shot down over Kyiv on Friday", "time word 'Friday'"),
        ("Drones were shot down over Kyiv in March", "time word 'March'"),
        ("The parliament approved an enormous budget", "content words"),
        ("Drones were shot down over Kyiv. The emperor ate purple cheese.", "content words"),
        ("176 drones were shot down over", "stops in the middle"),
        ("176 drones were shot down,", "stops in the middle"),
        ("President Umerov said the mayor did not resign", "name 'President'"),
        ("“President Umerov” said the mayor did not resign", "name 'President'"),
        ("“Kharkiv drones were shot down,” Umerov said", "name 'Kharkiv'"),
        ("Kyiv", "no sentence"),
        ("…", "says nothing"),
        ("the mayor did not resign the mayor did not resign the mayor did not resign", "repeats itself"),
    ],
)
def test_a_lie_in_a_title_is_named(title: str, why: str) -> None:
    assert why in reason(title)


def test_a_title_may_draw_on_all_its_sentences() -> None:
    spans = (*evidence("The council met in May."), *evidence("Umerov stayed away."))
    assert rules.first_reason("Umerov stayed away from the council in May", spans) is None


def test_a_name_is_the_same_however_its_accents_are_encoded() -> None:
    for form in ("NFC", "NFD"):
        for other in ("NFC", "NFD"):
            told = evidence(unicodedata.normalize(form, "The mayor of São Paulo thanked Zoë Strand."))
            assert rules.first_reason(unicodedata.normalize(other, "São Paulo thanked Zoë Strand"), told) is None
        assert "name" in rules.first_reason("The mayor thanked Zoe Strand of Sao Paulo", told)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("The council meets in May", "The council may meet."),
        ("The soldiers left in March", "The soldiers began to march and left."),
        ("The talks go on for a week", "The talks go on at the weekend."),
        ("The band plays at noon", "The band Noonan plays."),
        ("The council meets in the spring", "The council meets about Springfield."),
    ],
)
def test_a_time_is_not_made_of_another_word(title: str, said: str) -> None:
    assert "time word" in reason(title, said)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("The siege went on for three weeks", "The three-week siege went on."),
        ("The council meets every week", "The council holds weekly meetings."),
        ("The siege of a year ended", "The yearlong siege ended."),
        ("The shop is open on Sundays", "The shop is open every Sunday."),
        ("The council met on a Sunday", "SUNDAY - The council met."),
    ],
)
def test_a_time_word_may_take_another_form(title: str, said: str) -> None:
    assert rules.first_reason(title, evidence(said)) is None


CARRIED, FOREIGN = "drone council bridge harbour tunnel mayor parade budget".split(), "emperor cheese violin".split()


@given(st.lists(st.sampled_from(CARRIED + FOREIGN), min_size=1, max_size=10))
def test_at_least_three_fifths_of_the_content_words_are_carried(words: list[str]) -> None:
    share = Fraction(sum(word in CARRIED for word in words), len(words))
    said, text = " ".join(CARRIED), " ".join(words)
    assert (rules.not_carried(text, said) is None) == (share >= Fraction(3, 5))
    # What comes from a worked example is measured by the same share, the other way round.
    assert (rules.leaked_example(text, said) is None) == (share < Fraction(3, 5))


def test_a_leak_says_where_the_words_come_from() -> None:
    assert rules.leaked_example("The mayor opens a tunnel", " ".join(CARRIED)) == "its words stand in a worked example"


PHRASES = st.lists(st.sampled_from("the mayor did not resign over bridge budget".split()), min_size=4, unique=True)


@given(PHRASES)
def test_a_phrase_told_twice_is_a_loop_and_told_once_is_none(phrase: list[str]) -> None:
    once, again = " ".join(phrase), " ".join(phrase).title()
    assert rules.runs_on(once, SAID) is None
    assert rules.runs_on(f"{once} {again}", SAID) is not None


def test_a_short_phrase_may_come_back() -> None:
    assert rules.runs_on("Three of the twelve left and four of the twelve stayed", SAID) is None


def test_a_title_may_end_as_its_sentence_does() -> None:
    assert rules.cut_off("the road that he came from", "Snow lay on the road that he came from.") is None
    assert rules.cut_off("the road that he came from", "The road that he came from was closed.") is not None


@pytest.mark.parametrize(
    "title", ["World War I ended in Kyiv", "He said “we did not resign” of the mayor", "US drones"]
)
def test_what_only_looks_like_a_speakers_own_voice(title: str) -> None:
    assert rules.first_person(title, SAID) is None


@pytest.mark.parametrize(
    "title",
    [
        "I shot down the drones",
        "Drones that we’ve shot down",
        "Our council met twice",
        "World War I ended as we shot down the drones",
        "“No deal” I told the council",
    ],
)
def test_a_speakers_voice_told_as_the_articles(title: str) -> None:
    assert rules.first_person(title, SAID) is not None


def test_a_negation_that_turns_the_sentence_round() -> None:
    assert "negation" in reason("The bridge did not open on Monday", "The bridge opened on Monday.")


def test_what_may_happen_is_not_told_as_what_will() -> None:
    slide = "If the rain goes on, a second slide could cut the only road."
    assert "it may be" in reason("A second slide will cut the only road", slide)
    assert rules.first_reason("A second slide could cut the only road", evidence(slide)) is None
    assert rules.first_reason("The board will meet", evidence("The board will meet and may vote.")) is None


def test_a_small_models_title_does_not_turn_round_who_won() -> None:
    seat = "The harbour party gained a seat from the hill party."
    turned, true = "The hill party gained a seat from the harbour party", "The harbour party gained a seat"
    assert "another order" in reason(turned, seat, rules.NARROW_TEXT)
    assert rules.first_reason(true, evidence(seat), rules.NARROW_TEXT) is None
    assert rules.first_reason(turned, evidence(seat)) is None  # headlines of a large model reorder what is true


def test_a_planned_event_told_as_a_fact() -> None:
    said = evidence("The bridge will open next week.")
    for title in ("Bridge to open", "The bridge", "open next week"):
        assert rules.wording_contradicts("occurred", said, title) == "planned"


def test_wording_that_agrees_or_is_mixed_changes_nothing() -> None:
    said = evidence("The bridge will open next week.")
    assert rules.wording_contradicts("planned", said, "Bridge to open") is None
    mixed = evidence("The bridge opened, and the tunnel will open next week.")
    assert rules.wording_contradicts("occurred", mixed, "Bridge and tunnel") is None
    assert rules.wording_contradicts("occurred", mixed, "open next week") is None


def test_of_a_sentence_that_tells_of_several_things_the_clause_in_the_title_has_the_word() -> None:
    mixed = evidence("The bridge opened, and the tunnel will open next week.")
    assert rules.wording_contradicts("occurred", mixed, "the tunnel will open next week") == "planned"
    assert rules.wording_contradicts("planned", mixed, "The bridge opened") == "occurred"


def test_a_planned_event_with_a_past_date() -> None:
    reading = read(Article.from_text("The bridge will open on March 2, 2026, it said.", published="2026-03-10"))
    past = TimeRef(span=None, value="2026-03-02", start=dt.date(2026, 3, 2), end=dt.date(2026, 3, 2), precision="day")
    assert rules.planned_in_the_past("planned", past, reading) is not None
    assert rules.planned_in_the_past("occurred", past, reading) is None
    today = read(Article.from_text("The bridge will open on March 2, 2026, it said.", published="2026-03-02"))
    assert rules.planned_in_the_past("planned", past, today) is None


def test_boilerplate_cited_as_evidence() -> None:
    article = Article.from_text(
        "The bridge opened on Monday.\n\nShare this story\n\nCopyright 2026 Wire. All rights reserved."
    )
    assert article.boilerplate
    reading = read(article)
    assert rules.boilerplate_cited(article.boilerplate[:1], reading) is not None
    assert rules.boilerplate_cited((reading.sentence_span(1),), reading) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("attacked", "attacks"), ("opening", "opened"), ("Stopped", "stop"), ("city", "cities"), ("Kyiv’s", "Kyiv")],
)
def test_endings_do_not_tell_words_apart(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_text_without_content_words_is_carried() -> None:
    assert share_carried("It is there.", "Nothing of the kind.") == 1.0


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (
            "The operator will bring down 40 guests on foot",
            "About 40 guests of the operator were brought down on foot.",
        ),
        ("The ferry was towed to Bergen", "The ferry will be towed to Bergen on Thursday."),
        ("The ferry was towed to Bergen", "The ferry could be towed to Bergen."),
        ("The ceremony took place at the lake", "The ceremony at the lake was called off because of high winds."),
        ("The mayor resigned over the drones", "The mayor did not resign over the drones."),
    ],
    ids=["done told as coming", "planned as done", "possible as done", "cancelled as done", "denied as done"],
)
def test_what_is_to_come_is_not_told_as_done_nor_the_reverse(title: str, said: str) -> None:
    assert "tells" in reason(title, said)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("The ferry will be towed to Bergen", "The ferry is to be towed to Bergen on Thursday."),
        ("The ferry ran aground near Bergen", "The ferry has run aground near Bergen."),
        ("The bridge opened on Friday", "The bridge, which will be tolled, opened on Friday."),
        ("Officials said the ferry will be towed", "The ferry will be towed, officials said."),
    ],
)
def test_the_same_time_in_other_words_passes(title: str, said: str) -> None:
    assert rules.first_reason(title, evidence(said)) is None


def test_a_subject_that_the_article_does_not_know_is_invented() -> None:
    article = "The operating company closed the cable car. About 40 guests were brought down on foot."
    assert rules.invented_subject("The airline brought down 40 guests on foot", article) == (
        "its subject 'airline' is nowhere in the article"
    )
    for title in (
        "The company brought down 40 guests",
        "The guests came down",
        "An operator closed it",
        "Airlines fly",
    ):
        assert rules.invented_subject(title, article) is None


def test_what_belongs_to_another_clause_is_not_tied_to_the_words_before_it() -> None:
    said = "Solheimsnes rejected that, saying the current had run in the same direction through four tides."
    hid = "He went to prison for hiding fireworks beside a school, where an explosion killed four people in 2024."
    assert "it joins 'that' and 'the'" in reason(
        "Solheimsnes rejected that the current had run through four tides", said
    )
    assert "it joins 'school' and 'in'" in reason("He went to prison for hiding fireworks beside a school in 2024", hid)
    for title, words in (
        ("Solheimsnes said the current had run through four tides", said),
        ("The current had run through four tides", said),
        ("An explosion beside a school killed four people in 2024", hid),
        (
            "The ferry, which ran aground, was towed away",
            "The ferry, the police said, ran aground, and was towed away.",
        ),
        ("Talks in Oslo will resume", "Talks in Oslo, the ministry said, will resume on Monday."),
        ("Talks in Oslo will resume", "Talks in Oslo, where the king lives, will resume on Monday."),
    ):
        assert rules.joined_across_clauses(title, words) is None, title


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Heavy rain forced the festival's cancellation", "The festival was cancelled because of heavy rain."),
        ("Federal judge blocked the deal", "A federal judge blocked the deal."),
        ("The IMF cut its forecast", "The International Monetary Fund cut its forecast."),
        ("EU to impose tariffs on cars from July", "The European Union will impose tariffs on cars from July."),
    ],
)
def test_a_first_word_and_initials_are_no_invented_names(title: str, said: str) -> None:
    assert rules.first_reason(title, evidence(said)) is None


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Turkey raised rates", "Farms that raised turkey paid higher rates."),
        ("Heavy Rain forced a cancellation", "A cancellation was forced by heavy rain."),
        ("The IMF cut its forecast", "The Italian Ministry of Labour cut its forecast."),
        ("AI sued the town of Leeds", "Ann Ivory sued the town of Leeds."),
        ("UN condemned the attack", "Union Nord condemned the attack."),
    ],
)
def test_what_only_looks_like_a_name_of_the_sentences_is_invented(title: str, said: str) -> None:
    assert "name" in reason(title, said)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Firefighters could not reach the building", "Firefighters were unable to reach the building."),
        ("The parties did not reach an agreement", "The parties failed to reach an agreement."),
        ("The airline will resume flights", "The airline said it would resume flights on Wednesday."),
        ("Spain beat France 2-1", "Spain will face England in the final after beating France 2-1."),
        ("Two teenagers were killed", "The killing of two teenagers will be investigated by a judge."),
        ("The bridge collapsed", "The inquiry into the collapse of the bridge will begin in May."),
        ("A fuel leak delayed the launch", "The launch was postponed because of a fuel leak."),
        ("The regulator warned the group", "The group could lose its licence, the regulator warned."),
        ("A court signed a bill to cut taxes", "A court signed a bill that will cut taxes for small firms."),
        ("The judge jailed him", "Prosecutors asked the judge to jail him, and she jailed him."),
        ("The suspect was forced to resign", "The suspect was ordered to leave and was forced to resign."),
        ("The crash killed nobody", "Nobody was killed in the crash."),
        ("Prices nearly doubled", "Prices nearly doubled in May."),
        ("The minister denied that he took bribes", "The minister denied that he took bribes."),
    ],
)
def test_what_was_done_is_told_as_done(title: str, said: str) -> None:
    assert rules.first_reason(title, evidence(said)) is None


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("The minister took bribes", "The minister denied that he took bribes."),
        ("Talks ended the strike", "Talks failed to end the strike."),
        ("The army left the city", "The army was ordered to leave the city."),
        ("The board sued the town", "The board threatened to sue the town."),
        ("The judge jailed him", "Prosecutors asked the judge to jail him."),
        ("Russia withdrew its troops", "Russia said it would withdraw its troops."),
        ("The ban was lifted", "The ban has yet to be lifted."),
        ("People died in the crash", "Nobody died in the crash."),
        ("The town lost its school", "The town almost lost its school."),
        ("The suspect fired at police", "The suspect did not fire at police."),
        ("The bank will lend more", "If rates fall, the bank will lend more."),
        ("The airline will resume flights", "The airline said it would resume flights if it could."),
    ],
)
def test_what_was_sought_denied_or_conditional_is_not_told_as_a_fact(title: str, said: str) -> None:
    assert reason(title, said)
