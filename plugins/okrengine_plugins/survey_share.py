"""How many of those who answered gave one of certain answers."""

from okrengine import Case, Metric, Rate, Table, hookimpl


def survey_share(answers: Table, *, answer: tuple[str, ...]) -> Rate:
    """Percent of answers that are one of those listed, of all that were given. Neither direction is better by itself.

    Every answer that is not missing stands below the line, also "I don't know", unless the source lists it as missing.
    Wilson's interval of a proportion (Wilson 1927). Some presets have a direction of their own: Higher is better for
    promises met and for awareness.

    answer: the answers that count, as the source spells them, such as [yes, mostly]
    """
    return Rate(answers.answer.isin(answer))


ADVERTISED = """
response_id,answer
1,yes
2,mostly
3,no
4,no
5,
"""
REACHED = """
response_id,answer
1,yes
2,no
3,no
4,never
5,
"""
RECITED = """
response_id,answer
1,all
2,some
3,all
4,none
"""
YES = {"answer": ["yes"]}
SURVEY_SHARE = Metric(
    "survey_share",
    survey_share,
    record="survey_response",
    needs=("answer",),
    unit="%",
    range=(0, 100),
    check=lambda given: None if given["answer"] else "`answer` must list one answer at least",
    voice="customer",
    title="Gave such an answer",
    example=Case(ADVERTISED, {"value": 50, "n": 4, "numerator": 2, "missing": 1}, {"answer": ["yes", "mostly"]}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Shares of answers."""
    promised = Case(ADVERTISED, {"value": 25, "n": 4, "numerator": 1, "missing": 1}, YES)
    reached = Case(REACHED, {"value": 25, "n": 4, "numerator": 1, "missing": 1}, YES)
    recited = Case(RECITED, {"value": 50, "n": 4, "numerator": 2}, {"answer": ["all"]})
    return [
        SURVEY_SHARE,
        SURVEY_SHARE.preset("promise_met_rate", title="It was as advertised", better="higher", example=promised),
        SURVEY_SHARE.preset("contact_rate", title="Have contacted us", example=reached),
        SURVEY_SHARE.preset(
            "awareness_rate", title="Can say the objectives", better="higher", voice="internal", example=recited
        ),
    ]
