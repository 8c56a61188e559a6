"""The page in a real browser: every highlight is its span, both sides light up, nothing leaves the page."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import hostile
import nutgraf
from checked_texts import ARTICLES, LIES, TRUTHS
from nutgraf.article import Article
from nutgraf.evaluation import evaluate
from nutgraf.reading import read
from nutgraf.results import Brief, Span
from nutgraf.revisions import compare
from nutgraf.telling import Briefs
from nutgraf.telling.spans import carrier, spans_of
from nutgraf.telling.visible import picture
from told import HARD, MADE_BY, full

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
RUNS = """() => {
  const found = {};
  for (const run of document.querySelectorAll("[data-r]"))
    for (const ref of run.dataset.r.split(" ")) found[ref] = (found[ref] || "") + run.textContent;
  return found;
}"""
CONTROLS = [*range(9), *range(0xB, 0xD), *range(0xE, 0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F]
CONTROLS += [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
PICTURES = {n: picture(chr(n)) for n in CONTROLS}


def as_shown(span: Span, article: Article) -> str:
    """The characters of a span as the page shows them."""
    text, end = article.text, span.end
    if text[end - 1 : end] == "\r" and text[end : end + 1] == "\n":
        end -= 1
    return text[span.start : end].replace("\r\n", "\n").replace("\r", "\n").translate(PICTURES)


def expected(brief: Brief) -> dict[str, str]:
    wanted: dict[str, str] = {}
    for prefix, items in (("q", brief.quotes), ("e", brief.events), ("p", brief.summary)):
        for n, item in enumerate(items, 1):
            counts = {"p": 0, "d": 0}
            for name, span in spans_of(item):
                letter = "p" if name == carrier(item) else "d"
                wanted[f"{prefix}{n}.{letter}{counts[letter]}"] = as_shown(span, brief.article)
                counts[letter] += 1
    return wanted


def ruled(text: str) -> Brief:
    """A brief of what rules find, with every sentence as evidence of something."""
    reading = read(Article.from_text(text))
    made = full()
    events = tuple(
        made.events[2].model_copy(update={"id": f"e{n}", "evidence": (reading.sentence_span(s.number),)})
        for n, s in enumerate(reading.sentences[:40], 1)
    )
    return Brief(article=reading.article, quotes=reading.quotes, events=events, provenance=MADE_BY)


@pytest.mark.parametrize("name", [*HARD, "full"])
def test_the_text_of_each_highlight_is_its_span(look: Opener, name: str) -> None:
    brief = {**HARD, "full": full()}[name]
    got = look(brief.to_html()).page.evaluate(RUNS)
    assert {ref: got.get(ref) for ref in expected(brief)} == expected(brief)


@pytest.mark.parametrize("kind", hostile.kinds())
def test_hostile_articles_are_shown_to_the_character_and_do_nothing(look: Opener, kind: str) -> None:
    article = random.Random(kind).choice(hostile.articles(kind))
    brief = ruled(article.text[:60_000])
    got = look(brief.to_html()).page.evaluate(RUNS)
    assert {ref: got.get(ref) for ref in expected(brief)} == expected(brief)


def lit(page: Any) -> dict[str, Any]:
    return page.evaluate(
        """() => ({
          text: [...document.querySelectorAll(".r.on")].map((run) => run.textContent).join(""),
          near: [...document.querySelectorAll(".r.near")].map((run) => run.textContent).join("|"),
          cards: [...document.querySelectorAll("li.on")].map((card) => card.id),
          focus: document.activeElement.dataset.item || "",
          said: document.getElementById("said").textContent,
        })"""
    )


def test_events_and_points_are_chosen_by_status_and_support(look: Opener) -> None:
    first, second, third = full().events
    events = (first.model_copy(update={"support": "worded"}), second, third)
    page = look(full(events=events).to_html()).page
    hidden = """() => [...document.querySelectorAll("[data-support], .chip.event")].filter((one) => one.hidden).map((one) => one.id).sort()"""
    assert page.evaluate(hidden) == []
    page.select_option("[name=status]", "planned")
    assert page.evaluate(hidden) == ["e1", "e3", "p1", "t-e1", "t-e3"]
    assert page.text_content(".sieve [role=status]") == "1 of 4 events and points"
    page.select_option("[name=status]", "")
    page.select_option("[name=support]", "worded")
    assert page.evaluate(hidden) == ["e2", "e3", "p1", "t-e2", "t-e3"]
    page.evaluate("choose => document.querySelector('[data-r~=\"e2.p0\"]').click()", None)
    assert page.evaluate(hidden) == []
    assert lit(page)["cards"] == ["e2"]


def test_choosing_an_item_lights_its_evidence_and_the_other_way_round(look: Opener) -> None:
    page = look(full().to_html()).page
    page.click("#q1")
    assert (lit(page)["text"], lit(page)["cards"]) == ("We are back,And we stay.", ["q1"])
    assert "Kari Holm" in lit(page)["near"]
    page.click("#e1 .pin")
    assert lit(page)["text"] == "The port reopened on Friday after 40 drones were shot down."
    assert "40 drones" in lit(page)["near"]
    page.click("text=a new pier would open in 2027")
    assert lit(page)["cards"] == ["q2"]
    page.click("#t-e2")
    assert lit(page)["cards"] == ["e2"]
    page.click("#p1 .pin")
    assert lit(page)["cards"] == ["p1"]
    page.click("#own1-1")
    assert lit(page)["text"].startswith("The port reopened")
    page.keyboard.press("Escape")
    assert (lit(page)["text"], lit(page)["cards"]) == ("", [])


def test_the_innermost_of_nested_passages_is_chosen(look: Opener) -> None:
    page = look(HARD["nested"].to_html()).page
    page.locator("[data-r~='e3.p0']").first.click()
    assert lit(page)["cards"] == ["e3"]


def test_the_keyboard_goes_from_the_text_to_the_card_and_back(look: Opener) -> None:
    page = look(full().to_html()).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.focus("#t-q1")
    page.keyboard.press("Enter")
    assert (lit(page)["cards"], lit(page)["focus"]) == (["q1"], "q1")
    assert page.evaluate("document.activeElement.className") == "pin"
    assert "We are back," in lit(page)["said"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "t-q1"


def test_a_link_to_an_item_opens_the_page_at_it(look: Opener) -> None:
    assert lit(look(full().to_html(), fragment="#q2").page)["cards"] == ["q2"]


def test_an_index_is_searched_filtered_opened_and_left_again(look: Opener) -> None:
    briefs = Briefs([full(), *HARD.values()])
    page = look(briefs.to_html(title="All")).page

    from playwright.sync_api import expect

    shown = page.locator(".entries > li:visible")
    expect(shown).to_have_count(len(briefs))
    for field, value, count in (
        ("search", "NEW pier", 1),
        ("search", "no such words", 0),
        ("speaker", "kari", 1),
        ("from", "2026-03-01", 1),
        ("to", "2026-03-13", 0),
    ):
        page.fill(f"[name={field}]", value)
        expect(shown).to_have_count(count)
        page.click("text=Clear")
        expect(shown).to_have_count(len(briefs))
    page.select_option("[name=topic]", "economy, business and finance")
    expect(shown).to_have_count(1)
    page.click(".entries > li:not([hidden]) a")
    page.wait_for_selector("#opened h2 >> text=Port reopens")
    assert page.title() == "Port reopens"
    assert not page.is_visible("#index")
    got = page.evaluate(RUNS)
    assert {ref: got.get(ref) for ref in expected(full())} == expected(full())
    page.click("#q1")
    assert lit(page)["text"] == "We are back,And we stay."
    page.click("text=All briefs")
    page.wait_for_selector("#index >> visible=true")
    expect(shown).to_have_count(1)


GO_TO = """hash => new Promise((done) => {
  addEventListener("hashchange", done, { once: true });  // after the page's own
  location.hash = hash;
})"""


def test_every_brief_behind_an_index_is_whole(look: Opener) -> None:
    briefs = Briefs([full(), *HARD.values()])
    page = look(briefs.to_html(), fragment="#b0").page
    for number, brief in enumerate(briefs):
        if number:
            page.evaluate(GO_TO, "#index")
            assert page.locator("#brief > *").count() == 0
            page.evaluate(GO_TO, f"#b{number}")
        page.wait_for_selector("#brief h2")
        got = page.evaluate(RUNS)
        assert {ref: got.get(ref) for ref in expected(brief)} == expected(brief)


def sticking_out(page: Any, widths: tuple[int, ...]) -> list[int]:
    """The widths of a screen at which a page is wider than it."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(width)
    return found


