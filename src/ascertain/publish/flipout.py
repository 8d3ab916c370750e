"""What would change a finding, as an outline and as JSON objects: conditions, and in whose hands each lies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.changing.flips import Flip, Flips
from ascertain.findings.choosing.changes import Change
from ascertain.findings.model import Finding
from ascertain.publish.changes import change_words, kind_words
from ascertain.publish.jsonout import Json, finding_head, receipt_object
from ascertain.publish.outline import Node
from ascertain.publish.sidesjson import change_object
from ascertain.publish.words import finding_words, outcome_words
from ascertain.rulebook.model.rules import Outcome

LIMIT = "the search was stopped before its end: there may be other changes, also smaller ones"
_MEANS = (
    "conditions, not advice: each way is a smallest set of changes that by itself would settle the question so; "
    "all else stays as it is settled, and may be whatever it is where it is not; only the smallest are shown, "
    "and longer ways may do without any of them"
)
_NONE = "no change of fact, reading, order, force or list would change it"


def flip_outline(answer: Answer, finding: Finding, found: Flips) -> Iterator[Node]:
    """For each outcome what every way to it needs, and then each way, as they are ranked.

    Args:
        answer: The question as it stands.
        finding: What was found.
        found: The changes.
    """
    yield Node(f"finding, as {finding.standard.word}: {finding_words(finding)}")
    for outcome, ways in groupby(found.found, key=lambda flip: flip.outcome):
        yield _outcome(outcome, list(ways), answer)
    if found.found or found.complete:
        yield Node(f"note: {_MEANS if found.found else _NONE}")
    if not found.complete:
        yield Node(f"note: {LIMIT}")


def _outcome(outcome: Outcome, ways: list[Flip], answer: Answer) -> Node:
    said = outcome_words(outcome, answer.law.rulebook.terms.get(answer.diagram.question))
    if len(ways) == 1:
        return Node(f"{said} if ({_size(ways[0])})", _changes(ways[0].changes, answer))
    shared = tuple(change for change in ways[0].changes if all(change in way.changes for way in ways))
    each = tuple(
        Node(
            f"way {number} ({_size(way)})",
            _changes(tuple(change for change in way.changes if change not in shared), answer),
        )
        for number, way in enumerate(ways, 1)
    )
    common = (Node("in every way", _changes(shared, answer)),) if shared else ()
    return Node(f"{said} if, in one of {len(ways)} ways", (*common, *each))


def _size(flip: Flip) -> str:
    count = f"{len(flip.changes)} change{'s' * (len(flip.changes) != 1)}"
    hands = {"yes": "wholly", "in part": "in part", "no": "not"}[own_words(flip.changes)]
    return f"{count}, {hands} in the government's own hands"


def _changes(changes: tuple[Change, ...], answer: Answer) -> tuple[Node, ...]:
    compiled = answer.diagram.compiled
    return tuple(Node(f"{kind_words(change)}: {change_words(change, compiled)}") for change in changes)


def own_words(changes: tuple[Change, ...]) -> str:
    """Whether the government under review could bring the changes about by itself: yes, no, or in part."""
    own = [change.in_own_hands for change in changes]
    return "yes" if all(own) else "in part" if any(own) else "no"


def flips_object(answer: Answer, finding: Finding, found: Flips) -> Json:
    """The smallest changes of one finding."""
    return {
        **finding_head(finding, answer.law.rulebook),
        "flips": [_flip(flip, answer) for flip in found.found],
        "complete": found.complete,
        "receipt": receipt_object(finding.receipt),
    }


def flip_rows(answer: Answer, finding: Finding, found: Flips) -> list[Json]:
    """The smallest changes of one finding, a row each; of a search that was stopped without any, a row that says so."""
    compiled = answer.diagram.compiled
    if not found.found and not found.complete:
        return [{**finding_head(finding, compiled.rulebook), "complete": False}]
    return [
        {
            **finding_head(finding, compiled.rulebook),
            "outcome": flip.outcome.value,
            "changes": [change_words(change, compiled) for change in flip.changes],
            "kinds": [kind_words(change) for change in flip.changes],
            "in_own_hands": own_words(flip.changes),
            "complete": found.complete,
        }
        for flip in found.found
    ]


def _flip(flip: Flip, answer: Answer) -> Json:
    return {
        "outcome": flip.outcome.value,
        "in_own_hands": flip.in_own_hands,
        "changes": [change_object(change, answer) for change in flip.changes],
    }
