"""The stages of a determination, their order, and why something cannot be done yet. Nothing here needs the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """How final a determination is."""

    PRELIMINARY = "preliminary"
    FINAL = "final"
    RECONSIDERED = "reconsidered"


class Part(StrEnum):
    """What a reviewer is to a determination."""

    FIRST = "first"
    SECOND = "second"


class Effect(StrEnum):
    """What an order of a court does to a determination that was issued."""

    ENJOINED = "enjoined"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Issued:
    """A determination that was issued: its stage, the last day to cure, and whether it is to be looked at again."""

    stage: Stage
    cure_until: date | None = None
    reconsider: bool = False


def next_stage(issued: tuple[Issued, ...], today: date) -> tuple[Stage | None, str]:
    """Which determination may come next.

    Args:
        issued: Those that were issued, in their order.
        today: The day.

    Returns:
        The stage, or none; and what is waited for.
    """
    if not issued:
        return Stage.PRELIMINARY, ""
    last = issued[-1]
    if last.stage is Stage.PRELIMINARY:
        if last.cure_until is not None and today <= last.cure_until:
            return None, f"the government has until {last.cure_until} to answer the preliminary determination"
        return Stage.FINAL, ""
    if last.reconsider:
        return Stage.RECONSIDERED, ""
    return None, "it is decided; the government may ask for reconsideration"


@dataclass(frozen=True, slots=True)
class Drafted:
    """The newest draft of a determination: whether the second reviewer spoke of it, and whether it is still up to date.

    ``agrees`` is ``None`` where nobody has spoken of this draft; ``overtaken`` the number of entries that concern the
    government and were filed since.
    """

    agrees: bool | None
    overtaken: int
    cure_until: date | None


def hindrance(stage: Stage, draft: Drafted | None, today: date) -> str:
    """Why a determination cannot be issued; empty where it can.

    Args:
        stage: Its stage.
        draft: Its newest draft.
        today: The day on which it would be issued.
    """
    if draft is None:
        return "there is no draft"
    if draft.overtaken:
        entries = "an entry that concerns" if draft.overtaken == 1 else f"{draft.overtaken} entries that concern"
        return f"{entries} the government came after this draft: draft it anew, so that it takes them into account"
    if draft.agrees is None:
        return "the second reviewer has not spoken of this draft"
    if not draft.agrees:
        return "the second reviewer disagrees with this draft"
    if stage is Stage.PRELIMINARY and draft.cure_until is not None and draft.cure_until <= today:
        return "the last day to cure is not after today: draft it anew with a later one"
    return ""
