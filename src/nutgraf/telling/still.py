"""Pages without a script: the frame and style of the report, and a policy that allows the style alone."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from nutgraf.telling.html import render, sha256

_TEMPLATES = files("nutgraf.telling") / "templates"


def still_page(template: str, **values: Any) -> str:
    """A self-contained page: no script, no network, no font."""
    return render(template, **values, **_frame())


@cache
def _frame() -> dict[str, Any]:
    from markupsafe import Markup

    style = "\n".join(
        (_TEMPLATES / name).read_text("utf-8").replace("\r\n", "\n").strip() for name in ("report.css", "still.css")
    )
    policy = (
        f"default-src 'none'; style-src 'sha256-{sha256(style)}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    # Our own files, with nothing of an article in them.
    return {"style": Markup(style), "script": "", "policy": policy}  # noqa: S704
