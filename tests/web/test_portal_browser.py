"""The portal in a browser: by keyboard alone from the sign-in to the receipt, on a phone and on a desk."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import IN_A_BROWSER
from web.served import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOST_STEPS = 150
WIDTHS = (320, 768, 1280)
pytestmark = [
    *IN_A_BROWSER,
    pytest.mark.skipif(os.environ.get("ASCERTAIN_TEST_DATABASE") == "postgres", reason="starts a site on SQLite"),
]
# What has the focus, in words, and whether that can be seen.
FOCUS = """() => {
    const one = document.activeElement, outline = getComputedStyle(one);
    const label = one.labels && one.labels.length ? one.labels[0].innerText : one.innerText || "";
    return [one.tagName, one.name || "", label.trim(), outline.outlineStyle !== "none" ? "seen" : "unseen"].join("|");
}"""


def fits(page: Page) -> None:
    """Hold that nothing of a page lies beside a screen, however narrow."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, (page.url, width)


class Keyboard:
    """Somebody without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, wanted: str) -> None:
        """Step on with Tab until what has the focus is like this, and can be seen to have it."""
        for _ in range(MOST_STEPS):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(FOCUS)
            if re.search(wanted, focus):
                assert focus.endswith("seen") and not focus.endswith("unseen"), focus
                return
        raise AssertionError(f"no step leads to {wanted}")

    def enter(self) -> None:
        """Follow the link or press the button that has the focus, and see that the page fits every screen."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        fits(self.page)

    def type(self, field: str, text: str) -> None:
        """Step to a field and type."""
        self.to(field)
        self.page.keyboard.type(text)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path / "data") as served:
        yield served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_response_is_answered_certified_and_received_by_keyboard_alone(page: Page, site: Served) -> None:
    address, password = site.address, site.password
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    keys = Keyboard(page)
    page.goto(f"{address}/sign-in")
    page.focus("#id_login")
    page.keyboard.type("official@demo.example")
    keys.type("password", password)
    keys.enter()
    page.goto(f"{address}/reviews/doj-1373-2017/answers")
    keys.to("BUTTON.*Begin the response")
    keys.enter()
    keys.to("^A.*Documents")
    keys.enter()
    page.set_input_files("input[type=file]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"It yields."})
    keys.to("BUTTON.*Upload it")
    keys.enter()
    page.go_back()
    page.go_back()
    keys.to(r"^A.*\?")
    keys.enter()
    beside = page.context.new_page()
    beside.goto(page.url)
    keys.type("since", "June")
    keys.to("BUTTON.*Save as complete")
    keys.enter()
    assert page.locator("[role=alert] li").count() == 2
    beside.fill("#explanation", "Typed in another window.")
    beside.click("button[value=no]")
    assert beside.locator("[role=alert] h2").inner_text() == "Saved by two at once"
    fits(beside)
    keys.to("^A.*no date")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "since"
    page.keyboard.press("Control+A")
    page.keyboard.type("2017-06")
    keys.type("quote", "It yields.")
    page.select_option("#document-1", index=1)
    page.focus("input[name=value]:checked")
    page.keyboard.press("ArrowUp")
    keys.to("BUTTON.*Save as complete")
    keys.enter()
    keys.to("^A.*Read it as a whole")
    keys.enter()
    for _ in range(page.locator("input[name=statement]").count()):
        keys.to("INPUT.statement")
        page.keyboard.press("Space")
    keys.to("BUTTON.*Confirm")
    keys.enter()
    keys.type("title", "Corporation Counsel")
    keys.enter()
    assert page.locator("h1").inner_text() == "Is it you?"
    page.keyboard.type(password)
    keys.enter()
    assert page.title().startswith("Receipt: entry ")
    keys.to("^A.*Download a copy")
    with page.expect_download() as kept:
        page.keyboard.press("Enter")
    assert kept.value.suggested_filename.endswith(".zip")
    assert [said for said in complaints if "Content Security Policy" in said] == []
