"""A site whose process is killed again and again in the middle of what it does: run as a program of its own.

    python tests/web/loss.py FOLDER KILLS SEED

A child does one thing after another and says of each when it was acknowledged; its parent kills it at a random moment,
starts the next, and looks whether everything acknowledged is there, nothing is half done, and the chain verifies. With
ASCERTAIN_DATABASE it does so on PostgreSQL. It prints how much was acknowledged, or exits 1 saying what was lost.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import select
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
FOLDER, KILLS, SEED = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
os.environ["ASCERTAIN_DATA"] = str(FOLDER)
os.environ["DJANGO_SETTINGS_MODULE"] = "ascertain.web.settings"

from ascertain.web.place import make_place, place_of_environment  # noqa: E402 - the environment comes first

PLACE = place_of_environment()
make_place(PLACE)

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections, transaction  # noqa: E402

from ascertain.docket.load import load_docket  # noqa: E402
from ascertain.docket.model import Docket  # noqa: E402
from ascertain.rulebook.bundled import bundled_folder  # noqa: E402
from ascertain.web.chain.verify import verify_all  # noqa: E402
from ascertain.web.deciding.stages import Part, Stage  # noqa: E402
from ascertain.web.deciding.standing import standing_of  # noqa: E402
from ascertain.web.dockets.papers import docket_of  # noqa: E402
from ascertain.web.policy.roles import RESPONDENTS, TEAM, Role  # noqa: E402
from ascertain.web.records.models import (  # noqa: E402
    Determination,
    Entry,
    Government,
    Respondent,
    Response,
    Review,
    Submission,
    TeamMember,
    Upload,
    User,
)
from ascertain.web.responding.sniffing import Received  # noqa: E402
from ascertain.web.services.ask_reconsideration import ask_reconsideration  # noqa: E402
from ascertain.web.services.assign_reviewer import assign_reviewer  # noqa: E402
from ascertain.web.services.declare_interest import declare_interest  # noqa: E402
from ascertain.web.services.draft_determination import Words, draft_determination  # noqa: E402
from ascertain.web.services.file_entry import file_entry  # noqa: E402
from ascertain.web.services.give_opinion import give_opinion  # noqa: E402
from ascertain.web.services.give_role import give_respondent_role, give_team_role, make_administrator  # noqa: E402
from ascertain.web.services.import_docket import import_docket  # noqa: E402
from ascertain.web.services.issue_determination import issue_determination  # noqa: E402
from ascertain.web.services.upload_document import upload_document  # noqa: E402
from web import answering  # noqa: E402
from web.people import People  # noqa: E402

CASE = bundled_folder("dockets") / "doj-1373-2017"
TODAY = date(2026, 1, 20)
LONGEST_SECONDS = 0.8
WHOLE_EVERY = 25


def begin() -> None:
    """The worked case with the people of a test."""
    call_command("migrate", verbosity=0, interactive=False)
    administrator = User.objects.create(email="site@agency.example", name="Site")
    with transaction.atomic():
        make_administrator(None, administrator)
    review = import_docket(administrator, CASE, PLACE, lambda _: None)
    chicago = Government.objects.get(review=review, key="chicago")
    with transaction.atomic():
        for role in (*TEAM, *RESPONDENTS):
            user = User.objects.create(email=f"{role.name.lower()}@work.example", name=role.name)
            if role in TEAM:
                give_team_role(administrator, review, user, role)
            else:
                give_respondent_role(administrator, chicago, user, role)
        second = User.objects.create(email="second@agency.example", name="Second")
        give_team_role(administrator, review, second, Role.REVIEWER)
    lead = User.objects.get(email="lead@work.example")
    for email, part in (("reviewer@work.example", Part.FIRST), ("second@agency.example", Part.SECOND)):
        user = User.objects.get(email=email)
        declare_interest(user, chicago, False, "")
        assign_reviewer(lead, chicago, user, part)


def people() -> People:
    """Those whom :func:`begin` made."""
    review = Review.objects.select_related("chain").get(slug="doj-1373-2017")
    chicago = Government.objects.select_related("review__chain").get(review=review, key="chicago")
    team = TeamMember.objects.filter(review=review).exclude(user__email="second@agency.example").select_related("user")
    users = {one.role: one.user for one in team if one.user.email.endswith("@work.example")}
    users |= {one.role: one.user for one in Respondent.objects.filter(government=chicago).select_related("user")}
    return People(review, chicago, users | {"second": User.objects.get(email="second@agency.example")})


def child(seed: int, said: int, case: Docket) -> None:
    """Do one thing after another, saying of each what it left when it was acknowledged."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    for turn in itertools.count():
        acts = (entry, upload, submission, determination)
        for told in chance.choice(acts)(people(), case, f"{seed}-{turn}"):
            os.write(said, f"{told}\n".encode())


