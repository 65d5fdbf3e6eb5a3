"""Every format that is installed: the same facts, the same bytes each time, and text of strangers as text."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from okrengine import registry
from okrengine.errors import ProjectError
from okrengine.model import Amendment, Entry, GuardrailReading, Initiative, Override, Reach, Task
from okrengine.quantity import Quantity
from okrengine.report.cut import percent
from okrengine.report.environments import style_sheet
from okrengine.report.marked import escape
from okrengine.report.render import render
from okrengine.report.words import LANGUAGES, words
from okrengine.syntax import Place, Problem

q = Quantity.parse
FORMATS = sorted(registry.find().formats)
ROOT = Path(__file__).parent.parent.parent
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "@everyone #1", "a | b", "`code`", "{{ 7*7 }}", "{% raw %}",
    "one\n\n# two\n- three", "\u202eturned\u2066", "[link](https://example.org)", "![i](x)", "https://example.org www.example.org",
    "javascript:alert(1)", "&commat;all &lt;b&gt;", "*bold* _x_ ~~y~~", "1. one", "+ one", "    code", "</details></table>", "-->",
    "<!-- okrengine:check-in v1 -->", "%(num)s %s 100%", "'\" onmouseover='x", "\\`\\|", "```\nfence", "$x$", "\x1b[31m\x00\x07",
    "]]>", "__proto__", "</style><script>", "GH-1 gh-22",
]  # fmt: skip


@pytest.fixture(scope="module")
def offered():
    return registry.find()


class Structure(HTMLParser):
    """The tags and attributes of a page without its texts, and the values of attributes that could act."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.acting, self.text = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.acting += [
            (name, value) for name, value in attrs if name in ("href", "src", "style") or name.startswith("on")
        ]

    def handle_endtag(self, tag):
        self.tags.append(("/" + tag,))

    def handle_data(self, data):
        self.text.append(data)


def told(card, text):
    """A view in which every text that a person or a source writes is `text`."""
    story = card()
    last = {
        "note": text, "blockers": (Task(text, text, date(2026, 12, 1)),), "next": (Task(text, text, date(2026, 11, 1)),),
        "excluded": {text: 3}, "guardrails": (GuardrailReading(text, q("1"), 3, q("2"), holds=False, detail=text),
                                             GuardrailReading(text, missing="no_data", detail=text)),
        "override": Override("on_track", date(2026, 12, 1), text),
    }  # fmt: skip
    line = story.key_result(
        "t/o/k", text, Reach(q("2")), ["1", "1.5"], baseline="0", owner=text, metric=text, source=text, last=last
    )
    gone = story.key_result(
        "t/o/gone", text, Reach(q("2")), ["1", Entry(missing="source_failed", detail=text)], baseline="0"
    )
    story.objective(
        "t/o", text, line, gone, owner=text, tags={text: text}, supports=("company/elsewhere",),
        initiatives=(Initiative("i", text, text, date(2026, 11, 1)),),
        amendments=(Amendment(date(2026, 11, 20), "k", text, text, text, text, text), Amendment(date(2026, 11, 20), "x", text, text, text)),
    )  # fmt: skip
    above = story.key_result("t/p/k", text, Reach(q("2")), baseline="0")
    story.objective("t/p", text, above, supports=("t/o",))
    seen = story.view(problems=[Problem("OKR999", "slug", "error", text, Place(text, 1))])
    assert seen.agenda
    return seen


def test_the_three_formats_are_offered():
    assert {"html", "json", "markdown"} <= set(FORMATS)


