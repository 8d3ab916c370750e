"""What the sources say of days and reach, and the doubts where they do not say.

A mandate may not be known to have issued, a day may be known only by its month, and a reach may be left open. Each
such question is one doubt, whichever provisions hang on it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ascertain.law.acts import SCOPED_BY_TO
from ascertain.law.branching import Branching, Tree
from ascertain.law.index import Act, LawIndex
from ascertain.law.model import Doubt
from ascertain.law.naming import asked_named
from ascertain.law.scope import item_reaches, item_words
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.parties import Government, Program, Scope, ScopeItem
from ascertain.rulebook.model.sources import Effect

_BOUNDS = {"from": "taken effect", "until": "come to its end", "issued": "been issued"}


class When(NamedTuple):
    """A day, and whether it is a past event's day rather than the day asked about.

    Doubts about the day asked about are one question throughout a regime; those about an event's day are others.
    """

    day: date
    past: bool = False


class Sources:
    """The sources of one rulebook read for one government and program, as known on one day."""

    def __init__(
        self,
        index: LawIndex,
        government: Government | None,
        program: Program | None,
        known: date,
        trees: Branching | None = None,
    ) -> None:
        self.index = index
        self.government = government
        self.program = program
        self.known = known
        self.trees = trees if trees is not None else Branching()

    def reach(self, scope: Scope, whose: str, at: When) -> Tree[bool]:
        """Whether a scope set by ``whose`` words reaches this government and program on the day."""
        inside = self.trees.any(*(self._item(item, whose, at) for item in scope.items))
        if inside is False or not scope.excepted:
            return inside
        outside = self.trees.any(*(self._item(item, whose, at) for item in scope.excepted))
        return self.trees.all(inside, self.trees.no(outside))

    def taken_effect(self, act: Act, at: When) -> Tree[bool]:
        """Whether an effect issued in time has taken effect and is not over by its own terms."""
        effect = act.effect
        issued = self._issued(effect.issued, effect.source)
        if issued is False or at.day < act.earliest:
            return False
        if effect.effective is None:
            began: Tree[bool] = self._ask(f"effective:{_authority(effect)}", self._mandate(effect), at)
        else:
            began = self._come(effect.effective, "from", _authority(effect), at)
        over = effect.until is not None and self._come(effect.until, "until", _authority(effect), at)
        return self.trees.all(issued, began, self.trees.no(over))

    def own_reach(self, act: Act, at: When) -> Tree[bool]:
        """An effect reaches whom it says, else whomever its source binds. What narrows or extends says it by ``to``."""
        effect = act.effect
        if effect.scope is not None:
            return self.reach(effect.scope, effect.source, at)
        return effect.verb in SCOPED_BY_TO or self.reach(self.index.binds(effect.source), effect.source, at)

    def begun(self, provision: str, at: When) -> Tree[bool]:
        authority = self.index.rulebook.authorities[self.index.levels[provision][-1]]
        issued = self._issued(authority.issued, provision)
        if issued is False:
            return False
        started = [self._started(interval, authority.id, at) for interval in self.index.own_time(provision)]
        return self.trees.all(issued, self.trees.any(*started))

    def published(self, provision: str, at: When) -> Tree[bool]:
        """Whether what never was law had been published by then."""
        authority = self.index.rulebook.authorities[self.index.levels[provision][-1]]
        issued = self._issued(authority.issued, provision)
        return self.trees.all(issued, self._come(authority.issued, "issued", authority.id, at))

    def _started(self, interval: Interval, authority: str, at: When) -> Tree[bool]:
        return interval.start is None or self._come(interval.start, "from", authority, at)

    def expiries(self, levels: tuple[str, ...], at: When) -> dict[int, tuple[date, Tree[bool]]]:
        """By level, the day and whether its own time ran out. A part without an end of its own ends with its whole."""
        found: dict[int, tuple[date, Tree[bool]]] = {}
        for height, level in enumerate(levels):
            own = self.index.intervals(level)
            if not own:
                continue
            ends = [i.end.earliest for i in own if i.end is not None and i.end.earliest <= at.day]
            if ends:
                began = self.trees.any(*(self._started(interval, levels[-1], at) for interval in own))
                inside = self.trees.any(*(self._inside(interval, levels[-1], at) for interval in own))
                found[height] = (max(ends), self.trees.all(began, self.trees.no(inside)))
            if all(interval.end is not None for interval in own):
                break
        return found

    def _inside(self, interval: Interval, authority: str, at: When) -> Tree[bool]:
        over = interval.end is not None and self._come(interval.end, "until", authority, at)
        return self.trees.all(self._started(interval, authority, at), self.trees.no(over))

    def _item(self, item: ScopeItem, whose: str, at: When) -> Tree[bool]:
        answer = item_reaches(item, self.government, self.program, at.day, self.index.rulebook)
        if isinstance(answer, Doubt):
            dated = answer.id.startswith("member:")
            return self._ask(answer.id, answer.question, at if dated else When(at.day))
        if answer and item.perhaps:
            authority = self.index.rulebook.authorities[whose.partition("#")[0]]
            whom = asked_named(item, self.index.rulebook, at_large=self.government is None)
            name = f"reach:{authority.id}:{item_words(item)}"
            return self.trees.ask(Doubt(name, f"Does {authority.title} reach {whom}?"))
        return answer

    def _issued(self, moment: Moment, source: str) -> Tree[bool]:
        reached = moment.reached(self.known)
        if reached is not None:
            return reached
        authority = self.index.rulebook.authorities[source.partition("#")[0]]
        question = f"Had {authority.title} been issued by {self.known} (known only as {moment})?"
        return self.trees.ask(Doubt(f"issued:{authority.id}:{moment}", question))

    def _come(self, moment: Moment, bound: str, authority: str, at: When) -> Tree[bool]:
        """Whether a day that the sources may give only by month or year has come."""
        reached = moment.reached(at.day)
        if reached is not None:
            return reached
        title = self.index.rulebook.authorities[authority].title
        what = _BOUNDS[bound]
        return self._ask(f"{bound}:{authority}:{moment}", f"Had {title} {what} by then (known only as {moment})?", at)

    def _mandate(self, effect: Effect) -> str:
        authority = self.index.rulebook.authorities[_authority(effect)]
        if authority.kind == "court order":
            return f"Had the mandate of {authority.title} ({authority.id}) issued by then?"
        return f"Had {authority.title} ({authority.id}) taken effect by then?"

    def _ask(self, name: str, question: str, at: When) -> Tree[bool]:
        if at.past:
            name, question = f"{name}:by:{at.day}", question.replace(" by then", f" by {at.day}")
        return self.trees.ask(Doubt(name, question))


def _authority(effect: Effect) -> str:
    return effect.source.partition("#")[0]
