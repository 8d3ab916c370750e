"""Conditions and clauses with their names and types resolved."""

from __future__ import annotations

from ascertain.rulebook.aggregates import is_quantified, quantified
from ascertain.rulebook.expressions import expression_of, is_literal
from ascertain.rulebook.model.expressions import terms_of
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
    UnderReading,
)
from ascertain.rulebook.model.terms import QUANTITIES, Subject, Term, TermType
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import RawAtom, RawClause, RawCondition, RawList, RawNot, Text
from ascertain.rulebook.texts import after
from ascertain.rulebook.values import IN_WORDS, value_of

_UNORDERED = (TermType.TEXT, TermType.ONE_OF, TermType.YES_NO)


def clause_of(raw: RawClause, concluded: Term | None, authority: str, names: Names) -> Clause | None:
    """The clause, or ``None`` where a name in it is wrong (then that was reported).

    Args:
        raw: As it stands.
        concluded: The term that its rule concludes, if that is known.
        authority: Where it stands.
        names: The tables of names.
    """
    guard = None if raw.guard is None else condition_of(raw.guard, authority, names)
    unless = None if raw.unless is None else condition_of(raw.unless, authority, names)
    if (raw.guard and guard is None) or (raw.unless and unless is None):
        return None
    if unless is not None:
        guard = Not(unless) if guard is None else AllOf((guard, Not(unless)))
    otherwise = raw.when == "otherwise"
    if not raw.of_quantity:
        return Clause(Outcome(raw.verdict.text), guard, raw.verdict.place, otherwise)
    worth = expression_of(after(raw.verdict, len("is")), names)
    if worth is None or concluded is None:
        return None
    expression, kind = worth
    if kind is not concluded.type:
        message = f"this is {IN_WORDS[kind]}, and what the rule concludes is {IN_WORDS[concluded.type]}"
        help_line = "write an expression of the type of the term concluded"
        names.reporter.add("A519", message, raw.verdict.place, concluded.place, help=help_line)
        return None
    return Clause(Outcome.HOLDS, guard, raw.verdict.place, otherwise, expression)


def condition_of(raw: RawCondition, authority: str, names: Names) -> Condition | None:
    """The condition, or ``None`` where a name in it is wrong (then that was reported)."""
    match raw:
        case RawNot(of):
            inner = condition_of(of, authority, names)
            return None if inner is None else Not(inner)
        case RawList(quantity, of):
            items = [condition_of(item, authority, names) for item in of]
            found = tuple(item for item in items if item is not None)
            if len(found) < len(items):
                return None
            if quantity == "all of":
                return AllOf(found)
            return AnyOf(found) if quantity == "any of" else Not(AnyOf(found))
        case RawAtom(kind, parts):
            return _atom(kind, parts, authority, names)


def _atom(kind: str, parts: tuple[Text, ...], authority: str, names: Names) -> Condition | None:
    match kind:
        case "is_true":
            return _is_true(parts[0], names)
        case "compare":
            return _comparison(parts[0], parts[1], parts[2], names)
        case "in_force":
            provision = names.provision(parts[1])
            return None if provision is None else InForce(provision)
        case "under_reading":
            point = names.point(parts[1], authority)
            reading = None if point is None else names.reading(point, parts[3])
            return None if point is None or reading is None else UnderReading(point, reading)
        case "in_group":
            return _in_group(parts[0], parts[2], names)
        case _:
            # A term may begin with these words too: then the vocabulary decides.
            whole = f"program is {parts[1].text}"
            if whole in names.terms:
                return _is_true(Text(whole, parts[0].place), names)
            program = names.program(parts[1])
            return None if program is None else ProgramIs(program)


def _is_true(text: Text, names: Names) -> Condition | None:
    if is_quantified(text.text) and text.text not in names.terms:
        found = quantified(text, names)
        return None if found is None else Compare(found[0].phrase, found[1], found[2])
    term = names.term(text)
    if term is None:
        return None
    if term.type is not TermType.YES_NO:
        message = f"this term is {IN_WORDS[term.type]}, so it must be compared with something"
        example = term.values[0] if term.values else "VALUE"
        names.reporter.add("A516", message, text.place, term.place, help=f'write "{text.text[:60]} = {example}"')
        return None
    return IsTrue(term.phrase)


def _comparison(phrase: Text, operator: Text, value: Text, names: Names) -> Condition | None:
    """A term compared with a value, or two quantities; a yes/no term with yes or no is the plain condition."""
    known = names.terms.get(phrase.text)
    if known is None or known.type in QUANTITIES:
        return _relation(phrase, operator, value, names)
    term = names.term(phrase)
    found = None if term is None else value_of(term, value, names.reporter)
    if term is None or found is None:
        return None
    if operator.text != "=" and term.type in _UNORDERED:
        message = f'"{operator.text}" needs a number, an amount or a date, and this term is none'
        names.reporter.add("A514", message, operator.place, term.place, help='use "="')
        return None
    if term.type is TermType.YES_NO:
        return IsTrue(term.phrase) if found else Not(IsTrue(term.phrase))
    return Compare(term.phrase, operator.text, found)


def _relation(left: Text, operator: Text, right: Text, names: Names) -> Condition | None:
    """Two quantities compared; a plain term with a constant is the plain comparison."""
    known = names.terms.get(left.text)
    if known is not None and known.phrase not in names.concluded and is_literal(right.text):
        found = value_of(known, right, names.reporter)
        return None if found is None else Compare(known.phrase, operator.text, found)
    one, other = expression_of(left, names), expression_of(right, names)
    if one is None or other is None:
        return None
    (mine, kind), (its, other_kind) = one, other
    if kind is not other_kind:
        message = f"this compares {IN_WORDS[kind]} with {IN_WORDS[other_kind]}"
        names.reporter.add("A519", message, operator.place, help="compare quantities of one type")
        return None
    return Relate(mine, operator.text, its)


def _in_group(subject: Text, name: Text, names: Names) -> Condition | None:
    group = names.group(name)
    if group is None:
        return None
    of_programs = any(member in names.programs for member, _ in names.groups[group].members)
    if names.groups[group].members and of_programs != (subject.text == Subject.PROGRAM):
        other = "program" if of_programs else "government"
        message = f"the members of the group {group} are {other}s"
        names.reporter.add("A612", message, name.place, help=f'write "{other} in group {group}"')
        return None
    return InGroup(Subject(subject.text), group)


def terms_in(condition: Condition | None) -> frozenset[str]:
    """The phrases that a condition speaks of."""
    match condition:
        case IsTrue(term) | Compare(term, _, _):
            return frozenset({term})
        case Relate(left, _, right):
            return frozenset({*terms_of(left), *terms_of(right)})
        case Not(of):
            return terms_in(of)
        case AllOf(of) | AnyOf(of):
            return frozenset(term for part in of for term in terms_in(part))
        case _:
            return frozenset()
