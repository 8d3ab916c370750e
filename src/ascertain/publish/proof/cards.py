"""A proof as cards: what each part says in words, before anyone decides how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date

from ascertain.findings.answers.reckoning import Compared, Reckoned
from ascertain.findings.model import wholly
from ascertain.findings.proofs.proof import Part, PartKind
from ascertain.law.model import Force, Link
from ascertain.law.readings import LiveReadings
from ascertain.publish.parties import Parties
from ascertain.publish.words import row_words, standing_words, value_words
from ascertain.record.model import Claim, Exhibit, Fact, Grade
from ascertain.rulebook.confidence import WEAKER, mark_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Authority

_LABELS = {
    PartKind.TERM: "conclusion",
    PartKind.RULE: "rule",
    PartKind.EXCEPTION: "exception",
    PartKind.FACT: "fact",
    PartKind.RELATION: "comparison",
    PartKind.FORCE: "force",
    PartKind.READING: "reading",
    PartKind.MATTER: "who is asked about",
}
AGAIN = "as above"


@dataclass(frozen=True, slots=True)
class Line:
    """A detail of a card: what it is, in a word, and what it says. ``quoted`` are somebody's own words."""

    label: str
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One part of a proof in words.

    Args:
        shape: What kind of part it is, for those who draw it.
        label: The same in words, with the question of fact or law that an open one is.
        head: What it says.
        lines: Where that comes from.
        is_open: Whether the finding turns on it.
        under: What it rests on.
    """

    shape: str
    label: str
    head: str
    lines: tuple[Line, ...] = ()
    is_open: bool = False
    under: tuple[Card, ...] = ()


@dataclass(slots=True)
class Cards:
    """Tells one proof in cards; what is met again is named and not told again.

    Args:
        parties: Who is named how, with the law.
        exhibits: The documents in evidence, by id.
        on: The day of the law, for its citations.
        standard: The lowest grade that counts.
        spare: In a world that is supposed, the leaves that could be otherwise in it, by kind and id.
    """

    parties: Parties
    exhibits: Mapping[str, Exhibit]
    on: date
    standard: Grade
    spare: Set[tuple[str, str]] = frozenset()
    _told: set[tuple[str, str]] = field(default_factory=set)

    @property
    def rulebook(self) -> Rulebook:
        """The law."""
        return self.parties.rulebook

    def question(self, part: Part, said: Iterable[Claim] = ()) -> Card:
        """The card of the question, with all that it rests on.

        Args:
            part: The proof.
            said: What was said of the question itself: statements, which never count as facts.
        """
        term = self.rulebook.terms[part.id]
        stated = [
            line
            for claim in said
            for line in self._claim(claim, "said of it, no fact", f"{value_words(claim.value, term)}, ")
        ]
        card = self._card(part, "question")
        return replace(card, lines=(*card.lines, *stated))

    def _card(self, part: Part, label: str = "") -> Card:
        key = "rule" if part.kind is PartKind.EXCEPTION else part.kind.value, part.id
        again = key in self._told
        self._told.add(key)
        if part.unsettled:
            label = f"open question of {part.unsettled}"
        head = self._head(part)
        return Card(
            label if label == "question" else part.kind.value,
            label or self._kind(part),
            f"{head} ({AGAIN})" if again else head,
            () if again else tuple(self._lines(part)),
            bool(part.unsettled),
            () if again else tuple(map(self._card, part.under)),
        )

    def _kind(self, part: Part) -> str:
        """What kind of part it is, in words."""
        is_rule = part.kind in (PartKind.RULE, PartKind.EXCEPTION)
        return "table" if is_rule and self.rulebook.rules[part.id].hit else _LABELS[part.kind]

    def _head(self, part: Part) -> str:
        either = " or ".join(said_of(part))
        match part.kind:
            case PartKind.TERM:
                return f"{part.id}: {either}"
            case PartKind.RULE | PartKind.EXCEPTION:
                rule = self.rulebook.rules[part.id]
                reading = f" (if {rule.reading[0].partition('#')[2]} is {rule.reading[1]})" if rule.reading else ""
                title = f": {rule.title}" if rule.target else ""
                return f"{part.id}{row_words(part.rows)}{reading}{title}: {either}"
            case PartKind.FACT:
                term = self.rulebook.terms[part.id]
                return f"{part.id}: {value_words(part.value, term)}"
            case PartKind.RELATION:
                (told,) = part.compared
                return _compared(told) if part.value is not None else f"{_compared(told)}: {value_words(None)}"
            case PartKind.FORCE:
                return f"{part.id}: {part.value}"
            case PartKind.READING:
                return f"{part.id}: {part.value or 'unsettled'}"
            case PartKind.MATTER:
                return f"{part.id}: {value_words(part.value)}"

    def _lines(self, part: Part) -> Iterator[Line]:
        label = "to be shown" if part.unsettled == "fact" else "to be decided"
        yield from (Line(label, ask) for ask in part.asks)
        if part.kind in (PartKind.RULE, PartKind.EXCEPTION):
            yield from (Line("reckoned", told) for each in part.reckoned for told in _reckoned(each))
            yield from (Line("compared", _compared(each)) for each in part.compared)
        for fact in part.facts:
            value = fact.known_under(self.standard)
            yield Line("fact", f"{fact.term}: {value_words(value, self.rulebook.terms[fact.term])}")
            yield from self._fact(fact, value is None)
        if (part.kind.value, part.id) in self.spare:
            yield Line("supposed", "were it otherwise, the sides would differ, too")
        match part.source:
            case Fact() as fact:
                if words := mark_of(self.rulebook.terms[fact.term], self.rulebook).words:
                    yield Line("its meaning", f"encoded from {words}")
                yield from self._fact(fact, bool(part.unsettled))
            case Force() as force:
                if ("law", force.provision) not in self._told:
                    yield Line("provision", self.provision(force.provision))
                yield from (Line("by", self._link(link)) for link in force.chain if link.decisive)
            case LiveReadings() as live:
                yield from self._reading(live, part)
            case None if part.kind in (PartKind.RULE, PartKind.EXCEPTION):
                yield from self._law(self.rulebook.rules[part.id].provision)

    def _law(self, provision: str) -> Iterator[Line]:
        key = "law", provision
        if key in self._told:
            return
        self._told.add(key)
        yield Line("provision", self.provision(provision))
        if quote := self.rulebook.provisions[provision].quote:
            yield Line("law", short(quote), quoted=True)

    def provision(self, name: str) -> str:
        """A provision by its heading and its authority's citation on the day, with the mark of a weaker confidence."""
        provision = self.rulebook.provisions[name]
        authority = self.rulebook.authorities[provision.authority]
        where = "" if provision.heading == authority.title else f"{provision.heading}, "
        words = mark_of(provision, self.rulebook).words
        return f"{where}{citation(authority, self.on)}{f' (encoded from {words})' if words else ''}"

    def _fact(self, fact: Fact, is_open: bool) -> Iterator[Line]:
        term = self.rulebook.terms[fact.term]
        if is_open:
            if fact.grade is Grade.NONE:
                yield Line("on record", "nothing")
            elif fact.grade is Grade.DISPUTED:
                yield Line("on record", "disputed, so taken as unknown")
            elif fact.grade < self.standard:
                yield Line("on record", f"only {fact.grade.word}, below {self.standard.word}, so taken as unknown")
        for label, claims in (("shown by", fact.support), ("otherwise", fact.contrary)):
            for claim in claims:
                says = "" if label == "shown by" and not is_open else f"{value_words(claim.value, term)}, "
                yield from self._claim(claim, "said" if label == "shown by" and is_open else label, says)

    def _claim(self, claim: Claim, label: str, says: str) -> Iterator[Line]:
        yield Line(label, f"{says}{self.claim(claim)}")
        if claim.passage:
            yield Line("words", " ".join(claim.passage.exact.split()), quoted=True)

    def claim(self, claim: Claim) -> str:
        """Who says so, how well that shows it, in which document, where, and when it was filed."""
        exhibit = self.exhibits.get(claim.exhibit)
        document = exhibit.title if exhibit else claim.exhibit
        page = f"page {claim.passage.page}" if claim.passage and claim.passage.page is not None else ""
        entry = f"entry {claim.entry}" if claim.entry else ""
        where = ", ".join(part for part in (document, page, entry) if part)
        mark = f"; from {WEAKER[claim.confidence]}" if claim.confidence in WEAKER else ""
        filed = standing_words(claim) or f"filed {claim.filed}"
        return f"{claim.said_by} ({claim.grade.word}{mark}), {where + ', ' if where else ''}{filed}"

    def _reading(self, live: LiveReadings, part: Part) -> Iterator[Line]:
        point = self.rulebook.points[live.point]
        names = live.names if part.unsettled else (part.value,)
        if not part.unsettled:
            yield Line("contested", point.question)
        for reading in point.readings:
            if reading.name in names:
                holders = self.parties.names(reading.held_by)
                held = f"; held by {', '.join(holders)}" if holders else ""
                label = "reading" if len(names) > 1 else "read as"
                words = mark_of(reading, self.rulebook).words
                known = f"; encoded from {words}" if words else ""
                yield Line(label, f"{reading.name}: {reading.text}{held}{known}")
        if names != live.names or not (part.unsettled or live.bound_by):
            yield Line("by", "taken for the sake of argument")
        else:
            yield from (Line("by", self._link(link)) for link in live.chain if link.decisive)

    def _link(self, link: Link) -> str:
        title = self.rulebook.authorities[self.rulebook.provisions[link.provision].authority].title
        target = f" {link.target}" if link.target else ""
        note = f": {link.note}" if link.note else ""
        return f"{link.date} {link.provision} ({title}) {link.verb}{target} ({link.whom}){note}"


