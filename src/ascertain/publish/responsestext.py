"""What a comparison of responses shows, in sentences that say nothing beyond it.

Every number in them counts governments or arguments of the comparison. Every argument is quoted once and has its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ascertain.docket.comparison import Comparison, Line, Respondent, Ruling, Saying
from ascertain.docket.model import Argument, Basis, Docket, Entry
from ascertain.publish.html.words import day, listed, sentence
from ascertain.publish.responsemarks import entries_words, making_words, ruling_words
from ascertain.rulebook.model.book import Rulebook

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DRAWN: dict[tuple[Basis | None, ...], str] = {
    (Basis.DOCUMENT,): "the document itself was seen",
    (Basis.QUOTATIONS,): "only quotations by others were seen",
    (Basis.SUMMARY,): "only a summary by others was seen",
    (None,): "the record does not say what was seen",
    (): "some were seen in another way than the rest",
}

_BY = {Saying.NOT_MADE: "not made by", Saying.NOT_SHOWN: "not shown for"}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the sentences under it."""

    title: str
    sentences: tuple[str, ...]


def drawn(one: Respondent) -> str:
    """What was seen of the responses of a government, in words."""
    return _DRAWN[_bases(one)]


def told(comparison: Comparison, docket: Docket, rulebook: Rulebook) -> tuple[Part, ...]:
    """The comparison in sentences.

    Args:
        comparison: What was compared.
        docket: Where governments have their names.
        rulebook: Where decisions have their titles.
    """
    teller = _Teller(comparison, docket, rulebook)
    parts = (
        Part("What is on record", tuple(teller.on_record())),
        Part("What all share", tuple(teller.shared())),
        Part("What several share", tuple(teller.some())),
        Part("What one is alone shown to argue", tuple(teller.alone())),
        Part("What no response on record shows", tuple(teller.unmade())),
        Part("What the reviewer and others argue", tuple(teller.other_side())),
        Part("What courts said of either side", tuple(teller.courts())),
    )
    return tuple(part for part in parts if part.sentences)


