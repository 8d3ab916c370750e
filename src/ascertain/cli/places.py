"""The data folder and database of a web docket that the command line and the environment name."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from ascertain.web.place import Place, place_of_environment


def place_of(options: argparse.Namespace) -> Place:
    """The place named by ``--data``, else by the environment, else ``ascertain-data`` here."""
    named = place_of_environment()
    folder = Path(options.data) if options.data else named.folder
    return replace(named, folder=folder.absolute())
