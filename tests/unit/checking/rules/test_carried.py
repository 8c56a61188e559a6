"""Fair paraphrases whose words the cited sentences carry: nothing marks them; and the lies beside them that stay marked."""

import pytest

from weighing import rules, weighed


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        # a word of everyday language, where the statement writes its names with capitals or has none
        ("The Rhena draws ten boats a week", "The Rhena has ten boats a week."),
        ("Users may set a limit", "The limit is for those who want one, said Dahl. {The limit may be set by users.}"),
        # digits that are a name
        ("The F900's left wing hit a pole", "The F900 rolled out. {The plane's left wing hit a pole.}"),
        ("The phone, a Sona 4, was shown", "Dahl showed the Sona 4. {The phone was shown.}"),
        ("The 929 is to fly in May", "Norvia builds the 929. {The jet is to fly in May.}"),
        # "first" that counts nothing, "the two" of those told of
        ("Dahl first sold boats", "Initially Dahl sold boats."),
        ("The two sides met", "Both sides met."),
        # what a number counts, told by a noun before its head
        ("Norvia will cut 900 jobs", "Norvia announced 900 job cuts."),
        # two measures of one thing
        ("The staff falls by 5,000", "The staff falls by about 5,000, or 9% of all."),
        ("Norvia is set to reach 70m riders", "Norvia will see its riders jump to 70m over the next years."),
        # a "not" within a word
        ("It was not clear who won", "It was unclear who won."),
        ("The advice is not binding", "The advice is non-binding."),
        ("The board will not sell if the price does not rise", "The board will not sell unless the price rises."),
        # whom the story goes on about
        ("Norvia shut its mill", "Shares of Norvia fell. {The company shut its mill.}"),
        ("The Sella left port at noon", "The ferry Sella was repaired. {The ship left port at noon.}"),
        ("Ida Dahl was paid nine million", "Ida Dahl left. {She was paid nine million.}"),
        # two counts of one indictment
        ("A jury convicted Dahl of perjury", "A jury acquitted Dahl of theft but found her guilty of perjury."),
        (
            "A jury convicted Voss-Lind of perjury",
            "A jury cleared Ann Voss-Lind of theft and found her guilty of perjury.",
        ),
        # "has not yet" for "has yet to"
        ("The board has not yet agreed", "The board has yet to agree."),
        ("The yearly fair opened", "The annual fair opened."),
        # a number of what others name, and of time
        ("Divers found 90 lice infections", "Divers found 90 cases of lice infection in the bay."),
        (
            "Over the next 18 months divers found 90 lice",
            "Over the next 18 months, divers found 90 lice.",
        ),
        ("She was told three times that the boat leaked", "She was told on three occasions that the boat leaked."),
        # other words for a "not"
        ("The two sides could not agree on a price", "The two sides failed to agree on a price."),
        ("The fair was called off for lack of funds", "The fair was cancelled because of a shortage of funds."),
        ("A rival bid was rejected", "A rival bid was turned down."),
        ("Sales declined 3 per cent", "Sales fell 3 per cent."),
        # one defeat, told of who lost, and a change of something else
        ("Her motion lost by three votes", "Her motion was defeated by three votes."),
        ("Norvia sacked Dahl after a 3-1 defeat in Moss", "Norvia lost 3-1 in Moss. Norvia have sacked Dahl."),
        ("Norvia fell to a loss", "Norvia slid to a loss, as higher fuel costs hurt."),
        # a condition of what follows alone
        (
            "Norvia intends to apply in May",
            "Norvia said it intended to apply in May and, if the board agreed, could sell ten boats.",
        ),
        # the short form of a body's name
        (
            "The Coastal League gets the mill",
            "The Coastal League met Dahl. {Under the deal, the League gets the mill.}",
        ),
    ],
)
def test_carried(statement: str, article: str) -> None:
    found = weighed(statement, article)
    assert not [f for f in found.findings if f.rule != "few_of_its_words"], found.findings


@pytest.mark.parametrize(
    ("statement", "article", "rule"),
    [
        ("voll met pilots", "Ida Lind met pilots.", "name_in_small_letters"),
        ("The F901 hit a pole", "The F900 hit a pole.", "invented_name"),
        ("The second boat sank", "{The third boat sank.} A second one left.", "number_from_elsewhere"),
        ("Norvia cut 900 mills", "Norvia announced 900 job cuts at its mills.", "number_of_something_else"),
        ("A jury convicted Dahl of theft", "A jury acquitted Dahl of theft.", "other_direction"),
        ("The board did not agree", "The board agreed.", "foreign_negation"),
        ("The board declined the offer", "The board took the offer.", "foreign_negation"),
        ("The board could not agree", "The board met and agreed in May.", "foreign_negation"),
        ("Norvia won 3-1 in Moss", "Norvia lost 3-1 in Moss.", "other_direction"),
        ("Norvia sales fell in May", "Norvia sales were higher in May.", "other_direction"),
        ("Norvia will apply in May", "Norvia will apply in May if the board agrees.", "dropped_condition"),
        ("Nine firefighters died", "Firefighters found nine people dead.", "number_of_something_else"),
        ("Nine dockers left", "Nine crates of cod for dockers left.", "number_of_something_else"),
        ("Nine dockers loaded crates", "Dockers loaded nine crates.", "number_of_something_else"),
        ("The boat is now 2.8 feet off the rocks", "It drifted to 2.8 miles from the reef.", "few_of_its_words"),
        (
            "Norvia shut its mill",
            "Shares of Norvia fell. {Orbis Motors said the company shut its mill.}",
            "name_from_elsewhere",
        ),
        (
            "Ida Dahl was paid nine million",
            "Ida Dahl left. Ann Voss came. {She was paid nine million.}",
            "name_from_elsewhere",
        ),
    ],
)
def test_marked(statement: str, article: str, rule: str) -> None:
    assert rule in rules(statement, article)


def test_a_sentence_that_names_joins_the_evidence_and_lends_no_other_word() -> None:
    found = weighed("Norvia lost its mill", "Shares of Norvia fell. {It shut a mill.}")
    assert len(found.evidence) == 2
    assert "few_of_its_words" not in {
        f.rule for f in weighed("Norvia shut a mill", "Shares of Norvia fell. {It shut a mill.}").findings
    }
