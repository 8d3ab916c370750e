"""What went wrong in; one shape that says what, where and what to do (RFC 9457), out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

BELOW = "/api/"
TYPE = "application/problem+json"
Answer = Callable[[HttpRequest], HttpResponseBase]


class Kind(Enum):
    """The kinds of problems, each with its status, its title and what to do where nothing better is known."""

    UNREADABLE = (400, "This cannot be read", "send what the schema says")
    NOT_SIGNED_IN = (401, "You are nobody that is known here", "send a token, or sign in")
    NOT_ALLOWED = (403, "You may not do this", "ask somebody who may")
    NOT_FOUND = (404, "Nothing here", "check the address; what you may not see is not there either")
    NO_METHOD = (405, "Nothing is done here in this way", "use a method that the Allow header names")
    CONFLICT = (409, "Something stands in the way", "read what is there now, and try again")
    TOO_LARGE = (413, "This is too large", "send less at once")
    UNFIT = (422, "This cannot be done as asked", "change what the errors name")
    TOO_OFTEN = (429, "Too many requests", "wait as long as the Retry-After header says")
    FAILED = (500, "This failed", "try again; if it fails again, say so")

    def __init__(self, status: int, title: str, remedy: str) -> None:
        self.status, self.title, self.remedy = status, title, remedy

    @property
    def word(self) -> str:
        """Its name in addresses."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong: where, what, and what to do; ``code`` is that of a mistake of the docket's."""

    where: str
    what: str
    remedy: str = ""
    code: str = ""


class Problem(Exception):  # noqa: N818 - what is told, and not always a fault
    """Why a request is not answered as asked.

    Args:
        kind: The kind.
        detail: One plain sentence.
        remedy: What to do about it; the kind's own without one.
        errors: Each thing that is wrong.
        more: What else belongs to it, by its name.
        headers: What the answer's head says besides.
    """

    def __init__(
        self,
        kind: Kind,
        detail: str = "",
        remedy: str = "",
        errors: Sequence[Wrong] = (),
        more: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.remedy, self.errors = kind, detail or kind.title, remedy or kind.remedy, errors
        self.more, self.headers = more or {}, headers or {}

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The problem as an answer."""
        told = {
            "type": f"{BELOW}#{self.kind.word}",
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
            "instance": request.path,
            "remedy": self.remedy,
            "errors": [
                {"where": one.where, "what": one.what, "remedy": one.remedy or None, "code": one.code or None}
                for one in self.errors
            ],
            **self.more,
        }
        text = json.dumps(told, ensure_ascii=False)
        return HttpResponse(text, TYPE, self.kind.status, headers=dict(self.headers))


def as_problems(get_response: Answer) -> Answer:
    """Middleware: whatever else refuses a request to the API says so in the same shape."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        found = get_response(request)
        if not request.path_info.startswith(BELOW) or found.status_code < HTTPStatus.BAD_REQUEST:
            return found
        if found.headers.get("Content-Type") == TYPE:
            return found
        kind = next((one for one in Kind if one.status == found.status_code), None)
        if kind is None:
            kind = Kind.FAILED if found.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR else Kind.UNREADABLE
        kept = {name: found.headers[name] for name in ("Allow", "Retry-After") if name in found.headers}
        return Problem(kind, headers=kept).answer(request)

    return answer
