"""One test for each lie about what was done, and the fair tellings beside it."""

import pytest

from nutgraf.checking.rules.force.told import told_at
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.wording import wording
from weighing import refuting, rules, weighed


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The ferry was towed to Bergen", "The ferry will be towed to Bergen on Thursday."),
        ("Russia withdrew its troops", "Russia said it would withdraw its troops."),
        ("The two clubs merged", "The two clubs agreed to merge."),
        ("The firm has sold the mill", "The firm is expected to sell the mill."),
        ("The court ruled on Friday", "The court is to rule on Friday."),
    ],
)
def test_plan_as_done(statement: str, article: str) -> None:
    assert refuting(statement, article) == {"plan_as_done"}


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The army left the city", "The army was asked to leave the city."),
        ("The board sued the town", "The board threatened to sue the town."),
        ("Harlow beat Denby", "Harlow fought hard to beat Denby."),
        ("The judge jailed him", "Prosecutors asked the judge to jail him."),
        ("The walls were freed of ivy", "Masons tried to get the walls freed of ivy."),
    ],
)
def test_attempt_as_done(statement: str, article: str) -> None:
    assert refuting(statement, article) == {"attempt_as_done"}


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("Harlow beat Denby on penalties", "Ten-man Harlow fought back to beat Denby on penalties."),
        ("Sofia Brandt won the stage", "Sofia Brandt pushed on to win the stage by nine seconds."),
        ("The climbers reached the hut", "The climbers struggled through to reach the hut at dusk."),
    ],
)
def test_who_gets_through_has_done_it(statement: str, article: str) -> None:
    assert refuting(statement, article) == set()


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The minister took bribes", "The minister denied that he took bribes."),
        ("The minister took bribes", "The minister denies taking bribes."),
        ("The army shelled the camp", "The army dismissed reports that it had shelled the camp."),
    ],
)
def test_denied_as_fact(statement: str, article: str) -> None:
    assert refuting(statement, article) == {"denied_as_fact"}


@pytest.mark.parametrize(
    "article",
    [
        "The minister did not deny taking bribes.",
        "The minister never denied taking bribes.",
        "The minister did not deny that he took bribes.",
        "Nobody denied taking bribes, the minister least of all.",
    ],
)
def test_who_does_not_deny_it_has_not_denied_it(article: str) -> None:
    assert refuting("The minister took bribes", article) == set()


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The ferry was towed to Bergen", "The ferry could be towed to Bergen."),
        ("The ferry will be towed to Bergen", "The ferry may be towed to Bergen."),
        ("The levee broke", "The levee might break."),
    ],
)
def test_maybe_as_certain(statement: str, article: str) -> None:
    assert refuting(statement, article) == {"maybe_as_certain"}


def test_what_stands_behind_whether_to_is_not_asked() -> None:
    article = "The union has yet to decide whether to join and will hold a vote on Friday."
    assert refuting("The union will hold a vote on Friday", article) == set()


@pytest.mark.parametrize(
    "text", ["A fire at the plant spread to a depot.", "The party of the president split in March."]
)
def test_a_past_form_behind_a_phrase_of_its_subject_is_a_verb(text: str) -> None:
    told = wording(text)
    at = next(at for at, low in enumerate(told.in_order) if low in {"spread", "split"})
    assert told_at(told, at).manner == "done"


def test_what_somebody_was_is_a_state() -> None:
    text = wording("Norvia was rich.")
    told = told_at(text, text.in_order.index("rich"))
    assert (told.manner, told.copular) == ("done", True)


def test_a_possibility_is_not_told_as_done() -> None:
    article = "It was possible that the gauge had recorded a slip, he said."
    assert refuting("The gauge recorded a slip", article) == {"maybe_as_certain"}
    assert refuting("The gauge may have recorded a slip", article) == set()


