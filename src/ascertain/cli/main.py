"""The entry point: reads the command line, calls one command, turns bad input into one clear error."""

from __future__ import annotations

import gc
import importlib
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from ascertain.cli.misuse import Misuse
from ascertain.cli.parser import build
from ascertain.rulebook.mistakes import BadInput

_MANY = 200_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What was typed after ``ascertain``; default: this process's.

    Returns:
        The exit code: 0 done, 1 a check or a test found something, 2 bad input.
    """
    if not _is_open(sys.stdout):
        return _complain("A970: the output is closed\n  help: open it, or send it to a file or to /dev/null")
    _write_what_can_be_written()
    # A command makes many objects that last to its end; looking often for garbage among them takes a tenth of its time.
    usual = gc.get_threshold()
    gc.set_threshold(_MANY)
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BadInput as problem:
        return _complain(problem.render())
    except BrokenPipeError:
        # Whoever read the output has seen enough, as `head` does; nothing is left to say to them.
        _discard(sys.stdout)
        return 0
    except OSError as problem:
        return _complain(_refusal(problem))
    except KeyboardInterrupt:
        return 130
    finally:
        gc.set_threshold(*usual)
    return code


def _is_open(stream: TextIO | None) -> bool:
    # A process that was started with a stream closed has none there, whatever the library's types say.
    return stream is not None


def _refusal(problem: OSError) -> str:
    said = (problem.strerror or "unknown reason").lower()
    if problem.filename:
        return f"A962: the system refuses {problem.filename}: {said}\n  help: name a file or folder that can be used"
    # Only what is printed has no name.
    _discard(sys.stdout)
    return f"A970: the output cannot be written: {said}\n  help: make room, or send it to another file"


def _write_what_can_be_written() -> None:
    """A terminal or pipe that lacks the signs of the law, such as the section sign, gets their names instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _complain(message: str) -> int:
    """Print an error without the control characters that bad input may hold; what comes of it is the exit code 2."""
    if _is_open(sys.stderr):
        shown = "".join(sign if sign == "\n" or sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in message)
        try:
            sys.stderr.write(shown + "\n")
            sys.stderr.flush()
        except OSError:
            _discard(sys.stderr)
    return 2


def _discard(stream: TextIO) -> None:
    """Let what could not be written go, so that leaving does not fail over it once more."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(arguments: Sequence[str]) -> int:
    parser = build()
    command = next((each for each in arguments if each in parser.commands), None)
    if command and arguments[0].startswith("-") and arguments[0] not in parser.options():
        raise Misuse(
            f"{arguments[0]} stands before the command", f"put it after: ascertain {command} {arguments[0]} …", "A951"
        )
    try:
        options, rest = parser.parse_known_args(arguments)
    except SystemExit:  # help or the version was asked for, and is printed
        return 0
    if options.command is None:
        if rest:
            parser.unknown(rest)
        parser.print_help()
        return 0
    if rest:
        parser.commands[options.command].unknown(rest, parser.commands)
    code: int = importlib.import_module(f"ascertain.cli.commands.{options.command}").run(options)
    return code
