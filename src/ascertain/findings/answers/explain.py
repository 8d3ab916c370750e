"""The explanation of a finding: the tree of rules behind it, each with what it can still yield."""

from __future__ import annotations

from collections.abc import Mapping

from ascertain.findings.answers.reckoning import reckonings
from ascertain.findings.diagrams.compiled import force_atom, point_atom
from ascertain.findings.diagrams.heard import Heard
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.model import Amount, Step, TermStep
from ascertain.findings.reaching.index import rule_leaves, terms_looked_at
from ascertain.law.force import LawOn
from ascertain.law.model import ForceState
from ascertain.record.model import Fact
from ascertain.rulebook.model.rules import InForce, Outcome, Rule


class Explainer:
    """Builds the steps of one situation; a term met twice is explained once and shared.

    Args:
        situation: What law and record settle.
        law: The law for the matter, for the chains behind each force.
        facts: What the record shows of each plain term within reach.
    """

    def __init__(self, situation: Situation, law: LawOn, facts: Mapping[str, Fact]) -> None:
        self._situation = situation
        self._law = law
        self._facts = facts
        self._terms: dict[str, TermStep] = {}

    def term(self, phrase: str) -> TermStep:
        """A term, what it can yield, and the rules that conclude it; none for a plain fact."""
        if phrase not in self._terms:
            rules = self._situation.compiled.index.concluding.get(phrase, ())
            heard = self._situation.term(phrase)
            steps = tuple(self._step(rule, heard=True) for rule in rules)
            self._terms[phrase] = TermStep(phrase, heard.possible(), steps, self._amounts(heard))
        return self._terms[phrase]

    def _step(self, rule: Rule, *, heard: bool) -> Step:
        """One rule. ``heard`` is whether what it is an exception to surely has force: else it decides nothing."""
        index = self._situation.compiled.index
        said = self._situation.rule(rule)
        possible = said.possible()
        force = self._law.force(rule.provision)
        leaves = dict.fromkeys(rule_leaves(rule))
        looked_at = terms_looked_at(rule)
        lives = heard and self._lives(rule)
        return Step(
            rule.id,
            rule.provision,
            rule.title,
            possible,
            heard and Outcome.SILENT not in possible,
            None if force.state is ForceState.IN_FORCE else force,
            tuple(self._facts[term] for term in looked_at if term in self._facts),
            tuple(self._step(exception, heard=lives) for exception in index.exceptions.get(rule.id, ())),
            tuple(self.term(term) for term in looked_at if term in index.concluding),
            tuple(self._law.force(leaf.provision) for leaf in leaves if isinstance(leaf, InForce)),
            self._amounts(said),
            self._situation.rows(rule),
        )

    def _amounts(self, heard: Heard) -> tuple[Amount, ...]:
        return tuple(each.amount for each in reckonings(self._situation, heard.said()))

    def _lives(self, rule: Rule) -> bool:
        """Whether the rule surely has force, under a reading that is surely right."""
        settled = self._situation.settled
        if settled.get(force_atom(rule.provision)) != 0:
            return False
        if rule.reading is None:
            return True
        point, name = rule.reading
        atom = point_atom(point, self._situation.compiled.rulebook)
        return settled.get(atom) == atom.values.index(name)
