"""Rules, exceptions, points and readings."""

from __future__ import annotations

from collections.abc import Iterable

from ascertain.rulebook.conditions import clause_of
from ascertain.rulebook.confidence import confidence_in
from ascertain.rulebook.fields import Fields
from ascertain.rulebook.mistakes import did_you_mean
from ascertain.rulebook.model.rules import Rule
from ascertain.rulebook.model.sources import Point, Reading
from ascertain.rulebook.model.terms import QUANTITIES, Term, TermType
from ascertain.rulebook.names import Names, RuleName
from ascertain.rulebook.raw import Placed, RawPoint, RawReading, RawRule, Text
from ascertain.rulebook.texts import ID, parted
from ascertain.rulebook.values import IN_WORDS


def authority_of(provision: str) -> str:
    """The authority that a provision is part of."""
    return provision.partition("#")[0]


def declare_points(items: Iterable[Placed], names: Names) -> None:
    """Enter the points into the tables of names."""
    for placed in items:
        if isinstance(placed.item, RawPoint):
            point = f"{authority_of(placed.provision)}#{placed.item.label.text}"
            if names.declare("A406", "point", point, placed.item.label.place, "give one of them another name"):
                names.points[point] = (placed.item, placed.provision)


def declare_rules(items: Iterable[Placed], names: Names) -> None:
    """Enter the readings and the rules, inside readings and outside, into the tables of names."""
    for placed in items:
        if isinstance(placed.item, RawRule):
            _declare_rule(placed.item, placed.provision, None, names)
        elif isinstance(placed.item, RawReading):
            raw = placed.item
            point = names.point(raw.point, authority_of(placed.provision))
            key = f"{raw.label.text} of {point or raw.point.text}"
            first = names.declare("A407", "reading", key, raw.label.place, "give one of them another name")
            if point is not None and first:
                names.readings.setdefault(point, {})[raw.label.text] = raw
            for rule in raw.rules:
                _declare_rule(rule, placed.provision, (point or raw.point.text, raw.label.text), names)


def _declare_rule(raw: RawRule, provision: str, reading: tuple[str, str] | None, names: Names) -> None:
    rule = f"{authority_of(provision)}#{raw.label.text}"
    if names.declare("A403", "rule", rule, raw.label.place, "give each rule of an authority a label of its own"):
        names.rules[rule] = RuleName(rule, provision, raw, reading)
        if raw.target is None:
            names.concluded.add(raw.text.text)


def rules_of(names: Names) -> dict[str, Rule]:
    """Every rule with its conditions resolved; what is wrong is reported and left out."""
    found = (_rule(name, names) for name in names.rules.values())
    return {rule.id: rule for rule in found if rule is not None}


def _rule(name: RuleName, names: Names) -> Rule | None:
    raw, authority = name.raw, authority_of(name.provision)
    _check_clauses(raw, names)
    target = None if raw.target is None else names.rule(raw.target, authority)
    term = names.term(raw.text) if raw.target is None else None
    concluded = term if raw.target is None else _concluded_above(target, names)
    if concluded is not None:
        _check_sort(raw, concluded, names)
    clauses = [clause_of(clause, concluded, authority, names) for clause in raw.clauses]
    if (term is None and target is None) or None in clauses:
        return None
    return Rule(
        name.id,
        name.provision,
        raw.text.text,
        tuple(clause for clause in clauses if clause is not None),
        raw.label.place,
        "" if term is None else term.phrase,
        "" if target is None else target.id,
        name.reading,
        raw.hit,
    )


def _concluded_above(target: RuleName | None, names: Names) -> Term | None:
    """The term that an exception is about: the one concluded by the rule at the end of its targets."""
    seen: set[str] = set()
    while target is not None and target.raw.target is not None and target.id not in seen:
        seen.add(target.id)
        above = target.raw.target.text
        target = names.rules.get(above if "#" in above else f"{authority_of(target.provision)}#{above}")
    return None if target is None or target.raw.target is not None else names.terms.get(target.raw.text.text)


