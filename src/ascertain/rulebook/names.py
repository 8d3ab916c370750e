"""Every name of a rulebook and what bears it; an unknown name is reported with the nearest right one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.aggregates import Aggregate
from ascertain.rulebook.model.parties import Agency, Government, Group, Program
from ascertain.rulebook.model.sources import Authority, Provision
from ascertain.rulebook.model.terms import QUANTITIES, Place, Term
from ascertain.rulebook.raw import RawPoint, RawReading, RawRule, Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RuleName:
    """A rule as it is named, before its conditions are resolved; ``reading`` is (point id, name) or ``None``."""

    id: str
    provision: str
    raw: RawRule
    reading: tuple[str, str] | None


@dataclass(slots=True)
class Names:
    """The name tables of a rulebook; mappings are keyed by id, terms by phrase, readings by point id and name.

    Filled file by file, then only read.
    """

    reporter: Reporter
    authorities: dict[str, Authority] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)
    governments: dict[str, Government] = field(default_factory=dict)
    programs: dict[str, Program] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    calendars: dict[str, Calendar] = field(default_factory=dict)
    concluded: set[str] = field(default_factory=set)
    aggregates: dict[str, Aggregate] = field(default_factory=dict)
    completing: dict[str, Place] = field(default_factory=dict)
    points: dict[str, tuple[RawPoint, str]] = field(default_factory=dict)
    readings: dict[str, dict[str, RawReading]] = field(default_factory=dict)
    rules: dict[str, RuleName] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)

    def declare(self, code: str, kind: str, name: str, place: Place, help_line: str) -> bool:
        """Note that ``kind`` has a ``name`` at ``place``; reports it and returns false where another has it."""
        earlier = self.places.setdefault((kind, name), place)
        if earlier == place:
            return True
        self.reporter.add(code, f'the {kind} "{name[:80]}" is declared twice', place, earlier, help=help_line)
        return False

    def term(self, text: Text, *, short: bool = False) -> Term | None:
        """The term of that phrase, or with ``short`` also of that short name."""
        found = self.terms.get(text.text)
        if found is None and short and text.text in self.shorts:
            found = self.terms.get(self.shorts[text.text])
        if found is None:
            message = f'the vocabulary has no term "{text.text[:100]}"'
            pool = [*self.terms, *self.shorts] if short else list(self.terms)
            otherwise = "declare it in a terms fence, or use a phrase declared there word for word"
            self.reporter.add("A411", message, text.place, help=did_you_mean(text.text, pool, otherwise))
        return found

    def quantities(self) -> list[str]:
        """The phrases of quantities, longer ones first, so that none is taken for a shorter one that it begins with."""
        quantities = (phrase for phrase, term in self.terms.items() if term.type in QUANTITIES)
        found = (phrase for phrase in quantities if phrase not in self.aggregates)
        return sorted(found, key=lambda phrase: -len(phrase))

    def provision(self, text: Text) -> str | None:
        """The id of the provision."""
        return self._known("A412", "provision", text, self.provisions, "write an authority's id, # and a heading's id")

    def rule(self, text: Text, authority: str) -> RuleName | None:
        """The rule of that label in the same authority, or of that whole id."""
        name = text.text if "#" in text.text else f"{authority}#{text.text}"
        if name in self.rules:
            return self.rules[name]
        pool = [*self.rules, *(key.partition("#")[2] for key in self.rules if key.startswith(f"{authority}#"))]
        elsewhere = [key for key in self.rules if key.endswith(f"#{text.text}")]
        otherwise = "write the label of a rule in this file, or an authority's id, # and a rule's label"
        help_line = f'did you mean "{elsewhere[0]}"?' if elsewhere else did_you_mean(text.text, pool, otherwise)
        self.reporter.add("A413", f'there is no rule "{text.text[:80]}"', text.place, help=help_line)
        return None

    def point(self, text: Text, authority: str) -> str | None:
        """The id of the point of that name: in the same authority, else the only one of that name anywhere."""
        if "#" in text.text:
            return self._known("A414", "point", text, self.points, "declare it with a line point NAME: QUESTION")
        if f"{authority}#{text.text}" in self.points:
            return f"{authority}#{text.text}"
        found = sorted(key for key in self.points if key.endswith(f"#{text.text}"))
        if len(found) > 1:
            message = f'several authorities have a point "{text.text}"'
            places = (text.place, *(self.points[key][0].label.place for key in found))
            self.reporter.add("A420", message, *places, help=f"write one of {', '.join(found)}")
            return None
        if found:
            return found[0]
        pool = [*self.points, *(key.partition("#")[2] for key in self.points)]
        help_line = did_you_mean(text.text, pool, "declare it with a line point NAME: QUESTION")
        self.reporter.add("A414", f'there is no point "{text.text[:80]}"', text.place, help=help_line)
        return None

    def reading(self, point: str, text: Text) -> str | None:
        """The name of that reading of the point."""
        known = self.readings.get(point, {})
        if text.text in known:
            return text.text
        help_line = did_you_mean(text.text, known, f"its readings are {', '.join(known) or 'not written yet'}")
        message = f'the point {point} has no reading "{text.text[:60]}"'
        self.reporter.add("A415", message, text.place, help=help_line)
        return None

    def group(self, text: Text) -> str | None:
        """The id of the group."""
        return self._known("A416", "group", text, self.groups, "declare it with a line group ID: NAME")

    def program(self, text: Text) -> str | None:
        """The id of the program."""
        return self._known("A417", "program", text, self.programs, "declare it with a line program ID: NAME")

    def agency(self, text: Text) -> str | None:
        """The id of the agency."""
        return self._known("A418", "agency", text, self.agencies, "declare it with a line agency ID: NAME")

    def government(self, text: Text) -> str | None:
        """The id of the government."""
        return self._known("A419", "government", text, self.governments, "declare it with a line government ID: NAME")

    def _known(self, code: str, kind: str, text: Text, known: Mapping[str, object], otherwise: str) -> str | None:
        if text.text in known:
            return text.text
        help_line = did_you_mean(text.text, known, otherwise)
        self.reporter.add(code, f'there is no {kind} "{text.text[:80]}"', text.place, help=help_line)
        return None


def cycle(start: T, edges: Mapping[T, Collection[T]]) -> tuple[T, ...] | None:
    """The shortest way from ``start`` back to itself along ``edges``, without the return, or ``None``."""
    paths: list[tuple[T, ...]] = [(start,)]
    seen: set[T] = set()
    while paths:
        ahead: list[tuple[T, ...]] = []
        for path in paths:
            for step in edges.get(path[-1], ()):
                if step == start:
                    return path
                if step not in seen:
                    seen.add(step)
                    ahead.append((*path, step))
        paths = ahead
    return None
