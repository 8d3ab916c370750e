"""What no page shows goes too, and a page that needs it to be seen as it is becomes a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, OutlineItem, String
from reportlab.pdfgen.canvas import Canvas

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.marks import Words
from ascertain.web.redaction.redact import redact
from web.redaction.drawing import KEPT, SECRET, changed, dark, draw, everything, jpeg, picture, point, says, texts


def _information(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo[Name.Title] = String(f"On {SECRET}")
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = f"On {SECRET}"


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = AttachedFileSpec(pdf, f"On {SECRET}".encode(), filename=f"{SECRET}.txt")


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))


def _destination(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(SECRET), Array([pdf.pages[0].obj, Name.Fit])])))


def _structure(pdf: pikepdf.Pdf) -> None:
    part = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Alt=String(SECRET)))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=part))


def _labels(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(SECRET))]))


def _note(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 29, 29]), Contents=String(SECRET))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _link(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String(f"https://example.org/{SECRET}"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([9, 9, 29, 29]), A=action)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def _thumbnail(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Thumb = pdf.make_stream(SECRET.encode())


def _programs(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.PieceInfo = Dictionary(Program=Dictionary(Private=String(SECRET.encode("utf-16"))))


BESIDE: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "document information": (_information, "document information"),
    "attachment": (_attachment, "attachments"),
    "script": (_script, "actions on opening"),
    "destination": (_destination, "named destinations"),
    "structure": (_structure, "structure for reading aloud"),
    "labels": (_labels, "page labels"),
    "note": (_note, "annotations"),
    "link": (_link, "annotations"),
    "thumbnail": (_thumbnail, "thumbnails"),
    "programs": (_programs, "data of programs"),
}


@pytest.mark.parametrize("where", BESIDE)
def test_what_no_page_shows_is_not_taken_over(where: str, tmp_path: Path) -> None:
    change, told = BESIDE[where]
    path = changed(draw(tmp_path / "in.pdf", says(KEPT)), change)
    before = texts(path)
    done = redact(path, [Words(SECRET)], tmp_path / "out.pdf")
    assert done.found[0].elsewhere and told in done.removed
    assert not done.rebuilt
    assert texts(tmp_path / "out.pdf") == before
    assert SECRET not in everything(tmp_path / "out.pdf")


def test_an_outline_keeps_the_entries_without_marked_words(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            above = OutlineItem("First part", 0)
            above.children += [OutlineItem(f"About {SECRET}", 0), OutlineItem("Second part", 1)]
            outline.root.append(above)

    path = changed(draw(tmp_path / "in.pdf", says(KEPT), says(KEPT)), change)
    done = redact(path, [Words(SECRET)], tmp_path / "out.pdf")
    assert "entries of the outline (1)" in done.removed
    with pikepdf.open(tmp_path / "out.pdf") as pdf, pdf.open_outline() as outline:
        assert [(one.title, [below.title for below in one.children]) for one in outline.root] == [
            ("First part", ["Second part"])
        ]
    assert SECRET not in everything(tmp_path / "out.pdf")


def test_a_filled_in_field_is_seen_unless_it_is_marked(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="who", value=SECRET, x=72, y=400, width=150, height=20)
        canvas.acroForm.textfield(name="what", value="Applicant", x=72, y=300, width=150, height=20)

    path = draw(tmp_path / "in.pdf", page, says(KEPT))
    done = redact(path, [Words(SECRET)], tmp_path / "out.pdf")
    assert done.found[0].pages == ((1, 1),) and "forms" in done.removed
    assert SECRET not in everything(tmp_path / "out.pdf")
    marked, other = (75, 424, 200, 440), (75, 524, 200, 540)
    assert dark(tmp_path / "out.pdf", 1, [marked, other]) == [True, False]
    assert dark(path, 1, [marked, other]) == [False, False]
    unfilled = draw(tmp_path / "unfilled.pdf", lambda canvas: None)
    assert picture(tmp_path / "out.pdf", 1, other) != picture(unfilled, 1, other), "the other field still shows"


def test_a_page_with_layers_becomes_a_picture_so_that_a_hidden_one_stays_hidden(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("hidden")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L=layer)
        pdf.pages[0].contents_add(b"/OC /L BDC BT /F1 12 Tf 72 600 Td (Never meant to be seen) Tj ET EMC")

    path = changed(draw(tmp_path / "in.pdf", says(KEPT), says(SECRET)), change)
    done = redact(path, [Words(SECRET)], tmp_path / "out.pdf")
    assert done.rebuilt == ((1, "layers"), (2, "marked words"))
    assert "Never" not in everything(tmp_path / "out.pdf")


def test_marked_words_in_a_hidden_layer_are_gone(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("hidden")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L=layer)
        pdf.pages[0].contents_add(f"/OC /L BDC BT /F1 12 Tf 72 600 Td ({SECRET}) Tj ET EMC".encode())

    path = changed(draw(tmp_path / "in.pdf", says(KEPT)), change)
    redact(path, [Words(SECRET)], tmp_path / "out.pdf")
    assert SECRET not in everything(tmp_path / "out.pdf")


def test_an_earlier_version_in_the_file_is_gone(tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says(KEPT))
    written = path.read_bytes()
    start = written.rindex(b"startxref")
    older = f"77 0 obj\n({SECRET})\nendobj\n".encode()
    path.write_bytes(written + older + b"startxref\n" + written[start:].split(b"\n")[1] + b"\n%%EOF\n")
    done = redact(path, [Words("published")], tmp_path / "out.pdf")
    assert "earlier versions of the file" in done.removed
    assert SECRET.encode() in path.read_bytes()
    assert SECRET not in everything(tmp_path / "out.pdf")


def test_what_a_photograph_tells_beside_its_points_is_gone(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, KEPT)

    def change(pdf: pikepdf.Pdf) -> None:
        image = pikepdf.Stream(pdf, b"")
        image.write(jpeg(f"taken by {SECRET}".encode()), filter=Name.DCTDecode)
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 40, 40
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        pdf.pages[0].obj.Resources.XObject = Dictionary(I=image)
        pdf.pages[0].contents_add(b"q 40 0 0 40 72 600 cm /I Do Q")

    path = changed(draw(tmp_path / "in.pdf", page, says("Bartholomew")), change)
    done = redact(path, [Words("Bartholomew")], tmp_path / "out.pdf")
    assert done.unread == (1,), "nobody has read what the picture shows"
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        (image,) = pdf.pages[0].obj.Resources.XObject.values()
        assert SECRET.encode() not in image.read_raw_bytes()
        assert point(image) == (254, 0, 0)


def test_words_that_only_the_drawing_spells_need_a_box(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        table = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        table += b"1 beginbfrange <00> <FF> <2460> endbfrange endcmap end"
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, ToUnicode=pdf.make_stream(table))
        page.Resources.Font = Dictionary(F1=pdf.make_indirect(font))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 72 700 Td ({SECRET}) Tj ET".encode())

    path = changed(draw(tmp_path / "in.pdf", says(KEPT)), change)
    assert SECRET not in "".join(texts(path)), "the readers are misled about its letters"
    with pytest.raises(WebError) as error:
        redact(path, [Words(SECRET)], tmp_path / "out.pdf")
    assert error.value.mistakes[0].code == Code.UNPLACED
    assert not list(tmp_path.glob("out*")) and len(list(tmp_path.iterdir())) == 1
