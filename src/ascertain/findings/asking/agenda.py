"""What to ask one government: each fact once, with every finding that its answer could help to settle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ascertain.findings.answers.binding import binding
from ascertain.findings.answers.inquiry import Inquiry
from ascertain.findings.asking.answering import Effect
from ascertain.findings.asking.asking import Asking, Item, asking
from ascertain.findings.model import Amount, Turn
from ascertain.law.force import force_of
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Provision
from ascertain.rulebook.model.terms import Term, TermType, Value


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and how it stands.

    Args:
        question: A term's phrase, or the id of the provision whose force is asked about.
        program: The program's id, or empty.
        possible: The outcomes still possible; for a plain fact its value, or none where it is unknown.
        asking: What could settle it; nothing where it is settled.
        rests_on: The provisions that the finding rests on, the most decisive first.
        amounts: What a quantity asked about can be, where it is anything.
    """

    question: str
    program: str
    possible: tuple[Value, ...]
    asking: Asking
    rests_on: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether one answer alone is left; of a quantity, one that says what it is."""
        return (
            len({each.words for each in self.amounts}) < 2
            and all(each.settled for each in self.amounts)
            and (len(self.possible) == 1)
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact to ask for: what the record shows of it so far, and what its answer would do for each finding.

    ``term`` is its phrase, ``ask`` the question to put. ``because`` are the provisions that look at it.
    """

    fact: Fact
    ask: str
    serves: tuple[tuple[Asked, Item], ...]

    @property
    def term(self) -> str:
        """Its phrase."""
        return self.fact.term

    @property
    def because(self) -> tuple[str, ...]:
        """The provisions whose rules look at it, for any of the findings."""
        return tuple(dict.fromkeys(provision for _, item in self.serves for provision in item.because))

    @property
    def settles(self) -> int:
        """For how many findings an answer to it alone could leave no other fact to be asked for."""
        return sum(any(not effect.left for effect in item.effects) for _, item in self.serves)

    @property
    def worst(self) -> int:
        """How many other facts would have to be asked for after the least helpful answers, over all findings."""
        return sum(max((len(effect.left) for effect in item.effects), default=0) for _, item in self.serves)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What to ask one government on one day under one standard.

    Args:
        government: Whom.
        on: The day asked about.
        known: Only what had been issued and filed by then counts.
        standard: The lowest grade of a fact that counts.
        asked: Every question, settled or not, in the order asked.
        items: The facts to ask for, the best first. For one finding the order is that of :func:`asking`; for several,
            first comes what serves most of them; of equals, what could settle most alone; of those, what leaves the
            fewest other facts to be asked for whatever the answer.
        law: The questions of law that no evidence can settle, each with the findings that hang on it.
    """

    government: Government
    on: date
    known: date
    standard: Grade
    asked: tuple[Asked, ...]
    items: tuple[Wanted, ...]
    law: tuple[tuple[Turn, tuple[Asked, ...]], ...]


@dataclass(frozen=True, slots=True)
class Enquirer:
    """Who asks: under this law, with this record, about this day.

    Args:
        rulebook: The law.
        record: The evidence.
        on: The day asked about.
        known: Only what had been issued and filed by then counts.
        standard: The lowest grade of a fact that counts.
    """

    rulebook: Rulebook
    record: Record
    on: date
    known: date
    standard: Grade

    def agenda(self, government: Government, questions: Iterable[tuple[Term | Provision, Program | None]]) -> Agenda:
        """What to ask the government so that the questions are settled, as far as facts can settle them.

        Args:
            government: Whom the questions are about.
            questions: Terms, or provisions for their force; each with the program that it is asked under.

        Raises:
            BadInput: The rulebook does not cover the day.
        """
        stands = dict(self._stands(government, about, program) for about, program in questions)
        serves: dict[Fact, list[tuple[Asked, Item]]] = {}
        for asked, facts in stands.items():
            for item in asked.asking.items:
                serves.setdefault(facts[item.term], []).append((asked, item))
        items = [Wanted(fact, found[0][1].ask, tuple(found)) for fact, found in serves.items()]
        if sum(bool(asked.asking.items) for asked in stands) > 1:
            items.sort(key=lambda item: (-len(item.serves), -item.settles, item.worst))
        return Agenda(government, self.on, self.known, self.standard, tuple(stands), tuple(items), _law(stands))

    def _stands(
        self, government: Government, about: Term | Provision, program: Program | None
    ) -> tuple[Asked, Mapping[str, Fact]]:
        """How a question stands, with the facts that it looks at."""
        under = program.id if program else ""
        if isinstance(about, Provision):
            matter = Matter(government, program, self.on, self.known)
            force = force_of(self.rulebook, about.id, matter)
            found = binding(self.rulebook, self.record, matter, force, self.standard)
            return Asked(about.id, under, found.possible, Asking((), (), found.law_turns), found.authorities), {}
        if not self._concluded(about):
            fact = self.record.fact(about, government.id, under, self.on, self.known)
            return _plain(about, under, fact, self.standard), {about.phrase: fact}
        inquiry = Inquiry(
            self.rulebook, self.record, government, program, about.phrase, self.known, self.standard, readings={}
        )
        answer = inquiry.answer(self.on)
        found = inquiry.finding(answer)
        asks = asking(answer, found.law_turns)
        asked = Asked(about.phrase, under, answer.possible, asks, found.authorities, found.amounts)
        return asked, answer.facts

    def _concluded(self, term: Term) -> bool:
        return any(rule.term == term.phrase for rule in self.rulebook.rules.values())


def _plain(term: Term, program: str, fact: Fact, standard: Grade) -> Asked:
    """A plain fact as a question: whatever its value, the answer is that."""
    value = fact.under(standard)
    if value is not None:
        return Asked(term.phrase, program, (value,), Asking((), (), ()))
    choices: tuple[Value, ...] = (True, False) if term.type is TermType.YES_NO else term.values
    item = Item(term.phrase, term.ask, tuple(Effect(choice, (), ()) for choice in choices), ())
    return Asked(term.phrase, program, (), Asking((item,), (), ()))


def _law(asked: Iterable[Asked]) -> tuple[tuple[Turn, tuple[Asked, ...]], ...]:
    """Each question of law once, with the findings that hang on it."""
    hang: dict[Turn, list[Asked]] = {}
    for one in asked:
        for turn in one.asking.law:
            hang.setdefault(turn, []).append(one)
    return tuple((turn, tuple(ones)) for turn, ones in hang.items())
