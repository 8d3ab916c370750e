"""How often somebody may try to sign in: counted in the database, without keeping who tried from where."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from ascertain.web.records.models import Attempt
from ascertain.web.services.attempt_token import BY_NETWORK, WITHIN, attempts_of, site_of

_BY_ADDRESS = 10


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
    limits = {attempts_of("email", email.strip().lower()): _BY_ADDRESS}
    if network:
        limits[attempts_of("network", site_of(network))] = BY_NETWORK
    with transaction.atomic():
        Attempt.objects.filter(at__lte=now - WITHIN).delete()
        Attempt.objects.bulk_create([Attempt(of=of, at=now) for of in limits])
        return all(Attempt.objects.filter(of=of).count() <= most for of, most in limits.items())


def forget_attempts(email: str) -> None:
    """Whoever has signed in starts anew; those from their network still count."""
    Attempt.objects.filter(of=attempts_of("email", email.strip().lower())).delete()
