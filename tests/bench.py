"""How long whole commands take against doing the same by hand, as ratios of one run.

Every pair runs in turn, A B A B …, after a warm-up, and the median ratio is what counts: machines are shared and their
speed drifts. Input is generated with a seed. Nothing here passes or fails.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

RUNS = 5
OKR = [sys.executable, "-P", "-m", "okrengine"]


@dataclass(frozen=True)
class Pair:
    """One job: ours, the same by hand, and the ratio that is wanted."""

    name: str
    ours: list[str]
    peer_name: str
    peer: list[str]
    folder: Path
    goal: str


def seconds(command: list[str], folder: Path) -> float:
    """Wall seconds of one run of a command that must succeed."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def row(pair: Pair) -> str:
    """One line of the table."""
    for command in (pair.ours, pair.peer):
        seconds(command, pair.folder)
    times = [(seconds(pair.ours, pair.folder), seconds(pair.peer, pair.folder)) for _ in range(RUNS)]
    ratio = statistics.median(ours / peer for ours, peer in times)
    ours, peer = (statistics.median(column) for column in zip(*times, strict=True))
    return f"{pair.name:<44} {ours:8.3f} s  {pair.peer_name:<34} {peer:8.3f} s  {ratio:6.2f}x  (goal {pair.goal})"


OBJECTIVE = """\
  - id: objective-{n}
    title: Customers are glad that they called, team {n}
    kind: aspirational
    key_results:
"""
KEY_RESULT = """\
      - id: key-result-{k}
        title: Satisfied answers of group {k} rise from 60% to 90%
        metric: csat
        source: surveys
        where: {{segment: s{k}}}
        baseline: 60%
        target: 90%
        deadline: 2026-12-31
"""


def okr_file(team: int, key_results: int) -> str:
    """An OKR file of about 120 lines for a dozen key results."""
    text = f"version: 1\ncycle: 2026-Q4\nteam: team-{team}\nowner: nok\nobjectives:\n"
    for n in range(0, key_results, 4):
        text += OBJECTIVE.format(n=n) + "".join(KEY_RESULT.format(k=k) for k in range(n, min(n + 4, key_results)))
    return text


def project(folder: Path, files: int, key_results: int, rows: int) -> Path:
    """A project of so many OKR files on one source of so many rows."""
    chance = random.Random(20261121)  # noqa: S311  made-up data, not a secret
    (folder / "okrs").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "okrengine.yaml").write_text(
        "version: 1\ntimezone: Asia/Bangkok\nsources:\n  surveys:\n    type: csv\n    path: data/answers.csv\n"
        "    columns: {response_id: id, responded_at: answered, score: q1, segment: segment}\n",
        encoding="utf-8",
    )
    for number in range(files):
        (folder / "okrs" / f"team-{number}.yaml").write_text(okr_file(number, key_results), encoding="utf-8")
    with (folder / "data" / "answers.csv").open("w", encoding="utf-8") as out:
        out.write("id,answered,q1,segment\n")
        for n in range(rows):
            out.write(f"{n},2026-{10 + n % 2}-{1 + n % 28:02}T09:00:00,{chance.randint(1, 5)},s{n % 20}\n")
    return folder


EVENTS = "import sys, glob, yaml\nfor path in glob.glob('okrs/*.yaml'):\n    for _ in yaml.parse(open(path), yaml.CSafeLoader): pass"
BY_HAND = """
import duckdb
cells = ", ".join(
    f"count(*) filter (segment = 's{n}' and score >= 4), count(*) filter (segment = 's{n}' and score is not null)"
    for n in range(20)
)
duckdb.connect().sql(
    f"select {cells} from (select id, trim(segment) as segment, try_cast(trim(q1) as decimal(18, 10)) as score, "
    "try_cast(answered as timestamp) as said from read_csv('data/answers.csv', all_varchar=true)) "
    "where said >= timestamp '2026-09-30 17:00:00' and said < timestamp '2026-12-31 17:00:00'"
).fetchall()
"""


def main() -> None:
    """Print the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        many = project(Path(name, "many"), files=100, key_results=12, rows=10)
        large = project(Path(name, "large"), files=1, key_results=20, rows=1_000_000)
        python = [sys.executable, "-c"]
        pairs = [
            Pair("okr --help", [*OKR, "--help"], "python -c pass", [*python, "pass"], many, "<= 4.9x"),
            Pair(
                "okr validate, 100 files",
                [*OKR, "validate"],
                "libyaml events of them",
                [*python, EVENTS],
                many,
                "<= 8x",
            ),
            Pair(
                "okr measure, 20 on 1,000,000 rows of CSV",
                [*OKR, "measure", "--as-of", "2026-12-01"],
                "one DuckDB query by hand",
                [*python, BY_HAND],
                large,
                "<= 1.3x beyond start-up",
            ),
        ]
        for pair in pairs:
            print(row(pair), flush=True)  # noqa: T201  the table is what it is for


if __name__ == "__main__":
    main()
