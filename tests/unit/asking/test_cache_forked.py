"""The file of answers in a forked child, without a file, and made by several at once."""

from __future__ import annotations

import gc
import os
import signal
import sqlite3
from pathlib import Path

import pytest

from nutgraf.asking.cache import file as cache_file
from nutgraf.asking.cache.file import FileStore
from nutgraf.asking.cache.stored import Stored

ANSWER = Stored('{"quotes": []}', 10, 5)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("first", ["get", "put", "close", "nothing"])
def test_a_forked_child_uses_a_connection_of_its_own(tmp_path: Path, first: str) -> None:
    store = FileStore(tmp_path / "a.sqlite")
    store.put("parent", ANSWER)
    held = store._held
    assert held
    child = os.fork()
    if not child:
        code = 1
        try:
            if first == "put":
                store.put("child", ANSWER)
            elif first == "close":
                store.close()
            fine = first == "nothing" or (store.get("parent") == ANSWER and store._held is not held)
            with_another = FileStore(store.path) if first == "nothing" else store
            with_another.put("child", ANSWER)
            with_another.close()
            del store, with_another
            gc.collect()
            held.execute("SELECT 1")  # raises where it was closed
            code = 0 if fine else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert store._held is held
    assert store.get("child") == ANSWER
    store.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_child_may_close_it_while_a_thread_of_the_parent_had_it_locked(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "a.sqlite")
    store.put("parent", ANSWER)
    with store._lock:
        child = os.fork()
        if not child:
            signal.alarm(20)  # a lock that nobody releases
            store.close()
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    store.close()


def test_of_a_file_that_is_not_there_nothing_is_pruned_and_none_is_made(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "none.sqlite")
    assert store.prune(max_bytes=0, max_age=0) == 0
    assert store.stats().answers == 0
    assert not store.path.exists()


def test_a_file_that_another_process_is_just_making_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare, failed = cache_file._prepare, []

    def busy(connection: sqlite3.Connection) -> None:
        if len(failed) < 3:
            failed.append(1)
            raise sqlite3.OperationalError("database is locked")
        prepare(connection)

    monkeypatch.setattr(cache_file, "_prepare", busy)
    monkeypatch.setattr(cache_file, "_LOCKED_FOR", 0.01)
    store = FileStore(tmp_path / "a.sqlite")
    store.put("k", ANSWER)
    assert store.get("k") == ANSWER
    assert len(failed) == 3
    store.close()


def test_a_file_that_stays_locked_is_given_up_after_ten_tries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def locked(_connection: sqlite3.Connection) -> None:
        tries.append(1)
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(cache_file, "_prepare", locked)
    monkeypatch.setattr(cache_file, "_LOCKED_FOR", 0.01)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        FileStore(tmp_path / "a.sqlite").get("k") or FileStore(tmp_path / "a.sqlite").put("k", ANSWER)
    assert len(tries) == 10
