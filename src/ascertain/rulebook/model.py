"""The checked rulebook: what every later stage reads, and the words of the field as types.

All classes are frozen; a rulebook is a value. Ids: an authority is ``eo-13768``, a provision
``eo-13768#sec-9a-grants`` (the authority itself is the provision without ``#``), a rule
``eo-13768#SJ``, a contested point ``usc-8-1373#info-scope``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ascertain.rulebook.dates import Interval, Moment

Value = bool | int | str
"""What a term can be: yes/no as bool; whole numbers, cents of money and day ordinals as int; the rest as str."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a source file; lines and columns count from 1."""

    file: str
    line: int
    column: int


class TermType(StrEnum):
    YES_NO = "yes/no"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    TEXT = "text"
    ONE_OF = "one of"


class Subject(StrEnum):
    """What a term speaks about; an *award* is one government's award under one program."""

    GOVERNMENT = "government"
    PROGRAM = "program"
    AWARD = "award"


class LiesIn(StrEnum):
    """Where what a term says is settled, and so who could change it."""

    POLICY_TEXT = "policy text"
    PRACTICE = "practice"
    OWN_ACT = "act of the government"
    OTHERS_ACT = "act of another"
    CIRCUMSTANCE = "circumstance"

    @property
    def in_own_hands(self) -> bool:
        """Whether the government under review can change it by itself."""
        return self in (LiesIn.POLICY_TEXT, LiesIn.PRACTICE, LiesIn.OWN_ACT)


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase of the vocabulary.

    ``values`` lists the choices of a *one of* term, else it is empty. ``short`` is a name to ask for it by.
    ``lies_in`` is ``None`` where the rulebook does not say.
    """

    phrase: str
    type: TermType
    about: Subject
    ask: str
    place: Place
    values: tuple[str, ...] = ()
    short: str = ""
    note: str = ""
    lies_in: LiesIn | None = None


class ScopeKind(StrEnum):
    EVERYONE = "everyone"
    NOBODY = "nobody"
    GOVERNMENT = "government"
    STATE = "state"
    CIRCUIT = "circuit"
    GROUP = "group"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class ScopeItem:
    """One party to a scope. ``state`` takes in the state's subdivisions; ``perhaps`` marks an open reach."""

    kind: ScopeKind
    name: str = ""
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom something reaches: any of ``items``, but none of ``excepted``."""

    items: tuple[ScopeItem, ...]
    excepted: tuple[ScopeItem, ...] = ()


EVERYONE = Scope((ScopeItem(ScopeKind.EVERYONE),))


@dataclass(frozen=True, slots=True)
class Government:
    """An entity under review. ``state`` is the postal code; ``ids`` holds OCD ids, aliases and GEOIDs."""

    id: str
    name: str
    kind: str = ""
    state: str = ""
    circuit: int | None = None
    parent: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A grant program; ``agency`` administers it, ``listing`` is its Assistance Listing number."""

    id: str
    name: str
    agency: str = ""
    listing: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """A federal agency; ``parent`` is the department it is a component of."""

    id: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of governments or programs; each membership has its period."""

    id: str
    name: str
    members: tuple[tuple[str, Interval], ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A dated alias of an authority."""

    text: str
    start: Moment | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """A source of law. ``binds`` is whom it reaches; ``in_force`` its own intervals, empty if never law."""

    id: str
    kind: str
    title: str
    citations: tuple[Citation, ...]
    issuer: str
    issued: Moment
    in_force: tuple[Interval, ...]
    binds: Scope
    sources: tuple[str, ...]
    confidence: str
    place: Place
    notes: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Untranslated:
    """What a provision says that is not encoded, and why."""

    text: str
    because: str
    place: Place


