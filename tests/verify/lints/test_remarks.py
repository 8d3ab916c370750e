"""Every lint has examples whose exact text is recorded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ascertain.publish.remarkout import as_text
from ascertain.rulebook.load import compile_files
from ascertain.rulebook.source import lines_of
from ascertain.verify.lints import run
from ascertain.verify.lints.run import Remarks, remarks_on

BAD = Path(__file__).parent / "bad"
VOCABULARY = BAD.parent / "vocabulary.md"
EXAMPLES = sorted(BAD.iterdir())
WIDTH = 120


def text_of(example: Path) -> tuple[Remarks, str]:
    """The remarks on an example with the common vocabulary, and the open ones as the command prints them."""
    files = {file.name: file.read_bytes() for file in (VOCABULARY, *sorted(example.glob("*.md")))}
    rulebook = compile_files(files)
    lines = {name: lines_of(name, content)[0] for name, content in files.items()}
    found = remarks_on(rulebook)
    return found, "\n\n".join("\n".join(as_text(remark, rulebook, lines, WIDTH)) for remark in found.open) + "\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_rulebook_gets_exactly_these_remarks(example: Path) -> None:
    found, text = text_of(example)
    assert text == (example / "expected.txt").read_text(encoding="utf-8")
    assert example.name.partition("-")[0] in {remark.code for remark in found.open}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_remark_is_one_plain_sentence_with_help(example: Path) -> None:
    found, _ = text_of(example)
    for remark in found.open:
        assert remark.help
        assert "\n" not in remark.sentence + remark.help
        assert not remark.sentence.endswith(".")


def test_every_lint_has_an_example() -> None:
    source = Path(run.__file__).parent
    used = {code for file in source.glob("*.py") for code in re.findall(r'"(L\d\d\d)"', file.read_text("utf-8"))}
    shown = {example.name.partition("-")[0] for example in EXAMPLES}
    assert used - shown == {"L110"}, "L110 is asked for by name and has tests of its own"
