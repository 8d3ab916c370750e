"""What never was law can be asked what it says, and nothing of the law may rest on the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ascertain.rulebook.checks import root_of, terms_under
from ascertain.rulebook.effects import never_law
from ascertain.rulebook.model.rules import AllOf, AnyOf, Condition, InForce, Not, Rule
from ascertain.rulebook.names import Names


def check_never_law(rules: Mapping[str, Rule], names: Names) -> None:
    """Report rules of the law that what never was law has a part in, and conditions that ask for its force."""
    idle = {rule.id: rule for rule in rules.values() if never_law(rule.provision, names)}
    said = {root_of(rule, rules).term: rule for rule in reversed(idle.values())}
    for rule in rules.values():
        _check_force(rule, names)
        if rule.id in idle:
            continue
        root = root_of(rule, rules)
        for term in (root.term, *terms_under(rule, names)):
            if term in said:
                how = "concludes it too" if term == root.term else "rests on it"
                message = f'{said[term].id} speaks on "{term}" and never was law, and {rule.id} {how}'
                help_line = "let what never was law conclude a term of its own, that no rule of the law looks at"
                names.reporter.add("A613", message, said[term].place, rule.place, help=help_line)
                break


def _check_force(rule: Rule, names: Names) -> None:
    asked = {provision for clause in rule.clauses for provision in _forces(clause.guard)}
    for provision in sorted(asked):
        if provision in names.provisions and never_law(provision, names):
            message = f"{rule.id} asks whether {provision} is in force, which never was law"
            names.reporter.add("A613", message, rule.place, help="take the condition out: it can never be met")


def _forces(condition: Condition | None) -> Iterator[str]:
    match condition:
        case InForce(provision):
            yield provision
        case Not(of):
            yield from _forces(of)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _forces(part)
        case _:
            return
