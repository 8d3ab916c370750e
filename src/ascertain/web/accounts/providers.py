"""Identities that somebody else proves: they sign in whoever was invited with that address, and nobody else."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.shortcuts import render

from ascertain.web.records.models import User

_SAID_SO = (True, "true")
"""How a provider says that it has proven an address; some send text, of which only this one counts."""


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # the library is not typed
    """What allauth asks of this site about identities from elsewhere."""

    def authenticate_by_email(self, sociallogin: Any) -> tuple[User, str] | None:
        """The account that was invited with an address that the provider has proven."""
        for proven in (one.email for one in sociallogin.email_addresses if one.verified in _SAID_SO):
            held = EmailAddress.objects.filter(email__iexact=proven, verified=True).select_related("user").first()
            if held is not None:
                return held.user, held.email
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let nobody in who was not invited, and nobody tie an identity to an account for good.

        Raises:
            ImmediateHttpResponse: What they are told instead.
        """
        if sociallogin.state.get("process") != "login" or not sociallogin.is_existing:
            raise ImmediateHttpResponse(render(request, "account/not-invited.html.j2", status=403))
