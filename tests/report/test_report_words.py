"""The words: complete in every language, right in numbers, dates and plurals, and fresh."""

import re
import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.checkers import checkers
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from okrengine.quantity import Quantity
from okrengine.report.catalog import LANGUAGES
from okrengine.report.marked import Marked
from okrengine.report.words import words

ROOM = Path(__file__).parent.parent.parent / "okrengine" / "report"
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "say": None, "count": (1, 2)}
q = Quantity.parse
EN, TH = words("en"), words("th")


TRANSLATED = [language for language in LANGUAGES if language != "en"]
TEMPLATE = ROOM / "locale" / "messages.pot"
MESSAGES = {language: ROOM / "locale" / language / "LC_MESSAGES" / "messages.po" for language in TRANSLATED}


def template():
    return read_po(BytesIO(TEMPLATE.read_bytes()))


def catalogue(language):
    return read_po(BytesIO(MESSAGES[language].read_bytes()), locale=language)


def names(catalog):
    return {message.id for message in catalog if message.id}


def extracted():
    """The catalogue of all messages that the room uses."""
    with (ROOM / "locale" / "babel.cfg").open(encoding="utf-8") as source:
        methods, options = parse_mapping_cfg(source)
    found = Catalog()
    for file, _, message, _, _ in extract_from_dir(ROOM, methods, options, KEYWORDS):
        found.add(message, None, [(file, None)])
    return found


