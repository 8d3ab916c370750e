"""``ascertain completion``: a completion script for a shell."""

from __future__ import annotations

import argparse

from ascertain.cli.output import write
from ascertain.cli.parser import build


def run(options: argparse.Namespace) -> int:
    """Print the script; the shell's own file that reads it is the user's to choose."""
    import shtab

    parser = build()
    for command in parser.commands.values():
        for action in command.actions():
            if action.dest in {"subject", "out"}:
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]  # shtab's way to say so
            elif action.dest == "output":
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    write(shtab.complete(parser, shell=options.shell).splitlines(), None)
    return 0
