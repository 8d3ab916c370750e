"""The meaning of rules as formulas for an SMT solver, made from the rulebook's model and not from Ascertain's engines.

Numbers are integers here, unbounded where their terms are, and texts and names are told apart by integers without
bound: nothing is cut into regions or sampled, so that what the engines try is checked too. The force of provisions for
a matter is taken as the law states it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import z3

from ascertain.law.force import LawOn
from ascertain.law.model import Branch, Doubt, ForceTree, ReadingTree
from ascertain.law.scope import in_group, part_of_program
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    OnWorkingDay,
    Share,
    Shifted,
    Sum,
    Worth,
    parts,
)
from ascertain.rulebook.model.rules import (
    AllOf,
    AnyOf,
    Clause,
    Compare,
    Condition,
    InForce,
    InGroup,
    IsTrue,
    Not,
    Outcome,
    ProgramIs,
    Relate,
    Rule,
    UnderReading,
)
from ascertain.rulebook.model.terms import QUANTITIES, Subject, Term, TermType, Value

from .smt_amounts import (
    FIRST_DAY,
    LAST_DAY,
    Number,
    add,
    choose,
    compare,
    constant,
    pick,
    share,
    shift,
    working_day,
)


class Voice(NamedTuple):
    """Whether anything says *holds*, and whether anything says *does not hold*: a conflict says both, silence neither.

    Of a quantity *holds* says that anything is said of it, *does not hold* that different things are; ``worth`` is it.
    """

    yes: z3.BoolRef
    no: z3.BoolRef
    worth: Number | None = None

    def differs(self, other: Voice) -> z3.BoolRef:
        """That the two have different outcomes, or a quantity a different worth."""
        found = [self.yes != other.yes, self.no != other.no]
        if self.worth is not None and other.worth is not None:
            found.append(z3.And(self.yes, z3.Not(self.no), z3.Not(compare(self.worth, "=", other.worth))))
        return z3.Or(*found)

    def changed(self, change: list[tuple[z3.ExprRef, z3.ExprRef]]) -> Voice:
        """The same with other unknowns in it."""
        worth = self.worth and Number(z3.substitute(self.worth.over, change), self.worth.under)
        return Voice(z3.substitute(self.yes, change), z3.substitute(self.no, change), worth)


Met = tuple[z3.BoolRef, z3.BoolRef]
"""Whether a condition may be taken as met, and as unmet: where a conflict decides it, as both."""

_NUMBERS: dict[str, int] = {}
"""The number that stands for each text met so far, the same in every formula."""

Unknowns = Mapping[str, z3.ExprRef]
"""What the solver may choose: facts, readings and doubts, by a name that tells which."""


class Formula:
    """One question under the law of one matter.

    Args:
        law: The law for the matter.
        question: The phrase of a term.
        readings: Readings taken for the sake of argument, by point.
        without: The id of a rule that is taken to say nothing.
        side: What sets its readings and doubts apart from those of another formula, which are else the same by name.
    """

    def __init__(
        self, law: LawOn, question: str, readings: Mapping[str, str] | None = None, without: str = "", side: str = ""
    ) -> None:
        self.law = law
        self._assumed = readings or {}
        self._without = without
        self._side = side
        self._unknowns: dict[str, z3.ExprRef] = {}
        self._terms: dict[str, Voice] = {}
        self._rules: dict[str, Voice] = {}
        self._texts: set[str] = set()
        self.voice = self._term(question)
        self.unknowns: Unknowns = dict(self._unknowns)
        self.sense = tuple(self._sense())

    def is_(self, outcome: Outcome) -> z3.BoolRef:
        """That the outcome is this one."""
        yes, no, _ = self.voice
        match outcome:
            case Outcome.HOLDS:
                return z3.And(yes, z3.Not(no))
            case Outcome.DOES_NOT_HOLD:
                return z3.And(no, z3.Not(yes))
            case Outcome.CONFLICT:
                return z3.And(yes, no)
            case _:
                return z3.Not(z3.Or(yes, no))

    def possible(self, known: Mapping[str, Value]) -> frozenset[Outcome]:
        """The outcomes that some choice of the unknowns gives."""
        given = [*self.sense, *self.given(known)]
        return frozenset(outcome for outcome in Outcome if satisfiable(*given, self.is_(outcome)))

    def always(self, outcome: Outcome, given: Iterable[z3.BoolRef]) -> bool:
        """Whether the outcome is this one whatever the unknowns are, where what is given is true."""
        return not satisfiable(*self.sense, *given, z3.Not(self.is_(outcome)))

    def turns_on(self, known: Mapping[str, Value]) -> set[tuple[str, str]]:
        """The unknowns of which a change alone can change the outcome, each with its kind."""
        given = [*self.sense, *self.given(known)]
        found = set()
        for name, unknown in self.unknowns.items():
            other = z3.Const(f"other {name}", unknown.sort())
            change = [(unknown, other)]
            kept = [z3.substitute(each, change) for each in given]
            if satisfiable(*given, *kept, self.voice.differs(self.voice.changed(change))):
                kind, _, rest = name.partition(":")
                found.add((kind, rest))
        return found

    def read(self, chosen: z3.ModelRef) -> dict[str, Value]:
        """The solver's choice of each unknown; where it left one open, any value that it could have."""
        values = {name: chosen.eval(unknown, model_completion=True) for name, unknown in self.unknowns.items()}
        return {name: self._value(name, value) for name, value in values.items()}

    def _value(self, name: str, value: z3.ExprRef) -> Value:
        if z3.is_bool(value):
            return bool(z3.is_true(value))
        kind, _, rest = name.partition(":")
        number = int(value.as_long())
        if kind == "fact" and self.law.rulebook.terms[rest].type not in (TermType.ONE_OF, TermType.TEXT):
            return number
        texts = {_constant(text).as_long(): text for text in self._texts}
        return texts.get(number, f"text number {number}")

    def _sense(self) -> Iterator[z3.BoolRef]:
        """What every choice has to respect: a choice is one of its values, a reading one that may be live."""
        for name, unknown in self.unknowns.items():
            kind, _, rest = name.partition(":")
            if kind == "reading":
                yield z3.Or(*(unknown == self._text(reading) for reading in self._readings(rest)))
            elif kind == "fact" and self.law.rulebook.terms[rest].type is TermType.ONE_OF:
                yield z3.Or(*(unknown == self._text(value) for value in self.law.rulebook.terms[rest].values))
            elif kind == "fact":
                yield from self._bounds(self.law.rulebook.terms[rest], unknown)

    def _bounds(self, term: Term, unknown: z3.ExprRef) -> Iterator[z3.BoolRef]:
        first, last = (FIRST_DAY, LAST_DAY) if term.type is TermType.DATE else (None, None)
        least, most = first if term.least is None else term.least, last if term.most is None else term.most
        if least is not None:
            yield unknown >= least
        if most is not None:
            yield unknown <= most

    def given(self, known: Mapping[str, Value]) -> Iterator[z3.BoolRef]:
        """That the facts are as they are known to be."""
        for phrase, value in known.items():
            yield self._fact(phrase) == _constant(value)

    def assumed(self, readings: Mapping[str, str], doubts: Mapping[str, bool]) -> Iterator[z3.BoolRef]:
        """That these readings are chosen and these doubts are resolved so."""
        for point, reading in readings.items():
            yield self._unknown(f"reading:{point}", z3.IntSort()) == self._text(reading)
        for doubt, is_so in doubts.items():
            yield self._unknown(f"doubt:{doubt}", z3.BoolSort()) == z3.BoolVal(is_so)

    def _term(self, phrase: str) -> Voice:
        if phrase not in self._terms:
            self._terms[phrase] = self._concluded(phrase)
        return self._terms[phrase]

    def _concluded(self, phrase: str) -> Voice:
        rules = [rule for rule in self.law.rulebook.rules.values() if rule.term == phrase]
        if not rules:
            fact = self._fact(phrase)
            if self.law.rulebook.terms[phrase].type in QUANTITIES:
                return Voice(z3.BoolVal(True), z3.BoolVal(False), Number(fact))
            return Voice(fact, z3.Not(fact))
        return _all_heard(self.rule(rule) for rule in rules)

    def rule(self, rule: Rule) -> Voice:
        """What a rule says, with its exceptions."""
        if rule.id not in self._rules:
            yes, no, worth = self._says(rule)
            mute = rule.id == self._without
            self._rules[rule.id] = Voice(z3.BoolVal(False), z3.BoolVal(False), worth) if mute else Voice(yes, no, worth)
        return self._rules[rule.id]

    def live(self, rule: Rule) -> z3.BoolRef:
        """That a rule is in force, and under the right reading."""
        in_force = self._force(self.law.tree(rule.provision))
        return in_force if rule.reading is None else z3.And(in_force, self.takes(*rule.reading))

    def exceptions(self, rule: Rule) -> Voice:
        """What the exceptions to a rule say together."""
        return _all_heard(self.rule(other) for other in self.law.rulebook.rules.values() if other.target == rule.id)

    def clauses(self, rule: Rule, *, otherwise: bool) -> Voice:
        """What the clauses of a rule say together: those that say *otherwise*, or all others."""
        return _all_heard(self.clause(clause) for clause in rule.clauses if clause.otherwise is otherwise)

    def _says(self, rule: Rule) -> Voice:
        own = _else(self.clauses(rule, otherwise=False), self.clauses(rule, otherwise=True))
        yes, no, worth = _else(self.exceptions(rule), own)
        live = self.live(rule)
        return Voice(z3.And(live, yes), z3.And(live, no), worth)

    def clause(self, clause: Clause) -> Voice:
        """What a clause says by itself."""
        met, unmet = (z3.BoolVal(True), z3.BoolVal(False)) if clause.guard is None else self._met(clause.guard)
        conflict = z3.And(met, unmet)
        if clause.worth is not None:
            yes, no, worth = self._amount(clause.worth)
            return Voice(z3.And(met, z3.Or(unmet, yes)), z3.Or(conflict, z3.And(met, no)), worth)
        return Voice(met, conflict) if clause.verdict is Outcome.HOLDS else Voice(conflict, met)

    def _amount(self, expression: Expression) -> Voice:
        """What an expression is worth; where different things are said of a part of it, they are of the whole."""
        if isinstance(expression, Constant):
            return Voice(z3.BoolVal(True), z3.BoolVal(False), constant(expression.value))
        if isinstance(expression, Worth):
            return self._term(expression.term)
        inner = [self._amount(part) for part in parts(expression)]
        clash = z3.Or(*(voice.no for voice in inner))
        worths = [voice.worth for voice in inner if voice.worth is not None]
        return Voice(z3.Or(clash, z3.And(*(voice.yes for voice in inner))), clash, self._computed(expression, worths))

    def _computed(self, expression: Expression, worths: list[Number]) -> Number:
        match expression:
            case Sum():
                return add(worths[0], worths[1], 1)
            case Difference():
                return add(worths[0], worths[1], -1)
            case Share(_, numerator, denominator):
                return share(worths[0], numerator, denominator)
            case Shifted(_, by):
                return Number(shift(worths[0].over, by))
            case OnWorkingDay(_, calendar):
                return Number(working_day(worths[0].over, self.law.rulebook.calendars[calendar]))
            case Least():
                return pick(worths, "<")
            case Greatest():
                return pick(worths, ">")
            case _:
                raise AssertionError(expression)

    def _met(self, condition: Condition) -> Met:
        match condition:
            case IsTrue(phrase):
                yes, no, _ = self._term(phrase)
                return yes, z3.Or(no, z3.Not(yes))
            case Not(inner):
                met, unmet = self._met(inner)
                return unmet, met
            case AllOf(inner):
                pairs = [self._met(part) for part in inner]
                return z3.And(*(met for met, _ in pairs)), z3.Or(*(unmet for _, unmet in pairs))
            case Relate(left, op, right):
                one, other = self._amount(left), self._amount(right)
                assert one.worth is not None and other.worth is not None
                clash = z3.Or(one.no, other.no)
                so = z3.And(one.yes, other.yes, compare(one.worth, op, other.worth))
                return z3.Or(clash, so), z3.Or(clash, z3.Not(so))
            case AnyOf(inner):
                pairs = [self._met(part) for part in inner]
                return z3.Or(*(met for met, _ in pairs)), z3.And(*(unmet for _, unmet in pairs))
        met = self._leaf(condition)
        return met, z3.Not(met)

    def _leaf(self, condition: Compare | InGroup | ProgramIs | InForce | UnderReading) -> z3.BoolRef:
        matter, rulebook = self.law.matter, self.law.rulebook
        match condition:
            case Compare(phrase, op, value):
                fact = self._fact(phrase)
                bound = self._text(value) if isinstance(value, str) else _constant(value)
                return {
                    "=": lambda: fact == bound,
                    ">=": lambda: fact >= bound,
                    "<=": lambda: fact <= bound,
                    ">": lambda: fact > bound,
                    "<": lambda: fact < bound,
                }[op]()
            case InGroup(Subject.PROGRAM, group):
                return self._doubtful(in_group(group, None, matter.program, matter.on, rulebook))
            case InGroup(_, group):
                return self._doubtful(in_group(group, matter.government, None, matter.on, rulebook))
            case ProgramIs(program):
                return z3.BoolVal(part_of_program(matter.program, program, rulebook))
            case InForce(provision):
                return self._force(self.law.tree(provision))
            case UnderReading(point, reading):
                return self.takes(point, reading)

    def _fact(self, phrase: str) -> z3.ExprRef:
        is_yes_no = self.law.rulebook.terms[phrase].type is TermType.YES_NO
        return self._unknown(f"fact:{phrase}", z3.BoolSort() if is_yes_no else z3.IntSort())

    def takes(self, point: str, reading: str) -> z3.BoolRef:
        """That the reading is right. A choice that doubts rule out stands for the first reading that they do not."""
        chosen = self._unknown(f"reading:{point}", z3.IntSort())

        def right(live: tuple[str, ...]) -> z3.BoolRef:
            if reading not in live:
                return z3.BoolVal(False)
            ruled_out = z3.And(*(chosen != self._text(each) for each in live))
            return z3.Or(chosen == self._text(reading), ruled_out if reading == live[0] else z3.BoolVal(False))

        return self._under(self._ways(point), right)

    def can_take(self, point: str, reading: str) -> z3.BoolRef:
        """That the reading is live."""
        return self._under(self._ways(point), lambda live: z3.BoolVal(reading in live))

    def _under(self, ways: ReadingTree, said: Callable[[tuple[str, ...]], z3.BoolRef]) -> z3.BoolRef:
        if isinstance(ways, Branch):
            return z3.If(self._doubtful(ways.doubt), self._under(ways.if_yes, said), self._under(ways.if_no, said))
        return said(ways)

    def _ways(self, point: str) -> ReadingTree:
        return (self._assumed[point],) if point in self._assumed else self.law.live_readings(point).ways

    def _readings(self, point: str) -> tuple[str, ...]:
        return (self._assumed[point],) if point in self._assumed else self.law.live_readings(point).names

    def _text(self, text: str) -> z3.ExprRef:
        self._texts.add(text)
        return _constant(text)

    def _force(self, tree: ForceTree) -> z3.BoolRef:
        if isinstance(tree, Branch):
            return z3.If(self._doubtful(tree.doubt), self._force(tree.if_yes), self._force(tree.if_no))
        return z3.BoolVal(tree.speaks)

    def _doubtful(self, answer: bool | Doubt) -> z3.BoolRef:
        if isinstance(answer, Doubt):
            return self._unknown(f"doubt:{answer.id}", z3.BoolSort())
        return z3.BoolVal(answer)

    def _unknown(self, name: str, sort: z3.SortRef) -> z3.ExprRef:
        apart = "" if name.startswith("fact:") else self._side
        return self._unknowns.setdefault(name, z3.Const(f"{name}{apart}", sort))


