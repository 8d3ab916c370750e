"""Theories of datalog-conformance as rulebooks: superiority becomes exceptions, defeaters become *unless*.

Each literal is a term of its own. What a rule for the literal says *holds*, a rule for its opposite says *does not
hold*; a rule superior to another is an exception to it. What is definite (facts and strict rules) is an exception
to all that is only defeasible. A conflict below stays a conflict: ambiguity is propagated, not blocked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.meaning import possible
from ascertain.rulebook.model.rules import AllOf, AnyOf, Clause, Condition, IsTrue, Not, Outcome, Rule
from conformance import books
from conformance.manifest import AGREES, DIFFERS, DISAGREES, EXCLUDED, InexpressibleError, MissingError, Verdict

SUITE = "datalog-conformance"
SOURCE = "https://pypi.org/project/datalog-conformance/"
_MOST_BYTES = 100_000
_MOST_RULES = 200
_ATOM = re.compile(r"(~?)([\w:]+)(?:\(([^()]*)\))?$")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_POLICY = "propagating"
_NOT_SHOWN = frozenset({Outcome.SILENT, Outcome.CONFLICT})
_FITTING = {
    "defeasibly": frozenset({Outcome.HOLDS}),
    "not_defeasibly": frozenset({Outcome.DOES_NOT_HOLD}) | _NOT_SHOWN,
    "undecided": _NOT_SHOWN,
}

_EXPLAINED = {
    "defeasible/basic/bozzato_example1_bob_exception": "wants the more specific rule to win unsaid; here nothing wins "
    "for being more specific, so that the two rules conflict until an exception says which one does",
}
"""Cases that want another meaning than ours."""


def suite_version() -> str:
    """The release whose data are installed.

    Raises:
        MissingError: None is.
    """
    try:
        return version(SUITE)
    except PackageNotFoundError:
        raise MissingError(f"{SUITE} is not installed: pip install --no-deps {SUITE}==0.1.0") from None


def verdicts() -> Iterator[Verdict]:
    """Run every case of the installed suite.

    Raises:
        MissingError: It is not installed.
    """
    suite_version()
    spec = find_spec("datalog_conformance")
    assert spec is not None and spec.origin is not None
    folder = Path(spec.origin).parent / "_tests"
    for file in sorted(folder.rglob("*.yaml")):
        group = str(file.relative_to(folder).parent)
        if file.stat().st_size > _MOST_BYTES:
            names = re.findall(r"^- name: *(\S+)", file.read_text("utf-8"), re.MULTILINE)
            reason = "relations of many thousand rows: a rulebook has terms about one government, not relations"
            yield from (Verdict(f"{group}/{name}", EXCLUDED, reason) for name in names)
            continue
        data = yaml.load(file.read_text("utf-8"), _LOADER)  # noqa: S506 - a safe loader either way
        for case in data.get("tests", [data]):
            yield _verdict(f"{group}/{case['name']}", case)


def _verdict(name: str, case: Mapping[str, Any]) -> Verdict:
    try:
        wrong = _wrong(case)
    except InexpressibleError as error:
        return Verdict(name, EXCLUDED, str(error))
    if not wrong:
        return Verdict(name, AGREES)
    return (
        Verdict(name, DIFFERS, _EXPLAINED[name]) if name in _EXPLAINED else Verdict(name, DISAGREES, "; ".join(wrong))
    )


def _wrong(case: Mapping[str, Any]) -> list[str]:
    if "program" in case:
        raise InexpressibleError("a Datalog program over relations: joins and recursion, which rulebooks do not have")
    if "theory" not in case:
        raise InexpressibleError("about a property of several theories taken together")
    expected = case.get("expect") or case.get("expect_per_policy", {}).get(_POLICY)
    if expected is None:
        raise InexpressibleError("asks for a closure of conditional logic, which ranks rules by specificity")
    theory = _Theory.read(case["theory"], any_case="souffle" in case["name"])
    translated = _Translation(theory, _wanted(expected))
    return [wrong for section, facts in expected.items() for wrong in translated.wrong(section, facts)]


def _wanted(expected: Mapping[str, Mapping[str, Sequence[Sequence[Any]]]]) -> set[str]:
    return {_literal(name, row) for facts in expected.values() for name, rows in facts.items() for row in rows}


@dataclass(frozen=True)
class _Ground:
    id: str
    head: str
    body: tuple[str, ...]


@dataclass(frozen=True)
class _Theory:
    facts: frozenset[str]
    strict: tuple[_Ground, ...]
    defeasible: tuple[_Ground, ...]
    defeaters: tuple[_Ground, ...]
    superior: frozenset[tuple[str, str]]

    @classmethod
    def read(cls, raw: Mapping[str, Any], *, any_case: bool) -> _Theory:
        """The theory with its rules made ground; ``any_case``: variables may begin with a small letter."""
        rows = [(name, row) for name, held in raw.get("facts", {}).items() for row in held]
        constants = sorted({str(value) for _, row in rows for value in row})
        variable = _ANY_VARIABLE if any_case else _VARIABLE
        strict, defeasible, defeaters = (tuple(_grounded(raw.get(kind) or (), constants, variable)) for kind in _KINDS)
        if any({pair} - {(f"~{pair[1]}", pair[1]), (pair[0], f"~{pair[0]}")} for pair in _pairs(raw, "conflicts")):
            raise InexpressibleError("conflicts between conclusions that are not each other's opposite")
        facts = frozenset(_literal(name, row) for name, row in rows)
        return cls(facts, strict, defeasible, defeaters, frozenset(_pairs(raw, "superiority")))


_VARIABLE = re.compile(r"[A-Z_?]")
_ANY_VARIABLE = re.compile(r"[A-Za-z_?]")
_KINDS = ("strict_rules", "defeasible_rules", "defeaters")


def _pairs(raw: Mapping[str, Any], key: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in raw.get(key) or ()]


def _literal(name: str, row: Sequence[Any]) -> str:
    return f"{name}({', '.join(map(str, row))})" if row else name


def _grounded(
    rules: Sequence[Mapping[str, Any]], constants: Sequence[str], variable: re.Pattern[str]
) -> Iterator[_Ground]:
    made = 0
    for rule in rules:
        parts = [rule["head"], *rule.get("body", ())]
        atoms = [_ATOM.match(part) for part in parts]
        if None in atoms:
            raise InexpressibleError("conditions that compare, compute or negate as failure over relations")
        variables = sorted({name for atom in atoms if atom for name in _arguments(atom) if variable.match(name)})
        for chosen in product(constants, repeat=len(variables)):
            made += 1
            if made > _MOST_RULES:
                raise InexpressibleError("joins of relations: too many ground rules to write as law")
            values = dict(zip(variables, chosen, strict=True))
            head, *body = [_put(atom, values) for atom in atoms if atom]
            yield _Ground(rule["id"], head, tuple(body))


def _arguments(atom: re.Match[str]) -> list[str]:
    parts = [part.strip() for part in atom[3].split(",")] if atom[3] else []
    if any(set("+-*/%") & set(part) for part in parts):
        raise InexpressibleError("arithmetic in arguments: rulebooks compare numbers and do not compute with them")
    return parts


def _put(atom: re.Match[str], values: Mapping[str, str]) -> str:
    return _literal(atom[1] + atom[2], [values.get(part, part.strip('"')) for part in _arguments(atom)])


def _opposite(literal: str) -> str:
    return literal.removeprefix("~") if literal.startswith("~") else f"~{literal}"


class _Translation:
    def __init__(self, theory: _Theory, wanted: set[str]) -> None:
        self._theory = theory
        self._rules: list[Rule] = []
        every = (*theory.strict, *theory.defeasible, *theory.defeaters)
        literals = {*theory.facts, *wanted, *(part for rule in every for part in (rule.head, *rule.body))}
        literals |= {_opposite(literal) for literal in literals}
        self._refuse_circles()
        for literal in sorted(literals):
            self._definite(literal)
            self._defeasible(literal)
        terms = [books.term(phrase) for literal in sorted(literals) for phrase in (literal, f"definitely {literal}")]
        self._law = books.law(terms, self._rules)

    def wrong(self, section: str, facts: Mapping[str, Sequence[Sequence[Any]]]) -> Iterator[str]:
        for name, rows in facts.items():
            for row in rows:
                literal = _literal(name, row)
                definite = section == "definitely"
                outcome = self._outcome(f"definitely {literal}" if definite else literal)
                if outcome not in ({Outcome.HOLDS} if definite else _FITTING[section]):
                    yield f"{section} {literal}: here {outcome.value}"

    def _outcome(self, phrase: str) -> Outcome:
        (outcome,) = possible(self._law, phrase, {})
        assert Diagram(self._law, phrase).possible({}) == {outcome}
        return outcome

    def _refuse_circles(self) -> None:
        """Law that rests on itself is refused; so is a theory that would need it."""
        rests: dict[str, set[str]] = {}
        for rule in (*self._theory.strict, *self._theory.defeasible, *self._theory.defeaters):
            for head in (rule.head, _opposite(rule.head)):
                rests.setdefault(head, set()).update(rule.body)
        for start, grounds in rests.items():
            seen: set[str] = set()
            waiting = list(grounds)
            while waiting:
                here = waiting.pop()
                if here == start:
                    raise InexpressibleError("a conclusion that rests on itself, which rulebooks refuse")
                if here not in seen:
                    seen.add(here)
                    waiting += rests.get(here, ())

    def _definite(self, literal: str) -> None:
        guards = [AllOf(tuple(IsTrue(f"definitely {part}") for part in rule.body)) for rule in self._strict(literal)]
        given = AllOf(()) if literal in self._theory.facts else AnyOf(())
        self._add(books.rule(f"D{literal}", f"definitely {literal}", books.clause(True, AnyOf((given, *guards)))))

    def _defeasible(self, literal: str) -> None:
        for side, verdict in ((literal, True), (_opposite(literal), False)):
            for rule in [None, *self._usable(side)]:
                made = books.rule(
                    f"{literal} by {_name(rule, side)}", literal, self._clause(rule, side, verdict=verdict)
                )
                self._add(made)
                self._except(made, rule, side, verdict=verdict)

    def _except(self, to: Rule, rule: _Ground | None, side: str, *, verdict: bool) -> None:
        """Whatever speaks for the other side and is superior wins; what is definite is superior to what is not."""
        if rule is None:
            return
        other = _opposite(side)
        winners: list[_Ground | None] = [r for r in self._usable(other) if (r.id, rule.id) in self._theory.superior]
        for winner in [None, *winners]:
            name = f"{to.id.partition('#')[2]} but {_name(winner, other)}"
            made = books.exception(name, to, self._clause(winner, other, verdict=not verdict))
            self._add(made)
            self._except(made, winner, other, verdict=not verdict)

    def _clause(self, rule: _Ground | None, side: str, *, verdict: bool) -> Clause:
        """``None`` stands for what is definite."""
        if rule is None:
            return books.clause(verdict, IsTrue(f"definitely {side}"))
        blocked: list[Condition] = [
            Not(AllOf(tuple(map(IsTrue, defeater.body))))
            for defeater in self._theory.defeaters
            if defeater.head == _opposite(side) and (rule.id, defeater.id) not in self._theory.superior
        ]
        return books.clause(verdict, AllOf((*map(IsTrue, rule.body), *blocked)))

    def _strict(self, literal: str) -> list[_Ground]:
        return [rule for rule in self._theory.strict if rule.head == literal]

    def _usable(self, literal: str) -> list[_Ground]:
        """Strict rules speak too where their grounds are only defeasible."""
        return [rule for rule in (*self._theory.strict, *self._theory.defeasible) if rule.head == literal]

    def _add(self, rule: Rule) -> None:
        self._rules.append(rule)


def _name(rule: _Ground | None, side: str) -> str:
    return f"{rule.id} {' '.join(rule.body)}" if rule else f"definitely {side}"