def test_nearly_as_done() -> None:
    assert refuting("The town lost its school", "The town almost lost its school.") == {"nearly_as_done"}
    assert refuting("Prices nearly doubled", "Prices nearly doubled in May.") == set()


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The bank will lend more", "If rates fall, the bank will lend more."),
        ("The airline will resume flights", "The airline said it would resume flights if it could."),
        ("The choir will be disbanded", "The choir will be disbanded unless a sponsor is found."),
    ],
)
def test_dropped_condition(statement: str, article: str) -> None:
    assert "dropped_condition" in refuting(statement, article)


def test_done_as_coming() -> None:
    article = "About 40 guests were brought down on foot."
    assert refuting("The operator will bring down 40 guests", article) == {"done_as_coming"}


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The bridge did not open on Monday", "The bridge opened on Monday."),
        ("Both sides never signed the treaty", "Both sides signed the treaty."),
        ("The dam was not repaired", "The dam was repaired in May."),
    ],
)
def test_turned_round(statement: str, article: str) -> None:
    assert refuting(statement, article) == {"turned_round"}


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The ferry sank", "The ferry did not sink."),
        ("Talks ended the strike", "Talks failed to end the strike."),
        ("The ban was lifted", "The ban has yet to be lifted."),
        ("People died in the crash", "Nobody died in the crash."),
        ("The club will sell Bo Lind", "The club will not sell Bo Lind."),
        ("Lind would appeal", "Lind denied that he would appeal."),
        ("Ida Voll is the mayor of Osk", "Ida Voll is not the mayor of Osk."),
    ],
)
def test_negation_dropped(statement: str, article: str) -> None:
    assert refuting(statement, article) in ({"negation_dropped"}, {"denied_as_fact"})


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("Exports rose in May", "Exports fell in May."),
        ("The council rejected the tram line", "The council approved the tram line."),
        ("The tram line was rejected by the council", "The council approved the tram line."),
        ("The court overturned the ban", "The court upheld the ban."),
        ("Rovers lost the final", "Rovers won the final."),
    ],
)
def test_other_direction(statement: str, article: str) -> None:
    assert refuting(statement, article) == {"other_direction"}


def test_what_somebody_is_is_said_of_the_same_one() -> None:
    assert refuting("The dam is safe", "The dam is not safe.") == {"negation_dropped"}
    assert rules("The dam is safe", "The bridge is not safe.") == {"few_of_its_words"}


@pytest.mark.parametrize(
    ("article", "rule"),
    [
        ("The pipe will be moved and the valve replaced.", {"open"}),
        ("The pipe will have moved and the valve replaced.", {"open"}),
        ("The pipe will be moved; Lund and Moe replaced the valve.", {"refuted"}),
        ("The pipe will move and Lund replaced the valve.", {"refuted"}),
        ("Lund and Moe replaced the valve.", {"refuted"}),
    ],
)
def test_a_participle_may_share_the_will_of_another(article: str, rule: set[str]) -> None:
    found = weighed("The valve will be replaced", article).findings
    assert {finding.outcome for finding in found if finding.rule == "done_as_coming"} == rule


