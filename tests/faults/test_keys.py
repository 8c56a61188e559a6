"""The key stays where it belongs: a server that repeats it, in whatever form, finds nobody who passes it on."""

from __future__ import annotations

import base64
import json
import logging
import pickle
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

import nutgraf
from batch_server import serving_batches
from fault_matrix import ARTICLE
from loopback import Script, Told, completion, failure, serving
from nutgraf import Summarizer
from nutgraf.asking.exchange import Wiring
from nutgraf.asking.line.patience import Patience
from nutgraf.asking.line.secrets import MASK, Secrets
from nutgraf.errors import ConfigurationError, NutgrafError
from nutgraf.scaling.inputs import articles_in
from nutgraf.scaling.openai_batch import Batch
from nutgraf.scaling.run import run

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

KEYS = {
    "prefixed": "sk-proj-Zk3vQ9w_Lm2XcT8RbN5yHd7J",
    "hex": "9f86d081884c7d659a2feaa0c55ad015",
    "upper case": "5D41402ABC4B2A76B9719D911017C592",
    "signs": 'q"x/+Y\\7&%=Rt9{kLw]2mB~',
}
FORMS = {
    "as it is": str,
    "in other case": str.swapcase,
    "escaped for JSON": lambda key: json.dumps(key)[1:-1],
    "escaped for a URL": lambda key: quote(key, safe=""),
    "in base64": lambda key: base64.b64encode(key.encode()).decode(),
    "with a name in base64": lambda key: base64.urlsafe_b64encode(f"us:{key}".encode()).decode(),
    "in hex": lambda key: key.encode().hex(),
    "its first part": lambda key: key[:14] + "…",
    "its last part": lambda key: "…" + key[-14:],
}
every_key = pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


@every_key
@every_form
def test_no_form_of_a_secret_is_carried_on(key: str, form: Any) -> None:
    text = f"Incorrect API key provided: {form(key)}. You can find yours in the settings."
    masked = Secrets([key]).masked(text)
    assert masked.startswith("Incorrect API key provided: ")
    assert masked.endswith(". You can find yours in the settings.")
    assert MASK in masked
    assert not any(key[n : n + 12].lower() in masked.lower() for n in range(len(key) - 11))
    assert len(masked) < len(text)


@pytest.mark.parametrize("value", ["k", "EMPTY", "ollama", "recorded", ""])
def test_a_word_that_stands_for_a_key_is_no_secret(value: str) -> None:
    text = "EMPTY answer from ollama, ok: nothing is recorded"
    assert Secrets([value]).masked(text) == text


def everything_in(error: BaseException) -> str:
    """All that a traceback, a log or a pickle shows of an error."""
    shown = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
    again = pickle.loads(pickle.dumps(error))
    return shown + "".join(traceback.format_exception(again)) + repr(vars(again))


def answers(key: str) -> dict[str, Script]:
    said = f"Incorrect key {key}: 'strict' is not supported, nor is temperature"
    odd = {"error": {"message": said, "code": key, "type": key}}
    return {
        "401": lambda _b, _n: failure(401, said),
        "400": lambda _b, _n: failure(400, f"no key {key}"),
        "404": lambda _b, _n: failure(404, said),
        "400, stepped down": lambda _b, _n: failure(400, said),
        "500": lambda _b, _n: failure(500, said),
        "418": lambda _b, _n: Told(said, 418),
        "302": lambda _b, _n: Told("", 302, {"location": f"http://127.0.0.1:9/{key}"}),
        "an error with 200": lambda _b, _n: Told(odd),
        "not the schema": lambda _b, _n: completion(json.dumps({"quotes": [{key: key}], "events": key, "summary": 5})),
        "prose": lambda _b, _n: completion(f"Your key is {key}."),
        "a page": lambda _b, _n: Told(f"<html>{key}"),
    }


