"""What a lint says: one sentence about the rulebook, where, how sure it is a mistake, and an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ascertain.law.model import Doubt, ForceState, Matter
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Place, Value


class Severity(StrEnum):
    """A *warning* is about what cannot have been meant as it stands; a *note* about what may well be so."""

    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Witness:
    """An example that a remark is true, which the definition of meaning comes to as well.

    Args:
        matter: Whom, under which program and on which day.
        facts: The facts that are enough for it, by phrase; all others may be anything.
        readings: The readings that are enough for it, by point.
        doubts: How open questions about force are resolved.
        outcomes: What terms then come to, by phrase.
        forces: How provisions stand there, by id, where that is what shows it.
    """

    matter: Matter
    facts: Mapping[str, Value]
    readings: Mapping[str, str]
    doubts: Mapping[Doubt, bool]
    outcomes: Mapping[str, Outcome]
    forces: Mapping[str, ForceState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a lint found.

    Args:
        code: Stable for this lint, such as ``L101``.
        lint: The lint's name, such as ``conflict``.
        severity: How sure it is a mistake.
        about: The rules, terms, points or authorities that it is about; with ``lint`` it names the remark.
        sentence: One plain sentence in lower case.
        places: Every place involved, the one to look at first.
        help: What could be done.
        witnesses: Examples that show it, or of what is so where something never happens.
    """

    code: str
    lint: str
    severity: Severity
    about: tuple[str, ...]
    sentence: str
    places: tuple[Place, ...]
    help: str
    witnesses: tuple[Witness, ...] = ()

    @property
    def name(self) -> str:
        """By what an ``accepts`` entry of the rulebook names the remark."""
        return f"{self.lint} {', '.join(self.about)}"
