"""Which provisions a finding rests on, the most decisive first."""

from __future__ import annotations

from collections.abc import Iterator, Set

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.compiled import Compiled, force_atom, point_atom
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.law.force import LawOn
from ascertain.law.model import Force, ForceState, doubts_in
from ascertain.rulebook.model.rules import Outcome, Rule


def authorities(
    situation: Situation, question: str, law: LawOn, reason: Set[Atom], taken: Set[Atom] = frozenset()
) -> tuple[str, ...]:
    """The provisions behind a finding.

    What is open comes first: the provisions of a contested point or of a doubt about force, then the rules that can
    still go either way. Then, for each provision whose want of force matters, the orders that took it away and the
    provision itself; then the courts that bound a reading that matters; then the rules that speak, exceptions before
    what they win over; and last the provisions of the terms further down that matter. Something *matters* if the
    reason of the finding rests on it, or if the finding would be another without it.

    Args:
        situation: What law and record settle.
        question: The phrase asked about.
        law: The law for the matter.
        reason: The atoms that the finding's reason rests on, none where the finding is open.
        taken: Atoms that are taken for granted, such as that what is not yet law has no force.
    """
    compiled = situation.compiled
    reach = compiled.reach(question)
    decisive = (reason | _decisive(situation, question)) - taken
    turning = compiled.space.support(situation.term(question).loose.all)
    unsettled: list[str] = []
    silenced: list[str] = []
    bound: list[str] = []
    last: list[str] = []
    for point in reach.points:
        atom = point_atom(point, compiled.rulebook)
        doubts = doubts_in(situation.bound[atom]) if atom in situation.bound else {}
        if any(each.kind is AtomKind.DOUBT and each.id in doubts for each in turning):
            unsettled += law.live_readings(point).bound_by
        if atom in turning:
            unsettled.append(compiled.rulebook.points[point].provision)
        elif atom in decisive:
            bound += law.live_readings(point).bound_by
    for provision in reach.provisions:
        if force_atom(provision) not in decisive:
            continue
        force = law.force(provision)
        match force.state:
            case ForceState.IN_FORCE | ForceState.NOT_LAW:
                last.append(provision)
            case ForceState.OPEN:
                unsettled += [*orders_against(force), provision]
            case _:
                silenced += [*orders_against(force), provision]
    speaking = [(rule.provision, situation.rule(rule).possible()) for rule in _speaking(situation, question)]
    either = [provision for provision, possible in speaking if len(possible) > 1]
    sure = [provision for provision, _ in speaking]
    return tuple(dict.fromkeys([*unsettled, *either, *silenced, *bound, *sure, *last]))


def _speaking(situation: Situation, question: str) -> Iterator[Rule]:
    for rule in situation.compiled.index.concluding.get(question, ()):
        yield from _speakers(situation, rule)


def _speakers(situation: Situation, rule: Rule) -> Iterator[Rule]:
    if situation.rule(rule).possible() != (Outcome.SILENT,):
        for exception in situation.compiled.index.exceptions.get(rule.id, ()):
            yield from _speakers(situation, exception)
        yield rule


def orders_against(force: Force) -> tuple[str, ...]:
    """The provisions whose acts decide that another has no force, the latest first; none for one in force."""
    if force.state is ForceState.IN_FORCE:
        return ()
    decisive = (link.provision for link in reversed(force.chain) if link.decisive)
    return tuple(dict.fromkeys(provision for provision in decisive if provision != force.provision))


def _decisive(situation: Situation, question: str) -> set[Atom]:
    """The force and readings without which the finding would be another, and the force that is itself open."""
    now = situation.term(question).loose.all
    law, space = _law_atoms(situation.compiled, question), situation.compiled.space
    loose = situation.without(law).term(question).loose
    mattering = space.support(loose.all) & law
    settled = {atom: situation.settled[atom] for atom in mattering if atom in situation.settled}

    def were_it(atom: Atom, at: int) -> tuple[BDDFunction, ...]:
        settings = (s for each, place in {**settled, atom: at}.items() for s in space.limit(each, (place,)))
        put = space.substitution(settings)
        return tuple(voice.substitute(put) for voice in loose.all)

    found = set()
    for atom in mattering:
        others = [at for at in range(len(atom.values)) if at != settled.get(atom)]
        if any(were_it(atom, at) != now for at in others):
            found.add(atom)
    return found | {atom for atom in situation.open if atom in law and _depends(situation, question, atom)}


def _depends(situation: Situation, question: str, atom: Atom) -> bool:
    yes, no = (situation.with_value(atom, at).term(question).loose.all for at in (0, 1))
    return yes != no


def _law_atoms(compiled: Compiled, question: str) -> set[Atom]:
    reach = compiled.reach(question)
    points = {point_atom(point, compiled.rulebook) for point in reach.points}
    return points | {force_atom(provision) for provision in reach.provisions}