def different(one: Formula, other: Formula) -> z3.BoolRef:
    """That two questions have different outcomes; what they share by name is the same unknown."""
    return z3.And(*one.sense, *other.sense, one.voice.differs(other.voice))


def satisfiable(*formulas: z3.BoolRef) -> bool:
    """Whether the solver can choose the unknowns so that all are true.

    Raises:
        ArithmeticError: The solver cannot tell.
    """
    return witness(*formulas) is not None


def witness(*formulas: z3.BoolRef) -> z3.ModelRef | None:
    """A choice of the unknowns that makes all formulas true, or ``None`` where there is none.

    Raises:
        ArithmeticError: The solver cannot tell.
    """
    solver = z3.SimpleSolver()  # hundreds of small formulas: the plain solver starts at once
    solver.add(*formulas)
    answer = solver.check()
    if answer == z3.unknown:
        raise ArithmeticError(f"the solver cannot tell: {solver.reason_unknown()}")
    return solver.model() if answer == z3.sat else None


def _all_heard(voices: Iterator[Voice]) -> Voice:
    heard = list(voices)
    unlike = [
        z3.And(one.yes, other.yes, z3.Not(compare(one.worth, "=", other.worth)))
        for one, other in combinations(heard, 2)
        if one.worth is not None and other.worth is not None
    ]
    worth = None
    for voice in reversed(heard):
        worth = voice.worth if worth is None or voice.worth is None else choose(voice.yes, voice.worth, worth)
    return Voice(z3.Or(*(voice.yes for voice in heard)), z3.Or(*(voice.no for voice in heard), *unlike), worth)


def _else(first: Voice, second: Voice) -> Voice:
    silent = z3.Not(z3.Or(first.yes, first.no))
    yes, no = z3.Or(first.yes, z3.And(silent, second.yes)), z3.Or(first.no, z3.And(silent, second.no))
    if first.worth is None or second.worth is None:
        return Voice(yes, no, first.worth or second.worth)
    return Voice(yes, no, choose(silent, second.worth, first.worth))


def _constant(value: Value) -> z3.ExprRef:
    if isinstance(value, bool):
        return z3.BoolVal(value)
    return z3.IntVal(value if isinstance(value, int) else _NUMBERS.setdefault(value, len(_NUMBERS)))
