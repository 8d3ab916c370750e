"""What would have to be otherwise, in words: conditions, said alike whichever way they would turn a finding."""

from __future__ import annotations

from ascertain.findings.arithmetic.ranges import range_words
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.reaching.domains import ANYTHING_ELSE
from ascertain.publish.words import UNKNOWN, value_words
from ascertain.rulebook.model.terms import TermType

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
            return f"{change.id}{' =' if change.is_only else ':'} {after}{now}"
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
    if change.kind is not ChangeKind.FACT:
        return value_words(change.after)
    term = compiled.rulebook.terms[change.id]
    if change.range is not None:
        return range_words(change.range, term)
    if change.after == ANYTHING_ELSE and term.type is TermType.TEXT:
        named = ", ".join(str(each) for each in compiled.domains[change.id][:-1])
        return f"anything but {named}" if named else "any text"
    return f"{'for example ' if change.is_example else ''}{value_words(change.after, term)}"
