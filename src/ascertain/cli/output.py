"""Where a command's lines go: the terminal, a pipe, or a file that must not exist yet."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from ascertain.cli.misuse import Misuse
from ascertain.publish.files import write_bytes
from ascertain.publish.table import Screen

_WIDEST = 1_000
_WIDTH_DIGITS = 9
_PIPE_WIDTH = 120
"""The width of a table that nobody's terminal limits."""
ANOTHER_FILE = "name another file, or add --force to replace it"


def screen(to_file: bool = False) -> Screen:
    """The screen that tables are shown on; plain and wide where the output is a file or a pipe."""
    terminal = sys.stdout.isatty() and not to_file
    wanted = os.environ.get("COLUMNS", "")
    # Python refuses to read numbers of thousands of digits; the first few say enough of a width.
    width = int(wanted[:_WIDTH_DIGITS]) if wanted.isdecimal() else 0
    if not width:
        width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns if terminal else _PIPE_WIDTH
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM", "dumb") == "dumb"
    return Screen(width=min(max(width, 20), _WIDEST), bold=terminal and not plain)


def write(lines: Iterable[str], output: str | None, force: bool = False) -> None:
    """Print lines as they come, or write them all to a file at once.

    Args:
        lines: The lines, without their ends.
        output: The file; ``None`` prints.
        force: Whether an existing file may be replaced.

    Raises:
        Misuse: The file exists, is no plain file, or cannot be written.
    """
    if output is None:
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
        return
    write_file(Path(output), ((line + "\n").encode("utf-8", "backslashreplace") for line in lines), force)


def write_file(path: Path, parts: Iterable[bytes], force: bool) -> None:
    """Write a file at once.

    Args:
        path: The file.
        parts: What it is to hold, piece by piece.
        force: Whether an existing file may be replaced.

    Raises:
        Misuse: The file exists, is no plain file, or cannot be written.
    """
    refuse_to_lose(path, force, ANOTHER_FILE)
    try:
        write_bytes(path, parts, replace=force)
    except FileExistsError:  # something has come to bear the name meanwhile
        raise left_as_it_is(path, ANOTHER_FILE) from None
    except OSError as problem:
        raise Misuse(
            f"cannot write {path}: {problem.strerror}", "name a file in a folder you can write", "A954"
        ) from None


def refuse_to_lose(path: Path, force: bool, instead: str) -> None:
    """Raise where writing a file would lose what is there.

    Args:
        path: The file to be written.
        force: Whether a file that is there may be replaced.
        instead: What to do where one is there.

    Raises:
        Misuse: Something bears the name that is no file, or that may not be replaced.
    """
    if path.exists() and not path.is_file():
        # Replacing a device or a folder by its name would destroy it.
        raise Misuse(f"{path} is not a file that can be replaced", "name a plain file", "A962")
    if os.path.lexists(path) and not force:
        raise left_as_it_is(path, instead)


def left_as_it_is(path: Path, instead: str) -> Misuse:
    """The complaint that a file is there, which stays untouched."""
    return Misuse(f"{path} exists and was left as it is", instead, "A953")


def progress(text: str) -> None:
    """Say on a terminal what long work is doing; on a pipe say nothing."""
    stream: TextIO | None = sys.stderr  # none where the process was started without one
    if stream is not None and stream.isatty():
        stream.write(f"\r\x1b[K{text}")
        stream.flush()
