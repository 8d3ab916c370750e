"""The proof of a finding: the law pruned to what its reason needs, from the question down to each ground.

For a settled finding the leaves are the grounds of its reason; for an open one they are what it turns on. Every leaf
is one of them, every one of them is a leaf, and no place in the law is shown that the outcome does not need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from oxidd.bdd import BDDSubstitution

from ascertain.findings.answers.holding import Held, held, held_facts
from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.answers.reckoning import Compared, Reckoned, compared, compared_in, reckonings
from ascertain.findings.answers.roomy import in_room
from ascertain.findings.diagrams.compiled import fact_atom, point_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.places import Place
from ascertain.findings.diagrams.space import Atom, AtomKind, Space, another
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.model import Ground
from ascertain.findings.proofs.pruning import Pruned, Put
from ascertain.law.model import Doubt, Force, ForceState, doubts_in
from ascertain.law.readings import LiveReadings
from ascertain.record.model import Fact
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Shown, Value


class PartKind(StrEnum):
    """What a part of a proof is; the last five are leaves."""

    TERM = "term"
    RULE = "rule"
    EXCEPTION = "exception"
    FACT = "fact"
    RELATION = "relation"
    FORCE = "force"
    READING = "reading"
    MATTER = "matter"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a proof and what stands under it.

    Args:
        kind: What it is.
        id: A term's phrase, a rule's id, a comparison of quantities in the rulebook's words, a provision, a contested
            point, or a condition on who is asked about.
        possible: The outcomes of a term or rule that what is shown below leaves possible.
        value: The value of a settled leaf: of a fact, a force's state, the reading taken, whether a condition is met or
            a comparison comes out.
        unsettled: For an open leaf, whether it is a question of ``fact`` or of ``law``; empty for a settled one.
        asks: The open questions that it stands for.
        source: Who shows the fact, which acts decide the force, or who bound the reading.
        under: The parts that it rests on, in the order in which the law looks at them.
        reckoned: For a term or rule about a quantity, each way in which the record lets it be reckoned.
        compared: For a rule, the comparisons in it that what is shown below bears on; a comparison itself, as it is so.
        facts: For a comparison, what the record shows of the facts in it.
        rows: For a table, the numbers of the rows by which it can come to speak, as far as the record shows.
    """

    kind: PartKind
    id: str
    possible: tuple[Outcome, ...] = ()
    value: Shown | None = None
    unsettled: str = ""
    asks: tuple[str, ...] = ()
    source: Fact | Force | LiveReadings | None = None
    under: tuple[Part, ...] = ()
    reckoned: tuple[Reckoned, ...] = ()
    compared: tuple[Compared, ...] = ()
    facts: tuple[Fact, ...] = ()
    rows: tuple[int, ...] = ()


def leaves(part: Part) -> Iterator[Part]:
    """The grounds that a part rests on; one that is met twice is yielded twice."""
    if not part.under:
        yield part
    for below in part.under:
        yield from leaves(below)


@in_room
def proof(answer: Answer, reason: tuple[Ground, ...], taken: Set[Atom]) -> Part:
    """The proof of an answer.

    Args:
        answer: The question as it stands.
        reason: The sufficient reason of its finding, empty where it is open or holds whatever is so.
        taken: What the reason takes for granted, such as that there is no law that has yet to come.

    Returns:
        The question as a term. It has no parts where nothing that could be otherwise matters.
    """
    return _Proof(answer, reason, taken).term(answer.diagram.question)


