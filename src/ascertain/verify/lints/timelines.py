"""How single atoms of law stand over the days that the rulebook covers, for each government and program."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ascertain.findings.diagrams.compiled import Compiled, matter_atom
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.law.force import LawOn
from ascertain.law.history import Course, History
from ascertain.law.index import index_of
from ascertain.law.model import ForceState, ForceTree, Matter, ReadingTree
from ascertain.law.scope import how_treated, part_of_program
from ascertain.rulebook.model.parties import Government, Program, ScopeItem, ScopeKind
from ascertain.rulebook.model.rules import InGroup, ProgramIs
from ascertain.verify.lints.parties import governments, programs

Stand = ForceTree | ReadingTree
"""How an atom stands on a day: a force, a membership in its shape, or the names of the live readings."""

Timeline = tuple[Sequence[date], Sequence[Stand]]
"""The first days of periods, and how the atom stands in each."""


@dataclass(frozen=True)
class _Kinds:
    """For one atom: for each government and each program the first that it treats alike."""

    governments: Sequence[int]
    programs: Sequence[int]


class Timelines:
    """The timelines of one rulebook's atoms, each worked out once for all whom it treats alike.

    Args:
        compiled: The diagrams of the rulebook.
    """

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.governments = governments(compiled.rulebook)
        self.programs = programs(compiled.rulebook)
        self._kinds: dict[Atom, _Kinds] = {}
        self._made: dict[tuple[Atom, int, int], Timeline] = {}
        self._history = History(compiled.rulebook, date.max)
        self._laws: dict[tuple[int, int], LawOn] = {}
        self._conditions: dict[Atom, InGroup | ProgramIs] = {}
        for term in compiled.index.concluding:
            within = compiled.reach(term)
            conditions: Iterable[InGroup | ProgramIs] = (*within.memberships, *within.programs)
            self._conditions.update((matter_atom(condition), condition) for condition in conditions)

    def governments_for(self, atoms: Sequence[Atom]) -> Iterable[int]:
        """The positions of governments enough to stand for all, as far as these atoms go."""
        return _first_of_each(self._kinds_of(atom).governments for atom in atoms)

    def programs_for(self, atoms: Sequence[Atom]) -> Iterable[int]:
        """The positions of programs enough to stand for all, as far as these atoms go."""
        return _first_of_each(self._kinds_of(atom).programs for atom in atoms)

    def line(self, atom: Atom, government: int, program: int) -> Timeline:
        """How the atom stands for a government and a program, by their positions."""
        kinds = self._kinds_of(atom)
        key = (atom, kinds.governments[government], kinds.programs[program])
        if key not in self._made:
            self._made[key] = self._line(atom, *key[1:])
        return self._made[key]

    def law(self, government: int, program: int, day: date) -> LawOn:
        """The law for a government and a program, by their positions, all that was ever issued being known."""
        who, what = self.governments[government], self.programs[program]
        kin = self._laws.get((government, program))
        if kin is None:
            kin = self._laws[government, program] = LawOn(self.compiled.rulebook, Matter(who, what, date.min, date.max))
        return kin.on(Matter(who, what, day, date.max))

    def _line(self, atom: Atom, government: int, program: int) -> Timeline:
        course = self._course(atom, self.governments[government], self.programs[program])
        return [max(day, self.first_day) for day, _ in course], [stand for _, stand in course]

    @property
    def first_day(self) -> date:
        """The first day that the rulebook surely covers."""
        start = self.compiled.rulebook.covers.start
        return date.min if start is None else start.latest

    def _course(self, atom: Atom, who: Government | None, what: Program | None) -> Course[Stand]:
        if atom.kind is AtomKind.FORCE:
            return self._history.force(atom.id, who, what)
        if atom.kind is AtomKind.READING:
            return self._history.readings(atom.id, who, what)
        condition = self._conditions[atom]
        if isinstance(condition, InGroup):
            return self._history.member(condition, who, what)
        inside = part_of_program(what, condition.program, self.compiled.rulebook)
        return ((date.min, ForceState.IN_FORCE if inside else ForceState.OUT_OF_SCOPE),)

    def _kinds_of(self, atom: Atom) -> _Kinds:
        if atom not in self._kinds:
            items = self._items(atom)
            whose = [self._treatment(atom, items, government, None) for government in self.governments]
            which = [self._treatment(atom, items, None, program) for program in self.programs]
            self._kinds[atom] = _Kinds(list(map(whose.index, whose)), list(map(which.index, which)))
        return self._kinds[atom]

    def _items(self, atom: Atom) -> frozenset[ScopeItem]:
        """The parties to scopes that the atom can hang on."""
        if atom.kind in (AtomKind.FORCE, AtomKind.READING):
            return index_of(self.compiled.rulebook).concern(atom.id).items
        condition = self._conditions[atom]
        if isinstance(condition, InGroup):
            return frozenset({ScopeItem(ScopeKind.GROUP, condition.group)})
        return frozenset()

    def _treatment(
        self, atom: Atom, items: frozenset[ScopeItem], who: Government | None, what: Program | None
    ) -> Hashable:
        rulebook = self.compiled.rulebook
        condition = self._conditions.get(atom)
        under = isinstance(condition, ProgramIs) and part_of_program(what, condition.program, rulebook)
        return under, *(how_treated(who, what, item, rulebook) for item in items)


def _first_of_each(kinds: Iterable[Sequence[int]]) -> Iterable[int]:
    seen: dict[Hashable, int] = {(): 0}
    for at, how in enumerate(zip(*kinds, strict=True)):
        seen.pop((), None)
        seen.setdefault(how, at)
    return seen.values()
