"""A place in; a web docket that listens on the loopback out."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module

from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import DATA, DATABASE, HOSTS, Place, make_place

_LEEWAY = 3


def prepare(place: Place) -> None:
    """Make the place and let Django know it; from here on records can be used.

    Raises:
        WebError: The place, its database or what is needed for it is missing.
    """
    make_place(place)
    os.environ |= {DATA: str(place.folder), DATABASE: place.database, HOSTS: ",".join(place.hosts)}
    os.environ["DJANGO_SETTINGS_MODULE"] = "ascertain.web.settings"
    try:
        import django
    except ImportError:
        message = "what a web docket needs is not installed"
        raise WebError(
            Code.NOT_INSTALLED, message, "install ascertain[web]; in a checkout: tools/setup.sh web"
        ) from None
    django.setup()
    _migrate()


def _migrate() -> None:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except (DatabaseError, ImproperlyConfigured) as error:
        said = str(error).strip().splitlines()[0]
        message = f"the database cannot be used: {said}"
        raise WebError(Code.NO_DATABASE, message, "check that it runs, and its URL in ASCERTAIN_DATABASE") from None


def serve(host: str, port: int, ready: Callable[[str], None]) -> None:
    """Answer requests until interrupted.

    Args:
        host: The address to listen on.
        port: The port; 0 takes a free one.
        ready: Told the address of the site as soon as it answers.

    Raises:
        WebError: The address cannot be listened on.
    """
    from django.conf import settings
    from waitress.server import create_server

    from ascertain.web.wsgi import application

    import_module(settings.ROOT_URLCONF)  # all pages, so that whoever comes first does not wait for them
    most = _LEEWAY * settings.EXHIBIT_MOST_BYTES  # what is a little too large gets a page that says so
    try:
        server = create_server(
            application,
            host=host,
            port=port,
            ident="ascertain",
            threads=8,
            max_request_body_size=most,
            # What the web servers before this one say is believed by `network_of`; without any, nobody's word is.
            clear_untrusted_proxy_headers=not settings.ENTRANCE.proxies,
        )
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise WebError(
            Code.NO_ADDRESS, f"{host}:{port} cannot be listened on: {reason}", "name another --port"
        ) from None
    ready(f"http://{host}:{server.effective_port}/")
    try:
        server.run()
    finally:
        server.close()
