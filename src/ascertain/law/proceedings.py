"""What all orders together do to a provision, for one government and program, on any day.

Suspensions are *states*: they act while their source is itself in force. Everything else that changes force is an
*event*: it happens once, on its effective day, if its source was in force on that day, and nothing that befalls
the source later undoes it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ascertain.law.acts import ENDING, STATES, SUSPENDING
from ascertain.law.branching import Branching, Tree
from ascertain.law.index import Act, LawIndex
from ascertain.law.sources import Sources, When
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Verb


class Standing(NamedTuple):
    """What has become of a provision; each part a tree over the doubts that it hangs on.

    Args:
        begun: Issued by the known date, and its own time has begun.
        expired: Its own time is over.
        ended: Ended, or narrowed to others, by other provisions.
        suspended: Silenced by a stay or injunction in force.
        extended: Extended by another provision to this government or program.
    """

    begun: Tree[bool]
    expired: Tree[bool]
    ended: Tree[bool]
    suspended: Tree[bool]
    extended: Tree[bool]


class Proceedings(Sources):
    """The law of one rulebook for one government and program, as known on one day.

    Args:
        without: Numbers of effects, and ids of provisions whose expiry, to leave out: what would the force be had
            they not been?
    """

    def __init__(
        self,
        index: LawIndex,
        government: Government | None,
        program: Program | None,
        known: date,
        trees: Branching | None = None,
        without: frozenset[int | str] = frozenset(),
    ) -> None:
        super().__init__(index, government, program, known, trees)
        self._without = without
        self._standings: dict[tuple[str, When, int | None], Standing] = {}
        self._done: dict[tuple[int, When], Tree[bool]] = {}

    def but_for(self, without: frozenset[int | str]) -> Proceedings:
        """The same proceedings had these effects and expiries not been either."""
        return Proceedings(self.index, self.government, self.program, self.known, self.trees, self._without | without)

    def standing(self, provision: str, at: When, but_for: int | None = None) -> Standing:
        """What has become of the provision by then, its own scope apart; ``but_for`` leaves one effect out."""
        key = (provision, at, but_for)
        made = self._standings.get(key)
        if made is None:
            made = self._standings[key] = self._stand(provision, at, but_for)
        return made

    def live(self, provision: str, at: When, but_for: int | None = None) -> Tree[bool]:
        """Whether the provision is in force, its own scope apart."""
        begun, expired, ended, suspended, _ = self.standing(provision, at, but_for)
        no = self.trees.no
        return self.trees.all(begun, no(expired), no(ended), no(suspended))

    def bound(self, provision: str, at: When, but_for: int | None = None) -> Tree[bool]:
        """Whether the provision reaches this government and program: by its own words, or extended to them."""
        own = self.reach(self.index.binds(provision), provision, at)
        return own if own is True else self.trees.any(own, self.standing(provision, at, but_for).extended)

    def done(self, act: Act, at: When) -> Tree[bool]:
        """Whether an effect has happened (an event) or is acting (a state) for this government and program."""
        key = (act.number, at)
        made = self._done.get(key)
        if made is None:
            made = self._done[key] = self._do(act, at)
        return made

    def reach_of(self, act: Act, at: When, but_for: int | None = None) -> Tree[bool]:
        """Whether an effect reaches this government and program: by its own words, or since its source was extended."""
        own = self.own_reach(act, at)
        if own is True or not act.extensible:
            return own
        return self.trees.any(own, self.standing(act.effect.source, at, but_for).extended)

    def day_of(self, act: Act, at: When) -> When:
        """The day whose law decides whether the effect's source could act: an event's own day, a state's every day."""
        return at if act.effect.verb in STATES or at.day < act.settled else When(act.settled, past=True)

    def _beyond_reach(self, act: Act, at: When) -> bool:
        return not act.extensible and self.own_reach(act, at) is False

    def _do(self, act: Act, at: When) -> Tree[bool]:
        if not act.able or act.number in self._without:
            return False
        begun = self.taken_effect(act, at)
        day = self.day_of(act, at)
        if begun is False or self._beyond_reach(act, day):
            return False
        itself = None
        if act.entangled:
            circle = self._circle(act, day)
            if circle:
                effect = act.effect
                name = f"{effect.source} {effect.verb} {effect.target}"
                question = f"Does it hold that {name}, though each bears on the other on the same day?"
                return self.trees.all(begun, self._ask(f"circular:{name}", question, day))
            # What an act does to itself cannot undo it: an order may end itself.
            itself = act.number if circle is not None else None
        live = self.live(act.effect.source, day, itself)
        return False if live is False else self.trees.all(begun, live, self.reach_of(act, day, itself))

    def _circle(self, act: Act, at: When) -> bool | None:
        """Whether the source, on this one day, hangs on other effects that hang on the target.

        Returns:
            ``False`` where the source is merely part of the target, ``None`` where it does not hang on it at all.
        """
        target, found = act.effect.target, None
        seen: set[tuple[str, bool]] = set()
        waiting = [(act.effect.source, False)]
        while waiting:
            here, by_effect = waiting.pop()
            for level in self.index.levels[here]:
                if level == target:
                    if by_effect:
                        return True
                    found = False
                for other in self.index.on(level):
                    step = (other.effect.source, True)
                    if step not in seen and other is not act and self._could_act(other, at):
                        seen.add(step)
                        waiting.append(step)
        return found

    def _could_act(self, act: Act, at: When) -> bool:
        if not act.able or act.number in self._without or self.taken_effect(act, at) is False:
            return False
        return self.day_of(act, at).day == at.day and not self._beyond_reach(act, at)

    def _stand(self, provision: str, at: When, but_for: int | None) -> Standing:
        index, trees = self.index, self.trees
        levels = index.levels[provision]
        begun = self.begun(provision, at)
        suspended: Tree[bool] = False
        extended: Tree[bool] = False
        expired: list[Tree[bool]] = [False] * len(levels)
        ended: list[Tree[bool]] = [False] * len(levels)
        narrowed: list[Tree[bool]] = [False] * len(levels)
        expiries = {h: e for h, e in self.expiries(levels, at).items() if levels[h] not in self._without}
        events: list[tuple[tuple[object, ...], int, Act | None]] = [
            ((day, day, -1), height, None) for height, (day, _) in expiries.items()
        ]
        for height, act in index.reaching(provision):
            if act.number == but_for:
                continue
            if act.effect.verb in SUSPENDING:
                suspended = trees.any(suspended, self.done(act, at))
            elif act.earliest <= at.day:
                events.append((act.order, height, act))
        for _, height, event in sorted(events, key=lambda entry: entry[0]):
            if event is None:
                expired[height] = expiries[height][1]
                continue
            done = self.done(event, at)
            if done is False:
                continue
            match event.effect.verb:
                case Verb.NARROWS:
                    outside = trees.no(self._to(event, at))
                    narrowed[height] = trees.any(narrowed[height], trees.all(done, outside))
                case Verb.EXTENDS:
                    inside = trees.all(done, self._to(event, at))
                    extended = trees.any(extended, inside)
                    self._undo(narrowed, height, inside)
                case Verb.REINSTATES:
                    for taken in (expired, ended, narrowed):
                        self._undo(taken, height, done)
                case verb if verb in ENDING:
                    ended[height] = trees.any(ended[height], done)
        return Standing(begun, trees.any(*expired), trees.any(*ended, *narrowed), suspended, extended)

    def _undo(self, taken: list[Tree[bool]], height: int, by: Tree[bool]) -> None:
        """To give back a part gives it back from whatever took the wholes; to give back a whole leaves its parts."""
        for above in range(height, len(taken)):
            taken[above] = self.trees.all(taken[above], self.trees.no(by))

    def _to(self, act: Act, at: When) -> Tree[bool]:
        return act.effect.to is not None and self.reach(act.effect.to, act.effect.source, at)
