"""What must hold of force in every rulebook."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.law.course import force_timeline
from ascertain.law.force import LawOn, force_of
from ascertain.law.model import Branch, Force, ForceState, ForceTree, Matter
from ascertain.law.regimes import boundaries
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Effect, Verb

from .build import CHICAGO, authority, effect, rulebook
from .worlds import FORCE_VERBS, MAYORS, PARTS, PROVISIONS, days, effects, governments, programs, rulebooks

LASTING = tuple(verb for verb in FORCE_VERBS if verb not in (Verb.REINSTATES, Verb.EXTENDS))
FEW = settings(max_examples=60)


def everything(book: Rulebook, matter: Matter) -> dict[str, ForceTree]:
    law = LawOn(book, matter)
    return {provision: law.force(provision).tree for provision in PROVISIONS}


def with_effects(book: Rulebook, *more: Effect) -> Rulebook:
    return replace(book, effects=(*book.effects, *more))


@FEW
@given(rulebooks(), governments, programs, days, st.randoms(use_true_random=False))
def test_the_order_in_which_effects_are_written_does_not_matter(
    book: Rulebook, who: Government | None, program: Program | None, on: date, shuffler: random.Random
) -> None:
    matter = Matter(who, program, on, on)
    mixed = list(book.effects)
    shuffler.shuffle(mixed)
    assert everything(book, matter) == everything(replace(book, effects=tuple(mixed)), matter)


@FEW
@given(rulebooks(), governments, days, days)
def test_what_is_issued_after_the_known_date_changes_nothing(
    book: Rulebook, who: Government | None, on: date, known: date
) -> None:
    matter = Matter(who, None, on, known)
    early = tuple(made for made in book.effects if made.issued.earliest <= known)
    assert everything(book, matter) == everything(replace(book, effects=early), matter)


@FEW
@given(rulebooks(exact=True), governments, days)
def test_without_open_days_or_reach_only_circles_leave_force_open(
    book: Rulebook, who: Government | None, on: date
) -> None:
    for tree in everything(book, Matter(who, None, on, on)).values():
        while isinstance(tree, Branch):
            assert tree.doubt.id.startswith("circular:")
            tree = tree.if_yes


@FEW
@given(rulebooks(), governments, programs, days)
def test_law_stands_still_between_neighbouring_boundaries(
    book: Rulebook, who: Government | None, program: Program | None, known: date
) -> None:
    marks = boundaries(book, Matter(who, program, known, known))
    for start, end in itertools.pairwise(marks):
        if end - start < timedelta(days=400):
            first = everything(book, Matter(who, program, start, known))
            middle = start + (end - start) // 2
            for day in {middle, end - timedelta(days=1)}:
                assert everything(book, Matter(who, program, day, known)) == first


@FEW
@given(rulebooks(), governments, st.sampled_from(PROVISIONS), days, st.lists(days, max_size=5))
def test_a_timeline_agrees_with_the_force_on_each_day(
    book: Rulebook, who: Government | None, provision: str, known: date, on: list[date]
) -> None:
    matter = Matter(who, None, known, known)
    start, end = date(2016, 12, 1), date(2019, 3, 1)
    periods = force_timeline(book, provision, matter, start, end)
    assert [period[0] for period in periods[1:]] == [period[1] for period in periods[:-1]]
    assert (periods[0][0], periods[-1][1]) == (start, end)
    for left, right in itertools.pairwise(periods):
        assert _decided(left[2]) != _decided(right[2])
    for day in on:
        within = next(force for first, last, force, *_ in periods if first <= day < last)
        assert within.tree == force_of(book, provision, replace(matter, on=day)).tree


@FEW
@given(rulebooks(exact=True), governments, days)
def test_a_lifted_stay_leaves_the_law_as_if_it_had_never_been(book: Rulebook, who: Government | None, on: date) -> None:
    """The stay comes after every other act, so that nothing happened under it that could not be undone."""
    longer = replace(
        book, authorities={**book.authorities, **{name: authority(name, "2018-07-01") for name in ("stay", "lift")}}
    )
    stays = [effect(f"stay stays {target}", "2018-07-01", reach="everyone") for target in PROVISIONS]
    lifted = effect("lift lifts stay", "2018-08-01", reach="everyone")
    for day in {min(on, date(2018, 6, 30)), date(2018, 8, 1), date(2019, 1, 1)}:
        matter = Matter(who, None, day, day)
        assert everything(with_effects(longer, *stays, lifted), matter) == everything(longer, matter)
    under = everything(with_effects(longer, *stays, lifted), Matter(who, None, date(2018, 7, 15), date(2018, 7, 15)))
    assert ForceState.IN_FORCE not in under.values()


@FEW
@given(rulebooks(exact=True), governments, days, st.sampled_from(PROVISIONS))
def test_ending_what_ended_another_revives_nothing(
    book: Rulebook, who: Government | None, on: date, target: str
) -> None:
    more = {name: authority(name, "2016-12-01") for name in ("revoker", "second")}
    longer = replace(book, authorities={**book.authorities, **more})
    ended = effect(f"revoker revokes {target}", "2017-01-01", reach="everyone")
    again = effect("second revokes revoker", "2017-03-10", reach="everyone")
    matter = Matter(who, None, on, on)
    assert everything(with_effects(longer, ended, again), matter) == everything(with_effects(longer, ended), matter)


@FEW
@given(rulebooks(exact=True), governments, days, st.sampled_from(("chicago", "state CA", "group mayors", "nobody")))
def test_narrowing_only_shrinks_and_extending_only_grows(
    book: Rulebook, who: Government | None, on: date, reach: str
) -> None:
    """On a provision that nothing else hangs on; what hangs on a narrowed stay may revive."""
    leaf = replace(
        book,
        authorities={**book.authorities, **{name: authority(name, "2016-12-01") for name in ("leaf", "act")}},
        effects=(*(made for made in book.effects), effect("a suspends leaf", "2017-01-01")),
    )
    matter = Matter(who, None, on, on)
    before = force_of(leaf, "leaf", matter).tree
    narrowed = force_of(with_effects(leaf, effect("act narrows leaf", "2017-03-10", to=reach)), "leaf", matter).tree
    extended = force_of(with_effects(leaf, effect("act extends leaf", "2017-03-10", to=reach)), "leaf", matter).tree
    assert narrowed in (before, ForceState.ENDED)
    assert extended == before or before is ForceState.OUT_OF_SCOPE


@FEW
@given(rulebooks(most=40), governments, programs, days)
def test_every_rulebook_has_an_answer_with_a_chain_in_order(
    book: Rulebook, who: Government | None, program: Program | None, on: date
) -> None:
    law = LawOn(book, Matter(who, program, on, on))
    for provision in PROVISIONS:
        force = law.force(provision)
        assert (force.state is ForceState.OPEN) == isinstance(force.tree, Branch)
        assert force.chain


@FEW
@given(st.lists(effects(exact=True, verbs=LASTING), max_size=6), days)
def test_only_a_reinstatement_or_extension_brings_back_what_ended(more: list[Effect], on: date) -> None:
    day = max(on, date(2016, 12, 1))
    ended = effect("x ends b", "2016-12-01", reach="everyone")
    book = rulebook(*map(authority, ("a", "b", "c", "d", "e", "x")), *PARTS, MAYORS, ended, *more)
    assert force_of(book, "b", Matter(CHICAGO, None, day, day)).state is ForceState.ENDED


def _decided(force: Force) -> object:
    """The state in every case, and the acts that decide it."""
    return force.tree, tuple(link for link in force.chain if link.decisive)
