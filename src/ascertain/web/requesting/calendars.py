"""A rulebook in; the calendars of working days that a deadline can be counted by, out."""

from __future__ import annotations

from collections.abc import Mapping

from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.cache import cached_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.source import VOCABULARY


def calendars_for(rulebook: Rulebook) -> Mapping[str, Calendar]:
    """The calendars of a rulebook and, where it has none of that name, of those that come with Ascertain, by id."""
    found: dict[str, Calendar] = {}
    for folder in sorted(bundled_folder("rulebooks").iterdir()):
        if (folder / VOCABULARY).is_file():
            found |= cached_rulebook(folder).calendars
    return found | dict(rulebook.calendars)
