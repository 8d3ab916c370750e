"""The words of a comparison of responses: who argues what, who shares it, what the other side replies.

Silence is told apart. That an argument is not listed says something only of a response whose document was seen; of one
known from quotations or a summary it says nothing, and of a government that has not answered even less.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ascertain.docket.model import Argument, Basis, Entry
from ascertain.record.model import Passage
from ascertain.rulebook.dates import Moment


class Saying(StrEnum):
    """Whether a government makes an argument in its responses, as far as the record shows."""

    MADE = "made"
    NOT_MADE = "not made"
    NOT_SHOWN = "not shown"
    NO_RESPONSE = "no response"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an argument is made. ``exhibit`` is that of the attribution, else the document that the entry records."""

    entry: Entry
    exhibit: str
    passage: Passage | None
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One argument and one government. There are sources exactly where it is made; where it is not known to be,
    ``judged`` are the responses that it was looked for in."""

    argument: str
    government: str
    saying: Saying
    sources: tuple[Source, ...] = ()
    judged: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Respondent:
    """A government whose responses are compared.

    ``responses`` were surely filed by the day, ``perhaps`` may have been and do not count.
    """

    government: str
    responses: tuple[Entry, ...]
    perhaps: tuple[Entry, ...]

    @property
    def bases(self) -> tuple[Basis | None, ...]:
        """What was seen of its responses at best. Entries that record the same exhibit are of one document."""
        order = (*Basis, None)
        best: dict[str, Basis | None] = {}
        for entry in self.responses:
            document = entry.exhibit or f"entry {entry.number}"
            best[document] = min(best.get(document), entry.basis, key=order.index)
        return tuple(dict.fromkeys(best.values()))

    @property
    def silence(self) -> Saying:
        """What it means that none of its responses is known to make an argument."""
        if not self.responses:
            return Saying.NO_RESPONSE
        return Saying.NOT_MADE if self.bases == (Basis.DOCUMENT,) else Saying.NOT_SHOWN


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision on an argument: an authority with its day, or a bare citation, of which no day is known.

    ``readings`` are those of the argument's readings that it decided on, none where that is not on record.
    """

    court: str
    issued: Moment | None
    readings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """An argument: who makes it, where else it is made, what the other side replies, which courts took it up how.

    ``entries`` are all entries other than responses that make it. For the reviewer they stand where the ``cells``
    stand for those who respond.
    """

    argument: Argument
    cells: tuple[Cell, ...]
    entries: tuple[Entry, ...]
    reply: Argument | None
    accepted: tuple[Ruling, ...]
    rejected: tuple[Ruling, ...]

    def who(self, saying: Saying) -> tuple[str, ...]:
        """The governments of which this is so."""
        return tuple(cell.government for cell in self.cells if cell.saying is saying)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The responses on record by a day, side by side.

    Args:
        known: The day.
        respondents: Every member of the review by then, and whoever else responded.
        responding: A line for each argument of the governments, or made in a response.
        reviewing: A line for each argument of the reviewer; these have no cells.
        others: A line for each argument of anyone else.
    """

    known: date
    respondents: tuple[Respondent, ...]
    responding: tuple[Line, ...]
    reviewing: tuple[Line, ...]
    others: tuple[Line, ...]

    @property
    def responded(self) -> tuple[str, ...]:
        """The governments with a response on record."""
        return tuple(one.government for one in self.respondents if one.responses)

    @property
    def shared(self) -> tuple[Line, ...]:
        """What all make who responded, where several did."""
        return self._made_by(max(2, len(self.responded)), len(self.responded))

    @property
    def some(self) -> tuple[Line, ...]:
        """What several make, but not all."""
        return self._made_by(2, len(self.responded) - 1)

    @property
    def alone(self) -> tuple[Line, ...]:
        """What is known of one government only."""
        return self._made_by(1, 1)

    @property
    def unmade(self) -> tuple[Line, ...]:
        """What is in no response on record."""
        return self._made_by(0, 0)

    def _made_by(self, least: int, most: int) -> tuple[Line, ...]:
        return tuple(line for line in self.responding if least <= len(line.who(Saying.MADE)) <= most)
