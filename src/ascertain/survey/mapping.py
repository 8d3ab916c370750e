"""What the columns of tables mean: a file of YAML in, which column says which term out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ascertain.docket.fields import Fields
from ascertain.docket.marked import BrokenYaml, Node, Table, Text, parse_yaml
from ascertain.docket.mistakes import Code, DocketError
from ascertain.docket.values import Unfit, parse_value
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Place, Shown, Subject, Term, TermType

_KEYS = ("title", "rulebook", "unknown", "tables", "awards", "known")
_TABLE = ("file", "key", "name", "columns", "present", "first", "period")
_AWARDS = ("file", "key", "program", "columns", "period")
_COLUMN = ("term", "values")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table that says something of a term.

    ``values`` are the values that cells of other words stand for; any other cell is read as a value of the term.
    """

    name: str
    term: Term
    values: Mapping[str, Shown]

    def read(self, cell: str) -> Shown:
        """The value that a cell says.

        Raises:
            Unfit: It is no value of the term.
        """
        return self.values[cell] if cell in self.values else parse_value(self.term, cell)


@dataclass(frozen=True, slots=True)
class Source:
    """A table file.

    Args:
        file: The file's name, beside the map.
        key: The columns that name an entity, the same number in every table.
        columns: What its columns say.
        name: The column with the entity's name, if it has one.
        present: Yes/no terms that are so where the table has a row for the entity, and not so where it has none.
        first: Of several rows for one entity that counts which comes first by this column; empty where there is one.
        program: For awards, the columns that name the program.
        period: The columns that must say the same in all rows of an entity, such as a year or the number of a report.
    """

    file: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    name: str = ""
    present: tuple[str, ...] = ()
    first: str = ""
    program: tuple[str, ...] = ()
    period: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapped:
    """Tables and what they say. The first table has a row for each entity; the others add to it.

    ``unknown`` are the cells that say nothing; ``known`` is said of every entity.
    """

    title: str
    folder: Path
    unknown: frozenset[str]
    tables: tuple[Source, ...]
    awards: Source | None
    known: Mapping[str, Shown]


def rulebook_of(path: Path) -> str:
    """The rulebook that a map names, before anything else of it is checked.

    Raises:
        DocketError: The map cannot be read, or names none.
    """
    reporter, node = _parsed(path)
    fields = Fields(node, _KEYS, "the map", reporter)
    found = fields.text("rulebook", required=True)
    _stop(reporter)
    return found


def read_map(path: Path, rulebook: Rulebook) -> Mapped:
    """Read a map.

    Args:
        path: The file.
        rulebook: The law whose terms it names.

    Raises:
        DocketError: It has mistakes; all that could be found are in it.
    """
    reporter, node = _parsed(path)
    fields = Fields(node, _KEYS, "the map", reporter)
    reader = _Reader(rulebook, reporter)
    tables = tuple(reader.source(each, None) for each in fields.tables("tables", _TABLE, "a table"))
    held = fields.table("awards", _AWARDS, "the awards")
    awards = None if held is None else reader.source(held, Subject.AWARD)
    if not tables:
        fields.add(Code.MISSING, "the map names no table", "tables", "add a list of tables with file, key and columns")
    widths = {len(source.key) for source in (*tables, *([awards] if awards else []))}
    if len(widths) > 1:
        message = "the tables name an entity by different numbers of columns"
        fields.add(Code.COLUMNS, message, "tables", "give every table a key of the same columns")
    mapped = Mapped(
        fields.text("title"), path.parent, frozenset(("", *fields.words("unknown"))), tables, awards,
        dict(reader.said(node)),
    )  # fmt: skip
    _stop(reporter)
    return mapped


