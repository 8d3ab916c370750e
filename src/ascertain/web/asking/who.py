"""Who is asking, and for which review: looked up once a request, and hidden where it may not be seen."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from ascertain.web.place import Place, place_of_environment
from ascertain.web.policy.decide import Thing, may
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of, visible_governments, visible_reviews
from ascertain.web.records.models import Government, Review, User


@dataclass(frozen=True, slots=True)
class Asking:
    """A person before a review: what a page and its template need to know of them."""

    user: User | None
    principal: Principal
    review: Review

    @property
    def thing(self) -> Thing:
        """The review as what an act is done to."""
        return Thing(self.review.pk)

    def may(self, act: str) -> bool:
        """Whether they may do this in the review."""
        return may(self.principal, Act(act), self.thing)


def user_of(request: HttpRequest) -> User | None:
    """The person who is signed in."""
    return request.user if isinstance(request.user, User) else None


def asking(request: HttpRequest, slug: str) -> Asking:
    """Who asks for a review.

    Raises:
        Http404: There is no such review, or none that they may see.
    """
    user = user_of(request)
    principal = principal_of(user)
    review = visible_reviews(principal).select_related("chain").filter(slug=slug).first()
    if review is None:
        raise Http404
    return Asking(user, principal, review)


def the_place() -> Place:
    """The place that this site serves."""
    return place_of_environment()


def government_of(who: Asking, key: str) -> Government:
    """The government of this short id, if they may see it; else there is none."""
    return get_object_or_404(visible_governments(who.principal, who.review).select_related("review__chain"), key=key)
