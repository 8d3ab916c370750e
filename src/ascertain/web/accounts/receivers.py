"""What happens to how somebody signs in, written to the site's chain in the transaction of the change."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import email_confirmed, password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from ascertain.web.chain.append import SITE, happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.records.models import User

_WORDS = {Authenticator.Type.TOTP: "authenticator app", Authenticator.Type.WEBAUTHN: "passkey"}


def listen() -> None:
    """Write to the chain what happens from now on."""
    password_changed.connect(_changed)
    password_set.connect(_changed)
    password_reset.connect(_reset)
    email_confirmed.connect(_confirmed)
    post_save.connect(_kept, sender=Authenticator)
    post_delete.connect(_removed, sender=Authenticator)


def _changed(user: User, **_: Any) -> None:
    _tell(Happened.PASSWORD_CHANGED, user)


def _reset(user: User, **_: Any) -> None:
    _tell(Happened.PASSWORD_RESET, user)


def _confirmed(email_address: Any, **_: Any) -> None:
    _tell(Happened.ADDRESS_PROVEN, email_address.user)


def _kept(instance: Authenticator, created: bool, **_: Any) -> None:
    if not created:
        return
    if instance.type in _WORDS:
        _tell(Happened.SECOND_FACTOR_ADDED, instance.user, {"what": _WORDS[instance.type]})
    else:
        _tell(Happened.RECOVERY_CODES_MADE, instance.user)


def _removed(instance: Authenticator, **_: Any) -> None:
    if instance.type in _WORDS:
        _tell(Happened.SECOND_FACTOR_REMOVED, instance.user, {"what": _WORDS[instance.type]})


def _tell(kind: Happened, user: User, data: dict[str, str] | None = None) -> None:
    with transaction.atomic():
        happened(SITE, kind, user, f"people/{user.pk}", data or {})
