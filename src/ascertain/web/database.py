"""The URL of a database in; what Django needs to know of it out."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place

_SCHEMES = ("postgres", "postgresql")
_WAIT_SECONDS = 20
# Writers wait for each other from their first statement on, since one that began by reading could not be let in later;
# what was acknowledged is on the disk, and readers are never held up.
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": _WAIT_SECONDS,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}


def database_of(place: Place) -> dict[str, Any]:
    """The entry of Django's ``DATABASES``.

    Args:
        place: The place; without a database URL it is the SQLite file in its folder.

    Raises:
        WebError: The URL is none of a PostgreSQL database.
    """
    if not place.database:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(place.database_file), "OPTIONS": dict(_SQLITE)}
    help_ = "write it as postgresql://user:password@host:5432/name"
    try:
        parts = urlsplit(place.database)
        port = parts.port
    except ValueError:
        raise WebError(Code.NO_DATABASE, "the port of the database's URL is no number", help_) from None
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in _SCHEMES or not name:
        raise WebError(Code.NO_DATABASE, "this is no URL of a PostgreSQL database", help_)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
