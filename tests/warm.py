"""A Python that has its imports behind it: one process imports, and forks a child for every command that is started.

    subprocess.run([*warm.python(), "-c", code, …])     what `[sys.executable, "-c", code, …]` does, a second sooner
    subprocess.Popen([*warm.nutgraf(), "run", …])       what the installed `nutgraf` does

Arguments, folder, environment, standard streams, signals and the exit code are those of a process of its own
(tests/warm_start.py stands for it). What an interpreter reads only as it starts (PYTHON… variables, options) and what
imports cost or bring is not: tests of these take `sys.executable`.
"""

from __future__ import annotations

import asyncio
import atexit
import gc
import importlib
import io
import os
import runpy
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import pytest
import typer

from misbehaving import Server

START = Path(__file__).with_name("warm_start.py")
NUTGRAF = Path(sys.executable).with_name("nutgraf")
EXAMPLE = Path(__file__).parents[1] / "examples" / "articles" / "lake-accord.json"
SHARED = "WARM_SOCKET"
"""The variable that names the parent which several processes share."""
IMPORTED = (
    "nutgraf.cli",
    "nutgraf.asking.cache.file",
    "nutgraf.asking.line.anthropic_door",
    "nutgraf.asking.line.instructed",
    "nutgraf.asking.line.llm",
    "nutgraf.asking.line.openai_door",
    "nutgraf.evaluation",
    "nutgraf.revisions",
    "nutgraf.scaling.estimate",
    "nutgraf.scaling.openai_batch",
    "nutgraf.scaling.run",
    "nutgraf.storylines",
    "nutgraf.summarizer",
    "nutgraf.telling.briefs",
    "nutgraf.telling.html",
    "anyio._backends._asyncio",
    "openai.resources.chat",
    "rich.console",
)

# Typer reads its declarations anew at every call, which takes twenty milliseconds, hundreds of times a run.
typer.main.get_command = cache(typer.main.get_command)


# --- the side of the tests ---


def nutgraf() -> list[str]:
    """What starts the installed command."""
    return [*python(), str(NUTGRAF)]


@cache
def python() -> list[str]:
    """What starts Python; it takes `-c CODE`, `-m MODULE` or a script, and their arguments."""
    address = os.environ.get(SHARED)
    if address is None:
        listening = _listening()
        address = listening.getsockname()
        atexit.register(_started(listening))
    return [sys.executable, "-S", "-E", str(START), address]


def share() -> Callable[[], None]:
    """Give the workers of a run one parent, which starts when the first of them asks; returns what ends it."""
    listening = _listening()
    os.environ[SHARED] = listening.getsockname()
    over, end = os.pipe()
    stops: list[Callable[[], None]] = []

    def wait() -> None:
        with listening:
            folder = Path(listening.getsockname()).parent
            asked = over not in select.select([listening, over], [], [])[0]
            stops.append(_started(listening) if asked else partial(shutil.rmtree, folder))

    waiting = threading.Thread(target=wait, daemon=True)
    waiting.start()

    def stop() -> None:
        del os.environ[SHARED]
        os.close(end)
        waiting.join()
        os.close(over)
        stops.pop()()

    return stop


def _listening() -> socket.socket:
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(Path(tempfile.mkdtemp(prefix="warm")) / "socket"))  # an address has room for 100 characters
    listening.listen(64)
    return listening


def _started(listening: socket.socket) -> Callable[[], None]:
    """Start the parent of whoever connects there; returns what ends it."""
    folder = Path(listening.getsockname()).parent
    number = listening.fileno()
    with listening:  # the parent alone holds it: were it gone, nobody would wait for it
        command = [sys.executable, __file__, str(number)]
        parent = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[number], start_new_session=True)

    def stop() -> None:
        parent.communicate()
        shutil.rmtree(folder)

    return stop


# --- the parent of what is started ---


