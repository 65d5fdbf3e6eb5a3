"""Score, expected progress, status and forecast computed again from nothing but what `okr explain ADDRESS` prints.

What stands here knows the rules as docs/grading.md tells them, and none of the code that graded.
"""

import math
import re
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from pathlib import Path
from statistics import NormalDist, median

import pytest

from okrengine.cli.explain import standing
from okrengine.project import Project

ROOT = Path(__file__).parent.parent.parent
NUMBER = re.compile(r"−?\d+(?:\.\d+)?(?:/\d+)?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PLACE = re.compile(r" ?(\S+\.yaml:\d+|cycle \S+)$")
STUDENT = {2: "1.886", 3: "1.638", 4: "1.533", 5: "1.476"}
"""The 90th percentile of Student's t, as textbooks print it."""
WORST = ("off_track", "at_risk", "on_track", "achieved")


def number(text):
    return Fraction(NUMBER.search(text)[0].replace("−", "-"))


def numbers(text):
    return [Fraction(each.replace("−", "-")) for each in NUMBER.findall(text)]


def near(shown, found, width=1.0):
    """Whether a number is what was printed: six digits of it, or so much of the way."""
    assert math.isclose(float(shown), found, rel_tol=1e-5, abs_tol=2e-6 * max(1.0, abs(float(width)))), (shown, found)


class Page:
    """A printed page as sections of rows: a name, and what stands beside it, its lines joined."""

    def __init__(self, text):
        head, *parts = re.split(r"\n\n(?=[A-Z])", text)
        self.head = " ".join(head.split())
        self.facts = dict(
            re.split(r" {2,}", line, maxsplit=1) for line in head.splitlines() if re.search(r"\S {2,}\S", line)
        )
        self.sections = {title: body for title, _, body in (part.partition("\n") for part in parts)}
        self.today = date.fromisoformat(re.search(r"as of (\S{10})T", self.head)[1])
        self.pass_line = Fraction(re.search(r"achieved from (\S+) on", self.head)[1])

    def said(self, title):
        return " ".join(self.sections[title].split())

    def rows(self, title):
        """Name and text of each row; the places that stand below are left out."""
        found = []
        for line in self.sections[title].splitlines():
            row = re.match(r"  (\S+(?: \S+)*)(?:  +|$)(.*)", line)
            if row is not None:
                found.append([row[1], row[2]])
            elif found:
                found[-1][1] += f" {line.strip()}"
        return [(name, PLACE.sub("", text).strip()) for name, text in found]


class KeyResult:
    """A key result that moves from a baseline, as its page tells it."""

    def __init__(self, page):
        self.page = page
        rows = dict(page.rows("What went in"))
        self.baseline, self.value = number(rows["baseline"]), number(rows["value"])
        levels = [(name, number(rows[name])) for name in ("commit", "target", "stretch") if name in rows]
        if "change" in rows:
            change = number(rows["change"])
            levels = [("target", self.baseline + abs(self.baseline) * change / 100)]
        worth = {"commit": Fraction(3, 10), "target": Fraction(7, 10), "stretch": Fraction(1)}
        self.target = dict(levels)["target"]
        self.rungs = [(self.baseline, Fraction(0))]
        self.rungs += [(at, worth[name] if len(levels) > 1 else Fraction(1)) for name, at in levels]
        self.first, self.deadline = (date.fromisoformat(rows[name]) for name in ("first day", "deadline"))
        self.curve = rows.get("curve", "")
        self.raw = self.worth_of(self.value)

    def worth_of(self, value):
        down = self.rungs[-1][0] < self.baseline
        pairs = list(pairwise(self.rungs))
        passed = [(value <= high) if down else (value >= high) for (_, _), (high, _) in pairs]
        (low, worth), (high, more) = pairs[min(sum(passed), len(pairs) - 1)]
        return worth + (more - worth) * (value - low) / (high - low)

    def level_of(self, worth):
        (low, less), (high, more) = next(pair for pair in pairwise(self.rungs) if pair[1][1] >= worth)
        return low + (worth - less) / (more - less) * (high - low)

    @property
    def score(self):
        return min(max(self.raw, Fraction(0)), Fraction(1))

    @property
    def expected(self):
        corners = [(self.first, Fraction(0)), (self.deadline, Fraction(1))]
        if self.curve == "step":
            return Fraction(int(self.page.today >= self.deadline))
        for share, on in re.findall(r"(\S+) % on (\S{10})", self.curve):
            corners.append((date.fromisoformat(on), Fraction(share) / 100))
        for (start, low), (end, high) in pairwise(sorted(corners)):
            if start <= self.page.today <= end:
                return low + (high - low) * Fraction((self.page.today - start).days, (end - start).days)
        raise AssertionError("the day lies outside")

    @property
    def pace(self):
        """By the limits that the rule names."""
        said, behind = self.page.said("Status"), (self.expected - self.raw) * 100
        limits = {word: Fraction(most) for word, most in re.findall(r"(on track|at risk) up to (\S+) behind", said)}
        if self.raw >= 1:
            return "achieved"
        if behind <= limits.get("on track", -math.inf):
            return "on_track"
        if behind <= limits.get("at risk", -math.inf):
            return "at_risk"
        assert behind > number(re.search(r"more than (\S+) behind", said)[1])
        return "off_track"

    def status(self, *, misses):
        """`misses` says that the forecast stays short of the pass line."""
        found = WORST[max(0, WORST.index(self.pace) - 1)] if misses else self.pace
        capped = "guardrail_breached" in self.page.sections.get("Flags", "")
        return "at_risk" if capped and found in {"achieved", "on_track"} else found


class Line:
    """The forecast of a key result, from the values that its page lists."""

    def __init__(self, key_result):
        rows = key_result.page.rows("How the forecast came about")
        self.shown = dict(rows)
        values = {date.fromisoformat(name): text for name, text in rows if DAY.fullmatch(name)}
        first = min(values)
        points = [((day - first).days, number(text)) for day, text in sorted(values.items())]
        count, width = len(points), key_result.rungs[-1][0] - key_result.baseline
        self.days, self.first = (key_result.deadline - first).days, first
        self.slope = median((b - a) / (t - s) for (s, a), (t, b) in combinations(points, 2))
        self.level = median(value - self.slope * day for day, value in points)
        self.end = self.level + self.slope * self.days
        squares = sum((value - self.level - self.slope * day) ** 2 for day, value in points)
        intervals = [numbers(text.partition("interval")[2]) for text in values.values()]
        samples = sum(((ends[1] - ends[0]) / Fraction("3.92")) ** 2 for ends in intervals if ends) / count
        spreads = math.sqrt(squares / (count - 2)), math.sqrt(samples), float(abs(width) / 100)
        self.spread = max(spreads)
        self.wide = Fraction("1.282") if self.spread == spreads[1] else Fraction(STUDENT[count - 2])
        mean = Fraction(sum(day for day, _ in points), count)
        self.reach = 1 + Fraction(1, count) + (self.days - mean) ** 2 / sum((day - mean) ** 2 for day, _ in points)
        bend = 1.282 * 0.15 * float(self.slope) * (self.days - points[-1][0])
        self.half = math.hypot(float(self.wide) * self.spread * math.sqrt(self.reach), bend)
        ahead = (self.end - key_result.target) * (1 if width > 0 else -1)
        self.z = float(ahead) / (self.half / 1.282)
        self.width = width
        self.crosses = self.day_of(key_result)
        passing = key_result.level_of(key_result.page.pass_line)
        best = float(self.end) + math.copysign(self.half, width)
        self.misses = best < passing if width > 0 else best > passing

    def day_of(self, key_result):
        reached = key_result.value >= key_result.target if self.width > 0 else key_result.value <= key_result.target
        if self.slope * self.width <= 0 or reached:
            return None
        day = self.first + timedelta(math.ceil((key_result.target - self.level) / self.slope))
        ten_years = timedelta(3650)
        return None if day - key_result.page.today > ten_years else max(day, key_result.page.today)

    def agrees(self, said):
        """Whether every step that is printed is what is found here, and the sentence above them too."""
        shown, width = self.shown, self.width
        near(number(shown["slope"]), self.slope, width)
        near(number(shown["line"]), self.level, width)
        near(numbers(shown["end"])[-1], self.end, width)
        near(number(shown["spread"]), self.spread, width)
        near(number(shown["percentile"]), self.wide)
        near(number(shown["distance"].partition(" = ")[2]), self.reach)
        half, low, high = numbers(shown["range"].partition("= ± ")[2])
        near(half, self.half, width)
        near(low, float(self.end) - self.half, width)
        near(high, float(self.end) + self.half, width)
        z, chance = numbers(shown["probability"].rpartition(" = ")[2])
        near(z, self.z)
        assert chance == min(math.floor(NormalDist().cdf(float(z)) * 100), 99)
        limits = [*numbers(shown.get("limits", "").partition(":")[0]), math.inf]
        ends = [float(self.end), float(self.end) - self.half, float(self.end) + self.half]
        sentence = re.search(r"(\S+).* at the deadline, four of five times from (\S+).* to (\S+).*; chance", said)
        for text, found in zip(sentence.groups(), ends, strict=True):
            kept = found if len(limits) == 1 else min(max(found, limits[0]), limits[1])
            assert abs(float(number(text)) - kept) <= abs(float(width)) / 100
        assert f"chance of reaching the target {chance} %" in said
        day = re.search(r"the line reaches it on (\S{10})", said)
        assert (None if day is None else date.fromisoformat(day[1])) == self.crosses


def recomputed(text):
    """The key result of a page with its line, after every printed answer has been found again."""
    page = Page(text)
    key_result, line = KeyResult(page), None
    assert number(page.facts["score"]) == key_result.score
    band = "red" if key_result.score < Fraction(3, 10) else "amber" if key_result.score < Fraction(7, 10) else "green"
    assert page.facts["score"].endswith(f"({band})")
    if "How the forecast came about" in page.sections:
        line = Line(key_result)
        line.agrees(page.said("Forecast"))
    misses = line is not None and line.misses
    if page.facts["status"] in WORST:
        assert page.facts["pace alone"] == key_result.pace
        assert page.facts["status"] == key_result.status(misses=misses)
    shown = page.said("Expected by now")
    assert (numbers(shown)[0] / numbers(shown)[1] if "days" in shown else number(shown)) == key_result.expected
    return key_result, line


@pytest.fixture(scope="module")
def project():
    return Project.open(ROOT)


def explained(okr, address):
    ran = okr(ROOT, "explain", address, "--as-of", "2026-11-21")
    assert ran.returncode == 0
    return ran.stdout


def test_a_key_result_with_samples_is_computed_again_from_its_page(okr):
    key_result, line = recomputed(explained(okr, "company/loved/satisfied-customers"))
    assert key_result.score == Fraction(565, 1000)
    assert (line.wide, line.crosses) == (Fraction("1.282"), date(2026, 11, 28))


def test_a_key_result_that_a_person_states_is_computed_again_from_its_page(okr):
    key_result, line = recomputed(explained(okr, "after-sales/delivery-as-promised/visit-within-a-week"))
    assert key_result.score == Fraction(45, 100)
    assert line.wide == Fraction("1.638")


def test_zones_are_computed_again_from_their_page(okr):
    key_result, line = recomputed(explained(okr, "product/asked-and-answered/sales-to-users"))
    assert key_result.score == Fraction(33, 70)
    assert not line.misses


def test_a_relative_target_that_falls_is_computed_again_from_its_page(okr):
    key_result, line = recomputed(explained(okr, "after-sales/after-sales-delight/after-sales-complaints"))
    assert (key_result.target, key_result.score) == (8, Fraction(1, 5))
    assert line.slope < 0


def test_every_key_result_of_the_example_that_moves_is_computed_again_from_its_page(project):
    pages = [
        standing.text(project, each.address, objective.cycle.name, project.settings.instant("2026-11-21T12:00:00"))
        for objective in project.objectives
        for each in objective.key_results
    ]
    moving = [
        text for text in pages if re.search(r"^  (target|change) ", text, re.MULTILINE) and "no score" not in text
    ]
    found = [recomputed(text) for text in moving]
    assert len(found) > 12
    assert sum(line is not None for _, line in found) > 10
    assert any(key_result.curve for key_result, _ in found)


@pytest.mark.parametrize(("values", "status"), [
    (("44.4", "45", "45", "45"), "at_risk"), (("40", "36.5", "36.5", "36.5"), "off_track"), (("20", "30", "39", "48"), "on_track"),
])  # fmt: skip
def test_a_status_that_a_forecast_lowers_is_computed_again_from_its_page(okr, tmp_path, values, status):
    head = "version: 1\ncycle: 2026-Q4\nteam: t\n"
    promised = "{id: k, title: Visits, metric: manual, baseline: 0, target: 100}"
    files = {
        "okrengine.yaml": "version: 1\n",
        "okrs/t.yaml": f"{head}owner: nok\nobjectives:\n  - id: o\n    title: Be there\n    key_results: [{promised}]\n",
    }
    for week, value in enumerate(values):
        on = f"2026-{date(2026, 10, 25) + timedelta(7 * week):%m-%d}"
        files[f"checkins/2026-Q4/t/{on}T090000Z.yaml"] = (
            f"{head}at: {on}T09:00:00Z\nby: nok\nkey_results:\n  o/k: {{value: {value}}}\n"
        )
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    text = okr(tmp_path, "explain", "t/o/k", "--as-of", "2026-11-16").stdout
    key_result, line = recomputed(text)
    assert key_result.status(misses=line.misses) == status
    assert ("one step lower" in " ".join(text.split())) == line.misses == (status != "on_track")


def test_levels_to_keep_are_computed_again_from_their_pages(okr):
    page = Page(explained(okr, "after-sales/delivery-as-promised/happy-on-delivery"))
    rows = page.rows("What went in")
    least = number(dict(rows)["at least"])
    values = [number(text) for name, text in rows if name.startswith("value")]
    assert (
        number(page.facts["score"]) == Fraction(sum(value >= least for value in values), len(values)) == Fraction(1, 6)
    )
    assert page.facts["status"] == ("on_track" if values[-1] >= least else "off_track")
    page = Page(explained(okr, "after-sales/delivery-as-promised/delivery-complaints"))
    rows = dict(page.rows("What went in"))
    value, baseline, most = (number(rows[name]) for name in ("value", "baseline", "at most"))
    assert number(page.facts["score"]) == 1 - (value - most) / (baseline - most) == Fraction("0.81")
    assert page.facts["status"] == ("on_track" if value <= most else "off_track")


def test_milestones_are_computed_again_from_their_page(okr):
    page = Page(explained(okr, "service/know-the-answer/live-chat"))
    steps = [text for _, text in page.rows("What went in")]
    weights = [number(text.rpartition("weight ")[2]) for text in steps]
    done = [text.startswith("done") for text in steps]
    due = [date.fromisoformat(re.search(r"due (\S{10})", text)[1]) <= page.today for text in steps]
    score, expected = (
        Fraction(sum(weight for weight, counts in zip(weights, each, strict=True) if counts), sum(weights))
        for each in (done, due)
    )
    assert (number(page.facts["score"]), number(page.said("Expected by now"))) == (score, expected)
    assert (score, expected) == (Fraction(1, 5), Fraction(2, 5))
    assert page.facts["status"] == ("at_risk" if Fraction(10, 100) < expected - score <= Fraction(25, 100) else "")


@pytest.mark.parametrize("address", [
    "service/fast-answers", "after-sales/after-sales-delight", "social/conversation", "company/loved",
])  # fmt: skip
def test_an_objective_is_computed_again_from_its_page(okr, address):
    page = Page(explained(okr, address))
    rows = page.rows("What went in")
    children = [
        (number(text.rpartition("weight ")[2]), number(text), number(text.partition("expected ")[2]))
        for _, text in rows
        if not text.endswith("not counted")
    ]
    whole = sum(weight for weight, _, _ in children)
    score = sum(weight * worth for weight, worth, _ in children) / whole
    expected = sum(weight * share for weight, _, share in children) / whole
    assert number(page.facts["score"]) == score
    assert numbers(page.said("Expected by now").rpartition("÷")[2])[1] == expected
    judged = [
        (WORST.index(word), name) for name, text in rows for word in re.findall(r", (\w+),", text) if word in WORST
    ]
    worst, name = min(judged, key=lambda each: each[0])
    assert page.facts["status"] == WORST[worst]
    assert page.said("Status").endswith(f"{name}, {WORST[worst]}")
    assert numbers(page.facts["measured"]) == [len(children), len(rows)]
    word = "achieved" if score >= page.pass_line else "missed"
    assert f"open; {word} if it stayed so" in page.facts["verdict"]
