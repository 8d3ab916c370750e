"""The objects of the JSON documents as rows of a CSV file, one object a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(columns: Sequence[str], objects: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield CSV lines.

    Args:
        columns: Keys of the objects; ``turns_on.law`` reaches into an object, or each of a list. They are the header.
        objects: What the JSON document would list; lists in them are joined with ``; ``.
    """
    yield line(columns)
    for item in objects:
        yield line([cell(_reach(item, column)) for column in columns])


def _reach(item: object, column: str) -> object:
    key, _, rest = column.partition(".")
    if isinstance(item, list):
        return [_reach(each, column) for each in item]
    found = item.get(key) if isinstance(item, Mapping) else None
    return _reach(found, rest) if rest else found


def cell(value: object) -> str:
    """A cell that a spreadsheet shows as text: a leading ``=`` from a record must not run as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return cell(value.get("id") or value.get("provision"))
    if isinstance(value, list | tuple):
        return "; ".join(cell(part) for part in value)
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def line(cells: Sequence[str]) -> str:
    """Cells as a line, without its end."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()
