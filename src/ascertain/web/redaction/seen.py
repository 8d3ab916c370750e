"""A PDF in; for each page what is marked on it and what else it takes to publish it, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Name

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.folding import fold, matches
from ascertain.web.redaction.looking import Held, Looker, walk
from ascertain.web.redaction.marks import Box, Words
from ascertain.web.redaction.pages import Area, Character, areas_of, characters_of, places_of

_CONTENT = ("/Contents", "/Resources")
_SILENT = frozenset({"/Link", "/Popup", "/Text"})
"""Kinds of annotations of which a print shows nothing but a sign, if that."""
WORDS, BOX, BENEATH, LAYERS, ANNOTATIONS, ASKED = (
    "marked words", "a marked box", "marked words beneath what is shown", "layers", "annotations or form fields",
    "every page was asked for",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A page: why it is rebuilt, empty where it is kept; what each reader reads on it; how often the words of each
    mark stand on it; what of it to cover; and whether it shows pictures."""

    why: str
    drawn: str
    read: str
    counts: Mapping[int, int]
    areas: tuple[Area, ...]
    boxes: tuple[Box, ...]
    held: Held
    pictures: bool


@dataclass(frozen=True, slots=True)
class Readers:
    """The same PDF, opened by three libraries."""

    objects: pikepdf.Pdf
    shown: pypdfium2.PdfDocument
    text: pypdf.PdfReader

    def close(self) -> None:
        """Let go of the file."""
        self.objects.close()
        self.shown.close()
        self.text.close()


def open_pdf(path: Path, most_pages: int) -> Readers:
    """Open a PDF.

    Raises:
        WebError: It is locked, broken, or has too many pages or none.
    """
    try:
        objects = pikepdf.open(path)
    except pikepdf.PasswordError:
        raise WebError(
            Code.UNREADABLE, "a password locks this PDF", "save it without a password, and redact that"
        ) from None
    count = len(objects.pages)
    if count > most_pages:
        message = f"this PDF has {count} pages, and at most {most_pages} are redacted at once"
        raise WebError(Code.TOO_MUCH, message, "divide it into parts")
    shown, text = pypdfium2.PdfDocument(path), pypdf.PdfReader(path)
    if not count or {len(shown), len(text.pages)} != {count}:
        raise WebError(Code.UNREADABLE, "this PDF is broken: its pages cannot be counted", "print it to a new PDF")
    shown.init_forms()
    return Readers(objects, shown, text)


def see(readers: Readers, number: int, words: Mapping[int, Words], boxes: Sequence[Box], looker: Looker) -> Seen:
    """What is on a page.

    Args:
        readers: The PDF.
        number: The number of the page, from 1.
        words: The words to remove, by the places of their marks.
        boxes: The boxes on this page.
        looker: What looks for the words in objects.

    Raises:
        WebError: Words are on it and it cannot be told where.
    """
    source = readers.objects.pages[number - 1].obj
    content = [inherited(source, key) for key in _CONTENT]
    held = looker.beneath(content) | Held(drawn=looker.drawn_by(source))
    annotations = _annotations(source)
    shown = any(str(one.get(Name.Subtype)) not in _SILENT for one in annotations)
    page = readers.shown[number - 1]
    characters = characters_of(page)
    drawn = text_of(characters)
    if shown:  # what they show becomes a part of the page, and is searched and pictured with it
        if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_FAIL:
            raise WebError(Code.UNREADABLE, f"page {number} is broken", "open the file and print it to a new PDF")
        page.close()
        page = readers.shown[number - 1]
        characters = characters_of(page)
    page.close()
    read = readers.text.pages[number - 1].extract_text()
    places = places_of(characters, words)
    if not boxes:
        _all_placed(number, words, places, read, held.drawn)
    areas = [area for found in places.values() for place in found for area in areas_of(place)]
    areas += [area for one in annotations if (area := _annotation_area(one, looker)) is not None]
    counts = {mark: len(found) for mark, found in places.items() if found}
    layers = any(_is_layer(one) for one in walk(content))
    reasons = ((BOX, boxes), (WORDS, counts), (LAYERS, layers), (ANNOTATIONS, shown))
    beneath = held.written | held.drawn | _read_in(words, read)
    why = next((why for why, holds in (*reasons, (BENEATH, beneath)) if holds), "")
    pictures = any(isinstance(one, pikepdf.Stream) and one.get(Name.Subtype) == Name.Image for one in walk(content))
    return Seen(why, drawn, read, counts, tuple(areas), tuple(boxes), Held(beneath), pictures)


def text_of(characters: Sequence[Character]) -> str:
    """The characters of a page as a text."""
    return "".join(one.sign for one in characters)


def inherited(page: pikepdf.Object, key: str) -> pikepdf.Object:
    """What a page has under a key, of itself or from above; the null object where there is nothing."""
    above: pikepdf.Object | None = page
    for _ in range(64):
        if above is None or key in above:
            break
        above = above.get(Name.Parent)
    found = None if above is None else above.get(key)
    return pikepdf.Array() if found is None else found


def _annotations(page: pikepdf.Object) -> list[pikepdf.Object]:
    listed = page.get(Name.Annots)
    if not isinstance(listed, pikepdf.Array):
        return []
    return [one for one in listed if isinstance(one, pikepdf.Dictionary)]


def _annotation_area(one: pikepdf.Object, looker: Looker) -> Area | None:
    roots = [one] if Name.Parent not in one else [one, one[Name.Parent]]
    held = looker.beneath(roots)
    rectangle = one.get(Name.Rect)
    if str(one.get(Name.Subtype)) == "/Link" or not (held.written | held.drawn) or rectangle is None:
        return None
    left, bottom, right, top = (float(side) for side in rectangle)
    return (min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def _is_layer(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and (
        Name.OC in one or one.get(Name.Type) in (Name.OCG, Name.OCMD)
    )


def _read_in(words: Mapping[int, Words], text: str) -> frozenset[int]:
    return frozenset(mark for mark in words if _times(words[mark], text))


def _times(words: Words, text: str) -> int:
    return len(matches(fold(text, words.ignore_case), fold(words.text, words.ignore_case).text))


def _all_placed(
    number: int,
    words: Mapping[int, Words],
    places: Mapping[int, Sequence[object]],
    read: str,
    drawn: frozenset[int],
) -> None:
    for mark, one in words.items():
        if len(places[mark]) < max(_times(one, read), mark in drawn):
            message = f"the words of mark {mark + 1} are on page {number}, and it cannot be told where each stands"
            raise WebError(Code.UNPLACED, message, "draw a box on that page over where they are seen")
