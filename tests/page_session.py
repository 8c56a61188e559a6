"""A page's blocks run in order, as one session: names, files and environment carry over from block to block."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import inspect
import io
import os
import re
import shlex
import subprocess
import sys
import types
from pathlib import Path

import pytest

import warm
from nutgraf import cli
from pages import ROOT, Block

ELSEWHERE = {"pip", "python", "pytest", "git", "ollama", "vllm", "llama-server", "lms", "cd", ".venv/bin/nutgraf"}
"""Commands that belong to others; pages name them, tests don't run them."""
_TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


class Session:
    """Runs blocks in a folder of their own that holds the repository's examples."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self._module = types.ModuleType("page")
        patch.setitem(sys.modules, "page", self._module)
        patch.chdir(folder)
        patch.setenv("COLUMNS", "100")
        patch.setenv("OPENAI_API_KEY", "a-readers-key")
        Path("examples").symlink_to(ROOT / "examples")

    def run(self, block: Block) -> str:
        """What a block prints; it must end as its notes say."""
        if "file" in block.notes:
            self._keep(block)
            return ""
        text = re.sub(r'\bmodel="[^"]+"|--model \S+', _local, block.text) if "with model" in block.notes else block.text
        out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
        with contextlib.redirect_stdout(out):
            if block.language == "python":
                self._python(text, raises=block.notes.get("raises"))
            elif block.language == "sh":
                code = self._shell(text)
                assert code == int(block.notes.get("exit code", 0)), f"exit code {code}: {text}"
            else:
                raise AssertionError(f"a block in {block.language!r} is neither code nor output nor a file")
        return out.buffer.getvalue().decode()

    def _keep(self, block: Block) -> None:
        path = Path(block.notes["file"])
        if (own := ROOT / path).exists():
            assert block.text in own.read_text("utf-8"), f"no excerpt of {path}"
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8")

    def _python(self, text: str, *, raises: str | None) -> None:
        code = compile(text, "<page>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        run = types.FunctionType(code, vars(self._module))
        try:
            waiting = run()
            if inspect.iscoroutine(waiting):
                asyncio.run(waiting)
        except Exception as error:
            if type(error).__name__ != raises:
                raise
            print(f"{type(error).__name__}: {error}")
        else:
            assert raises is None, f"nothing raised, {raises} expected"

    def _shell(self, text: str) -> int:
        worst = 0
        for line in text.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words and words[0] == "export":
                self._patch.setenv(*words[1].split("=", 1))
            elif words and words[0] == "make":
                assert set(words[1:2]) <= _TARGETS, line
            elif words and words[0] == "nutgraf":
                worst = max(worst, self._command(words[1:]))
            elif words[:1] in (["python"], [".venv/bin/python"]) and words[1].startswith("benchmarks/"):
                self._script(words[1:])
            else:
                assert not words or words[0] in ELSEWHERE, f"who runs {words[0]!r}?"
        return worst

    def _script(self, words: list[str]) -> None:
        """A benchmark in a process of its own: the stand-in that it asks is no model whose answers are recorded."""
        command = [*warm.python(), str(ROOT / words[0]), *words[1:]]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        print(ran.stdout, end="")

    def _command(self, words: list[str]) -> int:
        if ">" not in words:
            self._patch.setattr("sys.argv", ["nutgraf", *words])
            return cli._run()
        at = words.index(">")
        out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
        with contextlib.redirect_stdout(out):
            code = self._command(words[:at])
        Path(words[at + 1]).write_bytes(out.buffer.getvalue())
        return code


def _local(found: re.Match[str]) -> str:
    return "--model local" if found.group().startswith("--") else 'model="local"'


def writes() -> bool:
    """Whether the outputs on the pages are to be written anew (`make docs`)."""
    return bool(os.environ.get("WRITE_DOCS"))
