"""What a program does by the API: it reads what its person may see, page by page, and writes by the services."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

import ascertain.publish
from ascertain.web.dockets.answers import exhibit_key
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Entry, Event, Review, Upload
from ascertain.web.services.give_role import give_respondent_role
from ascertain.web.services.import_docket import import_docket
from ascertain.web.services.make_token import make_token
from web import asked
from web.answering import answer, begun, confirmed, saved, submitted, task_of, uploaded
from web.conftest import CASE
from web.people import PUBLIC, People
from web.test_matrix import OF_CHICAGO, OK, response
from web.test_matrix_api import MOST, OPERATIONS, TABLE, put
from web.weighing import bench_of

CONFLICT, UNFIT, NOT_FOUND = 409, 422, 404
SCHEMAS = Path(ascertain.publish.__file__).with_name("schemas")
RIGHT_TO_LEFT = "חוק העירייה ﷺ \u200f(2012)"
READ = [name for name, one in sorted(OPERATIONS.items()) if one.method == "get"]
VISITS = [(name, who) for name in READ for who in (Role.LEAD, Role.RESPONDENT_EDITOR) if TABLE[name][who] == OK]
ORDER = "---\nnumber: {number}\nkind: order\ntitle: A stay\ndate: 2017-11-01\nby: The court\n---\n\nThe order.\n"


class Program:
    """A program with somebody's token."""

    def __init__(self, people: People, who: str, writes: bool = True) -> None:
        self._client = Client(headers={"host": "localhost"})
        self._headers = {"Authorization": f"Bearer {make_token(people.users[who], 'program', 1, writes)[1]}"}
        self.base = f"/api/reviews/{people.review.slug}"

    def get(self, where: str, status: int = OK) -> Any:
        return self._told(self._client.get(where, headers=self._headers), status)

    def send(self, method: str, where: str, body: object, status: int) -> Any:
        call = getattr(self._client, method)
        return self._told(call(where, json.dumps(body), "application/json", headers=self._headers), status)

    def upload(self, where: str, name: str, content: bytes, status: int, **form: str) -> Any:
        sent = {"file": SimpleUploadedFile(name, content), **form}
        return self._told(self._client.post(where, sent, headers=self._headers), status)

    def every(self, where: str, limit: int) -> Iterator[Any]:
        """What is listed, page by page."""
        following: str | None = f"{where}?limit={limit}"
        while following:
            page = self.get(following.removeprefix("http://localhost"))
            assert len(page["items"]) <= limit
            yield from page["items"]
            following = page["next"]

    def status(self, where: str) -> int:
        return self._client.get(where, headers=self._headers).status_code

    def text(self, where: str) -> str:
        return self._client.get(where, headers=self._headers).content.decode()

    @staticmethod
    def _told(answer: Any, status: int) -> Any:
        assert answer.status_code == status, answer.content[:800]
        return json.loads(answer.content)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "who"), VISITS)
def test_no_operation_asks_the_database_more_than_fifteen_questions_to_read(
    people: People, place: Place, tmp_path: Path, name: str, who: str
) -> None:
    found = put(name, people, place, tmp_path)
    token = {"Authorization": f"Bearer {make_token(people.users[who], 'program', 1, False)[1]}"}
    client = Client(headers={"host": "localhost"})
    found.send(client, **token)
    with CaptureQueriesContext(connection) as queries:
        found.send(client, **token)
    assert len(queries) <= MOST, [query["sql"][:120] for query in queries]


