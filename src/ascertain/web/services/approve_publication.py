"""Another person approves a snapshot: it gets a number and is public from then on."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.db import transaction

from ascertain.publish.html.report import publish_report
from ascertain.record.exhibits import sha256_of
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.blobs import keep_blob
from ascertain.web.dockets.published import published_docket
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Entry, Publication, User


def approve_publication(user: User, publication: Publication, digest: str, place: Place) -> Publication:
    """Approve a snapshot.

    Its report of findings is made of what it shows and nothing else, and kept with it.

    Args:
        user: Who approves; never who prepared it.
        publication: The snapshot.
        digest: The digest of what they read.
        place: Where files are kept.

    Raises:
        Refused: They may not approve.
        WebError: They prepared it, it is public, it is not what they read, or an entry came since it was prepared.
        BadInput: The rulebook does not cover the day of its findings.
    """
    require(principal_of(user), Act.APPROVE_A_PUBLICATION, Thing(publication.review_id))
    _check(user, publication, digest)
    docket, rulebook = published_docket(publication, place)
    with tempfile.TemporaryDirectory(dir=place.folder) as folder:
        page = publish_report(docket, rulebook, on=publication.on, known=publication.known, out=Path(folder) / "report")
        with transaction.atomic():
            Chain.objects.select_for_update().get(pk=publication.review.chain_id)
            held = Publication.objects.select_related("review__chain", "prepared").get(pk=publication.pk)
            _check(user, held, digest)
            held.report = keep_blob(place, page, sha256_of(page))
            held.number = Publication.objects.filter(review=held.review, number__isnull=False).count() + 1
            data = {"digest": digest, "number": held.number, "report": held.report.sha256}
            subject = f"publications/{held.number}"
            held.approved = happened(held.review.chain, Happened.PUBLICATION_APPROVED, user, subject, data)
            held.save(update_fields=("report", "number", "approved"))
    return held


def _check(user: User, publication: Publication, digest: str) -> None:
    if publication.number is not None:
        raise WebError(Code.TAKEN, f"this is public as number {publication.number}", "prepare another one")
    if publication.prepared.actor_id == user.pk:
        message = "whoever prepares a publication does not approve it"
        raise WebError(Code.UNFIT, message, "ask another publisher, or the lead")
    if publication.digest != digest:
        raise WebError(Code.TAKEN, "this is not what you read", "load the page anew and read it")
    last = publication.entries.order_by("-entry__number").values_list("entry__number", flat=True).first()
    newest = Entry.objects.filter(review=publication.review_id).order_by("-number").values_list("number", flat=True)
    if newest.first() != last:
        message = "an entry was filed since this was prepared"
        raise WebError(Code.NOT_YET, message, "prepare it anew, so that somebody decides on that entry")
