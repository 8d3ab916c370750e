"""A file that cannot be redacted gets one error, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, StreamDecodeLevel
from reportlab.pdfgen.canvas import Canvas

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.marks import Box, Mark, Words
from ascertain.web.redaction.redact import Limits, redact
from web.redaction.drawing import KEPT, SECRET, changed, draw, says

SMALL = Limits(seconds=20, memory=1 << 30, pages=50)


def refused(path: Path, *marks: Mark, limits: Limits = SMALL) -> Code:
    """The code of the error; the folder must hold nothing else than before."""
    before = set(path.parent.iterdir())
    with pytest.raises(WebError) as error:
        redact(path, marks, path.parent / "out.pdf", limits=limits)
    (one,) = error.value.mistakes
    assert one.message and one.help
    assert SECRET not in one.message + one.help, "what is marked is told to no log"
    assert set(path.parent.iterdir()) == before
    return Code(one.code)


def _locked(path: Path) -> None:
    with pikepdf.open(draw(path, says(SECRET)), allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=Encryption(owner="owner", user="user"))


def _cut(path: Path) -> None:
    whole = draw(path, says(SECRET)).read_bytes()
    path.write_bytes(whole[: len(whole) // 3])


def _no_pages(path: Path) -> None:
    pikepdf.Pdf.new().save(path)


def _many_pages(path: Path) -> None:
    draw(path, *[says(SECRET)] * 60)


def _loop(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Kids = Array([pdf.Root.Pages, pdf.Root.Pages])

    changed(draw(path, says(SECRET)), change)


def _huge_page(path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageSize((14400, 14400))
        canvas.drawString(72, 700, SECRET)

    draw(path, page)


def _bomb(path: Path) -> None:
    data = bytes((1 << 28) + 1)
    for _ in range(2):
        data = zlib.compress(data)
    with pikepdf.open(draw(path, says(SECRET)), allow_overwriting_input=True) as pdf:
        stream = pikepdf.Stream(pdf, b"")
        stream.write(data, filter=Array([Name.FlateDecode, Name.FlateDecode]), decode_parms=None)
        pdf.pages[0].obj.Contents = stream
        pdf.save(path, stream_decode_level=StreamDecodeLevel.none, compress_streams=False)


def _many_drawings(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(b"BT /F1 9 Tf (x) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        for _ in range(8):
            resources = Dictionary(XObject=Dictionary(X=inner))
            inner = pdf.make_stream(
                b"/X Do " * 30, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=resources
            )
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=inner)
        pdf.pages[0].contents_add(b"/X Do")

    changed(draw(path, says(SECRET)), change)


HOSTILE: dict[str, tuple[Callable[[Path], object], set[Code]]] = {
    "empty": (lambda path: path.write_bytes(b""), {Code.UNFIT}),
    "locked": (_locked, {Code.UNFIT, Code.UNREADABLE}),
    "only a beginning": (lambda path: path.write_bytes(b"%PDF-1.7\n"), {Code.UNREADABLE}),
    "cut off": (_cut, {Code.UNREADABLE, Code.NOT_FOUND}),
    "noise": (lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 99), {Code.UNREADABLE}),
    "no pages": (_no_pages, {Code.UNREADABLE}),
    "too many pages": (_many_pages, {Code.TOO_MUCH}),
    "pages in a circle": (_loop, {Code.UNREADABLE, Code.TOO_MUCH}),
    "a page as large as a house": (_huge_page, {Code.TOO_MUCH}),
    "unpacks to much": (_bomb, {Code.TOO_MUCH, Code.UNREADABLE}),
    "drawings in drawings": (_many_drawings, {Code.TOO_MUCH, Code.UNREADABLE}),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_hostile_file_gets_one_error(how: str, tmp_path: Path) -> None:
    make, codes = HOSTILE[how]
    make(tmp_path / "in.pdf")
    assert refused(tmp_path / "in.pdf", Words(SECRET)) in codes


def test_too_little_time_or_memory_is_told(tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says(SECRET))
    assert refused(path, Words(SECRET), limits=Limits(0, 1 << 30, 50)) == Code.TOO_MUCH
    assert refused(path, Words(SECRET), limits=Limits(20, 1 << 26, 50)) in {Code.TOO_MUCH, Code.UNREADABLE}


def test_an_office_document_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.docx", "w") as out:
        out.writestr("[Content_Types].xml", "<Types/>")
    assert refused(tmp_path / "in.docx", Words(SECRET)) == Code.NOT_REDACTABLE


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        (Words("nowhere to be found"), Code.NOT_FOUND),
        (Words("a-b"), Code.UNFIT_MARK),
        (Words(" \n--"), Code.UNFIT_MARK),
        (Box(1, 50, 50, 50, 90), Code.UNFIT_MARK),
        (Box(2, 50, 50, 90, 90), Code.NOT_FOUND),
        (Box(1, 5000, 50, 5090, 90), Code.NOT_FOUND),
    ],
)
def test_a_mark_that_marks_nothing_is_a_mistake(mark: Mark, code: Code, tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says(SECRET, KEPT))
    assert refused(path, Words(SECRET), mark) == code


def test_nothing_marked_is_a_mistake_and_no_file_is_written_over(tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says(SECRET))
    assert refused(path) == Code.UNFIT_MARK
    (tmp_path / "out.pdf").write_text("mine")
    assert refused(path, Words(SECRET)) == Code.NOT_WRITTEN
    assert (tmp_path / "out.pdf").read_text() == "mine"


def test_a_killed_worker_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = draw(tmp_path / "in.pdf", *[says(SECRET)] * 12)
    started: list[int] = []
    popen = subprocess.Popen

    def start(*args: Any, **kwargs: Any) -> subprocess.Popen[bytes]:
        process = popen(*args, **kwargs)
        started.append(process.pid)
        return process

    monkeypatch.setattr(subprocess, "Popen", start)

    def kill() -> None:
        while not any(one.is_file() for one in tmp_path.rglob(".*/*")):
            time.sleep(0.01)
        os.kill(started[0], signal.SIGKILL)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    assert refused(path, Words(SECRET)) == Code.TOO_MUCH
    killer.join()
