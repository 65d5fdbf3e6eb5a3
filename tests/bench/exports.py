"""Made-up exports for measuring: rows of answers and tickets, the same for the same number of them."""

from pathlib import Path

import duckdb

SEGMENTS = 20
COLUMNS = "{response_id: id, responded_at: answered, score: q1, segment: segment}"

_ANSWERS = """
select i as id, timestamp '2026-10-01 00:00:00' + to_seconds((i * 7919) % 7862400) as answered,
    cast((i * 31 + i // 7) % 5 + 1 as tinyint) as q1, 's' || (i * 13 + i // 11) % 20 as segment
from range(?) as rows(i)
"""
_TICKETS = """
select i as id, timestamp '2026-10-01 00:00:00' + to_seconds((i * 7919) % 7862400) as opened,
    case when i % 50 > 0 then opened + to_seconds((i * 104729) % 259200) end as answered,
    i % 37 = 0 as complaint, cast((i * 31 + i // 7) % 5 + 1 as tinyint) as q1, cast((i * 17 + i // 5) % 11 as tinyint) as q2
from range(?) as rows(i)
"""
_KEY_RESULT = """\
      - id: key-result-{number}
        title: {title}
        metric: {metric}
        source: {source}
        {more}
        baseline: {low}
        target: {high}
        deadline: 2026-12-31
"""
_MANY = {
    "metric": "csat",
    "source": "surveys",
    "low": "60%",
    "high": "90%",
}
_FOUR = (
    {"title": "Customers are glad", "metric": "csat", "source": "csat", "more": "", "low": "60%", "high": "90%"},
    {"title": "Customers tell others", "metric": "nps", "source": "nps", "more": "", "low": "0", "high": "50"},
    {"title": "Half wait an hour", "metric": "first_response_time", "source": "tickets", "more": "", "low": "40 h"}
    | {"high": "1 h"},
    {"title": "Hardly anyone waits", "metric": "first_response_time", "source": "tickets", "low": "70 h"}
    | {"more": "with: {statistic: p90}", "high": "24 h"},
    {"title": "Few complain", "metric": "complaint_rate", "source": "tickets", "more": "", "low": "5%", "high": "1%"},
)


def answers(folder: Path, rows: int, key_results: int, *, form: str = "csv") -> Path:
    """A project of so many key results on one source of so many answers, a CSV or a Parquet file."""
    _written(folder, _ANSWERS, rows, form)
    sources = f"  surveys:\n    type: {form}\n    path: data/rows.{form}\n    columns: {COLUMNS}\n"
    asked = [
        _MANY | {"title": f"Satisfied answers of group {n}", "more": f"where: {{segment: s{n}}}"}
        for n in range(key_results)
    ]
    return _project(folder, sources, asked)


def tickets(folder: Path, rows: int) -> Path:
    """A project with CSAT, NPS, median and p90 of first responses and the complaint rate of one Parquet file."""
    _written(folder, _TICKETS, rows, "parquet")
    sources = "".join(
        f"  {name}:\n    type: parquet\n    path: data/rows.parquet\n    columns: {columns}\n"
        for name, columns in {
            "csat": "{response_id: id, responded_at: opened, score: q1}",
            "nps": "{response_id: id, responded_at: opened, score: q2}",
            "tickets": "{ticket_id: id, created_at: opened, first_response_at: answered, is_complaint: complaint}",
        }.items()
    )
    return _project(folder, sources, _FOUR)


def _written(folder: Path, query: str, rows: int, form: str) -> None:
    (folder / "data").mkdir(parents=True)
    relation = duckdb.sql(query, params=[rows])
    if form == "csv":
        relation.write_csv(str(folder / "data" / "rows.csv"), timestamp_format="%Y-%m-%dT%H:%M:%S")
    else:
        relation.write_parquet(str(folder / "data" / "rows.parquet"))


def _project(folder: Path, sources: str, asked: "list[dict[str, str]] | tuple[dict[str, str], ...]") -> Path:
    text = "version: 1\ncycle: 2026-Q4\nteam: team-0\nowner: nok\nobjectives:\n"
    for number, one in enumerate(asked):
        if number % 5 == 0:
            text += f"  - id: objective-{number // 5}\n    title: Customers are glad that they called\n"
            text += "    kind: aspirational\n    key_results:\n"
        text += _KEY_RESULT.format(number=number, **one)
    (folder / "okrs").mkdir()
    (folder / "okrs" / "team-0.yaml").write_text(text, encoding="utf-8")
    (folder / "okrengine.yaml").write_text(f"version: 1\ntimezone: Asia/Bangkok\nsources:\n{sources}", encoding="utf-8")
    return folder
