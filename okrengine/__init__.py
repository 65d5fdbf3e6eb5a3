"""okrengine: OKRs as code. The door for Python users and plugin authors.

Names are imported when they are first used, so that opening the door costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from okrengine.errors import OkrError as OkrError
    from okrengine.errors import ProjectError as ProjectError
    from okrengine.errors import QuantityError as QuantityError
    from okrengine.errors import SourceError as SourceError
    from okrengine.files import Tree as Tree
    from okrengine.hookspecs import hookimpl as hookimpl
    from okrengine.measure.kernels import Change as Change
    from okrengine.measure.kernels import Count as Count
    from okrengine.measure.kernels import Duration as Duration
    from okrengine.measure.kernels import Growth as Growth
    from okrengine.measure.kernels import Mean as Mean
    from okrengine.measure.kernels import NetShare as NetShare
    from okrengine.measure.kernels import Rate as Rate
    from okrengine.measure.kernels import Ratio as Ratio
    from okrengine.measure.kernels import TopShare as TopShare
    from okrengine.measure.kernels import Within as Within
    from okrengine.measure.reduction import seconds as seconds
    from okrengine.measure.table import Table as Table
    from okrengine.model import MANUAL as MANUAL
    from okrengine.model import Amendment as Amendment
    from okrengine.model import CheckIn as CheckIn
    from okrengine.model import Cycle as Cycle
    from okrengine.model import KeyResult as KeyResult
    from okrengine.model import Milestones as Milestones
    from okrengine.model import Objective as Objective
    from okrengine.nearness import suggestion as suggestion
    from okrengine.offers import RECORDS as RECORDS
    from okrengine.offers import Case as Case
    from okrengine.offers import Database as Database
    from okrengine.offers import Example as Example
    from okrengine.offers import Format as Format
    from okrengine.offers import Metric as Metric
    from okrengine.offers import Rows as Rows
    from okrengine.offers import Rule as Rule
    from okrengine.offers import Source as Source
    from okrengine.offers import called as called
    from okrengine.offers import meant as meant
    from okrengine.parameters import BusinessHours as BusinessHours
    from okrengine.parameters import Holiday as Holiday
    from okrengine.parameters import Seconds as Seconds
    from okrengine.parameters import Secret as Secret
    from okrengine.parameters import Share as Share
    from okrengine.parameters import Statistic as Statistic
    from okrengine.project import Project as Project
    from okrengine.quantity import Quantity as Quantity
    from okrengine.quantity import dimension as dimension
    from okrengine.report.contents import View as View
    from okrengine.report.document import report_document as report_document
    from okrengine.report.render import render_template as render_template
    from okrengine.report.words import Words as Words
    from okrengine.rules import Figure as Figure
    from okrengine.rules import Files as Files
    from okrengine.rules import Finding as Finding
    from okrengine.rules import Item as Item
    from okrengine.rules import Said as Said
    from okrengine.rules import baseline_of as baseline_of
    from okrengine.rules import change_of as change_of
    from okrengine.rules import figure as figure
    from okrengine.rules import figures as figures
    from okrengine.rules import goal as goal
    from okrengine.rules import has_bare_sign as has_bare_sign
    from okrengine.rules import heard_of as heard_of
    from okrengine.rules import said_of as said_of
    from okrengine.syntax import Edit as Edit
    from okrengine.syntax import Fix as Fix
    from okrengine.syntax import Note as Note
    from okrengine.syntax import Place as Place
    from okrengine.syntax import Problem as Problem
    from okrengine.syntax import quoted as quoted

__version__ = "0.1.0"

_ROOMS = {
    "errors": ("OkrError", "ProjectError", "QuantityError", "SourceError"),
    "files": ("Tree",),
    "hookspecs": ("hookimpl",),
    "measure.kernels": (
        *("Change", "Count", "Duration", "Growth", "Mean", "NetShare", "Rate", "Ratio", "TopShare", "Within"),
    ),
    "measure.reduction": ("seconds",),
    "measure.table": ("Table",),
    "model": ("MANUAL", "Amendment", "CheckIn", "Cycle", "KeyResult", "Milestones", "Objective"),
    "nearness": ("suggestion",),
    "offers": (
        *("RECORDS", "Case", "Database", "Example", "Format", "Metric", "Rows", "Rule", "Source"),
        *("called", "meant"),
    ),
    "parameters": ("BusinessHours", "Holiday", "Seconds", "Secret", "Share", "Statistic"),
    "project": ("Project",),
    "quantity": ("Quantity", "dimension"),
    "report.contents": ("View",),
    "report.document": ("report_document",),
    "report.render": ("render_template",),
    "report.words": ("Words",),
    "rules": (
        *("Figure", "Files", "Finding", "Item", "Said", "baseline_of", "change_of", "figure", "figures", "goal"),
        *("has_bare_sign", "heard_of", "said_of"),
    ),
    "syntax": ("Edit", "Fix", "Note", "Place", "Problem", "quoted"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}
__all__ = sorted(_ROOM_OF)  # noqa: PLE0605  a list of texts, built from the table above


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'okrengine' has no attribute {name!r}")
    return getattr(import_module(f"okrengine.{_ROOM_OF[name]}"), name)