@pytest.mark.django_db
def test_a_child_is_not_found_under_another_parent(people: People, place: Place, tmp_path: Path) -> None:
    """Under a copy of the review, in which the same person has the same role, and under another government."""
    other = another(people, place, tmp_path / "another")
    editor = people.users[Role.RESPONDENT_EDITOR]
    with transaction.atomic():
        give_respondent_role(
            people.users["stranger"], other.governments.get(key="chicago"), editor, Role.RESPONDENT_EDITOR
        )
    sent = begun(people, place)
    kept = uploaded(people, place, tmp_path, b"The ordinance yields to federal law.")
    saved(people, place, task_of(sent), answer(kept))
    entry = submitted(people, place, confirmed(people, place, sent)).entry
    asking = asked.sent(people, place).entry.number
    draft, program = begun(people, place), Program(people, Role.RESPONDENT_EDITOR)
    documents = f"/documents/{kept.document}/{kept.version}/file"
    for where in (
        f"/entries/{entry.number}",
        f"/requests/{asking}",
        f"/exhibits/{exhibit_key('chicago', kept.document, kept.version)}",
        f"/responses/{draft.pk}",
        f"/responses/{draft.pk}/claims/1",
        f"/responses/{sent.pk}/receipt",
        f"/governments/chicago{documents}",
    ):
        assert program.status(f"{program.base}{where}") == OK, where
        assert program.status(f"/api/reviews/{other.slug}{where}") == NOT_FOUND, where
    assert program.status(f"{program.base}/governments/milwaukee-county{documents}") == NOT_FOUND
    assert program.status(f"{program.base}/responses/{sent.pk}/claims/{len(sent.tasks.all()) + 1}") == NOT_FOUND
    taken = {"version": 0, "value": "yes"}
    program.send("put", f"/api/reviews/{other.slug}/responses/{draft.pk}/claims/1", taken, NOT_FOUND)


def another(people: People, place: Place, folder: Path) -> Review:
    """The worked case under another id, led by somebody else."""
    shutil.copytree(CASE, folder)
    front = folder / "docket.md"
    front.write_text(front.read_text("utf-8").replace("id: doj-1373-2017", "id: another", 1), "utf-8")
    administrator = people.users[Role.ADMINISTRATOR]
    return import_docket(administrator, folder, place, lambda _: None, people.users["stranger"])


@pytest.mark.django_db
@pytest.mark.parametrize("who", [one for one in OF_CHICAGO if one != PUBLIC])
def test_nothing_that_somebody_may_not_see_is_named_in_a_list_that_they_may(people: People, who: str) -> None:
    """An entry about Chicago alone, and the claims in it, are told of nowhere but to its officials and to the team."""
    entry, program = response(people), Program(people, who)
    lists = ["entries?q=chicago&limit=200", "entries?government=chicago", "claims?limit=200"]
    lists += ["claims?government=chicago", "governments", "requests", "exhibits", "events"]
    lists += [f"entries/{entry.number - 1}", f"entries/{entry.number}"]
    told = "".join(program.text(f"{program.base}/{where}") for where in lists)
    assert (entry.title in told) == (OF_CHICAGO[who] == OK)
    assert (f'"{entry.number}.2"' in told) == (OF_CHICAGO[who] == OK)


@pytest.mark.django_db
def test_the_pages_of_a_list_hold_everything_once(people: People) -> None:
    program = Program(people, Role.LEAD)
    numbers = [one["entry"] for one in program.every(f"{program.base}/entries", 7)]
    assert sorted(numbers) == list(Entry.objects.filter(review=people.review).values_list("number", flat=True))
    ids = [one["id"] for one in program.every(f"{program.base}/claims", 50)]
    assert len(ids) == len(set(ids)) == program.get(f"{program.base}/claims?limit=1")["count"]


@pytest.mark.django_db
def test_findings_are_those_of_the_commands(people: People) -> None:
    """In the same words, and as the schema of the commands has them."""
    program = Program(people, Role.LEAD)
    asked_for = "on=2017-07-06&known=2017-07-06&question=complies"
    found = program.get(f"{program.base}/findings?{asked_for}&government=clark-county")
    (finding,) = found["items"]
    shape = json.loads((SCHEMAS / "finding-1.json").read_text("utf-8"))["properties"]["findings"]["items"]
    jsonschema.validate({key: value for key, value in finding.items() if value is not None or key == "program"}, shape)
    assert (finding["finding"], finding["standard"], finding["short"]) == ("open", "documented", "complies")
    assert [turn["kind"] for turn in finding["turns_on"]["fact"]] == ["fact"] * len(finding["turns_on"]["fact"])
    as_found = program.get(f"{program.base}/findings?{asked_for}&standard=asserted&government=clark-county")
    assert as_found["items"][0]["finding"] == "holds"


