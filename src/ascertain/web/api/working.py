"""What is still being worked out, told to a program."""

from __future__ import annotations

from ninja import Status

from ascertain.web.asking.desk import Working


def under_way(working: Working) -> Status[object]:
    """How far it is, with the status that says to ask again."""
    return Status(202, {"told": working.told, "seconds": working.seconds})
