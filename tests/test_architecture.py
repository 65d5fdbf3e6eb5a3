"""The house holds: imports point down, modules stay small, loading the plugins stays light."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "okrengine"
PLUGINS = ROOT / "plugins" / "okrengine_plugins"
FLOORS = (
    {"errors", "quantity", "nearness", "guest", "entries", "sharing", "secrets"},
    {"syntax", "files", "model", "parameters"},
    {"offers"},
    {"hookspecs"},
    {"registry", "config"},
    {"schema", "rules", "load", "measure", "grade", "checkins", "changes", "diagnostics", "report"},
    {"project"},
    {"cli", "testing"},
)
FREE = {
    ("quantity", "errors"),
    ("secrets", "errors"),
    ("guest", "secrets"),
    ("parameters", "errors"),
    ("files", "syntax"),
    ("config", "registry"),
}
HEAVY = {
    *("ibis", "duckdb", "pyarrow", "pandas", "jinja2", "babel", "rich", "budoux", "numpy", "sqlglot"),
    *("psycopg", "pymysql", "pyspark", "keyring", "sqlite3"),
}


def modules(folder):
    return sorted(folder.rglob("*.py"))


def room(path):
    part = path.relative_to(PACKAGE).parts[0]
    return part.removesuffix(".py")


def imports(path):
    """Every module that a file imports, at the top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def floor(name):
    return next((number for number, names in enumerate(FLOORS) if name in names), None)


@pytest.mark.parametrize("path", modules(PACKAGE), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path):
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    assert floor(here) is not None, f"{here} is no room of the house"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "okrengine_plugins":
            pytest.fail(f"{path}: the engine imports a plugin")
        if parts[0] != "okrengine" or len(parts) < 2 or parts[1] == here or floor(parts[1]) is None:
            continue
        assert floor(parts[1]) < floor(here) or (here, parts[1]) in FREE, f"{here} imports {parts[1]}"


@pytest.mark.parametrize("path", modules(PLUGINS), ids=lambda p: p.stem)
def test_plugins_import_only_the_door(path):
    for name in imports(path):
        assert not name.startswith("okrengine.") or name.count(".") == 1, f"{path}: {name} is behind the door"
        module = name.split(".")[0]
        assert module != "okrengine_plugins" or name.split(".")[0] == "okrengine_plugins"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("okrengine"):
            assert node.module in ("okrengine", "okrengine_plugins") or node.module.startswith("okrengine_plugins.")


@pytest.mark.parametrize("path", modules(PACKAGE) + modules(PLUGINS), ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300, "a room that outgrows 300 lines becomes a folder of rooms"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.end_lineno - node.body[0].lineno + 1
            assert body <= 40, f"{node.name} has {body} lines"


def test_no_clock_below_the_command_line():
    clocks = ("now", "today", "utcnow", "time", "monotonic", "perf_counter")
    for path in modules(PACKAGE) + modules(PLUGINS):
        if path.is_relative_to(PACKAGE / "cli"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clocks:
                owner = ast.unparse(node.func.value)
                assert owner.split(".")[-1] not in ("datetime", "date", "time"), f"{path}:{node.lineno} reads a clock"


ASKING = {"execute", "executemany", "executescript", "sql", "raw_sql", "from_query", "query"}
"""Methods that run a text as SQL, or make one of an expression."""

SQL = re.compile(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE|COPY|CREATE|DROP|ALTER|ATTACH|INSTALL|LOAD|SET|PRAGMA)\b")


def texts_put_together(tree):
    """Every text that is made of parts: an f-string, a sum or a percent sign, `format`, `join` or `replace`."""
    for node in ast.walk(tree):
        method = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
        if isinstance(node, ast.JoinedStr | ast.BinOp) or method in ("format", "join", "replace"):
            yield node


@pytest.mark.parametrize("path", modules(PACKAGE) + modules(PLUGINS), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_sql_is_put_together_from_texts(path):
    """Columns are looked up and values are bound by expressions, so that nothing in a file can be read as SQL."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for made in texts_put_together(tree):
        said = [part.value for part in ast.walk(made) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        assert not any(map(SQL.match, said)), f"{path}:{made.lineno} puts a query together"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING:
            assert not [made for given in node.args for made in texts_put_together(given)], f"{path}:{node.lineno}"


def test_loading_every_plugin_stays_light():
    code = (
        "import sys\nfrom okrengine import registry\nfound = registry.find()\n"
        "assert not found.failures, found.failures\nassert found.metrics\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
