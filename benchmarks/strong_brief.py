"""The brief that a strong answer comes to, printed or written: `python benchmarks/strong_brief.py ARTICLE [--judge] [-o FILE]`.

ARTICLE is the name of one of the twelve, such as `lake-accord`. The answer is that of `examples/strong/answers` (given by hand by readers who knew
the prompt alone); with `--judge` the verdicts of `examples/strong` stand behind it. Nothing is asked of any model: no key, no network.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from nutgraf import Brief
from nutgraf.telling.terminal import show
from strong_play import judge_of, play
from strong_set import cases, verdicts


def strong_brief(name: str, *, judged: bool = False) -> Brief:
    """The brief of the answer about an article.

    Raises:
        SystemExit: there is no such article, or nobody has answered about it.
    """
    answered = {case.name: case for case in cases() if case.answer is not None}
    if name not in answered:
        raise SystemExit(f"no answer about {name!r}; there are answers about {', '.join(answered)}")
    case = answered[name]
    return Brief.model_validate(play(case, case.answer or {}, judge_of(verdicts(), name) if judged else None).brief)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article")
    parser.add_argument("--judge", action="store_true")
    parser.add_argument("-o", "--output", type=Path, help="write it there instead: .html, .md or .json")
    options = parser.parse_args()
    brief = strong_brief(options.article, judged=options.judge)
    if options.output:
        brief.save(options.output)
    else:
        show(brief, Console(highlight=False))


if __name__ == "__main__":
    main()
