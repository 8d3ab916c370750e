"""governments.csv in; the governments out, each told apart from all others and none above itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from ascertain.docket.files import GOVERNMENTS, Folder
from ascertain.docket.mistakes import Code
from ascertain.docket.tables import Row, rows
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.names import cycle
from ascertain.rulebook.texts import ID

GOVERNMENT_COLUMNS = ("id", "name", "kind", "state", "geoid", "ocd_id", "aliases", "circuit", "parent")
_CIRCUIT = re.compile(r"[1-9][0-9]?")
_AS_THE_LAW = "write what the rulebook says, or mend the rulebook"


@dataclass(frozen=True, slots=True)
class Listed:
    """The governments by id, in the order of the file, and the place of each row."""

    governments: dict[str, Government]
    places: dict[str, Place]


def read_governments(folder: Folder) -> Listed:
    """The rows of governments.csv; what is wrong with one by itself is reported."""
    listed = Listed({}, {})
    for row in rows(folder, GOVERNMENTS, GOVERNMENT_COLUMNS):
        government = government_of(row)
        if not government.id:
            continue
        if government.id in listed.governments:
            message = f'the government "{government.id}" is listed twice'
            places = row.place, listed.places[government.id]
            folder.reporter.add(Code.TWICE, message, *places, help="keep one of the two rows")
        listed.governments[government.id] = government
        listed.places[government.id] = row.place
    return listed


def check_governments(listed: Listed, rulebook: Rulebook, reporter: Reporter) -> None:
    """Report what is wrong among the rows, and between them and the governments that the rulebook declares."""
    _check_contradictions(listed, rulebook, reporter)
    # A row stands in the place of what the rulebook says of the same government, and may say more.
    known = {**rulebook.governments, **listed.governments}
    _check_parents(listed, known, reporter)
    _check_ids(listed, known, reporter)
    _check_alike(listed, known, reporter)


def _check_contradictions(listed: Listed, rulebook: Rulebook, reporter: Reporter) -> None:
    """Report a row that says of a government what the rulebook denies: scopes of law go by state and circuit."""
    for name, place in listed.places.items():
        row, law = listed.governments[name], rulebook.governments.get(name)
        if law is None:
            continue
        told = (("kind", row.kind, law.kind), ("state", row.state, law.state), ("circuit", row.circuit, law.circuit))
        for what, here, there in told:
            if here and there and here != there:
                message = f'the {what} of "{name}" is {here} here and {there} in the rulebook {rulebook.id}'
                reporter.add(
                    Code.CONTRADICTS, message, place, help="write what the rulebook says, or mend the rulebook"
                )


def government_of(row: Row) -> Government:
    """The government of a row that has every column of the table; what is wrong with it by itself is reported."""
    if (name := row.filled("id")) and not ID.fullmatch(name):
        help_ = "an id has small letters, digits, hyphens and dots, such as cook-county"
        row.reporter.add(Code.BAD_ID, f'"{name}" is no id', row.place, help=help_)
    return government_called(row, name, row.filled("name"))


def government_called(row: Row, name: str, called: str) -> Government:
    """The government of a row, by those of the columns of governments.csv that its table has.

    Args:
        row: The row; a circuit that is no number is reported.
        name: Its id.
        called: Its name.
    """
    cells = row.cells
    circuit = cells.get("circuit", "")
    if circuit and not _CIRCUIT.fullmatch(circuit):
        message = f'"{circuit[:60]}" in the column "circuit" is no number'
        row.reporter.add(Code.NO_NUMBER, message, row.place, help="write the number of the circuit, such as 9")
        circuit = ""
    aliases = [alias.strip() for alias in cells.get("aliases", "").split("|")]
    ids = (cells.get("ocd_id", ""), cells.get("geoid", ""), *aliases)
    return Government(
        id=name,
        name=called,
        kind=cells.get("kind", ""),
        state=cells.get("state", ""),
        circuit=int(circuit) if circuit else None,
        parent=cells.get("parent", ""),
        ids=tuple(one for one in ids if one),
    )


def _check_parents(listed: Listed, known: Mapping[str, Government], reporter: Reporter) -> None:
    above = {name: [one.parent] for name, one in known.items() if one.parent}
    told: set[str] = set()
    for name, place in listed.places.items():
        parent = listed.governments[name].parent
        if parent and parent not in known:
            message = f'there is no government "{parent}" to be the parent of "{name}"'
            help_ = did_you_mean(parent, known, "add it to governments.csv")
            reporter.add(Code.UNKNOWN_GOVERNMENT, message, place, help=help_)
        circle = cycle(name, above)
        if circle and not told & set(circle):
            told |= set(circle)
            message = f'the government "{name}" is above itself: {" → ".join([*circle, name])}'
            places = [listed.places[step] for step in circle if step in listed.places]
            help_ = "let parent name the government that it is part of, or leave it empty"
            reporter.add(Code.ABOVE_ITSELF, message, *places, help=help_)


def _check_ids(listed: Listed, known: Mapping[str, Government], reporter: Reporter) -> None:
    """Report each id, alias or GEOID that is another's too, or another's name."""
    names = {_plain(one.name): one.id for one in known.values()}
    ids = {_plain(name): name for name in known}
    for one in _rulebook_first(listed, known):
        for text in map(_plain, one.ids):
            others = {ids.get(text), None if text == _plain(one.name) else names.get(text)} - {None, one.id}
            for other in filter(None, others):
                message = f'"{text}" names both "{one.id}" and "{other}"'
                help_ = "leave it to the one whose name it is; whoever types it must get one government"
                _tell(listed, reporter, message, one.id, other, help_)
            ids.setdefault(text, one.id)


def _check_alike(listed: Listed, known: Mapping[str, Government], reporter: Reporter) -> None:
    """Report two whom nothing that is shown tells apart.

    A name alone may be shared, as by a city and a county: whoever types it is asked which of the two is meant.
    """
    alike: dict[tuple[str, ...], str] = {}
    for one in _rulebook_first(listed, known):
        other = alike.setdefault(tuple(map(_plain, (one.name, one.kind, one.state, one.parent))), one.id)
        if other != one.id:
            message = f'nothing but the id tells "{one.id}" from "{other}": both are called {one.name}'
            help_ = "keep one of the two, or say in kind, state, parent or name how they differ"
            _tell(listed, reporter, message, one.id, other, help_)


def _rulebook_first(listed: Listed, known: Mapping[str, Government]) -> list[Government]:
    """So that the place to change first is the docket's."""
    return sorted(known.values(), key=lambda one: one.id in listed.places)


def _tell(listed: Listed, reporter: Reporter, message: str, one: str, other: str, help_: str) -> None:
    places = [listed.places[name] for name in (one, other) if name in listed.places]
    if places:  # what the rulebook says of its own governments is not the docket's to mend
        reporter.add(Code.SAME_NAME, message, *places, help=help_)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()
