"""The addresses at which people sign in and keep their accounts: of the library's pages these, and no others."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.contrib.auth.decorators import login_required
from django.urls import path, re_path
from django.views.decorators.http import require_POST, require_safe

from ascertain.web.pages.views.accounts import Account, ResetByMail, elsewhere, invitation, told, whole

entrances = [
    path("invitations/<str:token>", invitation, name="invitation"),
    path("sign-in", told(account.login), name="account_login"),
    path("sign-in/second-factor", told(factors.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey", told(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/address", account.email_verification_sent, name="account_email_verification_sent"),
    path("sign-in/address/<str:key>", whole(account.confirm_email), name="account_confirm_email"),
    path("sign-in/inactive", require_safe(account.account_inactive), name="account_inactive"),
    path("sign-in/cancelled", require_safe(social.login_cancelled), name="socialaccount_login_cancelled"),
    path("sign-in/failed", require_safe(social.login_error), name="socialaccount_login_error"),
    path("sign-in/with/<str:provider_id>", elsewhere(oidc.login), name="openid_connect_login"),
    path("sign-in/with/<str:provider_id>/back", elsewhere(oidc.callback), name="openid_connect_callback"),
    path("sign-up", account.signup, name="account_signup"),
    path("sign-out", require_POST(account.logout), name="account_logout"),
    path("password-reset", told(ResetByMail.as_view()), name="account_reset_password"),
    path("password-reset/sent", require_safe(account.password_reset_done), name="account_reset_password_done"),
    path(
        "password-reset/done",
        require_safe(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password-reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)$",
        whole(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("account", login_required(Account.as_view()), name="mfa_index"),
    path("account/password", whole(account.password_change), name="account_change_password"),
    path("account/password/first", whole(account.password_set), name="account_set_password"),
    path("account/again", told(account.reauthenticate), name="account_reauthenticate"),
    path("account/again/code", told(factors.reauthenticate), name="mfa_reauthenticate"),
    path("account/again/passkey", told(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("account/app", whole(app.activate_totp), name="mfa_activate_totp"),
    path("account/app/off", whole(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/codes", require_safe(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("account/codes/new", whole(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("account/codes/file", require_safe(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("account/passkeys", require_safe(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("account/passkeys/new", whole(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/name", whole(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("account/passkeys/<int:pk>/remove", whole(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]
