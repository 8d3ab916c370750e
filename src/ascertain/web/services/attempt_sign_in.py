"""How often somebody may try to sign in: counted in the database, without keeping who tried from where."""

from __future__ import annotations

import ipaddress
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ascertain.web.records.models import Attempt

_WITHIN = timedelta(minutes=15)
_BY_ADDRESS, _BY_NETWORK = 10, 100
_SITE_BITS = 64
_SALT = "ascertain.web.sign-in"


def may_try(email: str, network: str) -> bool:
    """Count an attempt before it is made, so that many at once do not slip through.

    It makes no difference whether there is an account of that address.

    Args:
        email: The address that was typed.
        network: Where the request came from; empty where that is not known, and is then not counted.

    Returns:
        Whether it may be made.
    """
    now = timezone.now()
    limits = {_digest("email", email.strip().lower()): _BY_ADDRESS}
    if network:
        limits[_digest("network", _site(network))] = _BY_NETWORK
    with transaction.atomic():
        Attempt.objects.filter(at__lte=now - _WITHIN).delete()
        Attempt.objects.bulk_create([Attempt(of=of, at=now) for of in limits])
        return all(Attempt.objects.filter(of=of).count() <= most for of, most in limits.items())


def forget_attempts(email: str) -> None:
    """Whoever has signed in starts anew; those from their network still count."""
    Attempt.objects.filter(of=_digest("email", email.strip().lower())).delete()


def _digest(kind: str, of: str) -> str:
    return salted_hmac(f"{_SALT}.{kind}", of, algorithm="sha256").hexdigest()


def _site(network: str) -> str:
    """One household or office: of an IPv6 address its first half, since whoever has one has all that begin so."""
    try:
        address = ipaddress.ip_address(network)
    except ValueError:
        return network
    return str(ipaddress.ip_network((address, _SITE_BITS), strict=False)) if address.version == 6 else network
