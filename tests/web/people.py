"""The people of a test."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from ascertain.web.records.models import Government, Review, User

PUBLIC = "public"
PASSWORD = "a long password for tests"  # noqa: S105 - of nobody


@dataclass(frozen=True, slots=True)
class People:
    """The worked case's review, the government that the respondents answer for, and people by what they are.

    ``other`` answers for another government of the same review, ``stranger`` has no part in any.
    """

    review: Review
    government: Government
    users: Mapping[str, User]

    def client(self, who: str, ago: float = 0.0) -> Client:
        """A browser in which this person is signed in; ``public`` is signed in as nobody.

        Args:
            who: The person.
            ago: How many seconds ago they gave their password.
        """
        client = Client(headers={"host": "localhost"})
        if who != PUBLIC:
            client.force_login(self.users[who])
            prove(client, self.users[who], ago)
        return client


def prove(client: Client, user: User, ago: float = 0.0) -> None:
    """As if somebody who is signed in had given their password so many seconds ago."""
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time() - ago}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
