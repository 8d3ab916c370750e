"""An approved letter is sent: an entry on the docket, and a message to every government, in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ascertain.docket.model import Entry as Filed
from ascertain.docket.model import EntryKind
from ascertain.rulebook.dates import Moment
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.papers import head_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Government, Letter, LetterApproval, Review, Sending, User
from ascertain.web.requesting.calendars import calendars_for
from ascertain.web.requesting.deadlines import Deadline, due, zone_of
from ascertain.web.requesting.letters import Content
from ascertain.web.requesting.outbox import about_of, put_out
from ascertain.web.requesting.wording import Kind, requested
from ascertain.web.services.file_entry import file_entry
from ascertain.web.services.save_letter import newest_of, read


def deadline_if_sent(review: Review, content: Content, now: datetime, place: Place) -> Deadline:
    """The deadline that a letter would have, were it sent now.

    Raises:
        WebError: There is none.
    """
    terms = content.terms
    calendars = calendars_for(head_of(review, place)[1]) if terms.calendar else {}
    return due(terms, now, calendars.get(terms.calendar))


def send_letter(user: User, letter: Letter, digest: str, now: datetime, place: Place) -> Sending:
    """Send a letter; sent twice, it goes out once.

    Args:
        user: Who sends it.
        letter: The letter.
        digest: The digest of what they checked.
        now: The moment, from which days are counted.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        Refused: They may not send letters.
        WebError: It is not approved as it stands, it changed since it was checked, or its deadline cannot be.
        DocketError: The entry has mistakes.
    """
    require(principal_of(user), Act.SEND_A_LETTER, Thing(letter.review_id))
    with transaction.atomic():
        review = letter.review
        Chain.objects.select_for_update().get(pk=review.chain_id)
        sent = Sending.objects.filter(version__letter=letter).first()
        if sent is not None:
            return sent
        newest = newest_of(letter)
        if newest.digest != digest:
            message = f"this is no longer what you checked: {newest.by.name} saved version {newest.version}"
            raise WebError(Code.TAKEN, message, "check it as it stands now")
        if not LetterApproval.objects.filter(version=newest).exists():
            message = f"version {newest.version} of this letter is not approved"
            raise WebError(Code.NOT_YET, message, "a lead or a reviewer who drafted nothing of it has to approve it")
        content = read(newest)
        deadline = deadline_if_sent(review, content, now, place)
        entry = file_entry(user, review, _entry(review, content, deadline, now), place)
        data = {"sha256": digest, "entry": entry.number, "deadline": str(deadline.day), "zone": deadline.zone}
        event = happened(review.chain, Happened.REQUEST_SENT, user, f"letters/{letter.number}", data)
        sending = Sending.objects.create(
            version=newest, entry=entry, at=now, day=deadline.day, zone=deadline.zone, steps=list(deadline.steps),
            event=event,
        )  # fmt: skip
        for government in Government.objects.filter(review=review, key__in=content.to).order_by("key"):
            words = requested(about_of(sending, government, deadline.day), entry_text(content, deadline, now))
            put_out(sending, government, Kind.REQUEST, "", words, now)
        return sending


def entry_text(content: Content, deadline: Deadline, now: datetime) -> str:
    """The text of a letter with its days put in."""
    return content.filled(now.astimezone(zone_of(deadline.zone)).date(), deadline)


def _entry(review: Review, content: Content, deadline: Deadline, now: datetime) -> Filed:
    day = Moment.on(now.astimezone(zone_of(deadline.zone)).date())
    return Filed(
        number=0, kind=EntryKind.REQUEST, slug="", title=content.title, date=day, filed=day, by=review.reviewer,
        to=tuple(sorted(content.to)), deadline=Moment.on(deadline.day), text=entry_text(content, deadline, now),
    )  # fmt: skip
