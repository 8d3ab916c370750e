"""Held documents are what was filed, or it is noticed; standards have names."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.record.exhibits import sha256_of
from ascertain.record.grades import parse_standard
from ascertain.record.model import STANDARDS

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert sha256_of(tmp_path / "a.txt") == EMPTY
    (tmp_path / "a.txt").write_bytes(b"a")
    assert sha256_of(tmp_path / "a.txt") != EMPTY


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_standard_is_read_by_its_name(standard: object) -> None:
    assert parse_standard(f" {standard.word.title()} ") == standard  # type: ignore[attr-defined] # a Grade


@pytest.mark.parametrize("text", ["none", "disputed", "proven", ""])
def test_what_is_no_standard_is_refused_with_the_three_that_are(text: str) -> None:
    with pytest.raises(ValueError, match="asserted, documented or found"):
        parse_standard(text)
