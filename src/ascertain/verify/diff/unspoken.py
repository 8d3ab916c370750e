"""Why a side of a comparison can come to nothing: all that concludes its question has ended, or is not law yet."""

from __future__ import annotations

from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.law.model import ForceState
from ascertain.verify.diff.side import Side


def unspoken(side: Side) -> tuple[tuple[str, ForceState], ...]:
    """The provisions whose rules conclude a side's question, each with its state, where surely none of them speaks."""
    law = compiled_for(side.rulebook).law(side.matter)
    provisions = dict.fromkeys(rule.provision for rule in side.rulebook.rules.values() if rule.term == side.question)
    found = tuple((provision, law.force(provision).state) for provision in provisions)
    return () if any(state.speaks or state is ForceState.OPEN for _, state in found) else found
