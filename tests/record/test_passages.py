"""Passages are found again by their words and surroundings; one that is gone is shown as detached."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ascertain.record.model import Passage
from ascertain.record.passages import AnchorState, anchor, from_w3c, to_w3c

TEXT = "The City shall publish\n  its audit. The County shall publish its audit.\fThe State shall publish its audit."

words = st.text("ab \n", min_size=1, max_size=12)


@given(words, words, words)
def test_a_quotation_at_its_recorded_place_is_found(before: str, exact: str, after: str) -> None:
    assume(exact.strip())
    text = before + exact + after
    start = len(before) + len(exact) - len(exact.lstrip())
    passage = Passage(exact, start=start, end=start + len(exact.strip()))
    found = anchor(text, passage)
    assert found.state is AnchorState.FOUND
    assert (found.start, found.end) == (passage.start, passage.end)


@given(words, words, words)
def test_whatever_the_white_space_an_anchor_covers_the_quoted_words(before: str, exact: str, after: str) -> None:
    assume(exact.strip())
    text = f"{before} {exact} {after}"
    found = anchor(text, Passage(" ".join(exact.split())))
    assert found.start is not None
    assert found.end is not None
    assert text[found.start : found.end].split() == exact.split()


@given(words, words)
def test_words_that_the_text_lacks_are_detached_and_have_no_place(text: str, exact: str) -> None:
    found = anchor(text, Passage(exact + "x"))
    assert found.state is AnchorState.DETACHED
    assert found.start is None
    assert found.end is None


def test_of_equal_quotations_the_one_among_the_recorded_words_is_taken() -> None:
    found = anchor(TEXT, Passage("shall publish its audit", prefix="The County", suffix=". The State"))
    assert found.state is AnchorState.FOUND
    assert found.start == TEXT.index("shall", TEXT.index("County"))


def test_of_equal_quotations_the_one_on_the_recorded_page_is_taken() -> None:
    found = anchor(TEXT, Passage("shall publish its audit", page=2))
    assert found.state is AnchorState.FOUND
    assert found.start == TEXT.rindex("shall")


def test_of_equal_quotations_the_nearest_to_the_recorded_position_is_taken() -> None:
    found = anchor(TEXT, Passage("shall publish its audit", start=TEXT.index("County")))
    assert found.state is AnchorState.MOVED
    assert found.start == TEXT.index("shall", TEXT.index("County"))


def test_words_that_stand_elsewhere_have_moved() -> None:
    start = TEXT.index("The County")
    passage = Passage("The County", start=start, end=start + len("The County"))
    assert anchor("Preamble. " + TEXT, passage).state is AnchorState.MOVED


def test_words_whose_surroundings_changed_have_moved() -> None:
    assert anchor(TEXT, Passage("The County", prefix="its budget.")).state is AnchorState.MOVED


def test_a_line_break_inside_the_quotation_does_not_detach_it() -> None:
    assert anchor(TEXT, Passage("City shall publish its audit")).state is AnchorState.FOUND


@given(
    st.builds(
        Passage,
        st.text(min_size=1),
        st.text(),
        st.text(),
        st.just(3),
        st.just(9),
        st.none() | st.integers(1, 999),
    )
)
def test_a_passage_survives_its_w3c_form(passage: Passage) -> None:
    assert from_w3c(to_w3c(passage, "urn:sha256:0")) == passage


def test_the_w3c_form_names_the_standard_selectors() -> None:
    resource = to_w3c(Passage("audit", "its", ".", 3, 8, 2), "urn:sha256:0")
    assert [selector["type"] for selector in resource["selector"]] == [
        "TextQuoteSelector",
        "TextPositionSelector",
        "FragmentSelector",
    ]
    assert resource["source"] == "urn:sha256:0"


def test_a_single_selector_need_not_be_a_list_and_other_kinds_are_passed_over() -> None:
    assert from_w3c({"selector": {"type": "TextQuoteSelector", "exact": "audit"}}) == Passage("audit")
    others = [{"type": "TextQuoteSelector", "exact": "audit"}, {"type": "FragmentSelector", "value": "xywh=1,2,3,4"}]
    assert from_w3c({"selector": others}) == Passage("audit")


def test_a_passage_without_words_or_with_odd_positions_is_refused() -> None:
    with pytest.raises(ValueError, match="exact words"):
        from_w3c({"selector": []})
    odd = [{"type": "TextQuoteSelector", "exact": "a"}, {"type": "TextPositionSelector", "start": "x", "end": 2}]
    with pytest.raises(ValueError, match="whole numbers"):
        from_w3c({"selector": odd})
