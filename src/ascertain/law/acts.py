"""What kinds of acts the law knows, and which instruments have the power to do them."""

from __future__ import annotations

from ascertain.rulebook.model.sources import Verb

SUSPENDING = frozenset({Verb.SUSPENDS, Verb.STAYS})
"""States: they silence their target only while their source is itself in force."""

ENDING = frozenset({Verb.ENDS, Verb.VACATES, Verb.REVOKES, Verb.REVERSES, Verb.REPLACES, Verb.LIFTS})
"""Events that end their target for good. To lift a stay is to end the stay."""

STATES = SUSPENDING | {Verb.BINDS}

SILENT_VERBS = frozenset({Verb.AMENDS, Verb.AFFIRMS, Verb.CLARIFIES, Verb.BINDS})
"""What does not change the force of its target."""

SCOPED_BY_TO = frozenset({Verb.NARROWS, Verb.EXTENDS})
"""What says by ``to`` whom it concerns: everyone outside, or inside, the new scope."""

ORDER = {Verb.EXTENDS: 1, Verb.REINSTATES: 2}
"""Of acts on one day, those that give back come after those that take away."""

_BELOW_THE_LAW = frozenset(
    {"memorandum", "guidance", "grant terms", "policy", "letter", "statement", "report", "list", "deadline", "bill"}
)
_LAW = frozenset({"statute", "state statute", "regulation", "executive order", "ordinance", "court order"})
_BEYOND_AN_EXECUTIVE_ORDER = frozenset({"statute", "state statute", "ordinance", "court order"})


def within_power(source_kind: str, target_kind: str) -> bool:
    """Whether an instrument of one kind can change the force of one of another.

    A memorandum directs its issuer's components: it neither amends an order nor lifts an injunction. An executive
    order acts on what the executive made, not on statutes or judgments.
    """
    if source_kind in _BELOW_THE_LAW:
        return target_kind not in _LAW
    return source_kind != "executive order" or target_kind not in _BEYOND_AN_EXECUTIVE_ORDER
