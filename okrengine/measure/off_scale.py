"""A reading of which every answer lies outside the scale says which scale that is, and how the answers look."""

from dataclasses import replace
from decimal import Decimal

from okrengine.measure.asking import Job
from okrengine.measure.opening import Opened
from okrengine.measure.rejected import mask
from okrengine.model import Reading
from okrengine.quantity import plain


def explained_scale(reading: Reading, job: Job, opened: Opened) -> Reading:
    """The reading, whose reason names the scale where no answer lies on it."""
    name = job.scaled
    none = reading.status == "no_data" and reading.excluded.get("out_of_scale")
    if not none or name is None or name not in opened.columns:
        return reading
    low, high = job.parameters["scale"]
    column = opened.base[name]
    cells = opened.engine.row(opened.base.aggregate(least=column.min(), most=column.max()))
    looks = " to ".join(dict.fromkeys(f"`{mask(plain(Decimal(str(cells[end]))))}`" for end in ("least", "most")))
    header = opened.columns[name].header.strip() or name
    said = f"the scale is {low} to {high}, and the cells of `{header}` look like {looks}"
    return replace(reading, reason=f"{reading.reason}; {said}: write their own scale by `with: {{scale: [low, high]}}`")
