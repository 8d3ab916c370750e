"""Where a request came from."""

from __future__ import annotations

from django.http import HttpRequest

from ascertain.web.asking.who import the_place


def network_of(request: HttpRequest) -> str:
    """Where a request came from, as far as it is known: behind a web server, as that server says."""
    if not the_place().hosts:
        return str(request.META.get("REMOTE_ADDR", ""))
    return str(request.headers.get("X-Forwarded-For", "")).rpartition(",")[2].strip()
