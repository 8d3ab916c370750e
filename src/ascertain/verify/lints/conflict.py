"""L101, conflict: two rules, exceptions or clauses that can speak against each other at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ascertain.findings.diagrams.voices import Voices
from ascertain.rulebook.model.rules import Clause, Outcome, Rule
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.instance import Instance
from ascertain.verify.lints.model import Remark, Severity

Speaker = tuple[Rule, Clause | None]
"""A rule with its exceptions, or one clause of a rule alone."""


def conflicts(book: Book) -> Iterator[Remark]:
    """Each pair that can put a term in conflict, told at the term where the conflict begins.

    A conflict is proved to be none where nothing is told: in a world with a conflict, some term is in conflict while
    none that it rests on is, and there two of its own voices disagree.
    """
    for term in book.terms:
        passed_on = book.compiled.space.any(book.compiled.term(below).conflict for below in book.rests_on(term))
        begun = book.compiled.term(term).conflict & ~passed_on
        while (hit := book.matters.first(begun)) is not None:
            instance = book.instance(hit, term)
            one, other = _clash(book, instance, [(rule, None) for rule in book.terms[term]])
            yield _remark(book, term, one, other, instance)
            begun &= ~book.clash(_voices(book, one), _voices(book, other))


def _clash(book: Book, instance: Instance, speakers: Sequence[Speaker]) -> tuple[Speaker, Speaker]:
    """The two among these, or among what speaks for one of them, that disagree."""
    voices = [_voices(book, speaker) for speaker in speakers]
    said = {at: instance.outcome(voice) for at, voice in enumerate(voices)}
    spoken = [at for at, outcome in said.items() if outcome in (Outcome.HOLDS, Outcome.DOES_NOT_HOLD)]
    apart = ((one, other) for one, other in combinations(spoken, 2) if instance.apart(voices[one], voices[other]))
    clash = next(apart, None)
    if clash is not None:
        # The one that holds is told first.
        one, other = sorted(clash, key=lambda at: said[at] is not Outcome.HOLDS)
        return speakers[one], speakers[other]
    rule, _ = next(speakers[at] for at, outcome in said.items() if outcome is Outcome.CONFLICT)
    exceptions = book.compiled.index.exceptions.get(rule.id, ())
    if instance.outcome(book.compiled.exceptions(rule)) is Outcome.CONFLICT:
        return _clash(book, instance, [(exception, None) for exception in exceptions])
    return _clash(book, instance, [(rule, clause) for clause in rule.clauses if not clause.otherwise])


def _voices(book: Book, speaker: Speaker) -> Voices:
    rule, clause = speaker
    return book.compiled.rule(rule) if clause is None else book.compiled.clause(clause)


def _remark(book: Book, term: str, one: Speaker, other: Speaker, instance: Instance) -> Remark:
    (first, clause), (second, other_clause) = one, other
    if clause is not None and other_clause is not None:
        return Remark(
            "L101",
            "conflict",
            Severity.WARNING,
            (first.id,),
            f"{_two(first, clause, other_clause)} can speak at once and disagree on {book.what(term)}",
            (clause.place, other_clause.place),
            "let their cells leave each other out, or let the first row that fits speak: hit: first"
            if first.hit
            else "add an unless to one of them, or make one an exception to the rule",
            (instance.witness(term),),
        )
    return Remark(
        "L101",
        "conflict",
        Severity.NOTE,
        (first.id, second.id),
        f"{first.named} and {second.named} can speak at once and disagree on {book.what(term)}"
        if first.of_quantity
        else f'{first.named} can say that "{term}" holds while {second.named} says that it does not',
        (first.place, second.place),
        "if one of them wins, make it an exception to the other; if the law leaves it so, accept it with a reason",
        (instance.witness(term),),
    )


def _two(rule: Rule, one: Clause, other: Clause) -> str:
    if rule.hit is None:
        return f"two clauses of {rule.id}"
    first, second = sorted(rule.clauses.index(clause) + 1 for clause in (one, other))
    return f"rows {first} and {second} of {rule.named}"
