"""Files of all kinds that a desk has, and of each kind one that is none. Shared by a test and a benchmark."""

from __future__ import annotations

import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest


def text(name: str) -> str:
    return f"The port of {name} reopened on Friday after a strike, said Kari Holm. “We are back in {name},” she said."


def mail(name: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "press@port.example", f"Port of {name} reopens"
    message.set_content(text(name))
    return bytes(message)


def pdf(name: str) -> bytes:
    made: Any = pytest.importorskip("fpdf").FPDF()
    made.add_page()
    made.set_font("Helvetica", size=10)
    made.multi_cell(0, 6, text(name).replace("“", '"').replace("”", '"'))
    return bytes(made.output())


def page(name: str) -> str:
    return f"<html><body><article><p>{text(name)}</p><p>Nobody was hurt in {name}.</p></article></body></html>"


def feed(name: str) -> str:
    return f"<rss version='2.0'><channel><title>Post</title><item><title>{name}</title><description>{text(name)}</description></item></channel></rss>"


KINDS: dict[str, tuple[Callable[[str], str | bytes], str | bytes]] = {
    "txt": (text, b"\x00"),
    "md": (lambda name: f"# Port of {name} reopens\n\n{text(name)}", b"\xff\xfe\x00"),
    "html": (page, "<html><title>404 Not Found</title><body><h1>Not Found</h1></body></html>"),
    "json": (lambda name: json.dumps({"text": text(name)}), "{"),
    "jsonl": (lambda name: json.dumps({"maintext": text(name)}) + "\n", "nothing\n"),
    "csv": (lambda name: f'headline;body\n{name};"{text(name)}"\n', "a;b\n1;2\n"),
    "tsv": (lambda name: f"title\ttext\n{name}\t{text(name)}\n", "text\n"),
    "eml": (mail, "no mail"),
    "pdf": (pdf, b"%PDF-1.4 broken"),
    "rss": (feed, "<a/>"),
}
"""How each is written, and what of its suffix is none."""


def file_of(key: str) -> str:
    """Rows have the file and the line for a key."""
    path, _, line = key.rpartition(":")
    return path if line.isdigit() else key


def write(folder: Path, rounds: int) -> set[str]:
    """So many files of each kind, a tenth of them broken; returns the paths of those."""
    broken: set[str] = set()
    for number in range(rounds):
        for at, (suffix, (good, bad)) in enumerate(KINDS.items()):
            path = folder / f"{number:03}-{suffix}.{suffix}"
            content = bad if (number + at) % 10 == 0 else good(f"Town{number}{suffix}")
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            if content is bad:
                broken.add(str(path))
    return broken
