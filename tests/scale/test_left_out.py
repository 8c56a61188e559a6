"""What lies in a folder and is no article is named, what a run can't write is refused, why inputs failed is told."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import warm
from misbehaving import Misbehaving
from nutgraf import Article
from nutgraf.article import read_many
from nutgraf.errors import ArticleError
from nutgraf.scaling.reasons import Reasons
from nutgraf.telling import Briefs
from running import command, environment, folder_of, keys, ran

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
UNREAD = "left out, for nutgraf reads no such files: 1 .docx, 2 .rtf, 1 without a suffix; save an article among them as .txt, .html or .pdf, a table as .csv"


def finished(server: Misbehaving, tmp_path: Path, *arguments: object) -> tuple[int, str, str]:
    running = command(server, tmp_path, *arguments)
    said, complaint = running.communicate(timeout=120)
    return running.returncode, said, complaint


def mixed(tmp_path: Path) -> Path:
    news = folder_of(tmp_path / "news", 2)
    (news / "deep").mkdir()
    for name in ("a.docx", "b.RTF", "deep/c.rtf", "notes", ".hidden.rtf"):
        (news / name).write_bytes(b"{}")
    return news


def test_files_of_other_kinds_are_named_by_their_suffix(server: Misbehaving, tmp_path: Path) -> None:
    news = mixed(tmp_path)
    for more in (("--dry-run",), ()):
        code, _, complaint = finished(server, tmp_path, news, "-o", "news/out.jsonl", *more)
        assert code == 0
        assert complaint.count(UNREAD) == 1
    assert keys(news / "out.jsonl") == ["0.txt", "1.txt"]


def test_what_another_run_has_made_is_no_article(server: Misbehaving, tmp_path: Path) -> None:
    news = folder_of(tmp_path / "news", 2)
    (news / "bad.txt").write_text("")
    ran(server, news, news / "old.jsonl")
    brief = next(iter(Briefs.load(news / "old.jsonl")))
    for name in ("one.json", "page.html"):
        brief.save(news / name)
    (news / "pretty.json").write_text(json.dumps(json.loads(brief.model_dump_json()), indent=2))
    (news / "real.json").write_text(json.dumps({"article": "The bridge closed on Sunday, said Ann Lee."}))
    code, _, complaint = finished(server, tmp_path, "news", "-o", "out.jsonl")
    assert code == 3
    made = ", ".join(
        f"news/{name}" for name in ("old.failed.jsonl", "old.jsonl", "one.json", "page.html", "pretty.json")
    )
    assert f"nutgraf: left out, for nutgraf made them and they are no articles: {made}\n" in complaint
    assert keys(tmp_path / "out.jsonl") == ["news/0.txt", "news/1.txt", "news/real.json"]
    assert len(list(read_many(news, errors="yield"))) == 4


@pytest.mark.parametrize("name", ["old.jsonl", "one.json", "page.html", "old.failed.jsonl"])
def test_briefs_that_are_named_are_refused_once_and_for_what_they_are(
    server: Misbehaving, tmp_path: Path, name: str
) -> None:
    news = folder_of(tmp_path / "news", 2)
    (news / "bad.txt").write_text("")
    ran(server, news, tmp_path / "old.jsonl")
    for saved in ("one.json", "page.html"):
        next(iter(Briefs.load(tmp_path / "old.jsonl"))).save(tmp_path / saved)
    code, _, complaint = finished(server, tmp_path, name, "-o", "out.jsonl")
    assert code == 3
    assert complaint.count("nutgraf made this, it holds") == 1
    (error,) = read_many(tmp_path / name, errors="yield")
    assert "name the articles themselves" in str(error)
    if not name.endswith("l.jsonl"):
        with pytest.raises(ArticleError, match=r"nutgraf made this|holds many"):
            Article.from_file(tmp_path / name)


def test_a_line_of_standard_input_that_is_a_brief_is_told_so(server: Misbehaving, tmp_path: Path) -> None:
    ran(server, folder_of(tmp_path / "news", 1), tmp_path / "old.jsonl")
    with (tmp_path / "old.jsonl").open() as file:
        running = command(server, tmp_path, "-", "-o", "-", stdin=file)
    assert "nutgraf made this, it holds briefs" in running.communicate(timeout=120)[1]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("x.csv", "name it x.jsonl, and make x.csv of it: nutgraf export x.jsonl -o x.csv"),
        ("x.HTML", "name it x.jsonl, and make x.HTML of it: nutgraf report x.jsonl -o x.HTML"),
        ("x.md", "name it x.jsonl"),
        ("x.json", "name it x.jsonl"),
        ("x.txt", "name it x.jsonl"),
        ("x.docx", "name it x.jsonl"),
    ],
)
def test_a_name_that_says_another_form_is_refused(server: Misbehaving, tmp_path: Path, name: str, remedy: str) -> None:
    news = folder_of(tmp_path / "news", 1)
    for more in ((), ("--dry-run",)):
        code, _, complaint = finished(server, tmp_path, news, "-o", name, *more)
        assert code == 2
        assert remedy in complaint
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["x.jsonl", "x.ndjson", "x", "news.2026-03"])
def test_other_names_are_fine(server: Misbehaving, tmp_path: Path, name: str) -> None:
    assert finished(server, tmp_path, folder_of(tmp_path / "news", 1), "-o", name)[0] == 0
    assert keys(tmp_path / name) == ["news/0.txt"]


def test_the_reasons_of_what_failed_are_told_with_names(server: Misbehaving, tmp_path: Path) -> None:
    news = folder_of(tmp_path / "news", 1)
    for n in range(5):
        (news / f"empty{n}.txt").write_text("")
    (news / "office.txt").write_bytes(b"PK\x03\x04...")
    code, _, complaint = finished(server, tmp_path, "news", "-o", "out.jsonl")
    assert code == 3
    lines = complaint.splitlines()
    at = lines.index("nutgraf: 6 failed; all of them stand in out.failed.jsonl")
    assert lines[at + 1] == (
        "nutgraf:   news/empty0.txt, news/empty1.txt, news/empty2.txt and 2 more: the article is empty"
    )
    assert lines[at + 2].startswith("  news/office.txt: this is a zip archive")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text("The bridge closed on Sunday, said Ann Lee.")
    _, _, complaint = finished(server, tmp_path, "more", "-o", "out.jsonl")
    assert "nutgraf: 6 failed, 6 of them in earlier runs; all of them stand in out.failed.jsonl\n" in complaint
    assert "empty" not in complaint


def test_no_more_than_a_handful_of_reasons_is_told() -> None:
    reasons = Reasons()
    for n in range(9):
        reasons.add(f"a{n}", f"a{n}", f"a{n}: reason {n}\nwith more")
    assert str(reasons).splitlines() == [*(f"  a{n}: reason {n}" for n in range(5)), "  and 4 for other reasons"]


def test_a_folder_that_is_summarized_or_checked_is_told_of_too(server: Misbehaving, tmp_path: Path) -> None:
    news = mixed(tmp_path)
    for line in (
        ["summarize", "news", "--model", "m", "--base-url", server.base_url],
        ["check", "news/0.txt", "news"],
    ):
        done = subprocess.run(
            [*warm.nutgraf(), *line],
            capture_output=True,
            text=True,
            env=environment(tmp_path),
            cwd=tmp_path,
            check=False,
        )
        assert done.stderr.count(UNREAD) == 1, done.stderr
    assert news.is_dir()
