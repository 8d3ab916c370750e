"""What ships with Ascertain: bundled rulebooks and dockets, and how the main one is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ascertain.rulebook.bundled import bundled_folder


@dataclass(frozen=True, slots=True)
class Bundle:
    """The main bundled docket, and the day and questions that show what it is about."""

    docket: str
    on: date
    questions: tuple[str, ...]


def bundle() -> Bundle:
    """Read ``bundle.toml`` beside the bundled dockets."""
    import tomllib

    with (bundled_folder("dockets") / "bundle.toml").open("rb") as file:
        held = tomllib.load(file)
    return Bundle(held["docket"], held["on"], tuple(held["questions"]))
