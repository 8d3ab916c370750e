"""Each side's best case: the strongest support for every outcome that is possible, by one measure for all.

For an open finding a case is the fewest further things that would have to be shown or held, given all that is settled.
For a settled one there are two: its own, which needs nothing further, and that of the nearest other outcome, which
needs the fewest changes. Of equally few things, those with the best evidence and with courts behind them come first.
Where more things would do of which even the weakest is better supported, they are a second way to the same outcome:
fewest is not always strongest. Nor is what a side argues always fewest: for each reading that somebody holds and that
neither way needs, the best way that needs it is told too, so long as it supposes nothing against which the record alone
speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.answers.roomy import in_room
from ascertain.findings.changing.levers import Hypothetical
from ascertain.findings.changing.resting import rests_on
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.choosing.cheapest import Cheapest, Choice, Offers, TooLongError
from ascertain.findings.choosing.containing import Taken, cheapest_with
from ascertain.findings.choosing.weight import (
    ARGUABLE,
    HEAVIEST,
    evidence,
    want_of_authority,
    want_of_evidence,
)
from ascertain.findings.diagrams.compiled import point_atom
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.model import Ground
from ascertain.rulebook.model.rules import Outcome

_OTHERWISE = 6
"""What a doubt, an order, a provision or a list weighs, for which there are no claims to compare."""


@dataclass(frozen=True, slots=True)
class Argued:
    """A further way to an outcome, by a reading that somebody holds: what it needs, and what it rests on."""

    needs: tuple[Change, ...]
    rests_on: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The strongest support for one outcome.

    Args:
        outcome: What it is the case for.
        needs: What would have to be shown, held or otherwise first, facts before readings before the rest.
        rests_on: What is settled already and would be enough together with that.
        is_own: Whether the finding has this outcome already.
        better_supported: More needs, of which even the weakest is better supported; empty where there are none.
        argued: For each held reading that neither of these needs, the best arguable way that does.
    """

    outcome: Outcome
    needs: tuple[Change, ...]
    rests_on: tuple[Ground, ...]
    is_own: bool
    better_supported: tuple[Change, ...] = ()
    argued: tuple[Argued, ...] = ()


@dataclass(frozen=True, slots=True)
class BestCases:
    """The cases in the order of their outcomes; ``complete`` tells that every search came to its end."""

    cases: tuple[Case, ...]
    complete: bool


@in_room
def best_cases(answer: Answer, reason: tuple[Ground, ...], favoured: Set[tuple[str, str]] = frozenset()) -> BestCases:
    """The best case for each possible outcome, or for a settled finding's own and the nearest other.

    Args:
        answer: The question as it stands.
        reason: The sufficient reason of a settled finding.
        favoured: Points and readings for which the record names a court.
    """
    builder = _Builder(answer, favoured)
    if len(answer.possible) > 1:
        found = [builder.case(outcome) for outcome in answer.possible]
    else:
        own = Case(answer.possible[0], (), reason, is_own=True)
        found = [own, builder.nearest(set(Outcome) - set(answer.possible))]
    cases = sorted((case for case in found if case), key=lambda case: list(Outcome).index(case.outcome))
    return BestCases(tuple(cases), builder.complete)


