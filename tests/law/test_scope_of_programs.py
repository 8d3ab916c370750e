"""Whose business a program is, where the vocabulary says little, says it in a circle, or says nothing."""

from __future__ import annotations

from datetime import date

from ascertain.law.model import Matter
from ascertain.law.scope import part_of_program, reaches
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Agency, Government, Program

from .build import CHICAGO, COOK, scope

DAY = date(2017, 7, 6)


def book(*things: Program | Agency) -> Rulebook:
    return Rulebook(
        "test",
        "Test",
        Interval(None, None),
        "",
        governments={each.id: each for each in (CHICAGO, COOK)},
        programs={each.id: each for each in things if isinstance(each, Program)},
        agencies={each.id: each for each in things if isinstance(each, Agency)},
    )


def reached(program: Program, agency: str, rulebook: Rulebook) -> bool | None:
    return reaches(scope(f"agency {agency}"), Matter(CHICAGO, program, DAY, DAY), rulebook)


def test_a_program_that_nobody_is_said_to_administer_is_no_agencys_business() -> None:
    orphan = Program("orphan", "A program")
    assert reached(orphan, "doj", book(orphan, Agency("doj", "Justice"))) is False


def test_an_agency_without_a_department_administers_for_itself_alone() -> None:
    program = Program("roads", "Roads", agency="road-office")
    rulebook = book(program, Agency("doj", "Justice"))
    assert reached(program, "road-office", rulebook) is True
    assert reached(program, "doj", rulebook) is False


def test_programs_and_agencies_in_a_circle_are_searched_once() -> None:
    first, second = Program("first", "First", parent="second"), Program("second", "Second", parent="first")
    rulebook = book(first, second)
    assert part_of_program(first, "second", rulebook)
    assert not part_of_program(first, "third", rulebook)
    assert reached(first, "doj", rulebook) is False
    run = Program("run", "Run", agency="one")
    agencies = Agency("one", "One", parent="two"), Agency("two", "Two", parent="one")
    assert reached(run, "three", book(run, *agencies)) is False


def test_a_city_is_excepted_with_the_state_that_it_has_from_its_county() -> None:
    city = Government("city", "A city", parent="cook-county")
    rulebook = book()
    assert reaches(scope("everyone except state IL"), Matter(city, None, DAY, DAY), rulebook) is False
    assert reaches(scope("everyone except state CA"), Matter(city, None, DAY, DAY), rulebook) is True
