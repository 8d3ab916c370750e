"""The lead issues what was drafted and agreed with: it goes on the docket as an entry, word for word."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ascertain.docket.model import Entry as Filed
from ascertain.docket.model import EntryKind, Result
from ascertain.rulebook.dates import Moment
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.deciding.stages import Stage
from ascertain.web.deciding.standing import standing_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Determination, Draft, Government, User
from ascertain.web.services.file_entry import file_entry


def issue_determination(user: User, government: Government, version: int, today: date, place: Place) -> Determination:
    """Issue the determination that was drafted.

    Args:
        user: The lead.
        government: The government.
        version: The version that they issue.
        today: The day of the determination.
        place: The place that is served.

    Raises:
        Refused: They may not issue.
        WebError: It cannot be issued yet, or a newer draft came meanwhile.
        DocketError: The docket does not know the outcome.
    """
    require(principal_of(user), Act.ISSUE_A_DETERMINATION, Thing(government.review_id))
    chain = government.review.chain
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=chain.pk)
        standing = standing_of(government, today)
        if standing.making is None or standing.draft is None:
            raise WebError(Code.NOT_YET, "there is nothing to issue", "let the first reviewer draft it")
        if standing.draft.version != version:
            raise WebError(Code.TAKEN, "a newer draft came meanwhile", "load the page anew and read it")
        if standing.hindered:
            raise WebError(Code.NOT_YET, f"this cannot be issued: {standing.hindered}", standing.turn)
        entry = file_entry(user, government.review, _entry(government, standing.making, standing.draft, today), place)
        standing.making.entry = entry
        standing.making.save(update_fields=("entry",))
        data = {"digest": standing.draft.digest, "entry": entry.number, "version": version}
        happened(chain, Happened.DETERMINATION_ISSUED, user, f"governments/{government.key}", data)
        return standing.making


def _entry(government: Government, determination: Determination, draft: Draft, today: date) -> Filed:
    day = Moment.on(today)
    provisional = determination.stage == Stage.PRELIMINARY
    return Filed(
        number=0,
        kind=EntryKind.DETERMINATION,
        slug="",
        title=f"{determination.stage.capitalize()} determination: {government.name}",
        date=day,
        filed=day,
        by=government.review.reviewer,
        to=(government.key,),
        about=(government.key,),
        deadline=Moment.on(draft.cure_until) if draft.cure_until else None,
        results=(Result(government.key, draft.outcome, provisional=provisional),),
        text=draft.reasons,
    )
