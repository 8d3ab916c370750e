"""Precedent: which readings of a contested point are live, where and when."""

from __future__ import annotations

from ascertain.law.force import LawOn
from ascertain.law.model import doubts_in, resolved
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government

from .build import CHICAGO, CONNECTICUT, SAN_FRANCISCO, authority, effect, matter, point, rulebook

STATUTE = (authority("statute", kind="statute"), point("statute#reach", "BROAD", "NARROW"))
NINTH = (
    authority("ninth", "2019-04-18"),
    effect("ninth binds reading NARROW of statute#reach", "2019-04-18", reach="circuit 9"),
)


def live(book: Rulebook, on: str, government: Government) -> tuple[tuple[str, ...], tuple[str, ...]]:
    readings = LawOn(book, matter(on, government)).live_readings("statute#reach")
    return readings.names, readings.bound_by


def test_a_contested_point_is_open_until_a_court_binds_a_reading() -> None:
    book = rulebook(*STATUTE, *NINTH)
    assert live(book, "2019-04-17", SAN_FRANCISCO) == (("BROAD", "NARROW"), ())
    assert live(book, "2019-04-18", SAN_FRANCISCO) == (("NARROW",), ("ninth",))


def test_precedent_binds_its_circuit_only() -> None:
    book = rulebook(*STATUTE, *NINTH)
    assert live(book, "2020-01-01", CHICAGO) == (("BROAD", "NARROW"), ())


def test_a_precedent_that_is_reversed_leaves_every_reading_live() -> None:
    book = rulebook(*STATUTE, *NINTH, authority("top", "2020-06-01"), effect("top reverses ninth", "2020-06-01"))
    assert live(book, "2020-06-01", SAN_FRANCISCO) == (("BROAD", "NARROW"), ())


def test_courts_that_bind_different_readings_are_both_named() -> None:
    party = effect("trial binds reading BROAD of statute#reach", "2018-01-01", reach="san-francisco")
    book = rulebook(*STATUTE, *NINTH, authority("trial", "2018-01-01"), party)
    assert live(book, "2020-01-01", SAN_FRANCISCO) == (("BROAD", "NARROW"), ("trial", "ninth"))


def test_which_readings_are_live_goes_together_with_the_mandate() -> None:
    maybe = effect("second binds reading BROAD of statute#reach", "2020-02-26", None, reach="circuit 2")
    book = rulebook(*STATUTE, authority("second", "2020-02-26"), maybe)
    law = LawOn(book, matter("2020-03-01", CONNECTICUT))
    ways = law.live_readings("statute#reach").ways
    (doubt,) = doubts_in(ways)
    assert resolved(ways, {doubt: True}) == ("BROAD",)
    assert resolved(ways, {doubt: False}) == ("BROAD", "NARROW")


def test_a_binding_that_may_not_yet_have_taken_effect_excludes_nothing() -> None:
    maybe = effect("second binds reading BROAD of statute#reach", "2020-02-26", None, reach="circuit 2")
    book = rulebook(*STATUTE, authority("second", "2020-02-26"), maybe)
    assert live(book, "2020-03-01", CONNECTICUT) == (("BROAD", "NARROW"), ("second",))
