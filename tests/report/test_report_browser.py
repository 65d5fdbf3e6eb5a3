"""The page in a real browser: readable for everybody, on every screen, without a script, a request or an error."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from okrengine import registry
from okrengine.report.environments import style_sheet
from okrengine.report.render import render
from okrengine.report.words import LANGUAGES

CHROMIUM = Path("/usr/bin/chromium")
INSTALL = "apt-get install -y chromium fonts-noto-core fonts-thai-tlwg; pip install playwright axe-playwright-python"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason=f"no browser test without playwright: {INSTALL}")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser test without Chromium: {INSTALL}")
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield found
        found.close()


@pytest.fixture(scope="module")
def pages(rich, tmp_path_factory):
    """The file of each language."""
    folder = tmp_path_factory.mktemp("pages")
    for language in LANGUAGES:
        (folder / f"{language}.html").write_text(render(rich, "html", language, registry.find()), encoding="utf-8")
    return {language: folder / f"{language}.html" for language in LANGUAGES}


@pytest.fixture
def visit(browser, pages):
    """Open a page under some conditions; errors on the console and requests beside the file itself fail the test."""
    contexts, seen = [], []

    def go(language, *, fragment="", opened=False, **conditions):
        context = browser.new_context(**{"viewport": DESKTOP, **conditions})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: seen.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: seen.append(f"error: {error}"))
        page.on("dialog", lambda dialog: seen.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: seen.append(request.url))
        address = pages[language].as_uri()
        page.goto(address + fragment)
        if opened:
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        return page

    yield go
    for context in contexts:
        context.close()
    assert [each for each in seen if not each.startswith("file:") or not each.split("#")[0].endswith(".html")] == []


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(visit, language, viewport):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=INSTALL)
    page = visit(language, opened=True, viewport=viewport, color_scheme="light")
    found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert found.violations_count == 0, found.generate_report()
    page.emulate_media(color_scheme="dark")  # the same page in other colours
    found = axe.Axe().run(page, options={"runOnly": {"type": "rule", "values": COLOURS}})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 640, 900, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_overflows(visit, language, width):
    page = visit(language, opened=True, viewport={"width": width, "height": 800})
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") == 0
    cut = "[...document.querySelectorAll('summary, .chip, dd, h3, .said')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    assert page.evaluate(cut) == 0


def test_without_script_everything_is_there(visit):
    on, off = (visit("th", java_script_enabled=enabled).inner_text("body") for enabled in (True, False))
    assert on == off


def test_a_link_opens_the_row_it_points_to(visit):
    page = visit("en", java_script_enabled=False)
    page.click(".agenda a >> nth=0")
    anchor = page.url.split("#")[1]
    assert page.locator(f'[id="{anchor}"]').is_visible()
    other = visit("en", fragment="#company/loved/sponsors")
    assert other.locator('[id="company/loved/sponsors"]').is_visible()
    assert not other.locator('[id="company/loved/followers"]').is_visible()


def test_filters_and_themes_work_without_script(visit):
    page = visit("en", java_script_enabled=False)
    rows = page.locator('.kr[data-status="on_track"]')
    assert rows.first.is_visible()
    page.uncheck("#show-on_track")
    assert not rows.first.is_visible()
    assert page.locator('.kr[data-status="off_track"]').first.is_visible()
    page.check("#theme-dark")
    background = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert background == "rgb(20, 23, 28)"


def test_the_first_stop_of_the_keyboard_skips_to_the_agenda_and_every_stop_shows(visit):
    page = visit("en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        page.keyboard.press("Tab")
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none", page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("language", LANGUAGES)
def test_print_opens_what_is_to_be_discussed(visit, language, rich):
    page = visit(language)
    page.emulate_media(media="print")
    heights = page.evaluate(
        "[...document.querySelectorAll('.kr')].map(e => [e.classList.contains('flagged'), e.querySelector('.body').checkVisibility()])"
    )
    assert heights == [[bool(line.flags), bool(line.flags)] for line in rich.key_results]
    assert page.pdf(prefer_css_page_size=True, tagged=True).startswith(b"%PDF")


def test_an_injection_that_slips_through_cannot_run(browser, pages, tmp_path):
    hostile = (
        pages["en"].read_text(encoding="utf-8").replace("<main", "<script>document.title='owned'</script><main", 1)
    )
    (tmp_path / "hostile.html").write_text(hostile, encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "hostile.html").as_uri())
    assert page.title() != "owned"
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_valid_html(pages, language):
    jar = os.environ.get("OKRENGINE_VNU")
    if not jar:
        pytest.skip("no validation without OKRENGINE_VNU, the path of vnu.jar (npm i vnu-jar)")
    command = ["java", "-jar", jar, "--errors-only", str(pages[language])]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stderr.strip() == ""


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_text_stands_out_from_every_ground(scheme):
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style_sheet())
    tokens = {name: colours[scheme] for name, *colours in found}
    grounds = ["page", "card", "fill"]
    statuses = ["off_track", "at_risk", "on_track", "achieved", "closed", "unknown"]
    for text in ("ink", "soft", "link", *statuses):
        for ground in grounds:
            assert _contrast(tokens[text], tokens[ground]) >= 4.5, (text, ground)
    for status in statuses:
        assert _contrast(tokens[status], tokens[f"tint-{status}"]) >= 4.5, status