@every_key
@pytest.mark.parametrize("kind", list(answers("")))
def test_a_server_that_repeats_the_key_finds_nobody_who_passes_it_on(
    kind: str, key: str, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=2, first_wait=0.001, longest_wait=0.05))
    caplog.set_level(logging.DEBUG, "nutgraf")
    out = tmp_path / "out.jsonl"
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": ARTICLE}) + "\n")
    with serving(answers(key)[kind]) as server:
        with (
            Summarizer(model="m", base_url=server.base_url, api_key=key, cache=tmp_path / "a.sqlite") as desk,
            pytest.raises(NutgrafError) as caught,
        ):
            desk.summarize(ARTICLE)
        with (
            Summarizer(model="m", base_url=server.base_url, api_key=key, cache=tmp_path / "a.sqlite") as desk,
            suppress(ConfigurationError),
        ):
            run(desk, articles_in([str(tmp_path / "in.jsonl")]), out)
        assert server.headers[0]["authorization"] == f"Bearer {key}"
    assert not held(key, everything_in(caught.value))
    assert not held(key, "\n".join(record.getMessage() for record in caplog.records))
    for path in tmp_path.iterdir():
        assert not held(key, path.read_bytes().decode("utf-8", "replace")), path.name


def held(key: str, text: str) -> bool:
    return any(form(key).lower() in text.lower() for form in (str, FORMS["escaped for JSON"], repr))


@every_key
def test_an_answer_that_holds_the_key_is_shown_and_kept_without_it(key: str, tmp_path: Path) -> None:
    point = {"evidence": [1], "text": f"The port reopened on Friday, {key}."}
    event = {"evidence": [1], "title": f"{key} reopened", "status": "occurred", "place": key, "according_to": key}
    given = json.dumps({"quotes": [], "events": [event], "summary": [point]})
    with (
        serving(lambda _b, _n: completion(given)) as server,
        Summarizer(model="m", base_url=server.base_url, api_key=key, cache=tmp_path / "a.sqlite") as desk,
    ):
        brief = desk.summarize(ARTICLE)
    assert not held(key, brief.model_dump_json() + brief.to_html())
    assert not held(key, (tmp_path / "a.sqlite").read_bytes().decode("utf-8", "replace"))


def test_what_a_batch_says_of_itself_is_told_without_the_key(tmp_path: Path) -> None:
    key = KEYS["prefixed"]
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": ARTICLE}) + "\n")
    with serving_batches() as provider:
        desk = Summarizer(model="m", base_url=provider.base_url, api_key=key, cache=tmp_path / "a.sqlite")
        batch = Batch(desk, tmp_path / "out.jsonl")
        batch.submit(articles_in([str(tmp_path / "in.jsonl")]))
        (only,) = provider.batches.values()
        only["errors"] = {"object": "list", "data": [{"code": "x", "message": f"bad key {key}", "line": 1}]}
        (state,) = batch.status()
        batch.close()
    assert state.errors == (f"bad key {MASK} (line 1)",)


SECRET_HEADERS = ["authorization", "x-api-key", "X-Auth-Token", "cookie", "Ocp-Apim-Subscription-Key"]


@pytest.mark.parametrize("name", SECRET_HEADERS)
def test_the_value_of_a_header_is_a_secret_where_its_name_says_so(name: str) -> None:
    value = f"Bearer {KEYS['hex']}"
    with serving(lambda _b, _n: failure(401, f"what is {value}?")) as server:
        desk = Summarizer(model="m", base_url=server.base_url, headers={name: value, "x-team": "desk"}, cache=None)
        with desk, pytest.raises(ConfigurationError) as caught:
            desk.summarize(ARTICLE)
    assert not held(KEYS["hex"], everything_in(caught.value))


@pytest.mark.parametrize("where", ["/{key}/v1", "/v1?code={key}", "/v1?api-version=2024-10-21&subscription-key={key}"])
def test_a_key_in_the_address_is_one_too(where: str) -> None:
    key = KEYS["hex"]
    with serving(lambda _b, _n: failure(401, f"no key {key} for 2024-10-21")) as server:
        desk = Summarizer(model="m", base_url=server.base_url[:-3] + where.format(key=key), cache=None)
        with desk, pytest.raises(ConfigurationError, match=r"no key \[key\] for 2024-10-21") as caught:
            desk.summarize(ARTICLE)
    assert not held(key, everything_in(caught.value))
    assert key not in repr(desk.settings)