def test_an_unknown_format_or_language_is_named(small, offered):
    with pytest.raises(ProjectError, match="no report format `pdf`: there are html, json, markdown"):
        render(small, "pdf", "en", offered)
    with pytest.raises(ProjectError, match="no reports in the language `fr`: there are en, th"):
        render(small, "html", "fr", offered)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_golden_reports(small, offered, golden, name, language):
    text = render(small, name, language, offered).replace(style_sheet(), "the style sheet")
    golden(f"report-{language}{offered.formats[name].suffix}", re.sub("sha256-[^']+", "sha256-of-the-style", text))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_hostile_text_as_text(card, offered, text, language):
    plain, hostile = (Structure(render(told(card, each), "html", language, offered)) for each in ("plain words", text))
    assert hostile.tags == plain.tags
    assert not re.search("[\\u202e\\u2066\\x00\\x07\\x1b]", "".join(hostile.text))
    assert all(name == "href" and (value.startswith("#") or value == "data:,") for name, value in hostile.acting)
    assert not re.search(r"(?<!\d)49(?!\d)", "".join(hostile.text)) or "{{" not in text


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_shows_hostile_text_as_text(card, offered, text, language):
    plain, hostile = (render(told(card, each), "markdown", language, offered) for each in ("plain words", text))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])

    def shape(source):
        return [
            token.type
            for block in parser.parse(source)
            for token in (block, *(block.children or ()))
            if token.type != "text"
        ]

    assert shape(hostile) == shape(plain)
    bare = re.sub(r"```mermaid.*?```", "", hostile, flags=re.DOTALL)
    assert not re.search(r"(?<!\\)[@#](?!\u200b|#|\s)", bare.replace("\\@\u200b", "").replace("\\#\u200b", ""))
    assert "://" not in bare
    assert "www." not in bare
    assert "<" not in hostile
    assert "\u202e" not in hostile


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_escaping_shows_exactly_the_text(text):
    shown = MarkdownIt("commonmark").render(escape(f"x {text} x"))
    wanted = " ".join(f"x {text} x".split())
    if not re.search("[\x00-\x1f\u202e\u2066]", wanted):
        assert unescape(re.sub(r"</?p>\n?", "", shown)).replace("\u200b", "") == wanted
    assert not re.search(r"[Gg][Hh]-[0-9]|#[0-9]|@[a-z]", shown)


