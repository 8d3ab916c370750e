"""A government puts a document by, to show it with what it answers."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.blobs import keep_blob
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Government, Upload, User
from ascertain.web.responding.draft import unfit_text
from ascertain.web.responding.naming import shown_name
from ascertain.web.responding.sniffing import Received, kind_of
from ascertain.web.services.begin_response import drafting_chain

LONGEST_TITLE = 300


def upload_document(
    user: User, government: Government, received: Received, title: str, document: int | None, most: int, place: Place
) -> Upload:
    """Keep a document, or a new version of one; the old version stays. The same sent twice is kept once.

    Args:
        user: Who uploads it.
        government: Whose it is.
        received: The file.
        title: What to call it; its file's name where this is empty.
        document: The number of the document that it is a new version of; none for another document.
        most: How many bytes are kept at most.
        place: Where documents are kept.

    Raises:
        Refused: They may not.
        WebError: The file or the title cannot be kept, or there is no such document.
        OSError: The disk is full or fails.
    """
    require(principal_of(user), Act.EDIT_A_RESPONSE, Thing(government.review_id, government.pk))
    if received.size > most:
        message = f"this file is larger than {most // 1_000_000} MB, the most that is kept"
        raise WebError(Code.TOO_LARGE, message, "make it smaller, or upload it in parts")
    kind, name = kind_of(received), shown_name(received.name)
    title = " ".join(title.split()) or name
    if len(title) > LONGEST_TITLE or unfit_text(title):
        message = unfit_text(title) or f"a title has {LONGEST_TITLE} characters at most"
        raise WebError(Code.UNFIT, message, "give the document another title")
    with transaction.atomic():
        Government.objects.select_for_update().get(pk=government.pk)
        own = Upload.objects.filter(government=government)
        if document is None:
            same = own.filter(blob=received.sha256, title=title).first()
            number = (own.aggregate(last=Max("document"))["last"] or 0) + 1
            version = 1
        else:
            newest = own.filter(document=document).order_by("-version").first()
            if newest is None:
                raise WebError(Code.UNKNOWN, f"there is no document {document}", "choose one of those listed")
            same = newest if newest.blob_id == received.sha256 else None
            number, version = document, newest.version + 1
        if same is not None:
            return same
        upload = Upload.objects.create(
            government=government,
            document=number,
            version=version,
            title=title,
            name=name,
            kind=kind,
            blob=keep_blob(place, received.path, received.sha256),
            by=user,
            at=timezone.now(),
        )
        data = {"sha256": received.sha256, "size": received.size, "name": name, "kind": kind}
        subject = f"documents/{number}/{version}"
        happened(drafting_chain(government), Happened.DOCUMENT_UPLOADED, user, subject, data)
    return upload
