"""One table of YAML, read key by key; every slip is reported at its line, and reading goes on."""

from __future__ import annotations

from collections.abc import Iterable

from ascertain.docket.marked import Listing, Node, Table, Text
from ascertain.docket.mistakes import Code
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.terms import Place

YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_MOST_DIGITS = 9


class Fields:
    """The keys of one table.

    Args:
        table: The table.
        keys: Every key it may have.
        what: What it is, for messages: "an entry".
        reporter: Where mistakes go.
    """

    def __init__(self, table: Table, keys: Iterable[str], what: str, reporter: Reporter) -> None:
        self.place, self.what, self.reporter = table.place, what, reporter
        self._held: dict[str, tuple[Text, Node]] = {}
        keys = tuple(keys)
        for key, value in table.pairs:
            if key.value not in keys:
                message = f'{what} has no key "{key.value}"'
                help_ = did_you_mean(key.value, keys, f"the keys are {', '.join(keys)}")
                reporter.add(Code.UNKNOWN_KEY, message, key.place, help=help_)
            elif key.value in self._held:
                first = self._held[key.value][0].place
                message = f'the key "{key.value}" is given twice'
                reporter.add(Code.TWICE_A_KEY, message, key.place, first, help="keep one of the two")
            elif not (isinstance(value, Text) and (value.absent or not value.value.strip())):
                self._held[key.value] = key, value

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self._held

    def at(self, key: str) -> Place:
        """Where the value of the key stands, or the table where it is not given."""
        return self._held[key][1].place if key in self._held else self.place

    def add(self, code: Code, message: str, key: str, help: str) -> None:  # noqa: A002 - the word users see
        """Report a mistake in the value of the key."""
        self.reporter.add(code, message, self.at(key), help=help)

    def text(self, key: str, required: bool = False) -> str:
        """A text; empty where it is not given."""
        return self._text(key, required) or ""

    def node(self, key: str) -> Node | None:
        """The value of the key as it stands, ``None`` where it is not given."""
        return self._held[key][1] if key in self._held else None

    def texts(self, key: str) -> tuple[tuple[str, Place], ...]:
        """A list of texts with their places; one text stands for a list of one."""
        node = self._held[key][1] if key in self._held else None
        items = node.items if isinstance(node, Listing) else (node,) if node else ()
        found = []
        for item in items:
            if isinstance(item, Text) and not item.absent:
                found.append((item.value.strip(), item.place))
            else:
                self._shape(key, "a list of plain texts", item.place)
        return tuple(found)

    def words(self, key: str) -> tuple[str, ...]:
        """As :meth:`texts`, without the places."""
        return tuple(text for text, _ in self.texts(key))

    def moment(self, key: str, required: bool = False) -> Moment | None:
        """A date, perhaps only a month or a year."""
        text = self._text(key, required)
        if text is None:
            return None
        try:
            return Moment.parse(text)
        except ValueError:
            message = f'"{text}" is no date'
            self.add(Code.NO_DATE, message, key, "write a day that exists, such as 2017-04-21, a month or a year")
            return None

    def period(self) -> Interval:
        """The half-open period between ``from`` and ``until``."""
        start, end = self.moment("from"), self.moment("until")
        self.in_order("from", start, "until", end, strictly=True)
        return Interval(start, end)

    def in_order(self, one: str, first: Moment | None, other: str, then: Moment | None, strictly: bool = False) -> None:
        """Report dates that run backwards for certain."""
        if first and then and (then.latest < first.earliest or (strictly and then.latest == first.earliest)):
            how = "is not after" if strictly else "is before"
            message = f'the dates run backwards: "{other}" {then} {how} "{one}" {first}'
            self.add(Code.BACKWARDS, message, other, f'change one of the two; "{other}" comes later')

    def choice(self, key: str, options: Iterable[str], required: bool = False, default: str = "") -> str:
        """One of some words."""
        text = self._text(key, required)
        options = tuple(options)
        if text is None or text in options:
            return default if text is None else text
        listed = f"{', '.join(options[:-1])} or {options[-1]}"
        self.add(
            Code.NO_CHOICE,
            f'"{text}" is not a {key} that a docket knows',
            key,
            did_you_mean(text, options, f"write {listed}"),
        )
        return default

    def yes_no(self, key: str) -> bool:
        """Yes or no; no where it is not given."""
        text = self._text(key, False)
        if text is not None and text.lower() not in YES_NO:
            self.add(Code.NO_YES_OR_NO, f'"{text}" is neither yes nor no', key, "write yes or no")
        return YES_NO.get((text or "").lower(), False)

    def number(self, key: str, required: bool = False) -> int | None:
        """A whole number from 0 on."""
        text = self._text(key, required)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
            self.add(Code.NO_NUMBER, f'"{text}" is no whole number', key, "write digits only, such as 12")
            return None
        return int(text)

    def table(self, key: str, keys: Iterable[str], what: str) -> Fields | None:
        """A table inside this one."""
        node = self._held[key][1] if key in self._held else None
        if node is None or isinstance(node, Table):
            return Fields(node, keys, what, self.reporter) if node else None
        self._shape(key, "keys with values", node.place)
        return None

    def tables(self, key: str, keys: Iterable[str], what: str) -> tuple[Fields, ...]:
        """A list of tables."""
        return tables_of(self._held[key][1], keys, what, self.reporter) if key in self._held else ()

    def _text(self, key: str, required: bool) -> str | None:
        node = self._held[key][1] if key in self._held else None
        if node is None:
            if required:
                self.reporter.add(Code.MISSING, f'{self.what} needs "{key}"', self.place, help=f'add a line "{key}: …"')
            return None
        if isinstance(node, Text):
            return node.value.strip()
        self._shape(key, "one plain text", node.place)
        return None

    def _shape(self, key: str, expected: str, place: Place) -> None:
        message = f'"{key}" of {self.what} should be {expected}'
        self.reporter.add(Code.WRONG_SHAPE, message, place, help="see docs/reference/docket-format.md for an example")


def tables_of(node: Node, keys: Iterable[str], what: str, reporter: Reporter) -> tuple[Fields, ...]:
    """The tables of a list; what is not a table in it is reported."""
    items = node.items if isinstance(node, Listing) else () if isinstance(node, Text) and node.absent else (node,)
    keys, found = tuple(keys), []
    for item in items:
        if isinstance(item, Table):
            found.append(Fields(item, keys, what, reporter))
        else:
            message = f"{what} should be keys with values"
            reporter.add(Code.WRONG_SHAPE, message, item.place, help=f"the keys are {', '.join(keys)}")
    return tuple(found)
