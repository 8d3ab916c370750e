"""Every sort of part that a proof is made of, in small: what it is, what is so of it, and what could be asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ascertain.findings.answers.inquiry import Answer, Inquiry, ground, not_yet_law
from ascertain.findings.answers.reasons import smallest_reason
from ascertain.findings.diagrams import linking
from ascertain.findings.diagrams.compiled import force_atom
from ascertain.findings.diagrams.diagram import Turns
from ascertain.findings.model import Ground
from ascertain.findings.proofs.proof import Part, PartKind, leaves, proof
from ascertain.law.model import Force
from ascertain.law.readings import LiveReadings
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Between

from .books import DAY, authority, book, claim, fence, rules, term

TEXT = """
rule R: answer
  holds if all of
    - step
    - program in group conditioned
  does not hold otherwise

exception X to R: not so
  does not hold if first > second

point reach: how far does it reach?

reading WIDE of reach: far
  rule WIDE: step
    holds if one

reading CLOSE of reach: near
  rule CLOSE: step
    does not hold in every case
"""


def law(folder: Path, *more: tuple[str, str]) -> Rulebook:
    terms = [term("answer"), term("step"), term("one"), term("first", "money"), term("second", "money")]
    return book(folder, terms, authority("act", fence("rules", TEXT)), *more)


def shown(rulebook: Rulebook, *claims: Claim, question: str = "answer") -> tuple[Answer, Part]:
    who, under = rulebook.governments["chicago"], rulebook.programs["jag"]
    inquiry = Inquiry(rulebook, Record(claims, ""), who, under, question, DAY, Grade.FOUND, {})
    answer = inquiry.answer(DAY)
    return answer, proof(answer, inquiry.finding(answer).reason, not_yet_law(answer))


def told(part: Part, depth: int = 0) -> list[str]:
    possible = " or ".join(part.possible)
    said = [part.kind.value, part.id, possible or str(part.value), part.unsettled, *part.asks]
    below = [line for each in part.under for line in told(each, depth + 1)]
    return [f"{'  ' * depth}{' | '.join(filter(None, said))}", *below]


def test_a_settled_answer_is_shown_by_what_is_so_of_each_ground(tmp_path: Path) -> None:
    bound = authority("court", fence("force", "binds reading WIDE of act#reach"), "court order", "2017-01-01")
    facts = claim("one", True), claim("first", 100), claim("second", 300)
    answer, part = shown(law(tmp_path, bound), *facts)
    assert told(part) == [
        "term | answer | holds",
        "  rule | act#R | holds",
        "    force | act | in force",
        "    exception | act#X | silent",
        "      relation | first > second | False",
        "    term | step | holds",
        "      rule | act#WIDE | holds",
        "        force | act | in force",
        "        reading | act#reach | WIDE",
        "        fact | one | True",
        "      rule | act#CLOSE | silent",
        "        reading | act#reach | WIDE",
        "    matter | program in group conditioned | True",
    ]
    sources = {leaf.kind: leaf.source for leaf in leaves(part)}
    assert isinstance(sources[PartKind.FORCE], Force)
    assert isinstance(sources[PartKind.READING], LiveReadings)
    assert sources[PartKind.FACT] == answer.facts["one"]
    (relation,) = [leaf for leaf in leaves(part) if leaf.kind is PartKind.RELATION]
    assert [fact.value for fact in relation.facts] == [100, 300]
    ((compared,),) = (relation.compared,)
    assert (compared.left, compared.op, compared.right) == ("second", ">=", "first")
    assert [each.words for each in (*compared.left_worths, *compared.right_worths)] == ["$3", "$1"]


def test_an_open_answer_is_shown_by_what_could_be_asked_of_each_ground(tmp_path: Path) -> None:
    perhaps = authority("court", fence("force", "suspends act"), "court order", "2017-01-01", binds="perhaps chicago")
    _, part = shown(law(tmp_path, perhaps), claim("second", 300))
    lines = told(part)
    asks = {line.strip().split(" | ")[0]: line.strip().split(" | ")[2:] for line in lines}
    (doubt,) = {leaf.asks[0] for leaf in leaves(part) if leaf.kind is PartKind.FORCE}
    assert "court" in doubt
    assert asks["term"] == ["holds or does not hold or silent"]
    assert lines[0] == "term | answer | holds or does not hold or silent"
    assert asks["exception"] == ["does not hold or silent"]
    assert asks["relation"] == ["None", "fact", "Is it so?"]
    assert asks["reading"] == ["None", "law", "how far does it reach?"]
    assert asks["fact"] == ["None", "fact", "Is it so?"]
    facts = [leaf for leaf in leaves(part) if leaf.kind is PartKind.FACT]
    assert [leaf.source for leaf in facts] == [Fact("one", "chicago", "", None, Grade.NONE)]
    (relation,) = [leaf for leaf in leaves(part) if leaf.kind is PartKind.RELATION]
    assert [(fact.term, fact.value) for fact in relation.facts] == [("first", None), ("second", 300)]


def test_a_membership_of_which_the_month_alone_is_known_is_shown_with_its_doubt(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if government in group mayors\n  does not hold otherwise"
    rulebook = rules(tmp_path, text)
    who = rulebook.governments["reno"]
    answer = Inquiry(rulebook, Record((), ""), who, None, "answer", DAY, Grade.FOUND, {}).answer(DAY)
    (leaf,) = [leaf for leaf in leaves(proof(answer, (), frozenset())) if leaf.kind is PartKind.MATTER]
    assert (leaf.id, leaf.value, leaf.unsettled) == ("government in group mayors", None, "law")
    assert len(leaf.asks) == 1


@pytest.mark.parametrize(("value", "outcome"), [(True, "holds"), (False, "does not hold")])
def test_a_plain_fact_that_is_asked_about_is_its_own_ground(tmp_path: Path, value: bool, outcome: str) -> None:
    _, part = shown(law(tmp_path), claim("one", value), question="one")
    assert told(part) == [f"term | one | {outcome}", f"  fact | one | {value}"]


def test_an_amount_known_between_bounds_is_shown_with_them(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if the sum >= $1\n  does not hold otherwise"
    rulebook, between = rules(tmp_path, text, term("the sum", "money")), Between(150, 300)
    _, part = shown(rulebook, claim("the sum", between))
    assert [leaf.value for leaf in leaves(part) if leaf.kind is PartKind.FACT] == [between]


@pytest.mark.parametrize(("at", "outcome", "told_so"), [(0, "holds", "in force"), (1, "silent", "not in force")])
def test_a_force_that_is_in_doubt_is_shown_as_it_is_supposed_to_be(
    tmp_path: Path, at: int, outcome: str, told_so: str
) -> None:
    """As where a way to settle an open finding is shown."""
    perhaps = authority("court", fence("force", "suspends act"), "court order", "2017-01-01", binds="perhaps chicago")
    act = authority("act", fence("rules", "rule R: answer\n  holds if one"))
    rulebook = book(tmp_path, [term("answer"), term("one")], act, perhaps)
    inquiry = Inquiry(
        rulebook,
        Record((claim("one", True),), ""),
        rulebook.governments["chicago"],
        None,
        "answer",
        DAY,
        Grade.FOUND,
        {},
    )
    answer = inquiry.answer(DAY)
    supposed = answer.situation.with_value(force_atom("act"), at)
    settled = replace(answer, situation=supposed, possible=supposed.term("answer").possible(), turns=Turns())
    part = proof(settled, smallest_grounds(settled), frozenset())
    assert part.possible == (outcome,)
    assert [leaf.value for leaf in leaves(part) if leaf.kind is PartKind.FORCE] == [told_so]


def smallest_grounds(answer: Answer) -> tuple[Ground, ...]:
    found = smallest_reason(answer.situation, answer.diagram.question, answer.possible[0])
    return tuple(ground(atom, answer) for atom in found.atoms)


COMPARED = """
rule R: answer
  holds if any of
    - one
    - first > second
    - all of
      - second > third
      - third > $1
"""


@pytest.mark.parametrize("known", [(), ("second",), ("first",), ("one",)])
def test_a_proof_is_the_same_whether_or_not_every_way_in_which_amounts_lie_together_is_told(
    known: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amounts = [term(phrase, "money") for phrase in ("first", "second", "third")]
    rulebook = rules(tmp_path, COMPARED, *amounts)
    claims = [claim(name, True if name == "one" else 300) for name in known]

    def lines() -> list[str]:
        _, part = shown(rulebook, *claims)
        return told(part)

    before = lines()
    for limit in ("_FEW", "_CROWDED"):
        monkeypatch.setattr(linking, limit, 0)
        assert lines() == before
