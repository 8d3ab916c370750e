"""What provisions say in terms: conditions, clauses, rules and exceptions, and the outcomes they yield."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ascertain.rulebook.model.expressions import Expression
from ascertain.rulebook.model.terms import Place, Subject, Value


@dataclass(frozen=True, slots=True)
class IsTrue:
    """A yes/no fact is yes, or a concluded term holds."""

    term: str


@dataclass(frozen=True, slots=True)
class Compare:
    """A term against a constant; ``op`` is one of ``= >= <= > <``."""

    term: str
    op: str
    value: Value


@dataclass(frozen=True, slots=True)
class Relate:
    """Two quantities compared, where not a plain term is compared with a constant; ``op`` as in ``Compare``."""

    left: Expression
    op: str
    right: Expression


@dataclass(frozen=True, slots=True)
class InGroup:
    """The government, or the program, is a member of the group on the day."""

    subject: Subject
    group: str


@dataclass(frozen=True, slots=True)
class ProgramIs:
    """The matter's program is this one, or a part of it by its ``parent``."""

    program: str


@dataclass(frozen=True, slots=True)
class InForce:
    """The provision is in force for the matter at hand."""

    provision: str


@dataclass(frozen=True, slots=True)
class UnderReading:
    """That reading of the contested point is the right one."""

    point: str
    reading: str


@dataclass(frozen=True, slots=True)
class Not:
    """The inner condition is not met."""

    of: Condition


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every inner condition is met."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one inner condition is met."""

    of: tuple[Condition, ...]


Condition = IsTrue | Compare | Relate | InGroup | ProgramIs | InForce | UnderReading | Not | AllOf | AnyOf


class Outcome(StrEnum):
    """What a rule, a term or a question yields when everything is known."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does not hold"
    SILENT = "silent"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Clause:
    """``verdict`` is HOLDS or DOES_NOT_HOLD. ``guard`` is ``None`` for *in every case*; an ``otherwise`` clause
    speaks when no other clause of the rule does. A clause that says what a quantity is has ``worth`` and the verdict
    HOLDS: where it speaks, the quantity has that worth."""

    verdict: Outcome
    guard: Condition | None
    place: Place
    otherwise: bool = False
    worth: Expression | None = None


class Hit(StrEnum):
    """What happens where several rows of a table fit: the first speaks, or all do and must say the same."""

    UNIQUE = "unique"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule (``term`` set, ``target`` empty) or an exception (``target`` is the rule it wins over).

    The clauses of a rule all say whether something holds, or all say what a quantity is.
    A rule inside a reading speaks only under that reading: ``reading`` is then (point id, reading name).
    Of a rule that stands in a table the clauses are its rows, and ``hit`` is its hit policy.
    """

    id: str
    provision: str
    title: str
    clauses: tuple[Clause, ...]
    place: Place
    term: str = ""
    target: str = ""
    reading: tuple[str, str] | None = None
    hit: Hit | None = None

    @property
    def named(self) -> str:
        """By what sentences call it: its id, and whether it is a table."""
        return self.id if self.hit is None else f"the table {self.id}"

    @property
    def of_quantity(self) -> bool:
        """Whether it says what a quantity is."""
        return any(clause.worth is not None for clause in self.clauses)
