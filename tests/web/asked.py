"""A request as far as a test needs it."""

from __future__ import annotations

from datetime import UTC, datetime

from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Letter, Sending
from ascertain.web.requesting.deadlines import Rule, Terms
from ascertain.web.requesting.letters import DEADLINE, Content
from ascertain.web.services.approve_letter import approve_letter
from ascertain.web.services.save_letter import begin_letter, newest_of
from ascertain.web.services.send_letter import send_letter
from web.people import People

NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)
ZONE = "America/New_York"
TERMS = Terms(Rule.WORKING_DAYS, ZONE, days=10, calendar="federal")
LETTER = Content("Evidence on the ordinance", f"Send us the ordinance by {DEADLINE}.", ("chicago",), TERMS)


def begun(people: People, content: Content = LETTER, key: str = "form-1") -> Letter:
    """A letter that the reviewer drafted."""
    return begin_letter(people.users[Role.REVIEWER], people.review, key, content)


def sent(people: People, place: Place, content: Content = LETTER, now: datetime = NOW) -> Sending:
    """A letter that the reviewer drafted, and the lead approved and sent."""
    letter, lead = begun(people, content), people.users[Role.LEAD]
    digest = newest_of(letter).digest
    approve_letter(lead, letter, digest)
    return send_letter(lead, letter, digest, now, place)
