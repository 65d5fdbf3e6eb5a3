"""What is far too large, too deep or too wide is refused by name, and costs no more than it takes to see that."""

import gzip
import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from okrengine import Database, Source
from okrengine.config import SourceSettings
from okrengine.measure.databases import open_database
from okrengine_plugins.sql.columns import Columns

pytest.importorskip("duckdb")
MIB = 2**20


def test_of_a_wide_table_only_the_columns_that_are_read_cost(tmp_path):
    read = []

    def typed(kind):
        read.append(kind)
        return "string"

    declared = {f"c{number}": f"varchar({number})" for number in range(1990)}
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE t ({', '.join(f'{name} {kind}' for name, kind in declared.items())})")

    def query(sql):
        cursor = connection.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()

    source = Source(
        "wide",
        lambda _: Database("sqlite", "t", Columns(declared, typed), query, connection.close),
        files=False,
        reads="database",
    )
    settings = SourceSettings("s", "wide", columns={"score": "c7", "channel": "c9"})
    opened = open_database(settings, source, tmp_path, {"score": "cat", "channel": "cat"}, ZoneInfo("UTC"))
    opened.engine.close()
    assert opened.rows == 0
    assert set(read) == {"varchar(7)", "varchar(9)"}
    assert dict(Columns({"a": "x"}, str.upper)) == {"a": "X"}
    assert len(Columns(declared, typed)) == 1990
