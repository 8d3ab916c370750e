"""The entry point: reads the command line, calls one command, turns bad input into one clear error."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence

from ascertain.cli.parser import build
from ascertain.rulebook.mistakes import BadInput


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What was typed after ``ascertain``; default: this process's.

    Returns:
        The exit code: 0 done, 1 a check or a test found something, 2 bad input.
    """
    _write_what_can_be_written()
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BadInput as problem:
        _complain(problem.render())
        return 2
    except BrokenPipeError:
        # Whoever read the output has seen enough, as `head` does; nothing is left to say to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        where = f" {problem.filename}" if problem.filename else ""
        _complain(
            f"A962: the system refuses{where}: {problem.strerror}\n  help: name a file or folder that can be used"
        )
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _write_what_can_be_written() -> None:
    """A terminal or pipe that lacks the signs of the law, such as the section sign, gets their names instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _complain(message: str) -> None:
    """Print an error without the control characters that bad input may hold."""
    if sys.stderr is not None:
        shown = "".join(sign if sign == "\n" or sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in message)
        sys.stderr.write(shown + "\n")


def _run(arguments: Sequence[str]) -> int:
    parser = build()
    options, rest = parser.parse_known_args(arguments)
    if options.command is None:
        if rest:
            parser.unknown(rest)
        parser.print_help()
        return 0
    if rest:
        parser.commands[options.command].unknown(rest)
    code: int = importlib.import_module(f"ascertain.cli.commands.{options.command}").run(options)
    return code
