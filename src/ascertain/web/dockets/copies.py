"""A submission in; its receipt, and a copy of all that was sent, out."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from typing import IO, Any
from zipfile import ZIP_STORED, ZipFile

from ascertain.web.dockets.papers import held_files
from ascertain.web.place import Place
from ascertain.web.records.models import Event, Exhibit, Submission


def events_of(submission: Submission) -> list[Event]:
    """The events that were written with a submission: of its exhibits, their list, its entry, and itself."""
    chain, last = submission.event.chain, submission.event.number
    return list(chain.events.filter(number__gte=submission.first_event, number__lte=last).order_by("number"))


def receipt_of(submission: Submission) -> Mapping[str, Any]:
    """What was received, when, and the digests by which anybody can tell that it is this."""
    content = json.loads(submission.certification.content)
    return {
        "review": content["review"],
        "government": content["government"],
        "answers": content["request"],
        "corrects": content["corrects"],
        "entry": submission.entry.number,
        "received": submission.event.at.isoformat(),
        "certified_by": {"name": submission.name, "title": submission.title},
        "statements": submission.certification.statements,
        "certified_sha256": submission.certification.digest,
        "documents": [{key: one[key] for key in ("exhibit", "name", "size", "sha256")} for one in content["documents"]],
        "events": [
            {"number": one.number, "kind": one.kind, "subject": one.subject, "digest": one.digest}
            for one in events_of(submission)
        ],
    }


def write_copy(submission: Submission, place: Place) -> IO[bytes]:
    """A ZIP of all that was sent: the receipt, what was certified, the entry and the documents, byte for byte.

    Returns:
        A temporary file at its beginning, which is gone once it is closed.

    Raises:
        OSError: A document cannot be read.
    """
    review = submission.entry.review
    files = held_files(review)
    named = [one["exhibit"] for one in json.loads(submission.certification.content)["documents"]]
    out = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    with ZipFile(out, "w", ZIP_STORED) as archive:
        archive.writestr("receipt.json", json.dumps(receipt_of(submission), indent=2, ensure_ascii=False))
        archive.writestr("certified.json", submission.certification.content)
        archive.writestr(submission.entry.file_name, submission.entry.text)
        for exhibit in Exhibit.objects.filter(review=review, key__in=named):
            archive.write(place.blob(files[exhibit.file]), f"exhibits/{exhibit.file}")
    out.seek(0)
    return out
