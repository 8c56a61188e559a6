"""`nutgraf run`: whatever ends it, running it again gives what one undisturbed run would have given, and pays nothing twice."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import warm
from misbehaving import Misbehaving, answer, rule, status
from nutgraf import Article, Budget, Summarizer
from nutgraf.article import read_many
from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.results import Brief
from nutgraf.scaling.estimate import estimated, money
from nutgraf.scaling.inputs import articles_in, count_in
from nutgraf.scaling.lines import write_anew
from nutgraf.scaling.run import run
from running import command, desk, environment, failures, folder_of, held, keys, ran, text, told, write

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def questions(server: Misbehaving) -> Counter[str]:
    return Counter(body["messages"][-1]["content"] for body in server.books().bodies)


# --- the whole of it, and again ---


def test_a_line_for_each_article_and_a_second_run_asks_nothing(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 20), tmp_path / "out.jsonl"
    report = ran(server, source, out)
    assert (report.written, report.known, report.ended, report.usage.requests) == (20, 0, "all", 20)
    before = out.read_bytes()
    report = ran(server, source, out, settings={"cache": None})
    assert (report.written, report.known, report.usage.requests) == (0, 20, 0)
    assert out.read_bytes() == before
    assert server.books().requests == 20
    assert keys(out) == sorted(f"a{n}" for n in range(20))


def test_in_the_order_of_the_input_by_choice(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 12), tmp_path / "out.jsonl"
    server.script(rule(answer(delay=0.05), when="number 0,"))
    ran(server, source, out, ordered=True)
    found = [Brief.load(line).article.key for line in out.read_text().splitlines()]
    assert found == [f"a{n}" for n in range(12)]


def test_a_limit_goes_on_from_there(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 10), tmp_path / "out.jsonl"
    assert [ran(server, source, out, limit=4).ended for _ in range(3)] == ["limit", "limit", "all"]
    assert keys(out) == sorted(f"a{n}" for n in range(10))
    assert server.books().requests == 10


def test_articles_met_twice_are_written_once(server: Misbehaving, tmp_path: Path) -> None:
    again = json.dumps({"key": "a0", "text": text(0)})
    other = json.dumps({"key": "a0", "text": text(7)})
    source, out = write(tmp_path / "in.jsonl", 3, again, other, again), tmp_path / "out.jsonl"
    report = ran(server, source, out, settings={"cache": None})
    assert (report.written, report.twice) == (4, 2)
    assert keys(out) == ["a0", "a0", "a1", "a2"]


# --- failures ---


def test_what_fails_stands_beside_with_its_reason_and_is_not_asked_for_in_vain(
    server: Misbehaving, tmp_path: Path
) -> None:
    source = write(tmp_path / "in.jsonl", 6, "nonsense", '{"no": "text"}')
    out, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    rules = (
        rule(answer(None, refusal="I won't"), when="number 1,"),
        rule(status(400, "too long"), when="number 2,"),
        rule(answer("{}"), when="number 3,"),
        rule(status(503), when="number 4,"),
    )
    server.script(*rules)
    report = ran(server, source, out)
    assert (report.written, report.failed, report.unreadable) == (2, 6, 2)
    expected = {
        "a1": ("ModelRefused", True),
        "a2": ("ConfigurationError", True),
        "a3": ("ReplyInvalid", True),
        "a4": ("ModelUnavailable", False),
        "in.jsonl:7": ("ArticleError", False),
        "in.jsonl:8": ("ArticleError", False),
    }
    assert failures(out) == expected
    before = questions(server)
    server.script(*rules)
    ran(server, source, out)
    assert failures(out) == expected
    assert {q for q in questions(server) if "number 4," not in q} == set()
    server.script()
    ran(server, source, out)
    assert keys(out) == ["a0", "a4", "a5"]
    server.script()
    ran(server, source, out, again=True)
    assert keys(out) == ["a0", "a1", "a2", "a3", "a4", "a5"]
    assert questions(server).keys() <= before.keys()
    source.write_text(source.read_text().replace("nonsense", json.dumps({"key": "a6", "text": text(6)})))
    server.script()
    ran(server, source, out)
    assert set(failures(out)) == {"in.jsonl:8"}
    server.script()
    ran(server, source, whole)
    assert told(whole) == told(out)


def test_an_incomplete_brief_is_kept_aside_until_it_is_final(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    both = {"passes": ("quotes", "events"), "concurrency": 1}
    cut = answer('{"quotes": [], "events": [{"evid', finish="length")
    server.script(rule(cut, when="number 1,", times=1), rule(status(503), when="number 1,"))
    report = ran(server, source, out, settings=both)
    assert (report.written, report.failed) == (1, 1)
    assert failures(out) == {"a1": ("Incomplete", False)}
    server.script(rule(answer(None, refusal="no"), when="number 1,"))
    report = ran(server, source, out, settings=both)
    assert (report.written, report.incomplete, report.failed) == (1, 1, 0)
    assert failures(out) == {}
    assert keys(out) == ["a0", "a1"]


def test_a_refused_key_ends_the_run_and_blames_no_article(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 40), tmp_path / "out.jsonl"
    server.script(status(401, "bad key"))
    with pytest.raises(ConfigurationError, match="401"):
        ran(server, source, out)
    assert failures(out) == {}
    assert server.books().requests <= 12
    server.script()
    assert ran(server, source, out).written == 40


def test_an_endpoint_that_refuses_whatever_it_is_asked_ends_the_run(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 100), tmp_path / "out.jsonl"
    server.script(status(400, "no such thing"))
    with pytest.raises(ConfigurationError, match="400"):
        ran(server, source, out)
    assert failures(out) == {}
    assert server.books().requests <= 20


def test_a_dead_endpoint_ends_the_run(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 100), tmp_path / "out.jsonl"
    server.script(status(503))
    assert ran(server, source, out).ended == "endpoint"
    assert server.books().requests < 40
    server.script()
    assert ran(server, source, out).written == 100
    assert failures(out) == {}


def test_a_budget_ends_the_run_and_the_next_goes_on(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 12), tmp_path / "out.jsonl"
    report = ran(server, source, out, settings={"budget": Budget(requests=5)})
    assert (report.ended, report.written) == ("budget", 5)
    assert ran(server, source, out).written == 7
    assert (server.books().requests, failures(out)) == (12, {})


# --- the file ---


def test_a_line_that_a_kill_tore_is_taken_off(server: Misbehaving, tmp_path: Path) -> None:
    source, out, whole = write(tmp_path / "in.jsonl", 6), tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    ran(server, source, whole)
    ran(server, source, out, limit=3)
    with out.open("ab") as file:
        file.write(whole.read_bytes()[:500])
    assert ran(server, source, out).written == 3
    assert told(out) == told(whole)
    assert server.books().requests == 6


def test_a_torn_first_line_too(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    out.write_text('{"article":{"text":"The po')
    assert ran(server, source, out).written == 2
    assert keys(out) == ["a0", "a1"]


@pytest.mark.parametrize("content", ["a shopping list", "a shopping list\n", '{"text": "a"}\n{"text": "b"}\n', '["a'])
def test_a_file_of_something_else_is_left_alone(server: Misbehaving, tmp_path: Path, content: str) -> None:
    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    out.write_text(content)
    with pytest.raises(ConfigurationError, match="name another file"):
        ran(server, source, out)
    assert out.read_text() == content


def test_one_file_is_the_work_of_one_model_and_one_set_of_passes(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    ran(server, source, out)
    before, asked = out.read_bytes(), server.books().requests
    for settings, complaint in (
        ({"passes": ("events", "quotes")}, "quotes/v2"),
        ({"prompts": {"events": "v1"}}, "events/v1"),
        ({"judge": "same"}, "judge none, this is m"),
        ({"model": "other"}, "this is 'other'"),
    ):
        with pytest.raises(ConfigurationError, match=complaint):
            ran(server, source, out, settings=settings)
    assert out.read_bytes() == before
    assert server.books().requests == asked


def test_an_edited_article_has_one_line(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 4), tmp_path / "out.jsonl"
    ran(server, source, out)
    edited = source.read_text().replace("strike number 2", "strike number 22")
    source.write_text(edited)
    report = ran(server, source, out)
    assert (report.written, report.known, report.replaced, report.ended) == (1, 3, 1, "all")
    assert keys(out) == ["a0", "a1", "a2", "a3"]
    assert "strike number 22" in out.read_text()
    assert "strike number 2," not in out.read_text()
    before = out.read_bytes()
    assert ran(server, source, out).replaced == 0
    assert out.read_bytes() == before


def test_the_same_key_in_another_file_is_another_article(server: Misbehaving, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for day, rows in (("monday", ("Fire", "Flood")), ("tuesday", ("Quake", "Snow"))):
        table = tmp_path / f"{day}.csv"
        table.write_text("id,title,text\n" + "".join(f'{n},{row},"{text(n)} {row}."\n' for n, row in enumerate(rows)))
        assert ran(server, table, out).replaced == 0
    assert len(keys(out)) == 4


BODY = "The council met on Monday. It voted for the new bridge over the river. The mayor said that work begins in May."


def as_text(title: str, body: str) -> str:
    return f"{title}\n\n{body}\n"


def as_markdown(title: str, body: str) -> str:
    return f"# {title}\n\n{body}\n"


def as_mail(title: str, body: str) -> str:
    return f"From: desk@example.org\nSubject: {title}\nMessage-ID: <1@example.org>\n\n{body}\n"


def as_row(title: str, body: str) -> str:
    return f'id,title,text\n7,{title},"{body}"\n'


def as_unnamed_row(title: str, body: str) -> str:
    return f'title,text\n{title},"{body}"\n'


def as_record(title: str, body: str) -> str:
    return json.dumps({"key": "story-7", "title": title, "text": body}) + "\n"


@pytest.mark.parametrize("edited", [BODY, BODY.replace("May", "June")], ids=["headline", "headline and body"])
@pytest.mark.parametrize(
    ("suffix", "written"),
    [
        (".txt", as_text),
        (".md", as_markdown),
        (".eml", as_mail),
        (".csv", as_row),
        (".csv", as_unnamed_row),
        (".jsonl", as_record),
    ],
)
def test_an_article_under_another_headline_is_the_same_article(
    server: Misbehaving, tmp_path: Path, suffix: str, written: Callable[[str, str], str], edited: str
) -> None:
    source, out = tmp_path / f"story{suffix}", tmp_path / "out.jsonl"
    source.write_text(written("Council Votes for a Bridge", BODY))
    ran(server, source, out)
    source.write_text(written("Bridge Wins the Vote", edited))
    report = ran(server, source, out)
    assert (report.written, report.known, report.replaced) == (1, 0, 1)
    (line,) = out.read_text().splitlines()
    assert Brief.load(line).article.title == "Bridge Wins the Vote"
    assert ran(server, source, out).known == 1


def test_a_file_holds_one_article_whatever_is_written_there(server: Misbehaving, tmp_path: Path) -> None:
    source, out = tmp_path / "story.txt", tmp_path / "out.jsonl"
    source.write_text(as_text("Council Votes for a Bridge", BODY))
    ran(server, source, out)
    source.write_text(as_text("Ferry Sinks", "Nobody was hurt when an empty ferry went down in the harbour on Friday."))
    assert ran(server, source, out).replaced == 1
    assert len(keys(out)) == 1


@pytest.mark.parametrize("columns", ["id,title,text", "title,text"])
def test_the_rows_of_another_table_in_the_same_place_are_others(
    server: Misbehaving, tmp_path: Path, columns: str
) -> None:
    table, out = tmp_path / "today.csv", tmp_path / "out.jsonl"
    id_ = "1," if columns.startswith("id") else ""
    table.write_text(f'{columns}\n{id_}Bridge,"{BODY}"\n')
    ran(server, table, out)
    table.write_text(f'{columns}\n{id_}Ferry,"Nobody was hurt when an empty ferry sank in the harbour of Oslo."\n')
    assert ran(server, table, out).replaced == 0
    assert len(keys(out)) == 2


def test_two_rows_that_share_a_key_stay_two(server: Misbehaving, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"key": "7", "title": "Bridge", "text": BODY}, {"key": "7", "title": "Vote", "text": f"{BODY} It rained."}]
    for _ in range(2):
        source.write_text("".join(json.dumps(row) + "\n" for row in rows))
        assert ran(server, source, out).replaced == 0
        assert len(keys(out)) == 2
    rows[0]["title"] = "New Bridge"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert ran(server, source, out).replaced == 1
    titles = {Brief.load(line).article.title for line in out.read_text().splitlines()}
    assert titles == {"New Bridge", "Vote"}


def test_an_article_of_another_date_is_made_again(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    ran(server, source, out)
    with desk(server) as made:
        report = run(made, articles_in([str(source)], published="2026-03-12"), out)
    assert (report.written, report.known, report.replaced) == (2, 0, 2)
    assert {str(Brief.load(line).article.published) for line in out.read_text().splitlines()} == {"2026-03-12"}


def test_a_failure_is_tried_again_with_another_date(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    server.script(rule(answer(None, refusal="I will not"), when="number 1,"))
    ran(server, source, out)
    server.script()
    assert (ran(server, source, out).known, failures(out)) == (2, {"a1": ("ModelRefused", True)})
    with desk(server) as made:
        report = run(made, articles_in([str(source)], published="2026-03-12"), out)
    assert (report.written, report.known, report.failed, failures(out)) == (2, 0, 0, {})


def test_an_earlier_text_stays_until_the_new_one_has_its_brief(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 3), tmp_path / "out.jsonl"
    ran(server, source, out)
    source.write_text(source.read_text().replace("strike number 1", "strike number 11"))
    server.script(rule(status(422, "no"), when="number 11"))
    report = ran(server, source, out, settings={"cache": None})
    assert (report.written, report.replaced, report.failed) == (0, 0, 1)
    assert keys(out) == ["a0", "a1", "a2"]
    server.script()
    report = ran(server, source, out, again=True)
    assert (report.written, report.replaced, report.failed) == (1, 1, 0)
    assert keys(out) == ["a0", "a1", "a2"]
    assert failures(out) == {}


def test_a_failure_of_an_earlier_text_is_done_with(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 3), tmp_path / "out.jsonl"
    server.script(rule(answer(None, refusal="I will not"), when="number 1,"))
    ran(server, source, out)
    assert failures(out) == {"a1": ("ModelRefused", True)}
    source.write_text(source.read_text().replace("strike number 1,", "strike number 11,"))
    assert ran(server, source, out).failed == 0
    assert failures(out) == {}
    assert keys(out) == ["a0", "a1", "a2"]


def test_two_runs_do_not_write_to_one_file(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"

    def meanwhile() -> Iterator[Article | ArticleError]:
        yield from read_many(source, errors="yield")
        with pytest.raises(ConfigurationError, match="another run"):
            ran(server, source, out)

    with desk(server) as made:
        assert run(made, meanwhile(), out).written == 2


def test_a_full_disk_loses_nothing_that_was_paid_for(
    server: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out, whole = write(tmp_path / "in.jsonl", 12), tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    real, left = os.write, [5_000]

    def filling(file: int, data: bytes) -> int:
        taken = min(len(data), left[0])
        if not taken:
            raise OSError(28, "No space left on device")
        left[0] -= taken
        return real(file, data[:taken])

    with monkeypatch.context() as patched:
        patched.setattr("nutgraf.scaling.lines.os.write", filling)
        with pytest.raises(ConfigurationError, match=r"No space left on device.*run the same command again"):
            ran(server, source, out)
    assert 0 < len(keys(out)) < 12
    ran(server, source, out)
    requests = server.books().requests
    ran(server, source, whole)
    assert told(out) == told(whole)
    assert server.books().requests == requests == 12


def test_the_list_of_what_failed_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = tmp_path / "out.failed.jsonl"
    write_anew(failed, "old\n")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for broken in ("nutgraf.scaling.lines.Path.replace", "nutgraf.scaling.lines.os.open"):
        with monkeypatch.context() as patched:
            patched.setattr(broken, full)
            with pytest.raises(ConfigurationError, match=r"No space left on device.*run the same command again"):
                write_anew(failed, "new\n")
        assert [path.name for path in tmp_path.iterdir()] == [failed.name]
        assert failed.read_text("utf-8") == "old\n"


# --- one file, one article ---


@pytest.mark.parametrize("where", [".", "briefs"])
def test_a_file_is_one_article_however_its_path_is_typed(
    server: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    news, out = folder_of(tmp_path / "news", 2), tmp_path / where / "out.jsonl"
    out.parent.mkdir(exist_ok=True)
    (tmp_path / "linked").symlink_to(news)
    monkeypatch.chdir(tmp_path)
    first = ran(server, Path("news"), out, settings={"cache": None})
    assert first.written == 2
    before = keys(out)
    for source, at in (
        ("news/", tmp_path),
        ("./news/*.txt", tmp_path),
        (str(news), tmp_path),
        ("linked", tmp_path),
        ("linked/", tmp_path),
        ("../news", news),
        (".", news),
        ("*.txt", news),
    ):
        monkeypatch.chdir(at)
        with desk(server, cache=None) as made:
            report = run(made, articles_in([source]), out)
        assert (report.written, report.known) == (0, 2), source
    assert keys(out) == before
    assert server.books().requests == 2


def test_the_same_name_in_another_folder_is_another_article(
    server: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    for number, day in enumerate(("monday", "tuesday")):
        (tmp_path / day).mkdir()
        (tmp_path / day / "1.txt").write_text(text(number))
        monkeypatch.chdir(tmp_path / day)
        assert ran(server, Path("1.txt"), out).replaced == 0
    assert keys(out) == ["monday/1.txt", "tuesday/1.txt"]


def test_a_key_that_an_earlier_run_wrote_as_it_was_typed_is_known(
    server: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news, out = folder_of(tmp_path / "news", 3), tmp_path / "briefs" / "out.jsonl"
    out.parent.mkdir()
    monkeypatch.chdir(tmp_path)
    server.script(rule(answer(None, refusal="no"), when="number 2,"))
    ran(server, news, out)
    for path in out.parent.iterdir():  # as typed: one by the working directory, the others in full
        path.write_text(path.read_text().replace("../news/0.txt", "news/0.txt").replace("../news/", f"{news}/"))
    assert (keys(out)[1], [*failures(out)]) == ("news/0.txt", [f"{news}/2.txt"])
    server.script()
    report = ran(server, Path("news"), out, settings={"cache": None})
    assert (report.written, report.known, report.failed) == (0, 3, 1)
    (news / "1.txt").write_text(text(11))
    report = ran(server, Path("news"), out)
    assert (report.written, report.known, report.replaced) == (1, 2, 1)


def test_a_key_of_ones_own_is_left_alone(server: Misbehaving, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "briefs" / "out.jsonl"
    out.parent.mkdir()
    own = ["a/../b", "b", "https://example.org/x/../y", "nul\0", "7:1"]
    source.write_text("".join(json.dumps({"key": key, "text": text(n)}) + "\n" for n, key in enumerate(own)))
    assert ran(server, source, out).written == 5
    assert keys(out) == sorted(own)
    assert ran(server, source, out).known == 5


# --- what a run writes is no article ---


def test_what_a_run_writes_into_the_folder_that_it_reads_is_left_out(server: Misbehaving, tmp_path: Path) -> None:
    news = folder_of(tmp_path / "news", 2)
    (news / "bad.txt").write_bytes(b"")
    codes, told = [], []
    for source in (news, news, f"{news}/*", tmp_path):
        running = command(server, tmp_path, source, "-o", "news/b.jsonl")
        told.append(running.communicate(timeout=120)[1])
        codes.append(running.returncode)
    assert codes == [3, 3, 3, 3]
    assert keys(news / "b.jsonl") == ["0.txt", "1.txt"]
    assert failures(news / "b.jsonl").keys() == {"bad.txt"}
    assert server.books().requests == 2
    assert "left out" not in told[0]
    for said in told[1:]:
        assert "left out, for this run writes there: news/b.jsonl, news/b.failed.jsonl\n" in said
        assert "1 failed" in said


def test_an_output_by_another_spelling_and_failures_elsewhere_are_left_out_too(
    server: Misbehaving, tmp_path: Path
) -> None:
    news = folder_of(tmp_path / "news", 1)
    (tmp_path / "linked").symlink_to(news)
    for _ in range(2):
        running = command(server, tmp_path, "linked", "-o", news / "b.jsonl", "--failures", "news/why.jsonl")
        assert running.communicate(timeout=120)[0] == ""
        assert running.returncode == 0
        (news / "b.batch.json").write_text("{}")
        (news / "why.jsonl").write_text("")
    assert keys(news / "b.jsonl") == ["0.txt"]


def test_nothing_but_its_own_output_is_nothing_to_read(server: Misbehaving, tmp_path: Path) -> None:
    news = folder_of(tmp_path / "news", 1)
    ran(server, news, tmp_path / "b.jsonl")
    running = command(server, tmp_path, "b.jsonl", "-o", "b.jsonl")
    complaint = running.communicate(timeout=120)[1]
    assert running.returncode == 2
    assert "b.jsonl: this run writes there; name the articles to read" in complaint


# --- the inputs ---


def test_folders_globs_lines_and_tables(server: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    import datetime as dt

    table = arrow.table(
        {
            "text": [text(1), None, text(2)],
            "key": [11, 12, 13],
            "published": [dt.date(2026, 3, 12)] * 3,
            "other": [1, 2, 3],
        }
    )
    (tmp_path / "in").mkdir()
    parquet.write_table(table, tmp_path / "in" / "t.parquet")
    write(tmp_path / "in" / "l.jsonl", 2)
    (tmp_path / "in" / "a.txt").write_text(text(5))
    monkeypatch.chdir(tmp_path)
    found = list(articles_in(["in/*", "in"]))
    assert [getattr(a, "key", None) or getattr(a, "where", None) for a in found] == [
        "in/a.txt",
        "a0",
        "a1",
        "11",
        "in/t.parquet:2",
        "13",
        "in/a.txt",
        "a0",
        "a1",
        "11",
        "in/t.parquet:2",
        "13",
    ]
    assert found[3].published == dt.date(2026, 3, 12)  # type: ignore[union-attr]
    assert count_in(["in/*", "in"]) == 12
    assert count_in(["-"]) is None
    assert count_in(["in"], without=[tmp_path / "in" / "l.jsonl"]) == 4


@pytest.mark.parametrize("name", ["none", "none/*.txt", "https://example.org/a"])
def test_an_input_that_is_not_there_is_named_at_once(name: str) -> None:
    with pytest.raises(ArticleError, match=r"none|fetches nothing"):
        articles_in([name])


def test_an_estimate_sends_nothing_and_knows_what_is_paid_for(server: Misbehaving, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", 10, "nonsense")
    with desk(server) as made:
        list(made.map([text(1), text(2)]))
        requests = server.books().requests
        found = estimated(made, articles_in([str(source)]))
        assert (found.articles, found.unreadable, found.requests, found.cached_requests) == (10, 1, 8, 2)
        assert 0 < found.prompt_tokens + found.completion_tokens < found.most_tokens
        assert "not known" in str(found)
        assert estimated(made, articles_in([str(source)]), limit=3).articles == 3
    assert server.books().requests == requests
    paid = Summarizer(model="openai/gpt-5-mini", api_key="k", cache=None)
    found = estimated(paid, articles_in([str(source)]))
    assert found.cost_usd is not None
    assert found.most_usd is not None
    assert 0 < found.cost_usd < found.most_usd


# --- the command ---


def wait_until(condition: Callable[[], bool]) -> None:
    waited = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < waited
        time.sleep(0.01)


def until(server: Misbehaving, requests: int) -> None:
    wait_until(lambda: server.books().requests >= requests)


def test_ctrl_c_finishes_what_is_in_flight_and_says_how_to_go_on(server: Misbehaving, tmp_path: Path) -> None:
    source, out, whole = write(tmp_path / "in.jsonl", 40), tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    # Once six are asked the next take so long that the signal finds some of them in flight, on a slow machine too.
    server.script(rule(answer(), times=6), rule(answer(delay=1), times=8), answer())
    running = command(server, tmp_path, source, "-o", out)
    until(server, 7)
    running.send_signal(signal.SIGINT)
    said, complaint = running.communicate(timeout=120)
    assert running.returncode == 130, complaint
    assert "finishing what is in flight" in complaint
    assert "run the same command again" in complaint
    assert "Traceback" not in complaint
    sent = server.books().requests
    assert len(keys(out)) == sent < 40
    with desk(server) as made:
        run(made, articles_in([str(source)]), out)
    assert server.books().requests == 40
    ran(server, source, whole)
    assert told(whole) == told(out)
    assert said == ""


def test_a_second_ctrl_c_stops_at_once(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 40), tmp_path / "out.jsonl"
    server.script(answer(delay=25))
    running = command(server, tmp_path, source, "-o", out)
    until(server, 4)
    running.send_signal(signal.SIGINT)
    assert running.stderr is not None
    assert running.stderr.readline() == "\n"
    running.send_signal(signal.SIGINT)
    _, complaint = running.communicate(timeout=120)
    assert running.returncode == 130
    assert "stopped at once" in complaint
    assert "Traceback" not in complaint
    assert out.read_text() == ""


def test_ctrl_c_while_the_input_is_waited_for(server: Misbehaving, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    running = command(server, tmp_path, "-", "-o", out, stdin=subprocess.PIPE)
    assert running.stdin is not None
    running.stdin.write(json.dumps({"text": text(1), "key": "a1"}) + "\n")
    running.stdin.flush()
    until(server, 1)
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    running.wait(timeout=120)
    assert running.returncode == 130
    assert keys(out) == ["a1"]
    running.communicate()


def kept_in(cache: Path) -> int:
    with closing(sqlite3.connect(cache)) as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM answers").fetchone()
    return int(count)


def test_kill_9_pays_nothing_twice(server: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_CACHE", str(tmp_path / "cache.sqlite"))
    source, out, whole = write(tmp_path / "in.jsonl", 30), tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    server.script(rule(answer(), times=9), rule(answer(delay=20), times=4))
    running = command(server, tmp_path, source, "-o", out)
    until(server, 13)
    wait_until(lambda: kept_in(tmp_path / "cache.sqlite") == 9)
    running.kill()
    running.communicate(timeout=120)
    in_flight = 4
    ran(server, source, out)
    # What the killed process had in flight was never answered: it is the only thing asked again.
    assert server.books().requests == 30 + in_flight
    ran(server, source, whole)
    assert server.books().requests == 30 + in_flight
    assert told(out) == told(whole)


def test_from_a_pipe_to_a_pipe(server: Misbehaving, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", 3, "nonsense")
    with source.open() as file:
        running = command(server, tmp_path, "-", "-o", "-", stdin=file)
    said, complaint = running.communicate(timeout=120)
    assert running.returncode == 3
    assert sorted(Brief.load(line).article.key for line in said.splitlines()) == ["a0", "a1", "a2"]
    assert "3 briefs written" in complaint
    assert "1 failed" in complaint


def test_a_dry_run_needs_no_key_paid_and_prints_the_estimate(server: Misbehaving, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", 3)
    running = command(server, tmp_path, source, "-o", "out.jsonl", "--dry-run")
    said, complaint = running.communicate(timeout=120)
    assert running.returncode == 0, complaint
    assert "3 articles" in said
    assert server.books().requests == 0
    assert not (tmp_path / "out.jsonl").exists()


def test_a_dry_run_counts_what_the_run_would_begin_and_not_what_is_done(server: Misbehaving, tmp_path: Path) -> None:
    write(tmp_path / "in.jsonl", 5)
    source = "in.jsonl"
    begun = command(server, tmp_path, source, "-o", "out.jsonl", "--limit", "2")
    begun.communicate(timeout=120)
    before = held(tmp_path)
    for more, foreseen in (
        (("--limit", "2"), "2 articles; 2 done before\n2 requests"),
        (("--no-cache",), "3 articles; 2 done before\n3 requests"),
        (("--no-cache", "-o", "other.jsonl"), "5 articles\n5 requests"),
    ):
        dry = command(server, tmp_path, source, "-o", "out.jsonl", *more, "--dry-run")
        said, complaint = dry.communicate(timeout=120)
        assert dry.returncode == 0, complaint
        assert said.startswith(foreseen)
    assert held(tmp_path) == before


def test_a_dry_run_passes_over_what_failed_for_good_unless_it_is_to_be_tried_again(tmp_path: Path) -> None:
    from loopback import completion, serving
    from nutgraf.scaling.failures import look
    from nutgraf.scaling.keys import Keys

    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    with serving(lambda _body, _n: completion("", refusal="no")) as refusing:
        made = Summarizer(model="m", base_url=refusing.base_url, cache=None)
        with made:
            assert run(made, articles_in([str(source)]), out).failed == 2
            for again, foreseen in ((False, (0, 2)), (True, (2, 0))):
                done = look(out, None, made_by=made.provenance, again=again)
                found = estimated(made, articles_in([str(source)]), done=done, keys=Keys(out))
                assert (found.articles, found.known) == foreseen


def test_a_dry_run_names_what_the_run_will_refuse(server: Misbehaving, tmp_path: Path) -> None:
    news = folder_of(tmp_path / "news", 2)
    (news / "empty.txt").write_text("")
    (news / "office.txt").write_bytes(b"PK\x03\x04...")
    source = write(tmp_path / "in.jsonl", 1, "nonsense")
    before = held(tmp_path)
    running = command(server, tmp_path, news, source, "-o", "out.jsonl", "--dry-run")
    said, complaint = running.communicate(timeout=120)
    assert running.returncode == 3
    assert "3 articles, and 3 that can't be read" in said
    assert held(tmp_path) == before
    running = command(server, tmp_path, news, source, "-o", "out.jsonl")
    running.communicate(timeout=120)
    assert running.returncode == 3
    refused = [json.loads(line)["reason"] for line in (tmp_path / "out.failed.jsonl").read_text().splitlines()]
    assert sorted(complaint.splitlines()) == sorted(f"nutgraf: {reason}" for reason in refused)


def test_of_many_refused_articles_a_dry_run_shows_the_first(server: Misbehaving, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", 1, *["nonsense"] * 50)
    running = command(server, tmp_path, source, "-o", "out.jsonl", "--dry-run")
    complaint = running.communicate(timeout=120)[1].splitlines()
    assert len(complaint) == 21
    assert complaint[-1] == "nutgraf: and 30 more"


@pytest.mark.parametrize(
    ("out", "more"),
    [
        ("none/out.jsonl", ()),
        ("news", ()),
        ("shopping.jsonl", ()),
        ("others.jsonl", ()),
        ("out.jsonl", ("--failures", "none/failed.jsonl")),
        ("out.jsonl", ("--failures", "shopping.jsonl")),
    ],
)
def test_a_dry_run_refuses_the_output_that_the_run_refuses(
    server: Misbehaving, tmp_path: Path, out: str, more: tuple[str, ...]
) -> None:
    news = folder_of(tmp_path / "news", 1)
    (tmp_path / "shopping.jsonl").write_text("a list\n")
    ran(server, news, tmp_path / "others.jsonl", settings={"model": "another"})
    before = held(tmp_path)
    dry = command(server, tmp_path, news, "-o", out, *more, "--dry-run")
    said, complaint = dry.communicate(timeout=120)
    assert (dry.returncode, said) == (2, "")
    assert held(tmp_path) == before
    wet = command(server, tmp_path, news, "-o", out, *more)
    if "none/failed.jsonl" in more:  # the run finds out at its first failure
        assert "none/failed.jsonl: there is no folder none; make it (mkdir -p none)" in complaint
        wet.communicate(timeout=120)
    else:
        assert wet.communicate(timeout=120)[1] == complaint


def test_a_dry_run_over_a_file_that_a_kill_tore_leaves_it_as_it_is(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    ran(server, source, out, settings={"passes": ("events",)})
    with out.open("ab") as file:
        file.write(b'{"article": {"text": "The po')
    before = held(tmp_path)
    running = command(server, tmp_path, source, "-o", "out.jsonl", "--dry-run")
    assert running.communicate(timeout=120)[1] == ""
    assert (running.returncode, held(tmp_path)) == (0, before)


def test_a_dry_run_tells_that_the_run_will_need_a_key(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", 1)
    line = [*warm.nutgraf(), "run", str(source), "-o", "out.jsonl", "--model", "openai/gpt-5-mini", "--dry-run"]
    done = subprocess.run(
        line, capture_output=True, text=True, env=environment(tmp_path), cwd=tmp_path, check=False, timeout=120
    )
    assert done.returncode == 0
    assert "1 article\n" in done.stdout
    assert "nutgraf: the run itself will be refused: no key for api.openai.com" in done.stderr


def test_a_dry_run_and_a_preview_need_no_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    source, out = write(tmp_path / "in.jsonl", 3), tmp_path / "out.jsonl"
    with Summarizer(model="openai/gpt-5-mini", cache=None) as made:
        assert len(made.preview(text(1))) == 1
        found = estimated(made, articles_in([str(source)]))
        assert (found.articles, found.requests) == (3, 3)
        with pytest.raises(ConfigurationError, match="OPENAI_API_KEY"):
            made.summarize(text(1))
        with pytest.raises(ConfigurationError, match="OPENAI_API_KEY"):
            run(made, articles_in([str(source)]), out)
    assert not out.exists()


def test_money_shows_the_digits_that_say_something() -> None:
    assert [money(usd) for usd in (0.0, 0.00123, 0.0456, 0.5, 0.999, 1.234, 1234.5)] == [
        "$0.00",
        "$0.0012",
        "$0.046",
        "$0.50",
        "$1.00",
        "$1.23",
        "$1,234.50",
    ]


def test_an_estimate_knows_what_is_asked_for(server: Misbehaving, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", 4)

    def tokens(**settings: Any) -> int:
        with desk(server, **settings) as made:
            return estimated(made, articles_in([str(source)])).completion_tokens

    events, quotes = tokens(passes=("events",)), tokens(passes=("quotes",))
    both = tokens(passes=("events", "quotes"))
    assert quotes < events < both
    assert abs(both - events - quotes) <= 4
    assert tokens(passes=("events",), window="paragraph") == events
    length = sum(len(text(n)) for n in range(4)) / 4
    assert 2 * length < events < 3 * length


def test_a_device_or_a_folder_is_no_file(server: Misbehaving, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", 2)
    for out in (Path("/dev/full"), tmp_path, tmp_path / "none" / "out.jsonl"):
        with pytest.raises(ConfigurationError, match="name a"):
            ran(server, source, out)
    assert server.books().requests == 0
