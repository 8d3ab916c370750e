"""A docket reads the same whether its files lie in a folder or are kept as texts elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ascertain.docket.basis import rulebook_of
from ascertain.docket.filing import prepare_entry
from ascertain.docket.folder import texts_of
from ascertain.docket.load import load_docket, read_docket
from ascertain.docket.mistakes import Code, DocketError
from ascertain.docket.model import Docket
from ascertain.docket.papers import Papers
from ascertain.rulebook.bundled import bundled_folder

CASE = bundled_folder("dockets") / "doj-1373-2017"


@pytest.fixture(scope="module")
def docket() -> Docket:
    return load_docket(CASE)


def papers_of(docket: Docket, held: dict[str, str] | None = None) -> Papers:
    hashes = {one.file: one.sha256 for one in docket.exhibits.values() if one.file}
    return Papers(texts_of(docket, rulebook_of(docket).terms), hashes if held is None else held, CASE)


def test_papers_say_what_their_folder_says(docket: Docket) -> None:
    assert read_docket(papers_of(docket)) == docket


def test_an_exhibit_that_is_not_held_is_missed_and_a_changed_one_noticed(docket: Docket) -> None:
    listed = next(one for one in docket.exhibits.values() if one.file)
    for held, code in (("", Code.EXHIBIT_MISSING), ("0" * 64, Code.EXHIBIT_CHANGED)):
        hashes = {one.file: one.sha256 for one in docket.exhibits.values() if one.file} | {listed.file: held}
        with pytest.raises(DocketError) as refused:
            read_docket(papers_of(docket, hashes))
        assert [mistake.code for mistake in refused.value.mistakes] == [code]


def test_a_change_of_any_paper_or_held_file_changes_the_digest(docket: Docket) -> None:
    texts, held = {"docket.md": "a", "entries/0001-order-a.md": "b"}, {"a.pdf": "0"}
    digests = {
        Papers(texts, held, CASE).digest(),
        Papers(texts | {"docket.md": "c"}, held, CASE).digest(),
        Papers(texts, {"a.pdf": "1"}, CASE).digest(),
        Papers(texts, {"b.pdf": "0"}, CASE).digest(),
    }
    assert len(digests) == 4


def test_papers_without_a_head_are_no_docket() -> None:
    with pytest.raises(DocketError, match=r"docket\.md"):
        Papers({}, {}, CASE)


def test_an_entry_prepared_reads_as_it_will_be_filed(docket: Docket) -> None:
    papers = papers_of(docket)
    entry = replace(docket.entries[0], number=0, slug="", title="Another one", claims=(), ends=())
    prepared, text = prepare_entry(papers, docket, entry, rulebook_of(docket))
    assert prepared.number == len(docket.entries) + 1
    assert prepared.slug == "another-one"
    whole = Papers(
        texts_of(docket, rulebook_of(docket).terms) | {f"entries/{prepared.file_name}": text},
        {one.file: one.sha256 for one in docket.exhibits.values() if one.file},
        CASE,
    )
    assert read_docket(whole).entries[-1] == prepared