@dataclass(frozen=True, slots=True)
class Provision:
    """An addressable part of an authority; ``in_force`` and ``binds`` override the authority's where given."""

    id: str
    authority: str
    heading: str
    parent: str | None
    place: Place
    quote: str = ""
    quote_digest: str = ""
    commentary: str = ""
    in_force: tuple[Interval, ...] | None = None
    binds: Scope | None = None
    untranslated: tuple[Untranslated, ...] = ()


class Verb(StrEnum):
    """What an authority can do to another. See docs/reference/language.md for each one's effect on force."""

    SUSPENDS = "suspends"
    STAYS = "stays"
    LIFTS = "lifts"
    NARROWS = "narrows"
    EXTENDS = "extends"
    ENDS = "ends"
    REVERSES = "reverses"
    VACATES = "vacates"
    REVOKES = "revokes"
    REPLACES = "replaces"
    AMENDS = "amends"
    REINSTATES = "reinstates"
    BINDS = "binds"
    AFFIRMS = "affirms"
    CLARIFIES = "clarifies"


@dataclass(frozen=True, slots=True)
class CarveOut:
    """A provision that a suspension leaves alone, in the order's own terms."""

    provision: str
    text: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One act of a provision (``source``) on another (``target``).

    ``effective`` is ``None`` where the day it takes effect is open (a mandate not known to have issued); it is
    then not before ``not_before``. ``scope`` is ``None`` where it reaches whomever the source binds. ``to`` is the
    new scope of *narrows* and *extends*. For *binds*, ``target`` is a contested point and ``reading`` its reading.
    """

    verb: Verb
    source: str
    target: str
    issued: Moment
    effective: Moment | None
    place: Place
    not_before: Moment | None = None
    until: Moment | None = None
    scope: Scope | None = None
    to: Scope | None = None
    reading: str = ""
    carve_outs: tuple[CarveOut, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One of several competing interpretations; ``held_by`` names governments, authorities or parties."""

    point: str
    name: str
    text: str
    held_by: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Point:
    """A contested point of law: exactly one of its readings is right."""

    id: str
    question: str
    provision: str
    readings: tuple[Reading, ...]
    place: Place


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


Condition = IsTrue | Compare | InGroup | ProgramIs | InForce | UnderReading | Not | AllOf | AnyOf


class Outcome(StrEnum):
    """What a rule, a term or a question yields when everything is known."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does not hold"
    SILENT = "silent"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Clause:
    """``verdict`` is HOLDS or DOES_NOT_HOLD. ``guard`` is ``None`` for *in every case*; an ``otherwise`` clause
    speaks when no other clause of the rule does."""

    verdict: Outcome
    guard: Condition | None
    place: Place
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule (``term`` set, ``target`` empty) or an exception (``target`` is the rule it wins over).

    A rule inside a reading speaks only under that reading: ``reading`` is then (point id, reading name).
    """

    id: str
    provision: str
    title: str
    clauses: tuple[Clause, ...]
    place: Place
    term: str = ""
    target: str = ""
    reading: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a case expects: ``outcomes`` of the question (several = open), or the ``force`` of a provision."""

    outcomes: tuple[Outcome, ...] = ()
    provision: str = ""
    force: str = ""
    turns_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A worked example that ``ascertain test`` runs. ``who`` may be empty: any government."""

    name: str
    provision: str
    on: Moment
    question: str
    facts: tuple[tuple[str, Value], ...]
    expect: Expectation
    place: Place
    who: str = ""
    program: str = ""
    known: Moment | None = None
    readings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A whole rulebook with every name resolved. ``covers`` is the period its encoders answer for.

    Mappings are keyed by id (terms by phrase). ``digest`` is the SHA-256 over all its files.
    """

    id: str
    title: str
    covers: Interval
    digest: str
    authorities: Mapping[str, Authority] = field(default_factory=dict)
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    governments: Mapping[str, Government] = field(default_factory=dict)
    programs: Mapping[str, Program] = field(default_factory=dict)
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    points: Mapping[str, Point] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    effects: tuple[Effect, ...] = ()
    cases: tuple[Case, ...] = ()
