"""Who says so: what the article only reports keeps its source, whoever left it out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import nutgraf
from nutgraf.asking.question import wire
from nutgraf.checking.items.claims import Claims, is_said_by
from nutgraf.checking.items.sources import sourced
from nutgraf.checking.items.stated import Told, stated
from nutgraf.checking.speech.stance import stance_of_text
from nutgraf.passes import built_in
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.window import runs
from nutgraf.results import Event, Point, Provenance, Speaker, Usage
from nutgraf.steps import Answered as Came
from nutgraf.steps import make_brief
from nutgraf.telling.words import source as source_words


def point(text: str, article: str, *numbers: int) -> Point:
    reading = nutgraf.read(article)
    told = Point(text=text, evidence=tuple(reading.sentence_span(n) for n in numbers or (1,)))
    return sourced([told], Claims(reading, reading.quotes))[0]


def _quoted(content: str, cue: str, *, name: str = "Ada Lind", stance: str = "says") -> dict[str, Any]:
    """A quote as an answer has it."""
    return {"content": [content], "speaker": {"name": name, "kind": "person"}, "cue": cue, "stance": stance}


def _answered(
    article: str,
    quotes: list[Any],
    title: str,
    evidence: tuple[int, ...] = (1,),
    source: str | None = None,
    **more: Any,
) -> Event:
    """The event as a brief has it, beside these quotes."""
    reading = nutgraf.read(article)
    item = {
        "evidence": evidence, "title": title, "status": "occurred", "participants": [], "place": None, "time": None, "quantities": [],
        "according_to": source, **more,
    }  # fmt: skip
    passes = (built_in("quotes"), built_in("events"))
    said = [{**one, "speaker": {"title": None, "organization": None, **one["speaker"]}} for one in quotes]
    answer = wire.answer_class(tuple((one.name, one.item) for one in passes)).model_validate(
        {"quotes": said, "events": [item]}
    )
    (window,) = runs(reading, "article")
    came = [Came("quotes", window, answer.quotes), Came("events", window, answer.events)]
    return make_brief(passes, reading, came, Usage(), Provenance(model="m", host="h", prompts={}, version="0")).events[
        0
    ]


REPORTED = "The well has run dry, said Carla Dunning, who has led the water board since 2004. Lorries bring water."
BOTH = "The bridge fell at dawn. Engineer Tom Hale said that the bridge fell at dawn because of rust."


def test_a_point_that_the_article_only_reports_names_who_says_so() -> None:
    told = point("The well has run dry.", REPORTED)
    assert told.according_to is not None
    assert told.according_to.name == "Carla Dunning"
    assert told.asserted_by == ("q1",)


def test_the_papers_own_voice_needs_no_source() -> None:
    assert point("Lorries bring water.", REPORTED, 2).according_to is None
    told = point("The bridge fell at dawn.", BOTH, 1, 2)
    assert told.according_to is None
    assert told.asserted_by == ("q1",)


def test_a_point_that_names_its_source_itself_has_it_as_a_field_too() -> None:
    told = point("Carla Dunning said the well has run dry.", REPORTED)
    assert told.according_to is not None
    assert (told.according_to.name, told.according_to.basis, told.asserted_by) == ("Carla Dunning", "rule", ("q1",))


def test_a_point_of_two_who_say_so_is_nobodys_alone_though_one_says_most_of_it() -> None:
    article = "Ada Lind said that the well ran dry, the pump failed and the pipe burst in May. Bo Ek said that the road is shut."
    told = point(
        "Ada Lind said the well ran dry, the pump failed and the pipe burst in May, and Bo Ek said the road is shut.",
        article,
        1,
        2,
    )
    assert (told.according_to, told.asserted_by) == (None, ("q1", "q2"))
    alone = point("Ada Lind said the well ran dry, the pump failed and the pipe burst in May.", article, 1, 2)
    assert alone.according_to is not None
    assert (alone.according_to.name, alone.asserted_by) == ("Ada Lind", ("q1",))


def test_an_event_beside_a_report_is_not_its_speakers() -> None:
    article = "The coalition fell on Sunday after its leader admitted that she could not pay the nurses."
    told = point("The coalition fell after its leader admitted that she could not pay the nurses.", article)
    assert (told.according_to, told.asserted_by) == (None, ())


def test_an_event_knows_who_denies_it() -> None:
    reading = nutgraf.read("Police say the guard took the keys. Lawyer Ida Beck denied that the guard took the keys.")
    event = Event(title="The guard took the keys.", status="occurred", evidence=(reading.sentence_span(1),))
    quotes = [
        q.model_copy(update={"stance": "denies"}) if "denied" in (q.cue.text if q.cue else "") else q
        for q in reading.quotes
    ]
    (told,) = sourced([event], Claims(reading, quotes))
    assert [q.speaker.name for q in quotes if q.id in told.disputed_by and q.speaker] == ["Ida Beck"]
    assert told.according_to is not None


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("The guard took the keys.", True),
        ("Ida Beck denied that the guard took the keys.", False),
        ("The guard denies taking the keys.", False),
    ],
)
def test_what_its_sentence_only_denies_is_no_fact(text: str, refused: bool) -> None:
    reading = nutgraf.read("Lawyer Ida Beck denied that the guard took the keys.")
    reason = Claims(reading).denied(text, [reading.sentence_span(1)])
    assert bool(reason) is refused


@pytest.mark.parametrize(("who", "told"), [("Lawyer Ida Beck", "Ida Beck"), ("A spokeswoman", "the source")])
def test_a_denied_fact_is_refused_with_whoever_denies_it(who: str, told: str) -> None:
    reading = nutgraf.read(f"{who} denied that the guard took the keys.")
    reason = Claims(reading).denied("The guard took the keys.", [reading.sentence_span(1)])
    assert reason == f"the cited sentence says that {told} denies it: tell the denial, or cite who asserts it"


def test_whoever_says_the_same_asserts_it_beside_the_source_of_an_answer() -> None:
    article = "Analysts said the yard will close. Norvik confirmed the yard will close."
    quotes = [
        {**_quoted("1: the yard will close", "said"), "speaker": {"name": "Analysts", "kind": "group"}},
        {**_quoted("2: the yard will close", "confirmed"), "speaker": {"name": "Norvik", "kind": "organization"}},
    ]
    told = _answered(article, quotes, "The yard will close", (1, 2), "Norvik")
    assert told.asserted_by == ("q1", "q2")


# ------------------------------------------------------------------------------ the same source by the same words


def event(title: str, source: str, article: str, *drafts: Any) -> Event:
    """The one event of an answer that names its source, beside the quotes of the same answer."""
    reading = nutgraf.read(article)
    (window,) = runs(reading, "article")
    numbers = tuple(range(1, len(reading.sentences) + 1))
    told = SimpleNamespace(
        title=title, evidence=numbers, status="occurred", participants=(), place=None, time=None, quantities=(),
        according_to=source,
    )  # fmt: skip
    (found,) = built_in("events").checked(reading, [(window, (told,))]).items
    quotes = built_in("quotes").checked(reading, [(window, drafts)]).items
    return sourced([found], Claims(reading, quotes))[0]


def said(content: str, cue: str, name: str | None, kind: str, **about: str) -> Any:
    return SimpleNamespace(content=[content], speaker=SimpleNamespace(name=name, kind=kind, **about), cue=cue)


@pytest.mark.parametrize(
    ("article", "title", "source", "kind"),
    [
        ("A new survey shows that bees are back.", "Bees have returned.", "A new survey", "document"),
        ("Beekeepers say that bees are back.", "Bees have returned.", "Beekeepers", "group"),
        ("The ministry says that bees are back.", "Bees have returned.", "The ministry", "organization"),
        ("Hive tests by the council show that bees are back.", "Bees have returned.", "Hive tests", "group"),
        ("A keeper says that bees are back.", "Bees have returned.", "A keeper", "unnamed"),
    ],
)
def test_documents_groups_and_bodies_have_a_name_as_sources(article: str, title: str, source: str, kind: str) -> None:
    told = event(title, source, article).according_to
    assert told is not None
    assert (told.name, told.kind, told.basis) == (source, kind, "model")


def test_a_source_is_the_speaker_of_the_quote_beside_it_and_the_quote_asserts_it() -> None:
    article = "Undersecretary for Fisheries Mr. Tolland says the boats will stay ashore."
    quote = said("1: the boats … ashore", "says", "Mr. Tolland", "person", title="Undersecretary for Fisheries")
    told = event("Fishing vessels are to remain in harbour.", "Mr. Tolland", article, quote)
    assert told.according_to is not None
    assert (told.according_to.name, told.according_to.title) == ("Mr. Tolland", "Undersecretary for Fisheries")
    assert told.asserted_by == ("q1",)


def test_an_analysis_is_not_the_company_that_made_it() -> None:
    article = "Delta Press sells maps. Delta Press's latest analysis found that rivers shrink."
    maker = said("1", "sells", "Delta Press", "organization")
    paper = said("2: rivers shrink", "found", "Delta Press's latest analysis", "document")
    told = event("Rivers get smaller.", "Delta Press's latest analysis", article, maker, paper).according_to
    assert told is not None
    assert (told.name, told.kind) == ("Delta Press's latest analysis", "document")


def test_of_a_sources_quotes_those_that_share_its_words_assert_an_event() -> None:
    article = "“The dam leaks at its foot,” said Ola Vik. “Music should be taught in schools,” Vik said."
    quotes = [said("m1", "said", "Ola Vik", "person"), said("m2", "said", "Ola Vik", "person")]
    assert event("Water leaks from the dam, Vik said.", "Ola Vik", article, *quotes).asserted_by == ("q1",)


# ----------------------------------------------------------------------------------------- points in their own words


@pytest.mark.parametrize(
    ("text", "article", "source", "quotes"),
    [
        ("Half the wells are dry, a farm union report says.", "A farm union report found that half the wells are dry.",
         "A farm union report", 1),
        ("Police arrested Rosa Blum, who said she was at sea.",
         "Police arrested Rosa Blum in the harbour at dawn. Blum said she was at sea.", None, 0),
        ("Rosa Blum said she was at sea, but Jon Ek said that he saw her.",
         "Rosa Blum said she was at sea. Jon Ek said that he saw her.", None, 2),
        ("The mayor's office denied a clerk's account that funds vanished.",
         "A clerk said that funds had vanished. The mayor's office denied that funds had vanished.", None, 1),
        ("The wells are dry after the union said that rain failed.",
         "The wells are dry. The union said that rain failed.", None, 0),
    ],
)  # fmt: skip
def test_the_source_that_a_point_names_itself(text: str, article: str, source: str | None, quotes: int) -> None:
    told = point(text, article, *range(1, article.count(". ") + 2))
    assert (told.according_to and told.according_to.name) == source
    assert len(told.asserted_by) == quotes


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("Norda has sued the port in Ulvik, claiming that the quay is unsafe.",
         "Norda sued the port in Ulvik on Monday. Norda claims that the quay is unsafe."),
        ("Ferries can sail at night, Ida Beck said, and the port has bought new lamps for its quay.",
         "Ida Beck said ferries can sail at night. The port has bought new lamps for its quay."),
        ("The council upheld the protest of Norda, though not all of its claims.",
         "Norda had claimed that the protest was ignored. The council upheld the protest of Norda."),
    ],
)  # fmt: skip
def test_a_point_that_names_its_source_for_a_part_has_none_for_the_whole(text: str, article: str) -> None:
    assert point(text, article, 1, 2).according_to is None


def test_a_surname_as_source_is_the_person_whose_name_it_ends() -> None:
    article = "Chief Engineer Anna Jobs opens the dam. She said that the water will rise."
    told = event("The water is to rise.", "Jobs", article).according_to
    assert told is not None
    assert (told.name, told.kind) == ("Anna Jobs", "person")


def test_a_described_source_has_the_quote_of_its_own_cue() -> None:
    article = "Norda sells ferries. The Norwegian ferry giant said that it had hired crews."
    quote = said("2: it had hired crews", "said", "Norda", "organization")
    told = event("Norda took on crews.", "The Norwegian ferry giant", article, quote)
    assert told.asserted_by == ("q1",)


@pytest.mark.parametrize(
    "text",
    [
        "Ferries can sail at night, and their crews are rested, according to Ida Beck.",
        "Ferries can sail at night, and their crews are rested, Ida Beck said.",
    ],
)
def test_a_source_at_the_end_of_a_point_has_said_all_of_it(text: str) -> None:
    told = point(text, "Ida Beck said that ferries can sail at night and that their crews are rested.").according_to
    assert told is not None
    assert told.name == "Ida Beck"


def test_a_body_keeps_the_name_that_an_answer_gives_it_and_its_quotes() -> None:
    article = "Pear Inc. will cut prices, Pear announced. Shops are glad."
    quote = said("1: Pear Inc. … prices", "announced", "Pear Inc.", "organization")
    told = event("Prices are to be cut.", "Pear", article, quote)
    assert told.according_to is not None
    assert (told.according_to.name, told.asserted_by) == ("Pear", ("q1",))


def test_a_point_that_names_its_source_is_not_told_it_twice() -> None:
    named = point("Carla Dunning said the well has run dry.", REPORTED)
    unnamed = point("The well has run dry.", REPORTED)
    assert (source_words(named), source_words(unnamed)) == ("", "according to Carla Dunning")


def test_a_denial_that_is_told_is_not_disputed_by_itself() -> None:
    article = "Mayor Ada Ferrin ruled out selling the tram depot before 2031. The depot employs 90."
    quotes = [_quoted("1: selling the … before 2031", "ruled out", name="Ada Ferrin", stance="denies")]
    told = _answered(article, quotes, "Ferrin ruled out selling the tram depot before 2031")
    assert told.disputed_by == ()
    assert _answered(article, quotes, "The tram depot is to be sold before 2031, which Ferrin rules out").disputed_by


def test_who_only_thought_so_is_no_source() -> None:
    article = "Northfield, who had thought their buying done when they signed goalkeeper Una Berg for £2m, lost again. “Bad,” Berg said."
    quotes = [_quoted("m1", "said", name="Berg")]
    assert _answered(article, quotes, "Northfield signed goalkeeper Una Berg for £2m").according_to is None
    article = "Northfield thought they had scored, only for a flag to deny Una Berg. “Bad,” Berg said."
    assert (
        _answered(article, quotes, "A flag denied Una Berg a goal that Northfield thought they had scored").according_to
        is None
    )


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("an outside audit by the firm Holt & Dray", "an outside audit by the firm Holt & Dray", "document"),
        ("Two Rivers Coach Works", "Two Rivers Coach Works", "organization"),
        ("Strand", "Kaya Strand", "person"),
    ],
)
def test_a_source_is_the_answer_s_where_its_words_stand_apart(source: str, name: str, kind: str) -> None:
    article = (
        "An outside audit said the bus, which Two Rivers Coach Works had serviced, was safe. It was made by the firm Holt & Dray. "
        "Kaya Strand, a driver, “never” felt safe, she said. Strand said the bus was old."
    )
    quotes = [_quoted("m1", "said", name="Kaya Strand")]
    told = _answered(article, quotes, "The bus was safe", evidence=(1, 2), source=source)
    assert told.according_to is not None
    assert (told.according_to.name, told.according_to.kind) == (name, kind)


@pytest.mark.parametrize(("name", "delivered"), [("Ada Quist's crew", 1), ("Quist’s crew", 1), ("Ben Rask's crew", 0)])
def test_a_participant_described_in_words_that_stand_apart_is_delivered(name: str, delivered: int) -> None:
    article = "Ada Quist sent divers to the quay. Her crew found the boat. The shop's trainee, Ben, wept."
    told = _answered(article, [], "The boat was found", (2,), participants=[{"name": name, "role": "actor"}])
    assert [one.name for one in told.participants] == [name] * delivered


def test_of_a_place_in_two_parts_the_longer_is_delivered() -> None:
    article = "In Norvik, nobody slept. A fire broke out at the old pier."
    told = _answered(article, [], "A fire broke out", (2,), place="In Norvik, at the old pier")
    assert told.place is not None
    assert told.place.text == "at the old pier"


def test_parts_near_each_other_are_told_with_the_words_between_them() -> None:
    article = (
        "Einmal haben wir bis halb zwei geprobt. Crews met on the quay below the old pier, where a fire broke out."
    )
    told = _answered(article, [], "A fire broke out", (2,), place="the quay … the old pier")
    assert told.place is not None
    assert told.place.text == "the quay below the old pier"
    told = _answered(article, [], "Crews rehearsed", (1,), time="Einmal … bis halb zwei")
    assert told.time is not None
    assert told.time.span is not None
    assert told.time.span.text == "Einmal haben wir bis halb zwei"


def test_of_parts_that_stand_apart_the_one_with_a_date_is_the_time_and_the_other_is_told() -> None:
    article = "It closed in May 2020, nobody knows why, three weeks before the show."
    told = _answered(article, [], "It closed", time="in May 2020, three weeks before the show").time
    assert told is not None
    assert told.span is not None
    assert (told.span.text, told.value) == ("in May 2020", "2020-05")


def test_of_a_time_whose_other_part_stands_elsewhere_no_day_is_told() -> None:
    article = "In 1911 there were 43 boats. By the time Ida Moe was born there were 11."
    told = _answered(
        article, [], "The boats fell from 43 to 11", (1, 2), time="In 1911 … By the time Moe was born"
    ).time
    assert told is not None
    assert told.value is None


def test_a_name_with_a_word_in_marks_keeps_both() -> None:
    article = "The engineer blamed “sudden” inflows."
    told = _answered(article, [], "Inflows were blamed", participants=[{"name": "“sudden” inflows", "role": "other"}])
    assert [one.name for one in told.participants] == ["“sudden” inflows"]


def test_who_had_expected_it_is_no_source() -> None:
    article = "The bank kept its rate at 4 percent, as most traders had expected. “We wait,” Governor Ada Lind said."
    quotes = [_quoted("m1", "said")]
    assert _answered(article, quotes, "The bank kept its rate at 4 percent").according_to is None


@pytest.mark.parametrize(
    ("article", "title"),
    [
        ("Ada Lind said the depot had no room for trams, which were sold in 2019.", "The trams were sold in 2019"),
        ("Ada Lind said the price was too high, in part because the city had raised tolls.", "The city raised tolls"),
        ("Ada Lind said the theft took place during a dinner for 90 guests.", "A dinner for 90 guests was held"),
        ("Ada Lind said buses would run at night, provided that the drivers were paid.", "The drivers were paid"),
        ("Ada Lind pointed to the sale of Port Tram in 2019.", "Port Tram was sold in 2019"),
        ("Ada Lind said it would pay 40 kroner a share, against the 30 it had bid in May.", "It bid 30 a share in May"),
    ],
)
def test_what_is_named_in_passing_is_not_its_speaker_s_word(article: str, title: str) -> None:
    cue = "pointed to" if "pointed" in article else "said"
    words = article.split(f"{cue} ")[1].removesuffix(".")
    first, last = words.split()[:2], words.split()[-2:]
    quotes = [_quoted(f"1: {' '.join(first)} … {' '.join(last)}", cue)]
    assert _answered(article, quotes, title).according_to is None


@pytest.mark.parametrize("title", ["The trams were sold to Oslo", "Trams were sold in May after a strike"])
def test_what_is_told_is_its_speaker_s_word(title: str) -> None:
    article = "Ada Lind said the trams were sold to Oslo in May, after a strike that lasted a week."
    quotes = [_quoted("1: the trams … a week", "said")]
    told = _answered(article, quotes, title).according_to
    assert told is not None
    assert told.name == "Ada Lind"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt; Ada Lind said the depot had no room.",
        "Nobody was hurt at the depot, and Ada Lind said the depot had no room for trams.",
        "Ada Lind said the depot had no room for trams, which the council has not answered.",
    ],
)
def test_a_point_of_which_a_clause_is_the_paper_s_has_no_one_source(text: str) -> None:
    article = "Ada Lind said the depot had no room for trams. The council has not answered. Nobody was hurt."
    assert point(text, article, 1, 2, 3).according_to is None


def test_who_has_admitted_it_since_disputes_it_no_more() -> None:
    article = "In May Falk denied that he took coins from the chapel. Falk admitted in June that he took coins from the chapel."
    quotes = [_quoted("1: he took coins from the chapel", "denied", name="Falk", stance="denies")]
    assert _answered(article, quotes, "Falk admitted that he took coins from the chapel", (2,)).disputed_by == ()
    assert _answered(article, quotes, "Coins were taken from the chapel", (2,)).disputed_by == ("q1",)


def test_of_two_times_that_stand_apart_neither_is_the_time() -> None:
    article = "Crews came in May and left again. In June they came back."
    told = _answered(article, [], "Crews came twice", (1, 2), time="in May; in June").time
    assert told is not None
    assert told.value is None


def test_a_nickname_in_marks_is_within_a_source_s_name() -> None:
    article = "Their captain, Ida “Sunny” Moe, said the money would go on a roof."
    told = _answered(article, [], "The money would go on a roof", source="Ida “Sunny” Moe").according_to
    assert told is not None
    assert told.name == "Ida “Sunny” Moe"


def test_what_a_denial_only_names_is_not_disputed() -> None:
    article = "Arrigo fell on Thursday. Arrigo denied that he had any injury from his fall on Thursday."
    quotes = [_quoted("2: he had any … on Thursday", "denied", name="Arrigo", stance="denies")]
    assert _answered(article, quotes, "Arrigo fell on Thursday", (1,)).disputed_by == ()
    assert _answered(article, quotes, "Arrigo had an injury on Thursday", (1,)).disputed_by == ("q1",)


def test_a_night_of_a_forecast_is_not_the_last_one() -> None:
    article = "Winds of 90 km/h were forecast overnight. Divers wait."
    told = _answered(
        article, [], "Winds of 90 km/h are forecast overnight", status="hypothetical", time="overnight"
    ).time
    assert told is not None
    assert told.value is None


def test_what_stands_behind_a_denial_is_not_denied() -> None:
    article = "Ida Moe denied that she had lost the crew, pointing out that its rowers had covered 40 miles."
    reading = nutgraf.read(article)
    claims = Claims(reading, reading.quotes)
    assert claims.denied("Its rowers covered 40 miles", [reading.sentence_span(1)]) is None
    assert claims.denied("She had lost the crew", [reading.sentence_span(1)])


def test_a_source_of_another_language_is_filled_in_too() -> None:
    text = "Die Brücke sei seit Montag gesperrt, sagte Bürgermeisterin Ida Beck. Der Verkehr rollt über die Umleitung."
    reading = nutgraf.read(nutgraf.Article.from_text(text, language="de"))
    event = Event(title="Die Brücke ist seit Montag gesperrt", status="occurred", evidence=(reading.sentence_span(1),))
    (told,) = sourced([event], Claims(reading, reading.quotes))
    assert told.according_to is not None
    assert told.according_to.name == "Ida Beck"


def test_a_person_behind_a_title_that_reading_does_not_know_is_the_one_who_speaks() -> None:
    article = (
        "Landrat Dr. Eva Brinks kommt. „Gut“, sagte Eva Brinks. Laut Landrat Dr. Eva Brinks wird die Brücke gebaut."
    )
    quotes = [_quoted("m1", "sagte", name="Eva Brinks")]
    told = _answered(article, quotes, "Die Brücke wird gebaut", (3,), "Landrat Dr. Eva Brinks").according_to
    assert told is not None
    assert (told.name, told.kind) == ("Eva Brinks", "person")


def test_a_victory_told_beside_a_ban_is_not_the_word_of_who_confirms_the_ban() -> None:
    article = "The team Aldo confirmed that Ida Moe, winner of the Coast Cup in July, had been suspended."
    quotes = [_quoted("1: Ida Moe … suspended", "confirmed", name="Aldo")]
    assert _answered(article, quotes, "Ida Moe won the Coast Cup in July").according_to is None
    assert _answered(article, quotes, "Ida Moe was suspended").according_to is not None


def test_a_place_is_not_who_a_pronoun_may_mean() -> None:
    article = "Ihre Gemeinde wisse, dass der Halt Ahlen Süd bleibt. „Gut“, sagte sie."
    told = _answered(article, [], "Der Halt Ahlen Süd bleibt", (1,), place="Ahlen Süd")
    assert told.place is not None


@pytest.mark.parametrize("tail", ["", ", den viele Pendler nutzen", ", und der Kreis wisse von nichts"])
def test_a_german_denial_of_the_first_clause_does_not_dispute_what_hangs_on_it(tail: str) -> None:
    article = f"Die Gemeinde habe es aus der Zeitung erfahren, dass der Halt wegfallen solle{tail}. Wolf bestritt das."
    quotes = [_quoted("1", "bestritt das", name="Wolf", stance="denies")]
    assert _answered(article, quotes, "Der Halt soll wegfallen").disputed_by == ()
    assert _answered(article, quotes, "Die Gemeinde hat es aus der Zeitung erfahren").disputed_by == ("q1",)


def test_who_tells_of_another_deed_asserts_nothing() -> None:
    article = "The agency said ten crates of cod were sent to Moss. Two crates of the cod have been recovered."
    quotes = [_quoted("1: ten crates … Moss", "said", name="The agency")]
    assert _answered(article, quotes, "Two crates of the cod sent to Moss have been recovered", (1, 2)).asserted_by == (
        "q1",
    )
    assert _answered(article, quotes, "Two crates of the cod have been recovered", (1, 2)).asserted_by == ()


def test_a_time_until_which_it_lasts_may_lie_ahead() -> None:
    article = "Ole Berg was remanded in custody until a hearing on 20 March."
    told = _answered(article, [], "Ole Berg was remanded", time="until a hearing on 20 March").time
    assert told is not None


def test_a_name_of_which_one_word_stands_in_another_adds_no_sentence() -> None:
    article = (
        "The National Council met on Monday. It rained for hours. National Renewal left the hall. Kari Dahl leads it. "
        "The party would boycott the vote, it said."
    )
    told = _answered(article, [], "National Renewal would boycott the vote", (5,))
    assert "The National Council met on Monday." not in [span.text for span in told.evidence]


def test_what_a_denial_only_names_is_no_denied_fact() -> None:
    article = "Arrigo rejected suggestions that he was carrying an injury from his fall on Thursday."
    assert _answered(article, [], "Arrigo fell on Thursday").title == "Arrigo fell on Thursday"
    assert _answered(article, [], "Arrigo was carrying an injury").title != "Arrigo was carrying an injury"


def test_a_deputy_of_a_party_is_not_the_party() -> None:
    article = "Greens deputy Karin Vold said she had been stopped in Lowen. The Greens said nothing more would come."
    quotes = [
        {**_quoted("1: she had been stopped in Lowen", "said"), "speaker": {"name": "Karin Vold", "kind": "person"}},
        {**_quoted("2: nothing more would come", "said"), "speaker": {"name": "The Greens", "kind": "organization"}},
    ]
    told = _answered(article, quotes, "Karin Vold was stopped in Lowen, she said.", source="Greens deputy Karin Vold")
    assert told.according_to is not None
    assert (told.according_to.name, told.according_to.kind) == ("Karin Vold", "person")


def test_who_expects_a_thing_does_not_assert_the_other_that_its_source_confirms() -> None:
    article = "Analysts said a buyback due to start in April was likely to be shelved. Norvik confirmed it had postponed the buyback."
    quotes = [
        {**_quoted("1: a buyback … be shelved", "said"), "speaker": {"name": "Analysts", "kind": "group"}},
        {
            **_quoted("2: it had postponed the buyback", "confirmed"),
            "speaker": {"name": "Norvik", "kind": "organization"},
        },
    ]
    told = _answered(article, quotes, "Norvik has postponed a buyback due to start in April.", (1, 2), "Norvik")
    assert told.asserted_by == ("q2",)


@pytest.mark.parametrize(
    ("claim", "text", "asserted"),
    [
        ("nobody was on the bridge", "Norvia rejected a report by Havn that nobody was on the bridge.", ()),
        ("the yard will close", "The yard will close, Havn reported, but Norvia rejects the report on the yard.", ("q1",)),
    ],
)  # fmt: skip
def test_a_report_of_which_most_is_told_as_rejected_is_asserted_by_nobody(
    claim: str, text: str, asserted: tuple[str, ...]
) -> None:
    reading = nutgraf.read(f"The paper Havn reported that {claim}. Norvia rejected the report that {claim}.")
    quotes = [
        _quoted(f"1: {claim}", "reported", name="Havn"),
        _quoted(f"1: {claim}", "rejected", name="Norvia", stance="denies"),
    ]
    for one in quotes:
        one["speaker"] |= {"title": None, "organization": None}
    passes = (built_in("quotes"), built_in("summary"))
    item = {"evidence": [1, 2], "text": text}
    answer = wire.answer_class(tuple((one.name, one.item) for one in passes)).model_validate(
        {"quotes": quotes, "summary": [item]}
    )
    (window,) = runs(reading, "article")
    came = [Came("quotes", window, answer.quotes), Came("summary", window, answer.summary)]
    brief = make_brief(passes, reading, came, Usage(), Provenance(model="m", host="h", prompts={}, version="0"))
    assert [quote.stance for quote in brief.quotes] == ["says", "denies"]
    assert brief.summary[0].asserted_by == asserted


def test_a_former_employee_of_a_body_is_not_the_body() -> None:
    article = "A former Norvik employee said that checks had been cut. Norvik did not know of it."
    told = _answered(article, [], "Checks had been cut, a former employee said.", source="A former Norvik employee")
    assert told.according_to is not None
    assert (told.according_to.name, told.according_to.kind) == ("A former Norvik employee", "unnamed")


def test_who_reports_a_sale_reports_not_what_is_said_of_it_between_commas() -> None:
    article = (
        "Lund told the court that the boat near Risør, bought for 90,000 crowns in 2020, had been paid for with a loan."
    )
    told = point("The boat near Risør was bought for 90,000 crowns in 2020.", article)
    assert told.according_to is None
    said = point("The boat near Risør had been paid for with a loan.", article)
    assert said.according_to is not None


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("Ahl ruled out a merger", "denies"),
        ("Lund declined to comment", "no_comment"),
        ("Lind calls for calm", "orders"),
        ("Police ask for help", "orders"),
        ("The minister rejects claims of fraud", "denies"),
        ("Lind's denial of the charge", "denies"),
        ("Court order ends strike", None),
        ("The question is open", None),
        ("Union appeal fails", None),
        ("Mayor refuses to resign", None),
    ],
)
def test_a_title_has_the_stance_of_its_verbs_and_of_no_noun_like_one(title: str, stance: str | None) -> None:
    assert stance_of_text(title, language_of("en")) == stance


def test_a_name_that_begins_with_another_s_surname_says_nothing_of_theirs() -> None:
    known = language_of("en").words
    assert is_said_by("Lee said it would appeal", "Ann Lee", known)
    assert is_said_by("Lee's lawyer said it", "Ann Lee", known)
    assert not is_said_by("Leeds said it would appeal", "Ann Lee", known)


def test_a_report_that_is_told_as_ruled_out_is_asserted_by_nobody() -> None:
    article = "The paper Havn reported that the yard will close. Norvia ruled out that the yard will close."
    quotes = [
        _quoted("1: the yard will close", "reported", name="Havn"),
        _quoted("2: the yard will close", "ruled out", name="Norvia", stance="denies"),
    ]
    event = _answered(article, quotes, "Norvia ruled out a report that the yard will close", evidence=(1, 2))
    assert event.asserted_by == ()


def test_what_one_claims_may_be_told_though_another_denies_it() -> None:
    article = "Lawyer Ada Lind denied press reports that the clerk had burned the file."
    quotes = [_quoted("1: the clerk had burned the file", "denied", stance="denies")]
    title = "The clerk burned the file"
    told = _answered(article, quotes, title, source="press reports")
    assert (told.title, told.support, told.disputed_by) == (title, "open", ("q1",))
    assert _answered(article, quotes, title).title != title
    assert _answered(article, quotes, title, source="Ada Lind").title != title


def test_the_office_of_somebody_is_not_they() -> None:
    article = "Envoy Ada Lind said talks would go on. A stop in Oslo was dropped, her office said."
    quotes = [
        _quoted("1: talks would go on", "said"),
        {**_quoted("2: A stop … dropped", "said"), "speaker": {"name": "Ada Lind's office", "kind": "organization"}},
    ]
    source = _answered(article, quotes, "Lind's stop in Oslo was dropped", (2,), "Lind's office").according_to
    assert source is not None
    assert (source.name, source.kind) == ("Lind's office", "organization")


@pytest.mark.parametrize(
    ("article", "source", "kind"),
    [
        ("The Army of the Just in Arn said it had shot ten men. The aid group Help Arn fled.", "The Army of the Just in Arn", "organization"),
        ("The union says 85 jobs may go. Union president Ole Berg left.", "The union", "organization"),
    ],
)  # fmt: skip
def test_a_body_is_neither_another_of_its_place_nor_its_head(article: str, source: str, kind: str) -> None:
    told = _answered(article, [], article.split(". ", maxsplit=1)[0], source=source).according_to
    assert told is not None
    assert (told.name, told.kind) == (source, kind)


def test_a_point_that_closes_with_somebody_else_is_not_the_word_of_whom_it_names() -> None:
    article = "I heard that Lind had got the post. Lind would not comment but confirmed that he had been approached."
    told = point("Lind has got the post and had been approached, the writer says.", article, 1, 2)
    assert told.according_to is None
    assert told.asserted_by == ()


DRY = "The well ran dry in May, Ada Lind said. Lorries bring water."
TWICE = "The well ran dry in May. Ada Lind said the well ran dry in May."
PAIR = "Ada Lind said the well ran dry. Bo Ek said the pump failed."
KEYS = "Police say Bo Ek took the keys. Bo Ek denied that he took the keys."


@pytest.mark.parametrize(
    ("text", "article", "numbers", "source", "asserted"),
    [
        ("The well ran dry in May", DRY, (1,), "Ada Lind", ("q1",)),
        ("Ada Lind said the well ran dry", DRY, (1,), "Ada Lind", ("q1",)),
        ("The well ran dry, Lind said", DRY, (1,), "Ada Lind", ("q1",)),
        ("Lorries bring water", DRY, (2,), None, ()),
        ("The well ran dry in May and lorries bring water", DRY, (1, 2), None, ()),
        ("The well ran dry", TWICE, (1,), None, ()),
        ("The well ran dry", TWICE, (2,), "Ada Lind", ("q1",)),
        ("The well ran dry", TWICE, (1, 2), None, ("q1",)),
        ("Ada Lind said the well ran dry, and Bo Ek said the pump failed", PAIR, (1, 2), None, ("q1", "q2")),
        ("The well ran dry, Ada Lind said", PAIR, (1, 2), "Ada Lind", ("q1",)),
        ("The pump failed, Bo Ek said", PAIR, (1, 2), "Bo Ek", ("q2",)),
        ("The pump failed, Bo Ek said", PAIR, (1,), None, ()),
        ("Bo Ek took the keys", KEYS, (1,), "Police", ("q1",)),
        ("Bo Ek took the keys", KEYS, (1, 2), None, ("q1",)),
        ("Police say Bo Ek took the keys", KEYS, (1,), "Police", ("q1",)),
        (
            "Ada Lind fell ill, claiming she was poisoned",
            "Ada Lind fell ill, claiming she was poisoned.",
            (1,),
            None,
            (),
        ),
        (
            "Shares fell, and Ada Lind said she would sell",
            "Shares fell in May. Ada Lind said she would sell.",
            (1, 2),
            None,
            ("q1",),
        ),
        ("Taxes will rise", "“Taxes will rise,” said Ada Lind, the mayor.", (1,), "Ada Lind", ("q1",)),
        ("The mayor said taxes will rise", "“Taxes will rise,” said Ada Lind, the mayor.", (1,), "Ada Lind", ("q1",)),
        ("Taxes will rise", "“Taxes will rise.” Nobody spoke.", (1,), None, ("q1",)),
        ("Taxes will rise", "A report says taxes will rise in May.", (1,), "A report", ("q1",)),
    ],
)
def test_by_whose_word_a_point_stands_and_which_quotes_say_it(
    text: str, article: str, numbers: tuple[int, ...], source: str | None, asserted: tuple[str, ...]
) -> None:
    told = point(text, article, *numbers)
    assert (told.according_to and told.according_to.name, told.asserted_by) == (source, asserted)
    assert told.according_to is None or told.according_to.basis == "rule"


def test_a_number_is_not_placed_within_another() -> None:
    article = "Thirty-three members backed it. Ole Berg is one of three members of the party."
    quantity = {"span": "three members", "role": None}
    told = _answered(article, [], "Ole Berg abstained", (1, 2), quantities=[quantity]).quantities[0]
    assert (told.value, told.span.start) == (3, article.index("three members of"))


def test_a_name_with_a_small_word_in_it_is_whole() -> None:
    article = "A ceasefire holds, said Ibrahim ag Salla, who leads the rebels."
    source = _answered(article, [], "A ceasefire holds", source="Ibrahim ag Salla").according_to
    assert source is not None
    assert source.name == "Ibrahim ag Salla"


@pytest.mark.parametrize("source", ["the owner", "she", "Lund"])
def test_who_denies_it_is_not_another_by_another_word(source: str) -> None:
    article = "Ann Lund, the owner of the mill, denied that the mill had closed."
    quotes = [_quoted("1: the mill had closed", "denied", name="Ann Lund", stance="denies")]
    assert _answered(article, quotes, "The mill closed", source=source).title != "The mill closed"


@pytest.mark.parametrize(
    ("article", "source", "mention"),
    [
        ("A clerk at the port of Osk said the crane fell.", "a clerk of the port of Osk", "A clerk"),
        ("Residents of the old harbour said the crane fell.", "old harbour residents", "Residents"),
    ],
)
def test_a_source_in_words_that_stand_apart_is_found_by_whoever_they_describe(
    article: str, source: str, mention: str
) -> None:
    told = _answered(article, [], article, source=source).according_to
    assert told is not None
    assert told.mention is not None
    assert (told.name, told.mention.text, told.basis) == (source, mention, "model")


def test_a_part_of_a_name_is_the_answer_s_word_for_whom_the_article_names() -> None:
    article = "Kari Lund said that the ferry sank."
    told = _answered(article, [], article, source="Lund").according_to
    assert told is not None
    assert told.mention is not None
    assert (told.name, told.mention.text, told.basis) == ("Kari Lund", "Lund", "model")


@pytest.mark.parametrize(
    ("article", "place", "before"),
    [
        ("The Moss Tigers won at Moss on Sunday.", "Moss", "won at "),
        ("The Moss Tigers won on Sunday.", "Moss", "The "),
        ("The Tigers won at Moss. Moss slept.", "Moss", "won at "),
    ],
)
def test_a_place_is_found_by_itself_before_it_is_found_in_a_longer_name(article: str, place: str, before: str) -> None:
    found = _answered(article, [], article.split(". ", maxsplit=1)[0], place=place).place
    assert found is not None
    assert article[: found.start].endswith(before)


def test_who_dismisses_reports_does_not_say_what_they_say() -> None:
    article = "Lund hit back at reports that the mill would be sold. “There has been no bid,” Lund said."
    quotes = [
        _quoted("1: the mill would be sold", "reports", name="reports"),
        _quoted("m1", "said", name="Lund"),
    ]
    title = "Lund dismissed reports of a sale of the mill, saying there had been no bid"
    assert "q1" not in _answered(article, quotes, title).asserted_by


@pytest.mark.parametrize(
    ("source", "support"),
    [("an Osk fans’ group", "open"), ("police", None), (None, None)],
)
def test_what_one_claims_and_another_without_a_name_denies_is_told_by_whoever_claims_it(
    source: str | None, support: str | None
) -> None:
    text = "Police said 11 men had been arrested, and denied claims by an Osk fans’ group that the guests were locked in for an hour."
    reading = nutgraf.read(text)
    found = stated("The guests were locked in for an hour.", (reading.sentence_span(1),), Claims(reading), source)
    assert (found.support if isinstance(found, Told) else None) == support


@pytest.mark.parametrize(
    ("denial", "disputed"),
    [
        ("The mill denied that.", True),
        ("The mill rejected the claim.", True),
        ("The mill rejected that account as fantasy.", True),
        ("The mill denied the clerk’s charge of theft.", False),
        ("Bo Lund said it was late. The mill denied that.", False),
        ("Ida Beck denied that.", False),
    ],
)
def test_a_word_that_points_back_denies_what_somebody_else_said_last(denial: str, disputed: bool) -> None:
    reading = nutgraf.read(f"Ida Beck said the guard took the keys. {denial}")
    at = reading.article.text.rindex(denial.rsplit(". ", 1)[-1])
    words = reading.article.text[at:]
    verb = "denied" if "denied" in words else "rejected"
    cue = at + words.index(verb)
    told = next(quote for quote in reading.quotes if "keys" in quote.text)
    no = told.model_copy(
        update={
            "id": "no",
            "stance": "denies",
            "speaker": Speaker(name=words.split(f" {verb}")[0]),
            "cue": reading.span(cue, cue + len(verb)),
            "content": (reading.span(cue + len(verb) + 1, len(reading.article.text)),),
        }
    )
    others = [quote for quote in reading.quotes if quote.stance == "says"]
    event = Event(title="The guard took the keys.", status="occurred", evidence=(reading.sentence_span(1),))
    (found,) = sourced([event], Claims(reading, [*others, no]))
    assert (found.disputed_by == ("no",)) == disputed


SAIL = "Ferries can sail at night past the outer islands in winter"


@pytest.mark.parametrize(
    ("title", "source"),
    [
        (SAIL, "Ida Beck"),
        (f"According to Ida Beck, {SAIL}", "Ida Beck"),
        (f"{SAIL}, according to Ida Beck", "Ida Beck"),
        (f"{SAIL}, according to her", "Ida Beck"),
        (f"{SAIL}, according to the port", None),
        (f"{SAIL}, the writer says", None),
        (f"{SAIL}, Ida Beck says", None),  # its title says so itself
        ("The crews are rested", None),
    ],
)
def test_an_event_that_closes_with_another_source_is_not_its_speakers(title: str, source: str | None) -> None:
    article = f"Ida Beck said {SAIL.lower()}. The crews are rested."
    told = _answered(article, [_quoted("1: ferries … winter", "said", name="Ida Beck")], title, (1, 2)).according_to
    assert (told and (told.name, told.basis)) == (source and (source, "rule"))
