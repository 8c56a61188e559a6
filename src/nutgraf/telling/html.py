"""The report page: one self-contained file for one brief, or an index of many. No network, no font, no tracking.

The page's one script and one style are allowed by their hashes alone; everything else is escaped by Jinja2.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import MutableMapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast, get_args

from nutgraf.article import Article
from nutgraf.counting import counted
from nutgraf.release import release
from nutgraf.results import Brief, Quote
from nutgraf.results.happened import Topic
from nutgraf.telling import words
from nutgraf.telling.marks import Mark, paragraphs
from nutgraf.telling.views import Item, furniture, plain, view
from nutgraf.telling.visible import CONTROL, picture, visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def brief_page(brief: Brief) -> str:
    """The page of one brief."""
    return render("brief_page.html", view=view(brief), **_frame())


def reading_page(article: Article, marks: Sequence[Mark], *, quotes: tuple[Quote, ...] | None = None) -> str:
    """A page of an article alone, or with what rules find in it."""
    kinds = {"quote": "said", "name": "name", "time": "time", "quantity": "quantity"}
    told = {f"{quote.id}.p0": Item(anchor=quote.id, label=quote.id, value=quote) for quote in quotes or ()}
    published = words.day(article.published, weekday=True)
    return render(
        "reading_page.html",
        headline=visible(article.title or "Article"),
        kicker=[visible(part) for part in (article.source, published) if part],
        link=words.link(article.url),
        paragraphs=paragraphs(article.text, [*furniture(article), *marks]),
        chips=told,
        legend=[(kind, name) for kind, name in kinds.items() if any(mark.kind == kind for mark in marks)],
        characters=len(article.text),
        quotes=quotes,
        **_frame(),
    )


def index_page(briefs: Sequence[Brief], *, title: str | None = None, failed: Sequence[tuple[str, str]] = ()) -> str:
    """One page for many briefs: a list with search and filters; each brief unpacked when it is opened.

    `failed` names what gave no brief, with the reason.
    """
    entries = [_entry(number, brief) for number, brief in enumerate(briefs)]
    entries.sort(key=lambda entry: entry["date"], reverse=True)
    options = {
        "speakers": sorted({name for entry in entries for name in entry["speakers"]}, key=str.casefold),
        "topics": [topic for topic in get_args(Topic) if any(topic in entry["topics"] for entry in entries)],
    }
    searched = [{name: entry[name] for name in ("search", "speakers", "topics", "date")} for entry in entries]
    return render(
        "index_page.html",
        entries=entries,
        title=visible(title or "Briefs"),
        options=options,
        searched=packed(json.dumps(searched, ensure_ascii=False)),
        bodies=((entry["number"], packed(entry["body"])) for entry in entries),
        quotes=sum(len(brief.quotes) for brief in briefs),
        events=sum(len(brief.events) for brief in briefs),
        failed=failed,
        **_frame(),
    )


def packed(text: str) -> str:
    """Text as the page's script unpacks it: zlib, then base64 (which holds no character of HTML's)."""
    return base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")


def render(template: str, **values: Any) -> str:
    """A page, or a piece of one, from its template."""
    return _environment().get_template(template).render(**values)


def still_page(template: str, **values: Any) -> str:
    """A self-contained page without a script."""
    return render(template, **values, **_frame(still=True))


def framed(page: str, title: str, *, height: int = 640) -> str:
    """A page inside a notebook's output."""
    return render("notebook_frame.html", page=page, title=title, height=height)


def _entry(number: int, brief: Brief) -> dict[str, Any]:
    shown = view(brief)
    speakers = list(dict.fromkeys(words.speaker_name(q.speaker) for q in brief.quotes if q.speaker and q.speaker.name))
    published = brief.article.published
    told = [shown.headline, brief.article.source or "", brief.article.text, *(event.title for event in brief.events)]
    return {
        "number": number,
        "headline": shown.headline,
        "deck": visible(brief.summary[0].text) if brief.summary else "",
        "source": visible(brief.article.source or ""),
        "date": published.isoformat() if published else "",
        "day": words.day(published),
        "counts": [counted(len(brief.quotes), "quote"), counted(len(brief.events), "event")],
        "speakers": speakers,
        "topics": list(brief.topics),
        "complete": brief.complete,
        "search": "\n".join(told).casefold(),
        "body": render("brief.html", view=shown, heading=2),
    }


@cache
def _environment() -> Environment:
    """Autoescape everywhere; an unknown name is an error instead of nothing."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("nutgraf.telling"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"visible": visible, "shown": shown, "said": words.said, "plain": plain}
    names = cast("MutableMapping[str, Any]", environment.globals)
    names.update(
        {
            "counted": counted,
            "resolutions": words.RESOLUTIONS,
            "by_which_words": words.by_which_words,
            "speaker_name": words.speaker_name,
            "speaker_office": words.speaker_office,
            "source": words.source,
            "stance": words.stance,
            "support_marks": words.SUPPORT,
            "told": words.told,
            "version": release(),
        }
    )
    return environment


def shown(text: str) -> Markup:
    """Article text for the page: escaped, with a picture for each control character."""
    from markupsafe import Markup, escape

    parts: list[Markup] = []
    at = 0
    for found in CONTROL.finditer(text):
        parts.append(escape(text[at : found.start()]))
        code = ord(found.group())
        parts.append(Markup('<i class="ctl" title="U+{:04X}">{}</i>').format(code, picture(found.group())))
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


@cache
def _frame(*, still: bool = False) -> dict[str, Any]:
    """Style, script and the policy that allows these two and nothing else; a still page has no script."""
    from markupsafe import Markup

    style = "\n".join(_ours(name) for name in (("report.css", "still.css") if still else ("report.css",)))
    script = "" if still else _ours("report.js")
    allowed = f"script-src 'sha256-{_sha256(script)}'; " if script else ""
    policy = (
        f"default-src 'none'; {allowed}style-src 'sha256-{_sha256(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    # Our own files, with nothing of an article in them.
    return {"style": Markup(style), "script": Markup(script), "policy": policy}  # noqa: S704


def _ours(name: str) -> str:
    return (files("nutgraf.telling") / "templates" / name).read_text("utf-8").replace("\r\n", "\n").strip()


def _sha256(text: str) -> str:
    """The hash by which a page's policy allows a style or script."""
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
