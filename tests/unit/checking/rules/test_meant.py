"""Whom a sentence means without naming: who says so, and how far off the sentence that names them may stand."""

from __future__ import annotations

import pytest

from weighing import weighed


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        # a pronoun, of the one named last before
        ("Ida Dahl left Osk", "Ida Dahl met Bo Lind. {She left Osk.}"),
        ("Ida Dahl left Osk with Carl Moe", "Ida Dahl met a man. {She left Osk with Carl Moe.}"),
        ("Mayor Dahl left Osk", "Ida Dahl is the mayor of Osk. {She left Osk.}"),
        ("Ida Dahl says taxes will rise", "Ida Dahl spoke. {“Taxes will rise,” she said.}"),
        # a body: by a pronoun, a common noun, a shorter form
        ("Norvia shut its mill", "Shares of Norvia fell. {The company shut its mill.}"),
        ("Norvia shut the mill", "Shares of Norvia fell. {They shut the mill.}"),
        ("Norvia shut the mill", "Shares of Norvia fell. {It rained. Then it shut the mill.}"),
        ("Norvia Group shut the mill", "Shares of Norvia Group fell. {The Group shut the mill.}"),
        ("Coastal League shut the hall", "The Coastal League met. {The League shut the hall.}"),
        ("The Sella left port at noon", "The ferry Sella was repaired. {This ship left port at noon.}"),
        ("Norvia shut the mill of Sella", "Shares of Norvia fell. {It shut the mill of Sella Group.}"),
        # whom the story is about, named in its first two sentences; or in the sentence before
        ("Norvia shut the mill", "Shares of Norvia fell. Rain fell. Snow fell. {It shut the mill.}"),
        ("Norvia shut the mill", "Rain fell. Shares of Norvia fell. Hail fell. Snow fell. {It shut the mill.}"),
        ("Norvia shut the mill", "Rain fell. Snow fell. Shares of Norvia fell. {It shut the mill.}"),
        ("Norvia shut the mill", "Shares of Norvia fell. {Rain fell as the big old company shut the mill.}"),
        # of two Lunds the one whom the article calls so
        ("Lund left Osk", "Ida Lund met clerks. Bo Lund was late. Lund slept. {He left Osk.}"),
        ("Ida Dahl left Osk", "Ida Dahl met a man. {She, too, left Osk.}"),
        # a group
        ("Ferry crews want more pay", "Ferry crews face a strike. {They want more pay.}"),
    ],
)
def test_the_sentence_that_names_them_carries_the_name(statement: str, article: str) -> None:
    found = weighed(statement, article)
    assert (found.outcome, found.findings) == ("worded", ())
    cited = article[article.find("{") + 1 : article.find("}")]
    assert " ".join(span.text for span in found.evidence).startswith(cited)
    assert len(found.evidence) == cited.count(". ") + 2


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("Norvia shut the mill", "Rain fell. Snow fell. Shares of Norvia fell. Hail fell. {It shut the mill.}"),
        ("Norvia shut the mill", "Shares of Norvia fell. {It shut the mill of Sella Group.}"),
        ("Ida Dahl left Osk", "Ida Dahl spoke. Bo Lind spoke. {She left Osk.}"),
        ("Ida Dahl left Osk", "Ida Dahl is the mayor of Osk. Rain fell. {The mayor left Osk.}"),
        ("Lund left Osk", "Bo Lund met clerks. Lund was late. Ida Lund was not. {She left Osk.}"),
        ("Norvia shut the mill", "Shares of Norvia fell. {Rain fell as the big old barge shut the mill.}"),
        ("The Sella left port at noon", "The ferry Sella was repaired. {A ship left port at noon.}"),
        ("Ferry crews want more pay", "Ferry crews face a strike. {We want more pay.}"),
        ("Ferry crews want more pay", "Ferry crews face a strike. Rain fell. {They want more pay.}"),
        ("Ferry crews want more pay", "Dock crews face a strike. {They want more pay.}"),
    ],
)
def test_somebody_else_or_too_far_off_carries_none(statement: str, article: str) -> None:
    found = weighed(statement, article)
    assert found.outcome == "open"
    assert len(found.evidence) == 1
    assert not {"name_from_elsewhere", "name_at_the_head"}.isdisjoint({finding.rule for finding in found.findings})


def test_of_several_sentences_the_one_that_has_the_missing_word_is_taken() -> None:
    found = weighed(
        "Ida Dahl had no plans to leave", "Ida Dahl met the board. Dahl’s team agreed. {Dahl had no plans to leave.}"
    )
    assert [span.text for span in found.evidence] == ["Dahl had no plans to leave.", "Ida Dahl met the board."]


def test_the_sentence_that_names_them_has_the_name_and_is_no_bare_line() -> None:
    found = weighed("Ida Dahl left Osk", "Ida Dahl is from Lund. Ida sings. {She left Osk.}")
    assert found.evidence[-1].text == "Ida Dahl is from Lund."
    found = weighed("Norvia shut the mill", "NORVIA 2\n\nShares of Norvia fell in Osk. Rain fell. {It shut the mill.}")
    assert found.evidence[-1].text == "Shares of Norvia fell in Osk."
    found = weighed(
        "Norvia shut the mill",
        "NORVIA 2 (after 90 mins)\n\nShares of Norvia fell in Osk. Rain fell. {It shut the mill.}",
    )
    assert found.evidence[-1].text == "Shares of Norvia fell in Osk."
