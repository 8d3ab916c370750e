"""Accounts in a browser: an app and passkeys set up and used under the strict policy, and every page looked at."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from web.served import Served, another_database, serving

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

CHROMIUM = Path("/usr/bin/chromium")
WIDTHS = (320, 768, 1280)
PERIOD, LATE = 30, 25
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no {CHROMIUM} on this machine"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(
        tmp_path_factory.mktemp("site") / "data", another_database("accounts"), ASCERTAIN_SECOND_FACTOR="team"
    ) as served:
        yield served


@pytest.fixture
def context(site: Served) -> Iterator[BrowserContext]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        # A passkey is for a name, and a number is none.
        address = site.address.replace("127.0.0.1", "localhost")
        made = started.new_context(base_url=address, reduced_motion="reduce")
        made.set_default_timeout(30_000)
        yield made
        started.close()


def device(page: Page) -> None:
    """A device that keeps passkeys, and uses them as soon as it is asked."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def looked_at(page: Page, name: str) -> None:
    """Axe finds nothing, and nothing lies beside the screen."""
    axe: Any = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = axe.run(page).response["violations"]
        told = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]
        assert told == [], (name, width)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, (name, width)
        if folder := os.environ.get("ASCERTAIN_TEST_PICTURES"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


def password(page: Page, site: Served, who: str) -> None:
    page.goto("/sign-in")
    page.fill("#id_login", f"{who}@demo.example")
    page.fill("#id_password", site.password)
    press(page, "Sign in")


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=button, exact=True).click()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def code_of(secret: str) -> str:
    """The code of an app now, once there is time left to use it, and another than the one before."""
    while time.time() % PERIOD > LATE:
        time.sleep(0.2)
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD)))


def test_a_lead_is_led_to_a_second_factor_and_signs_in_with_an_app_and_with_passkeys(
    context: BrowserContext, site: Served
) -> None:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    device(page)
    page.goto("/sign-in")
    looked_at(page, "sign-in")
    page.goto("/password-reset")
    assert heading(page) == "This site sends no mail"
    looked_at(page, "no-mail")
    password(page, site, "lead")
    page.goto("/reviews/doj-1373-2017")
    assert (heading(page), page.url.endswith("/account")) == ("Your account", True)
    assert page.evaluate("document.activeElement.className") == "problems"
    looked_at(page, "account-lacking")

    page.get_by_role("link", name="Set up an authenticator app").click()
    picture = page.locator("img.code-picture")
    assert picture.evaluate("it => it.complete && it.naturalWidth > 0"), "the policy lets the picture be seen"
    looked_at(page, "app")
    secret = page.locator(".secret").inner_text()
    page.fill("#id_code", "000000")
    press(page, "Use the app from now on")
    assert page.evaluate("document.activeElement.className") == "problems"
    assert page.locator(".secret").inner_text() == secret
    page.fill("#id_code", code_of(secret))
    press(page, "Use the app from now on")
    assert heading(page) == "Recovery codes"
    looked_at(page, "recovery-codes")
    recovery = page.locator(".recovery li").first.inner_text()

    page.goto("/account/passkeys/new")
    looked_at(page, "passkey-new")
    page.fill("#id_name", "Telephone")
    page.get_by_label("Sign in with it alone").check()
    press(page, "Add it")
    assert heading(page) == "Your account" and "Telephone" in page.locator("main").inner_text()
    looked_at(page, "account")
    page.goto("/account/passkeys")
    assert "Signs you in by itself" in page.locator("main").inner_text()
    looked_at(page, "passkeys")
    page.get_by_role("link", name="otherwise").click()
    looked_at(page, "passkey-name")
    page.fill("#id_name", "My telephone")
    press(page, "Save")
    page.get_by_role("link", name="Remove My telephone").click()
    looked_at(page, "passkey-remove")

    press_sign_out(page)
    page.goto("/sign-in")
    press(page, "Use a passkey")
    assert heading(page) == "Reviews", "a passkey by itself is both factors"

    press_sign_out(page)
    password(page, site, "lead")
    assert heading(page) == "Your second factor"
    looked_at(page, "second-factor")
    press(page, "Use a passkey")
    assert heading(page) == "Reviews"

    press_sign_out(page)
    password(page, site, "lead")
    page.fill("#id_code", recovery)
    press(page, "Sign in")
    assert heading(page) == "Reviews"

    for path in ("/account/again", "/account/again/code", "/account/again/passkey"):
        page.goto(f"{path}?next=/about/statuses")
        assert heading(page) == "Is it you?"
        looked_at(page, path.strip("/").replace("/", "-"))
    press(page, "Use a passkey")
    assert page.url.endswith("/about/statuses")
    for path in ("/account/app/off", "/account/codes/new", "/account/password"):
        page.goto(path)
        looked_at(page, path.strip("/").replace("/", "-"))
    page.fill("#id_oldpassword", "not mine")
    page.fill("#id_password1", "short")
    page.fill("#id_password2", "other")
    press(page, "Change it")
    looked_at(page, "account-password-wrong")
    assert [said for said in complaints if "status of 4" not in said] == []


def press_sign_out(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()


def test_an_app_is_set_up_by_keyboard_alone_and_without_scripts(context: BrowserContext, site: Served) -> None:
    browser = context.browser
    assert browser is not None
    plain = browser.new_context(base_url=site.address, java_script_enabled=False)
    page = plain.new_page()
    password(page, site, "reviewer")
    page.goto("/account/passkeys/new")
    assert "scripts are off" in page.locator("main").inner_text()
    page.goto("/account/app")
    page.keyboard.type(code_of(page.locator(".secret").inner_text()))  # the field has the focus
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/codes")
    page.goto("/")
    assert heading(page) == "Reviews"
    press_sign_out(page)
    plain.close()


@pytest.mark.parametrize(
    "path",
    ["/sign-up", "/sign-in/address", "/sign-in/address/x", "/sign-in/inactive", "/sign-in/cancelled", "/sign-in/failed",
     "/password-reset/sent", "/password-reset/done", "/password-reset/1-x"],
)  # fmt: skip
def test_what_is_told_on_the_way_in_can_be_read_by_everybody(context: BrowserContext, path: str) -> None:
    page = context.new_page()
    page.goto(path)
    looked_at(page, path.strip("/").replace("/", "-"))