def written(catalog, header=""):
    """A catalogue as text: sorted, without the day and the author that tools put in."""
    out = BytesIO()
    write_po(out, catalog, width=0, omit_header=True, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return f"{header}{out.getvalue().decode().strip()}\n"


def test_the_template_is_fresh(pytestconfig):
    found = extracted()
    if pytestconfig.getoption("--rewrite-golden"):
        TEMPLATE.write_text(written(found), encoding="utf-8")
        for language, path in MESSAGES.items():
            catalog = catalogue(language)
            catalog.update(found, no_fuzzy_matching=True)
            head = path.read_text(encoding="utf-8").split("\n\n", 1)[0]
            path.write_text(written(catalog, f"{head}\n\n"), encoding="utf-8")
    assert written(found) == TEMPLATE.read_text(encoding="utf-8"), (
        "run pytest --rewrite-golden, then translate what is new"
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_left_over(language):
    found = catalogue(language)
    assert names(found) == names(template())
    for message in found:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(texts), f"not translated: {message.id}"
        assert not message.fuzzy, message.id
        for check in checkers:
            check(found, message)
    assert not found.obsolete


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_literal_percent_is_doubled(language):
    for message in catalogue(language):
        for text in message.string if isinstance(message.string, tuple) else (message.string,):
            if message.id:
                text % dict.fromkeys(("num", *_named(text)), "x")


def _named(text):
    return re.findall(r"%\((\w+)\)s", text)


@pytest.mark.parametrize(("day", "medium", "long", "short"), [
    (date(2026, 11, 21), "21 พ.ย. 2569", "21 พฤศจิกายน 2569", "21 พ.ย."),
    (date(2028, 2, 29), "29 ก.พ. 2571", "29 กุมภาพันธ์ 2571", "29 ก.พ."),  # 2571 has no such day in our calendar
])  # fmt: skip
def test_thai_dates_are_in_the_buddhist_era(day, medium, long, short):
    assert (TH.day(day), TH.long_day(day), TH.short_day(day)) == (medium, long, short)


def test_english_dates_and_instants():
    assert EN.day(date(2026, 9, 2)) == "2 Sept 2026"
    assert EN.instant(datetime(2026, 11, 21, 9, 5, tzinfo=UTC)) == "21 Nov 2026, 09:05"
    assert TH.instant(datetime(2026, 11, 21, 9, 5, tzinfo=UTC)) == "21 พ.ย. 2569 เวลา 09:05 น."


@pytest.mark.parametrize(("name", "english", "thai"), [
    ("2026-Q4", "Q4 2026", "ไตรมาส 4/2569"), ("2026-H2", "H2 2026", "ครึ่งปีที่ 2/2569"), ("2026", "Year 2026", "ปี 2569"),
    ("launch", "launch", "launch"),
])  # fmt: skip
def test_cycles_by_their_names(name, english, thai):
    assert (EN.cycle(name), TH.cycle(name)) == (english, thai)


@pytest.mark.parametrize(("text", "english", "thai"), [
    ("31.5 h", "31.5 h", "31.5 ชม."), ("45 min", "45 min", "45 นาที"), ("80%", "80%", "80%"), ("-2 pp", "-2 pp", "-2 จุด"),
    ("120000 THB", "120,000 THB", "120,000 THB"), ("1234567.125", "1,234,567.125", "1,234,567.125"), ("4.6 stars", "4.6 stars", "4.6 ดาว"),
    ("0.000001", "0.000001", "0.000001"),
        ("8.72 score", "8.72", "8.72"),
])  # fmt: skip
def test_quantities_in_the_way_of_the_language(text, english, thai):
    assert (EN.quantity(q(text)), TH.quantity(q(text))) == (english, thai)


@pytest.mark.parametrize("number", ["10000000000", "999999999999999", "-999999999999999", "123456789012345.678"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_largest_numbers_that_may_be_written_are_shown_in_full(language, number):
    shown = words(language).quantity(Quantity.parse(f"{number} THB"))
    assert shown.replace(",", "").split()[0] == number


def test_narrow_units_carry_no_mark_above_or_below():
    for unit in ("s", "min", "h", "d", "w"):
        assert not any(unicodedata.category(sign) == "Mn" for sign in TH.unit(unit, narrow=True)), unit
    assert TH.quantity(q("31.5 h"), narrow=True) == "31.5 ชม."
    assert EN.quantity(q("31.5 h"), narrow=True) == "31.5 h"


def test_an_interval_names_its_unit_once():
    assert EN.between((q("29.8 h"), q("33.4 h"))) == "29.8 to 33.4 h"
    assert EN.between((q("50 min"), q("2 h"))) == "50 min to 2 h"


def test_what_is_not_known_is_a_dash():
    assert EN.score(None) == EN.percent(None) == EN.quantity(None) == "–"


def test_plurals_by_the_rules_of_the_language():
    assert (EN.age(1), EN.age(2), EN.age(0)) == ("1 day old", "2 days old", "from today")
    assert (TH.age(1), TH.age(2)) == ("เก่า 1 วัน", "เก่า 2 วัน")


@pytest.mark.parametrize(("status", "english", "thai"), [
    ("achieved", "Achieved", "สำเร็จแล้ว"), ("on_track", "On track", "เป็นไปตามแผน"), ("at_risk", "At risk", "ต้องจับตา"),
    ("off_track", "Off track", "ไม่เป็นไปตามแผน"), ("stale", "Stale", "ข้อมูลเก่า"), ("no_data", "No data", "ยังไม่มีข้อมูล"),
    ("low_sample", "Low sample", "ตัวอย่างน้อย"), ("baselining", "Baselining", "รอค่าเริ่มต้น"), ("closed", "Closed", "ปิดรอบ"),
])  # fmt: skip
def test_statuses_have_a_word_a_glyph_and_an_ascii_sign(status, english, thai):
    assert (EN.status(status), TH.status(status)) == (english, thai)
    assert EN.shape(status).ascii.isascii()
    assert len(EN.shape(status).glyph) == 1


def test_a_closed_key_result_says_its_verdict():
    assert EN.status("closed", "missed") == "Closed: missed"
    assert TH.status("closed", "achieved") == "ปิดรอบ: สำเร็จ"


def test_the_headline(small):
    assert EN.headline(small) == (
        "3 of 8 key results are on track or achieved, 1 is at risk, 2 are off track, 2 cannot be judged yet. "
        "The score is 0.43; 0.57 was expected by today. 6 points to discuss."
    )
    assert TH.headline(small) == (
        "ผลลัพธ์สำคัญ 3 จาก 8 ข้อเป็นไปตามแผนหรือสำเร็จแล้ว ต้องจับตา 1 ข้อ ไม่เป็นไปตามแผน 2 ข้อ ยังประเมินไม่ได้ 2 ข้อ "
        "คะแนนรวม 0.43 วันนี้ควรได้ 0.57 มี 6 ประเด็นที่ต้องคุยกัน"
    )


def test_the_owners_word_stands_beside_the_pace(rich):
    line = next(line for line in rich.key_results if line.id == "nps")
    assert EN.status_of(line) == "At risk until 5 Dec (owner); pace: off track"


def test_a_target_that_waits_for_its_baseline_is_shown_as_its_change(small):
    line = next(line for line in small.key_results if line.id == "visits")
    assert EN.way(line.goal) == "– → +25%"
    assert EN.value(line) == "– (the baseline is still to be measured)"


def test_a_broken_guardrail_says_what_it_does_to_the_status(small):
    line = next(line for line in small.key_results if line.id == "complaint-rate")
    assert [EN.held(each) for each in line.guardrails] == [
        "Guardrail broken: first_response_time 7.2 h (at most 6 h). The status is at risk at best."
    ]


def test_changes_always_carry_their_sign():
    assert (EN.points(5), EN.points(-5), EN.points(0)) == ("+5 pp", "-5 pp", "±0 pp")
    assert EN.percent(Fraction(-1, 1000)) == "-1%"


def test_words_for_markdown_escape_what_is_put_in_and_nothing_of_their_own():
    spoken = words("en", Marked)
    assert spoken.quantity(Quantity(Decimal("4.6"), "|<b>")) == "4.6 \\|&lt;b&gt;"
    assert spoken.say("Blocked: %(task)s", task="a*b (c)") == "Blocked: a\\*b \\(c\\)"
    assert isinstance(spoken.say("Blocked: %(task)s", task="x"), Marked)
