"""What must hold of a rulebook as a whole: no rule rests on itself, no two rules speak against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from ascertain.rulebook.conditions import terms_in
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.effects import ancestry, never_law
from ascertain.rulebook.model.expressions import terms_of
from ascertain.rulebook.model.parties import Scope, ScopeKind
from ascertain.rulebook.model.rules import Rule
from ascertain.rulebook.model.sources import Effect, Verb
from ascertain.rulebook.names import Names, cycle

_ENDING = (Verb.ENDS, Verb.VACATES, Verb.REVOKES, Verb.REVERSES, Verb.REPLACES)
_APART = (ScopeKind.GOVERNMENT, ScopeKind.STATE, ScopeKind.CIRCUIT)

_Span = tuple[int, int]
_FOREVER: _Span = (0, 10_000_000)


def check_whole(rules: Mapping[str, Rule], effects: Sequence[Effect], names: Names) -> None:
    """Report what is wrong with the rules taken together."""
    exceptions = {name: rule for name, rule in rules.items() if rule.target}
    _check_exceptions(exceptions, rules, names)
    _check_terms(exceptions, rules, names)
    _check_clashes(rules, effects, names)
    _check_reach(effects, names)


def root_of(rule: Rule, rules: Mapping[str, Rule]) -> Rule:
    """The rule at the end of an exception's targets; a rule that is no exception is its own root."""
    seen = {rule.id}
    while rule.target in rules and rule.target not in seen:
        seen.add(rule.target)
        rule = rules[rule.target]
    return rule


def terms_under(rule: Rule, names: Names) -> tuple[str, ...]:
    """The phrases that a rule's clauses rest on, those that its totals and counts are made of included."""
    used: dict[str, None] = {}
    for clause in rule.clauses:
        used.update(dict.fromkeys(sorted(terms_in(clause.guard))))
        used.update(dict.fromkeys(() if clause.worth is None else terms_of(clause.worth)))
    for aggregate in [names.aggregates[phrase] for phrase in used if phrase in names.aggregates]:
        used.update(dict.fromkeys(aggregate.rests_on))
    return tuple(used)


def _check_exceptions(exceptions: Mapping[str, Rule], rules: Mapping[str, Rule], names: Names) -> None:
    edges = {name: (rule.target,) for name, rule in exceptions.items()}
    reported: set[str] = set()
    for name, rule in exceptions.items():
        target = rules.get(rule.target)
        if target is not None and target.reading is not None and target.reading != rule.reading:
            point, reading = target.reading
            message = f"{target.id} speaks only under the reading {reading} of {point}, its exception always"
            help_line = f"move the exception into the reading {reading}"
            names.reporter.add("A610", message, rule.place, target.place, help=help_line)
        round_trip = cycle(name, edges)
        if round_trip and not reported & set(round_trip):
            reported |= set(round_trip)
            places = [exceptions[step].place for step in round_trip]
            message = f"an exception wins over itself: {' → '.join([*round_trip, name])}"
            names.reporter.add("A607", message, *places, help="aim one of them at another rule")


def _check_terms(exceptions: Mapping[str, Rule], rules: Mapping[str, Rule], names: Names) -> None:
    resting: dict[str, dict[str, Rule]] = {}
    for rule in rules.values():
        root = root_of(rule, rules)
        if root.term:
            resting.setdefault(root.term, {}).update(dict.fromkeys(terms_under(rule, names), rule))
    reported: set[str] = set()
    for term in resting:
        round_trip = cycle(term, resting)
        if round_trip and not reported & set(round_trip):
            reported |= set(round_trip)
            steps = zip(round_trip, [*round_trip[1:], term], strict=True)
            places = [resting[above][below].place for above, below in steps]
            shown = " → ".join(f'"{step}"' for step in [*round_trip, term])
            message = f"a term rests on itself: {shown}"
            names.reporter.add("A608", message, *places, help="take it out of one of these rules' conditions")


