"""The address of a mail server in; what Django needs to know of it out. Without one, no mail leaves."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from ascertain.web.mistakes import Code, WebError

_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server, and whom mail comes from."""

    host: str
    port: int
    user: str
    password: str
    start_tls: bool
    tls: bool
    sender: str


def mail_of(url: str) -> Mail | None:
    """The mail server of a URL such as ``smtp+tls://user:password@mail.agency.example?from=review@agency.example``.

    Args:
        url: The URL; empty where no mail is to leave.

    Raises:
        WebError: It is none of a mail server, or names no sender.
    """
    if not url:
        return None
    help_ = "write it as smtp+tls://user:password@host:587?from=address"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise WebError(Code.NO_MAIL, "the port of the mail server's URL is no number", help_) from None
    sender = parse_qs(parts.query).get("from", [""])[0]
    if parts.scheme not in _PORTS or not parts.hostname or "@" not in sender:
        raise WebError(Code.NO_MAIL, "this is no URL of a mail server with the address that mail comes from", help_)
    return Mail(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        start_tls=parts.scheme == "smtp+tls",
        tls=parts.scheme == "smtps",
        sender=sender,
    )
