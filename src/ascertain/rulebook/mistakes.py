"""Mistakes as values: each has a code, one plain sentence, every place involved and one line of help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ascertain.rulebook.model.terms import Place

_LONGEST_NAME = 200
_NEAR, _MOST_NEAR = 0.61, 3
"""How alike a name has to be to be offered for another, from 0 to 1, and how many are looked at."""
_A_PHRASE = 4
"""As many words make a phrase rather than a name."""
_LONGEST_LINE = 160
_UNREADABLE = {"A102", "A104", "A105", "A113", "A201", "A202", "A215", "A216"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in what the user wrote.

    Args:
        code: Stable for this kind of mistake, such as ``A401``.
        message: One plain sentence in lower case.
        places: Every place involved, the one to change first.
        lines: The source line at each place, in the same order; empty where a file has no such line.
        help: What to do about it, with the nearest right name where there is one.
    """

    code: str
    message: str
    places: tuple[Place, ...]
    lines: tuple[str, ...]
    help: str


def render(mistake: Mistake) -> str:
    """The mistake as a person reads it: sentence, places with their lines and a caret, help."""
    out = [f"{mistake.code}: {mistake.message}"]
    for place, line in zip(mistake.places, mistake.lines, strict=True):
        out.append(f"  {place.file}:{place.line}:{place.column}")
        if line.strip():
            number = str(place.line)
            shown, caret = _shorten(line, place.column)
            out += [f"    {number} | {shown}", f"    {' ' * len(number)} | {' ' * caret}^"]
    if mistake.help:
        out.append(f"  help: {mistake.help}")
    return "\n".join(out)


def _shorten(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around the column, and where the caret stands in it."""
    plain = "".join(character if character.isprintable() else " " for character in line)
    start = max(0, column - 1 - _LONGEST_LINE // 2) if len(plain) > _LONGEST_LINE else 0
    return plain[start : start + _LONGEST_LINE].rstrip(), column - 1 - start


class BadInput(Exception):  # noqa: N818 - what the user gave is bad, not the program
    """Input that cannot be used as it is; ``render`` tells the user why and what to do.

    Args:
        mistakes: What is wrong, in the order to show it.
    """

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__(self.render())

    def render(self) -> str:
        """Every mistake, parted by an empty line."""
        return "\n\n".join(map(render, self.mistakes))


class RulebookError(BadInput):
    """A rulebook with mistakes."""


class NotFound(BadInput):
    """A name that the user gave and nothing bears.

    Args:
        message: One plain sentence.
        help: The nearest right name, or where to see all of them.
    """

    def __init__(self, message: str, help: str, code: str = "A900") -> None:  # noqa: A002 - the word users see
        super().__init__((Mistake(code, message, (), (), help),))


def did_you_mean(name: str, names: Iterable[str], otherwise: str) -> str:
    """A help line with the nearest of ``names``, or ``otherwise`` where none is near."""
    from difflib import get_close_matches

    wanted = name[:_LONGEST_NAME].lower()
    pool = {known[:_LONGEST_NAME].lower(): known for known in sorted(names, reverse=True)}
    close = get_close_matches(wanted, pool, n=_MOST_NEAR, cutoff=_NEAR)
    near = next((known for known in close if _is_near(wanted, known)), None)
    return otherwise if near is None else f'did you mean "{pool[near]}"?'


def _is_near(name: str, other: str) -> bool:
    """Whether what sets two names apart is alike, too: *City of Atlantis* is not *City of East Lansing*. Of a whole
    phrase each word says little.
    """
    from difflib import SequenceMatcher

    mine, its = name.split(), other.split()
    if len(mine) >= _A_PHRASE:
        return True
    only_mine, only_its = [word for word in mine if word not in its], [word for word in its if word not in mine]
    if not (only_mine and only_its):
        return True
    return SequenceMatcher(None, " ".join(only_mine), " ".join(only_its)).ratio() >= _NEAR


class Reporter:
    """Collects the mistakes of one run, so that the user sees all of them at once.

    Args:
        sources: The lines of every file, by file name, to show beside each place.
    """

    def __init__(self, sources: Mapping[str, Sequence[str]]) -> None:
        self._sources = sources
        self._mistakes: dict[Mistake, None] = {}

    def add(self, code: str, message: str, *places: Place, help: str) -> None:  # noqa: A002 - the word users see
        """Note one mistake; the same one twice counts once."""
        lines = tuple(self._line(place) for place in places)
        self._mistakes[Mistake(code, message, places, lines, help)] = None

    def _line(self, place: Place) -> str:
        lines = self._sources.get(place.file, ())
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Everything noted so far, by file, line and code; the same thing said of several places is one mistake."""
        merged: dict[tuple[str, str, str], Mistake] = {}
        rest: list[Mistake] = []
        for mistake in sorted(self._mistakes, key=_order):
            if len(mistake.places) != 1:
                rest.append(mistake)
                continue
            key = (mistake.code, mistake.message, mistake.help)
            first = merged.get(key)
            merged[key] = mistake if first is None else _together(first, mistake)
        return tuple(sorted([*merged.values(), *rest], key=_order))

    def stop_if_any(self) -> None:
        """Raise what was noted.

        Raises:
            RulebookError: Something was.
        """
        if self._mistakes:
            raise RulebookError(self.mistakes)


def _together(one: Mistake, other: Mistake) -> Mistake:
    return replace(one, places=one.places + other.places, lines=one.lines + other.lines)


def _order(mistake: Mistake) -> tuple[bool, str, int, int, str, str]:
    """A file that cannot be read at all comes first: what others miss in it is no mistake of theirs."""
    first = mistake.places[0] if mistake.places else Place("", 0, 0)
    readable = mistake.code not in _UNREADABLE
    return readable, first.file, first.line, first.column, mistake.code, mistake.message
