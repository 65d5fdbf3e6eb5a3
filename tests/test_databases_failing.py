"""What can go wrong with a database: one sentence with its mend, soon, and the secret in nothing that is printed."""

import contextlib
import json
import socket
import threading
import time

import pytest
from servers import DATABASE, READER, SECRET, free_port

from okrengine.testing import write_project

AS_OF = "2026-11-21T09:00:00+00:00"
SETTINGS = (
    "version: 1\ncycles: {{named: {{always: {{from: 2026-11-01, to: 2026-12-31}}}}}}\nsources:\n  answers: {source}\n"
)
KEY_RESULT = "metric: csat\nsource: answers\nbaseline: 60%\ntarget: 80%\n"
COLUMNS = {"response_id": "id", "responded_at": "at", "score": "score"}
SOON = 5.0


@pytest.fixture(params=["postgres", "mariadb"])
def server(request):
    found = request.getfixturevalue(request.param)
    found.fill("answers", {"id": "int", "at": "timestamp", "score": "int"}, [(1, "2026-11-02 10:00:00", 5)])
    return found


def project(folder, server, **more):
    source = {
        "type": "sql",
        "url": server.url,
        "password": "${env:CRM_PASSWORD}",
        "table": "answers",
        "columns": COLUMNS,
    }
    source = {name: value for name, value in {**source, **more}.items() if value is not None}
    write_project(folder, SETTINGS.format(source=json.dumps(source)), KEY_RESULT, {})
    return folder


def failed(okr, folder, password=SECRET, **environ):
    """Why the source failed, the same in every output, and said soon."""
    environ = {"CRM_PASSWORD": password, **environ}
    started = time.monotonic()
    ran = okr(folder, "measure", "--format", "json", "--as-of", AS_OF, **environ)
    taken = time.monotonic() - started
    assert ran.returncode == 3, ran.stderr
    (reading,) = json.loads(ran.stdout)["readings"]
    assert reading["status"] == "source_failed"
    assert reading["value"] is None
    assert taken < SOON, f"{taken:.1f} s"
    outputs = [ran]
    for arguments in (("-vv", "measure"), ("-vv", "checkin", "--no-input", "--by", "nok")):
        outputs += [okr(folder, *arguments, "--as-of", AS_OF, **environ)]
    written = [path.read_text(encoding="utf-8") for path in (folder / "checkins").rglob("*.yaml")]
    assert any("source_failed" in text for text in written)
    for text in (*(ran.stdout + ran.stderr for ran in outputs), *written):
        assert password not in text
        assert "Traceback" not in text
    return reading["reason"]


def test_a_value(server, okr, tmp_path):
    ran = okr(project(tmp_path, server), "measure", "--format", "json", "--as-of", AS_OF, CRM_PASSWORD=SECRET)
    (reading,) = json.loads(ran.stdout)["readings"]
    assert (reading["value"], reading["n"]) == (100.0, 1), reading["reason"]


def test_an_address_that_is_secret_as_a_whole(server, okr, tmp_path):
    from urllib.parse import quote

    url = server.url.replace(f"{READER}@", f"{READER}:{quote(SECRET, safe='')}@")
    folder = project(tmp_path, server, url="${env:CRM_URL}", password=None)
    ran = okr(folder, "measure", "--format", "json", "--as-of", AS_OF, CRM_URL=url)
    assert json.loads(ran.stdout)["readings"][0]["value"] == 100.0
    wrong = url.replace(quote(SECRET, safe=""), "wrong-token-8731")
    said = failed(okr, folder, "wrong-token-8731", CRM_URL=wrong)
    assert "does not let the user `okr` in" in said


def test_a_password_within_the_address(server, okr, tmp_path):
    url = server.url.replace(f"{READER}@", f"{READER}:${{env:CRM_PASSWORD}}@")
    ran = okr(project(tmp_path, server, url=url, password=None), "measure", "--format", "json", "--as-of", AS_OF,
              CRM_PASSWORD=SECRET)  # fmt: skip
    assert json.loads(ran.stdout)["readings"][0]["value"] == 100.0, ran.stdout


