"""Two versions side by side: sentences, figures, items; what can be carried over and what can't."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.reading import read
from nutgraf.results import Brief, FieldChange, Revision, Speaker
from nutgraf.revisions import compare
from nutgraf.revisions.carrying import carried
from nutgraf.revisions.sentences import Alignment, aligned
from nutgraf.telling import Briefs

FERRY = Briefs.load(Path(__file__).parents[3] / "examples" / "stories" / "briefs.jsonl")[0]
TEXT = FERRY.article.text


def version(*changes: tuple[str, str], published: str | None = "2026-02-03") -> Article:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Article.from_text(text, title=FERRY.article.title, published=published, key="ferry-1b")


def side_by_side(new: Article) -> Alignment:
    return aligned(read(FERRY.article), read(new))


def test_a_text_and_itself_have_nothing_to_tell() -> None:
    found = compare(FERRY, FERRY)
    assert (found.sentences, found.items, found.changed) == ((), (), False)


def test_white_space_and_new_lines_change_no_sentence() -> None:
    assert not compare(FERRY.article, version(("\n\n", "\n\n\n"), ("coast guard", "coast  guard"))).changed


def test_an_altered_sentence_tells_its_figures_and_days() -> None:
    found = compare(FERRY.article, version(("killing 12", "killing 14"), ("on Thursday", "on Friday")))
    assert [one.change for one in found.sentences] == ["altered", "altered"]
    assert found.sentences[0].fields == (FieldChange(field="figure", old="12 people", new="14 people"),)
    (day,) = found.sentences[1].fields
    assert (day.field, day.old, day.new) == ("time", "Thursday (2026-02-05)", "Friday (2026-02-06)")


def test_sentences_come_and_go() -> None:
    cut = "The Maren had left Sandhaven at 9 p.m. with 84 passengers aboard, the harbour office said."
    found = compare(
        FERRY.article, version((f"{cut}\n\n", ""), ("Transport Minister", "It rained all night. Transport Minister"))
    )
    assert [(one.change, (one.old or one.new).text) for one in found.sentences if one.old or one.new] == [
        ("removed", cut),
        ("added", "It rained all night."),
    ]
    assert [(one.item, one.change) for one in found.items] == [("quote", "removed")]


def test_an_altered_quotation_and_its_speaker_are_told() -> None:
    new = version(("a bang", "a crash"), ("Ida Brenn", "Ida Moen"))
    (item,) = compare(FERRY.article, new).items
    assert (item.item, item.change) == ("quote", "altered")
    assert {one.field: (one.old, one.new) for one in item.fields} == {
        "words": ("We heard a bang and then the lights went out,", "We heard a crash and then the lights went out,"),
        "speaker": ("Ida Brenn", "Ida Moen"),
    }


def test_events_tell_status_figure_day_and_place() -> None:
    first = FERRY.events[0]
    assert first.time
    changed = first.model_copy(
        update={
            "status": "hypothetical",
            "quantities": (first.quantities[0].model_copy(update={"value": 14.0}),),
            "time": first.time.model_copy(update={"value": "2026-02-01"}),
            "place": None,
        }
    )
    newer = FERRY.model_copy(update={"events": (changed, *FERRY.events[1:-1])})
    altered, removed = compare(FERRY, newer).items
    assert [one.field for one in altered.fields] == ["status", "figure", "time", "place"]
    assert (removed.change, removed.old, removed.new) == ("removed", "e4", None)


def test_what_rests_on_kept_sentences_is_carried_to_its_new_place() -> None:
    new = version(("TOLVIK (Tolvik Courier) — ", "TOLVIK (Tolvik Courier) — Snow fell. "), ("on Thursday", "on Friday"))
    kept = carried(FERRY, side_by_side(new))
    assert [one.id for one in kept.events] == ["e1", "e2", "e3"]
    assert len(kept.quotes) == 3
    for item in (*kept.quotes, *kept.events, *kept.points):
        spans = item.content if hasattr(item, "content") else item.evidence
        assert all(new.text[span.start : span.end] == span.text for span in spans)
    assert kept.events[0].time
    assert kept.events[0].time.span
    assert new.text[slice(kept.events[0].time.span.start, kept.events[0].time.span.end)] == "Monday night"


def test_a_speaker_whose_name_is_gone_is_asked_about_again() -> None:
    said = "“We heard a bang and then the lights went out,” said Ida Brenn, a nurse who was on the lower deck."
    brief = FERRY.model_copy(
        update={
            "quotes": (
                FERRY.quotes[0].model_copy(
                    update={
                        "speaker": FERRY.quotes[1].speaker
                        and FERRY.quotes[1].speaker.model_copy(update={"mention": None})
                    }
                ),
            ),
            "events": (),
            "summary": (),
        }
    )
    assert len(carried(brief, side_by_side(version(("71", "72")))).quotes) == 1
    gone = carried(brief, side_by_side(version((said, "Nobody spoke."))))
    assert gone.quotes == ()
    assert gone.again == {1}


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("Chen Li", "Nobody said so. The policy was old.", False),
        ("Chen Li", "Nobody said so. The policy was Li’s.", True),
        ("陈丽", "没有人这么说。陈丽说没有。", True),
    ],
)
def test_a_surname_stands_as_a_word_and_not_within_another(name: str, text: str, stands: bool) -> None:
    was, now = (Article.from_text(f"{text} It rained {when}.", key="k") for when in ("today", "all day yesterday"))
    first = read(was).sentence_span(1)
    quote = FERRY.quotes[0].model_copy(
        update={"content": (first,), "cue": None, "speaker": Speaker(name=name, mention=None)}
    )
    brief = FERRY.model_copy(update={"article": was, "quotes": (quote,), "events": (), "summary": ()})
    assert bool(carried(brief, aligned(read(was), read(now))).quotes) is stands


def test_a_date_counted_from_another_day_of_publication_is_not_carried() -> None:
    kept = carried(FERRY, side_by_side(version(published="2026-02-10")))
    assert [one.id for one in kept.events] == ["e2", "e3"]
    assert len(kept.quotes) + len(kept.points) == len(FERRY.quotes) + len(FERRY.summary)


words = st.lists(st.sampled_from("Rain fell. Ann left. Bob sang. It ended. We saw 40 ships.".split(". ")), max_size=8)


@given(words, words)
def test_every_sentence_of_both_versions_is_told_or_kept_once(ours: list[str], theirs: list[str]) -> None:
    old, new = (
        read(Article.from_text(". ".join(["A first line stands here", *one]) + ". And a last one."))
        for one in (ours, theirs)
    )
    alignment = aligned(old, new)
    left = [a for a, _ in alignment.pairs if a]
    right = [b for _, b in alignment.pairs if b]
    assert sorted(left) == [s.number for s in old.sentences]
    assert sorted(right) == [s.number for s in new.sentences]
    told = [one for one in alignment.changes() if one.new]
    assert len(told) + len(alignment.kept) == len(new.sentences)


def test_a_revision_survives_json_and_shows_as_a_page_without_markup_of_the_article() -> None:
    found = compare(FERRY.article, version(("a bang", "<script>alert(1)</script>")))
    assert Revision.model_validate_json(found.model_dump_json()) == found
    page = found.to_html()
    assert "<script" not in page
    assert re.search(r"<del>[^<]*bang", page)
    assert "<iframe" in found._repr_html_()


def test_versions_of_two_days_are_named_with_them() -> None:
    newer = version(("71", "72"))
    page = compare(FERRY.article, newer.model_copy(update={"published": dt.date(2026, 2, 4)})).to_html()
    assert "3 February 2026" in page
    assert "4 February 2026" in page


@pytest.mark.parametrize("given", [FERRY, FERRY.article, FERRY.article.text])
def test_a_version_is_a_brief_an_article_or_its_text(given: Brief | Article | str) -> None:
    assert compare(given, version(("71", "72"))).changed
