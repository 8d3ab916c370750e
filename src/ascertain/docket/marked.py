"""YAML with its lines: every value knows where it stands, and none is guessed to be a date, a number or a yes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.source import code_point, control_character

_ABSENT = {"", "~", "null", "Null", "NULL"}
_DEEPEST = 12
_HELP = "quote texts that hold a colon or begin with a sign, and line up the keys"


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as written; ``absent`` where it is an unquoted null or nothing at all."""

    value: str
    absent: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    pairs: tuple[tuple[Text, Node], ...]
    place: Place


Node = Text | Listing | Table


class BrokenYaml(Exception):  # noqa: N818 - the name says what is broken
    """The text is no YAML that a docket may hold."""

    def __init__(self, problem: str, place: Place, help: str = _HELP) -> None:  # noqa: A002 - the word users see
        super().__init__(problem)
        self.problem, self.place, self.help = problem, place, help


def parse_yaml(text: str, file: str, first_line: int = 1) -> Node:
    """Read YAML; lines are counted from ``first_line``.

    Raises:
        BrokenYaml: The text is not YAML, repeats itself by anchors, or nests deeper than any docket does.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    frame = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
    try:
        events = [event for event in yaml.parse(text, Loader=loader) if not isinstance(event, frame)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Place(file, first_line + mark.line, mark.column + 1) if mark else Place(file, first_line, 1)
        raise BrokenYaml(error.problem or "it cannot be read", at) from None
    except yaml.YAMLError:
        raise BrokenYaml("it holds a character that YAML does not allow", Place(file, first_line, 1)) from None
    if not events:
        return Text("", absent=True, place=Place(file, first_line, 1))
    return _Builder(yaml, iter(events), file, first_line).node(0)


class _Builder:
    def __init__(self, yaml: Any, events: Iterator[Any], file: str, first_line: int) -> None:
        self.yaml, self.events, self.file, self.first_line = yaml, events, file, first_line

    def node(self, depth: int) -> Node:
        node = self.maybe(depth)
        assert node is not None, "a document begins with a value"
        return node

    def maybe(self, depth: int) -> Node | None:
        """The next value, or ``None`` at the end of the list or table it would be in."""
        event, yaml = next(self.events), self.yaml
        place = Place(self.file, self.first_line + event.start_mark.line, event.start_mark.column + 1)
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            return None
        if depth > _DEEPEST:
            raise BrokenYaml("it is nested too deeply", place)
        if isinstance(event, yaml.ScalarEvent):
            if control := control_character(event.value):
                raise BrokenYaml(f"it spells the control character {code_point(control[0])}", place, "take it out")
            plain = event.style not in {"'", '"', "|", ">"}
            return Text(event.value, plain and event.value in _ABSENT, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(iter(lambda: self.maybe(depth + 1), None)), place)
        if isinstance(event, yaml.MappingStartEvent):
            return Table(tuple(self.pairs(depth + 1)), place)
        raise BrokenYaml("it repeats a part by an anchor (& and *), which a record must spell out", place)

    def pairs(self, depth: int) -> Iterator[tuple[Text, Node]]:
        while (key := self.maybe(depth)) is not None:
            if not isinstance(key, Text):
                raise BrokenYaml("a key is not a plain word", key.place)
            yield key, self.node(depth)


def front_matter(text: str) -> tuple[str, int, str] | None:
    """Split a file into its front matter, the line that starts on, and the prose; ``None`` if it has no such part."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]), 2, "\n".join(lines[number + 1 :]).strip("\n")
    return None
