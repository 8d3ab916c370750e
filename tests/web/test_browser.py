"""The site in a browser: accessible by axe's rules, no wider than the screen, and usable by keyboard alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import IN_A_BROWSER
from web.served import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [
    *IN_A_BROWSER,
    pytest.mark.skipif(os.environ.get("ASCERTAIN_TEST_DATABASE") == "postgres", reason="looks at pages, once"),
]

WIDTHS = (320, 768, 1280)
DAYS = "?on=2017-07-06&known=2017-07-06"
REVIEW = "/reviews/doj-1373-2017"
OF_EVERYBODY = ("/", "/about/statuses", "/api/")
OF_A_REVIEW = tuple(
    REVIEW + path
    for path in (
        "",
        "/entries",
        "/entries?q=nothing-like-this",
        "/entries/37",
        "/governments/chicago",
        f"/findings{DAYS}",
        f"/findings/chicago-_complies{DAYS}",
        f"/law{DAYS}",
        f"/law/usc-8-1373{DAYS}",
        "/law?on=1990-01-01",
        "/people",
    )
)
OF_THE_TEAM = tuple(
    REVIEW + path
    for path in (
        "/history",
        "/determinations",
        "/determinations/chicago",
        "/members",
        "/requests",
        "/letters/1",
        "/letters/1/send",
        "/publications",
        "/publications/2",
        "/workbench/chicago",
        "/workbench/chicago/claims/6.1",
    )
)
OF_RESPONDENTS = (f"{REVIEW}/answers", f"{REVIEW}/requests")
PUBLISHED = tuple(f"/published/doj-1373-2017/1{path}" for path in ("", "?q=chicago", "/entries/37"))
PAGES = {
    "public": (*OF_EVERYBODY, "/sign-in", "/no-such-page", *PUBLISHED),
    "lead": (
        *OF_EVERYBODY,
        "/account/tokens",
        *OF_A_REVIEW,
        *OF_THE_TEAM,
        "/open",
        "/open?rulebook=section-1373",
    ),
    "publisher": (f"{REVIEW}/publications",),
    "editor": (*OF_EVERYBODY, *OF_A_REVIEW, *OF_RESPONDENTS),
}
VISITS = [(who, path) for who, paths in PAGES.items() for path in paths]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("site") / "data") as served:
        yield served


@pytest.fixture(scope="module")
def contexts(browser: Browser, site: Served) -> Iterator[dict[str, BrowserContext]]:
    """Somebody signed in with a browser each."""
    made = {who: browser.new_context(base_url=site.address, reduced_motion="reduce") for who in PAGES}
    for who, context in made.items():
        if who != "public":
            sign_in(context.new_page(), who, site)
    make_a_letter_and_two_publications(made["lead"].new_page(), made["publisher"].new_page())
    yield made
    for context in made.values():
        context.close()


def make_a_letter_and_two_publications(lead: Page, publisher: Page) -> None:
    """A letter in the making, what is public, and what is to be."""
    lead.goto(f"{REVIEW}/requests")
    lead.check("input[name=to][value=chicago]")
    lead.check("input[name=from][value=blank]")
    lead.click("main button:text-is('Begin')")
    lead.wait_for_url("**/letters/1")
    for number in (1, 2):
        publisher.goto(f"{REVIEW}/publications")
        publisher.click("main button:text-is('Show all')")
        publisher.fill("#on", "2017-10-12")
        publisher.click("main button:text-is('Prepare it for approval')")
        publisher.wait_for_url(f"**/publications/{number}")
        if number == 1:
            lead.goto(f"{REVIEW}/publications/1")
            lead.click("main button", timeout=120_000)
            lead.wait_for_url("**/publications", timeout=120_000)
    lead.close()
    publisher.close()


def sign_in(page: Page, who: str, site: Served) -> None:
    page.goto("/sign-in")
    page.fill("#id_login", f"{who}@demo.example")
    page.fill("#id_password", site.password)
    page.click("main button")
    page.wait_for_url("**/")
    page.close()


def opened(context: BrowserContext, path: str) -> Page:
    """A page, once what it shows has been worked out."""
    page = context.new_page()
    page.goto(path)
    for _ in range(60):
        if page.locator("h1").inner_text() != "Being worked out":
            return page
        page.wait_for_timeout(500)
        page.goto(path)
    raise AssertionError(f"{path} is still being worked out")


@pytest.mark.parametrize(("who", "path"), VISITS)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    contexts: dict[str, BrowserContext], who: str, path: str
) -> None:
    axe: Any = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    page = opened(contexts[who], path)
    assert page.locator("h1").inner_text() != "Nothing here" or path == "/no-such-page"
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = axe.run(page)
        told = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found.response["violations"]]
        assert told == [], f"{width} px"
        picture(page, who, path, width)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, f"{width} px"
    assert complaints == []
    page.close()


def picture(page: Page, who: str, path: str, width: int) -> None:
    """Keep how a page looks, where ``ASCERTAIN_PICTURES`` names a folder, for people to look at."""
    folder = os.environ.get("ASCERTAIN_PICTURES")
    if folder:
        name = re.sub(r"[^a-z0-9]+", "-", f"{who}{path}").strip("-")
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


def focused(page: Page) -> str:
    described = """() => { const it = document.activeElement;
        const style = getComputedStyle(it);
        return [it.tagName, it.getAttribute('href') || it.id || it.innerText.slice(0, 30),
                style.outlineStyle === 'none' ? 'unseen' : ''].join('|'); }"""
    return str(page.evaluate(described))


def test_a_reader_gets_from_signing_in_to_a_finding_by_keyboard_alone(browser: Browser, site: Served) -> None:
    context = browser.new_context(base_url=site.address, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/sign-in")
    assert focused(page).startswith("INPUT|id_login")
    page.keyboard.type("lead@demo.example")
    page.keyboard.press("Tab")
    page.keyboard.type(site.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    for wanted in (REVIEW, f"{REVIEW}/findings", f"{REVIEW}/findings/chicago-_complies"):
        tab_to(page, wanted)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{wanted}*")
        for _ in range(60):
            if page.locator("h1").inner_text() != "Being worked out":
                break
            page.wait_for_timeout(500)
            page.reload()
    assert "Government complies" in page.locator("h1").inner_text()
    context.close()


def tab_to(page: Page, address: str) -> None:
    """Press Tab until a link to this address has the focus, which can be seen all the way."""
    for _ in range(150):
        page.keyboard.press("Tab")
        here = focused(page)
        assert not here.endswith("|unseen"), here
        if here.startswith("A|") and here.removeprefix("A|").partition("?")[0].rstrip("|") == address:
            return
    raise AssertionError(f"no link to {address} is reached by Tab")


def test_the_skip_link_comes_first_and_leads_to_the_page(contexts: dict[str, BrowserContext]) -> None:
    page = opened(contexts["lead"], REVIEW)
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("it => it === document.activeElement && it.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_what_was_wrong_has_the_focus(browser: Browser, site: Served) -> None:
    context = browser.new_context(base_url=site.address)
    page = context.new_page()
    page.goto("/sign-in")
    page.fill("#id_login", "nobody@demo.example")
    page.fill("#id_password", "no password of anybody")
    page.click("main button")
    assert page.evaluate("document.activeElement.className") == "problems"
    context.close()


def test_on_a_phone_an_entry_is_named_first(contexts: dict[str, BrowserContext]) -> None:
    page = opened(contexts["lead"], f"{REVIEW}/entries")
    page.set_viewport_size({"width": 320, "height": 900})
    tops = page.evaluate(
        "[...document.querySelector('.entries tbody tr').children].map(i => [i.getBoundingClientRect().top, i.tagName])"
    )
    assert min(tops)[1] == "TH"
    page.close()


@pytest.mark.parametrize("sign", ["x", "م", "word "])
@pytest.mark.parametrize("path", ["", "/entries", "/entries/37", "/governments/chicago"])
def test_very_long_names_in_any_script_break_no_page(contexts: dict[str, BrowserContext], path: str, sign: str) -> None:
    page = opened(contexts["lead"], REVIEW + path)
    places = "h1, .review-title a, .kicker, main a, main td, main dd, .site-bar nav .self"
    page.evaluate(
        "([places, text]) => [...document.querySelectorAll(places)].slice(0, 40)"
        ".filter(it => !it.children.length).forEach(it => { it.textContent = text; })",
        [places, sign * 5_000],
    )
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width
    page.close()
