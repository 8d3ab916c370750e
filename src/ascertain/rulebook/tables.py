"""Decision tables: a ``table`` fence that names a rule, and the Markdown table below it, whose rows are the clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ascertain.rulebook.fields import Fields
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.rules import Hit
from ascertain.rulebook.raw import RawAtom, RawClause, RawCondition, RawList, RawNot, RawRule, RawTable, Text
from ascertain.rulebook.rows import ANY, Row, rows_of

_OPERATOR = re.compile(r"(>=|<=|=|<|>) *")
_AND = re.compile(r" +and +(?=[<>=])")
_SAID = ("holds", "does not hold")


def rule_of(raw: RawTable, condition: RawCondition | None, reporter: Reporter) -> RawRule | None:
    """The rule that a table is, or ``None`` where its shape is wrong (then that was reported).

    Args:
        raw: The table as it stands.
        condition: What holds for every row.
        reporter: Takes what is wrong.
    """
    fields = Fields(raw.fields, Text("table", raw.label.place), ("hit", "if"), reporter)
    hit = _hit(fields.get("hit"), reporter)
    found = rows_of(raw.lines, f"the rule {raw.label.text}", raw.label.place, reporter)
    if found is None or hit is None or not _concludes(raw, found[0], reporter):
        return None
    head, body = found
    guards = [_guard(head, row) for row in body]
    clauses = [
        RawClause(_verdict(row.cells[-1]), *_when(_met(guards, at, hit), condition)) for at, row in enumerate(body)
    ]
    return RawRule(raw.label, raw.target, raw.text, tuple(clauses), hit)


def _hit(text: Text | None, reporter: Reporter) -> Hit | None:
    if text is None:
        return Hit.UNIQUE
    if text.text in set(Hit):
        return Hit(text.text)
    help_line = did_you_mean(text.text, set(Hit), "write unique or first")
    reporter.add("A312", f'there is no hit policy "{text.text[:60]}"', text.place, help=help_line)
    return None


def _concludes(raw: RawTable, head: Row, reporter: Reporter) -> bool:
    if raw.target is None and head.cells[-1].text != raw.text.text:
        message = f'the last column says "{head.cells[-1].text[:60]}", and the rule concludes "{raw.text.text[:60]}"'
        help_line = "let the last column be what the rule concludes"
        reporter.add("A314", message, head.cells[-1].place, raw.text.place, help=help_line)
        return False
    return True


def _verdict(cell: Text) -> Text:
    return cell if cell.text in _SAID else Text(f"is {cell.text}", cell.place)


def _guard(head: Row, row: Row) -> tuple[RawCondition, ...]:
    columns = zip(head.cells[:-1], row.cells[:-1], strict=True)
    return tuple(_condition(Text(term.text, cell.place), cell) for term, cell in columns if cell.text != ANY)


def _condition(term: Text, cell: Text) -> RawCondition:
    """What a cell says of the term of its column."""
    if cell.text.startswith("not "):
        return RawNot(_condition(term, Text(cell.text.removeprefix("not ").strip(), cell.place)))
    ways = [part.strip() for part in re.split(r" +or +", cell.text)]
    if len(ways) > 1:
        return RawList("any of", tuple(_condition(term, Text(way, cell.place)) for way in ways))
    steps = _AND.split(cell.text)
    if len(steps) > 1:
        return RawList("all of", tuple(_condition(term, Text(step, cell.place)) for step in steps))
    operator = _OPERATOR.match(cell.text)
    sign = operator[1] if operator else "="
    value = cell.text[operator.end() :] if operator else cell.text
    return RawAtom("compare", (term, Text(sign, cell.place), Text(value, cell.place)))


def _met(guards: Sequence[tuple[RawCondition, ...]], at: int, hit: Hit) -> tuple[RawCondition, ...]:
    """What has to be so for a row to speak: its own cells, and of a *first* table that no row above it fits."""
    own = guards[at]
    if hit is Hit.UNIQUE or at == 0:
        return own
    above = tuple(RawList("all of", guard) for guard in guards[:at])
    return (*own, RawList("none of", above))


def _when(
    guard: tuple[RawCondition, ...], condition: RawCondition | None
) -> tuple[str, RawCondition | None, RawCondition | None]:
    """When the clause speaks, its guard, and that it has no *unless*."""
    whole = guard if condition is None else (condition, *guard)
    if not whole:
        return "in every case", None, None
    return "if", whole[0] if len(whole) == 1 else RawList("all of", whole), None