@pytest.mark.django_db
def test_a_respondent_sees_findings_about_their_own_government_alone(people: People) -> None:
    program = Program(people, Role.RESPONDENT_VIEWER)
    found = program.get(f"{program.base}/findings?on=2017-07-06&known=2017-07-06&question=complies")
    assert {one["government"] for one in found["items"]} | set(found["withheld"]) == {"chicago"}
    other = program.get(f"{program.base}/findings?on=2017-07-06&government=milwaukee-county")
    assert (other["items"], other["count"]) == ([], 0)


@pytest.mark.django_db
def test_an_entry_is_filed_as_its_file_says_it(people: People) -> None:
    program, number = Program(people, Role.LEAD), people.review.entries.count() + 1
    sent = {"file": f"{number:04}-order-a-stay.md", "text": ORDER.format(number=number)}
    filed = program.send("post", f"{program.base}/entries", sent, 201)
    assert (filed["entry"], filed["kind"], filed["title"], filed["date"]) == (number, "order", "A stay", "2017-11-01")
    assert program.get(f"{program.base}/entries/{number}") == filed
    assert Event.objects.get(digest=filed["digest"]).actor == people.users[Role.LEAD]
    again = program.send("post", f"{program.base}/entries", sent, CONFLICT)
    assert again["errors"][0]["code"] == "D602"


@pytest.mark.django_db
def test_what_is_wrong_with_an_entry_is_told_with_its_line_and_nothing_is_filed(people: People) -> None:
    program, number = Program(people, Role.LEAD), people.review.entries.count() + 1
    text = ORDER.format(number=number).replace("2017-11-01", "2017-13-01")
    told = program.send("post", f"{program.base}/entries", {"file": f"{number:04}-order-a.md", "text": text}, UNFIT)
    assert told["errors"][0]["where"] == f"entries/{number:04}-order-a.md:5:7"
    long = ORDER.format(number=number).replace("A stay", "A stay" * 200)
    told = program.send("post", f"{program.base}/entries", {"file": f"{number:04}-order-a.md", "text": long}, UNFIT)
    assert told["detail"] == "The title of this entry has more than 1000 characters."
    assert people.review.entries.count() == number - 1


