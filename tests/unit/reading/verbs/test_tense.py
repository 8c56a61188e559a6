"""What the wording of a clause says about its event, and which way a date leans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.reading.verbs.found import cues
from nutgraf.reading.verbs.tense import lean, negations, status_of
from scaling import assert_linear


@pytest.mark.parametrize(
    "clause",
    [
        "The court will rule on the case.",
        "The trial is set to begin on Wednesday.",
        "Officials plan to release the captives.",
        "The two leaders are scheduled to meet in Geneva.",
        "The ministers are to meet in Oslo.",
        "The bridge is expected to be reopened by spring.",
        "Airline to be compensated for delays",
    ],
)
def test_what_lies_ahead_is_planned(clause):
    assert status_of(clause) == "planned"


@pytest.mark.parametrize(
    "clause", ["The flood would reach the town.", "The vote could fail.", "Rain may delay the start."]
)
def test_what_is_only_possible_is_hypothetical(clause):
    assert status_of(clause) == "hypothetical"


def test_a_condition_makes_a_plan_hypothetical():
    assert status_of("If it rains, the match will be moved.") == "hypothetical"


@pytest.mark.parametrize("clause", ["The ship did not sink.", "She will not attend.", "The talks never took place."])
def test_a_denied_event_never_counts_as_occurred(clause):
    assert status_of(clause) == "hypothetical"


def test_nobody_was_hurt_is_no_injury():
    assert status_of("No one was killed in the blast.") is None


@pytest.mark.parametrize(
    "clause",
    [
        "The match was called off.",
        "The ceremony, planned for Friday, has been called off.",
        "The gala was scrapped because the roof leaked.",
        "The airline cancelled the flights when snow fell.",
        "The union has called off its strike.",
        "Rescuers abandoned the search after two days.",
        "The crossing was abandoned in high seas.",
    ],
)
def test_called_off_is_cancelled(clause):
    assert status_of(clause) == "cancelled"


@pytest.mark.parametrize(
    "clause",
    [
        "The summit has been postponed.",
        "The final was put off until June.",
        "The league pushed the derby back a week.",
        "The launch has been delayed until Friday.",
    ],
)
def test_put_off_is_postponed(clause):
    assert status_of(clause) == "postponed"


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("The gate, which will be replaced in May, jammed last week.", "occurred"),
        ("The hall that burned in March will be rebuilt.", "planned"),
        ("The ferry was sold after the owner died.", "occurred"),
        ("When the dam broke, the village was evacuated.", "occurred"),
        ("After the storm the crew left.", "occurred"),
        ("Police arrested a man accused of arson.", "occurred"),
        ("The bill, passed in May, will take effect.", "planned"),
        ("The ship will sail because the union gave way.", "planned"),
        ("Divers who reached the wreck are searching it.", "ongoing"),
    ],
)
def test_the_main_clause_decides(clause, status):
    assert status_of(clause) == status


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("The union has called a strike for Monday.", "planned"),
        ("The mall has not yet opened.", "planned"),
        ("The toll comes into force on June 1.", "planned"),
        ("A concert is being held on Sunday.", "planned"),
        ("Voters turned down a plan to sell the hall.", "occurred"),
        ("The firm shelved its plan to sell shares.", "cancelled"),
        ("Plans for a third lane were dropped.", "cancelled"),
        ("The march is off.", "cancelled"),
        ("The inquest was moved to June.", "postponed"),
        ("The dispute drags on.", "ongoing"),
        ("An inquest was set for June 9.", "planned"),
        ("The fair opens Saturday.", "planned"),
        ("The new bridge has yet to be painted.", "planned"),
        ("The council agreed to sell the hall.", "planned"),
        ("The owner threatened to sell the hall.", "hypothetical"),
        ("Were the dam to break, the town would be lost.", "hypothetical"),
        ("The annex remains unfinished.", "hypothetical"),
    ],
)
def test_what_is_to_come_goes_by_more_than_will(clause, status):
    assert status_of(clause) == status


@pytest.mark.parametrize(
    "clause", ["Rescue work continues.", "Fighting is continuing in the north.", "They have been searching for days."]
)
def test_what_goes_on_is_ongoing(clause):
    assert status_of(clause) == "ongoing"


@pytest.mark.parametrize(
    "clause", ["Repairs are not under way.", "Repairs aren't under way.", "The dig isn't ongoing."]
)
def test_what_is_said_not_to_go_on_is_not(clause):
    assert status_of(clause) is None


@pytest.mark.parametrize(
    "clause",
    ["Two drones hit the depot.", "The bank has raised its rates.", "The mayor was arrested.", "Rebels took the town."],
)
def test_simple_past_and_perfect_are_occurred(clause):
    assert status_of(clause) == "occurred"


def test_a_closing_attribution_does_not_hide_the_event():
    assert status_of("Talks were held in Ankara, the minister said.") == "occurred"
    assert status_of("Talks will be held in Ankara, the minister said.") == "planned"


@pytest.mark.parametrize(
    "clause",
    [
        "He said it will rain.",
        "The mayor said it closed.",
        "The fair will be cancelled.",
        "The weather is fine.",
        "A long road.",
        "",
    ],
)
def test_mixed_or_reported_clauses_get_no_status(clause):
    assert status_of(clause) is None


def test_may_the_month_and_will_the_noun_are_no_modals():
    assert status_of("The king signed his will in May.") == "occurred"
    assert status_of("Will Carter won the race.") == "occurred"


@pytest.mark.parametrize(
    ("sentence", "future"),
    [
        ("The court will rule on Friday.", True),
        ("On Friday, the court will rule.", True),
        ("He said on Friday that it will meet.", False),
        ("It will meet, he said Friday.", False),
        ("The train that crashed on Friday will be removed.", False),
        ("The leaders agreed to meet on Friday.", True),
        ("A summit scheduled for Friday drew crowds.", True),
        ("The delay was due to the storm on Friday.", False),
        ("The vote is on Friday.", True),
        ("She may have died on Friday.", False),
    ],
)
def test_the_governing_verb_says_whether_friday_lies_ahead(sentence, future):
    friday = sentence.index("Friday")
    assert (lean(cues(sentence), friday, friday) == "future") is future


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The ship didn’t sink", ("not",)),
        ("He never denied it", ("not", "denied")),
        ("She declined to comment without a lawyer", ("refused", "not")),
        ("He cannot fail", ("not", "failed")),
        ("At No. 10 they met", ()),
        ("It is not 30 days but 20", ("not",)),
        ("It was not only big", ()),
        ("A notable nook", ()),
    ],
)
def test_negations_are_told_by_kind(text, kinds):
    assert negations(text) == kinds


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text):
    assert status_of(text) in {None, "occurred", "ongoing", "planned", "hypothetical", "cancelled", "postponed"}
    assert all(isinstance(kind, str) for kind in negations(text))


@pytest.mark.parametrize("unit", ['a"', "will ", "not ", "(", "a"])
def test_hostile_text_takes_linear_time(unit):
    assert_linear(lambda text: (status_of(text), negations(text)), unit, 30_000)


_DEEDS = [("The firm", "open", "opened", "opened", "opening"), ("The bank", "cut", "cut", "cut", "cutting"), ("The club", "sell", "sold", "sold", "selling")]  # fmt: skip
_TOLD = {
    "{s} failed to {b} a branch.": "hypothetical",
    "{s} has failed to {b} a branch.": "hypothetical",
    "{s} was unable to {b} a branch.": "hypothetical",
    "{s} nearly {past} a branch.": "hypothetical",
    "{s} stopped short of {ing} a branch.": "hypothetical",
    "{s} came close to {ing} a branch.": "hypothetical",
    "{s} avoided {ing} a branch.": "hypothetical",
    "{s} decided not to {b} a branch.": "hypothetical",
    "{s} did not {b} a branch.": "hypothetical",
    "{s} had been due to {b} a branch.": "hypothetical",
    "A branch was almost {pp}.": "hypothetical",
    "A branch was to have been {pp}.": "hypothetical",
    "A branch has not yet been {pp}.": "planned",
    "{s} was forced to call off the race.": "cancelled",
    "Nobody has called off the race.": None,
    "{s} managed to {b} a branch.": "occurred",
    "{s} finished {ing} a branch.": "occurred",
    "{s} refused to {b} a branch.": "occurred",
    "{s} narrowly won.": "occurred",
    "Its sales nearly doubled.": "occurred",
    "{s} came to its senses.": "occurred",
    "{s} has been searching for weeks.": "ongoing",
}


@pytest.mark.parametrize(("clause", "status"), _TOLD.items())
@pytest.mark.parametrize("behind", ["", ", officials said", " on Friday"])
def test_what_came_to_nothing_is_told_as_such(clause, status, behind):
    told = {
        status_of(clause.format(s=s, b=base, past=past, pp=pp, ing=ing)[:-1] + behind + ".")
        for s, base, past, pp, ing in _DEEDS
    }
    assert told == {status}
