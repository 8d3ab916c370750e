"""Two rulebooks as diagrams in one space, so that what both speak of is one thing."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.findings.compiled import Compiled, compiled_for
from ascertain.findings.domains import common_domains
from ascertain.findings.space import Space
from ascertain.rulebook.model.book import Rulebook
from ascertain.verify.diff.side import comparable


@dataclass(frozen=True, slots=True)
class Together:
    """The diagrams of two rulebooks, which may be one and the same."""

    first: Compiled
    second: Compiled

    @property
    def space(self) -> Space:
        """Where both live."""
        return self.first.space


_kept: list[Together] = []


def together(first: Rulebook, second: Rulebook) -> Together:
    """The diagrams of both, kept for the last pair asked about.

    A term of one phrase, type and subject is one fact. Its values tell apart all that either rulebook tells apart: a
    number has the thresholds of both, a choice those of both vocabularies. A rulebook that has never heard of a choice
    compares it with its own and finds it equal to none.
    """
    if first is second:
        compiled = compiled_for(first)
        return Together(compiled, compiled)
    held = next((one for one in _kept if one.first.rulebook is first and one.second.rulebook is second), None)
    if held is None:
        space = Space()
        both = [
            phrase
            for phrase, term in first.terms.items()
            if phrase in second.terms and comparable(term, second.terms[phrase])
        ]
        shared = common_domains((first, second), both)
        held = Together(Compiled(first, space, shared), Compiled(second, space, shared))
        _kept[:] = [held]
    return held
