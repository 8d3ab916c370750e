"""Text keeps within the width it is given, on a screen and in a drawing, and loses nothing but spaces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ascertain.publish.proof.typesetting import broken, width
from ascertain.publish.table import clean, wrap

words = st.lists(
    st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Z")), min_size=1, max_size=60), max_size=12
)


@given(words, st.integers(20, 80), st.integers(0, 6))
def test_no_line_on_a_screen_is_wider_than_it(parts: list[str], room: int, hang: int) -> None:
    lines = wrap(" ".join(parts), room, hang)
    assert max(map(len, lines)) <= room
    assert "".join("".join(lines).split()) == "".join(parts)


def test_a_word_that_fits_the_first_line_alone_is_broken_on_a_hanging_one() -> None:
    assert max(map(len, wrap(f"note: {'x' * 20}", 20, hang=4))) <= 20


@given(words, st.floats(40, 600), st.floats(8, 20))
def test_no_line_in_a_drawing_is_wider_than_its_box(parts: list[str], room: float, size: float) -> None:
    lines = list(broken(" ".join(parts), room, size))
    assert all(width(line, size) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(" ".join(parts)).split())


def test_a_section_sign_stays_with_its_number() -> None:
    for room in range(60, 200):
        assert not any(line.endswith("§") for line in broken("complies with § 1373 in every case", room, 12))
