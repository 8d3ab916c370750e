"""Names as people type them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ascertain.rulebook.bundled import bundled_folder, find_rulebook
from ascertain.rulebook.load import compile_files
from ascertain.rulebook.lookup import find_government, find_program, find_provision, find_question, find_term
from ascertain.rulebook.mistakes import NotFound
from ascertain.rulebook.model.parties import Program

from .small import as_bytes, written

SMALL = compile_files(as_bytes())


@pytest.mark.parametrize("text", ["government complies", "complies", "law#C", " Government  Complies "])
def test_a_term_is_found_by_phrase_short_name_rule_or_whatever_case(text: str) -> None:
    assert find_term(SMALL, text).phrase == "government complies"


def test_a_term_is_found_by_an_unmistakable_part() -> None:
    assert find_term(SMALL, "release dates").phrase == "information includes release dates"


def test_a_part_that_fits_several_is_refused_with_the_choices() -> None:
    with pytest.raises(NotFound, match='"government" fits 2 terms') as caught:
        find_term(SMALL, "government")
    assert "government restricts sending" in caught.value.mistakes[0].help


def test_an_unknown_name_gets_the_nearest_right_one() -> None:
    with pytest.raises(NotFound, match='did you mean "complies"'):
        find_term(SMALL, "complis")


@pytest.mark.parametrize("text", ["law#sec-1-a", "(a)"])
def test_a_provision_is_found_by_id_or_heading(text: str) -> None:
    assert find_provision(SMALL, text).id == "law#sec-1-a"


def test_an_authority_is_found_by_citation() -> None:
    assert find_provision(SMALL, "1 stat. 1").id == "law"


@pytest.mark.parametrize("text", ["nevada", "ocd-division/country:us/state:nv", "32", "state of nevada", "Nevada"])
def test_a_government_is_found_by_any_of_its_names(text: str) -> None:
    assert find_government(SMALL.governments, text).id == "nevada"


@pytest.mark.parametrize("text", ["jag", "16.738", "JAG grants"])
def test_a_program_is_found_by_id_listing_or_name(text: str) -> None:
    assert find_program(SMALL, text).id == "jag"


def test_nothing_is_found_for_an_empty_name() -> None:
    with pytest.raises(NotFound):
        find_government(SMALL.governments, "  ")


def test_a_rulebook_is_found_by_path_beside_a_docket_or_in_the_folder_of_rulebooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rulebook = written(tmp_path / "rulebooks" / "small")
    docket = tmp_path / "dockets" / "review"
    docket.mkdir(parents=True)
    assert find_rulebook(str(rulebook), None) == rulebook
    assert find_rulebook("small", docket).resolve() == rulebook.resolve()
    monkeypatch.chdir(tmp_path)
    assert find_rulebook("small", None) == Path("rulebooks/small")


def test_a_rulebook_that_is_nowhere_gets_the_nearest_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "rulebooks" / "small")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFound, match='did you mean "small"'):
        find_rulebook("smal", None)
    with pytest.raises(NotFound, match=r"holds no vocabulary\.md"):
        find_rulebook("rulebooks", None)


def test_the_bundled_rulebooks_are_found() -> None:
    assert bundled_folder("rulebooks").is_dir()


def test_a_question_is_a_term_before_it_is_a_provision() -> None:
    assert find_question(SMALL, "complies") == find_term(SMALL, "complies")
    assert find_question(SMALL, "release dates") == find_term(SMALL, "release dates")


@pytest.mark.parametrize("text", ["law#sec-1-a", "in force: law#sec-1-a", " LAW#sec-1-a"])
def test_a_provision_is_a_question_by_its_id(text: str) -> None:
    assert find_question(SMALL, text) == find_provision(SMALL, "law#sec-1-a")


def test_a_provision_is_a_question_by_a_citation_but_not_by_a_part_of_its_heading() -> None:
    assert find_question(SMALL, "1 stat. 1") == find_provision(SMALL, "law")
    assert find_provision(SMALL, "(a)").id == "law#sec-1-a"
    with pytest.raises(NotFound, match='no term or provision "\\(a\\)"'):
        find_question(SMALL, "(a)")


def test_a_misspelt_question_gets_the_nearest_term_or_provision() -> None:
    with pytest.raises(NotFound, match='did you mean "complies"'):
        find_question(SMALL, "complis")
    with pytest.raises(NotFound, match='did you mean "law#sec-1-a"'):
        find_question(SMALL, "law#sec-1-b")


@pytest.mark.parametrize("text", ["1 U.S.C. 2", "1 u.s.c. § 2", "Pub. L. 3", "Pub. L. 3, div. C (2010)"])
def test_an_authority_is_found_by_each_of_its_parallel_citations(text: str) -> None:
    files = {
        name: held.replace(b"1 Stat. 1", b"1 U.S.C. 2; Pub. L. 3, div. C (2010)") for name, held in as_bytes().items()
    }
    assert find_question(compile_files(files), text) == find_provision(compile_files(files), "law")


def test_a_listing_number_shared_with_a_heading_names_the_heading() -> None:
    part = Program("jag-2017", "JAG of 2017", listing="16.738", parent="jag")
    book = replace(SMALL, programs={**SMALL.programs, "jag-2017": part})
    assert find_program(book, "16.738").id == "jag"
    assert find_program(book, "jag-2017") == part
