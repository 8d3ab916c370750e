"""A publisher has words removed from an exhibit's file; the file that was filed stays as it is."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path, PurePosixPath

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.blobs import keep_blob
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Exhibit, Redaction, User
from ascertain.web.redaction.marks import Words
from ascertain.web.redaction.redact import redact

_LONGEST_REASON = 500


def redact_exhibit(
    user: User, exhibit: Exhibit, words: Sequence[str], reason: str, every_page: bool, place: Place
) -> Redaction:
    """Make a redacted file of an exhibit. It is public only once a publication shows it, which another person approves.

    Args:
        user: The publisher.
        exhibit: The exhibit, whose file is held.
        words: What to remove, wherever it stands, in whatever case.
        reason: What everybody may read: what was removed, and why.
        every_page: Whether pages without these words become pictures too.
        place: Where files are kept.

    Raises:
        Refused: They may not prepare publications.
        WebError: No file is held, nothing is marked, no reason is given, or it cannot be removed for certain.
    """
    require(principal_of(user), Act.PREPARE_A_PUBLICATION, Thing(exhibit.review_id))
    marked = tuple(dict.fromkeys(one.strip() for one in words if one.strip()))
    if exhibit.blob_id is None:
        raise WebError(Code.UNFIT, "no file of this exhibit is held", "there is nothing to redact")
    if not marked or not reason.strip() or len(reason) > _LONGEST_REASON:
        message = "it is not said what to remove, or why"
        raise WebError(Code.UNFIT, message, f"name the words, and the reason in {_LONGEST_REASON} characters at most")
    if any(one.lower() in reason.lower() for one in marked):
        raise WebError(Code.UNFIT, "the reason tells what is removed", "say of what kind it is instead")
    with tempfile.TemporaryDirectory(dir=place.folder) as folder:
        out = Path(folder) / f"redacted{PurePosixPath(exhibit.file).suffix}"
        done = redact(
            place.blob(exhibit.blob_id), [Words(one, ignore_case=True) for one in marked], out, every_page=every_page
        )
        with transaction.atomic():
            blob = keep_blob(place, out, done.result)
            data = {"reason": reason, "result": done.result, "source": done.source}
            event = happened(exhibit.review.chain, Happened.EXHIBIT_REDACTED, user, f"exhibits/{exhibit.key}", data)
            return Redaction.objects.create(
                exhibit=exhibit, blob=blob, words=list(marked), reason=reason, told=asdict(done), event=event
            )
