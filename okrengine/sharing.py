"""Work shared with children of the process: the same answers in the same order, on as many processors as there are.

Children are forks, so that they know what the parent knows and nothing is loaded or handed over but the answers. Where
the system has no forks, or a child dies, the parent does the work itself.
"""

import contextlib
import os
import struct
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

Answer = TypeVar("Answer")
MANY, PART = 500, 200
"""From so many files on children pay; so many are one task."""

_HEAD = struct.Struct("=II")
_PIECE = 1 << 20


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(tasks: Sequence[Callable[[], Answer]], processes: int) -> list[Answer]:
    """What the tasks give, in their order; each child takes the next that nobody has taken."""
    count = min(processes, len(tasks))
    if count < 2 or not hasattr(os, "fork"):  # noqa: PLR2004  one is the parent itself
        return [task() for task in tasks]
    found = _by_children(tasks, count)
    return [found[number] if number in found else task() for number, task in enumerate(tasks)]


def _by_children(tasks: Sequence[Callable[[], Answer]], count: int) -> dict[int, Answer]:
    """The answers by the number of their task; those of a child that died are not among them."""
    import signal  # noqa: PLC0415  few checks are shared

    waiting, queue = os.pipe()
    os.write(queue, b"".join(struct.pack("=I", number) for number in range(len(tasks))))
    os.close(queue)
    sys.stdout.flush()
    sys.stderr.flush()
    children: dict[int, int] = {}
    try:
        for _ in range(count):
            answers, told = os.pipe()
            child = os.fork()
            if not child:
                _work(tasks, waiting, told)
            os.close(told)
            children[answers] = child
        return _gather(list(children))
    finally:
        os.close(waiting)
        for answers, child in children.items():
            os.close(answers)
            with contextlib.suppress(OSError):
                os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)


def _work(tasks: Sequence[Callable[[], object]], waiting: int, told: int) -> None:
    """The life of a child: take a task, tell its answer, until none is left. It never returns."""
    import pickle  # noqa: PLC0415  few checks are shared

    with contextlib.suppress(BaseException), os.fdopen(told, "wb") as out:
        while taken := os.read(waiting, 4):
            (number,) = struct.unpack("=I", taken)
            answer = pickle.dumps(tasks[number](), protocol=5)
            out.write(_HEAD.pack(number, len(answer)) + answer)
            out.flush()
    os._exit(0)


def _gather(pipes: Sequence[int]) -> dict[int, Answer]:
    """Read what the children tell, from whichever speaks, until all have ended."""
    import selectors  # noqa: PLC0415  few checks are shared

    found: dict[int, Answer] = {}
    heard = {pipe: bytearray() for pipe in pipes}
    with selectors.DefaultSelector() as ready:
        for pipe in pipes:
            ready.register(pipe, selectors.EVENT_READ)
        while ready.get_map():
            for key, _ in ready.select():
                piece = os.read(key.fd, _PIECE)
                if not piece:
                    ready.unregister(key.fd)
                heard[key.fd] += piece
                _take(heard[key.fd], found)
    return found


def _take(heard: bytearray, found: dict[int, Answer]) -> None:
    """Move every answer that has been told to its end from what was heard to what was found."""
    import pickle  # noqa: PLC0415  few checks are shared

    while len(heard) >= _HEAD.size:
        number, length = _HEAD.unpack_from(heard)
        end = _HEAD.size + length
        if len(heard) < end:
            return
        found[number] = pickle.loads(bytes(heard[_HEAD.size : end]))  # noqa: S301  told by a fork of ours, through a pipe
        del heard[:end]
