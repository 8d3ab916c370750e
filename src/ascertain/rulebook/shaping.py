"""Lark's trees into raw items with places."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token, Tree

from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.raw import (
    Field,
    Item,
    RawAtom,
    RawCaseTable,
    RawClause,
    RawCondition,
    RawEffect,
    RawEntry,
    RawList,
    RawNot,
    RawPoint,
    RawReading,
    RawRule,
    RawTable,
    Text,
)

_DEEPEST = 30


class TooDeep(Exception):  # noqa: N818 - it is a mistake of the text, raised and caught here
    """A condition nested deeper than anyone can read.

    Args:
        place: Where it becomes too deep.
    """

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


def phrase(text: str) -> str:
    """The text with every run of spaces as one."""
    return " ".join(text.split())


class Shaper:
    """Turns the tree of one entry into items.

    Args:
        file: The file's name, for places.
        above: How many lines of the file stand above the parsed text.
        left: How many columns of the file stand left of it.
    """

    def __init__(self, file: str, above: int, left: int = 0) -> None:
        self._file = file
        self._above = above
        self._left = left

    def items(self, tree: Tree[Token]) -> Iterator[Item]:
        """The items below the grammar's start."""
        for node in _trees(tree) if tree.data in {"terms", "cases", "untranslated", "accepted", "rules"} else [tree]:
            yield self._item(node)

    def _item(self, node: Tree[Token]) -> Item:
        match node.data:
            case "effect" | "binding":
                return self._effect(node)
            case "point":
                label, question = self._texts(node)
                return RawPoint(label, question, self._fields_of(node))
            case "reading":
                label, point, text = self._texts(node)
                rules = tuple(self._rule(child) for child in _trees(node) if child.data in {"rule", "exception"})
                return RawReading(label, point, text, self._fields(node), rules)
            case "rule" | "exception":
                return self._rule(node)
            case "table_rule":
                label, target, text = self._named(node)
                return RawTable(label, target, text, self._fields_of(node))
            case "table_cases":
                kind, title = self._texts(node)
                return RawCaseTable(kind, title, self._fields_of(node))
            case _:
                texts = self._texts(node)
                kind, name, text = texts if len(texts) == 3 else (texts[0], Text("", texts[0].place), texts[1])
                return RawEntry(kind, name, text, self._fields_of(node))

    def _effect(self, node: Tree[Token]) -> RawEffect:
        texts = self._texts(node)
        verb, target, reading = (texts[0], texts[1], None) if len(texts) == 2 else (texts[0], texts[2], texts[1])
        return RawEffect(verb, target, reading, self._fields_of(node))

    def _named(self, node: Tree[Token]) -> tuple[Text, Text | None, Text]:
        """The label of a rule, the target of an exception, and what is concluded or the title."""
        texts = self._texts(node)
        return texts if len(texts) == 3 else (texts[0], None, texts[1])

    def _fields_of(self, node: Tree[Token]) -> tuple[Field, ...]:
        fields = next(node.find_data("fields"), None)
        return self._fields(fields) if fields else ()

    def _rule(self, node: Tree[Token]) -> RawRule:
        label, target, text = self._named(node)
        clauses = next(_trees(node), None)
        found = () if clauses is None else tuple(self._clause(child) for child in _trees(clauses))
        return RawRule(label, target, text, found)

    def _clause(self, node: Tree[Token]) -> RawClause:
        texts, trees = self._texts(node), list(_trees(node))
        last = trees[-1] if trees and trees[-1].data == "unless" else None
        unless = None if last is None else self._condition(next(_trees(last)))
        if node.data == "clause_if":
            return RawClause(texts[0], "if", self._condition(trees[0]), unless)
        return RawClause(texts[0], phrase(texts[1].text), None, unless)

    def _condition(self, node: Tree[Token], depth: int = 0) -> RawCondition:
        if depth > _DEEPEST:
            raise TooDeep(self._text(next(node.scan_values(lambda value: isinstance(value, Token)))).place)
        match node.data:
            case "negation":
                return RawNot(self._condition(next(_trees(node)), depth + 1))
            case "list":
                items = tuple(self._condition(next(_trees(child)), depth + 1) for child in _trees(node))
                return RawList(phrase(self._texts(node)[0].text), items)
            case kind:
                return RawAtom(str(kind), self._texts(node))

    def _fields(self, node: Tree[Token]) -> tuple[Field, ...]:
        return tuple(self._field(child) for child in _trees(node) if child.data == "field")

    def _field(self, node: Tree[Token]) -> Field:
        key, *value = self._texts(node)
        first = value[0] if value else Text("", key.place)
        more = [self._texts(child)[0].text for child in _trees(node)]
        return Field(key, Text(phrase(" ".join([first.text, *more])), first.place))

    def _texts(self, node: Tree[Token]) -> tuple[Text, ...]:
        return tuple(self._text(child) for child in node.children if isinstance(child, Token))

    def _text(self, token: Token) -> Text:
        place = Place(self._file, self._above + (token.line or 1), self._left + (token.column or 1))
        return Text(phrase(str(token)), place)


def _trees(node: Tree[Token]) -> Iterator[Tree[Token]]:
    return (child for child in node.children if isinstance(child, Tree))