@dataclass(frozen=True, slots=True)
class _Teller:
    comparison: Comparison
    docket: Docket
    rulebook: Rulebook

    def on_record(self) -> Iterator[str]:
        by, every = day(self.comparison.known), self.comparison.respondents
        answered, silent = ([one for one in every if bool(one.responses) is so] for so in (True, False))
        if not answered:
            yield f"No response is on record by {by}."
        elif silent:
            have = "has" if len(answered) == 1 else "have"
            yield f"{_raised(answered)} of {_number(every)} governments {have} a response on record by {by}."
            yield f"None is on record for {_number(silent)}: {self._names(one.government for one in silent)}."
        elif len(every) == 1:
            yield f"The one government compared has a response on record by {by}."
        else:
            yield f"Each of the {_number(every)} governments compared has a response on record by {by}."
        perhaps = [f"{_entries(one.perhaps)} ({self._name(one.government)})" for one in every if one.perhaps]
        if perhaps:
            yield f"Not counted, as the record gives only a month or a year that was not yet over: {listed(perhaps)}."
        for bases, seen in _DRAWN.items():
            alike = [one.government for one in answered if _bases(one) == bases]
            if alike:
                yield f"Of the responses of {_number(alike)}, {seen}: {self._names(alike)}."
        unsure = [one for one in answered if one.silence is Saying.NOT_SHOWN]
        if unsure:
            yield f"What is not shown for {_any_of(unsure)} may have been argued all the same."

    def shared(self) -> Iterator[str]:
        count = self.comparison.responded
        every = "Both" if len(count) == 2 else f"All {_number(count)}"
        yield from (f"{every} that responded argue: {self._marked(line)}." for line in self.comparison.shared)
        if len(count) > 1 and not self.comparison.shared:
            yield f"No argument is shown for all {_number(count)} that responded."

    def some(self) -> Iterator[str]:
        for line in sorted(self.comparison.some, key=lambda line: -len(line.who(Saying.MADE))):
            rest = [saying for saying in (Saying.NOT_MADE, Saying.NOT_SHOWN) if line.who(saying)]
            counts = [f"{_BY[saying]} {self._counted(line.who(saying))}" for saying in rest]
            made = f"{_quoted(line)}: made by {self._counted(line.who(Saying.MADE))}"
            yield f"{'; '.join((made, *counts))}{making_words(line, self._name)}."

    def alone(self) -> Iterator[str]:
        lines = self.comparison.alone
        for one in self.comparison.responded:
            own = [line for line in lines if line.who(Saying.MADE) == (one,)]
            if own:
                yield f"{self._name(one)}, {_arguments(own)}: {'; '.join(map(self._marked, own))}."
        if any(line.who(Saying.NOT_SHOWN) for line in lines):
            yield "Others may have made these too where the document of their response was not seen."

    def unmade(self) -> Iterator[str]:
        lines = self.comparison.unmade
        if lines and self.comparison.responded:
            quoted = "; ".join(_quoted(line) + entries_words(line) for line in lines)
            yield f"{sentence(_arguments(lines))} of governments: {quoted}."

    def other_side(self) -> Iterator[str]:
        elsewhere = [line for line in self.comparison.responding if line.entries]
        if elsewhere:
            where = "; ".join(f"{line.argument.id}, {_entries(line.entries)}" for line in elsewhere)
            yield f"Besides responses, other entries make {_arguments(elsewhere)} of governments: {where}."
        for whose, lines in (("the reviewer", self.comparison.reviewing), ("others", self.comparison.others)):
            if lines:
                made = [line for line in lines if line.entries]
                yield f"Of {_arguments(lines)} of {whose}, entries on record by then make {_number(made)}."
            for line in lines:
                made_in = _entries(line.entries) if line.entries else "in no entry by then"
                yield f"{_quoted(line)}: {made_in}{entries_words(line)}."

    def courts(self) -> Iterator[str]:
        sides = (("governments", self.comparison.responding), ("the reviewer", self.comparison.reviewing))
        for whose, lines in sides:
            for verb in ("accepted", "rejected"):
                ruled = [(line, line.accepted if verb == "accepted" else line.rejected) for line in lines]
                ruled = [(line, rulings) for line, rulings in ruled if rulings]
                where = "; ".join(f"{line.argument.id}, in {self._rulings(line, rulings)}" for line, rulings in ruled)
                told = f"Of {_arguments(lines)} of {whose}, decisions listed {verb} {_number(ruled)}"
                yield f"{told}: {where}." if where else f"{told}."
        yield "How far a decision goes, and for whom, it says itself."

    def _marked(self, line: Line) -> str:
        return _quoted(line) + making_words(line, self._name)

    def _counted(self, governments: Sequence[str]) -> str:
        return f"{_number(governments)} ({self._names(governments)})"

    def _name(self, government: str) -> str:
        return self.docket.governments[government].name

    def _names(self, governments: Iterable[str]) -> str:
        return listed(map(self._name, governments))

    def _rulings(self, line: Line, rulings: Iterable[Ruling]) -> str:
        return listed(
            ruling_words(one, self.rulebook, line.argument) + decided_on(one.readings, line.argument) for one in rulings
        )


def decided_on(readings: Sequence[tuple[str, str]], argument: Argument) -> str:
    """On which of an argument's readings a court decided, in brackets; nothing where that is the only one, if any."""
    if tuple(readings) == argument.readings and len(readings) <= 1:
        return ""
    return f" (on {listed(f'{point} = {name}' for point, name in readings) or 'no reading that is on record'})"


def _bases(one: Respondent) -> tuple[Basis | None, ...]:
    return one.bases if len(one.bases) == 1 else ()


def _number(counted: Sequence[object]) -> str:
    """A count as prose has it: in words up to ten, in digits above."""
    return _NUMBERS[len(counted)] if len(counted) < len(_NUMBERS) else str(len(counted))


def _raised(counted: Sequence[object]) -> str:
    return sentence(_number(counted))


def _any_of(counted: Sequence[object]) -> str:
    return "it" if len(counted) == 1 else f"any of these {_number(counted)}"


def _quoted(line: Line) -> str:
    return f"“{line.argument.statement.rstrip('.')}” ({line.argument.id})"


def _arguments(lines: Sequence[Line]) -> str:
    return f"{_number(lines)} argument{'' if len(lines) == 1 else 's'}"


def _entries(entries: Sequence[Entry]) -> str:
    numbers = listed(str(entry.number) for entry in entries)
    return f"entr{'y' if len(entries) == 1 else 'ies'} {numbers}"
