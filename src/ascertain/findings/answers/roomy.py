"""What is worked out from an answer, refused with the question's name where its diagrams find no room."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.diagrams.room import enough_room

P = ParamSpec("P")
T = TypeVar("T")


def in_room(work: Callable[Concatenate[Answer, P], T]) -> Callable[Concatenate[Answer, P], T]:
    """The same, where no diagram fits any more with an error that names the question's rule and what to do."""

    @wraps(work)
    def worked(answer: Answer, /, *more: P.args, **named: P.kwargs) -> T:
        with enough_room(answer.law.rulebook, answer.diagram.question):
            return work(answer, *more, **named)

    return worked
