"""The order of the diagrams' variables hangs on the rulebook alone; a narrow question does not spoil a wide one's."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.findings.answers.inquiry import Inquiry
from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.proofs.proof import leaves, proof
from ascertain.record.facts import Record
from ascertain.record.model import Grade

from .books import DAY, authority, book, fence, term
from .random_rulebooks import sample

PAIRS = 24


def listed(parts: list[str]) -> str:
    return "\n".join(f"    - {part}" for part in parts)


def test_a_narrow_question_asked_first_leaves_a_wide_one_small(tmp_path: Path) -> None:
    """Whoever is under any of some duties: has it met each that it is under? Asked apart, each has an easy order."""
    duties = [f"duty {at}" for at in range(PAIRS)]
    unmet = [f"all of\n      - {duty}\n      - unmet {duty}" for duty in duties]
    text = (
        f"rule ANY: step\n  holds if any of\n{listed(duties)}\n  does not hold otherwise\n\n"
        f"rule UNMET: answer\n  holds if any of\n{listed(unmet)}\n  does not hold otherwise\n"
    )
    terms = [term(phrase) for phrase in ("answer", "step", *duties, *(f"unmet {duty}" for duty in duties))]
    compiled = Compiled(book(tmp_path, terms, authority("act", fence("rules", text))))
    compiled.term("step")
    assert compiled.term("answer").holds.node_count() < 4 * PAIRS


@pytest.mark.parametrize("seed", range(100))
def test_what_was_asked_before_changes_no_variable(seed: int) -> None:
    rulebook = sample(seed).rulebook
    terms = [*Compiled(rulebook).index.concluding]
    made = [Compiled(rulebook) for _ in range(2)]
    for compiled, asked in zip(made, (terms, terms[::-1]), strict=True):
        for phrase in asked:
            compiled.term(phrase)
    atoms = made[0].space.support(voice for phrase in terms for voice in made[0].term(phrase).all)
    assert [made[0].space.variables(atom) for atom in atoms] == [made[1].space.variables(atom) for atom in atoms]


def test_the_proof_of_a_wide_open_question_stays_small(tmp_path: Path) -> None:
    """While a proof is pruned, something of its own stands for each unknown; its order matters as well."""
    parts = [f"part {at}" for at in range(PAIRS)]
    text = f"rule ALL: answer\n  holds if all of\n{listed(parts)}\n  does not hold otherwise\n"
    for at, part in enumerate(parts):
        text += f"\npoint p{at}: how far?\n"
        for name in ("FAR", "NEAR"):
            rule = f"  rule {name}{at}: {part}\n    holds if {name} {part}\n    does not hold otherwise"
            text += f"\nreading {name} of p{at}: {name}\n{rule}\n"
    facts = [f"{name} {part}" for part in parts for name in ("FAR", "NEAR")]
    terms = [term(phrase) for phrase in ("answer", *parts, *facts)]
    rulebook = book(tmp_path, terms, authority("act", fence("rules", text)))
    inquiry = Inquiry(rulebook, Record((), ""), rulebook.governments["chicago"], None, "answer", DAY, Grade.FOUND, {})
    shown = leaves(proof(inquiry.answer(DAY), (), frozenset()))
    assert {leaf.id for leaf in shown} == {*facts, *(f"act#p{at}" for at in range(PAIRS))}
