"""A rulebook of one statute that is always in force for everyone: what adapters put others' cases into."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import EVERYONE
from ascertain.rulebook.model.rules import Clause, Condition, Outcome, Rule
from ascertain.rulebook.model.sources import Authority, Provision
from ascertain.rulebook.model.terms import Place, Subject, Term, TermType

_PLACE = Place("adapted", 1, 1)
_ALWAYS = Interval(None, None)
_DAY = date(2017, 7, 6)
ACT = "act"
"""The statute."""


def term(phrase: str, kind: TermType = TermType.YES_NO) -> Term:
    """A term about a government."""
    return Term(phrase, kind, Subject.GOVERNMENT, "Is it so?", _PLACE)


def rule(name: str, concludes: str, *clauses: Clause) -> Rule:
    """A rule of the statute."""
    return Rule(f"{ACT}#{name}", ACT, name, clauses, _PLACE, term=concludes)


def exception(name: str, to: Rule, *clauses: Clause) -> Rule:
    """An exception to a rule, in the same statute."""
    return Rule(f"{ACT}#{name}", ACT, name, clauses, _PLACE, target=to.id)


def clause(verdict: bool, guard: Condition | None, *, otherwise: bool = False) -> Clause:
    """A clause that says *holds* for true and *does not hold* for false."""
    return Clause(Outcome.HOLDS if verdict else Outcome.DOES_NOT_HOLD, guard, _PLACE, otherwise)


def law(terms: Iterable[Term], rules: Iterable[Rule]) -> LawOn:
    """The law of the statute, for everyone and always."""
    issued = Moment.on(date(2000, 1, 1))
    statute = Authority(ACT, "statute", ACT, (), "", issued, (_ALWAYS,), EVERYONE, ("adapted",), "memory", _PLACE)
    rulebook = Rulebook(
        id="adapted",
        title="Adapted",
        covers=_ALWAYS,
        digest="",
        authorities={ACT: statute},
        provisions={ACT: Provision(ACT, ACT, ACT, None, _PLACE)},
        terms={each.phrase: each for each in terms},
        rules={each.id: each for each in rules},
    )
    return LawOn(rulebook, Matter(None, None, _DAY, _DAY))
