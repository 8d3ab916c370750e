"""The workbench in a browser: many claims by keys alone, none of which fires while somebody types, and all without."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import IN_A_BROWSER
from web.served import serving
from web.test_portal_browser import fits

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    *IN_A_BROWSER,
    pytest.mark.skipif(os.environ.get("ASCERTAIN_TEST_DATABASE") == "postgres", reason="starts a site on SQLite"),
]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[tuple[str, str, str]]:
    """The address of Chicago's claims on a site that is being served, everybody's password, and the claim to weigh."""
    data = tmp_path / "data"
    with serving(data) as site:
        here = Path(__file__).parent
        known = {"ASCERTAIN_DATA": str(data), "ASCERTAIN_DATABASE": "", "PYTHONPATH": os.pathsep.join(sys.path)}
        known["DJANGO_SETTINGS_MODULE"] = "ascertain.web.settings"
        command = [sys.executable, str(here / "benchdemo.py"), str(tmp_path)]
        made = subprocess.run(command, capture_output=True, text=True, env=os.environ | known, check=False)
        assert made.returncode == 0, made.stderr
        yield f"{site.address}/reviews/doj-1373-2017/workbench/chicago", site.password, made.stdout.strip()


def signed_in(browser: Browser, address: str, password: str, *, scripts: bool = True) -> Page:
    page = browser.new_context(java_script_enabled=scripts).new_page()
    page.goto(address.partition("reviews/")[0] + "sign-in")
    page.fill("#id_login", "reviewer@demo.example")
    page.fill("#id_password", password)
    page.click("main button")
    return page


def press(page: Page, key: str) -> str:
    """Press a key that leads to another page, and where it leads."""
    before = page.url
    page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before)
    return page.url


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_claims_are_weighed_by_keys_alone(browser: Browser, bench: tuple[str, str, str]) -> None:
    address, password, claim = bench
    page = signed_in(browser, address, password)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}/claims/6.1")
    assert press(page, "j").endswith("/claims/6.2")
    assert press(page, "k").endswith("/claims/6.1")
    page.goto(f"{address}/claims/{claim}")
    fits(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.inner_text("mark") == "yields\nto federal law"
    page.keyboard.press("?")
    assert page.is_visible(".keys kbd")
    assert press(page, "e").endswith("?exhibit=usc-8-1373#exhibit")
    press(page, "e")
    page.keyboard.press("i")
    assert focused(page) == "note"
    here = page.url
    page.keyboard.type("jkeaic? It yields in its preamble only.")
    assert (page.url, page.input_value("#note")) == (here, "jkeaic? It yields in its preamble only.")
    assert page.is_checked("input[value=insufficient]")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    assert page.is_visible("#by")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    assert focused(page) == "give"
    assert press(page, "Enter").endswith(f"/claims/{claim}#verdict")
    assert page.inner_text("section .verdict") == "adequate"
    fits(page)
    assert [said for said in complaints if "404" not in said] == []


def test_it_works_without_scripts(browser: Browser, bench: tuple[str, str, str]) -> None:
    address, password, claim = bench
    page = signed_in(browser, address, password, scripts=False)
    page.goto(f"{address}/claims/{claim}")
    page.check("input[value=insufficient]")
    page.fill("#note", "A bare word.")
    page.click("#give")
    assert page.inner_text("section .verdict") == "insufficient"
    page.click("a[data-key=e]")
    assert "exhibit=usc-8-1373" in page.url
    page.goto(f"{address}?show=open")
    assert page.locator(f"a:text-matches('^{claim}')").count() == 0
