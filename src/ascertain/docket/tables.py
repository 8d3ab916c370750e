"""governments.csv and awards.csv in; governments and awards out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from ascertain.docket.fields import CONFIDENCES, YES_NO
from ascertain.docket.files import AWARDS, GOVERNMENTS, Folder
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Award
from ascertain.docket.names import Names
from ascertain.docket.values import Unfit, parse_dollars
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model import Government, Place

GOVERNMENT_COLUMNS = ("id", "name", "kind", "state", "geoid", "ocd_id", "aliases", "circuit", "parent")
AWARD_COLUMNS = ("government", "program", "amount_usd", "exact", "joint", "source", "confidence", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """One row by column, and where it stands."""

    cells: dict[str, str]
    place: Place
    reporter: Reporter

    def filled(self, column: str) -> str:
        """A cell that must not be empty."""
        if not self.cells[column]:
            message = f'the column "{column}" is empty in this row'
            self.reporter.add(Code.MISSING, message, self.place, help=f"fill in {column}")
        return self.cells[column]

    def yes_no(self, column: str) -> bool:
        """Yes or no; no where the cell is empty."""
        text = self.cells[column].lower()
        if text and text not in YES_NO:
            message = f'"{self.cells[column]}" in the column "{column}" is neither yes nor no'
            self.reporter.add(Code.NO_YES_OR_NO, message, self.place, help="write yes or no")
        return YES_NO.get(text, False)


def read_governments(folder: Folder) -> dict[str, Government]:
    """The governments by id, in the order of the file."""
    found: dict[str, Government] = {}
    places: dict[str, Place] = {}
    for row in _rows(folder, GOVERNMENTS, GOVERNMENT_COLUMNS):
        government = _government(row)
        if government.id in found:
            message = f'the government "{government.id}" is listed twice'
            folder.reporter.add(Code.TWICE, message, row.place, places[government.id], help="keep one of the two rows")
        found[government.id] = government
        places[government.id] = row.place
    return found


def _government(row: Row) -> Government:
    cells = row.cells
    circuit = cells["circuit"]
    if circuit and not (circuit.isascii() and circuit.isdigit() and len(circuit) <= len("11")):
        message = f'"{circuit}" in the column "circuit" is no number'
        row.reporter.add(Code.NO_NUMBER, message, row.place, help="write the number of the circuit, such as 9")
        circuit = ""
    aliases = [alias.strip() for alias in cells["aliases"].split("|")]
    return Government(
        id=row.filled("id"),
        name=row.filled("name"),
        kind=cells["kind"],
        state=cells["state"],
        circuit=int(circuit) if circuit else None,
        parent=cells["parent"],
        ids=tuple(name for name in (cells["ocd_id"], cells["geoid"], *aliases) if name),
    )


def check_parents(folder: Folder, governments: dict[str, Government], names: Names) -> None:
    """Report every parent that neither the file nor the rulebook knows."""
    known = {**names.rulebook.governments, **governments}
    for row in _rows(folder, GOVERNMENTS, GOVERNMENT_COLUMNS):
        parent = row.cells["parent"]
        if parent and parent not in known:
            message = f'there is no government "{parent}" to be the parent of "{row.cells["id"]}"'
            help_ = did_you_mean(parent, known, "add it to governments.csv")
            folder.reporter.add(Code.UNKNOWN_GOVERNMENT, message, row.place, help=help_)


def read_awards(folder: Folder, names: Names) -> tuple[Award, ...]:
    """The awards in the order of the file."""
    return tuple(_award(row, names) for row in _rows(folder, AWARDS, AWARD_COLUMNS))


def _award(row: Row, names: Names) -> Award:
    cells, cents = row.cells, None
    if who := row.filled("government"):
        names.government(who, row.place)
    if program := row.filled("program"):
        names.program(program, row.place)
    if amount := cells["amount_usd"]:
        try:
            cents = parse_dollars(amount)
        except Unfit as unfit:
            message = f'"{amount}" in the column "amount_usd" is no amount'
            row.reporter.add(Code.NO_NUMBER, message, row.place, help=unfit.help)
    confidence = cells["confidence"]
    if confidence and confidence not in CONFIDENCES:
        message = f'"{confidence}" is not a confidence that a docket knows'
        help_ = did_you_mean(confidence, CONFIDENCES, f"write {', '.join(CONFIDENCES)}")
        row.reporter.add(Code.NO_CHOICE, message, row.place, help=help_)
    exact, joint = row.yes_no("exact"), row.yes_no("joint")
    return Award(who, program, cents, exact, joint, cells["source"], confidence, cells["note"])


def _rows(folder: Folder, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    text = folder.text(name)
    if text is None:
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if not _columns_fit(folder, name, header, columns):
            return
        line = reader.line_num + 1
        for cells in reader:
            place = Place(name, line, 1)
            line = reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                message = f"this row has {len(cells)} cells where the header has {len(header)}"
                help_ = "put quotes around a cell that holds a comma"
                folder.reporter.add(Code.CELLS, message, place, help=help_)
                continue
            values = dict(zip(header, (cell.strip() for cell in cells), strict=True))
            yield Row(values, place, folder.reporter)
    except csv.Error as error:
        place = Place(name, max(1, reader.line_num), 1)
        help_ = "check the quotes of this row"
        folder.reporter.add(Code.CELLS, f"this table is broken: {error}", place, help=help_)


def _columns_fit(folder: Folder, name: str, header: list[str], columns: tuple[str, ...]) -> bool:
    place = Place(name, 1, 1)
    listed = f"the columns are {','.join(columns)}"
    wrong = [column for column in header if column not in columns]
    missing = [column for column in columns if column not in header]
    for column in dict.fromkeys(wrong):
        near = did_you_mean(column, missing, "")
        help_ = f"{near} {listed}".strip()
        folder.reporter.add(Code.COLUMNS, f'{name} has no column "{column}"', place, help=help_)
    for column in missing if not wrong else ():
        folder.reporter.add(Code.COLUMNS, f'{name} lacks the column "{column}"', place, help=listed)
    twice = len(header) != len(set(header))
    if twice and not wrong:
        folder.reporter.add(Code.COLUMNS, f"{name} has a column twice", place, help=listed)
    return not wrong and not missing and not twice
