"""``ascertain why --both-sides``: the strongest support for each outcome, evenly set out."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from ascertain.cli.proving import cards_of
from ascertain.cli.reasoning import Reasoned
from ascertain.cli.subject import Subject
from ascertain.cli.told import outlines
from ascertain.docket.pleadings import Pleadings
from ascertain.findings.changing.bestcase import BestCases, best_cases
from ascertain.publish.outline import Node
from ascertain.publish.parties import Parties
from ascertain.publish.sides import Sides


def both_sides(answered: Iterable[Reasoned], subject: Subject, head: str, options: argparse.Namespace) -> Iterator[str]:
    """The lines of the answer, in the format that the options name."""
    told = _Told(subject)
    if options.format in ("json", "csv"):
        from ascertain.publish.sidesjson import COLUMNS, rows

        objects = map(told.object, answered)
        if options.format == "json":
            from ascertain.publish.jsonout import document

            yield from document("ascertain/both-sides/1", subject.about, "findings", objects)
        else:
            from ascertain.publish.csvout import render

            yield from render(COLUMNS, rows(objects))
    else:
        yield from outlines(answered, told.outline, head, options)


class _Told:
    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    def outline(self, one: Reasoned) -> Iterator[Node]:
        sides = Sides(one.answer, cards_of(one, self._subject), self._parties(one), self._pleadings(one))
        return sides.outline(one.finding, self._found(one))

    def object(self, one: Reasoned) -> dict[str, object]:
        from ascertain.publish.sidesjson import sides_object

        return sides_object(one.answer, one.finding, self._found(one), self._parties(one), self._pleadings(one))

    def _found(self, one: Reasoned) -> BestCases:
        pleadings = self._pleadings(one)
        return best_cases(one.answer, one.finding.reason, pleadings.favoured() if pleadings else frozenset())

    def _parties(self, one: Reasoned) -> Parties:
        return Parties(self._subject.rulebook, self._subject.governments, one.finding.known)

    def _pleadings(self, one: Reasoned) -> Pleadings | None:
        docket = self._subject.docket
        return Pleadings(docket, self._subject.rulebook, one.finding.known) if docket else None
