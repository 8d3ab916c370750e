"""What the language says becomes the rulebook's values."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from ascertain.law.model import ForceState
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.expectations import FORCES
from ascertain.rulebook.load import compile_files, load_rulebook
from ascertain.rulebook.mistakes import RulebookError
from ascertain.rulebook.model.book import Expectation, Rulebook
from ascertain.rulebook.model.parties import Scope, ScopeItem, ScopeKind
from ascertain.rulebook.model.rules import (
    AllOf,
    AnyOf,
    Compare,
    InForce,
    InGroup,
    IsTrue,
    Not,
    Outcome,
    ProgramIs,
    UnderReading,
)
from ascertain.rulebook.model.sources import CarveOut, Verb
from ascertain.rulebook.model.terms import Subject, TermType

from .small import FILES, as_bytes, written


@pytest.fixture(scope="module")
def small() -> Rulebook:
    return compile_files(as_bytes())


def test_provisions_follow_the_headings(small: Rulebook) -> None:
    parents = {key: provision.parent for key, provision in small.provisions.items()}
    assert parents == {"law": None, "law#sec-1": "law", "law#sec-1-a": "law#sec-1", "order": None}
    assert small.provisions["law#sec-1"].in_force == (Interval(Moment.parse("2011-01-01"), None),)
    assert small.provisions["law#sec-1-a"].binds == Scope((ScopeItem(ScopeKind.STATE, "NV"),))
    assert small.provisions["law#sec-1-a"].commentary == "Commentary on (a)."


def test_a_quote_is_the_laws_own_words_with_their_hash(small: Rulebook) -> None:
    provision = small.provisions["law#sec-1"]
    assert provision.quote == "No government may restrict\nthe sending of information."
    assert provision.quote_digest == sha256(provision.quote.encode()).hexdigest()


def test_conditions_keep_their_structure_and_types(small: Rulebook) -> None:
    first, otherwise = small.rules["law#C"].clauses
    assert first.guard == AllOf((
        AllOf((
            Not(IsTrue("government restricts sending")),
            AnyOf((
                Compare("the response", "=", "honours"),
                Compare("the award", ">=", 100_000),
                Compare("the day of the letter", "<", date(2012, 3, 4).toordinal()),
                Not(AnyOf((InGroup(Subject.GOVERNMENT, "mayors"), ProgramIs("jag")))),
            )),
        )),
        Not(AllOf((
            InForce("order"),
            UnderReading("law#scope", "BROAD"),
            IsTrue("information includes release dates"),
        ))),
    ))  # fmt: skip
    assert (otherwise.verdict, otherwise.otherwise) == (Outcome.DOES_NOT_HOLD, True)


def test_rules_inside_a_reading_belong_to_it(small: Rulebook) -> None:
    assert small.rules["law#B"].reading == ("law#scope", "BROAD")
    assert [reading.name for reading in small.points["law#scope"].readings] == ["BROAD", "NARROW"]
    assert small.points["law#scope"].readings[0].held_by == ("law", "The respondents")


def test_an_exception_in_another_file_finds_its_rule(small: Rulebook) -> None:
    assert small.rules["order#X"].target == "law#C"
    assert small.rules["order#X"].term == ""


def test_an_open_effective_day_has_an_earliest_one(small: Rulebook) -> None:
    suspends, binds = small.effects
    assert suspends.verb is Verb.SUSPENDS
    assert (suspends.effective, suspends.not_before) == (None, Moment.parse("2012-02-01"))
    assert suspends.scope == Scope(
        (ScopeItem(ScopeKind.STATE, "NV"), ScopeItem(ScopeKind.CIRCUIT, "9", perhaps=True)),
        (ScopeItem(ScopeKind.GOVERNMENT, "ely"),),
    )
    assert suspends.carve_outs == (CarveOut("law#sec-1-a", "the order's own words"),)
    assert binds.issued == binds.effective == Moment.parse("2012-01-01")
    assert (binds.target, binds.reading) == ("law#scope", "NARROW")


def test_a_program_known_to_begin_in_a_month_may_exist_from_its_first_day() -> None:
    vocabulary = as_bytes()["vocabulary.md"] + b"\n```terms\nprogram later: Later grants\n  since: 2018-07\n```\n"
    later = compile_files({**as_bytes(), "vocabulary.md": vocabulary}).programs["later"]
    assert [later.may_exist(date(2018, month, 1)) for month in (6, 7, 8)] == [False, True, True]


def test_a_part_of_a_state_is_in_its_state_and_circuit(small: Rulebook) -> None:
    assert (small.governments["ely"].state, small.governments["ely"].circuit) == ("NV", 9)


def test_a_case_under_a_heading_without_an_id_belongs_to_the_provision_above(small: Rulebook) -> None:
    (case,) = small.cases
    assert case.provision == "law#sec-1"
    assert case.question == "government complies"
    assert case.facts == (("government restricts sending", False), ("the award", 200_050))
    assert case.readings == (("law#scope", "NARROW"),)
    expected = Expectation((Outcome.HOLDS, Outcome.DOES_NOT_HOLD), turns_on=("law#scope", "the response"))
    assert case.expect == expected


def test_what_is_not_encoded_is_kept_with_its_provision(small: Rulebook) -> None:
    (omitted,) = small.provisions["law#sec-1"].untranslated
    assert (omitted.text, omitted.because) == ('"as necessary"', "No criteria.")


def test_a_line_may_go_on_deeper_below(small: Rulebook) -> None:
    assert small.terms["government complies"].note == "A conclusion on two lines."
    assert small.terms["the response"].type is TermType.ONE_OF


def test_places_point_into_the_file(small: Rulebook) -> None:
    place = small.rules["law#C"].place
    line = FILES[place.file].splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith("C: government complies")


def test_hidden_files_and_readme_are_no_authorities(tmp_path: Path) -> None:
    written(tmp_path, {**FILES, "README.md": "# For readers", ".hidden/x.md": "x", "notes.txt": "x"})
    assert set(load_rulebook(tmp_path).authorities) == {"law", "order"}


def test_line_endings_and_a_byte_order_mark_do_not_matter(small: Rulebook) -> None:
    files = {name: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n") for name, content in as_bytes().items()}
    assert compile_files(files).rules == small.rules


def test_rules_that_agree_may_both_conclude_a_term() -> None:
    law = FILES["law.md"].replace("  does not hold otherwise\n", "  holds if the response = declines\n")
    order = FILES["orders/order.md"].replace(
        "exception X to law#C: the order wins\n  does not hold", "rule X: government complies\n  holds"
    )
    rulebook = compile_files(as_bytes({**FILES, "law.md": law, "orders/order.md": order}))
    assert rulebook.rules["order#X"].term == "government complies"


def test_rules_that_each_speak_under_conditions_may_conclude_a_term_and_the_check_says_whether_they_meet() -> None:
    law = FILES["law.md"].replace("  does not hold otherwise\n", "")
    order = FILES["orders/order.md"].replace("exception X to law#C: the order wins", "rule X: government complies")
    rulebook = compile_files(as_bytes({**FILES, "law.md": law, "orders/order.md": order}))
    assert rulebook.rules["order#X"].term == "government complies"


def test_rules_of_different_times_may_conclude_a_term() -> None:
    order = FILES["orders/order.md"].replace("exception X to law#C: the order wins", "rule X: government complies")
    with pytest.raises(RulebookError, match="A609"):
        compile_files(as_bytes({**FILES, "orders/order.md": order}))
    law = FILES["law.md"].replace("in-force: [{from: 2010-01-01}]", "in-force: [{from: 2010-01-01, until: 2011-06-01}]")
    assert "order#X" in compile_files(as_bytes({**FILES, "law.md": law, "orders/order.md": order})).rules


def test_a_case_may_expect_every_state_of_force() -> None:
    assert set(FORCES) == {state.value for state in ForceState}
