"""Speakers without a name keep what the article calls them; a cue lies outside the words that it reports."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Quote


def settle(text: str, *items: Any) -> Any:
    reading = read(text)
    (window,) = runs(reading, "article")
    return built_in("quotes").checked(reading, [(window, items)])


def item(content: str, cue: str, *, name: str | None = None, kind: str = "unnamed", **about: str) -> Any:
    stance = about.pop("stance", None)
    speaker = SimpleNamespace(name=name, kind=kind, **about)
    return SimpleNamespace(content=[content], speaker=speaker, cue=cue, stance=stance)


def only(text: str, asked: Any) -> Quote:
    settled = settle(text, asked)
    assert settled.problems == []
    (found,) = settled.items
    return found


def test_some_of_those_told_of_shortly_before_keep_their_name() -> None:
    text = "At the mill workers slept. It rained. Several said they had been cold."
    (quote,) = settle(text, item("3: they had been cold", "said", name="Several workers", kind="group")).items
    assert quote.speaker.name == "Several workers"


def test_what_describes_a_speaker_within_what_is_said_is_no_part_of_it() -> None:
    text = "That is wide, argues Bo Lund, a vet who was not involved, for it to be “anything”."
    asked = item("1: That is … to be", "argues", name="Bo Lund", kind="person")
    (quote, *_) = settle(text, asked).items
    assert [span.text for span in quote.content] == ["That is wide", "for it to be"]


def test_who_shouts_back_is_neither_the_speaker_before_nor_heard_by_her_hearers() -> None:
    text = "“It is a tax,” Ida Moe told the chamber, to cries of “Where is yours?” from the benches."
    (quote,) = settle(text, item("m2", "cries", name=None)).items[-1:]
    assert quote.text == "Where is yours?"
    assert (quote.addressee, quote.speaker.name, quote.speaker.mention) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "asked", "mention", "title", "organization"),
    [
        (
            "“The pumps held” was the word of a clerk at the Osk Trust.",
            item("m1", "word", title="clerk", organization="Osk Trust"),
            "a clerk at the Osk Trust",
            "clerk",
            "Osk Trust",
        ),
        (
            "“The pumps held” was the word of a clerk outside the Osk Trust.",
            item("m1", "word", title="clerk", organization="Osk Trust"),
            "a clerk",
            "clerk",
            "Osk Trust",
        ),
        (
            "“The pumps held,” said a spokesman for the Delta Water Board.",
            item("m1", "said", title="spokesman", organization="Delta Water Board"),
            "a spokesman for the Delta Water Board",
            "spokesman",
            "Delta Water Board",
        ),
        (
            "“The pumps held,” an unnamed port engineer told a local paper.",
            item("m1", "told", title="port engineer"),
            "an unnamed port engineer",
            "port engineer",
            None,
        ),
        (
            "The Delta Water Board met at noon. The pumps held, a spokeswoman said.",
            item("2: The pumps held", "said", title="spokeswoman", organization="Delta Water Board"),
            "a spokeswoman",
            "spokeswoman",
            "Delta Water Board",
        ),
    ],
)
def test_who_has_no_name_keeps_what_the_answer_and_the_article_say_of_them(
    text: str, asked: Any, mention: str | None, title: str | None, organization: str | None
) -> None:
    speaker = only(text, asked).speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind, speaker.basis) == (None, "unnamed", "model")
    assert (speaker.mention and speaker.mention.text) == mention
    assert (speaker.title, speaker.organization) == (title, organization)


@pytest.mark.parametrize(
    ("text", "content", "cue", "kind", "mention"),
    [
        ("Two pumps are said to have failed.", "1: Two pumps … failed", "are said", "unnamed", None),
        ("Two men came. They were told to leave.", "2: to leave", "were told", "group", None),
        ("Two men came. They came back and said the pumps had failed.", "2: the pumps … failed", "said", "group", "They"),
        ("Two men came. One said the pumps had failed.", "2: the pumps … failed", "said", "unnamed", "One"),
        ("Two men came. Had the pumps failed? Nobody knew.", "2", None, "unnamed", None),
    ],
)  # fmt: skip
def test_somebody_without_a_name_is_no_silence(text: str, content: str, cue: Any, kind: str, mention: Any) -> None:
    speaker = only(text, item(content, cue, kind=kind)).speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind, speaker.mention and speaker.mention.text) == (None, kind, mention)


@pytest.mark.parametrize(
    ("text", "content", "name", "mention"),
    [
        ("Two other big lenders were unsure. One said the pumps had failed.", "2: the pumps … failed", "big lender", "One"),
        ("Three guards came. One, who asked for quiet, said the pumps had failed.", "2: the pumps … failed",
         "One guard, who asked for quiet", "One"),
        ("Three guards came. One said the pumps had failed. It was late by then.", "3",
         "One guard, who said the pumps had failed", None),
        ("A sailor close to Ida Moe said the pumps had failed.", "1: the pumps … failed", "A sailor close to her",
         "A sailor close to"),
    ],
)  # fmt: skip
def test_a_description_in_other_words_is_somebody_without_a_name(
    text: str, content: str, name: str, mention: Any
) -> None:
    cue = None if content == "3" else "said"
    settled = settle(text, item(content, cue, name=name))
    (found,) = settled.items
    assert (found.speaker.name, found.speaker.kind) == (None, "unnamed")
    assert (found.speaker.mention and found.speaker.mention.text) == mention
    assert (settled.problems, settled.failures) == ([], [])


def test_a_description_of_whom_nothing_stands_is_reported_and_not_asked_for_again() -> None:
    settled = settle("The pumps failed at noon.", item("1", None, name="an Albanian admiral"))
    assert [(q.speaker.name, q.speaker.mention) for q in settled.items] == [(None, None)]
    assert "speaker_not_in_article" in [problem.kind for problem in settled.problems]
    assert settled.failures == []


@pytest.mark.parametrize(
    ("text", "content", "cue", "name", "kind", "mention"),
    [
        ("Two Lakes Ferries sails. Two Lakes said in a note that it was sorry.", "2: it was sorry", "said in a note",
         "Two Lakes Ferries", "organization", "Two Lakes"),
        ("Bo and Ola Lund met. Ola Lund had come and said that Bo told me it sank.", "2: it sank", "told me",
         "Bo Lund", "person", "Bo"),
        ("Ida Moe came. She’d told him the ferry would sail.", "2: the ferry … sail", "told", "Ida Moe", "person", "She"),
        ("She had been told by guards in the week after that it sank.", "1: it sank", "told", "guards", "organization", "guards"),
        ("St. Olaf’s Clinic closed. St. Olaf’s said it was sorry.", "2: it was sorry", "said", "St. Olaf's Clinic", "organization", "St. Olaf’s"),
        ("St. Olaf’s closed. St. Olaf’s said it was sorry.", "2: it was sorry", "said", "St. Olaf's", "organization", "St. Olaf’s"),
    ],
)  # fmt: skip
def test_a_mention_is_a_whole_phrase_for_the_speaker(
    text: str, content: str, cue: str, name: str, kind: str, mention: str
) -> None:
    (found,) = settle(text, item(content, cue, name=name, kind=kind)).items
    assert found.speaker is not None
    assert found.speaker.mention is not None
    assert found.speaker.mention.text == mention


def test_a_title_that_stands_nowhere_is_cleared_and_reported() -> None:
    settled = settle("“The pumps held,” said a man on the quay.", item("m1", "said", title="harbour admiral"))
    (found,) = settled.items
    assert found.speaker.title is None
    (problem,) = settled.problems
    assert problem.detail == "title: 'harbour admiral' is not in the article"


@pytest.mark.parametrize(
    ("text", "content", "cue", "at"),
    [
        ("Two wells are said to be dry, a nurse said.", "1: Two wells … dry", "said", 38),
        ("A nurse said two wells are said to be dry.", "1: two wells … dry", "said", 8),
        ("A nurse warned that officers warned of floods.", "1: officers … floods", "warned", 8),
    ],
)
def test_of_a_cue_that_stands_twice_the_one_outside_the_words_said_is_meant(
    text: str, content: str, cue: str, at: int
) -> None:
    found = only(text, item(content, cue, title="nurse"))
    assert found.cue is not None
    assert found.cue.start == at
    assert found.speaker is not None
    assert found.speaker.title == "nurse"


def test_two_items_of_one_cue_share_it_rather_than_take_one_that_they_report() -> None:
    text = "A nurse said one well is dry and two are said to be foul."
    one = item("1: one well is dry", "said", title="nurse")
    two = item("1: two are said to be foul", "said", title="nurse")
    assert [q.cue.start for q in settle(text, one, two).items] == [8, 8]


@pytest.mark.parametrize(
    ("text", "content", "cue", "name", "mention"),
    [
        (
            "The Guild of Bakers and Millers (GBM) met. The Guild of Bakers and Millers (GBM) is asking towns to buy bread.",
            "2: towns to buy bread",
            "asking",
            "The Guild of Bakers and Millers (GBM)",
            "The Guild of Bakers and Millers (GBM)",
        ),
        (
            "Farmer Ida Holt came to town. Holt also praised the rain for coming early.",
            "2: the rain … early",
            "praised",
            "Ida Holt",
            "Holt",
        ),
        (
            "Farmer Ida Holt came to town. She is also encouraging growers to sow.",
            "2: growers to sow",
            "encouraging",
            "Ida Holt",
            "She",
        ),
        (
            "Ida Holt, a baker who sought a rye that every miller had told her was lost, died on Monday.",
            "1: was lost",
            "told",
            "every miller",
            "every miller",
        ),
    ],
)
def test_a_mention_is_the_one_beside_the_cue(text: str, content: str, cue: str, name: str, mention: str) -> None:
    found = only(text, item(content, cue, name=name, kind="person"))
    assert found.speaker is not None
    assert found.speaker.mention is not None
    assert found.speaker.mention.text == mention
    assert found.cue is not None
    assert abs(found.speaker.mention.end - found.cue.start) < 10


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("The guild's clerk, Jon Feld, said the mill “treats millers like sacks”.", "Jon Feld", "Jon Feld"),
        ("The grid's head of works, Una Ray, said crews “will dig all night”.", "Una Ray", "Una Ray"),
    ],
)
def test_the_subject_of_the_reported_clause_is_not_the_speakers_mention(text: str, name: str, mention: str) -> None:
    speaker = only(text, item("m1", "said", name=name, kind="person")).speaker
    assert speaker is not None
    assert (speaker.mention and speaker.mention.text) == mention


def test_a_body_that_the_article_calls_its_website_keeps_the_answers_name() -> None:
    text = "Vardal Rail ran no trains. Snow lay on the line, according to its website."
    asked = item("2: Snow lay … line", "according to", name="Vardal Rail's website", kind="document")
    speaker = only(text, asked).speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Vardal Rail's website", "document")
    assert speaker.mention is not None
    assert speaker.mention.text == "its website"


@pytest.mark.parametrize("title", [None, "farmer"])
def test_what_an_answer_says_of_nobody_no_rule_fills_in(title: str | None) -> None:
    text = "“It rained,” said farmer Ole Berg, chairman of Nordic Grain. Nordic Grain sells rye."
    told = only(text, item("m1", "said", name="Ole Berg", kind="person", title=title)).speaker
    assert told is not None
    assert (told.title, told.organization) == (title, None)


@pytest.mark.parametrize(
    ("title", "delivered"), [("Coun, member for parks", "Coun, member for parks"), ("pilot", "pilot"), ("cook", None)]
)
def test_a_title_in_parts_or_of_several_is_the_speaker_s(title: str, delivered: str | None) -> None:
    text = "Coun Ole Berg, member for parks, came with two pilots, Ole Berg and Ida Moe. “It rained,” Berg said. Moe cooks."
    settled = settle(text, item("m1", "said", name="Ole Berg", kind="person", title=title))
    assert [one.speaker.title for one in settled.items] == [delivered]


def test_each_of_two_cues_has_a_speaker_of_its_own() -> None:
    text = "Ida Moe said her aunt used to speak of “grass that waits”. Moe laughed."
    told = only(text, item("m1", "used to speak of", name="her aunt", kind="unnamed")).speaker
    assert told is not None
    assert (told.name, told.mention and told.mention.text) == ("her aunt", "her aunt")


def test_the_name_of_a_capital_is_no_speaker_beside_its_ministry() -> None:
    text = "The defence ministry in the capital, Arnholm, said “the bridge holds”. Nobody saw it."
    settled = settle(text, item("m1", "said", name="The defence ministry", kind="organization"))
    assert [(q.speaker.name, settled.problems) for q in settled.items] == [("The defence ministry", [])]


def test_more_words_than_a_verb_may_turn_a_cue() -> None:
    text = "The authors stop short of claiming the boat crossed open sea."
    (told,) = settle(
        text,
        item(
            "1: the boat crossed open sea", "stop short of claiming", name="The authors", kind="group", stance="doubts"
        ),
    ).items
    assert told.stance == "doubts"


def test_a_claim_and_its_denial_share_marked_words() -> None:
    text = "“The mill was sold,” Ole Berg said. Ida Moe denied that. Rain fell."
    settled = settle(
        text,
        item("m1", "said", name="Ole Berg", kind="person", stance="says"),
        item("m1", "denied", name="Ida Moe", kind="person", stance="denies"),
    )
    assert [(q.speaker.name, q.stance) for q in settled.items] == [("Ole Berg", "says"), ("Ida Moe", "denies")]
    assert settled.problems == []


@pytest.mark.parametrize(("said", "stance"), [("the mill was sold", "denies"), ("the mill was not sold", "says")])
def test_who_insists_that_it_is_nonsense_denies_it(said: str, stance: str) -> None:
    text = f"A story that {said} was, Ida Moe insisted, nonsense."
    (told,) = settle(text, item(f"1: {said}", "insisted", name="Ida Moe", kind="person", stance="denies")).items
    assert told.stance == stance


def test_no_comment_needs_no_clause() -> None:
    text = "The firm did not immediately respond to a request for comment."
    settled = settle(
        text,
        item(
            "1",
            "did not immediately respond to a request for comment",
            name="The firm",
            kind="organization",
            stance="no_comment",
        ),
    )
    assert [problem.kind for problem in settled.problems] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The board declined to comment on Friday.", "The board declined to comment on Friday."),
        ("The board declined to comment on Friday's strike.", "Friday's strike"),
        (
            "The firm that built it, The board, declined to comment.",
            "The firm that built it, The board, declined to comment.",
        ),
    ],
)
def test_the_day_of_a_refusal_is_not_what_nobody_speaks_of(text: str, content: str) -> None:
    refusal = item("1", "declined to comment", name="The board", kind="organization", stance="no_comment")
    assert only(text, refusal).text == content


def test_who_hears_it_does_not_say_it() -> None:
    text = "Falk led a “double life”, Arnholm Crown Court heard. He wept."
    told = only(text, item("m1", "heard", kind="unnamed")).speaker
    assert told is not None
    assert told.name is None


def test_a_group_told_in_an_order_of_its_own_is_not_asked_for_again() -> None:
    settled = settle(
        "Of the 20 people on the list whom we could reach, 17 confirmed that the dates were right.",
        item("1: the dates were right", "confirmed", name="17 of the 20 people on the list", kind="group"),
    )
    assert [(q.speaker.name, settled.failures) for q in settled.items] == [("17 of the 20 people on the list", [])]


def test_a_group_is_not_the_body_that_its_words_end_with() -> None:
    text = "Six of 20 traders polled by Marketline had forecast a cut of a quarter point."
    settled = settle(
        text,
        item("1: a cut of a quarter point", "forecast", name="Six of 20 traders polled by Marketline", kind="group"),
    )
    assert [(q.speaker.name, q.speaker.kind) for q in settled.items] == [
        ("Six of 20 traders polled by Marketline", "group")
    ]


POLL = (
    "Of 40 residents surveyed by the Osk Herald in May, 31 said that the ferry was late. Some 9 per cent believed, wrongly, that it "
    "had sunk. Thirty-one of the guests thought it was gone, and the Osk Herald agreed."
)


@pytest.mark.parametrize(
    ("content", "cue", "name", "stands", "mention"),
    [
        ("1: the ferry was late", "said", "31 of 40 residents surveyed by the Osk Herald", True, "31"),
        ("1: the ferry was late", "said", "31 residents surveyed by the Osk Herald", True, "31"),
        (
            "1: the ferry was late",
            "said",
            "residents surveyed by the Osk Herald",
            True,
            "residents surveyed by the Osk Herald",
        ),
        ("2: it had sunk", "believed", "9 per cent of the residents", True, "9 per cent"),
        ("2: it had sunk", "believed", "9 per cent of those whose ferry was late", False, "Some 9 per cent"),
        ("3: it was gone", "thought", "Thirty-one of the guests", True, "Thirty-one of the guests"),
        ("3: it was gone", "agreed", "Osk Herald", True, "Osk Herald"),
    ],
)
def test_who_is_counted_is_meant_by_the_whole_number_and_not_by_who_counts(
    content: str, cue: str, name: str, stands: bool, mention: str
) -> None:
    kind = "organization" if name == "Osk Herald" else "group"
    (told,) = settle(POLL, item(content, cue, name=name, kind=kind)).items
    assert told.speaker.name == (name if stands else None)
    assert told.speaker.mention is not None
    assert told.speaker.mention.text == mention


def test_a_cue_may_point_back_to_what_was_said_before() -> None:
    text = "The union says forty drillers were sacked. The books were checked. A judge led the inquiry. Brant Mining denies that."
    settled = settle(
        text,
        item("1: forty drillers were sacked", "denies that", name="Brant Mining", kind="organization", stance="denies"),
    )
    assert [(q.stance, q.cue and q.cue.text) for q in settled.items] == [("denies", "denies that")]
    assert settled.problems == []


def test_a_cue_far_away_is_not_that_of_somebody_else() -> None:
    text = (
        "The union says forty drillers were sacked. The books were checked. A judge led the inquiry. Rask denies that."
    )
    (told,) = settle(
        text,
        item("1: forty drillers were sacked", "denies that", name="Brant Mining", kind="organization", stance="denies"),
    ).items
    assert told.cue is None


def test_a_name_within_another_is_not_where_its_bearer_speaks() -> None:
    text = "Nord-Kest has left. The maker Kest is shocked. “We leave,” it said."
    (told,) = settle(text, item("m1", "said", name="Kest", kind="organization")).items
    assert told.speaker.mention is not None
    assert told.speaker.mention.start != text.index("Kest")


def test_a_refusal_to_comment_leaves_no_aside_as_its_subject() -> None:
    text = "The agency would not say more while the inquiry went on."
    (told,) = settle(
        text, item("1", "would not say more", name="The agency", kind="organization", stance="no_comment")
    ).items
    assert [span.text for span in told.content] == [text]


def test_that_before_a_speaker_is_no_part_of_them() -> None:
    text = "It failed in a large trial that researchers say was short."
    (told,) = settle(text, item("1: was short", "say", name="researchers", kind="group")).items
    assert told.speaker.mention is not None
    assert told.speaker.mention.text == "researchers"


def test_a_description_is_not_whom_it_ends_with() -> None:
    text = "Lind’s widow, Ida, stayed away. Her solicitor said she had found it hard. It rained."
    told = item(
        "2: she had found it hard", "said", name="solicitor of Lind’s widow, Ida", kind="unnamed", title="solicitor"
    )
    (speaker,) = (one.speaker for one in settle(text, told).items)
    assert (speaker.name, speaker.title, speaker.mention and speaker.mention.text) == (
        "solicitor of Lind’s widow, Ida",
        "solicitor",
        "Her solicitor",
    )


def test_a_title_of_the_words_said_is_that_of_the_name_further_on() -> None:
    text = "Police had a statement from a delivery driver who said he saw Ida Moe. Rain fell.\n\nThe driver, Ole Berg, died."
    told = item("1: he saw Ida Moe", "said", name="Ole Berg", kind="person", title="delivery driver")
    assert [one.speaker.title for one in settle(text, told).items] == ["delivery driver"]


@pytest.mark.parametrize(
    ("text", "asked", "name", "mention"),
    [
        (
            "Mayor Tove Rask was away. Her office said the bridge was safe.",
            item("2: the bridge was safe", "said", name="office of Mayor Tove Rask", kind="organization"),
            "office of Mayor Tove Rask",
            "Her office",
        ),
        (
            "Two sailors aboard the Elin spoke to the paper. One of them said the pumps had failed.",
            item("2: the pumps had failed", "said", name="one of two sailors aboard the Elin"),
            "one of two sailors aboard the Elin",
            "One of them",
        ),
        (
            "Bo Lind drove home. His wife saw the sea. “Well?” she said. It rained.",
            item("m1", "said", name="Bo Lind's wife", kind="person", stance="asks"),
            "Bo Lind's wife",
            "she",
        ),
        (
            "Renée Böhm runs the mill. Her predecessors had claimed that the wheel was safe.",
            item("2: the wheel was safe", "had claimed", name="Renée Böhm's predecessors", kind="group"),
            "Renée Böhm's predecessors",
            "Her predecessors",
        ),
        (
            "Renée Böhm runs the mill. Her predecessors had claimed that the wheel was safe.",
            item("2: the wheel was safe", "had claimed", name="predecessors of Renée Böhm", kind="group"),
            "predecessors of Renée Böhm",
            "Her predecessors",
        ),
        (
            "Jonas Kühn left. His elder brother said it was cold.",
            item("2: it was cold", "said", name="brother of Jonas Kühn", kind="person"),
            "brother of Jonas Kühn",
            "His elder brother",
        ),
    ],
)
def test_who_is_described_in_words_from_two_sentences_is_no_part_of_the_description(text, asked, name, mention) -> None:
    speaker = only(text, asked).speaker
    assert speaker is not None
    assert (speaker.name, speaker.mention and speaker.mention.text) == (name, mention)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Renée Böhm's ancestors", "group"),
        ("Renée Holt's predecessors", "group"),
        ("sister of Renée Böhm", "person"),
        ("Renée Böhm's sister", "person"),
    ],
)
def test_a_relation_that_stands_nowhere_or_of_nobody_named_is_refused(name: str, kind: str) -> None:
    text = "Renée Böhm runs the mill. Her predecessors had claimed that the wheel was safe."
    settled = settle(text, item("2: the wheel was safe", "had claimed", name=name, kind=kind))
    (told,) = settled.items
    assert (told.speaker.name, told.speaker.mention.text) == (None, "Her predecessors")
    assert [problem.kind for problem in settled.problems] == ["speaker_not_in_article"]


def test_a_refusal_without_words_is_the_clause_of_its_cue() -> None:
    text = "The club would say nothing; Lind's agent, Ole Dahl, did not return calls, though he spoke to a station."
    asked = item("", "did not return calls", name="Ole Dahl", kind="person", stance="no_comment")
    asked.content = []
    found = only(text, asked)
    assert (found.text, found.stance) == ("Lind's agent, Ole Dahl, did not return calls", "no_comment")


def test_a_refusal_without_content_is_its_own_clause_among_several() -> None:
    text = "It rained; the club met; Ole Dahl did not return calls; a deal may come. Nobody else was asked."
    asked = item("", "did not return calls", name="Ole Dahl", kind="person", stance="no_comment")
    asked.content = []
    (found,) = settle(text, asked).items
    assert (found.text, found.stance) == ("Ole Dahl did not return calls", "no_comment")


def test_what_follows_a_denial_as_a_sentence_of_its_own_is_said() -> None:
    text = "Ada Lind denied the charge. She had been ill that day. It rained."
    asked = item("2: She had been ill that day", "denied", name="Ada Lind", kind="person", stance="says")
    assert only(text, asked).stance == "says"


def test_reported_words_keep_the_whole_quotation_that_they_run_on_into() -> None:
    text = "No one had called her, Ada Lind said, \"and had they done so, I would have said: 'Read the minutes.'\""
    asked = item("1: No one had called her", "said", name="Ada Lind", kind="person")
    asked.content.append("m1")
    found = only(text, asked)
    assert (found.kind, found.content[-1].text) == (
        "mixed",
        "\"and had they done so, I would have said: 'Read the minutes.'\"",
    )


def test_who_holds_an_office_of_the_body_beside_the_cue_speaks() -> None:
    text = "The Mariners lost. “We all heard it,” said Mariners captain Bo Lind. The Mariners flew home."
    speaker = only(text, item("m1", "said", name="Bo Lind", kind="person", title="captain")).speaker
    assert speaker is not None
    assert (speaker.name, speaker.title) == ("Bo Lind", "captain")


def test_words_given_by_their_ends_are_no_shorter_for_a_quotation_that_they_end_in() -> None:
    text = "Lind said the attack might have been one of the “bad nights that nobody can explain” in the town."
    (found,) = settle(text, item("1: the attack … bad nights", "said", name="Lind", kind="person")).items
    assert found.text == "the attack might have been one of the “bad nights"


def test_a_refusal_in_many_words_needs_no_name_beside_it() -> None:
    text = "Norvik's grid operator has no date. The operator did not immediately respond to a request for comment."
    asked = item(
        "", "did not immediately respond to a request for comment", name="Norvik's grid operator", stance="no_comment"
    )
    asked.content = []
    (found,) = settle(text, asked).items
    assert found.content[0].text == "The operator did not immediately respond to a request for comment"


def test_an_office_of_a_land_is_a_title_and_so_is_whose_lawyer_somebody_is() -> None:
    text = "Portugal's interior minister has stepped down. “I am tired,” Ada Lind said."
    speaker = {"name": "Ada Lind", "kind": "person", "organization": None}
    (found,) = settle(text, item("m1", "said", title="interior minister", **speaker)).items
    assert found.speaker.title == "interior minister"
    (found,) = settle(
        text.replace("Portugal's interior minister", "Jon Ek's lawyer"), item("m1", "said", title="lawyer", **speaker)
    ).items
    assert found.speaker.title == "lawyer"


@pytest.mark.parametrize(
    ("name", "mention"),
    [
        ("A sailor close to her", "A sailor close to"),
        ("sailor close to her", "sailor close to"),
        ("the sailor close to her", "sailor close to"),
        ("tall sailor close to her", "A sailor close to Ida Moe"),
    ],
)
def test_of_a_description_most_stands_from_its_head_on_an_article_aside(name: str, mention: str) -> None:
    (found,) = settle(
        "A sailor close to Ida Moe said the pumps had failed.", item("1: the pumps … failed", "said", name=name)
    ).items
    assert found.speaker.mention.text == mention


@pytest.mark.parametrize(
    ("text", "name", "cue", "content"),
    [
        ("The prosecutor's office declined to comment on Friday. Norvik declined to comment.", "the prosecutor's office in Osk",
         "declined to comment", "The prosecutor's office declined to comment on Friday"),
        ("In the third interview he declined to answer questions.", "Bo Lind", "declined to answer",
         "In the third interview he declined to answer questions"),
    ],
)  # fmt: skip
def test_a_refusal_without_words_is_where_its_cue_and_a_word_of_its_speaker_stand(
    text: str, name: str, cue: str, content: str
) -> None:
    asked = item("", cue, name=name, kind="organization", stance="no_comment")
    asked.content = []
    (found,) = settle(f"{name} is in court. {text}", asked).items
    assert found.content[0].text == content


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Lind told the jury of seven women and five men that she was ill.", "the jury of seven women and five men"),
        ("Lind told Bo Moe and his staff that she was ill.", "Bo Moe and his staff"),
        ("Lind told a crowd of about 200 at the gate that she was ill.", None),
        ("Lind told the jury that she was ill.", "the jury"),
        ("Lind told reporters and left the room; she was ill.", "reporters"),
    ],
)
def test_a_hearer_is_whole_or_none(text: str, hearer: str | None) -> None:
    (found,) = settle(text, item("1: she was ill", "told", name="Lind", kind="person")).items
    assert found.addressee == hearer


@pytest.mark.parametrize("name", ["office of Bo Lind", "Bo Lind's office"])
def test_an_office_that_does_not_respond_is_not_whose_it_is(name: str) -> None:
    asked = item(
        "2",
        "did not respond to a request for comment",
        name=name,
        kind="organization",
        stance="no_comment",
        title=None,
        organization=None,
    )
    found = only("Minority leader Bo Lind left early. His office did not respond to a request for comment.", asked)
    assert found.speaker is not None
    assert found.speaker.name == name


def test_a_refusal_of_somebody_else_is_not_his() -> None:
    asked = item("", "did not respond", name="Hans Lind", kind="person", stance="no_comment")
    asked.content = []
    assert settle("Hans Lind left the building. Norvik did not respond to a request on Monday.", asked).items == []


NESTED = "Ole Lund left. His sister, Ida Lund, was there. “He said, ‘I’m off home, I’m off home,’” she said. Rain fell."


@pytest.mark.parametrize(
    ("outer", "inner", "told"),
    [
        ({"name": "Ida Lund", "kind": "person"}, {"name": "Ole Lund", "kind": "person"}, ["Ida Lund", "Ole Lund"]),
        ({"name": None, "title": "sister"}, {"name": "Ole Lund", "kind": "person"}, [None, "Ole Lund"]),
        ({"name": "Ida Lund", "kind": "person"}, {"name": "Lund", "kind": "person"}, ["Ida Lund"]),
    ],
)
def test_speech_in_speech_is_an_item_of_its_own_in_one_family_too(outer: Any, inner: Any, told: Any) -> None:
    settled = settle(NESTED, item("m1", "said", **outer), item("3: I’m off home, I’m off home", "said", **inner))
    assert [one.speaker.name for one in settled.items] == told
    assert [problem.kind for problem in settled.problems] == ["claimed_twice"] * (len(told) == 1)
    if len(told) > 1:
        assert [one.content[0].text for one in settled.items] == [
            "He said, ‘I’m off home, I’m off home,’",
            "I’m off home, I’m off home,",
        ]


@pytest.mark.parametrize(
    ("second", "cue", "mention"),
    [
        ("The bank now sees rates rising.", "sees", "The bank"),
        ("In May the bank said that rates rise.", "said", "the bank"),
        ("A market near the bank now sees rates rising.", "sees", None),
        ("The firm now sees rates rising.", "sees", "The firm"),
        ("It cut its forecast and now sees rates rising.", "sees", "It"),
        ("The bank’s owners see rates rising.", "see", None),
    ],
)
def test_a_body_is_meant_by_its_noun_beside_the_cue(second: str, cue: str, mention: str | None) -> None:
    text = f"The Central Bank of Norland met in May. {second}"
    words = "rates rising" if "rising" in second else "rates rise"
    told = item(f"2: {words}", cue, name="Central Bank of Norland", kind="organization")
    (quote,) = settle(text, told).items
    assert (quote.speaker.mention and quote.speaker.mention.text) == mention


@pytest.mark.parametrize(
    ("text", "told", "mention"),
    [
        ("Minister for Children Luke Fenn said it was late.", item("1: it was late", "said", name="Luke Fenn", title="Minister for Children"), "Luke Fenn"),
        ("Bo Moe disputed that, saying guards had told crews that it was late.", item("1: it was late", "had told", name="guards", kind="group"), "guards"),
        ("The head of one of the largest railways said it was late. Ida Moe wept.", item("1: it was late", "said", name="Ida Moe"), "Ida Moe"),
        ("10:45 Mayor: “We need tents”\n\nThe mayor, Tom Ro, left.", item("m1", None, name="Tom Ro", title="mayor"), "Mayor"),
        ("He denied claims, aired last week, that it sank. Minister Ida Moe has left.", item("1: it sank", "claims", name="Ida Moe"), None),
        ("Ada Lind sat. “My brother asked if I would go,” Lind said. The brother, Bo Lind, wept.", item("2: if I would go", "asked", name="Bo Lind", stance="asks"), None),
        ("Ida Moe left. The mayor denied reports that it sank.", item("2: it sank", "denied", name="Ida Moe", stance="denies"), "The mayor"),
        ("Ida Moe left. She turned down a prize, from a club she would not name.", item("2: a club", "would not name", name="Ida Moe", stance="no_comment"), "she"),
        ("Ida Moe left. It rained. Bo Lind had been told by the mayor that it sank.", item("3: it sank", "had been told", name="Ida Moe"), "the mayor"),
        ("Ada Lind sat. “He said, ‘You have won,’” Miss Lind said. Bo Lind wept.", item("2: You have won", "said", name="Bo Lind"), "He"),
    ],
)  # fmt: skip
def test_the_words_that_mean_a_speaker_are_theirs_alone(text: str, told: Any, mention: str | None) -> None:
    outer = item("m1", "said", name="Ada Lind")
    found = settle(text, *([outer] if "Lind" in text else []), told).items
    (quote,) = [one for one in found if one.speaker and one.speaker.name == told.speaker.name]
    assert (quote.speaker.mention and quote.speaker.mention.text) == mention
