"""What a status and a report of check-in files cost."""

from collections.abc import Iterator
from pathlib import Path

from material import checked_in
from timing import OKR, PYTHON, Job, Row

NOW = ("--as-of", "2026-12-01")
LOADED = (
    "import glob, yaml\n"
    "for path in glob.glob('**/*.yaml', recursive=True): yaml.load(open(path, 'rb').read(), yaml.CSafeLoader)"
)


def status(folder: Path) -> Iterator[Row]:
    """`okr status` of a year of a hundred teams beside reading its files, and reports of more and more key results."""
    year = checked_in(folder / "year", 100, 52)
    said = Job("status", [*OKR, *NOW, "status"], year)
    yield Row(
        "okr status, 100 teams, 5,200 check-ins", said, Job("PyYAML, C loader", [*PYTHON, LOADED], year), 0.7, runs=3
    )
    few, many = (
        Job(
            f"the same, {4 * teams:,} key results",
            [*OKR, *NOW, "report", "-o", "html=report.html"],
            checked_in(folder / str(teams), teams, 6),
            start=[*OKR, "--version"],
        )
        for teams in (25, 500)
    )
    yield Row("report of 2,000 key results, for each", many, few, 1.2, "cpu", (20, 1), runs=3)
