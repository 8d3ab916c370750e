"""What someone may read, as queries: every reader goes through here, so that no list, search or file can forget it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from ascertain.web.policy.decide import Thing, may
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import Act, Role
from ascertain.web.records.models import (
    Entry,
    Exhibit,
    Extension,
    Government,
    LateAcceptance,
    Letter,
    Message,
    Publication,
    Redaction,
    Respondent,
    Response,
    Review,
    Sending,
    TeamMember,
    Upload,
    User,
    Verdict,
)


def principal_of(user: User | None) -> Principal:
    """What the records say of a person; ``None`` and whoever may no longer sign in are the public."""
    if user is None or not user.is_active:
        return Principal()
    team: dict[int, set[Role]] = {}
    for review, role in TeamMember.objects.filter(user=user).values_list("review", "role"):
        team.setdefault(review, set()).add(Role(role))
    rows = list(Respondent.objects.filter(user=user).values_list("government", "role", "government__review"))
    return Principal(
        user=user.pk,
        administrator=user.is_administrator,
        team={review: frozenset(roles) for review, roles in team.items()},
        governments={government: Role(role) for government, role, _ in rows},
        reviews={government: review for government, _, review in rows},
    )


def visible_reviews(principal: Principal) -> QuerySet[Review]:
    """The reviews that someone may see."""
    candidates = {*principal.team, *principal.reviews.values()}
    return Review.objects.filter(pk__in=[one for one in candidates if may(principal, Act.SEE_THE_REVIEW, Thing(one))])


def visible_governments(principal: Principal, review: Review) -> QuerySet[Government]:
    """The governments of a review that someone may see: all of them, or those that they work for."""
    everyone = Government.objects.filter(review=review)
    if may(principal, Act.SEE_THE_WHOLE_DOCKET, Thing(review.pk)):
        return everyone
    return everyone.filter(pk__in=list(principal.governments))


def visible_entries(principal: Principal, review: Review) -> QuerySet[Entry]:
    """The entries of a review that someone may read.

    Whoever does not see the whole docket reads what concerns their own government, and what concerns none, such as an
    order of a court; what is addressed to them among others names the others too, as the letter itself did.
    """
    entries = Entry.objects.filter(review=review)
    if may(principal, Act.SEE_THE_WHOLE_DOCKET, Thing(review.pk)):
        return entries
    if not may(principal, Act.SEE_THE_REVIEW, Thing(review.pk)):
        return entries.none()
    own = [number for number, of in principal.reviews.items() if of == review.pk]
    concerns = Q(parties__government__in=own) | Q(parties__isnull=True)
    return entries.filter(pk__in=entries.filter(concerns).values("pk"))


def visible_exhibits(principal: Principal, review: Review) -> QuerySet[Exhibit]:
    """The exhibits that are recorded or cited in entries that someone may read; all where they see the whole docket."""
    exhibits = Exhibit.objects.filter(review=review)
    if may(principal, Act.SEE_THE_WHOLE_DOCKET, Thing(review.pk)):
        return exhibits
    return exhibits.filter(pk__in=exhibits.filter(cited_by__entry__in=visible_entries(principal, review)).values("pk"))


def visible_responses(principal: Principal, review: Review) -> QuerySet[Response]:
    """What governments prepare and have sent, to their own people only; others read the entry that it becomes."""
    return Response.objects.filter(government__in=_answering_for(principal, review))


def visible_uploads(principal: Principal, review: Review) -> QuerySet[Upload]:
    """The documents that governments have ready, to their own people only; others read the exhibits they become."""
    return Upload.objects.filter(government__in=_answering_for(principal, review))


def visible_letters(principal: Principal, review: Review) -> QuerySet[Letter]:
    """The letters of a review as they are drafted and approved, to the team only; others read what was sent."""
    letters = Letter.objects.filter(review=review)
    return letters if may(principal, Act.SEE_LETTERS_TO_COME, Thing(review.pk)) else letters.none()


def visible_sendings(principal: Principal, review: Review) -> QuerySet[Sending]:
    """The requests that were sent, to whoever may read the entries that they became."""
    return Sending.objects.filter(entry__in=visible_entries(principal, review))


def visible_messages(principal: Principal, review: Review) -> QuerySet[Message]:
    """What was written to governments that someone may see about requests that they may read."""
    own = visible_governments(principal, review)
    return Message.objects.filter(sending__in=visible_sendings(principal, review), government__in=own)


def visible_extensions(principal: Principal, review: Review) -> QuerySet[Extension]:
    """The extensions that governments got which someone may see."""
    own = visible_governments(principal, review)
    return Extension.objects.filter(sending__in=visible_sendings(principal, review), government__in=own)


def visible_acceptances(principal: Principal, review: Review) -> QuerySet[LateAcceptance]:
    """The late answers that were accepted, of governments that someone may see."""
    own = visible_governments(principal, review)
    return LateAcceptance.objects.filter(sending__in=visible_sendings(principal, review), government__in=own)


def _answering_for(principal: Principal, review: Review) -> list[int]:
    of_the_review = (number for number, of in principal.reviews.items() if of == review.pk)
    return [number for number in of_the_review if may(principal, Act.READ_DRAFTS, Thing(review.pk, number))]


def visible_publications(principal: Principal, review: Review | None = None) -> QuerySet[Publication]:
    """The snapshots that someone may read: every approved one, and those to come for whoever works on them."""
    publications = Publication.objects.filter(review=review) if review else Publication.objects.all()
    if review and may(principal, Act.SEE_PUBLICATIONS_TO_COME, Thing(review.pk)):
        return publications
    return publications.exclude(number=None)


def visible_verdicts(principal: Principal, review: Review) -> QuerySet[Verdict]:
    """What was found of the claims in a review, to the team only; others read what is filed of it."""
    verdicts = Verdict.objects.filter(government__review=review)
    return verdicts if may(principal, Act.SEE_THE_WEIGHING, Thing(review.pk)) else verdicts.none()


def visible_redactions(principal: Principal, review: Review) -> QuerySet[Redaction]:
    """The redacted files of a review's exhibits, with what was removed, to whoever works on publications alone."""
    made = Redaction.objects.filter(exhibit__review=review)
    return made if may(principal, Act.SEE_PUBLICATIONS_TO_COME, Thing(review.pk)) else made.none()
