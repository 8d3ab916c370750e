"""The course of the law: force of every provision over the period shown, and for whom it is the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ascertain.law.force import LawOn
from ascertain.law.history import History
from ascertain.law.model import Force, ForceState, Matter
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government

Span = tuple[date, date, ForceState]


@dataclass(frozen=True, slots=True)
class Line:
    """The force of a provision over the period, for governments for whom it is the same. ``today`` is on the day."""

    governments: tuple[str, ...]
    spans: tuple[Span, ...]
    today: Force

    @property
    def reaches(self) -> bool:
        """Whether the provision reaches these governments on any day of the period."""
        idle = {ForceState.OUT_OF_SCOPE, ForceState.NOT_YET, ForceState.NOT_LAW}
        return any(state not in idle for _, _, state in self.spans)


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
    _history: History = field(init=False)

    def __post_init__(self) -> None:
        self._history = History(self.rulebook, self.hindsight)

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
        lines = (self._line(provision_id, who) for who in self.governments or (None,))
        reaching = (line for line in lines if line.reaches or line.today.state is not ForceState.OUT_OF_SCOPE)
        return merged(reaching, chains=True)

    def _line(self, provision_id: str, who: Government | None) -> Line:
        spans: list[Span] = []
        course = self._history.force(provision_id, who, None)
        ends = [*(day for day, _ in course[1:]), self.end]
        for (day, tree), until in zip(course, ends, strict=True):
            start, end = max(day, self.start), min(until, self.end)
            state = tree if isinstance(tree, ForceState) else ForceState.OPEN
            if start >= end:
                continue
            if spans and spans[-1][2] is state:
                spans[-1] = (spans[-1][0], end, state)
            else:
                spans.append((start, end, state))
        return Line((who.id,) if who else (), tuple(spans), self.law(who).force(provision_id))


def merged(lines: Iterable[Line], *, chains: bool = False) -> tuple[Line, ...]:
    """Lines of the same course as one; with ``chains`` only if also the same orders are the reason today.

    The one for most governments comes first.
    """
    found: dict[tuple[object, ...], Line] = {}
    for line in lines:
        key = (line.spans, line.today.chain if chains else None)
        held = found.get(key)
        found[key] = replace(line, governments=(*held.governments, *line.governments)) if held else line
    return tuple(sorted(found.values(), key=lambda line: -len(line.governments)))


def whom(line: Line, all_of: Mapping[str, str]) -> str:
    """The governments of a line by name, or how they differ from all under review."""
    missing = [name for one, name in all_of.items() if one not in line.governments]
    if not missing:
        return "all under review" if all_of else "everyone it binds"
    named = _series(all_of[one] for one in line.governments)
    return f"all under review except {_series(missing)}" if 0 < len(missing) <= 2 < len(line.governments) else named


def _series(names: Iterable[str]) -> str:
    return ", ".join(names)
