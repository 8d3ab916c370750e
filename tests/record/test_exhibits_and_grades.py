"""Held documents are what was filed, or it is noticed; standards have names."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.record.exhibits import sha256_of, unlike
from ascertain.record.grades import parse_standard
from ascertain.record.model import STANDARDS, Exhibit

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_held_file_that_is_what_was_filed_is_not_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert sha256_of(tmp_path / "a.txt") == EMPTY
    assert unlike([Exhibit("a", "A", sha256=EMPTY.upper(), file="a.txt")], tmp_path) == ()


def test_a_changed_file_is_reported_with_its_hash_and_a_missing_one_without(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    changed, missing = (Exhibit(name, name, sha256=EMPTY, file=f"{name}.txt") for name in "ab")
    found = unlike([changed, missing], tmp_path)
    assert [one.exhibit.id for one in found] == ["a", "b"]
    assert found[0].actual == sha256_of(tmp_path / "a.txt")
    assert found[1].actual == ""


def test_a_document_that_is_only_cited_is_never_reported(tmp_path: Path) -> None:
    assert unlike([Exhibit("a", "A", sha256=EMPTY)], tmp_path) == ()


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_standard_is_read_by_its_name(standard: object) -> None:
    assert parse_standard(f" {standard.word.title()} ") == standard  # type: ignore[attr-defined] # a Grade


@pytest.mark.parametrize("text", ["none", "disputed", "proven", ""])
def test_what_is_no_standard_is_refused_with_the_three_that_are(text: str) -> None:
    with pytest.raises(ValueError, match="asserted, documented or found"):
        parse_standard(text)
