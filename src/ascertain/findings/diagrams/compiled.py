"""A rulebook as decision diagrams: the symbolic twin of ``meaning``, one diagram for each outcome of each rule.

The diagrams hold for every matter: whether a provision is in force, who is asked about, and which reading is right are
atoms like the facts. What is settled for one matter is put in later, by a ``Situation``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.composing import Composer, force_atom, matter_atom, point_atom
from ascertain.findings.diagrams.order import in_order
from ascertain.findings.diagrams.room import enough_room
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.reaching.domains import all_relations, domains
from ascertain.findings.reaching.index import Index
from ascertain.findings.reaching.reach import Reach, reach
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Rule
from ascertain.rulebook.model.terms import Value

__all__ = ["Compiled", "compiled_for", "fact_atom", "force_atom", "matter_atom", "point_atom"]


def fact_atom(phrase: str, compiled: Compiled) -> Atom:
    """The atom of a plain term."""
    return Atom(AtomKind.FACT, phrase, compiled.domains[phrase])


_KEPT = 4
_KEPT_LAWS = 256


class Compiled(Composer):
    """The diagrams of one rulebook, made when first asked for.

    Args:
        rulebook: The law.
        space: Where the diagrams live, if together with those of another rulebook.
        shared: The domains of terms that both rulebooks speak of, where each alone would tell fewer values apart.
    """

    def __init__(
        self, rulebook: Rulebook, space: Space | None = None, shared: Mapping[str, tuple[Value, ...]] | None = None
    ) -> None:
        self.rulebook = rulebook
        self.index = Index.of(rulebook)
        plain = [term for term in rulebook.terms if term not in self.index.concluding]
        own = domains(rulebook, plain)
        self.domains = own if shared is None else {term: shared.get(term, values) for term, values in own.items()}
        self.fitting: dict[Relation, tuple[int, ...]] = {}
        self.space = space or Space()
        self.relations = {relation.text: relation for relation in all_relations(rulebook, self.index)}
        self._laws: dict[Matter, LawOn] = {}
        self._reach: dict[str, Reach] = {}
        self._terms: dict[str, Voices] = {}
        self._rules: dict[str, Voices] = {}
        for atom in in_order(self):
            self.space.variables(atom)

    def law(self, matter: Matter) -> LawOn:
        """The law for a matter, kept for the last few hundred matters; days of one matter share their work."""
        if matter not in self._laws:
            while len(self._laws) >= _KEPT_LAWS:
                del self._laws[next(iter(self._laws))]
            any_day = replace(matter, on=date.min)
            kin = self._laws.get(any_day)
            if kin is None:
                kin = self._laws[any_day] = LawOn(self.rulebook, any_day)
            self._laws[matter] = kin.on(matter)
        return self._laws[matter]

    def reach(self, question: str) -> Reach:
        """What the question can depend on."""
        if question not in self._reach:
            self._reach[question] = reach(self.rulebook, question, self.index)
        return self._reach[question]

    def term(self, phrase: str) -> Voices:
        """The outcomes of a term: of its rules, folded; a plain yes/no term holds where the fact is yes.

        Raises:
            BadInput: They find no room.
        """
        if phrase not in self._terms:
            rules = self.index.concluding.get(phrase)
            with enough_room(self.rulebook, phrase):
                self._terms[phrase] = self.fold(map(self.rule, rules)) if rules else self._fact(phrase)
        return self._terms[phrase]

    def rule(self, rule: Rule) -> Voices:
        """The outcomes of a rule together with its exceptions."""
        if rule.id not in self._rules:
            self._rules[rule.id] = self.compose(rule)
        return self._rules[rule.id]

    def has(self, atom: Atom, values: Iterable[int]) -> BDDFunction:
        """The same wherever the atom is looked at."""
        return self.space.has(atom, values)

    def looked_at(self, phrase: str) -> Voices:
        """The same wherever the term is looked at."""
        return self.term(phrase)

    def _fact(self, phrase: str) -> Voices:
        yes = self.space.has(fact_atom(phrase, self), [0])
        return Voices(yes, ~yes, self.space.false)


_recent: dict[int, Compiled] = {}


def compiled_for(rulebook: Rulebook) -> Compiled:
    """The compiled form of this very rulebook object, kept for the last few rulebooks asked about."""
    held = _recent.get(id(rulebook))
    if held is None:
        while len(_recent) >= _KEPT:
            del _recent[next(iter(_recent))]
        # Holding the rulebook, the entry keeps its id from being used again.
        held = _recent[id(rulebook)] = Compiled(rulebook)
    return held
