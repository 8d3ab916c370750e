"""What would have to be otherwise, in words: conditions, said alike whichever way they would turn a finding."""

from __future__ import annotations

from ascertain.findings.compiled import Compiled
from ascertain.findings.domains import ANYTHING_ELSE
from ascertain.findings.levers import Change, ChangeKind
from ascertain.publish.words import UNKNOWN, value_words
from ascertain.rulebook.model.terms import Term, TermType, Value

_KINDS = {
    ChangeKind.FACT: "fact",
    ChangeKind.READING: "reading",
    ChangeKind.ORDER: "order",
    ChangeKind.FORCE: "force",
    ChangeKind.MEMBERSHIP: "list",
    ChangeKind.DOUBT: "doubt about force",
}


def kind_words(change: Change) -> str:
    """What kind of thing would be otherwise; for a fact, where it is settled, if the rulebook says so."""
    return change.lies_in.value if change.lies_in else _KINDS[change.kind]


def change_words(change: Change, compiled: Compiled) -> str:
    """The condition in words, with how things stand now.

    Args:
        change: What would be otherwise.
        compiled: The rulebook, for the values that it can tell apart.
    """
    now = f" (now {now_words(change, compiled)})"
    after = after_words(change, compiled)
    match change.kind:
        case ChangeKind.FACT:
            return f"{change.id} = {after}{now}"
        case ChangeKind.READING:
            return f"{change.id} is read as {after}{now}"
        case ChangeKind.ORDER:
            return f"{change.id} no longer acts on what it acts on now"
        case ChangeKind.FORCE:
            return f"{change.id} is {after}{now}"
        case ChangeKind.MEMBERSHIP:
            return f"{change.id}: {after}{now}"
        case ChangeKind.DOUBT:
            return f"{change.ask} {after}{now}"


def now_words(change: Change, compiled: Compiled) -> str:
    """How things stand now."""
    term = compiled.rulebook.terms.get(change.id)
    if change.before is None:
        return UNKNOWN if change.kind is ChangeKind.FACT else "unsettled"
    return value_words(change.before, term)


def after_words(change: Change, compiled: Compiled) -> str:
    """How things would have to be; of a number, an amount or a date, all values that would do."""
    if change.kind is ChangeKind.FACT:
        return range_words(change.after, compiled.domains[change.id], compiled.rulebook.terms[change.id])
    return value_words(change.after)


def range_words(value: Value, domain: tuple[Value, ...], term: Term) -> str:
    """All values of a term that the law cannot tell from one of its domain.

    Args:
        value: One of the domain.
        domain: The values that the law can tell apart.
        term: What they are values of.
    """
    if value == ANYTHING_ELSE and term.type is TermType.TEXT:
        named = ", ".join(str(each) for each in domain[:-1])
        return f"anything but {named}" if named else "any text"
    if term.type not in (TermType.NUMBER, TermType.MONEY, TermType.DATE):
        return value_words(value, term)
    bounds = [int(each) for each in domain]
    at = bounds.index(int(value))
    less, more = ("before", "or later") if term.type is TermType.DATE else ("less than", "or more")
    if len(bounds) == 1:
        return "any value"
    if at == 0:
        return f"{less} {value_words(bounds[1], term)}"
    if at + 1 == len(bounds):
        return f"{value_words(bounds[at], term)} {more}"
    last = bounds[at + 1] - 1
    first = value_words(bounds[at], term)
    return first if last == bounds[at] else f"{first} to {value_words(last, term)}"