def serve(listening: socket.socket) -> list[str]:
    """Fork a child for every caller, until standard input ends; returns, in each child, what it is to run."""
    folder = str(Path(listening.getsockname()).parent)
    with redirect_stdout(io.StringIO()):  # without a test: pytest imports plugins in a way of its own
        pytest.main(["-p", "nutgraf.testing", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", folder])
    for name in IMPORTED:
        importlib.import_module(name)
    first_works()
    assert threading.active_count() == 1, "a thread would not be there after a fork"
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the keepers need no wait
    while True:
        if 0 in select.select([listening, 0], [], [])[0]:
            raise SystemExit
        caller, _ = listening.accept()
        with caller:
            if not os.fork():
                listening.close()
                return _kept(caller)


def first_works() -> None:
    """Do once what most commands do: what a first page, reading or request loads and compiles is there for all of them."""
    from nutgraf import Article
    from nutgraf.cli import app
    from nutgraf.errors import ArticleError

    typer.main.get_command(app)
    page = "".join(f"<p>{part}</p>" for part in Article.from_file(EXAMPLE).text.split("\n\n"))
    Article.from_html(f"<html><body><article>{page}</article></body></html>")
    with suppress(ArticleError):
        Article.from_html("<html><body><nav>Menu</nav></body></html>")
    asyncio.run(_asked(Article.from_file(EXAMPLE)))


async def _asked(article: Any) -> None:
    from nutgraf import Summarizer

    async with await asyncio.start_server(Server().serve, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        async with Summarizer(model="m", base_url=url, cache=None) as desk:
            brief = await desk.asummarize(article)
        # Until the server has seen that nobody asks any more.
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
    brief.model_dump_json()
    brief.to_html()


def _kept(caller: socket.socket) -> list[str]:
    """Fork what a caller asks for, tell its number and how it ended; it is killed where the caller was."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    head, streams, _, _ = socket.recv_fds(caller, 4, 3)
    with caller.makefile("rb") as told:
        folder, count, *words = told.read(int.from_bytes(head, "big")).split(b"\0")
    child = os.fork()
    if not child:
        caller.close()
        return _become(folder, words[: int(count)], words[int(count) :], streams)
    for stream in streams:
        os.close(stream)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    ended = 0
    try:
        caller.sendall(child.to_bytes(4, "big"))
        while not ended:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                caller.sendall(status.to_bytes(4, "big"))
            elif caller in select.select([caller, woken], [], [])[0]:
                raise ConnectionError
            else:
                os.read(woken, 64)
    except OSError:
        if not ended:
            os.kill(child, signal.SIGKILL)
    os._exit(0)


def _become(folder: bytes, arguments: list[bytes], variables: list[bytes], streams: list[int]) -> list[str]:
    """Take over the caller's folder, environment and standard streams."""
    os.chdir(folder)
    os.environb.clear()
    os.environb.update(variable.split(b"=", 1) for variable in variables)
    time.tzset()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    return [os.fsdecode(argument) for argument in arguments]


def run(arguments: list[str]) -> None:
    """What `python ARGUMENTS…` does with a script, `-c` or `-m`."""
    while arguments[0] in ("-u", "-B"):
        arguments = arguments[1:]
    if arguments[0] == "-m":
        sys.argv, sys.path[0] = arguments[1:], str(Path.cwd())
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        return
    if arguments[0] == "-c":
        name, source = "<string>", arguments[1]
        sys.argv, sys.path[0] = ["-c", *arguments[2:]], ""
    else:
        name, source = arguments[0], Path(arguments[0]).read_text("utf-8")
        sys.argv, sys.path[0] = arguments, str(Path(name).parent)
    main = sys.modules["__main__"] = ModuleType("__main__")
    exec(compile(source, name, "exec", dont_inherit=True), main.__dict__)


def end(arguments: list[str]) -> NoReturn:
    """Run it and end as Python does, but for taking down what was imported, which takes longer than most commands."""
    code: object = 0
    try:
        run(arguments)
    except SystemExit as error:
        code = error.code
    except BaseException as error:  # noqa: BLE001 - whatever it is, the test reads it
        traceback.print_exc()
        code = -signal.SIGINT if isinstance(error, KeyboardInterrupt) else 1
    threading._shutdown()
    atexit._run_exitfuncs()
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
        code = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = 120
    if code == -signal.SIGINT:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    os._exit(code or 0)


if __name__ == "__main__":
    end(serve(socket.socket(fileno=int(sys.argv[1]))))
