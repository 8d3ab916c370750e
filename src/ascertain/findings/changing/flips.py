"""What would change a finding: the fewest changes of fact, policy text, reading or force that lead elsewhere.

A change of an amount, a number or a date names every value in a row that would do. Of quantities that are compared with
each other one known one is changed at a time, the other known ones being as they are: a report that came in late is
told from when on it would have been in time, and not by how much both it and its deadline could be moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.answers.roomy import in_room
from ascertain.findings.changing.levers import Hypothetical
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.choosing.cheapest import Cheapest, TooLongError
from ascertain.findings.diagrams.space import Atom
from ascertain.rulebook.model.rules import Outcome

_SHOWN = 6
"""As many equally small sets of changes of one sort as are looked for."""

_LOOKED_AT = 60
"""As many sets of changes as are looked at for them, as many differ in the value of a quantity alone."""

Lever = Callable[[Change], bool]


def _any(_: Change) -> bool:
    return True


def _own(change: Change) -> bool:
    return change.in_own_hands


def _fact(change: Change) -> bool:
    return change.kind is ChangeKind.FACT


def _law(change: Change) -> bool:
    return change.kind is not ChangeKind.FACT


def _under_the_law(change: Change) -> bool:
    return change.kind is not ChangeKind.FORCE


_LEVERS: tuple[Lever, ...] = (_any, _own, _fact, _law, _under_the_law)


@dataclass(frozen=True, slots=True)
class Flip:
    """A set of changes that together would settle the question on an outcome, none of which can be spared."""

    outcome: Outcome
    changes: tuple[Change, ...]

    @property
    def in_own_hands(self) -> bool:
        """Whether the government under review can bring about all of them by itself."""
        return all(change.in_own_hands for change in self.changes)


@dataclass(frozen=True, slots=True)
class Flips:
    """The smallest changes found, as they are ranked; ``complete`` tells that every search came to its end."""

    found: tuple[Flip, ...]
    complete: bool


@in_room
def flips(answer: Answer) -> Flips:
    """The smallest changes that would settle a question otherwise, or at all where it is open.

    For each outcome that the question does not surely have already: the smallest of all sets of changes, and the
    smallest among those wholly in the government's own hands, of fact alone, of law alone, and of whatever leaves in
    force what is. Everything else stays as law and record settle it, and may be whatever it is where they do not.

    Args:
        answer: The question as it stands.
    """
    what_if = Hypothetical.of(answer)
    found: list[Flip] = []
    complete = what_if.complete
    for outcome in Outcome:
        if answer.possible == (outcome,):
            continue
        sets: dict[frozenset[Change], Flip] = {}
        for lever in _LEVERS:
            try:
                for flip in islice(_ways(what_if, outcome, lever), _SHOWN):
                    sets.setdefault(frozenset(flip.changes), flip)
            except TooLongError:
                complete = False
        found += (flip for key, flip in sets.items() if not any(other < key for other in sets))
    return Flips(tuple(sorted(found, key=_rank)), complete)


def _ways(what_if: Hypothetical, outcome: Outcome, lever: Lever) -> Iterator[Flip]:
    """The smallest changes, each once: those that differ in the value of a quantity alone are told as a range."""

    def offers(atom: Atom) -> dict[int, int]:
        now = what_if.now(atom)
        changes = {at: what_if.changes(atom, at) for at in what_if.choices(atom) if at != now}
        free = {at: len(made) for at, made in changes.items() if all(map(lever, made))}
        return free if now is None else {now: 0, **free}

    space = what_if.answer.diagram.compiled.space
    search = Cheapest(space, offers, settle=what_if.picks.settle)
    seen: set[frozenset[object]] = set()
    for choice in islice(search.ways(what_if.function(outcome)), _LOOKED_AT):
        flip = Flip(outcome, what_if.named(outcome, choice))
        told = frozenset(
            (each.kind, each.id, each.range, each.after if each.is_only else None) for each in flip.changes
        )
        if told not in seen:
            seen.add(told)
            yield flip


def _rank(flip: Flip) -> tuple[int, bool, bool, int]:
    """Plain outcomes before silence and conflict, and of each what supposes that enacted law is not in force last.

    Before that come first those in the government's own hands, and then the fewest changes.
    """
    without_law = any(change.kind is ChangeKind.FORCE for change in flip.changes)
    return list(Outcome).index(flip.outcome), without_law, not flip.in_own_hands, len(flip.changes)
