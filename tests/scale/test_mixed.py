"""A folder of all kinds of files, some of them broken: each ends in exactly one brief or one error that names it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from misbehaving import Misbehaving
from mixed_files import file_of, write
from nutgraf import Summarizer
from nutgraf.scaling.inputs import articles_in, count_in
from nutgraf.scaling.run import run

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
ROUNDS = 12


def test_each_file_ends_in_a_brief_or_an_error_that_names_it(server: Misbehaving, tmp_path: Path) -> None:
    for package in ("trafilatura", "pdfminer", "feedparser"):
        pytest.importorskip(package)
    folder = tmp_path / "in"
    folder.mkdir()
    broken = write(folder, ROUNDS)
    assert count_in([str(folder)]) is not None
    with Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        report = run(desk, articles_in([str(folder)]), tmp_path / "out.jsonl")
    files = {str(path) for path in folder.iterdir()}
    made = [  # paths as the file of briefs sees them
        str(tmp_path / file_of(json.loads(line)["article"]["key"]))
        for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    ]
    failed = [
        str(tmp_path / file_of(json.loads(line)["key"]))
        for line in (tmp_path / "out.failed.jsonl").read_text("utf-8").splitlines()
    ]
    assert sorted(made) == sorted(files - broken)
    assert sorted(failed) == sorted(broken)
    assert (report.written, report.failed, report.unreadable) == (len(files) - len(broken), len(broken), len(broken))
    assert server.books().requests == len(files) - len(broken)
