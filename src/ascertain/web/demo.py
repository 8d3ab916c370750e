"""The worked case with a person for each role, for whoever wants to look around."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from ascertain.web.place import Place
from ascertain.web.policy.roles import RESPONDENTS, Role
from ascertain.web.records.models import Government, Member, Review, User
from ascertain.web.services.give_role import give_respondent_role, give_team_role
from ascertain.web.services.import_docket import import_docket
from ascertain.web.services.make_account import make_account

_DOMAIN = "demo.example"
_BYTES = 12


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody made up: their address and what they are."""

    email: str
    role: Role


_SECOND = Account(f"second@{_DOMAIN}", Role.REVIEWER)
"""Reviews what another drafted."""


def load_demo(docket: Path, place: Place, progress: Callable[[str], None]) -> tuple[tuple[Account, ...], str]:
    """Take over a docket and make a person for each role.

    Args:
        docket: The docket's folder.
        place: The place that is served.
        progress: Told in a few words what is being done.

    Returns:
        The accounts and the password of all of them, which is kept nowhere; none where the place has people already.
    """
    if User.objects.exists():
        return (), ""
    password = secrets.token_urlsafe(_BYTES)
    accounts = tuple(Account(f"{_word(role)}@{_DOMAIN}", role) for role in Role if role is not Role.PUBLIC)
    people = {one.role: _person(one, password) for one in accounts}
    administrator, lead = people[Role.ADMINISTRATOR], people[Role.LEAD]
    with transaction.atomic():
        review = import_docket(administrator, docket, place, progress, lead)
        for role in (Role.REVIEWER, Role.PUBLISHER):
            give_team_role(lead, review, people[role], role)
        second = _person(_SECOND, password)
        give_team_role(lead, review, second, Role.REVIEWER)
        government = _answering(review)
        for role in RESPONDENTS:
            give_respondent_role(lead, government, people[role], role)
    return (*accounts, _SECOND), password


def _word(role: Role) -> str:
    return role.value.split()[-1]


def _person(account: Account, password: str) -> User:
    name = account.email.partition("@")[0].capitalize()
    user = make_account(name, account.email, password)
    user.is_administrator = account.role is Role.ADMINISTRATOR
    user.save(update_fields=("is_administrator",))
    return user


def _answering(review: Review) -> Government:
    """The government that the demonstration's respondents answer for: the first member by name."""
    members = Member.objects.filter(government__review=review).order_by("government__name")
    return members.select_related("government")[0].government
