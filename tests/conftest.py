"""What holds for every test: properties are not timed, since a slow machine is no counter-example."""

from __future__ import annotations

import os

from hypothesis import Phase, settings

from browsing import browser

__all__ = ["browser"]

settings.register_profile("untimed", deadline=None)
# For a mutant one failure is enough: nobody reads the smallest example, and the next run must see the same ones.
settings.register_profile(
    "mutation", deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "untimed"))
