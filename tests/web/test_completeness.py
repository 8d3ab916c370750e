"""What a claim lacks, for every type of term; and that what lacks nothing is filed as it was typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ascertain.docket.basis import rulebook_of
from ascertain.docket.files import Folder
from ascertain.docket.filing import prepare_entry
from ascertain.docket.load import load_docket
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.model.terms import Place, Subject, Term, TermType
from ascertain.web.responding.certified import Document, Heading, content_of
from ascertain.web.responding.completeness import missing
from ascertain.web.responding.draft import Citation, Draft, tidied, unfit
from ascertain.web.responding.entry import Signature, entry_of

CASE = bundled_folder("dockets") / "doj-1373-2017"
DOCKET = load_docket(CASE)
RULEBOOK = rulebook_of(DOCKET)
TERM = RULEBOOK.terms["government's policy has a saving clause for § 1373"]
HELD = DOCKET.exhibits["usc-8-1373"]


def term(kind: TermType, *values: str) -> Term:
    return Term("a fact", kind, Subject.GOVERNMENT, "Is it so?", Place("vocabulary", 1, 1), values)


def lacking(draft: Draft, of: Term) -> set[str]:
    return {key for key, _ in missing(draft, of, {1}, {"r-a"})}


@pytest.mark.parametrize(
    ("of", "good", "bad"),
    [
        (term(TermType.YES_NO), ("yes", "no", "Yes"), ("maybe", "ja")),
        (term(TermType.NUMBER), ("12", "1,200", "at least 3"), ("twelve", "1,2", "1.5", "²", "9" * 40)),
        (term(TermType.MONEY), ("265832", "$1,670,000", "12.50", "$1 to $2"), ("a lot", "$", "1.234", "$1,00")),
        (term(TermType.DATE), ("2017-04-21", "2020-06"), ("April", "2017-02-30", "21.4.2017")),
        (term(TermType.ONE_OF, "low", "high"), ("low",), ("Low", "middle")),
        (term(TermType.TEXT), ("anything",), ()),
    ],
    ids=lambda one: one.type if isinstance(one, Term) else "",
)
def test_an_answer_is_of_the_type_that_is_asked_for(of: Term, good: tuple[str, ...], bad: tuple[str, ...]) -> None:
    for value in good:
        assert lacking(Draft(value, "2017"), of) == set()
    for value in (*bad, ""):
        assert lacking(Draft(value, "2017"), of) == {"value"}


@pytest.mark.parametrize(
    ("draft", "lacks"),
    [
        (Draft("yes", ""), {"since"}),
        (Draft("yes", "1 June 2017"), {"since"}),
        (Draft("yes", "2017", "soon"), {"until"}),
        (Draft("yes", "2017-06-30", "2017-06-30"), {"until"}),
        (Draft("yes", "2017-06", "2017-06-15"), set()),
        (Draft("yes", "2017", arguments=("r-b",)), {"arguments"}),
        (Draft("yes", "2017", citations=(Citation(2, "words"),)), {"quote"}),
        (Draft("yes", "2017", citations=(Citation(1, "", "3"),)), {"quote"}),
        (Draft("yes", "2017", citations=(Citation(1, "words", "iii"),)), {"page"}),
        (Draft("yes", "2017", citations=(Citation(1, "words", "³"),)), {"page"}),
        (Draft("yes", "2017", citations=(Citation(1),)), set()),
        (Draft("yes", "2017", arguments=("r-a",), citations=(Citation(1, "words", "3"), Citation(1, "more"))), set()),
    ],
)
def test_each_part_that_is_missing_or_wrong_is_named(draft: Draft, lacks: set[str]) -> None:
    assert lacking(draft, term(TermType.YES_NO)) == lacks


TEXT = st.text(max_size=60)


@settings(max_examples=150, deadline=None)
@given(TEXT, TEXT, TEXT, st.sampled_from(("", "7")))
@example("---", "---\nnumber: 99\n---\n\n---", "...", "")
@example("null", "[a]: b\n  c: 'd", "yes", "7")
@example("a:\n\n\tb\n  c", "\u2028 a \u0085b", "# not a remark", "")
@example("{a: &b *b}", "!!python/object:a", "|\n a\n\n", "")
def test_what_can_be_kept_is_filed_as_it_was_typed(explanation: str, argument: str, quote: str, page: str) -> None:
    draft = tidied(Draft("yes", "2017-06", "", explanation, (), argument, (Citation(1, quote, page),)))
    if unfit(draft) or missing(draft, TERM, {1}, ()):
        return
    document = Document(HELD.id, HELD.title, "a.txt", "txt", HELD.sha256, 1)
    content = content_of(Heading(DOCKET.id, "chicago", 32), [(TERM, "", draft)], (), {1: document})
    signature = Signature("City of Chicago", "Jo Doe", "Counsel", date(2026, 1, 2))
    entry, _ = prepare_entry(Folder(Path(CASE)), DOCKET, entry_of(content, signature, RULEBOOK.terms), RULEBOOK)
    (claim,) = entry.claims
    assert claim.note == draft.explanation
    assert (claim.passage.exact if claim.passage else "") == draft.citations[0].quote
    assert not draft.argument or draft.argument in entry.text
