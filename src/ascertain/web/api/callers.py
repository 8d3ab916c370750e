"""A request in; who asks, by a token or by a session, out."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.utils import check_csrf

from ascertain.web.api.pace import keep_pace
from ascertain.web.api.problems import Kind, Problem
from ascertain.web.asking.network import network_of
from ascertain.web.asking.who import user_of
from ascertain.web.records.models import Token, User
from ascertain.web.services.use_token import use_token

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_BEARER = "bearer"
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="Ascertain"'}


def somebody(request: HttpRequest) -> bool:
    """Who asks, where one has to be somebody; from here on they are ``request.user``.

    Raises:
        Problem: They are nobody, their token may not write, or a form of another site sent it.
    """
    token = _token(request)
    if token is not None:
        if request.method not in _READING and not token.writes:
            remedy = "make a token that may do what you may do"
            raise Problem(Kind.NOT_ALLOWED, "This token only reads.", remedy)
        request.user = token.user
    user = user_of(request)
    if user is None:
        raise Problem(Kind.NOT_SIGNED_IN, headers=_CHALLENGE)
    if token is None and check_csrf(request) is not None:
        remedy = "send the token of the csrftoken cookie as X-CSRFToken, or use a token for programs"
        raise Problem(Kind.NOT_ALLOWED, "This request could come from another site.", remedy)
    keep_pace(f"user {user.pk}")
    return True


def anybody(request: HttpRequest) -> bool:
    """Whoever asks for what everybody may read.

    Raises:
        Problem: They ask too often.
    """
    keep_pace(f"network {network_of(request)}")
    return True


def token_of(request: HttpRequest) -> Token | None:
    """The token that a request, which :func:`somebody` let in, was made with."""
    return getattr(request, "api_token", None)


def known(request: HttpRequest) -> User:
    """The person who asks, whom :func:`somebody` let in."""
    user = user_of(request)
    assert user is not None, "nobody else is let in"
    return user


def _token(request: HttpRequest) -> Token | None:
    shown = request.headers.get("Authorization", "")
    if not shown:
        return None
    scheme, _, text = shown.partition(" ")
    token = use_token(text.strip(), network_of(request)) if scheme.lower() == _BEARER else None
    if token is None:
        remedy = "make a token on the page of your account, and send it as Authorization: Bearer TOKEN"
        raise Problem(
            Kind.NOT_SIGNED_IN, "This token was never made, has run out or was revoked.", remedy, headers=_CHALLENGE
        )
    request.api_token = token  # type: ignore[attr-defined]
    return token
