"""Someone, an act and what it is done to in; yes, or no and who may."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import POLICY, Act, Role


class Refused(Exception):  # noqa: N818 - a decision, not a fault
    """Someone may not do this; says who may.

    Args:
        act: What was asked.
        hidden: Whether they may not even know that there is such a thing, so that it is as if it were not there.
    """

    def __init__(self, act: Act, hidden: bool) -> None:
        self.act, self.hidden = act, hidden
        self.who_may = tuple(role for role in Role if role in POLICY[act])
        super().__init__(f"to {act} one has to be {' or '.join(self.who_may)}")


@dataclass(frozen=True, slots=True)
class Thing:
    """What an act is done to: a review and, where it is about one, a government under it, both by their number."""

    review: int | None = None
    government: int | None = None


SITE = Thing()


def may(principal: Principal, act: Act, thing: Thing = SITE) -> bool:
    """Whether someone may do this."""
    return not POLICY[act].isdisjoint(principal.roles(thing.review, thing.government))


def require(principal: Principal, act: Act, thing: Thing = SITE) -> None:
    """Let someone do this.

    Raises:
        Refused: They may not. Whoever may not see the review is not told that there is one.
    """
    if not may(principal, act, thing):
        hidden = thing.review is not None and not may(principal, Act.SEE_THE_REVIEW, Thing(thing.review))
        raise Refused(act, hidden)
