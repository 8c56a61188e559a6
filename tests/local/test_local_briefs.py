"""The whole way with the real embedded model: article in, checked brief out, one server for everybody."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

import nutgraf
import warm
from grounded import ungrounded
from nutgraf.asking.local import embedded as local
from nutgraf.errors import MissingDependencyError

pytestmark = [pytest.mark.local, pytest.mark.block_network(allowed_hosts=["127.0.0.1"])]
EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
SHORT = "The port of Oslo reopened on Friday. “We are back at work,” said Kari Holm, a crane driver."


@pytest.fixture(scope="module", autouse=True)
def one_thread(tmp_path_factory: pytest.TempPathFactory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUTGRAF_LOCAL_DIR", str(tmp_path_factory.mktemp("local") / "state"))
        patch.setenv("NUTGRAF_LOCAL_THREADS", "1")
        try:
            local.find_model()
        except MissingDependencyError as missing:
            pytest.skip(str(missing))
        yield
        local.stop()


def test_an_article_becomes_a_grounded_brief() -> None:
    whole = nutgraf.Article.from_file(EXAMPLES / "lake-accord.json")
    # Four of its paragraphs: a sentence takes seconds, and the whole is replayed in tests/replay.
    paragraphs = whole.text.split("\n\n")
    text = "\n\n".join(paragraphs[number] for number in (2, 3, 4, 6))
    article = nutgraf.Article.from_text(text, published=whole.published)
    with nutgraf.Summarizer(model="local", cache=None) as desk:
        windows = desk.preview(article)
        brief = desk.summarize(article)
    assert ungrounded(brief.model_dump(mode="json")) == []
    assert brief.complete
    said = {span.text for quote in brief.quotes for span in quote.content}
    assert {
        "We did not come here to win,",
        "We came to bring fathers home.",
        "That number was never on the table,",
    } <= said
    assert len(brief.events) == 2  # of three sentences that are asked about
    assert brief.summary
    assert brief.provenance.model == "SmolLM2-135M-Instruct"
    assert brief.provenance.host == "local"
    assert brief.usage.requests == len(windows) == 4  # one for a sentence that offers something, and for its summary
    assert brief.usage.prompt_tokens > brief.usage.completion_tokens > 0
    assert nutgraf.Brief.load(brief.model_dump_json()) == brief


def test_threads_and_processes_share_one_server() -> None:
    settings: dict[str, Any] = {"model": "local", "cache": None, "passes": ("quotes", "summary")}
    code = (
        f"import nutgraf; brief = nutgraf.summarize({SHORT!r}, **{settings!r}); "
        "print(len(brief.quotes), len(brief.summary))"
    )
    processes = [subprocess.Popen([*warm.python(), "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    briefs: list[nutgraf.Brief] = []
    threads = [threading.Thread(target=lambda: briefs.append(nutgraf.summarize(SHORT, **settings))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outputs = [process.communicate(timeout=600)[0].strip() for process in processes]
    assert outputs == ["1 1", "1 1"]
    assert [(len(brief.quotes), len(brief.summary)) for brief in briefs] == [(1, 1), (1, 1)]
    assert len(local.running()) == 1


def test_a_second_run_takes_nothing_from_the_model() -> None:
    for requests in (True, False):
        brief = nutgraf.summarize(SHORT, model="local")
        assert bool(brief.usage.requests) is requests
    assert brief.usage.saved_tokens > 0
