"""What a question comes to: each answer worked out once for all law and facts that it is the same for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ascertain.findings.answers.spans import amounts_in
from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.diagrams.diagram import Turns, turns, turns_of
from ascertain.findings.diagrams.space import Atom
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.model import briefly, wholly, word_of
from ascertain.findings.reaching.domains import representative, within
from ascertain.findings.timelines.courses import Seen, together
from ascertain.findings.timelines.lawful import Lawful, Regimes
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Shown


class Told(NamedTuple):
    """What a question comes to.

    Args:
        possible: The outcomes still possible.
        turns: What it turns on.
        word: The answer in one word: an outcome, what a quantity is, or ``open``.
        may_be: All that it can come to, in words.
        brief: The same for a line: of a quantity that can be many things between what it lies.
    """

    possible: tuple[Outcome, ...]
    turns: Turns
    word: str
    may_be: tuple[str, ...]
    brief: tuple[str, ...]


class Answers:
    """All answers under one rulebook.

    Args:
        compiled: The diagrams of the rulebook.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._told: dict[tuple[Lawful, tuple[object, ...]], Told] = {}

    def course(self, regimes: Regimes, seen: Seen, first: date, end: date) -> Iterator[tuple[date, Told]]:
        """Yield what a question comes to from each day on, in every period in which it is told anew.

        Args:
            regimes: The question under the law.
            seen: What is shown of facts.
            first: The first day.
            end: The day after the last.
        """
        for start, until, lawful in regimes.within(first, end):
            for day, values in together([seen[atom.id] for atom in lawful.facts], start, until):
                yield day, self.tell(lawful, values)

    def tell(self, lawful: Lawful, shown: tuple[Shown | None, ...]) -> Told:
        """What a question comes to under the law with the facts that can still matter shown, or ``None``."""
        known = {atom: value for atom, value in zip(lawful.facts, shown, strict=True) if value is not None}
        # Values that no comparison tells apart are told as one, unless they are reckoned with.
        places = {
            atom: within(atom.values, value) if isinstance(value, Between) else (representative(atom.values, value),)
            for atom, value in known.items()
        }
        key = (lawful, tuple(known.get(each) if each.id in lawful.exact else places.get(each) for each in lawful.facts))
        if key not in self._told:
            if lawful.exact:
                situation = lawful.situation.with_facts({atom.id: value for atom, value in known.items()})
                heard, turning = situation.term(lawful.question), turns(situation, lawful.question)
                possible, said, where = heard.possible(), heard.said(), heard.free.worths
            else:
                situation, voices = lawful.situation, self._with(lawful.voices, places)
                atoms = self._compiled.space.support(voices.all)
                turning = turns_of(atoms, self._compiled.reach(lawful.question), lawful.doubts)
                possible, said, where = voices.possible(), voices.said(), voices.worths
            worths = amounts_in(situation, said, self._compiled.rulebook.terms[lawful.question].type, where)
            word, brief = word_of(possible, worths), briefly(possible, worths)
            self._told[key] = Told(possible, turning, word, wholly(possible, worths), brief)
        return self._told[key]

    def _with(self, voices: Voices, facts: Mapping[Atom, Sequence[int]]) -> Voices:
        if not facts:
            return voices
        space = self._compiled.space
        put = space.substitution(s for atom, places in facts.items() for s in space.limit(atom, places))
        return voices.mapped(lambda voice: voice.substitute(put))
