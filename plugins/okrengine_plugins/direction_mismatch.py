"""Rule: a target lies on the better side of its baseline."""

from collections.abc import Iterator

from okrengine import Example, Files, Finding, Note, Rule, baseline_of, dimension, goal, has_bare_sign, hookimpl


def direction_mismatch(files: Files) -> Iterator[Finding]:
    """The target lies on the worse side of the baseline for this metric.

    More is not better for every measure. Where the two are swapped, every step back would be graded as progress. A
    baseline that a check-in captured counts too.
    """
    for item in files.key_results:
        metric, start = item.metric, baseline_of(item)
        end = goal(item, start)
        if metric is None or item.better is None or start is None or end is None:
            continue
        units = {dimension(one) for one in (start.quantity.unit, end.quantity.unit, item.unit) if one is not None}
        if not item.clear or has_bare_sign(item) or item.unit is None or len(units) > 1:
            continue
        gain = end.quantity.base - start.quantity.base
        if gain and (gain > 0) != (item.better == "higher"):
            side = "higher" if gain > 0 else "lower"
            better = Note(f"{item.better} is better for this metric", item.place("metric"))
            swap = Note("swap baseline and target; if more is meant: # okr: ignore[direction-mismatch] why")
            captured = Note("set a target that is still ahead; the baseline was captured here", start.place)
            notes = (better, captured if start.place.file != end.place.file else swap)
            message = f"this target moves {metric.name} the wrong way"
            yield Finding(end.place, message, f"{side} than the baseline of {start.written}", notes)


@hookimpl
def okr_rules() -> list[Rule]:
    """301."""
    return [
        Rule(
            "OKR301",
            "direction-mismatch",
            "error",
            direction_mismatch,
            "a target on the worse side",
            mend="swap baseline and target",
            example=Example(
                "id: complaints\nmetric: complaint_rate\nsource: helpdesk\nbaseline: 10%\ntarget: 13%\n",
                "id: complaints\nmetric: complaint_rate\nsource: helpdesk\nbaseline: 13%\ntarget: 10%\n",
            ),
        )
    ]
