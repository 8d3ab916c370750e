"""Where a request came from."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """Where a request came from, as far as it is known; empty where it is not.

    Each web server before this site adds to ``X-Forwarded-For`` where it got the request from. As many entries, counted
    from the end, can be believed as there are such servers; whatever stands before them a browser can have written.
    """
    told = [one.strip() for one in str(request.headers.get("X-Forwarded-For", "")).split(",") if one.strip()]
    if settings.ENTRANCE.proxies and told:
        return told[-min(settings.ENTRANCE.proxies, len(told))]
    return str(request.META.get("REMOTE_ADDR", ""))
