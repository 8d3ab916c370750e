"""How often tokens that are none may be tried from a network: counted in the database, without keeping from where."""

from __future__ import annotations

import ipaddress
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ascertain.web.records.models import Attempt

WITHIN = timedelta(minutes=15)
BY_NETWORK = 100
_SITE_BITS = 64
_SALT = "ascertain.web.sign-in"


def may_try_token(network: str) -> bool:
    """Count a token that was none against the network that it came from.

    Args:
        network: Where the request came from; empty where that is not known, and is then not counted.

    Returns:
        Whether another may be tried from there.
    """
    now, of = timezone.now(), attempts_of("token", site_of(network))
    if not network:
        return True
    with transaction.atomic():
        Attempt.objects.filter(at__lte=now - WITHIN).delete()
        Attempt.objects.create(of=of, at=now)
        return Attempt.objects.filter(of=of).count() <= BY_NETWORK


def attempts_of(kind: str, of: str) -> str:
    """Under what attempts are counted: a keyed digest, from which nobody reads who tried."""
    return salted_hmac(f"{_SALT}.{kind}", of, algorithm="sha256").hexdigest()


def site_of(network: str) -> str:
    """One household or office: of an IPv6 address its first half, since whoever has one has all that begin so."""
    try:
        address = ipaddress.ip_address(network)
    except ValueError:
        return network
    return str(ipaddress.ip_network((address, _SITE_BITS), strict=False)) if address.version == 6 else network
