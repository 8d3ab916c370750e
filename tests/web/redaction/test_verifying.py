"""What a fault of the redaction would leave is found before the file appears."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.looking import Looker
from ascertain.web.redaction.marks import Words
from ascertain.web.redaction.pdf import redact_pdf
from ascertain.web.redaction.redact import redact
from ascertain.web.redaction.seen import Seen, open_pdf, see
from ascertain.web.redaction.verifying import verify
from web.redaction.drawing import KEPT, SECRET, changed, draw, says, texts

WORDS = {0: Words(SECRET)}


def _written_back(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1].obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources.Font = Dictionary(F=pdf.make_indirect(font))
    page.Contents = pdf.make_stream(f"BT /F 12 Tf 72 700 Td ({SECRET}) Tj ET".encode())


def _other_words(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"BT /F1 12 Tf 72 600 Td (more) Tj ET")


def _string_beneath(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Properties = Dictionary(M=Dictionary(ActualText=String(SECRET)))


def _font_name(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.BaseFont = Name(f"/ABCDEF+{SECRET}")


def _encoded(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Properties = Dictionary(M=pdf.make_stream(SECRET.encode("utf-16-le")))


def _annotation(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Annots = Array()


def _root(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Named, N=Name.NextPage)


def _information(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo[Name.Title] = String("A title")


FAULTS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "words written back": _written_back,
    "other words on a page that was kept": _other_words,
    "a string beneath a page": _string_beneath,
    "the name of a font": _font_name,
    "a stream in another encoding": _encoded,
    "an annotation": _annotation,
    "an action": _root,
    "document information": _information,
}


@pytest.fixture
def redacted(tmp_path: Path) -> tuple[Path, list[Seen]]:
    """A redacted file, and its pages as they were."""
    path, out = draw(tmp_path / "in.pdf", says(KEPT), says(SECRET)), tmp_path / "out.pdf"
    redact_pdf(path, [Words(SECRET)], out, every_page=False, most_pages=9)
    with closing(open_pdf(path, 9)) as readers:
        return out, [see(readers, number, WORDS, [], Looker(WORDS)) for number in (1, 2)]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(fault: str, redacted: tuple[Path, list[Seen]]) -> None:
    out, seen = redacted
    verify(out, seen, WORDS, Looker(WORDS))
    changed(out, FAULTS[fault])
    with pytest.raises(WebError) as error:
        verify(out, seen, WORDS, Looker(WORDS))
    assert error.value.mistakes[0].code == Code.SURVIVED


def test_every_page_becomes_a_picture_where_that_is_asked_for(tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says(KEPT), says(SECRET))
    done = redact(path, [Words(SECRET)], tmp_path / "out.pdf", every_page=True)
    assert done.rebuilt == ((1, "every page was asked for"), (2, "marked words"))
    assert not "".join(texts(tmp_path / "out.pdf")).strip()


def test_a_page_without_anything_on_it_is_kept(tmp_path: Path) -> None:
    path = changed(draw(tmp_path / "in.pdf", says(SECRET)), lambda pdf: pdf.add_blank_page())

    def bare(pdf: pikepdf.Pdf) -> None:
        for key in ("/Contents", "/Resources"):
            if key in pdf.pages[1].obj:
                del pdf.pages[1].obj[key]

    done = redact(changed(path, bare), [Words(SECRET)], tmp_path / "out.pdf")
    assert done.rebuilt == ((1, "marked words"),)


def test_the_same_source_and_marks_give_the_same_file(tmp_path: Path) -> None:
    path = draw(tmp_path / "in.pdf", says(KEPT), says(SECRET))
    first, second = (redact(path, [Words(SECRET)], tmp_path / name) for name in ("a.pdf", "b.pdf"))
    assert first == second
