"""What the environment says of signing in: who needs a second factor, and who else proves identities."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

from ascertain.web.mistakes import Code, WebError

DEMAND = "ASCERTAIN_SECOND_FACTOR"
AGAIN = "ASCERTAIN_ASK_AGAIN_MINUTES"
PROXIES = "ASCERTAIN_PROXIES"
OIDC = "ASCERTAIN_OIDC"
_MINUTES, _MOST_MINUTES, _MOST_PROXIES = 15, 720, 10
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Demand(StrEnum):
    """Whose account has to have a second factor; the team includes whoever keeps the site."""

    NOBODY = "nobody"
    TEAM = "team"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Provider:
    """Whoever proves identities by OpenID Connect: the issuer's address, and what it knows this site as."""

    key: str
    name: str
    issuer: str
    client: str
    secret: str


@dataclass(frozen=True, slots=True)
class Entrance:
    """How people sign in.

    ``again`` is the number of seconds after which somebody proves anew who they are before an act of weight;
    ``proxies`` the number of web servers that a request passes before it comes here.
    """

    demand: Demand
    again: int
    proxies: int
    providers: tuple[Provider, ...]


def entrance_of_environment(behind_a_server: bool) -> Entrance:
    """How the environment wants people to sign in.

    Args:
        behind_a_server: Whether a web server passes requests on, which is then the one proxy unless a number is named.

    Raises:
        WebError: A setting is none that there is.
    """
    demand = os.environ.get(DEMAND, "") or Demand.NOBODY.value
    if demand not in set(Demand):
        raise WebError(Code.NO_ENTRANCE, f'{DEMAND} is "{demand}", which is nobody', f"write {', '.join(Demand)}")
    providers = tuple(_provider(url) for url in os.environ.get(OIDC, "").split())
    keys = [one.key for one in providers]
    if len(keys) != len(set(keys)):
        raise WebError(Code.NO_ENTRANCE, f"two addresses in {OIDC} have one name", "name each with ?name=")
    return Entrance(
        demand=Demand(demand),
        again=60 * _number(AGAIN, _MINUTES, 1, _MOST_MINUTES),
        proxies=_number(PROXIES, int(behind_a_server), 0, _MOST_PROXIES),
        providers=providers,
    )


def _number(name: str, otherwise: int, least: int, most: int) -> int:
    text = os.environ.get(name, "") or str(otherwise)
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and least <= int(text) <= most):
        message = f'{name} is "{text}", which is no whole number from {least} to {most}'
        raise WebError(Code.NO_ENTRANCE, message, f"write one, such as {max(least, otherwise)}")
    return int(text)


def _provider(url: str) -> Provider:
    """The provider of an address such as ``https://client:secret@login.agency.example/realm?name=Agency``."""
    wrong = WebError(
        Code.NO_ENTRANCE,
        f"{OIDC} names no provider with a client and its secret",
        "write it as https://client:secret@login.agency.example?name=Agency",
    )
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise wrong from None
    host = parts.hostname or ""
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    name = parse_qs(parts.query).get("name", [host])[0]
    key = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name.lower()).strip("-")
    if not (secure and host and parts.username and parts.password and key):
        raise wrong
    at = f"[{host}]" if ":" in host else host
    issuer = urlunsplit((parts.scheme, at + port, parts.path.rstrip("/"), "", ""))
    return Provider(key, name, issuer, unquote(parts.username), unquote(parts.password))
