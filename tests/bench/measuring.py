"""What measuring costs."""

import random
from collections.abc import Iterator
from pathlib import Path

from timing import OKR, PYTHON, Job, Row

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
    """An OKR file of so many key results."""
    text = f"version: 1\ncycle: 2026-Q4\nteam: team-{team}\nowner: nok\nobjectives:\n"
    for n in range(0, key_results, 4):
        text += OBJECTIVE.format(n=n) + "".join(KEY_RESULT.format(k=k) for k in range(n, min(n + 4, key_results)))
    return text


def project(folder: Path, key_results: int, rows: int) -> Path:
    """A project of so many key results on one source of so many rows."""
    chance = random.Random(20261121)  # noqa: S311  made-up data, not a secret
    (folder / "okrs").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "okrengine.yaml").write_text(
        "version: 1\ntimezone: Asia/Bangkok\nsources:\n  surveys:\n    type: csv\n    path: data/answers.csv\n"
        "    columns: {response_id: id, responded_at: answered, score: q1, segment: segment}\n",
        encoding="utf-8",
    )
    (folder / "okrs" / "team-0.yaml").write_text(okr_file(0, key_results), encoding="utf-8")
    with (folder / "data" / "answers.csv").open("w", encoding="utf-8") as out:
        out.write("id,answered,q1,segment\n")
        for n in range(rows):
            out.write(f"{n},2026-{10 + n % 2}-{1 + n % 28:02}T09:00:00,{chance.randint(1, 5)},s{n % 20}\n")
    return folder


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


def measure(folder: Path) -> Iterator[Row]:
    """`okr measure` beside a query by hand."""
    large = project(folder / "large", key_results=20, rows=1_000_000)
    ours = Job("ours", [*OKR, "measure", "--as-of", "2026-12-01"], large)
    by_hand = Job("one DuckDB query by hand", [*PYTHON, BY_HAND], large)
    yield Row("20 key results on 1,000,000 rows of CSV", ours, by_hand, 1.3)
