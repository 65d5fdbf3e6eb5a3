"""What the metrics of surveys give."""

from typing import Any

from oracle.catalogue import oracle
from oracle.frame import Frame, latest
from oracle.kernels import UNDEFINED, mean, net, rate

SCALED = [{}, {"weighted": True}, {"reversed": True}, {"answers": "latest"}]


def scored(table: Frame, given: dict, default: tuple = (), *, whole: bool = False) -> list[Any]:
    """The rows with a score on the scale."""
    low, high = given.get("scale", default)
    table.need("score")
    table.need("weight" if given.get("weighted") else "")
    table.need("respondent_id" if given.get("answers") == "latest" else "", "anonymous")
    table.drop("out_of_scale", lambda row: not low <= row.score <= high or (whole and row.score.denominator != 1))
    if given.get("answers") == "latest":
        last = latest(table.rows, lambda row: row.respondent_id, lambda row: (row.responded_at, row.response_id))
        table.drop("duplicate", lambda row: not any(row is one for one in last))
    for row in table.rows if given.get("reversed") else ():
        row["score"] = low + high - row.score
    return table.rows


@oracle("nps", "survey_response", asks=[*SCALED, {"scale": [1, 5], "promoter_min": 5, "detractor_max": 3}])
@oracle("enps", "survey_response")
def nps(table: Frame, promoter_min: int = 9, detractor_max: int = 6, **given: Any) -> dict:
    rows = scored(table, given, (0, 10), whole=True)
    plus, minus = (
        [row for row in rows if row.score >= promoter_min],
        [row for row in rows if row.score <= detractor_max],
    )
    sums = [sum(row.weight if given.get("weighted") else 1 for row in some) for some in (plus, minus, rows)]
    found = net(*sums, len(rows), sum(row.weight**2 for row in rows) if given.get("weighted") else None)
    many = {"promoters": len(plus), "detractors": len(minus), "passives": len(rows) - len(plus) - len(minus)}
    return found | many


@oracle("csat", "survey_response", asks=[*SCALED, {"satisfied_min": 3}, {"scale": [0, 10], "satisfied_min": 7}])
def csat(table: Frame, satisfied_min: int = 4, **given: Any) -> dict:
    rows = scored(table, given, (1, 5))
    return rate(rows, lambda row: row.score >= satisfied_min, weighted=given.get("weighted", False))


@oracle("ces", "survey_response", asks=[{}, {"reversed": True}])
def ces(table: Frame, **given: Any) -> dict:
    return csat(table, **{"satisfied_min": 5, "scale": [1, 7]} | given)


FORMS = [{}, {"transform": "rescaled"}, {"weighted": True}, {"scale": [0, 10], "transform": "percent_of_max"}]


@oracle("csat_mean", "survey_response", asks=[{"scale": [1, 5]} | form for form in FORMS])
@oracle("ces_mean", "survey_response", asks=[{"scale": [1, 7], "better": "higher", "reversed": True}])
def csat_mean(table: Frame, transform: str = "none", **given: Any) -> dict:
    rows = scored(table, given)
    low, high = given["scale"]
    found = mean([row.score for row in rows], [row.weight for row in rows] if given.get("weighted") else None)
    value = found["value"]
    if value is None:
        return found
    forms = {"rescaled": 100 * (value - low) / (high - low), "percent_of_max": 100 * value / high}
    return found | forms | {"value": forms.get(transform, value)}


@oracle("servqual_gap", "survey_response", "score expected")
def servqual_gap(table: Frame) -> dict:
    return mean([row.score - row.expected for row in table.rows])


@oracle("survey_share", "survey_response", "answer", [{"answer": ["yes"]}, {"answer": ["yes", "well"]}])
@oracle("promise_met_rate contact_rate awareness_rate", "survey_response", "answer", [{"answer": ["well"]}])
def survey_share(table: Frame, answer: list[str]) -> dict:
    return rate(table.rows, lambda row: row.answer in answer)


@oracle("item_response_rate", "survey_response", asks=[{}, {"scale": [0, 10]}])
def item_response_rate(table: Frame, scale: Any = (1, 5)) -> dict:
    return rate(table.rows, lambda row: row.score is not None and scale[0] <= row.score <= scale[1])


@oracle("survey_response_rate", "totals", "invited bounced responded", table="invited bounced responded")
def survey_response_rate(table: Frame) -> dict:
    """As if each who was reached had a row of their own."""
    reached, said = (
        int(sum(one)) for one in ((r.invited - r.bounced for r in table.rows), (r.responded for r in table.rows))
    )
    return rate(range(reached), lambda who: who < said) if said <= reached else UNDEFINED
