"""What is heard of quantities that are compared with each other: values are sought first, and every way told last."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.cli.main import main
from ascertain.findings.diagrams import heard, linking, seeking
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.diagrams.linking import Link
from ascertain.findings.diagrams.seeking import Seeker
from ascertain.findings.diagrams.space import Atom, AtomKind, another
from ascertain.law.model import Matter
from ascertain.rulebook.model.rules import Outcome

from .books import DAY, rules, term
from .test_random_quantities import assert_same_where_every_value_is_tried

HOLDS, FAILS, SILENT = Outcome.HOLDS, Outcome.DOES_NOT_HOLD, Outcome.SILENT
NUMBERS = tuple(term(phrase, "number") for phrase in ("low", "middle", "high", "count"))

TELLING = (2, 12, 14, 51, 90, 99, 113)
"""Seeds whose findings hang on what is met where values are sought, and on every way where they are not found."""

LIMITS = {
    "as it is": (60, 200, 2_000, 20),
    "sought first": (0, 200, 2_000, 20),
    "seldom told": (0, 20, 10, 1),
    "hardly sought": (0, 0, 3, 1),
    "never told": (0, 0, 2_000, 20),
}


@pytest.mark.parametrize("limits", LIMITS)
def test_wherever_the_limits_of_seeking_and_telling_lie_what_matters_is_named(
    limits: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many, steps, at_points = LIMITS[limits]
    monkeypatch.setattr(linking, "_FEW", few)
    monkeypatch.setattr(linking, "_MANY", many)
    monkeypatch.setattr(seeking, "_STEPS", steps)
    monkeypatch.setattr(heard, "_POINTS", at_points)
    for seed in TELLING:
        assert_same_where_every_value_is_tried(seed)


def asked(folder: Path, text: str, *more: str) -> Diagram:
    rulebook = rules(folder, text, *NUMBERS, *more)
    return Diagram(compiled_for(rulebook).law(Matter(None, None, DAY, DAY)), "answer")


def refuse(link: Link, *_: object) -> None:
    raise AssertionError(f"every way told of {link.terms}")


BETWEEN = """
rule R: answer
  holds if all of
    - one
    - high > middle
    - middle > low
  does not hold otherwise
"""


def test_where_points_are_met_for_all_outcomes_and_all_that_matters_no_way_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Link, "points", refuse)
    diagram = asked(tmp_path, BETWEEN)
    assert diagram.possible({}) == {HOLDS, FAILS}
    assert diagram.turns_on({}).facts == ("one", "high", "middle", "low")


PARTED = """
rule R: answer
  holds if any of
    - all of
      - one
      - high > middle
    - all of
      - two
      - not high > middle
      - middle > low
    - all of
      - three
      - not high > middle
      - not middle > low
      - low > count
    - all of
      - four
      - not high > middle
      - not middle > low
      - not low > count
  does not hold otherwise
"""


def test_what_matters_only_where_amounts_lie_otherwise_than_at_the_first_points_is_sought_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Link, "points", refuse)
    diagram = asked(tmp_path, PARTED, term("four"))
    assert set(diagram.turns_on({}).facts) == {"one", "two", "three", "four", "high", "middle", "low", "count"}
    assert diagram.turns_on({}).unproved == ()


ROUND = """
rule R: answer
  holds if all of
    - one
    - high > middle
    - middle > low
    - low > high
  does not hold if two
"""


def test_what_no_values_make_true_is_neither_possible_nor_does_anything_of_it_matter(tmp_path: Path) -> None:
    diagram = asked(tmp_path, ROUND)
    assert diagram.possible({}) == {FAILS, SILENT}
    assert diagram.turns_on({}).all == ("two",)


def test_a_quantity_is_said_to_be_only_what_some_values_let_it_be(tmp_path: Path) -> None:
    text = """
    rule R: total
      is low if all of
        - high > middle
        - middle > low
        - low > high

    rule S: total
      is middle if one
    """
    rulebook = rules(tmp_path, text, term("total", "number"), *NUMBERS)
    diagram = Diagram(compiled_for(rulebook).law(Matter(None, None, DAY, DAY)), "total")
    found = diagram.situation({}).term("total")
    assert [str(worth) for worth in found.free.worths if "low" in str(worth)]
    assert ["middle" in str(worth) for worth in found.said()] == [True]


APART = """
rule R: answer
  holds if all of
    - one
    - low > middle
    - low > 7
    - middle > 7
  does not hold if all of
    - not one
    - two
    - low > count
    - count > high
    - count > 7
    - high > 7
