"""The order of the diagrams' variables: that in which the law meets them, from the widest conclusion down.

How large a diagram is hangs on the order. Taken as questions happen to come, a narrow one can put first all that a wide
one looks at in pairs, and the wide one then takes a diagram that is exponential in their number. Relations between
quantities come after all else, as they are first met.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.findings.diagrams.composing import Composer
from ascertain.findings.diagrams.places import places
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.reaching.index import terms_looked_at
from ascertain.findings.reaching.reach import reach
from ascertain.rulebook.model.rules import Rule


def in_order(law: Composer) -> Iterator[Atom]:
    """Everything that the rulebook's conclusions look at, those with the most facts and provisions first."""
    seen: set[str] = set()
    for top in widest(law):
        yield from _met(top, law, seen)


def widest(law: Composer) -> Iterator[str]:
    """The conclusions that no rule looks at, those with the most facts and provisions first."""
    below = _looked_at(law)
    tops = [term for term in law.index.concluding if term not in below]
    yield from sorted(tops, key=lambda term: _width(term, law), reverse=True)


def _looked_at(law: Composer) -> set[str]:
    """The terms that a rule looks at."""
    return {term for rule in law.rulebook.rules.values() for term in terms_looked_at(rule)}


def _width(term: str, law: Composer) -> int:
    within = reach(law.rulebook, term, law.index)
    return len(within.facts) + len(within.provisions)


def _met(by: str | Rule, law: Composer, seen: set[str]) -> Iterator[Atom]:
    for place in places(by, law):
        if isinstance(place.of, Atom):
            if place.of.kind is not AtomKind.RELATION:
                yield place.of
        elif place.of not in seen:
            seen.add(place.of)
            yield from _met(law.rulebook.rules[place.of] if place.is_rule else place.of, law, seen)
