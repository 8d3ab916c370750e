"""Small texts with one shape wherever they stand: dates, ids, lists with commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascertain.rulebook.dates import Moment
from ascertain.rulebook.mistakes import Reporter
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.raw import Text

ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


def moment(text: Text, reporter: Reporter) -> Moment | None:
    """The date that the text names."""
    try:
        return Moment.parse(text.text)
    except ValueError:
        help_line = "write a day such as 2017-04-25, or a month 2017-04, or a year 2017, that exists"
        reporter.add("A209", f'"{text.text[:60]}" is no date', text.place, help=help_line)
        return None


def in_order(first: Moment | None, second: Moment | None) -> bool:
    """Whether the second can be later than the first; true where either is not known."""
    return first is None or second is None or second.latest > first.earliest


def well_formed_id(text: Text, reporter: Reporter) -> bool:
    """Whether the text can be an id; reports it where not."""
    if ID.fullmatch(text.text):
        return True
    message = f'"{text.text[:60]}" is no id'
    help_line = "an id has small letters, digits, hyphens and dots, such as eo-13768"
    reporter.add("A212", message, text.place, help=help_line)
    return False


def after(text: Text, offset: int) -> Text:
    """What follows the first ``offset`` characters, with its own place."""
    rest = text.text[offset:]
    skipped = offset + len(rest) - len(rest.lstrip())
    place = Place(text.place.file, text.place.line, text.place.column + skipped)
    return Text(rest.strip(), place)


def parted(text: Text, mark: str = ",") -> Iterator[Text]:
    """The parts between commas, each with its own place."""
    offset = 0
    for part in text.text.split(mark):
        inner = after(Text(text.text[: offset + len(part)], text.place), offset)
        if inner.text:
            yield inner
        offset += len(part) + len(mark)