def test_foreign_negation() -> None:
    assert rules("The club will not play in Osk", "The club will boycott Osk.", outcome="open") >= {"foreign_negation"}


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The ferry will be towed to Bergen", "The ferry is to be towed to Bergen on Thursday."),
        ("The ferry ran aground near Bergen", "The ferry has run aground near Bergen."),
        ("The bridge opened on Friday", "The bridge, which will be tolled, opened on Friday."),
        ("Officials said the ferry will be towed", "The ferry will be towed, officials said."),
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
        ("The minister denied that he took bribes", "The minister denied that he took bribes."),
        ("The minister allegedly took bribes", "The minister denies that he took bribes."),
        ("The board will meet", "The board will meet and may vote."),
        ("A second slide could cut the road", "If the rain goes on, a second slide could cut the only road."),
        ("If it rains, the herd will be sold", "The herd would be sold if it rains."),
        ("The strike ended on Friday", "The strike did not end until Friday."),
        ("The strike did not end before Friday", "The strike ended on Friday."),
        ("The court convicted Lind of theft", "The court did not convict Lind of murder but of theft."),
        ("Heavy rain forced the fair's cancellation", "The fair was cancelled because of heavy rain."),
        ("The hill party lost a seat to the harbour party", "The harbour party gained a seat from the hill party."),
        ("Brandt bought the mill", "Marlow sold the mill to Brandt."),
        ("Exports were down in May", "Exports fell in May."),
        ("Imports rose as exports fell", "Exports fell while imports rose."),
        ("Increased fees worry parents", "Parents fear that schools will increase their fees."),
        ("The shuttles would be moved to museums", "The shuttle would be moved to a museum."),
        ("The senator tried to have the portrait removed", "The senator tried to remove the portrait."),
        ("The union told members not to sign", "The union advised members against signing."),
        (
            "Asked if he would stand, Lind said he will decide",
            "Asked if he would stand, Lind said he would decide in May.",
        ),
        ("The town says that it needs a second dam", "The town says that it will need a second dam."),
        (
            "Over 900 boats are thought to have been sold by June",
            "Over 900 boats will have been sold by June, he said.",
        ),
        (
            "A survey confirmed the leak",
            "The firm denied that it was at fault and said a survey had confirmed the leak.",
        ),
        ("Ann Lund will get extended leave", "The board extended its session. Ann Lund will get an extended leave."),
        (
            "Ships bought and registered abroad may not sail, he fears",
            "He fears that ships may not sail if they are bought and may be registered abroad.",
        ),
        ("A second jet, painted blue, is on its way", "A second jet is on its way. It will be painted blue."),
        ("The signal failed at times", "The signal would fail when the phone was held, users said."),
        ("Norvia recommended another grip", "Norvia was first to recommend another grip."),
        (
            "Guards were told to leave, a former clerk suggested",
            "Roe rejected a suggestion by a former clerk that guards had been told to leave.",
        ),
        ("The widow went to court to have the sale stopped", "The widow sued to stop the sale."),
        ("The board will answer by June", "The board will answer by June and will hire two clerks if the town agrees."),
        (
            "The board would answer by June",
            "Roe said the board would answer by June and would hire clerks if the town agreed.",
        ),
    ],
)
def test_the_same_in_other_words_is_not_refuted(statement: str, article: str) -> None:
    assert weighed(statement, article).outcome != "refuted", weighed(statement, article).findings


