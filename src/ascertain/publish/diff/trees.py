"""A world that tells two sides apart, as two proofs: what each side's outcome rests on in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import zip_longest

from ascertain.publish.diff.words import outcome_words
from ascertain.publish.markdown import escape
from ascertain.publish.parties import Parties
from ascertain.publish.proof.cards import Card, Cards
from ascertain.publish.proof.text import as_markdown, as_text
from ascertain.publish.table import Screen
from ascertain.record.model import Grade
from ascertain.rulebook.model.parties import Government
from ascertain.verify.diff.difference import Difference
from ascertain.verify.diff.proofs import proofs
from ascertain.verify.diff.side import Side
from ascertain.verify.diff.witness import Witness

Titled = tuple[str, Card]
"""A proof and its title."""

_GAP = " | "
_LEAST = 100
"""A screen narrower than this shows the trees one under the other."""


def world_cards(difference: Difference, governments: Mapping[str, Government]) -> tuple[Titled, Titled]:
    """The proofs of either side in the world of a difference, in words, each with its title.

    What need not be so for the sides to differ is marked.

    Args:
        difference: The difference.
        governments: The governments of rulebook and record, by id, which are named.

    Raises:
        ValueError: The sides are equivalent.
    """
    sides = difference.first, difference.second
    if difference.witness is None:
        raise ValueError("no world tells the sides apart")
    proved = proofs(*sides, difference.witness)
    left, right = (
        (_title(difference.witness, at, side), _cards(side, governments, one.spare).question(one.part))
        for at, (side, one) in enumerate(zip(sides, proved, strict=True))
    )
    return left, right


def _title(witness: Witness, at: int, side: Side) -> str:
    """Which side it is, and what a quantity is there, which its proof shows only that something says."""
    title = f"{('First', 'Second')[at]}, on {side.on}"
    if witness.worths[at] is None:
        return title
    return f"{title}: {side.question} is {outcome_words(witness, at, side.rulebook, side.question)}"


def _cards(side: Side, governments: Mapping[str, Government], spare: Set[tuple[str, str]]) -> Cards:
    # Nothing is in evidence, whatever the standard: the facts of the world are supposed.
    return Cards(Parties(side.rulebook, governments, side.matter.known), {}, side.on, Grade.FOUND, spare)


def beside(left: Titled, right: Titled, screen: Screen) -> Iterator[str]:
    """Yield two proofs beside each other, or one under the other where there is no room."""
    if screen.width < _LEAST:
        for title, card in (left, right):
            yield from (screen.strong(title), *as_text(card, screen))
        return
    width = (screen.width - len(_GAP)) // 2
    columns = ((title, *as_text(card, Screen(width))) for title, card in (left, right))
    for one, other in zip_longest(*columns, fillvalue=""):
        yield f"{one.ljust(width)}{_GAP}{other}".rstrip()


def below(left: Titled, right: Titled) -> Iterator[str]:
    """Yield two proofs as Markdown, one after the other."""
    for title, card in (left, right):
        yield from (f"#### {escape(title)}", "", *as_markdown(card), "")
