"""Front matter: YAML with the place of every value, so that mistakes can point at it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ascertain.rulebook.dates import Interval
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.raw import Text
from ascertain.rulebook.source import code_point, control_character
from ascertain.rulebook.texts import in_order, moment

if TYPE_CHECKING:
    from yaml import Node as YamlNode

_FIRST_LINE = 2
_DEEPEST = 20
_DEEPEST_MARGIN = 200
_OPENING = ("[", "{", "- ", "? ")
_MOST_OPENINGS = 3000


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A YAML mapping; ``keys`` holds the place of each key."""

    values: dict[str, Node]
    keys: dict[str, Place]
    place: Place


Node = Text | Listing | Table


class Front:
    """The checked keys of one mapping of front matter; what is missing or of the wrong shape is reported.

    Args:
        table: The mapping.
        required: Keys that must be there.
        optional: Keys that may be.
        reporter: Takes what is wrong.
    """

    def __init__(self, table: Table, required: Collection[str], optional: Collection[str], reporter: Reporter) -> None:
        self._table = table
        self._reporter = reporter
        known = [*required, *optional]
        for key, place in table.keys.items():
            if key not in known:
                help_line = did_you_mean(key, known, f"the keys here are {', '.join(known)}")
                reporter.add("A204", f'there is no key "{key[:60]}" here', place, help=help_line)
        for key in required:
            if key not in table.values:
                message = f'the key "{key}" is missing'
                reporter.add("A203", message, table.place, help=f'add a line "{key}: …"')

    def text(self, key: str) -> Text | None:
        """The text of a key that holds text."""
        node = self._table.values.get(key)
        if node is None:
            return None
        if not isinstance(node, Text):
            help_line = f'write "{key}: …" with text in double quotes'
            self._reporter.add("A206", f'the key "{key}" holds one text', node.place, help=help_line)
            return None
        if not node.text.strip():
            self._reporter.add("A213", f'the key "{key}" is empty', self._table.keys[key], help="fill it in")
            return None
        return node

    def plain(self, key: str) -> str:
        """The text of a key, empty where there is none."""
        found = self.text(key) if key in self._table.values else None
        return "" if found is None else found.text

    def listing(self, key: str) -> Sequence[Node]:
        """The items of a key that holds a list."""
        node = self._table.values.get(key)
        if node is None:
            return ()
        if not isinstance(node, Listing):
            help_line = f'write "{key}: [ … ]", or one line "- …" for each item'
            self._reporter.add("A206", f'the key "{key}" holds a list', node.place, help=help_line)
            return ()
        return node.items

    def texts(self, key: str) -> Iterator[Text]:
        """The items of a key that holds a list of texts."""
        for item in self.listing(key):
            if isinstance(item, Text):
                yield item
            else:
                help_line = "put it in double quotes if it holds a colon or brackets"
                self._reporter.add("A206", f'each item of "{key}" is one text', item.place, help=help_line)

    def interval(self, node: Node) -> Interval | None:
        """The period that a mapping ``{from, until}`` names."""
        if not isinstance(node, Table):
            help_line = 'write "{from: 2017-01-25}" or "{from: 2017-01-25, until: 2021-01-20}"'
            self._reporter.add("A214", "a period is written as from and until", node.place, help=help_line)
            return None
        inner = Front(node, (), ("from", "until"), self._reporter)
        start, end = inner.text("from"), inner.text("until")
        if not node.values:
            help_line = 'write "{from: 2017-01-25}", "{until: 2021-01-20}" or both'
            self._reporter.add("A214", "this period has neither from nor until", node.place, help=help_line)
        begun = None if start is None else moment(start, self._reporter)
        over = None if end is None else moment(end, self._reporter)
        if start and end and not in_order(begun, over):
            help_line = "let the period end after it begins; until is the first day no longer in it"
            message = f"this period ends on {end.text}, before it begins on {start.text}"
            if begun == over:
                message = f"this period ends on {end.text}, the day on which it begins, so that it is empty"
            self._reporter.add("A210", message, end.place, start.place, help=help_line)
            return None  # so that nothing is held against a period that was not meant
        return Interval(begun, over)

    def node(self, key: str) -> Node | None:
        """Whatever the key holds."""
        return self._table.values.get(key)


