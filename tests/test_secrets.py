"""Secrets come by reference when a source is opened, and are in nothing that is said afterwards."""

import base64
import json
import sys
from urllib.parse import quote, quote_plus

import pytest

from okrengine import secrets
from okrengine.cli.app import run
from okrengine.errors import OkrError
from okrengine.secrets import refers, resolve, scrub
from okrengine.testing import write_project

TOKEN = "pl4nted token/ü'\"&"  # noqa: S105  of no server


@pytest.fixture(autouse=True)
def forgotten(monkeypatch):
    """What one test resolves is not hidden in the next."""
    monkeypatch.setattr(secrets, "_hidden", {})


def test_an_environment_variable(monkeypatch, tmp_path):
    monkeypatch.setenv("CRM_PASSWORD", TOKEN)
    assert resolve("${env:CRM_PASSWORD}", tmp_path) == TOKEN


def test_a_file_without_its_last_line_end(tmp_path):
    (tmp_path / "secret").write_text(f"{TOKEN}\r\n", encoding="utf-8", newline="")
    assert resolve("${file:secret}", tmp_path) == TOKEN
    assert resolve(f"${{file:{tmp_path}/secret}}", tmp_path / "elsewhere") == TOKEN


def test_a_keyring(monkeypatch, tmp_path):
    keyring = pytest.importorskip("keyring")
    backend = pytest.importorskip("keyring.backend")

    class Kept(backend.KeyringBackend):
        priority = 1

        def get_password(self, service, username):
            return TOKEN if (service, username) == ("crm", "okr/reader") else None

        def set_password(self, service, username, password):
            raise NotImplementedError

    before = keyring.get_keyring()
    keyring.set_keyring(Kept())
    try:
        assert resolve("${keyring:crm/okr/reader}", tmp_path) == TOKEN
        with pytest.raises(OkrError, match=r"`\$\{keyring:crm/nobody\}` is not set: store it by `keyring set"):
            resolve("${keyring:crm/nobody}", tmp_path)
    finally:
        keyring.set_keyring(before)
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(
        OkrError, match=r"needs the package keyring: run `pip install .*or write a reference of another"
    ):
        resolve("${keyring:crm/okr}", tmp_path)


def test_a_machine_without_a_keyring(tmp_path):
    keyring = pytest.importorskip("keyring")
    fail = pytest.importorskip("keyring.backends.fail")
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        with pytest.raises(
            OkrError, match=r"no keyring of this machine opens \(NoKeyringError\); write a reference of another"
        ):
            resolve("${keyring:crm/okr}", tmp_path)
    finally:
        keyring.set_keyring(before)


def test_a_secret_within_an_address_cannot_change_it(monkeypatch, tmp_path):
    monkeypatch.setenv("PASSWORD", "a@evil.example/b?c#d%2F:x")
    found = resolve("postgres://okr:${env:PASSWORD}@db.example.com/crm", tmp_path)
    assert found == "postgres://okr:a%40evil.example%2Fb%3Fc%23d%252F%3Ax@db.example.com/crm"


@pytest.mark.parametrize(
    ("reference", "due"),
    [
        ("${env:OKRENGINE_NOT_SET}", "the secret `${env:OKRENGINE_NOT_SET}` is not set: set the environment variable"),
        ("${file:absent}", "the secret `${file:absent}` is not set: put the secret into this file"),
        ("${file:empty}", "the secret `${file:empty}` is empty"),
        ("${file:folder}", "the secret `${file:folder}` is not set"),
        ("${file:picture}", "the secret `${file:picture}` cannot be read: it is no text in UTF-8"),
        ("${file:large}", "the secret `${file:large}` is empty"),
    ],
)
def test_what_is_absent_is_named_and_never_shown(tmp_path, reference, due):
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "picture").write_bytes(b"\x89PNG\xff")
    (tmp_path / "large").write_text("x" * 70_000, encoding="utf-8")
    with pytest.raises(OkrError) as raised:
        resolve(reference, tmp_path)
    assert str(raised.value).startswith(due)


