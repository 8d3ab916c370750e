"""A good folder is read as it says: what is given, what is the default, and what counts as known."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ascertain.docket.load import load_docket
from ascertain.docket.model import Docket, EntryKind, Side
from ascertain.docket.values import Unfit, parse_value, show_value
from ascertain.record.model import Grade, Passage
from ascertain.record.passages import AnchorState, anchor
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.terms import TermType
from docket.build import COST, GOOD, MEETS, PUBLISHES, REPORT, REQUIRED, RULEBOOK, copy_of_good

LATE = date(2017, 1, 1)


def good() -> Docket:
    return load_docket(GOOD, RULEBOOK)


def change(folder: Path, name: str, old: str, new: str) -> Docket:
    docket = copy_of_good(folder)
    text = (docket / name).read_text(encoding="utf-8")
    assert old in text
    (docket / name).write_text(text.replace(old, new), encoding="utf-8")
    return load_docket(docket, RULEBOOK)


def test_the_head_says_what_is_reviewed_by_whom_and_under_which_standard() -> None:
    docket = good()
    assert (docket.id, docket.reviewer, docket.rulebook) == ("audits-2016", "Office of Grants", "audits")
    assert docket.standard is Grade.DOCUMENTED
    assert docket.members[0].period == Interval(Moment.parse("2016-01-15"), Moment.parse("2017-01-01"))
    assert docket.text == "Three were sampled; two were asked.\n\nAll answered."


def test_the_standard_is_documented_unless_the_docket_says_otherwise(tmp_path: Path) -> None:
    assert change(tmp_path, "docket.md", "standard: documented\n", "").standard is Grade.DOCUMENTED


def test_a_government_answers_to_its_ocd_id_its_geoid_and_its_aliases() -> None:
    springfield = good().governments["springfield"]
    assert springfield.ids == (
        "ocd-division/country:us/state:il/place:springfield",
        "1772000",
        "Capital City",
        "the City",
    )
    assert (springfield.circuit, springfield.parent) == (7, "shelby-county")


def test_an_entry_counts_as_known_when_it_was_made_unless_it_was_filed_later() -> None:
    entries = good().entries
    assert entries[0].filed == entries[0].date
    assert (str(entries[2].date), str(entries[2].filed)) == ("2016-06-28", "2016-06-29")


def test_a_claim_takes_its_office_date_sources_and_confidence_from_its_entry_unless_it_has_its_own() -> None:
    policy, response = good().entries[0], good().entries[2]
    claim = policy.claims[0]
    assert (claim.said_by, claim.filed, claim.sources) == (policy.by, policy.filed, policy.sources)
    assert (claim.confidence, claim.entry, claim.id) == ("verified-in-part", "1", "1.1")
    assert response.claims[0].said_by == "the City"


def test_a_claim_about_several_stands_for_one_claim_each() -> None:
    claims = good().entries[0].claims
    assert [(c.government, c.program) for c in claims[1:]] == [
        ("", "roads"),
        ("", "roads-2016"),
        ("springfield", "roads-2016"),
        ("ogden", "roads-2016"),
    ]
    assert len({c.id for c in claims}) == len(claims)


def test_values_are_read_by_the_type_of_their_term() -> None:
    values = {claim.term: claim.value for claim in good().entries[2].claims}
    assert values == {
        "government meets the audit condition": True,
        "the audit's cost": 1250075,
        "the audit's scope": "full",
        "the day of the audit": date(2016, 5, 1).toordinal(),
        "number of the audit's findings": 3,
        "the auditor": "no",
    }


def test_a_passage_is_found_in_its_held_exhibit() -> None:
    docket = good()
    claim = docket.claims[0]
    assert claim.passage == Passage("shall publish its audit", "The City", "every year", page=1)
    held = (docket.path / "exhibits" / docket.exhibits[claim.exhibit].file).read_text(encoding="utf-8")
    assert anchor(held, claim.passage).state is AnchorState.FOUND


def test_an_exhibit_without_a_file_is_cited_only() -> None:
    assert good().exhibits["letter"].sha256 == ""


def test_an_argument_names_its_side_its_reading_and_the_reply() -> None:
    narrow = good().arguments["r-narrow"]
    assert (narrow.side, narrow.readings) == (Side.RESPONDENT, (("audit-act#reach", "NARROW"),))
    assert good().arguments[narrow.reply].side is Side.REVIEWER


def test_an_award_of_unknown_amount_is_not_an_award_of_nothing() -> None:
    assert [award.cents for award in good().awards] == [167000000, 97560450, None]


def test_the_columns_of_a_table_may_stand_in_any_order(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    for name in ("governments.csv", "awards.csv"):
        with (docket / name).open(encoding="utf-8", newline="") as table:
            rows = [list(reversed(row)) for row in csv.reader(table)]
        with (docket / name).open("w", encoding="utf-8", newline="") as table:
            csv.writer(table).writerows(rows)
    assert load_docket(docket, RULEBOOK) == good()


def test_a_byte_order_mark_and_foreign_line_ends_change_nothing(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    for file in [docket / "docket.md", docket / "governments.csv", *(docket / "entries").iterdir()]:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_docket(docket, RULEBOOK) == good()


def test_the_record_answers_for_facts_and_keeps_statements_of_law_apart() -> None:
    record = good().record
    assert record.fact(PUBLISHES, "springfield", "", LATE, LATE).value is True
    assert record.fact(COST, "springfield", "roads", LATE, LATE).grade is Grade.ASSERTED
    assert record.fact(REQUIRED, "springfield", "roads-2016", LATE, LATE).value is True
    assert record.fact(REPORT, "ogden", "roads-2016", LATE, LATE).value is False
    assert record.fact(MEETS, "springfield", "", LATE, LATE).value is None
    assert [claim.value for claim in record.said(MEETS, "springfield", "", LATE, LATE)] == [True]


def test_a_docket_may_hold_nothing_but_its_head(tmp_path: Path) -> None:
    head = "---\nid: x\ntitle: X\nreviewer: Y\nrulebook: audits\n---\n"
    (tmp_path / "docket.md").write_text(head, encoding="utf-8")
    docket = load_docket(tmp_path, RULEBOOK)
    assert (docket.entries, docket.claims, docket.governments) == ((), (), {})


def test_any_change_of_any_file_changes_the_digest(tmp_path: Path) -> None:
    copy = copy_of_good(tmp_path)
    assert load_docket(copy, RULEBOOK).digest == good().digest
    (copy / "entries" / "0006-statement-director.md").write_text(
        (GOOD / "entries" / "0006-statement-director.md").read_text(encoding="utf-8") + "More.\n", encoding="utf-8"
    )
    assert load_docket(copy, RULEBOOK).digest != good().digest


def test_entries_keep_their_kinds_and_their_order() -> None:
    kinds = [entry.kind for entry in good().entries]
    assert kinds[:3] == [EntryKind.POLICY, EntryKind.REQUEST, EntryKind.RESPONSE]
    assert [entry.number for entry in good().entries] == list(range(1, len(kinds) + 1))


def test_a_rulebook_may_be_named_by_its_path_from_the_docket(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    (tmp_path / "rulebooks").rename(tmp_path / "law")
    head = (docket / "docket.md").read_text(encoding="utf-8")
    (docket / "docket.md").write_text(head.replace("rulebook: audits", "rulebook: ../law/audits"), encoding="utf-8")
    assert load_docket(docket).claims == good().claims


def test_a_rulebook_that_is_nowhere_is_one_clear_mistake(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    head = (docket / "docket.md").read_text(encoding="utf-8")
    (docket / "docket.md").write_text(head.replace("rulebook: audits", "rulebook: audit"), encoding="utf-8")
    with pytest.raises(BadInput, match='did you mean "audits"'):
        load_docket(docket)


@pytest.mark.parametrize("name", ["docket.md", "governments.csv", "awards.csv", "entries/0002-request-letters.md"])
@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_the_ends_of_lines_may_be_those_of_any_system(tmp_path: Path, name: str, ends: str) -> None:
    docket = copy_of_good(tmp_path)
    file = docket / name
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", ends.encode()))
    read = load_docket(docket, RULEBOOK)
    assert (read.text, read.governments, read.entries, read.awards) == (
        good().text,
        good().governments,
        good().entries,
        good().awards,
    )


@pytest.mark.parametrize("text", ["2017-04-21", "0001-01-01", "9999-12-31"])
def test_a_day_may_be_any_of_the_calendar(text: str) -> None:
    term = replace(COST, type=TermType.DATE)
    assert show_value(term, parse_value(term, text)) == text


@pytest.mark.parametrize("text", ["20170421", "2017-W16-5", "2017-4", "2017-02-30", "\u0662\u0660\u0661\u0667-04-21"])
def test_a_day_is_written_in_one_way(text: str) -> None:
    with pytest.raises(Unfit):
        parse_value(replace(COST, type=TermType.DATE), text)
