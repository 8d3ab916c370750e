"""Every name that a docket may use, and whether the rulebook or the docket itself bears it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ascertain.docket.fields import Fields
from ascertain.docket.mistakes import Code
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Place, Term


class Names:
    """What is known, and a check for each kind of name; an unknown one is reported with the nearest right one.

    Args:
        rulebook: The docket's rulebook.
        governments: The governments of the docket.
        reporter: Where mistakes go.
    """

    def __init__(self, rulebook: Rulebook, governments: Mapping[str, Government], reporter: Reporter) -> None:
        self.rulebook, self.governments, self.reporter = rulebook, governments, reporter
        self.exhibits: Collection[str] = ()
        self.arguments: Collection[str] = ()
        self.results: Collection[str] = ()

    def government(self, name: str, place: Place) -> None:
        otherwise = "add it to governments.csv"
        self._known(Code.UNKNOWN_GOVERNMENT, "government", name, self.governments, place, otherwise)

    def program(self, name: str, place: Place) -> None:
        otherwise = f"the programs are {_some(self.rulebook.programs)}"
        self._known(Code.UNKNOWN_PROGRAM, "program", name, self.rulebook.programs, place, otherwise)

    def term(self, name: str, place: Place) -> Term | None:
        """The term of this phrase."""
        otherwise = "use a phrase of the rulebook's vocabulary"
        self._known(Code.UNKNOWN_TERM, "term", name, self.rulebook.terms, place, otherwise)
        return self.rulebook.terms.get(name)

    def question(self, name: str, place: Place) -> None:
        """A term by its phrase or short name."""
        known = {*self.rulebook.terms, *(term.short for term in self.rulebook.terms.values() if term.short)}
        self._known(Code.UNKNOWN_TERM, "term", name, known, place, "use a short name or phrase of the vocabulary")

    def authority(self, name: str, place: Place) -> None:
        otherwise = "use the id of an authority of the rulebook"
        self._known(Code.UNKNOWN_AUTHORITY, "authority", name, self.rulebook.authorities, place, otherwise)

    def authority_or_citation(self, name: str, place: Place) -> None:
        """A court decision: a citation is more than one word, everything else is an authority."""
        if " " not in name:
            otherwise = "use the id of an authority of the rulebook, or write out the citation"
            self._known(Code.UNKNOWN_AUTHORITY, "authority", name, self.rulebook.authorities, place, otherwise)

    def party(self, name: str, place: Place) -> None:
        """Whoever uses an argument: a government, an authority, or others in more than one word."""
        known = {**self.governments, **self.rulebook.authorities}
        if " " not in name:
            otherwise = "use a government's or an authority's id, or more than one word"
            self._known(Code.UNKNOWN_GOVERNMENT, "government or authority", name, known, place, otherwise)

    def exhibit(self, name: str, place: Place) -> None:
        otherwise = "list it in exhibits/manifest.yaml"
        self._known(Code.UNKNOWN_EXHIBIT, "exhibit", name, self.exhibits, place, otherwise)

    def argument(self, name: str, place: Place) -> None:
        self._known(Code.UNKNOWN_ARGUMENT, "argument", name, self.arguments, place, "list it in arguments.yaml")

    def result(self, name: str, place: Place) -> None:
        """A result, where the docket says which words it uses."""
        if self.results:
            otherwise = f"the results of docket.md are {', '.join(self.results)}"
            self._known(Code.UNKNOWN_RESULT, "result", name, self.results, place, otherwise)

    def readings(self, fields: Fields, key: str) -> tuple[tuple[str, str], ...]:
        """The points and their readings, each from ``point = NAME``; one given again is a mistake."""
        found: dict[tuple[str, str], Place] = {}
        for text, place in fields.texts(key):
            reading = self.reading(text, place)
            if reading in found:
                message = f'"{text}" is given twice'
                self.reporter.add(Code.TWICE, message, place, found[reading], help="keep one of the two")
            elif reading:
                found[reading] = place
        return tuple(found)

    def reading(self, text: str, place: Place) -> tuple[str, str] | None:
        """The point and its reading, from ``point = NAME``; ``None`` where there is no such one."""
        point_id, equals, name = (part.strip() for part in text.partition("="))
        if not equals:
            message = f'"{text}" names no reading'
            self.reporter.add(Code.UNKNOWN_READING, message, place, help="write it as point = NAME")
            return None
        point = self.rulebook.points.get(point_id)
        if point is None:
            help_ = did_you_mean(point_id, self.rulebook.points, "use the id of a contested point of the rulebook")
            message = f'the rulebook has no point "{point_id}"'
            self.reporter.add(Code.UNKNOWN_READING, message, place, help=help_)
            return None
        readings = [reading.name for reading in point.readings]
        if name not in readings:
            help_ = did_you_mean(name, readings, f"its readings are {', '.join(readings)}")
            message = f'the point "{point_id}" has no reading "{name}"'
            self.reporter.add(Code.UNKNOWN_READING, message, place, help=help_)
            return None
        return point_id, name

    def _known(self, code: Code, what: str, name: str, pool: Collection[str], place: Place, otherwise: str) -> None:
        if name not in pool:
            help_ = did_you_mean(name, pool, otherwise)
            self.reporter.add(code, f'there is no {what} "{name}"', place, help=help_)


def _some(names: Collection[str]) -> str:
    first = sorted(names)[:8]
    return ", ".join(first) + (", …" if len(names) > len(first) else "")
