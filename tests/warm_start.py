"""Stands for a process that tests/warm.py forks: the test's streams, folder and environment go there, its exit code comes back.

python -S -E tests/warm_start.py ADDRESS ARGUMENTS…
"""

import os
import select
import signal
import socket
import sys


def _received(parent: socket.socket) -> int:
    data = parent.recv(4, socket.MSG_WAITALL)
    if len(data) < 4:
        sys.exit("tests/warm.py: the parent of what tests start is gone")
    return int.from_bytes(data, "big")


def main() -> None:
    """Have it started, hand on the signals that can be, and end as it did."""
    address, *arguments = sys.argv[1:]
    variables = (name + b"=" + value for name, value in os.environb.items())
    told = [os.getcwdb(), b"%d" % len(arguments), *map(os.fsencode, arguments), *variables]  # noqa: PTH109 - pathlib takes longer to import than all of this
    handed_on = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    signal.pthread_sigmask(signal.SIG_BLOCK, handed_on)  # until there is somebody to hand them to
    with socket.socket(socket.AF_UNIX) as parent:
        parent.connect(address)
        data = b"\0".join(told)
        socket.send_fds(parent, [len(data).to_bytes(4, "big")], [0, 1, 2])
        parent.sendall(data)
        child = _received(parent)
        # A signal that comes right before a wait would be seen only after it, but for the byte that it writes.
        woken, wake = os.pipe()
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake)
        for number in handed_on:
            signal.signal(number, lambda given, _: os.kill(child, given))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, handed_on)
        for stream in (0, 1, 2):
            os.close(stream)
        while parent not in select.select([parent, woken], [], [])[0]:
            os.read(woken, 64)
        code = os.waitstatus_to_exitcode(_received(parent))
    if code < 0:
        if -code != signal.SIGKILL:
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code)


main()
