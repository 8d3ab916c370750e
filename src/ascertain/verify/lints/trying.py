"""Values for quantities that are compared with each other, tried before every way in which they can lie is made.

Most of what a lint looks for is there, and is met by the first few values tried. The values are the same in every run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.arithmetic.turning import bounds
from ascertain.findings.diagrams.compiled import Compiled, fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.space import Setting
from ascertain.findings.reaching.domains import representative
from ascertain.rulebook.model.terms import TermType

_TRIES = 60
_DAYS = (0, 1, 29, 30, 31, 60, 180, 270, 273, 274, 275, 300, 365, 366, 400, 500)
_SHARES = (1.0, 0.03, 0.2, 0.25, 0.5, 2.0, 4.0, 0.997)


def tried(relations: Sequence[Relation], compiled: Compiled) -> Iterator[Mapping[str, int]]:
    """Yield values of the quantities in some relations, near each other and near what they are compared with."""
    terms = list(dict.fromkeys(term for relation in relations for term in relation.terms))
    kinds = compiled.rulebook.terms
    random = Random(len(terms))  # noqa: S311 - no secret: the same values in every run are what is wanted
    places = {
        kind: [int(value) for term in terms if kinds[term].type is kind for value in compiled.domains[term]]
        for kind in TermType
    }
    for _ in range(_TRIES):
        near = {kind: random.choice(values) for kind, values in places.items() if values}
        yield {term: _value(near[kinds[term].type], term, compiled, random) for term in terms}


def _value(near: int, term: str, compiled: Compiled, random: Random) -> int:
    known = compiled.rulebook.terms[term]
    low, high = bounds(known)
    if random.random() < 0.3:
        found = int(random.choice(compiled.domains[term]))
    elif known.type is TermType.DATE:
        found = near + random.choice((-1, 1)) * random.choice(_DAYS)
    else:
        found = int(near * random.choice(_SHARES)) + random.choice((-1, 0, 1))
    return min(max(found, low), high)


def settings(point: Mapping[str, int], relations: Sequence[Relation], compiled: Compiled) -> Iterator[Setting]:
    """What to put in a diagram where the quantities have these values."""
    space, calendars = compiled.space, compiled.rulebook.calendars
    for term, value in point.items():
        atom = fact_atom(term, compiled)
        yield from space.limit(atom, (representative(atom.values, value),))
    for relation in relations:
        yield from space.limit(relation_atom(relation), (0 if relation.holds(point, calendars) else 1,))
