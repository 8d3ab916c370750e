"""A program shows a token; whose it is, if it is good."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from ascertain.web.mistakes import Code, WebError
from ascertain.web.records.models import Token
from ascertain.web.services.attempt_token import may_try_token
from ascertain.web.services.invite import digest_of

_EXACT = timedelta(minutes=1)


def use_token(text: str, network: str) -> Token | None:
    """The token with this text, with its person; none where it was never made, is revoked or has run out.

    Args:
        text: What was shown.
        network: Where it was shown from; empty where that is not known.

    Raises:
        WebError: Too many that were none were shown from that network.
    """
    now = timezone.now()
    good = Token.objects.filter(revoked=None, expires__gt=now, user__is_active=True).select_related("user")
    found = good.filter(digest=digest_of(text)).first()
    if found is None and not may_try_token(network):
        message = "too many tokens that are none were tried from this network"
        raise WebError(Code.TOO_OFTEN, message, "wait a quarter of an hour and try again")
    if found is not None and (found.used is None or found.used <= now - _EXACT):
        stale = Q(used=None) | Q(used__lte=now - _EXACT)
        Token.objects.filter(stale, pk=found.pk).update(used=now)
    return found
