"""Real exports loaded into databases: the same published numbers as from the files, which were computed two other ways."""

import contextlib
import csv
import json
import sqlite3
from datetime import datetime
from decimal import Decimal, InvalidOperation

import pytest
from servers import SECRET
from test_real_data import DATASETS, EXPECTED, PLAIN, REAL, check

from okrengine.offers.records import RECORDS

pytestmark = pytest.mark.skipif(not EXPECTED.is_file(), reason=f"the real files are not at {REAL}")
LOADED = (
    "sfo2017",
    "sfo2016",
    "boston06",
    "cdnow_sample",
    "followers_phdcomics",
    "facebook_page",
    "zendesk",
    "clothing",
)
KINDS = {name: kind for record in RECORDS.values() for name, kind in record.columns.items()}
TYPES = {
    "postgres": {"money": "numeric(12,2)", "ts": "timestamp", "num": "numeric(20,10)", "int": "bigint", "text": "text"},
    "mariadb": {"money": "decimal(12,2)", "ts": "datetime", "num": "decimal(20,10)", "int": "bigint", "text": "text"},
    "sqlite": {"money": "INTEGER", "ts": "TEXT", "num": "REAL", "int": "INTEGER", "text": "TEXT"},
}
BATCH = 5000


def loaded(dataset, folder):
    """The columns of the file and their kinds, and its rows typed as a database has them."""
    with next((folder / "data").iterdir()).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    header = [name.strip() for name in header]
    kinds, forms = dict.fromkeys(header, "text"), {}
    for source in dataset.sources.values():
        form = source.get("parse", {}).get("datetime", "iso")
        for name, written in source.get("columns", {}).items():
            kind = KINDS.get(name, "text")
            kinds[written.strip()] = {"plan": "ts", "date": "ts", "bool": "text", "id": "text", "cat": "text"}.get(
                kind, kind
            )
            forms[written.strip()] = form if isinstance(form, list) else [form]
    kinds.pop("", None)
    places = {name: header.index(name) for name in kinds}
    typed = [[cell(row[place], kinds[name], forms.get(name, ())) for name, place in places.items()] for row in rows]
    return kinds, typed


def cell(text, kind, forms):
    text = text.strip()
    if kind == "text":
        return text or None
    if kind in ("num", "money", "int"):
        try:
            return int(text) if kind == "int" else Decimal(text)
        except (InvalidOperation, ValueError):
            return None
    for form in forms:
        with contextlib.suppress(ValueError):
            found = datetime.fromisoformat(text) if form == "iso" else datetime.strptime(text, form)  # noqa: DTZ007
            return found.replace(tzinfo=None).isoformat(" ")
    return None


def place(engine, request, folder, kinds, rows):
    """Put the rows where a source finds them, and give what okrengine.yaml says of it."""
    columns = {name: TYPES[engine][kind] for name, kind in kinds.items()}
    if engine != "sqlite":
        server = request.getfixturevalue(engine)
        server.fill("export", columns, rows)
        return {"type": "sql", "url": server.url, "password": "${env:CRM_PASSWORD}", "table": "export"}
    with contextlib.closing(sqlite3.connect(folder / "export.db")) as connection, connection:
        named = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        connection.execute(f"CREATE TABLE export ({named})")
        plain = [[settled(one, kind) for one, kind in zip(row, kinds.values(), strict=True)] for row in rows]
        connection.executemany(f"INSERT INTO export VALUES ({', '.join('?' * len(columns))})", plain)  # noqa: S608  a name of ours
    return {"type": "sqlite", "path": "export.db", "table": "export"}


def settled(value, kind):
    """A value as SQLite can keep it: money in whole cents."""
    if isinstance(value, Decimal):
        return int(value * 100) if kind == "money" else float(value)
    return value


@pytest.mark.parametrize("name", LOADED)
@pytest.mark.parametrize("engine", TYPES)
def test_the_numbers_of_the_files(engine, name, request, tmp_path, okr):
    dataset = DATASETS[name]
    dataset.write(tmp_path)
    where = place(engine, request, tmp_path, *loaded(dataset, tmp_path))
    settings = json.loads((tmp_path / "okrengine.yaml").read_text(encoding="utf-8"))
    for source in settings["sources"].values():
        for key in ("type", "path"):
            del source[key]
        source.update(where)
        source.get("parse", {}).pop("datetime", None)
    (tmp_path / "okrengine.yaml").write_text(json.dumps(settings), encoding="utf-8")
    ran = okr(tmp_path, "measure", "--format", "json", "--as-of", dataset.as_of.isoformat(), CRM_PASSWORD=SECRET)
    assert ran.returncode in (0, 3), ran.stderr
    readings = {one["address"]: Reading(one) for one in json.loads(ran.stdout)["readings"]}
    for number, key in enumerate(dataset.asked):
        in_cents = engine == "sqlite" and dataset.asked[key]["metric"] in ("pareto_share", "revenue_growth")
        if key not in PLAIN and not in_cents:  # a sum of cents is no sum of dollars
            check(key, readings[f"team/objective/k{number}"])


class Reading:
    """A reading as `okr measure --format json` writes it, asked like the reading itself."""

    def __init__(self, document):
        self.__dict__.update(document)

    def __repr__(self):
        return repr(self.__dict__)