def test_every_form_of_a_secret_is_hidden(monkeypatch, tmp_path):
    monkeypatch.setenv("CRM_PASSWORD", TOKEN)
    resolve("${env:CRM_PASSWORD}", tmp_path)
    forms = [
        TOKEN, quote(TOKEN), quote(TOKEN, safe=""), quote_plus(TOKEN), quote(TOKEN, safe="").lower(), repr(TOKEN)[1:-1],
        json.dumps(TOKEN)[1:-1], base64.b64encode(TOKEN.encode()).decode(),
    ]  # fmt: skip
    for form in forms:
        assert scrub(f"before {form} after") == "before *** after", form
    assert scrub("nothing to hide") == "nothing to hide"


def test_the_password_of_a_secret_address_is_hidden_too(monkeypatch, tmp_path):
    monkeypatch.setenv("CRM_URL", "postgres://okr:pl4nted%2Ftoken@db.example.com/crm?password=other-token")
    resolve("${env:CRM_URL}", tmp_path)
    said = scrub("pl4nted%2Ftoken and pl4nted/token at db.example.com, other-token")
    assert said == "*** and *** at db.example.com, ***"


def test_a_short_secret_leaves_other_words_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("PIN", "12")
    assert resolve("${env:PIN}", tmp_path) == "12"
    assert scrub("12 of 120") == "12 of 120"


def test_what_refers():
    assert refers("${env:NAME}")
    assert refers("postgres://okr:${file:secret}@host/db")
    assert not refers("plain")
    assert not refers(3)


PLUGIN = '''
from okrengine import Source, Secret, hookimpl

def read(files, *, token: Secret):
    """Rows from nowhere."""
    {body}

@hookimpl
def okr_sources():
    return [Source("nowhere", read, files=False, reads="database")]
'''


@pytest.mark.parametrize(
    "body",
    [
        "raise RuntimeError('cannot use ' + token)",
        "raise SystemExit(token)",
        "return token",
        "raise ValueError(repr(token))",
        "raise ValueError('x' * 290 + token)",
    ],
)
def test_a_source_that_says_its_secret(body, tmp_path, okr):
    settings = (
        "version: 1\nplugins: [plugins]\ncycles: {named: {always: {from: 2026-11-01, to: 2026-12-31}}}\n"
        'sources:\n  answers: {type: nowhere, token: "${env:PLANTED}", columns: {response_id: a, responded_at: b, score: c}}\n'
    )
    write_project(
        tmp_path,
        settings,
        "metric: csat\nsource: answers\nbaseline: 60%\ntarget: 80%\n",
        {"plugins/nowhere.py": PLUGIN.format(body=body)},
    )
    for arguments in (
        ("measure",),
        ("measure", "--format", "json"),
        ("-vv", "measure"),
        ("-vv", "checkin", "--no-input"),
    ):
        ran = okr(tmp_path, *arguments, "--as-of", "2026-11-21T09:00:00+00:00", PLANTED=TOKEN)
        assert ran.returncode == 3, ran.stderr
        for form in (TOKEN, json.dumps(TOKEN)[1:-1], repr(TOKEN)[1:-1]):
            assert form not in ran.stdout + ran.stderr
    for path in tmp_path.rglob("checkins/**/*.yaml"):
        assert TOKEN not in path.read_text(encoding="utf-8")
        assert "pl4nted" not in path.read_text(encoding="utf-8")


def test_our_own_fault_shows_no_secret(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("CRM_PASSWORD", TOKEN)

    def broken(*_, **__):
        resolve("${env:CRM_PASSWORD}", tmp_path)
        raise RuntimeError(f"cannot go on with {TOKEN}")

    monkeypatch.setattr("okrengine.project.Project.open", broken)
    assert run(["-vv", "status"]) == 4
    said = capsys.readouterr().err
    assert "Traceback" in said
    assert TOKEN not in said
    assert "cannot go on with ***" in said
