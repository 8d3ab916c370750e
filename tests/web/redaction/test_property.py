"""For any page and any marked words on it: nothing of them is left, and unmarked pages read as before."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.folding import letters_of
from ascertain.web.redaction.marks import Words
from ascertain.web.redaction.pdf import redact_pdf
from web.redaction.drawing import draw, everything, texts

WORD = st.text("abcdefABEÉé-'9", min_size=3, max_size=9)
LINES = st.lists(st.lists(WORD, min_size=1, max_size=4), min_size=1, max_size=6)
DRAWN = st.tuples(LINES, st.sampled_from([0, 90, 180, 270]), st.sampled_from([0, 30, 90]), st.sampled_from([7, 12, 30]))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages=st.lists(DRAWN, min_size=1, max_size=3), ignore_case=st.booleans(), data=st.data())
def test_nothing_of_marked_words_is_left_and_other_pages_read_as_before(
    pages: list[tuple[list[list[str]], int, int, int]],
    ignore_case: bool,
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder: Path = tmp_path_factory.mktemp("pages")
    line = data.draw(st.sampled_from([line for lines, *_ in pages for line in lines]))
    first = data.draw(st.integers(0, len(line) - 1))
    words = " ".join(line[first : data.draw(st.integers(first + 1, len(line)))])
    assume(len(letters_of(words, ignore_case)) > 2)

    def page(lines: list[list[str]], rotation: int, turn: int, size: int) -> object:
        def drawing(canvas: Canvas) -> None:
            canvas.setPageRotation(rotation)
            canvas.translate(200, 600)
            canvas.rotate(turn)
            canvas.setFont("Helvetica", size)
            for place, line in enumerate(lines):
                canvas.drawString(0, -1.2 * size * place, " ".join(line))

        return drawing

    path = draw(folder / "in.pdf", *[page(*one) for one in pages])  # type: ignore[arg-type]
    before = texts(path)
    try:
        done = redact_pdf(path, [Words(words, ignore_case)], folder / "out.pdf", every_page=False, most_pages=9)
    except WebError as error:
        assert error.mistakes[0].code == Code.UNPLACED, "what cannot be placed is refused"
        return
    assert letters_of(words, ignore_case) not in letters_of("".join(texts(folder / "out.pdf")), ignore_case)
    rebuilt = {number for number, _ in done.rebuilt}
    assert {number for number, _ in done.found[0].pages} <= rebuilt
    for number, (was, now) in enumerate(zip(before, texts(folder / "out.pdf"), strict=True), 1):
        assert now.strip() == "" if number in rebuilt else now == was
    if words.isascii() and len(words) > 5:
        assert words.replace(" ", "") not in everything(folder / "out.pdf")