def _check_clashes(rules: Mapping[str, Rule], effects: Sequence[Effect], names: Names) -> None:
    by_term: dict[str, list[Rule]] = {}
    for rule in rules.values():
        if rule.term:
            by_term.setdefault(rule.term, []).append(rule)
    for term, concluding in by_term.items():
        for one, other in combinations(concluding, 2):
            if _could_disagree(one, other) and _could_meet(one, other, effects, names):
                message = f'two rules could conclude "{term}" differently at the same time'
                help_line = f"make one an exception to the other, such as exception {other.id.partition('#')[2]}"
                help_line += f" to {one.id}"
                names.reporter.add("A609", message, one.place, other.place, help=help_line)


def _could_disagree(one: Rule, other: Rule) -> bool:
    """Whether they can say different things, and one speaks whatever the facts are.

    Of quantities, and of rules that each speak under conditions only, such as two editions for fiscal years of their
    own, the check of the whole law tells exactly: see L101.
    """
    clauses = (*one.clauses, *other.clauses)
    return len({clause.verdict for clause in clauses}) > 1 and any(clause.guard is None for clause in clauses)


def _could_meet(one: Rule, other: Rule, effects: Sequence[Effect], names: Names) -> bool:
    if one.reading and other.reading and one.reading[0] == other.reading[0] and one.reading != other.reading:
        return False
    if _disjoint(_reach(one, names), _reach(other, names)):
        return False
    mine, theirs = _life(one.provision, effects, names), _life(other.provision, effects, names)
    return any(max(a, c) < min(b, d) for a, b in mine for c, d in theirs)


def _reach(rule: Rule, names: Names) -> Scope:
    for part in ancestry(rule.provision, names):
        binds = names.provisions[part].binds
        if binds is not None:
            return binds
    return names.authorities[names.provisions[rule.provision].authority].binds


def _disjoint(one: Scope, other: Scope) -> bool:
    kinds = {item.kind for item in (*one.items, *other.items)}
    if len(kinds) != 1 or not kinds <= set(_APART):
        return False
    return not {item.name for item in one.items} & {item.name for item in other.items}


def _life(provision: str, effects: Sequence[Effect], names: Names) -> list[_Span]:
    """The days on which the provision may be in force, by its own times and by what ends it for everyone."""
    family = ancestry(provision, names)
    if never_law(provision, names):
        return [_FOREVER]
    spans = _spans(names.authorities[names.provisions[provision].authority].in_force)
    for part in family:
        own = names.provisions[part].in_force
        spans = spans if own is None else _meet(spans, _spans(own))
    if any(effect.verb is Verb.REINSTATES and effect.target in family for effect in effects):
        return spans
    for effect in effects:
        if effect.verb in _ENDING and effect.target in family and effect.effective and _for_all(effect, names):
            spans = _meet(spans, [(0, effect.effective.latest.toordinal())])
    return spans


def _for_all(effect: Effect, names: Names) -> bool:
    scope = effect.scope or names.authorities[names.provisions[effect.source].authority].binds
    return not scope.excepted and any(item.kind is ScopeKind.EVERYONE and not item.perhaps for item in scope.items)


def _spans(intervals: Sequence[Interval]) -> list[_Span]:
    first, last = _FOREVER
    return [
        (
            first if interval.start is None else interval.start.earliest.toordinal(),
            last if interval.end is None else interval.end.latest.toordinal(),
        )
        for interval in intervals
    ]


def _meet(some: Sequence[_Span], others: Sequence[_Span]) -> list[_Span]:
    found = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [span for span in found if span[0] < span[1]]


def _check_reach(effects: Sequence[Effect], names: Names) -> None:
    """A scope by state or circuit must be able to tell for every government declared whether it lies inside."""
    scopes = [authority.binds for authority in names.authorities.values()]
    scopes += [provision.binds for provision in names.provisions.values() if provision.binds]
    scopes += [scope for effect in effects for scope in (effect.scope, effect.to) if scope]
    kinds = {item.kind for scope in scopes for item in (*scope.items, *scope.excepted)}
    for government in names.governments.values():
        for kind, missing in (
            (ScopeKind.STATE, not government.state),
            (ScopeKind.CIRCUIT, government.circuit is None),
        ):
            if kind in kinds and missing:
                message = f"scopes here go by {kind}, and {government.id} has none"
                help_line = f'add a line "{kind}: …" to it, or a parent that has one'
                place = names.places["government", government.id]
                names.reporter.add("A511", message, place, help=help_line)
