"""An exception in; the problem that it is, out."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from ascertain.docket.mistakes import Code as DocketCode
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.web.api.drafts import draft_object
from ascertain.web.api.problems import Kind, Problem, Wrong
from ascertain.web.mistakes import Code
from ascertain.web.policy.decide import Refused
from ascertain.web.responding.draft import draft_of
from ascertain.web.services.save_claim import SavedMeanwhile

_KINDS: dict[str, Kind] = {
    Code.TAKEN: Kind.CONFLICT,
    Code.NOT_YET: Kind.CONFLICT,
    Code.UNKNOWN: Kind.NOT_FOUND,
    Code.TOO_LARGE: Kind.TOO_LARGE,
    Code.TOO_OFTEN: Kind.TOO_OFTEN,
    DocketCode.NUMBER_TAKEN: Kind.CONFLICT,
    DocketCode.GAP: Kind.CONFLICT,
}
_QUARTER_OF_AN_HOUR = {"Retry-After": str(15 * 60)}


def explain(api: NinjaAPI) -> None:
    """Let an API tell of everything that can go wrong in one shape."""
    for one in (
        Problem,
        Http404,
        Refused,
        BadInput,
        ValidationError,
        HttpError,
        RequestDataTooBig,
        TooManyFieldsSent,
        TooManyFilesSent,
        MultiPartParserError,
    ):
        api.add_exception_handler(one, _answer)


def _answer(request: HttpRequest, wrong: Exception | type[Exception]) -> HttpResponse:
    assert isinstance(wrong, Exception)
    return problem_of(wrong).answer(request)


def problem_of(wrong: Exception) -> Problem:
    """The problem that an exception is."""
    match wrong:
        case Problem():
            return wrong
        case Refused(hidden=False):
            return Problem(Kind.NOT_ALLOWED, _sentence(str(wrong)), "ask somebody who may")
        case Http404() | Refused():
            return Problem(Kind.NOT_FOUND, "There is nothing at this address, or nothing that you may see.")
        case BadInput():
            return _of_mistakes(wrong)
        case ValidationError():
            return Problem(Kind.UNFIT, "What was sent is not what is asked for.", errors=list(_of_fields(wrong)))
        case RequestDataTooBig():
            return Problem(Kind.TOO_LARGE)
    return Problem(Kind.UNREADABLE)


def _of_mistakes(wrong: BadInput) -> Problem:
    first = wrong.mistakes[0]
    kind = _KINDS.get(first.code, Kind.UNFIT)
    more: dict[str, object] = {}
    if isinstance(wrong, SavedMeanwhile):
        held = wrong.task
        more = {"current": {"version": held.version, "claim": draft_object(draft_of(held.content))}}
    errors = [Wrong(_place(one), one.message, one.help, one.code) for one in wrong.mistakes]
    headers = _QUARTER_OF_AN_HOUR if kind is Kind.TOO_OFTEN else {}
    return Problem(kind, _sentence(first.message), first.help, errors, more, headers)


def _place(mistake: Mistake) -> str:
    return next((f"{one.file}:{one.line}:{one.column}" for one in mistake.places), "")


def _of_fields(wrong: ValidationError) -> Iterator[Wrong]:
    for one in wrong.errors:
        yield Wrong(".".join(map(str, one.get("loc", ()))), str(one.get("msg", "")))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."
