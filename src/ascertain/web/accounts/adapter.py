"""How accounts work here: they begin by invitation, and mail about them leaves only where a mail server is named."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.http import HttpRequest

from ascertain.web.accounts.recent import recently_proven
from ascertain.web.asking.network import network_of
from ascertain.web.records.models import User
from ascertain.web.services.deliver_mail import mail_is_set_up

_LOG = logging.getLogger(__name__)
TOO_OFTEN = "Too many attempts. Wait a quarter of an hour and try again."
_NOTICES = {
    "account/email/password_changed": "The password of your account was changed.",
    "account/email/password_set": "Your account was given a password.",
    "account/email/password_reset": "The password of your account was set anew by a link that was sent to you.",
    "mfa/email/totp_activated": "An authenticator app became a second factor of your account.",
    "mfa/email/totp_deactivated": "The authenticator app is no second factor of your account any more.",
    "mfa/email/webauthn_added": "A passkey was added to your account.",
    "mfa/email/webauthn_removed": "A passkey was removed from your account.",
    "mfa/email/recovery_codes_generated": "The recovery codes of your account were made anew.",
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # the library is not typed
    """What allauth asks of this site about accounts."""

    error_messages = {  # noqa: RUF012 - the library's own way
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account but by an invitation."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where a request came from; all of which that is not known are counted together."""
        return network_of(request) or "unknown"

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Whether somebody proves anew who they are before they change how they sign in."""
        return self.request is None or not recently_proven(self.request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail. That it cannot be sent tells nobody whether there is an account: it goes to the log."""
        if not mail_is_set_up():
            return
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            _LOG.exception("a mail about an account could not be handed to the mail server")

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell a person what was changed about how they sign in, so that they notice if it was not they."""
        address = email or EmailAddress.objects.get_primary_email(user)
        if address:
            self.send_mail("account/email/notice", address, {"user": user, "what": _NOTICES[template_prefix]})
