"""A file, what is marked in it and where to write in; the redacted file, and what was done, out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.folding import letters_of
from ascertain.web.redaction.marks import Mark, Redacted, Words, plain_marks, redacted_of
from ascertain.web.responding.sniffing import WORDS, Received, kind_of

_FEWEST = 3
_STARTING = 30
_WORKER = "ascertain.web.redaction.worker"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: seconds of computing, twice as many on the clock, bytes of memory, and pages."""

    seconds: int = 600
    memory: int = 3 << 30
    pages: int = 500


def redact(
    source: Path, marks: Sequence[Mark], out: Path, *, every_page: bool = False, limits: Limits | None = None
) -> Redacted:
    """Write a file without what is marked in it; it appears complete and verified, or not at all.

    Args:
        source: A PDF, or a text in UTF-8.
        marks: What to remove.
        out: The file to write; there must be none of that name.
        every_page: Whether pages of a PDF that hold no mark become pictures too.
        limits: What it may take.

    Returns:
        What was found where, and what else was removed.

    Raises:
        WebError: It cannot be redacted as it is, or not all that is marked could be found, or removed for certain.
        OSError: The source cannot be read.
    """
    _check(marks)
    kind = kind_of(Received(source, source.name, source.stat().st_size, ""))
    if kind not in ("pdf", "txt"):
        message = f"this is an {WORDS[kind]}, in which removed words can be left over"
        if kind != "office":
            message = f"only PDFs and plain texts are redacted, and this is: {WORDS[kind]}"
        raise WebError(Code.NOT_REDACTABLE, message, "save it as a PDF, and publish that")
    if out.exists():
        raise _not_written("there is a file of that name", "name another")
    limits = limits or Limits()
    try:
        with TemporaryDirectory(prefix=".", dir=out.parent) as room:
            draft = Path(room).resolve() / "result"
            asked = {
                "source": str(source.resolve()), "out": str(draft), "kind": kind, "marks": plain_marks(tuple(marks)),
                "every_page": every_page, "seconds": limits.seconds, "memory": limits.memory, "pages": limits.pages,
            }  # fmt: skip
            done = redacted_of(_ask(asked, limits.seconds * 2 + _STARTING))
            draft.rename(out)
    except OSError as error:
        raise _not_written((error.strerror or "unknown reason").lower(), "name a file that can be written") from None
    return done


def _ask(asked: dict[str, Any], timeout: float) -> dict[str, Any]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", _WORKER]
    try:
        ended = subprocess.run(  # noqa: S603 - our own module
            command,
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=timeout,
            env=environment,
            check=False,
        )
        answer = json.loads(ended.stdout) if ended.returncode == 0 else {}
    except (subprocess.TimeoutExpired, ValueError):
        answer = {}
    if "done" in answer:
        done: dict[str, Any] = answer["done"]
        return done
    if "code" in answer:
        raise WebError(Code(answer["code"]), answer["message"], answer["help"])
    message = "this file takes more time or memory than there is for it, or makes a reader crash"
    raise WebError(Code.TOO_MUCH, message, "open it and print it to a new PDF, or divide it into parts")


def _check(marks: Sequence[Mark]) -> None:
    if not marks:
        raise WebError(Code.UNFIT_MARK, "nothing is marked", "mark words, or draw a box")
    for place, mark in enumerate(marks, 1):
        if isinstance(mark, Words):
            letters = letters_of(mark.text, mark.ignore_case)
            if sum(one.isalnum() for one in letters) < _FEWEST:
                message = f"the words of mark {place} have fewer than three letters or digits"
                raise WebError(Code.UNFIT_MARK, message, "mark a longer passage, or draw a box around them")
        elif not (mark.left < mark.right and mark.top < mark.bottom):
            message = f"the box of mark {place} covers nothing"
            raise WebError(Code.UNFIT_MARK, message, "give its left, top, right and bottom in this order")


def _not_written(reason: str, help_: str) -> WebError:
    return WebError(Code.NOT_WRITTEN, f"the redacted file cannot be written: {reason}", help_)
