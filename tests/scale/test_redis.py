"""Redis as the cache of many machines: a real server; what it can't do costs speed, never an answer."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys

import pytest

import warm
from misbehaving import Misbehaving
from nutgraf import Summarizer
from nutgraf.asking.cache.answers import Cache, open_cache
from nutgraf.asking.cache.stored import Stored
from nutgraf.errors import ConfigurationError

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
pytest.importorskip("redis", reason="redis-py is not installed: pip install 'nutgraf[redis]'")
from nutgraf.asking.cache.redis import RedisStore  # noqa: E402

ANSWER = Stored('{"quotes": ["“ü”\x00 \\u2028"]}', 10, 5)
TEXT = "The port of Bergen reopened on Friday, said Kari Holm."
PAYING = """
import json, sys, nutgraf
base_url, cache, text, *numbers = sys.argv[1:]
with nutgraf.Summarizer(model="m", base_url=base_url, cache=cache, passes=("events",)) as desk:
    outcomes = desk.map([f"{text} {n}." for n in numbers], ordered=True)
    print(json.dumps([outcome.brief.usage.requests for outcome in outcomes]))
"""
DEAD = "redis://127.0.0.1:1/0"


def test_an_answer_is_found_again_by_another_process(redis_url: str) -> None:
    RedisStore(redis_url).put("found", ANSWER)
    code = (
        "from nutgraf.asking.cache.answers import open_cache\n"
        f"print(ascii(open_cache({redis_url!r}).get('found').raw), open_cache({redis_url!r}).get('none'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"{ANSWER.raw!a} None"


def test_a_later_answer_replaces_an_earlier_one(redis_url: str) -> None:
    store = RedisStore(redis_url)
    store.put("twice", ANSWER)
    store.put("twice", Stored("{}", 1, 1))
    assert store.get("twice") == Stored("{}", 1, 1)
    store.close()
    assert store.get("twice") == Stored("{}", 1, 1)


def test_the_server_forgets_what_is_too_old(redis_url: str) -> None:
    store = RedisStore(redis_url, max_age=3_600)
    store.put("aging", ANSWER)
    assert 3_590 < store._client.ttl("nutgraf:aging") <= 3_600


def test_what_somebody_else_wrote_there_is_a_miss(redis_url: str) -> None:
    store = RedisStore(redis_url)
    for value in (b"nonsense", b"[1, 2, 3]", b"[]", b"\xff"):
        store._client.set("nutgraf:odd", value)
        assert Cache(store).get("odd") is None


def test_it_pickles_as_its_settings_and_shows_no_password(redis_url: str) -> None:
    again = pickle.loads(pickle.dumps(RedisStore(redis_url)))
    again.put("pickled", ANSWER)
    assert again.get("pickled") == ANSWER
    assert "secret" not in repr(RedisStore("redis://:secret@127.0.0.1:1/0"))


def test_a_dead_server_costs_speed_and_one_warning(server: Misbehaving, caplog: pytest.LogCaptureFixture) -> None:
    secret = DEAD.replace("//", "//:secret@")
    with Summarizer(model="m", base_url=server.base_url, cache=secret, passes=("events",)) as desk:
        assert [o.ok for o in desk.map([TEXT, TEXT + " Again."])] == [True, True]
    warned = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert len(warned) == 1
    assert "secret" not in warned[0]


@pytest.mark.parametrize("url", ["redis://127.0.0.1:port/0", "redis://127.0.0.1:99999999/x"])
def test_a_url_that_is_none_is_named(url: str) -> None:
    with pytest.raises(ConfigurationError, match="redis://"):
        open_cache(url)


def test_the_environment_may_name_it(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_CACHE", redis_url)
    cache = open_cache("default")
    assert cache is not None
    cache.put("named", ANSWER)
    assert RedisStore(redis_url).get("named") == ANSWER


def test_two_processes_pay_for_an_article_once(server: Misbehaving, redis_url: str) -> None:
    spent = []
    for numbers in ("123", "234"):
        line = [*warm.python(), "-c", PAYING, server.base_url, redis_url, TEXT, *numbers]
        done = subprocess.run(line, capture_output=True, text=True, timeout=600, check=True)
        spent.append(json.loads(done.stdout))
    assert spent == [[1, 1, 1], [0, 0, 1]]
    assert server.books().requests == 4
