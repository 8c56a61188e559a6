"""Many articles, faults of all kinds: every article ends in one way, and a second run pays only for what failed."""

from __future__ import annotations

import asyncio

import pytest

import nutgraf
from many import ALL_KINDS, ONE_WRONG, endings, texts
from misbehaving import Misbehaving, answer, rule, sometimes

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

COUNT = 60


def test_every_article_ends_once_and_the_second_run_pays_only_for_what_failed(server: Misbehaving) -> None:
    server.script(rule(answer(ONE_WRONG), when="strike number 7 "), sometimes(0.4, ALL_KINDS, answer()))
    articles = texts(COUNT)
    first = asyncio.run(endings(nutgraf.Summarizer(model="m", base_url=server.base_url), articles))
    assert [len(found) for found in first.values()] == [1] * COUNT
    kinds = {found[0].how for found in first.values()}
    assert kinds >= {"complete", "partial", "ModelUnavailable"}
    assert kinds <= {
        "complete",
        "partial",
        "ModelUnavailable",
        "ModelRefused",
        "ReplyInvalid",
        "ModelError",
        "ConfigurationError",
    }
    server.script()
    second = asyncio.run(endings(nutgraf.Summarizer(model="m", base_url=server.base_url), articles))
    assert {found[0].how for found in second.values()} == {"complete"}
    failed = [text for text in articles if first[text][0].how != "complete"]
    paid = [text for text in articles if second[text][0].requests]
    assert paid == failed
    # A partial article asks alone for the passes that failed, at most two of three; any other asks once.
    assert len(failed) <= server.books().requests <= 2 * len(failed)
