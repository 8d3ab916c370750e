"""Help with options that a command does not take."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

_SAME = 0.75
"""How alike two options have to be for one to be a slip for the other: *--from* is none for *--format*."""


def option_help(word: str, mine: Sequence[str], takers: Mapping[str, Sequence[str]]) -> str:
    """What to type instead of an option, or of a word that stands alone; empty where nothing is like it.

    Args:
        word: What was typed.
        mine: The options of the command.
        takers: The options of every command, by its name.
    """
    if not word.startswith("-"):
        return f'for a second rulebook: --against-rulebook "{word}"' if "--against-rulebook" in mine else ""
    spelled = [option for option in mine if option.startswith("--")]
    if len(word) == 2:
        named = [option for option in spelled if option[2] == word[1]]
        return f"options are written out: {' or '.join(named)}" if named else ""
    part = [option for option in spelled if option.startswith(word) or word.startswith(option)]
    if part:
        return f'did you mean "{part[0]}"?'
    others = [command for command, options in takers.items() if word in options]
    if others:
        *most, last = others
        return f"ascertain {', '.join(most)} and {last} take it" if most else f"ascertain {last} takes it"
    near = difflib.get_close_matches(word, spelled, n=1, cutoff=_SAME)
    return f'did you mean "{near[0]}"?' if near else ""
