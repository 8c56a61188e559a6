"""Write the names of months and weekdays and the marks in numbers of many languages from CLDR: `python tools/cldr.py`.

Babel holds the data (`pip install babel`; it is a tool of development, the library never imports it). What is written,
`src/nutgraf/reading/languages/cldr.tsv`, is committed; `tests/unit/reading/languages/test_calendars.py` holds the folders to it.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

TABLE = Path(__file__).parents[1] / "src/nutgraf/reading/languages/cldr.tsv"
LANGUAGES = (
    "af az bg bs ca cs da de el en es et eu fi fr ga gl hr hu hy id is it ka kk lt lv mk ms mt nb nl pl pt ro ru sk sl sq sr sv sw tr uk uz"
).split()
"""Those that write words apart and months by their names."""
HEAD = (
    "# Written by tools/cldr.py from CLDR {version}: decimal mark and grouping mark; months from January, weekdays from Monday, each with "
    "its other forms behind a bar.\n# code\tdecimal\tgroup\tmonths\tweekdays\n"
)


def names(found: dict[str, dict[str, dict[int, str]]], keys: range) -> str:
    """All names of each month or day, the longest form first, in lower case and without a stop."""
    forms = []
    for key in keys:
        every = [
            found[use][width][key].lower().rstrip(".")
            for width in ("wide", "abbreviated")
            for use in ("format", "stand-alone")
        ]
        told = [form for form in dict.fromkeys(every) if len(form) > 2 and not any(char.isdigit() for char in form)]
        forms.append("|".join(told))
    return ", ".join(forms)


def row(code: str) -> str:
    """The line of a language."""
    locale = Locale.parse(code)
    symbols = locale.number_symbols
    latin = symbols.get("latn", symbols)
    months = names(locale.months, range(1, 13))
    days = names(locale.days, range(7))
    return "\t".join((code, latin["decimal"], latin["group"], months, days))


def main() -> None:
    """Write the table."""
    # Each in a process of its own: what one locale inherits from the root is changed by the ones loaded before it.
    with ProcessPoolExecutor(max_workers=1, max_tasks_per_child=1) as processes:
        rows = list(processes.map(row, LANGUAGES))
    TABLE.write_text(HEAD.format(version=get_cldr_version()) + "".join(line + "\n" for line in rows), "utf-8")


if __name__ == "__main__":
    main()
