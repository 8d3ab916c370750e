"""Signing in, signing out, and the page behind an invitation."""

from __future__ import annotations

from http import HTTPStatus

from django import forms
from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ascertain.web.asking.network import network_of
from ascertain.web.asking.who import user_of
from ascertain.web.records.models import User
from ascertain.web.services.accept_invitation import accept_invitation, open_invitation
from ascertain.web.services.attempt_sign_in import forget_attempts, may_try

TOO_OFTEN = "Too many attempts. Wait a quarter of an hour and try again."


class SignInForm(AuthenticationForm):
    """An address and its password; too many attempts are refused before any password is looked at."""

    def clean(self) -> dict[str, object]:
        """The two belong together, and not too many were tried."""
        email = str(self.data.get("username", ""))
        if not may_try(email, network_of(self.request) if self.request else ""):
            raise forms.ValidationError(TOO_OFTEN, code="too often")
        data = super().clean()
        if self.user_cache is not None:
            forget_attempts(email)
        return data


class SignIn(LoginView):
    """The form by which people sign in."""

    template_name = "sign-in.html.j2"
    redirect_authenticated_user = True
    authentication_form = SignInForm

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """The form again, with what was wrong; whoever tries too often is told so by the status, too."""
        answer = super().form_invalid(form)
        too_often = any(problem.code == "too often" for problem in form.non_field_errors().as_data())
        answer.status_code = HTTPStatus.TOO_MANY_REQUESTS if too_often else HTTPStatus.UNPROCESSABLE_ENTITY
        return answer


class SignOut(LogoutView):
    """Signs out; only by a form, so that no link elsewhere can."""


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
        user = accept_invitation(token, data.get("name", ""), data.get("email", ""), data.get("password", ""), user)
        login(request, user)
        return redirect("reviews")
    context = {"invitation": found, "form": form if user is None else None}
    return render(request, "invitation.html.j2", context, status=422 if form.errors else 200)
