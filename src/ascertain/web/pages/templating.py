"""The environment of the templates: everything is escaped, and a name that is not there is a mistake."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.html import json_script
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

import ascertain.publish.html
import ascertain.publish.proof
from ascertain import __version__
from ascertain.publish.html.report import FILTERS
from ascertain.web.entrance import Provider
from ascertain.web.pages.places import place
from ascertain.web.pages.vocabulary import place_of
from ascertain.web.services.deliver_mail import mail_is_set_up

_HERE = Path(__file__).with_name("templates")
_REPORT = Path(ascertain.publish.html.__file__).with_name("templates")
_PROOF = Path(ascertain.publish.proof.__file__).with_name("templates")


def environment(**options: Any) -> Environment:
    """The environment that Django asks for; templates here come before those of the report, whose shapes they share."""
    made = Environment(  # noqa: S701 - everything is escaped, as the options say
        **(
            options
            | {"loader": FileSystemLoader([_HERE, _REPORT, _PROOF]), "undefined": StrictUndefined, "autoescape": True}
        ),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"url": _url, "static": _static, "version": __version__, "messages_of": get_messages}
    made.globals |= {"place_of": place_of, "mail_is_set_up": mail_is_set_up, "providers_of": _providers}
    made.filters |= {**FILTERS, "place": place, "json_script": json_script, "marked": _marked}
    return made


def _marked(text: str) -> Markup:
    """Text in which `` `code` `` and ``*emphasis*`` are marked as in Markdown, which the schema's readers know."""
    escaped = str(escape(text))
    coded = re.sub(r"(`+)([^`]+)\1", r"<code>\2</code>", escaped)
    return Markup(re.sub(r"\*([^*]+)\*", r"<em>\1</em>", coded))  # noqa: S704 - escaped above


def _providers() -> tuple[Provider, ...]:
    return tuple(settings.ENTRANCE.providers)


def _url(name: str, *args: object) -> str:
    return reverse(name, args=args)


def _static(name: str) -> str:
    return f"/static/{name}?v={__version__}"
