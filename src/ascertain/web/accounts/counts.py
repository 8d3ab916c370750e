"""Under which name attempts are counted: a keyed digest, so that neither addresses nor networks are kept."""

from __future__ import annotations

from django.utils.crypto import salted_hmac


def key(name: str, prefix: str, version: int) -> str:
    """The name in the table of counts for what is counted."""
    return salted_hmac("ascertain.web.counts", f"{prefix}:{version}:{name}", algorithm="sha256").hexdigest()
