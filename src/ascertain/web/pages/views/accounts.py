"""The page behind an invitation, one's own account, and what becomes of the library's own pages here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.account.views import PasswordResetView
from allauth.mfa.base.views import IndexView
from django import forms
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from ascertain.web.asking.who import user_of
from ascertain.web.pages.demanding import lacks_second_factor
from ascertain.web.records.models import User
from ascertain.web.services.accept_invitation import accept_invitation, open_invitation
from ascertain.web.services.deliver_mail import mail_is_set_up

_LOG = logging.getLogger(__name__)
_View = Callable[..., HttpResponseBase]
_FORMS = ("form", "webauthn_form")
_TOO_OFTEN = {"too_many_login_attempts", "rate_limited"}


def told(view: _View) -> _View:
    """One of the library's pages: what was wrong with a form is told by the status, too."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **more: Any) -> HttpResponseBase:
        response = view(request, *args, **more)
        if request.method == "POST" and isinstance(response, TemplateResponse):
            context = response.context_data or {}
            problems = {
                problem.code
                for form in (context.get(name) for name in _FORMS)
                if isinstance(form, forms.BaseForm)
                for found in form.errors.as_data().values()
                for problem in found
            }
            if problems:
                often = bool(problems & _TOO_OFTEN)
                response.status_code = HTTPStatus.TOO_MANY_REQUESTS if often else HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    return answer


def whole(view: _View) -> _View:
    """One of the library's pages that changes an account: what it changes and what the chain says of it are one."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **more: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **more)
        with transaction.atomic():
            return view(request, *args, **more)

    return told(answer)


def elsewhere(view: _View) -> _View:
    """One of the library's pages that asks a provider of identities: that it is silent is no failure of this site."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **more: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **more)
        except (OSError, LookupError, ValueError):
            _LOG.exception("a provider of identities did not answer as it should")
            return redirect("socialaccount_login_error")

    return require_safe(answer)


class Account(IndexView):  # type: ignore[misc] # the library is not typed
    """One's own account: address, password and second factors."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the page shows."""
        context: dict[str, Any] = super().get_context_data(**more)
        return context | {"lacks": lacks_second_factor(self.request), "mail": mail_is_set_up()}


class ResetByMail(PasswordResetView):  # type: ignore[misc]
    """Asks for a link by which one sets one's password anew."""

    def dispatch(self, request: HttpRequest, *args: Any, **more: Any) -> HttpResponseBase:
        """Say so where no mail leaves."""
        if not mail_is_set_up():
            status = HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK
            return render(request, "account/no-mail.html.j2", status=status)
        answer: HttpResponseBase = super().dispatch(request, *args, **more)
        return answer


class AccountForm(forms.Form):
    """What an account needs; nothing else is asked."""

    name = forms.CharField(label="Name", max_length=200)
    email = forms.EmailField(label="Address", max_length=254)
    password = forms.CharField(
        label="Password", widget=forms.PasswordInput, strip=False, max_length=1000, help_text="At least 12 characters."
    )

    def clean(self) -> dict[str, object]:
        """The password is long, not common, and unlike the name and the address."""
        data = super().clean() or {}
        if "password" in data:
            try:
                validate_password(data["password"], User(name=data.get("name", ""), email=data.get("email", "")))
            except forms.ValidationError as problem:
                self.add_error("password", problem)
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation: with the account that is signed in, or by making one."""
    found = open_invitation(token)
    user = user_of(request)
    form = AccountForm(request.POST if request.method == "POST" and user is None else None)
    if found.email:
        form.fields.pop("email")
    if request.method == "POST" and (user is not None or form.is_valid()):
        data = form.cleaned_data if user is None else {}
        made = accept_invitation(token, data.get("name", ""), data.get("email", ""), data.get("password", ""), user)
        if user is None:
            login(request, made)
        return redirect("reviews")
    context = {"invitation": found, "form": form if user is None else None}
    return render(request, "invitation.html.j2", context, status=422 if form.errors else 200)
