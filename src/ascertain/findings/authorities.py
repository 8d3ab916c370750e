"""Which provisions a finding rests on, the most decisive first."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ascertain.findings.compiled import Compiled, force_atom, point_atom
from ascertain.findings.situation import Situation
from ascertain.findings.space import Atom
from ascertain.law.force import LawOn
from ascertain.law.model import Force, ForceState
from ascertain.rulebook.model import Outcome, Rule


def authorities(situation: Situation, question: str, law: LawOn, reason: Set[Atom]) -> tuple[str, ...]:
    """The provisions behind a finding.

    First those of the rules that speak, exceptions before what they win over. Then, for each provision whose want of
    force matters, the orders that took it away and the provision itself. Then the courts that bound a reading that
    matters, and last the provisions of the terms further down that matter. Something *matters* if the reason of the
    finding rests on it, or if the finding would be another without it.

    Args:
        situation: What law and record settle.
        question: The phrase asked about.
        law: The law for the matter.
        reason: The atoms that the finding's reason rests on, none where the finding is open.
    """
    reach = situation.compiled.reach(question)
    decisive = reason | _decisive(situation, question)
    found = list(_speaking(situation, question))
    last: list[str] = []
    for provision in reach.provisions:
        force = law.force(provision)
        if force_atom(provision) not in decisive:
            continue
        if force.state is ForceState.IN_FORCE:
            last.append(provision)
        else:
            found += [*_orders(force), provision]
    for point in reach.points:
        if point_atom(point, law.rulebook) in decisive:
            found += law.live_readings(point).bound_by
    return tuple(dict.fromkeys(found + last))


def _speaking(situation: Situation, question: str) -> Iterator[str]:
    for rule in situation.compiled.index.concluding.get(question, ()):
        yield from _speakers(situation, rule)


def _speakers(situation: Situation, rule: Rule) -> Iterator[str]:
    if situation.rule(rule).possible() != (Outcome.SILENT,):
        for exception in situation.compiled.index.exceptions.get(rule.id, ()):
            yield from _speakers(situation, exception)
        yield rule.provision


def _orders(force: Force) -> Iterator[str]:
    """The provisions that took force away, the latest first."""
    for link in reversed(force.chain):
        if link.decisive and link.provision != force.provision:
            yield link.provision


def _decisive(situation: Situation, question: str) -> set[Atom]:
    """The force and readings without which the finding would be another, and the force that is itself open."""
    now = situation.term(question).all
    law = _law_atoms(situation.compiled, question)
    loose = situation.without(law).term(question)
    found = set()
    for atom in situation.compiled.space.support(loose.all) & law:
        here = situation.settled.get(atom)
        others = [at for at in range(len(atom.values)) if at != here]
        if any(situation.with_value(atom, at).term(question).all != now for at in others):
            found.add(atom)
    return found | {atom for atom in situation.open if atom in law and _depends(situation, question, atom)}


def _depends(situation: Situation, question: str, atom: Atom) -> bool:
    yes, no = (situation.with_value(atom, at).term(question).all for at in (0, 1))
    return yes != no


def _law_atoms(compiled: Compiled, question: str) -> set[Atom]:
    reach = compiled.reach(question)
    points = {point_atom(point, compiled.rulebook) for point in reach.points}
    return points | {force_atom(provision) for provision in reach.provisions}
