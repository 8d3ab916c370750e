"""What ends a period of a timeline: the acts, the lists and the facts that change on its last day's morrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.diagrams.regime import Regime
from ascertain.findings.timelines.courses import Asked, FactCourses, Seen, at
from ascertain.findings.timelines.lawful import Laws, Regimes
from ascertain.findings.timelines.telling import Answers, Told
from ascertain.law.happenings import happenings
from ascertain.law.model import effective
from ascertain.record.model import Ending, Fact, Grade
from ascertain.rulebook.model.terms import Shown


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changes on a day.

    Args:
        kind: ``law`` or ``fact``.
        id: The provision, point or membership that changes, or the term's phrase.
        acts: For law, the acts that took or lost effect on the day, in words.
        value: For a fact, its value from the day on, ``None`` where it becomes unknown.
        fact: For a fact, what the record then shows of it.
        endings: For a fact, what was reported of the end of the claims that had shown its value until then.
    """

    kind: str
    id: str
    acts: tuple[str, ...] = ()
    value: Shown | None = None
    fact: Fact | None = None
    endings: tuple[Ending, ...] = ()

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries that show the new value, or dispute it; evidence below the standard shows none."""
        if self.fact is None or (self.value is None and self.fact.grade is not Grade.DISPUTED):
            return ()
        return tuple(dict.fromkeys(claim.entry for claim in self.fact.support if claim.entry))

    @property
    def ending_entries(self) -> tuple[str, ...]:
        """The entries that report these ends."""
        return tuple(dict.fromkeys(ending.entry for ending in self.endings if ending.entry))


class _Difference(NamedTuple):
    """What differs between two moments: a place in a part of the regime, or a fact; and how it is told.

    It is not ``heard`` where only why a provision does not speak differs, which makes no difference to any rule.
    """

    part: str
    at: int
    event: Event
    heard: bool = True


@dataclass(frozen=True, slots=True)
class _Moment:
    """A question on one day: the law, and what is shown of each fact that can matter on either side of the day."""

    regime: Regime
    shown: Mapping[str, Shown | None]

    def taking(self, other: _Moment, difference: _Difference) -> _Moment:
        """The same but for one thing that is as it is in another."""
        part, at, event, _ = difference
        if event.kind == "fact":
            return replace(self, shown={**self.shown, event.id: other.shown[event.id]})
        mine, its = getattr(self.regime, part), getattr(other.regime, part)
        regime: Regime = replace(self.regime, **{part: (*mine[:at], its[at], *mine[at + 1 :])})
        return replace(self, regime=regime)


def events(laws: Laws, answers: Answers, regimes: Regimes, seen: Seen, day: date) -> tuple[Event, ...]:
    """What changed on a day and made the answer another; of facts, without what the record shows of them.

    Of several things that change on one day, those are named without which the answer would not have become what it
    did, or which alone would have made it so; where there are none such, all are.

    Args:
        laws: The law of the rulebook.
        answers: What questions come to.
        regimes: The question under the law.
        seen: What is shown of facts.
        day: The first day of the new answer.
    """
    eve = day - timedelta(days=1)
    before, now = at(regimes.course, eve), at(regimes.course, day)
    mattering = {atom.id for ruled in (before, now) for atom in ruled.lawful.facts}
    terms = [term for term in laws.compiled.reach(regimes.asked.question).facts if term in mattering]
    old = _Moment(before.regime, {term: at(seen[term], eve) for term in terms})
    new = _Moment(now.regime, {term: at(seen[term], day) for term in terms})
    changed = [*_law(laws.compiled, regimes, old, new, day), *_facts(old, new)]
    if len(changed) < 2:
        return tuple(difference.event for difference in changed)

    def told(moment: _Moment) -> Told:
        law = laws.under(regimes.asked, moment.regime)
        # A change of law alone may let facts matter that matter on neither side; nothing is known to hang on them here.
        return answers.tell(law, tuple(moment.shown.get(atom.id) for atom in law.facts))

    became = told(new)
    matter = [
        each.event
        for each in changed
        if each.heard and (told(old.taking(new, each)) == became or told(new.taking(old, each)) != became)
    ]
    return tuple(matter or [each.event for each in changed])


def sourced(event: Event, facts: FactCourses, asked: Asked, standard: Grade, day: date) -> Event:
    """A change with what the record shows of it; changes of law need nothing from there.

    Args:
        event: What changed.
        facts: The facts of the record.
        asked: The question, and whom it is about.
        standard: The lowest grade of a fact that counts.
        day: The day on which it changed.
    """
    if event.kind != "fact":
        return event
    course = facts.of(event.id, asked, standard)
    return replace(event, fact=at(course, day), endings=_endings(at(course, day - timedelta(days=1)), day))


def _law(compiled: Compiled, regimes: Regimes, old: _Moment, new: _Moment, day: date) -> Iterator[_Difference]:
    reach = compiled.reach(regimes.asked.question)
    names = {
        "forces": reach.provisions,
        "readings": reach.points,
        "members": tuple(f"{each.subject} in group {each.group}" for each in reach.memberships),
    }
    for part, ids in names.items():
        was, became = getattr(old.regime, part), getattr(new.regime, part)
        for place, name in enumerate(ids):
            if was[place] != became[place]:
                acts = () if part == "members" else happenings(compiled.rulebook, name, day, regimes.who)
                heard = part != "forces" or effective(was[place]) != effective(became[place])
                yield _Difference(part, place, Event("law", name, acts), heard)


def _facts(old: _Moment, new: _Moment) -> Iterator[_Difference]:
    for place, (term, value) in enumerate(new.shown.items()):
        if old.shown[term] != value:
            yield _Difference("shown", place, Event("fact", term, (), value))


def _endings(fact: Fact, day: date) -> tuple[Ending, ...]:
    """What ended claims that had shown a fact until the day, but for those whose own period had run out by then."""
    ended = (claim.ending for claim in fact.support if claim.ending and claim.period.covers(day) is True)
    return tuple(dict.fromkeys(ending for ending in ended if ending.on.reached(day) is not False))
