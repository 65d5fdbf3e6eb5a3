"""JSON Schema of the files, made from the core and from what plugins offer; and the check of a document against it."""

from okrengine.schema.checking import check
from okrengine.schema.committed import COMMITTED, committed
from okrengine.schema.kinds import KINDS
from okrengine.schema.texts import schema_texts, stale

__all__ = ["COMMITTED", "KINDS", "check", "committed", "schema_texts", "stale"]
