"""A review in a browser from letter to publication: each step by whose it is, seen by whose the next is, no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import IN_A_BROWSER
from web.served import Served, another_database, ascertain, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NAMES = ("lead", "reviewer", "second", "publisher", "official", "editor", "viewer", "public")
TEAM = ("lead", "reviewer", "second", "publisher")
OUTSIDE = ("official", "editor", "viewer", "public")
REVIEW = "/reviews/doj-1373-2017"
CITY = "City of Chicago"
MEMO = "The ordinance yields to federal law."
pytestmark = IN_A_BROWSER


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, name: str, context: BrowserContext) -> None:
        self.name, self.context, self.page = name, context, context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text))

    def sign_in(self, password: str) -> None:
        self.page.goto("/sign-in")
        self.page.fill("#id_login", f"{self.name}@demo.example")
        self.page.fill("#id_password", password)
        self.press("Sign in", within="main")

    def at(self, path: str) -> Page:
        """Go to an address that there is for them."""
        answer = self.page.goto(path)
        assert answer is not None and answer.status == 200, (self.name, path, answer and answer.status)
        return self.page

    def press(self, button: str, within: str = "main") -> None:
        """Press a button of the page, and stay where that leads."""
        with self.page.expect_navigation():
            self.page.locator(within).get_by_role("button", name=button).click()

    def follow(self, link: str) -> None:
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=link).first.click()

    def sees(self, *words: str) -> None:
        shown = self.page.locator("main").inner_text()
        assert [word for word in words if word not in shown] == [], (self.name, self.page.url, shown)

    def path(self) -> str:
        return re.sub(r"^http://[^/]+", "", self.page.url)

    def status(self, path: str) -> int:
        """What they get who ask for an address."""
        return int(self.context.request.get(path, max_redirects=0).status)

    def sends(self, path: str, **form: str) -> int:
        """What they get who send a form that no page offers them."""
        self.page.goto("/sign-in")
        token = next(str(one.get("value")) for one in self.context.cookies() if one.get("name") == "csrftoken")
        sent: dict[str, str | float | bool] = {"csrfmiddlewaretoken": token, **form}
        return int(self.context.request.post(path, form=sent, max_redirects=0).status)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path / "data", another_database("flow")) as served:
        yield served


@pytest.fixture
def people(browser: Browser, site: Served) -> Iterator[dict[str, Person]]:
    made = {name: Person(name, browser.new_context(base_url=site.address)) for name in NAMES}
    for name, person in made.items():
        person.context.set_default_timeout(30_000)
        if name != "public":
            person.sign_in(site.password)
    yield made
    for person in made.values():
        person.context.close()


def test_a_review_goes_from_letter_to_publication(people: dict[str, Person], site: Served) -> None:
    request = a_letter_is_drafted_approved_and_sent(people)
    response = its_official_answers_certifies_and_submits(people, request, site.password)
    determination = two_reviewers_decide_and_the_lead_issues(people)
    it_is_published_without_what_is_withheld(people, response, determination)
    the_history_shows_it_all(people, site)
    assert {name: one.complaints for name, one in people.items() if told(one)} == {}


def told(person: Person) -> bool:
    return any("Content Security Policy" in one for one in person.complaints)


def a_letter_is_drafted_approved_and_sent(people: dict[str, Person]) -> int:
    lead, second = people["lead"], people["second"]
    lead.at(f"{REVIEW}/requests").check("input[name=to][value=chicago]")
    lead.page.fill("#title", "Evidence on the ordinance")
    lead.press("Begin")
    letter = lead.path()
    assert "We ask you for evidence on" in lead.page.input_value("#text")
    lead.sees("You drafted some of this letter", "none yet")
    lead.page.fill("#days", "20")
    lead.page.fill("#zone", "America/Chicago")
    lead.press("Save as a new version")
    lead.sees("saved by Lead", "You drafted some of this letter")
    assert [people[name].status(letter) for name in OUTSIDE] == [403, 403, 403, 404]

    publisher = people["publisher"]
    publisher.at(letter)
    publisher.sees("You may not approve letters")
    assert publisher.sends(f"{letter}/approve", digest="") == 403

    second.at(f"{REVIEW}/requests")
    second.follow("Letter 1")
    second.press("Approve version 2")
    second.sees("Second approved this version", "A lead sends it.")
    assert second.status(f"{letter}/send") == 403

    lead.at(letter)
    lead.follow("Check it before it is sent")
    lead.sees("Deadline, if it is sent now", "America/Chicago", "official@demo.example", "approved by Second")
    lead.press("Send it")
    lead.sees("Public deadline:", CITY)
    return int(lead.path().rpartition("/")[2])


def its_official_answers_certifies_and_submits(people: dict[str, Person], request: int, password: str) -> int:
    official, viewer, lead = people["official"], people["viewer"], people["lead"]
    viewer.at(f"{REVIEW}/requests/{request}")
    viewer.sees("Evidence on the ordinance", "America/Chicago")
    viewer.at(f"{REVIEW}/answers")
    viewer.sees("Nobody has begun to answer it.")
    assert people["public"].status(f"{REVIEW}/requests/{request}") == 404

    official.at(f"{REVIEW}/answers")
    official.press(f"Begin the response to request {request}")
    answer = official.path()
    assert {name: people[name].status(answer) for name in (*TEAM, "public")} == dict.fromkeys((*TEAM, "public"), 404)
    official.follow("Documents")
    document = {"name": "memo.txt", "mimeType": "text/plain", "buffer": MEMO.encode()}
    official.page.fill("#id_title", "Memorandum of the mayor")
    official.page.set_input_files("input[type=file]", document)  # type: ignore[arg-type]
    official.press("Upload it")
    official.at(f"{answer}/claims/1")
    official.page.locator("input[name=value]").first.check()
    official.page.fill("#since", "2017-06")
    official.page.fill("#explanation", "The mayor wrote it down.")
    official.page.select_option("#document-1", index=1)
    official.page.fill("#quote-1", MEMO)
    official.press("Save as complete")
    official.follow("Read it as a whole")
    official.sees("Memorandum of the mayor")
    for box in official.page.locator("input[name=statement]").all():
        box.check()
    editor = people["editor"]
    editor.at(f"{answer}/certify")
    editor.sees(f"one has to be the certifying official of {CITY}")
    assert editor.status(f"{answer}/sign") == 403
    official.press("Confirm, and go on to sign")
    official.page.fill("#title", "Corporation Counsel")
    official.press("Certify and submit")
    official.page.fill("#id_password", password)
    official.press("Go on")
    official.sees("Receipt: entry", "Corporation Counsel")
    receipt = re.search(r"Receipt: entry (\d+)", official.page.title())
    assert receipt is not None

    lead.at(f"{REVIEW}/requests/{request}")
    lead.sees(f"entry {receipt[1]}")
    for name in (*TEAM, "editor", "viewer"):
        people[name].at(f"{REVIEW}/entries/{receipt[1]}")
        people[name].page.get_by_text("What the entry records").click()
        people[name].sees(MEMO)
    assert people["public"].status(f"{REVIEW}/entries/{receipt[1]}") == 404
    return int(receipt[1])


def two_reviewers_decide_and_the_lead_issues(people: dict[str, Person]) -> int:
    lead, first, second = people["lead"], people["reviewer"], people["second"]
    decision = f"{REVIEW}/determinations/chicago"
    assert people["public"].status(decision) == 404
    assert first.sends(f"{decision}/assign", reviewer="1", part="first") == 403
    assert people["official"].sends(f"{decision}/interest", interest="no") == 403
    for one in (first, second):
        one.at(decision)
        one.page.get_by_label("I have none").check()
        one.press("Declare it")
    lead.at(decision)
    for name, part in (("Reviewer", "first"), ("Second", "second")):
        lead.page.select_option("#reviewer", label=name)
        lead.page.select_option("#part", part)
        lead.press("Assign")

    first.at(decision)
    first.follow("Begin with what the findings give as reasons")
    reasons = first.page.input_value("#reasons")
    assert reasons.startswith("Findings on ") and "Government complies" in reasons
    first.page.fill("#reasons", f"{reasons}\n\nThe memorandum does not change the ordinance.")
    first.page.fill("#cure_until", "2099-01-31")
    first.press("Save as a new version")
    assert first.page.get_by_role("button", name="Give the opinion").count() == 0
    assert first.sends(f"{decision}/opinion", version="1", agrees="yes") == 409
    lead.at(decision)
    lead.sees("It cannot be issued yet")

    second.at(decision)
    second.sees("The memorandum does not change the ordinance.", "through 2099-01-31")
    assert second.sends(f"{decision}/issue", version="1") == 403
    second.at(decision)
    second.page.get_by_label("I agree").check()
    second.press("Give the opinion")

    people["official"].at(decision)
    assert "The memorandum does not change" not in people["official"].page.content()
    lead.at(decision)
    lead.sees("Second agrees")
    lead.press("Issue the preliminary determination")
    lead.sees("Time to cure through 2099-01-31.")
    people["official"].at(decision)
    people["official"].sees("Preliminary", "Time to cure through 2099-01-31.")
    people["official"].follow("entry ")
    people["official"].sees("The memorandum does not change the ordinance.")
    return int(people["official"].path().rpartition("/")[2])


def it_is_published_without_what_is_withheld(people: dict[str, Person], response: int, determination: int) -> None:
    lead, publisher, public = people["lead"], people["publisher"], people["public"]
    published = "/published/doj-1373-2017"
    assert [people[name].status(f"{REVIEW}/publications") for name in OUTSIDE] == [403, 403, 403, 404]
    assert people["second"].sends(f"{REVIEW}/publications") == 403
    publisher.at(f"{REVIEW}/publications")
    for box in publisher.page.locator("input[name=entry]").all():
        box.check()
    publisher.page.uncheck(f"#entry-{response}")
    publisher.press("Prepare it for approval")
    publisher.sees("an entry is withheld without a reason".capitalize())
    publisher.page.fill(f"[name=reason-{response}]", "It names a private person.")
    publisher.press("Prepare it for approval")
    publisher.sees("What it withholds", "It names a private person.")
    waiting = publisher.path()
    assert public.status(published) == 404
    assert people["reviewer"].sends(waiting, digest="") == 403

    lead.at(f"{REVIEW}/publications")
    lead.follow("In preparation")
    lead.page.set_default_timeout(60_000)
    lead.press("Approve it and make it public")
    public.at(published)
    public.sees("The public docket", f"Entry {response}: It names a private person.")
    public.at(f"{published}/1/entries/{determination}")
    public.sees("The memorandum does not change the ordinance.")
    assert public.status(f"{published}/1/entries/{response}") == 404
    public.at(f"{published}/1?kind=response&q=memorandum")
    assert public.page.locator(f"a[href$='/entries/{response}']").count() == 0
    for path in ("", "?q=mayor&order=oldest", "/report", "/entries.csv", "/docket.json", "/oscal.json"):
        answer = public.context.request.get(f"{published}/1{path}")
        assert answer.status == 200, path
        assert MEMO not in answer.text(), path
        assert "The mayor wrote it down" not in answer.text(), path
    feed = public.context.request.get(f"{published}/feed.atom")
    assert feed.status == 200 and MEMO not in feed.text()
    assert public.status(f"{REVIEW}/entries/{determination}") == 404


def the_history_shows_it_all(people: dict[str, Person], site: Served) -> None:
    lead = people["lead"]
    lead.at(f"{REVIEW}/history")
    lead.sees("request sent", "response submitted", "determination issued", "publication approved")
    lead.sees("ascertain record verify")
    assert [people[name].status(f"{REVIEW}/history") for name in OUTSIDE] == [403, 403, 403, 404]
    verified = ascertain("record", "verify", "--data", str(site.folder), ASCERTAIN_DATABASE=site.database)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert verified.stdout.strip().endswith("all are what was written")
