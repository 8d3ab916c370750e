"""A review in; the folder that it would have been, text by text, out."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from ascertain.docket.files import ENTRIES
from ascertain.docket.folder import write_papers
from ascertain.web.dockets.papers import held_files, newest_sheets
from ascertain.web.place import Place
from ascertain.web.records.models import Entry, Review


def export_folder(review: Review, place: Place, path: Path) -> None:
    """Write a review as a docket's folder, from which the same docket is read.

    Args:
        review: The review.
        place: Where its exhibits are kept.
        path: The folder to make; it may exist only if it is empty.

    Raises:
        DocketError: The folder is not empty, or cannot be written.
    """
    with transaction.atomic():  # what is filed meanwhile is in it as a whole, or not at all
        texts = newest_sheets(review)
        entries = Entry.objects.filter(review=review).values_list("file_name", "text")
        texts |= {f"{ENTRIES}/{name}": text for name, text in entries}
        files = {name: place.blob(sha256) for name, sha256 in held_files(review).items()}
    write_papers(texts, files, path)
