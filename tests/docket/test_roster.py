"""Lists of governments come in whole, or are told line by line what is wrong with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ascertain.docket.load import load_docket
from ascertain.docket.model import Member
from ascertain.docket.roster import Roster, enlarged, read_roster
from ascertain.rulebook.dates import Interval, Moment
from docket.build import GOOD, RULEBOOK

DOCKET = load_docket(GOOD, RULEBOOK)
EMPTY = replace(DOCKET, members=(), governments={}, entries=(), awards=(), arguments={})
USUAL = Member("", Interval(Moment.parse("2026-01-05"), None), "Drawn at random")
IL = "ocd-division/country:us/state:il"


def read(*lines: str, docket: object = EMPTY) -> Roster:
    assert isinstance(docket, type(DOCKET))
    return read_roster(("\n".join(lines) + "\n").encode(), docket, RULEBOOK, USUAL)


def told(*lines: str, docket: object = EMPTY) -> list[tuple[int, str]]:
    return [(line, mistake.message) for line, mistake in read(*lines, docket=docket).by_line]


def test_a_list_in_the_words_of_an_agency_becomes_governments_and_members() -> None:
    roster = read(
        "Open Civic Data id,Name,State,Type,Aliases",
        f"{IL}/county:cook,Cook County,IL,county,Cook|17031",
        f'{IL}/place:doña,"City of Doña Ana, North",,city,',
    )
    assert not roster.mistakes
    cook, other = (one.government for one in roster.lines)
    assert (cook.id, cook.kind, cook.ids) == ("cook-county", "county", (f"{IL}/county:cook", "Cook", "17031"))
    assert (other.id, other.state, other.name) == ("city-of-dona-ana-north", "IL", "City of Doña Ana, North")
    assert [one.member for one in roster.lines] == [replace(USUAL, government=one.id) for one in (cook, other)]
    docket = enlarged(EMPTY, roster)
    assert list(docket.governments) == [one.government for one in docket.members] == [cook.id, other.id]


def test_hundreds_of_the_same_name_are_told_apart_by_state_and_kind() -> None:
    states = ("AL", "AR", "FL", "GA", "IL", "IN", "IA", "KY")
    roster = read("name,state,type", *(f"Clay {kind},{one},{kind}" for one in states for kind in ("county", "city")))
    assert not roster.mistakes
    assert len({one.government.id for one in roster.lines}) == 2 * len(states)


def test_a_row_may_say_its_own_days_and_basis() -> None:
    (line,) = read("name,from,until,basis,note", "Cook County,2017-01,2018-01-01,Named in a complaint,see there").lines
    assert line.member == Member(
        "cook-county",
        Interval(Moment.parse("2017-01"), Moment.parse("2018-01-01")),
        "Named in a complaint",
        "see there",
    )


def test_whom_the_docket_knows_becomes_a_member_and_is_not_listed_anew() -> None:
    known = next(iter(DOCKET.governments.values()))
    fresh = replace(DOCKET, members=())
    roster = read("name", known.name, docket=fresh)
    assert not roster.mistakes
    assert [(one.government, one.knows) for one in roster.lines] == [(known, True)]
    assert enlarged(fresh, roster).governments == fresh.governments


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("name;state", "Cook;IL"), [(1, "the columns are parted by semicolons")]),
        (("name,stat", "Cook,IL"), [(1, 'the list has no use for a column "stat"')]),
        (("state", "IL"), [(1, 'the list lacks the column "name"')]),
        (("name,name", "a,b"), [(1, 'the column "name" is there twice')]),
        (("name", ""), [(1, "there is no government in the list")]),
        (("name,state", "Cook,IL", "Lake,IL,x"), [(3, "this row has 3 cells where the header has 2")]),
        (("name,state", ",IL"), [(2, 'the column "name" is empty in this row')]),
        (("name,state", "Cook,Ilinois"), [(2, '"Ilinois" is no state')]),
        (("name,ocd_id", "Cook,il/county:cook"), [(2, '"il/county:cook" is no Open Civic Data id')]),
        (
            ("name,state,ocd_id", f"Cook,WI,{IL}/county:cook"),
            [(2, "the state is WI, and the Open Civic Data id is of IL")],
        ),
        (("name,from", "Cook,soon"), [(2, '"soon" is no date')]),
        (("name,from,until", "Cook,2018,2017"), [(2, "the dates run backwards: until 2017 is not after from 2018")]),
        (("name,parent", "Cook,illinois"), [(2, 'there is no government "illinois" to be the parent of "cook"')]),
        (("name,circuit", "Cook,seventh"), [(2, '"seventh" in the column "circuit" is no number')]),
        (("name,id", "Cook,a", "Lake,a"), [(line, 'the government "a" is in the list twice') for line in (2, 3)]),
        (("name,id", "Cook,Cook County"), [(2, '"Cook County" is no id')]),
        (
            ("name,state", "Cook,IL", "Lake,IL", "Cook,IL"),
            [(line, 'nothing but the id tells "cook-il" from "cook": both are called Cook') for line in (2, 4)],
        ),
    ],
)
def test_each_mistake_is_told_by_its_line(lines: tuple[str, ...], expected: list[tuple[int, str]]) -> None:
    assert told(*lines) == expected
    assert all(one.help for one in read(*lines).mistakes)


def test_two_with_one_open_civic_data_id_are_told() -> None:
    both = '"ocd-division/country:us/state:il/county:cook" names both "lake" and "cook"'
    assert told("name,ocd_id", f"Cook,{IL}/county:cook", f"Lake,{IL}/county:cook")[0][1] == both


def test_who_is_under_review_already_is_told() -> None:
    name = DOCKET.governments["ogden"].name
    assert told("name", name, docket=DOCKET) == [(2, f'"{name}" is under review already')]


def test_a_list_that_is_no_utf_8_is_told_where() -> None:
    (mistake,) = read_roster("name\nDoña Ana County\n".encode("latin-1"), EMPTY, RULEBOOK, USUAL).mistakes
    assert (mistake.places[0].line, mistake.help) == (2, "save the file as UTF-8")
