"""The rulebook that a docket stands on."""

from __future__ import annotations

from pathlib import Path

from ascertain.docket.model import Docket
from ascertain.rulebook.model.book import Rulebook


def rulebook_of(docket: Docket) -> Rulebook:
    """The rulebook that the docket names: bundled, or a path from its folder.

    Raises:
        BadInput: It is not found, or has mistakes.
    """
    from ascertain.rulebook.cache import cached_rulebook

    return cached_rulebook(rulebook_folder(docket))


def rulebook_folder(docket: Docket) -> Path:
    """The folder of the rulebook that the docket names.

    Raises:
        BadInput: There is none.
    """
    from ascertain.rulebook.bundled import find_rulebook

    beside = docket.path / docket.rulebook
    return find_rulebook(str(beside) if beside.is_dir() else docket.rulebook, docket.path)
