"""What falls due is done: reminders, overdue notices, digests and the mail that waits. Nothing of it is done twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ascertain.rulebook.mistakes import BadInput
from ascertain.web.place import Place
from ascertain.web.records.models import Review
from ascertain.web.services.deliver_mail import deliver_mail
from ascertain.web.services.mail_digests import mail_digests
from ascertain.web.services.remind import remind_unasked


@dataclass(frozen=True, slots=True)
class Done:
    """What was done in one review: governments reminded, messages and digests mailed; and what kept it from it."""

    review: str
    reminded: int
    mailed: int
    digests: int
    problem: str = ""


def do_due(now: datetime, place: Place, digests: bool) -> tuple[Done, ...]:
    """Do what is due at a moment, review by review. It can run at any time, and beside another run of itself.

    Whoever reminds first holds the chain of the review, and the other finds it done; of a message the database keeps
    that it was begun, before it leaves. A review whose rulebook is gone keeps no other from being served.

    Args:
        now: The moment.
        place: Where rulebooks that are named by a path are looked for.
        digests: Whether people are mailed what was filed since their last digest, once a day.
    """
    return tuple(_do(review, now, place, digests) for review in Review.objects.select_related("chain"))


def _do(review: Review, now: datetime, place: Place, digests: bool) -> Done:
    reminded, problem = 0, ""
    try:
        reminded = remind_unasked(review, now, place)
    except BadInput as wrong:
        problem = wrong.mistakes[0].message
    return Done(review.slug, reminded, deliver_mail(review), mail_digests(review, now) if digests else 0, problem)
