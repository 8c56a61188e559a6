"""A newsroom's own test over its own article: recorded once, replayed in CI with no network, no key and no model.

Record again after a change of prompt, schema or article: pytest --record-mode=rewrite
"""

import nutgraf
import pytest

ARTICLE = nutgraf.Article.from_text(
    "BERGEN, Norway (Newsdesk) — The ferry Nordhavet ran aground near Askøy on Tuesday with 212 people on board, the coast "
    "guard said. All of them were taken off within three hours.\n\n"
    "“Nobody panicked,” said the captain, Solveig Eide. “The children sang.”\n\n"
    "The ferry will be towed to Bergen on Thursday.\n\n"
    "Share this story",
    title="Ferry runs aground near Bergen; all 212 people safe",
    published="2026-03-04",
)


@pytest.mark.nutgraf
def test_the_brief_of_the_ferry_story() -> None:
    brief = nutgraf.summarize(ARTICLE, model="local")

    assert [span.text for span in brief.quotes[-1].content] == ["Nobody panicked,", "The children sang."]
    assert brief.quotes[-1].speaker.name == "Solveig Eide"
    assert "planned" in {event.status for event in brief.events}
    assert all(span.text == ARTICLE.text[span.start : span.end] for event in brief.events for span in event.evidence)
