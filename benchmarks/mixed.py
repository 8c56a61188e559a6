"""A newsroom's folder: `nutgraf run` over files of ten kinds, a tenth of them broken, against a server that fails now and then.

    python benchmarks/mixed.py [--files 2000] [--trouble 0.1]

Every file must end in exactly one brief or one error that names it. Prints how they ended, what the server was asked, and,
of a few articles more, the spans that OpenTelemetry gets: with retries, and again from the cache.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import nutgraf
from misbehaving import Misbehaving, answer, rule, sometimes, status
from mixed_files import KINDS, file_of, write

NUTGRAF = Path(sys.executable).with_name("nutgraf")


def ran(server: Misbehaving, folder: Path, out: Path) -> tuple[float, str, int]:
    command = [str(NUTGRAF), "run", str(folder), "-o", str(out), "--model", "m", "--base-url", server.base_url]
    began = time.monotonic()
    done = subprocess.run([*command, "--no-cache"], capture_output=True, text=True, check=False)
    return time.monotonic() - began, done.stderr, done.returncode


def endings(out: Path) -> dict[str, list[str]]:
    """How each file ended, once for each line that says so."""
    found: dict[str, list[str]] = {}
    for line in out.read_text("utf-8").splitlines():
        found.setdefault(file_of(json.loads(line)["article"]["key"]), []).append("brief")
    for line in out.with_name("out.failed.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        found.setdefault(file_of(record["key"]), []).append(record["error"])
    return found


def spans(server: Misbehaving) -> None:
    try:
        from opentelemetry import trace
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor
        from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
    except ImportError:
        print("spans: opentelemetry-sdk is not installed")
        return
    kept, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(kept))
    trace.set_tracer_provider(provider)
    server.script(rule(status(503, "busy"), when="Askøy", times=2), answer())
    text = "The ferry Nordhavet ran aground near {} on Tuesday, the coast guard said."
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "answers.sqlite"
        with nutgraf.Summarizer(model="m", base_url=server.base_url, cache=cache) as desk:
            for town in ("Bergen", "Askøy", "Bergen"):
                desk.summarize(text.format(town))
    shown = {"nutgraf.attempt", "error.type", "nutgraf.requests", "nutgraf.cached_requests", "nutgraf.saved_tokens"}
    shown |= {"gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens", "nutgraf.problems", "nutgraf.complete"}
    print("\nspans of three articles: the second meets a busy server, the third is the first again")
    finished: list[Any] = sorted(kept.get_finished_spans(), key=lambda span: (span.context.trace_id, span.start_time))
    for root in sorted((span for span in finished if span.parent is None), key=lambda span: span.start_time):
        for span in (root, *(s for s in finished if s.parent and s.parent.span_id == root.context.span_id)):
            told = ", ".join(f"{name}={value}" for name, value in span.attributes.items() if name in shown)
            events = ", ".join(event.name for event in span.events)
            print(
                "  " * (span.parent is not None)
                + f"{span.name} [{span.status.status_code.name}] {told}"
                + f" ({events})" * bool(events)
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--trouble", type=float, default=0.1, help="share of questions that the server fails at first")
    options = parser.parse_args()
    os.environ["NUTGRAF_CACHE"] = "off"
    server = Misbehaving()
    try:
        with tempfile.TemporaryDirectory() as temporary:
            folder, out = Path(temporary) / "in", Path(temporary) / "out.jsonl"
            folder.mkdir()
            broken = write(folder, -(-options.files // len(KINDS)))
            refusals = [answer(None, refusal="I will not"), status(400, "context too long"), answer("Sure!")]
            server.script(sometimes(options.trouble, refusals, answer()))
            seconds, said, code = ran(server, folder, out)
            found, files = endings(out), {str(path) for path in folder.iterdir()}
            print(
                f"{len(files):,} files of {len(KINDS)} kinds, {len(broken):,} of them broken: {seconds:.0f} s, exit code {code}"
            )
            print(said.strip())
            for ending, number in Counter(one for each in found.values() for one in each).most_common():
                print(f"  {number:>6,} {ending}")
            print(
                f"  {len(files - found.keys()):>6,} files without an ending, {sum(len(e) > 1 for e in found.values())} with two"
            )
            wrong = [path for path in broken if found.get(path) != ["ArticleError"]]
            print(f"  {len(wrong):>6,} broken files that ended otherwise than in an ArticleError")
            print(f"the server was asked {server.books().requests:,} times")
        spans(server)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
