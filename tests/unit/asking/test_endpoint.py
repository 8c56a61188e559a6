"""Where a model name leads, and that a key goes to no other host."""

import pytest

from nutgraf.asking.line.endpoint import is_loopback, resolve
from nutgraf.errors import ConfigurationError


def test_no_model_lists_the_ways_to_name_one() -> None:
    with pytest.raises(ConfigurationError) as caught:
        resolve(None, environ={})
    assert all(way in str(caught.value) for way in ("openai/", "ollama/", "base_url", "local", "NUTGRAF_MODEL"))


def test_a_bare_name_needs_a_base_url() -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        resolve("gpt-5-mini", environ={"OPENAI_API_KEY": "k"})


def test_a_bare_name_goes_out_unchanged() -> None:
    found = resolve("meta-llama/Llama-4", base_url="https://host/v1/", api_key="k", environ={})
    assert (found.model, found.base_url, found.api_key) == ("meta-llama/Llama-4", "https://host/v1", "k")


@pytest.mark.parametrize("name", ["openai/gpt-oss-20b", "ollama/llama3", "local", "meta/llama", "a/b/c"])
def test_with_a_base_url_every_name_goes_out_unchanged(name: str) -> None:
    found = resolve(name, base_url="https://host/v1", api_key="k", environ={"OPENAI_API_KEY": "not this"})
    assert (found.model, found.base_url, found.api_key) == (name, "https://host/v1", "k")


def test_what_stands_behind_the_path_goes_with_every_request_and_not_into_names() -> None:
    url = "https://x.openai.azure.com/openai/deployments/dep/?api-version=2024-10-21&code=SECRET"
    found = resolve("m", base_url=url, api_key="k", environ={})
    assert found.base_url == "https://x.openai.azure.com/openai/deployments/dep"
    assert found.query == (("api-version", "2024-10-21"), ("code", "SECRET"))
    assert found.key_header == "api-key"
    other = resolve("m", base_url=url.replace("2024", "2023"), api_key="k", environ={})
    assert found.id != other.id
    assert found.host == "x.openai.azure.com"
    assert "SECRET" not in f"{found!r} {found.id} {found.host}"
    for bearer in ("https://host/v1/deployments/dep", "https://x.openai.azure.com/openai/v1"):
        assert resolve("m", base_url=bearer, api_key="k", environ={}).key_header == ""


def test_the_path_of_a_request_may_stand_in_the_base_url() -> None:
    assert resolve("m", base_url="https://host/v1/chat/completions", environ={}).base_url == "https://host/v1"


HOSTS = {
    "openai": ("OPENAI_API_KEY", "api.openai.com"),
    "anthropic": ("ANTHROPIC_API_KEY", "api.anthropic.com"),
    "google": ("GEMINI_API_KEY", "generativelanguage.googleapis.com"),
    "mistral": ("MISTRAL_API_KEY", "api.mistral.ai"),
}


@pytest.mark.parametrize("prefix", HOSTS)
def test_each_prefix_leads_to_its_host_with_its_own_key(prefix: str) -> None:
    pytest.importorskip("anthropic")
    variable, host = HOSTS[prefix]
    everybodys = {name: f"key-of-{other}" for other, (name, _) in HOSTS.items()} | {"NUTGRAF_API_KEY": "key-of-mine"}
    found = resolve(f"{prefix}/a-model", environ=everybodys | {"NUTGRAF_BASE_URL": "https://elsewhere.example/v1"})
    assert (found.host, found.model, found.api_key) == (host, "a-model", f"key-of-{prefix}")
    found.ready()
    keyless = resolve(f"{prefix}/a-model", environ={n: k for n, k in everybodys.items() if n != variable})
    with pytest.raises(ConfigurationError, match=variable):
        keyless.ready()
    assert resolve(f"{prefix}/a-model", base_url="https://own.example/v1", environ=everybodys).api_key == "key-of-mine"


def test_a_gateway_before_anthropic_is_named_with_or_without_the_version() -> None:
    pytest.importorskip("anthropic")
    for url in ("http://127.0.0.1:9", "http://127.0.0.1:9/v1/"):
        assert resolve("anthropic/m", environ={"ANTHROPIC_BASE_URL": url}).base_url == "http://127.0.0.1:9"


def test_the_environment_never_sends_a_prefixed_name_elsewhere() -> None:
    found = resolve("openai/gpt-5-mini", environ={"NUTGRAF_BASE_URL": "https://evil.example/v1", "OPENAI_API_KEY": "k"})
    assert found.host == "api.openai.com"


def test_openais_key_and_ids_stay_with_openai() -> None:
    env = {
        "OPENAI_API_KEY": "secret",
        "OPENAI_ORG_ID": "org",
        "OPENAI_PROJECT_ID": "proj",
        "OPENAI_BASE_URL": "https://proxy.example/v1",
    }
    for found in (
        resolve("m", base_url="https://other.example/v1", environ=env),
        resolve("ollama/m", environ=env),
        resolve("openai/m", base_url="https://other.example/v1", api_key="mine", environ=env),
    ):
        assert "secret" not in found.api_key
        assert found.organization is None
        assert found.project is None
    assert resolve("openai/m", environ=env).host == "proxy.example"


def test_the_key_shows_in_no_repr() -> None:
    assert "topsecret" not in repr(resolve("m", base_url="https://h/v1", api_key="topsecret", environ={}))


def test_openai_without_a_key_says_which_variable() -> None:
    found = resolve("openai/gpt-5-mini", environ={})
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY"):
        found.ready()
    resolve("openai/gpt-5-mini", environ={"OPENAI_API_KEY": "k"}).ready()


@pytest.mark.parametrize("url", ["host/v1", "ftp://h/v1", "https://", "https://user:pw@h/v1"])
def test_a_malformed_base_url_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        resolve("m", base_url=url, environ={})


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:1/v1", True),
        ("http://[::1]/v1", True),
        ("http://localhost/v1", True),
        ("http://127.0.0.1.evil.example/", False),
        ("https://api.openai.com", False),
    ],
)
def test_loopback_is_told_from_hosts_that_look_like_it(url: str, expected: bool) -> None:
    assert is_loopback(url) is expected
