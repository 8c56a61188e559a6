"""Gold read in each of its forms, every measure on answers made by hand, intervals, and the page of slips."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.errors import ArticleError
from nutgraf.evaluation import Gold, evaluate, load
from nutgraf.evaluation.evaluate import interval
from nutgraf.evaluation.ranges import paired, same_speaker
from nutgraf.results import Brief, Evaluation, Outcome, Quote, Rates, Ratio, Speaker
from nutgraf.telling import Briefs

FOLDER = Path(__file__).parents[3] / "examples" / "stories"
BRIEFS = Briefs.load(FOLDER / "briefs.jsonl")
FERRY = BRIEFS[0]
TEXT = 'The mayor, Ana Prado, opened a bridge on Friday. "It will hold," she said. A parade on Monday was called off.'
RECORD = {
    "article": {"text": TEXT, "published": "2026-05-02", "key": "bridge"},
    "quotes": [{"content": "It will hold,", "speaker": "Ana Prado", "mention": "she"}],
    "events": [
        {"what": "The mayor opens a bridge", "status": "occurred", "evidence": ["The mayor, Ana Prado, opened a bridge on Friday."]},
        {"title": "A parade is called off", "status": "cancelled", "evidence": "A parade on Monday was called off.", "minor": True},
    ],
    "points": [{"text": "A bridge opened.", "evidence": ["The mayor, Ana Prado, opened a bridge on Friday."]}],
}  # fmt: skip


def changed(brief: Brief, **changes: Any) -> Brief:
    return brief.model_copy(update=changes)


def rates(evaluation: Evaluation, measure: str) -> tuple[int, int, int, int]:
    found = evaluation[measure].rates
    return found.delivered.right, found.delivered.of, found.gold.right, found.gold.of


def test_a_brief_is_right_by_itself_in_everything() -> None:
    evaluation = evaluate(BRIEFS, BRIEFS)
    assert evaluation.slips == ()
    for figure in evaluation.figures:
        if figure.measure != "verbatim":
            assert (figure.rates.f1, figure.low, figure.high) == (1.0, 1.0, 1.0), figure.measure


def test_what_is_left_out_is_missed_and_what_is_made_up_is_not_in_gold() -> None:
    less = changed(FERRY, quotes=FERRY.quotes[:1], events=FERRY.events[1:])
    evaluation = evaluate([FERRY], [less])
    assert rates(evaluation, "events") == (3, 3, 3, 4)
    assert rates(evaluation, "quotes") == (0, 0, 0, 1)
    assert rates(evaluation, "speakers") == (1, 1, 1, 3)
    assert {(slip.measure, slip.kind) for slip in evaluation.slips} == {
        ("quotes", "missed"), ("indirect", "missed"), ("events", "missed"),
    }  # fmt: skip
    more = evaluate([less], [FERRY])
    assert rates(more, "events") == (3, 4, 3, 3)
    assert {slip.kind for slip in more.slips} == {"not in gold"}


def test_a_wrong_status_date_figure_and_speaker_are_told_each() -> None:
    first = FERRY.events[0]
    assert first.time
    wrong = first.model_copy(
        update={
            "status": "planned",
            "time": first.time.model_copy(update={"value": "2026-02-03", "start": None, "end": None}),
            "quantities": (first.quantities[0].model_copy(update={"value": 13.0}),),
        }
    )
    quote = FERRY.quotes[1].model_copy(update={"speaker": Speaker(name="Olav Rystad")})
    told = changed(FERRY, events=(wrong, *FERRY.events[1:]), quotes=(FERRY.quotes[0], quote, FERRY.quotes[2]))
    evaluation = evaluate([FERRY], [told])
    slips = {(slip.measure, slip.kind): (slip.wanted, slip.got) for slip in evaluation.slips}
    assert slips == {
        ("statuses", "wrong"): ("occurred", "planned"),
        ("dates", "wrong"): ("2026-02-02", "2026-02-03"),
        ("figures", "missed"): ("12", None),
        ("figures", "not in gold"): (None, "13"),
        ("speakers", "wrong"): ("Ida Brenn", "Olav Rystad"),
    }
    assert rates(evaluation, "statuses") == (3, 4, 3, 4)
    assert rates(evaluation, "speakers") == (2, 3, 2, 3)


def test_a_record_names_words_and_leaves_out_what_is_not_judged() -> None:
    gold = Gold.from_record(RECORD)
    assert gold.quotes
    assert [TEXT[a:b] for quote in gold.quotes for a, b in quote.content] == ["It will hold,"]
    assert gold.events
    assert [event.minor for event in gold.events] == [False, True]
    bare = Gold.from_record({"text": TEXT, "points": []})
    assert (bare.quotes, bare.events, bare.points) == (None, None, ())
    measures = [figure.measure for figure in evaluate([bare], []).figures]
    assert measures == ["verbatim", "points"]


def test_a_minor_event_is_right_if_delivered_and_no_loss_if_not() -> None:
    gold = Gold.from_record(RECORD)
    from nutgraf.results import Event, Provenance

    spans = [gold.article.span(*event.evidence[0]) for event in gold.events or ()]
    both = tuple(
        Event(title="x", status=status, evidence=(span,))
        for span, status in zip(spans, ("occurred", "cancelled"), strict=True)
    )
    made_by = Provenance(model="m", host="", prompts={}, version="")
    one = Brief(article=gold.article, events=both[:1], provenance=made_by)
    assert rates(evaluate([gold], [one]), "events") == (1, 1, 1, 1)
    assert rates(evaluate([gold], [changed(one, events=both)]), "events") == (2, 2, 1, 1)
    assert rates(evaluate([gold], [changed(one, events=both[1:])]), "events") == (1, 1, 0, 1)


def test_gold_without_a_brief_counts_as_missed_and_is_named() -> None:
    evaluation = evaluate(BRIEFS[:2], [Outcome(key="x", source=None, brief=BRIEFS[1])])
    assert evaluation.missing == ("ferry-1",)
    assert rates(evaluation, "events") == (4, 4, 4, 8)


def test_what_a_brief_was_not_asked_for_is_not_missed() -> None:
    asked = FERRY.provenance.model_copy(update={"prompts": {"frame/v2": "", "quotes/v2": ""}})
    alone = changed(FERRY, events=(), summary=(), provenance=asked)
    measured = {figure.measure for figure in evaluate([FERRY], [alone]).figures}
    assert measured == {"verbatim", "quotes", "quotes ≈", "indirect", "speakers"}
    failed = changed(alone, provenance=asked.model_copy(update={"prompts": {"quotes/v2": "", "events/v2": ""}}))
    assert rates(evaluate([FERRY], [failed]), "events")[2:] == (0, len(FERRY.events))


def test_gold_judges_what_its_brief_was_asked_for_alone(tmp_path: Path) -> None:
    asked = FERRY.provenance.model_copy(update={"prompts": {"frame/v2": "", "quotes/v2": ""}})
    alone = changed(FERRY, events=(), summary=(), provenance=asked)
    measured = {"verbatim", "quotes", "quotes ≈", "indirect", "speakers"}
    (tmp_path / "gold.jsonl").write_text(alone.model_dump_json())
    for gold in (alone, *load(tmp_path / "gold.jsonl")):
        evaluation = evaluate([gold], [FERRY])
        assert {figure.measure for figure in evaluation.figures} == measured
        assert evaluation.slips == ()
    emptied = changed(FERRY, events=())
    assert rates(evaluate([emptied], [FERRY]), "events") == (0, 4, 0, 0)


def test_reported_words_with_quoted_ones_among_them_are_indirect_in_gold_as_in_a_brief() -> None:
    article = Article.from_text("The plan has a “strong rationale” behind it, Ann Lee said.", key="plan")
    clause = article.span(0, article.text.index(","))
    quote = Quote(id="q1", kind="mixed", content=(clause,), speaker=Speaker(name="Ann Lee"), cue=None)
    brief = Brief(article=article, quotes=(quote,), provenance=FERRY.provenance)
    evaluation = evaluate([brief], [brief])
    assert evaluation.slips == ()
    assert rates(evaluation, "indirect") == rates(evaluation, "speakers") == (1, 1, 1, 1)
    assert rates(evaluation, "quotes") == (0, 0, 0, 0)


def test_a_brief_of_another_text_is_refused() -> None:
    other = changed(
        FERRY, article=BRIEFS[1].article.model_copy(update={"key": "ferry-1"}), quotes=(), events=(), summary=()
    )
    with pytest.raises(ArticleError, match="ferry-1: the brief is of another text"):
        evaluate([FERRY], [other])
    with pytest.raises(ArticleError, match="no gold"):
        evaluate([], BRIEFS)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([], "not a JSON object"),
        ({}, "no article"),
        ({"article": {"text": ""}}, "can't be read"),
        ({"text": TEXT, "quotes": "x"}, "quotes is a list of objects"),
        ({"text": TEXT, "quotes": [{"content": "never said"}]}, "do not stand in the article"),
        ({"text": TEXT, "quotes": [{"speaker": "x"}]}, "names no words"),
        ({"text": TEXT, "quotes": [{"content": "hold", "kind": "loud"}]}, "kind 'loud'"),
        ({"text": TEXT, "events": [{"status": "maybe", "evidence": "hold"}]}, "status 'maybe'"),
        (
            {"text": TEXT, "events": [{"status": "occurred", "evidence": [{"text": "x", "start": 0, "end": 1}]}]},
            "no slice",
        ),
    ],
)
def test_a_bad_record_is_an_error_that_says_where(tmp_path: Path, record: Any, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(RECORD) + "\n" + json.dumps(record) + "\n", "utf-8")
    with pytest.raises(ArticleError, match=message) as caught:
        load(path)
    assert f"{path}:2" in str(caught.value)


def test_a_file_without_gold_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n", "utf-8")
    with pytest.raises(ArticleError, match="no gold in it"):
        load(tmp_path / "empty.jsonl")
    (tmp_path / "torn.jsonl").write_text("{", "utf-8")
    with pytest.raises(ArticleError, match="not JSON"):
        load(tmp_path / "torn.jsonl")


counts = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda pair: (min(pair), max(pair)))


@settings(deadline=None)
@given(st.lists(st.tuples(counts, counts), min_size=2, max_size=12))
def test_an_interval_lies_within_zero_and_one_and_is_the_same_each_time(found: list[Any]) -> None:
    each = [Rates(Ratio(*a), Ratio(*b)) for a, b in found]
    low, high = interval(each)
    assert (low, high) == interval(each)
    assert (low is None) == (high is None)
    if low is not None and high is not None:
        assert 0.0 <= low <= high <= 1.0


def test_an_interval_needs_two_articles_and_holds_the_figure() -> None:
    half, whole = Rates(Ratio(1, 2), Ratio(1, 2)), Rates(Ratio(2, 2), Ratio(2, 2))
    assert interval([half]) == (None, None)
    assert interval([whole] * 3) == (1.0, 1.0)
    low, high = interval([half, whole] * 5)
    assert low is not None
    assert high is not None
    assert 0.5 <= low < 0.75 < high <= 1.0


fits = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.lists(st.booleans(), min_size=n, max_size=n), min_size=1, max_size=6)
)


@given(fits)
def test_pairs_are_one_to_one_and_each_fits(rows: list[list[bool]]) -> None:
    pairs = paired([(rows, range(len(rows)))])
    assert len(set(pairs.values())) == len(pairs)
    assert all(rows[row][column] for row, column in pairs.items())
    left = [row for row in range(len(rows)) if row not in pairs]
    assert not any(rows[row][column] and column not in pairs.values() for row in left for column in range(len(rows[0])))


def test_a_name_is_the_golds_when_it_holds_the_full_one() -> None:
    assert same_speaker("Mayor Ana Prado", "Ana Prado", None)
    assert not same_speaker("Prado", "Ana Prado", None)
    assert same_speaker(None, None, "an official")
    assert same_speaker("an official", None, "an official")
    assert not same_speaker("Ana Prado", None, "an official")


def test_the_page_shows_each_slip_in_its_surroundings_and_nothing_of_it_is_markup() -> None:
    evil = FERRY.events[0].model_copy(update={"title": "<script>alert(1)</script>"})
    page = evaluate([FERRY], [changed(FERRY, events=(evil, *FERRY.events))]).to_html(title="<b>x</b>")
    assert "<script" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "<mark>" in page
    rows = evaluate([FERRY], [FERRY]).to_dicts()
    assert {"measure", "precision", "recall", "f1", "low", "high", "right", "delivered", "found", "gold"} == set(
        rows[0]
    )


def test_an_evaluation_survives_json() -> None:
    evaluation = evaluate([FERRY], [changed(FERRY, events=())])
    assert Evaluation.model_validate_json(evaluation.model_dump_json()) == evaluation
    with pytest.raises(KeyError):
        evaluation["beauty"]


def test_a_folder_is_gold_and_an_article_may_be_named_as_its_file(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("“It rained,” said Ann Lee.")
    quote = {"content": "It rained,", "speaker": "Ann Lee"}
    one = json.dumps({"article": "../texts/a.txt", "quotes": [quote]}, indent=1)
    (tmp_path / "gold" / "a.json").write_text(one)
    (tmp_path / "gold" / "b.jsonl").write_text(json.dumps({"text": "“It rained,” said Ann Lee.", "quotes": [quote]}))
    (tmp_path / "gold" / "README.md").write_text("What this is.")
    assert [found.quotes[0].speaker for found in load(tmp_path / "gold") if found.quotes] == ["Ann Lee"] * 2
    (tmp_path / "gold" / "a.json").write_text(one.replace("a.txt", "none.txt"))
    with pytest.raises(ArticleError, match=r"a\.json:1: .*none\.txt: no such file"):
        load(tmp_path / "gold")
    (tmp_path / "gold" / "a.json").unlink()
    (tmp_path / "gold" / "b.jsonl").unlink()
    with pytest.raises(ArticleError, match="no gold in it"):
        load(tmp_path / "gold")
    with pytest.raises(ArticleError, match="or its file"):
        Gold.from_record({"article": "a.txt"})


def test_the_gold_of_the_examples_is_gold_as_it_stands() -> None:
    examples = load(Path(__file__).parents[3] / "examples" / "gold")
    assert len(examples) == 6
    assert all(one.quotes and one.events for one in examples)
