"""Made-up projects: the same for the same seed."""

import random
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