@pytest.mark.parametrize("text", HOSTILE)
def test_data_holds_hostile_text_as_text(card, offered, text):
    plain, hostile = (json.loads(render(told(card, each), "json", "en", offered)) for each in ("plain words", text))

    def shape(value):
        if isinstance(value, dict):
            return {key: shape(each) for key, each in value.items()}
        return [shape(each) for each in value] if isinstance(value, list) else type(value)

    assert shape(hostile) == shape(plain)
    assert "\u202e" not in json.dumps(hostile, ensure_ascii=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_formats_agree(rich, offered, language):
    page, table = (render(rich, name, language, offered) for name in ("html", "markdown"))
    data = json.loads(render(rich, "json", language, offered))
    said = words(language)
    lines = [line for objective in data["objectives"] for line in objective["key_results"]]
    statuses = [line["status"] for line in lines]
    assert statuses == re.findall(r'<details class="kr[^"]*" data-status="(\w+)"', page)
    assert Counter(statuses) == {count.status: count.n for count in rich.counts}
    glyphs = re.findall(r"^\| ([★✔▲◆○■]) \|", table, flags=re.MULTILINE)
    assert glyphs == [said.shape(status).glyph for status in statuses]
    scores = [f"{said.score(line.score)}" for line in rich.key_results]
    assert scores == re.findall(rf"· {'score' if language == 'en' else 'คะแนน'} ([0-9.–]+)", page)
    shown = re.findall(r"^### . ([0-9.–]+) / ([0-9.–]+) ", table, flags=re.MULTILINE)
    assert shown == re.findall(r'<b class="score">([^<]+)</b>.*?(?:today:|ควรได้) ([0-9.–]+)', page, flags=re.DOTALL)
    assert len(re.findall(r"^\d+\. ", table, flags=re.MULTILINE)) == len(rich.agenda) == page.count('class="item ')
    flagged = [line["address"] for line in lines if set(line["flags"]) - {"within_noise", "not_certain", "exceeded"}]
    assert sorted(flagged) == sorted(line.address for line in rich.agenda)


def test_data_has_the_documented_keys_and_exact_numbers(small, offered):
    data = json.loads(render(small, "json", "th", offered))
    assert list(data) == ["format_version", "as_of", "cycle", "score", "coverage", "why", "objectives"]
    assert list(data["objectives"][0]) == [
        "address", "title", "team", "kind", "score", "expected", "status", "coverage", "verdict", "supports", "why", "key_results",
    ]  # fmt: skip
    line = data["objectives"][0]["key_results"][0]
    assert list(line) == [
        "address", "title", "owner", "metric", "baseline", "target", "deadline", "weight", "value", "missing", "at", "raw", "score",
        "band", "status", "verdict", "expected", "flags", "confidence", "n", "interval", "within_noise", "forecast", "why",
    ]  # fmt: skip
    assert (line["raw"], line["value"], line["target"], line["interval"]) == (
        0.6875,
        "31.5 h",
        "24 h",
        ["29.7 h", "33.3 h"],
    )
    assert list(line["forecast"]) == ["end", "interval", "probability", "crosses", "points", "reason", "working"]
    assert line["forecast"]["points"] == 4
    assert [step["name"] for step in line["forecast"]["working"]][-2:] == ["range", "probability"]
    few = data["objectives"][0]["key_results"][1]["forecast"]
    assert (few["end"], few["points"], few["reason"]) == (None, 3, "too_few_points")
    gone = data["objectives"][0]["key_results"][2]
    assert (gone["value"], gone["score"], gone["missing"]) == (None, None, "source_failed")
    assert data["objectives"][0]["key_results"][1]["target"] == "8%"


def test_data_is_equal_in_every_language(rich, offered):
    assert len({render(rich, "json", language, offered) for language in LANGUAGES}) == 1


def test_a_score_is_cut_in_every_format(card, offered):
    story = card()
    line = story.key_result("t/o/k", "K", Reach(q("10000")), ["6996"], baseline="0")
    story.objective("t/o", "O", line)
    seen = story.view()
    assert percent(seen.key_results[0].raw) == 69
    for name in ("html", "markdown"):
        text = render(seen, name, "en", offered)
        assert "0.69" in text
        assert "69%" in text
        assert "0.70 /" not in text


def test_the_same_bytes_whatever_the_hash_seed_the_time_zone_and_the_locale():
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import conftest\n"
        "from okrengine import registry; from okrengine.report.render import render\n"
        "found = registry.find(); view = conftest.rich_story().view()\n"
        "for name in ('html', 'json', 'markdown'):\n"
        "    for language in ('en', 'th'):\n"
        "        print(hashlib.sha256(render(view, name, language, found).encode()).hexdigest())\n"
    )
    outputs = set()
    for seed, zone, locale in (
        ("0", "UTC", "C.UTF-8"),
        ("4242", "America/New_York", "C"),
        ("7", "Pacific/Kiritimati", "th_TH.UTF-8"),
    ):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-W", "ignore", "-c", code, str(Path(__file__).parent)]
        ran = subprocess.run(command, capture_output=True, text=True, env=env, check=True, cwd=ROOT)
        outputs.add(ran.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop().split()) == 6


def test_templates_quote_every_attribute_and_trust_no_text():
    for path in sorted((ROOT / "okrengine" / "report" / "templates").glob("*.html")):
        source = path.read_text(encoding="utf-8")
        assert "={{" not in source, path
        assert "|safe" not in source.replace(" ", ""), path
        assert "style=" not in source, path
        assert " on" not in re.sub(r">[^<]*<", "><", re.sub(r"\{[{%].*?[%}]\}", "", source)), path
    trusted = [
        path.name
        for path in (ROOT / "okrengine" / "report").glob("*.py")
        if "Markup(" in path.read_text(encoding="utf-8")
    ]
    assert trusted == ["environments.py"]


def test_a_view_is_frozen_through_and_through(rich):
    def frozen(value):
        if is_dataclass(value):
            assert value.__dataclass_params__.frozen, type(value)
            for each in fields(value):
                frozen(getattr(value, each.name))
        elif isinstance(value, tuple):
            for each in value:
                frozen(each)
        else:
            assert not isinstance(value, list | set), value

    frozen(replace(rich, trend=rich.trend))
    hash(rich.agenda[0].flags)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_nothing_renders(card, offered, language):
    for name in FORMATS:
        assert render(card().view(trend=False), name, language, offered)


def test_size_stays_in_bounds(rich, offered):
    page = render(rich, "html", "th", offered).encode()
    assert len(page) <= 30_000 + 10_000 * len(rich.key_results)