def test_wrong_password(server, okr, tmp_path):
    said = failed(okr, project(tmp_path, server), "wrong-token-8731")
    assert said == (
        f"the database at `127.0.0.1:{server.port}` does not let the user `okr` in: correct the user or the password"
    )


def test_no_password(server, okr, tmp_path):
    said = failed(okr, project(tmp_path, server, password=None))
    assert "does not let the user `okr` in" in said


@pytest.mark.parametrize(
    ("environ", "due"),
    [
        ({}, "the secret `${env:OTHER_PASSWORD}` is not set"),
        ({"OTHER_PASSWORD": ""}, "`${env:OTHER_PASSWORD}` is empty"),
    ],
)
def test_an_absent_secret(server, okr, tmp_path, environ, due):
    folder = project(tmp_path, server, password="${env:OTHER_PASSWORD}")  # noqa: S106  a reference
    said = failed(okr, folder, **environ)
    assert due in said
    assert "set the environment variable" in said


def test_wrong_host(server, okr, tmp_path):
    url = server.url.replace("127.0.0.1", "no-such-host.invalid")
    assert "there is no host `no-such-host.invalid`" in failed(okr, project(tmp_path, server, url=url))


def test_wrong_port(server, okr, tmp_path):
    port = free_port()
    said = failed(okr, project(tmp_path, server, url=server.url.replace(str(server.port), str(port))))
    assert said.startswith(f"nothing takes connections at `127.0.0.1:{port}`")


