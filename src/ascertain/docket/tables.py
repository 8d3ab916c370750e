"""Tables of comma-separated values by row and column; awards.csv in, the awards out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ascertain.docket.fields import YES_NO
from ascertain.docket.files import AWARDS, Folder
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Award
from ascertain.docket.names import Names
from ascertain.docket.values import Unfit, parse_dollars
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.terms import Place

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


def read_awards(folder: Folder, names: Names) -> tuple[Award, ...]:
    """The awards in the order of the file."""
    return tuple(_award(row, names) for row in rows(folder, AWARDS, AWARD_COLUMNS))


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
        if cents is not None and cents < 0:
            message = f'"{amount}" in the column "amount_usd" is less than nothing'
            help_ = "write what was awarded; what was taken back later belongs in note or in an entry"
            row.reporter.add(Code.NO_NUMBER, message, row.place, help=help_)
    confidence = cells["confidence"]
    if confidence and confidence not in CONFIDENCES:
        message = f'"{confidence}" is not a confidence that a docket knows'
        help_ = did_you_mean(confidence, CONFIDENCES, f"write {', '.join(CONFIDENCES)}")
        row.reporter.add(Code.NO_CHOICE, message, row.place, help=help_)
    exact, joint = row.yes_no("exact"), row.yes_no("joint")
    return Award(who, program, cents, exact, joint, cells["source"], confidence, cells["note"])


def rows(folder: Folder, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table; one that does not fit the header is reported and left out."""
    text = folder.text(name)
    if text is not None:
        fit = partial(_columns_fit, folder, name, columns=columns)
        yield from table_rows(text, name, folder.reporter, lambda header: header if fit(header) else ())


def table_rows(text: str, name: str, reporter: Reporter, named: Callable[[list[str]], Sequence[str]]) -> Iterator[Row]:
    """The rows of a table whose first line is read by the caller.

    Args:
        text: The table.
        name: The name of its file.
        reporter: Where mistakes go.
        named: The names of the columns from the first line, none where it does not fit, which is then reported.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = named([cell.strip() for cell in next(reader, [])])
        if not header:
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
                reporter.add(Code.CELLS, message, place, help=help_)
                continue
            values = dict(zip(header, (cell.strip() for cell in cells), strict=True))
            yield Row(values, place, reporter)
    except csv.Error as error:
        place = Place(name, max(1, reader.line_num), 1)
        help_ = "check the quotes of this row"
        reporter.add(Code.CELLS, f"this table is broken: {error}", place, help=help_)


def _columns_fit(folder: Folder, name: str, header: list[str], columns: tuple[str, ...]) -> bool:
    place = Place(name, 1, 1)
    listed = f"the columns are {','.join(columns)}"
    if not header:
        folder.reporter.add(Code.COLUMNS, f"{name} has no first line with its columns", place, help=listed)
        return False
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
