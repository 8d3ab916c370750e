"""Whoever needs a second factor and has none sets one up before anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from ascertain.web.accounts.factors import demanded_of, has_second_factor
from ascertain.web.asking.who import user_of
from ascertain.web.entrance import Demand
from ascertain.web.pages.headers import Answer

_TO_SET_IT_UP = "mfa_"
_ALLOWED = ("account_logout", "account_reauthenticate", "account_change_password")


def second_factor_first(get_response: Answer) -> Answer:
    """Middleware: every other address leads to the page on which a second factor is set up."""
    return _Demanding(get_response)


class _Demanding:
    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> HttpResponseBase | None:
        match = request.resolver_match
        name = match.url_name or "" if match else ""
        if settings.ENTRANCE.demand is Demand.NOBODY or name.startswith(_TO_SET_IT_UP) or name in _ALLOWED:
            return None
        return redirect("mfa_index") if lacks_second_factor(request) else None


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether whoever asks needs a second factor and has none."""
    user = user_of(request)
    return user is not None and demanded_of(user) and not has_second_factor(user)
