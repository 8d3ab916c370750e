"""Two rulebooks as diagrams in one space, so that what both speak of is one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.compiled import Compiled, compiled_for
from ascertain.findings.diagrams.linking import Link, links
from ascertain.findings.diagrams.space import Space
from ascertain.findings.reaching.domains import common_domains
from ascertain.findings.reaching.index import Index
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import QUANTITIES
from ascertain.verify.diff.alike import alike
from ascertain.verify.diff.side import comparable
from ascertain.verify.worths import told_apart_by

Pair = tuple[str, str]
"""A quantity of the first rulebook, and one of the second."""


@dataclass(frozen=True, slots=True)
class Together:
    """The diagrams of two rulebooks, which may be one and the same.

    Args:
        named: The rulebooks as they were named; the diagrams may be of others that speak alike.
        asked: The quantities that were asked about, where these are not of one name.
        first: The diagrams of the first.
        second: Those of the second.
    """

    named: tuple[Rulebook, Rulebook]
    asked: Pair | None
    first: Compiled
    second: Compiled
    _links: dict[tuple[str, ...], tuple[Link, ...]] = field(default_factory=dict)

    @property
    def space(self) -> Space:
        """Where both live."""
        return self.first.space

    def common(self, facts: Mapping[str, Compiled]) -> Compiled:
        """Diagrams that know nothing but facts and calendars: for what neither rulebook compares alone.

        Args:
            facts: What either side reaches, each with the diagrams of a rulebook that has it.
        """
        terms = {fact: compiled.rulebook.terms[fact] for fact, compiled in facts.items()}
        domains = {fact: compiled.domains[fact] for fact, compiled in facts.items()}
        return Compiled(replace(self.first.rulebook, terms=terms, rules={}), self.space, domains)

    def links(self, common: Compiled, relations: Sequence[Relation]) -> tuple[Link, ...]:
        """How quantities that these relations compare with each other can lie together."""
        key = *common.domains, "", *(relation.text for relation in relations)
        if key not in self._links:
            unknown = [fact for fact in common.domains if any(fact in relation.terms for relation in relations)]
            self._links[key] = links(unknown, relations, common.domains, {}, common.rulebook)
        return self._links[key]


_KEPT = 2
_kept: list[Together] = []


def together(first: Rulebook, second: Rulebook, question: str, other: str) -> Together:
    """The diagrams of both, kept for the last pairs asked about.

    A term of one phrase, type and subject is one fact. Its values tell apart all that either rulebook tells apart, and
    what tells the worth of a quantity on the one side from its worth on the other: a number has the thresholds of both,
    a choice those of both vocabularies. A rulebook that has never heard of a choice compares it with its own and finds
    it equal to none; see ``alike`` for bounds.

    Args:
        first: One rulebook.
        second: The other, or the same.
        question: What the first is asked.
        other: What the second is asked.
    """
    asked = None if question == other else (question, other)
    for held in _kept:
        if held.named[0] is first and held.named[1] is second and held.asked == asked:
            return held
    made = _made(first, second, asked)
    _kept[:] = [*_kept[1 - _KEPT :], made]
    return made


def _made(first: Rulebook, second: Rulebook, asked: Pair | None) -> Together:
    one, other = (first, first) if first is second else alike(first, second)
    apart = [*_told_apart(one, other, asked)]
    if one is other and not apart:
        alone = compiled_for(one)
        return Together((first, second), asked, alone, alone)
    shared = {phrase for phrase in one.terms if phrase in other.terms}
    clash = {phrase for phrase in shared if not comparable(one.terms[phrase], other.terms[phrase])}
    phrases = [phrase for phrase in dict.fromkeys((*one.terms, *other.terms)) if phrase not in clash]
    domains = common_domains((one, other), phrases, apart)
    space = Space()

    def compiled(rulebook: Rulebook) -> Compiled:
        return Compiled(rulebook, space, {**domains, **common_domains((rulebook,), clash, apart)})

    here = compiled(one)
    return Together((first, second), asked, here, here if one is other else compiled(other))


def _told_apart(first: Rulebook, second: Rulebook, asked: Pair | None) -> Iterator[Relation]:
    """What tells a quantity of both, or those asked about, on one side from that on the other.

    What cannot be told so is left out here; it is refused when it is asked about.
    """
    one, other = Index.of(first), Index.of(second)
    pairs = [asked] if asked else [(term, term) for term in one.concluding if term in other.concluding]
    for mine, theirs in pairs:
        kinds = first.terms[mine].type, second.terms[theirs].type
        if kinds[0] is kinds[1] and kinds[0] in QUANTITIES:
            with suppress(BadInput):
                yield from told_apart_by(one, mine, other, theirs)
