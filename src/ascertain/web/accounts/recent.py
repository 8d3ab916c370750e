"""Whether somebody has proven lately who they are; if not, they do so before an act of weight."""

from __future__ import annotations

import time
from datetime import datetime

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest

# An identity from elsewhere proves that somebody signed in there, which may be long ago.
_PROVES = ("password", "mfa")


def proven_at(request: HttpRequest) -> float:
    """When whoever is signed in last gave a password, a code or a passkey, in seconds since 1970; 0 if never."""
    records = get_authentication_records(request, request.user)
    return max((float(one["at"]) for one in records if one.get("method") in _PROVES), default=0.0)


def recently_proven(request: HttpRequest) -> bool:
    """Whether that is no longer ago than the setting allows."""
    return time.time() - proven_at(request) < settings.ENTRANCE.again


def ask_again(request: HttpRequest, since: datetime | None = None) -> None:
    """Let somebody go on only if they have proven lately who they are. What they sent is done once they have.

    Args:
        request: What they sent, after it was found that they may do it.
        since: A moment after which they have to have done so, where how long ago it may be is not enough.

    Raises:
        ReauthenticationRequired: They have not, and are asked.
    """
    if not recently_proven(request) or (since is not None and proven_at(request) < since.timestamp()):
        raise ReauthenticationRequired
