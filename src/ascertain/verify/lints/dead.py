"""L103, dead: a rule or a clause that can never decide anything, whatever the facts and whoever is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ascertain.rulebook.model.rules import Clause, Hit, Rule
from ascertain.rulebook.model.terms import Place
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Remark, Severity
from ascertain.verify.lints.standing import outcome


def dead(book: Book) -> Iterator[Remark]:
    """Each rule that is in force for someone on some day, but whose clauses never come to decide."""
    for rule in book.rulebook.rules.values():
        alive = book.alive(rule)
        if not book.matters.can_be(alive):
            continue  # unreachable by date, which says more
        idle = [clause for clause in rule.clauses if not speaks(book, rule, clause)]
        unheard = book.compiled.exceptions(rule).silent & alive
        if len(idle) == len(rule.clauses):
            yield _shown(book, rule, _remark(rule, rule.place, *_never(rule)))
        elif not book.matters.can_be(unheard):
            sentence = "never comes to speak for itself: one of its exceptions always speaks first"
            help_line = "give the exception a condition, or drop the rule's own clauses"
            yield _shown(book, rule, _remark(rule, rule.place, sentence, help_line))
        else:
            for clause in idle:
                yield _shown(book, rule, _of_clause(rule, clause))


def _shown(book: Book, rule: Rule, remark: Remark) -> Remark:
    """The remark with what the rule's term comes to in a world in which the rule could speak, were it for its date."""
    return replace(remark, witnesses=tuple(outcome(book, book.alive(rule), book.chain(rule)[-1].term)))


def speaks(book: Book, rule: Rule, clause: Clause) -> bool:
    """Whether a clause comes to speak in some world of some matter in which the rule can."""
    spoken = ~book.compiled.clause(clause).silent & book.alive(rule)
    if clause.otherwise:
        others = (other for other in rule.clauses if not other.otherwise)
        spoken &= book.compiled.fold(map(book.compiled.clause, others)).silent
    return book.matters.can_be(spoken)


def _never(rule: Rule) -> tuple[str, str]:
    if rule.hit is None:
        return "can never speak: none of its conditions can be met", "correct a condition"
    return "can never speak: none of its rows can fit", "correct their cells"


def _of_clause(rule: Rule, clause: Clause) -> Remark:
    if rule.hit is not None:
        above = " where no row above it does" if rule.hit is Hit.FIRST else ""
        sentence = f"row {rule.clauses.index(clause) + 1} of {rule.named} can never fit{above}"
        return _said(rule, clause.place, sentence, "correct its cells, or drop the row")
    if clause.otherwise:
        sentence = "has an otherwise that never speaks: another clause always does"
        return _remark(rule, clause.place, sentence, "drop it, or correct the other clauses")
    sentence = "has a clause whose condition can never be met"
    return _remark(rule, clause.place, sentence, "correct the condition, or drop the clause")


def _remark(rule: Rule, place: Place, what: str, help_line: str) -> Remark:
    return _said(rule, place, f"{rule.named} {what}", help_line)


def _said(rule: Rule, place: Place, sentence: str, help_line: str) -> Remark:
    return Remark("L103", "dead", Severity.WARNING, (rule.id,), sentence, (place,), help_line)