class _Builder:
    def __init__(self, answer: Answer, favoured: Set[tuple[str, str]]) -> None:
        self._answer = answer
        self._favoured = favoured
        self._what_if = Hypothetical.of(answer)
        self.complete = self._what_if.complete
        self._is_open = len(answer.possible) > 1
        self._space = answer.diagram.compiled.space
        voices = self._what_if.free.term(answer.diagram.question).loose
        # So heavy that one thing fewer goes before any difference in support.
        self._each = 1 + HEAVIEST * len(self._space.support(voices.all))
        self._search = self._cheapest(HEAVIEST)

    def case(self, outcome: Outcome) -> Case | None:
        """The case for an outcome; none if no changes lead there, or if they were not found."""
        try:
            chosen = self._search.first(self._what_if.function(outcome))
            return None if chosen is None else self._made(outcome, chosen)
        except TooLongError:
            self.complete = False
            return None

    def nearest(self, outcomes: Set[Outcome]) -> Case | None:
        """The case for whichever outcome needs the least."""
        found = [case for outcome in Outcome if outcome in outcomes and (case := self.case(outcome))]
        return min(found, key=lambda case: self._search.cost(self._what_if.function(case.outcome)) or 0, default=None)

    def _made(self, outcome: Outcome, chosen: Choice) -> Case:
        better = self._better_supported(outcome, max((self._want(*each) for each in chosen), default=0))
        needs, others = self._changes(outcome, chosen), self._changes(outcome, better)
        argued = tuple(
            Argued(self._changes(outcome, way), rests_on(self._what_if, outcome, way))
            for way in self._argued(outcome, {*chosen, *better})
        )
        return Case(outcome, needs, rests_on(self._what_if, outcome, chosen), False, others, argued)

    def _argued(self, outcome: Outcome, told: Set[Taken]) -> Iterator[Choice]:
        """For each open reading that no way needs that was told, the best way that does and is arguable."""
        function, told = self._what_if.function(outcome), set(told)
        for point in self._answer.turns.readings:
            atom = point_atom(point, self._answer.law.rulebook)
            for at in self._what_if.choices(atom):
                way = None
                if (atom, at) not in told and self._want(atom, at) <= ARGUABLE:
                    try:
                        way = cheapest_with((atom, at), function, self._space, self._arguable)
                    except TooLongError:
                        self.complete = False
                if way is not None:
                    told |= set(way)
                    yield way

    def _arguable(self, left_out: Set[Taken]) -> Cheapest:
        every = self._offers(ARGUABLE)

        def offers(atom: Atom) -> dict[int, int]:
            return {at: price for at, price in every(atom).items() if (atom, at) not in left_out}

        return Cheapest(self._space, offers, settle=self._what_if.picks.settle)

    def _changes(self, outcome: Outcome, chosen: Choice) -> tuple[Change, ...]:
        changes = self._what_if.named(outcome, chosen)
        return tuple(sorted(changes, key=lambda change: list(ChangeKind).index(change.kind)))

    def _better_supported(self, outcome: Outcome, weakest: int) -> Choice:
        """The fewest things of which the weakest is supported as well as it can be, if better than ``weakest``."""
        for want in range(weakest):
            found = self._cheapest(want).first(self._what_if.function(outcome))
            if found is not None:
                return found
        return ()

    def _cheapest(self, most: int) -> Cheapest:
        return Cheapest(self._space, self._offers(most), settle=self._what_if.picks.settle)

    def _offers(self, most: int) -> Offers:
        """What is settled as it is, and for what is not, or could be otherwise, whatever wants no more support."""

        def offers(atom: Atom) -> dict[int, int]:
            now = self._what_if.now(atom)
            if now is not None and self._is_open and atom.kind is not AtomKind.TOGETHER:
                return {now: 0}
            changes = {at: self._what_if.changes(atom, at) for at in self._what_if.choices(atom) if at != now}
            wants = {at: list(map(self._weight, made)) for at, made in changes.items() if self._may(made)}
            ways = {at: sum(self._each + want for want in all_) for at, all_ in wants.items() if max(all_) <= most}
            return ways if now is None else {now: 0, **ways}

        return offers

    def _may(self, changes: tuple[Change, ...]) -> bool:
        """Whether nothing settled would have to be otherwise where the finding is open."""
        return not (self._is_open and any(change.id in self._answer.situation.known for change in changes))

    def _want(self, atom: Atom, at: int) -> int:
        return max(map(self._weight, self._what_if.changes(atom, at)))

    def _weight(self, change: Change) -> int:
        answer = self._answer
        match change.kind:
            case ChangeKind.FACT:
                domain = answer.diagram.compiled.domains[change.id]
                found = evidence(answer.facts[change.id], domain, change.after, change.range)
                return want_of_evidence(found)
            case ChangeKind.READING:
                known = answer.law.matter.known
                name = str(change.after)
                return want_of_authority(change.id, name, answer.law.rulebook, known, self._favoured)
            case _:
                return _OTHERWISE
