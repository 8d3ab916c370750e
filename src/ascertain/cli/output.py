"""Where a command's lines go: the terminal, a pipe, or a file that must not exist yet."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from ascertain.cli.misuse import Misuse
from ascertain.publish.table import Screen

_WIDEST = 1_000
_PIPE_WIDTH = 120
"""The width of a table that nobody's terminal limits."""


def screen(to_file: bool = False) -> Screen:
    """The screen that tables are shown on; plain and wide where the output is a file or a pipe."""
    terminal = sys.stdout.isatty() and not to_file
    wanted = os.environ.get("COLUMNS", "")
    width = int(wanted) if wanted.isdecimal() and int(wanted) else 0
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
    path = Path(output)
    if path.exists() and not force:
        raise Misuse(
            f"{output} exists and was left as it is", "name another file, or add --force to replace it", "A953"
        )
    if path.exists() and not path.is_file():
        # Replacing a device or a folder by its name would destroy it.
        raise Misuse(f"{output} is not a file that can be replaced", "name a plain file, or leave --output out", "A962")
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(line + "\n" for line in lines)
        if not force:
            path.touch(exist_ok=False)  # fails where a file has come to be there meanwhile
        draft.replace(path)
    except OSError as problem:
        raise Misuse(
            f"cannot write {output}: {problem.strerror}", "name a file in a folder you can write", "A954"
        ) from None
    finally:
        draft.unlink(missing_ok=True)


def progress(text: str) -> None:
    """Say on a terminal what long work is doing; on a pipe say nothing."""
    stream: TextIO | None = sys.stderr  # none where the process was started without one
    if stream is not None and stream.isatty():
        stream.write(f"\r\x1b[K{text}")
        stream.flush()
