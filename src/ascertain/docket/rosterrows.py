"""A row of a list of governments in; the government it is about and its membership, with every slip told, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ascertain.docket.governments import GOVERNMENT_COLUMNS, government_of
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Docket, Member
from ascertain.docket.slugs import slug_of
from ascertain.docket.tables import Row
from ascertain.law.statenames import STATE_NAMES
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Place

ROSTER_COLUMNS = (
    *("ocd_id", "name", "state", "type", "aliases", "geoid", "circuit", "parent", "id"),
    *("from", "until", "basis", "note"),
)
_OCD = re.compile(r"ocd-division/country:[a-z]{2}(/[a-z_]+:[^\s/:]+)*")
_OCD_STATE = re.compile(r"/(?:state|district|territory):([a-z]{2})(?:/|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """A government that the list names: on which line, and whether the docket ``knows`` it already."""

    number: int
    government: Government
    member: Member
    knows: bool


class Reading:
    """Reads row after row, remembering whom earlier rows named."""

    def __init__(self, docket: Docket, rulebook: Rulebook, usual: Member, reporter: Reporter) -> None:
        self._docket, self._usual, self._reporter = docket, usual, reporter
        self._known = {**rulebook.governments, **docket.governments}
        self._by_text = {text: one for one in self._known.values() for text in (one.id, *one.ids)}
        self._by_name: dict[str, list[Government]] = {}
        for one in self._known.values():
            self._by_name.setdefault(_plain(one.name), []).append(one)
        self._members = {one.government for one in docket.members if one.period.end is None}
        self._taken: dict[str, Place] = {}

    def line(self, row: Row) -> Line:
        """The government of a row, and its membership."""
        cells = dict.fromkeys(ROSTER_COLUMNS, "") | {key: " ".join(cell.split()) for key, cell in row.cells.items()}
        cells["kind"] = cells.pop("type")
        self._mend_state(cells, row.place)
        known = self._find(cells)
        if known is not None:
            cells["id"] = cells["id"] or known.id
            cells |= _lacking(cells, known)
        cells["id"] = cells["id"] or self._fresh(cells)
        whole = Row({column: cells[column] for column in GOVERNMENT_COLUMNS}, row.place, self._reporter)
        knows = cells["id"] in self._docket.governments
        government = self._docket.governments[cells["id"]] if knows else government_of(whole)
        self._tell_twice(government, row.place)
        return Line(row.place.line, government, self._member(government, cells, row.place), knows)

    def _find(self, cells: Mapping[str, str]) -> Government | None:
        """Whom the docket or the rulebook knows that this row is about."""
        for text in (cells["id"], cells["ocd_id"], cells["geoid"]):
            if text and text in self._by_text:
                return self._by_text[text]
        alike = [
            one
            for one in self._by_name.get(_plain(cells["name"]), ())
            if all(not mine or not its or mine == its for mine, its in _told(cells, one))
        ]
        return alike[0] if len(alike) == 1 else None

    def _fresh(self, cells: Mapping[str, str]) -> str:
        """An id that nobody has."""
        name, state, kind = cells["name"], cells["state"], cells["kind"]
        if not name:
            return "unnamed"  # that the name is missing is told where the row is read
        candidates = (name, f"{name} {state}", f"{name} {kind} {state}")
        slugs = (slug_of(candidate, "government") for candidate in candidates)
        return next((one for one in slugs if one not in self._known and one not in self._taken), slug_of(name, ""))

    def _mend_state(self, cells: dict[str, str], place: Place) -> None:
        ocd, state = cells["ocd_id"], cells["state"]
        if ocd and not _OCD.fullmatch(ocd):
            message = f'"{ocd}" is no Open Civic Data id'
            help_ = "write it as ocd-division/country:us/state:il/place:chicago, in small letters"
            self._reporter.add(Code.BAD_ID, message, place, help=help_)
        by_name = next((code for code, name in STATE_NAMES.items() if name.lower() == state.lower()), state.upper())
        if state and by_name not in STATE_NAMES:
            help_ = did_you_mean(state, STATE_NAMES.values(), "write the two letters of the post, such as IL")
            self._reporter.add(Code.NO_CHOICE, f'"{state}" is no state', place, help=help_)
            return
        inside = _OCD_STATE.search(ocd)
        if state and inside and inside[1].upper() != by_name:
            message = f"the state is {by_name}, and the Open Civic Data id is of {inside[1].upper()}"
            self._reporter.add(Code.CONTRADICTS, message, place, help="correct one of the two")
        cells["state"] = by_name or (inside[1].upper() if inside and inside[1].upper() in STATE_NAMES else "")

    def _tell_twice(self, government: Government, place: Place) -> None:
        if not government.name:
            return
        if government.id in self._members:
            message = f'"{government.name}" is under review already'
            self._reporter.add(Code.TWICE, message, place, help="take the line out")
        if government.id in self._taken:
            message = f'the government "{government.id}" is in the list twice'
            help_ = "keep one of the two lines, or give them ids, or types, that tell them apart"
            self._reporter.add(Code.TWICE, message, place, self._taken[government.id], help=help_)
        self._taken[government.id] = place

    def _member(self, government: Government, cells: Mapping[str, str], place: Place) -> Member:
        start = self._moment(cells["from"], place) or self._usual.period.start
        end = self._moment(cells["until"], place) or self._usual.period.end
        if start and end and end.latest <= start.earliest:
            message = f"the dates run backwards: until {end} is not after from {start}"
            self._reporter.add(Code.BACKWARDS, message, place, help="change one of the two")
        basis = cells["basis"] or self._usual.basis
        return Member(government.id, Interval(start, end), basis, cells["note"])

    def _moment(self, text: str, place: Place) -> Moment | None:
        if not text:
            return None
        try:
            return Moment.parse(text)
        except ValueError:
            help_ = "write a day that exists, such as 2017-04-21, a month or a year"
            self._reporter.add(Code.NO_DATE, f'"{text}" is no date', place, help=help_)
            return None


def _lacking(cells: Mapping[str, str], known: Government) -> dict[str, str]:
    """What the rulebook or the docket says of a government and its row leaves empty."""
    told = {
        "kind": known.kind,
        "state": known.state,
        "circuit": str(known.circuit or ""),
        "parent": known.parent,
        "ocd_id": next((one for one in known.ids if one.startswith("ocd-division/")), ""),
        "geoid": next((one for one in known.ids if one.isdigit()), ""),
    }
    return {key: value for key, value in told.items() if value and not cells[key]}


def _told(cells: Mapping[str, str], one: Government) -> Iterator[tuple[str, str]]:
    """What a row and a government of the same name each say, by which they could be told apart."""
    yield cells["kind"], one.kind
    yield cells["state"], one.state
    yield cells["ocd_id"], next((each for each in one.ids if each.startswith("ocd-division/")), "")
    yield cells["geoid"], next((each for each in one.ids if each.isdigit()), "")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
