"""The project itself as a source: what was promised, what is done for it, and the check-ins."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

from okrengine import OkrError, Rows, Seconds, Source, SourceError, hookimpl

COLUMNS = (
    *("item_id", "opened_at", "due_at", "done_at", "cancelled_at", "owner", "group", "kind", "progress", "weight"),
    *("covered", "cycle", "title", "updated_at"),
)
State: TypeAlias = dict[str, str | None]
"""An item as it was known from its `updated_at` on, until a later state of it."""


DAY = 86400


def read_project(
    connection: Any,
    folder: Path,
    *,
    of: Literal["key_results", "objectives", "initiatives", "milestones", "checkins", "checkins_due", "departments"],
    every: Seconds = Seconds(7 * DAY),  # noqa: B008  a number under the name of its type
) -> Rows:
    """This project's own objectives, key results, initiatives, milestones, check-ins or departments, as items.

    An item opens when its cycle begins; `group` is its team. `done_at` is the day that a milestone states, the check-in
    that first says 100% of an initiative, or the closing check-in by which a key result, or all those of an objective,
    were achieved. `cancelled_at` is the day of an amendment that drops a key result, or the check-in that closes it as
    dropped. `covered` says of a key result, until it is dropped, that its newest entry states a value; of a department
    of okrengine.yaml that a key result of the cycle has it in its tags. `progress` is in percent; `weight` is 1 where
    none is stated.

    `checkins` are those that were made. `checkins_due` are those that were due: one in every stretch of a team's cycle
    until the cycle is closed. One that was filled in later is none, and a shorter rest of the cycle asks for none.

    What a check-in says is known from its instant on, an amendment from its day. Other changes of the files are not
    dated: they read as if they had always been so.

    of: what the rows are
    every: the rhythm in which check-ins are due, in whole days
    """
    from okrengine import Project  # noqa: PLC0415  a check of the files needs no second one
    from okrengine_plugins.project_items import read  # noqa: PLC0415  likewise

    if said := _complaint({"every": every}):
        raise SourceError(said)
    try:
        project = Project.open(folder)
        broken = project.left_out
        found = [] if broken else list(read(project, of, every // DAY))
    except SourceError:
        raise
    except OkrError as error:
        raise SourceError(str(error)) from None
    if broken:
        place = broken[0].place
        raise SourceError(f"{place.file}, line {place.line}: a check-in must be mended first: run okr validate")
    return Rows(_relation(connection, found), COLUMNS)


def _complaint(options: Mapping[str, Any]) -> str | None:
    """What is wrong with the options of the source."""
    every = options["every"]
    return None if every and every % DAY == 0 else "`every` is no whole number of days: write 7 d, 14 d, 30 d"


def _relation(connection: Any, rows: list[State]) -> Any:
    """The items as a relation of text: handed over as one literal, since the connection reads nothing from outside."""
    import ibis  # noqa: PLC0415  heavy

    cells = [[row.get(name) for name in COLUMNS] for row in rows]
    lists = ibis.literal(json.dumps(cells)).cast("json").cast("array<array<string>>").unnest().name("row").as_table()
    table = lists.select(**{name: lists.row[place] for place, name in enumerate(COLUMNS)})
    return connection.from_query(str(ibis.to_sql(table, dialect="duckdb", pretty=False)))


EXAMPLE = """\
tasks: {type: project, of: initiatives}
departments: {type: project, of: departments}
meetings: {type: project, of: checkins_due, every: 14 d}
"""


@hookimpl
def okr_sources() -> list[Source]:
    """The project itself."""
    return [
        Source(
            "project",
            read_project,
            files=False,
            reads="project",
            check=_complaint,
            columns=COLUMNS,
            latest=("item_id", "updated_at"),
            example=EXAMPLE,
        )
    ]
