"""An exhibit's file in; its text page by page out, or why it is shown as a download only. Nothing in it is run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ascertain.record.model import Passage
from ascertain.record.passages import PAGE_BREAK, AnchorState, anchor
from ascertain.web.dockets.kept import Kept
from ascertain.web.mistakes import WebError
from ascertain.web.responding.sniffing import Received, kind_of
from ascertain.web.weighing.pdftext import SECONDS

_LARGEST = 20_000_000
_WORKER = "ascertain.web.weighing.pdftext"
_SHOWN = 60_000
_KEPT = 32
_texts: Kept[str, Text] = Kept(_KEPT)


@dataclass(frozen=True, slots=True)
class Text:
    """The pages of a document; ``why`` says why there are none."""

    pages: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a page, and whether they are the passage."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as shown, by its number counted from 1."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as shown: its pages, how the passage stands in it, and whether there is more than is shown."""

    sheets: tuple[Sheet, ...]
    anchor: AnchorState | None
    cut: bool
    why: str = ""


def read_text(path: Path, sha256: str) -> Text:
    """The text of a kept file.

    Args:
        path: Where its bytes lie.
        sha256: Their SHA-256.
    """
    held = _texts.get(sha256)
    return held if held is not None else _texts.keep(sha256, _read(path, sha256))


def open_text(text: Text, passage: Passage | None) -> Opened:
    """The text with its passage marked; of a long one what is around the passage, or the beginning.

    Args:
        text: The text.
        passage: The words that a claim rests on.
    """
    whole = PAGE_BREAK.join(text.pages)
    found = anchor(whole, passage) if passage and text.pages else None
    start, end = (found.start or 0, found.end or 0) if found else (0, 0)
    low = max(0, start - _SHOWN // 2) if len(whole) > _SHOWN else 0
    high = max(low + _SHOWN, end)
    sheets, at = [], 0
    for number, page in enumerate(text.pages, 1):
        cuts = sorted(max(at, min(at + len(page), one)) for one in (low, start, end, high))
        parts = [
            Piece(page[one - at : two - at], marked)
            for (one, two), marked in zip(pairwise(cuts), (False, True, False), strict=True)
            if one < two
        ]
        if parts or (not page and low <= at <= high):
            sheets.append(Sheet(number, tuple(parts)))
        at += len(page) + len(PAGE_BREAK)
    return Opened(tuple(sheets), found.state if found else None, low > 0 or high < len(whole), text.why)


def _read(path: Path, sha256: str) -> Text:
    if not path.is_file():
        return Text(why="its file is missing")
    size = path.stat().st_size
    if size > _LARGEST:
        return Text(why="it is too large to be shown")
    try:
        kind = kind_of(Received(path, "", size, sha256))
    except WebError as refused:
        return Text(why=refused.mistakes[0].message)
    if kind == "pdf":
        return _read_pdf(path)
    if kind in {"txt", "markup"}:
        try:
            return Text((path.read_text(encoding="utf-8"),))
        except UnicodeDecodeError:
            return Text(why="it is no text in UTF-8")
    return Text(why="it is neither text nor PDF")


def _read_pdf(path: Path) -> Text:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", _WORKER, str(path)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, capture_output=True, timeout=2 * SECONDS, env=environment, check=True
        )
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return Text(why="this PDF cannot be read, or takes too long")
    return Text(tuple(told.get("pages", ())), told.get("why", ""))
