"""All lints over one rulebook, and which of their remarks the rulebook itself accepts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from ascertain.findings.diagrams.order import widest
from ascertain.findings.diagrams.room import enough_room
from ascertain.rulebook.mistakes import did_you_mean
from ascertain.rulebook.model.book import Accepted, Rulebook
from ascertain.rulebook.model.terms import Place
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.citation import citations
from ascertain.verify.lints.conflict import conflicts
from ascertain.verify.lints.dead import dead
from ascertain.verify.lints.gap import gaps
from ascertain.verify.lints.model import Remark, Severity
from ascertain.verify.lints.same import same_readings
from ascertain.verify.lints.shadowed import shadowed
from ascertain.verify.lints.unreachable import needless_force, unreachable
from ascertain.verify.lints.unspoken import unspoken

_LINTS: tuple[Callable[[Book], Iterator[Remark]], ...] = (
    conflicts,
    gaps,
    dead,
    shadowed,
    unreachable,
    needless_force,
    same_readings,
    unspoken,
    citations,
)


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the lints found.

    Args:
        open: The remarks that nobody accepted, warnings first.
        accepted: The others, each with the reason that the rulebook gives.
    """

    open: tuple[Remark, ...]
    accepted: tuple[tuple[Remark, str], ...]

    def count(self, severity: Severity) -> int:
        """How many open remarks are of this severity."""
        return sum(remark.severity is severity for remark in self.open)


def remarks_on(rulebook: Rulebook) -> Remarks:
    """Run every lint over a checked rulebook.

    Raises:
        BadInput: Its diagrams find no room; its widest conclusion is named, which takes most of them.
    """
    book = Book(rulebook)
    with enough_room(rulebook, next(widest(book.compiled), "")):
        found = [remark for lint in _LINTS for remark in lint(book)]
    found += _left_out(book)
    reasons = {entry.remark: entry.because for entry in rulebook.accepted}
    left = [remark for remark in found if remark.name not in reasons]
    left += _needless(rulebook.accepted, {remark.name for remark in found})
    accepted = tuple((remark, reasons[remark.name]) for remark in found if remark.name in reasons)
    return Remarks(tuple(sorted(left, key=_order)), accepted)


def _left_out(book: Book) -> Iterator[Remark]:
    """L112, left out: what compares too many quantities to be looked at in every way in which they can lie."""
    if book.matters.left_out:
        term = next(iter(book.terms))
        yield Remark(
            "L112",
            "left out",
            Severity.NOTE,
            (book.rulebook.id,),
            f"{book.matters.left_out} checks compare too many amounts or dates with each other to be made in full",
            (book.terms[term][0].place,),
            "values tried there showed nothing amiss; shorter rules, with terms of their own for parts, can be proved",
        )


def _needless(entries: Iterable[Accepted], names: Collection[str]) -> Iterator[Remark]:
    """L111, accepted: an entry that accepts what no lint says, or no longer."""
    for entry in entries:
        if entry.remark not in names:
            yield Remark(
                "L111",
                "accepted",
                Severity.WARNING,
                (entry.remark,),
                f'there is no remark "{entry.remark}" to accept',
                (entry.place,),
                did_you_mean(entry.remark, names, "take the entry out"),
            )


def _order(remark: Remark) -> tuple[bool, str, int, int, str]:
    first: Place = remark.places[0]
    return remark.severity is not Severity.WARNING, first.file, first.line, first.column, remark.name
