"""The people of a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.test import Client

from ascertain.web.records.models import Government, Review, User

PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class People:
    """The worked case's review, the government that the respondents answer for, and people by what they are.

    ``other`` answers for another government of the same review, ``stranger`` has no part in any.
    """

    review: Review
    government: Government
    users: Mapping[str, User]

    def client(self, who: str) -> Client:
        """A browser in which this person is signed in; ``public`` is signed in as nobody."""
        client = Client(headers={"host": "localhost"})
        if who != PUBLIC:
            client.force_login(self.users[who])
        return client
