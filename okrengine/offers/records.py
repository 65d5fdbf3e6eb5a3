"""The record types: which columns a row of a source may have, and of which type each is.

Types: `id` text that is never parsed; `ts` an instant; `date` a day; `plan` an instant or day that lies ahead by
nature; `num` and `money` exact decimals of 10 places; `int`; `bool`; `cat` text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

DECIMAL = "decimal(38, 10)"
TYPES = {
    "id": "string",
    "cat": "string",
    "num": DECIMAL,
    "money": DECIMAL,
    "int": "int64",
    "bool": "boolean",
    "ts": "timestamp(6)",
    "plan": "timestamp(6)",
    "date": "date",
}
"""The type that the engine keeps a column in; instants are kept in UTC."""

TOTALS = "totals"
Topic: TypeAlias = Literal["surveys", "answering", "complaints", "social", "customers", "delivery", "work"]
TOPICS: dict[Topic, str] = {
    "surveys": "Surveys",
    "answering": "Answering and solving",
    "complaints": "Complaints and recovery",
    "social": "Social media and reviews",
    "customers": "Customers and orders",
    "delivery": "Delivery, stock and after-sales",
    "work": "Work, quality and people",
}
"""What metrics are about, in the order of the reference, and its headings."""


@dataclass(frozen=True, slots=True)
class Record:
    """One type of record. `time` is the timestamp that counts, `required` the columns that every row must fill.

    `topic` is what most metrics that read it are about.
    """

    name: str
    time: str
    required: tuple[str, ...]
    columns: Mapping[str, str]
    topic: Topic | None = None


def _record(name: str, topic: Topic, time: str, required: str, /, **types: str) -> Record:
    columns = {column: kind for kind, names in types.items() for column in names.split()}
    return Record(name, time, tuple(required.split()), columns, topic)


RECORDS = {
    record.name: record
    for record in (
        _record(
            "survey_response",
            "surveys",
            "responded_at",
            "response_id responded_at",
            id="response_id respondent_id",
            ts="responded_at",
            num="score expected weight",
            cat="answer survey_type touchpoint channel segment dimension",
        ),
        _record(
            "ticket",
            "answering",
            "created_at",
            "ticket_id created_at",
            id="ticket_id requester_id assignee_id",
            ts="created_at first_response_at first_resolved_at resolved_at reopened_at updated_at",
            plan="due_at",
            cat="status priority channel category",
            bool="is_complaint",
            int="customer_replies transfers",
            num="severity",
            money="compensation cost",
        ),
        _record(
            "interaction",
            "answering",
            "at",
            "ticket_id at",
            id="ticket_id author_id",
            ts="at",
            cat="author_role channel status_to",
            bool="public",
        ),
        _record(
            "order",
            "customers",
            "order_date",
            "order_id order_date",
            id="order_id customer_id",
            ts="order_date",
            money="amount cost expedite_cost",
            cat="currency status channel segment",
            plan="promised_date",
            date="shipped_date delivered_date",
            bool="feature_flag expedited transshipped has_error",
        ),
        _record(
            "order_line",
            "delivery",
            "order_date",
            "order_id sku order_date",
            id="order_id sku",
            ts="order_date",
            num="ordered_qty delivered_qty returned_qty defective_qty claimed_qty",
            plan="promised_date",
            date="delivered_date",
            bool="short substituted",
        ),
        _record(
            "customer",
            "customers",
            "joined_at",
            "customer_id joined_at",
            id="customer_id",
            ts="joined_at left_at",
            cat="source segment",
            bool="vip used_feature",
        ),
        _record(
            "social_snapshot",
            "social",
            "date",
            "date followers",
            date="date",
            int="followers blocks adds removes",
            id="account",
        ),
        _record(
            "social_post",
            "social",
            "created_at",
            "post_id created_at",
            id="post_id",
            ts="created_at",
            cat="sentiment",
            int="reactions comments shares reach",
        ),
        _record(
            "review",
            "social",
            "created_at",
            "review_id created_at",
            id="review_id",
            ts="created_at updated_at deleted_at reply_at",
            num="rating",
            cat="sentiment source location",
            bool="recommended",
        ),
        _record(
            "stock_level",
            "delivery",
            "date",
            "sku date on_hand",
            id="sku",
            date="date",
            num="on_hand counted",
            cat="location",
        ),
        _record(
            "qa_review",
            "work",
            "reviewed_at",
            "review_id reviewed_at",
            id="review_id interaction_id assignee_id",
            ts="reviewed_at",
            num="score category_score category_min category_max category_weight customer_score",
            cat="category channel",
            bool="critical",
        ),
        _record(
            "bot_session",
            "answering",
            "started_at",
            "session_id started_at escalated",
            id="session_id",
            ts="started_at",
            bool="escalated satisfied handover_error",
            cat="channel",
        ),
        _record(
            "web_visit", "customers", "at", "visit_id at", id="visit_id customer_id", ts="at", int="pages", cat="source"
        ),
        _record(
            "item",
            "work",
            "opened_at",
            "item_id opened_at",
            id="item_id",
            ts="opened_at done_at cancelled_at",
            plan="due_at",
            cat="owner group kind requested_by",
            bool="covered live",
            num="progress weight",
        ),
    )
}
"""Every record type by its name. A table of totals is described by its metric: see `totals`."""

_TYPE_OF = {column: kind for record in RECORDS.values() for column, kind in record.columns.items()}


def totals(columns: tuple[str, ...]) -> Record:
    """The record type of a table of sums per period."""
    return Record(TOTALS, "period", ("period", *columns), {"period": "date", **dict.fromkeys(columns, "num")})


def type_of(column: str, record: Record) -> str:
    """The type of a mapped column: the record's, else that of any record, else text."""
    return record.columns.get(column) or _TYPE_OF.get(column, "cat")
