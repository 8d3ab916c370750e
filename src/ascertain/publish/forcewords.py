"""A force in words: its state, the acts that decide it, the parts that stand otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ascertain.law.model import Force, ForceState
from ascertain.law.parts import Part
from ascertain.rulebook.model.book import Rulebook

BINDS_NO_ONE = "binds no one"
"""The state of what reaches nobody, whoever is asked about: *out of scope* would say that it reaches another."""


def state_words(force: Force, rulebook: Rulebook) -> str:
    """The state of a force, or those between which doubts decide."""
    return " or ".join(state_word(state, force.provision, rulebook) for state in force.states)


def state_word(state: ForceState, provision: str, rulebook: Rulebook) -> str:
    """One state of a provision."""
    of_no_one = rulebook.authorities[rulebook.provisions[provision].authority].binds.is_nobody
    return BINDS_NO_ONE if of_no_one and state is ForceState.OUT_OF_SCOPE else state.value


def chain_words(force: Force) -> str:
    """The decisive acts behind a force in a line."""
    links = [link for link in force.chain if link.decisive]
    return "; ".join(f"{link.date} {link.provision} {link.verb} ({link.whom})" for link in links)


def parts_words(parts: Iterable[Part]) -> str:
    """The parts that stand otherwise than the whole, in a line; nothing where none does."""
    told = ", ".join(f"#{part.provision.partition('#')[2]} {part.state.value}{_days(part)}" for part in parts)
    return f"parts that stand otherwise: {told}" if told else ""


def _days(part: Part) -> str:
    if part.start is None or part.end is None:
        return ""
    through = (date.fromordinal(part.end.toordinal() - 1)).isoformat() if part.end < date.max else "…"
    return f" from {part.start} through {through}"


def behind(force: Force) -> tuple[str, ...]:
    """The provision whose force it is, then those of all acts that bear on it."""
    return (force.provision, *(link.provision for link in force.chain))
