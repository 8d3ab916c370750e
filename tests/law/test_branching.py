"""Trees of doubts mean what the plain answers mean, in every way in which the doubts may be resolved."""

from __future__ import annotations

from datetime import date
from itertools import product

from ascertain.law.branching import Branching, Split, Tree
from ascertain.law.model import Branch, Doubt, resolved

DOUBTS = tuple(Doubt(name, f"{name}?") for name in "abc")


def resolve(tree: Tree[bool], doubts: dict[str, bool]) -> bool:
    while isinstance(tree, Split):
        tree = tree.yes if doubts[tree.doubt.id] else tree.no
    return tree


def test_all_any_and_no_are_those_of_the_plain_answers_in_every_case() -> None:
    trees = Branching()
    a, b, c = (trees.ask(doubt) for doubt in DOUBTS)
    made: list[Tree[bool]] = [True, False, a, b, trees.no(c), trees.any(a, c)]
    for several in [(), *((one,) for one in made), *product(made, repeat=2), *product(made, repeat=3)]:
        both, either = trees.all(*several), trees.any(*several)
        for answers in product((True, False), repeat=3):
            case = dict(zip("abc", answers, strict=True))
            plain = [resolve(tree, case) for tree in several]
            assert resolve(both, case) is all(plain)
            assert resolve(either, case) is any(plain)
            assert [resolve(trees.no(tree), case) for tree in several] == [not answer for answer in plain]


def test_trees_with_the_same_answers_are_the_same_object_in_whatever_order_they_were_made() -> None:
    trees = Branching()
    a, b, c = (trees.ask(doubt) for doubt in DOUBTS)
    assert trees.all(a, trees.all(b, c)) is trees.all(c, b, a)
    assert trees.any(a, trees.no(a)) is True
    assert trees.all(a, trees.no(a)) is False
    assert trees.no(trees.no(b)) is b


def test_a_doubt_that_changes_nothing_is_not_asked() -> None:
    trees = Branching()
    a, b, _ = DOUBTS
    assert trees.split(a, date(2017, 1, 1), date.fromisoformat("2017-01-01")) == date(2017, 1, 1)  # equal, not the same
    assert trees.split(a, trees.ask(b), trees.ask(b)) is trees.ask(b)
    assert isinstance(trees.split(a, trees.ask(b), True), Split)


def test_what_is_shown_asks_the_same_doubts_and_shares_what_is_equal() -> None:
    trees = Branching()
    a, b, c = (trees.ask(doubt) for doubt in DOUBTS)
    tree = trees.any(trees.all(a, b), trees.all(trees.no(a), b), c)
    shown = trees.shown(tree)
    assert isinstance(shown, Branch)
    assert trees.shown(tree) is shown
    assert trees.shown(True) is True
    for answers in product((True, False), repeat=3):
        case = dict(zip("abc", answers, strict=True))
        assert resolved(trees.shown(tree), case) is resolve(tree, case)
