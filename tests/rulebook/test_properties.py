"""Order means nothing, and no text whatever breaks the compiler."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.rulebook.load import compile_files
from ascertain.rulebook.markdown import FENCES
from ascertain.rulebook.mistakes import RulebookError
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Place

from .small import FILES, LAW, as_bytes

HERE = Place("", 0, 0)
WORDS = [
    "rule", "R:", "exception", "X", "to", "point", "reading", "of", "holds", "does not hold", "if", "all of", "any of",
    "none of", "unless", "otherwise", "in every case", "- ", "not", "in force:", "=", ">=", "law#sec-1", "law#C", "C",
    "suspends", "binds", "narrows", "lifts", "for:", "everyone", "except", "state NV", "perhaps", "government ely:",
    "term:", "type:", "yes/no", "one of a, b", "case:", "on:", "2012-01-01", "given:", "government complies", "expect:",
    "the response", "honours", "member:", "group g:", "program is", "omits:", "because:", "\n", "\n  ", "\n    ", "\t",
]  # fmt: skip
fence_text = st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join))


def meaning(rulebook: Rulebook) -> tuple[object, ...]:
    """What the rulebook says, without digest, places and order."""
    return (
        {key: replace(rule, place=HERE, clauses=()) for key, rule in rulebook.rules.items()},
        {key: {replace(c, place=HERE) for c in rule.clauses} for key, rule in rulebook.rules.items()},
        {key: replace(term, place=HERE) for key, term in rulebook.terms.items()},
        {key: replace(provision, place=HERE, commentary="") for key, provision in rulebook.provisions.items()},
        {(e.verb, e.source, e.target, e.issued, e.effective, e.scope) for e in rulebook.effects},
        {key: {(r.name, r.text, r.held_by) for r in point.readings} for key, point in rulebook.points.items()},
        rulebook.governments, rulebook.programs, rulebook.agencies, rulebook.groups,
        {(case.name, case.facts, case.expect) for case in rulebook.cases},
    )  # fmt: skip


def compiles_or_says_why(files: dict[str, str]) -> None:
    try:
        compile_files(as_bytes(files))
    except RulebookError as error:
        assert error.mistakes
        assert error.render()


@settings(max_examples=25)
@given(st.permutations(list(FILES)))
def test_the_order_of_files_changes_nothing(order: list[str]) -> None:
    assert meaning(compile_files(as_bytes({name: FILES[name] for name in order}))) == meaning(compile_files(as_bytes()))


@settings(max_examples=25)
@given(st.data())
def test_the_order_of_entries_in_a_fence_changes_nothing(data: st.DataObject) -> None:
    shuffled = dict(FILES)
    for name, text in FILES.items():
        blocks = text.split("```")
        for at in range(1, len(blocks), 2):
            kind, _, body = blocks[at].partition("\n")
            entries = data.draw(st.permutations(body.strip("\n").split("\n\n")))
            blocks[at] = kind + "\n" + "\n\n".join(entries) + "\n"
        shuffled[name] = "```".join(blocks)
    assert meaning(compile_files(as_bytes(shuffled))) == meaning(compile_files(as_bytes()))


@settings(max_examples=150)
@given(st.sampled_from(FENCES), fence_text)
def test_any_text_in_any_fence_compiles_or_says_why(kind: str, text: str) -> None:
    compiles_or_says_why({**FILES, "law.md": f"{LAW}\n```{kind}\n{text}\n```\n"})


@settings(max_examples=60)
@given(st.text())
def test_any_front_matter_compiles_or_says_why(text: str) -> None:
    compiles_or_says_why({**FILES, "law.md": f"---\nid: law\n{text}\n---\n"})


@settings(max_examples=60)
@given(st.text(), st.text())
def test_any_heading_and_prose_compiles_or_says_why(heading: str, text: str) -> None:
    compiles_or_says_why({**FILES, "law.md": f"{LAW}\n## x {{#{heading}}}\n{text}\n"})


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_compiles_or_says_why(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(FILES)))
    text = FILES[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    compiles_or_says_why({**FILES, name: text[:start] + data.draw(fence_text) + text[end:]})


@settings(max_examples=40)
@given(st.binary())
def test_any_bytes_compile_or_say_why(content: bytes) -> None:
    try:
        compile_files({**as_bytes(), "law.md": content})
    except RulebookError as error:
        assert error.render()


@pytest.mark.parametrize("marks", ["[" * 100_000, "- " * 100_000 + "x", "{a: " * 50_000, "? " * 100_000])
def test_front_matter_of_any_depth_says_why(marks: str) -> None:
    with pytest.raises(RulebookError, match="nested too deeply"):
        compile_files(as_bytes({**FILES, "law.md": f"---\nid: law\nnotes: {marks}\n---\n"}))


def test_values_that_repeat_each_other_without_end_say_why() -> None:
    with pytest.raises(RulebookError, match="by reference"):
        compile_files(as_bytes({**FILES, "law.md": "---\nid: law\nnotes: &a [*a]\n---\n"}))