def read_front(file: str, lines: Sequence[str] | None, reporter: Reporter) -> Table | None:
    """The mapping in the front matter, or ``None`` where it cannot be read.

    Args:
        file: The file's name, for places.
        lines: The lines between the two ``---``, or ``None`` where the file has none.
        reporter: Takes what is wrong.
    """
    top = Place(file, 1, 1)
    if lines is None:
        help_line = "begin the file with ---, lines such as id: and kind:, and --- again"
        reporter.add("A201", "the file has no front matter", top, help=help_line)
        return None
    if sum(line.count(mark) for line in lines for mark in _OPENING) > _MOST_OPENINGS or any(
        len(line) - len(line.lstrip()) > _DEEPEST_MARGIN for line in lines
    ):
        # The YAML library would recurse without bound.
        reporter.add("A215", "the front matter is nested too deeply", top, help="no key here nests so deep")
        return None
    import yaml

    # The pure loader would take three times as long; both read the same language.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        node = yaml.compose("\n".join(lines) + "\n", Loader=loader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        row, column = (min(mark.line, len(lines) - 1), mark.column) if mark and lines else (-1, 0)
        reason = getattr(problem, "problem", None) or "a character that YAML does not allow"
        place = Place(file, row + _FIRST_LINE, column + 1)
        help_line = "put text that holds a colon, a bracket or a quotation mark in double quotes"
        reporter.add("A202", f"the front matter is not valid YAML: {reason}", place, help=help_line)
        return None
    try:
        table = None if node is None else _Converter(file, reporter).convert(node)
    except _Tangled as problem:
        reporter.add(problem.code, problem.message, problem.place, help=problem.help)
        return None
    if not isinstance(table, Table):
        help_line = 'write lines such as "id: eo-13768"'
        reporter.add("A201", "the front matter holds no keys", top, help=help_line)
        return None
    return Table(table.values, table.keys, top)


class _Tangled(Exception):  # noqa: N818 - it is a mistake of the text, raised and caught here
    """Front matter that is no plain tree of a few levels."""

    def __init__(self, code: str, message: str, place: Place, help_line: str) -> None:
        super().__init__(message)
        self.code, self.message, self.place, self.help = code, message, place, help_line


class _Converter:
    """Turns the YAML library's nodes into ours."""

    def __init__(self, file: str, reporter: Reporter) -> None:
        self._file = file
        self._reporter = reporter
        self._seen: set[int] = set()

    def convert(self, node: YamlNode, depth: int = 0) -> Node:
        from yaml import MappingNode, ScalarNode, SequenceNode

        place = self._place(node)
        if depth > _DEEPEST:
            raise _Tangled("A215", "the front matter is nested too deeply", place, "no key here nests so deep")
        if id(node) in self._seen:
            message = "the front matter repeats a value by reference"
            raise _Tangled("A216", message, place, "write the value out where the alias (*) stands")
        self._seen.add(id(node))
        if isinstance(node, SequenceNode):
            return Listing(tuple(self.convert(item, depth + 1) for item in node.value), place)
        if isinstance(node, MappingNode):
            return self._table(node.value, place, depth)
        assert isinstance(node, ScalarNode)
        if control := control_character(str(node.value)):
            message = f"this text holds the control character {code_point(control[0])}"
            raise _Tangled("A113", message, place, "take it out")
        # An escape can spell half of a surrogate pair, which no file can hold.
        value = str(node.value).encode("utf-8", "replace").decode()
        return Text(" ".join(value.split()), place)

    def _table(self, pairs: Iterable[tuple[YamlNode, YamlNode]], place: Place, depth: int) -> Table:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key_node, value in pairs:
            key = self.convert(key_node, depth + 1)
            name = key.text if isinstance(key, Text) else "?"
            if name in keys:
                message = f'the key "{name[:60]}" stands here twice'
                self._reporter.add("A205", message, key.place, keys[name], help="keep one of them")
            values[name], keys[name] = self.convert(value, depth + 1), key.place
        return Table(values, keys, place)

    def _place(self, node: YamlNode) -> Place:
        return Place(self._file, node.start_mark.line + _FIRST_LINE, node.start_mark.column + 1)
