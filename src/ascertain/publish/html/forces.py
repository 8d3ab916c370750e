"""The course of the law: force of every provision over the period shown, and for whom it is the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ascertain.law.force import LawOn
from ascertain.law.model import Force, ForceState, Matter
from ascertain.law.regimes import force_timeline
from ascertain.rulebook.model import Government, Rulebook

Span = tuple[date, date, Force]


@dataclass(frozen=True, slots=True)
class Line:
    """The force of a provision over the period, for governments for whom it is the same. ``today`` is on the day."""

    governments: tuple[str, ...]
    spans: tuple[Span, ...]
    today: Force

    @property
    def key(self) -> tuple[object, ...]:
        return (*((start, end, force.state) for start, end, force in self.spans), self.today.chain)

    @property
    def reaches(self) -> bool:
        """Whether the provision reaches these governments on any day of the period."""
        idle = {ForceState.OUT_OF_SCOPE, ForceState.NOT_YET}
        return any(force.state not in idle for _, _, force in self.spans)


@dataclass(slots=True)
class Forces:
    """Computes each line once.

    Args:
        rulebook: The law.
        governments: Those under review; the law at large, where there are none.
        start: First day of the period.
        end: First day after it.
        on: The day asked about.
        known: Only what was issued by then counts for the force on that day.
        hindsight: What counts for the lines: the last day the rulebook answers for, so that they show what came after.
    """

    rulebook: Rulebook
    governments: Sequence[Government]
    start: date
    end: date
    on: date
    known: date
    hindsight: date
    _laws: dict[str, LawOn] = field(default_factory=dict)
    _lines: dict[str, tuple[Line, ...]] = field(default_factory=dict)

    def lines(self, provision_id: str) -> tuple[Line, ...]:
        """The lines of a provision, the one for most governments first; none where it reaches nobody here."""
        if provision_id not in self._lines:
            self._lines[provision_id] = self._compute(provision_id)
        return self._lines[provision_id]

    def law(self, who: Government | None) -> LawOn:
        """The law for a government on the day asked about, as known then."""
        name = who.id if who else ""
        if name not in self._laws:
            self._laws[name] = LawOn(self.rulebook, Matter(who, None, self.on, self.known))
        return self._laws[name]

    def _compute(self, provision_id: str) -> tuple[Line, ...]:
        found: dict[tuple[object, ...], Line] = {}
        for who in self.governments or (None,):
            line = self._line(provision_id, who)
            if line.reaches or line.today.state is not ForceState.OUT_OF_SCOPE:
                held = found.get(line.key)
                found[line.key] = line if held is None else _joined(held, line)
        return tuple(sorted(found.values(), key=lambda line: -len(line.governments)))

    def _line(self, provision_id: str, who: Government | None) -> Line:
        matter = Matter(who, None, self.on, self.hindsight)
        spans = tuple(force_timeline(self.rulebook, provision_id, matter, self.start, self.end))
        return Line((who.id,) if who else (), spans, self.law(who).force(provision_id))


def _joined(held: Line, more: Line) -> Line:
    return Line((*held.governments, *more.governments), held.spans, held.today)


def whom(line: Line, all_of: Mapping[str, str]) -> str:
    """The governments of a line by name, or how they differ from all under review."""
    missing = [name for one, name in all_of.items() if one not in line.governments]
    if not missing:
        return "all under review" if all_of else "everyone it binds"
    named = _series(all_of[one] for one in line.governments)
    return f"all under review except {_series(missing)}" if 0 < len(missing) <= 2 < len(line.governments) else named


def _series(names: Iterable[str]) -> str:
    return ", ".join(names)
