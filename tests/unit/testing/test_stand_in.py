"""What a marked test finds around it: real keys while recording, dummies while replaying."""

from __future__ import annotations

import pytest

from nutgraf.asking.line.endpoint import KEYS, resolve
from nutgraf.testing.stand_in import quiet_surroundings


@pytest.fixture(autouse=True)
def _without_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for names in KEYS:
        for name in names:
            monkeypatch.delenv(name, raising=False)


def key_of(model: str) -> str:
    return resolve(model).api_key


@pytest.mark.parametrize("variable", ["GEMINI_API_KEY", "GOOGLE_API_KEY"])
def test_whichever_variable_holds_the_key_it_is_the_one_that_records(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "a-real-key")
    with quiet_surroundings(recording=True):
        assert key_of("google/gemini-x") == "a-real-key"
        assert key_of("openai/gpt-x") == "recorded"


@pytest.mark.parametrize("variable", ["GEMINI_API_KEY", "GOOGLE_API_KEY"])
def test_no_real_key_is_around_while_a_recording_is_played(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "a-real-key")
    with quiet_surroundings(recording=False):
        assert key_of("google/gemini-x") == "recorded"
