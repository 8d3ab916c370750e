"""In a text one sign stands for whatever was removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.folding import fold, letters_of
from ascertain.web.redaction.marks import Box, Found, Words
from ascertain.web.redaction.redact import redact
from ascertain.web.redaction.texts import SIGN, redact_text


def test_words_are_gone_over_lines_and_their_length_is_not_told(tmp_path: Path) -> None:
    path = tmp_path / "in.md"
    path.write_text("# On Quill\u00adfeather\n\nThat is Quill-\nfeather, and **Bo Ray**.\n", "utf-8")
    done = redact(path, [Words("quillfeather", True), Words("Bo Ray")], tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text("utf-8") == f"# On {SIGN}\n\nThat is {SIGN}, and **{SIGN}**.\n"
    assert done.found == (Found(0, ((1, 2),)), Found(1, ((1, 1),)))


def test_words_that_overlap_go_together(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_text("say abcabca now", "utf-8")
    redact(path, [Words("abca"), Words("bcab")], tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == f"say {SIGN} now"


def test_a_text_has_no_pages_to_draw_a_box_on(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("some text", "utf-8")
    with pytest.raises(WebError) as error:
        redact(tmp_path / "in.txt", [Box(1, 0, 0, 9, 9)], tmp_path / "out.txt")
    assert error.value.mistakes[0].code == Code.UNFIT_MARK
    assert not (tmp_path / "out.txt").exists()


@given(
    text=st.text("ab- \n\u00adﬁ", max_size=60), word=st.text("abﬁ", min_size=3, max_size=5), ignore_case=st.booleans()
)
def test_nothing_of_the_words_is_left(
    text: str, word: str, ignore_case: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("texts")
    (folder / "in.txt").write_bytes(f"{text}.{word}.{text}".encode())
    redact_text(folder / "in.txt", [Words(word, ignore_case)], folder / "out.txt")
    result = (folder / "out.txt").read_bytes().decode()
    assert letters_of(word, ignore_case) not in letters_of(result, ignore_case)


@given(text=st.text(), ignore_case=st.booleans())
def test_the_quicker_way_gives_the_same_letters(text: str, ignore_case: bool) -> None:
    assert fold(text, ignore_case).text == letters_of(text, ignore_case)


def test_the_case_of_letters_in_another_shape_is_ignored_too() -> None:
    assert letters_of("\U0001d400nn", True) == letters_of("ann", True)
