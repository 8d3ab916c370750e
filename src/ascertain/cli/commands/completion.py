"""``ascertain completion``: a completion script for a shell."""

from __future__ import annotations

import argparse

from ascertain.cli.output import write
from ascertain.cli.parser import build


def run(options: argparse.Namespace) -> int:
    """Print the script; the shell's own file that reads it is the user's to choose."""
    import shtab

    parser = build()
    paths = {"subject": shtab.DIRECTORY, "out": shtab.DIRECTORY, "output": shtab.FILE, "letter": shtab.FILE}
    for command in parser.commands.values():
        for action in command.actions():
            if action.dest in paths:
                # shtab looks for this attribute, which argparse itself does not know.
                vars(action)["complete"] = paths[action.dest]
    write(shtab.complete(parser, shell=options.shell).splitlines(), None)
    return 0
