"""The tokens by which programs act in one's name: made here, shown once, and taken back."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ascertain.web.accounts.recent import ask_again
from ascertain.web.asking.who import user_of
from ascertain.web.mistakes import WebError
from ascertain.web.records.models import Token, User
from ascertain.web.services.make_token import LONGEST_LABEL, make_token
from ascertain.web.services.revoke_token import revoke_token

_DAYS = (30, 90, 365)


class TokenForm(forms.Form):
    """What the token is for, for how long it is good, and whether it may change anything."""

    label = forms.CharField(
        label="Name", max_length=LONGEST_LABEL, help_text="The program that will use it, so that you know it again."
    )
    days = forms.TypedChoiceField(label="Good for", coerce=int, choices=[(one, f"{one} days") for one in _DAYS])
    writes = forms.ChoiceField(label="It may", choices=[("", "only read"), ("yes", "do what I may do")], required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """One's own tokens; sent, it makes one and shows it this once.

    Raises:
        Http404: Nobody is signed in.
    """
    user = _signed_in(request)
    form = TokenForm(request.POST if request.method == "POST" else None)
    made = ""
    if request.method == "POST" and form.is_valid():
        ask_again(request)
        data = form.cleaned_data
        try:
            _, made = make_token(user, data["label"], data["days"], data["writes"] == "yes")
            form = TokenForm()
        except WebError as wrong:
            first = wrong.mistakes[0]
            form.add_error(None, f"{first.message[0].upper()}{first.message[1:]}: {first.help}.")
    context = {"tokens": [(one, _state(one)) for one in Token.objects.filter(user=user)], "form": form, "made": made}
    return render(request, "tokens.html.j2", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Take back one of one's tokens.

    Raises:
        Http404: Nobody is signed in, or the token is not theirs.
    """
    if not revoke_token(_signed_in(request), number):
        raise Http404
    return redirect("tokens")


def _signed_in(request: HttpRequest) -> User:
    user = user_of(request)
    if user is None:
        raise Http404
    return user


def _state(token: Token) -> str:
    if token.revoked is not None:
        return "revoked"
    return "in use" if token.expires > timezone.now() else "has run out"
