"""A ratchet: modules and functions may shrink, not grow.

A module has 300 lines at most and a function 60, docstring aside. Those that are larger today stand here with their size; the number
goes down with them, and a line that no longer is needed comes out.
"""

from __future__ import annotations

import ast
from pathlib import Path

import nutgraf

SOURCE = Path(nutgraf.__file__).parent
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 60
LARGER_MODULES: dict[str, int] = {}


def sizes() -> dict[str, int]:
    return {
        path.relative_to(SOURCE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in SOURCE.rglob("*.py")
    }


def test_no_module_grows_beyond_its_size() -> None:
    over = {name: n for name, n in sizes().items() if n > LARGER_MODULES.get(name, MOST_LINES)}
    assert over == {}, "split it, or take something out; a number in LARGER_MODULES only goes down"


def test_the_ratchet_is_tight() -> None:
    now = sizes()
    loose = {
        name: now.get(name) for name, n in LARGER_MODULES.items() if now.get(name, 0) < max(n - 10, MOST_LINES + 1)
    }
    assert loose == {}, "these shrank: write down their size of today, or take them out"


def test_no_function_is_longer_than_a_page() -> None:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                docstring = ast.get_docstring(node, clean=False)
                length = (node.end_lineno or 0) - node.lineno + 1 - (docstring.count("\n") if docstring else 0)
                assert length <= MOST_LINES_OF_A_FUNCTION, f"{path.name}:{node.name} has {length} lines"
