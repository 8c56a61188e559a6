"""Briefs kept as files, and read back: with the classes that made them, or by what their JSON looks like."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.results import Brief, Event, Span
from nutgraf.results.saved import brief_of_any_class
from nutgraf.telling import Briefs
from told import Figure, Raid, empty, full, span


def test_a_file_has_the_form_that_its_name_says(tmp_path: Path) -> None:
    brief = full()
    for name, begins in (("b.html", "<!doctype html>"), ("b.md", "# Port reopens"), ("b.json", '{"article"')):
        brief.save(tmp_path / name)
        assert (tmp_path / name).read_text("utf-8").startswith(begins)
    back = Brief.load(tmp_path / "b.json", event=Raid, items={"figures": Figure})
    assert back == brief
    assert Brief.load(str(tmp_path / "b.json"), event=Raid, items={"figures": Figure}) == brief
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.html", "b.json", "b.md"]


def test_a_name_that_says_another_form_is_refused(tmp_path: Path) -> None:
    for name in ("b.xlsx", "b", "b.txt"):
        with pytest.raises(ConfigurationError, match=r"\.html, .*\.md, .*\.json"):
            full().save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_many_briefs_are_saved_as_one_file_and_read_back(tmp_path: Path) -> None:
    briefs = Briefs([full(), full()])
    for name, begins in (("b.html", "<!doctype html>"), ("b.md", "# Port reopens"), ("b.jsonl", '{"article"')):
        briefs.save(tmp_path / name)
        assert (tmp_path / name).read_text("utf-8").startswith(begins)
    kept = Briefs.load(tmp_path / "b.jsonl", event=Raid, items={"figures": Figure})
    assert kept == briefs
    Briefs(kept[:1]).save(tmp_path / "b.jsonl")
    assert len(Briefs.load(tmp_path / "b.jsonl", event=Raid, items={"figures": Figure})) == 1
    with pytest.raises(ConfigurationError, match="let the name end in"):
        briefs.save(tmp_path / "b.xlsx")


def test_one_brief_does_not_take_the_place_of_many(tmp_path: Path) -> None:
    path = tmp_path / "week.jsonl"
    Briefs([full(), empty(), empty()]).save(path)
    before = path.read_bytes()
    with pytest.raises(ConfigurationError, match=r"week\.jsonl: holds 3 lines.*Briefs\(\[…\]\)\.save\(path\)"):
        full().save(path)
    assert path.read_bytes() == before
    empty().save(tmp_path / "one.jsonl")
    full().save(tmp_path / "one.jsonl")
    assert Brief.load(tmp_path / "one.jsonl", event=Raid, items={"figures": Figure}) == full()
    (tmp_path / "spread.json").write_text(full().model_dump_json(indent=1), "utf-8")
    empty().save(tmp_path / "spread.json")
    assert Brief.load(tmp_path / "spread.json") == empty()


def test_what_can_not_be_written_leaves_what_stood_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"there is no folder .*/no; make it"):
        full().save(tmp_path / "no" / "b.json")
    (tmp_path / "b.json").write_text("mine")
    (tmp_path / "b.json.new").mkdir()
    with pytest.raises(ConfigurationError, match="can't be written"):
        full().save(tmp_path / "b.json")
    assert (tmp_path / "b.json").read_text() == "mine"


@pytest.mark.parametrize(
    ("content", "said"),
    [("", "no brief"), ('{"text": "x"}', "no brief"), ("[1, 2]", "no brief"), ("{", "no brief")],
)
def test_what_is_no_brief_says_so(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content)
    with pytest.raises(ArticleError, match=said):
        Brief.load(path)
    with pytest.raises(ArticleError, match=said):
        brief_of_any_class(content)


def test_a_page_and_a_file_of_many_say_what_reads_them(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"no-such\.json: no such file"):
        Brief.load(tmp_path / "no-such.json")
    with pytest.raises(ArticleError, match="keep the brief as JSON"):
        Brief.load("page.html")
    (tmp_path / "many.jsonl").write_text(Briefs([empty(), empty()]).to_jsonl())
    with pytest.raises(ArticleError, match=r"Briefs\.load"):
        Brief.load(tmp_path / "many.jsonl")


def test_a_class_that_is_not_named_is_asked_for() -> None:
    with pytest.raises(ArticleError, match=r"events\.0\..* is a field or pass of your own: name its class"):
        Brief.load(full().model_dump_json())
    with pytest.raises(ArticleError, match=r"items\.figures is a field or pass of your own"):
        Brief.load(full().model_dump_json(), event=Raid)


def test_without_the_classes_fields_come_back_as_what_they_look_like() -> None:
    brief = full()
    back = brief_of_any_class(brief.model_dump_json())
    assert back.model_dump_json() == brief.model_dump_json()
    event = back.events[0]
    assert isinstance(event, Event)
    assert getattr(event, "weapon") == "drone"  # noqa: B009 - a field that no class declares
    assert getattr(event, "target") == span(brief.article, "port")  # noqa: B009
    assert isinstance(getattr(event, "target"), Span)  # noqa: B009
    for table in ("articles", "quotes", "events", "figures", "spans", "participants"):
        assert back.to_dicts(table) == brief.to_dicts(table)
    assert back.to_html() == brief.to_html()
    assert back.to_markdown() == brief.to_markdown()


def test_items_that_are_quotes_or_events_stay_such() -> None:
    whole = full()
    brief = full(items={"threats": whole.quotes, "raids": whole.events, "none": ()})
    back = brief_of_any_class(brief.model_dump_json())
    for table in ("threats", "raids", "none"):
        assert back.to_dicts(table) == brief.to_dicts(table)
