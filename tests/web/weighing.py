"""A government with a response whose exhibit is held, and two reviewers who may weigh it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from ascertain.docket.model import Docket
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.deciding.stages import Part
from ascertain.web.dockets.papers import docket_of
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.policy.visible import principal_of, visible_verdicts
from ascertain.web.records.models import Government, User, Verdict
from ascertain.web.services.assign_reviewer import assign_reviewer
from ascertain.web.services.declare_interest import declare_interest
from ascertain.web.services.give_role import give_team_role
from ascertain.web.services.weigh_claim import Finding, weigh_claim
from ascertain.web.weighing.standing import Standing, Weighed, standing_of
from ascertain.web.weighing.verdicts import Word
from web.answering import answer, begun, confirmed, saved, submitted, task_of, uploaded
from web.people import People

TEXT = b"<b>Chapter 2</b>\nThe ordinance yields\nto federal law wherever that speaks.\n"


@dataclass(frozen=True)
class Bench:
    """Two reviewers of Chicago, and ``claim``, that its policy has a saving clause, quoted from a held exhibit."""

    lead: User
    first: User
    second: User
    government: Government
    place: Place
    claim: str
    exhibit: str

    def docket(self) -> tuple[Docket, Rulebook]:
        return docket_of(self.government.review, self.place)

    def standing(self) -> Standing:
        related = ("user", "event", "contrary", "exhibit", "filed__entry")
        verdicts = visible_verdicts(principal_of(self.lead), self.government.review).select_related(*related)
        return standing_of(self.government, self.docket()[0], verdicts)

    def one(self, claim: str = "") -> Weighed:
        return next(each for each in self.standing().claims if each.claim.id == (claim or self.claim))

    def weigh(self, word: Word, note: str = "", claim: str = "", user: User | None = None, **more: str) -> Verdict:
        before = self.one(claim).verdict
        found = Finding(word, note, **more)
        after = before.number if before else 0
        return weigh_claim(user or self.first, self.government, claim or self.claim, found, after, self.place)


def bench_of(people: People, place: Place, tmp_path: Path) -> Bench:
    lead, first = people.users[Role.LEAD], people.users[Role.REVIEWER]
    second = User.objects.create(email="second@agency.example", name="Second")
    with transaction.atomic():
        give_team_role(lead, people.review, second, Role.REVIEWER)
    for user, part in ((first, Part.FIRST), (second, Part.SECOND)):
        declare_interest(user, people.government, False, "")
        assign_reviewer(lead, people.government, user, part)
    response = begun(people, place)
    saved(people, place, task_of(response), answer(uploaded(people, place, tmp_path, TEXT)))
    entry = submitted(people, place, confirmed(people, place, response)).entry
    government = Government.objects.select_related("review__chain").get(pk=people.government.pk)
    exhibit = docket_of(people.review, place)[0].entries[entry.number - 1].claims[0].exhibit
    return Bench(lead, first, second, government, place, f"{entry.number}.1", exhibit)
