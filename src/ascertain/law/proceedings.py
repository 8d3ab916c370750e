"""What all orders together do to a provision, for one government and program, on any day.

Suspensions are *states*: they act while their source is itself in force. Everything else that changes force is an
*event*: it happens once, on its effective day, if its source was in force on that day, and nothing that befalls
the source later undoes it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ascertain.law.acts import ENDING, SCOPED_BY_TO, STATES, SUSPENDING
from ascertain.law.branching import Branching, Tree
from ascertain.law.index import Act, LawIndex
from ascertain.law.model import Doubt
from ascertain.law.scope import item_reaches, item_words
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model import Effect, Government, Program, Scope, ScopeItem, Verb


class When(NamedTuple):
    """A day, and whether it is a past event's day rather than the day asked about.

    Doubts about the day asked about are one question throughout a regime; those about an event's day are others.
    """

    day: date
    past: bool = False


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


class Proceedings:
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
        self.index = index
        self.government = government
        self.program = program
        self.known = known
        self.trees = trees if trees is not None else Branching()
        self._without = without
        self._standings: dict[tuple[str, When, int | None], Standing] = {}
        self._done: dict[tuple[int, When], Tree[bool]] = {}

    def but_for(self, without: frozenset[int | str]) -> Proceedings:
        """The same proceedings had these effects and expiries not been."""
        return Proceedings(self.index, self.government, self.program, self.known, self.trees, without)

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

    def reach_of(self, act: Act, at: When, but_for: int | None = None) -> Tree[bool]:
        """Whether an effect reaches this government and program: by its own words, or since its source was extended."""
        own = self._own_reach(act, at)
        if own is True or not act.extensible:
            return own
        return self.trees.any(own, self.standing(act.effect.source, at, but_for).extended)

    def day_of(self, act: Act, at: When) -> When:
        """The day whose law decides whether the effect's source could act: an event's own day, a state's every day."""
        return at if act.effect.verb in STATES or at.day < act.settled else When(act.settled, past=True)

    def _own_reach(self, act: Act, at: When) -> Tree[bool]:
        """An effect reaches whom it says, else whomever its source binds. What narrows or extends says it by ``to``."""
        effect = act.effect
        if effect.scope is not None:
            return self.reach(effect.scope, effect.source, at)
        return effect.verb in SCOPED_BY_TO or self.reach(self.index.binds(effect.source), effect.source, at)

    def _beyond_reach(self, act: Act, at: When) -> bool:
        return not act.extensible and self._own_reach(act, at) is False

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
        begun = self._begun(provision, at)
        suspended: Tree[bool] = False
        extended: Tree[bool] = False
        expired: list[Tree[bool]] = [False] * len(levels)
        ended: list[Tree[bool]] = [False] * len(levels)
        narrowed: list[Tree[bool]] = [False] * len(levels)
        expiries = self._expiries(levels, at)
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

    def _begun(self, provision: str, at: When) -> Tree[bool]:
        authority = self.index.rulebook.authorities[self.index.levels[provision][-1]]
        issued = self._issued(authority.issued, provision)
        if issued is False:
            return False
        started = [self._started(interval, authority.id, at) for interval in self.index.own_time(provision)]
        return self.trees.all(issued, self.trees.any(*started))

    def _started(self, interval: Interval, authority: str, at: When) -> Tree[bool]:
        return interval.start is None or self._come(interval.start, "from", authority, at)

    def _expiries(self, levels: tuple[str, ...], at: When) -> dict[int, tuple[date, Tree[bool]]]:
        """By level, the day and whether its own time ran out. A part without an end of its own ends with its whole."""
        found: dict[int, tuple[date, Tree[bool]]] = {}
        for height, level in enumerate(levels):
            own = self.index.intervals(level)
            if not own:
                continue
            ends = [i.end.earliest for i in own if i.end is not None and i.end.earliest <= at.day]
            if ends and level not in self._without:
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
            words = item_words(item)
            return self.trees.ask(Doubt(f"reach:{authority.id}:{words}", f"Does {authority.title} reach {words}?"))
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
        what = "taken effect" if bound == "from" else "come to its end"
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
