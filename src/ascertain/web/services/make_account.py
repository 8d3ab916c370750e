"""Somebody gets an account, with the address by which they were invited: that is how it is proven to be theirs."""

from __future__ import annotations

from allauth.account.models import EmailAddress

from ascertain.web.mistakes import Code, WebError
from ascertain.web.records.models import User


def make_account(name: str, email: str, password: str) -> User:
    """Make an account. Called in the transaction of whatever it comes of.

    Args:
        name: The person's name.
        email: Their address.
        password: What they will sign in with, checked before.

    Raises:
        WebError: The address has an account.
    """
    if User.objects.filter(email__iexact=email).exists():
        raise WebError(Code.TAKEN, f"{email} has an account", "sign in, and open the link again")
    user = User(email=User.objects.normalize_email(email).lower(), name=name)
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user
