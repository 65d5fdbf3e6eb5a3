"""What measuring costs, beside the same values by hand."""

from collections.abc import Iterator
from pathlib import Path

import by_hand
import peers
from exports import answers, tickets
from timing import OKR, PYTHON, Job, Left, Peak, Row

MILLION = 1_000_000
MEASURE = [*OKR, "--as-of", "2026-12-30", "measure"]


def measure(folder: Path) -> Iterator[Row | Left | Peak]:
    """CSV and Parquet of a million rows, Parquet of ten million."""
    tiny = {form: answers(folder / f"tiny-{form}", 20, 20, form=form) for form in ("csv", "parquet")}
    yield from _csv(folder, tiny["csv"])
    yield from _parquet(folder, tiny["parquet"])
    yield from _tickets(folder)


def _beyond(name: str, project: Path, tiny: Path, *more: str) -> Job:
    """`okr measure` of a project, of which the same on a handful of rows is the start."""
    return Job(name, [*MEASURE, *more], project, start=[*OKR, "--project", str(tiny), *MEASURE[1:], *more])


def _csv(folder: Path, tiny: Path) -> Iterator[Row | Peak]:
    many, one = answers(folder / "many", MILLION, 20), answers(folder / "one", MILLION, 1)
    ours, alone = Job("20 key results", MEASURE, many), Job("1 key result", MEASURE, one)
    start = [*PYTHON, by_hand.START]
    sniffed, declared, rejecting = (
        Job(name, [*PYTHON, script], many, start=start)
        for name, script in {
            "DuckDB by hand, types sniffed": by_hand.SNIFFED,
            "DuckDB by hand, types declared": by_hand.DECLARED,
            "DuckDB by hand, rejects counted": by_hand.REJECTING,
        }.items()
    )
    name = "20 key results, 1,000,000 rows of CSV"
    yield Row(f"{name}, beyond start-up", _beyond("20", many, tiny), declared, 1.3)
    yield Row("the same", _beyond("20", many, tiny), sniffed, 1.3)
    yield Row("the same", _beyond("20", many, tiny), rejecting, 1.3)
    yield Row("the same, whole process", ours, Job(sniffed.name, sniffed.command, many), 4.5)
    yield Peak("the same, most memory", ours, Job(sniffed.name, sniffed.command, many), 1.3)
    yield Row("the cast by contract alone, by hand", rejecting, declared, 2.0)
    yield Row("20 key results, 1,000,000 rows of CSV", ours, alone, 1.5)
    trend = Job("13 weeks", [*MEASURE, "--trend", "weekly"], many)
    yield Row("13 weeks of 20 key results, CSV", trend, Job("one measurement of them", MEASURE, many), 4)


def _parquet(folder: Path, tiny: Path) -> Iterator[Row | Left]:
    many = answers(folder / "many-parquet", MILLION, 20, form="parquet")
    one, most = (answers(folder / f"parquet-{rows}", rows, 1, form="parquet") for rows in (MILLION, 10 * MILLION))
    ours, alone = Job("20 key results", MEASURE, many), Job("1 key result", MEASURE, one)
    yield Row("20 key results, 1,000,000 rows of Parquet", ours, alone, 2.5)
    name = "1 key result, 1,000,000 rows of Parquet"
    yield Row(name, alone, Job("DuckDB by hand", [*PYTHON, by_hand.PARQUET], one), 3)
    python = peers.scripts()
    if python is None:
        yield Left(name, "pandas cannot be installed")
    else:
        yield Row(name, alone, Job("pandas by hand", [python, "-c", by_hand.ONE_PANDAS], one), 1)
    few, lots = (_beyond(f"the same, {rows:,} rows", project, tiny) for rows, project in ((1, one), (10, most)))
    yield Row("10,000,000 rows of Parquet, for each", lots, few, 1.2, units=(10, 1))


def _tickets(folder: Path) -> Iterator[Row | Left | Peak]:
    most = tickets(folder / "tickets", 10 * MILLION)
    ours, python = Job("ours", MEASURE, most), peers.scripts()
    name = "5 key results, 10,000,000 rows of Parquet"
    if python is None:
        yield Left(name, "pandas and polars cannot be installed")
        return
    pandas, polars = (
        Job(f"{library} by hand", [python, "-c", script], most)
        for library, script in (("pandas", by_hand.PANDAS), ("polars", by_hand.POLARS))
    )
    yield Row(name, ours, polars, 1.5, runs=3)
    yield Row(name, ours, pandas, 1 / 3, runs=3)
    yield Peak("the same, most memory", ours, pandas, 0.5)
    yield Peak("the same, most memory", ours, polars, 1.5)
