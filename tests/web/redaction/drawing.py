"""PDFs to redact, and all that can be read in one, by whatever way."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

SECRET = "Quillfeather"  # noqa: S105 - a name to be removed
KEPT = "All of this may be published."


def draw(path: Path, *pages: Callable[[Canvas], object]) -> Path:
    """A PDF with a page for each way to draw one."""
    canvas = Canvas(str(path))
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return path


def says(*lines: str) -> Callable[[Canvas], object]:
    """A page that holds lines of text."""

    def page(canvas: Canvas) -> None:
        for place, line in enumerate(lines):
            canvas.drawString(72, 720 - 20 * place, line)

    return page


def changed(path: Path, change: Callable[[pikepdf.Pdf], object]) -> Path:
    """The same file after a change to its objects."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def texts(path: Path) -> list[str]:
    """The text of each page as two readers see it, one after the other."""
    with pypdfium2.PdfDocument(path) as shown:
        drawn = [page.get_textpage().get_text_range() for page in shown]
    return [f"{one}\n{page.extract_text()}" for one, page in zip(drawn, pypdf.PdfReader(path).pages, strict=True)]


def everything(path: Path) -> str:
    """All text, strings and unpacked streams of a file, and the file as it stands, without spaces."""
    parts = [*texts(path), path.read_bytes().decode("latin-1")]
    with pikepdf.open(path) as pdf:
        for one in [*pdf.objects, pdf.trailer]:
            parts.append(repr(one))
            if isinstance(one, pikepdf.Stream) and one.get(pikepdf.Name.Subtype) != pikepdf.Name.Image:
                parts.append(one.read_bytes().replace(b"\0", b"").decode("latin-1"))
    return "".join("".join(parts).split())


Part = tuple[float, float, float, float]
"""A part of a page: left, top, right and bottom in points from its top left corner."""


def dark(path: Path, page: int, parts: Sequence[Part]) -> list[bool]:
    """Whether each part of a page is black throughout."""
    return [set(picture(path, page, part)) == {0} for part in parts]


def picture(path: Path, page: int, part: Part) -> bytes:
    """The grey points of a part of a page as it is shown."""
    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        image = pdf[page - 1].render(scale=2).to_pil().convert("L")
    return bytes(image.crop(tuple(round(2 * side) for side in part)).tobytes())


def jpeg(telling: bytes) -> bytes:
    """A picture whose comment tells something."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(out, "JPEG", comment=telling)
    return out.getvalue()


def point(image: pikepdf.Object) -> object:
    """The colour of a point inside a picture."""
    assert isinstance(image, pikepdf.Stream)
    return pikepdf.PdfImage(image).as_pil_image().getpixel((5, 5))
