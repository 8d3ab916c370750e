"""The smallest things shown: links, answers, and tables of answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Something with a place in the page; ``anchor`` is empty where it has none."""

    text: str
    anchor: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A finding under one standard.

    ``possible`` are the outcomes that an open one may still have, ``turns_on`` whether *facts*, *law* or both decide.
    """

    standard: str
    word: str
    shape: str
    possible: tuple[str, ...]
    turns_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The answers to one question under the three standards; ``parts`` says that they are not the same."""

    anchor: str
    question: str
    answers: tuple[Answer, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """Equal where each standard has the same answer, whatever an open one turns on."""
        return tuple((each.word, each.possible) for each in self.answers)

    @property
    def parts(self) -> bool:
        return len(set(self.key)) > 1

    @property
    def alike(self) -> tuple[tuple[Answer, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
        """The different answers, each with the standards that it is given under and what it then turns on."""
        found: dict[tuple[object, ...], list[Answer]] = {}
        for each in self.answers:
            found.setdefault((each.word, each.possible), []).append(each)
        return tuple((same[0], _turning(same, len(self.answers))) for same in found.values())


def _turning(same: list[Answer], every: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[tuple[str, ...], list[str]] = {}
    for each in same:
        found.setdefault(each.turns_on, []).append(each.standard)
    return tuple(
        ("under all three" if len(standards) == every else ", ".join(standards), turns)
        for turns, standards in found.items()
    )


@dataclass(frozen=True, slots=True)
class Row:
    head: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``columns`` are questions, or programs; ``silent`` are programs left out, as no rule speaks for any row."""

    title: str
    columns: tuple[Link, ...]
    rows: tuple[Row, ...]
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which the standards part on a question, and the governments it is so for."""

    question: str
    program: str
    answers: tuple[Answer, ...]
    governments: tuple[Link, ...]
