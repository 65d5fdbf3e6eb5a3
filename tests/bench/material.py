"""Made-up projects: the same for the same seed."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources:
  surveys:
    type: csv
    path: data/answers.csv
    columns: {response_id: id, responded_at: answered, score: q1, segment: segment}
"""
OBJECTIVE = """\
  - id: objective-{o}
    title: ลูกค้าของทีม {t} พอใจที่ได้คุยกับเรา and come back, part {o}
    kind: aspirational
    owner: owner-{o}
{supports}    key_results:
"""
KEY_RESULT = """\
      - id: key-result-{k}
        title: ลูกค้าที่พอใจของกลุ่ม {t}-{k} เพิ่มขึ้นจาก {low}% เป็น {high}% ภายในสิ้นไตรมาส เพราะเราฟังเขา
        metric: csat
        source: surveys
        where: {{segment: s{t}-{k}}}
        baseline: {low}%
        target: {high}%
        deadline: "2026-12-{day}"
        owner: person-{k}
"""
YEAR = """\
version: 1
cycle: 2026
team: team-{t}
owner: lead-{t}
objectives:
"""
ENTRY = """\
  objective-{o}/key-result-{k}:
    value: {value}%
    n: {n}
    numerator: {part}
    denominator: {n}
    interval: [{low}%, {high}%]
    window: {{from: '2026-01-01T00:00:00+07:00', to: '{at}'}}
    source: surveys
    definition: sha256:0805da0e977064b482625ebb3634b748ce5e7c1ac68330f99a5fd45ffff4b26e
    confidence: 0.{sure}
    note: ลูกค้าของทีม {t} ตอบมาแล้ว {n} คนในสัปดาห์ที่ {week}
"""
MISTAKES = (
    ("deadline: ", "deadlin: "),
    ("kind: aspirational", "kind: aspirationall"),
    ("metric: csat", "metric: cast"),
    ("baseline: ", "baseline: about "),
    ("owner: person-3", "owner: [person-3]"),
)
"""An unknown key, a word that is not allowed, a metric that is not there, a value and a type that are wrong."""


def okr_file(team: int, of: int, chance: random.Random) -> str:
    """An OKR file of 5.4 KB: three objectives with a dozen key results, nothing wrong with it."""
    text = f"version: 1\ncycle: 2026-Q4\nteam: team-{team}\nowner: lead-{team}\nobjectives:\n"
    for number in range(3):
        above = f"team-{team}/objective-0" if number else f"team-{(team + 1) % of}/objective-1"
        supports = f"    supports: [{above}]\n" if number or team + 1 < of else ""
        text += OBJECTIVE.format(o=number, t=team, supports=supports)
        for key in range(4 * number, 4 * number + 4):
            low, high, day = chance.randint(50, 70), chance.randint(80, 95), chance.randint(10, 31)
            text += KEY_RESULT.format(k=key, t=team, low=low, high=high, day=day)
    return text


def project(folder: Path, files: int, *, wrong: int = 0) -> Path:
    """A project of so many OKR files, of which the first `wrong` have five mistakes each."""
    chance = random.Random(20261121)  # noqa: S311  made-up data, not a secret
    (folder / "okrs").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "data" / "answers.csv").write_text("id,answered,q1,segment\n", encoding="utf-8")
    (folder / "okrengine.yaml").write_text(SETTINGS, encoding="utf-8")
    for team in range(files):
        text = okr_file(team, files, chance)
        for good, bad in MISTAKES if team < wrong else ():
            text = text.replace(good, bad, 1)
        (folder / "okrs" / f"team-{team}.yaml").write_text(text, encoding="utf-8")
    return folder


def checked_in(folder: Path, teams: int, weeks: int, each: int = 2) -> Path:
    """A year of so many teams, `each` two objectives of so many key results, checked in every week on some weekday."""
    chance = random.Random(20261122)  # noqa: S311  made-up data, not a secret
    (folder / "okrs").mkdir(parents=True)
    (folder / "okrengine.yaml").write_text(SETTINGS, encoding="utf-8")
    for team in range(teams):
        goals = [(chance.randint(50, 70), chance.randint(80, 95)) for _ in range(2 * each)]
        (folder / "okrs" / f"team-{team}.yaml").write_text(_year(team, goals), encoding="utf-8")
        said = folder / "checkins" / "2026" / f"team-{team}"
        said.mkdir(parents=True)
        for week in range(weeks):
            at = datetime(2026, 1, 5 + team % 5, 9, team % 60, tzinfo=UTC) + timedelta(weeks=week)
            text = _said(team, week, at, goals, chance)
            (said / f"{at:%Y-%m-%dT%H%M%SZ}.yaml").write_text(text, encoding="utf-8")
    return folder


def _year(team: int, goals: list[tuple[int, int]]) -> str:
    text = YEAR.format(t=team)
    for number, (low, high) in enumerate(goals):
        if number % (len(goals) // 2) == 0:
            text += OBJECTIVE.format(o=number // (len(goals) // 2), t=team, supports="")
        text += KEY_RESULT.format(k=number, t=team, low=low, high=high, day=31)
    return text


def _said(team: int, week: int, at: datetime, goals: list[tuple[int, int]], chance: random.Random) -> str:
    """What a check-in file of the example looks like, four times as long as the words in it."""
    text = f"version: 1\ncycle: 2026\nteam: team-{team}\nat: '{at.isoformat()}'\nby: lead-{team}\nkey_results:\n"
    for number, (low, high) in enumerate(goals):
        n = chance.randint(80, 400)
        part = min(n, max(0, round(n * (low + (high - low) * week / 52 + chance.gauss(0, 3)) / 100)))
        share = 100 * part / n
        text += ENTRY.format(
            o=number // (len(goals) // 2), k=number, t=team, week=week + 1, at=at.isoformat(), n=n, part=part,
            value=f"{share:.2f}", low=f"{max(0, share - 4):.2f}", high=f"{min(100, share + 4):.2f}",
            sure=chance.randint(3, 9),
        )  # fmt: skip
    return text
