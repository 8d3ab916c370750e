"""Answers that may hang on doubts: decision diagrams small enough to build by hand.

A tree is a plain answer, or a split on one doubt. Splits are shared and ordered by the doubt's id, so that two
trees made by one ``Branching`` give the same answers in every case exactly when they are the same object.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, Union

from ascertain.law.model import Branch, Doubt

L = TypeVar("L")


@dataclass(frozen=True, slots=True, eq=False)
class Split(Generic[L]):
    """One answer if the doubt is resolved with yes, another if with no."""

    doubt: Doubt
    yes: Tree[L]
    no: Tree[L]


Tree = Union[L, Split[L]]  # noqa: UP007 - a generic alias needs Union at run time


class Branching:
    """Makes trees and keeps them shared."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, object, object], Split[Any]] = {}
        self._shown: dict[Split[Any], Branch[Any]] = {}

    def split(self, doubt: Doubt, yes: Tree[L], no: Tree[L]) -> Tree[L]:
        """The tree that asks ``doubt`` first; no question at all where both answers are the same."""
        if yes is no or (not isinstance(yes, Split) and not isinstance(no, Split) and yes == no):
            return yes
        key = (doubt.id, yes, no)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = Split(doubt, yes, no)
        return made

    def ask(self, doubt: Doubt) -> Tree[bool]:
        """The tree that is true exactly if the doubt is resolved with yes."""
        return self.split(doubt, True, False)

    def join(self, answer: Callable[..., L], *trees: Tree[Any]) -> Tree[L]:
        """Apply ``answer`` to the plain answers of ``trees`` in every combination of the doubts they hang on."""
        return self._join(answer, trees, {})

    def _join(
        self, answer: Callable[..., L], trees: tuple[Tree[Any], ...], done: dict[tuple[object, ...], Tree[L]]
    ) -> Tree[L]:
        asked = [tree.doubt for tree in trees if isinstance(tree, Split)]
        if not asked:
            return answer(*trees)
        if trees in done:
            return done[trees]
        first = min(asked, key=lambda doubt: doubt.id)

        def side(tree: Tree[Any], *, yes: bool) -> Tree[Any]:
            if isinstance(tree, Split) and tree.doubt.id == first.id:
                return tree.yes if yes else tree.no
            return tree

        if_yes = self._join(answer, tuple(side(tree, yes=True) for tree in trees), done)
        if_no = self._join(answer, tuple(side(tree, yes=False) for tree in trees), done)
        made = done[trees] = self.split(first, if_yes, if_no)
        return made

    def shown(self, tree: Tree[L]) -> L | Branch[L]:
        """The tree in the words of the model; what is shared stays shared, equal trees are the same object."""
        if not isinstance(tree, Split):
            return tree
        if tree not in self._shown:
            self._shown[tree] = Branch(tree.doubt, self.shown(tree.yes), self.shown(tree.no))
        return self._shown[tree]

    def all(self, *trees: Tree[bool]) -> Tree[bool]:
        """True where every tree is."""
        open_trees = [tree for tree in trees if isinstance(tree, Split)]
        if False in trees:
            return False
        if len(open_trees) < 2:
            return open_trees[0] if open_trees else True
        return self.join(lambda *answers: all(answers), *open_trees)

    def any(self, *trees: Tree[bool]) -> Tree[bool]:
        """True where at least one tree is."""
        open_trees = [tree for tree in trees if isinstance(tree, Split)]
        if True in trees:
            return True
        if len(open_trees) < 2:
            return open_trees[0] if open_trees else False
        return self.join(lambda *answers: any(answers), *open_trees)

    def no(self, tree: Tree[bool]) -> Tree[bool]:
        """True where the tree is false."""
        return self.join(lambda answer: not answer, tree) if isinstance(tree, Split) else not tree
