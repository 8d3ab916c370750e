"""What people fill in to sign in: the library's forms in this site's words, without hints inside of the fields."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

_LONGEST_CODE = 30
_PASSWORD = "At least 12 characters, and none that many people use."  # noqa: S105 - what is said of one


class _Plain:
    """Takes the hints out of the fields, where they vanish as soon as somebody types."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = _PASSWORD if name == "password1" else ""
        first = next(iter(self.fields.values()))
        first.widget.attrs["autofocus"] = True


class SignIn(_Plain, account.LoginForm):  # type: ignore[misc] # the library is not typed
    """An address and its password."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "maxlength": 254}


class Again(_Plain, account.ReauthenticateForm):  # type: ignore[misc]
    """One's password, once more."""


class ChangePassword(_Plain, account.ChangePasswordForm):  # type: ignore[misc]
    """The old password, and the new one twice."""


class SetPassword(_Plain, account.SetPasswordForm):  # type: ignore[misc]
    """A first password, twice."""


class AskForReset(_Plain, account.ResetPasswordForm):  # type: ignore[misc]
    """The address that a link is sent to."""


class Reset(_Plain, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, twice."""


class _Code(_Plain):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["code"].widget.attrs |= {"maxlength": _LONGEST_CODE, "spellcheck": "false"}


class Code(_Code, mfa.AuthenticateForm):  # type: ignore[misc]
    """A code of the app, or a recovery code."""


class CodeAgain(_Code, mfa.ReauthenticateForm):  # type: ignore[misc]
    """The same, to prove anew who one is."""


class FirstCode(_Code, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app."""


def _credential(kind: type[AuthenticationResponse | RegistrationResponse]) -> forms.JSONField:
    """What a browser sends of a passkey. The library fails on what no browser sends, so that is refused before."""

    def check(sent: object) -> None:
        try:
            assert isinstance(sent, dict)
            kind.from_dict(sent)
        except (AssertionError, AttributeError, LookupError, TypeError, ValueError):
            raise forms.ValidationError("This is no passkey.", code="no passkey") from None

    return forms.JSONField(widget=forms.HiddenInput, validators=[check])


class NewPasskey(passkeys.AddWebAuthnForm):  # type: ignore[misc]
    """What a passkey is called, and whether it is enough by itself."""

    credential = _credential(RegistrationResponse)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["name"].label = "Name"
        self.fields["name"].widget.attrs["maxlength"] = 100
        self.fields["passwordless"].label = "Sign in with it alone, without address and password"
        self.fields["passwordless"].help_text = ""


class PasskeyAlone(passkeys.LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey in the place of address and password."""

    credential = _credential(AuthenticationResponse)


class PasskeyBeside(passkeys.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as a second factor."""

    credential = _credential(AuthenticationResponse)


class PasskeyAgain(passkeys.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey, to prove anew who one is."""

    credential = _credential(AuthenticationResponse)
