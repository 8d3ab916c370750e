"""Django's settings, from the place that the environment names; as strict as they can be by default."""

from __future__ import annotations

import os

from ascertain.web.database import database_of
from ascertain.web.entrance import entrance_of_environment
from ascertain.web.mail import mail_of
from ascertain.web.place import most_bytes, place_of_environment

PLACE = place_of_environment()

SECRET_KEY = PLACE.secret()  # empty until the folder is made, and then nothing can be signed
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *PLACE.hosts]
# The loopback knows no certificates; any other host is behind one.
_BEHIND_TLS = bool(PLACE.hosts)
ENTRANCE = entrance_of_environment(_BEHIND_TLS)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "ascertain.web.records",
    "ascertain.web.accounts",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "ascertain.web.pages.headers.strict_headers",
    "ascertain.web.api.problems.as_problems",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "ascertain.web.pages.refusals.explained",
    "ascertain.web.pages.demanding.second_factor_first",
]
ROOT_URLCONF = "ascertain.web.urls"
WSGI_APPLICATION = "ascertain.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "ascertain.web.pages.templating.environment"},
    }
]

# Mail leaves only through a server that the environment names; without one it stays in the outbox.
_MAIL = mail_of(os.environ.get("ASCERTAIN_MAIL", ""))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL else 'dummy'}.EmailBackend"
DEFAULT_FROM_EMAIL = _MAIL.sender if _MAIL else ""
if _MAIL:
    EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
    EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_TIMEOUT = _MAIL.start_tls, _MAIL.tls, 20

DATABASES = {"default": database_of(PLACE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "records.User"
CSRF_FAILURE_VIEW = "ascertain.web.pages.refusals.stale_form"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "reviews"
LOGOUT_REDIRECT_URL = "reviews"

# Accounts begin by invitation alone, and have one address, which is proven.
ACCOUNT_ADAPTER = "ascertain.web.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _BEHIND_TLS else "http"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_TEMPLATE_EXTENSION = "html.j2"
ACCOUNT_REAUTHENTICATION_TIMEOUT = ENTRANCE.again
ACCOUNT_RATE_LIMITS = {
    "login": "300/15m/ip",
    "login_failed": "100/15m/ip,10/15m/key",
    "reset_password": "20/15m/ip,3/15m/key",
}
ACCOUNT_FORMS = {
    "login": "ascertain.web.accounts.forms.SignIn",
    "reauthenticate": "ascertain.web.accounts.forms.Again",
    "change_password": "ascertain.web.accounts.forms.ChangePassword",
    "set_password": "ascertain.web.accounts.forms.SetPassword",
    "reset_password": "ascertain.web.accounts.forms.AskForReset",
    "reset_password_from_key": "ascertain.web.accounts.forms.Reset",
}
ALLAUTH_TRUSTED_PROXY_COUNT = ENTRANCE.proxies

MFA_ADAPTER = "ascertain.web.accounts.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Ascertain"
MFA_FORMS = {
    "authenticate": "ascertain.web.accounts.forms.Code",
    "reauthenticate": "ascertain.web.accounts.forms.CodeAgain",
    "activate_totp": "ascertain.web.accounts.forms.FirstCode",
    "add_webauthn": "ascertain.web.accounts.forms.NewPasskey",
    "login_webauthn": "ascertain.web.accounts.forms.PasskeyAlone",
    "authenticate_webauthn": "ascertain.web.accounts.forms.PasskeyBeside",
    "reauthenticate_webauthn": "ascertain.web.accounts.forms.PasskeyAgain",
}

SOCIALACCOUNT_ADAPTER = "ascertain.web.accounts.providers.ProviderAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
# A link and not a form leads to a provider: a form may be sent to this site alone.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": one.key,
                "name": one.name,
                "client_id": one.client,
                "secret": one.secret,
                "settings": {"server_url": one.issuer},
            }
            for one in ENTRANCE.providers
        ],
    }
}

# Counts of attempts, for all processes of the site.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "records_counts",
        "KEY_FUNCTION": "ascertain.web.accounts.counts.key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
PASSWORD_RESET_TIMEOUT = 3 * 60 * 60
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["email", "name"]}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
]

EXHIBIT_MOST_BYTES = most_bytes()
FILE_UPLOAD_HANDLERS = ["ascertain.web.asking.receiving.Receiver"]
DATA_UPLOAD_MAX_NUMBER_FILES = 5

LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _BEHIND_TLS
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in PLACE.hosts]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _BEHIND_TLS else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _BEHIND_TLS else 0
X_FRAME_OPTIONS = "DENY"