MALFORMED = {
    "a line break": "sk-abcdefgh\n",
    "one within": "sk-abc\ndefgh",
    "a space": "Bearer sk-abcdefgh",
    "an accent": "sk-äbcdefgh",
    "a control character": "sk-abc\x00defgh",
    "a soft hyphen": "sk-abc\u00addefgh",
}


@pytest.mark.parametrize("key", MALFORMED.values(), ids=MALFORMED)
@pytest.mark.parametrize("model", ["m", "openai/m", "ollama/m"])
def test_a_malformed_key_is_refused_before_anything_is_sent(key: str, model: str) -> None:
    settings: dict[str, Any] = {"base_url": "http://127.0.0.1:9/v1"} if model == "m" else {}
    with pytest.raises(ConfigurationError, match="API key") as caught:
        Summarizer(model=model, api_key=key, **settings)
    assert "defgh" not in everything_in(caught.value)


@pytest.mark.parametrize(("model", "variable"), [("m", "NUTGRAF_API_KEY"), ("openai/m", "OPENAI_API_KEY")])
def test_one_from_the_environment_is_refused_too(model: str, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    settings: dict[str, Any] = {"model": model} | ({"base_url": "http://127.0.0.1:9/v1"} if model == "m" else {})
    monkeypatch.setenv(variable, MALFORMED["a line break"])
    with pytest.raises(ConfigurationError, match="API key") as caught:
        Summarizer(**settings)
    assert "defgh" not in everything_in(caught.value)


@pytest.mark.parametrize("value", [*MALFORMED.values(), b"bytes", 5, None])
def test_a_malformed_header_is_refused_too(value: Any) -> None:
    if value == MALFORMED["a space"]:
        return  # a header may hold one
    with pytest.raises(ConfigurationError, match="the header 'x-team'") as caught:
        Summarizer(model="m", base_url="http://127.0.0.1:9/v1", headers={"x-team": value})
    assert "defgh" not in everything_in(caught.value)


def test_nothing_that_is_shown_of_the_wiring_holds_a_secret() -> None:
    key = KEYS["hex"]
    base_url = f"http://127.0.0.1:9/v1?code={key}"
    desk = Summarizer(
        model="m", base_url=base_url, api_key=key, headers={"x-key": key}, extra_body={"token": key}, cache=None
    )
    wiring = Wiring(timeout=1, headers={"x-key": key}, http_client=f"a client with {key}")
    shown = [repr(one) for one in (desk, desk.settings, desk.endpoint, wiring, vars(desk))]
    assert not any(key in one for one in shown)


def test_the_files_of_a_run_are_their_owners_alone(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": ARTICLE}) + "\n")
    for said in (failure(401, "no"), completion(json.dumps({"quotes": [], "events": [], "summary": []}))):
        out = tmp_path / f"out-{said.status}.jsonl"
        with (
            serving(lambda _b, _n, said=said: said) as server,
            Summarizer(model="m", base_url=server.base_url, cache=tmp_path / "a.sqlite") as desk,
        ):
            for _ in range(2):
                try:
                    run(desk, articles_in([str(tmp_path / "in.jsonl")]), out)
                except ConfigurationError:
                    continue
    with serving_batches() as provider:
        batch = Batch(nutgraf.Summarizer(model="m", base_url=provider.base_url), tmp_path / "batch.jsonl")
        batch.submit(articles_in([str(tmp_path / "in.jsonl")]))
        batch.close()
    made = [path for path in tmp_path.iterdir() if path.is_file() and path.name != "in.jsonl"]
    assert {"out-200.jsonl", "batch.batch.json"} <= {path.name for path in made}
    assert {path.name: path.stat().st_mode & 0o777 for path in made} == {path.name: 0o600 for path in made}
