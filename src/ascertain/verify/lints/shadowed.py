"""L104, shadowed: a rule or exception that speaks, but never changes what its term comes to."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.rulebook.model.rules import Rule
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Remark, Severity


def shadowed(book: Book) -> Iterator[Remark]:
    """Each rule or exception without which every outcome would be the same, with an example of its speaking."""
    rulebook = book.rulebook
    for rule in rulebook.rules.values():
        term = book.chain(rule)[-1].term
        if book.matters.can_be(book.differ(book.compiled.term(term), book.term_without(rule))):
            continue
        hit = book.matters.first(book.alive(rule) & ~book.compiled.rule(rule).silent)
        if hit is None:
            continue  # it never speaks, which other lints say
        others = [rulebook.rules[rule.target]] if rule.target else book.terms[term]
        rest = "the rule without it" if rule.target else "another rule"
        yield Remark(
            "L104",
            "shadowed",
            Severity.NOTE,
            (rule.id,),
            f"{_called(rule)} never changes {book.what(term)}: {rest} always comes to the same",
            (rule.place, *(other.place for other in others if other is not rule)),
            "correct its conditions or its target, or accept that it only repeats",
            (book.instance(hit, term).witness(term),),
        )


def _called(rule: Rule) -> str:
    if rule.hit is not None:
        return rule.named
    return f"the {'exception' if rule.target else 'rule'} {rule.id}"
