"""Marked words are gone however they were drawn, and pages without them read as before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import landscape, letter
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table

from ascertain.web.redaction.marks import Box, Redacted, Words
from ascertain.web.redaction.redact import redact
from web.redaction.drawing import KEPT, SECRET, changed, dark, draw, everything, says, texts


def _spelled(canvas: Canvas, step: float = 15) -> None:
    for place, sign in enumerate(SECRET):
        canvas.drawString(72 + step * place, 700, sign)


def _shuffled(canvas: Canvas) -> None:
    for place in sorted(range(len(SECRET)), key=lambda place: place * 7 % len(SECRET)):
        canvas.drawString(72 + 15 * place, 700, SECRET[place])


def _stacked(canvas: Canvas) -> None:
    for place, sign in enumerate(SECRET):
        canvas.drawString(72, 700 - 14 * place, sign)


def _in_table(canvas: Canvas) -> None:
    table = Table([["Name", "Amount"], [SECRET, "$5,000"]])
    table.wrapOn(canvas, 400, 400)
    table.drawOn(canvas, 72, 500)


def _white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 700, SECRET)


def _beneath(canvas: Canvas) -> None:
    canvas.drawString(72, 700, SECRET)
    canvas.rect(60, 690, 200, 40, fill=1)


def _unseen(canvas: Canvas) -> None:
    text = canvas.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textOut(SECRET)
    canvas.drawText(text)


def _turned(canvas: Canvas) -> None:
    canvas.translate(300, 300)
    canvas.rotate(37)
    canvas.drawString(0, 0, f"about {SECRET}, turned")


def _turned_page(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.drawString(72, 300, f"about {SECRET}")


def _beyond(canvas: Canvas) -> None:
    canvas.drawString(9000, 700, SECRET)


def _form(canvas: Canvas) -> None:
    canvas.beginForm("shape")
    canvas.drawString(72, 700, SECRET)
    canvas.endForm()
    canvas.doForm("shape")


DRAWN: dict[str, Callable[[Canvas], object]] = {
    "plain": says(f"The name is {SECRET}, it says."),
    "over lines": says("The name is Quill", "feather, it says."),
    "hyphenated": says("The name is Quill-", "feather, it says."),
    "hyphenated by an en dash": says("The name is Quill–", "feather, it says."),
    "letter by letter": _spelled,
    "letters in another order": _shuffled,
    "letters beneath each other": _stacked,
    "in a table": _in_table,
    "white on white": _white,
    "beneath a shape": _beneath,
    "not painted": _unseen,
    "turned": _turned,
    "on a turned page": _turned_page,
    "beyond the edge": _beyond,
    "in a shape that is used again": _form,
}


def _redact(path: Path, *marks: Words | Box) -> tuple[Redacted, Path]:
    out = path.with_name("out.pdf")
    return redact(path, marks, out), out


@pytest.mark.parametrize("how", DRAWN)
def test_marked_words_are_gone_however_they_were_drawn(how: str, tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says(KEPT), DRAWN[how], says(KEPT))
    before = texts(path)
    done, out = _redact(path, Words(SECRET))
    assert done.found[0].pages == ((2, 1),)
    assert SECRET not in everything(out)
    after = texts(out)
    assert (after[0], after[1].strip(), after[2]) == (before[0], "", before[2])


def test_case_matters_unless_it_is_to_be_ignored(tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says("QUILLFEATHER"), says(SECRET))
    assert _redact(path, Words(SECRET))[0].found[0].pages == ((2, 1),)
    assert redact(path, [Words(SECRET, True)], tmp_path / "both.pdf").found[0].pages == ((1, 1), (2, 1))


def test_the_boxes_lie_on_the_words_and_not_beside_them(tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says(SECRET, KEPT))
    _, out = _redact(path, Words(SECRET))
    width = Canvas("").stringWidth(SECRET, "Helvetica", 12)
    word = (72.0, 792 + 49.89 - 720 - 9, 72 + width, 792 + 49.89 - 720 + 2)
    below = (72.0, word[1] + 20, 72 + width, word[3] + 20)
    assert dark(out, 1, [word, below]) == [True, False]


def test_the_box_lies_on_the_word_on_a_turned_page(tmp_path: Path) -> None:
    _, out = _redact(draw(tmp_path / "in.pdf", _turned_page), Words(SECRET))
    canvas = Canvas("")
    start = 72 + canvas.stringWidth("about ", "Helvetica", 12)
    word = (298.0, start, 309.0, start + canvas.stringWidth(SECRET, "Helvetica", 12))
    assert dark(out, 1, [word, (298, 72, 309, start - 2)]) == [True, False]


def test_a_box_is_painted_where_it_was_drawn_on_a_page_as_it_is_shown(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageSize(landscape(letter))
        canvas.setPageRotation(90)
        canvas.drawString(72, 300, SECRET)

    path = draw(tmp_path / "in.pdf", page)
    done, out = _redact(path, Box(1, 100, 50, 250, 90))
    assert done.rebuilt == ((1, "a marked box"),)
    assert dark(out, 1, [(100, 50, 250, 90), (251, 50, 260, 90), (100, 91, 250, 95)]) == [True, False, False]


def test_a_ligature_is_the_letters_that_it_stands_for(tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says("office"))

    def change(pdf: object) -> None:
        page = pdf.pages[0]  # type: ignore[attr-defined]
        font = next(iter(page.Resources.Font.values()))
        font.Encoding = _ligature_encoding()
        page.Contents = pdf.make_stream(b"BT /F1 12 Tf 72 700 Td (o\\200ce) Tj ET")  # type: ignore[attr-defined]

    changed(path, change)
    assert "o\ufb03ce" in texts(path)[0] or "office" in texts(path)[0]
    done, out = _redact(path, Words("office"))
    assert done.found[0].pages == ((1, 1),)
    assert not "".join(texts(out)).strip()


def _ligature_encoding() -> object:
    from pikepdf import Array, Dictionary, Name

    return Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array([128, Name("/ffi")]))
