"""What is certified: the same in whatever order it was saved, and another digest for any change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.docket.basis import rulebook_of
from ascertain.docket.load import load_docket
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.model.terms import TermType
from ascertain.web.responding.certified import Document, Heading, changes, content_of, digest_of
from ascertain.web.responding.draft import Citation, Draft, draft_of, tidied

TERMS = [
    term
    for term in rulebook_of(load_docket(bundled_folder("dockets") / "doj-1373-2017")).terms.values()
    if term.type is TermType.YES_NO
][:4]
HEADING = Heading("a-review", "chicago", 32)
HELD = {
    number: Document(f"chicago-exhibit-{number}-v1", f"Document {number}", "a.txt", "txt", f"{number}" * 64, number)
    for number in (1, 2, 3)
}
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map(str.strip)
CITATIONS = st.lists(st.builds(Citation, st.sampled_from(sorted(HELD)), WORDS, st.sampled_from(("", "1"))), max_size=3)
DRAFTS = st.builds(
    Draft,
    st.sampled_from(("yes", "no")),
    st.sampled_from(("2017", "2017-06", "2017-06-30")),
    st.sampled_from(("", "2018")),
    WORDS,
    st.lists(st.sampled_from(("r-a", "r-b", "r-c")), max_size=2).map(tuple),
    WORDS,
    CITATIONS.map(tuple),
).map(tidied)
CLAIMS = st.lists(
    st.tuples(st.sampled_from(TERMS), st.sampled_from(("", "p")), DRAFTS),
    min_size=1,
    max_size=5,
    unique_by=lambda one: (one[0].phrase, one[1]),
)


@given(DRAFTS)
def test_a_draft_is_read_as_it_was_saved(draft: Draft) -> None:
    assert draft_of(draft.text()) == draft
    assert tidied(draft) == draft


@given(st.data(), CLAIMS)
def test_the_order_of_saving_makes_no_difference(data: st.DataObject, claims: list) -> None:  # type: ignore[type-arg]
    shuffled = data.draw(st.permutations(claims))
    open_ = ["b", "a"]
    one = content_of(HEADING, claims, open_, HELD)
    other = content_of(HEADING, shuffled, reversed(open_), dict(reversed(HELD.items())))
    assert digest_of(one) == digest_of(other)
    assert changes(one, other) == []


@given(CLAIMS, DRAFTS)
def test_any_change_of_a_claim_is_another_digest_and_is_told(claims: list, other: Draft) -> None:  # type: ignore[type-arg]
    (term, program, draft), *rest = claims
    before = content_of(HEADING, claims, (), HELD)
    after = content_of(HEADING, [(term, program, other), *rest], (), HELD)
    assert (digest_of(before) == digest_of(after)) == (draft == other)
    assert bool(changes(before, after)) == (draft != other)


@pytest.mark.parametrize("changed", [{"review": "b"}, {"government": "b"}, {"request": 33}, {"corrects": 106}])
def test_a_response_to_another_or_of_another_is_another_digest(changed: dict[str, object]) -> None:
    claims = [(TERMS[0], "", Draft("yes", "2017"))]
    before = content_of(HEADING, claims, (), HELD)
    after = content_of(replace(HEADING, **changed), claims, (), HELD)  # type: ignore[arg-type]
    assert digest_of(before) != digest_of(after)
    assert changes(before, after)


@pytest.mark.parametrize("changed", [{"sha256": "0" * 64}, {"title": "b"}, {"name": "b"}, {"size": 9}, {"kind": "pdf"}])
def test_another_document_behind_the_same_exhibit_is_another_digest_and_is_told(changed: dict[str, object]) -> None:
    claims = [(TERMS[0], "", Draft("yes", "2017", citations=(Citation(1, "words"),)))]
    other = HELD | {1: replace(HELD[1], **changed)}  # type: ignore[arg-type]
    before, after = content_of(HEADING, claims, (), HELD), content_of(HEADING, claims, (), other)
    assert digest_of(before) != digest_of(after)
    assert changes(before, after)


def test_a_question_that_is_no_longer_answered_is_told() -> None:
    claims = [(term, "", Draft("yes", "2017")) for term in TERMS[:2]]
    before = content_of(HEADING, claims, (), HELD)
    after = content_of(HEADING, claims[:1], (TERMS[1].phrase,), HELD)
    assert changes(before, after) == [f"“{TERMS[1].phrase}” is no longer claimed"]
