"""The report in a browser: no overflow on a phone, no network, no errors, and the back button works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from browsing import IN_A_BROWSER

from .conftest import Made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER


@pytest.fixture(scope="module")
def address(bundled: Made, tmp_path_factory: pytest.TempPathFactory) -> str:
    page = tmp_path_factory.mktemp("report") / "index.html"
    page.write_text(bundled.html, encoding="utf-8")
    return page.as_uri()


class Seen:
    """A page with what it asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)


@pytest.fixture(params=[360, 1280])
def seen(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Seen]:
    context = browser.new_context(viewport={"width": request.param, "height": 800}, reduced_motion="reduce")
    yield Seen(context.new_page(), address)
    context.close()


def test_nothing_is_wider_than_the_screen(seen: Seen) -> None:
    width = seen.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1]


def test_tables_restacked_for_a_phone_use_its_whole_width(seen: Seen) -> None:
    widths = seen.page.evaluate(
        "[...document.querySelectorAll('.stack tbody :is(th, td)')].map((cell) => cell.getBoundingClientRect().width)"
    )
    assert min(widths) > (250 if seen.page.viewport_size == {"width": 360, "height": 800} else 60)


def test_a_matrix_of_many_questions_scrolls_in_itself_and_squeezes_none(seen: Seen) -> None:
    if seen.page.viewport_size == {"width": 360, "height": 800}:
        pytest.skip("on a phone each answer has a line of its own")
    add = "row => { for (let n = 0; n < 40; n++) row.append(row.lastElementChild.cloneNode(true)); }"
    seen.page.evaluate(f"document.querySelector('.matrix').querySelectorAll('tr').forEach({add})")
    widths = (
        "[...document.querySelectorAll('.matrix')[0].tHead.rows[0].cells].map(c => c.getBoundingClientRect().width)"
    )
    assert min(seen.page.evaluate(widths)) > 130
    assert seen.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_it_asks_only_for_itself_and_complains_of_nothing(seen: Seen, address: str) -> None:
    seen.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert seen.asked == [address]
    assert seen.complaints == []


def test_the_back_button_leads_back_from_a_cell_to_the_matrix(seen: Seen) -> None:
    seen.page.click(".matrix .cell >> nth=0")
    there = seen.page.evaluate("location.hash")
    top = seen.page.evaluate("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top")
    assert there.startswith("#finding-") and 0 <= top < 400
    seen.page.go_back()
    assert seen.page.evaluate("location.hash") == ""
    assert seen.page.evaluate("scrollY") < 4000


def test_it_reads_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.click(".contents a[href='#law']")
    assert page.locator("#law h2").is_visible()
    context.close()