class _Reader:
    """Reads tables against a rulebook."""

    def __init__(self, rulebook: Rulebook, reporter: Reporter) -> None:
        self._rulebook = rulebook
        self._reporter = reporter
        self._concluded = {rule.term for rule in rulebook.rules.values() if rule.term}

    def source(self, fields: Fields, about: Subject | None) -> Source:
        """One table; ``about`` is what its terms are about where that is not the government."""
        columns = tuple(self._columns(fields, about or Subject.GOVERNMENT))
        present = [term for text, place in fields.texts("present") if (term := self._term(text, place))]
        for term in present:
            if term.type is not TermType.YES_NO:
                fields.add(Code.WRONG_SHAPE, f'"{term.phrase}" is no yes/no term', "present", "name a yes/no term")
        if not fields.words("key"):
            fields.add(Code.MISSING, f'{fields.what} needs "key"', "key", "name the columns that tell entities apart")
        return Source(
            fields.text("file", required=True),
            fields.words("key"),
            columns,
            fields.text("name") if about is None else "",
            tuple(term.phrase for term in present),
            fields.text("first") if about is None else "",
            fields.words("program") if about else (),
            fields.words("period"),
        )

    def said(self, node: Table) -> Iterator[tuple[str, Shown]]:
        """What the map says of every entity."""
        for key, value in node.pairs:
            if key.value == "known" and isinstance(value, Table):
                for phrase, text in value.pairs:
                    term = self._term(phrase.value, phrase.place)
                    found = None if term is None else self._value(term, text)
                    if term is not None and found is not None:
                        yield term.phrase, found

    def _columns(self, fields: Fields, about: Subject) -> Iterator[Column]:
        node = fields.node("columns")
        for name, value in node.pairs if isinstance(node, Table) else ():
            one = Fields(value, _COLUMN, "a column", self._reporter) if isinstance(value, Table) else None
            phrase, place = (one.text("term", True), one.at("term")) if one else _text(value)
            term = self._term(phrase, place) if phrase else None
            if term is None:
                continue
            if term.about is not about:
                message = f'"{term.phrase}" is about a {term.about}, and this table is about a {about}'
                self._reporter.add(Code.WRONG_SUBJECT, message, place, help="name a term about the same")
            held = one.node("values") if one else None
            pairs = held.pairs if isinstance(held, Table) else ()
            values = {cell.value: self._value(term, text) for cell, text in pairs}
            yield Column(name.value, term, {cell: known for cell, known in values.items() if known is not None})

    def _value(self, term: Term, node: Node) -> Shown | None:
        text, place = _text(node)
        try:
            return parse_value(term, text)
        except Unfit as unfit:
            message = f'"{text}" is no value of "{term.phrase}"'
            self._reporter.add(Code.UNFIT_VALUE, message, place, help=unfit.help)
            return None

    def _term(self, phrase: str, place: Place) -> Term | None:
        found = self._rulebook.terms.get(phrase)
        if found is None:
            help_line = did_you_mean(phrase, self._rulebook.terms, "use a phrase of the rulebook's vocabulary")
            self._reporter.add(Code.UNKNOWN_TERM, f'the rulebook has no term "{phrase}"', place, help=help_line)
        elif phrase in self._concluded:
            message = f'"{phrase}" is concluded by rules, so no table can say it'
            self._reporter.add(Code.UNKNOWN_TERM, message, place, help="name the facts that the rules rest on")
            return None
        return found


def _text(node: Node) -> tuple[str, Place]:
    return (node.value, node.place) if isinstance(node, Text) else ("", node.place)


def _parsed(path: Path) -> tuple[Reporter, Table]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        reporter = Reporter({})
        why = f"cannot be read: {problem}" if path.is_file() else "is no file"
        reporter.add(
            Code.UNREADABLE, f"{path} {why}", help="name the file of a map, in UTF-8, or a folder that holds one"
        )
        raise DocketError(reporter.mistakes) from None
    reporter = Reporter({str(path): text.splitlines()})
    try:
        node = parse_yaml(text, str(path))
    except BrokenYaml as broken:
        reporter.add(Code.BROKEN_YAML, f"this YAML is broken: {broken.problem}", broken.place, help=broken.help)
        raise DocketError(reporter.mistakes) from None
    if not isinstance(node, Table):
        reporter.add(Code.WRONG_SHAPE, "a map is keys with values", Place(str(path), 1, 1), help="begin with title: …")
        raise DocketError(reporter.mistakes)
    return reporter, node


def _stop(reporter: Reporter) -> None:
    if reporter.mistakes:
        raise DocketError(reporter.mistakes)
