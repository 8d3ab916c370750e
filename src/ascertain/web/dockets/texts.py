"""The text of an entry in; the entry that it says, read against the docket that it is for, out."""

from __future__ import annotations

from ascertain.docket.entries import read_entry
from ascertain.docket.files import ENTRIES, FRONT
from ascertain.docket.model import Entry as Filed
from ascertain.docket.names import Names
from ascertain.docket.papers import Papers
from ascertain.web.dockets.papers import newest_sheets, read
from ascertain.web.place import Place
from ascertain.web.records.models import Review


def entry_of_text(review: Review, name: str, text: str, place: Place) -> Filed:
    """The entry that a file of a docket's folder would be.

    Args:
        review: The review that it is for.
        name: The name of the file under ``entries/``.
        text: What the file says.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        DocketError: The text has mistakes; each is told with its place.
    """
    before = read(review, place)
    file = f"{ENTRIES}/{name}"
    papers = Papers({FRONT: newest_sheets(review)[FRONT], file: text}, {}, place.folder)
    names = Names(before.rulebook, before.docket.governments, papers.reporter)
    names.exhibits, names.arguments = before.docket.exhibits, before.docket.arguments
    names.results = before.docket.results
    written = papers.text(file)
    found = read_entry(papers, name, written, names) if written is not None else None
    papers.stop_if_any()
    assert found is not None, "what cannot be read is reported"
    return found.entry
