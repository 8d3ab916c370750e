"""A list of governments as an agency keeps it in; those that come under review, or every mistake by its line, out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ascertain.docket.files import FRONT
from ascertain.docket.governments import Listed, check_governments
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Docket, Member
from ascertain.docket.papers import Papers
from ascertain.docket.rosterrows import ROSTER_COLUMNS, Line, Reading
from ascertain.docket.tables import table_rows
from ascertain.rulebook.mistakes import Mistake, Reporter, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Place

ROSTER = "the list"
"""What the list is called where its lines are named."""
_OTHER_WORDS = {
    "kind": "type",
    "open civic data id": "ocd_id",
    "ocd id": "ocd_id",
    "ocdid": "ocd_id",
    "alias": "aliases",
}


@dataclass(frozen=True, slots=True)
class Roster:
    """The governments in the order of the list, and what is wrong; with a mistake in it, none comes under review."""

    lines: tuple[Line, ...]
    mistakes: tuple[Mistake, ...]

    def said_of(self, number: int) -> tuple[Mistake, ...]:
        """What is wrong on a line."""
        return tuple(one for one in self.mistakes if any(place.line == number for place in one.places))

    @property
    def by_line(self) -> tuple[tuple[int, Mistake], ...]:
        """Every line with a mistake, and the mistake."""
        return tuple(sorted(((place.line, one) for one in self.mistakes for place in one.places), key=lambda it: it[0]))


def read_roster(raw: bytes, docket: Docket, rulebook: Rulebook, usual: Member) -> Roster:
    """Read a list as a table of comma-separated values.

    A government that the docket or the rulebook knows, by its Open Civic Data id, its GEOID or its name and kind, is
    taken to be that one. Whoever has no id gets one that is made from the name.

    Args:
        raw: The table in UTF-8; its first line names columns of ``ROSTER_COLUMNS`` in any order, ``name`` at least.
        docket: The docket that they come into.
        rulebook: Its rulebook.
        usual: From when, until when and on what basis, for rows that do not say.
    """
    papers = Papers({FRONT: ""}, {}, Path())
    plain, reporter = papers.decode(ROSTER, raw), papers.reporter
    if plain is None:
        return Roster((), reporter.mistakes)
    reading = Reading(docket, rulebook, usual, reporter)
    lines = [reading.line(row) for row in table_rows(plain, ROSTER, reporter, lambda it: _named(it, reporter))]
    if not lines and not reporter.mistakes:
        reporter.add(
            Code.MISSING, "there is no government in the list", Place(ROSTER, 1, 1), help="add a line for each"
        )
    new = {one.government.id: one for one in lines if one.government.name and not one.knows}
    governments = {**docket.governments, **{key: one.government for key, one in new.items()}}
    places = {key: Place(ROSTER, one.number, 1) for key, one in new.items()}
    check_governments(Listed(governments, places), rulebook, reporter)
    return Roster(tuple(lines), reporter.mistakes)


def enlarged(docket: Docket, roster: Roster) -> Docket:
    """The docket with the governments of a list without mistakes as further members."""
    new = {one.government.id: one.government for one in roster.lines if not one.knows}
    members = (*docket.members, *(one.member for one in roster.lines))
    return replace(docket, governments={**docket.governments, **new}, members=members)


def _named(header: list[str], reporter: Reporter) -> tuple[str, ...]:
    """The columns that a first line names; none, with what is wrong reported, where it does not fit."""
    first = Place(ROSTER, 1, 1)
    listed = f"the columns are {', '.join(ROSTER_COLUMNS)}; only name is needed"
    found = tuple(_OTHER_WORDS.get(word, word) for word in (" ".join(cell.lower().split()) for cell in header))
    if len(header) == 1 and (sign := next((one for one in ";\t" if one in header[0]), "")):
        message = f"the columns are parted by {'semicolons' if sign == ';' else 'tabs'}"
        reporter.add(Code.COLUMNS, message, first, help="save the list as CSV with commas")
        return ()
    before = len(reporter.mistakes)
    for word, cell in zip(found, header, strict=True):
        if word not in ROSTER_COLUMNS:
            message = f'the list has no use for a column "{cell}"'
            reporter.add(Code.COLUMNS, message, first, help=did_you_mean(word, ROSTER_COLUMNS, listed))
        elif found.count(word) > 1:
            reporter.add(Code.COLUMNS, f'the column "{word}" is there twice', first, help="keep one of the two")
    if "name" not in found:
        reporter.add(Code.COLUMNS, 'the list lacks the column "name"', first, help=listed)
    return found if len(reporter.mistakes) == before else ()
