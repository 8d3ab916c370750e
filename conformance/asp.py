"""The meaning of rules as an answer-set program: each stable model is one way to resolve all that is unknown.

Made from the rulebook's model and not from Ascertain's engines. The force of provisions for a matter is taken as the
law states it. Quantities that are compared with each other are not said here, as a solver that walks through values
would need all of theirs: they are the SMT solver's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import clingo

from ascertain.findings.reaching.index import Leaf
from ascertain.law.force import LawOn
from ascertain.law.model import Branch, Doubt, ForceTree
from ascertain.law.scope import in_group, part_of_program
from ascertain.rulebook.model.rules import (
    AllOf,
    AnyOf,
    Clause,
    Compare,
    Condition,
    InForce,
    InGroup,
    IsTrue,
    Not,
    Outcome,
    ProgramIs,
    Relate,
    Rule,
    UnderReading,
)
from ascertain.rulebook.model.terms import Subject, TermType, Value

_Way = tuple[tuple[Doubt, bool], ...]
L = TypeVar("L")

_OUTCOMES = {"h": Outcome.HOLDS, "d": Outcome.DOES_NOT_HOLD, "s": Outcome.SILENT, "c": Outcome.CONFLICT}

_MEANING = """
% Who hears several voices: the silent do not count, equal ones agree, different ones conflict.
yes(N) :- hears(N, M), out(M, h).    yes(N) :- hears(N, M), out(M, c).
no(N)  :- hears(N, M), out(M, d).    no(N)  :- hears(N, M), out(M, c).
out(N, h) :- listens(N), yes(N), not no(N).
out(N, d) :- listens(N), no(N), not yes(N).
out(N, c) :- listens(N), yes(N), no(N).
out(N, s) :- listens(N), not yes(N), not no(N).
% Who tries one voice after another speaks with the first that is not silent.
out(N, O) :- first(N, A, B), out(A, O), O != s.
out(N, O) :- first(N, A, B), out(A, s), out(B, O).
% Who needs a condition for the verdict V.
out(N, V) :- says(N, V, C), true(C).
out(N, c) :- says(N, V, C), mixed(C).
out(N, s) :- says(N, V, C), false(C).
% Who speaks only where a condition, which nothing can mix, is true.
out(N, O) :- where(N, M, C), true(C), out(M, O).
out(N, s) :- where(N, M, C), false(C).
% Conditions: all of is the least, any of the greatest, of false < mixed < true.
true(C)  :- about(C, N), out(N, h).
mixed(C) :- about(C, N), out(N, c).
false(C) :- about(C, N), out(N, d).    false(C) :- about(C, N), out(N, s).
true(C)  :- inverse(C, D), false(D).
false(C) :- inverse(C, D), true(D).
mixed(C) :- inverse(C, D), mixed(D).
fails(C) :- part(C, D), false(D).    met(C) :- part(C, D), true(D).
flaws(C) :- part(C, D), mixed(D).
false(C) :- every(C), fails(C).
mixed(C) :- every(C), flaws(C), not fails(C).
true(C)  :- every(C), not fails(C), not flaws(C).
true(C)  :- some(C), met(C).
mixed(C) :- some(C), flaws(C), not met(C).
false(C) :- some(C), not met(C), not flaws(C).
false(C) :- plain(C), not true(C).
% What is unknown has exactly one of its values.
1 { is(A, V) : may(A, V) } 1 :- atom(A).
answer(O) :- question(N), out(N, O).
#show answer/1.
"""


class Completions:
    """All ways to resolve what one question can depend on, under the law of one matter.

    Args:
        law: The law for the matter.
        question: The phrase of a term.
        known: The facts that are known.
    """

    def __init__(self, law: LawOn, question: str, known: Mapping[str, Value]) -> None:
        self._law = law
        self._known = known
        self._bounds: dict[str, set[int]] = defaultdict(set)
        self._names: dict[tuple[str, str], int] = {}
        self._lines: list[str] = []
        self._bound_facts()
        self._say(f"question({self._term(question)}).")

    @property
    def text(self) -> str:
        """The answer-set program."""
        return "\n".join([_MEANING, *self._lines])

    def possible(self) -> frozenset[Outcome]:
        """The outcomes over all stable models."""
        control = clingo.Control(["0", "--project=show", "-Wno-atom-undefined"])
        control.add("base", [], self.text)
        control.ground([("base", [])])
        found: set[Outcome] = set()
        with control.solve(yield_=True) as models:
            for model in models:
                (answer,) = model.symbols(shown=True)
                found.add(_OUTCOMES[str(answer.arguments[0])])
        return frozenset(found)

    def _say(self, line: str) -> None:
        self._lines.append(line)

    def _new(self, kind: str = "", name: str = "") -> int:
        """A number for a node or condition; a name keeps its number."""
        return self._names.setdefault((kind, name or str(len(self._names))), len(self._names))

    def _term(self, phrase: str) -> int:
        if ("term", phrase) in self._names:
            return self._names["term", phrase]
        node = self._new("term", phrase)
        rules = [rule for rule in self._law.rulebook.rules.values() if rule.term == phrase]
        if rules:
            self._listen(node, map(self._rule, rules))
        else:
            fact = self._fact(phrase)
            self._say(f"out({node}, h) :- is({fact}, 1). out({node}, d) :- is({fact}, 0).")
        return node

    def _rule(self, rule: Rule) -> int:
        if ("rule", rule.id) in self._names:
            return self._names["rule", rule.id]
        node = self._new("rule", rule.id)
        others = [other for other in self._law.rulebook.rules.values() if other.target == rule.id]
        excepted = self._listen(self._new(), map(self._rule, others))
        said = self._listen(self._new(), (self._clause(clause) for clause in rule.clauses if not clause.otherwise))
        rest = self._listen(self._new(), (self._clause(clause) for clause in rule.clauses if clause.otherwise))
        own, both = self._new(), self._new()
        live = self._list("every", (self._plain(part) for part in self._needs(rule)))
        self._say(f"first({own}, {said}, {rest}). first({both}, {excepted}, {own}). where({node}, {both}, {live}).")
        return node

    def _needs(self, rule: Rule) -> Iterator[str]:
        yield from self._force(self._law.tree(rule.provision))
        if rule.reading is not None:
            yield self._reading(*rule.reading)

    def _listen(self, node: int, voices: Iterable[int]) -> int:
        self._say(f"listens({node}).")
        for voice in list(voices):
            self._say(f"hears({node}, {voice}).")
        return node

    def _clause(self, clause: Clause) -> int:
        node = self._new()
        verdict = "h" if clause.verdict is Outcome.HOLDS else "d"
        guard = self._list("every", ()) if clause.guard is None else self._condition(clause.guard)
        self._say(f"says({node}, {verdict}, {guard}).")
        return node

    def _condition(self, condition: Condition) -> int:
        match condition:
            case IsTrue(phrase):
                made = self._new()
                self._say(f"about({made}, {self._term(phrase)}).")
                return made
            case Not(inner):
                made = self._new()
                self._say(f"inverse({made}, {self._condition(inner)}).")
                return made
            case AllOf(parts):
                return self._list("every", map(self._condition, parts))
            case AnyOf(parts):
                return self._list("some", map(self._condition, parts))
        return self._list("some", map(self._plain, self._leaf(condition)))

    def _list(self, kind: str, parts: Iterable[int]) -> int:
        made = self._new()
        self._say(f"{kind}({made}).")
        for part in list(parts):
            self._say(f"part({made}, {part}).")
        return made

    def _plain(self, body: str) -> int:
        """A condition that is true where the body is, and else false."""
        made = self._new()
        self._say(f"plain({made}). true({made}) :- {body}.")
        return made

    def _leaf(self, condition: Leaf) -> Iterator[str]:
        """The bodies any of which makes the condition true."""
        matter, rulebook = self._law.matter, self._law.rulebook
        match condition:
            case Relate():  # it counts what it grounds, and amounts and days are too many; the page says what is asked
                raise NotImplementedError("quantities compared with each other")
            case Compare(phrase, op, value):
                yield f"is({self._fact(phrase)}, V), V {op} {self._value(value)}"
            case InGroup(Subject.PROGRAM, group):
                yield from self._doubtful(in_group(group, None, matter.program, matter.on, rulebook))
            case InGroup(_, group):
                yield from self._doubtful(in_group(group, matter.government, None, matter.on, rulebook))
            case ProgramIs(program):
                yield from self._doubtful(part_of_program(matter.program, program, rulebook))
            case InForce(provision):
                yield from self._force(self._law.tree(provision))
            case UnderReading(point, reading):
                yield self._reading(point, reading)

    def _force(self, tree: ForceTree) -> Iterator[str]:
        made = self._new()
        for way, state in _ways(tree, ()):
            if state.speaks:
                self._say(f"force({made}) :- {self._answered(way)}.")
        yield f"force({made})"

    def _doubtful(self, answer: bool | Doubt) -> Iterator[str]:
        if isinstance(answer, Doubt):
            yield f"is({self._doubt(answer)}, 1)"
        elif answer:
            yield "0 = 0"

    def _atom(self, kind: str, name: str, values: Iterable[int]) -> int:
        new = (kind, name) not in self._names
        atom = self._new(kind, name)
        if new:
            self._say(f"atom({atom}). " + " ".join(f"may({atom}, {value})." for value in values))
        return atom

    def _doubt(self, doubt: Doubt) -> int:
        return self._atom("doubt", doubt.id, (0, 1))

    def _reading(self, point: str, reading: str) -> str:
        new = ("point", point) not in self._names
        live = self._law.live_readings(point)
        atom = self._atom("point", point, map(self._value, live.names))
        if new:
            self._say(f":- is({atom}, V), not live({atom}, V).")
            for way, names in _ways(live.ways, ()):
                for name in names:
                    self._say(f"live({atom}, {self._value(name)}) :- {self._answered(way)}.")
        return f"is({atom}, {self._value(reading)})"

    def _answered(self, way: _Way) -> str:
        return ", ".join(["0 = 0", *(f"is({self._doubt(doubt)}, {int(yes)})" for doubt, yes in way)])

    def _fact(self, phrase: str) -> int:
        term = self._law.rulebook.terms[phrase]
        values = self._bounds[phrase]
        if phrase in self._known:
            values = {self._value(self._known[phrase])}
        elif term.type is TermType.YES_NO:
            values = {0, 1}
        elif term.type is TermType.ONE_OF:
            values = set(map(self._value, term.values))
        return self._atom("fact", phrase, values)

    def _bound_facts(self) -> None:
        """Each number with its neighbours stands for all numbers; a text has one value more than any rule names."""
        for phrase, value in self._compared():
            if isinstance(value, str):
                self._bounds[phrase] |= {self._value(value), self._value(f"not any text named for {phrase}")}
            else:
                self._bounds[phrase] |= {int(value) - 1, int(value), int(value) + 1}

    def _compared(self) -> Iterator[tuple[str, Value]]:
        waiting = [clause.guard for rule in self._law.rulebook.rules.values() for clause in rule.clauses]
        while waiting:
            match waiting.pop():
                case AllOf(parts) | AnyOf(parts):
                    waiting += parts
                case Not(inner):
                    waiting.append(inner)
                case Compare(phrase, _, value):
                    yield phrase, value

    def _value(self, value: Value) -> int:
        return self._new("text", value) if isinstance(value, str) else int(value)


def _ways(tree: L | Branch[L], so_far: _Way) -> Iterator[tuple[_Way, L]]:
    """Every way to answer the doubts that an answer hangs on, and the answer."""
    if isinstance(tree, Branch):
        yield from _ways(tree.if_yes, (*so_far, (tree.doubt, True)))
        yield from _ways(tree.if_no, (*so_far, (tree.doubt, False)))
    else:
        yield so_far, tree
