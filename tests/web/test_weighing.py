"""What a verdict weighs, what it does to findings, what makes it stale, and what is filed of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from ascertain.docket.model import Entry as Filed
from ascertain.docket.model import EntryKind
from ascertain.record.model import Ending, Grade, Passage
from ascertain.record.passages import AnchorState
from ascertain.rulebook.dates import Moment
from ascertain.web.chain.verify import verify_all
from ascertain.web.mistakes import WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Refused
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import Role
from ascertain.web.policy.visible import principal_of, visible_verdicts
from ascertain.web.records.models import Event, FiledVerdict, Verdict
from ascertain.web.services.declare_interest import declare_interest
from ascertain.web.services.file_entry import file_entry
from ascertain.web.services.file_verdicts import file_verdicts
from ascertain.web.services.weigh_claim import Finding, weigh_claim
from ascertain.web.weighing.effect import weighed_docket
from ascertain.web.weighing.reading import Text, open_text, read_text
from ascertain.web.weighing.standing import NOT_WEIGHED, STALE, weights_of
from ascertain.web.weighing.turning import changes_of
from ascertain.web.weighing.verdicts import Word, digest_of, grade_of_exhibit
from web.people import People
from web.weighing import Bench, bench_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
QUOTE = "wherever that speaks"


@pytest.fixture
def bench(people: People, place: Place, tmp_path: Path) -> Bench:
    return bench_of(people, place, tmp_path)


def grade_for_the_team(bench: Bench, claim: str = "") -> tuple[bool | None, Grade]:
    """What the fact of the claim is worth to the team: its value and its grade, with the verdicts that count."""
    docket, rulebook = bench.docket()
    standing = bench.standing()
    taken = weighed_docket(docket, rulebook, weights_of(standing, rulebook), standing.copies)
    one = bench.one(claim).claim
    fact = taken.record.fact(rulebook.terms[one.term], one.government, one.program, TODAY, date.today())
    assert fact.value is None or isinstance(fact.value, bool)
    return fact.value, fact.grade


def test_every_claim_of_fact_about_a_government_is_there_to_be_weighed_and_none_about_law(bench: Bench) -> None:
    standing = bench.standing()
    claims = [one.claim for one in standing.claims]
    assert bench.claim in [claim.id for claim in claims]
    assert {one.state for one in standing.claims} == {NOT_WEIGHED}
    assert [claim.term for claim in standing.statements] == ["government complies with § 1373"]
    assert {claim.government for claim in claims} == {"chicago"}


def test_an_adequate_claim_counts_as_found_and_an_insufficient_one_as_asserted(bench: Bench) -> None:
    assert grade_for_the_team(bench) == (True, Grade.DOCUMENTED)
    assert bench.weigh(Word.ADEQUATE).grade == "found"
    assert grade_for_the_team(bench) == (True, Grade.FOUND)
    assert bench.weigh(Word.INSUFFICIENT, "It yields in its preamble only.").grade == "asserted"
    assert grade_for_the_team(bench) == (True, Grade.ASSERTED)


def test_a_finding_no_longer_turns_on_a_fact_that_was_found_adequate(bench: Bench) -> None:
    filed, rulebook = bench.docket()
    bench.weigh(Word.ADEQUATE, "The general order says so.", "37.2")
    standing, day = bench.standing(), date(2017, 7, 6)
    weighed = weighed_docket(filed, rulebook, weights_of(standing, rulebook), standing.copies)
    term = rulebook.terms["government complies with § 1373"]
    (change,) = changes_of(filed, weighed, rulebook, "chicago", [(term, None)], day, date.today())
    assert len(change.facts) == change.filed[0] - 1
    assert rulebook.terms["government's practice restricts sending status information"].ask not in change.facts
    assert weighed_docket(filed, rulebook, {}) is filed


def test_a_contradicted_claim_stands_against_what_its_exhibit_shows(bench: Bench) -> None:
    """At the same grade they dispute the fact; that the words quoted stand in the exhibit is checked."""
    with pytest.raises(WebError, match="do not stand in the exhibit"):
        bench.weigh(Word.CONTRADICTED, "No.", exhibit=bench.exhibit, quote="nowhere in it")
    row = bench.weigh(Word.CONTRADICTED, "It yields nowhere.", exhibit=bench.exhibit, quote=QUOTE)
    assert (row.value, row.contrary_grade, row.grade) == ("no", "documented", "documented")
    assert grade_for_the_team(bench) == (None, Grade.DISPUTED)
    with pytest.raises(WebError, match="no exhibit is named"):
        bench.weigh(Word.CONTRADICTED, "No.", exhibit="chicago-2-173")  # cited, and not held


def test_the_contrary_of_a_choice_is_said_by_whoever_weighs_it(bench: Bench) -> None:
    with pytest.raises(WebError, match="it is not said what the exhibit shows instead"):
        bench.weigh(Word.CONTRADICTED, "No.", "6.1", exhibit=bench.exhibit, value="purple")
    with pytest.raises(WebError, match="would show the same"):
        bench.weigh(Word.CONTRADICTED, "No.", "6.1", exhibit=bench.exhibit, value="in part")
    assert bench.weigh(Word.CONTRADICTED, "No.", "6.1", exhibit=bench.exhibit, value="in full").value == "in full"


def test_an_order_of_a_court_finds_what_other_documents_document(bench: Bench) -> None:
    docket, _ = bench.docket()
    order = next(entry for entry in docket.entries if entry.kind == "order")
    told = replace(order, exhibit="an-order")
    assert grade_of_exhibit(replace(docket, entries=(told,)), "an-order") is Grade.FOUND
    assert grade_of_exhibit(docket, bench.exhibit) is Grade.DOCUMENTED


def test_without_a_held_exhibit_or_without_being_adequate_it_is_said_why(bench: Bench) -> None:
    for word, claim in ((Word.INSUFFICIENT, ""), (Word.CONTRADICTED, ""), (Word.ADEQUATE, "37.2")):
        with pytest.raises(WebError, match="it is not said why"):
            bench.weigh(word, claim=claim, exhibit=bench.exhibit)


def test_only_an_assigned_reviewer_weighs_and_only_the_team_reads_it(bench: Bench, people: People) -> None:
    with pytest.raises(Refused):
        bench.weigh(Word.ADEQUATE, user=bench.lead)
    bench.weigh(Word.ADEQUATE)
    declare_interest(bench.second, bench.government, True, "My sister is its treasurer.")
    with pytest.raises(WebError, match="only a reviewer of City of Chicago"):
        bench.weigh(Word.INSUFFICIENT, "No.", user=bench.second)
    for who, reads in ((Role.LEAD, 1), (Role.PUBLISHER, 1), (Role.CERTIFYING_OFFICIAL, 0), ("other", 0)):
        assert visible_verdicts(principal_of(people.users[who]), bench.government.review).count() == reads
    assert visible_verdicts(Principal(), bench.government.review).count() == 0


def test_a_later_verdict_takes_the_place_of_the_one_before_and_both_are_kept(bench: Bench) -> None:
    bench.weigh(Word.ADEQUATE)
    bench.weigh(Word.INSUFFICIENT, "Read again.", user=bench.second)
    one = bench.one()
    assert [(row.word, row.user.name) for row in one.verdicts] == [
        ("insufficient", "Second"),
        ("adequate", bench.first.name),
    ]
    assert one.state == "insufficient"


def test_of_two_who_weigh_at_once_one_is_told_and_a_double_click_is_one_verdict(bench: Bench) -> None:
    found = Finding(Word.ADEQUATE)
    first = weigh_claim(bench.first, bench.government, bench.claim, found, 0, bench.place)
    assert weigh_claim(bench.first, bench.government, bench.claim, found, 0, bench.place) == first
    with pytest.raises(WebError, match="somebody weighed this claim meanwhile"):
        weigh_claim(bench.second, bench.government, bench.claim, found, 0, bench.place)


def test_what_is_weighed_is_told_on_the_chain_and_never_changed(bench: Bench, place: Place) -> None:
    row = bench.weigh(Word.ADEQUATE)
    event = Event.objects.get(pk=row.event_id)
    assert (event.kind, event.subject) == ("claim weighed", f"claims/{bench.claim}")
    assert row.digest in event.data
    assert row.sha256 in event.data
    with pytest.raises(DatabaseError), transaction.atomic():
        Verdict.objects.update(word="contradicted")
    with pytest.raises(DatabaseError), transaction.atomic():
        Verdict.objects.all().delete()
    assert not list(verify_all(place))


def test_a_verdict_is_of_the_claim_its_end_its_exhibit_and_its_passage(bench: Bench) -> None:
    docket, _ = bench.docket()
    claim = bench.one().claim
    before = digest_of(claim, docket.exhibits)
    exhibit = docket.exhibits[claim.exhibit]
    assert claim.passage is not None
    changed = [
        replace(claim, value=False),
        replace(claim, exhibit="another"),
        replace(claim, passage=replace(claim.passage, exact="other words")),
        replace(claim, period=replace(claim.period, end=Moment.on(TODAY))),
    ]
    assert len({before, *(digest_of(one, docket.exhibits) for one in changed)}) == 5
    assert digest_of(claim, {claim.exhibit: replace(exhibit, sha256="0" * 64)}) != before
    assert digest_of(replace(claim, note="another"), docket.exhibits) == before


def test_an_end_that_is_filed_makes_a_verdict_stale_until_the_claim_is_weighed_anew(bench: Bench) -> None:
    bench.weigh(Word.ADEQUATE)
    day = Moment.on(TODAY)
    ends = (Ending(bench.claim, day, day),)
    entry = Filed(0, EntryKind.POLICY, "", "Repealed", day, day, "Chicago", about=("chicago",), ends=ends)
    file_entry(bench.lead, bench.government.review, entry, bench.place)
    one = bench.one()
    assert (one.state, one.counts) == (STALE, False)
    assert bench.standing().to_file == ()
    bench.weigh(Word.ADEQUATE)
    assert bench.one().state == "adequate"


def test_a_verdict_of_somebody_who_declares_an_interest_later_no_longer_counts(bench: Bench) -> None:
    bench.weigh(Word.ADEQUATE)
    declare_interest(bench.first, bench.government, True, "I was offered work there.")
    assert "has declared an interest since" in bench.one().stale
    assert grade_for_the_team(bench) == (True, Grade.DOCUMENTED)


def test_the_docket_says_what_it_said_until_the_lead_files_the_verdicts(bench: Bench) -> None:
    before = bench.docket()[0].digest
    bench.weigh(Word.ADEQUATE)
    bench.weigh(Word.INSUFFICIENT, "A bare word.", "37.2")
    assert bench.docket()[0].digest == before
    entry = file_verdicts(bench.lead, bench.government, bench.standing().last, TODAY, bench.place)
    filed = bench.docket()[0].entries[entry.number - 1]
    assert [(claim.grade, claim.value, claim.exhibit) for claim in filed.claims] == [(Grade.FOUND, True, bench.exhibit)]
    assert "Claim 37.2" in filed.text
    assert "A bare word." in filed.text
    assert Event.objects.filter(chain=bench.government.review.chain).order_by("-number")[0].kind == "verdicts filed"
    assert bench.one().filed == entry.number
    assert f"{entry.number}.1" not in [one.claim.id for one in bench.standing().claims]


def test_verdicts_are_filed_once_and_not_past_one_that_was_not_read(bench: Bench, people: People) -> None:
    with pytest.raises(WebError, match="there is no verdict to file"):
        file_verdicts(bench.lead, bench.government, 0, TODAY, bench.place)
    bench.weigh(Word.ADEQUATE)
    with pytest.raises(WebError, match="weighed meanwhile"):
        file_verdicts(bench.lead, bench.government, 0, TODAY, bench.place)
    with pytest.raises(Refused):
        file_verdicts(people.users[Role.PUBLISHER], bench.government, bench.standing().last, TODAY, bench.place)
    file_verdicts(bench.lead, bench.government, bench.standing().last, TODAY, bench.place)
    with pytest.raises(WebError, match="there is no verdict to file"):
        file_verdicts(bench.lead, bench.government, bench.standing().last, TODAY, bench.place)
    with pytest.raises(DatabaseError), transaction.atomic():
        FiledVerdict.objects.update(place=7)


def test_what_was_filed_of_a_verdict_that_no_longer_stands_ends_with_the_next_filing(bench: Bench) -> None:
    bench.weigh(Word.ADEQUATE)
    first = file_verdicts(bench.lead, bench.government, bench.standing().last, TODAY, bench.place)
    bench.weigh(Word.INSUFFICIENT, "It was misread.", user=bench.second)
    assert grade_for_the_team(bench) == (True, Grade.ASSERTED)
    file_verdicts(bench.lead, bench.government, bench.standing().last, TODAY, bench.place)
    docket, rulebook = bench.docket()
    copy = docket.entries[first.number - 1].claims[0]
    assert copy.ending is not None
    fact = docket.record.fact(rulebook.terms[copy.term], "chicago", "", TODAY, date.today())
    assert fact.grade is Grade.DOCUMENTED


def test_a_contradiction_is_filed_at_the_grade_of_what_contradicts(bench: Bench) -> None:
    bench.weigh(Word.CONTRADICTED, "It yields nowhere.", exhibit=bench.exhibit, quote=QUOTE)
    entry = file_verdicts(bench.lead, bench.government, bench.standing().last, TODAY, bench.place)
    claim = bench.docket()[0].entries[entry.number - 1].claims[0]
    assert (claim.value, claim.grade, claim.passage) == (False, Grade.DOCUMENTED, Passage(QUOTE))


def test_a_passage_is_marked_where_it_stands_and_is_detached_where_it_does_not() -> None:
    text = Text(("one page", "The ordinance yields\nto federal law."))
    opened = open_text(text, Passage("yields to federal", page=2))
    assert opened.anchor is AnchorState.FOUND
    assert [(one.text, one.marked) for one in opened.sheets[1].pieces] == [
        ("The ordinance ", False),
        ("yields\nto federal", True),
        (" law.", False),
    ]
    gone = open_text(text, Passage("yields to nobody"))
    assert gone.anchor is AnchorState.DETACHED
    assert not any(piece.marked for sheet in gone.sheets for piece in sheet.pieces)


def test_of_a_long_text_what_is_around_the_passage_is_shown() -> None:
    text = Text(("a" * 100_000 + " here it is " + "b" * 100_000,))
    opened = open_text(text, Passage("here it is"))
    assert opened.cut
    assert [piece.text for piece in opened.sheets[0].pieces if piece.marked] == ["here it is"]
    assert sum(len(piece.text) for piece in opened.sheets[0].pieces) < 70_000


def test_what_is_no_text_is_said_to_be_a_download_only(tmp_path: Path) -> None:
    for number, (content, why) in enumerate(
        (
            (b"\x89PNG\r\n\x1a\n0000", "neither text nor PDF"),
            (b"%PDF-1.4 broken", "cannot be read"),
            (b"PK\x03\x04zip", "archive"),
            (b"", "empty"),
        )
    ):
        path = tmp_path / str(number)
        path.write_bytes(content)
        assert why in read_text(path, f"{number}").why
    assert "missing" in read_text(tmp_path / "none", "none").why