@pytest.mark.django_db
def test_whoever_saves_a_claim_second_gets_what_the_first_saved(people: People, place: Place) -> None:
    draft, program = begun(people, place), Program(people, Role.RESPONDENT_EDITOR)
    where = f"{program.base}/responses/{draft.pk}/claims/{task_of(draft).place}"
    first = program.send("put", where, {"version": 0, "value": "yes", "explanation": RIGHT_TO_LEFT}, OK)
    assert (first["version"], first["state"], first["claim"]["explanation"]) == (1, "draft", RIGHT_TO_LEFT)
    second = program.send("put", where, {"version": 0, "value": "no"}, CONFLICT)
    assert second["current"] == {"version": 1, "claim": first["claim"]}
    assert program.get(where) == first
    lacking = program.send("put", where, {"version": 1, "value": "yes", "complete": True}, OK)
    assert (lacking["state"], [one["where"] for one in lacking["lacks"]]) == ("draft", ["since"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "claim",
    [
        {"value": "x" * 501},
        {"explanation": "a\x00b"},
        {"explanation": "half \ud800 a character"},
        {"citations": [{"upload": 10**30}]},
        {"citations": [{"upload": 1}] * 101},
        {"value": {"not": "a text"}},
    ],
)
def test_what_cannot_be_kept_of_a_claim_is_refused_and_nothing_is_saved(
    people: People, place: Place, claim: dict[str, object]
) -> None:
    draft, program = begun(people, place), Program(people, Role.RESPONDENT_EDITOR)
    where = f"{program.base}/responses/{draft.pk}/claims/{task_of(draft).place}"
    assert program.send("put", where, {"version": 0, **claim}, UNFIT)["errors"]
    assert program.get(where)["version"] == 0


@pytest.mark.django_db
def test_a_document_keeps_a_strange_name_and_every_version(people: People) -> None:
    program = Program(people, Role.RESPONDENT_EDITOR)
    where = f"{program.base}/governments/chicago/documents"
    name = f"{RIGHT_TO_LEFT} {'long ' * 40}.txt"
    kept = program.upload(where, name, b"The ordinance.", 201, title=RIGHT_TO_LEFT)
    assert (kept["title"], kept["version"], kept["size"]) == (RIGHT_TO_LEFT, 1, 14)
    second = program.upload(where, name, b"The ordinance, amended.", 201, document=str(kept["document"]))
    assert (second["document"], second["version"]) == (kept["document"], 2)
    assert [one["version"] for one in program.get(where)["items"]] == [2, 1]
    assert Upload.objects.get(pk=second["upload"]).by == people.users[Role.RESPONDENT_EDITOR]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "form", "status"),
    [(b"", {}, UNFIT), (b"PK\x03\x04 an archive", {}, UNFIT), (b"words", {"document": "77"}, NOT_FOUND),
     (b"words", {"document": "none"}, UNFIT), (b"words", {"title": "x" * 301}, UNFIT)],
)  # fmt: skip
def test_a_document_that_cannot_be_kept_is_refused(
    people: People, content: bytes, form: dict[str, str], status: int
) -> None:
    program = Program(people, Role.RESPONDENT_EDITOR)
    program.upload(f"{program.base}/governments/chicago/documents", "words.txt", content, status, **form)
    assert not Upload.objects.exists()


@pytest.mark.django_db
def test_a_document_that_is_too_large_is_told_so(people: People, settings: Any) -> None:
    settings.EXHIBIT_MOST_BYTES = 10
    program = Program(people, Role.RESPONDENT_EDITOR)
    told = program.upload(f"{program.base}/governments/chicago/documents", "words.txt", b"eleven byte", 413)
    assert told["type"] == "/api/#too-large"


@pytest.mark.django_db
def test_a_verdict_is_on_the_last_that_was_seen(people: People, place: Place, tmp_path: Path) -> None:
    bench = bench_of(people, place, tmp_path)
    program = Program(people, Role.REVIEWER)
    where = f"{program.base}/governments/chicago/weighing"
    verdict = {"word": "adequate", "note": "It says so.", "after": 0}
    given = program.send("post", f"{where}/{bench.claim}/verdicts", verdict, 201)
    assert (given["claim"], given["number"], given["by"]) == (bench.claim, 1, bench.first.name)
    program.send(
        "post", f"{where}/{bench.claim}/verdicts", {"word": "insufficient", "after": 0, "note": "No."}, CONFLICT
    )
    program.send("post", f"{where}/999.9/verdicts", verdict, NOT_FOUND)
    held = next(one for one in program.every(where, 200) if one["claim"] == bench.claim)
    assert (held["state"], held["verdicts"], held["last"]) == ("adequate", 1, given)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        "no-such",
        "%2e%2e",
        "..%2f..%2fetc",
        "%00",
        "a%00b",
        "x" * 201,
        "%D7%97%D7%95%D7%A7",
        "' OR 1=1 --",
        "%F0%9F%8F%9B",
    ],
)
def test_an_odd_name_leads_nowhere(people: People, name: str) -> None:
    program = Program(people, Role.LEAD)
    for where in ("/api/reviews/{}", "/api/published/{}/1", program.base + "/governments/{}", program.base + "/law/{}"):
        assert program.status(where.format(name)) in {NOT_FOUND, UNFIT}
    assert program.status(f"{program.base}/entries/{name}") in {NOT_FOUND, UNFIT}
    assert program.status(f"{program.base}/entries?q={name}&government={name}") in {OK, UNFIT}
