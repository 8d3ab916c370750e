"""Second factors: who needs one, and how what proves them is kept."""

from __future__ import annotations

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils.crypto import salted_hmac

from ascertain.web.entrance import Demand
from ascertain.web.records.models import TeamMember, User

_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # the library is not typed
    """What allauth asks of this site about second factors."""

    error_messages = {  # noqa: RUF012 - the library's own way
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "This is your only second factor, and you need one. Add a passkey first.",
        "incorrect_code": "This code or passkey is not the right one. Codes change every half minute.",
    }

    def encrypt(self, text: str) -> str:
        """What is kept of a secret, so that a copy of the database alone makes no codes."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whoever needs a second factor keeps their last one until there is another."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=_FACTORS)
        return not demanded_of(authenticator.user) or others.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - the library's name
        """What a passkey is called where its owner calls it nothing."""
        return f"Passkey {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"


def _cipher() -> Fernet:
    key = salted_hmac("ascertain.web.accounts.factors", "", secret=settings.SECRET_KEY, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))


def demanded_of(user: User) -> bool:
    """Whether somebody needs a second factor here."""
    demand = settings.ENTRANCE.demand
    if demand is Demand.TEAM:
        return user.is_administrator or TeamMember.objects.filter(user=user).exists()
    return demand is Demand.EVERYBODY


def has_second_factor(user: User) -> bool:
    """Whether somebody has an authenticator app or a passkey; recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=_FACTORS).exists())
