"""What an article only holds possible, denies or ties to a condition, told as so; and what is told with its reserve."""

from __future__ import annotations

import pytest

from weighing import refuting, rules, weighed

HELD = [
    ("The mast possibly came from the Anker.", "The mast came from the Anker."),
    ("It is conceivable that the old lock will never open again.", "The old lock will never open again."),
    ("It is not clear whether the pilot was on the bridge that night.", "The pilot was on the bridge that night."),
    (
        "The bones found in the lock are believed to be those of a monk.",
        "The bones found in the lock are those of a monk.",
    ),
    ("Divers suspect that the hull was cut on purpose, but they have no proof.", "The hull was cut on purpose."),
    ("Both sails appear to have been slashed.", "Both sails were slashed."),
]
DENIED = [
    ("A jury found the former mate not guilty on all counts.", "A jury found the former mate guilty on all counts."),
    ("There is no truth in the rumour that the ferry line is bankrupt, its owner said.", "The ferry line is bankrupt."),
    ("The inquiry found no evidence that the pilot had slept.", "The pilot had slept."),
    ("Ann Lee pleaded not guilty to ramming a pier with her boat.", "Ann Lee rammed a pier with her boat."),
    ("A jury acquitted mate Bo Lund of setting the barge on fire.", "Mate Bo Lund set the barge on fire."),
    ("The mayor dismissed as gossip a report that the pier was about to close.", "The pier was about to close."),
]
HANGING = [
    ("The ferry will return in May provided that the town dredges the port.", "The ferry will return in May."),
    ("The line will pay on condition that the crew signs by Friday.", "The line will pay."),
    ("The ferry will return in May as long as the town pays.", "The ferry will return in May."),
    ("Should the dam break, the army will clear the old town.", "The army will clear the old town."),
    ("Islanders would get a second ferry if the court struck down the fee.", "Islanders will get a second ferry."),
]


@pytest.mark.parametrize(("article", "statement"), [*HELD, *DENIED, *HANGING])
def test_what_is_held_back_is_refuted_where_it_is_told_as_so(article: str, statement: str) -> None:
    assert refuting(statement, article)


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        *((article, article) for article, _ in (*HELD, *DENIED, *HANGING)),
        ("The mast possibly came from the Anker.", "The mast may have come from the Anker."),
        ("Mould may have ruined the sails.", "The sails have possibly been ruined by mould."),
        ("Divers suspect that the hull was cut on purpose.", "The hull is thought to have been cut on purpose."),
        ("It was feared that the dam had cracked. An inspection found that the dam had cracked.", "The dam had cracked."),
        ("It was feared that the dam was damaged, but the dam was not damaged.", "The dam was not damaged."),
        ("A jury cleared Ann Lee of theft and found her guilty of fraud.", "A jury found Ann Lee guilty of fraud."),
        ("Osk will go top, six points clear of Brede.", "Osk will go top, six points clear of Brede."),
        ("The line said it would buy a ferry if prices fell.", "The line will buy a ferry if prices fall."),
        ("The ferry will return in May provided that the town dredges the port.", "The ferry will return if the port is dredged."),
        ("Parliament did not sign the pact before it rose.", "Parliament rose without signing the pact."),
    ],
)  # fmt: skip
def test_what_keeps_its_reserve_is_not_refuted(article: str, statement: str) -> None:
    assert refuting(statement, article) == set()


def test_words_alone_may_leave_open_what_is_held_back() -> None:
    article = "Divers suspect that the hull of the old Anker was cut on purpose on the night of the storm."
    statement = "The hull of the old Anker was sawn on purpose on the night of the storm."
    assert "maybe_as_certain" in rules(statement, article, outcome="open")


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Parliament did not sign the pact before it rose.", "Parliament signed the pact before it rose."),
        ("Rovers failed to sign a keeper before the window shut.", "Rovers signed a keeper before the window shut."),
        ("The line intends to lay off 300 men.", "The line has laid off 300 men."),
    ],
)
def test_a_time_before_or_an_irregular_form_hides_no_negation_and_no_plan(article: str, statement: str) -> None:
    assert refuting(statement, article)


@pytest.mark.parametrize(
    ("article", "statement", "rule", "outcome"),
    [
        ("A jury found Ida Moe not guilty of fraud and guilty of theft.", "A jury found Ida Moe guilty of fraud.", "negation_dropped", "open"),
        ("A jury found Ida Moe not guilty of fraud.", "Ida Moe is guilty.", "negation_dropped", "refuted"),
        ("It possibly sank.", "It sank.", None, None),
        ("The mast possibly sank.", "The mast sank.", "maybe_as_certain", "refuted"),
        ("The mast possibly sank.", "The mast sank in a storm in May off Osk.", None, None),
        ("Bo Lund possibly sank a barge.", "Mate Bo Lund sank a barge.", "maybe_as_certain", "open"),
        ("Rain fell. The mast possibly sank.", "The mast sank.", "maybe_as_certain", "refuted"),
        ("The crew left, but the mast possibly sank.", "The mast sank.", "maybe_as_certain", "refuted"),
        ("The hull was cut, and divers suspect that the hull was cut on purpose.", "The hull was cut.", None, None),
        ("Divers suspect that the hull was cut on purpose; the hull was cut.", "The hull was cut.", None, None),
        ("Divers suspect that the hull was cut on purpose; it was old.", "The hull was cut.", "maybe_as_certain", "refuted"),
        ("Divers suspect that a rival saw that the hull was cut.", "The hull was cut.", None, None),
        ("The inquiry found no evidence that the pilot slept.", "The pilot slept.", "denied_as_fact", "refuted"),
        ("The inquiry found no evidence that the pilot slept.", "The pilot never slept.", None, None),
        ("Fares would rise if the tax fell.", "Fares will rise.", "dropped_condition", "refuted"),
        ("Fares would rise if the tax fell.", "They will rise.", "dropped_condition", "open"),
        ("Fares would rise if the tax fell.", "Fares will rise unless the tax stays.", None, None),
        ("Fares would rise if the tax fell. Fares would rise.", "Fares will rise.", None, None),
        ("Fares would rise if the tax fell, but fares will rise.", "Fares will rise.", None, None),
        ("The line said fares would rise if the tax fell.", "Fares will rise.", None, None),
        ("Fares would rise if the tax fell.", "Wages will rise.", None, None),
        ("Rain fell. Fares would rise if the tax fell.", "Fares will rise.", "dropped_condition", "refuted"),
    ],
)  # fmt: skip
def test_how_much_of_a_statement_is_held_back_says_whether_it_is_refuted_or_open(
    article: str, statement: str, rule: str | None, outcome: str | None
) -> None:
    found = {(f.rule, f.outcome) for f in weighed(statement, article).findings if "tell it" in f.reason}
    assert found == ({(rule, outcome)} if rule else set())


@pytest.mark.parametrize(
    ("article", "statement", "reason"),
    [
        ("A jury found Ida Moe not guilty.", "A jury found Ida Moe guilty.", "the cited sentences say 'not guilty': tell it as they do"),
        ("The mast possibly sank.", "The mast sank.", "the cited sentences tell it only as possible: tell it as they do"),
        ("There is no evidence that the mast sank.", "The mast sank.", "the cited sentences tell it only as denied or not proved: tell it as they do"),
        ("Fares would rise if the tax fell.", "Fares will rise.", "it leaves out the condition on which the cited sentences tell it: keep the 'if'"),
    ],
)  # fmt: skip
def test_the_reason_says_what_would_satisfy_the_rule(article: str, statement: str, reason: str) -> None:
    assert reason in {finding.reason for finding in weighed(statement, article).findings}
