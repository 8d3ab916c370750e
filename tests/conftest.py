"""What holds for every test: properties are not timed, since a slow machine is no counter-example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
