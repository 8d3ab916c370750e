"""A response from its first draft to the docket: nothing lost, nothing told before, nothing sent twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from ascertain.record.model import Grade
from ascertain.web.chain.verify import verify_all
from ascertain.web.dockets.exporting import export_folder
from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Refused
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import (
    Certification,
    Entry,
    Event,
    Exhibit,
    Review,
    SavedClaim,
    Sheet,
    Submission,
    Upload,
)
from ascertain.web.records.unchanging import allow_change
from ascertain.web.responding.draft import Citation, Draft, State, draft_of
from ascertain.web.services.begin_response import begin_response
from ascertain.web.services.confirm_statements import confirm_statements
from ascertain.web.services.save_claim import SavedMeanwhile, save_claim
from ascertain.web.services.submit_response import Void, submit_response
from web.answering import (
    ONLY_IN_A_DRAFT,
    REQUEST,
    answer,
    begun,
    confirmed,
    saved,
    submitted,
    task_of,
    uploaded,
)
from web.people import People

pytestmark = pytest.mark.django_db
TEXT = b"The ordinance yields\nto federal law wherever that speaks.\n"


def fresh(people: People) -> Review:
    return Review.objects.select_related("chain").get(pk=people.review.pk)


def test_a_task_is_a_fact_about_the_government_that_a_question_of_the_review_turned_on(
    people: People, place: Place
) -> None:
    tasks = list(begun(people, place).tasks.all())
    terms = docket_of(people.review, place)[1].terms
    assert len(tasks) > 5
    assert {terms[task.term].about.value for task in tasks} <= {"government", "award"}
    assert all(task.ask and any(one.startswith("whether ") for one in task.why) for task in tasks)
    assert {task.state for task in tasks} == {State.NOT_BEGUN}


def test_whoever_begins_what_was_begun_gets_what_was_begun(people: People, place: Place) -> None:
    assert begun(people, place) == begun(people, place)


def test_nobody_begins_an_answer_to_what_does_not_ask_their_government(people: People, place: Place) -> None:
    for number in (REQUEST + 1, REQUEST - 1):
        entry = Entry.objects.get(review=people.review, number=number)
        with pytest.raises(WebError, match="asks nothing of"):
            begin_response(people.users[Role.RESPONDENT_EDITOR], people.government, entry, place)


def test_an_incomplete_claim_is_saved_as_a_draft_and_told_what_it_lacks(people: People, place: Place) -> None:
    editor = people.users[Role.RESPONDENT_EDITOR]
    task = task_of(begun(people, place))
    draft = Draft(value="perhaps", since="June", citations=(Citation(0, "words", "x"),))
    held, lacks = save_claim(editor, task, 0, draft, True, place)
    assert (held.state, draft_of(held.content)) == (State.DRAFT, draft)
    assert {key for key, _ in lacks} == {"value", "since", "quote", "page"}


def test_an_answer_that_is_cleared_is_not_begun(people: People, place: Place) -> None:
    task = saved(people, place, task_of(begun(people, place)), answer())
    assert saved(people, place, task, Draft(), complete=False).state == State.NOT_BEGUN


def test_of_two_who_edit_the_same_claim_the_second_is_shown_the_first_and_neither_is_lost(
    people: People, place: Place
) -> None:
    task = task_of(begun(people, place))
    saved(people, place, task, answer(value="yes"), complete=False)
    official = people.users[Role.CERTIFYING_OFFICIAL]
    with pytest.raises(SavedMeanwhile) as met:
        save_claim(official, task, 0, answer(value="no"), False, place)
    assert draft_of(met.value.task.content).value == "yes"
    save_claim(official, task, met.value.task.version, answer(value="no"), False, place)
    kept = [draft_of(one.content).value for one in SavedClaim.objects.filter(task=task)]
    assert kept == ["yes", "no"]


def test_a_form_that_is_sent_twice_saves_once(people: People, place: Place) -> None:
    task = task_of(begun(people, place))
    for _ in range(2):
        save_claim(people.users[Role.RESPONDENT_EDITOR], task, 0, answer(), True, place)
    assert SavedClaim.objects.filter(task=task).count() == 1


def test_words_that_do_not_stand_in_a_plain_text_are_not_quoted_from_it(
    people: People, place: Place, tmp_path: Path
) -> None:
    task = task_of(begun(people, place))
    upload = uploaded(people, place, tmp_path, TEXT)
    _, lacks = save_claim(
        people.users[Role.RESPONDENT_EDITOR], task, 0, answer(upload, quote="yields to nobody"), True, place
    )
    assert [key for key, _ in lacks] == ["quote"]


def test_a_new_version_of_a_document_never_replaces_the_old(people: People, place: Place, tmp_path: Path) -> None:
    first = uploaded(people, place, tmp_path, TEXT)
    second = uploaded(people, place, tmp_path, TEXT + b"More.", first.document)
    assert (first.version, second.version, second.document) == (1, 2, first.document)
    assert place.blob(first.blob_id).read_bytes() == TEXT
    assert uploaded(people, place, tmp_path, TEXT + b"More.", first.document) == second
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Upload.objects.filter(pk=first.pk).update(title="Another")


def test_a_submitted_response_is_an_entry_with_its_claims_graded_and_its_exhibits_listed(
    people: People, place: Place, tmp_path: Path
) -> None:
    response = begun(people, place)
    upload = uploaded(people, place, tmp_path, TEXT)
    saved(people, place, task_of(response), answer(upload))
    saved(people, place, task_of(response, "practice restricts sending"), answer(value="no"))
    sent = submitted(people, place, confirmed(people, place, response))
    docket = docket_of(fresh(people), place)[0]
    entry = docket.entries[-1]
    assert (entry.number, entry.kind, entry.answers) == (sent.entry.number, "response", REQUEST)
    assert (entry.about, entry.by, entry.arguments) == (("chicago",), people.government.name, ("r-savings-clause",))
    grades = {claim.term: claim.grade for claim in entry.claims}
    assert sorted(grades.values()) == [Grade.ASSERTED, Grade.DOCUMENTED]
    quoted = next(claim for claim in entry.claims if claim.passage)
    assert quoted.passage is not None and quoted.passage.exact == "yields to federal law"
    assert docket.exhibits[quoted.exhibit].sha256 == upload.blob_id
    assert "Jo Doe, Corporation Counsel" in entry.text and sent.certification.digest in entry.text
    assert list(verify_all(place)) == []
    export_folder(fresh(people), place, tmp_path / "out")
    assert (tmp_path / "out/exhibits" / docket.exhibits[quoted.exhibit].file).read_bytes() == TEXT


def test_a_response_that_is_sent_twice_is_filed_once(people: People, place: Place) -> None:
    response = begun(people, place)
    saved(people, place, task_of(response), answer())
    certification = confirmed(people, place, response)
    sent = submitted(people, place, certification)
    before = Event.objects.count()
    assert submitted(people, place, certification) == sent
    assert Event.objects.count() == before
    with pytest.raises(WebError, match="was submitted as entry"):
        saved(people, place, task_of(response), answer(value="no"))


@pytest.mark.parametrize("change", ["value", "draft", "document", "another"])
def test_a_confirmation_is_void_when_anything_changes_and_says_what(
    people: People, place: Place, tmp_path: Path, change: str
) -> None:
    response = begun(people, place)
    task = saved(people, place, task_of(response), answer(value="yes"))
    certification = confirmed(people, place, response)
    if change == "value":
        saved(people, place, task, answer(value="no"))
    elif change == "draft":
        saved(people, place, task, answer(value="yes"), complete=False)
    elif change == "document":
        saved(people, place, task, answer(uploaded(people, place, tmp_path, TEXT)))
    else:
        saved(people, place, task_of(response, "practice restricts sending"), answer())
    before = Entry.objects.count(), Sheet.objects.count(), Event.objects.count()
    with pytest.raises(Void) as void:
        submitted(people, place, certification)
    assert void.value.changes and all("“government" in one for one in void.value.changes)
    assert (Entry.objects.count(), Sheet.objects.count(), Event.objects.count()) == before
    assert not Submission.objects.exists()


def test_nobody_signs_without_a_name_or_an_office_or_what_another_confirmed(people: People, place: Place) -> None:
    response = begun(people, place)
    saved(people, place, task_of(response), answer())
    certification = confirmed(people, place, response)
    official = people.users[Role.CERTIFYING_OFFICIAL]
    for name, title in (("", "Counsel"), ("Jo", "\x00")):
        with pytest.raises(WebError):
            submit_response(official, certification, name, title, place)
    for role in (Role.RESPONDENT_EDITOR, Role.RESPONDENT_VIEWER, Role.LEAD, "other"):
        with pytest.raises(Refused, match="certifying official"):
            submit_response(people.users[role], certification, "Jo", "Counsel", place)
    assert not Submission.objects.exists()


def test_a_draft_or_an_unconfirmed_statement_or_another_digest_stops_a_confirmation(
    people: People, place: Place
) -> None:
    response = begun(people, place)
    official = people.users[Role.CERTIFYING_OFFICIAL]
    with pytest.raises(WebError, match="no answer to certify"):
        confirmed(people, place, response)
    task = saved(people, place, task_of(response), answer(), complete=False)
    with pytest.raises(WebError, match="drafts"):
        confirmed(people, place, response)
    saved(people, place, task, answer())
    digest = confirmed(people, place, response).digest
    with pytest.raises(WebError, match="not confirmed"):
        confirm_statements(official, response, digest, (), place)
    with pytest.raises(WebError, match="changed while"):
        confirm_statements(official, response, "0" * 64, (), place)
    assert Certification.objects.count() == 1


def test_a_correction_is_a_response_of_its_own_that_says_what_it_corrects(
    people: People, place: Place, tmp_path: Path
) -> None:
    response = begun(people, place)
    saved(people, place, task_of(response), answer(uploaded(people, place, tmp_path, TEXT)))
    first = submitted(people, place, confirmed(people, place, response))
    correction = begun(people, place)
    assert correction.corrects == response
    task = task_of(correction)
    assert draft_of(task.content).value == "yes"
    saved(people, place, task, answer(value="no"))
    second = submitted(people, place, confirmed(people, place, correction))
    assert second.entry.number > first.entry.number
    assert f"corrects entry {first.entry.number}" in second.entry.title
    assert Exhibit.objects.filter(review=people.review, key__startswith="chicago-exhibit").count() == 1
    assert list(verify_all(place)) == []


def test_what_a_government_prepares_is_on_no_chain_that_others_read(people: People, place: Place) -> None:
    length = fresh(people).chain.length
    response = begun(people, place)
    saved(people, place, task_of(response), answer())
    confirmed(people, place, response)
    assert fresh(people).chain.length == length
    assert not Event.objects.filter(data__contains=ONLY_IN_A_DRAFT).exists()


def test_what_was_certified_and_then_written_over_is_found(people: People, place: Place) -> None:
    response = begun(people, place)
    saved(people, place, task_of(response), answer(value="yes"))
    sent = submitted(people, place, confirmed(people, place, response))
    connection.check_constraints()
    allow_change(connection, ("certification",))
    held = Certification.objects.filter(pk=sent.certification_id)
    held.update(content=sent.certification.content.replace('"value":"yes"', '"value":"no"'))
    (found,) = verify_all(place)
    assert (found.chain, found.number) == (people.review.chain.name, sent.event.number)
    assert "is not what was submitted" in found.message
