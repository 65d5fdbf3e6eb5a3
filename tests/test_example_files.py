"""The files of the worked example: data made again byte for byte, check-ins that speak of what is promised."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import yaml

from okrengine.model import Objective
from okrengine.project import Project

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
ANSWERS = ROOT / "tests" / "data" / "example_answers"
EXPORTS = {".csv", ".json", ".jsonl"}


def test_data_are_made_again_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-B", str(DATA / "make.py"), str(tmp_path)], check=True)
    made = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(DATA).as_posix(): path.read_bytes() for path in DATA.rglob("*") if path.suffix in EXPORTS}
    assert made.keys() == kept.keys()
    assert [name for name, content in made.items() if kept[name] != content] == []
    assert sum(map(len, kept.values())) < 600_000


def test_every_saturday_has_what_every_team_says() -> None:
    files = {team: {kr.address for o in found for kr in o.key_results} for team, found in by_team().items()}
    work = {f"{o.address}/{one.id}" for found in by_team().values() for o in found for one in o.initiatives}
    saturdays = sorted(path.name for path in ANSWERS.iterdir() if path.is_dir())
    assert saturdays == [str(date(2026, 10, 10) + timedelta(days=7 * week)) for week in range(7)]
    for day in saturdays:
        assert {path.stem for path in (ANSWERS / day).iterdir()} == set(files)
        for path in (ANSWERS / day).iterdir():
            said = yaml.safe_load(path.read_text(encoding="utf-8"))
            assert {f"{path.stem}/{key}" for key in said["key_results"]} <= files[path.stem]
            assert {f"{path.stem}/{key}" for key in said.get("initiatives", {})} <= work


def by_team() -> dict[str, list[Objective]]:
    found: dict[str, list[Objective]] = {}
    for objective in Project.open(ROOT).objectives:
        found.setdefault(objective.team, []).append(objective)
    return found