@pytest.mark.parametrize("name", ["full", "long word", "script", "controls", "index"])
def test_nothing_sticks_out_at_any_width(look: Opener, name: str) -> None:
    html = Briefs([full(), *HARD.values()]).to_html() if name == "index" else {**HARD, "full": full()}[name].to_html()
    assert sticking_out(look(html, width=320).page, (320, 390, 820, 1280)) == []


def violations(page: Any) -> list[tuple[str, ...]]:
    """What axe finds on a page in light and in dark colours: the scheme, the rule, how bad it is, and where."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="not run: `make browser` installs axe")
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(media="screen", color_scheme=scheme, reduced_motion="reduce")
        found += [
            (scheme, v["id"], v["impact"], *(n["html"][:150] for n in v["nodes"][:3]))
            for v in axe.Axe().run(page).response["violations"]
        ]
    return found


@pytest.mark.parametrize("name", ["one", "chosen", "index", "opened", "hard", "reading"])
def test_axe_finds_no_serious_violation(look: Opener, name: str) -> None:
    index = Briefs([full(), *HARD.values()]).to_html()
    reading = read(full().article)._repr_html_()
    html = {"index": index, "opened": index, "hard": HARD["script"].to_html()}.get(name, full().to_html())
    if name == "reading":
        html = f"<!doctype html><html lang=en><title>x</title><main><h1>x</h1>{reading}</main>"
    page = look(html, fragment={"chosen": "#q1", "opened": "#b0"}.get(name, "")).page
    if name == "opened":
        page.wait_for_selector("#brief h2")
    assert [one for one in violations(page) if one[2] in ("serious", "critical")] == []


@pytest.fixture(scope="module")
def still() -> dict[str, str]:
    """The pages without a script, each with something of everything, and with words that are hard to show."""
    briefs = Briefs.load(Path(__file__).parents[2] / "examples" / "stories" / "briefs.jsonl")
    first = briefs[0]
    hard = [event.model_copy(update={"title": "<script>alert(1)</script> " + "x" * 300}) for event in first.events]
    changed = first.model_copy(update={"events": tuple(hard), "quotes": first.quotes[1:]})
    return {
        "stories": nutgraf.stories(briefs).to_html(),
        "hard stories": nutgraf.stories([changed, *briefs[1:4]]).to_html(title="<b>\u202e"),
        "no stories": nutgraf.stories([]).to_html(),
        "revision": compare(first, changed).to_html(),
        "altered": compare(first.article, first.article.text.replace("a bang", "a crash")).to_html(),
        "evaluation": evaluate([first, briefs[1]], [changed]).to_html(),
        "check": nutgraf.check(" ".join(words for _, _, words in (*TRUTHS[:4], *LIES[:4])), ARTICLES).to_html(),
        "hard check": nutgraf.check(
            f"<script>alert(1)</script> said: {'x' * 300}.\n\nThe \u202eradar was <b>faulty</b>. Nobody.",
            [ARTICLES[0].model_copy(update={"title": "<img src=x onerror=alert(1)>" + "y" * 200}), *ARTICLES[1:3]],
        ).to_html(title="<b>\u202e"),
    }


STILL = ("stories", "hard stories", "no stories", "revision", "altered", "evaluation", "check", "hard check")


@pytest.mark.parametrize("name", STILL)
def test_axe_finds_nothing_on_pages_without_a_script(look: Opener, still: dict[str, str], name: str) -> None:
    assert violations(look(still[name]).page) == []


@pytest.mark.parametrize("name", STILL)
def test_pages_without_a_script_stick_out_nowhere(look: Opener, still: dict[str, str], name: str) -> None:
    page = look(still[name], width=320).page
    assert page.locator("script").count() == 0
    assert sticking_out(page, (320, 390, 1280)) == []


def test_the_links_of_a_story_lead_to_its_happenings(look: Opener, still: dict[str, str]) -> None:
    page = look(still["stories"]).page
    for link in page.locator("a[href^='#']").all():
        assert page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1


def test_each_statement_of_a_checked_text_leads_to_its_evidence_and_back(look: Opener) -> None:
    draft = " ".join(words for _, _, words in (*TRUTHS[:4], *LIES[:4]))
    report = nutgraf.check(draft, ARTICLES)
    page = look(report.to_html()).page
    lit = page.locator("article a.st").all_inner_texts()
    assert len(lit) == len(report.statements)
    for number, statement in enumerate(report.statements, 1):
        page.click(f"#t{number}")
        assert page.evaluate("location.hash") == f"#s{number}"
        assert statement.text in lit[number - 1]
        card = page.locator(f"#s{number}")
        for evidence in statement.evidence:
            for span in evidence.spans:
                assert span.text in card.inner_text()
        card.locator(".pin").click()
        assert page.evaluate("location.hash") == f"#t{number}"


def test_the_page_works_inside_a_notebooks_frame(look: Opener) -> None:
    shown = full()._repr_html_()
    page = look(f"<!doctype html><title>x</title><body>{shown}").page
    frame = page.frame_locator("iframe")
    frame.locator("#q1").click()
    assert frame.locator(".r.on").all_text_contents() == ["We are back,", "And we stay."]


def test_print_shows_what_was_checked(look: Opener) -> None:
    page = look(full().to_html()).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert not page.is_visible(".rail nav")