"""


def test_what_matters_to_quantities_of_few_ways_is_proved_though_all_together_have_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No value is tried, so that nothing is met; of two numbers every way can be told, of all four it cannot."""
    diagram = asked(tmp_path, APART)
    (link,) = diagram.situation({}).links
    monkeypatch.setattr(linking, "_MANY", len(link.domains["low"]) * len(link.domains["middle"]))
    monkeypatch.setattr(seeking, "_STEPS", 0)
    assert link.too_wide
    found = diagram.turns_on({})
    assert set(found.facts) == {"one", "two", "low", "middle", "high", "count"}
    assert not {"one", "low", "middle"} & set(found.unproved)
    assert {"two", "count", "high"} <= set(found.unproved)


def test_a_quantity_is_tried_at_its_places_and_next_to_where_comparisons_with_others_turn(tmp_path: Path) -> None:
    diagram = asked(tmp_path, "rule R: answer\n  holds if all of\n    - high > low\n    - low > 5\n    - high > 50")
    situation = diagram.situation({})
    seeker = Seeker(situation.links, diagram.compiled.space)
    seen: dict[int, set[int]] = {}

    def look(number: int) -> bool:
        point = seeker.point(number)
        seen.setdefault(int(point["high"]), set()).add(int(point["low"]))
        return False

    (link,) = situation.links
    assert seeker.find(diagram.compiled.space.true, look, {"low", "high"}) is None
    assert set(seen) == set(link.domains["high"])
    for high, lows in seen.items():
        # Where the comparison turns as low rises, and next to that on either side.
        assert lows == {*map(int, link.domains["low"]), high - 1, high, high + 1}


@pytest.mark.parametrize("crowded", [False, True])
def test_where_to_tell_takes_minutes_quantities_are_taken_to_lie_in_any_way(
    crowded: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "_CROWDED", 0 if crowded else 5_000)
    diagram = asked(tmp_path, ROUND)
    situation, holds = diagram.situation({}), diagram.compiled.term("answer").holds
    assert situation.crowded is crowded
    assert situation.put_readily(holds).satisfiable() is crowded
    assert situation.put_unlinked(holds).satisfiable()
    assert not situation.put(holds).satisfiable()


@pytest.mark.parametrize("kind", AtomKind)
def test_what_stands_for_an_unknown_is_like_it_in_all_but_its_name(kind: AtomKind) -> None:
    atom = Atom(kind, "it", ("a", "b", "c"))
    assert (another(atom).kind, another(atom).values) == (atom.kind, atom.values)
    assert another(atom) != atom
    assert another(atom) != another(Atom(kind, "that", ("a", "b", "c")))


def test_a_rulebook_is_compiled_once_while_it_is_asked_about(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, BETWEEN, *NUMBERS)
    assert compiled_for(rulebook) is compiled_for(rulebook)


def test_a_timeline_says_below_what_is_not_proved_to_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rules(tmp_path, APART, *NUMBERS)
    period = ("--from", "2017-01-01", "--to", "2017-06-30")
    asked_for = ("find", str(tmp_path), "--who", "reno", "--question", "answer", *period)
    note = "amounts or dates can lie together in too many ways to prove that these matter: "
    assert main(asked_for) == 0
    assert note not in capsys.readouterr().out
    monkeypatch.setattr(linking, "_MANY", 0)
    monkeypatch.setattr(seeking, "_STEPS", 0)
    monkeypatch.setenv("COLUMNS", "300")
    assert main(asked_for) == 0
    told = [line.partition(note)[2] for line in capsys.readouterr().out.splitlines() if note in line]
    assert [sorted(each.split("; ")) for each in told] == [["count", "high", "low", "middle", "one", "two"]]
