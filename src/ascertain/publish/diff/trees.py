"""A world that tells two sides apart, as two proof trees: what each rule comes to on either side, and from what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ascertain.findings.model import Step, TermStep
from ascertain.law.model import ForceState
from ascertain.publish.outline import Node, as_text, silenced
from ascertain.publish.table import Screen
from ascertain.publish.words import value_words
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.verify.diff.difference import Difference
from ascertain.verify.diff.explained import explained

_GAP = " | "
_LEAST = 100
"""A screen narrower than this shows the trees one under the other."""
_ANY = " (or otherwise)"


def world_trees(difference: Difference) -> tuple[Node, Node]:
    """The world of a difference as a tree for each side.

    What would do as well otherwise is marked so, and not gone into.

    Raises:
        ValueError: The sides are equivalent.
    """
    witness, sides = difference.witness, (difference.first, difference.second)
    if witness is None:
        raise ValueError("no world tells the sides apart")
    given = frozenset(each.id for each in witness.given)
    both = explained(*sides, witness)
    here, there = (dict(_silenced(one.step)) for one in both)
    alike = frozenset(rule for rule, state in here.items() if there.get(rule) is state)
    left, right = (
        _Tree(side.rulebook, given, alike).term(one.step, one.loose, whole=True)
        for one, side in zip(both, sides, strict=True)
    )
    return left, right


def beside(left: Sequence[Node], right: Sequence[Node], screen: Screen) -> Iterator[str]:
    """Yield two outlines beside each other, or one under the other where there is no room."""
    if screen.width < _LEAST:
        yield from as_text(left, screen)
        yield from as_text(right, screen)
        return
    width = (screen.width - len(_GAP)) // 2
    half = Screen(width)
    for one, other in zip_longest(as_text(left, half), as_text(right, half), fillvalue=""):
        yield f"{one.ljust(width)}{_GAP}{other}".rstrip()


@dataclass(frozen=True, slots=True)
class _Tree:
    """One side's tree in the making; each step comes with the same step where only what has to be so is known.

    Args:
        rulebook: The side's law.
        given: What has to be so.
        alike: Rules that are silenced on both sides, and in the same way; they tell nothing of the difference.
    """

    rulebook: Rulebook
    given: frozenset[str]
    alike: frozenset[str]
    seen: set[str] = field(default_factory=set)

    def term(self, step: TermStep, loose: TermStep, *, whole: bool = False) -> Node:
        title = f"{step.term}: {_outcome(step.possible)}"
        if len(loose.possible) > 1 and not whole:
            return Node(title + _ANY)
        if step.term in self.seen:
            return Node(f"{title} (as above)")
        self.seen.add(step.term)
        rules = list(zip(step.rules, loose.rules, strict=True))
        heard = [pair for pair in rules if _speaks(pair[0])] or rules
        return Node(title, tuple(self._rule("rule", *pair) for pair in heard))

    def _rule(self, kind: str, step: Step, loose: Step) -> Node:
        reading = self.rulebook.rules[step.rule].reading
        right = f" (if {reading[0].partition('#')[2]} is {reading[1]})" if reading else ""
        head = f"{kind} {step.rule}{right}: {_outcome(step.possible)}"
        if not _speaks(step):
            return Node(f"{head}, as {silenced(step.force)}" if step.force is not None else head)
        pairs = [
            (one, other)
            for one, other in zip(step.exceptions, loose.exceptions, strict=True)
            if _speaks(one) or (one.force is not None and one.rule not in self.alike)
        ]
        exceptions = [self._rule("exception", *pair) for pair in pairs]
        if any(_speaks(one) for one, _ in pairs):
            # What an exception decides, the rule's own conditions do not.
            return Node(head, tuple(exceptions))
        sure = len(loose.possible) == 1
        facts = [fact for fact in step.facts if fact.term in self.given or not sure]
        terms = zip(step.terms, loose.terms, strict=True)
        under = [
            *(self._fact(fact.term, value_words(fact.value, self.rulebook.terms[fact.term])) for fact in facts),
            *(Node(f"in force? {silenced(force)}") for force in step.forces),
            *(self.term(*pair) for pair in terms if not sure or len(pair[1].possible) == 1),
            *exceptions,
        ]
        return Node(head, tuple(under))

    def _fact(self, phrase: str, value: str) -> Node:
        return Node(f"{phrase}: {value}{'' if phrase in self.given else _ANY}")


def _silenced(step: TermStep) -> Iterator[tuple[str, ForceState]]:
    """Every rule within the tree whose want of force silences it, with its state."""
    waiting = list(step.rules)
    while waiting:
        rule = waiting.pop()
        if rule.force is not None and not _speaks(rule):
            yield rule.rule, rule.force.state
        waiting += [*rule.exceptions, *(inner for term in rule.terms for inner in term.rules)]


def _speaks(step: Step) -> bool:
    return step.possible != (Outcome.SILENT,)


def _outcome(possible: Sequence[Outcome]) -> str:
    return " or ".join(outcome.value for outcome in possible)
