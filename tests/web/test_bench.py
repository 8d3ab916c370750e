"""The workbench's pages: what stands beside what, what a verdict shows at once, and what is never run."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.urls import reverse

from ascertain.web.mistakes import WebError
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Entry
from ascertain.web.services.weigh_claim import Finding, weigh_claim
from ascertain.web.weighing.reading import read_text
from ascertain.web.weighing.verdicts import Word
from web.people import People
from web.weighing import Bench, bench_of

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


@pytest.fixture
def bench(people: People, place: Place, tmp_path: Path) -> Bench:
    return bench_of(people, place, tmp_path)


def at(bench: Bench, claim: str = "", name: str = "weigh") -> str:
    return reverse(name, args=(bench.government.review.slug, bench.government.key, claim or bench.claim))


def listed(bench: Bench, name: str = "bench") -> str:
    return reverse(name, args=(bench.government.review.slug, bench.government.key))


def test_law_claim_and_exhibit_stand_side_by_side_with_the_passage_marked(bench: Bench, people: People) -> None:
    page = people.client(Role.REVIEWER).get(at(bench)).content.decode()
    law, claim, exhibit = (page.index(f'id="{one}"') for one in ("law-head", "claim-head", "exhibit"))
    assert law < claim < exhibit
    assert "8 U.S.C. 1373" in page[law:claim]
    assert "Does an express saving clause make a written policy compliant?" in page[law:claim]
    assert '<mark id="passage">yields\nto federal law</mark>' in page[exhibit:]


def test_an_exhibits_own_markup_is_shown_as_text_and_never_run(bench: Bench, people: People) -> None:
    page = people.client(Role.REVIEWER).get(at(bench)).content.decode()
    assert "&lt;b&gt;Chapter 2&lt;/b&gt;" in page
    assert "<b>Chapter 2" not in page
    assert not re.search(r"<script(?! src=)|<[^>]+ style=|<[^>]+ on[a-z]+=", page)


def test_a_verdict_shows_on_the_same_page_what_it_changes(bench: Bench, people: People) -> None:
    reviewer = people.client(Role.REVIEWER)
    days = "?on=2017-07-06"
    before = reviewer.get(at(bench) + days).content.decode()
    assert "The verdicts change no answer." in before
    sent = reviewer.post(at(bench, name="verdict"), {"word": "adequate", "after": "0", "note": "", "exhibit": ""})
    assert (sent.status_code, sent.headers["Location"]) == (302, f"{at(bench)}#verdict")
    after = reviewer.get(at(bench)).content.decode()
    assert "grade that follows: found" in after
    assert 'class="verdict verdict-adequate"' in after
    assert ">adequate</a>" in after


def test_what_cannot_be_done_is_told_and_what_was_typed_stands_again(bench: Bench, people: People) -> None:
    reviewer = people.client(Role.REVIEWER)
    sent = {"word": "contradicted", "after": "0", "note": "Typed at length.", "exhibit": bench.exhibit, "quote": "no"}
    refused = reviewer.post(at(bench, name="verdict"), sent | {"quote": "nowhere at all"})
    assert refused.status_code == 409
    page = refused.content.decode()
    assert "do not stand in the exhibit" in page
    assert "Typed at length." in page
    assert "nowhere at all" in page
    assert bench.one().verdicts == ()
    bench.weigh(Word.ADEQUATE, user=bench.second)
    late = reviewer.post(at(bench, name="verdict"), {"word": "insufficient", "after": "0", "note": "Mine."})
    assert "Somebody weighed this claim meanwhile" in late.content.decode()


def test_the_list_shows_how_far_it_is_and_only_what_is_open_if_asked(bench: Bench, people: People) -> None:
    lead = people.client(Role.LEAD)
    bench.weigh(Word.ADEQUATE)
    page = lead.get(listed(bench)).content.decode()
    assert "1 of 21 claims are weighed" in page
    assert f">{bench.claim}. " in page
    assert f">{bench.claim}. " not in lead.get(f"{listed(bench)}?show=open").content.decode()
    assert "1" in lead.get(reverse("workbench", args=(bench.government.review.slug,))).content.decode()


def test_the_lead_files_from_the_list_what_they_read(bench: Bench, people: People) -> None:
    bench.weigh(Word.ADEQUATE)
    lead = people.client(Role.LEAD)
    assert lead.post(listed(bench, "file-verdicts"), {"last": "0"}).status_code == 409
    sent = lead.post(listed(bench, "file-verdicts"), {"last": str(bench.standing().last)})
    entry = Entry.objects.filter(review=bench.government.review).order_by("-number")[0]
    assert sent.headers["Location"] == reverse("entry", args=(bench.government.review.slug, entry.number))
    assert entry.kind == "report"
    assert "filed</a>" in lead.get(listed(bench)).content.decode()


def test_whoever_does_not_weigh_reads_and_gets_no_form(bench: Bench, people: People) -> None:
    assert 'name="word"' in people.client(Role.REVIEWER).get(at(bench)).content.decode()
    assert 'name="word"' not in people.client(Role.PUBLISHER).get(at(bench)).content.decode()


def test_a_claim_of_another_government_is_not_found_under_this_one(bench: Bench, people: People) -> None:
    reviewer = people.client(Role.REVIEWER)
    assert reviewer.get(at(bench, "36.2")).status_code == 404
    with pytest.raises(WebError, match=r"has no claim 36\.2"):
        weigh_claim(bench.first, bench.government, "36.2", Finding(Word.ADEQUATE), 0, bench.place)


def test_pages_ask_little_of_the_database(
    bench: Bench, people: People, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    reviewer = people.client(Role.REVIEWER)
    bench.weigh(Word.ADEQUATE)
    for page in (at(bench), listed(bench), reverse("workbench", args=(bench.government.review.slug,))):
        reviewer.get(page)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert reviewer.get(page).status_code == 200


def test_a_pdf_is_shown_page_by_page(tmp_path: Path) -> None:
    body = b"BT /F1 12 Tf 72 720 Td (It yields to federal law.) Tj ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(body), body),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    held = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(parts, 1))
    path = tmp_path / "one.pdf"
    path.write_bytes(held + b"trailer <</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n")
    assert [page.strip() for page in read_text(path, "one").pages] == ["It yields to federal law."]