def _check_sort(raw: RawRule, term: Term, names: Names) -> None:
    """A rule about a yes/no term says whether it holds, a rule about a quantity what it is."""
    if term.type not in (TermType.YES_NO, *QUANTITIES):
        message = f"a rule concludes a yes/no term or a quantity, and this one is {IN_WORDS[term.type]}"
        help_line = "declare it as yes/no, or write what the rule concludes as a phrase of its own"
        names.reporter.add("A606", message, raw.text.place, term.place, help=help_line)
        return
    wrong = [clause for clause in raw.clauses if clause.of_quantity is (term.type is TermType.YES_NO)]
    if wrong:
        message = f"this term is {IN_WORDS[term.type]}, and the {'row' if raw.hit else 'clause'} says otherwise"
        is_yes_no = term.type is TermType.YES_NO
        if is_yes_no:
            help_line = 'write "holds" or "does not hold"'
        else:
            help_line = "write an expression" if raw.hit else 'write "is" and an expression, then if CONDITION'
        names.reporter.add("A606", message, wrong[0].verdict.place, term.place, help=help_line)


def _check_clauses(raw: RawRule, names: Names) -> None:
    add = names.reporter.add
    if not raw.clauses:
        help_line = 'write below it, deeper, "holds if CONDITION" or "does not hold in every case"'
        add("A601", f"the rule {raw.label.text} says nothing", raw.label.place, help=help_line)
    otherwise = [clause for clause in raw.clauses if clause.when == "otherwise"]
    if len(otherwise) > 1:
        places = [clause.verdict.place for clause in reversed(otherwise)]
        add("A602", "a rule has one otherwise clause", *places, help="keep one of them")
    if otherwise and len(otherwise) == len(raw.clauses):
        message = "otherwise follows nothing here"
        add("A603", message, otherwise[0].verdict.place, help='write "in every case", or add a clause with if')
    for clause in otherwise:
        if clause.unless is not None:
            message = "an otherwise clause has no unless"
            add("A604", message, clause.verdict.place, help="write the condition as a clause with if before it")
    always = [clause for clause in raw.clauses if clause.when == "in every case" and clause.unless is None]
    if always and len(raw.clauses) > 1 and raw.hit:
        number = raw.clauses.index(always[0]) + 1
        help_line = "say in a cell when it fits, or let the first row that fits speak: hit: first"
        add("A605", f"row {number} of this table always fits", always[0].verdict.place, help=help_line)
    elif always and len(raw.clauses) > 1:
        others = [clause.verdict.place for clause in raw.clauses if clause is not always[0]]
        help_line = "keep one clause, or give this one an if or an unless"
        add("A605", "a clause in every case stands alone", always[0].verdict.place, *others, help=help_line)


def points_of(names: Names) -> dict[str, Point]:
    """Every point with its readings; one with fewer than two is reported."""
    points: dict[str, Point] = {}
    for key, (raw, provision) in names.points.items():
        readings = tuple(_reading(key, reading, names) for reading in names.readings.get(key, {}).values())
        if len(readings) < 2:
            places = [raw.label.place, *(reading.place for reading in readings)]
            help_line = f'add "reading NAME of {raw.label.text}: …", or drop the point if nobody contests it'
            names.reporter.add("A611", f"the point {key} has fewer than two readings", *places, help=help_line)
        fields = Fields(raw.fields, Text("point", raw.label.place), ("confidence",), names.reporter)
        confidence = confidence_in(fields.get("confidence"), names.reporter)
        points[key] = Point(key, raw.question.text, provision, readings, raw.label.place, confidence)
    return points


def _reading(point: str, raw: RawReading, names: Names) -> Reading:
    fields = Fields(raw.fields, Text("reading", raw.label.place), ("held by", "confidence"), names.reporter)
    held = tuple(parted(fields.get("held by") or Text("", raw.label.place)))
    known = [*names.governments, *names.provisions, *names.agencies, *names.groups]
    for holder in held:
        # A holder with a space or a capital is a party in plain words; the others are ids and must exist.
        if ID.fullmatch(holder.text) and holder.text not in known:
            otherwise = "declare it, or name the party in words with a capital letter"
            message = f'nothing here is called "{holder.text[:80]}"'
            names.reporter.add("A421", message, holder.place, help=did_you_mean(holder.text, known, otherwise))
    return Reading(
        point,
        raw.label.text,
        raw.text.text,
        tuple(holder.text for holder in held),
        raw.label.place,
        confidence_in(fields.get("confidence"), names.reporter),
    )
