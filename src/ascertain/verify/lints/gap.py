"""L102, gap: a term of which the law speaks for a matter, but says nothing for some facts."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.findings.diagrams.compiled import force_atom
from ascertain.findings.diagrams.space import AtomKind
from ascertain.rulebook.model.rules import Rule
from ascertain.rulebook.rows import ANY
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Remark, Severity

_NO_LAW = (AtomKind.FACT, AtomKind.RELATION, AtomKind.READING)


def gaps(book: Book) -> Iterator[Remark]:
    """Each term that some facts leave silent although a rule that concludes it is in force.

    Silence is no gap where no facts and no reading would make any rule speak: the law then is about other programs or
    governments.
    """
    space = book.compiled.space
    for term, rules in book.terms.items():
        voices = book.compiled.term(term)
        in_force = space.any(space.has(force_atom(rule.provision), [0]) for rule in rules)
        free = [atom for atom in space.support(voices.all) if atom.kind in _NO_LAW]
        speakable = space.exists(~voices.silent, free)
        hit = book.matters.first(voices.silent & in_force & speakable)
        if hit is not None:
            yield Remark(
                "L102",
                "gap",
                Severity.NOTE,
                (rules[0].id,),
                f"no {_which(rules)[0]} says {book.what(term)} for some facts, though {_which(rules)[1]} in force",
                tuple(rule.place for rule in rules),
                _help(rules),
                (book.instance(hit, term).witness(term),),
            )


def _help(rules: tuple[Rule, ...]) -> str:
    if len(rules) == 1 and rules[0].hit:
        return f"add a row for these facts, or below all others one of {ANY} for every other case, with hit: first"
    otherwise = "is VALUE otherwise" if any(rule.of_quantity for rule in rules) else "does not hold otherwise"
    return f"add a clause for these facts, such as: {otherwise}"


def _which(rules: tuple[Rule, ...]) -> tuple[str, str]:
    """What there is none of, and what is in force."""
    if len(rules) > 1:
        return "rule", "one of its rules is"
    return ("rule", "its rule is") if rules[0].hit is None else (f"row of {rules[0].named}", "it is")