def entry(who: People, case: Docket, mark: str) -> Iterator[str]:
    """File an entry."""
    made = replace(case.entries[0], number=0, slug="", title=f"Entry {mark}", claims=(), ends=())
    yield f"entry {file_entry(who.users[Role.LEAD], who.review, made, PLACE).number}"


def upload(who: People, case: Docket, mark: str) -> Iterator[str]:
    """Put a document by."""
    yield f"upload {_document(who, mark).blob_id}"


def _document(who: People, mark: str) -> Upload:
    path = PLACE.folder / f"received-{mark}"
    path.write_text(f"Document {mark}: it yields to federal law.")
    content = path.read_bytes()
    received = Received(path, f"{mark}.txt", len(content), hashlib.sha256(content).hexdigest())
    editor = who.users[Role.RESPONDENT_EDITOR]
    return upload_document(editor, who.government, received, mark, None, answering.MOST, PLACE)


def submission(who: People, case: Docket, mark: str) -> Iterator[str]:
    """Answer the request, or correct the answer, with a document."""
    response = Response.objects.filter(government=who.government, submission__isnull=True).first()
    response = response or answering.begun(who, PLACE)
    held = _document(who, mark)
    yield f"upload {held.blob_id}"
    answering.saved(who, PLACE, answering.task_of(response), answering.answer(held))
    made = answering.submitted(who, PLACE, answering.confirmed(who, PLACE, response))
    yield f"submission {made.pk}"


def determination(who: People, case: Docket, mark: str) -> Iterator[str]:
    """Draft, judge and issue whatever determination comes next."""
    standing = standing_of(who.government, TODAY)
    if standing.stage is None:
        ask_reconsideration(who.users[Role.CERTIFYING_OFFICIAL], who.government, f"Ground {mark}", TODAY)
    version = standing.draft.version if standing.draft else 0
    words = Words("may violate § 1373", f"Reasons {mark}.")
    draft = draft_determination(who.users[Role.REVIEWER], who.government, words, version, TODAY)
    give_opinion(who.users["second"], who.government, draft.version, True, "", TODAY)
    made = issue_determination(who.users[Role.LEAD], who.government, draft.version, TODAY, PLACE)
    yield f"determination {made.pk}"


def killed(seed: int, wait: float, case: Docket) -> list[str]:
    """What a child acknowledged before it was killed ``wait`` seconds after it began."""
    connections.close_all()
    heard, said = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(heard)
        try:
            child(seed, said, case)
        finally:
            os._exit(3)  # it fell over by itself, which is no kill
    os.close(said)
    time.sleep(wait)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    acknowledged = b""
    while select.select([heard], [], [], 0)[0] and (part := os.read(heard, 65536)):
        acknowledged += part
    os.close(heard)
    if os.WIFEXITED(status):
        sys.exit(f"the child of seed {seed} fell over by itself")
    return acknowledged.decode().splitlines()


def lost(told: str) -> str:
    """What of something acknowledged is missing; empty where all of it is there."""
    kind, _, name = told.partition(" ")
    if kind == "entry":
        return "" if Entry.objects.filter(number=int(name)).exists() else told
    if kind == "upload":
        return "" if Upload.objects.filter(blob=name).exists() and PLACE.blob(name).is_file() else told
    if kind == "submission":
        return "" if Submission.objects.filter(pk=int(name), entry__isnull=False).exists() else told
    return "" if Determination.objects.filter(pk=int(name), entry__isnull=False).exists() else told


def half_done() -> Iterator[str]:
    """What is there by half: a number without an entry, a determination on the docket that no row tells of."""
    numbers = list(
        Entry.objects.filter(review__slug="doj-1373-2017").order_by("number").values_list("number", flat=True)
    )
    if numbers != list(range(1, len(numbers) + 1)):
        yield "the numbers of the entries have a gap"
    if Determination.objects.filter(entry__isnull=True).count() > 1:
        yield "two determinations are in the making"
    issued = Entry.objects.filter(title__endswith=" determination: City of Chicago").count()
    if issued != Determination.objects.filter(entry__isnull=False).count():
        yield "a determination is on the docket that was not issued, or the reverse"


def main() -> None:
    """Kill, look, and go on."""
    begin()
    case = load_docket(CASE)
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrecy
    count = 0
    for number in range(1, KILLS + 1):
        docket_of(people().review, PLACE)  # a child begins with it read, so that it is killed in what it does
        acknowledged = killed(chance.randrange(1 << 30), chance.uniform(0, LONGEST_SECONDS), case)
        count += len(acknowledged)
        missing = [*filter(None, map(lost, acknowledged)), *half_done()]
        if number % WHOLE_EVERY == 0 or number == KILLS:
            missing += [f"{one.chain}, event {one.number}: {one.message}" for one in verify_all(PLACE)]
        if missing:
            sys.exit(f"after kill {number}: {'; '.join(missing)}")
    stages = Determination.objects.exclude(stage=Stage.PRELIMINARY).count()
    print(f"{KILLS} kills, {count} acknowledged and all there; {stages} determinations beyond the first stage")


if __name__ == "__main__":
    main()
