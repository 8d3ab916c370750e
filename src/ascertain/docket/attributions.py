"""The attributions of an entry: what its making of an argument rests on, where the entry as a whole says too little."""

from __future__ import annotations

from ascertain.docket.claims import read_source
from ascertain.docket.fields import Fields
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Attribution
from ascertain.docket.names import Names
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.mistakes import did_you_mean

_KEYS = ("argument", "exhibit", "passage", "note", "confidence")


def read_attributions(fields: Fields, names: Names) -> tuple[Attribution, ...]:
    """The attributions of an entry, each of an argument that the entry makes and that no other one is of.

    Args:
        fields: The entry's front matter.
        names: The names that may be used.
    """
    made = fields.words("arguments")
    found: list[Attribution] = []
    for one in fields.tables("attributions", _KEYS, "an attribution"):
        argument = one.text("argument", required=True)
        if argument and argument not in made:
            help_ = did_you_mean(argument, made, "list it under arguments too")
            one.add(Code.UNKNOWN_ARGUMENT, f'this entry makes no argument "{argument}"', "argument", help_)
        if any(earlier.argument == argument for earlier in found):
            one.add(Code.TWICE, f'"{argument}" is attributed twice in one entry', "argument", "keep one of the two")
        exhibit, passage = read_source(one, names)
        mark = one.choice("confidence", CONFIDENCES)
        found.append(Attribution(argument, exhibit, passage, one.text("note"), mark))
    return tuple(found)
