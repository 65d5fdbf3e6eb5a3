"""Runs of whole commands, in turn, and the ratio of what they cost: machines are shared and their speed drifts."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RUNS = 5
OKR = [str(Path(sys.executable).with_name("okr"))]
PYTHON = [sys.executable, "-c"]


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds on the clock, seconds of processors, and the most memory of a process in MiB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Job:
    """A command in a folder. `codes` are the endings that count as done; `start` is what costs nothing of the job."""

    name: str
    command: Sequence[str]
    folder: Path
    codes: tuple[int, ...] = (0,)
    start: Sequence[str] = ()

    def run(self, command: Sequence[str] = ()) -> Cost:
        """Run it once, in a child of its own whose children count too."""
        begun = time.perf_counter()
        child = subprocess.Popen(
            command or self.command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if not command and child.returncode not in self.codes:
            raise SystemExit(f"{self.name} ended with {child.returncode}: {' '.join(self.command)}")
        return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)

    def net(self, what: str) -> float:
        """What it takes beyond its start."""
        return getattr(self.run(), what) - (getattr(self.run(self.start), what) if self.start else 0.0)


@dataclass(frozen=True)
class Row:
    """Two jobs to be compared by `wall` or `cpu`; ours is to take at most `goal` of what the peer takes.

    Each is divided by its `units`, where it does more of the same. `runs` is less where one run takes minutes.
    """

    name: str
    ours: Job
    peer: Job
    goal: float
    what: str = "wall"
    units: tuple[int, int] = (1, 1)
    runs: int = RUNS

    def measured(self) -> str:
        """The line of the table."""
        if self.runs > 1:
            self.ours.net(self.what)
            self.peer.net(self.what)
        pairs = [(self.ours.net(self.what), self.peer.net(self.what)) for _ in range(self.runs)]
        if min(cost for pair in pairs for cost in pair) <= 0:
            return f"{self.name:<46} says nothing here: the work takes less than two starts differ by"
        scale = self.units[1] / self.units[0]
        ratio = statistics.median(ours / peer * scale for ours, peer in pairs)
        ours, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
        reached = "reached" if ratio <= self.goal else "not reached"
        once = "" if self.runs >= RUNS else f", {self.runs} run{'s' if self.runs > 1 else ''}"
        return (
            f"{self.name:<46} {ours:8.3f} s {self.what:<4} {self.peer.name:<34} {peer:8.3f} s {shown(ratio):>8}"
            f"  goal {shown(self.goal):<7} {reached}{once}"
        )


@dataclass(frozen=True)
class Memory:
    """The most memory of a process of a job, beside what is wanted."""

    name: str
    ours: Job
    goal: float

    def measured(self) -> str:
        """The line of the table."""
        found = statistics.median(self.ours.run().memory for _ in range(3))
        reached = "reached" if found <= self.goal else "not reached"
        return f"{self.name:<46} {found:8.0f} MiB a process {'':<50} goal {self.goal:<4.0f} MiB {reached}"


@dataclass(frozen=True)
class Peak:
    """The most memory of a process of two jobs; ours is to take at most `goal` of what the peer takes."""

    name: str
    ours: Job
    peer: Job
    goal: float

    def measured(self) -> str:
        """The line of the table."""
        pairs = [(self.ours.run().memory, self.peer.run().memory) for _ in range(3)]
        ours, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
        reached = "reached" if ours <= self.goal * peer else "not reached"
        return (
            f"{self.name:<46} {ours:6.0f} MiB      {self.peer.name:<34} {peer:6.0f} MiB {shown(ours / peer):>8}"
            f"  goal {shown(self.goal):<7} {reached}"
        )


@dataclass(frozen=True)
class Left:
    """A row that cannot be measured here."""

    name: str
    why: str

    def measured(self) -> str:
        """The line of the table."""
        return f"{self.name:<46} skipped: {self.why}"


def shown(ratio: float) -> str:
    """A ratio for people; a small one as so many times less."""
    return f"{ratio:.2f}x" if ratio >= 0.1 else f"1/{1 / ratio:.0f}"
