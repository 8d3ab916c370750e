"""Readings taken for the sake of argument, as they are typed: ``POINT=NAME``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ascertain.cli.misuse import Misuse
from ascertain.rulebook.mistakes import NotFound, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.verify.diff.side import refuse_reading

AS_THE_LAW_LEAVES_IT = "open"


def readings_named(
    rulebook: Rulebook, given: Sequence[str], otherwise: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The readings that the texts name, by point.

    Args:
        rulebook: The law.
        given: What was typed. The point goes without its authority where that is unmistakable; ``POINT=open`` takes
            back what ``otherwise`` says of it.
        otherwise: Readings that are taken unless another is named.

    Raises:
        Misuse: A text is no reading.
        NotFound: No point or no reading has the name.
    """
    found = dict(otherwise or {})
    for text in given:
        point, equals, name = (part.strip() for part in text.partition("="))
        if not equals or not point or not name:
            help_line = "write the point and its reading, such as info-scope=NARROW"
            raise Misuse(f'"{text}" is no reading', help_line, "A986")
        whole = _point(rulebook, point)
        if name == AS_THE_LAW_LEAVES_IT and not has_reading(rulebook, whole, name):
            found.pop(whole, None)
        else:
            refuse_reading(rulebook, whole, name)
            found[whole] = name
    return found


def has_reading(rulebook: Rulebook, point: str, name: str) -> bool:
    """Whether the rulebook has the point, and the point the reading."""
    held = rulebook.points.get(point)
    return held is not None and any(reading.name == name for reading in held.readings)


def _point(rulebook: Rulebook, name: str) -> str:
    fitting = [each for each in rulebook.points if name in (each, each.partition("#")[2])]
    if len(fitting) == 1:
        return fitting[0]
    names = fitting or [each.partition("#")[2] for each in rulebook.points]
    help_line = did_you_mean(name, names, f"name one of: {', '.join(names) or 'none'}")
    raise NotFound(f'{len(fitting) or "no"} contested points of {rulebook.id} are called "{name}"', help_line, "A980")
