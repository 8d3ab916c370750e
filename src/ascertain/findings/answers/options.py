"""Between what an unknown fact decides: its answers, or the stretches of a quantity between which a finding turns."""

from __future__ import annotations

from itertools import groupby

from ascertain.findings.answers.relating import related_options
from ascertain.findings.arithmetic.ranges import joined, range_words, ranges
from ascertain.findings.diagrams.compiled import fact_atom
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom
from ascertain.findings.reaching.domains import within
from ascertain.rulebook.model.terms import QUANTITIES, Between, TermType, Value


def options_of(phrase: str, situation: Situation, question: str) -> tuple[str, ...]:
    """The answers between which a fact decides, in words, in their order.

    Args:
        phrase: The phrase of an unknown plain term that the question turns on.
        situation: What is known.
        question: The phrase of what is asked.

    Returns:
        Of a quantity the stretches of its values, each of which does something else than the next; of one that is
        compared with others that are unknown, before and after what of these it turns at, see
        :func:`related_options`; none where what is asked is reckoned with it.
    """
    term = situation.compiled.rulebook.terms[phrase]
    if term.type not in QUANTITIES:
        return ("yes", "no") if term.type is TermType.YES_NO else term.values
    places = _places(phrase, situation)
    if not places:
        return related_options(phrase, situation, question)
    if _comes_round(phrase, situation):
        return ()
    space, voices = situation.compiled.space, situation.term(question).loose
    stretches = ranges([value for _, _, value in places], situation.spans.get(phrase))
    does = [tuple(space.settle(voice, atom, at) for voice in voices.all) for atom, at, _ in places]
    turns = [
        joined([stretch for stretch, _ in alike])
        for _, alike in groupby(zip(stretches, does, strict=True), lambda each: each[1])
    ]
    return tuple(range_words(each, term) for each in turns) if len(turns) > 1 else ()


def _comes_round(phrase: str, situation: Situation) -> bool:
    """Whether something holds of it again and again as it rises, as that it is a working day."""
    relations = (relation for link in situation.links if phrase in link.terms for relation in link.relations)
    return any(not relation.steady for relation in relations)


def _places(phrase: str, situation: Situation) -> list[tuple[Atom, int, Value]]:
    """The values of a quantity that stand for all that can make a difference, each with what tells it."""
    for link in situation.links:
        if phrase in link.terms:
            examples = link.examples if link.terms == (phrase,) else ()
            cells = [(link.atom, at, point[phrase]) for at, point in enumerate(examples)]
            return sorted(cells, key=lambda cell: int(cell[2]))
    atom = fact_atom(phrase, situation.compiled)
    span = situation.spans.get(phrase, Between(None, None))
    return [(atom, at, atom.values[at]) for at in within(atom.values, span)]
