"""What the § 1373 rulebook says of the law is marked as it was seen, entry by entry, and never higher."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ascertain.rulebook.confidence import CONFIDENCES, Entry, mark_of, sources_of
from ascertain.rulebook.model.book import Rulebook

STRENGTH = {mark: -at for at, mark in enumerate(CONFIDENCES)}

# The mark of each fact as it was seen, and where the rulebook says it.
DEFINITIONS = {
    "eo-13768#sec-9a-grants": "verified",
    "ag-memo-2017-05-22#label": "verified-in-part",
    "oig-memo-2016-05-31#working-test": "verified-in-part",
    "dhs-ddor-2017-03-20#working-test": "verified-in-part",
    "hr-3003-2017#working-test": "verified-in-part",
    "s-87-2017#working-test": "verified-in-part",
    "s-87-2017#working-test-recalled": "memory",
    "ag-memo-2025-02-05#label": "verified-in-part",
    "eo-14218#sec-2a-ii": "verified-in-part",
    "eo-14287#sec-2": "verified",
    "dhs-list-2025-05-29#factors": "verified-in-part",
    "doj-list-2025-08-05#characteristics": "verified-in-part",
}
READINGS = {
    "usc-8-1373#info-scope": "verified-in-part",
    "usc-8-1373#saving-clause": "verified-in-part",
    "usc-8-1373#asking": "verified-in-part",
    "usc-8-1373#detainers": "verified",
    "jag-fy2017-conditions#authority": "verified",
    "usc-34-10102#special-conditions": "verified-in-part",
    "byrne-jag-statute#applicable-laws": "verified-in-part",
    "usc-8-1373#constitutional": "verified-in-part",
    "eo-13768#grant-scope": "verified",
    "usc-8-1373#text-or-practice": "verified",
}
CONDITIONS = {
    "jag-fy2016-1373-condition": "verified",
    "jag-fy2017-conditions#certification": "verified-in-part",
    "jag-fy2017-conditions#access": "verified",
    "jag-fy2017-conditions#notice": "verified-in-part",
    "jag-fy2018-conditions#certification": "verified-in-part",
    "jag-fy2018-conditions#disclosure": "verified-in-part",
    "jag-fy2018-conditions#access": "verified-in-part",
    "jag-fy2018-conditions#notice": "verified-in-part",
    "jag-fy2018-conditions#communications": "verified-in-part",
}
SEEN_IN_PART = {
    "ag-memo-2017-05-22",
    "byrne-jag-statute",
    "ca-sb-54",
    "ca7-2020-04-30",
    "ca9-2019-10-31",
    "ca9-2022-07-29",
    "cfr-8-287-7",
    "cops-fy2017-priority",
    "dhs-ddor-2017-03-20",
    "dhs-kelly-memo-2017-02-20",
    "dor-2019-08-29",
    "eo-13993",
    "eo-14159",
    "eo-14218",
    "hsa-2002-transfer",
    "ndcal-2017-04-25",
    "ndcal-2018-10-05",
    "ndill-2019-09-19",
    "oig-memo-2016-05-31",
    "scotus-2018-murphy",
    "usc-34-10102",
    "usc-8-1644",
}  # fmt: skip
FROM_MEMORY = {
    "ca2-1999-city-of-new-york",
    "ca3-2014-galarza",
    "ca7-2022-mchenry",
    "ca9-2019-03-25-steinle",
    "ca9-2019-07-12",
    "ndcal-2017-01-06-steinle",
    "ojp-guidance-2016-07-07",
    "ojp-guidance-2016-10-06",
    "scotus-1997-printz",
    "scotus-2025-casa",
    "scotus-spending-clause-line",
}  # fmt: skip


@pytest.mark.parametrize(("name", "mark"), (DEFINITIONS | CONDITIONS).items())
def test_a_definition_or_condition_is_as_sure_as_it_was_seen(name: str, mark: str, rulebook: Rulebook) -> None:
    assert mark_of(rulebook.provisions[name], rulebook).confidence == mark


@pytest.mark.parametrize(("name", "mark"), READINGS.items())
def test_a_contested_point_is_as_sure_as_it_was_seen(name: str, mark: str, rulebook: Rulebook) -> None:
    point = rulebook.points[name]
    entries: tuple[Entry, ...] = (point, *point.readings)
    assert {mark_of(entry, rulebook).confidence for entry in entries} == {mark}


def test_whose_conduct_counts_and_what_is_willful_were_seen_in_part(rulebook: Rulebook) -> None:
    (entity,) = rulebook.provisions["usc-8-1373"].untranslated
    assert (entity.text.partition(" ")[0], entity.confidence) == ("which", "verified-in-part")
    willful = rulebook.terms["government's failure to comply is willful"]
    assert mark_of(willful, rulebook).confidence == "verified-in-part"


def test_a_term_that_only_a_recalled_limb_uses_is_marked_so(rulebook: Rulebook) -> None:
    recalled = {term.short for term in rulebook.terms.values() if mark_of(term, rulebook).confidence == "memory"}
    assert recalled == {"protects-victims", "willful-other-laws"}


def test_what_is_recalled_of_a_program_is_marked_so(rulebook: Rulebook) -> None:
    marks = {name: mark_of(program, rulebook).confidence for name, program in rulebook.programs.items()}
    assert {name: mark for name, mark in marks.items() if mark != "verified"} == {
        "scaap": "verified-in-part",
        "cops-chp": "verified-in-part",
        "dhs-hsgp": "verified-in-part",
        "fema-grants": "memory",
    }
    recalled = [name for name, program in rulebook.programs.items() if "memory" in program.sources]
    assert all(marks[name] != "verified" for name in recalled)
    assert all(sources_of(program, rulebook) for program in rulebook.programs.values())


def test_no_authority_is_marked_higher_than_it_was_seen(rulebook: Rulebook) -> None:
    assert set(rulebook.authorities) >= SEEN_IN_PART | FROM_MEMORY
    for authority in rulebook.authorities.values():
        limit = "verified-in-part" if authority.id in SEEN_IN_PART else "verified"
        limit = "memory" if authority.id in FROM_MEMORY else limit
        assert STRENGTH[authority.confidence] <= STRENGTH[limit], authority.id


def test_no_entry_is_marked_higher_than_its_authority(rulebook: Rulebook) -> None:
    for authority, entry in _entries(rulebook):
        limit = rulebook.authorities[authority].confidence
        assert STRENGTH[mark_of(entry, rulebook).confidence] <= STRENGTH[limit], entry


def _entries(rulebook: Rulebook) -> Iterator[tuple[str, Entry]]:
    yield from ((provision.authority, provision) for provision in rulebook.provisions.values())
    for point in rulebook.points.values():
        entries: tuple[Entry, ...] = (point, *point.readings)
        yield from ((rulebook.provisions[point.provision].authority, entry) for entry in entries)
