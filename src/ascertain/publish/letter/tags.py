"""A tagged PDF: what every piece on a page is, in reading order, for those who have it read aloud (ISO 32000-1, 14.8).

reportlab draws pages but does not tag them. It leaves the marks and the tree to whoever knows what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas


@dataclass(eq=False)
class Element:
    """A piece of the document: its role, such as ``H1`` or ``P``, and what it holds.

    Args:
        role: A standard structure type.
        within: The element that it is part of, ``None`` for the document.
        holds: Elements, and marks on pages as (page, number of the mark on it), in reading order.
    """

    role: str
    within: Element | None = None
    holds: list[Element | tuple[int, int]] = field(default_factory=list)

    def add(self, role: str) -> Element:
        """A new piece at the end of this one."""
        made = Element(role, self)
        self.holds.append(made)
        return made


class TaggedCanvas(Canvas):
    """A canvas that notes which element each drawing belongs to, and writes the tree with the file."""

    _code: list[str]
    _doc: Any

    def __init__(self, *arguments: Any, document: Element, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._document = document
        self._marks: dict[int, list[Element]] = {}

    @contextmanager
    def belonging_to(self, element: Element) -> Iterator[None]:
        """Mark what is drawn inside as a piece of the element."""
        page = self.getPageNumber()
        marks = self._marks.setdefault(page, [])
        element.holds.append((page, len(marks)))
        self.addLiteral(f"/{element.role} <</MCID {len(marks)}>> BDC")
        marks.append(element)
        yield
        self.addLiteral("EMC")

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """Mark what is drawn inside as no part of the text, such as the number of the page."""
        self.addLiteral("/Artifact <</Type /Pagination>> BDC")
        yield
        self.addLiteral("EMC")

    def save(self) -> None:
        """Write the file, with the tree of its elements."""
        if self._code:
            self.showPage()
        self._write_tree()
        super().save()

    def _write_tree(self) -> None:
        file = self._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        made: dict[Element, PDFDictionary] = {}
        root["K"] = file.Reference(self._written(self._document, root, made))
        by_page: list[object] = []
        for at, (page, marks) in enumerate(sorted(self._marks.items())):
            by_page += [at, PDFArray([file.Reference(made[element]) for element in marks])]
            leaf = file.idToObject[f"Page{page}"]
            leaf.__NoDefault__ = [*leaf.__NoDefault__, "StructParents", "Tabs"]
            leaf.StructParents, leaf.Tabs = at, PDFName("S")
        root["ParentTree"] = file.Reference(PDFDictionary({"Nums": PDFArray(by_page)}))
        root["ParentTreeNextKey"] = len(self._marks)
        file.Catalog.StructTreeRoot = root
        file.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _written(self, element: Element, within: PDFDictionary, made: dict[Element, PDFDictionary]) -> PDFDictionary:
        file = self._doc
        one = made[element] = PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": file.Reference(within)}
        )
        kids: list[object] = []
        for held in element.holds:
            if isinstance(held, Element):
                kids.append(file.Reference(self._written(held, one, made)))
            else:
                page, number = held
                kids.append(
                    PDFDictionary(
                        {"Type": PDFName("MCR"), "Pg": file.Reference(file.idToObject[f"Page{page}"]), "MCID": number}
                    )
                )
        one["K"] = PDFArray(kids)
        if element.within is None:
            one["Lang"] = PDFString("en-US")
        return one
