"""L105, unreachable, and L106, force: what the dates of the law rule out, or leave no choice about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ascertain.findings.diagrams.compiled import force_atom
from ascertain.findings.reaching.index import leaves
from ascertain.rulebook.model.rules import Clause, InForce, Rule
from ascertain.rulebook.model.terms import Place
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Remark, Severity, Witness
from ascertain.verify.lints.standing import at_large, where


def unreachable(book: Book) -> Iterator[Remark]:
    """Each rule that is in force for nobody on any day that the rulebook covers."""
    for rule in book.rulebook.rules.values():
        if not book.matters.can_be(book.alive(rule)):
            why, *others = _why(book, rule)
            yield Remark(
                "L105",
                "unreachable",
                Severity.WARNING,
                (rule.id,),
                f"{rule.named} can never speak: {why}",
                (rule.place, *others),
                "correct the dates, the scope or the period covered, or leave the rule out",
                tuple(_shown(book, rule)),
            )


def _shown(book: Book, rule: Rule) -> Iterator[Witness]:
    """Whom and which day to look at to see that the rule cannot be alive there."""
    in_force = book.compiled.space.has(force_atom(rule.provision), [0])
    provisions = dict.fromkeys(each.provision for each in book.chain(rule))
    point = rule.reading[0] if rule.reading else ""
    found = tuple(where(book, in_force, *provisions, point=point))
    yield from found or (at_large(book, _first_day(book, rule), rule.provision),)


def _first_day(book: Book, rule: Rule) -> date:
    start = book.rulebook.covers.start
    issued = book.rulebook.authorities[book.rulebook.provisions[rule.provision].authority].issued
    return issued.latest if start is None else start.latest


def _why(book: Book, rule: Rule) -> tuple[str, *tuple[Place, ...]]:
    compiled, can_be = book.compiled, book.matters.can_be
    if not can_be(compiled.space.has(force_atom(rule.provision), [0])):
        return (f"{rule.provision} is in force for nobody on any day of the period {book.rulebook.covers}",)
    if not can_be(compiled.live(rule)):
        return ("its provision is never in force where its reading is live",)
    together = compiled.live(rule)
    for above in book.chain(rule)[1:]:
        together &= compiled.live(above)
        if not can_be(together):
            return f"it is never in force together with {above.named}, to which it is an exception", above.place
    raise AssertionError("the rule can be alive")


def needless_force(book: Book) -> Iterator[Remark]:
    """Each condition on force that is always or never met where its rule is in force."""
    for rule in book.rulebook.rules.values():
        alive = book.alive(rule)
        if not book.matters.can_be(alive):
            continue
        for clause in rule.clauses:
            asked = (leaf.provision for leaf in leaves(clause.guard) if isinstance(leaf, InForce))
            for provision in dict.fromkeys(asked):
                yield from _condition(book, rule, clause, provision)


def _condition(book: Book, rule: Rule, clause: Clause, provision: str) -> Iterator[Remark]:
    in_force = book.compiled.space.has(force_atom(provision), [0])
    alive = book.alive(rule)
    for word, other, severity in (("never", in_force, Severity.WARNING), ("always", ~in_force, Severity.NOTE)):
        if not book.matters.can_be(alive & other):
            yield Remark(
                "L106",
                "force",
                severity,
                (rule.id, provision),
                f"{provision} is {word} in force where {rule.named} is, which asks whether it is",
                (clause.place, book.place(provision)),
                "correct the dates or scopes, or leave the condition out",
                tuple(where(book, alive, provision, rule.provision)),
            )
