"""Each side's best case as parts to be shown: the same parts in the same order for every outcome, empty ones named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ascertain.docket.pleadings import Pleading, Pleadings
from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.changing.bestcase import BestCases, Case
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.choosing.weight import binding_here, bindings, evidence
from ascertain.findings.diagrams.space import AtomKind
from ascertain.findings.model import Finding, Ground
from ascertain.law.index import index_of
from ascertain.law.naming import scope_named
from ascertain.publish.changes import change_words, kind_words
from ascertain.publish.outline import Node
from ascertain.publish.parties import Parties
from ascertain.publish.proof.cards import Cards, short
from ascertain.publish.responsemarks import court_mark
from ascertain.publish.words import finding_words, outcome_words, value_words
from ascertain.record.model import Claim
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.model.terms import Term

NOTHING = "nothing"
NONE = "none on record"
PERHAPS = "perhaps"
"""Said of a court of which it is open whether it has bound those asked about."""
LIMIT = "the search was stopped before its end: there may be a stronger case than the one shown, or one where none is"


@dataclass(frozen=True, slots=True)
class Sides:
    """Tells the best cases of one finding.

    Args:
        answer: The question as it stands.
        cards: How claims and provisions are named.
        parties: How parties are named.
        pleadings: The arguments as of the day; ``None`` where there is no docket.
    """

    answer: Answer
    cards: Cards
    parties: Parties
    pleadings: Pleadings | None

    def outline(self, finding: Finding, found: BestCases) -> Iterator[Node]:
        """Yield the finding and the case for each outcome.

        Args:
            finding: The finding.
            found: Its best cases.
        """
        yield Node(f"finding, as {finding.standard.word}: {finding_words(finding)}")
        yield from (self._case(case) for case in found.cases)
        if not found.complete:
            yield Node(f"note: {LIMIT}")

    @property
    def _term(self) -> Term:
        return self.parties.rulebook.terms[self.answer.diagram.question]

    def _case(self, case: Case) -> Node:
        own = ", which is the finding" if case.is_own else ""
        return Node(
            f"case for: {outcome_words(case.outcome, self._term)}{own}",
            (
                Node(f"to be shown or held further: {_count(case.needs)}", tuple(map(self._need, case.needs))),
                Node(
                    f"or, more but each better supported: {_count(case.better_supported)}",
                    tuple(map(self._need, case.better_supported)),
                ),
                Node(
                    "together with what is settled" if case.rests_on else f"together with what is settled: {NOTHING}",
                    tuple(map(self._ground, case.rests_on)),
                ),
                *self._argued(case),
            ),
        )

    def _argued(self, case: Case) -> Iterator[Node]:
        """Each further way by a held reading; what was told of a need before is not told again."""
        if not case.argued and len(self.answer.possible) > 1:
            yield Node(f"or, by another reading that somebody holds: {NOTHING}")
        told = {*case.needs, *case.better_supported}
        for way in case.argued:
            needs = [
                Node(f"{self._need(change).text}, as above") if change in told else self._need(change)
                for change in way.needs
            ]
            rests = Node("together with what is settled", tuple(map(self._ground, way.rests_on)))
            settled = (rests,) if way.rests_on else ()
            title = f"or, by another reading that somebody holds: {_count(way.needs)}"
            yield Node(title, (*needs, *settled))
            told |= set(way.needs)

    def _need(self, change: Change) -> Node:
        head = f"{kind_words(change)}: {change_words(change, self.answer.diagram.compiled)}"
        match change.kind:
            case ChangeKind.FACT:
                return Node(head, tuple(self._fact(change)))
            case ChangeKind.READING:
                return Node(head, tuple(self._reading(change)))
            case _:
                return Node(head)

    def _fact(self, change: Change) -> Iterator[Node]:
        compiled = self.answer.diagram.compiled
        found = evidence(self.answer.facts[change.id], compiled.domains[change.id], change.after, change.range)
        yield Node(f"question: {change.ask}")
        yield _listed("on record for it", map(self._claim, found.supporting))
        yield _listed("on record against it", map(self._claim, found.opposing))

    def _claim(self, claim: Claim) -> Node:
        value = value_words(claim.value, self.parties.rulebook.terms[claim.term])
        quote = (Node(f"“{short(claim.passage.exact)}”"),) if claim.passage else ()
        return Node(f"{value}, {self.cards.claim(claim)}", quote)

    def _reading(self, change: Change) -> Iterator[Node]:
        book, known = self.parties.rulebook, self.parties.known
        point, name = book.points[change.id], str(change.after)
        reading = next(each for each in point.readings if each.name == name)
        yield Node(f"contested: {change.ask}")
        words = mark_of(reading, book).words
        yield Node(f"it says: {reading.text}{f'; encoded from {words}' if words else ''}")
        yield _named("held by", self.parties.names(reading.held_by))
        here: list[str] = []
        elsewhere: list[str] = []
        for each in bindings(change.id, name, book, known):
            is_here = binding_here(each, self.answer.law)
            told = f"{self.parties.name(each.source)}, {scope_named(index_of(book).meant(each), book)}, {each.issued}"
            (elsewhere if is_here is False else here).append(told if is_here is not None else f"{told}, {PERHAPS}")
        yield _named("bound here on the day by", tuple(here))
        yield _named("bound elsewhere or on other days by", tuple(elsewhere))
        pleaded = self.pleadings.for_reading(change.id, name) if self.pleadings else ()
        yield _listed("argued for it", map(self._pleading, pleaded))

    def _pleading(self, pleading: Pleading) -> Node:
        told = self._argument(pleading)
        reply = (self._argument(pleading.reply),) if pleading.reply else ()
        return Node(told.text, (*told.under, _listed("reply", reply)))

    def _argument(self, pleading: Pleading) -> Node:
        under = (
            _named("by", tuple(map(self.parties.name, pleading.by))),
            _named("courts for it", self._courts(pleading, pleading.courts_for)),
            _named("courts against it", self._courts(pleading, pleading.courts_against)),
            *self._at_large("courts for the argument", self._courts(pleading, pleading.whole_for)),
            *self._at_large("courts against the argument", self._courts(pleading, pleading.whole_against)),
        )
        return Node(f"{pleading.argument.side.value}: {pleading.argument.statement}", under)

    def _at_large(self, title: str, courts: tuple[str, ...]) -> Iterator[Node]:
        if courts:
            yield _named(f"{title}, on no reading that is on record", courts)

    def _courts(self, pleading: Pleading, courts: tuple[str, ...]) -> tuple[str, ...]:
        """Courts by name, each with its mark."""
        book = self.parties.rulebook
        return tuple(f"{self.parties.name(court)}{court_mark(court, book, pleading.argument)}" for court in courts)

    def _ground(self, ground: Ground) -> Node:
        if ground.kind == "fact":
            shown_by = map(self._claim, self.answer.facts[ground.id].support)
            value = value_words(ground.value, self.parties.rulebook.terms[ground.id])
            return Node(f"{ground.kind} {ground.id}: {value}", tuple(shown_by))
        if ground.kind == AtomKind.RELATION:
            return Node(f"comparison: {ground.id}: {'so' if ground.value is True else 'not so'}")
        by = f", by {', '.join(ground.by)}" if ground.by else ""
        return Node(f"{ground.kind} {ground.id}: {value_words(ground.value)}{by}")


def _count(changes: tuple[Change, ...]) -> str:
    match len(changes):
        case 0:
            return NOTHING
        case 1:
            return "1 thing"
        case many:
            return f"{many} things"


def _listed(title: str, nodes: Iterable[Node]) -> Node:
    under = tuple(nodes)
    return Node(title if under else f"{title}: {NONE}", under)


def _named(title: str, names: tuple[str, ...]) -> Node:
    return Node(f"{title}: {'; '.join(names) or NONE}")
