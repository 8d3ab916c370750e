"""Who answers, for which government, in which response: looked up once a request, and hidden from everybody else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404

from ascertain.web.asking.who import Asking, asking
from ascertain.web.policy.decide import Refused, Thing, may, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_governments, visible_responses
from ascertain.web.records.models import Government, Response, Submission, User


@dataclass(frozen=True, slots=True)
class Answering:
    """A person before a response of their government."""

    who: Asking
    response: Response
    submission: Submission | None

    @property
    def government(self) -> Government:
        """Whose response it is."""
        return self.response.government

    def may(self, act: str) -> bool:
        """Whether they may do this for the government."""
        return may(self.who.principal, Act(act), Thing(self.who.review.pk, self.government.pk))

    @property
    def edits(self) -> bool:
        """Whether they may change it, and it can still be changed."""
        return self.submission is None and self.may(Act.EDIT_A_RESPONSE)

    def user(self, act: Act) -> User:
        """The person, who may do this.

        Raises:
            Refused: They may not.
        """
        return allowed(self.who, self.government, act)


def allowed(who: Asking, government: Government, act: Act) -> User:
    """The person who asks, if they may do this for a government.

    Raises:
        Refused: They may not.
    """
    require(who.principal, act, Thing(who.review.pk, government.pk))
    if who.user is None:
        raise Refused(act, hidden=True)
    return who.user


def answering(request: HttpRequest, slug: str, number: int) -> Answering:
    """Who asks for a response.

    Raises:
        Http404: There is none, or it is another government's.
    """
    who = asking(request, slug)
    readable = visible_responses(who.principal, who.review)
    found = get_object_or_404(
        readable.select_related("government__review__chain", "request__review", "corrects__submission__entry"),
        pk=number,
    )
    sent = Submission.objects.filter(response=found).select_related("entry", "certification__by", "event").first()
    return Answering(who, found, sent)


def own_governments(who: Asking) -> list[Government]:
    """The governments that somebody answers for in a review."""
    seen = visible_governments(who.principal, who.review).select_related("review__chain")
    return [one for one in seen if may(who.principal, Act.READ_DRAFTS, Thing(who.review.pk, one.pk))]


def own_government(who: Asking, key: str) -> Government:
    """A government that somebody answers for.

    Raises:
        Http404: There is none, or they do not.
    """
    found = next((one for one in own_governments(who) if one.key == key), None)
    if found is None:
        raise Http404
    return found


def attachment(path: Path, name: str) -> FileResponse:
    """A file as a download, which never opens within the site, whatever it claims to be.

    Raises:
        Http404: It is not there.
    """
    if not path.is_file():
        raise Http404
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
