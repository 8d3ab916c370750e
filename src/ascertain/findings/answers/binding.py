"""Whether a provision binds, as a finding: force is asked about, explained and open like anything else."""

from __future__ import annotations

from ascertain.findings.answers.notes import notes
from ascertain.findings.answers.reasons import Reason
from ascertain.findings.answers.receipts import receipt
from ascertain.findings.answers.unseen import unseen, unseen_words
from ascertain.findings.diagrams.diagram import Turns
from ascertain.findings.model import Finding, Ground, TermStep, Turn
from ascertain.law.branching import Branching, Tree
from ascertain.law.model import Branch, Force, ForceState, ForceTree, Matter, doubts_in, leaves
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome


def binding(rulebook: Rulebook, record: Record, matter: Matter, force: Force, standard: Grade) -> Finding:
    """The finding on whether a provision binds.

    It holds where the provision is in force, and does not hold where it is not yet or never was
    law, is ended, suspended or out of scope.
    It is open where a doubt about law, such as a mandate's day, decides between the two. No fact plays a part in it,
    so that it is the same under every standard.

    Args:
        rulebook: The law.
        record: The evidence, for the receipt.
        matter: Whom and when the force is about.
        force: The force of the provision for the matter.
        standard: The standard that the finding is shown under.
    """
    trees = Branching()
    whether = trees.shown(_whether(force.tree, trees, {}))
    binds = leaves(whether)
    possible = tuple(
        outcome for outcome, answer in ((Outcome.HOLDS, True), (Outcome.DOES_NOT_HOLD, False)) if answer in binds
    )
    doubts = tuple(doubts_in(whether).values())
    orders = dict.fromkeys(link.provision for link in reversed(force.chain) if link.decisive)
    orders.pop(force.provision, None)
    rests_on = (*orders, force.provision)
    turns = Turns(doubts=tuple(doubt.id for doubt in doubts))
    marks = unseen(rulebook, matter.program, rests_on)
    return Finding(
        government=matter.government.id if matter.government else "",
        program=matter.program.id if matter.program else "",
        question=force.provision,
        on=matter.on,
        known=matter.known,
        standard=standard,
        possible=possible,
        fact_turns=(),
        law_turns=tuple(Turn("force", doubt.id, doubt.question, ("yes", "no")) for doubt in doubts),
        reason=(Ground("force", force.provision, force.state.value, tuple(orders)),) if len(possible) == 1 else (),
        authorities=rests_on,
        explanation=TermStep(force.provision, possible, ()),
        notes=(
            *notes(rulebook, {}, turns, rests_on, standard, Reason((), smallest=True)),
            *unseen_words(marks),
        ),
        receipt=receipt(rulebook, record, matter.on, matter.known, standard.word),
        unseen=marks,
    )


def _whether(tree: ForceTree, trees: Branching, done: dict[int, Tree[bool]]) -> Tree[bool]:
    """The tree with every state but *in force* taken as one, so that only the doubts that matter remain."""
    if not isinstance(tree, Branch):
        return tree is ForceState.IN_FORCE
    if id(tree) not in done:
        yes, no = _whether(tree.if_yes, trees, done), _whether(tree.if_no, trees, done)
        done[id(tree)] = trees.split(tree.doubt, yes, no)
    return done[id(tree)]