class _Proof:
    def __init__(self, answer: Answer, reason: tuple[Ground, ...], taken: Set[Atom]) -> None:
        self._answer = answer
        self._is_open = answer.is_open
        self._relations = {relation.text: relation for relation in answer.situation.relations}
        compiled, question = answer.diagram.compiled, answer.diagram.question
        if self._is_open:
            known, loose, by_value = answer.situation.put_loosely, _renamed(answer), frozenset(answer.turns.facts)
        else:
            grounds = {(ground.kind, ground.id) for ground in reason}
            whole = held_facts(answer.situation, question, taken)
            by_value = frozenset(term for term in whole.terms if ("fact", term) in grounds)
            situation = whole.situation
            for term in whole.terms - by_value:
                situation = situation.without_value(term)
            mine = held(situation, by_value)
            freed = set(situation.settled) - taken
            others = {atom for atom in freed - mine.atoms if (atom.kind.value, atom.id) not in grounds}
            known, loose = situation.without(others).put_readily, _loosened(mine, freed)
            if situation.without(others).crowded and not _is_settled(compiled.term(question).mapped(known)):
                known = answer.situation.put  # what the reason leaves open stays as it is
        self._pruned = Pruned(compiled, question, known, loose, by_value)
        self._made: dict[tuple[str, bool], Part] = {}

    def term(self, phrase: str) -> Part:
        """A term with the rules that speak in it."""
        key = phrase, False
        if key not in self._made:
            voices = (self._answer.situation if self._is_open else self._pruned).term(phrase)
            reckoned = reckonings(self._answer.situation, voices.said())
            self._made[key] = Part(
                PartKind.TERM, phrase, voices.possible(), under=self._under(phrase), reckoned=reckoned
            )
        return self._made[key]

    def _under(self, by: str) -> tuple[Part, ...]:
        return tuple(self._part(place) for place in self._pruned.kept[by])

    def _part(self, place: Place) -> Part:
        if isinstance(place.of, Atom):
            return self._leaf(place.of)
        return self._rule(place.of) if place.is_rule else self.term(place.of)

    def _rule(self, name: str) -> Part:
        key = name, True
        if key not in self._made:
            rule = self._pruned.rulebook.rules[name]
            voices = (self._answer.situation if self._is_open else self._pruned).rule(rule)
            kind = PartKind.EXCEPTION if rule.target else PartKind.RULE
            situation, kept = self._answer.situation, {place.of for place in self._pruned.kept[name]}
            self._made[key] = Part(
                kind,
                name,
                voices.possible(),
                under=self._under(name),
                reckoned=reckonings(situation, voices.said()),
                compared=tuple(compared(situation, rule, kept)),
                rows=situation.rows(rule),
            )
        return self._made[key]

    def _leaf(self, atom: Atom) -> Part:
        law = self._answer.law
        match atom.kind:
            case AtomKind.FACT:
                fact = self._answer.facts[atom.id]
                if self._is_open:
                    return Part(PartKind.FACT, atom.id, (), None, "fact", (law.rulebook.terms[atom.id].ask,), fact)
                shown = fact.between if fact.value is None else fact.value
                return Part(PartKind.FACT, atom.id, (), shown, source=fact)
            case AtomKind.RELATION:
                return self._relation(atom)
            case AtomKind.FORCE:
                force = law.force(atom.id)
                doubts = doubts_in(force.tree)
                return self._of_law(PartKind.FORCE, atom, self._force(atom, force, doubts), doubts, force)
            case AtomKind.READING:
                live = law.live_readings(atom.id)
                return self._of_law(PartKind.READING, atom, self._settled(atom), doubts_in(live.ways), live)
            case _:
                tree = self._answer.situation.open.get(atom, ForceState.IN_FORCE)
                return self._of_law(PartKind.MATTER, atom, self._settled(atom), doubts_in(tree))

    def _relation(self, atom: Atom) -> Part:
        relation, situation = self._relations[atom.id], self._answer.situation
        terms = relation.terms
        facts = tuple(self._answer.facts[term] for term in terms)
        value = self._settled(atom)
        told = (compared_in(situation, relation.denied if value is False else relation),)
        if not self._is_open:
            return Part(PartKind.RELATION, atom.id, (), value, compared=told, facts=facts)
        turning = self._answer.turns.facts
        asks = tuple(self._answer.law.rulebook.terms[term].ask for term in terms if term in turning)
        return Part(PartKind.RELATION, atom.id, (), value, "fact", asks, compared=told, facts=facts)

    def _of_law(
        self,
        kind: PartKind,
        atom: Atom,
        value: Value | None,
        doubts: Mapping[str, Doubt],
        source: Force | LiveReadings | None = None,
    ) -> Part:
        if not self._is_open:
            return Part(kind, atom.id, (), value, source=source)
        turning = self._answer.turns.doubts
        asks = tuple(doubt.question for name, doubt in doubts.items() if name in turning)
        if atom.id in self._answer.turns.readings:
            asks = (self._answer.law.rulebook.points[atom.id].question, *asks)
        return Part(kind, atom.id, (), value, "law", asks, source)

    def _force(self, atom: Atom, force: Force, doubts: Mapping[str, Doubt]) -> str:
        """The state; where it hangs on doubts and is yet settled, for the sake of argument, what they leave."""
        if not doubts or self._is_open:
            return force.state.value
        speaking = next((state for state in force.states if state.speaks), ForceState.IN_FORCE)
        return speaking.value if self._settled(atom) else "not in force"

    def _settled(self, atom: Atom) -> Value | None:
        at = self._answer.situation.settled.get(atom)
        return None if at is None else atom.values[at]


def _renamed(answer: Answer) -> Put:
    """Puts in, for everything that the answer turns on, something of its own that nothing else depends on."""
    situation, compiled, turns = answer.situation, answer.diagram.compiled, answer.turns
    atoms = [Atom(AtomKind.FACT, phrase, compiled.domains[phrase]) for phrase in turns.facts]
    atoms += [point_atom(point, compiled.rulebook) for point in turns.readings]
    atoms += [Atom(AtomKind.DOUBT, doubt) for doubt in turns.doubts]
    for link in situation.links:
        turning = [each for each in link.relations if set(each.terms) & set(turns.facts)]
        atoms += map(relation_atom, turning) if link.wide else [link.atom]
    renaming = _instead(atoms, compiled.space)
    return lambda function: situation.put_loosely(function).substitute(renaming)


def _loosened(mine: Held, freed: set[Atom]) -> Put:
    """Puts in what is not settled, and in the place of what facts settle by their values something of its own."""
    compiled = mine.situation.compiled
    facts = [fact_atom(term, compiled) for term in mine.terms]
    relations = [relation_atom(each) for each in mine.situation.relations if mine.terms & set(each.terms)]
    renaming, free = _instead([*facts, *relations], compiled.space), mine.situation.without(freed)
    return lambda function: free.put_readily(function.substitute(renaming))


def _is_settled(voices: Voices) -> bool:
    return len(voices.possible()) == 1 and len(voices.said()) < 2


def _instead(atoms: Iterable[Atom], space: Space) -> BDDSubstitution:
    """For each atom another that nothing else depends on."""
    return space.substitution(setting for atom in atoms for setting in space.instead(atom, another(atom)))
