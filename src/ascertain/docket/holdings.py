"""The courts of an argument: what each decided of the readings that the argument is for."""

from __future__ import annotations

from ascertain.docket.fields import Fields
from ascertain.docket.marked import Listing, Node, Table, Text
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Holding
from ascertain.docket.names import Names
from ascertain.rulebook.model.terms import Place

NOT_ON_RECORD = "none"
"""Written for the reading where a court took up the argument and none of its readings, as far as the record shows."""

Readings = tuple[tuple[str, str], ...]


def holdings(fields: Fields, key: str, readings: Readings, names: Names) -> tuple[Holding, ...]:
    """The decisions that an argument lists under a key, every slip reported.

    Args:
        fields: The argument.
        key: Where it lists them.
        readings: The readings that it is for. A court that is named alone took up the one reading there is.
        names: What may be named.
    """
    node = fields.node(key)
    items = node.items if isinstance(node, Listing) else (node,) if node else ()
    found = (_holding(item, key, readings, fields, names) for item in items)
    return tuple(one for one in found if one is not None)


def _holding(item: Node, key: str, readings: Readings, fields: Fields, names: Names) -> Holding | None:
    if isinstance(item, Text) and not item.absent:
        court = item.value.strip()
        names.authority_or_citation(court, item.place)
        return Holding(court, _only(court, readings, item.place, names))
    if not isinstance(item, Table):
        message = (
            f'"{key}" of {fields.what} should be a list of courts, by their names or with the readings they took up'
        )
        help_ = "see docs/reference/docket-format.md for an example"
        names.reporter.add(Code.WRONG_SHAPE, message, item.place, help=help_)
        return None
    one = Fields(item, ("court", "reading"), "a decision on an argument", names.reporter)
    court = one.text("court", required=True)
    if court:
        names.authority_or_citation(court, one.at("court"))
    if one.words("reading") == (NOT_ON_RECORD,):
        return Holding(court)
    if not one.has("reading"):
        return Holding(court, _only(court, readings, item.place, names))
    taken = names.readings(one, "reading")
    for point, reading in taken:
        if (point, reading) not in readings:
            message = f'the argument is not for "{point} = {reading}", which {court} is said to have taken up'
            one.add(Code.UNKNOWN_READING, message, "reading", _which(readings))
    return Holding(court, taken)


def _only(court: str, readings: Readings, place: Place, names: Names) -> Readings:
    if len(readings) > 1:
        message = f'the argument is for several readings, and on which of them "{court}" decided is not said'
        help_ = f"write court: {court} and reading: with one or more of its readings, or reading: {NOT_ON_RECORD}"
        names.reporter.add(Code.UNKNOWN_READING, message, place, help=help_)
    return readings


def _which(readings: Readings) -> str:
    told = ", ".join(f"{point} = {reading}" for point, reading in readings)
    return f"write one of {told}, or {NOT_ON_RECORD}" if told else f"add it to the argument, or write {NOT_ON_RECORD}"
