"""A redacted PDF in; nothing out, or an error if it still holds what was marked, or lost what was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.looking import Looker
from ascertain.web.redaction.marks import Words
from ascertain.web.redaction.pages import characters_of, places_of
from ascertain.web.redaction.seen import Readers, Seen, open_pdf, text_of

_ROOT = frozenset({"/Type", "/Pages", "/Outlines", "/PageMode"})
_PICTURED = frozenset({"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"})
_KEPT = _PICTURED | {"/CropBox", "/Rotate", "/UserUnit", "/Group"}


def verify(result: Path, seen: Sequence[Seen], words: Mapping[int, Words], looker: Looker) -> None:
    """Read a redacted PDF with two readers of text, and every string and stream of it.

    Args:
        result: The file.
        seen: The pages as they were.
        words: The words that were to be removed, by the places of their marks.
        looker: What looks for them in objects. It must not have seen another file: it keeps what streams hold.

    Raises:
        WebError: Marked words are left, a page that was kept reads otherwise, or something is in it that was not
            meant to be.
    """
    with closing(open_pdf(result, len(seen))) as readers:
        _verify(readers, seen, words, looker)


def _verify(readers: Readers, seen: Sequence[Seen], words: Mapping[int, Words], looker: Looker) -> None:
    pictures: set[tuple[int, int]] = set()
    for number, before in enumerate(seen, 1):
        page = readers.shown[number - 1]
        characters = characters_of(page)
        page.close()
        drawn, read = text_of(characters), readers.text.pages[number - 1].extract_text()
        held = looker.in_text(read) | {mark for mark, places in places_of(characters, words).items() if places}
        if held:
            raise _survived(min(held))
        if (drawn, read) != (("", "") if before.why else (before.drawn, before.read)):
            message = f"page {number} did not read as before after it had been taken over, so nothing was written"
            raise WebError(Code.SURVIVED, message, "ask for every page to be redacted")
        item = readers.objects.pages[number - 1].obj
        if not set(item.keys()) <= (_PICTURED if before.why else _KEPT):
            raise _unmeant()
        if before.why:
            pictures |= {item.Contents.objgen, item.Resources.XObject.P.objgen}
    root = readers.objects.Root
    if not set(root.keys()) <= _ROOT or "/Info" in readers.objects.trailer:
        raise _unmeant()
    left = looker.beneath([one for one in readers.objects.objects if one.objgen not in pictures], frozenset(pictures))
    if left.written | left.drawn:
        raise _survived(min(left.written | left.drawn))


def _survived(mark: int) -> WebError:
    message = f"the words of mark {mark + 1} were still found after they had been removed, so nothing was written"
    return WebError(Code.SURVIVED, message, "ask for every page to be redacted, or draw boxes over them")


def _unmeant() -> WebError:
    message = "the new file held what was not taken over, so nothing was written"
    return WebError(Code.SURVIVED, message, "print the document to a new PDF, and redact that")
