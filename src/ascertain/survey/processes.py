"""A survey by several processes: each answers for a part of the entities, and the answers come in the order of keys."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from operator import attrgetter

from ascertain.docket.mistakes import DocketError
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.law.model import Matter
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.rulebook.model.book import Rulebook
from ascertain.survey.entities import Answered, Survey
from ascertain.survey.store import Stored
from ascertain.survey.tables import rows

_FEW = 4_000
"""As many entities are answered sooner by one process than another is started."""

_AT_ONCE = 1_000
_MOST = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """What a survey asks.

    Args:
        rulebook: The law.
        stored: The tables.
        questions: The phrases of concluded terms.
        on: The day asked about.
        known: Only law issued by then counts.
    """

    rulebook: Rulebook
    stored: Stored
    questions: tuple[str, ...]
    on: date
    known: date


def fitting(entities: int) -> int:
    """How many processes to use for so many entities on this machine."""
    return max(1, min(os.cpu_count() or 1, entities // _FEW, _MOST))


def answers(asked: Asked, processes: int) -> Iterator[Answered]:
    """Yield each entity with its findings, in the order of their keys, whatever the number of processes.

    Args:
        asked: What is asked.
        processes: How many work at it.

    Raises:
        BadInput: The tables have a mistake, or a process ended before it was done.
    """
    if processes == 1:
        yield from _part(asked, 0, 1)
        return
    # Started anew and not as copies: the diagrams and the reader of tables have threads, which copies lose.
    context = get_context("spawn")
    ends, workers = [], []
    try:
        for part in range(processes):
            here, there = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(there, asked, part, processes), daemon=True)
            worker.start()
            there.close()
            ends.append(here)
            workers.append(worker)
        yield from merge(*map(_received, ends), key=attrgetter("key"))
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()


def _part(asked: Asked, part: int, parts: int) -> Iterator[Answered]:
    law = compiled_for(asked.rulebook).law(Matter(None, None, asked.on, asked.known))
    return Survey(law, asked.questions).answers(rows(asked.stored, part, parts))


def _work(end: Connection, asked: Asked, part: int, parts: int) -> None:
    """Answer for one part and send what was found, then ``None``; where there is a mistake, send that."""
    # Whoever listened may have stopped.
    with suppress(BrokenPipeError):
        try:
            for some in _batches(_part(asked, part, parts)):
                end.send(some)
            end.send(None)
        except BadInput as mistaken:
            end.send(mistaken.mistakes)


def _batches(found: Iterable[Answered]) -> Iterator[list[Answered]]:
    left = iter(found)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def _received(end: Connection) -> Iterator[Answered]:
    while True:
        try:
            some: Sequence[Answered | Mistake] | None = end.recv()
        except EOFError:
            message = "a process of the survey ended before it was done"
            help_line = "see whether memory was short, and ask fewer questions at once"
            raise BadInput((Mistake("A969", message, (), (), help_line),)) from None
        if some is None:
            return
        if isinstance(some, tuple):
            raise DocketError(tuple(each for each in some if isinstance(each, Mistake)))
        yield from (each for each in some if isinstance(each, Answered))
