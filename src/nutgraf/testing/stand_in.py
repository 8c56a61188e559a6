"""What a marked test finds around it: no response cache, a dummy key, and an embedded model that needs no model."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from nutgraf.asking.line.endpoint import KEYS
from nutgraf.asking.local import embedded as local

_DUMMY_KEY = "recorded"


@contextmanager
def quiet_surroundings(*, recording: bool) -> Generator[None]:
    """Set them up for one test; while recording, `model="local"` gets a fresh server of its own and real keys stay."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUTGRAF_CACHE", "off")
        for names in (*KEYS, ("NUTGRAF_API_KEY",)):
            if not (recording and any(map(os.environ.get, names))):
                patch.setenv(names[0], _DUMMY_KEY)
        if not recording:
            _replace_the_model(patch)
            yield
            return
        # A server that has answered other questions gives other answers: its prompt cache changes the arithmetic.
        with TemporaryDirectory(prefix="nutgraf-", ignore_cleanup_errors=True) as folder:
            patch.setenv("NUTGRAF_LOCAL_DIR", str(Path(folder) / "state"))
            try:
                yield
            finally:
                local.stop()


def _replace_the_model(patch: pytest.MonkeyPatch) -> None:
    model = local.LocalModel(path=Path("recorded.gguf"), alias=local.BUNDLED_ALIAS, sha256=local.BUNDLED_SHA256)
    patch.setattr(local, "find_model", lambda: model)
    patch.setattr(local, "ensure_server", _Recorded)


class _Recorded:
    """Stands where the embedded model's server would: its address is never called, the cassette answers."""

    base_url = "http://127.0.0.1:9/v1"
    api_key = _DUMMY_KEY
