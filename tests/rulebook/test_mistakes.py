"""Every kind of mistake has an example whose exact text is recorded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ascertain.rulebook
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.mistakes import Mistake, NotFound, Reporter, RulebookError, did_you_mean, render
from ascertain.rulebook.model.terms import Place

from .small import FILES, written

BAD = Path(__file__).parent / "bad"
EXAMPLES = sorted(BAD.iterdir())
SOURCE = Path(ascertain.rulebook.__file__).parent


def mistakes_in(example: Path, monkeypatch: pytest.MonkeyPatch) -> RulebookError:
    monkeypatch.chdir(example)
    with pytest.raises(RulebookError) as caught:
        load_rulebook(Path("rulebook"))
    return caught.value


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_bad_rulebook_says_exactly_what_is_wrong(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = mistakes_in(example, monkeypatch)
    assert f"{error.render()}\n" == (example / "expected.txt").read_text(encoding="utf-8")
    assert {mistake.code for mistake in error.mistakes} == {example.name.partition("-")[0]}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_mistake_is_one_plain_sentence_with_help(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for mistake in mistakes_in(example, monkeypatch).mistakes:
        assert mistake.help
        assert "\n" not in mistake.message + mistake.help
        assert not mistake.message.endswith(".")
        assert len(mistake.lines) == len(mistake.places)


def test_every_code_has_a_bad_example_and_every_example_a_code() -> None:
    used = {code for file in SOURCE.glob("*.py") for code in re.findall(r'"(A[1-8]\d\d)"', file.read_text("utf-8"))}
    shown = {example.name.partition("-")[0] for example in EXAMPLES}
    assert used == shown
    assert len(shown) >= 40


def test_all_mistakes_of_a_run_are_collected(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.md").write_text(
        "---\nid: small\ntitle: Small\ncovers: {from: 2000-01-01}\n---\n"
        "```terms\nterm: one\n  type: yesno\nterm: two\n  about: nothing\n```\n"
    )
    (tmp_path / "law.md").write_text("# No front matter\n```rules\nrule R: three\n  hold\n```\n")
    with pytest.raises(RulebookError) as caught:
        load_rulebook(tmp_path)
    assert {mistake.code for mistake in caught.value.mistakes} >= {"A501", "A307", "A503", "A201", "A304"}


@pytest.mark.parametrize("name", list(FILES))
def test_an_empty_file_is_told_before_what_others_miss_in_it(name: str, tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as caught:
        load_rulebook(written(tmp_path, {**FILES, name: ""}))
    first = caught.value.mistakes[0]
    assert (first.code, first.places[0].file) == ("A201", name)


def test_the_same_mistake_in_several_places_is_said_once() -> None:
    reporter = Reporter({"a.md": ["first", "second"]})
    for line in (2, 1):
        reporter.add("A411", "no such term", Place("a.md", line, 1), help="declare it")
    (mistake,) = reporter.mistakes
    assert mistake.places == (Place("a.md", 1, 1), Place("a.md", 2, 1))
    assert mistake.lines == ("first", "second")


def test_a_long_line_is_shown_around_its_mistake() -> None:
    line = "x" * 500 + "HERE" + "y" * 500
    shown = render(Mistake("A304", "wrong", (Place("a.md", 1, 501),), (line,), "fix it")).splitlines()
    assert len(shown[2]) < 200
    assert shown[2][shown[3].index("^") :].startswith("HERE")


def test_help_falls_back_where_no_name_is_near() -> None:
    assert did_you_mean("chicgo", ["chicago", "clark-county"], "list them") == 'did you mean "chicago"?'
    assert did_you_mean("zzz", ["chicago"], "list them") == "list them"


def test_a_name_not_found_renders_like_any_other_mistake() -> None:
    assert NotFound("there is no term", "look again").render() == "A900: there is no term\n  help: look again"
