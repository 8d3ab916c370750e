"""A letter as a tagged PDF, by reportlab, with its typeface embedded."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from functools import cache, partial
from importlib.resources import files
from typing import Any, cast
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate
from reportlab.platypus import Paragraph as Text

from ascertain.publish.letter.model import Block, Heading, Letter, Paragraph, Points, Quote, grouped, is_item
from ascertain.publish.letter.tags import Element, TaggedCanvas

_PLAIN, _STRONG = "LiberationSerif", "LiberationSerif-Bold"
_MARGIN = inch
_BASE = ParagraphStyle(
    "text", fontName=_PLAIN, fontSize=11, leading=14.5, spaceAfter=6, bulletFontName=_PLAIN, bulletFontSize=11
)
_TITLE = ParagraphStyle("title", _BASE, fontName=_STRONG, fontSize=18, leading=22, spaceAfter=12)
_HEAD = ParagraphStyle("head", _BASE, leftIndent=inch, bulletFontName=_STRONG, spaceAfter=2)
_LEVELS = {
    1: ParagraphStyle(
        "section", _BASE, fontName=_STRONG, fontSize=14, leading=18, spaceBefore=14, spaceAfter=6, keepWithNext=1
    ),
    2: ParagraphStyle("item", _BASE, fontName=_STRONG, spaceBefore=10, spaceAfter=4, keepWithNext=1),
}
_LABEL = ParagraphStyle("label", _BASE, keepWithNext=1)
_QUOTE = ParagraphStyle("quote", _BASE, leftIndent=0.4 * inch, rightIndent=0.4 * inch)
_POINT = ParagraphStyle("point", _BASE, leftIndent=16, bulletIndent=4, spaceAfter=3)
_LAST_POINT = ParagraphStyle("last point", _POINT, spaceAfter=8)


def write(letter: Letter) -> Iterator[bytes]:
    """Yield the letter as its file holds it; equal letters give equal bytes."""
    _register()
    _, pages = _laid_out(letter, 0)
    held, _ = _laid_out(letter, pages)
    yield held


class _Piece(Text):
    """A paragraph that belongs to an element, on every page that it runs over."""

    element: Element
    bookmark: tuple[str, int] | None = None

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.element = self.element
        if parts:
            parts[0].bookmark = self.bookmark
        return parts

    def draw(self) -> None:
        canvas = cast("TaggedCanvas", self.canv)
        if self.bookmark:
            text, level = self.bookmark
            key = f"heading-{len(self.element.within.holds) if self.element.within else 0}-{text}"
            canvas.bookmarkHorizontal(key, 0, self.height)
            canvas.addOutlineEntry(text, key, level)
        self._space_line_ends()
        with canvas.belonging_to(self.element):
            super().draw()

    def _space_line_ends(self) -> None:
        """End every line but the last with a space, so that read aloud or copied its last word stands apart."""
        broken = vars(self)["blPara"]
        for line in broken.lines[:-1]:
            if broken.kind == 0:
                line[1].append("")
            else:
                line.words[-1].text += " "


def _laid_out(letter: Letter, pages: int) -> tuple[bytes, int]:
    """The file and how many pages it has, where it is said to have so many."""
    document = Element("Document")
    held = io.BytesIO()
    laid = BaseDocTemplate(
        held,
        pagesize=LETTER,
        title=_shown(letter.title),
        author=_shown(letter.sender),
        subject=_shown(letter.footer),
        creator="Ascertain",
        lang="en-US",
        invariant=1,
        displayDocTitle=True,
    )
    frame = Frame(_MARGIN, _MARGIN, LETTER[0] - 2 * _MARGIN, LETTER[1] - 2 * _MARGIN, *(0, 0, 0, 0), id="text")
    laid.addPageTemplates(PageTemplate("page", [frame], onPage=partial(_foot, letter, pages)))
    laid.build(list(_pieces(letter, document)), canvasmaker=partial(_canvas, letter, document))
    return held.getvalue(), laid.page


def _canvas(letter: Letter, document: Element, *arguments: Any, **options: Any) -> TaggedCanvas:
    canvas = TaggedCanvas(*arguments, document=document, **{**options, "initialFontName": _PLAIN})
    canvas.setDateFormatter(lambda *_: f"D:{letter.day:%Y%m%d}000000+00'00'")
    return canvas


def _foot(letter: Letter, pages: int, canvas: TaggedCanvas, _: object) -> None:
    with canvas.ornament():
        canvas.setFont(_PLAIN, 9)
        number = f"Page {canvas.getPageNumber()} of {pages}"
        room = LETTER[0] - 2 * _MARGIN - canvas.stringWidth(number, _PLAIN, 9) - 12
        canvas.drawString(_MARGIN, 0.6 * inch, _cut(canvas, _shown(letter.footer), room))
        canvas.drawRightString(LETTER[0] - _MARGIN, 0.6 * inch, number)


def _cut(canvas: TaggedCanvas, text: str, room: float) -> str:
    """As much of a line as there is room for."""
    if canvas.stringWidth(text, _PLAIN, 9) <= room:
        return text
    while text and canvas.stringWidth(f"{text}…", _PLAIN, 9) > room:
        text = text[:-1]
    return f"{text}…"


def _pieces(letter: Letter, document: Element) -> Iterator[Flowable]:
    yield _piece(letter.title, _TITLE, document.add("H1"))
    for label, text in letter.head:
        yield _piece(text, _HEAD, document.add("P"), f"{label}:" if label else None)
    for group in grouped(letter.blocks):
        pieces: list[Flowable] = [piece for block in group for piece in _block(block, document)]
        yield from [KeepTogether(pieces)] if is_item(group) else pieces


def _block(block: Block, document: Element) -> Iterator[_Piece]:
    match block:
        case Heading(level, text):
            made = _piece(text, _LEVELS[level], document.add(f"H{level + 1}"))
            made.bookmark = (text, level - 1)
            yield made
        case Paragraph(text, label):
            yield _piece(text, _BASE if text else _LABEL, document.add("P"), label=label)
        case Quote(text):
            yield _piece(text, _QUOTE, document.add("BlockQuote"))
        case Points(items):
            listing = document.add("L")
            for item in items:
                style = _LAST_POINT if item is items[-1] else _POINT
                yield _piece(item, style, listing.add("LI").add("LBody"), "•")


def _piece(text: str, style: ParagraphStyle, element: Element, bullet: str | None = None, label: str = "") -> _Piece:
    strong = f"<b>{escape(_shown(label))}:</b> " if label else ""
    made = _Piece(strong + escape(_shown(text)), style, bulletText=bullet)
    made.element = element
    return made


def _shown(text: str) -> str:
    """The text as the typeface can show it: a sign that it lacks, such as a picture, is given by its name."""
    known = _signs()
    if all(ord(sign) in known for sign in text):
        return text
    return "".join(sign if ord(sign) in known else f"[{unicodedata.name(sign, 'sign').lower()}]" for sign in text)


@cache
def _signs() -> frozenset[int]:
    font = cast("TTFont", pdfmetrics.getFont(_PLAIN))
    return frozenset(font.face.charToGlyph)


@cache
def _register() -> None:
    """Make the typeface known: one that ships with the project, so that a letter looks the same everywhere."""
    folder = files("ascertain.publish.letter") / "fonts"
    for name, file in ((_PLAIN, "LiberationSerif-Regular.ttf"), (_STRONG, "LiberationSerif-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, io.BytesIO((folder / file).read_bytes())))
    pdfmetrics.registerFontFamily(_PLAIN, normal=_PLAIN, bold=_STRONG, italic=_PLAIN, boldItalic=_STRONG)
