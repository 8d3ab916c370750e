"""The days that an address names."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from ascertain.web.mistakes import Code, WebError


def day_of(request: HttpRequest, name: str, otherwise: date) -> date:
    """The day that a page is asked for.

    Args:
        request: What was asked.
        name: The part of the address that names the day.
        otherwise: The day where it names none.

    Raises:
        WebError: It names no day of the calendar.
    """
    return day_in(request.GET.get(name, ""), otherwise)


def day_in(text: str, otherwise: date) -> date:
    """The day that somebody wrote.

    Args:
        text: What they wrote.
        otherwise: The day where they wrote nothing.

    Raises:
        WebError: It names no day of the calendar.
    """
    written = text.strip()
    if not written:
        return otherwise
    try:
        return date.fromisoformat(written)
    except ValueError:
        shown = written[:20].encode("unicode_escape").decode()
        message = f'"{shown}" is no day of the calendar'
        raise WebError(Code.UNFIT, message, "write year, month and day, such as 2017-07-06") from None
