"""A page and what to cover in; a picture of it with the covered parts painted over, as a page of a PDF, out."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.marks import Box
from ascertain.web.redaction.pages import Area

_INCH = 72
_SCALES = (200 / _INCH, 100 / _INCH)
_POINTS = 40_000_000
_SPARE = 2
"""How many points of the picture a box covers beyond what it has to: the edges of letters are blurred."""
_LARGE = 1 << 20
_QUALITY = 90


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture: its size in points of the page, and the picture."""

    width: float
    height: float
    image: Image.Image


def picture_of(page: pypdfium2.PdfPage, number: int, areas: Iterable[Area], boxes: Iterable[Box]) -> Picture:
    """A page as it is shown, with opaque boxes.

    Args:
        page: The page.
        number: Its number, for what is told.
        areas: What to cover, in the page's own coordinates.
        boxes: What to cover, as it is shown.

    Raises:
        WebError: The page is too large.
    """
    width, height = page.get_size()
    scale = next((one for one in _SCALES if width * height * one * one <= _POINTS), 0)
    if not scale or min(width, height) < 1:
        message = f"page {number} measures {width / _INCH:.0f} by {height / _INCH:.0f} inches"
        raise WebError(Code.TOO_MUCH, message, "make a PDF whose pages could be printed")
    bitmap = page.render(scale=scale, draw_annots=False, may_draw_forms=False)
    image = bitmap.to_pil().convert("RGB")
    pen = ImageDraw.Draw(image)
    place = bitmap.get_posconv(page)
    for left, bottom, right, top in areas:
        _paint(pen, [place.to_bitmap(x, y) for x in (left, right) for y in (bottom, top)])
    for box in boxes:
        _paint(pen, [(x * scale, y * scale) for x in (box.left, box.right) for y in (box.top, box.bottom)])
    bitmap.close()
    return Picture(width, height, image)


def add_page(pdf: pikepdf.Pdf, picture: Picture) -> None:
    """Add a page that shows a picture and nothing else."""
    image = picture.image
    red, green, blue = image.split()
    if red.tobytes() == green.tobytes() == blue.tobytes():
        image = red
    data, coding = zlib.compress(image.tobytes()), Name.FlateDecode
    if len(data) > _LARGE:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=_QUALITY)
        data, coding = out.getvalue(), Name.DCTDecode
    shown = pikepdf.Stream(pdf, b"")
    shown.write(data, filter=coding)
    shown.Type, shown.Subtype = Name.XObject, Name.Image
    shown.Width, shown.Height, shown.BitsPerComponent = image.width, image.height, 8
    shown.ColorSpace = Name.DeviceGray if image.mode == "L" else Name.DeviceRGB
    width, height = f"{picture.width:.4f}", f"{picture.height:.4f}"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, picture.width, picture.height]),
        Resources=Dictionary(XObject=Dictionary(P=shown)),
        Contents=pikepdf.Stream(pdf, f"{width} 0 0 {height} 0 0 cm /P Do".encode()),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _paint(pen: ImageDraw.ImageDraw, corners: list[tuple[float, float]]) -> None:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    edges = (min(across) - _SPARE, min(down) - _SPARE, max(across) + _SPARE, max(down) + _SPARE)
    pen.rectangle(edges, fill="black")