@pytest.mark.parametrize(
    ("text", "verb", "manner"),
    [
        ("The dam has been repaired.", "repair", "done"),
        ("The dam had not been repaired.", "repair", "not"),
        ("The dam is being repaired.", "repair", "present"),
        ("The dam will soon be repaired.", "repair", "will"),
        ("The dam would be repaired.", "repair", "would"),
        ("The dam could have been repaired.", "repair", "maybe"),
        ("They said that the dam would be repaired.", "repair", "will"),
        ("They refused to repair the dam.", "repair", "not"),
        ("They plan to repair the dam.", "repair", "planned"),
        ("They wanted to repair the dam.", "repair", "sought"),
        ("They managed to repair the dam.", "repair", "unknown"),
        ("The repair of the dam took a year.", "repair", "unknown"),
        ("The repaired dam held.", "repair", "unknown"),
        ("If they repaired the dam, it held.", "repair", "maybe"),
        ("None of the dams was repaired.", "repair", "not"),
        ("The town left the dam without repairing it.", "repair", "not"),
        ("The repairs were nearly finished.", "finish", "almost"),
        ("The dams need repair.", "need", "present"),
        ("The costs will exceed the grant.", "exceed", "will"),
        ("The dam is believed to have been repaired.", "repair", "unknown"),
        ("The town denied that the dam leaked and said it had been repaired.", "repair", "done"),
        ("The town denied that the dam leaked and was repaired.", "repair", "denied"),
        ("They will have repaired the dam.", "repair", "will"),
        ("They may have repaired the dam.", "repair", "maybe"),
        ("They would have repaired the dam.", "repair", "would"),
        ("They'd have repaired the dam.", "repair", "would"),
        ("They seem to have repaired the dam.", "repair", "unknown"),
        ("They have never repaired the dam.", "repair", "not"),
        ("They have repaired the dam.", "repair", "done"),
        ("The dam got repaired.", "repair", "done"),
        ("The dam is repaired.", "repair", "present"),
        ("The dam was being repaired.", "repair", "done"),
        ("The dam must be repaired.", "repair", "sought"),
        ("The dam needs to be repaired.", "repair", "sought"),
        ("The dam is to be repaired.", "repair", "planned"),
        ("The dam had nearly been repaired.", "repair", "almost"),
        ("They wanted the dam repaired.", "repair", "sought"),
        ("They wanted rain, repaired the dam and left.", "repair", "done"),
        ("They want a dam that was once built and repaired.", "repair", "done"),
        ("They will see 4 and 5 dams repaired.", "repair", "will"),
        ("They will have a lock and repaired dams.", "repair", "done"),
        ("They will have the dam repaired.", "repair", "will"),
        ("They went to court to have the dam repaired.", "repair", "unknown"),
        ("They plan to have the dam repaired.", "repair", "sought"),
        ("They are repairing the dam.", "repair", "ongoing"),
        ("They were repairing the dam.", "repair", "done"),
        ("They have been repairing the dam.", "repair", "ongoing"),
        ("They will be repairing the dam.", "repair", "will"),
        ("They were accused of repairing the dam.", "repair", "alleged"),
        ("They were kept from repairing the dam.", "repair", "not"),
        ("Rain prevented them from repairing the dam.", "repair", "not"),
        ("They ruled out repairing the dam.", "repair", "not"),
        ("They denied repairing the dam.", "repair", "denied"),
        ("They considered repairing the dam.", "repair", "maybe"),
        ("No one repaired the dam.", "repair", "not"),
        ("They said nobody repaired the dam.", "repair", "not"),
        ("They left, and no crew repaired the dam.", "repair", "not"),
        ("They did not repair the dam.", "repair", "not"),
        ("They didn't repair the dam.", "repair", "not"),
        ("They no longer repair the dam.", "repair", "unknown"),
        ("They failed to repair the dam.", "repair", "not"),
        ("They tried to repair the dam.", "repair", "sought"),
        ("They agreed to repair the dam.", "repair", "planned"),
        ("They have yet to repair the dam.", "repair", "not"),
        ("They were about to repair the dam.", "repair", "planned"),
        ("They would consider repairing the dam.", "repair", "maybe"),
        ("They should repair the dam.", "repair", "sought"),
        ("They can repair the dam.", "repair", "unknown"),
        ("They quickly repaired the dam.", "repair", "done"),
        ("They almost repaired the dam.", "repair", "almost"),
        ("They were urged to repair the dam.", "repair", "sought"),
        ("They repair the dam.", "repair", "unknown"),
        ("It repairs the dam.", "repair", "unknown"),
        ("They decided to repair the dam.", "repair", "decided"),
        ("They began to repair the dam.", "repair", "unknown"),
        ("They vowed to repair the dam.", "repair", "planned"),
        ("They promised to repair the dam.", "repair", "planned"),
        ("They cannot repair the dam.", "repair", "not"),
        ("They won't repair the dam.", "repair", "not"),
        ("They hope to repair the dam.", "repair", "sought"),
        ("They threatened to repair the dam.", "repair", "sought"),
    ],
)
def test_with_what_force_a_verb_is_told(text: str, verb: str, manner: str) -> None:
    words = wording(text)
    at = next(at for at, word in enumerate(words.words) if word.stem == stem(verb))
    assert told_at(words, at).manner == manner
