"""Governments of one name stay apart, and none goes by what is another's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import DocketError
from ascertain.rulebook.lookup import find_government
from ascertain.rulebook.mistakes import NotFound
from ascertain.rulebook.model.parties import Government
from docket.build import RULEBOOK, copy_of_good


def with_row(folder: Path, row: str) -> Path:
    docket = copy_of_good(folder)
    with (docket / "governments.csv").open("a", encoding="utf-8") as table:
        table.write(row + "\n")
    return docket


def test_a_city_and_a_county_may_share_a_name_and_are_known_by_their_ids(tmp_path: Path) -> None:
    docket = load_docket(with_row(tmp_path, "ogden-county,City of Ogden,county,UT,49057,,,10,"), RULEBOOK)
    assert find_government(docket.governments, "ogden-county").kind == "county"
    assert find_government(docket.governments, "ogden").kind == "city"
    with pytest.raises(NotFound, match="ogden; ogden-county"):
        find_government(docket.governments, "City of Ogden")


def test_an_alias_may_repeat_its_own_governments_name(tmp_path: Path) -> None:
    load_docket(with_row(tmp_path, "provo,City of Provo,city,UT,,,City of Provo|provo,10,"), RULEBOOK)


def test_a_docket_may_not_give_a_government_of_the_rulebook_another_id(tmp_path: Path) -> None:
    provo = Government("provo", "City of Provo", "city", "UT", ids=("4962470",))
    rulebook = replace(RULEBOOK, governments={"provo": provo})
    docket = with_row(tmp_path, "city-of-provo,City of Provo,city,UT,4962470,,,10,")
    with pytest.raises(DocketError) as caught:
        load_docket(docket, rulebook)
    said = [mistake.message for mistake in caught.value.mistakes]
    assert said == [
        '"4962470" names both "city-of-provo" and "provo"',
        'nothing but the id tells "city-of-provo" from "provo": both are called City of Provo',
    ]


def test_a_row_stands_in_the_place_of_the_rulebooks_government(tmp_path: Path) -> None:
    provo = Government("provo", "Provo", "city", "UT", ids=("4962470",))
    rulebook = replace(RULEBOOK, governments={"provo": provo})
    docket = load_docket(with_row(tmp_path, "provo,City of Provo,city,UT,4962470,,,10,"), rulebook)
    assert docket.governments["provo"].name == "City of Provo"


def test_a_circle_of_parents_that_runs_through_the_rulebook_is_a_mistake(tmp_path: Path) -> None:
    rulebook = replace(RULEBOOK, governments={"utah": Government("utah", "Utah", parent="provo")})
    docket = with_row(tmp_path, "provo,City of Provo,city,UT,,,,10,utah")
    with pytest.raises(DocketError, match="provo → utah → provo"):
        load_docket(docket, rulebook)
