"""A letter as a Word document, by python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

from ascertain.publish.letter.model import Block, Heading, Letter, Paragraph, Points, Quote, grouped, is_item

if TYPE_CHECKING:
    from docx.document import Document as Pages
    from docx.text.paragraph import Paragraph as Line

_FONT = "Times New Roman"
_BLACK = RGBColor(0, 0, 0)
_SIZES = {"Normal": 11, "Title": 18, "Heading 1": 14, "Heading 2": 11, "List Bullet": 11, "Quote": 11, "Footer": 9}
_SPACES = {"Title": (0, 12), "Heading 1": (14, 6), "Heading 2": (10, 4), "List Bullet": (0, 3)}


def write(letter: Letter) -> Iterator[bytes]:
    """Yield the letter as its file holds it; equal letters give equal bytes."""
    document = Document()
    _describe(document, letter)
    _lay_out(document)
    document.add_paragraph(letter.title, "Title")
    for label, text in letter.head:
        _headline(document.add_paragraph(), label, text)
    for group in grouped(letter.blocks):
        lines = [line for block in group for line in _block(document, block)]
        for line in lines[:-1] if is_item(group) else ():
            line.paragraph_format.keep_with_next = True
    _foot(document, letter)
    held = io.BytesIO()
    document.save(held)
    yield _timeless(held.getvalue())


def _describe(document: Pages, letter: Letter) -> None:
    """Title, author and dates for whoever files the document or has it read aloud; nothing of the template's own."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by = letter.title, letter.sender[:255], letter.sender[:255]
    about.subject, about.language, about.comments = letter.footer[:255], "en-US", ""
    about.created = about.modified = datetime.combine(letter.day, time(), UTC)
    parts = document.part.package.rels
    for name in [name for name, one in parts.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del parts[name]


def _lay_out(document: Pages) -> None:
    """A letter-size page, one plain typeface, black throughout."""
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Inches(1)
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = _BLACK
        # The template names typefaces by theme, and a theme goes before a name.
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.attrib.pop(qn(f"w:{script}Theme"), None)
            fonts.set(qn(f"w:{script}"), _FONT)
        before, after = _SPACES.get(name, (0, 6))
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    document.styles["Title"].font.bold, document.styles["Quote"].font.italic = True, False
    document.styles["Title"].element.get_or_add_pPr().remove_all("w:pBdr")
    quote = document.styles["Quote"].paragraph_format
    quote.left_indent = quote.right_indent = Inches(0.4)


def _headline(line: Line, label: str, text: str) -> None:
    line.paragraph_format.left_indent = Inches(1)
    line.paragraph_format.first_line_indent = Inches(-1)
    line.paragraph_format.space_after = Pt(2)
    line.paragraph_format.tab_stops.add_tab_stop(Inches(1))
    line.add_run(f"{label}:" if label else "").bold = True
    line.add_run(f"\t{text}")


def _block(document: Pages, block: Block) -> Iterator[Line]:
    match block:
        case Heading(level, text):
            yield document.add_paragraph(text, f"Heading {level}")
        case Paragraph(text, label):
            line = document.add_paragraph()
            if label:
                line.add_run(f"{label}:").bold = True
            line.add_run(f" {text}" if label and text else text)
            line.paragraph_format.keep_with_next = not text
            yield line
        case Quote(text):
            yield document.add_paragraph(text, "Quote")
        case Points(items):
            for item in items:
                yield document.add_paragraph(item, "List Bullet")


def _foot(document: Pages, letter: Letter) -> None:
    line = document.sections[0].footer.paragraphs[0]
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    line.paragraph_format.tab_stops.add_tab_stop(Inches(6.5), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{letter.footer}\tPage ")
    _field(line, "PAGE")
    line.add_run(" of ")
    _field(line, "NUMPAGES")


def _field(line: Line, name: str) -> None:
    """A number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    line._p.append(field)


def _timeless(packed: bytes) -> bytes:
    """The same archive without the time at which it was packed."""
    held = io.BytesIO()
    with ZipFile(io.BytesIO(packed)) as before, ZipFile(held, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name), before.read(name), ZIP_DEFLATED)
    return held.getvalue()
