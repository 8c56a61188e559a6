"""Stands for a process that tests/warm.py forks: the test's streams, folder and environment go there, its exit code comes back.

python -S -E tests/warm_start.py ADDRESS ARGUMENTS…

It takes the modules in C alone: `os`, `signal` and `socket` take longer to import than all of this, hundreds of times a run.
"""

import _signal as signal
import _socket as socket
import posix
import select
import sys


def _received(parent: socket.socket) -> int:
    data = parent.recv(4, socket.MSG_WAITALL)
    if len(data) < 4:
        sys.exit("tests/warm.py: the parent of what tests start is gone")
    return int.from_bytes(data, "big")


def main() -> None:
    """Have it started, hand on the signals that can be, and end as it did."""
    address, *arguments = sys.argv[1:]
    encoding = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
    variables = (name + b"=" + value for name, value in posix.environ.items())
    words = (argument.encode(*encoding) for argument in arguments)
    data = b"\0".join([posix.getcwdb(), b"%d" % len(arguments), *words, *variables])
    handed_on = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    signal.pthread_sigmask(signal.SIG_BLOCK, handed_on)  # until there is somebody to hand them to
    parent = socket.socket(socket.AF_UNIX)
    parent.connect(address)
    streams = b"".join(number.to_bytes(4, sys.byteorder) for number in (0, 1, 2))
    parent.sendmsg([len(data).to_bytes(4, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
    parent.sendall(data)
    child = _received(parent)
    # A signal that comes right before a wait would be seen only after it, but for the byte that it writes.
    woken, wake = posix.pipe()
    posix.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    for number in handed_on:
        signal.signal(number, lambda given, _: posix.kill(child, given))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, handed_on)
    for stream in (0, 1, 2):
        posix.close(stream)
    while parent not in select.select([parent, woken], [], [])[0]:
        posix.read(woken, 64)
    code = posix.waitstatus_to_exitcode(_received(parent))
    if code < 0:
        if -code != signal.SIGKILL:
            signal.signal(-code, signal.SIG_DFL)
        posix.kill(posix.getpid(), -code)
    posix._exit(code)


main()
