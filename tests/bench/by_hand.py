"""What the same values take in scripts that somebody writes for this one file: DuckDB's SQL, pandas and polars."""
# ruff: noqa: S608  scripts that run as they stand here

_WINDOW = "said >= timestamp '2026-09-30 17:00:00' and said <= timestamp '2026-12-30 16:59:59'"
_CELLS = """
cells = ", ".join(
    f"count(*) filter (segment = 's{n}' and score >= 4), count(*) filter (segment = 's{n}' and score is not null)"
    for n in range(20)
)
"""
START = "import duckdb; duckdb.connect()"

SNIFFED = f"""
import duckdb
{_CELLS}
duckdb.sql("select " + cells + " from (select segment, q1 as score, answered as said from "
    "read_csv('data/rows.csv')) where {_WINDOW}").fetchall()
"""

DECLARED = f"""
import duckdb
{_CELLS}
duckdb.sql("select " + cells + " from (select segment, q1 as score, answered as said from "
    "read_csv('data/rows.csv', columns={{'id': 'VARCHAR', 'answered': 'TIMESTAMP', 'q1': 'DECIMAL(18, 10)', "
    "'segment': 'VARCHAR'}})) where {_WINDOW}").fetchall()
"""

REJECTING = f"""
import duckdb
{_CELLS}
rows = (
    "(select id, trim(segment) as segment, trim(q1) as q1, trim(answered) as answered, "
    "try_cast(trim(q1) as decimal(18, 10)) as score, try_cast(trim(answered) as timestamp) as said "
    "from read_csv('data/rows.csv', all_varchar=true))"
)
rejects = "count(*) filter (score is null and q1 <> ''), count(*) filter (said is null and answered <> '')"
duckdb.sql(f"select {{rejects}} from {{rows}}").fetchall()
duckdb.sql("select " + cells + f" from {{rows}} where {_WINDOW}").fetchall()
"""

PARQUET = f"""
import duckdb
duckdb.sql("select count(*) filter (segment = 's0' and score >= 4), count(*) filter (segment = 's0' and score is not "
    "null) from (select segment, q1 as score, answered as said from 'data/rows.parquet') where {_WINDOW}").fetchall()
"""

ONE_PANDAS = """
import pandas as pd
rows = pd.read_parquet("data/rows.parquet", columns=["answered", "q1", "segment"])
rows = rows[(rows.answered >= "2026-09-30 17:00:00") & (rows.answered <= "2026-12-30 16:59:59")]
rows = rows[rows.segment == "s0"]
print((rows.q1 >= 4).sum() / rows.q1.notna().sum())
"""

PANDAS = """
import pandas as pd
rows = pd.read_parquet("data/rows.parquet", columns=["opened", "answered", "complaint", "q1", "q2"])
rows = rows[(rows.opened >= "2026-09-30 17:00:00") & (rows.opened <= "2026-12-30 16:59:59")]
waits = (rows.answered - rows.opened).dt.total_seconds()
print((rows.q1 >= 4).sum() / rows.q1.notna().sum(), (rows.q2 >= 9).mean() - (rows.q2 <= 6).mean())
print(waits.quantile(0.5), waits.quantile(0.9), rows.complaint.mean())
"""

POLARS = """
from datetime import datetime
import polars as pl
wait = (pl.col("answered") - pl.col("opened")).dt.total_seconds()
print(pl.scan_parquet("data/rows.parquet")
    .filter(pl.col("opened") >= datetime(2026, 9, 30, 17), pl.col("opened") <= datetime(2026, 12, 30, 16, 59, 59))
    .select(
        (pl.col("q1") >= 4).sum() / pl.col("q1").count(),
        nps=(pl.col("q2") >= 9).mean() - (pl.col("q2") <= 6).mean(),
        median=wait.quantile(0.5, "linear"), p90=wait.quantile(0.9, "linear"), complaints=pl.col("complaint").mean(),
    ).collect())
"""
