"""Visits to a web site: those of customers, and the pages that were seen."""

from okrengine import Case, Count, Metric, Table, hookimpl


def existing_customer_visits(visits: Table) -> Count:
    """Number of visits by somebody who is known as a customer: those with a `customer_id`. Higher is better.

    The "returning visitor" of web statistics is another number: it knows devices and not people (visits, as in web
    statistics).
    """
    return Count(visits.customer_id.notnull(), distinct=visits.visit_id)


def page_views(visits: Table) -> Count:
    """Number of pages that were seen in all visits. Higher is better.

    A visit for which `pages` is empty is missing (page views, as in web statistics).
    """
    return Count(total=visits.pages)


_ROWS = """
visit_id,at,customer_id,pages
1,2026-03-01T10:00:00Z,anna,4
2,2026-03-01T11:00:00Z,,1
3,2026-03-02T10:00:00Z,anna,2
4,2026-03-02T12:00:00Z,ben,
"""
EXISTING_CUSTOMER_VISITS = Metric(
    "existing_customer_visits",
    existing_customer_visits,
    record="web_visit",
    uses=("customer_id",),
    unit="visits",
    better="higher",
    range=(0, None),
    min_sample=None,
    voice="internal",
    title="Visits by customers",
    example=Case(_ROWS, {"value": 3}),
)
PAGE_VIEWS = Metric(
    "page_views",
    page_views,
    record="web_visit",
    needs=("pages",),
    unit="pages",
    better="higher",
    range=(0, None),
    min_sample=None,
    voice="internal",
    title="Pages seen",
    example=Case(_ROWS, {"value": 7, "n": 3, "missing": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Web visits."""
    return [EXISTING_CUSTOMER_VISITS, PAGE_VIEWS]
