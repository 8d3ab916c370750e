"""What ends a period of a timeline: the acts, the lists and the facts that change on its last day's morrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ascertain.findings.diagrams.situation import Regime
from ascertain.findings.timelines.chronicle import Chronicle, Lawful, Told
from ascertain.findings.timelines.courses import Asked, at
from ascertain.law.happenings import happenings
from ascertain.law.scope import parties
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


@dataclass(frozen=True, slots=True)
class _Moment:
    """A question on one day: the law, and what is shown of each fact that can matter on either side of the day."""

    law: Lawful
    shown: dict[str, Shown | None]


def events(chronicle: Chronicle, asked: Asked, standard: Grade, day: date) -> tuple[Event, ...]:
    """What changed on a day and made the answer another.

    Of several things that change on one day, those are named without which the answer would not have become what it
    did, or which alone would have made it so; where there are none such, all are.

    Args:
        chronicle: The answers over time.
        asked: The question, and whom it is about.
        standard: The lowest grade of a fact that counts.
        day: The first day of the new answer.
    """
    regimes = chronicle.regimes(asked)
    eve = day - timedelta(days=1)
    before, now = at(regimes, eve), at(regimes, day)
    mattering = {atom.id for law in (before, now) for atom in law.facts}
    terms = [term for term in chronicle.compiled.reach(asked.question).facts if term in mattering]
    courses = {term: chronicle.fact(term, asked, standard) for term in terms}
    shown = {term: at(course, day) for term, course in courses.items()}
    earlier = {term: at(course, eve) for term, course in courses.items()}
    old = _Moment(before, {term: fact.known_under(standard) for term, fact in earlier.items()})
    new = _Moment(now, {term: fact.known_under(standard) for term, fact in shown.items()})
    changed = [*_law(chronicle, asked, old, new, day), *_facts(old, new, earlier, shown, day)]
    if len(changed) < 2:
        return tuple(event for event, _, _ in changed)
    became = _told(chronicle, asked, new)
    matter = [
        event
        for event, alone, without in changed
        if _told(chronicle, asked, alone) == became or _told(chronicle, asked, without) != became
    ]
    return tuple(matter or [event for event, _, _ in changed])


_Changed = tuple[Event, _Moment, _Moment]
"""An event, the day before with it alone, and the day itself without it."""


def _law(chronicle: Chronicle, asked: Asked, old: _Moment, new: _Moment, day: date) -> Iterator[_Changed]:
    reach, rulebook = chronicle.compiled.reach(asked.question), chronicle.rulebook
    who = parties(asked.government, asked.program, rulebook)
    names = {
        "forces": reach.provisions,
        "readings": reach.points,
        "members": tuple(f"{each.subject} in group {each.group}" for each in reach.memberships),
    }
    for part, ids in names.items():
        was, became = getattr(old.law.regime, part), getattr(new.law.regime, part)
        for place, name in enumerate(ids):
            if was[place] != became[place]:
                acts = () if part == "members" else happenings(rulebook, name, day, who)
                alone = _with(chronicle, asked, old, part, place, became[place])
                without = _with(chronicle, asked, new, part, place, was[place])
                yield Event("law", name, acts), alone, without


def _with(chronicle: Chronicle, asked: Asked, moment: _Moment, part: str, place: int, value: object) -> _Moment:
    held = getattr(moment.law.regime, part)
    regime: Regime = replace(moment.law.regime, **{part: (*held[:place], value, *held[place + 1 :])})
    return replace(moment, law=chronicle.under(asked, regime))


def _facts(
    old: _Moment, new: _Moment, earlier: dict[str, Fact], facts: dict[str, Fact], day: date
) -> Iterator[_Changed]:
    for term, value in new.shown.items():
        if old.shown[term] != value:
            alone = replace(old, shown={**old.shown, term: value})
            without = replace(new, shown={**new.shown, term: old.shown[term]})
            yield Event("fact", term, (), value, facts[term], _endings(earlier[term], day)), alone, without


def _endings(fact: Fact, day: date) -> tuple[Ending, ...]:
    """What ended claims that had shown a fact until the day, but for those whose own period had run out by then."""
    ended = (claim.ending for claim in fact.support if claim.ending and claim.period.covers(day) is True)
    return tuple(dict.fromkeys(ending for ending in ended if ending.on.reached(day) is not False))


def _told(chronicle: Chronicle, asked: Asked, moment: _Moment) -> Told:
    law = moment.law
    # A change of law alone may let facts matter that matter on neither side; nothing is known to hang on them here.
    return chronicle.tell(asked, law, tuple(moment.shown.get(atom.id) for atom in law.facts))
