"""One deed told with every force, held against it told with every other: what can't both be true is not proved, and nothing true is refuted."""

from __future__ import annotations

from itertools import product

import pytest

from weighing import weighed

# subject, base, past, participle, third person, gerund, object
DEEDS = (
    ("The guild", "repair", "repaired", "repaired", "repairs", "repairing", "the old theatre"),
    ("Norvia", "take", "took", "taken", "takes", "taking", "the ferry licence"),
)
TELLINGS = {
    "done": ("{S} {past} {O}", "{S} has {part} {O}", "{Oc} was {part} by {s}"),
    "to come": (
        "{S} will {base} {O}", "{S} plans to {base} {O}", "{S} is set to {base} {O}", "{Oc} will be {part} by {s}",
        "{S} postponed {ing} {O}",
    ),
    "not done": (
        "{S} did not {base} {O}", "{S} refused to {base} {O}", "{S} never {past} {O}", "{S} tried in vain to {base} {O}",
        "{S} has yet to {base} {O}", "{S} decided against {ing} {O}",
    ),
    "not to come": ("{S} will not {base} {O}", "{S} has no plans to {base} {O}", "{S} ruled out {ing} {O}"),
    "tried": ("{S} tried to {base} {O}", "{S} wanted to {base} {O}", "{S} is in talks to {base} {O}"),
    "possible": ("{S} may {base} {O}", "{S} might {base} {O}", "{S} is considering {ing} {O}"),
    "denied": ("{S} denied {ing} {O}", "{S} denied that it had {part} {O}"),
    "nearly": ("{S} almost {past} {O}", "{S} came close to {ing} {O}"),
    "alleged": ("{S} allegedly {past} {O}",),
}  # fmt: skip
HEADLINES = {"done": ("{S} {third} {O}", "{Oc} {part} by {s}"), "to come": ("{S} to {base} {O}",)}
LIES = {
    ("to come", "done"), ("not done", "done"), ("not to come", "done"), ("tried", "done"), ("possible", "done"),
    ("denied", "done"), ("nearly", "done"), ("alleged", "done"),
    ("done", "not done"), ("done", "not to come"), ("done", "nearly"), ("done", "denied"), ("done", "to come"),
    ("done", "possible"), ("to come", "not to come"), ("not to come", "to come"), ("possible", "to come"),
    ("tried", "to come"),
}  # fmt: skip


def told(form: str, deed: tuple[str, ...]) -> str:
    subject, base, past, part, third, ing, thing = deed
    small = subject[0].lower() + subject[1:] if subject.startswith("The ") else subject
    return form.format(
        S=subject,
        s=small,
        base=base,
        past=past,
        part=part,
        third=third,
        ing=ing,
        O=thing,
        Oc=thing[0].upper() + thing[1:],
    )


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed[1])
@pytest.mark.parametrize(("said", "mine"), sorted(LIES))
def test_a_deed_told_with_another_force_is_never_proved(said: str, mine: str, deed: tuple[str, ...]) -> None:
    for article, statement in product(TELLINGS[said], (*TELLINGS[mine], *HEADLINES.get(mine, ()))):
        found = weighed(told(statement, deed), f"{told(article, deed)}.")
        assert found.outcome != "worded", (article, statement)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed[1])
@pytest.mark.parametrize("said", TELLINGS)
def test_a_deed_told_with_the_same_force_is_never_refuted(said: str, deed: tuple[str, ...]) -> None:
    for article, statement in product(TELLINGS[said], (*TELLINGS[said], *HEADLINES.get(said, ()))):
        found = weighed(told(statement, deed), f"{told(article, deed)}.")
        assert found.refuted is None, (article, statement, found.refuted)


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("The mill will stay shut until May.", "Mill stays shut until May"),
        ("Clerks accuse the firm of keeping their tips.", "The firm kept their tips, clerks claim"),
        ("Ida Dahl will run in Osk, provided her knee has healed.", "Dahl will run in Osk if her knee has healed"),
        ("Extra benches were found.", "Extra benches could be found"),
        ("One possibility is that the monks burned peat.", "The monks may have burned peat"),
        ("The guild rewrote its code in 2021.", "The guild last rewrote its code in 2021"),
        ("Norvia will trim its staff. Union members fear job cuts.", "Norvia job cuts feared by union members"),
    ],
)
def test_other_words_may_hold_back_what_a_verb_does_not(article: str, statement: str) -> None:
    assert not {"refuted"} & {found.outcome for found in weighed(statement, article).findings}
