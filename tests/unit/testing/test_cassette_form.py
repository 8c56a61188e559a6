"""The written form of a cassette, and what must not lie among the cassettes."""

from __future__ import annotations

import base64
import gc
from pathlib import Path

import pytest

from nutgraf.testing import form, hygiene

TOLD = {"request": {"step": "events", "json": {"a": "x\ny"}}, "response": {"status": 200}}


def test_what_is_written_reads_back() -> None:
    assert form.read(form.write([TOLD], synthetic=False)) == [TOLD]


def test_a_recording_of_a_misbehaving_server_says_so_in_its_first_line() -> None:
    assert form.write([TOLD], synthetic=True).startswith("# SYNTHETIC: ")
    assert form.write([TOLD], synthetic=False).startswith("# Recorded by ")


@pytest.mark.parametrize(
    ("text", "said"),
    [("a: [", "no YAML"), ("just words", "no list of interactions"), ("interactions: 5", "no list of interactions")],
)
def test_a_file_that_is_no_cassette_is_told(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        form.read(text)


def test_reading_leaves_garbage_collection_as_it_was() -> None:
    text = form.write([TOLD], synthetic=False)
    form.read(text)
    assert gc.isenabled()
    gc.disable()
    try:
        form.read(text)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_body_is_structure_where_it_is_json_and_else_text() -> None:
    assert form.parsed(b'{"a": [1]}') == {"a": [1]}
    assert form.parsed("a=1&b=2") == "a=1&b=2"
    assert form.parsed(None) == ""


def test_only_headers_on_the_list_are_kept() -> None:
    given = {"Content-Type": ["application/json"], "Retry-After": "3", "Set-Cookie": ["a=1"], "Authorization": "x"}
    assert form.headers(given) == {"content-type": "application/json", "retry-after": "3"}


def test_what_differs_at_every_recording_is_steadied() -> None:
    body = {"id": "chatcmpl-1", "created": 1_700, "choices": [{"index": 0, "timings": {"a": 1}}], "timings": 5}
    assert form.steady(body) == {"id": "recorded", "created": 0, "choices": [{"index": 0}]}


def test_a_secret_in_a_cassette_is_named_by_place_and_never_repeated(tmp_path: Path) -> None:
    folder = tmp_path / "cassettes"
    (folder / "test_a").mkdir(parents=True)
    (folder / "test_a" / "t.yaml").write_text("ok: 1\nkey: sk-proj-abcdefghijklmnop1234\n")
    (line,) = hygiene.secrets_in(folder)
    assert line.startswith("cassettes/test_a/t.yaml:2 holds what looks like an API key")
    assert "abcdefgh" not in line


KEY = "0f4b9c7d2e6a81530f4b9c7d2e6a8153"


@pytest.mark.parametrize(
    "held",
    [
        f"path: /{KEY}/chat/completions",
        f"path: /v1/chat/completions?code={KEY}",
        f"text: {KEY.upper()}",
        f"text: {base64.b64encode(f'us:{KEY}'.encode()).decode()}",
        f"text: {KEY.encode().hex()}",
        f'text: "a long line that YAML folds within {KEY[:20]}\\\n  \\{KEY[20:]}"',
    ],
)
def test_a_key_in_use_is_found_in_whatever_form(tmp_path: Path, held: str) -> None:
    folder = tmp_path / "cassettes"
    folder.mkdir()
    (folder / "t.yaml").write_text(f"ok: 1\n{held}\n")
    assert list(hygiene.secrets_in(folder)) == []
    (line,) = hygiene.secrets_in(folder, hygiene.keys_in_use({"SOME_API_KEY": KEY, "HOME": "/root"}))
    assert line.startswith("cassettes/t.yaml holds a key that is in use here")
    assert KEY not in line


@pytest.mark.parametrize("key", ["recorded", "test", "EMPTY", "ollama"])
def test_a_word_that_stands_for_a_key_is_no_secret(tmp_path: Path, key: str) -> None:
    (tmp_path / "t.yaml").write_text("id: recorded\ntext: a test of ollama, EMPTY\n")
    assert list(hygiene.secrets_in(tmp_path, {key})) == []


def test_a_cassette_is_an_orphan_when_its_module_was_looked_at_or_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "cassettes"
    for name in ("seen/played.yaml", "seen/left.yaml", "elsewhere/unlooked.yaml", "gone/lost.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("interactions: []")
    found = hygiene.orphans_in(
        folder, [folder / "seen" / "played.yaml"], [folder / "seen"], [folder / "seen", folder / "elsewhere"]
    )
    assert [line.split(" ")[0] for line in found] == ["cassettes/gone/lost.yaml", "cassettes/seen/left.yaml"]
