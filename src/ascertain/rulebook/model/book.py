"""A whole rulebook, every name in it resolved, with the worked cases that hold it to its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.aggregates import Aggregate
from ascertain.rulebook.model.parties import Agency, Government, Group, Program
from ascertain.rulebook.model.rules import Outcome, Rule
from ascertain.rulebook.model.sources import Authority, Effect, Point, Provision
from ascertain.rulebook.model.terms import Place, Shown, Term, Value


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a case expects: ``outcomes`` of the question (several = open), or the ``force`` of a provision.

    Of a quantity it expects ``worths`` too where *holds* is among the outcomes, or only that it is ``unsettled``.
    """

    outcomes: tuple[Outcome, ...] = ()
    provision: str = ""
    force: str = ""
    turns_on: tuple[str, ...] = ()
    worths: tuple[Value, ...] = ()
    unsettled: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A worked example that ``ascertain test`` runs. ``who`` may be empty: any government."""

    name: str
    provision: str
    on: Moment
    question: str
    facts: tuple[tuple[str, Shown], ...]
    expect: Expectation
    place: Place
    who: str = ""
    program: str = ""
    known: Moment | None = None
    readings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A remark of the check, by its name, that the encoders know of and leave, and why."""

    remark: str
    because: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A whole rulebook with every name resolved. ``covers`` is the period its encoders answer for.

    ``completing`` is the phrase of the yes/no term that says of a government whether all its awards are on record.
    Mappings are keyed by id (terms, and aggregates over awards, by phrase). ``digest`` is the SHA-256 over all its
    files.
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
    accepted: tuple[Accepted, ...] = ()
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    aggregates: Mapping[str, Aggregate] = field(default_factory=dict)
    completing: str = ""
