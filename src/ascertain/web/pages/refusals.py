"""What went wrong in; a page that says what, and what can be done, out."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from ascertain.rulebook.mistakes import BadInput
from ascertain.web.pages.headers import Answer
from ascertain.web.policy.decide import Refused


def explained(get_response: Answer) -> Answer:
    """Middleware: a refusal names who may, and what is hidden is as if it were not there."""
    return _Explained(get_response)


class _Explained:
    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if isinstance(problem, Http404) or (isinstance(problem, Refused) and problem.hidden):
            return not_found(request)
        if isinstance(problem, Refused):
            return _page(request, HTTPStatus.FORBIDDEN, "You may not do this", str(problem), "")
        if isinstance(problem, BadInput):
            first = problem.mistakes[0]
            return _page(request, HTTPStatus.BAD_REQUEST, "This cannot be done as asked", first.message, first.help)
        return None


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, or none that this person may know of; both look the same."""
    message = "There is nothing at this address, or nothing that you may see."
    help_ = "" if request.user.is_authenticated else "If you have an account, sign in and try again."
    return _page(request, HTTPStatus.NOT_FOUND, "Nothing here", message, help_)


def not_so(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Something is asked in a way in which nobody may."""
    return _page(request, HTTPStatus.FORBIDDEN, "This cannot be done so", "You cannot do this in this way.", "")


def too_often(request: HttpRequest) -> HttpResponse:
    """Something was tried so often that it may be a guess."""
    message = "This was tried too often, by you or from where you are. Nothing was changed."
    return _page(
        request, HTTPStatus.TOO_MANY_REQUESTS, "Too often", message, "Wait a quarter of an hour and try again."
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Something failed that should not have; nothing of it was kept."""
    message = "This failed, and nothing was changed. It is written in the log of the server."
    return _page(
        request, HTTPStatus.INTERNAL_SERVER_ERROR, "This failed", message, "Try again; if it fails again, say so."
    )


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent is too much, or is no form; nothing of it was kept."""
    message = "What was sent cannot be read as a form, or is too much for one. Nothing was changed."
    return _page(request, HTTPStatus.BAD_REQUEST, "This cannot be read", message, "Go back, and send less at once.")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token does not match: the page was open for long, or another site sent it."""
    message = "The page that you sent was open for too long, or came from elsewhere. Nothing was changed."
    return _page(
        request, HTTPStatus.FORBIDDEN, "Send it again", message, "Go back, load the page anew and send it again."
    )


def _page(request: HttpRequest, status: HTTPStatus, title: str, message: str, help_: str) -> HttpResponse:
    return render(request, "refused.html.j2", {"title": title, "message": message, "help": help_}, status=status)
