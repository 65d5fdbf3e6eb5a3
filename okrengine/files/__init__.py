"""The files of a project: found and opened safely, written so that they are complete or absent."""

from okrengine.files.tree import MOST_FILES, Tree, complaint
from okrengine.files.writing import refuse, replace, write_new

__all__ = ["MOST_FILES", "Tree", "complaint", "refuse", "replace", "write_new"]
