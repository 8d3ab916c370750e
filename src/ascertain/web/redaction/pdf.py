"""A PDF and marks in; a PDF without what they mark, and what was done, out. Runs in the limited process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pikepdf

from ascertain.record.exhibits import sha256_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.looking import Looker
from ascertain.web.redaction.marks import Box, Found, Mark, Redacted, Words
from ascertain.web.redaction.picturing import add_page, picture_of
from ascertain.web.redaction.rebuilding import add_outline, beside_pages, keep_page, left_behind
from ascertain.web.redaction.seen import ASKED, Readers, Seen, open_pdf, see
from ascertain.web.redaction.verifying import verify

_END = b"%%EOF"


def redact_pdf(source: Path, marks: Sequence[Mark], out: Path, every_page: bool, most_pages: int) -> Redacted:
    """Write a PDF anew without what is marked.

    Args:
        source: The PDF.
        marks: What to remove.
        out: The file to write. What it holds after an error is of no use.
        every_page: Whether pages without a mark become pictures too.
        most_pages: How many pages it may have.

    Raises:
        WebError: It cannot be redacted as it is, or a mark is found nowhere.
    """
    words = {place: one for place, one in enumerate(marks) if isinstance(one, Words)}
    with closing(open_pdf(source, most_pages)) as readers:
        seen, found, removed = _redact(readers, marks, words, every_page, out)
    if _has_earlier(source):
        removed += ("earlier versions of the file",)
    verify(out, seen, words, Looker(words))
    rebuilt = tuple((number, page.why) for number, page in enumerate(seen, 1) if page.why)
    unread = tuple(number for number, page in enumerate(seen, 1) if page.pictures and not page.why)
    return Redacted(sha256_of(source), sha256_of(out), found, rebuilt, removed, unread)


def _redact(
    readers: Readers, marks: Sequence[Mark], words: Mapping[int, Words], every_page: bool, out: Path
) -> tuple[list[Seen], tuple[Found, ...], tuple[str, ...]]:
    """Write the new file; the pages as they were, where each mark was found, and what was left behind."""
    looker = Looker(words)
    boxes = [one for one in marks if isinstance(one, Box)]
    for place, one in enumerate(marks):
        if isinstance(one, Box):
            _on_a_page(readers, place, one)
    seen = [
        see(readers, number, words, [box for box in boxes if box.page == number], looker)
        for number in range(1, len(readers.shown) + 1)
    ]
    if every_page:
        seen = [replace(one, why=one.why or ASKED) for one in seen]
    beside = looker.beneath(beside_pages(readers.objects))
    found = tuple(_found(place, one, seen, place in beside.written | beside.drawn) for place, one in enumerate(marks))
    removed = left_behind(readers.objects)
    return seen, found, removed + _build(readers, seen, looker, out)


def _build(readers: Readers, seen: Sequence[Seen], looker: Looker, out: Path) -> tuple[str, ...]:
    """Write the new file; what of the outline was left out, in words."""
    new = pikepdf.Pdf.new()
    originals = list(readers.objects.pages)
    for number, (one, original) in enumerate(zip(seen, originals, strict=True), 1):
        if one.why:
            page = readers.shown[number - 1]
            add_page(new, picture_of(page, number, one.areas, one.boxes))
            page.close()
        else:
            keep_page(new, original)
    entries = add_outline(new, readers.shown, looker)
    new.save(out, deterministic_id=True)
    return (f"entries of the outline ({entries})",) if entries else ()


def _found(place: int, mark: Mark, seen: Sequence[Seen], elsewhere: bool) -> Found:
    if isinstance(mark, Box):
        return Found(place, ((mark.page, 1),))
    pages = tuple((number, one.counts[place]) for number, one in enumerate(seen, 1) if place in one.counts)
    beneath = any(place in one.held.written for one in seen)
    if not pages and not beneath and not elsewhere:
        message = f"the words of mark {place + 1} stand nowhere in the document"
        help_ = "correct them as they are written there; words in a picture are covered by a box"
        raise WebError(Code.NOT_FOUND, message, help_)
    return Found(place, pages, elsewhere or (beneath and not pages))


def _on_a_page(readers: Readers, place: int, box: Box) -> None:
    if not 1 <= box.page <= len(readers.shown):
        message = f"the box of mark {place + 1} is on page {box.page}, and there are {len(readers.shown)}"
        raise WebError(Code.NOT_FOUND, message, "name a page of the document")
    width, height = readers.shown.get_page_size(box.page - 1)
    if box.left >= width or box.top >= height or box.right <= 0 or box.bottom <= 0:
        message = (
            f"the box of mark {place + 1} lies beside page {box.page}, which is {width:.0f} by {height:.0f} points"
        )
        raise WebError(Code.NOT_FOUND, message, "give it in points from the top left corner of the page")


def _has_earlier(source: Path) -> bool:
    """Whether a file was added to after it had been written; one for reading page by page ends twice by itself."""
    data = source.read_bytes()
    return data.count(_END) > (2 if b"/Linearized" in data[:1024] else 1)