@contextlib.contextmanager
def listening(answer=b""):
    """Something that takes connections and is no database: it says `answer`, or nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        held = []

        def take():
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    held.append(connection)
                    if answer:
                        connection.sendall(answer)
                        connection.close()

        thread = threading.Thread(target=take, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        for connection in held:
            connection.close()


def test_a_host_that_does_not_answer(server, okr, tmp_path):
    with listening() as port:
        said = failed(okr, project(tmp_path, server, url=server.url.replace(str(server.port), str(port))))
    assert said.startswith(f"`127.0.0.1:{port}` does not answer")


def test_a_port_of_something_else(server, okr, tmp_path):
    with listening(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n") as port:
        said = failed(okr, project(tmp_path, server, url=server.url.replace(str(server.port), str(port))))
    assert said.startswith(f"what answers at `127.0.0.1:{port}` is no such database")


def test_unknown_database(server, okr, tmp_path):
    said = failed(okr, project(tmp_path, server, url=server.url.replace(f"/{DATABASE}", "/crmm")))
    assert "there is no database `crmm`" in said


def test_unknown_table(server, okr, tmp_path):
    said = failed(okr, project(tmp_path, server, table="anwsers"))
    assert said.startswith("there is no table `anwsers`")
    assert "did you mean `answers`?" in said


def test_unknown_schema(server, okr, tmp_path):
    said = failed(okr, project(tmp_path, server, schema="nowhere"))
    assert said.startswith("there is no schema `nowhere`")


def test_a_table_of_another_schema(server, okr, tmp_path):
    server.run("CREATE SCHEMA IF NOT EXISTS sales", f"GRANT {'USAGE' if server.scheme == 'postgres' else 'SELECT'} ON "
               f"{'SCHEMA sales' if server.scheme == 'postgres' else 'sales.*'} TO {READER}")  # fmt: skip
    server.run("DROP TABLE IF EXISTS sales.calls", "CREATE TABLE sales.calls (id int, at timestamp, score int)")
    server.run(f"GRANT SELECT ON sales.calls TO {READER}")
    said = failed(okr, project(tmp_path, server, table="calls"))
    assert said == "the table `calls` is in the schema `sales`: write `schema: sales`"
    ran = okr(project(tmp_path, server, table="calls", schema="sales"), "measure", "--format", "json", "--as-of", AS_OF,
              CRM_PASSWORD=SECRET)  # fmt: skip
    assert json.loads(ran.stdout)["readings"][0]["status"] == "no_data"


def test_unknown_column(server, okr, tmp_path):
    said = failed(okr, project(tmp_path, server, columns={**COLUMNS, "score": "scroe"}))
    assert said == "`answers` has no column `scroe`: did you mean `score`?"


def test_no_privilege(server, okr, tmp_path):
    server.fill("hidden", {"id": "int", "at": "timestamp", "score": "int"}, [(1, "2026-11-02 10:00:00", 5)])
    server.run(f"REVOKE SELECT ON hidden FROM {READER}")  # noqa: S608  names of ours
    said = failed(okr, project(tmp_path, server, table="hidden"))
    assert "hidden" in said
    assert "may not" in said


def slow(server):
    seconds = "pg_sleep(20)::text" if server.scheme == "postgres" else "SLEEP(20)"
    rows = "SELECT id, at, score FROM answers"
    view = f"CREATE VIEW slow AS {rows} WHERE {seconds} IS NOT NULL"
    server.run("DROP VIEW IF EXISTS slow", view, f"GRANT SELECT ON slow TO {READER}")


def test_a_query_that_takes_too_long(server, okr, tmp_path):
    slow(server)
    said = failed(okr, project(tmp_path, server, table="slow", timeout="1 s"))
    assert "took longer than the 1 s of `timeout:` and was stopped" in said
    assert not server.running()


def test_a_connection_that_is_lost(server, okr, tmp_path):
    slow(server)
    killer = threading.Timer(1, server.kill_connections)
    killer.start()
    folder = project(tmp_path, server, table="slow", timeout="15 s")
    started = time.monotonic()
    ran = okr(folder, "measure", "--format", "json", "--as-of", AS_OF, CRM_PASSWORD=SECRET)
    killer.join()
    assert time.monotonic() - started < SOON
    (reading,) = json.loads(ran.stdout)["readings"]
    assert reading["reason"] == f"the connection to `127.0.0.1:{server.port}` was lost in the middle: run this again"


def test_nothing_is_written(server, okr, tmp_path):
    """A view that writes when it is read finds a transaction that does not."""
    body = "INSERT INTO answers VALUES (9, '2026-11-02 10:00:00', 1)"  # the trap
    if server.scheme == "postgres":
        server.run(
            "CREATE OR REPLACE FUNCTION writing() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS "
            f"$$ BEGIN {body}; RETURN 1; END $$",
        )
    else:
        server.run(
            "DROP FUNCTION IF EXISTS writing",
            f"CREATE FUNCTION writing() RETURNS int MODIFIES SQL DATA BEGIN {body}; RETURN 1; END",
            f"GRANT EXECUTE ON FUNCTION writing TO {READER}",
        )
    server.run(
        "DROP VIEW IF EXISTS trap",
        "CREATE VIEW trap AS SELECT id, at, score FROM answers WHERE writing() = 1",
        f"GRANT SELECT ON trap TO {READER}",
    )
    said = failed(okr, project(tmp_path, server, table="trap"))
    assert "more than read" in said
    assert server.all("SELECT COUNT(*) FROM answers") == [(1,)]


def test_the_address_of_all_databases_stands_once(server, okr, tmp_path):
    """`engine:` is where sources without an address are; a change of it is another definition."""
    folder = project(tmp_path, server, url=None)
    settings = (folder / "okrengine.yaml").read_text(encoding="utf-8")
    assert "there is no `url:`" in failed(okr, folder)
    (folder / "okrengine.yaml").write_text(f"{settings}engine: {server.url}\n", encoding="utf-8")
    ran = okr(folder, "measure", "--format", "json", "--as-of", AS_OF, CRM_PASSWORD=SECRET)
    (reading,) = json.loads(ran.stdout)["readings"]
    assert reading["value"] == 100.0
    elsewhere = server.url.replace("127.0.0.1", "localhost")
    (folder / "okrengine.yaml").write_text(f"{settings}engine: {elsewhere}\n", encoding="utf-8")
    ran = okr(folder, "measure", "--format", "json", "--as-of", AS_OF, CRM_PASSWORD=SECRET)
    assert json.loads(ran.stdout)["readings"][0]["definition"] != reading["definition"]


def test_a_plan_speaks_the_language_of_the_database_and_asks_nothing(server, okr, tmp_path):
    folder = project(tmp_path, server, url=server.url.replace("127.0.0.1", "no-such-host.invalid"))
    ran = okr(folder, "measure", "--dry-run", "-v", "--as-of", AS_OF)
    assert ran.returncode == 0, ran.stderr
    assert ("`" in ran.stdout.split("SELECT", 1)[1]) == (server.scheme == "mysql")
