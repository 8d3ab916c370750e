"""Pages to keep and pictures in; a new PDF of them, into which nothing else is taken over, out."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
import pypdfium2
from pikepdf import Name, OutlineItem

from ascertain.web.redaction.looking import Looker, is_jpeg, walk
from ascertain.web.redaction.photographs import without_telling
from ascertain.web.redaction.seen import inherited

_KEPT = ("/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Contents", "/UserUnit", "/Group")
_BESIDE = (
    "/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AF", "/OPI", "/Alternates", "/StructParent",
    "/StructParents", "/Measure", "/PtData", "/Ref",
)  # fmt: skip
"""What the parts of a page may carry that is not shown."""
_DEPTH = 32
_NAMED = (
    ("/Metadata", "XMP metadata"), ("/AcroForm", "forms"), ("/OCProperties", "layers"),
    ("/Dests", "named destinations"), ("/StructTreeRoot", "structure for reading aloud"), ("/AA", "actions"),
    ("/OpenAction", "actions on opening"), ("/PageLabels", "page labels"), ("/PieceInfo", "data of programs"),
    ("/Threads", "article threads"), ("/Collection", "portfolio"), ("/AF", "associated files"),
    ("/SpiderInfo", "data of programs"), ("/DSS", "data of signatures"), ("/Perms", "data of signatures"),
)  # fmt: skip
_NAME_TREES = (
    ("/EmbeddedFiles", "attachments"), ("/JavaScript", "JavaScript"), ("/Dests", "named destinations"),
)  # fmt: skip
_PAGE_NAMED = (
    ("/Annots", "annotations"), ("/Thumb", "thumbnails"), ("/Metadata", "XMP metadata"), ("/AA", "actions"),
    ("/PieceInfo", "data of programs"), ("/AF", "associated files"),
)  # fmt: skip


def keep_page(pdf: pikepdf.Pdf, source: pikepdf.Page) -> None:
    """Add a page as it is, without what is not shown. The page is taken out of its own document."""
    page = source.obj
    for key in _KEPT:
        value = inherited(page, key)
        if key not in page and not (isinstance(value, pikepdf.Array) and not len(value)):
            page[key] = value
    for key in [key for key in page.keys() if key not in (*_KEPT, "/Type", "/Parent")]:  # noqa: SIM118
        del page[key]
    pdf.pages.append(source)
    added = pdf.pages[-1].obj
    for one in walk([added[key] for key in ("/Contents", "/Resources") if key in added]):
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            for key in _BESIDE:
                if key in one:
                    del one[key]
        if isinstance(one, pikepdf.Stream) and one.get(Name.Subtype) == Name.Image and is_jpeg(one):
            _plain_jpeg(one)


def add_outline(pdf: pikepdf.Pdf, source: pypdfium2.PdfDocument, looker: Looker) -> int:
    """Add the outline of a document, without the entries that hold marked words.

    Returns:
        How many entries were left out.
    """
    left_out = 0
    with pdf.open_outline(max_depth=_DEPTH) as outline:
        above: list[tuple[int, OutlineItem]] = []
        for entry in source.get_toc(max_depth=_DEPTH):
            title, target = entry.get_title(), entry.get_dest()
            index = target.get_index() if target else None
            if looker.in_text(title) or index is None:
                left_out += 1
                continue
            item = OutlineItem(title, index)
            while above and above[-1][0] >= entry.level:
                above.pop()
            (above[-1][1].children if above else outline.root).append(item)
            above.append((entry.level, item))
    return left_out


def left_behind(source: pikepdf.Pdf) -> tuple[str, ...]:
    """What a document has beside its pages and is not taken over, in words.

    Args:
        source: The document, before any page is taken out of it.
    """
    root, found = source.Root, dict.fromkeys(["document information"] if "/Info" in source.trailer else [])
    found |= dict.fromkeys(word for key, word in _NAMED if key in root)
    names = root.get(Name.Names)
    if isinstance(names, pikepdf.Dictionary):
        found |= dict.fromkeys(word for key, word in _NAME_TREES if key in names)
    for page in source.pages:
        found |= dict.fromkeys(word for key, word in _PAGE_NAMED if key in page.obj)
    return tuple(found)


def beside_pages(source: pikepdf.Pdf) -> Sequence[pikepdf.Object]:
    """All that a document holds beside what its pages show."""
    roots = [source.Root, *(source.trailer[key] for key in ("/Info",) if key in source.trailer)]
    for page in source.pages:
        roots += [value for key, value in page.obj.items() if key not in (*_KEPT, "/Parent")]
    return roots


def _plain_jpeg(one: pikepdf.Object) -> None:
    try:
        data = without_telling(one.read_raw_bytes())
    except ValueError:
        return
    parameters = one.get(Name.DecodeParms)
    assert parameters is None or isinstance(parameters, pikepdf.Dictionary | pikepdf.Array)
    one.write(data, filter=Name.DCTDecode, decode_parms=parameters)