def said_of(part: Part) -> tuple[str, ...]:
    """What a term or a rule can come to: outcomes, or what it says that a quantity is."""
    worths = [each.amount for each in part.reckoned]
    settled = {each.words for each in worths if each.settled}
    return tuple(f"is {each}" if each in settled else each for each in wholly(part.possible, worths))


def _reckoned(each: Reckoned) -> tuple[str, ...]:
    """How a quantity is reckoned, step by step; nothing where it is what the law itself names."""
    first = (each.amount.text,) if each.amount.text != each.amount.words else ()
    return (*first, *each.steps[-1:])


def _compared(each: Compared) -> str:
    """A comparison, and what its sides are worth."""
    left, right = (
        " or ".join(dict.fromkeys(amount.words for amount in worths)) or "nothing that is said"
        for worths in (each.left_worths, each.right_worths)
    )
    shown = f"{each.left} {each.op} {each.right}"
    with_values = f"{left} {each.op} {right}"
    return shown if with_values == shown else f"{shown}, that is {with_values}"


_QUOTE = 320


def short(quote: str) -> str:
    """A quote in as many words as say what it is about; the rulebook has the rest."""
    text = " ".join(quote.split())
    return text if len(text) <= _QUOTE else text[:_QUOTE].rsplit(" ", 1)[0] + " …"


def citation(authority: Authority, on: date) -> str:
    """The authority's citation on the day; its first one before that."""
    then = [each for each in authority.citations if each.start is None or each.start.earliest <= on]
    return then[-1].text if then else authority.citations[0].text
