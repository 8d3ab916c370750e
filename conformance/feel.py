"""The part of FEEL, the expression language of DMN, that a rulebook can say: ternary logic and comparisons.

``null`` is an unknown. What FEEL evaluates to ``null``, a rulebook leaves open between *holds* and *does not hold*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.rules import AllOf, AnyOf, Compare, Condition, IsTrue, Not
from ascertain.rulebook.model.terms import TermType, Value
from conformance.manifest import InexpressibleError

_TOKEN = re.compile(
    r'\s*(?:(?P<date>date\("(?P<day>\d{4}-\d\d-\d\d)"\))|(?P<number>-?\d+(?!\.\d|[eE\d]))|"(?P<text>[^"]*)"'
    r"|(?P<word>[A-Za-z_]\w*)|(?P<sign>\.\.|>=|<=|!=|[()\[\],=<>]))"
)


@dataclass
class Said:
    """An expression as a condition, over facts of which some are known.

    Args:
        condition: The condition.
        types: The type of each fact.
        known: The value of each fact that is not ``null``.
    """

    condition: Condition
    types: Mapping[str, TermType]
    known: Mapping[str, Value]


@dataclass(frozen=True)
class _Literal:
    """A constant, or an input by its name; the value is ``None`` for ``null``."""

    value: Value | None
    type: TermType
    name: str = ""


@dataclass
class Reader:
    """Reads one expression.

    Args:
        text: The expression.
        inputs: The value of each input, ``None`` for ``null``.
    """

    text: str
    inputs: Mapping[str, bool | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tokens = self._tokenised()
        self._at = 0
        self._types: dict[str, TermType] = {}
        self._known: dict[str, Value] = {}

    def read(self) -> Said:
        """The expression as a condition.

        Raises:
            InexpressibleError: A rulebook cannot say it.
        """
        condition = self._or()
        if self._at < len(self._tokens):
            raise InexpressibleError("other expressions of FEEL than logic and comparisons")
        return Said(condition, self._types, self._known)

    def _tokenised(self) -> list[tuple[str, str]]:
        if re.search(r"\b(time|duration)\(", self.text):
            raise InexpressibleError("times of day and durations, which rulebooks do not have")
        tokens, at, text = [], 0, self.text.strip()
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None or token.lastgroup is None:
                raise InexpressibleError("other values of FEEL than booleans, whole numbers, dates and plain texts")
            kind = "date" if token["date"] else token.lastgroup
            tokens.append((kind, token["day"] or token[kind]))
            at = token.end()
        return tokens

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _take(self, *wanted: str) -> str:
        kind, word = self._peek()
        if wanted and (word not in wanted or kind not in ("word", "sign")):
            raise InexpressibleError("other expressions of FEEL than logic and comparisons")
        self._at += 1
        return word

    def _is(self, *words: str) -> bool:
        kind, word = self._peek()
        return kind in ("word", "sign") and word in words

    def _or(self) -> Condition:
        parts = [self._and()]
        while self._is("or"):
            self._take()
            parts.append(self._and())
        return AnyOf(tuple(parts)) if parts[1:] else parts[0]

    def _and(self) -> Condition:
        parts = [self._single()]
        while self._is("and"):
            self._take()
            parts.append(self._single())
        return AllOf(tuple(parts)) if parts[1:] else parts[0]

    def _single(self) -> Condition:
        if self._is("not"):
            self._take()
            self._take("(")
            inner = self._or()
            self._take(")")
            return Not(inner)
        if self._is("all", "any"):
            return self._quantified()
        if self._is("("):
            self._take()
            inner = self._or()
            self._take(")")
            return inner
        return self._comparison()

    def _quantified(self) -> Condition:
        kind = self._take()
        self._take("(")
        listed = self._is("[")
        if listed:
            self._take()
        parts: list[Condition] = []
        while not self._is("]", ")"):
            parts.append(self._or())
            if self._is(","):
                self._take()
        if listed:
            self._take("]")
        self._take(")")
        if not listed and not parts:
            raise InexpressibleError("a call with wrong arguments, which is an error of FEEL")
        return AllOf(tuple(parts)) if kind == "all" else AnyOf(tuple(parts))

    def _comparison(self) -> Condition:
        left = self._literal()
        if self._is("between"):
            self._take()
            least = self._literal()
            self._take("and")
            fact = self._fact(left, least)
            return AllOf((self._compare(fact, ">=", least), self._compare(fact, "<=", self._literal())))
        if self._is("=", "!=", "<", "<=", ">", ">="):
            op = self._take()
            right = self._literal()
            return self._compare(self._fact(left, right), op, right)
        if self._is("in"):
            self._take()
            return self._test(left, None)
        if left.type is not TermType.YES_NO:
            raise InexpressibleError("a value that is no boolean where a boolean belongs, which is an error of FEEL")
        return IsTrue(self._fact(left, left))

    def _test(self, left: _Literal, fact: str | None) -> Condition:
        if self._is("<", "<=", ">", ">=", "=", "!="):
            op = self._take()
            right = self._literal()
            return self._compare(fact or self._fact(left, right), op, right)
        if not self._is("[", "("):
            right = self._literal()
            return self._compare(fact or self._fact(left, right), "=", right)
        opening = self._take()
        start = self._at
        if not self._is("<", "<=", ">", ">=", "=", "!=", "[", "("):
            least = self._literal()
            if self._is(".."):
                return self._range(left, fact, opening, least)
        self._at = start
        tests: list[Condition] = []
        while not self._is("]", ")"):
            shared = fact or self._fact(left, left)
            tests.append(self._test(left, shared))
            fact = shared
            if self._is(","):
                self._take()
        self._take()
        return AnyOf(tuple(tests))

    def _range(self, left: _Literal, fact: str | None, opening: str, least: _Literal) -> Condition:
        self._take("..")
        most = self._literal()
        closing = self._take("]", ")", "[")
        fact = fact or self._fact(left, least)
        lower = self._compare(fact, ">=" if opening == "[" else ">", least)
        return AllOf((lower, self._compare(fact, "<=" if closing == "]" else "<", most)))

    def _literal(self) -> _Literal:
        kind, word = self._peek()
        self._at += 1
        match kind:
            case "number":
                return _Literal(int(word), TermType.NUMBER)
            case "text":
                return _Literal(word, TermType.TEXT)
            case "date":
                return _Literal(_day(word), TermType.DATE)
            case "word" if word in ("true", "false", "null"):
                return _Literal({"true": True, "false": False}.get(word), TermType.YES_NO)
            case "word" if word in self.inputs:
                return _Literal(self.inputs[word], TermType.YES_NO, word)
        raise InexpressibleError("other expressions of FEEL than logic and comparisons")

    def _fact(self, left: _Literal, right: _Literal) -> str:
        """The fact on the left of a comparison; each literal is one of its own, each input the same again."""
        phrase = left.name or f"fact {len(self._types)}"
        self._types[phrase] = right.type if left.value is None else left.type
        if left.value is not None:
            self._known[phrase] = left.value
        return phrase

    def _compare(self, fact: str, op: str, right: _Literal) -> Condition:
        kind = self._types[fact]
        if right.value is None:
            raise InexpressibleError("a comparison with null itself: what is unknown is no value to compare with")
        if right.type is not kind:
            raise InexpressibleError("a comparison of values of different types, which a rulebook refuses")
        if kind in (TermType.YES_NO, TermType.TEXT) and op not in ("=", "!="):
            raise InexpressibleError("an order of texts or booleans, which a rulebook refuses")
        if kind is TermType.YES_NO:
            condition: Condition = IsTrue(fact) if right.value else Not(IsTrue(fact))
        else:
            condition = Compare(fact, "=" if op == "!=" else op, right.value)
        return Not(condition) if op == "!=" else condition


def _day(text: str) -> int:
    try:
        return Moment.parse(text).earliest.toordinal()
    except ValueError:
        raise InexpressibleError("a day that does not exist, which a rulebook refuses") from None
